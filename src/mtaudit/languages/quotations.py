"""Where in a text somebody else speaks: quotations, also over several paragraphs, and asides in parentheses."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_FAR = 8
"""A quotation that is closed later than so many paragraphs after its beginning was never closed."""
_CLOSING = {"“": "”", "「": "」", "『": "』", '"': '"'}


@cache
def _pairs() -> re.Pattern[str]:
    return re.compile(
        "“[^“”]*”|‘[^‘’]*’|「[^「」]*」|『[^『』]*』|《[^《》]*》|\\([^()]*\\)|（[^（）]*）"
        r"""|"(?<![^\s(\[“‘,.…·]")(?=\S)[^"]*"|'(?<![^\s(\[“,.…·]')(?=\S)[^'\n]{0,120}'(?![A-Za-z])"""
    )


def spans(text: str) -> list[tuple[int, int]]:
    """Spans of the quotations and asides of a paragraph."""
    return [m.span() for m in _pairs().finditer(text)]


def has_marks(text: str) -> bool:
    """Whether anything could be a quotation or an aside: most paragraphs are not shown to the pattern."""
    return (
        "(" in text
        or "“" in text
        or '"' in text
        or "‘" in text
        or "'" in text
        or "「" in text
        or "『" in text
        or "《" in text
        or "（" in text
    )


@cache
def _opened() -> re.Pattern[str]:
    return re.compile(r"""[“「『]|(?<!\S)"(?=\S)""")


@cache
def _closed() -> re.Pattern[str]:
    return re.compile(r"""[”」』]|(?<=[^\s])\s?"(?=\s|\w|$)""")


def quoted_across(texts: Sequence[str]) -> dict[int, list[tuple[int, int]]]:
    """Spans of quotations that go on over the end of a paragraph, by the paragraph's number."""
    out: dict[int, list[tuple[int, int]]] = {}
    done = 0
    for number, text in enumerate(texts):
        if number < done or not _may_be_open(text):
            continue
        marks = list(_opened().finditer(_blank(text)))
        if not marks:
            continue
        out.setdefault(number, []).append((marks[-1].start(), len(text)))
        closing = _CLOSING[marks[-1][0]]
        last = next(
            (
                (i, m.end())
                for i in range(number + 1, min(number + 1 + _FAR, len(texts)))
                if closing in texts[i]
                for m in _closed().finditer(_blank(texts[i]))
                if m[0].strip() == closing
            ),
            None,
        )
        if last is not None:
            for i in range(number + 1, last[0]):
                out[i] = [(0, len(texts[i]))]
            out.setdefault(last[0], []).append((0, last[1]))
            done = last[0]
    return out


def _may_be_open(text: str) -> bool:
    """Whether a quotation mark may be left without its partner: one before the next of its kind, or the last that opens."""
    for opening, closing in (("“", "”"), ("「", "」"), ("『", "』")):
        if opening in text and not all(closing in part for part in text.split(opening)[1:]):
            return True
    if '"' not in text:
        return False
    at = text.rindex('"')
    return (at == 0 or text[at - 1].isspace()) and not text[at + 1 : at + 2].isspace()


def _blank(text: str) -> str:
    return without(text, spans(text)) if has_marks(text) else text


def without(text: str, taken: Sequence[tuple[int, int]]) -> str:
    """``text`` with other characters, that are no letters, in place of the spans."""
    if not taken:
        return text
    out: list[str] = []
    done = 0
    for start, end in taken:
        out += [text[done:start], "□" * (end - start)]
        done = end
    return "".join([*out, text[done:]])


def merged(taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted, and without overlaps."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(taken):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
