"""One entry of a chain: what happened, and the hash of the entry before."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from .settings import AuditError

FIRST = "0" * 64
LARGEST = 65_536


@dataclass(frozen=True)
class Event:
    """What happened, before it has a place in a chain."""

    actor: str
    action: str
    subject: str
    details: Mapping[str, object]


@dataclass(frozen=True)
class Entry:
    """An event with its place in a chain."""

    sequence: int
    at: datetime
    event: Event
    previous: str
    digest: str = ""

    def sealed(self) -> "Entry":
        """The same with its hash over everything else."""
        return replace(self, digest=hashlib.sha256(canonical(self._fields()).encode()).hexdigest())

    def line(self) -> str:
        """One line of a file."""
        text = canonical({**self._fields(), "hash": self.digest}) + "\n"
        if len(text.encode()) > LARGEST:
            raise AuditError(f"an entry may have {LARGEST} bytes; keep the rest elsewhere and log its hash")
        return text

    def _fields(self) -> dict[str, object]:
        event = self.event
        return {
            "sequence": self.sequence,
            "at": self.at.isoformat(),
            "actor": event.actor,
            "action": event.action,
            "subject": event.subject,
            "details": event.details,
            "previous": self.previous,
        }


def canonical(value: object) -> str:
    """The one way of writing a value, so that its hash is one too."""
    try:
        return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise AuditError(f"this cannot be logged: {error}") from error


def entry_from(line: str) -> Entry:
    """Reads a line; anything but a whole entry is an error."""
    try:
        fields = json.loads(line)
        event = Event(fields["actor"], fields["action"], fields["subject"], fields["details"])
        at = datetime.fromisoformat(fields["at"]).astimezone(UTC)
        return Entry(int(fields["sequence"]), at, event, fields["previous"], fields["hash"])
    except (ValueError, KeyError, TypeError) as error:
        raise AuditError(f"a line is no entry: {error!r}") from error


def forbidden_in(details: object, forbidden: frozenset[str]) -> set[str]:
    """The names of details, at any depth, that may not be logged."""
    if isinstance(details, Mapping):
        below = (forbidden_in(value, forbidden) for value in details.values())
        return {name for name in details if name.lower() in forbidden}.union(*below)
    if isinstance(details, list):
        return set().union(*(forbidden_in(value, forbidden) for value in details))
    return set()
