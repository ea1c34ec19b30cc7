"""Rows of JSON lines: one object on each line."""

from collections.abc import Iterator
from pathlib import Path

from pydantic_core import from_json

from .packed import opened
from .raw import BrokenRow, RawRow


def read(file: Path) -> Iterator[RawRow | BrokenRow]:
    """Each row with the number of its line; a line that is no object spoils itself only."""
    with opened(file) as stream:
        for number, line in enumerate(stream, start=1):
            if line.strip():
                yield _row(number, line.strip())


def _row(number: int, line: bytes) -> RawRow | BrokenRow:
    try:
        values = from_json(line, allow_inf_nan=False)
    except ValueError:
        return BrokenRow(number, _shown(line), "json_invalid", "The line is not JSON")
    if not isinstance(values, dict):
        return BrokenRow(number, _shown(line), "json_type", "The line is not an object")
    return RawRow(number, values)


def _shown(line: bytes) -> str:
    return line.decode("utf-8", errors="backslashreplace")
