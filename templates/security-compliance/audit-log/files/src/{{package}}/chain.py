"""A chain in files of one month each. Entries are appended only; whole months expire and leave a stone."""

import fcntl
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from .entry import FIRST, LARGEST, Entry, Event, entry_from, forbidden_in
from .settings import AuditError, Category

STONE = "expired.json"


@dataclass(frozen=True)
class Head:
    """Where a chain ends: the place and the hash of its last entry."""

    sequence: int
    digest: str


class Chain:
    """The entries of one category."""

    def __init__(self, folder: Path, category: Category, forbidden: frozenset[str]) -> None:
        """The files need not be there yet."""
        self._folder = folder / category.name
        self._category = category
        self._forbidden = forbidden

    @property
    def name(self) -> str:
        """The name of the category."""
        return self._category.name

    def append(self, events: Iterable[Event], at: datetime) -> Head:
        """Adds entries of one moment, and returns only when they are on the disk."""
        checked = [self._checked(event) for event in events]
        with self._locked():
            head, last = self.head(), self._last()
            if last is not None and at < last.at:
                raise AuditError(f"{at.isoformat()} is before the last entry of {last.at.isoformat()}")
            lines = []
            for event in checked:
                entry = Entry(head.sequence + 1, at, event, head.digest).sealed()
                head = Head(entry.sequence, entry.digest)
                lines.append(entry.line())
            with (self._folder / f"{at:%Y-%m}.jsonl").open("a", encoding="utf-8") as file:
                file.write("".join(lines))
                file.flush()
                os.fsync(file.fileno())
        return head

    def entries(self) -> Iterator[Entry]:
        """All entries that have not expired, oldest first."""
        start = self.start().sequence
        for file in self._months():
            yield from (entry for entry in _entries_in(file) if entry.sequence > start)

    def start(self) -> Head:
        """What the first entry that is left must follow."""
        stone = self._folder / STONE
        if not stone.is_file():
            return Head(0, FIRST)
        try:
            fields = json.loads(stone.read_text(encoding="utf-8"))
            return Head(int(fields["sequence"]), str(fields["hash"]))
        except (ValueError, KeyError, TypeError) as error:
            raise AuditError(f"{stone} cannot be read: {error!r}") from error

    def head(self) -> Head:
        """Where the chain ends."""
        start, last = self.start(), self._last()
        return start if last is None or last.sequence <= start.sequence else Head(last.sequence, last.digest)

    def faults(self) -> Iterator[str]:
        """Where an entry was changed, is missing or was put in."""
        before, last = self.start(), None
        for entry in self.entries():
            place = f"{self.name} {entry.sequence}"
            if entry.sequence != before.sequence + 1:
                yield f"{place}: follows {before.sequence}"
            elif entry.previous != before.digest:
                yield f"{place}: does not follow the entry before"
            if entry.sealed().digest != entry.digest:
                yield f"{place}: was changed"
            if last is not None and entry.at < last:
                yield f"{place}: is older than the entry before"
            before, last = Head(entry.sequence, entry.digest), entry.at

    def expired(self, now: datetime) -> list[Path]:
        """The oldest months of which every entry is past its retention."""
        found: list[Path] = []
        for file in self._months():
            if last_entry(file).at + self._category.retention >= now:
                break
            found.append(file)
        return found

    def expire(self, now: datetime) -> Head | None:
        """Deletes those months; where the chain now starts stands in a stone, written first."""
        with self._locked():
            months = self.expired(now)
            if not months:
                return None
            last = last_entry(months[-1])
            fields = {"sequence": last.sequence, "hash": last.digest}
            written = self._folder / f"{STONE}.new"
            written.write_text(json.dumps(fields) + "\n", encoding="utf-8")
            written.replace(self._folder / STONE)
            for month in months:
                month.unlink()
            return Head(last.sequence, last.digest)

    def _checked(self, event: Event) -> Event:
        if event.action not in self._category.actions:
            raise AuditError(f"{self.name} knows no action {event.action}")
        if not event.actor or not event.subject:
            raise AuditError("an entry needs an actor and a subject")
        found = forbidden_in(event.details, self._forbidden)
        if found:
            raise AuditError(f"{', '.join(sorted(found))} may not be logged")
        return event

    def _last(self) -> Entry | None:
        """Read from the end of the newest month, so that appending costs the same however long the chain is."""
        months = self._months()
        return last_entry(months[-1]) if months else None

    def _months(self) -> list[Path]:
        return sorted(self._folder.glob("*.jsonl"))

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """One writer at a time, also among processes."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / ".lock").open("a", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield


def last_entry(file: Path) -> Entry:
    """The last entry of a month."""
    with file.open("rb") as lines:
        lines.seek(max(0, file.stat().st_size - LARGEST))
        tail = lines.read()
    if not tail.endswith(b"\n"):
        raise AuditError(f"{file} ends within a line; a write was interrupted")
    return entry_from(tail.splitlines()[-1].decode())


def _entries_in(file: Path) -> Iterator[Entry]:
    """The entries of a month; a last line without its end was not written whole."""
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            if not line.endswith("\n"):
                raise AuditError(f"{file} ends within a line; a write was interrupted")
            yield entry_from(line)
