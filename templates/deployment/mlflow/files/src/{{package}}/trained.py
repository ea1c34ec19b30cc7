"""Registers a model that another component trained: a folder with the weights and what is known of them."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import mlflow
import onnx

from . import defaults
from .data import Rows
from .registry import scores_of
from .track import track


class UnfitFolderError(Exception):
    """The folder holds no model that may be registered here."""


@dataclass(frozen=True)
class Trained:
    """A folder whose weights are the ones that its description was written for."""

    weights: Path
    seed: int
    rows: int
    parameters: Mapping[str, object]


def read_trained(folder: Path) -> Trained:
    """Reads a folder, or says why its model may not be registered."""
    weights = folder / "model.onnx"
    try:
        about = json.loads((folder / "training.json").read_text(encoding="utf-8"))
        name, features, expected = about["model_name"], tuple(about["features"]), about["sha256"]
        found = hashlib.sha256(weights.read_bytes()).hexdigest()
        trained = Trained(weights, int(about["seed"]), int(about["rows"]), dict(about["parameters"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnfitFolderError(f"{folder} holds no trained model: {error!r}") from error
    if name != defaults.MODEL_NAME:
        raise UnfitFolderError(f"the folder holds {name}, not {defaults.MODEL_NAME}")
    if features != defaults.FEATURES:
        raise UnfitFolderError(f"the model wants {list(features)}, here are {list(defaults.FEATURES)}")
    if found != expected:
        raise UnfitFolderError(f"the bytes of {weights} are not the ones that were trained")
    return trained


def register(folder: Path, held_back: Rows) -> str:
    """Returns the version that was registered. What the folder says of its quality is not believed but measured."""
    trained = read_trained(folder)
    mlflow.set_experiment(defaults.EXPERIMENT)
    with mlflow.start_run():
        mlflow.log_params({"seed": trained.seed, "rows": trained.rows} | dict(trained.parameters))
        return track(onnx.load(trained.weights), held_back, scores_of(trained.weights, held_back))
