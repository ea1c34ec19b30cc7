"""Rows of CSV: UTF-8 with a header. An empty cell is a value that is missing."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from .packed import opened
from .raw import BrokenRow, RawRow, UnreadableFile


def read(file: Path) -> Iterator[RawRow | BrokenRow]:
    """Each row with the number of its last line."""
    with opened(file) as stream:
        # The mark that spreadsheets put in front of UTF-8 is no part of the first column's name.
        text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
        lines = csv.reader(text, strict=True)
        try:
            header = _header(next(lines, []))
            for cells in lines:
                if cells:
                    yield _row(lines.line_num, header, cells)
        except UnicodeDecodeError:
            raise UnreadableFile(f"not UTF-8 after line {lines.line_num}") from None
        except csv.Error as error:
            raise UnreadableFile(f"line {lines.line_num}: {error}") from None


def _header(cells: Sequence[str]) -> Sequence[str]:
    if not cells:
        raise UnreadableFile("there is no header")
    twice = sorted({name for name in cells if cells.count(name) > 1})
    if twice:
        raise UnreadableFile(f"the header has a column twice: {', '.join(twice)}")
    return cells


def _row(line: int, header: Sequence[str], cells: Sequence[str]) -> RawRow | BrokenRow:
    if len(cells) != len(header):
        message = f"{len(cells)} cells under {len(header)} columns"
        return BrokenRow(line, ",".join(cells), "cell_count", message)
    return RawRow(line, {name: cell for name, cell in zip(header, cells, strict=True) if cell}, is_text=True)
