"""Takes what became of the predictions of one model."""
