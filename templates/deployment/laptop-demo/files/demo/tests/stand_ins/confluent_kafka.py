"""Stands in for the Kafka client that holds the mock cluster: its address is a file."""

import tempfile
from types import SimpleNamespace


class Producer:
    def __init__(self, config: dict[str, object]) -> None:
        self.host, self.port = f"{tempfile.mkdtemp()}/bus".split("/bus", 1)[0] + "/bus", ""
        assert config["test.mock.num.brokers"] == 3

    def list_topics(self, topic: str = "", timeout: float = -1) -> SimpleNamespace:
        return SimpleNamespace(brokers={1: SimpleNamespace(host=self.host, port=self.port)}, topic=topic)
