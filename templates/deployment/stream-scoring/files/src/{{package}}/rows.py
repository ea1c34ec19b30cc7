"""Events in, rows to train on out: a CSV file, oldest first, with labels where they are known."""

import csv
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from .features import FEATURES, FeatureMaker
from .payment import BadEventError, Payment


class BadLineError(Exception):
    """A line of a file that cannot be used, named by its number."""


def write_rows(events: Path, rows: Path, maker: FeatureMaker, labels: Path | None, label: str) -> int:
    """Writes a row for each payment; with labels, for each payment that has one. Returns how many."""
    known = None if labels is None else read_labels(labels)
    count = 0
    rows.parent.mkdir(parents=True, exist_ok=True)
    with rows.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["event_id", "event_time", *FEATURES, *([] if known is None else [label])])
        for payment in read_payments(events):
            # Payments without a label still count for the features of others.
            values = maker.of(payment)
            if known is not None and payment.event_id not in known:
                continue
            answer = [] if known is None else [known[payment.event_id]]
            writer.writerow([payment.event_id, payment.at.isoformat(), *values, *answer])
            count += 1
    return count


def read_payments(file: Path) -> Iterable[Payment]:
    """The payments of a file, oldest first."""
    with file.open(encoding="utf-8") as lines:
        payments = [_payment(file, number, line) for number, line in enumerate(lines, start=1)]
    return sorted(payments, key=lambda payment: payment.at)


def read_labels(file: Path) -> Mapping[str, int]:
    """The label of each event; the latest line counts."""
    known: dict[str, int] = {}
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                found = json.loads(line)
                known[str(found["event_id"])] = (0, 1).index(found["label"])
            except (ValueError, TypeError, KeyError):
                raise BadLineError(f"line {number} of {file} is no label of an event") from None
    return known


def _payment(file: Path, number: int, line: str) -> Payment:
    try:
        return Payment.parse(line)
    except BadEventError as error:
        raise BadLineError(f"line {number} of {file}: {error}") from None
