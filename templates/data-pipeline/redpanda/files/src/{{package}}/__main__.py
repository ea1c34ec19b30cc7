"""The command line: validate, publish, topics, health."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from threading import Event as Flag

from confluent_kafka import KafkaException

from . import app
from . import log as json_log
from .errors import DeliveryFailed, InvalidEvent
from .settings import BadSettings, Settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what was asked for and returns the exit code: 0 done, 1 failed, 2 wrong use."""
    parser = argparse.ArgumentParser(prog=__package__, description="Validates events on Kafka.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("validate", help="read, check and pass on until SIGTERM")
    commands.add_parser("topics", help="make the topics that are missing")
    commands.add_parser("health", help="ask the running process whether it is alive")
    commands.add_parser("publish", help="send events").add_argument(
        "file", type=Path, help="one JSON event per line"
    )
    options = parser.parse_args(arguments)
    json_log.start()
    try:
        return _run(options, Settings.from_environment(os.environ))
    except BadSettings as error:
        print(error, file=sys.stderr)
        return 2
    except (DeliveryFailed, InvalidEvent, KafkaException, OSError) as error:
        logging.getLogger(__name__).error("failed", exc_info=error)
        return 1


def _run(options: argparse.Namespace, settings: Settings) -> int:
    match options.command:
        case "validate":
            app.validate(settings, _stop_on_signal())
        case "publish":
            with options.file.open(encoding="utf-8") as lines:
                print(f"{app.publish(settings, lines)} events confirmed on {settings.topic}")
        case "topics":
            print("made:", ", ".join(app.create_topics(settings)) or "nothing, all are there")
        case "health":
            return 0 if _is_alive(settings.metrics_port) else 1
    return 0


def _stop_on_signal() -> Flag:
    stop = Flag()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    return stop


def _is_alive(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/live", timeout=2) as answer:
            return bool(answer.status == 200)
    except urllib.error.HTTPError:
        return False


if __name__ == "__main__":
    sys.exit(main())
