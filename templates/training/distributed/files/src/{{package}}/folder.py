"""The trained folder: what a registry takes over."""

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any

from pyarrow import fs

from . import defaults
from .data import place_of

MODEL_FILE = "model.onnx"
DESCRIPTION_FILE = "training.json"


@dataclass(frozen=True)
class Training:
    """Everything that is known of a trained model beside its weights."""

    seed: int
    rows: int
    parameters: dict[str, float]
    metrics: dict[str, float]
    model_name: str = defaults.MODEL_NAME
    features: tuple[str, ...] = defaults.FEATURES
    label: str = defaults.LABEL


def write_folder(place: str, model: bytes, training: Training) -> dict[str, Any]:
    """Writes the model and its description, to a local folder or to a bucket; returns the description."""
    about = asdict(training) | {"sha256": hashlib.sha256(model).hexdigest()}
    system, path = place_of(place)
    system.create_dir(path, recursive=True)
    _write(system, f"{path}/{MODEL_FILE}", model)
    # The description comes last: who finds it finds the whole model.
    _write(system, f"{path}/{DESCRIPTION_FILE}", (json.dumps(about, indent=2) + "\n").encode())
    return about


def _write(system: fs.FileSystem, path: str, content: bytes) -> None:
    with system.open_output_stream(path) as stream:
        stream.write(content)
