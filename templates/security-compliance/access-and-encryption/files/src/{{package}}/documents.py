"""Reads policies as plain data. What is not understood is an error: nothing is proven from half a policy."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import yaml


class PolicyError(Exception):
    """A policy is broken, or says something that this tool does not understand."""


def read_documents(folders: Iterable[Path]) -> list[Mapping[str, object]]:
    """Every object in the YAML files of the folders, in the order of their paths."""
    files = [file for folder in folders for file in sorted(folder.rglob("*.yaml"))]
    return [document for file in files for document in _read(file)]


def read_mapping(file: Path) -> Mapping[str, object]:
    """The only object in a file."""
    documents = list(_read(file))
    if len(documents) != 1:
        raise PolicyError(f"{file} holds {len(documents)} documents instead of one")
    return documents[0]


def _read(file: Path) -> Iterator[Mapping[str, object]]:
    try:
        for document in yaml.safe_load_all(file.read_text(encoding="utf-8")):
            if document is None:
                continue
            if not isinstance(document, dict):
                raise PolicyError(f"{file} holds something that is no mapping")
            yield document
    except (OSError, yaml.YAMLError) as error:
        raise PolicyError(f"{file} cannot be read: {error}") from error


def is_kind(document: Mapping[str, object], group: str, *kinds: str) -> bool:
    """Whether an object is one of these kinds of an API group."""
    return str(document.get("apiVersion", "")).startswith(f"{group}/") and document.get("kind") in kinds


def mapping_at(value: object, *path: str) -> Mapping[str, object]:
    """The mapping at a path; empty where there is none."""
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise PolicyError(f"{'.'.join(path)} is no mapping")
    return value


def list_at(value: object, *path: str) -> list[object]:
    """The list at a path; empty where there is none."""
    found = mapping_at(value, *path[:-1]).get(path[-1])
    if found is None:
        return []
    if not isinstance(found, list):
        raise PolicyError(f"{'.'.join(path)} is no list")
    return found


def texts_at(value: object, *path: str) -> list[str]:
    """The list of texts at a path; empty where there is none."""
    found = list_at(value, *path)
    if not all(isinstance(item, str) for item in found):
        raise PolicyError(f"{'.'.join(path)} holds something that is no text")
    return [str(item) for item in found]


def text_at(value: object, *path: str) -> str:
    """The text at a path, which must be there."""
    found = mapping_at(value, *path[:-1]).get(path[-1])
    if not isinstance(found, str):
        raise PolicyError(f"{'.'.join(path)} is no text")
    return found


def refuse_unknown(value: object, known: set[str], where: str) -> None:
    """Stops at a key that this tool does not evaluate."""
    unknown = set(mapping_at(value)) - known
    if unknown:
        raise PolicyError(f"{where}: {', '.join(sorted(unknown))} is not understood")
