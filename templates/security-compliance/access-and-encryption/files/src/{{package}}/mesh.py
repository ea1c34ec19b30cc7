"""Istio: whether the AuthorizationPolicies of a namespace let a request through."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from .documents import (
    PolicyError,
    is_kind,
    list_at,
    mapping_at,
    refuse_unknown,
    text_at,
    texts_at,
)
from .principal import Principal

ROOT_NAMESPACE = "istio-system"
WORKLOAD_LABEL = "app.kubernetes.io/name"
SOURCE = {"principals", "notPrincipals", "namespaces", "notNamespaces"}
OPERATION = {"methods", "notMethods", "paths", "notPaths"}


@dataclass(frozen=True)
class HttpRequest:
    """A request to a workload."""

    namespace: str
    workload: str
    method: str
    path: str


def mesh_allows(documents: Iterable[Mapping[str, object]], who: Principal, request: HttpRequest) -> bool:
    """Denied if a DENY policy matches; else allowed if an ALLOW policy matches or none applies."""
    policies = [
        document
        for document in documents
        if is_kind(document, "security.istio.io", "AuthorizationPolicy") and _applies(document, request)
    ]
    if any(_matches(policy, who, request) for policy in policies if _action(policy) == "DENY"):
        return False
    allowing = [policy for policy in policies if _action(policy) == "ALLOW"]
    return not allowing or any(_matches(policy, who, request) for policy in allowing)


def _action(policy: Mapping[str, object]) -> str:
    action = str(mapping_at(policy, "spec").get("action", "ALLOW"))
    if action not in {"ALLOW", "DENY"}:
        raise PolicyError(f"{text_at(policy, 'metadata', 'name')}: the action {action} is not understood")
    return action


def _applies(policy: Mapping[str, object], request: HttpRequest) -> bool:
    name = text_at(policy, "metadata", "name")
    refuse_unknown(mapping_at(policy, "spec"), {"selector", "action", "rules"}, name)
    if text_at(policy, "metadata", "namespace") not in {request.namespace, ROOT_NAMESPACE}:
        return False
    labels = mapping_at(policy, "spec", "selector", "matchLabels")
    refuse_unknown(labels, {WORKLOAD_LABEL}, f"{name}: selector")
    return labels.get(WORKLOAD_LABEL, request.workload) == request.workload


def _matches(policy: Mapping[str, object], who: Principal, request: HttpRequest) -> bool:
    """No rules match nothing; a rule without conditions matches everything."""
    name = text_at(policy, "metadata", "name")
    for rule in list_at(policy, "spec", "rules"):
        refuse_unknown(rule, {"from", "to"}, name)
        sources = [mapping_at(each, "source") for each in list_at(rule, "from")]
        operations = [mapping_at(each, "operation") for each in list_at(rule, "to")]
        for source in sources:
            refuse_unknown(source, SOURCE, name)
        for operation in operations:
            refuse_unknown(operation, OPERATION, name)
        if _any(sources, lambda each: _is_from(each, who)) and _any(
            operations, lambda each: _is_to(each, request)
        ):
            return True
    return False


def _any(conditions: list[Mapping[str, object]], holds: Callable[[Mapping[str, object]], bool]) -> bool:
    return not conditions or any(holds(condition) for condition in conditions)


def _is_from(source: Mapping[str, object], who: Principal) -> bool:
    return _fits(source, "principals", "notPrincipals", who.spiffe) and _fits(
        source, "namespaces", "notNamespaces", who.namespace
    )


def _is_to(operation: Mapping[str, object], request: HttpRequest) -> bool:
    return _fits(operation, "methods", "notMethods", request.method) and _fits(
        operation, "paths", "notPaths", request.path
    )


def _fits(condition: Mapping[str, object], wanted: str, unwanted: str, value: str) -> bool:
    if any(matches_pattern(pattern, value) for pattern in texts_at(condition, unwanted)):
        return False
    return wanted not in condition or any(
        matches_pattern(pattern, value) for pattern in texts_at(condition, wanted)
    )


def matches_pattern(pattern: str, value: str) -> bool:
    """Istio's patterns: exact, `begin*`, `*end`, and `*` for anything that is there."""
    if pattern == "*":
        return value != ""
    if pattern.endswith("*"):
        return value.startswith(pattern[:-1])
    if pattern.startswith("*"):
        return value.endswith(pattern[1:])
    return value == pattern
