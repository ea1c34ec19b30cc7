"""Trains a model by Population-Based Training and writes it as ONNX."""
