"""Checks that the documents of an AI system agree, are in time and were approved. No legal advice."""
