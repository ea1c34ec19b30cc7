"""Rows of Avro object container files."""

import io
from collections.abc import Iterator
from pathlib import Path

import fastavro

from .raw import RawRow, UnreadableFile


def read(file: Path) -> Iterator[RawRow]:
    """Each row with its number from 1. A null is a value that is missing."""
    # Read first, so that what fails below is the content and never the disk.
    content = io.BytesIO(file.read_bytes())
    number = 0
    try:
        for values in fastavro.reader(content):
            if not isinstance(values, dict):
                raise UnreadableFile("its schema is not a record")
            number += 1
            yield RawRow(number, {name: value for name, value in values.items() if value is not None})
    except UnreadableFile:
        raise
    # Damaged data ends in whatever the decoder happens to meet.
    except Exception:  # noqa: BLE001
        raise UnreadableFile(f"not Avro, or damaged, after row {number}") from None
