"""The command line: train, register, promote, rollback, export, status, sample."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from mlflow import MlflowClient
from mlflow.exceptions import MlflowException

from . import defaults
from .data import BadDataError, made_up, read_rows, split, write_rows
from .registry import CHALLENGER, CHAMPION, PREVIOUS, NoSuchVersionError, Registry
from .train import train
from .trained import UnfitFolderError, register


def main(arguments: Sequence[str] | None = None) -> int:
    """0: done; 1: could not be done; 3: the gate refused."""
    try:
        return run(_options(arguments))
    except (BadDataError, NoSuchVersionError, UnfitFolderError, MlflowException, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def run(options: argparse.Namespace) -> int:
    """Runs one command."""
    registry = Registry(MlflowClient())
    match options.command:
        case "sample":
            write_rows(options.data, made_up(options.rows, options.seed))
        case "train":
            rows, held_back = split(read_rows(options.data))
            print(f"{CHALLENGER}: version {train(rows, held_back, options.strength, options.seed)}")
        case "register":
            _, held_back = split(read_rows(options.data))
            print(f"{CHALLENGER}: version {register(options.folder, held_back)}")
        case "promote":
            _, held_back = split(read_rows(options.data))
            verdict = registry.promote(held_back, defaults.LIMITS)
            print(json.dumps(asdict(verdict) | {"promote": verdict.promote}))
            return 0 if verdict.promote else 3
        case "rollback":
            print(f"{CHAMPION}: version {registry.rollback()}")
        case "export":
            print(json.dumps(asdict(registry.export(options.alias, options.folder))))
        case _:
            print(json.dumps({alias: registry.version(alias) for alias in (CHAMPION, CHALLENGER, PREVIOUS)}))
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="model-registry")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, what in (
        ("sample", "write made-up rows"),
        ("train", "train, track and register a challenger"),
        ("promote", "let the challenger through the gate"),
    ):
        command = commands.add_parser(name, help=what)
        command.add_argument("data", type=Path)
        command.add_argument("--seed", type=int, default=42)
        command.add_argument("--rows", type=int, default=4000)
        command.add_argument("--strength", type=float, default=1.0)
    registering = commands.add_parser("register", help="register a trained folder as challenger")
    registering.add_argument("folder", type=Path)
    registering.add_argument("data", type=Path)
    commands.add_parser("rollback", help="make the previous champion champion again")
    commands.add_parser("status", help="tell which version has which alias")
    export = commands.add_parser("export", help="write a version as a folder for serving")
    export.add_argument("folder", type=Path)
    export.add_argument("--alias", choices=[CHAMPION, CHALLENGER], default=CHAMPION)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
