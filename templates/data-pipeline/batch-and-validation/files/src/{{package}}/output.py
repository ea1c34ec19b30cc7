"""Writes rows and what was set aside. Each file appears at once or not at all, the report last."""

import csv
import os
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from pydantic_core import to_json

from .contract import LABEL, MODEL_NAME, Row, columns, made
from .intake import Intake


def write(intake: Intake, folder: Path) -> dict[str, object]:
    """Writes all of it below the folder, and returns the report in short."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = intake.rows
    if rows:
        # Without a row the last good ones stay where they are.
        _replace(folder / "rows.csv", lambda file: _write_csv(file, rows))
        _replace(folder / "rows.parquet", lambda file: pq.write_table(_table(rows), file, compression="zstd"))
    bad = b"".join(to_line(asdict(each)) for each in intake.bad_rows)
    _replace(folder / "refused.jsonl", lambda file: file.write_bytes(bad))
    reports = [{**asdict(each), "accepted": each.accepted} for each in intake.files]
    short: dict[str, object] = {
        "rows": len(rows),
        "files": len(reports),
        "refused_files": [each.file for each in intake.files if not each.accepted],
        "bad_rows": sum(each.bad for each in intake.files),
        "copies": sum(each.copies for each in intake.files),
    }
    report = to_json({**short, "model_name": MODEL_NAME, "reports": reports}, indent=2) + b"\n"
    _replace(folder / "report.json", lambda file: file.write_bytes(report))
    return short


def to_line(value: object) -> bytes:
    """One line of JSON for whatever a file may hold."""
    return to_json(value, inf_nan_mode="strings", bytes_mode="base64", fallback=repr) + b"\n"


def schema() -> pa.Schema:
    """The types of the columns in Parquet; none is ever missing."""
    times = {"event_id": pa.string(), "event_time": pa.timestamp("us", tz="UTC"), LABEL: pa.int8()}
    return pa.schema([pa.field(name, times.get(name, pa.float64()), nullable=False) for name in columns()])


def _table(rows: list[Row]) -> pa.Table:
    return pa.Table.from_pylist([{**row} for row in rows], schema=schema())


def _write_csv(file: Path, rows: list[Row]) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(columns())
        for row in rows:
            writer.writerow(made({**row, "event_time": row["event_time"].isoformat()}))


def _replace(file: Path, write_to: Callable[[Path], object]) -> None:
    new = file.with_name(f".{file.name}.new")
    write_to(new)
    os.replace(new, file)
