"""The command line: serve a packed model, pack one, ask a running server whether it is ready."""

import argparse
import os
import sys
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path

import uvicorn

from . import defaults
from .app import make_app
from .model import UnfitModelError, load, pack
from .prediction_log import open_log
from .settings import Settings, read_settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    parser = argparse.ArgumentParser(prog="model-server")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("serve", help="serve the model in MODEL_FOLDER")
    commands.add_parser("health", help="ask the server on this machine whether it is ready")
    packing = commands.add_parser("pack", help="put a model and its digest into MODEL_FOLDER")
    packing.add_argument("onnx_file", type=Path)
    packing.add_argument("--model-version", required=True)
    options = parser.parse_args(arguments)
    try:
        settings = read_settings(os.environ)
        match options.command:
            case "serve":
                return serve(settings)
            case "pack":
                packed = pack(
                    options.onnx_file,
                    settings.model_folder,
                    defaults.MODEL_NAME,
                    options.model_version,
                    defaults.FEATURES,
                )
                print(f"{packed.name} {packed.version} sha256:{packed.sha256}")
                return 0
            case _:
                return health(settings)
    except (UnfitModelError, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1


def serve(settings: Settings) -> int:
    """Serves until it is told to end; requests that have begun are answered first."""
    model = load(settings.model_folder, defaults.MODEL_NAME, defaults.FEATURES)
    app = make_app(model, settings, open_log(settings.prediction_log))
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        access_log=False,
        timeout_graceful_shutdown=20,
        limit_concurrency=200,
    )
    return 0


def health(settings: Settings) -> int:
    """0 if the server on this machine is ready."""
    try:
        with urllib.request.urlopen(
            f"http://127.0.0.1:{settings.port}/v2/health/ready", timeout=3
        ) as response:
            return 0 if response.status == 200 else 1
    except urllib.error.URLError:
        return 1


if __name__ == "__main__":
    sys.exit(main())
