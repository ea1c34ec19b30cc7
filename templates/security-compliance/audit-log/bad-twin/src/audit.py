"""Counts who was scored, by card, for everybody who can read the metrics."""

from prometheus_client import Counter

ENTRIES = Counter("audit_entries_total", "Entries of the audit log.", ["action", "card_number"])
