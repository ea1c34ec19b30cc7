"""Stand-ins for the broker's two ends, which remember what was asked of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from confluent_kafka import KafkaError, KafkaException, Message, TopicPartition


@dataclass
class FakeConsumer:
    """Hands out the batches it was given, then calls `when_empty`."""

    batches: list[list[Message]] = field(default_factory=list)
    commits: list[dict[tuple[str, int], int]] = field(default_factory=list)
    asked: list[tuple[int, float]] = field(default_factory=list)
    commit_error: int | None = None
    journal: list[str] = field(default_factory=list)

    def consume(self, num_messages: int, timeout: float) -> list[Message]:
        self.asked.append((num_messages, timeout))
        return self.batches.pop(0) if self.batches else []

    def commit(self, *, offsets: list[TopicPartition], asynchronous: Literal[False]) -> object:
        assert not asynchronous
        self.journal.append("commit")
        if self.commit_error is not None:
            raise KafkaException(KafkaError(self.commit_error))
        self.commits.append({(at.topic, at.partition): at.offset for at in offsets})
        return None


@dataclass(frozen=True)
class Sent:
    """One event as it was handed to the publisher."""

    topic: str
    key: bytes | None
    value: bytes | None
    headers: tuple[tuple[str, bytes], ...]

    def header(self, name: str) -> str:
        return dict(self.headers)[name].decode()


@dataclass
class FakePublisher:
    """Remembers what it was handed; `failure` is what the next flush raises."""

    sent: list[Sent] = field(default_factory=list)
    failure: Exception | None = None
    journal: list[str] = field(default_factory=list)

    def send(
        self, topic: str, key: bytes | None, value: bytes | None, headers: Sequence[tuple[str, bytes]]
    ) -> None:
        self.journal.append("send")
        self.sent.append(Sent(topic, key, value, tuple(headers)))

    def flush(self) -> None:
        self.journal.append("flush")
        if self.failure is not None:
            raise self.failure
