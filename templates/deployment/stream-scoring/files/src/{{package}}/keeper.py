"""Keeps the predictions of their topic in a file, for whatever reads files: monitoring, feedback, retraining."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event as Flag

from confluent_kafka import Message

from .stream import POLL_SECONDS, Consumer, next_places


class Keeper:
    """Appends whole lines. One process writes the file; after a crash a few lines may be there twice."""

    def __init__(self, consumer: Consumer, file: Path, batch_size: int) -> None:
        self._consumer, self._file, self._batch_size = consumer, file, batch_size

    def run(self, stop: Flag, beat: Callable[[], None]) -> None:
        """Keeps what comes until it is told to stop."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        while not stop.is_set():
            beat()
            messages = self._consumer.consume(self._batch_size, POLL_SECONDS)
            if messages:
                self.process(messages)

    def process(self, messages: Sequence[Message]) -> None:
        """Writes a batch to the disk, and only then notes how far it has come."""
        places = next_places(messages)
        with self._file.open("ab") as stream:
            for message in messages:
                stream.write((message.value() or b"{}").replace(b"\n", b" ") + b"\n")
            stream.flush()
            os.fsync(stream.fileno())
        self._consumer.commit(offsets=places, asynchronous=False)
