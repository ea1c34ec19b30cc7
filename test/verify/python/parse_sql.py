"""Parses SQL scripts with sqlglot. Arguments: a dialect and files. Ends with 1 and the first fault of each statement.

Statements that sqlglot has no grammar for are counted, not parsed: they are named here, so that none goes unseen.
"""

import logging
import pathlib
import re
import sys

import sqlglot
from sqlglot import exp

UNKNOWN_STATEMENTS = {
    "materialize": r"CREATE (?:CLUSTER|CONNECTION|SECRET|SINK|SOURCE)\b",
    "risingwave": r"CREATE (?:CONNECTION|SECRET)\b",
}
# Words within a statement that it does not know, and what stands in their place.
UNKNOWN_WORDS = {
    "materialize": (r"\s+IN CLUSTER \w+", ""),
    "risingwave": (r"= secret (\w+)", r"= '\1'"),
}


def main() -> int:
    dialect, *names = sys.argv[1:]
    logging.disable(logging.CRITICAL)
    parsed, unknown, faults = 0, 0, []
    for name in names:
        for statement in statements_of(pathlib.Path(name).read_text(encoding="utf-8")):
            if re.match(UNKNOWN_STATEMENTS.get(dialect, r"(?!)"), statement, re.IGNORECASE):
                unknown += 1
                continue
            fault = fault_of(re.sub(*UNKNOWN_WORDS.get(dialect, (r"(?!)", "")), statement), dialect)
            if fault is None:
                parsed += 1
            else:
                faults.append(f"{name}: {fault}")
    print("\n".join(faults) or f"{parsed} statements parsed, {unknown} that sqlglot has no grammar for")
    return 1 if faults else 0


def statements_of(script: str) -> list[str]:
    """The statements without the comments before them."""
    lines = [line for line in script.splitlines() if not line.lstrip().startswith("--")]
    return [part.strip() for part in "\n".join([*lines, ""]).split(";\n") if part.strip()]


def fault_of(statement: str, dialect: str) -> str | None:
    try:
        tree = sqlglot.parse_one(statement, dialect=dialect)
    except sqlglot.errors.SqlglotError as error:
        return str(error)
    return f"only its first word is understood: {statement[:80]}" if isinstance(tree, exp.Command) else None


if __name__ == "__main__":
    sys.exit(main())
