"""Runs a whole system of components on one machine, and reports."""
