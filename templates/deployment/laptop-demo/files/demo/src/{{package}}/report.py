"""The report of a run: a page of text and a plot, both left in the demo's folder."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from . import defaults
from .circle import Results
from .plot import Bars, plot

DRIFT_LIMIT = 0.2


def write_report(results: Results, folder: Path) -> str:
    """Writes report.md, report.svg and report.json, and returns the page."""
    before, after = drift_of(results.before), drift_of(results.after)
    scores = {
        "champion": number(results.second.get("champion")),
        "challenger": number(results.second.get("challenger")),
    }
    page = text_of(results, before, after, scores)
    (folder / "report.md").write_text(page, encoding="utf-8")
    (folder / "report.json").write_text(json.dumps(asdict(results), indent=2) + "\n", encoding="utf-8")
    drift = Bars(
        "Drift (stability index)",
        {name: (before.get(name, 0.0), after[name]) for name in after},
        ("as usual", "changed"),
        DRIFT_LIMIT,
    )
    gate = Bars(
        "Average precision on held-back payments",
        {name: (score,) for name, score in scores.items()},
        ("",),
        None,
    )
    (folder / "report.svg").write_text(plot([drift, gate]), encoding="utf-8")
    return page


def text_of(
    results: Results, before: Mapping[str, float], after: Mapping[str, float], scores: Mapping[str, float]
) -> str:
    """The page, in Markdown."""
    counts = results.counts
    verdict = (
        "**The new model takes the champion's place.**"
        if results.promoted
        else f"**The gate refused the new model**: {'; '.join(texts(results.second.get('refusals')))}."
    )
    drift = [f"| {name} | {before.get(name, 0.0):.3f} | {after[name]:.3f} |" for name in after]
    lines = [
        f"# {defaults.SYSTEM}: one turn of the circle",
        "",
        f"{counts['history']} labelled payments of the past trained the first model "
        f"(average precision {number(results.first.get('challenger')):.3f} on the newest 30 %).",
        f"It scored {counts['usual']} payments as usual and {counts['changed']} after fraudsters changed their ways.",
        "",
        "| drift of | as usual | changed |",
        "|---|---:|---:|",
        *drift,
        "",
        f"Alert on: {', '.join(texts(results.after.get('drifted')))}.",
        f"{counts['feedback']} labels came back{' (shuffled on purpose)' if results.shuffled else ''}; "
        f"training again, because of: {', '.join(texts(results.decision.get('reasons')))}.",
        "",
        "| held-back payments | average precision |",
        "|---|---:|",
        *(f"| {name} | {score:.3f} |" for name, score in scores.items()),
        "",
        f"{verdict} Served now: version {results.served}.",
        "",
        f"{sum(results.seconds.values()):.0f} s in all; plot in report.svg, figures in report.json.",
    ]
    return "\n".join(lines) + "\n"


def drift_of(findings: Mapping[str, object]) -> Mapping[str, float]:
    """The stability index of each column."""
    drift = findings.get("drift")
    return {str(name): number(index) for name, index in drift.items()} if isinstance(drift, dict) else {}


def number(value: object) -> float:
    """A figure of a program, 0 where it gave none."""
    return float(value) if isinstance(value, (int, float)) else 0.0


def texts(value: object) -> list[str]:
    """Words of a program."""
    return [str(item) for item in value] if isinstance(value, list) else []
