"""What a caller says of one prediction, and the entry that is kept of it."""

from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field

from . import defaults

type Entry = dict[str, str | int]


def _in_milliseconds(moment: datetime) -> datetime:
    # What is kept is what is compared, also after a restart.
    return moment.astimezone(UTC).replace(microsecond=moment.microsecond // 1000 * 1000)


class Feedback(BaseModel):
    """What became of a prediction. The label has no default: no feedback yet is not a negative."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    prediction_id: str = Field(max_length=120, pattern=r"^[A-Za-z0-9._-]+$")
    label: int = Field(strict=True, ge=0, le=1)
    at: Annotated[AwareDatetime, AfterValidator(_in_milliseconds)]
    """When it became known, not when it was sent."""
    source: Literal["user", "annotator", "rule", "model"]

    def entry(self, received: datetime) -> Entry:
        """What is kept, as schemas/feedback.schema.json describes it."""
        return {
            "prediction_id": self.prediction_id,
            "label": self.label,
            "at": _text(self.at),
            "source": self.source,
            "model_name": defaults.MODEL_NAME,
            "received_at": _text(received),
        }


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
