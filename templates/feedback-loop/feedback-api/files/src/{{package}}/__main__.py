"""The command line: serve, or ask a running server whether it is ready."""

import argparse
import os
import sys
import urllib.error
import urllib.request
from collections.abc import Sequence

import uvicorn

from .app import make_app
from .predictions import Predictions
from .receiver import Receiver
from .settings import Settings, read_settings
from .store import open_store


def main(arguments: Sequence[str] | None = None) -> int:
    """0: done; 1: could not be done."""
    parser = argparse.ArgumentParser(prog="feedback")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("serve", help="take feedback until told to end")
    commands.add_parser("health", help="ask the server on this machine whether it is ready")
    options = parser.parse_args(arguments)
    try:
        settings = read_settings(os.environ)
        return serve(settings) if options.command == "serve" else health(settings)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1


def serve(settings: Settings) -> int:
    """Serves until it is told to end; requests that have begun are answered first."""
    log = settings.prediction_log
    receiver = Receiver(open_store(os.environ), None if log is None else Predictions(log))
    uvicorn.run(
        make_app(receiver, settings.token),
        host=settings.host,
        port=settings.port,
        access_log=False,
        timeout_graceful_shutdown=20,
        limit_concurrency=100,
    )
    return 0


def health(settings: Settings) -> int:
    """0 if the server on this machine is ready."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{settings.port}/health/ready", timeout=3) as answer:
            return 0 if answer.status == 200 else 1
    except urllib.error.URLError:
        return 1


if __name__ == "__main__":
    sys.exit(main())
