"""The command line: check, duties, measure, approve, gate. A documentation check, not legal advice."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from .agreement import problems
from .approvals import approve, unapproved
from .card import read_measures, shortfalls, write_card
from .documents import RECORD, DocumentError, read_document
from .duties import OpenDuty, duties_of, read_duties

REGULATIONS = Path("compliance/regulations.yaml")


def main(arguments: Sequence[str] | None = None) -> int:
    """0: nothing is open; 1: something could not be read; 3: something is open."""
    options = read_arguments(arguments)
    try:
        told, is_open = run(options, read_document(options.folder / RECORD))
    except (DocumentError, ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    for line in told:
        print(line)
    print("Documentation check, not legal advice.")
    return 3 if is_open else 0


def read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="compliance")
    parser.add_argument("--folder", type=Path, default=Path())
    parser.add_argument(
        "--as-of", type=date.fromisoformat, default=datetime.now(UTC).date(), help="the day; default: today"
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="do the documents agree, and are they in time?")
    commands.add_parser("duties", help="which duties hold, from which day, and what is missing?")
    measure = commands.add_parser("measure", help="write measured values into the model card")
    measure.add_argument("metrics", type=Path, help="a JSON object of metrics and values")
    approval = commands.add_parser("approve", help="write down that a person approved a document")
    approval.add_argument("document")
    approval.add_argument("--by", required=True)
    commands.add_parser("gate", help="may this version be released?")
    return parser.parse_args(arguments)


def run(options: argparse.Namespace, record: Mapping[str, object]) -> tuple[list[str], bool]:
    """What to tell, and whether something is open."""
    folder: Path = options.folder
    match options.command:
        case "check":
            found = problems(folder, options.as_of)
            return found or ["the documents agree and are in time"], bool(found)
        case "duties":
            duties = open_duties(folder, record, options.as_of)
            return [str(duty) for duty in duties], any(is_overdue(duty) for duty in duties)
        case "measure":
            measured = read_measures(options.metrics)
            write_card(folder, record, measured)
            short = shortfalls(record, measured)
            return short or ["the card holds the measured values"], bool(short)
        case "approve":
            approve(folder, record, options.document, options.by, options.as_of)
            return [f"{options.by} approved {options.document}"], False
        case _:
            found = gate(folder, record, options.as_of)
            return found or ["nothing is open: this version may be released"], bool(found)


def open_duties(folder: Path, record: object, on: date) -> tuple[OpenDuty, ...]:
    """The duties of the record, by the dates in regulations.yaml."""
    return duties_of(record, read_duties(read_document(folder / REGULATIONS)), on)


def is_overdue(duty: OpenDuty) -> bool:
    """Whether it is due and something is missing."""
    return duty.is_due and bool(duty.missing)


def gate(folder: Path, record: object, on: date) -> list[str]:
    """All that stands between this version and its release."""
    found = problems(folder, on)
    found += [str(duty) for duty in open_duties(folder, record, on) if is_overdue(duty)]
    found += [f"{name} is not approved as it is now" for name in unapproved(folder, record)]
    return found


if __name__ == "__main__":
    sys.exit(main())
