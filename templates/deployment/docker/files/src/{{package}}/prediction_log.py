"""One JSON line for each row that was scored: what drift detection and feedback are joined on later."""

import json
import sys
import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from .model import Description


class PredictionLog:
    """Writes whole lines, also when many requests write at once."""

    def __init__(self, stream: TextIO, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._stream = stream
        self._now = now
        self._lock = threading.Lock()

    def write(
        self,
        model: Description,
        ids: Sequence[str],
        rows: Sequence[Sequence[float]],
        scores: Sequence[float],
    ) -> None:
        """Appends the rows of one request and hands them to the operating system."""
        at = self._now().isoformat(timespec="milliseconds")
        lines = [
            json.dumps(
                {
                    "prediction_id": prediction_id,
                    "at": at,
                    "model_name": model.name,
                    "model_version": model.version,
                    "features": dict(zip(model.features, row, strict=True)),
                    "score": score,
                }
            )
            for prediction_id, row, score in zip(ids, rows, scores, strict=True)
        ]
        with self._lock:
            self._stream.write("\n".join(lines) + "\n")
            self._stream.flush()


def open_log(place: str) -> PredictionLog:
    """The log of a place: `-` is standard output, all else a file that is appended to."""
    if place == "-":
        return PredictionLog(sys.stdout)
    file = Path(place)
    file.parent.mkdir(parents=True, exist_ok=True)
    return PredictionLog(file.open("a", encoding="utf-8"))
