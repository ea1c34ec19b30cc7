"""Reads documents as plain data, and says where one cannot be read."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import yaml

RECORD = Path("compliance/ai-system.yaml")


class DocumentError(Exception):
    """A document is missing, broken, or says something of the wrong kind."""


def read_document(file: Path) -> Mapping[str, object]:
    """The mapping in a YAML file, or in the front matter of a Markdown file."""
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        raise DocumentError(f"{file} cannot be read: {error.strerror}") from error
    if file.suffix == ".md":
        _, begin, rest = text.partition("---\n")
        text, end, _ = rest.partition("\n---\n")
        if not begin or not end:
            raise DocumentError(f"{file} has no front matter")
    try:
        document = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise DocumentError(f"{file} is broken: {error}") from error
    if not isinstance(document, dict):
        raise DocumentError(f"{file} holds no mapping")
    return document


def value_at(document: object, path: str) -> object:
    """The value at a path such as `spec.gdpr.dpia.ref`; None where there is none."""
    value = document
    for key in path.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(key)
    return value


def text_at(document: object, path: str) -> str:
    """The text at a path, which must be there."""
    value = value_at(document, path)
    if not isinstance(value, str) or not value:
        raise DocumentError(f"{path} is no text")
    return value


def number_at(document: object, path: str) -> float:
    """The number at a path, which must be there."""
    value = value_at(document, path)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise DocumentError(f"{path} is no number")
    return value


def day_at(document: object, path: str) -> date:
    """The day at a path, which must be there; YAML reads it as a day or, in quotes, as a text."""
    value = value_at(document, path)
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError as error:
        raise DocumentError(f"{path} is no day such as 2026-11-23") from error


def items_at(document: object, path: str) -> list[object]:
    """The list at a path, which must be there."""
    value = value_at(document, path)
    if not isinstance(value, list):
        raise DocumentError(f"{path} is no list")
    return value
