"""What a single line of plain text shows, in any language: where a sentence ends, what marks an item or a quotation."""

from __future__ import annotations

import re
from functools import cache

STOPS = frozenset(".!?…。！？｡")
_CLOSERS = "\"'”’»」』)]）】〉》* \t\u00a0\u3000"
_LETTERS = "가나다라마바사아자차카타파하"

SPECIAL = frozenset("-+*–—•‣◦∙·▪▫■□◆◇○◯●◎▶▷►▸☞※➤➢❖★☆✓✔(0123456789QA>|=_~─━═#▲") | {
    *map(chr, range(0x2460, 0x249C)),
    *map(chr, range(0x3260, 0x327C)),
    *map(chr, range(0x2776, 0x2794)),
    *map(chr, range(0x2160, 0x217C)),
}
"""First characters that are worth a closer look. Letters that count items (가. 나.) are told by what follows them."""


@cache
def _marker() -> re.Pattern[str]:
    """Bullets, numbers and the like. Doubled they are none: ○○시 is a city whose name is withheld, ★★★ a verdict."""
    return re.compile(
        r"[-+*–—]\s+(?=\S)"
        r"|([•‣◦∙·▪▫■□◆◇○◯●◎▶▷►▸☞※➤➢❖★☆✓✔])(?!\1)\s*(?=\S)"
        r"|\d{1,3}[.)](?:\s+(?=[^\d\s.,~∼⋅·])|(?=[^\W\d_]|[\"'“‘(<\[「『]))"
        r"|\((?:\d{1,3}|[가-하a-z])\)\s*(?=\S)"
        r"|[\u2460-\u249b\u3260-\u327b\u2776-\u2793]\s*(?=[^\s.,~∼⋅·])"
        r"|[A-Za-z]\)\s+(?=\S)|[QA]\d{0,2}[.:]\s+(?=\S)|[\u2160-\u217b][.)]?\s+(?=\S)"
    )


@cache
def _quote() -> re.Pattern[str]:
    return re.compile(r"(?:>[ \t]?)+(?=.*\S)")


@cache
def _notes() -> re.Pattern[str]:
    return re.compile(r"(?:\[\d{1,3}\])+$")


@cache
def _ornaments() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(r"[^\W_]"),
        re.compile(r"([-=_*~─━═–—#+])[ \t]?\1[ \t]?\1"),
        re.compile(r"[-–—]\s*\d+\s*[-–—]\s*"),
    )


def stops(line: str) -> bool:
    """Whether a line ends as a sentence does, whatever quotation marks, brackets and note numbers come after."""
    if line[-1] in STOPS:
        return True
    bare = _notes().sub("", line) if line[-1] == "]" else line
    bare = bare.rstrip(_CLOSERS)
    return bare != "" and bare[-1] in STOPS


def item(line: str, lettered: bool = False) -> int:
    """How long the mark of a list item at the beginning is, 0 if there is none.

    ``lettered`` tells that 나. may count the second item; 다. at the beginning of a line is else the end of a sentence.
    """
    m = _marker().match(line)
    if m is not None:
        return m.end()
    if line[0] in _LETTERS and line[1:2] in (".", ")") and line[2:3].isspace() and (lettered or first_letter(line)):
        return len(line) - len(line[2:].lstrip())
    return 0


def first_letter(line: str) -> bool:
    """Whether a line is the first of items that letters count."""
    return line.startswith(("가.", "가)"))


def quotation(line: str) -> int:
    """How long the ``>`` of a quotation at the beginning are, 0 if there are none."""
    m = _quote().match(line)
    return m.end() if m else 0


def is_ornament(line: str) -> bool:
    """Whether a line is one across the page, or the number of a page."""
    letter, triple, page = _ornaments()
    if letter.search(line) is None:
        return triple.search(line) is not None
    return page.fullmatch(line) is not None
