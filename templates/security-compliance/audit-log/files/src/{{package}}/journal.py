"""All chains together: what is checked across them, sealed, imported and deleted."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from .chain import Chain, Head
from .entry import FIRST, Event, canonical
from .settings import CHANGES, EXPIRE, AuditError, Settings

PREDICTIONS = "prediction"
PREDICT = "predict"


class Journal:
    """The chains of all categories below one folder."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        """The folder need not be there yet."""
        self._chains = {
            name: Chain(folder, category, settings.forbidden)
            for name, category in settings.categories.items()
        }
        self._settings = settings

    def chain(self, category: str) -> Chain:
        """The chain of a category."""
        return self._chains[self._settings.category(category).name]

    def faults(self, now: datetime) -> Iterator[str]:
        """What is wrong within the chains, what was deleted without a word, and what should be deleted."""
        for chain in self._chains.values():
            yield from chain.faults()
        deletions = {
            (entry.event.subject, entry.event.details.get("hash"))
            for entry in self.chain(CHANGES).entries()
            if entry.event.action == EXPIRE
        }
        for name, chain in self._chains.items():
            start = chain.start()
            if start.digest != FIRST and (name, start.digest) not in deletions:
                yield f"{name}: entries up to {start.sequence} are gone, and no deletion was logged"
            for month in chain.expired(now):
                yield f"{name}: {month.name} is past its retention"

    def heads(self) -> dict[str, dict[str, object]]:
        """Where each chain ends, to be kept elsewhere."""
        heads = {name: chain.head() for name, chain in self._chains.items()}
        return {name: {"sequence": head.sequence, "hash": head.digest} for name, head in heads.items()}

    def unlike(self, seal: Mapping[str, object]) -> Iterator[str]:
        """Where the chains are not what they were when they were sealed."""
        for name, fields in seal.items():
            if not isinstance(fields, dict):
                raise AuditError(f"the seal of {name} is no head")
            sealed = Head(fields["sequence"], fields["hash"])
            chain = self.chain(name)
            known = {entry.sequence: entry.digest for entry in chain.entries()}
            if sealed.sequence > chain.start().sequence and known.get(sealed.sequence) != sealed.digest:
                yield f"{name} {sealed.sequence}: is not what was sealed"

    def expire(self, actor: str, now: datetime) -> list[str]:
        """Deletes what is past its retention, and logs each deletion."""
        told = []
        for name, chain in self._chains.items():
            head = chain.expire(now)
            if head is None:
                continue
            details = {"sequence": head.sequence, "hash": head.digest}
            self.chain(CHANGES).append([Event(actor, EXPIRE, name, details)], now)
            told.append(f"{name}: entries up to {head.sequence} are deleted")
        return told

    def import_predictions(self, log: Path, actor: str, now: datetime) -> int:
        """Adds a digest of each line of a prediction log that is not there yet; inputs stay in that log."""
        known = self._recorded()
        events = [
            Event(actor, PREDICT, name, {"sha256": digest})
            for name, digest in _digests(log).items()
            if name not in known
        ]
        if events:
            self.chain(PREDICTIONS).append(events, now)
        return len(events)

    def differences(self, log: Path) -> Iterator[str]:
        """Where a prediction log is not what was recorded of it."""
        logged, known = _digests(log), self._recorded()
        for name, digest in known.items():
            if name not in logged:
                yield f"{name} was recorded, but is not in {log.name}"
            elif logged[name] != digest:
                yield f"{name} in {log.name} is not what was recorded"
        for name in logged:
            if name not in known:
                yield f"{name} in {log.name} was not recorded"

    def _recorded(self) -> dict[str, object]:
        return {
            entry.event.subject: entry.event.details.get("sha256")
            for entry in self.chain(PREDICTIONS).entries()
            if entry.event.action == PREDICT
        }


def _digests(log: Path) -> dict[str, str]:
    """The hash of each line of a prediction log, by the id of the prediction."""
    found: dict[str, str] = {}
    for number, line in enumerate(log.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            fields = json.loads(line)
            name = fields["prediction_id"]
        except (ValueError, KeyError, TypeError) as error:
            raise AuditError(f"{log} line {number} is no prediction") from error
        if name in found:
            raise AuditError(f"{log} line {number}: {name} is there twice")
        found[name] = sha256(canonical(fields).encode()).hexdigest()
    return found
