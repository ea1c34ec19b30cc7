"""The components of the system, each called by its command line in its own folder and its own environment."""

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ROLES = ("pipeline", "scoring", "training", "registry", "server", "monitoring", "feedback", "retraining")
# What programs end with to say no: the gate refused, something drifted, not now.
DONE, NO = 0, 3
LONGEST_SECONDS = 600


class StepFailedError(Exception):
    """A component did not do what was asked; the message holds the end of what it said."""


@dataclass(frozen=True)
class Said:
    """What a program said when it ended well."""

    code: int
    output: str


@dataclass(frozen=True)
class Component:
    """One component that is installed below the system's folder."""

    role: str
    folder: Path
    package: str

    @property
    def python(self) -> Path:
        """The interpreter with what the component pins."""
        return self.folder / ".venv" / "bin" / "python"

    def call(
        self, *arguments: str, environment: Mapping[str, str] | None = None, may_refuse: bool = False
    ) -> Said:
        """Runs the component's program to its end; one that says no fails unless it may."""
        ended = subprocess.run(
            self._command(self.package, arguments),
            cwd=self.folder,
            env=self._environment(environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=LONGEST_SECONDS,
            check=False,
        )
        if ended.returncode == DONE or (may_refuse and ended.returncode == NO):
            return Said(ended.returncode, ended.stdout)
        said = (ended.stderr.strip() or ended.stdout.strip())[-2000:]
        raise StepFailedError(f"{self.role}: {' '.join(arguments[:1])} ended with {ended.returncode}\n{said}")

    @contextmanager
    def running(
        self,
        *arguments: str,
        log: Path,
        environment: Mapping[str, str] | None = None,
        module: str | None = None,
    ) -> Iterator["Running"]:
        """Runs a program of the component while the block runs, and ends it in good order."""
        with log.open("wb") as stream:
            process = subprocess.Popen(
                self._command(module or self.package, arguments),
                cwd=self.folder,
                env=self._environment(environment),
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=stream,
                # A group of its own, so that what it starts ends with it.
                start_new_session=True,
            )
        try:
            yield Running(self.role, process, log)
        finally:
            end(process)

    def _command(self, module: str, arguments: Sequence[str]) -> list[str]:
        return [str(self.python), "-B", "-m", module, *arguments]

    def _environment(self, more: Mapping[str, str] | None) -> dict[str, str]:
        return os.environ | {"PYTHONPATH": str(self.folder / "src")} | dict(more or {})


@dataclass(frozen=True)
class Running:
    """A program that runs beside the demo."""

    role: str
    process: "subprocess.Popen[bytes]"
    log: Path

    def wait_for(self, what: str, there: Callable[[], bool], seconds: float = 120) -> None:
        """Waits until something is there; fails when the program ends or the time is up."""
        end_at = time.monotonic() + seconds
        while not there():
            if self.process.poll() is not None:
                raise StepFailedError(f"{self.role} ended with {self.process.returncode}\n{self.tail()}")
            if time.monotonic() > end_at:
                raise StepFailedError(f"{self.role}: no {what} after {seconds:g} s\n{self.tail()}")
            time.sleep(0.1)

    def tail(self) -> str:
        """The end of what it said."""
        return self.log.read_text(encoding="utf-8", errors="replace")[-2000:]


def end(process: "subprocess.Popen[bytes]") -> None:
    """Asks a program and what it started to end, and makes them if they do not."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, 15)
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, 9)
        process.wait(20)


def components_of(texts: Sequence[str], root: Path) -> Mapping[str, Component]:
    """The components by role, from texts such as role=folder:package."""
    found: dict[str, Component] = {}
    for text in texts:
        role, _, place = text.partition("=")
        folder, _, package = place.partition(":")
        found[role] = Component(role, root / folder, package)
    missing = [role for role in ROLES if role not in found]
    if missing:
        raise ValueError(f"no component is the {' or the '.join(missing)}")
    return found


def free_port() -> int:
    """A port that nothing listens on now."""
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        return int(opened.getsockname()[1])


def answers(url: str) -> bool:
    """Whether an address on this machine answers that all is well."""
    try:
        with urllib.request.urlopen(url, timeout=5) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False
