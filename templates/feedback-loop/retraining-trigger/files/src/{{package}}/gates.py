"""Whether a retraining is due and may begin: pure, so that every case can be tested."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from .logs import Judged
from .state import State

LEAST_OF_EACH_CLASS = 20
LEAST_DECISIONS = 30


@dataclass(frozen=True)
class Limits:
    """What must hold before a model is trained again."""

    threshold: float
    minimum_labels: int
    maximum_model_share: float
    least_precision: float
    drift_limit: float
    cooldown_hours: float


@dataclass(frozen=True)
class Decision:
    """Yes with what calls for it, or no with everything that speaks against it."""

    retrain: bool
    reasons: tuple[str, ...]


def decide(
    judged: Sequence[Judged], drift: Mapping[str, float], state: State, limits: Limits, now: datetime
) -> Decision:
    """Looks at every gate, so that one refusal does not hide the next."""
    causes = [*_drifted(drift, limits), *_imprecise(judged, limits)]
    refusals = [*_too_soon(state, limits, now), *_too_few(judged, state, limits), *_by_models(judged, limits)]
    if not causes:
        refusals.append("nothing calls for it: nothing drifted, and precision is not known to be too low")
    return Decision(not refusals, tuple(refusals or causes))


def trainable(judged: Sequence[Judged]) -> list[Judged]:
    """What may be trained on: a model must not learn from what models said."""
    return [one for one in judged if one.label.source != "model"]


def precision(judged: Sequence[Judged], threshold: float) -> float | None:
    """The share of right ones among the positive decisions; None while there are few."""
    decisions = [one.label.label for one in judged if one.prediction.score >= threshold]
    return sum(decisions) / len(decisions) if len(decisions) >= LEAST_DECISIONS else None


def _drifted(drift: Mapping[str, float], limits: Limits) -> Iterator[str]:
    for name, index in drift.items():
        if index > limits.drift_limit:
            yield f"{name} drifted: its stability index {index:.3f} is above {limits.drift_limit}"


def _imprecise(judged: Sequence[Judged], limits: Limits) -> Iterator[str]:
    found = precision(trainable(judged), limits.threshold)
    if found is not None and found < limits.least_precision:
        yield f"precision {found:.3f} is below {limits.least_precision}"


def _too_soon(state: State, limits: Limits, now: datetime) -> Iterator[str]:
    if state.decided_at is None:
        return
    waited = (now - state.decided_at) / timedelta(hours=1)
    if waited < limits.cooldown_hours:
        yield f"the last retraining was {waited:.1f} hours ago, not {limits.cooldown_hours}"


def _too_few(judged: Sequence[Judged], state: State, limits: Limits) -> Iterator[str]:
    known = trainable(judged)
    new = [one for one in known if state.used_until is None or one.label.at > state.used_until]
    if len(new) < limits.minimum_labels:
        yield f"{len(new)} new labels are fewer than {limits.minimum_labels}"
    positives = sum(one.label.label for one in known)
    if min(positives, len(known) - positives) < LEAST_OF_EACH_CLASS:
        yield f"{positives} positives in {len(known)} labels leave fewer than {LEAST_OF_EACH_CLASS} of a class"


def _by_models(judged: Sequence[Judged], limits: Limits) -> Iterator[str]:
    by_models = len(judged) - len(trainable(judged))
    if judged and by_models / len(judged) > limits.maximum_model_share:
        yield f"models gave {by_models} of {len(judged)} labels, more than {limits.maximum_model_share:.0%}"
