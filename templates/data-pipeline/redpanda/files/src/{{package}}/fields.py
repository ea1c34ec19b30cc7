"""Reads typed values out of a decoded record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime


def text(record: Mapping[str, object], name: str) -> str:
    """A text that is not empty."""
    value = record[name]
    if isinstance(value, str) and value:
        return value
    raise ValueError(f"{name} is not a text")


def whole(record: Mapping[str, object], name: str) -> int:
    """A whole number; True and False are not numbers here."""
    value = record[name]
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise ValueError(f"{name} is not a whole number")


def number(record: Mapping[str, object], name: str) -> float:
    """A number, as a float."""
    value = record[name]
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    raise ValueError(f"{name} is not a number")


def moment(record: Mapping[str, object], name: str) -> datetime:
    """A moment that says its time zone."""
    value = record[name]
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value
    raise ValueError(f"{name} is not a moment with a time zone")


def parsed(record: object) -> dict[str, object]:
    """A record out of JSON, with its time as a moment."""
    if not isinstance(record, dict):
        raise ValueError("not an object")
    return record | {"event_time": datetime.fromisoformat(text(record, "event_time"))}
