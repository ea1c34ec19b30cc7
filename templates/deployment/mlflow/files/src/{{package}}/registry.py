"""Versions and aliases of one registered model. Only `promote` and `rollback` move the champion."""

import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import mlflow
import numpy as np
import onnxruntime
from mlflow import MlflowClient
from mlflow.exceptions import MlflowException
from numpy.typing import NDArray

from . import defaults
from .data import Rows
from .gate import Limits, Verdict, judge

CHAMPION, CHALLENGER, PREVIOUS = "champion", "challenger", "previous"


class NoSuchVersionError(Exception):
    """An alias that is needed points to nothing."""


@dataclass(frozen=True)
class Exported:
    """A model folder for serving."""

    version: str
    sha256: str


class Registry:
    """One registered model on the tracking server that MLFLOW_TRACKING_URI names."""

    def __init__(self, client: MlflowClient, name: str = defaults.MODEL_NAME) -> None:
        self._client = client
        self._name = name

    def version(self, alias: str) -> str | None:
        """The version an alias points to."""
        try:
            return str(self._client.get_model_version_by_alias(self._name, alias).version)
        except MlflowException as error:
            if error.error_code in ("RESOURCE_DOES_NOT_EXIST", "INVALID_PARAMETER_VALUE"):
                return None
            raise

    def challenge(self, version: str) -> None:
        """Names the version that wants to become champion."""
        self._client.set_registered_model_alias(self._name, CHALLENGER, version)

    def promote(self, held_back: Rows, limits: Limits) -> Verdict:
        """Lets the challenger through the gate; if it passes, it is champion and the old one is kept as previous."""
        challenger, champion = self._needed(CHALLENGER), self.version(CHAMPION)
        verdict = judge(
            held_back.labels,
            self.scores(challenger, held_back),
            None if champion is None else self.scores(champion, held_back),
            limits,
        )
        self._record(challenger, verdict, held_back)
        if verdict.promote:
            if champion is not None:
                self._client.set_registered_model_alias(self._name, PREVIOUS, champion)
            self._client.set_registered_model_alias(self._name, CHAMPION, challenger)
            self._client.delete_registered_model_alias(self._name, CHALLENGER)
        return verdict

    def rollback(self) -> str:
        """Makes the previous champion champion again."""
        previous = self._needed(PREVIOUS)
        self._client.set_registered_model_alias(self._name, CHAMPION, previous)
        self._client.delete_registered_model_alias(self._name, PREVIOUS)
        return previous

    def scores(self, version: str, rows: Rows) -> NDArray[np.float64]:
        """What a version says of each row."""
        with TemporaryDirectory() as folder:
            return scores_of(self._download(version, folder), rows)

    def export(self, alias: str, target: Path) -> Exported:
        """Writes a version as a folder that a model server takes: the weights and their description with the digest."""
        version = self._needed(alias)
        target.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory() as folder:
            shutil.copyfile(self._download(version, folder), target / "model.onnx")
        digest = hashlib.sha256((target / "model.onnx").read_bytes()).hexdigest()
        about = {"name": self._name, "version": version, "features": defaults.FEATURES, "sha256": digest}
        (target / "model.json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8")
        return Exported(version, digest)

    def _download(self, version: str, folder: str) -> Path:
        uri = f"models:/{self._name}/{version}"
        return Path(mlflow.artifacts.download_artifacts(uri, dst_path=folder)) / "model.onnx"

    def _needed(self, alias: str) -> str:
        version = self.version(alias)
        if version is None:
            raise NoSuchVersionError(f"no version of {self._name} is {alias}")
        return version

    def _record(self, version: str, verdict: Verdict, held_back: Rows) -> None:
        tags = {
            "gate.passed": str(verdict.promote).lower(),
            "gate.average_precision": f"{verdict.challenger:.4f}",
            "gate.champion_average_precision": "" if verdict.champion is None else f"{verdict.champion:.4f}",
            "gate.refusals": "; ".join(verdict.refusals),
            "gate.data": held_back.digest,
        }
        for key, value in tags.items():
            self._client.set_model_version_tag(self._name, version, key, value)


def scores_of(weights: Path, rows: Rows) -> NDArray[np.float64]:
    """What a model in a file says of each row: the second column of its last output."""
    session = onnxruntime.InferenceSession(str(weights), providers=["CPUExecutionProvider"])
    (probabilities,) = session.run(
        [session.get_outputs()[-1].name], {session.get_inputs()[0].name: rows.features}
    )
    return np.asarray(probabilities, dtype=np.float64)[:, 1]
