"""Sends events and knows of each whether the broker has it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from confluent_kafka import KafkaError, Message, Producer

from .errors import DeliveryFailed
from .metrics import Metrics

type Headers = Sequence[tuple[str, bytes]]


class Publisher(Protocol):
    """What the pipeline needs of a publisher."""

    def send(self, topic: str, key: bytes | None, value: bytes | None, headers: Headers) -> None:
        """Hands an event over; it may still fail."""

    def flush(self) -> None:
        """Waits until every event handed over is confirmed; raises DeliveryFailed if one is not."""


class KafkaPublisher:
    """A publisher on one idempotent producer."""

    def __init__(self, producer: Producer, metrics: Metrics, timeout_seconds: float) -> None:
        self._producer = producer
        self._metrics = metrics
        self._timeout_seconds = timeout_seconds
        self._failures: list[str] = []

    def send(self, topic: str, key: bytes | None, value: bytes | None, headers: Headers) -> None:
        """Hands an event over, waiting while the local queue is full."""
        while True:
            try:
                self._producer.produce(topic, value, key, on_delivery=self._delivered, headers=list(headers))
            except BufferError:
                self._producer.poll(0.1)
                continue
            self._producer.poll(0)
            return

    def flush(self) -> None:
        """Waits for the broker's confirmations. After a failure the events must be read and sent again."""
        waiting = self._producer.flush(self._timeout_seconds)
        failures, self._failures = self._failures, []
        if failures:
            raise DeliveryFailed(failures[0])
        if waiting:
            raise DeliveryFailed(f"{waiting} events not confirmed in {self._timeout_seconds:g} s")

    def _delivered(self, error: KafkaError | None, _message: Message) -> None:
        self._metrics.deliveries.labels("failed" if error else "confirmed").inc()
        if error:
            self._failures.append(error.str())
