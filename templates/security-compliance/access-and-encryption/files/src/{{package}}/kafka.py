"""Kafka: whether the access lists of Strimzi's users grant an operation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .documents import PolicyError, is_kind, list_at, mapping_at, text_at, texts_at

# Who may do the first may also do the second (Kafka, AclEntry.IMPLIED).
IMPLIED = {
    "Describe": {"Read", "Write", "Delete", "Alter"},
    "DescribeConfigs": {"AlterConfigs"},
}


@dataclass(frozen=True)
class KafkaRequest:
    """An operation on a topic, a group or a transactional id."""

    type: str
    name: str
    operation: str


def kafka_allows(documents: Sequence[Mapping[str, object]], user: str, request: KafkaRequest) -> bool:
    """Denied if an entry denies it; else allowed only if an entry allows it."""
    users = [document for document in documents if is_kind(document, "kafka.strimzi.io", "KafkaUser")]
    decisions = [
        _effect(entry)
        for document in users
        if text_at(document, "metadata", "name") == user
        for entry in list_at(document, "spec", "authorization", "acls")
        if _covers(entry, request)
    ]
    return "deny" not in decisions and "allow" in decisions


def _effect(entry: object) -> str:
    effect = str(mapping_at(entry).get("type", "allow"))
    if effect not in {"allow", "deny"}:
        raise PolicyError(f"an access list entry of the type {effect} is not understood")
    return effect


def _covers(entry: object, request: KafkaRequest) -> bool:
    resource = mapping_at(entry, "resource")
    if text_at(resource, "type") != request.type:
        return False
    operations = set(texts_at(entry, "operations"))
    wanted = {"All", request.operation}
    # What is implied is allowed, but a denial denies only what it names.
    if _effect(entry) == "allow":
        wanted |= IMPLIED.get(request.operation, set())
    return bool(operations & wanted) and _is_named(resource, request.name)


def _is_named(resource: Mapping[str, object], name: str) -> bool:
    pattern = text_at(resource, "name")
    match resource.get("patternType", "literal"):
        case "literal":
            return pattern in {"*", name}
        case "prefix":
            return name.startswith(pattern)
        case other:
            raise PolicyError(f"the pattern type {other} is not understood")
