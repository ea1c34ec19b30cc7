"""Trains one model, tracks the run and registers the model as challenger."""

import mlflow
import mlflow.onnx
import numpy as np
from mlflow import MlflowClient
from mlflow.models import infer_signature
from skl2onnx import to_onnx
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from . import defaults
from .data import Rows
from .registry import Registry

# What a server needs to load the model; the same versions as in requirements.lock.
SERVING_REQUIREMENTS = ["numpy", "onnxruntime"]


def train(rows: Rows, held_back: Rows, strength: float = 1.0, seed: int = 42) -> str:
    """Returns the version that was registered. The held-back rows are only measured."""
    mlflow.set_experiment(defaults.EXPERIMENT)
    with mlflow.start_run():
        mlflow.log_params({"C": strength, "seed": seed, "rows": len(rows.labels)})
        mlflow.set_tags({"data.train": rows.digest, "data.held_back": held_back.digest})
        model = make_pipeline(
            StandardScaler(), LogisticRegression(C=strength, class_weight="balanced", random_state=seed)
        ).fit(rows.features, rows.labels)
        scores = model.predict_proba(held_back.features)
        mlflow.log_metric("average_precision", float(average_precision_score(held_back.labels, scores[:, 1])))
        example = rows.features[:2]
        # ONNX is data: whoever loads it later runs no code of ours.
        exported = to_onnx(model, example, options={"zipmap": False}, target_opset=17)
        logged = mlflow.onnx.log_model(
            exported,
            name="model",
            signature=infer_signature(
                example, {"label": rows.labels[:2], "probabilities": scores[:2].astype(np.float32)}
            ),
            registered_model_name=defaults.MODEL_NAME,
            pip_requirements=SERVING_REQUIREMENTS,
        )
    version = str(logged.registered_model_version)
    Registry(MlflowClient()).challenge(version)
    return version
