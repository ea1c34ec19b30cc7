"""Logs a training to MLflow, where MLFLOW_TRACKING_URI names a server; else it does nothing."""

import os
from typing import Any

from . import defaults
from .folder import DESCRIPTION_FILE


def track(about: dict[str, Any]) -> str | None:
    """The id of the run. The model itself is registered by the registry, from the trained folder."""
    if not os.environ.get("MLFLOW_TRACKING_URI"):
        return None
    # Takes seconds, and only a run that is logged needs it.
    import mlflow  # noqa: PLC0415

    mlflow.set_experiment(defaults.EXPERIMENT)
    with mlflow.start_run() as run:
        mlflow.log_params(about["parameters"] | {"seed": about["seed"], "rows": about["rows"]})
        mlflow.log_metrics(about["metrics"])
        mlflow.set_tags({"model.name": about["model_name"], "model.sha256": about["sha256"]})
        mlflow.log_dict(about, DESCRIPTION_FILE)
        return str(run.info.run_id)
