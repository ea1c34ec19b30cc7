"""A packed model: an ONNX file beside a description with its digest, version and features."""

import hashlib
import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

MODEL_FILE = "model.onnx"
DESCRIPTION_FILE = "model.json"


class UnfitModelError(Exception):
    """The folder holds no model that this server may serve."""


@dataclass(frozen=True)
class Description:
    """What is known of a model beside its weights."""

    name: str
    version: str
    features: tuple[str, ...]
    sha256: str


class Model:
    """A loaded model; scoring is safe from many threads."""

    def __init__(self, description: Description, session: onnxruntime.InferenceSession) -> None:
        self.description = description
        self._session = session
        self._input = session.get_inputs()[0].name
        self._output = session.get_outputs()[-1].name

    def score(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """The probability of the positive class, one for each row."""
        (probabilities,) = self._session.run([self._output], {self._input: rows})
        return np.asarray(probabilities, dtype=np.float64)[:, 1]


def pack(onnx_file: Path, folder: Path, name: str, version: str, features: Sequence[str]) -> Description:
    """Puts a model and its description into a folder that `load` accepts."""
    folder.mkdir(parents=True, exist_ok=True)
    description = Description(name, version, tuple(features), _digest(onnx_file))
    shutil.copyfile(onnx_file, folder / MODEL_FILE)
    (folder / DESCRIPTION_FILE).write_text(json.dumps(asdict(description), indent=2) + "\n", encoding="utf-8")
    return description


def load(folder: Path, name: str, features: Sequence[str]) -> Model:
    """Loads a model whose bytes, name and features are the ones that were promised, or refuses."""
    description = _describe(folder / DESCRIPTION_FILE)
    if description.name != name:
        raise UnfitModelError(f"the folder holds {description.name}, not {name}")
    if description.features != tuple(features):
        raise UnfitModelError(
            f"the model wants {list(description.features)}, the server has {list(features)}"
        )
    file = folder / MODEL_FILE
    if not file.is_file() or _digest(file) != description.sha256:
        raise UnfitModelError(f"the bytes of {file} are not the ones that were packed")
    # ONNX is data: unlike a pickle, loading it runs no code of its own.
    session = onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"])
    width = session.get_inputs()[0].shape[-1]
    if width != len(features):
        raise UnfitModelError(f"the model takes {width} numbers for each row, not {len(features)}")
    return Model(description, session)


def _describe(file: Path) -> Description:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        return Description(
            name=str(found["name"]),
            version=str(found["version"]),
            features=tuple(str(feature) for feature in found["features"]),
            sha256=str(found["sha256"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnfitModelError(f"{file} does not describe a model: {error!r}") from error


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
