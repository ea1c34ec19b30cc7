"""Trains one model, tracks the run and registers the model as challenger."""

import mlflow
from skl2onnx import to_onnx
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from . import defaults
from .data import Rows
from .track import track


def train(rows: Rows, held_back: Rows, strength: float = 1.0, seed: int = 42) -> str:
    """Returns the version that was registered. The held-back rows are only measured."""
    mlflow.set_experiment(defaults.EXPERIMENT)
    with mlflow.start_run():
        mlflow.log_params({"C": strength, "seed": seed, "rows": len(rows.labels)})
        mlflow.set_tag("data.train", rows.digest)
        model = make_pipeline(
            StandardScaler(), LogisticRegression(C=strength, class_weight="balanced", random_state=seed)
        ).fit(rows.features, rows.labels)
        scores = model.predict_proba(held_back.features)
        # ONNX is data: whoever loads it later runs no code of ours.
        exported = to_onnx(model, rows.features[:2], options={"zipmap": False}, target_opset=17)
        return track(exported, held_back, scores[:, 1])
