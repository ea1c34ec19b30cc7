"""Requests and responses of the Open Inference Protocol (V2), as far as one table of numbers needs them."""

from typing import Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field


class BadRequestError(Exception):
    """The request is not one that this model can answer; the message holds no value of the request."""


class Tensor(BaseModel):
    """One named array; `data` is flat or nested, row by row."""

    model_config = ConfigDict(extra="ignore")

    name: str
    shape: list[int] = Field(min_length=2, max_length=2)
    datatype: Literal["FP32", "FP64", "INT32", "INT64"]
    data: list[float] | list[list[float]]


class InferRequest(BaseModel):
    """Rows to score."""

    model_config = ConfigDict(extra="ignore")

    id: str | None = Field(default=None, max_length=100, pattern=r"^[A-Za-z0-9._-]+$")
    inputs: list[Tensor] = Field(min_length=1, max_length=1)


def rows_of(request: InferRequest, width: int, max_rows: int) -> NDArray[np.float32]:
    """The table of a request, or why it is none."""
    tensor = request.inputs[0]
    count, columns = tensor.shape
    if columns != width:
        raise BadRequestError(f"each row must have {width} features, not {columns}")
    if not 1 <= count <= max_rows:
        raise BadRequestError(f"a request may have 1 to {max_rows} rows, not {count}")
    try:
        rows = np.asarray(tensor.data, dtype=np.float32).reshape(count, columns)
    except ValueError:
        raise BadRequestError("the data does not fill the shape") from None
    if not bool(np.isfinite(rows).all()):
        raise BadRequestError("the data holds a number that is not finite")
    return rows


def output(name: str, datatype: str, values: list[str] | list[float] | list[bool]) -> dict[str, object]:
    """One array of a response."""
    return {"name": name, "datatype": datatype, "shape": [len(values)], "data": values}
