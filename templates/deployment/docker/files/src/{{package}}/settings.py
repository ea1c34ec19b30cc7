"""Every setting, read once from the environment and checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from . import defaults


@dataclass(frozen=True)
class Settings:
    """What the server needs to know."""

    model_folder: Path
    host: str
    port: int
    threshold: float
    max_rows: int
    prediction_log: str


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Settings with defaults; a value that cannot be right is refused with the variable's name."""
    return Settings(
        model_folder=Path(environment.get("MODEL_FOLDER", "models/current")),
        host=environment.get("HOST", "127.0.0.1"),
        port=int(_number(environment, "PORT", defaults.PORT, 1, 65535)),
        threshold=_number(environment, "THRESHOLD", defaults.THRESHOLD, 0, 1),
        max_rows=int(_number(environment, "MAX_ROWS", 1000, 1, 100_000)),
        prediction_log=environment.get("PREDICTION_LOG", defaults.PREDICTION_LOG),
    )


def _number(environment: Mapping[str, str], name: str, default: float, least: float, most: float) -> float:
    text = environment.get(name, str(default))
    try:
        value = float(text)
    except ValueError:
        raise ValueError(f"{name} is not a number: {text}") from None
    if not least <= value <= most:
        raise ValueError(f"{name} must be from {least} to {most}: {text}")
    return value
