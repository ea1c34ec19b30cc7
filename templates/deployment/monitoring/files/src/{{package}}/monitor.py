"""One look at the logs: what is new is read, everything is measured, Prometheus is told."""

from collections.abc import Mapping
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Counter, Gauge

from . import defaults
from .drift import stability_index, unusualness
from .reference import SCORE, Reference
from .window import Follower, Window, prediction_of

LEAST_ROWS = 200


@dataclass(frozen=True)
class Findings:
    """The latest figures; what too few rows stand for is left out."""

    rows: int
    drift: Mapping[str, float]
    anomaly: Mapping[str, float]
    precision: float | None
    labelled: int

    def drifted(self, limit: float) -> list[str]:
        """The columns that moved further than the limit."""
        return [name for name, index in self.drift.items() if index > limit]


class Monitor:
    """Follows the prediction log and the feedback log of one model."""

    def __init__(
        self, predictions: Follower, feedback: Follower | None, reference: Reference, window_size: int = 5000
    ) -> None:
        self._predictions, self._feedback, self._reference = predictions, feedback, reference
        self._window = Window(window_size)
        self.registry = CollectorRegistry()
        self._gauges = _Gauges(self.registry)

    def look(self) -> Findings:
        """Reads what is new and measures."""
        for entry in self._predictions.new_lines():
            prediction = prediction_of(entry, defaults.MODEL_NAME, defaults.FEATURES)
            if prediction is None:
                self._gauges.skipped.inc()
            else:
                self._window.add(prediction)
        for entry in self._feedback.new_lines() if self._feedback else ():
            if not self._window.label(entry):
                self._gauges.skipped.inc()
        findings = self._measure()
        self._gauges.tell(findings, self._window)
        return findings

    def _measure(self) -> Findings:
        rows = len(self._window.rows)
        enough = rows >= LEAST_ROWS
        drift = {
            name: stability_index(one, self._window.column(name))
            for name, one in self._reference.items()
            if enough
        }
        precision, labelled = self._window.precision(defaults.THRESHOLD)
        return Findings(rows, drift, self._anomaly(), precision, labelled)

    def _anomaly(self) -> dict[str, float]:
        minutes = self._window.minutes()
        if not minutes:
            return {}
        series = {"volume": [count for count, _ in minutes], SCORE: [mean for _, mean in minutes]}
        found = {name: unusualness(values[:-1], values[-1]) for name, values in series.items()}
        return {name: value for name, value in found.items() if value is not None}


class _Gauges:
    """What is told; labels name the model and a feature, never a person or a prediction."""

    def __init__(self, registry: CollectorRegistry) -> None:
        def gauge(name: str, what: str, *labels: str) -> Gauge:
            return Gauge(name, what, ("model_name", *labels), registry=registry)

        self.drift = gauge("model_feature_psi", "Stability index of a feature.", "feature")
        self.score = gauge("model_score_psi", "Stability index of the score.")
        self.anomaly = gauge("model_anomaly", "Robust deviations of the last minute.", "series")
        self.precision = gauge("model_precision", "Right ones among positive decisions with feedback.")
        self.labelled = gauge("model_labelled_rows", "Positive decisions with feedback.")
        self.rows = gauge("model_window_rows", "Predictions in the window.")
        self.latest = gauge("model_last_prediction_timestamp_seconds", "Time of the latest prediction.")
        self.skipped = Counter(
            "model_log_lines_skipped", "Log lines that are none of this model.", registry=registry
        )

    def tell(self, findings: Findings, window: Window) -> None:
        """Sets every gauge; one without a figure disappears instead of staying as it was."""
        model = defaults.MODEL_NAME
        for stale in (self.drift, self.score, self.anomaly, self.precision, self.latest):
            stale.clear()
        for name, index in findings.drift.items():
            (self.score.labels(model) if name == SCORE else self.drift.labels(model, name)).set(index)
        for name, value in findings.anomaly.items():
            self.anomaly.labels(model, name).set(value)
        if findings.precision is not None:
            self.precision.labels(model).set(findings.precision)
        self.labelled.labels(model).set(findings.labelled)
        self.rows.labels(model).set(findings.rows)
        if window.rows:
            self.latest.labels(model).set(window.rows[-1].at)
