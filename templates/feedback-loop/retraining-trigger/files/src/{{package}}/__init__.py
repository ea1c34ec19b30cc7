"""Decides whether a model is trained again, and whether the new one is better."""
