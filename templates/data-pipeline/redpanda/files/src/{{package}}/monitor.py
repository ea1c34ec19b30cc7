"""Serves metrics and the two probes over HTTP."""

from __future__ import annotations

import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Self

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from .metrics import Metrics

# A batch may wait a minute for confirmations; silence for two means that the loop hangs.
SILENCE_LIMIT_SECONDS = 120.0


class Health:
    """Whether the loop still turns, and whether the group has given it work."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._last_beat = clock()
        self._assigned = False

    def beat(self) -> None:
        """The loop says that it is alive."""
        with self._lock:
            self._last_beat = self._clock()

    def assigned(self) -> None:
        """The group has dealt out its partitions, perhaps none to us."""
        with self._lock:
            self._assigned = True

    @property
    def is_alive(self) -> bool:
        """Whether the loop has turned lately."""
        with self._lock:
            return self._clock() - self._last_beat <= SILENCE_LIMIT_SECONDS

    @property
    def is_ready(self) -> bool:
        """Whether the loop turns and is a member of its group."""
        with self._lock:
            assigned = self._assigned
        return assigned and self.is_alive


class Monitor:
    """The HTTP server, for use in a `with` block."""

    def __init__(self, host: str, port: int, metrics: Metrics, health: Health) -> None:
        self._server = ThreadingHTTPServer((host, port), _handler(metrics, health))
        self._thread = Thread(target=self._server.serve_forever, name="monitor", daemon=True)

    @property
    def port(self) -> int:
        """The port in use, which matters where 0 asked for any."""
        return self._server.server_port

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _handler(metrics: Metrics, health: Health) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/metrics":
                self._answer(200, CONTENT_TYPE_LATEST, generate_latest(metrics.registry))
            elif self.path == "/health/live":
                self._say(health.is_alive)
            elif self.path == "/health/ready":
                self._say(health.is_ready)
            else:
                self._answer(404, "text/plain", b"not here\n")

        def _say(self, good: bool) -> None:
            self._answer(200 if good else 503, "text/plain", b"yes\n" if good else b"no\n")

        def _answer(self, status: int, kind: str, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
            """Probes come every few seconds; they are not news."""

    return Handler
