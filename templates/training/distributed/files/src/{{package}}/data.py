"""Labelled rows: read from CSV, JSONL or Parquet, split by time, or made up for a demo."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.json
import pyarrow.parquet
from numpy.typing import NDArray
from pyarrow import fs

from . import defaults

READERS = {
    "csv": pyarrow.csv.read_csv,
    "jsonl": pyarrow.json.read_json,
    "parquet": pyarrow.parquet.read_table,
}


class BadDataError(Exception):
    """The file does not hold the columns and numbers that are needed."""


@dataclass(frozen=True)
class Rows:
    """Features and labels, oldest first."""

    features: NDArray[np.float32]
    labels: NDArray[np.int64]

    def split(self, share: float) -> tuple["Rows", "Rows"]:
        """The older rows, which are this share of all, and the newer ones: never the other way round."""
        cut = round(len(self.labels) * share)
        return Rows(self.features[:cut], self.labels[:cut]), Rows(self.features[cut:], self.labels[cut:])


def place_of(place: str) -> tuple[fs.FileSystem, str]:
    """The file system and the path in it, of a local path or of an address such as gs://bucket/rows.parquet."""
    if "://" in place:
        system, path = fs.FileSystem.from_uri(place)
        return system, path
    return fs.LocalFileSystem(), str(Path(place).absolute())


def read_rows(place: str, features: Sequence[str] = defaults.FEATURES, label: str = defaults.LABEL) -> Rows:
    """Reads one file; columns are found by name, and other columns are ignored."""
    system, path = place_of(place)
    read = READERS.get(path.rpartition(".")[2])
    if read is None:
        raise BadDataError(f"{place} is neither .{', .'.join(READERS)}")
    with system.open_input_file(path) as stream:
        try:
            table = read(stream)
        except pa.ArrowInvalid as error:
            raise BadDataError(f"{place} is no table: {type(error).__name__}") from None
    missing = [name for name in (*features, label) if name not in table.column_names]
    if missing:
        raise BadDataError(f"{place} has no column {', '.join(missing)}")
    if table.num_rows == 0:
        raise BadDataError(f"{place} has no rows")
    numbers = [_numbers(table, name, place) for name in features]
    labels = _numbers(table, label, place)
    if not np.isin(labels, (0, 1)).all():
        raise BadDataError(f"column {label} of {place} holds more than 0 and 1")
    return Rows(np.stack(numbers, axis=1).astype(np.float32), labels.astype(np.int64))


def write_rows(file: Path, rows: Rows) -> None:
    """Writes a CSV file that `read_rows` reads."""
    columns = [*rows.features.T, rows.labels]
    file.parent.mkdir(parents=True, exist_ok=True)
    pyarrow.csv.write_csv(
        pa.table(dict(zip((*defaults.FEATURES, defaults.LABEL), columns, strict=True))), file
    )


def made_up(count: int, seed: int, noise: float = 0.5) -> Rows:
    """Rows in which one in ten is positive and every feature tells a little."""
    random = np.random.default_rng(seed)
    features = random.normal(size=(count, len(defaults.FEATURES))).astype(np.float32)
    signal = features.sum(axis=1) / np.sqrt(len(defaults.FEATURES)) + random.normal(scale=noise, size=count)
    return Rows(features, (signal > np.quantile(signal, 0.9)).astype(np.int64))


def _numbers(table: pa.Table, name: str, place: str) -> NDArray[np.float64]:
    try:
        column = np.asarray(table.column(name).cast(pa.float64()).to_numpy(), dtype=np.float64)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        raise BadDataError(f"column {name} of {place} is not numbers") from None
    if not np.isfinite(column).all():
        # The header is line 1; the value itself may be somebody's, so it is not told.
        row = int(np.flatnonzero(~np.isfinite(column))[0]) + 1
        raise BadDataError(f"column {name} of {place} has no number in row {row}")
    return column
