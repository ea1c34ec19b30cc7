"""Reads events, checks them, passes them on, and only then commits."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Event as Flag
from typing import Literal, Protocol

from confluent_kafka import KafkaError, KafkaException, Message, TopicPartition

from .codec import decode
from .dead_letter import DeadLetter, headers_of, position
from .errors import InvalidEvent, Rejected, Transient
from .event import Event
from .metrics import Metrics
from .publisher import Publisher
from .rules import Rule
from .settings import Settings

log = logging.getLogger(__name__)

POLL_SECONDS = 0.5
# A group that is being dealt out anew refuses the commit; those events come again.
_DEALT_OUT_ANEW = (
    KafkaError.ILLEGAL_GENERATION,
    KafkaError.UNKNOWN_MEMBER_ID,
    KafkaError.REBALANCE_IN_PROGRESS,
)


class Consumer(Protocol):
    """What the pipeline needs of a Kafka consumer."""

    def consume(self, num_messages: int, timeout: float) -> list[Message]:
        """The next messages, none if none came in time."""

    def commit(self, *, offsets: list[TopicPartition], asynchronous: Literal[False]) -> object:
        """Notes how far this group has come."""


class Stopping(Exception):
    """The process was asked to end while it waited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Validator:
    """The pipeline's loop and what it works with."""

    consumer: Consumer
    publisher: Publisher
    rule: Rule
    settings: Settings
    metrics: Metrics
    stop: Flag
    beat: Callable[[], None]

    def run(self) -> None:
        """Works until asked to stop. An error that is not about one event ends it, uncommitted."""
        while not self.stop.is_set():
            self.beat()
            messages = self.consumer.consume(self.settings.batch_size, POLL_SECONDS)
            if messages:
                self.process(messages)

    def process(self, messages: Sequence[Message]) -> None:
        """Deals with a batch: pass on or set aside, wait for the broker, commit."""
        started = time.monotonic()
        next_offsets: dict[tuple[str, int], int] = {}
        failure: KafkaError | None = None
        for message in messages:
            failure = message.error()
            if failure is not None:
                break
            self.beat()
            try:
                self._deal_with(message)
            except Stopping:
                break
            topic, partition, offset = position(message)
            next_offsets[topic, partition] = offset + 1
        self.publisher.flush()
        self._commit(next_offsets)
        self.metrics.batch_seconds.observe(time.monotonic() - started)
        if failure is not None:
            raise KafkaException(failure)

    def _deal_with(self, message: Message) -> None:
        attempts = 0
        try:
            event = _event_of(message)
            while not self._fits(event, attempts := attempts + 1):
                self._wait(attempts)
        except (InvalidEvent, Rejected) as error:
            self._set_aside(message, error, max(attempts, 1))
            return
        self.publisher.send(self.settings.valid_topic, message.key(), message.value(), headers_of(message))
        self.metrics.consumed.labels("valid").inc()

    def _fits(self, event: Event, attempt: int) -> bool:
        try:
            self.rule(event, datetime.now(UTC))
        except Transient as error:
            if attempt >= self.settings.attempts:
                raise Rejected("retries-exhausted") from error
            return False
        return True

    def _wait(self, attempt: int) -> None:
        self.metrics.retries.inc()
        # Full jitter: processes that failed together do not come back together.
        if self.stop.wait(random.uniform(0, self.settings.longest_wait(attempt))):
            raise Stopping

    def _set_aside(self, message: Message, error: InvalidEvent | Rejected, attempts: int) -> None:
        letter = DeadLetter.of(message, error, attempts, self.settings.group)
        self.publisher.send(self.settings.dead_letter_topic, message.key(), message.value(), letter.headers())
        self.metrics.consumed.labels("set-aside").inc()
        self.metrics.dead_letters.labels(letter.reason).inc()
        place = {"topic": letter.topic, "partition": letter.partition, "offset": letter.offset}
        log.warning("event set aside", extra={"facts": {"reason": letter.reason, **place}})

    def _commit(self, next_offsets: dict[tuple[str, int], int]) -> None:
        if not next_offsets:
            return
        offsets = [TopicPartition(topic, partition, at) for (topic, partition), at in next_offsets.items()]
        try:
            self.consumer.commit(offsets=offsets, asynchronous=False)
        except KafkaException as error:
            if error.args[0].code() not in _DEALT_OUT_ANEW:
                raise
            log.warning("the group was dealt out anew before the commit; the batch comes again")


def _event_of(message: Message) -> Event:
    payload = message.value()
    if payload is None:
        raise InvalidEvent("empty")
    return decode(payload)
