"""Rows of Parquet, a batch at a time."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from .raw import RawRow, UnreadableFile


def read(file: Path) -> Iterator[RawRow]:
    """Each row with its number from 1. A null is a value that is missing."""
    number = 0
    try:
        with pq.ParquetFile(file) as table:
            for batch in table.iter_batches(batch_size=10_000):
                for values in _in_microseconds(batch).to_pylist():
                    number += 1
                    yield RawRow(number, {name: value for name, value in values.items() if value is not None})
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise  # the disk, not the file
        raise UnreadableFile(f"not Parquet, or damaged, after row {number}") from None


def _in_microseconds(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Python's times know microseconds; nanoseconds are cut."""
    for index, field in enumerate(batch.schema):
        if pa.types.is_timestamp(field.type) and field.type.unit == "ns":
            column = batch.column(index).cast(pa.timestamp("us", tz=field.type.tz), safe=False)
            batch = batch.set_column(index, field.name, column)
    return batch
