"""Searches hyperparameters with Optuna, trains with the best and writes the model as ONNX."""
