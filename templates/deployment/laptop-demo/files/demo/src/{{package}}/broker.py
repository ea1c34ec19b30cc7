"""A Kafka broker for the demo: librdkafka's own mock cluster, which speaks the real protocol and keeps everything in memory."""

import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Event as Flag

from confluent_kafka import Producer


def main(arguments: Sequence[str]) -> int:
    """Writes its address into the first argument and lives until SIGTERM; the others are topics that it makes."""
    address, *topics = arguments
    # The cluster lives as long as the client that was told to start it.
    cluster = Producer({"bootstrap.servers": "mock:9092", "test.mock.num.brokers": 3})
    for topic in topics:
        # To ask for a topic makes it here.
        cluster.list_topics(topic, timeout=30)
    brokers = cluster.list_topics(timeout=30).brokers.values()
    ended = Flag()
    signal.signal(signal.SIGTERM, lambda *_: ended.set())
    text = ",".join(f"{broker.host}:{broker.port}" for broker in brokers)
    # In one step, so that nobody reads half an address.
    written = Path(address).with_suffix(".new")
    written.write_text(text, encoding="utf-8")
    written.rename(address)
    ended.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
