"""Kubernetes: whether roles and their bindings grant a request to the API server."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .documents import PolicyError, is_kind, list_at, mapping_at, text_at, texts_at
from .principal import Principal

RBAC = "rbac.authorization.k8s.io"


@dataclass(frozen=True)
class ApiRequest:
    """A request to the API server."""

    namespace: str
    verb: str
    group: str
    resource: str
    name: str


def roles_allow(documents: Sequence[Mapping[str, object]], who: Principal, request: ApiRequest) -> bool:
    """Nothing is allowed that no role grants; there is no denial."""
    for binding in documents:
        if not is_kind(binding, RBAC, "RoleBinding", "ClusterRoleBinding"):
            continue
        is_local = binding["kind"] == "RoleBinding"
        if is_local and text_at(binding, "metadata", "namespace") != request.namespace:
            continue
        if not any(_is_subject(subject, who) for subject in list_at(binding, "subjects")):
            continue
        role = _role_of(documents, binding)
        if any(_grants(mapping_at(rule), request) for rule in list_at(role, "rules")):
            return True
    return False


def _is_subject(subject: object, who: Principal) -> bool:
    kind, name = text_at(subject, "kind"), text_at(subject, "name")
    match kind:
        case "ServiceAccount":
            return who.account == (text_at(subject, "namespace"), name)
        case "Group":
            return name in who.groups
        case _:
            raise PolicyError(f"a subject of the kind {kind} is not understood")


def _role_of(
    documents: Sequence[Mapping[str, object]], binding: Mapping[str, object]
) -> Mapping[str, object]:
    kind, name = text_at(binding, "roleRef", "kind"), text_at(binding, "roleRef", "name")
    for role in documents:
        if not is_kind(role, RBAC, kind) or text_at(role, "metadata", "name") != name:
            continue
        is_here = kind == "ClusterRole" or mapping_at(role, "metadata").get("namespace") == mapping_at(
            binding, "metadata"
        ).get("namespace")
        if is_here:
            return role
    raise PolicyError(f"the {kind} {name} is not here, so nothing can be said of who has it")


def _grants(rule: Mapping[str, object], request: ApiRequest) -> bool:
    names = texts_at(rule, "resourceNames")
    return (
        _has(texts_at(rule, "verbs"), request.verb)
        and _has(texts_at(rule, "apiGroups"), request.group)
        and _has(texts_at(rule, "resources"), request.resource)
        and (not names or request.name in names)
    )


def _has(granted: list[str], wanted: str) -> bool:
    return "*" in granted or wanted in granted
