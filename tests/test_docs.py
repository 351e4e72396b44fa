"""The pages say what the program says, and the README's commands work."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from mtaudit import languages
from mtaudit.config import Settings
from mtaudit.readers import read_text
from mtaudit.view import DocumentView

ROOT = Path(__file__).parents[1]
spec = importlib.util.spec_from_file_location("build_docs", ROOT / "docs" / "build.py")
assert spec is not None and spec.loader is not None
build = importlib.util.module_from_spec(spec)
spec.loader.exec_module(build)


@pytest.mark.parametrize(("path", "content"), list(build.pages()), ids=lambda value: value.name if isinstance(value, Path) else "")
def test_pages_are_up_to_date(path: Path, content: str) -> None:
    assert path.read_text(encoding="utf-8") == content, "run `make docs`"


def test_the_picture_is_up_to_date() -> None:
    assert (ROOT / "docs" / "report.svg").read_text(encoding="utf-8") == build.picture(), "run `make docs`"


PAGES = [
    str(page.relative_to(ROOT))
    for folder in (".", "docs", "glossaries", "benchmarks")
    for page in sorted((ROOT / folder).glob("*.md"))
]
PROMPT = "$ mtaudit "


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    text = re.sub("(?s)````?.*?````?|`+[^`\n]+`+", "", (ROOT / page).read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)#\s]+?)(?:#[^)]*)?\)", text):
        assert target.startswith("https://") or (ROOT / page).parent.joinpath(target).exists(), target


@pytest.mark.parametrize("page", ["docs/scores.md", "docs/scores.ko.md", "docs/glossaries.md", "docs/glossaries.ko.md"])
def test_the_commands_of_a_page_work(page: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for folder, name in (("published", "clean.ko.txt"), ("rejected", "ferry.ko.txt")):
        (tmp_path / folder).mkdir()
        shutil.copy(ROOT / "examples" / name, tmp_path / folder)
    lines = [line.strip() for line in (ROOT / page).read_text(encoding="utf-8").splitlines()]
    commands = [line.removeprefix(PROMPT).split() for line in lines if line.startswith(PROMPT)]
    assert len(commands) > 4
    for command in commands:
        done = subprocess.run([sys.executable, "-m", "mtaudit", *command], cwd=tmp_path, capture_output=True, encoding="utf-8")
        assert done.returncode == 0, (command, done.stderr)
        assert done.stdout or "-o" in command or command[0] == "scan"
    for made in [tmp_path / command[command.index("-o") + 1] for command in commands if "-o" in command]:
        assert made.stat().st_size > 50


def test_the_first_rule_of_the_walk_through_works(monkeypatch: pytest.MonkeyPatch) -> None:
    block = re.search(r"```python\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.S)
    assert block is not None
    module = ModuleType("left_tbd")
    monkeypatch.setitem(sys.modules, "left_tbd", module)
    exec(block[1], module.__dict__)
    assert "Not reported:" in module.RULE.doc
    for case in module.RULE.cases:
        document = read_text(re.sub("[⟦⟧]", "", case.text))
        view = DocumentView(document, languages.get("ko"), Settings())
        hits = [hit.place.text for segment in view.segments for hit in module.RULE.check(segment)]
        assert hits == re.findall("⟦(.*?)⟧", case.text)
