"""The command line: run, sample."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from . import sample_files
from .intake import Intake, files_of
from .output import to_line, write


def main(arguments: Sequence[str] | None = None) -> int:
    """0: done; 1: could not be done; 2: wrong use; 3: done, and a file was refused or no row is left."""
    options = _options(arguments)
    try:
        if options.command == "sample":
            names = sample_files.write(options.folder, options.rows, options.seed)
            print(to_line({"files": names}).decode().strip())
            return 0
        return _run(options.inputs, options.output)
    except OSError as error:
        print(error, file=sys.stderr)
        return 1


def _run(inputs: Sequence[Path], output: Path) -> int:
    intake = Intake(datetime.now(UTC))
    for file, name in files_of(inputs):
        report = intake.take(file, name)
        told = report.problem or f"{report.good} good, {report.bad} bad, {report.copies} copies"
        print(f"{name}: {told}", file=sys.stderr)
    short = write(intake, output)
    print(to_line(short).decode().strip())
    return 3 if short["refused_files"] or not short["rows"] else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=__package__, description="Validates files of rows.")
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="take files in and write the rows that keep the contract")
    run.add_argument("inputs", type=Path, nargs="+", metavar="INPUT", help="a file, or a folder of files")
    run.add_argument("--output", type=Path, required=True, help="the folder that is written to")
    sample = commands.add_parser("sample", help="make up files of every format, some of them bad")
    sample.add_argument("folder", type=Path)
    sample.add_argument("--rows", type=int, default=200, help="rows of each file")
    sample.add_argument("--seed", type=int, default=42)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
