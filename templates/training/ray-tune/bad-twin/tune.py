"""What not to do: see expect.yaml."""

import ray
from ray import tune
from ray.tune.schedulers import ASHAScheduler


def train(config: dict[str, float]) -> None:
    """Reports one number."""
    tune.report({"average_precision": config["learning_rate"]})


ray.init(address="auto")
tuner = tune.Tuner(
    train,
    param_space={"learning_rate": tune.loguniform(1e-4, 1e-1)},
    tune_config=tune.TuneConfig(num_samples=-1, scheduler=ASHAScheduler(grace_period=200)),
    run_config=tune.RunConfig(storage_path="/tmp/results"),
)
tuner.fit()
