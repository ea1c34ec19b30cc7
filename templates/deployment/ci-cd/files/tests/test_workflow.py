"""The workflow is judged by zizmor, by actionlint where it is on the path, and by what this project promises."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

FILE = Path(".github/workflows/model-release.yml")
WORKFLOW: dict[Any, Any] = yaml.safe_load(FILE.read_text())
JOBS: dict[str, Any] = WORKFLOW["jobs"]
ACTIONLINT = shutil.which("actionlint")


def said(*command: str) -> str:
    """What a linter that must find nothing says."""
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if ended.returncode == 0 else ended.stdout + ended.stderr


def needed(job: str) -> set[str]:
    """All jobs that come before a job."""
    direct = JOBS[job].get("needs", [])
    names = {direct} if isinstance(direct, str) else set(direct)
    return names.union(*(needed(name) for name in names))


def test_zizmor_finds_nothing() -> None:
    zizmor = Path(sys.executable).parent / "zizmor"
    assert said(str(zizmor), "--offline", "--no-progress", "--persona=pedantic", str(FILE)) == ""


@pytest.mark.skipif(ACTIONLINT is None, reason="actionlint is not on the path")
def test_actionlint_finds_nothing() -> None:
    assert said(str(ACTIONLINT), str(FILE)) == ""


def test_every_action_is_pinned_by_commit_with_its_version_beside() -> None:
    uses = re.findall(r"uses: (.*)", FILE.read_text())
    assert uses
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one) for one in uses)


def test_the_canary_comes_after_check_gate_and_publishing() -> None:
    assert needed("canary") == {"check", "train", "publish"}
    steps = [step.get("run", "") for step in JOBS["train"]["steps"]]
    order = [
        next(n for n, run in enumerate(steps) if f" {what} " in run)
        for what in ("train", "promote", "export")
    ]
    assert order == sorted(order)


def test_pull_requests_only_check() -> None:
    assert "pull_request" in JOBS["train"]["if"]
    assert "train" in needed("publish") & needed("canary") & needed("demote")
    assert JOBS["check"]["permissions"] == {"contents": "read"}
    assert "environment" not in JOBS["check"]


def test_there_is_no_secret_and_no_right_that_is_not_needed() -> None:
    assert "secrets." not in FILE.read_text()
    assert WORKFLOW["permissions"] == {}
    for name, job in JOBS.items():
        rights = {"contents": "read"} if name == "check" else {"contents": "read", "id-token": "write"}
        assert job["permissions"] == rights
        assert job["timeout-minutes"] <= 300
    assert JOBS["canary"]["environment"] == "production"


def test_a_release_is_not_cut_off_and_a_failed_one_is_taken_back() -> None:
    assert WORKFLOW["concurrency"]["cancel-in-progress"] == "${{ github.event_name == 'pull_request' }}"
    last = JOBS["canary"]["steps"][-1]
    assert last["if"] == "failure() || cancelled()"
    assert last["run"].endswith(" back")
    assert JOBS["demote"]["steps"][-1]["run"].endswith(" rollback")
