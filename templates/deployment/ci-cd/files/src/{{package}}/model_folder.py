"""Proves that a model folder holds what its description says, after it went from one machine to another."""

import hashlib
import json
import re
from pathlib import Path

from . import defaults


class UnprovenModelError(Exception):
    """The folder does not hold the model that was exported."""


def prove(folder: Path) -> str:
    """The name of the version's folder, if name and digest are right."""
    try:
        about = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        name, version, expected = about["name"], str(about["version"]), about["sha256"]
        found = hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest()
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnprovenModelError(f"{folder} holds no model with a description: {error!r}") from error
    if name != defaults.MODEL_NAME:
        raise UnprovenModelError(f"the model is {name}, not {defaults.MODEL_NAME}")
    if found != expected:
        raise UnprovenModelError(f"the digest is {found}, not {expected}")
    # It becomes part of paths and arguments.
    if not re.fullmatch(r"[0-9]{1,9}", version):
        raise UnprovenModelError(f"{version!r} is no version number")
    return f"v{version}"
