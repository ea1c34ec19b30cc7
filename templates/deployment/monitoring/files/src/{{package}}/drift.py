"""How far values have moved from their reference, and how unusual the latest minute is: pure."""

import math
from collections.abc import Sequence

import numpy as np

from .reference import Distribution

# An empty bin would make the index infinite; this is the share of half a row in a thousand.
FLOOR = 0.0005
LEAST_MINUTES = 15


def stability_index(reference: Distribution, values: Sequence[float]) -> float:
    """The population stability index: under 0.1 little has moved, over 0.2 much has."""
    total = 0.0
    for expected, found in zip(reference.shares, reference.shares_of(values), strict=True):
        before, now = max(expected, FLOOR), max(found, FLOOR)
        total += (now - before) * math.log(now / before)
    return total


def unusualness(earlier: Sequence[float], latest: float) -> float | None:
    """How many robust standard deviations the latest value lies from the median; None while little is known."""
    if len(earlier) < LEAST_MINUTES:
        return None
    middle = float(np.median(earlier))
    spread = 1.4826 * float(np.median(np.abs(np.asarray(earlier) - middle)))
    # What never moved has no spread; a hundredth of its size is then one step.
    return (latest - middle) / (spread or abs(middle) / 100 or 1.0)
