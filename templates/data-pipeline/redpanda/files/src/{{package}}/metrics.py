"""What the process tells Prometheus."""

from __future__ import annotations

import json

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram


class Metrics:
    """The measurements of one process, in a registry of their own so that tests do not share them."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.consumed = Counter(
            "pipeline_events_consumed",
            "Events read, by what became of them",
            ["outcome"],
            registry=self.registry,
        )
        self.dead_letters = Counter(
            "pipeline_dead_letters",
            "Events sent to the dead-letter topic",
            ["reason"],
            registry=self.registry,
        )
        self.retries = Counter("pipeline_retries", "Attempts after the first", registry=self.registry)
        self.deliveries = Counter(
            "pipeline_deliveries",
            "Events handed to the broker, by result",
            ["result"],
            registry=self.registry,
        )
        self.batch_seconds = Histogram(
            "pipeline_batch_seconds", "Time from a batch read to its commit", registry=self.registry
        )
        self.lag = Gauge(
            "pipeline_consumer_lag", "Events not yet read", ["topic", "partition"], registry=self.registry
        )

        # A series that is there from the start can be alerted on before the first event.
        for outcome in ("valid", "set-aside"):
            self.consumed.labels(outcome)
        for result in ("confirmed", "failed"):
            self.deliveries.labels(result)

    def read_statistics(self, text: str) -> None:
        """Takes the lag out of librdkafka's statistics; -1 there means not known yet."""
        for topic, details in json.loads(text).get("topics", {}).items():
            for partition, state in details.get("partitions", {}).items():
                lag = state.get("consumer_lag", -1)
                if lag >= 0:
                    self.lag.labels(topic, partition).set(lag)
