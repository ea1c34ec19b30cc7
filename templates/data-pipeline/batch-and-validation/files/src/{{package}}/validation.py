"""Judges one row, and gives a reason for each thing that is wrong with it. Reasons never hold a value."""

from dataclasses import asdict, dataclass
from datetime import datetime

from pydantic import TypeAdapter, ValidationError

from .contract import BOUNDS, Row
from .fields import Context
from .raw import BrokenRow, RawRow

_ROW: TypeAdapter[Row] = TypeAdapter(Row)


@dataclass(frozen=True, slots=True)
class Reason:
    """What is wrong with a column."""

    column: str
    rule: str
    message: str

    def told(self) -> dict[str, str]:
        """The reason as it is written down."""
        return asdict(self)


def judge(raw: RawRow | BrokenRow, now: datetime) -> Row | tuple[Reason, ...]:
    """The row if it keeps the contract, otherwise every reason why not."""
    if isinstance(raw, BrokenRow):
        return (Reason("", raw.rule, raw.message),)
    try:
        row = _ROW.validate_python(raw.values, context=Context(now, raw.is_text))
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        return tuple(Reason(".".join(map(str, each["loc"])), each["type"], each["msg"]) for each in found)
    return _outside(row) or row


def _outside(row: Row) -> tuple[Reason, ...]:
    values: dict[str, object] = {**row}
    reasons = []
    for name, (least, most) in BOUNDS.items():
        value = values[name]
        if isinstance(value, float) and not least <= value <= most:
            reasons.append(Reason(name, "out_of_bounds", f"Input should be from {least} to {most}"))
    return tuple(reasons)
