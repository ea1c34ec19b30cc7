"""The event: one payment, as it was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Self

from .fields import moment, text, whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One payment. Amounts are whole minor units (cents), because floats lose money."""

    event_id: str
    event_time: datetime
    account_id: str
    merchant_id: str
    amount_minor: int
    currency: str
    channel: str

    @property
    def key(self) -> str:
        """Payments of one account stay in order, because they share a partition."""
        return self.account_id

    def problem(self) -> str | None:
        """What the schema cannot say: a payment moves money."""
        return "amount-is-zero" if self.amount_minor == 0 else None

    def to_record(self) -> dict[str, object]:
        """The fields as the schema names them."""
        return asdict(self)

    @classmethod
    def from_record(cls, record: Mapping[str, object]) -> Self:
        """The event of a record that the schema has accepted; a wrong type is a ValueError."""
        return cls(
            event_id=text(record, "event_id"),
            event_time=moment(record, "event_time"),
            account_id=text(record, "account_id"),
            merchant_id=text(record, "merchant_id"),
            amount_minor=whole(record, "amount_minor"),
            currency=text(record, "currency"),
            channel=text(record, "channel"),
        )
