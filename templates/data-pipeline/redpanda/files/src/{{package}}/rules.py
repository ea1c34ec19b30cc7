"""The place for your own rules: what makes an event fit for use."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from .errors import Rejected
from .event import Event

type Rule = Callable[[Event, datetime], None]

# Clocks differ a little; an event from further ahead has a broken clock and would poison every time window.
CLOCK_SKEW = timedelta(minutes=5)


def check(event: Event, now: datetime) -> None:
    """Returns if the event is fit for use. Raise Rejected, or Transient if a look-up is down."""
    if event.event_time > now + CLOCK_SKEW:
        raise Rejected("event-from-the-future")
    problem = event.problem()
    if problem is not None:
        raise Rejected(problem)
