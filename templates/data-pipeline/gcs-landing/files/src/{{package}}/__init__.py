"""Brings files into the bucket of data and out of it again."""
