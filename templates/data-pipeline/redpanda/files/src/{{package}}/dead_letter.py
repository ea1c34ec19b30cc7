"""What is written on an event that goes to the dead-letter topic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from confluent_kafka import Message

from .errors import InvalidEvent, Rejected


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadLetter:
    """Why an event was set aside and where it came from; its bytes travel unchanged beside this."""

    reason: str
    detail: str
    topic: str
    partition: int
    offset: int
    timestamp_ms: int
    attempts: int
    group: str
    original: tuple[tuple[str, bytes], ...]

    @classmethod
    def of(cls, message: Message, error: InvalidEvent | Rejected, attempts: int, group: str) -> Self:
        """The letter for this message and what went wrong with it."""
        invalid = isinstance(error, InvalidEvent)
        topic, partition, offset = position(message)
        return cls(
            reason="invalid" if invalid else str(error),
            detail=str(error) if invalid else "",
            topic=topic,
            partition=partition,
            offset=offset,
            timestamp_ms=message.timestamp()[1],
            attempts=attempts,
            group=group,
            original=headers_of(message),
        )

    def headers(self) -> tuple[tuple[str, bytes], ...]:
        """The event's own headers, then ours."""
        ours = {
            "dlq.reason": self.reason,
            "dlq.detail": self.detail,
            "dlq.topic": self.topic,
            "dlq.partition": str(self.partition),
            "dlq.offset": str(self.offset),
            "dlq.timestamp-ms": str(self.timestamp_ms),
            "dlq.attempts": str(self.attempts),
            "dlq.group": self.group,
        }
        return self.original + tuple((name, text.encode()) for name, text in ours.items())


def position(message: Message) -> tuple[str, int, int]:
    """Topic, partition and offset; the client's types allow None, a message from a broker does not."""
    topic, partition, offset = message.topic(), message.partition(), message.offset()
    if topic is None or partition is None or offset is None:
        raise ValueError("a message without a place in a topic")
    return topic, partition, offset


def headers_of(message: Message) -> tuple[tuple[str, bytes], ...]:
    """The message's headers as bytes; one without a value has none."""
    headers = message.headers() or []
    pairs = headers.items() if isinstance(headers, dict) else headers
    return tuple((name, value.encode() if isinstance(value, str) else value or b"") for name, value in pairs)
