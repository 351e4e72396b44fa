"""The text of a cue, in either format: its lines, who speaks, markup."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from mtaudit.readers.pieces import Piece, segment, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtaudit.document import Segment
    from mtaudit.readers.keys import Keys


def markup(own: str) -> re.Pattern[str]:
    """What may stand in a cue besides text. ``own`` is what a format has, in groups ``hidden``, ``voice`` and ``entity``."""
    dash = r"[-‐‑–—−－](?:[ \t\u00a0]+(?=\S)|(?=[^\W\d_]|[\"'“‘(\[♪]))|(?:>>|&gt;&gt;)+[ \t]*"
    end = r"(?:(?<![ \t])[ \t]+)?(?:\r\n|\r|\n)[ \t]*"  # blanks are looked at once, however many there are
    return re.compile(rf"(?P<end>{end})|{own}|(?P<dash>{dash})")


def segments(text: str, start: int, end: int, number: int, key: str, keys: Keys, marks: re.Pattern[str]) -> Iterator[Segment]:
    """The Segments of the cue whose text is ``text[start:end]``, one for each speaker, numbered from ``number``."""
    for turn in _turns(text, start, end, marks):
        found = segment(text, turn, number, key, "caption")
        if found is not None:
            yield found._replace(key=keys.unique(key))
            number += 1


def _turns(text: str, start: int, end: int, marks: re.Pattern[str]) -> Iterator[list[Piece]]:
    """The pieces of each speaker: one speaks from a dash at the beginning of a line, or from a voice tag, to the next."""
    turn: list[Piece] = []
    at_start = True
    at = start
    for m in marks.finditer(text, start, end):
        if at < m.start():
            turn.append(Piece(at, m.start(), text[at : m.start()]))
            at_start = at_start and turn[-1].text.isspace()
        kind = m.lastgroup
        at = m.start()
        if kind == "dash" and not at_start:
            continue
        if kind in ("dash", "voice") and shown(turn).strip():
            yield turn
            turn = []
        at = m.end()
        if kind == "end":
            turn.append(Piece(*m.span(), "\n"))
            at_start = True
        elif kind == "entity":
            turn.append(Piece(*m.span(), unescape(m[0])))
            at_start = False
        else:
            turn.append(Piece(*m.span(), "", "hidden"))
            at_start = at_start and kind != "dash"
    turn.append(Piece(at, end, text[at:end]))
    yield turn


def line_ends(text: str) -> dict[int, str]:
    """How a line end is written in this file (``str.translate``); nothing where it is as it should be."""
    ends = {end: text.count(end) for end in ("\r\n", "\n", "\r")}
    if ends["\r\n"]:
        return {10: "\r\n"}
    return {10: "\r"} if ends["\r"] > ends["\n"] else {}
