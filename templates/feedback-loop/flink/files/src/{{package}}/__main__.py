"""Starts the join on the cluster that runs this program."""

import os
from pathlib import Path

from pyflink.table import EnvironmentSettings, TableEnvironment

from .script import run
from .settings import kafka_settings


def main() -> None:
    """Runs the scripts in SQL_FOLDER."""
    folder = Path(os.environ.get("SQL_FOLDER", "sql"))
    script = "\n".join((folder / name).read_text(encoding="utf-8") for name in ("tables.sql", "join.sql"))
    tables = TableEnvironment.create(EnvironmentSettings.in_streaming_mode())
    # A partition without events must not hold back the time of all others.
    tables.get_config().set("table.exec.source.idle-timeout", "1 min")
    run(tables, script, kafka_settings(os.environ))


if __name__ == "__main__":
    main()
