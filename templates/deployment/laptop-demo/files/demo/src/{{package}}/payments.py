"""A made-up bank: payments, and which of them were fraud. The way of the fraudsters changes on demand."""

import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

ACCOUNTS, MERCHANTS, MEAN_BURST = 400, 120, 7
START = datetime(2026, 1, 5, tzinfo=UTC)


@dataclass
class World:
    """The bank's merchants and what happened so far; the same seed gives the same world."""

    seed: int
    clock: datetime = START
    risks: Mapping[str, float] = field(init=False)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)  # noqa: S311 - a simulation, not a secret
        self.risks = {
            f"mer-{number:03}": round(self._random.betavariate(1.2, 4), 3) for number in range(MERCHANTS)
        }
        self._by_risk = sorted(self.risks, key=self.risks.__getitem__)
        self._count = 0

    def payments(self, count: int, days: float, changed: bool = False, fraud: float = 0.1) -> "Payments":
        """The payments of the next days, oldest first. Changed: fraudsters test stolen cards with bursts of small sums."""
        made: list[tuple[datetime, dict[str, object], int]] = []
        end = self.clock + timedelta(days=days)
        # A burst is many payments at once, so fewer draws may start one.
        share = fraud / MEAN_BURST if changed else fraud
        while len(made) < count:
            if self._random.random() >= share:
                made.append(self._honest(end))
            elif changed:
                made.extend(self._burst(end))
            else:
                made.append(self._robbery(end))
        del made[count:]
        made.sort(key=lambda entry: entry[0])
        self.clock = end
        return Payments([self._event(at, event) for at, event, _ in made], [label for *_, label in made])

    def _honest(self, end: datetime) -> tuple[datetime, dict[str, object], int]:
        merchant = self._random.choice(self._by_risk[: MERCHANTS * 9 // 10])
        return self._at(end, 9, 20), self._payment(merchant, self._random.lognormvariate(3.0, 0.9)), 0

    def _robbery(self, end: datetime) -> tuple[datetime, dict[str, object], int]:
        """One large payment at night to a shop of bad name."""
        merchant = self._random.choice(self._by_risk[MERCHANTS // 2 :])
        return self._at(end, 20, 32), self._payment(merchant, self._random.lognormvariate(4.6, 0.8)), 1

    def _burst(self, end: datetime) -> list[tuple[datetime, dict[str, object], int]]:
        """Small payments of one account within minutes, to shops of good name, by day."""
        at, account = self._at(end, 9, 20), self._account()
        burst = []
        for _ in range(self._random.randint(MEAN_BURST - 3, MEAN_BURST + 3)):
            at += timedelta(seconds=self._random.uniform(20, 200))
            merchant = self._random.choice(self._by_risk[: MERCHANTS // 2])
            payment = self._payment(merchant, self._random.lognormvariate(1.6, 0.5)) | {"account_id": account}
            burst.append((at, payment, 1))
        return burst

    def _at(self, end: datetime, first_hour: int, last_hour: int) -> datetime:
        """A moment of a day between the clock and the end, within some hours of that day; 32 is 8 on the next."""
        days = max((end - self.clock).days, 1)
        day = self.clock + timedelta(days=self._random.randrange(days))
        return day + timedelta(hours=self._random.uniform(first_hour, last_hour))

    def _payment(self, merchant: str, amount: float) -> dict[str, object]:
        return {
            "account_id": self._account(),
            "merchant_id": merchant,
            "amount_minor": max(1, round(amount * 100)),
            "currency": "GBP",
            "channel": self._random.choice(["card", "transfer", "wallet"]),
        }

    def _account(self) -> str:
        return f"acc-{self._random.randrange(ACCOUNTS):04}"

    def _event(self, at: datetime, event: Mapping[str, object]) -> dict[str, object]:
        self._count += 1
        name = f"payment-{self.seed}-{self._count:07}"
        return {"event_id": name, "event_time": at.isoformat(timespec="milliseconds")} | dict(event)


@dataclass(frozen=True)
class Payments:
    """Some payments and, hidden from the system, which of them were fraud."""

    events: Sequence[Mapping[str, object]]
    labels: Sequence[int]

    @property
    def truth(self) -> Mapping[str, int]:
        """The label of each event."""
        return {str(event["event_id"]): label for event, label in zip(self.events, self.labels, strict=True)}

    def write(self, file: Path) -> None:
        """Writes the events as the pipeline reads them."""
        file.write_text("".join(f"{json.dumps(event)}\n" for event in self.events), encoding="utf-8")

    def write_labels(self, file: Path) -> None:
        """Writes the labels, for payments of long ago."""
        lines = [json.dumps({"event_id": name, "label": label}) for name, label in self.truth.items()]
        file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
