"""What not to do: see expect.yaml."""

from ray import tune
from ray.air import session
from ray.tune.schedulers import PopulationBasedTraining


def train(config: dict[str, float]) -> None:
    """Reports without a checkpoint, so there are no weights to copy."""
    for epoch in range(20):
        session.report({"average_precision": epoch * config["learning_rate"]})


scheduler = PopulationBasedTraining(
    hyperparam_mutations={"learning_rate": tune.loguniform(1e-4, 1e-1)},
    quantile_fraction=0.8,
)
tune.run(train, num_samples=-1, scheduler=scheduler, local_dir="~/results")
