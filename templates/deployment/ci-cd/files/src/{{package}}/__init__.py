"""Releases a model: proves what is published, moves its share, takes it back."""
