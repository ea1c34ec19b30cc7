"""Moves the share of a version in the cluster, with the rollout tool of the serving component."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from . import defaults

# The exit code with which the rollout tool says that it took the canary back.
TAKEN_BACK = 3


class ReleaseError(Exception):
    """The version does not serve everything, and will not."""


class Release:
    """One release; the state is read from the cluster, so that whoever ran before is respected."""

    def __init__(self, deploy: Path, wait: Callable[[float], None]) -> None:
        self._deploy = deploy
        self._wait = wait

    def canary(self, version: str, prometheus: str, pause_seconds: float, tries: int) -> None:
        """Gives a version its first share, then more, until it serves everything or may not."""
        self._fetch()
        self._tool("start", version)
        self._apply()
        for _ in range(tries):
            self._wait(pause_seconds)
            before = self._state()
            code = self._tool("step", "--prometheus", prometheus)
            if self._state() != before:
                self._apply()
            if code == TAKEN_BACK:
                raise ReleaseError(f"{version} was taken back")
            if not self._on_its_way():
                return
        raise ReleaseError(f"{version} does not serve everything after {tries} looks")

    def back(self) -> bool:
        """Gives everything to the stable version; whether there was anything to take back."""
        self._fetch()
        if not self._on_its_way():
            return False
        self._tool("rollback")
        self._apply()
        return True

    def _fetch(self) -> None:
        live = run(
            "kubectl",
            "--namespace",
            defaults.NAMESPACE,
            "get",
            "inferenceservice",
            defaults.MODEL_NAME,
            "-o",
            "json",
        )
        notes = json.loads(live)["metadata"]["annotations"]
        kept = {key: value for key, value in notes.items() if key.startswith("rollout/")}
        patch = json.loads(self._state())
        patch["metadata"]["annotations"] = kept
        (self._deploy / "rollout.json").write_text(json.dumps(patch, indent=2) + "\n", encoding="utf-8")

    def _apply(self) -> None:
        run("kubectl", "apply", "--kustomize", str(self._deploy))

    def _state(self) -> str:
        return (self._deploy / "rollout.json").read_text(encoding="utf-8")

    def _on_its_way(self) -> bool:
        return bool(json.loads(self._state())["metadata"]["annotations"]["rollout/canary"])

    def _tool(self, *arguments: str) -> int:
        command = [sys.executable, "-m", defaults.SERVING_PACKAGE, "--deploy", str(self._deploy), *arguments]
        code = subprocess.run(command, check=False).returncode
        if code not in (0, TAKEN_BACK):
            raise ReleaseError(f"the rollout tool ended with {code}")
        return code


def run(*command: str) -> str:
    """What a program says; one that fails ends the release."""
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode != 0:
        raise ReleaseError(f"{' '.join(command[:3])} ended with {ended.returncode}: {ended.stderr.strip()}")
    return ended.stdout
