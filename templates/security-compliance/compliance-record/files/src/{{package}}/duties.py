"""Which duties the record has to answer, from which day, and what it does not tell yet. The dates are data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from .documents import day_at, items_at, text_at, value_at

PENDING = "pending"


@dataclass(frozen=True)
class Duty:
    """What a law asks a record to tell, where, and from which day."""

    name: str
    law: str
    since: date
    places: frozenset[object]
    conditions: Mapping[str, object]
    needs: tuple[str, ...]


@dataclass(frozen=True)
class OpenDuty:
    """A duty of this record, and what is missing for it."""

    duty: Duty
    missing: tuple[str, ...]
    is_due: bool

    def __str__(self) -> str:
        """One line for people."""
        state = "due" if self.is_due else f"from {self.duty.since}"
        return f"{self.duty.name} ({self.duty.law}), {state}: {', '.join(self.missing) or 'told'}"


def read_duties(document: object) -> tuple[Duty, ...]:
    """The duties in regulations.yaml."""
    return tuple(_duty(entry) for entry in items_at(document, "duties"))


def _duty(entry: object) -> Duty:
    conditions = entry.get("when", {}) if isinstance(entry, Mapping) else {}
    return Duty(
        name=text_at(entry, "id"),
        law=text_at(entry, "law"),
        since=day_at(entry, "since"),
        places=frozenset(items_at(entry, "where")),
        conditions=conditions,
        needs=tuple(str(path) for path in items_at(entry, "needs")),
    )


def duties_of(record: object, duties: Iterable[Duty], on: date) -> tuple[OpenDuty, ...]:
    """The duties that hold for this record, due ones first."""
    found = [
        OpenDuty(duty, tuple(path for path in duty.needs if not _is_told(record, path)), duty.since <= on)
        for duty in duties
        if _holds(duty, record)
    ]
    return tuple(sorted(found, key=lambda each: not each.is_due))


def _holds(duty: Duty, record: object) -> bool:
    if duty.places.isdisjoint(items_at(record, "spec.jurisdictions")):
        return False
    return all(_is_one_of(value_at(record, path), wanted) for path, wanted in duty.conditions.items())


def _is_one_of(value: object, wanted: object) -> bool:
    return value in wanted if isinstance(wanted, list) else value == wanted


def _is_told(record: object, path: str) -> bool:
    """A value that says something: `pending`, an empty text, an empty list and `false` do not."""
    value = value_at(record, path)
    return value != PENDING and bool(value)
