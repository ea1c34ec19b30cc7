"""The latest predictions, read from the log as it grows, and the feedback that came for them."""

import json
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TextIO

from .reference import SCORE


@dataclass(frozen=True)
class Prediction:
    """One line of the prediction log."""

    prediction_id: str
    at: float
    score: float
    features: Mapping[str, float]


@dataclass
class Follower:
    """Reads what was appended to a file of JSON lines since the last time; a line that is not whole waits."""

    file: Path
    _place: int = 0

    def new_lines(self) -> Iterator[object]:
        """Each whole new line; one that is no JSON is None."""
        if not self.file.exists():
            return
        with self.file.open("rb") as stream:
            # A file that became shorter was rotated.
            self._place = self._place if stream.seek(0, 2) >= self._place else 0
            stream.seek(self._place)
            for line in stream:
                if not line.endswith(b"\n"):
                    return
                self._place += len(line)
                yield parsed(line)


def parsed(line: bytes) -> object:
    """The value of a line, or None."""
    try:
        return json.loads(line)
    except ValueError:
        return None


def prediction_of(entry: object, model: str, features: Sequence[str]) -> Prediction | None:
    """The prediction in an entry of the log, if it is one of this model and whole."""
    try:
        if not isinstance(entry, dict) or entry["model_name"] != model:
            return None
        return Prediction(
            str(entry["prediction_id"]),
            datetime.fromisoformat(entry["at"]).timestamp(),
            float(entry["score"]),
            {name: float(entry["features"][name]) for name in features},
        )
    except (KeyError, TypeError, ValueError):
        return None


@dataclass
class Window:
    """The last predictions, the oldest first, and the labels known for them."""

    size: int
    rows: deque[Prediction] = field(default_factory=deque)
    labels: dict[str, int] = field(default_factory=dict)

    def add(self, prediction: Prediction) -> None:
        """Takes one in, and lets the oldest and its label go."""
        self.rows.append(prediction)
        while len(self.rows) > self.size:
            self.labels.pop(self.rows.popleft().prediction_id, None)

    def label(self, entry: object) -> bool:
        """Takes the feedback for a prediction of the window."""
        if not isinstance(entry, dict) or entry.get("label") not in (0, 1):
            return False
        self.labels[str(entry.get("prediction_id"))] = int(entry["label"])
        return True

    def column(self, name: str) -> list[float]:
        """The values of one feature, or of the score."""
        return [row.score if name == SCORE else row.features[name] for row in self.rows]

    def minutes(self) -> list[tuple[float, float]]:
        """How many predictions each minute had and their mean score; the last minute is not over and left out."""
        sums: dict[int, tuple[int, float]] = {}
        for row in self.rows:
            count, total = sums.get(int(row.at // 60), (0, 0.0))
            sums[int(row.at // 60)] = (count + 1, total + row.score)
        return [(count, total / count) for _, (count, total) in sorted(sums.items())[:-1]]

    def precision(self, threshold: float) -> tuple[float | None, int]:
        """The share of right ones among the positive decisions with feedback, and how many there are."""
        known = [
            self.labels[row.prediction_id]
            for row in self.rows
            if row.score >= threshold and row.prediction_id in self.labels
        ]
        return (sum(known) / len(known) if known else None), len(known)


def read_columns(stream: TextIO, model: str, features: Sequence[str]) -> dict[str, list[float]]:
    """The columns of a whole log, for a reference."""
    window = Window(size=10_000_000)
    for line in stream:
        prediction = prediction_of(parsed(line.encode()), model, features)
        if prediction is not None:
            window.add(prediction)
    return {name: window.column(name) for name in (*features, SCORE)}
