"""What every way to register a model has in common: the run gets the figure, the model, and the alias of a challenger."""

import mlflow
import mlflow.onnx
import numpy as np
from mlflow import MlflowClient
from mlflow.models import infer_signature
from numpy.typing import NDArray
from onnx import ModelProto
from sklearn.metrics import average_precision_score

from . import defaults
from .data import Rows
from .registry import Registry

# What a server needs to load the model; the same versions as in requirements.lock.
SERVING_REQUIREMENTS = ["numpy", "onnxruntime"]


def track(model: ModelProto, held_back: Rows, scores: NDArray[np.floating]) -> str:
    """Within a run: logs what the model scored on the held-back rows, registers it, and returns its version."""
    mlflow.set_tag("data.held_back", held_back.digest)
    mlflow.log_metric("average_precision", float(average_precision_score(held_back.labels, scores)))
    both = np.column_stack([1 - scores[:2], scores[:2]]).astype(np.float32)
    logged = mlflow.onnx.log_model(
        model,
        name="model",
        signature=infer_signature(
            held_back.features[:2], {"label": held_back.labels[:2], "probabilities": both}
        ),
        registered_model_name=defaults.MODEL_NAME,
        pip_requirements=SERVING_REQUIREMENTS,
    )
    version = str(logged.registered_model_version)
    Registry(MlflowClient()).challenge(version)
    return version
