"""What the features and scores looked like when the model was made: a few quantiles, no rows."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

BINS = 10
LEAST_ROWS = 500
SCORE = "score"

type Columns = Mapping[str, Sequence[float]]


class BadReferenceError(Exception):
    """The reference cannot be made or read."""


@dataclass(frozen=True)
class Distribution:
    """Inner edges between bins, and the share of reference rows in each bin."""

    edges: tuple[float, ...]
    shares: tuple[float, ...]

    def shares_of(self, values: Sequence[float]) -> tuple[float, ...]:
        """The share of other values in each of the bins; a value on an edge is in the bin above it."""
        places = np.searchsorted(self.edges, values, side="right")
        return tuple((np.bincount(places, minlength=len(self.shares)) / len(values)).tolist())


type Reference = Mapping[str, Distribution]


def make_reference(columns: Columns) -> Reference:
    """Bins of equal size, and one on each side for what was never seen; many equal values share one bin."""
    made: dict[str, Distribution] = {}
    for name, values in columns.items():
        if len(values) < LEAST_ROWS:
            raise BadReferenceError(f"{name} has {len(values)} values, {LEAST_ROWS} are needed")
        # Without the outer bins a column that never changed could change as it likes.
        above = np.nextafter(np.max(values), np.inf)
        edges = np.unique([*np.quantile(values, np.linspace(0, 1, BINS + 1)[:-1]), above])
        empty = Distribution(tuple(edges.tolist()), (0.0,) * (len(edges) + 1))
        made[name] = Distribution(empty.edges, empty.shares_of(values))
    return made


def write_reference(file: Path, reference: Reference) -> None:
    """Writes what `read_reference` reads."""
    shapes = {name: {"edges": one.edges, "shares": one.shares} for name, one in reference.items()}
    file.write_text(json.dumps(shapes, indent=2) + "\n", encoding="utf-8")


def read_reference(file: Path, names: Sequence[str]) -> Reference:
    """The reference of these columns; one that is missing is an error, not silence."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        return {
            name: Distribution(tuple(found[name]["edges"]), tuple(found[name]["shares"])) for name in names
        }
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadReferenceError(f"{file} is no reference of {', '.join(names)}: {error!r}") from error
