"""How to reach Kafka, read from the environment and a mounted file."""

from collections.abc import Mapping
from pathlib import Path


def kafka_settings(environment: Mapping[str, str]) -> dict[str, str]:
    """Settings of Kafka's Java clients: KAFKA_BOOTSTRAP, and KAFKA_CONFIG_FILE with one `name=value` a line."""
    brokers = environment.get("KAFKA_BOOTSTRAP", "localhost:9092")
    file = environment.get("KAFKA_CONFIG_FILE")
    hosts = {broker.rpartition(":")[0] for broker in brokers.split(",")}
    if file is None and not hosts <= {"localhost", "127.0.0.1"}:
        raise ValueError("KAFKA_CONFIG_FILE must say how to sign in to a broker that is not this machine")
    config = {} if file is None else _properties(Path(file).read_text(encoding="utf-8"))
    return {"bootstrap.servers": brokers} | config


def _properties(text: str) -> dict[str, str]:
    lines = [line.strip() for line in text.splitlines()]
    pairs = [line.partition("=") for line in lines if line and not line.startswith("#")]
    return {name.strip(): value.strip() for name, _, value in pairs}
