"""The ids of the predictions that were made, read from the prediction log as it grows."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path

from . import defaults


class Predictions:
    """Knows the newest predictions of this model; safe from many threads."""

    def __init__(self, log: Path, remember: int = 1_000_000) -> None:
        self._log = log
        self._remember = remember
        self._place = 0
        self._ids: dict[str, None] = {}
        self._lock = threading.Lock()

    def has(self, prediction_id: str) -> bool:
        """Whether the log has this prediction; what is new in it is read first if need be."""
        with self._lock:
            if prediction_id not in self._ids:
                self._read()
            return prediction_id in self._ids

    def _read(self) -> None:
        for line in self._new_lines():
            prediction_id = _id_in(line)
            if prediction_id is not None:
                self._ids[prediction_id] = None
        for oldest in list(self._ids)[: -self._remember]:
            del self._ids[oldest]

    def _new_lines(self) -> Iterator[bytes]:
        if not self._log.exists():
            return
        with self._log.open("rb") as stream:
            # A log that became shorter was rotated.
            self._place = self._place if stream.seek(0, 2) >= self._place else 0
            stream.seek(self._place)
            for line in stream:
                # A line that is still being written waits for the next time.
                if not line.endswith(b"\n"):
                    return
                self._place += len(line)
                yield line


def _id_in(line: bytes) -> str | None:
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    if not isinstance(entry, dict) or entry.get("model_name") != defaults.MODEL_NAME:
        return None
    return str(entry.get("prediction_id"))
