"""Whether a challenger may take the champion's place: pure, so that every case can be tested."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import average_precision_score

RESAMPLES = 200
LEAST_POSITIVES = 20


@dataclass(frozen=True)
class Limits:
    """What a challenger must reach."""

    minimum_score: float
    minimum_chance: float


@dataclass(frozen=True)
class Verdict:
    """The gate's decision, with the figures it rests on and a reason for each refusal."""

    challenger: float
    champion: float | None
    chance: float | None
    refusals: tuple[str, ...]

    @property
    def promote(self) -> bool:
        """Whether nothing was refused."""
        return not self.refusals


def judge(
    labels: NDArray[np.int64],
    challenger: NDArray[np.float64],
    champion: NDArray[np.float64] | None,
    limits: Limits,
    seed: int = 42,
) -> Verdict:
    """Compares the scores that both models give the same held-back rows."""
    refusals: list[str] = []
    positives = int(labels.sum())
    if positives < LEAST_POSITIVES or positives == len(labels):
        refusals.append(f"{positives} positives in {len(labels)} held-back rows say too little")
        return Verdict(0.0, None, None, tuple(refusals))
    score = float(average_precision_score(labels, challenger))
    if score < limits.minimum_score:
        refusals.append(f"average precision {score:.3f} is below {limits.minimum_score}")
    if champion is None:
        return Verdict(score, None, None, tuple(refusals))
    chance = chance_of_gain(labels, challenger, champion, seed)
    if chance < limits.minimum_chance:
        refusals.append(
            f"beats the champion in {chance:.0%} of resamples, not in {limits.minimum_chance:.0%}"
        )
    return Verdict(score, float(average_precision_score(labels, champion)), chance, tuple(refusals))


def chance_of_gain(
    labels: NDArray[np.int64],
    challenger: NDArray[np.float64],
    champion: NDArray[np.float64],
    seed: int,
) -> float:
    """The share of paired bootstrap resamples in which the challenger is better; equal is not better."""
    random = np.random.default_rng(seed)
    positive, negative = np.flatnonzero(labels == 1), np.flatnonzero(labels == 0)
    gains = 0
    for _ in range(RESAMPLES):
        # Both classes keep their size, or a resample without positives would have no score.
        rows = np.concatenate(
            [random.choice(positive, positive.size), random.choice(negative, negative.size)]
        )
        better = average_precision_score(labels[rows], challenger[rows])
        gains += bool(better > average_precision_score(labels[rows], champion[rows]))
    return gains / RESAMPLES
