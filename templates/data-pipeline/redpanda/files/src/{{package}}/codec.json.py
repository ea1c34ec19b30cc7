"""Events as JSON, checked against the JSON Schema on both sides."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from jsonschema import Draft202012Validator

from .errors import InvalidEvent
from .event import Event
from .fields import parsed

CONTENT_TYPE = "application/json"
SCHEMA_FILE = "event.schema.json"


@cache
def _validator() -> Draft202012Validator:
    schema = json.loads(files(__package__).joinpath("schemas", SCHEMA_FILE).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def _check(record: object) -> None:
    error = next(iter(_validator().iter_errors(record)), None)
    if error is not None:
        # The library's own message quotes the value, and values do not belong in logs or headers.
        raise InvalidEvent(f"{error.json_path} breaks {error.validator}")


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def encode(event: Event) -> bytes:
    """The event as bytes; an event that breaks the schema is refused before it is sent."""
    record = event.to_record() | {"event_time": event.event_time.isoformat(timespec="milliseconds")}
    _check(record)
    try:
        text = json.dumps(record, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    except ValueError as error:
        raise InvalidEvent("a number that JSON cannot hold") from error
    return text.encode()


def decode(payload: bytes) -> Event:
    """The event in these bytes, or InvalidEvent."""
    try:
        record = json.loads(payload, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise InvalidEvent("not JSON") from error
    _check(record)
    try:
        return Event.from_record(parsed(record))
    except ValueError as error:
        raise InvalidEvent("event_time is not a moment") from error
