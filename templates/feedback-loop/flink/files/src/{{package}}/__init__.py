"""Joins predictions with what became of them."""
