"""Stands in for the retraining trigger: history first, then predictions with their labels."""

import argparse
import json
from pathlib import Path

parser = argparse.ArgumentParser()
parser.add_argument("command")
for name in ("predictions", "feedback", "drift", "history", "state", "rows"):
    parser.add_argument(f"--{name}", type=Path)
parser.add_argument("--outcome")
options = parser.parse_args()
if options.command == "done":
    options.state.write_text(options.outcome)
else:
    labels = {found["prediction_id"]: found["label"] for found in map(json.loads, options.feedback.open())}
    with options.rows.open("w") as stream:
        stream.write(options.history.read_text())
        for found in map(json.loads, options.predictions.open()):
            stream.write(f"{found['features']['amount']},{labels[found['prediction_id']]}\n")
    drifted = json.loads(options.drift.read_text())["drifted"]
    print(json.dumps({"retrain": True, "reasons": [f"{name} drifted" for name in drifted], "rows": 1}))
