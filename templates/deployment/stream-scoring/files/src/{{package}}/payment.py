"""A payment, as far as its features need it."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Self


class BadEventError(Exception):
    """The bytes are no payment; the message holds no value of it, for that may be personal."""


@dataclass(frozen=True)
class Payment:
    """One payment, of a time that says its zone."""

    event_id: str
    at: datetime
    account: str
    merchant: str
    amount_minor: int

    @classmethod
    def parse(cls, text: str | bytes) -> Self:
        """The payment of a line or a message."""
        try:
            found = json.loads(text)
            payment = cls(
                event_id=str(found["event_id"]),
                at=datetime.fromisoformat(found["event_time"]),
                account=str(found["account_id"]),
                merchant=str(found["merchant_id"]),
                amount_minor=int(found["amount_minor"]),
            )
        except (ValueError, TypeError, KeyError) as error:
            raise BadEventError(f"no payment: {type(error).__name__}") from None
        if payment.at.tzinfo is None:
            raise BadEventError("the time of the payment has no zone")
        return payment
