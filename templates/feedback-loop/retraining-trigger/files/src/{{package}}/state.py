"""What is remembered from one decision to the next: one small JSON file."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

type Outcome = Literal["promoted", "refused"]


@dataclass(frozen=True)
class State:
    """When the last retraining began, and up to when its labels and those of the promoted model reach."""

    decided_at: datetime | None = None
    labels_until: datetime | None = None
    used_until: datetime | None = None
    outcome: Outcome | None = None

    def decided(self, at: datetime, labels_until: datetime) -> "State":
        """A retraining begins; how it ends is open."""
        return replace(self, decided_at=at, labels_until=labels_until, outcome=None)

    def done(self, outcome: Outcome) -> "State":
        """It ended; only a model that was promoted has used its labels up."""
        used = self.labels_until if outcome == "promoted" else self.used_until
        return replace(self, used_until=used, outcome=outcome)


def read_state(file: Path) -> State:
    """The state; of a file that is not there, the first one."""
    if not file.exists():
        return State()
    kept = json.loads(file.read_text(encoding="utf-8"))
    moments = {
        name: datetime.fromisoformat(kept[name]) if kept[name] else None
        for name in ("decided_at", "labels_until", "used_until")
    }
    return State(outcome=kept["outcome"], **moments)


def write_state(file: Path, state: State) -> None:
    """Replaces the file as a whole, so that a crash leaves the old one or the new one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(file.name + ".new")
    beside.write_text(json.dumps(asdict(state), default=datetime.isoformat) + "\n", encoding="utf-8")
    beside.replace(file)
