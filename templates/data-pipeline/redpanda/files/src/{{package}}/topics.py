"""Makes the three topics where no operator does, and never by accident."""

from __future__ import annotations

from confluent_kafka import KafkaError, KafkaException
from confluent_kafka.admin import AdminClient

# confluent_kafka.admin offers it too, but not to type checkers.
from confluent_kafka.cimpl import NewTopic

from .settings import Settings


def planned(settings: Settings) -> list[NewTopic]:
    """The topics with all that matters said; a majority of the copies must have an event before it is confirmed."""
    config = {
        "retention.ms": str(settings.retention_hours * 3_600_000),
        "cleanup.policy": "delete",
        "message.timestamp.type": "CreateTime",
    }
    names = (settings.topic, settings.valid_topic, settings.dead_letter_topic)
    return [NewTopic(name, settings.partitions, settings.replication_factor, config=config) for name in names]


def create(settings: Settings, admin: AdminClient) -> list[str]:
    """Makes those that are missing and returns their names."""
    made = []
    for name, future in admin.create_topics(planned(settings), operation_timeout=30).items():
        try:
            future.result(timeout=40)
        except KafkaException as error:
            if error.args[0].code() != KafkaError.TOPIC_ALREADY_EXISTS:
                raise
        else:
            made.append(name)
    return made
