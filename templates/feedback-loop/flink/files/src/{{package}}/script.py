"""Runs a script of Flink SQL: declarations one by one, and all its INSERTs as one job."""

from collections.abc import Mapping
from typing import Protocol

KAFKA_TABLES = ("predictions", "feedback", "labelled", "rejected")


class StatementSet(Protocol):
    """INSERTs that become one job."""

    def add_insert_sql(self, statement: str) -> object:
        """Adds one."""

    def execute(self) -> object:
        """Starts the job."""


class Tables(Protocol):
    """The part of Flink's table environment that is used."""

    def execute_sql(self, statement: str) -> object:
        """Runs one statement."""

    def create_statement_set(self) -> StatementSet:
        """Makes an empty set."""


def statements_of(script: str) -> list[str]:
    """The statements of a script, each ended by a semicolon at the end of a line; lines that are comments are left out."""
    lines = [line for line in script.splitlines() if not line.lstrip().startswith("--")]
    parts = "\n".join([*lines, ""]).split(";\n")
    return [part.strip() for part in parts if part.strip()]


def run(tables: Tables, script: str, kafka: Mapping[str, str]) -> object:
    """Starts the job; the settings of Kafka's clients are added to each table that speaks to it."""
    inserts = tables.create_statement_set()
    declarations = [one for one in statements_of(script) if not one.upper().startswith("INSERT")]
    for statement in declarations:
        tables.execute_sql(statement)
    for table in KAFKA_TABLES if kafka else ():
        tables.execute_sql(f"ALTER TABLE {table} SET ({_options(kafka)})")
    for statement in statements_of(script):
        if statement not in declarations:
            inserts.add_insert_sql(statement)
    return inserts.execute()


def _options(kafka: Mapping[str, str]) -> str:
    return ", ".join(f"{_literal(f'properties.{name}')} = {_literal(value)}" for name, value in kafka.items())


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
