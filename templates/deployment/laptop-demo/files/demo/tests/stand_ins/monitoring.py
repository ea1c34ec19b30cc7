"""Stands in for the monitoring: drift is how much more often an account comes again at once."""

import json
import sys
from pathlib import Path

_, reference, command, log = sys.argv[1:]
seen = [json.loads(line)["features"]["again"] for line in Path(log).read_text().splitlines()]
share = sum(seen) / len(seen)
if command == "reference":
    Path(reference).write_text(json.dumps(share))
else:
    index = abs(share - json.loads(Path(reference).read_text()))
    drifted = index > 0.025
    print(json.dumps({"rows": len(seen), "drift": {"again": index}, "drifted": ["again"] * drifted}))
    sys.exit(3 if drifted else 0)
