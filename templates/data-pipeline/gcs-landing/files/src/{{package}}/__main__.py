"""The command line: load, fetch."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from google.api_core.exceptions import GoogleAPIError
from google.auth.exceptions import GoogleAuthError

from . import defaults
from .landing import PREFIX, DamagedObject, Landing, client, files_of
from .names import UnsafeName


def main(arguments: Sequence[str] | None = None) -> int:
    """0: done; 1: could not be done; 2: wrong use."""
    options = _options(arguments)
    try:
        landing = Landing(client().bucket(options.bucket), options.prefix)
        if options.command == "load":
            return _load(landing, options.inputs)
        fetched = [file.as_posix() for file in landing.fetch(options.folder)]
        print(json.dumps({"fetched": fetched}))
    except (DamagedObject, GoogleAPIError, GoogleAuthError, OSError, UnsafeName) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _load(landing: Landing, inputs: Sequence[Path]) -> int:
    results = [landing.load(file) for file in files_of(inputs)]
    told = {
        "loaded": [each.name for each in results if each.is_new],
        "already_there": [each.name for each in results if not each.is_new],
    }
    print(json.dumps(told))
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=__package__, description="Loads files into Cloud Storage.")
    parser.add_argument("--bucket", default=defaults.DATA_BUCKET)
    parser.add_argument("--prefix", default=PREFIX, help="what names of objects start with")
    commands = parser.add_subparsers(dest="command", required=True)
    load = commands.add_parser("load", help="load files; what is there already is left alone")
    load.add_argument("inputs", type=Path, nargs="+", metavar="INPUT", help="a file, or a folder of files")
    fetch = commands.add_parser("fetch", help="fetch what is not there yet")
    fetch.add_argument("folder", type=Path)
    options = parser.parse_args(arguments)
    if options.prefix and not options.prefix.endswith("/"):
        parser.error("--prefix must end with /")
    return options


if __name__ == "__main__":
    sys.exit(main())
