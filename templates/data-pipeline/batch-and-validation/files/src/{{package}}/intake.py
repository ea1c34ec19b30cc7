"""Takes files one after the other and decides about each as a whole."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from .contract import MAX_BAD_SHARE, Row, time_of
from .raw import BrokenRow, RawRow, UnreadableFile
from .readers import reader_of
from .validation import Reason, judge

# More than these tell nothing new of a file, and would fill the disk.
MAX_BAD_ROWS_KEPT = 1000


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that was set aside, with all that is needed to repair it."""

    file: str
    place: int
    reasons: tuple[Reason, ...]
    content: object


@dataclass(slots=True)
class FileReport:
    """What came of one file."""

    file: str
    sha256: str
    good: int = 0
    bad: int = 0
    copies: int = 0
    problem: str | None = None
    reasons: Counter[str] = field(default_factory=Counter)

    @property
    def accepted(self) -> bool:
        """Whether its good rows were taken."""
        return self.problem is None


class Intake:
    """Rows of all files so far. An event is kept once, whatever file it came in."""

    def __init__(self, now: datetime, max_bad_share: float = MAX_BAD_SHARE) -> None:
        self._now = now
        self._max_bad_share = max_bad_share
        self._rows: dict[str, Row] = {}
        self.bad_rows: list[BadRow] = []
        self.files: list[FileReport] = []

    @property
    def rows(self) -> list[Row]:
        """All rows that were taken, oldest first."""
        return sorted(self._rows.values(), key=lambda row: (time_of(row), row["event_id"]))

    def take(self, file: Path, name: str) -> FileReport:
        """Takes the good rows of a file, or none of it."""
        report = FileReport(name, _digest(file))
        self.files.append(report)
        found: dict[str, Row] = {}
        reader = reader_of(file)
        if reader is None:
            report.problem = "no reader for this ending"
            return report
        try:
            for raw in reader(file):
                self._sort(raw, report, found)
        except UnreadableFile as error:
            report.problem = str(error)
        total = report.good + report.bad + report.copies
        if report.problem is None and total == 0:
            report.problem = "no rows"
        if report.problem is None and report.bad > self._max_bad_share * total:
            report.problem = f"{report.bad} of {total} rows are bad"
        if report.accepted:
            self._rows |= found
        return report

    def _sort(self, raw: RawRow | BrokenRow, report: FileReport, found: dict[str, Row]) -> None:
        row = judge(raw, self._now)
        if isinstance(row, tuple):
            self._set_aside(raw, row, report)
            return
        known = found.get(row["event_id"]) or self._rows.get(row["event_id"])
        if known is None:
            found[row["event_id"]] = row
            report.good += 1
        elif known == row:
            report.copies += 1
        else:
            reason = Reason("event_id", "conflict", "Another row has this event_id and other values")
            self._set_aside(raw, (reason,), report)

    def _set_aside(self, raw: RawRow | BrokenRow, reasons: tuple[Reason, ...], report: FileReport) -> None:
        report.bad += 1
        report.reasons.update({f"{each.column}: {each.rule}" for each in reasons})
        if report.bad <= MAX_BAD_ROWS_KEPT:
            content = raw.values if isinstance(raw, RawRow) else raw.text
            self.bad_rows.append(BadRow(report.file, raw.place, reasons, content))


def files_of(inputs: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """The files named, and those below the folders named; a name that starts with . or _ is somebody's bookkeeping."""
    for path in inputs:
        if path.is_dir():
            below = sorted(file for file in path.rglob("*") if file.is_file())
            for file in below:
                name = file.relative_to(path)
                if not any(part.startswith((".", "_")) for part in name.parts):
                    yield file, name.as_posix()
        else:
            yield path, path.name


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
