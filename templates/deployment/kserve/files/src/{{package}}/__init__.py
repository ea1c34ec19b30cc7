"""Moves a new version of a model in steps, by what Prometheus says."""
