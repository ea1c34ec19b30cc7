"""Settings, read once from the environment and checked at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self, cast, get_args

from . import defaults

Security = Literal["plaintext", "sasl_ssl", "ssl"]
ClientConfig = dict[str, str | int | float | bool]

# Longer without a poll, and the group gives the partitions to somebody else (max.poll.interval.ms).
MAX_BATCH_SECONDS = 300
_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


class BadSettings(Exception):
    """The environment asks for something that cannot work or must not be done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything the process needs to know from outside."""

    bootstrap: str = defaults.BOOTSTRAP
    topic: str = defaults.TOPIC
    group: str = defaults.GROUP
    partitions: int = defaults.PARTITIONS
    replication_factor: int = defaults.REPLICATION_FACTOR
    retention_hours: int = defaults.RETENTION_HOURS
    security: Security = "plaintext"
    username: str = ""
    password_file: Path | None = None
    ca_file: Path | None = None
    certificate_file: Path | None = None
    key_file: Path | None = None
    metrics_host: str = "127.0.0.1"
    metrics_port: int = defaults.METRICS_PORT
    batch_size: int = 50
    attempts: int = 5
    backoff_seconds: float = 0.2
    backoff_limit_seconds: float = 10.0
    delivery_seconds: float = 60.0
    session_seconds: int = 45

    @property
    def valid_topic(self) -> str:
        """Where events that passed every check go."""
        return f"{self.topic}-valid"

    @property
    def dead_letter_topic(self) -> str:
        """Where events go that cannot be used, with the reason in their headers."""
        return f"{self.topic}-dlq"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Self:
        """The settings in these variables; what is not set has its default."""
        settings = cls(
            bootstrap=environment.get("KAFKA_BOOTSTRAP") or defaults.BOOTSTRAP,
            topic=environment.get("KAFKA_TOPIC") or defaults.TOPIC,
            group=environment.get("KAFKA_GROUP") or defaults.GROUP,
            partitions=_positive(environment, "KAFKA_PARTITIONS", defaults.PARTITIONS),
            replication_factor=_positive(
                environment, "KAFKA_REPLICATION_FACTOR", defaults.REPLICATION_FACTOR
            ),
            retention_hours=_positive(environment, "KAFKA_RETENTION_HOURS", defaults.RETENTION_HOURS),
            security=_security(environment.get("KAFKA_SECURITY") or "plaintext"),
            username=environment.get("KAFKA_USERNAME", ""),
            password_file=_path(environment, "KAFKA_PASSWORD_FILE"),
            ca_file=_path(environment, "KAFKA_CA_FILE"),
            certificate_file=_path(environment, "KAFKA_CERTIFICATE_FILE"),
            key_file=_path(environment, "KAFKA_KEY_FILE"),
            metrics_host=environment.get("METRICS_HOST") or "127.0.0.1",
            metrics_port=_positive(environment, "METRICS_PORT", defaults.METRICS_PORT),
            batch_size=_positive(environment, "BATCH_SIZE", 50),
            attempts=_positive(environment, "ATTEMPTS", 5),
            session_seconds=_positive(environment, "SESSION_SECONDS", 45),
        )
        settings.check()
        return settings

    def check(self) -> None:
        """Raises BadSettings where going on would be unsafe or useless."""
        if self.security == "plaintext" and not self.is_local:
            raise BadSettings("KAFKA_SECURITY=plaintext is for a broker on this machine; use sasl_ssl or ssl")
        if self.security == "sasl_ssl" and (not self.username or self.password_file is None):
            raise BadSettings("KAFKA_SECURITY=sasl_ssl needs KAFKA_USERNAME and KAFKA_PASSWORD_FILE")
        if self.security == "ssl" and (self.certificate_file is None or self.key_file is None):
            raise BadSettings("KAFKA_SECURITY=ssl needs KAFKA_CERTIFICATE_FILE and KAFKA_KEY_FILE")
        waits = sum(self.longest_wait(attempt) for attempt in range(1, self.attempts))
        if self.batch_size * waits + self.delivery_seconds > MAX_BATCH_SECONDS:
            raise BadSettings("BATCH_SIZE and ATTEMPTS allow more waiting in a batch than the group does")

    def longest_wait(self, attempt: int) -> float:
        """The most to wait after this attempt, counted from 1: doubled each time, up to a limit."""
        return float(min(self.backoff_limit_seconds, self.backoff_seconds * 2 ** (attempt - 1)))

    @property
    def is_local(self) -> bool:
        """Whether every broker address is on this machine."""
        hosts = [address.strip().rpartition(":")[0] for address in self.bootstrap.split(",")]
        return all(host in _LOOPBACK for host in hosts)

    def client(self) -> ClientConfig:
        """What every client of the cluster needs."""
        config: ClientConfig = {
            "bootstrap.servers": self.bootstrap,
            "client.id": self.group,
            "security.protocol": self.security,
        }
        if self.ca_file is not None:
            config["ssl.ca.location"] = str(self.ca_file)
        if self.security == "sasl_ssl" and self.password_file is not None:
            config["sasl.mechanism"] = "SCRAM-SHA-512"
            config["sasl.username"] = self.username
            config["sasl.password"] = self.password_file.read_text(encoding="utf-8").strip()
        if self.security == "ssl":
            config["ssl.certificate.location"] = str(self.certificate_file)
            config["ssl.key.location"] = str(self.key_file)
        return config

    def producer(self) -> ClientConfig:
        """A producer that neither loses, doubles nor reorders events when it tries again."""
        return self.client() | {
            "acks": "all",
            "enable.idempotence": True,
            "compression.type": "zstd",
            "linger.ms": 20,
            "delivery.timeout.ms": int(self.delivery_seconds * 1000),
            # librdkafka's own default hashes keys differently from Java clients; joins need the same partition.
            "partitioner": "murmur2_random",
        }

    def consumer(self) -> ClientConfig:
        """A consumer that commits only what was dealt with, by hand."""
        return self.client() | {
            "group.id": self.group,
            "enable.auto.commit": False,
            "enable.auto.offset.store": False,
            "auto.offset.reset": "earliest",
            "isolation.level": "read_committed",
            "partition.assignment.strategy": "cooperative-sticky",
            "session.timeout.ms": self.session_seconds * 1000,
            "max.poll.interval.ms": MAX_BATCH_SECONDS * 1000,
            "statistics.interval.ms": 15_000,
        }


def _positive(environment: Mapping[str, str], name: str, default: int) -> int:
    text = environment.get(name, "")
    if not text:
        return default
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise BadSettings(f"{name} must be a whole number from 1")
    return int(text)


def _path(environment: Mapping[str, str], name: str) -> Path | None:
    text = environment.get(name, "")
    return Path(text) if text else None


def _security(text: str) -> Security:
    if text not in get_args(Security):
        raise BadSettings(f"KAFKA_SECURITY must be one of {', '.join(get_args(Security))}")
    return cast(Security, text)
