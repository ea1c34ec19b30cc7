"""Writes measured values into the model card, and says whether they reach what the record promises."""

import json
import math
from collections.abc import Mapping
from pathlib import Path

from .documents import DocumentError, text_at, value_at

BEGIN = "<!-- measured: begin -->"
END = "<!-- measured: end -->"


def read_measures(file: Path) -> dict[str, float]:
    """A JSON object of metrics and their values."""
    try:
        document = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError) as error:
        raise DocumentError(f"{file} cannot be read: {error}") from error
    if not isinstance(document, dict) or not document:
        raise DocumentError(f"{file} holds no metrics")
    for name, value in document.items():
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise DocumentError(f"{name} in {file} is no number")
    return document


def shortfalls(record: object, measured: Mapping[str, float]) -> list[str]:
    """The promised metrics that were not measured, or not reached."""
    promised = value_at(record, "spec.aiAct.accuracy.thresholds")
    if not isinstance(promised, Mapping):
        raise DocumentError("spec.aiAct.accuracy.thresholds is no mapping")
    return [
        f"{name} is {measured[name]:g}, the record promises {least:g}"
        if name in measured
        else f"{name} was not measured"
        for name, least in promised.items()
        if not measured.get(name, -math.inf) >= least
    ]


def write_card(folder: Path, record: object, measured: Mapping[str, float]) -> None:
    """Puts the values between the marks of the card."""
    file = folder / text_at(record, "spec.model.card")
    text = file.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise DocumentError(f"{file} has no marks for measured values")
    rows = [f"| {name} | {value:g} |" for name, value in sorted(measured.items())]
    table = "\n".join(["| metric | value |", "|---|---|", *rows])
    file.write_text(f"{before}{BEGIN}\n\n{table}\n\n{END}{after}", encoding="utf-8")
