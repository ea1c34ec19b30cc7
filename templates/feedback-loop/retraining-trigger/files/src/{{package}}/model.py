"""A folder with an ONNX model, as training or the registry writes it."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

DESCRIPTIONS = ("model.json", "training.json")


class UnfitModelError(Exception):
    """The folder holds no model that can be compared."""


def scores(folder: Path, features: Sequence[str], rows: NDArray[np.float32]) -> NDArray[np.float64]:
    """What the model says of each row; other bytes or other features than the description's are refused."""
    file = folder / "model.onnx"
    described = [folder / name for name in DESCRIPTIONS if (folder / name).exists()]
    if not described or not file.exists():
        raise UnfitModelError(f"{folder} needs model.onnx and {' or '.join(DESCRIPTIONS)}")
    about = json.loads(described[0].read_text(encoding="utf-8"))
    content = file.read_bytes()
    if about.get("sha256") != hashlib.sha256(content).hexdigest():
        raise UnfitModelError(f"{file} is not the model that {described[0].name} describes")
    if about.get("features") != list(features):
        raise UnfitModelError(f"the model in {folder} takes other features")
    session = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])
    (probabilities,) = session.run([session.get_outputs()[-1].name], {session.get_inputs()[0].name: rows})
    return np.asarray(probabilities, dtype=np.float64)[:, 1]
