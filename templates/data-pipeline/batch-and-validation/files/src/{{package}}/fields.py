"""From what a file holds to what the contract asks for. Whatever is not converted here must have its type already."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

# Clocks differ a little; a row from further ahead has a broken clock and would leak the future into training.
CLOCK_SKEW = timedelta(minutes=5)
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")


@dataclass(frozen=True, slots=True)
class Context:
    """What the judgement of a row depends on besides the row."""

    now: datetime
    is_text: bool = False


def moment_of(value: object) -> object:
    """A time from text in ISO 8601; a number could be seconds or milliseconds and is refused."""
    if not isinstance(value, str):
        return value
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("time_parsing", "Input should be a time in ISO 8601") from None


def in_utc(value: datetime, info: ValidationInfo) -> datetime:
    """The same moment in UTC, if it is not ahead of the clock."""
    if value > context_of(info).now + CLOCK_SKEW:
        raise PydanticCustomError("time_in_future", "Input should not be in the future")
    return value.astimezone(UTC)


def number_of(value: object, info: ValidationInfo) -> object:
    """A number from the text of a CSV cell or from a decimal column."""
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, str) and context_of(info).is_text and _NUMBER.fullmatch(value):
        return float(value)
    return value


def label_of(value: object, info: ValidationInfo) -> object:
    """0 or 1 from the text of a CSV cell or from a boolean column."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, str) and context_of(info).is_text and value in ("0", "1"):
        return int(value)
    return value


def context_of(info: ValidationInfo) -> Context:
    """The context that the row is judged in."""
    if not isinstance(info.context, Context):
        raise TypeError("rows are judged by validation.judge, which knows the time")
    return info.context
