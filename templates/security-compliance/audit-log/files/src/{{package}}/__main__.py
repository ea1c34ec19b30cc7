"""The command line: record, predictions, check, seal, expire."""

import argparse
import getpass
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from .entry import Event
from .journal import Journal
from .settings import AuditError, read_settings


def main(arguments: Sequence[str] | None = None) -> int:
    """0: done, and all is well; 1: could not be done; 3: the log is not what it should be."""
    options = read_arguments(arguments)
    try:
        journal = Journal(options.log, read_settings(options.settings))
        return run(options, journal)
    except (AuditError, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1


def read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="audit")
    parser.add_argument("--log", type=Path, default=Path("audit"), help="the folder of the log")
    parser.add_argument("--settings", type=Path, default=Path("audit.yaml"))
    parser.add_argument("--actor", default=getpass.getuser(), help="who does this; default: the user")
    parser.add_argument("--now", type=_moment, default=datetime.now(UTC), help="for tests; default: now")
    commands = parser.add_subparsers(dest="command", required=True)
    record = commands.add_parser("record", help="add one entry")
    record.add_argument("category")
    record.add_argument("action")
    record.add_argument("subject")
    record.add_argument("--details", type=json.loads, default={}, help="a JSON object")
    predictions = commands.add_parser("predictions", help="record each new line of a prediction log")
    predictions.add_argument("file", type=Path)
    check = commands.add_parser("check", help="was anything changed, cut or kept for too long?")
    check.add_argument("--seal", type=Path, help="a file that seal wrote")
    check.add_argument("--predictions", type=Path, help="a prediction log that was recorded")
    commands.add_parser("seal", help="write where each chain ends").add_argument("file", type=Path)
    commands.add_parser("expire", help="delete what is past its retention")
    return parser.parse_args(arguments)


def run(options: argparse.Namespace, journal: Journal) -> int:
    """Carries out one command."""
    now: datetime = options.now
    match options.command:
        case "record":
            if not isinstance(options.details, dict):
                raise AuditError("details are no JSON object")
            event = Event(options.actor, options.action, options.subject, options.details)
            head = journal.chain(options.category).append([event], now)
            print(json.dumps({"sequence": head.sequence, "hash": head.digest}))
        case "predictions":
            print(json.dumps({"recorded": journal.import_predictions(options.file, options.actor, now)}))
        case "seal":
            options.file.write_text(json.dumps(journal.heads(), indent=2) + "\n", encoding="utf-8")
        case "expire":
            print(json.dumps({"deleted": journal.expire(options.actor, now)}))
        case _:
            return check(options, journal)
    return 0


def check(options: argparse.Namespace, journal: Journal) -> int:
    """Tells everything that is not as it should be."""
    faults = list(journal.faults(options.now))
    if options.seal is not None:
        faults += journal.unlike(json.loads(options.seal.read_text(encoding="utf-8")))
    if options.predictions is not None:
        faults += journal.differences(options.predictions)
    print(json.dumps({"faults": faults}))
    return 3 if faults else 0


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("the time has no time zone")
    return moment.astimezone(UTC)


if __name__ == "__main__":
    sys.exit(main())
