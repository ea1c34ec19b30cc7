"""Proves from the policies who may call, change and read what."""
