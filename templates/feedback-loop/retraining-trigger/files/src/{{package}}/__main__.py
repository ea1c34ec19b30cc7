"""The command line: decide, compare, done."""

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from . import defaults
from .comparison import compare
from .gates import decide, trainable
from .logs import join, read_labels, read_predictions
from .model import UnfitModelError, scores
from .rows import BadRowsError, after, held_back, read_rows, rows_of, write_rows
from .state import read_state, write_state


def now() -> datetime:
    """The time; tests put their own in its place."""
    return datetime.now(UTC)


def main(arguments: Sequence[str] | None = None) -> int:
    """0: done; 1: could not be done; 3: done, and the answer is no."""
    options = _options(arguments)
    commands: Mapping[str, Callable[[argparse.Namespace], int]] = {
        "decide": decide_now,
        "compare": compare_models,
        "done": note_outcome,
    }
    try:
        return commands[options.command](options)
    except (BadRowsError, UnfitModelError, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1


def decide_now(options: argparse.Namespace) -> int:
    """Looks at the logs; writes the rows and remembers the time if a retraining begins."""
    predictions = read_predictions(options.predictions, defaults.MODEL_NAME, defaults.FEATURES)
    judged = join(predictions, read_labels(options.feedback))
    drift = json.loads(options.drift.read_text(encoding="utf-8"))["drift"] if options.drift else {}
    state, at = read_state(options.state), now()
    decision = decide(judged, drift, state, defaults.LIMITS, at)
    told: dict[str, object] = asdict(decision)
    if decision.retrain:
        usable = trainable(judged)
        rows = after(read_rows(options.history) if options.history else [], rows_of(usable))
        write_rows(options.rows, rows)
        write_state(options.state, state.decided(at, max(one.label.at for one in usable)))
        told["rows"] = len(rows)
    print(json.dumps(told))
    return 0 if decision.retrain else 3


def compare_models(options: argparse.Namespace) -> int:
    """Scores the held-back rows with both models."""
    features, labels = held_back(read_rows(options.rows))
    challenger, champion = (
        scores(folder, defaults.FEATURES, features) for folder in (options.challenger, options.champion)
    )
    verdict = compare(labels, challenger, champion, defaults.MINIMUM_CHANCE)
    print(json.dumps({"better": verdict.better, **asdict(verdict)}))
    return 0 if verdict.better else 3


def note_outcome(options: argparse.Namespace) -> int:
    """Remembers how the retraining ended."""
    write_state(options.state, read_state(options.state).done(options.outcome))
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="retraining")
    commands = parser.add_subparsers(dest="command", required=True)
    decision = commands.add_parser("decide", help="whether to train again; writes the labelled rows if so")
    for name in ("--predictions", "--feedback", "--state", "--rows"):
        decision.add_argument(name, type=Path, required=True)
    decision.add_argument("--drift", type=Path, help="what the monitoring's check printed")
    decision.add_argument("--history", type=Path, help="rows that are known already")
    comparison = commands.add_parser("compare", help="whether the challenger is better on held-back rows")
    for name in ("--rows", "--challenger", "--champion"):
        comparison.add_argument(name, type=Path, required=True)
    done = commands.add_parser("done", help="remember how the retraining ended")
    done.add_argument("--state", type=Path, required=True)
    done.add_argument("--outcome", choices=["promoted", "refused"], required=True)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
