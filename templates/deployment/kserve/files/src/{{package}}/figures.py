"""What Prometheus says of a version, and what follows from it."""

import json
import math
import urllib.parse
import urllib.request
from dataclasses import dataclass
from typing import Literal

WINDOW = "10m"


@dataclass(frozen=True)
class Limits:
    """What a canary must keep to."""

    least_requests: int
    error_share: float
    latency_ms: float


@dataclass(frozen=True)
class Figures:
    """The last minutes of one version; None where there is no sample."""

    requests: float | None
    error_share: float | None
    latency_ms: float | None


type Decision = Literal["advance", "wait", "rollback"]


class PrometheusError(Exception):
    """Prometheus did not answer the question."""


def decide(figures: Figures, limits: Limits) -> tuple[Decision, str]:
    """Bad figures weigh more than few requests, and a missing figure never advances."""
    if figures.requests is None or figures.requests == 0:
        return "wait", "no requests"
    if figures.error_share is not None and figures.error_share > limits.error_share:
        return "rollback", f"{figures.error_share:.1%} of requests fail"
    if figures.requests < limits.least_requests:
        return "wait", f"{figures.requests:.0f} of {limits.least_requests} requests"
    if figures.error_share is None or figures.latency_ms is None:
        return "wait", "a figure is missing"
    if figures.latency_ms > limits.latency_ms:
        return "rollback", f"the slowest hundredth takes {figures.latency_ms:.0f} ms"
    return "advance", f"{figures.requests:.0f} requests within the limits"


def read_figures(address: str, namespace: str, model: str, version: str) -> Figures:
    """Asks Prometheus for what the mesh counted; Istio takes both labels from the pods."""
    of = (
        f'reporter="destination",destination_workload_namespace="{namespace}",'
        f'destination_canonical_service="{model}",destination_canonical_revision="{version}"'
    )
    requests = f"sum(increase(istio_requests_total{{{of}}}[{WINDOW}]))"
    # Without any failure there is no such series, which is none of them.
    failures = f'(sum(increase(istio_requests_total{{{of},response_code=~"5.."}}[{WINDOW}])) or vector(0))'
    buckets = f"sum by (le) (rate(istio_request_duration_milliseconds_bucket{{{of}}}[{WINDOW}]))"
    return Figures(
        _ask(address, requests),
        _ask(address, f"{failures} / {requests}"),
        _ask(address, f"histogram_quantile(0.99, {buckets})"),
    )


def _ask(address: str, query: str) -> float | None:
    if urllib.parse.urlsplit(address).scheme not in ("http", "https"):
        raise PrometheusError(f"{address} is no address of a web server")
    url = f"{address.rstrip('/')}/api/v1/query?{urllib.parse.urlencode({'query': query})}"
    try:
        with urllib.request.urlopen(url, timeout=10) as response:  # noqa: S310 - checked above
            answer = json.load(response)
        if answer["status"] != "success":
            raise PrometheusError(f"Prometheus refused: {answer}")
        result = answer["data"]["result"]
        value = float(result[0]["value"][1]) if result else math.nan
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise PrometheusError(f"Prometheus did not answer: {error}") from error
    return value if math.isfinite(value) else None
