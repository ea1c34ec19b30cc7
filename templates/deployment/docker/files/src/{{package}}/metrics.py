"""What Prometheus is told; labels name the model and its version, never a person or a request."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

LABELS = ("model_name", "model_version")


class Metrics:
    """The metrics of one server."""

    def __init__(self, model_name: str, model_version: str) -> None:
        self.registry = CollectorRegistry()
        labels = (model_name, model_version)
        requests = Counter(
            "model_requests", "Requests by outcome.", (*LABELS, "outcome"), registry=self.registry
        )
        self.good = requests.labels(*labels, "ok")
        self.refused = requests.labels(*labels, "refused")
        self.failed = requests.labels(*labels, "failed")
        decisions = Counter(
            "model_decisions", "Rows by decision.", (*LABELS, "decision"), registry=self.registry
        )
        self.positive = decisions.labels(*labels, "positive")
        self.negative = decisions.labels(*labels, "negative")
        self.seconds = Histogram(
            "model_request_seconds",
            "Time from a request to its response.",
            LABELS,
            buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5),
            registry=self.registry,
        ).labels(*labels)
        self.scores = Histogram(
            "model_score",
            "The scores that were given.",
            LABELS,
            buckets=[step / 10 for step in range(1, 11)],
            registry=self.registry,
        ).labels(*labels)
        Gauge("model_info", "The model that is served.", LABELS, registry=self.registry).labels(*labels).set(
            1
        )
