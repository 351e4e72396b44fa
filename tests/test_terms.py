"""Finding the names of a glossary as words, measured on a labelled set of our own; writing another name in their place."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mtaudit import engine
from mtaudit.config import Settings
from mtaudit.document import Document, Segment
from mtaudit.glossary import Entry, Glossary, Term, concept
from mtaudit.languages import get
from mtaudit.languages.ko.particles import final_sound
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
        places = [segment.place(found.start, found.end) for segment, found in uses(view)]
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


HOUSE = Glossary(
    "house",
    (
        concept("NATO", "나토 | NATO", "북약", superseded="대서양동맹", first="북대서양조약기구(NATO·나토)"),
        concept("government", "청사", "정부"),
        concept("problem", "과제", "문제점"),
        concept("data", "자료철", "데이터"),
        concept("server", "마을", "서버"),
        concept("Security Council", "유엔 안보리", "보안회"),
        concept("Open Harbor", "URL", "열린 항구", keep=True),
    ),
)
KEPT = (
    "“정부가 데이터를 냈다”",
    "「서버와 데이터」",
    "`정부`",
    "https://a.kr/정부/데이터",
    "http://정부.kr/?q=서버",
    "나토(북약)",
    "<데이터 이야기>",
    "a@정부.kr",
)
PIECES = (
    *KEPT, "정부", "데이터", "서버", "북약", "대서양동맹", "문제점", "보안회", "열린 항구", "열린\u00a0항구", "NATO", "나토", "북대서양조약기구",
    "은", "는", "이", "가", "을", "를", "과", "와", "으로", "로", "의", "에", "에서", "들", "이다", "였다", "이었다", "입니다", "라고", "이란",
    "만으로는", "했다", "도시", "원", "’은", "'을", "‘", "’", "'", "“", "”", '"', "(", ")", "(NATO)", "(나토)", "**", "*", "[", "](b)", "`",
    " ", " ", " ", "  ", "\n", "\n\n", "\u200b", "\u3000", ". ", ", ", "1", "3만 ", "유엔 ", "😀", "\u1109\u1165\u1107\u1165", "&amp;", "\udc80",
)  # fmt: skip
RULES = ("TRM008", "TRM009", "TRM010", "TRM011", "TRM012")


@pytest.mark.parametrize("form", ["text", "markdown"])
@given(written=st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=30).map("".join))
@example("‘새 정부’은 데이터**과** 서버이었다.")
@settings(max_examples=80, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
def test_replacing_names_settles_and_keeps_to_the_words(form: str, written: str) -> None:
    """Places are true, nothing is left to write after a few rounds, and what may not be touched is as it was."""
    name = "a.md" if form == "markdown" else "a.txt"
    chosen = Settings(lang="ko", glossary=HOUSE, select=RULES)
    document = read_text(written, name)
    for _ in range(6):
        report = engine.audit(document, chosen)
        for finding in report.findings:
            assert document.text[finding.place.start : finding.place.end] == finding.place.text
            assert finding.fix is None or finding.fix.text != finding.place.text
        after = engine.fix(document, report, unsafe=True)
        if after == document.text:
            break
        document = read_text(after, name)
    assert not [finding for finding in report.findings if finding.fix]


@given(pieces=st.lists(st.sampled_from(PIECES[len(KEPT) :]), max_size=8), kept=st.sampled_from(KEPT))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_nothing_is_written_into_words_that_are_not_ours(pieces: list[str], kept: str) -> None:
    """A quotation, a title, code, a URL and a gloss stay, whatever paragraph stands before and after them."""
    before = "".join(pieces).replace("`", "").replace("[", "")
    document = read_text(f"# 제목\n\n정부가 {kept}라고 했다.\n\n{before}\n", "a.md")
    report = engine.audit(document, Settings(lang="ko", glossary=HOUSE, select=("TRM008", "TRM009")))
    assert f"청사가 {kept}라고 했다." in engine.fix(document, report, unsafe=True)


NOUNS = ("정부", "산업", "서울", "데이터", "문제점", "한글", "URL", "NATO", "G20", "유럽연합(EU)")
PAIRS = (
    ("은", "는"),
    ("이", "가"),
    ("을", "를"),
    ("과", "와"),
    ("이나", "나"),
    ("이라는", "라는"),
    ("으로", "로"),
    ("으로부터", "로부터"),
)


@given(
    old=st.sampled_from(NOUNS[:6]),
    new=st.sampled_from(NOUNS),
    pair=st.sampled_from(PAIRS),
    marks=st.sampled_from(("", "‘’", "**", "()")),
)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_the_particle_is_right_after_any_name(old: str, new: str, pair: tuple[str, str], marks: str) -> None:
    """No rule about particles finds fault with what was written, whatever sound the two names end in."""
    bare = final_sound(old)
    shape = pair[1] if bare == "" or (bare == "ㄹ" and pair[1].startswith("로")) else pair[0]
    word = {"": old, "‘’": f"‘새 {old}’", "**": f"**{old}**", "()": f"{old}(주석)"}[marks]
    document = read_text(f"그 뒤 {word}{shape} 오래 말했다.", "a.md")
    glossary = Glossary("pair", (concept("", new, old),))
    after = engine.fix(document, engine.audit(document, Settings(lang="ko", glossary=glossary, select=("TRM008",))), unsafe=True)
    assert old == new or new in after
    assert not engine.audit(read_text(after, "a.md"), Settings(lang="ko", select=("PRT",))).findings


def test_a_huge_name_has_few_spellings() -> None:
    assert len(get("ko").spellings("긴" * 100_000)) <= 12
