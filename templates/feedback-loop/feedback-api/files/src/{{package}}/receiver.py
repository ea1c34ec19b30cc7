"""Decides what becomes of feedback: kept, known already, outdated, or about nothing that was predicted."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from .feedback import Feedback
from .predictions import Predictions
from .store import Store

# How far the clock of a caller may be ahead of ours.
CLOCK_SKEW = timedelta(minutes=5)


class Outcome(StrEnum):
    """What became of one piece of feedback."""

    STORED = "stored"
    KNOWN = "known"
    OUTDATED = "outdated"
    UNKNOWN_PREDICTION = "unknown_prediction"
    FUTURE = "future"


class Receiver:
    """Keeps each piece of feedback once, in an order in which the last one for a prediction is the latest."""

    def __init__(
        self,
        store: Store,
        predictions: Predictions | None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._store, self._predictions, self._now = store, predictions, now
        self._lock = threading.Lock()
        self._known: dict[str, list[Feedback]] = {}
        for feedback in store.stored():
            self._known.setdefault(feedback.prediction_id, []).append(feedback)

    def receive(self, feedback: Feedback) -> Outcome:
        """Returns after the store has it; a store that fails raises StoreFailedError and nothing is remembered."""
        now = self._now()
        if feedback.at > now + CLOCK_SKEW:
            return Outcome.FUTURE
        if self._predictions is not None and not self._predictions.has(feedback.prediction_id):
            return Outcome.UNKNOWN_PREDICTION
        with self._lock:
            earlier = self._known.get(feedback.prediction_id, [])
            if feedback in earlier:
                return Outcome.KNOWN
            # Readers take the last line of a prediction, so an older one must not come behind a newer.
            if earlier and feedback.at < earlier[-1].at:
                return Outcome.OUTDATED
            self._store.append(feedback, now)
            self._known[feedback.prediction_id] = [*earlier, feedback]
        return Outcome.STORED
