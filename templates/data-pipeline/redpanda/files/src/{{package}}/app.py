"""Puts the parts together and takes them apart again in order."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from threading import Event as Flag

from confluent_kafka import Consumer, KafkaError, Producer, TopicPartition
from confluent_kafka.admin import AdminClient

from . import topics
from .codec import CONTENT_TYPE, encode
from .errors import InvalidEvent
from .event import Event
from .fields import parsed
from .metrics import Metrics
from .monitor import Health, Monitor
from .publisher import KafkaPublisher
from .rules import Rule, check
from .settings import Settings
from .validator import Validator

log = logging.getLogger(__name__)


def validate(settings: Settings, stop: Flag, rule: Rule = check) -> None:
    """Reads, checks and passes on until asked to stop; then leaves the group in good order."""
    metrics, health = Metrics(), Health()
    producer = Producer(settings.producer() | {"error_cb": _report})
    consumer = Consumer(settings.consumer() | {"error_cb": _report, "stats_cb": metrics.read_statistics})

    def on_assign(_consumer: Consumer, partitions: list[TopicPartition]) -> None:
        health.assigned()
        log.info("partitions assigned", extra={"facts": {"count": len(partitions)}})

    with Monitor(settings.metrics_host, settings.metrics_port, metrics, health):
        try:
            consumer.subscribe([settings.topic], on_assign=on_assign)
            Validator(
                consumer=consumer,
                publisher=KafkaPublisher(producer, metrics, settings.delivery_seconds),
                rule=rule,
                settings=settings,
                metrics=metrics,
                stop=stop,
                beat=health.beat,
            ).run()
        finally:
            consumer.close()
    log.info("stopped")


def publish(settings: Settings, lines: Iterable[str]) -> int:
    """Sends each line, an event as JSON, and returns how many the broker has confirmed."""
    publisher = KafkaPublisher(
        Producer(settings.producer() | {"error_cb": _report}), Metrics(), settings.delivery_seconds
    )
    count = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            event = Event.from_record(parsed(json.loads(line)))
            payload = encode(event)
        except (ValueError, KeyError, InvalidEvent) as error:
            raise InvalidEvent(f"line {number}: {error}") from error
        headers = [("content-type", CONTENT_TYPE.encode()), ("event-id", event.event_id.encode())]
        publisher.send(settings.topic, event.key.encode(), payload, headers)
        count += 1
    publisher.flush()
    return count


def create_topics(settings: Settings) -> list[str]:
    """Makes the topics that are missing."""
    return topics.create(settings, AdminClient(settings.client()))


def _report(error: KafkaError) -> None:
    # librdkafka mends most of these by itself; what it cannot mend reaches the caller as an exception.
    log.warning("client trouble", extra={"facts": {"error": error.name(), "fatal": error.fatal()}})
