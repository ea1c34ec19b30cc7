"""Whether the risk register is complete, within its appetite and reviewed in time."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from .documents import day_at, items_at, number_at, text_at, value_at

HIGHEST = 5


def risk_problems(register: object, on: date) -> Iterator[str]:
    """What is wrong with the register on a day."""
    measures = value_at(register, "measures")
    known = set(measures) if isinstance(measures, Mapping) else set()
    every = timedelta(days=number_at(register, "reviewEveryDays"))
    seen: set[str] = set()
    for risk in items_at(register, "risks"):
        name = text_at(risk, "id")
        if name in seen:
            yield f"risk {name} is there twice"
        seen.add(name)
        text_at(risk, "owner")
        before, after = _score(risk, ""), _score(risk, "residual.")
        if after > before:
            yield f"risk {name}: measures make it worse, {before:g} to {after:g}"
        if after > number_at(register, "appetite"):
            yield f"risk {name}: {after:g} is above the appetite of {number_at(register, 'appetite'):g}"
        for measure in items_at(risk, "measures"):
            if measure not in known:
                yield f"risk {name}: nobody says what the measure {measure} is"
        due = day_at(risk, "reviewed") + every
        if due < on:
            yield f"risk {name}: the review was due on {due}"


def _score(risk: object, prefix: str) -> float:
    likelihood, impact = number_at(risk, f"{prefix}likelihood"), number_at(risk, f"{prefix}impact")
    if not (1 <= likelihood <= HIGHEST and 1 <= impact <= HIGHEST):
        raise ValueError(f"risk {text_at(risk, 'id')}: likelihood and impact go from 1 to {HIGHEST}")
    return likelihood * impact
