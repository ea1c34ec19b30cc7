"""Searches hyperparameters with Ray Tune, trains many networks at once and writes the best as ONNX."""
