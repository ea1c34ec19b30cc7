"""The caller's side of the Open Inference Protocol (V2)."""

import json
import math
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


class ModelUnavailableError(Exception):
    """The server did not answer in time, or not with one score for each row."""


@dataclass(frozen=True)
class Answer:
    """What the server said of some rows: a score for each, and its own ids where it gives them."""

    model_version: str
    scores: tuple[float, ...]
    prediction_ids: tuple[str, ...] | None


class ModelClient:
    """Asks one model of one server."""

    def __init__(self, url: str, name: str, timeout_seconds: float) -> None:
        if not url.startswith(("http://", "https://")):
            raise ValueError(f"the address of the model server must begin with http:// or https://: {url}")
        self._url = f"{url.rstrip('/')}/v2/models/{name}/infer"
        self._timeout_seconds = timeout_seconds

    def score(self, request_id: str, rows: Sequence[Sequence[float]]) -> Answer:
        """The scores of these rows."""
        data = [value for row in rows for value in row]
        # "X" is what skl2onnx calls the input of a model.
        tensor = {"name": "X", "datatype": "FP32", "shape": [len(rows), len(rows[0])], "data": data}
        request = urllib.request.Request(  # noqa: S310 - checked above
            self._url,
            json.dumps({"id": request_id, "inputs": [tensor]}).encode(),
            {"content-type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=self._timeout_seconds) as response:  # noqa: S310
                return read_answer(json.load(response), len(rows))
        except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
            raise ModelUnavailableError(f"{type(error).__name__}: {error}") from error


def read_answer(body: Mapping[str, object], count: int) -> Answer:
    """Reads the scores of our own server (`score`), or the probabilities that an ONNX model gives last."""
    listed = body["outputs"]
    if not isinstance(listed, list):
        raise TypeError("outputs is no list")
    outputs = {str(output["name"]): output for output in listed}
    own, ids = outputs.get("score"), outputs.get("prediction_id")
    numbers = [float(value) for value in (own or listed[-1])["data"]]
    scores = tuple(numbers if own else numbers[1::2])
    if len(scores) != count or not all(math.isfinite(score) for score in scores):
        raise ValueError("not one score for each row")
    names = None if ids is None else tuple(str(name) for name in ids["data"])
    if names is not None and len(names) != count:
        raise ValueError("not one id for each row")
    return Answer(str(body.get("model_version", "unknown")), scores, names)
