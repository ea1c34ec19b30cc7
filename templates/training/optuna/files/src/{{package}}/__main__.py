"""The command line: train, sample."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import optuna
from sklearn.metrics import average_precision_score

from . import defaults
from .data import BadDataError, made_up, read_rows, write_rows
from .folder import Training, write_folder
from .network import to_onnx
from .search import METRIC, Plan, search, train_best
from .tracking import track

# The newest rows are held back: neither training nor the choice among members sees them.
TRAINING_SHARE = 0.7


def main(arguments: Sequence[str] | None = None) -> int:
    """0: done; 1: could not be done."""
    options = _options(arguments)
    # Optuna logs each trial; what a program reads from us is on standard output.
    optuna.logging.set_verbosity(optuna.logging.WARNING)
    try:
        if options.command == "sample":
            write_rows(options.rows, made_up(options.count, options.seed))
        else:
            told = train(options)
            if told is not None:
                print(json.dumps(told))
    except (BadDataError, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def train(options: argparse.Namespace) -> dict[str, object] | None:
    """Searches, trains with the best hyperparameters, measures on the held-back rows and writes the folder."""
    training, held_back = read_rows(options.rows).split(TRAINING_SHARE)
    plan = plan_of(options)
    with tempfile.TemporaryDirectory() as local:
        best = search(training, plan, storage_of(os.environ, f"{local}/study.journal"), options.workers)
    # In an indexed Job of Kubernetes every pod searches, and the first one writes.
    if os.environ.get("JOB_COMPLETION_INDEX", "0") != "0":
        return None
    network = train_best(training, best, plan)
    scores = network.scores(held_back.features)
    about = write_folder(
        options.folder,
        to_onnx(network),
        Training(
            seed=options.seed,
            rows=len(training.labels),
            parameters=asdict(best.parameters) | {"epochs": plan.epochs},
            metrics={
                METRIC: float(average_precision_score(held_back.labels, scores)),
                "validation_average_precision": best.score,
                "finished_trials": best.finished,
                "pruned_trials": best.pruned,
            },
        ),
    )
    track(about)
    return {"metrics": about["metrics"], "parameters": about["parameters"]}


def storage_of(environment: Mapping[str, str], fallback: str) -> str:
    """The storage's address, from OPTUNA_STORAGE or from the file that OPTUNA_STORAGE_FILE names."""
    file = environment.get("OPTUNA_STORAGE_FILE")
    if file:
        return Path(file).read_text(encoding="utf-8").strip()
    return environment.get("OPTUNA_STORAGE") or fallback


def plan_of(options: argparse.Namespace) -> Plan:
    """The plan that was answered, or a small one."""
    if options.smoke:
        return Plan(trials=8, epochs=6, seed=options.seed)
    return Plan(defaults.TRIALS, defaults.EPOCHS, options.seed)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="study")
    commands = parser.add_subparsers(dest="command", required=True)
    training = commands.add_parser(
        "train", help="train on the older 70 % of the rows and write a trained folder"
    )
    training.add_argument(
        "rows", help="CSV, JSONL or Parquet, oldest first; a file or an address such as gs://…"
    )
    training.add_argument("folder", help="where model.onnx and training.json go; a folder or an address")
    training.add_argument("--smoke", action="store_true", help="a small search, for tests and laptops")
    training.add_argument("--workers", type=int, default=1, help="processes on this machine")
    sample = commands.add_parser("sample", help="write made-up rows")
    sample.add_argument("rows", type=Path)
    sample.add_argument("--count", type=int, default=4000)
    for command in (training, sample):
        command.add_argument("--seed", type=int, default=defaults.SEED)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
