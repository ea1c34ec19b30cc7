"""Features of a payment. Training and serving call this very code, so that both mean the same by a name."""

import json
from bisect import bisect_right
from collections import deque
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from .payment import Payment

FEATURES = ("amount", "merchant_risk", "hour", "velocity_1h")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MOST_ACCOUNTS = 10_000


class BadRisksError(Exception):
    """The table of merchants cannot be used."""


class FeatureMaker:
    """Makes the features of payments in the order in which they come; remembers an hour of each account."""

    def __init__(self, risks: Mapping[str, float]) -> None:
        self._risks = risks
        self._seen: dict[str, deque[datetime]] = {}
        self._most_accounts = MOST_ACCOUNTS

    def of(self, payment: Payment) -> tuple[float, ...]:
        """The values of FEATURES, in that order. Only what was known at the time of the payment goes in."""
        return (
            payment.amount_minor / 100,
            # A merchant that nobody knows is neither good nor bad.
            self._risks.get(payment.merchant, 0.5),
            float(payment.at.astimezone(UTC).hour),
            float(self._count(payment)),
        )

    def _count(self, payment: Payment) -> int:
        """How many payments the account made in the hour up to this one, itself included."""
        self._forget(payment.at)
        times = self._seen.setdefault(payment.account, deque())
        # Events of one account may overtake each other a little.
        times.insert(bisect_right(times, payment.at), payment.at)
        count = sum(payment.at - HOUR < time <= payment.at for time in times)
        while times[-1] - times[0] >= 2 * HOUR:
            times.popleft()
        return count

    def _forget(self, now: datetime) -> None:
        """Lets accounts go that made no payment for a day, now and then."""
        if len(self._seen) < self._most_accounts:
            return
        # A day, not an hour: one partition may be read far ahead of another.
        self._seen = {account: times for account, times in self._seen.items() if times[-1] > now - DAY}
        # Not each time: looking through all accounts is dear.
        self._most_accounts = max(MOST_ACCOUNTS, 2 * len(self._seen))


def read_risks(file: Path) -> Mapping[str, float]:
    """The risk of each known merchant, from 0 to 1."""
    try:
        risks = {str(merchant): float(risk) for merchant, risk in json.loads(file.read_text("utf-8")).items()}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise BadRisksError(f"{file} holds no risks of merchants: {error!r}") from error
    wrong = [merchant for merchant, risk in risks.items() if not 0 <= risk <= 1]
    if wrong:
        raise BadRisksError(f"{file}: the risk of {wrong[0]} is not from 0 to 1")
    return risks
