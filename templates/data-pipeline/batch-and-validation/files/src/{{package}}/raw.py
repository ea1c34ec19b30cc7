"""What a reader of one format gives: rows as they stand in the file, before anybody judged them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path


class UnreadableFile(Exception):
    """The file is not of its format, or ends too early; nothing in it can be trusted."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row. In CSV every value is text, so text is turned into numbers there and nowhere else."""

    place: int
    values: dict[str, object]
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """A row that cannot even be taken apart, while the next one can."""

    place: int
    text: str
    rule: str
    message: str


type Reader = Callable[[Path], Iterator[RawRow | BrokenRow]]
