"""Stands in for training: a model is the mean amount of fraud among the older rows."""

import csv
import json
import sys
from pathlib import Path

command, rows, folder, *options = sys.argv[1:]
assert (command, options) == ("train", ["--seed", "42", "--smoke"])
with Path(rows).open(newline="") as stream:
    table = [tuple(map(float, row)) for row in list(csv.reader(stream))[1:]]
older = table[: round(len(table) * 0.7)]
positives = [amount for amount, label in older if label == 1]
Path(folder).mkdir()
(Path(folder) / "training.json").write_text(json.dumps({"mean": sum(positives) / len(positives)}))
print("a line that is no result\n" + json.dumps({"metrics": {}, "parameters": {}}))
