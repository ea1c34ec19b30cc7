"""The command line: check proves the matrix, table shows it."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from .documents import PolicyError, read_mapping
from .matrix import Row, rows_of


def main(arguments: Sequence[str] | None = None) -> int:
    """0: the policies allow exactly what the matrix says; 1: it cannot be told; 3: they allow more or less."""
    parser = argparse.ArgumentParser(prog="access")
    parser.add_argument("--matrix", type=Path, default=Path("access.yaml"))
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="do the policies allow exactly what the matrix says?")
    commands.add_parser("table", help="who gets through with what, by the policies")
    options = parser.parse_args(arguments)
    matrix: Path = options.matrix
    try:
        rows = rows_of(read_mapping(matrix), matrix.parent)
    except PolicyError as error:
        print(error, file=sys.stderr)
        return 1
    return check(rows) if options.command == "check" else table(rows)


def check(rows: Sequence[Row]) -> int:
    """Tells each difference between policies and matrix."""
    differences = [line for row in rows for line in row.differences()]
    for line in differences:
        print(line)
    if differences:
        return 3
    print(f"the policies allow exactly what the matrix says: {len(rows)} requests")
    return 0


def table(rows: Sequence[Row]) -> int:
    """Tells who gets through."""
    for row in rows:
        print(f"{row.name}: {', '.join(sorted(row.allowed)) or 'no one'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
