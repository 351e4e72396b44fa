"""Recall on corrupted text, and silence where a corruption makes nothing wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from corruptions import OPERATORS, SILENT, Copy, Operator
from mtaudit import engine
from mtaudit.readers import text as text_reader
from mtaudit.report import Finding

TEXTS = sorted((Path(__file__).parent / "texts").glob("*.txt"))
DOCUMENTS = {"C01-C02 paragraphs", "C03 sentences"}
"""Operators for which one finding in the group of places is enough."""
SLACK = 2


def findings(text: str) -> list[Finding]:
    return [f for f in engine.audit(text_reader.read(text, "x")).findings if f.severity != "neutral"]


def copies(operator: Operator) -> list[Copy]:
    return [copy for path in TEXTS for copy in operator(path.read_text(encoding="utf-8"))]


def answered(name: str, families: str, copy: Copy) -> bool:
    for found in findings(copy.text):
        places = [found.place, *(r.place for r in found.related)]
        near = any(p.start - SLACK < copy.end and copy.start < p.end + SLACK for p in places)
        if found.code[:3] in families.split() and (near or name in DOCUMENTS):
            return True
    return False


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_clean_text_is_left_alone(path: Path) -> None:
    assert [(f.rule, f.place.text) for f in findings(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("name", OPERATORS)
def test_corruptions_are_found(name: str) -> None:
    families, floor, operator = OPERATORS[name]
    made = copies(operator)[:150]
    assert made, "the texts hold no place for this operator"
    missed = [copy for copy in made if not answered(name, families, copy)]
    recall = 1 - len(missed) / len(made)
    examples = [copy.text[max(copy.start - 20, 0) : copy.end + 20] for copy in missed[:8]]
    assert recall >= floor, f"recall {recall:.2f} of {len(made)}: {examples}"


@pytest.mark.parametrize("name", SILENT)
def test_what_looks_like_a_fault_is_left_alone(name: str) -> None:
    families, operator = SILENT[name]
    made = copies(operator)[:60]
    assert made
    said = [(f.rule, f.place.text) for copy in made for f in findings(copy.text) if f.code[:3] in families.split()]
    assert said == []
