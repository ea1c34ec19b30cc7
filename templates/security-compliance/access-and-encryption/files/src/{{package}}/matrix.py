"""The access matrix: who may make which request, compared with what the policies allow."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .documents import PolicyError, list_at, mapping_at, read_documents, text_at, texts_at
from .kafka import KafkaRequest, kafka_allows
from .mesh import HttpRequest, mesh_allows
from .principal import Principal
from .roles import ApiRequest, roles_allow

type Documents = Sequence[Mapping[str, object]]
type Decision = Callable[[Principal], bool]


@dataclass(frozen=True)
class Row:
    """One request: who may make it, and who does get through."""

    name: str
    expected: frozenset[str]
    allowed: frozenset[str]

    def differences(self) -> Iterator[str]:
        """One line for each principal that gets through but should not, or the other way round."""
        for who in sorted(self.allowed - self.expected):
            yield f"{who} may {self.name}, but should not"
        for who in sorted(self.expected - self.allowed):
            yield f"{who} should be able to {self.name}, but is refused"


def rows_of(matrix: Mapping[str, object], folder: Path) -> list[Row]:
    """Every request of the matrix, decided for every principal of the matrix."""
    folders = [folder / name for name in texts_at(matrix, "policies")]
    missing = [str(each) for each in folders if not each.is_dir()]
    if missing:
        raise PolicyError(f"there are no policies in {', '.join(missing)}")
    documents = read_documents(folders)
    users = {user: str(who) for user, who in mapping_at(matrix, "kafkaUsers").items()}
    principals = [Principal(text) for text in texts_at(matrix, "principals")]
    return [_row(request, principals, documents, users) for request in list_at(matrix, "requests")]


def _row(request: object, principals: list[Principal], documents: Documents, users: Mapping[str, str]) -> Row:
    decide = decision_of(mapping_at(request), documents, users)
    expected = frozenset(texts_at(request, "allowed"))
    unknown = expected - {who.text for who in principals}
    if unknown:
        raise PolicyError(f"{', '.join(sorted(unknown))} is not among the principals")
    return Row(
        name=text_at(request, "name"),
        expected=expected,
        allowed=frozenset(who.text for who in principals if decide(who)),
    )


def decision_of(request: Mapping[str, object], documents: Documents, users: Mapping[str, str]) -> Decision:
    """How a request is decided: by the mesh, the API server or the brokers."""
    match [kind for kind in ("http", "kubernetes", "kafka") if kind in request]:
        case ["http"]:
            http = HttpRequest(*_fields(request, "http", "namespace", "workload", "method", "path"))
            return lambda who: mesh_allows(documents, who, http)
        case ["kubernetes"]:
            fields = _fields(request, "kubernetes", "namespace", "verb", "group", "resource", "name")
            api = ApiRequest(*fields)
            return lambda who: roles_allow(documents, who, api)
        case ["kafka"]:
            kafka = KafkaRequest(*_fields(request, "kafka", "type", "name", "operation"))
            return lambda who: any(
                kafka_allows(documents, user, kafka) for user, owner in users.items() if owner == who.text
            )
        case _:
            raise PolicyError(f"{request.get('name')} is not one of http, kubernetes and kafka")


def _fields(request: Mapping[str, object], *path: str) -> list[str]:
    kind, *names = path
    return [text_at(request, kind, name) for name in names]
