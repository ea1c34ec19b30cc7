"""The command line: make a reference, check a log once, or watch it and serve metrics."""

import argparse
import json
import os
import signal
import sys
import threading
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from prometheus_client import start_http_server

from . import defaults
from .monitor import Monitor
from .reference import SCORE, BadReferenceError, make_reference, read_reference, write_reference
from .window import Follower, read_columns

DRIFT_LIMIT = 0.2


def main(arguments: Sequence[str] | None = None) -> int:
    """0: done, nothing drifted; 1: could not be done; 3: something drifted."""
    parser = argparse.ArgumentParser(prog="drift")
    commands = parser.add_subparsers(dest="command", required=True)
    make = commands.add_parser("reference", help="make the reference from a log of good days")
    make.add_argument("log", type=Path)
    for name, what in (("check", "measure once"), ("watch", "measure again and again, serve metrics")):
        command = commands.add_parser(name, help=what)
        command.add_argument("log", type=Path)
        command.add_argument("--feedback", type=Path)
        command.add_argument("--every", type=float, default=60.0)
        command.add_argument("--port", type=int, default=9100)
    parser.add_argument("--reference", type=Path, default=Path("reference.json"))
    options = parser.parse_args(arguments)
    try:
        return run(options)
    except (BadReferenceError, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def run(options: argparse.Namespace) -> int:
    """Carries out one command."""
    if options.command == "reference":
        with options.log.open(encoding="utf-8") as stream:
            columns = read_columns(stream, defaults.MODEL_NAME, defaults.FEATURES)
        write_reference(options.reference, make_reference(columns))
        return 0
    reference = read_reference(options.reference, (*defaults.FEATURES, SCORE))
    feedback = Follower(options.feedback) if options.feedback else None
    monitor = Monitor(Follower(options.log), feedback, reference)
    if options.command == "check":
        findings = monitor.look()
        drifted = findings.drifted(DRIFT_LIMIT)
        print(json.dumps(asdict(findings) | {"drifted": drifted}))
        return 3 if drifted else 0
    return watch(monitor, options.port, options.every)


def watch(monitor: Monitor, port: int, seconds: float) -> int:
    """Measures until it is told to end."""
    ended = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: ended.set())
    signal.signal(signal.SIGINT, lambda *_: ended.set())
    monitor.look()
    server, thread = start_http_server(port, os.environ.get("HOST", "127.0.0.1"), monitor.registry)
    while not ended.wait(seconds):
        monitor.look()
    server.shutdown()
    thread.join()
    return 0


if __name__ == "__main__":
    sys.exit(main())
