"""The house: which room may know which, and what may not happen below the command line."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "offercheck"

FLOORS = {
    "reading": 0,
    "offer": 1,
    "inputs": 1,
    "profile": 1,
    "reference": 1,
    "facts": 2,
    "checklist": 3,
    "evaluation": 4,
    "letter": 4,
    "comparison": 5,
    "rounds": 5,
    "reports": 6,
    "batch": 7,
    "cli": 8,
}
"""Each room may import from its own floor and those below."""

TERMINAL_LIBRARIES = {"typer", "rich"}
FORBIDDEN_CALLS = {"print", "exit", "input", "eval", "exec"}
FORBIDDEN_MODULES = {"os", "sys", "time", "locale", "socket", "urllib", "http", "subprocess", "random", "pickle"}

MODULES = sorted(SOURCE.rglob("*.py"))


def room_of(path: Path) -> str:
    parts = path.relative_to(SOURCE).parts
    return parts[0] if len(parts) > 1 else ""


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_go_one_way(path: Path) -> None:
    floor = FLOORS.get(room_of(path))
    for name in imported(ast.parse(path.read_text(encoding="utf-8"))):
        parts = name.split(".")
        if parts[0] in TERMINAL_LIBRARIES:
            assert room_of(path) == "cli" or path.name.startswith("terminal"), f"{name} belongs to cli and terminal"
        if parts[0] == "offercheck" and len(parts) > 1 and parts[1] in FLOORS and floor is not None:
            assert FLOORS[parts[1]] <= floor, f"{name} is above {room_of(path)}"


@pytest.mark.parametrize("path", [path for path in MODULES if room_of(path) not in ("cli", "")], ids=str)
def test_below_the_command_line_nothing_touches_the_world(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    forbidden = FORBIDDEN_MODULES - ({"os"} if path.name == "source.py" else set())  # the one that opens files
    assert not {name.split(".")[0] for name in imported(tree)} & forbidden
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in FORBIDDEN_CALLS
        if isinstance(node, ast.Attribute):
            assert node.attr not in ("today", "now", "utcnow", "environ", "getenv")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_modules_and_functions_keep_their_size(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 350, "look for the seam"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= 60, f"{node.name} has {length} lines"


def test_no_room_is_named_after_nothing() -> None:
    nameless = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}
    assert not {path.stem for path in MODULES} & nameless
