"""The pages say what the program says, and the README's commands work."""

from __future__ import annotations

import importlib.util
import re
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


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", text):
        assert target.startswith("https://") or (ROOT / target).exists(), target


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
