"""Who approved which document. An approval holds for one content: whoever edits the document voids it."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from .agreement import named_documents
from .documents import RECORD, DocumentError, items_at, text_at, value_at

FILE = Path("compliance/approvals.json")


def to_approve(record: object) -> tuple[str, ...]:
    """The record itself and every document that it names."""
    return (RECORD.as_posix(), *named_documents(record))


def approve(folder: Path, record: object, document: str, by: str, on: date) -> None:
    """Writes down that a person approved a document as it is now."""
    if document not in to_approve(record):
        raise DocumentError(f"{document} is no document of the record")
    if by.strip().casefold() == text_at(record, "metadata.owner").casefold():
        raise DocumentError("whoever answers for the record does not approve it; ask a second person")
    entry = {"document": document, "sha256": _digest(folder / document), "by": by, "on": on.isoformat()}
    kept = [each for each in _read(folder) if value_at(each, "document") != document]
    text = json.dumps({"approvals": [*kept, entry]}, indent=2)
    (folder / FILE).write_text(text + "\n", encoding="utf-8")


def unapproved(folder: Path, record: object) -> list[str]:
    """The documents that nobody approved as they are now."""
    digests = {str(value_at(each, "document")): value_at(each, "sha256") for each in _read(folder)}
    return [name for name in to_approve(record) if digests.get(name) != _digest(folder / name)]


def _read(folder: Path) -> list[object]:
    try:
        document = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError) as error:
        raise DocumentError(f"{FILE} cannot be read: {error}") from error
    return items_at(document, "approvals") if isinstance(document, Mapping) else []


def _digest(file: Path) -> str:
    """Of the text, not of the bytes: git may change line endings."""
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        raise DocumentError(f"{file} cannot be read: {error.strerror}") from error
    return hashlib.sha256(text.encode()).hexdigest()
