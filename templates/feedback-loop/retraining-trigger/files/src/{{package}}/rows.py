"""Labelled rows as training reads them: CSV with a header, oldest first."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from . import defaults
from .logs import Judged

IDENTITY = ("prediction_id", "event_time")


class BadRowsError(Exception):
    """The file does not hold the columns and numbers that are needed."""


@dataclass(frozen=True)
class Row:
    """One example."""

    prediction_id: str
    event_time: str
    features: tuple[float, ...]
    label: int


def rows_of(judged: Iterable[Judged]) -> list[Row]:
    """Examples of predictions with their labels."""
    return [
        Row(
            one.prediction.prediction_id,
            one.prediction.at.isoformat(),
            one.prediction.features,
            one.label.label,
        )
        for one in judged
    ]


def after(history: Sequence[Row], rows: Iterable[Row]) -> list[Row]:
    """The history and then what it does not have yet."""
    known = {row.prediction_id for row in history}
    return [*history, *(row for row in rows if row.prediction_id not in known)]


def read_rows(file: Path) -> list[Row]:
    """Reads a file of rows; a row is named by its line when it is wrong, and columns of identity may be missing."""
    rows: list[Row] = []
    with file.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        missing = {*defaults.FEATURES, defaults.LABEL} - {*(reader.fieldnames or [])}
        if missing:
            raise BadRowsError(f"{file} has no column {', '.join(sorted(missing))}")
        for row in reader:
            try:
                features = tuple(float(row[name]) for name in defaults.FEATURES)
                label = ("0", "1").index(row[defaults.LABEL])
            except (TypeError, ValueError):
                raise BadRowsError(f"line {reader.line_num} of {file} is not numbers and a label") from None
            rows.append(Row(row.get("prediction_id") or "", row.get("event_time") or "", features, label))
    return rows


def write_rows(file: Path, rows: Iterable[Row]) -> None:
    """Writes what `read_rows` reads."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([*IDENTITY, *defaults.FEATURES, defaults.LABEL])
        writer.writerows([row.prediction_id, row.event_time, *row.features, row.label] for row in rows)


def held_back(rows: Sequence[Row]) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """The newest 30 % of the rows, which training does not see."""
    newest = rows[round(len(rows) * 0.7) :]
    features = np.asarray([row.features for row in newest], dtype=np.float32)
    return features, np.asarray([row.label for row in newest], dtype=np.int64)
