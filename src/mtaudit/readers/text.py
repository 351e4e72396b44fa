"""Plain text: a paragraph a line, or a block of hard-wrapped lines.

What kind of paragraph a line is shows in its first characters (list items, quotations), in tabs and bars (cells of a
table) and in how it stands among the others (headings). All of it holds for any language.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from mtaudit.document import Document, Kind, Segment, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_BREAK = re.compile("\r\n|[\r\n\f\v\u2028\u2029]")
"""What ends a paragraph. A form feed, a vertical tab and U+2028 end no physical line, but nobody reads across them."""

_STOPS = frozenset(".!?…。！？｡")
_CLOSERS = "\"'”’»」』)]）】〉》* \t\u00a0\u3000"
_NOTE = re.compile(r"(?:\[\d{1,3}\])+$")
_INSIDE = re.compile(r"[.!?…。！？]\s")

_MARKER = re.compile(
    r"[-+*–—]\s+(?=\S)"
    r"|([•‣◦∙·▪▫■□◆◇○◯●◎▶▷►▸☞※➤➢❖★☆✓✔])(?!\1)\s*(?=\S)"
    r"|\d{1,3}[.)](?:\s+(?=[^\d\s.,~∼⋅·])|(?=[^\W\d_]|[\"'“‘(<\[「『]))"
    r"|\((?:\d{1,3}|[가-하a-z])\)\s*(?=\S)"
    r"|[\u2460-\u249b\u3260-\u327b\u2776-\u2793]\s*(?=[^\s.,~∼⋅·])"
    r"|[A-Za-z]\)\s+(?=\S)|[QA]\d{0,2}[.:]\s+(?=\S)|[\u2160-\u217b][.)]?\s+(?=\S)"
)
_LETTERED = re.compile(r"[가나다라마바사아자차카타파하][.)]\s+(?=\S)")
_MARKS = frozenset("-+*–—•‣◦∙·▪▫■□◆◇○◯●◎▶▷►▸☞※➤➢❖★☆✓✔(0123456789QA>|=_~─━═#▲") | {
    *map(chr, range(0x2460, 0x249C)),
    *map(chr, range(0x3260, 0x327C)),
    *map(chr, range(0x2776, 0x2794)),
    *map(chr, range(0x2160, 0x217C)),
}
"""First characters that are worth a closer look; anything else is a paragraph."""
_RULE = re.compile(r"[\W_]*([-=_*~─━═–—#+])\1\1[\W_]*|[-–—]\s*\d+\s*[-–—]\s*")
"""A line across the page, or the number of a page: no segment."""
_QUOTE = re.compile(r"(?:>[ \t]?)+")

_OPEN_END = re.compile(r"(?:[,，、:：;~^\u3131-\u3163]|[:;]-?[)(DP])\s*$")
"""Ends of what is no heading: a list goes on, a quotation follows, somebody smiles."""

_SHORT = 50
"""A longer line is no heading (code points)."""
_LONGEST_WRAP = 120
"""No editor wraps later than this (code points)."""
_NARROWEST_WRAP = 40
"""Nor earlier than this (columns, East Asian characters counted twice)."""


class _Unit:
    """A segment in the making. ``alone`` tells whether a blank line or the beginning of the text is before it."""

    __slots__ = ("alone", "hidden", "kind", "start", "text")

    def __init__(self, start: int, text: str, kind: Kind | None = None, alone: bool = False) -> None:
        self.start = start
        self.text = text
        self.kind: Kind | None = kind
        self.alone = alone
        self.hidden: tuple[Span, ...] = ()


def read(text: str, name: str, encoding: str = "utf-8") -> Document:
    """The Document of a plain text."""
    units: list[_Unit] = []
    lettered = False
    for block in _blocks(text):
        first = len(units)
        if len(block) > 2 and _is_wrapped(block):
            units += _wrapped(text, block)
        elif not any(map(_is_special, block)):
            units += [_Unit(start, line) for start, line in block]
        else:
            for unit in _lines(block, lettered):
                lettered = lettered or unit.text.startswith(("가.", "가)"))
                units.append(unit)
        if first < len(units):
            units[first].alone = True
    _mark_those_that_stand_alone(units)
    segments = [
        Segment(i, u.text, u.kind or "body", u.start, str(i + 1), None, u.hidden, (), (), 1 if u.kind in ("item", "quote") else 0)
        for i, u in enumerate(units)
    ]
    return Document(tuple(segments), name, text, encoding=encoding)


def _blocks(text: str) -> Iterator[list[tuple[int, str]]]:
    """Lines without a blank one between them; each with its offset, without its indentation."""
    block: list[tuple[int, str]] = []
    for start, line in _physical(text):
        bare = line.lstrip(" \t")
        if not bare or bare.isspace():
            if block:
                yield block
                block = []
        else:
            block.append((start + len(line) - len(bare), bare))
    if block:
        yield block


def _physical(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    if any(char in text for char in "\r\f\v\u2028\u2029"):
        for m in _BREAK.finditer(text):
            yield start, text[start : m.start()]
            start = m.end()
        yield start, text[start:]
    else:
        for line in text.split("\n"):
            yield start, line
            start += len(line) + 1


# One line, one paragraph


def _is_special(place: tuple[int, str]) -> bool:
    line = place[1]
    return line[0] in _MARKS or line[1:2] in (".", ")") or "\t" in line or " | " in line


def _lines(block: list[tuple[int, str]], lettered: bool) -> Iterator[_Unit]:
    tabs = [line.strip().count("\t") for _, line in block]
    bullets = [line.startswith("▲") for _, line in block]
    for i, (start, line) in enumerate(block):
        near = [*range(max(0, i - 1), i), *range(i + 1, min(i + 2, len(block)))]
        if tabs[i] > 1 or (tabs[i] and any(tabs[j] for j in near)):
            yield from _cells(start, line, "\t")
        elif _is_row(line):
            if line.strip(" \t|:-+="):
                yield from _cells(start, line, "|")
        elif bullets[i] and any(bullets[j] for j in near):
            yield _after(start, line, len(line) - len(line[1:].lstrip()), "item")
        elif line[0] not in _MARKS and line[1:2] not in (".", ")"):
            yield _Unit(start, line)
        elif _RULE.fullmatch(line) is None and len(line.rstrip()) > 1:
            lettered = lettered or line.startswith(("가.", "가)"))
            unit = _marked(start, line, lettered)
            if unit.kind is None or _RULE.fullmatch(unit.text) is None:
                yield unit


def _marked(start: int, line: str, lettered: bool) -> _Unit:
    if m := _QUOTE.match(line):
        return _after(start, line, m.end(), "quote") if line[m.end() :].strip() else _Unit(start, line)
    m = _MARKER.match(line) or (_LETTERED.match(line) if lettered else None)
    return _after(start, line, m.end(), "item") if m else _Unit(start, line)


def _after(start: int, line: str, cut: int, kind: Kind) -> _Unit:
    return _Unit(start + cut, line[cut:], kind)


def _is_row(line: str) -> bool:
    if line[0] == "|":
        return line.rstrip()[-1] == "|" and line.count("|") > 1
    return line.count(" | ") > 1 and not _stops(line)


def _cells(start: int, line: str, bar: str) -> Iterator[_Unit]:
    for cell in line.split(bar):
        bare = cell.strip(" \t")
        if bare:
            yield _Unit(start + cell.index(bare), bare, "cell")
        start += len(cell) + 1


# Hard-wrapped lines


def _width(text: str) -> int:
    return len(text) + sum("\u1100" <= char <= "\uffdc" for char in text)


def _loose(block: list[tuple[int, str]]) -> tuple[list[bool], int]:
    """For each line but the last whether the next line's first word would have fitted on it, and the widest line's width."""
    widths = [_width(line.rstrip()) for _, line in block]
    limit = max(widths)
    return [widths[i] + 1 + _width(line.split(None, 1)[0]) <= limit for i, (_, line) in enumerate(block[1:])], limit


def _is_wrapped(block: list[tuple[int, str]]) -> bool:
    """Whether an editor has wrapped these lines: they are full, and sentences run on from one to the next."""
    if any(len(line) > _LONGEST_WRAP for _, line in block):
        return False
    stops = [_stops(line) for _, line in block]
    if sum(stops) * 2 > len(block) + 1:
        return False
    loose, limit = _loose(block)
    if limit < _NARROWEST_WRAP or loose.count(False) < 2:
        return False
    ends = [stop for stop, is_loose in zip(stops, [*loose, True], strict=True) if is_loose]
    running = sum(not stop and not is_loose for stop, is_loose in zip(stops, loose, strict=False))
    odd = sum(
        not stop and is_loose and _MARKER.match(following) is None
        for stop, is_loose, (_, following) in zip(stops, loose, block[1:], strict=False)
    )
    return running * 2 >= loose.count(False) and odd * 8 <= len(block) and sum(ends) * 2 >= len(ends)


def _wrapped(text: str, block: list[tuple[int, str]]) -> Iterator[_Unit]:
    """The paragraphs of a wrapped block."""
    loose, _ = _loose(block)
    first = 0
    for i in range(len(block)):
        ends = i == len(block) - 1 or loose[i] or _begins(block[i][1], block[i + 1][1])
        if ends:
            lines = block[first : i + 1]
            unit = _marked(*block[first], lettered=False)
            last = block[i]
            unit.text = text[unit.start : last[0] + len(last[1])]
            unit.hidden = _seams(text, unit.start, lines)
            yield unit
            first = i + 1


def _begins(line: str, following: str) -> bool:
    return _stops(line) and _MARKER.match(following) is not None


def _seams(text: str, origin: int, lines: list[tuple[int, str]]) -> tuple[Span, ...]:
    """What is hidden between wrapped lines: indentation, and the line's end itself where words are cut by the wrap.

    Word processors for Korean wrap inside words and keep the blank when a line happens to end with a word; then all
    lines are full and some of them end in a blank.
    """
    inner = [line for _, line in lines[:-1]]
    full = max(map(_width, inner), default=0)
    cut = any(line[-1] == " " for line in inner) and all(_width(line) >= full - 3 for line in inner)
    out: list[Span] = []
    for (start, line), (following, _) in pairwise(lines):
        end = start + len(line)
        after = end + (2 if text.startswith("\r\n", end) else 1)
        hidden = [(end, following)] if cut else [(end, after - 1), (after, following)]
        out += [Span(s - origin, e - origin) for s, e in hidden if s < e]
    return tuple(out)


# Headings and the like


def _stops(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    if line[-1] in _STOPS:
        return True
    bare = _NOTE.sub("", line).rstrip(_CLOSERS) if line[-1] == "]" else line.rstrip(_CLOSERS)
    return bare != "" and bare[-1] in _STOPS


def _is_short(unit: _Unit) -> bool:
    return (
        unit.kind is None
        and len(unit.text) <= _SHORT
        and not _stops(unit.text)
        and _OPEN_END.search(unit.text) is None
        and _INSIDE.search(unit.text) is None
        and "\n" not in unit.text
    )


def _mark_those_that_stand_alone(units: list[_Unit]) -> None:
    """Sets the kind of short lines without a full stop: headings, cells of a table that lost its bars, the author's name.

    Where most lines have no full stop (bills, whose every wrapped line is a paragraph; lists), a short line says nothing.
    """
    short = [_is_short(unit) for unit in units]
    if True not in short:
        return
    runs: list[tuple[int, int]] = []
    for i, is_short in enumerate(short):
        if is_short and (not i or not short[i - 1]):
            runs.append((i, i + 1))
        elif is_short:
            runs[-1] = (runs[-1][0], i + 1)
    for start, end in runs:
        if end - start > 3 and all(u.alone and len(u.text) <= _SHORT // 2 for u in units[start:end]):
            for unit in units[start:end]:
                unit.kind = "cell"
    stops = [not is_short and _stops(unit.text) for unit, is_short in zip(units, short, strict=True) if unit.kind is None]
    if sum(stops) * 2 < len(stops):
        return
    for start, end in runs:
        if units[start].kind is None:
            _mark_run(units, start, end)
    first = units[0]
    if first.kind is None and len(units) > 1 and units[1].alone and len(first.text) <= _SHORT and _is_title(first.text):
        first.kind = "heading"


def _mark_run(units: list[_Unit], start: int, end: int) -> None:
    """The kind of short lines that follow one another."""
    first = units[start]
    if end == len(units):
        if end - start == 1 and end > 3 and first.alone and _is_name(first.text):
            first.kind = "byline"
        return
    titled = start == 0 and len(units[end].text) > 2 * _SHORT
    if first.alone and (titled or (end - start <= 2 and units[start + 1].alone)):
        first.kind = "heading"
        if end - start == 2 and units[start + 1].alone and units[start + 2].alone:
            units[start + 1].kind = "heading"


def _is_title(text: str) -> bool:
    return text.rstrip()[-1] in "?!？！"


def _is_name(text: str) -> bool:
    return len(text) <= 20 and len(text.split()) <= 4 and not any(char.isdigit() for char in text)
