"""Trains one network on several workers at once and writes it as ONNX."""
