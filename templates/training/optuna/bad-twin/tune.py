"""What not to do: see expect.yaml."""

import optuna


def objective(trial: optuna.Trial) -> float:
    """Has a lower bound of 0 on a logarithmic scale, and an old name."""
    rate = trial.suggest_loguniform("rate", 1e-4, 1e-1)
    decay = trial.suggest_float("decay", 0, 1e-2, log=True)
    return rate - decay


study = optuna.create_study(
    storage="sqlite:///study.db",
    sampler=optuna.samplers.TPESampler(),
    pruner=optuna.pruners.HyperbandPruner(min_resource=10, max_resource=5),
)
study.optimize(objective, n_jobs=4)
