"""The people who say afterwards what was fraud, one by one over the feedback API; and the questions asked of a model server."""

import http.client
import json
import urllib.request
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime


class FeedbackRefusedError(Exception):
    """The API did not take a label."""


def give_feedback(port: int, predictions: Sequence[str], labels: Sequence[int]) -> None:
    """Posts a label for each prediction over one connection."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        for prediction, label in zip(predictions, labels, strict=True):
            at = datetime.now(UTC).isoformat(timespec="milliseconds")
            feedback = {"prediction_id": prediction, "label": label, "at": at, "source": "annotator"}
            connection.request(
                "POST", "/feedback", json.dumps(feedback), {"content-type": "application/json"}
            )
            response = connection.getresponse()
            said = response.read()
            if response.status != http.HTTPStatus.CREATED:
                raise FeedbackRefusedError(f"{prediction}: {response.status} {said[:200]!r}")


def served_version(url: str, model: str) -> str:
    """The version that a model server says it serves."""
    with urllib.request.urlopen(f"{url}/v2/models/{model}", timeout=10) as response:
        return str(json.load(response)["versions"][0])
