"""The event: what a sensor measured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from math import isfinite
from typing import Self

from .fields import moment, number, text

ABSOLUTE_ZERO_CELSIUS = -273.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One reading, in the unit it was measured in."""

    event_id: str
    event_time: datetime
    sensor_id: str
    quantity: str
    unit: str
    value: float

    @property
    def key(self) -> str:
        """Readings of one sensor stay in order, because they share a partition."""
        return self.sensor_id

    def problem(self) -> str | None:
        """What the schema cannot say: a broken sensor sends what cannot be."""
        if not isfinite(self.value):
            return "value-is-not-finite"
        if self.unit == "Cel" and self.value < ABSOLUTE_ZERO_CELSIUS:
            return "below-absolute-zero"
        return None

    def to_record(self) -> dict[str, object]:
        """The fields as the schema names them."""
        return asdict(self)

    @classmethod
    def from_record(cls, record: Mapping[str, object]) -> Self:
        """The event of a record that the schema has accepted; a wrong type is a ValueError."""
        return cls(
            event_id=text(record, "event_id"),
            event_time=moment(record, "event_time"),
            sensor_id=text(record, "sensor_id"),
            quantity=text(record, "quantity"),
            unit=text(record, "unit"),
            value=number(record, "value"),
        )
