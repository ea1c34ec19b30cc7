"""From payments to predictions: by the model, or by a rule where the model does not answer."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from .features import FEATURES, FeatureMaker
from .model import Answer, ModelUnavailableError
from .payment import Payment

FALLBACK = "fallback"


class Scorer(Protocol):
    """What is needed of a model."""

    def score(self, request_id: str, rows: Sequence[Sequence[float]]) -> Answer:
        """A score for each row."""


@dataclass(frozen=True)
class Prediction:
    """One line of the prediction log: what was seen and what was said of it."""

    prediction_id: str
    at: datetime
    event_id: str
    account: str
    model_name: str
    model_version: str
    features: tuple[float, ...]
    score: float
    decision: bool

    def to_json(self) -> str:
        """The prediction as one line."""
        return json.dumps(
            {
                "prediction_id": self.prediction_id,
                "at": self.at.isoformat(timespec="milliseconds"),
                "event_id": self.event_id,
                "model_name": self.model_name,
                "model_version": self.model_version,
                "features": dict(zip(FEATURES, self.features, strict=True)),
                "score": self.score,
                "decision": self.decision,
            }
        )


class Decider:
    """Decides about payments, a few at once."""

    def __init__(
        self,
        maker: FeatureMaker,
        model: Scorer,
        model_name: str,
        threshold: float,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._maker, self._model = maker, model
        self._model_name, self._threshold = model_name, threshold
        self._now = now

    def decide(self, payments: Sequence[Payment]) -> list[Prediction]:
        """A prediction for each payment, in their order; there is one whatever becomes of the model."""
        rows = [self._maker.of(payment) for payment in payments]
        name = self._model_name
        try:
            answer = self._model.score(payments[0].event_id, rows)
        except ModelUnavailableError:
            # Another name, so that nobody measures the model by what a rule said.
            name, answer = FALLBACK, Answer(FALLBACK, tuple(rule(row) for row in rows), None)
        ids = answer.prediction_ids or tuple(f"{payment.event_id}-{name}" for payment in payments)
        return [
            Prediction(
                prediction_id,
                self._now(),
                payment.event_id,
                payment.account,
                name,
                answer.model_version,
                row,
                score,
                score >= self._threshold,
            )
            for prediction_id, payment, row, score in zip(ids, payments, rows, answer.scores, strict=True)
        ]


def rule(row: Sequence[float]) -> float:
    """What a person would say who knows nothing but the merchant and the pace: careful, not clever."""
    values = dict(zip(FEATURES, row, strict=True))
    return max(values["merchant_risk"], min(values["velocity_1h"] / 10, 1.0))
