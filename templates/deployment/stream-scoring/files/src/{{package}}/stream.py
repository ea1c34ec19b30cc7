"""The loop: read events, decide, write the predictions, and only then commit."""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event as Flag
from typing import Literal, Protocol

from confluent_kafka import KafkaError, KafkaException, Message, Producer, TopicPartition

from .decide import FALLBACK, Decider, Prediction
from .metrics import Metrics
from .payment import BadEventError, Payment
from .settings import Settings

log = logging.getLogger(__name__)

POLL_SECONDS = 0.2
FLUSH_SECONDS = 60.0
# A group that is being dealt out anew refuses the commit; those events come again.
DEALT_OUT_ANEW = (
    KafkaError.ILLEGAL_GENERATION,
    KafkaError.UNKNOWN_MEMBER_ID,
    KafkaError.REBALANCE_IN_PROGRESS,
)


class DeliveryFailedError(Exception):
    """The broker did not confirm a prediction; nothing may be committed, the process must end."""


class Consumer(Protocol):
    """What the loop needs of a Kafka consumer."""

    def consume(self, num_messages: int, timeout: float) -> list[Message]:
        """The next messages, none if none came in time."""

    def commit(self, *, offsets: list[TopicPartition], asynchronous: Literal[False]) -> object:
        """Notes how far this group has come."""


class Sink:
    """Where predictions and events that cannot be used go."""

    def __init__(self, producer: Producer, settings: Settings) -> None:
        self._producer, self._settings = producer, settings
        self._failures: list[str] = []

    def predict(self, predictions: Sequence[Prediction]) -> None:
        """Hands predictions over, keyed by account so that those of one account stay in order."""
        for prediction in predictions:
            value = prediction.to_json().encode()
            self._send(self._settings.predictions_topic, prediction.account.encode(), value, [])

    def set_aside(self, message: Message, error: BadEventError) -> None:
        """Hands over an event that is none, unchanged, with the reason in a header."""
        headers = [("dlq.reason", str(error).encode()), ("dlq.topic", (message.topic() or "").encode())]
        self._send(self._settings.dead_letter_topic, message.key(), message.value(), headers)

    def flush(self) -> None:
        """Waits until everything handed over is confirmed."""
        waiting = self._producer.flush(FLUSH_SECONDS)
        failures, self._failures = self._failures, []
        if failures or waiting:
            raise DeliveryFailedError(failures[0] if failures else f"{waiting} predictions not confirmed")

    def _send(
        self, topic: str, key: bytes | None, value: bytes | None, headers: list[tuple[str, bytes]]
    ) -> None:
        while True:
            try:
                self._producer.produce(topic, value, key, on_delivery=self._delivered, headers=list(headers))
            except BufferError:
                self._producer.poll(0.1)
                continue
            self._producer.poll(0)
            return

    def _delivered(self, error: KafkaError | None, _message: Message) -> None:
        if error:
            self._failures.append(error.str())


class Stream:
    """Deals with batches until it is told to stop."""

    def __init__(
        self,
        consumer: Consumer,
        sink: Sink,
        decider: Decider,
        metrics: Metrics,
        batch_size: int,
        prediction_log: Path | None = None,
    ) -> None:
        self._consumer, self._sink, self._decider = consumer, sink, decider
        self._metrics, self._batch_size, self._log = metrics, batch_size, prediction_log

    def run(self, stop: Flag, beat: Callable[[], None]) -> None:
        """An error that is not about one event ends it, uncommitted: those events come again."""
        while not stop.is_set():
            beat()
            messages = self._consumer.consume(self._batch_size, POLL_SECONDS)
            if messages:
                with self._metrics.seconds.time():
                    self.process(messages)

    def process(self, messages: Sequence[Message]) -> None:
        """One batch: decide, write, wait for the broker, commit."""
        payments: list[Payment] = []
        places = next_places(messages)
        for message in messages:
            try:
                payments.append(Payment.parse(message.value() or b""))
            except BadEventError as error:
                self._sink.set_aside(message, error)
                self._metrics.set_aside.inc()
        predictions = self._decider.decide(payments) if payments else []
        self._sink.predict(predictions)
        self._sink.flush()
        self._note(predictions)
        self._commit(places)

    def _note(self, predictions: Sequence[Prediction]) -> None:
        for prediction in predictions:
            self._metrics.decided(prediction.model_name == FALLBACK, prediction.decision)
        if self._log is not None and predictions:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            with self._log.open("a", encoding="utf-8") as stream:
                stream.write("".join(f"{prediction.to_json()}\n" for prediction in predictions))

    def _commit(self, offsets: list[TopicPartition]) -> None:
        try:
            self._consumer.commit(offsets=offsets, asynchronous=False)
        except KafkaException as error:
            if error.args[0].code() not in DEALT_OUT_ANEW:
                raise
            log.warning("the group is dealt out anew; these events come again")


def next_places(messages: Sequence[Message]) -> list[TopicPartition]:
    """Where to go on after these messages; one that is an error is raised."""
    offsets: dict[tuple[str, int], int] = {}
    for message in messages:
        failure = message.error()
        if failure is not None:
            raise KafkaException(failure)
        topic, partition, offset = message.topic(), message.partition(), message.offset()
        if topic is None or partition is None or offset is None:
            raise ValueError("a message without a place in a topic")
        offsets[topic, partition] = offset + 1
    return [TopicPartition(*place, offset) for place, offset in offsets.items()]
