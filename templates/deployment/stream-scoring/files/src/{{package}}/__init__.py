"""Makes features of payments and has them scored, one event after the other."""
