"""The parts of the HTML report: marks that overlap, plots, figures in words."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mtaudit.batch import figures
from mtaudit.batch.reports.html import plots
from mtaudit.batch.reports.html.marks import CARET, Mark, pieces
from mtaudit.batch.reports.html.words import clean, language, number, percent

spans = st.tuples(st.integers(0, 12), st.integers(0, 6), st.integers(0, 3))


@given(st.text("가나다 abc.", min_size=12, max_size=18), st.lists(spans, max_size=8))
def test_marks_keep_the_text_and_lose_no_finding(text: str, given_spans: list[tuple[int, int, int]]) -> None:
    marks = [Mark(start, min(start + size, len(text)), n + 1, bad) for n, (start, size, bad) in enumerate(given_spans)]
    out = list(pieces(text, marks, set()))
    assert "".join(piece.text for piece in out if piece.text != CARET).replace("␣", " ") == text
    links = [(piece.number, piece.first, piece.last) for piece in out if piece.number is not None]
    links += [(other.number, other.first, True) for piece in out for other in piece.others]
    for mark in marks:
        assert sum(first for n, first, _ in links if n == mark.number) == 1
        assert sum(last for n, _, last in links if n == mark.number) == 1
    for piece in out:
        assert piece.layers == 0 or piece.badness == min(m.badness for m in marks if m.number in under(out, piece, marks))


def under(out: list[Any], piece: Any, marks: list[Mark]) -> set[int]:
    """The marks that lie over a piece."""
    if piece.text == CARET:
        return {piece.number}
    at = sum(len(each.text) for each in out[: out.index(piece)] if each.text != CARET)
    return {mark.number for mark in marks if mark.start <= at < mark.end}


def test_figures_are_written_as_people_write_them() -> None:
    assert number(-1234.56, 1) == "−1,234.6"
    assert number(None) == "–"
    assert (percent(1, 1000), percent(999, 1000), percent(0, 5), percent(5, 5), percent(1, 0)) == ("<1%", ">99%", "0%", "100%", "–")
    assert (language("ko_KR"), language('x"y'), language(None)) == ("ko-KR", "", "")
    assert clean("a\u200b\ud800") == "a‹U+200B›‹U+D800›"


def test_plots() -> None:
    columns = plots.distribution({0: 1, 50: 0, 90: 4, 95: 2, 100: 1}, 95)
    assert [(c.label, c.height, c.fails) for c in columns] == [
        ("<50", 25, True), ("50–90", 0, True), ("90–95", 100, True), ("95–100", 50, False), ("100", 25, False),
    ]  # fmt: skip
    strip = plots.strip(["polite", "plain", "|", "polite"])
    assert strip.paths == {"polite": "M3 0v12M19 0v12", "plain": "M9 6v6"}
    assert plots.trend({"2026-W1": figures.Group()}, 95) is None
