"""Measures drift, anomalies and precision of what one model predicts."""
