"""Population-Based Training with Ray Tune: weak members go on from the weights of strong ones, with changed hyperparameters."""

import logging
import os
import random
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import ray
from ray import tune
from ray.tune.logger import JsonLoggerCallback
from ray.tune.schedulers import PopulationBasedTraining
from sklearn.metrics import average_precision_score

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

    population: int
    epochs: int
    interval: int
    synchronous: bool
    seed: int


@dataclass(frozen=True)
class Winner:
    """The best member of the last generation."""

    network: Network
    parameters: Parameters
    score: float
    exploits: int


def search(rows: Rows, plan: Plan, storage: str | None = None) -> Winner:
    """Trains a population; the newest quarter of the rows says which members are strong."""
    fitting, checking = rows.split(0.75)
    if not 0 < checking.labels.sum() < len(checking.labels):
        raise ValueError("the newest quarter of the training rows needs rows of both classes")
    exploits: list[Configuration] = []
    with TemporaryDirectory() as local, redirect_stdout(sys.stderr):
        _connect()
        # Tune draws the first generation from NumPy's generator, and takes no other.
        np.random.seed(plan.seed)  # noqa: NPY002
        member = tune.with_parameters(train_member, fitting=fitting, checking=checking, seed=plan.seed)
        results = tune.Tuner(
            tune.with_resources(member, {"cpu": 1}),
            tune_config=tune.TuneConfig(
                metric=METRIC,
                mode="max",
                num_samples=plan.population,
                reuse_actors=True,
                scheduler=exchange(plan, exploits),
            ),
            run_config=keeping(plan, storage or local),
        ).fit()
        best = results.get_best_result()
        if best.checkpoint is None or best.metrics is None or best.config is None:
            raise RuntimeError("no member of the population finished")
        with best.checkpoint.as_directory() as folder:
            network = load_network(Path(folder) / CHECKPOINT)
        return Winner(network, Parameters(**best.config), float(best.metrics[METRIC]), len(exploits))


class Exchange(PopulationBasedTraining):  # type: ignore[misc] # Ray's classes have no types
    """Draws from Python's generator, as Tune does, but seeded anew at each epoch: Ray draws from it at other times too."""

    def __init__(self, seed: int, **settings: Any) -> None:
        super().__init__(**settings)
        self._seed = seed

    def on_trial_result(self, tune_controller: Any, trial: Any, result: dict[str, Any]) -> Any:
        """Called when a member has ended an epoch; the last one to come to the interval causes the exchange."""
        random.seed(f"{self._seed} {result['training_iteration']}")
        return super().on_trial_result(tune_controller, trial, result)


def exchange(plan: Plan, exploits: list[Configuration]) -> Exchange:
    """Who copies whom, and when: the worst quarter the best quarter."""
    return Exchange(
        plan.seed,
        time_attr="training_iteration",
        perturbation_interval=plan.interval,
        quantile_fraction=0.25,
        hyperparam_mutations={name: tune.loguniform(*bounds) for name, bounds in LIMITS.items()},
        custom_explore_fn=noting(exploits),
        synch=plan.synchronous,
    )


def keeping(plan: Plan, storage: str) -> tune.RunConfig:
    """How long members train, and what is kept of them where."""
    return tune.RunConfig(
        name=f"population-{plan.seed}",
        storage_path=storage,
        stop={"training_iteration": plan.epochs},
        # A weak member may still want the checkpoint of a strong one that has gone on since.
        checkpoint_config=tune.CheckpointConfig(num_to_keep=4),
        failure_config=tune.FailureConfig(max_failures=2),
        callbacks=[JsonLoggerCallback()],
        verbose=0,
    )


def train_member(configuration: Configuration, fitting: Rows, checking: Rows, seed: int) -> None:
    """Trains one member until Tune ends it, from the checkpoint that Tune hands over, if there is one."""
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


def noting(exploits: list[Configuration]) -> Callable[[Configuration], Configuration]:
    """Tune multiplies a hyperparameter or draws it anew; this keeps it within its limits and counts the changes."""

    def explored(configuration: Configuration) -> Configuration:
        kept = {name: min(max(configuration[name], low), high) for name, (low, high) in LIMITS.items()}
        exploits.append(kept)
        return kept

    return explored


def _connect() -> None:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("TUNE_DISABLE_AUTO_CALLBACK_LOGGERS", "1")
    if ray.is_initialized():
        return
    if "RAY_ADDRESS" in os.environ:
        ray.init(log_to_driver=False)
    else:
        ray.init(include_dashboard=False, log_to_driver=False, logging_level=logging.WARNING)
