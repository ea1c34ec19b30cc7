"""Reads the prediction log and the feedback, and joins them by the prediction's id."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True)
class Prediction:
    """One line of the prediction log."""

    prediction_id: str
    at: datetime
    score: float
    features: tuple[float, ...]


@dataclass(frozen=True)
class Label:
    """What became of a prediction, and who said so."""

    label: int
    at: datetime
    source: str


@dataclass(frozen=True)
class Judged:
    """A prediction with its label."""

    prediction: Prediction
    label: Label


def read_predictions(log: Path, model: str, features: Sequence[str]) -> dict[str, Prediction]:
    """The predictions of one model by their id; a line that is none is passed over."""
    found = (_prediction(entry, features) for entry in _entries(log) if entry.get("model_name") == model)
    return {one.prediction_id: one for one in found if one is not None}


def read_labels(log: Path) -> dict[str, Label]:
    """The last label of each prediction; a line that is none is passed over."""
    labels: dict[str, Label] = {}
    for entry in _entries(log):
        label = _label(entry)
        if label is not None:
            labels[str(entry.get("prediction_id"))] = label
    return labels


def join(predictions: Mapping[str, Prediction], labels: Mapping[str, Label]) -> list[Judged]:
    """The predictions that have a label, oldest first."""
    judged = [Judged(one, labels[name]) for name, one in predictions.items() if name in labels]
    return sorted(judged, key=lambda one: (one.prediction.at, one.prediction.prediction_id))


def _entries(log: Path) -> Iterator[dict[str, object]]:
    with log.open("rb") as stream:
        for line in stream:
            try:
                entry = json.loads(line)
            except ValueError:
                continue
            if isinstance(entry, dict):
                yield entry


def _prediction(entry: Mapping[str, object], features: Sequence[str]) -> Prediction | None:
    values = entry.get("features")
    if not isinstance(values, dict):
        return None
    try:
        numbers = [float(values[name]) for name in features]
        score = float(str(entry["score"]))
        at = _moment(entry["at"])
    except (KeyError, TypeError, ValueError):
        return None
    if not all(map(math.isfinite, [score, *numbers])):
        return None
    return Prediction(str(entry.get("prediction_id")), at, score, tuple(numbers))


def _label(entry: Mapping[str, object]) -> Label | None:
    label = entry.get("label")
    if label not in (0, 1):
        return None
    try:
        return Label(int(str(label)), _moment(entry.get("at")), str(entry["source"]))
    except (KeyError, ValueError):
        return None


def _moment(text: object) -> datetime:
    moment = datetime.fromisoformat(str(text))
    if moment.tzinfo is None:
        raise ValueError("a time without a zone says nothing")
    return moment
