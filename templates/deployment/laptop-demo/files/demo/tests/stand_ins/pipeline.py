"""Stands in for the pipeline: good events go from one file to another, as if over a broker."""

import json
import os
import signal
import sys
import threading
from pathlib import Path

command, *rest = sys.argv[1:]
bus = Path(os.environ["KAFKA_BOOTSTRAP"])
if command == "validate":
    ended = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: ended.set())
    ended.wait()
else:
    good = [line for line in Path(rest[0]).read_text().splitlines() if json.loads(line)["amount_minor"] > 0]
    with bus.open("a") as stream:
        stream.write("".join(f"{line}\n" for line in good))
    print(f"{len(good)} events confirmed on {os.environ['KAFKA_TOPIC']}")
