"""Labelled rows: read from CSV, split by time, or made up for a demo."""

import csv
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from . import defaults


class BadDataError(Exception):
    """The file does not hold the columns and numbers that are needed."""


@dataclass(frozen=True)
class Rows:
    """Features and labels, in the order of their time."""

    features: NDArray[np.float32]
    labels: NDArray[np.int64]

    @property
    def digest(self) -> str:
        """Tells two data sets apart."""
        return hashlib.sha256(self.features.tobytes() + self.labels.tobytes()).hexdigest()[:16]

    def part(self, start: int, end: int) -> "Rows":
        """Some rows that follow each other."""
        return Rows(self.features[start:end], self.labels[start:end])


def read_rows(file: Path, features: Sequence[str] = defaults.FEATURES, label: str = defaults.LABEL) -> Rows:
    """Reads a CSV file with a header; a row is named by its line when it is wrong."""
    numbers: list[list[float]] = []
    labels: list[int] = []
    with file.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        missing = [name for name in (*features, label) if name not in (reader.fieldnames or [])]
        if missing:
            raise BadDataError(f"{file} has no column {', '.join(missing)}")
        for row in reader:
            try:
                numbers.append([float(row[name]) for name in features])
                labels.append(("0", "1").index(row[label]))
            except (ValueError, TypeError):
                raise BadDataError(f"line {reader.line_num} of {file} is not numbers and a label") from None
    if not labels:
        raise BadDataError(f"{file} has no rows")
    return Rows(np.asarray(numbers, dtype=np.float32), np.asarray(labels, dtype=np.int64))


def write_rows(file: Path, rows: Rows) -> None:
    """Writes what `read_rows` reads."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([*defaults.FEATURES, defaults.LABEL])
        for values, label in zip(rows.features.tolist(), rows.labels.tolist(), strict=True):
            writer.writerow([*values, label])


def split(rows: Rows, held_back: float = 0.3) -> tuple[Rows, Rows]:
    """The older rows to train on and the newest to judge by: never the other way round."""
    cut = round(len(rows.labels) * (1 - held_back))
    return rows.part(0, cut), rows.part(cut, len(rows.labels))


def made_up(count: int, seed: int, noise: float = 0.5) -> Rows:
    """Rows in which one in ten is positive and every feature tells a little."""
    random = np.random.default_rng(seed)
    features = random.normal(size=(count, len(defaults.FEATURES))).astype(np.float32)
    signal = features.sum(axis=1) / np.sqrt(len(defaults.FEATURES)) + random.normal(scale=noise, size=count)
    return Rows(features, (signal > np.quantile(signal, 0.9)).astype(np.int64))
