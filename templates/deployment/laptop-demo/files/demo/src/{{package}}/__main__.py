"""The command line: runs the demo and tells how it ended."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from . import defaults
from .analysts import FeedbackRefusedError
from .circle import Circle, DemoError
from .components import StepFailedError, components_of
from .report import write_report

PROMISED, OTHERWISE = 0, 4


def main(arguments: Sequence[str] | None = None) -> int:
    """0: all went as promised; 1: a step failed; 4: the gate decided otherwise than it must."""
    parser = argparse.ArgumentParser(prog="demo", description="Runs the whole system on this machine.")
    parser.add_argument("--shuffle-labels", action="store_true", help="give feedback that means nothing")
    parser.add_argument("--folder", type=Path, default=defaults.DEMO / "run", help="for what it makes")
    parser.add_argument("--seed", type=int, default=42)
    options = parser.parse_args(arguments)
    try:
        parts = components_of(defaults.COMPONENTS, defaults.ROOT)
        circle = Circle(parts, options.folder, options.seed, options.shuffle_labels)
        results = circle.run()
    except (DemoError, FeedbackRefusedError, StepFailedError, OSError, ValueError) as error:
        print(f"the demo failed: {error}", file=sys.stderr)
        return 1
    print(write_report(results, options.folder))
    return PROMISED if results.promoted != options.shuffle_labels else OTHERWISE


if __name__ == "__main__":
    sys.exit(main())
