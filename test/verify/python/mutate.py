"""Breaks code on purpose, one place at a time, and counts how many breaks the project's own tests notice.

Argument: a JSON object {project, source, stages, sample, seed}. Last line of output: {made, killed, survivors}.
"""

from __future__ import annotations

import ast
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Iterator

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
}
WORKERS = 2


@dataclass(frozen=True)
class Mutant:
    """One broken text of one file."""

    path: Path
    line: int
    what: str
    text: str


def main() -> int:
    """Runs the sample and prints the count."""
    job = json.loads(sys.argv[1])
    project, source = Path(job["project"]), Path(job["source"])
    found = [m for path in sorted((project / source).rglob("*.py")) for m in mutants_of(path)]
    sample = random.Random(job["seed"]).sample(found, min(job["sample"], len(found)))
    limits = [baseline(project, source, stage) * 3 + 15 for stage in job["stages"]]
    with ThreadPoolExecutor(WORKERS) as threads:
        deaths = list(threads.map(lambda m: is_killed(project, source, m, job["stages"], limits), sample))
    survivors = [f"{m.path.relative_to(project)}:{m.line} {m.what}" for m, dead in zip(sample, deaths) if not dead]
    print(json.dumps({"found": len(found), "made": len(sample), "killed": sum(deaths), "survivors": survivors}))
    return 0


def mutants_of(path: Path) -> Iterator[Mutant]:
    """Every mutant of a file: one change each, different from the original, and it compiles."""
    text = path.read_text(encoding="utf-8")
    original = ast.unparse(ast.parse(text))
    count = len(list(changes(ast.parse(text))))
    for number in range(count):
        tree = ast.parse(text)
        node, what, apply = list(changes(tree))[number]
        apply()
        broken = ast.unparse(ast.fix_missing_locations(tree))
        if broken != original:
            compile(broken, str(path), "exec")
            yield Mutant(path, getattr(node, "lineno", 0), what, broken)


def changes(tree: ast.Module) -> Iterator[tuple[ast.AST, str, Callable[[], None]]]:
    """The places that can be broken, and how. Documentation, annotations and log lines are left alone."""
    for node in walk(tree):
        match node:
            case ast.Compare(ops=ops):
                for at, operator in enumerate(ops):
                    new = COMPARISONS[type(operator)]
                    yield node, f"comparison to {new.__name__}", lambda n=node, i=at, o=new: n.ops.__setitem__(i, o())
            case ast.BoolOp():
                other = ast.And if isinstance(node.op, ast.Or) else ast.Or
                yield node, f"to {other.__name__}", lambda n=node, o=other: setattr(n, "op", o())
            case ast.BinOp() if type(node.op) in ARITHMETIC:
                new_operator = ARITHMETIC[type(node.op)]
                yield node, f"to {new_operator.__name__}", lambda n=node, o=new_operator: setattr(n, "op", o())
            case ast.UnaryOp(op=ast.Not()):
                yield node, "without not", lambda n=node: setattr(n, "op", ast.UAdd()) or setattr(n, "operand", truth(n.operand))
            case ast.Constant(value=bool()):
                yield node, "the other truth value", lambda n=node: setattr(n, "value", not n.value)
            case ast.Constant(value=int() | float()):
                yield node, "another number", lambda n=node: setattr(n, "value", n.value + 1)
            case ast.Constant(value=str() | bytes()):
                yield node, "another text", lambda n=node: setattr(n, "value", n.value + other_text(n.value))
            case ast.If() | ast.While() | ast.IfExp():
                yield node, "condition negated", lambda n=node: setattr(n, "test", ast.UnaryOp(ast.Not(), n.test))
            case ast.Return(value=ast.expr()):
                yield node, "returns nothing", lambda n=node: setattr(n, "value", ast.Constant(None))
            case ast.Expr(value=ast.Call()) | ast.Raise() | ast.AugAssign() | ast.Break() | ast.Continue():
                yield node, "left out", lambda n=node: replace(tree, n)


def other_text(value: str | bytes) -> str | bytes:
    """What is put behind a text to make it another."""
    return "!" if isinstance(value, str) else b"!"


def truth(operand: ast.expr) -> ast.expr:
    """The truth value of an expression, so that a plus sign before it means nothing."""
    return ast.Call(ast.Name("bool", ast.Load()), [operand], [])


def replace(tree: ast.Module, gone: ast.stmt) -> None:
    """Puts `pass` where a statement was."""
    for parent in ast.walk(tree):
        for field in ("body", "orelse", "finalbody"):
            block = getattr(parent, field, None)
            if isinstance(block, list) and gone in block:
                block[block.index(gone)] = ast.Pass()


def walk(node: ast.AST) -> Iterator[ast.AST]:
    """All nodes but those whose change nobody could or should notice."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.Call) and is_telling(node):
        return
    yield node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "bases"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.Expr) and isinstance(child.value, ast.Call) and is_telling(child.value):
                continue
            if isinstance(child, ast.AST) and not isinstance(child, ast.JoinedStr):
                yield from walk(child)


def is_telling(call: ast.Call) -> bool:
    """Whether a call only tells people something: a log line or the help of a command line."""
    name = ast.unparse(call.func)
    if name.startswith(("log.", "logging.", "logger.")) or name in ("TypeVar", "NewType"):
        return True
    return name.endswith((".add_argument", ".add_parser", "ArgumentParser"))


def baseline(project: Path, source: Path, stage: list[str]) -> float:
    """How long a stage takes on unbroken code; it must pass there."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        if not passes(copied(project, Path(folder)), source, stage, 600):
            raise SystemExit(f"the tests fail before anything is broken: {stage}")
    return time.monotonic() - started


def is_killed(project: Path, source: Path, mutant: Mutant, stages: list[list[str]], limits: list[float]) -> bool:
    """Whether any stage of the tests notices."""
    with tempfile.TemporaryDirectory() as folder:
        copy = copied(project, Path(folder))
        (copy / mutant.path.relative_to(project)).write_text(mutant.text, encoding="utf-8")
        return not all(passes(copy, source, stage, limit) for stage, limit in zip(stages, limits, strict=True))


def copied(project: Path, folder: Path) -> Path:
    """A copy of the project without what tools leave behind."""
    target = folder / "project"
    shutil.copytree(project, target, ignore=shutil.ignore_patterns(".venv", "__pycache__", ".*_cache", ".git"))
    return target


def passes(project: Path, source: Path, stage: list[str], limit: float) -> bool:
    """Whether a stage passes in time; hanging is noticed too."""
    command = [sys.executable, "-B", "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *stage]
    environment = os.environ | {"PYTHONPATH": str(project / source)}
    process = subprocess.Popen(
        command, cwd=project, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        return process.wait(limit) == 0
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.wait()
        return False


if __name__ == "__main__":
    sys.exit(main())
