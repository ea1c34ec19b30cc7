"""Whether a challenger is better than the champion on the same held-back rows: pure."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 200
LEAST_OF_EACH_CLASS = 20
# How often chance alone may do as well as the challenger.
LUCK = 0.01

type Scores = NDArray[np.float64]
type Labels = NDArray[np.int64]


@dataclass(frozen=True)
class Verdict:
    """The figures, and a reason for each refusal."""

    challenger: float
    champion: float
    chance: float
    luck: float
    refusals: tuple[str, ...]

    @property
    def better(self) -> bool:
        """Whether nothing was refused."""
        return not self.refusals


def compare(
    labels: Labels, challenger: Scores, champion: Scores, minimum_chance: float, seed: int = 42
) -> Verdict:
    """Average precision of both, how surely the challenger's is higher, and how likely luck explains it."""
    positives = int(labels.sum())
    if min(positives, len(labels) - positives) < LEAST_OF_EACH_CLASS:
        few = f"{positives} positives in {len(labels)} held-back rows say too little"
        return Verdict(0.0, 0.0, 0.0, 1.0, (few,))
    random = np.random.default_rng(seed)
    chance = chance_of_gain(labels, challenger, champion, random)
    luck = share_of_luck(labels, challenger, random)
    refusals = []
    if luck > LUCK:
        # What shuffled labels look like: there is nothing in the features that tells them apart.
        refusals.append(
            f"shuffled labels fit the challenger as well in {luck:.1%} of trials, not in {LUCK:.0%}"
        )
    if chance < minimum_chance:
        refusals.append(f"beats the champion in {chance:.0%} of resamples, not in {minimum_chance:.0%}")
    figures = (average_precision(labels, challenger), average_precision(labels, champion))
    return Verdict(*figures, chance, luck, tuple(refusals))


def average_precision(labels: Labels, scores: Scores) -> float:
    """The area under precision over recall, in steps; rows with the same score are one step."""
    order = np.argsort(-scores, kind="stable")
    last_of_step = np.append(np.diff(scores[order]) != 0, True)
    found = np.cumsum(labels[order])[last_of_step]
    precision = found / (np.flatnonzero(last_of_step) + 1)
    return float(np.sum(np.diff(found, prepend=0) * precision) / found[-1])


def chance_of_gain(
    labels: Labels, challenger: Scores, champion: Scores, random: np.random.Generator
) -> float:
    """The share of paired resamples in which the challenger is better; equal is not better."""
    positive, negative = np.flatnonzero(labels == 1), np.flatnonzero(labels == 0)
    gains = 0
    for _ in range(RESAMPLES):
        # Both classes keep their size, or a resample without positives would have no score.
        rows = np.concatenate(
            [random.choice(positive, positive.size), random.choice(negative, negative.size)]
        )
        gains += average_precision(labels[rows], challenger[rows]) > average_precision(
            labels[rows], champion[rows]
        )
    return gains / RESAMPLES


def share_of_luck(labels: Labels, scores: Scores, random: np.random.Generator) -> float:
    """How often labels in a random order fit the scores at least as well."""
    reached = average_precision(labels, scores)
    trials = (average_precision(random.permutation(labels), scores) for _ in range(RESAMPLES))
    return sum(trial >= reached for trial in trials) / RESAMPLES
