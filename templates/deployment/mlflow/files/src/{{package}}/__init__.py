"""Trains, registers, gates and promotes one model with MLflow."""
