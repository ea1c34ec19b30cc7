"""The command line: train, sample."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from sklearn.metrics import average_precision_score

from . import defaults
from .data import BadDataError, made_up, read_rows, write_rows
from .folder import Training, write_folder
from .network import to_onnx
from .search import METRIC, Plan, search
from .tracking import track

# The newest rows are held back: neither training nor the choice among trials sees them.
TRAINING_SHARE = 0.7


def main(arguments: Sequence[str] | None = None) -> int:
    """0: done; 1: could not be done."""
    options = _options(arguments)
    try:
        if options.command == "sample":
            write_rows(options.rows, made_up(options.count, options.seed))
        else:
            print(json.dumps(train(options)))
    except (BadDataError, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def train(options: argparse.Namespace) -> dict[str, object]:
    """Searches, measures the winner on the held-back rows and writes it."""
    training, held_back = read_rows(options.rows).split(TRAINING_SHARE)
    winner = search(training, plan_of(options), os.environ.get("TUNE_STORAGE"))
    scores = winner.network.scores(held_back.features)
    about = write_folder(
        options.folder,
        to_onnx(winner.network),
        Training(
            seed=options.seed,
            rows=len(training.labels),
            parameters=asdict(winner.parameters) | {"epochs": winner.network.epoch},
            metrics={
                METRIC: float(average_precision_score(held_back.labels, scores)),
                "validation_average_precision": winner.score,
                "trials": winner.trials,
                "stopped_early": winner.stopped,
            },
        ),
    )
    track(about)
    return {"metrics": about["metrics"], "parameters": about["parameters"]}


def plan_of(options: argparse.Namespace) -> Plan:
    """The plan that was answered, or a small one."""
    if options.smoke:
        return Plan(trials=6, epochs=9, grace=1, seed=options.seed, concurrent=2, cpus_per_trial=1)
    return Plan(defaults.TRIALS, defaults.EPOCHS, defaults.GRACE, options.seed)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tune")
    commands = parser.add_subparsers(dest="command", required=True)
    training = commands.add_parser(
        "train", help="train on the older 70 % of the rows and write a trained folder"
    )
    training.add_argument(
        "rows", help="CSV, JSONL or Parquet, oldest first; a file or an address such as gs://…"
    )
    training.add_argument("folder", help="where model.onnx and training.json go; a folder or an address")
    training.add_argument("--smoke", action="store_true", help="a small search, for tests and laptops")
    sample = commands.add_parser("sample", help="write made-up rows")
    sample.add_argument("rows", type=Path)
    sample.add_argument("--count", type=int, default=4000)
    for command in (training, sample):
        command.add_argument("--seed", type=int, default=defaults.SEED)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
