"""A PostgreSQL of the tests' own, where its programs are installed."""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest


def programs() -> Path | None:
    """The folder with initdb and postgres; Debian keeps them off the path."""
    on_path = shutil.which("initdb")
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    places += [Path(on_path).resolve().parent] if on_path else []
    return next((place for place in places if (place / "postgres").exists()), None)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of an empty database on a free port of this machine."""
    folder = programs()
    if folder is None:
        pytest.skip("PostgreSQL is not installed here: nothing was tried on a real database")
    # PostgreSQL refuses to run as root, so that in a container somebody else has to.
    user = "nobody" if os.geteuid() == 0 else None
    with TemporaryDirectory(prefix="postgresql-", ignore_cleanup_errors=True) as name:
        if user is not None:
            shutil.chown(name, user)
        place = Path(name)
        made = subprocess.run(
            [
                folder / "initdb",
                "--pgdata",
                place / "data",
                "--username",
                "optuna",
                "--auth",
                "trust",
                "--no-sync",
            ],
            user=user,
            check=False,
            capture_output=True,
            text=True,
        )
        assert made.returncode == 0, made.stderr
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        log = place / "log"
        settings = [
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            f"unix_socket_directories={place}",
            "-c",
            "fsync=off",
        ]
        with log.open("wb") as stream:
            server = subprocess.Popen(
                [folder / "postgres", "-D", place / "data", "-p", str(port), *settings],
                user=user,
                stdout=stream,
                stderr=stream,
            )
        try:
            end = time.monotonic() + 60
            ask = [str(folder / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
            while subprocess.run(ask, check=False).returncode != 0:
                assert server.poll() is None, log.read_text()
                assert time.monotonic() < end, log.read_text()
                time.sleep(0.1)
            yield f"postgresql+psycopg://optuna@127.0.0.1:{port}/postgres"
        finally:
            # Fast shutdown: it does not wait for those who are still connected.
            server.send_signal(signal.SIGINT)
            server.wait(30)
