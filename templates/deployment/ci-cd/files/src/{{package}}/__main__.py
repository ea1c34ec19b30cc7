"""The command line that the workflow calls."""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from . import defaults
from .model_folder import UnprovenModelError, prove
from .release import Release, ReleaseError


def main(arguments: Sequence[str] | None = None, wait: Callable[[float], None] = time.sleep) -> int:
    """0: done; 1: the model or the release failed."""
    parser = argparse.ArgumentParser(prog="release")
    parser.add_argument("--deploy", type=Path, default=defaults.DEPLOY_FOLDER)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("prove", help="print the version of a model folder").add_argument("folder", type=Path)
    canary = commands.add_parser("canary", help="give a version a growing share")
    canary.add_argument("version")
    canary.add_argument("--prometheus", required=True, help="its address")
    canary.add_argument("--pause", type=float, default=600, help="seconds between two looks")
    canary.add_argument("--tries", type=int, default=24, help="looks before the release is given up")
    commands.add_parser("back", help="give everything to the stable version")
    options = parser.parse_args(arguments)
    release = Release(options.deploy, wait)
    try:
        match options.command:
            case "prove":
                print(prove(options.folder))
            case "canary":
                release.canary(options.version, options.prometheus, options.pause, options.tries)
            case _:
                print("taken back" if release.back() else "nothing was on its way")
    except (UnprovenModelError, ReleaseError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
