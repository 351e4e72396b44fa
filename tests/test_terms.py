"""Finding the names of a glossary as words, measured on a labelled set of our own; writing another name in their place."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from mtaudit import engine
from mtaudit.config import Settings
from mtaudit.document import Document, Segment
from mtaudit.glossary import Entry, Glossary, Term, concept
from mtaudit.languages import get
from mtaudit.readers import read_text
from mtaudit.terms import uses
from mtaudit.view import DocumentView

HERE = Path(__file__).parent / "terms"


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


def unescaped(text: str) -> str:
    return text.replace("\\n", "\n").replace("\\u00a0", "\u00a0")


def marked(text: str) -> tuple[str, set[tuple[int, int]]]:
    """The text without its marks, and the marked spans."""
    bare, spans, start = "", set(), 0
    for part in re.split("([⟦⟧])", text):
        if part == "⟦":
            start = len(bare)
        elif part == "⟧":
            spans.add((start, len(bare)))
        else:
            bare += part
    return bare, spans


class Outcome(NamedTuple):
    right: int
    wrong: list[str]
    missed: list[str]


def measured(name: str) -> Outcome:
    right, wrong, missed = 0, [], []
    for row in rows(name):
        text, spans = marked(unescaped(row["text"]))
        case = True if row["case"] == "yes" else None
        entries = tuple(Entry(name, {"ko": (Term(name, case=case),)}) for name in row["terms"].split(" | "))
        document = read_text(text, "a.md") if row["format"] == "markdown" else Document((Segment(0, text),), "a.txt", text)
        view = DocumentView(document, get("ko"), Settings(glossary=Glossary("labelled", entries)))
        places = [use.view.place(use.found.start, use.found.end) for use in view.once(uses)]
        found = {(place.start, place.end) for place in places}
        right += len(found & spans)
        wrong += [f"{text[s:e]} in {text!r}" for s, e in sorted(found - spans)]
        missed += [f"{text[s:e]} in {text!r}" for s, e in sorted(spans - found)]
    return Outcome(right, wrong, missed)


@pytest.mark.parametrize("name", ["occurrences.tsv", "heldout.tsv"])
def test_names_are_found_as_words(name: str) -> None:
    """Precision and recall of 0.99 on each of the labelled sets."""
    outcome = measured(name)
    assert outcome.right >= 300
    assert outcome.right / (outcome.right + len(outcome.wrong)) >= 0.99, "\n".join(outcome.wrong)
    assert outcome.right / (outcome.right + len(outcome.missed)) >= 0.99, "\n".join(outcome.missed)


@pytest.mark.parametrize("row", rows("replacements.tsv"), ids=lambda row: f"{row['before'][:40]}")
def test_a_name_is_replaced_with_its_particle(row: dict[str, str]) -> None:
    glossary = Glossary("replacements", (concept("", row["new"], row["old"]),))
    before, after = unescaped(row["before"]), unescaped(row["after"])
    document = read_text(before, "a.md" if row["format"] == "markdown" else "a.txt")
    report = engine.audit(document, Settings(lang="ko", glossary=glossary, select=("forbidden-rendering",)))
    assert engine.fix(document, report, unsafe=True) == after
