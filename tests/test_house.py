"""The house stands: imports go down only, and a start loads what it needs and nothing else."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import mtaudit

HOUSE = Path(mtaudit.__file__).parent

STOREYS = (
    {"document", "errors"},
    {"report", "encoding", "files"},
    {"languages", "models"},
    {"glossary", "passage", "quantities"},
    {"alignment", "config"},
    {"view"},
    {"echoes", "names", "register", "sources", "terms"},
    {"glosses", "opinions"},
    {"candidates", "rules", "scores"},
    {"baseline", "configuration", "engine", "gate", "suppressions"},
    {"fixing"},
    {"readers", "writers"},
    {"pairing"},
    {"batch"},
    {"cli"},
)
STOREY = {room: number for number, rooms in enumerate(STOREYS) for room in rooms}
ONLY = {"readers": {"document", "report", "errors", "encoding", "files"}, "writers": {"document", "report", "errors"}}
"""Rooms that may see less than what lies below them."""
FRONT = {"__init__", "__main__"}


def modules() -> list[Path]:
    return sorted(HOUSE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The rooms of this package that a module imports, at any depth of its code."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: imports are absolute"
            names = [f"{node.module}.{alias.name}" for alias in node.names] if node.module == "mtaudit" else [node.module or ""]
        else:
            continue
        found |= {name.split(".")[1] for name in names if name.startswith("mtaudit.")}
    return found - {"__version__"}


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(HOUSE)))
def test_imports_go_down_only(path: Path) -> None:
    here = room(path)
    if here in FRONT:
        return
    others = imported(path) - {here}
    assert others <= set(STOREY), f"{path.name} imports a room that has no storey"
    allowed = ONLY.get(here) or {other for other, storey in STOREY.items() if storey < STOREY[here]}
    assert others <= allowed


def test_every_room_has_a_storey() -> None:
    assert {room(p) for p in modules()} - FRONT == set(STOREY)


def test_a_room_stays_readable() -> None:
    long = {str(p.relative_to(HOUSE)): n for p in modules() if (n := len(p.read_text(encoding="utf-8").splitlines())) > 320}
    assert not long


def loaded(code: str) -> set[str]:
    """Top-level names that a fresh interpreter has loaded after running ``code``."""
    code += "\nimport sys as _s\nprint('\\nLOADED', *{m.split('.')[0] for m in _s.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    return set(done.stdout.rsplit("LOADED", 1)[1].split())


BARE = """
import typer
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
@app.callback()
def main(): pass
@app.command()
def scan(paths: list[str]): pass
app(["scan", "x"], standalone_mode=False)
"""
SCAN = """
import contextlib
from mtaudit.cli import app
with contextlib.suppress(SystemExit):
    app({arguments!r}, standalone_mode=False)
"""


@pytest.mark.parametrize(
    ("form", "extra"),
    [("text", set()), ("json", set()), ("rich", {"rich"})],
)
def test_a_scan_loads_nothing_that_it_does_not_need(tmp_path: Path, form: str, extra: set[str]) -> None:
    article = tmp_path / "a.txt"
    article.write_text("1년 2023월에 왔다. 그는 갔습니다. . 나토(NATO) 회의와 NATO 본부다.\n", encoding="utf-8")
    more = loaded(SCAN.format(arguments=["scan", "--output-format", form, str(article)])) - loaded(BARE)
    foreign = {name for name in more if name not in sys.stdlib_module_names and not name.startswith("_")}
    assert foreign <= {"mtaudit", "daachorse"} | extra
    assert not more & {"multiprocessing", "asyncio", "concurrent", "urllib", "http", "email", "xml", "difflib"} - extra


def test_help_loads_no_rule() -> None:
    code = (
        SCAN.format(arguments=["--help"]) + "\nassert not [m for m in __import__('sys').modules if m.startswith('mtaudit.rules.')]"
    )
    assert "daachorse" not in loaded(code)
