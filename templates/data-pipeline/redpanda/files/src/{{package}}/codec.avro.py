"""Events as Avro in single-object encoding: two marker bytes, the schema's fingerprint, the body."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from io import BytesIO

import fastavro
from fastavro.schema import fingerprint, parse_schema, to_parsing_canonical_form
from fastavro.types import Schema

from .errors import InvalidEvent
from .event import Event

CONTENT_TYPE = "application/avro"
SCHEMA_FILE = "event.avsc"
_MARKER = b"\xc3\x01"
_HEADER_LENGTH = 10


@cache
def _schema() -> Schema:
    return parse_schema(
        json.loads(files(__package__).joinpath("schemas", SCHEMA_FILE).read_text(encoding="utf-8"))
    )


@cache
def _header() -> bytes:
    # The specification wants the CRC-64-AVRO of the canonical form, lowest byte first.
    return _MARKER + bytes.fromhex(fingerprint(to_parsing_canonical_form(_schema()), "CRC-64-AVRO"))


def encode(event: Event) -> bytes:
    """The event as bytes; an event that breaks the schema is refused before it is sent."""
    body = BytesIO()
    try:
        fastavro.schemaless_writer(body, _schema(), event.to_record(), strict=True)
    except (ValueError, TypeError, OverflowError) as error:
        raise InvalidEvent("does not fit the Avro schema") from error
    return _header() + body.getvalue()


def decode(payload: bytes) -> Event:
    """The event in these bytes, or InvalidEvent."""
    if payload[:_HEADER_LENGTH] != _header():
        raise InvalidEvent("not written with this Avro schema")
    body = BytesIO(payload[_HEADER_LENGTH:])
    try:
        record = fastavro.schemaless_reader(body, _schema(), None)
    except (ValueError, EOFError, IndexError, UnicodeDecodeError, OverflowError) as error:
        raise InvalidEvent("the Avro body cannot be read") from error
    if body.read(1):
        raise InvalidEvent("bytes after the Avro body")
    if not isinstance(record, dict):
        raise InvalidEvent("not an Avro record")
    try:
        return Event.from_record(record)
    except ValueError as error:
        raise InvalidEvent(str(error)) from error
