"""Many networks at once with Ray Tune; ASHA stops those that fall behind, so that the others get their time."""

import logging
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import ray
from ray import tune
from ray.tune.logger import JsonLoggerCallback
from ray.tune.schedulers import ASHAScheduler
from sklearn.metrics import average_precision_score

from . import defaults
from .data import Rows
from .network import Network, Parameters, load_network, new_network

METRIC = "average_precision"
CHECKPOINT = "network.npz"
# Lower and upper bound of each hyperparameter; both are searched on a logarithmic scale.
LIMITS = {
    "learning_rate": (1e-2, 1.0),
    "weight_decay": (1e-6, 1e-2),
    "positive_weight": (1.0, 20.0),
}
Configuration = dict[str, float]


@dataclass(frozen=True)
class Plan:
    """How large the search is."""

    trials: int
    epochs: int
    grace: int
    seed: int
    concurrent: int = defaults.CONCURRENT
    cpus_per_trial: int = defaults.CPUS_PER_TRIAL
    timeout: float = defaults.TIMEOUT_SECONDS


@dataclass(frozen=True)
class Winner:
    """The network with the best last score, and how many were stopped early."""

    network: Network
    parameters: Parameters
    score: float
    trials: int
    stopped: int


def search(rows: Rows, plan: Plan, storage: str | None = None) -> Winner:
    """Runs the trials; the newest quarter of the rows judges them."""
    fitting, checking = rows.split(0.75)
    if not 0 < checking.labels.sum() < len(checking.labels):
        raise ValueError("the newest quarter of the training rows needs rows of both classes")
    with TemporaryDirectory() as local, redirect_stdout(sys.stderr):
        _connect()
        # Tune draws hyperparameters from NumPy's generator, and takes no other.
        np.random.seed(plan.seed)  # noqa: NPY002
        trainable = tune.with_parameters(train_trial, fitting=fitting, checking=checking, seed=plan.seed)
        results = tune.Tuner(
            tune.with_resources(trainable, {"cpu": plan.cpus_per_trial}),
            param_space={name: tune.loguniform(*bounds) for name, bounds in LIMITS.items()},
            tune_config=budget(plan),
            run_config=keeping(plan, storage or local),
        ).fit()
        best = results.get_best_result()
        if best.checkpoint is None or best.metrics is None or best.config is None:
            raise RuntimeError("no trial finished an epoch")
        with best.checkpoint.as_directory() as folder:
            network = load_network(Path(folder) / CHECKPOINT)
        return Winner(
            network,
            Parameters(**best.config),
            float(best.metrics[METRIC]),
            trials=len(results),
            stopped=stopped_early([one.metrics or {} for one in results], plan.epochs),
        )


def budget(plan: Plan) -> tune.TuneConfig:
    """How many trials, how many at once, and which of them may go on."""
    return tune.TuneConfig(
        metric=METRIC,
        mode="max",
        num_samples=plan.trials,
        max_concurrent_trials=plan.concurrent,
        time_budget_s=plan.timeout,
        reuse_actors=True,
        scheduler=ASHAScheduler(
            time_attr="training_iteration",
            max_t=plan.epochs,
            grace_period=plan.grace,
            reduction_factor=defaults.REDUCTION,
        ),
    )


def keeping(plan: Plan, storage: str) -> tune.RunConfig:
    """What is kept of the trials where. A trial whose machine is lost goes on from its checkpoint."""
    return tune.RunConfig(
        name=f"search-{plan.seed}",
        storage_path=storage,
        checkpoint_config=tune.CheckpointConfig(num_to_keep=1),
        failure_config=tune.FailureConfig(max_failures=2),
        callbacks=[JsonLoggerCallback()],
        verbose=0,
    )


def stopped_early(metrics: Sequence[Mapping[str, Any]], epochs: int) -> int:
    """How many trials did not come to their last epoch."""
    return sum(one.get("training_iteration", 0) < epochs for one in metrics)


def train_trial(configuration: Configuration, fitting: Rows, checking: Rows, seed: int) -> None:
    """Trains one network until Tune ends it, from the checkpoint that Tune hands over, if there is one."""
    network = new_network(fitting, seed)
    handed_over = tune.get_checkpoint()
    if handed_over is not None:
        with handed_over.as_directory() as folder:
            network = load_network(Path(folder) / CHECKPOINT)
    parameters = Parameters(**configuration)
    while True:
        network.train_epoch(fitting, parameters, seed)
        score = average_precision_score(checking.labels, network.scores(checking.features))
        with TemporaryDirectory() as folder:
            network.save(Path(folder) / CHECKPOINT)
            tune.report({METRIC: float(score)}, checkpoint=tune.Checkpoint.from_directory(folder))


def _connect() -> None:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("TUNE_DISABLE_AUTO_CALLBACK_LOGGERS", "1")
    if ray.is_initialized():
        return
    if "RAY_ADDRESS" in os.environ:
        ray.init(log_to_driver=False)
    else:
        ray.init(include_dashboard=False, log_to_driver=False, logging_level=logging.WARNING)
