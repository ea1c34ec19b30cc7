"""The event: what a person did with an item that was shown or recommended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Self

from .fields import moment, text, whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One interaction. The person is known by a pseudonym only."""

    event_id: str
    event_time: datetime
    user_pseudonym: str
    item_id: str
    action: str
    position: int
    dwell_ms: int

    @property
    def key(self) -> str:
        """What one person does stays in order, because it shares a partition."""
        return self.user_pseudonym

    def problem(self) -> str | None:
        """What the schema cannot say: nobody dwells on what was only shown."""
        return "impression-with-dwell-time" if self.action == "impression" and self.dwell_ms > 0 else None

    def to_record(self) -> dict[str, object]:
        """The fields as the schema names them."""
        return asdict(self)

    @classmethod
    def from_record(cls, record: Mapping[str, object]) -> Self:
        """The event of a record that the schema has accepted; a wrong type is a ValueError."""
        return cls(
            event_id=text(record, "event_id"),
            event_time=moment(record, "event_time"),
            user_pseudonym=text(record, "user_pseudonym"),
            item_id=text(record, "item_id"),
            action=text(record, "action"),
            position=whole(record, "position"),
            dwell_ms=whole(record, "dwell_ms"),
        )
