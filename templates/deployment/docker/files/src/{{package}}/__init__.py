"""Serves one ONNX model over the Open Inference Protocol."""
