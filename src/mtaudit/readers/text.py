"""Plain text: a paragraph a line, or a block of hard-wrapped lines.

What kind of paragraph a line is shows in its first characters (list items, quotations), in tabs and bars (cells of a
table) and in how it stands among the others (headings). All of it holds for any language.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mtaudit.document import Document, Kind, Segment, Span
from mtaudit.readers import wrapping
from mtaudit.readers.lines import SPECIAL, first_letter, is_ornament, item, quotation, stops

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BREAKS = "\r\f\v\u2028\u2029"
"""What ends a paragraph, besides LF. A form feed and U+2028 end no physical line, but nobody reads across them."""

_SHORT = 50
"""A longer line is no heading (code points)."""


@cache
def _break() -> re.Pattern[str]:
    return re.compile("\r\n|[\n" + _BREAKS + "]")


@cache
def _no_heading() -> re.Pattern[str]:
    """A sentence that ends inside the line; at its end a list that goes on, a quotation that follows, a smile."""
    return re.compile(r"[.!?…。！？]\s|(?:[,，、:：;~^\u3131-\u3163]|[:;]-?[)(DP])\s*$")


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
        if len(block) > 2 and wrapping.is_wrapped(block):
            units += [_joined(text, lines) for lines in wrapping.paragraphs(block)]
        elif not any(map(_is_special, block)):
            units += [_Unit(start, line) for start, line in block]
        else:
            units += _lines(block, lettered)
            lettered = lettered or any(first_letter(line) for _, line in block)
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
    """Each line that one of LF and ``_BREAKS`` ends, with its offset, without its end."""
    start = 0
    if not any(char in text for char in _BREAKS):
        for line in text.split("\n"):
            yield start, line
            start += len(line) + 1
    elif not any(char in text for char in "\x1c\x1d\x1e\x85"):  # which end a line for str.splitlines, and for nobody else
        for whole in text.splitlines(keepends=True):
            yield start, whole.rstrip("\n" + _BREAKS)
            start += len(whole)
    else:
        for m in _break().finditer(text):
            yield start, text[start : m.start()]
            start = m.end()
        yield start, text[start:]


def _joined(text: str, lines: Sequence[tuple[int, str]]) -> _Unit:
    """The paragraph of wrapped lines."""
    unit = _marked(*lines[0])
    last, line = lines[-1]
    unit.text = text[unit.start : last + len(line)]
    unit.hidden = wrapping.seams(text, unit.start, lines)
    return unit


# One line, one paragraph


def _is_special(place: tuple[int, str]) -> bool:
    line = place[1]
    return line[0] in SPECIAL or line[1:2] in (".", ")") or "\t" in line or " | " in line


def _lines(block: list[tuple[int, str]], lettered: bool) -> Iterator[_Unit]:
    tabs = [line.strip().count("\t") for _, line in block]
    bullets = [line.startswith("▲") for _, line in block]
    for i, (start, line) in enumerate(block):
        near = [*range(max(0, i - 1), i), *range(i + 1, min(i + 2, len(block)))]
        lettered = lettered or first_letter(line)
        if tabs[i] > 1 or (tabs[i] and any(tabs[j] for j in near)):
            yield from _cells(start, line, "\t")
        elif _is_row(line):
            if line.strip(" \t|:-+="):
                yield from _cells(start, line, "|")
        elif bullets[i] and any(bullets[j] for j in near):
            mark = len(line) - len(line[1:].lstrip())
            yield _Unit(start + mark, line[mark:], "item")
        elif not is_ornament(line) and len(line.rstrip()) > 1:
            unit = _marked(start, line, lettered)
            if unit.kind is None or not is_ornament(unit.text):
                yield unit


def _marked(start: int, line: str, lettered: bool = False) -> _Unit:
    """A quotation or an item, without its mark, or whatever it is."""
    quoted = quotation(line)
    mark = quoted or item(line, lettered)
    return _Unit(start + mark, line[mark:], "quote" if quoted else "item") if mark else _Unit(start, line)


def _is_row(line: str) -> bool:
    if line[0] == "|":
        return line.rstrip()[-1] == "|" and line.count("|") > 1
    return line.count(" | ") > 1 and not stops(line)


def _cells(start: int, line: str, bar: str) -> Iterator[_Unit]:
    for cell in line.split(bar):
        bare = cell.strip(" \t")
        if bare:
            yield _Unit(start + cell.index(bare), bare, "cell")
        start += len(cell) + 1


# Headings and the like


def _is_short(unit: _Unit) -> bool:
    return (
        unit.kind is None
        and len(unit.text) <= _SHORT
        and "\n" not in unit.text
        and not stops(unit.text)
        and _no_heading().search(unit.text) is None
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
    stopped = [not is_short and stops(unit.text) for unit, is_short in zip(units, short, strict=True) if unit.kind is None]
    if sum(stopped) * 2 < len(stopped):
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
