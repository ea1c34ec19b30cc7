"""The command line: train, sample."""

import argparse
import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from sklearn.metrics import average_precision_score

from . import defaults
from .data import BadDataError, made_up, read_rows, write_rows
from .folder import Training, write_folder
from .network import Parameters, new_network, to_onnx
from .tracking import track
from .workers import LostWorkerError, meet, place_in

METRIC = "average_precision"
# The newest rows are held back: training does not see them.
TRAINING_SHARE = 0.7
SMOKE_EPOCHS = 6
PARAMETERS = Parameters(
    learning_rate=defaults.LEARNING_RATE,
    weight_decay=defaults.WEIGHT_DECAY,
    positive_weight=defaults.POSITIVE_WEIGHT,
    batch=defaults.BATCH,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """0: done; 1: could not be done."""
    options = _options(arguments)
    try:
        if options.command == "sample":
            write_rows(options.rows, made_up(options.count, options.seed))
        elif options.workers > 1:
            return launch(options, list(sys.argv[1:] if arguments is None else arguments))
        else:
            told = train(options)
            if told is not None:
                print(json.dumps(told))
    except (BadDataError, LostWorkerError, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def train(options: argparse.Namespace) -> dict[str, object] | None:
    """Trains with all workers; the first one measures on the held-back rows and writes."""
    training, held_back = read_rows(options.rows).split(TRAINING_SHARE)
    network = new_network(training, options.seed)
    with meet(place_in(os.environ)) as workers:
        for _ in range(SMOKE_EPOCHS if options.smoke else defaults.EPOCHS):
            network.train_epoch(training, PARAMETERS, options.seed, workers)
    if workers.rank > 0:
        return None
    scores = network.scores(held_back.features)
    about = write_folder(
        options.folder,
        to_onnx(network),
        Training(
            seed=options.seed,
            rows=len(training.labels),
            parameters=asdict(PARAMETERS) | {"epochs": network.epoch, "workers": workers.size},
            metrics={METRIC: float(average_precision_score(held_back.labels, scores))},
        ),
    )
    track(about)
    return {"metrics": about["metrics"], "parameters": about["parameters"]}


def launch(options: argparse.Namespace, arguments: Sequence[str]) -> int:
    """Starts all workers as processes of this machine, as the cluster starts them as pods; ends with the first failure."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        common = {
            "PET_NNODES": str(options.workers),
            "PET_MASTER_PORT": str(probe.getsockname()[1]),
            "WORKERS_KEY_FILE": f"{folder}/key",
        }
        probe.close()
        Path(folder, "key").write_text(secrets.token_hex(), encoding="utf-8")
        command = [sys.executable, "-m", __package__, *arguments, "--workers", "1"]
        running = [
            subprocess.Popen(command, env=os.environ | common | {"PET_NODE_RANK": str(rank)})
            for rank in range(options.workers)
        ]
        return max(abs(process.wait()) for process in running)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="training")
    commands = parser.add_subparsers(dest="command", required=True)
    training = commands.add_parser(
        "train", help="train on the older 70 % of the rows and write a trained folder"
    )
    training.add_argument(
        "rows", help="CSV, JSONL or Parquet, oldest first; a file or an address such as gs://…"
    )
    training.add_argument("folder", help="where model.onnx and training.json go; a folder or an address")
    training.add_argument("--smoke", action="store_true", help="few epochs, for tests and laptops")
    training.add_argument("--workers", type=int, default=1, help="processes on this machine")
    sample = commands.add_parser("sample", help="write made-up rows")
    sample.add_argument("rows", type=Path)
    sample.add_argument("--count", type=int, default=4000)
    for command in (training, sample):
        command.add_argument("--seed", type=int, default=defaults.SEED)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
