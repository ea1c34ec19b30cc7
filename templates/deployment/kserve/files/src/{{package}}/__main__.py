"""The command line: start, step, rollback, status. It writes deploy/rollout.json and nothing else."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import yaml

from . import defaults
from .figures import PrometheusError, decide, read_figures
from .rollout import Rollout, RolloutError, patch_of, read_rollout


def main(arguments: Sequence[str] | None = None) -> int:
    """0: done or waiting; 1: could not be done; 3: the canary was taken back."""
    parser = argparse.ArgumentParser(prog="rollout")
    parser.add_argument("--deploy", type=Path, default=Path("deploy"))
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("start", help="give a new version its first share").add_argument("version")
    step = commands.add_parser("step", help="advance, wait or take back, by what Prometheus says")
    step.add_argument("--prometheus", required=True, help="its address")
    commands.add_parser("rollback", help="give everything to the stable version")
    commands.add_parser("status", help="tell the state")
    options = parser.parse_args(arguments)
    try:
        return run(options)
    except (RolloutError, PrometheusError, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def run(options: argparse.Namespace) -> int:
    """Carries out one command."""
    file: Path = options.deploy / "rollout.json"
    now = read_rollout(json.loads(file.read_text(encoding="utf-8")))
    code = 0
    match options.command:
        case "start":
            after = now.start(options.version, defaults.STEPS)
        case "step":
            after, code = step(now, options.prometheus)
        case "rollback":
            after = now.back()
        case _:
            after = now
    if after != now:
        service = yaml.safe_load((options.deploy / "inference-service.yaml").read_text(encoding="utf-8"))
        patch = patch_of(after, service, defaults.MODE, defaults.MODEL_FOLDER)
        file.write_text(json.dumps(patch, indent=2) + "\n", encoding="utf-8")
    print(tell(after))
    return code


def step(now: Rollout, prometheus: str) -> tuple[Rollout, int]:
    """The state after one look at the figures, and the exit code."""
    if now.canary is None:
        raise RolloutError("no canary is on its way")
    figures = read_figures(prometheus, defaults.NAMESPACE, defaults.MODEL_NAME, now.canary)
    decision, reason = decide(figures, defaults.LIMITS)
    print(f"{decision}: {reason}")
    match decision:
        case "advance":
            return now.advance(defaults.STEPS), 0
        case "rollback":
            return now.back(), 3
        case _:
            return now, 0


def tell(state: Rollout) -> str:
    """The state in words."""
    if state.canary is None:
        return f"{state.stable} serves everything"
    return f"{state.canary} serves {state.percent} %, {state.stable} the rest"


if __name__ == "__main__":
    sys.exit(main())
