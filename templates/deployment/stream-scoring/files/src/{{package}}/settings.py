"""Settings, read once from the environment and checked at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from . import defaults

type ClientConfig = dict[str, str | int | float | bool]

SECURITY = ("plaintext", "sasl_ssl", "ssl")
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


class BadSettingsError(Exception):
    """The environment asks for something that cannot work or must not be done."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Everything the process needs to know from outside."""

    bootstrap: str = "localhost:9092"
    topic: str = defaults.INPUT_TOPIC
    predictions_topic: str = defaults.PREDICTIONS_TOPIC
    group: str = defaults.GROUP
    security: str = "plaintext"
    username: str = ""
    password_file: Path | None = None
    ca_file: Path | None = None
    certificate_file: Path | None = None
    key_file: Path | None = None
    model_url: str = "http://127.0.0.1:8080"
    timeout_seconds: float = defaults.TIMEOUT_SECONDS
    threshold: float = defaults.THRESHOLD
    risks_file: Path = Path("deploy/kubernetes/merchant-risks.json")
    prediction_log: Path | None = None
    metrics_host: str = "127.0.0.1"
    metrics_port: int = 9405
    batch_size: int = 50
    session_seconds: int = 45

    @property
    def dead_letter_topic(self) -> str:
        """Where events go that are no payments."""
        return f"{self.predictions_topic}-dlq"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Self:
        """The settings in these variables; what is not set has its default."""
        settings = cls(
            bootstrap=environment.get("KAFKA_BOOTSTRAP", cls.bootstrap),
            topic=environment.get("KAFKA_TOPIC", cls.topic),
            predictions_topic=environment.get("PREDICTIONS_TOPIC", cls.predictions_topic),
            group=environment.get("KAFKA_GROUP", cls.group),
            security=environment.get("KAFKA_SECURITY", cls.security),
            username=environment.get("KAFKA_USERNAME", ""),
            password_file=_path(environment, "KAFKA_PASSWORD_FILE"),
            ca_file=_path(environment, "KAFKA_CA_FILE"),
            certificate_file=_path(environment, "KAFKA_CERTIFICATE_FILE"),
            key_file=_path(environment, "KAFKA_KEY_FILE"),
            model_url=environment.get("MODEL_URL", cls.model_url),
            timeout_seconds=_number(environment, "MODEL_TIMEOUT_SECONDS", cls.timeout_seconds, 0.001, 60),
            threshold=_number(environment, "THRESHOLD", cls.threshold, 0, 1),
            risks_file=_path(environment, "MERCHANT_RISKS") or cls.risks_file,
            prediction_log=_path(environment, "PREDICTION_LOG"),
            metrics_host=environment.get("METRICS_HOST", cls.metrics_host),
            metrics_port=int(_number(environment, "METRICS_PORT", cls.metrics_port, 0, 65535)),
            batch_size=int(_number(environment, "BATCH_SIZE", cls.batch_size, 1, 1000)),
            session_seconds=int(_number(environment, "SESSION_SECONDS", cls.session_seconds, 6, 300)),
        )
        settings.check()
        return settings

    def check(self) -> None:
        """Raises BadSettingsError where going on would be unsafe or useless."""
        if self.security not in SECURITY:
            raise BadSettingsError(f"KAFKA_SECURITY must be one of {', '.join(SECURITY)}")
        hosts = [address.strip().rpartition(":")[0] for address in self.bootstrap.split(",")]
        if self.security == "plaintext" and not all(host in LOOPBACK for host in hosts):
            raise BadSettingsError("KAFKA_SECURITY=plaintext is for a broker on this machine")
        if self.security == "sasl_ssl" and (not self.username or self.password_file is None):
            raise BadSettingsError("KAFKA_SECURITY=sasl_ssl needs KAFKA_USERNAME and KAFKA_PASSWORD_FILE")
        if self.security == "ssl" and (self.certificate_file is None or self.key_file is None):
            raise BadSettingsError("KAFKA_SECURITY=ssl needs KAFKA_CERTIFICATE_FILE and KAFKA_KEY_FILE")

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
        """A producer that neither loses, doubles nor reorders predictions when it tries again."""
        return self.client() | {
            "acks": "all",
            "enable.idempotence": True,
            "compression.type": "zstd",
            "linger.ms": 5,
            "delivery.timeout.ms": 60_000,
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
            "max.poll.interval.ms": 300_000,
        }


def _path(environment: Mapping[str, str], name: str) -> Path | None:
    text = environment.get(name, "")
    return Path(text) if text else None


def _number(environment: Mapping[str, str], name: str, default: float, least: float, most: float) -> float:
    text = environment.get(name, str(default))
    try:
        value = float(text)
    except ValueError:
        raise BadSettingsError(f"{name} is not a number: {text}") from None
    if not least <= value <= most:
        raise BadSettingsError(f"{name} must be from {least} to {most}: {text}")
    return value
