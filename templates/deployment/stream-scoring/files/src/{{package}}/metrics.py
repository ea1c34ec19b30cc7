"""What Prometheus is told, and whether the process is alive; labels never name a person or a payment."""

import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Self

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest

MOST_SILENT_SECONDS = 120.0


class Metrics:
    """The measurements of one process."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._decisions = Counter(
            "stream_decisions", "Payments decided about.", ("by", "decision"), registry=self.registry
        )
        self.set_aside = Counter("stream_set_aside", "Events that are no payments.", registry=self.registry)
        self.seconds = Histogram(
            "stream_batch_seconds", "Time from a batch read to its commit.", registry=self.registry
        )
        for by in ("model", "rule"):
            for decision in ("positive", "negative"):
                # A series that is there from the start can be alerted on before the first event.
                self._decisions.labels(by, decision)

    def decided(self, by_rule: bool, positive: bool) -> None:
        """Counts one decision."""
        self._decisions.labels("rule" if by_rule else "model", "positive" if positive else "negative").inc()


class Health:
    """Alive while the loop goes round; ready once it has its share of the topic."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._latest = clock()
        self.ready = False

    def beat(self) -> None:
        """The loop went round."""
        self._latest = self._clock()

    @property
    def alive(self) -> bool:
        """Whether the loop went round lately."""
        return self._clock() - self._latest < MOST_SILENT_SECONDS


class Monitor:
    """Serves metrics and probes while it is open; port 0 is any free one."""

    def __init__(self, host: str, port: int, metrics: Metrics, health: Health) -> None:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                pages = {"/health/live": health.alive, "/health/ready": health.alive and health.ready}
                is_metrics = self.path == "/metrics"
                good = pages.get(self.path, is_metrics)
                body = generate_latest(metrics.registry) if is_metrics else b"ok\n" if good else b"no\n"
                self.send_response(200 if good else 503 if self.path in pages else 404)
                self.send_header("content-type", CONTENT_TYPE_LATEST if is_metrics else "text/plain")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
                """Probes come every few seconds; they are no news."""

        self._server = ThreadingHTTPServer((host, port), Handler)
        self._thread = Thread(target=self._server.serve_forever, daemon=True)

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_address[1])

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
