"""What a browser shows of a stretch of text: blanks collapsed, entities resolved, tags hidden, all in true offsets."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from mtaudit.document import Escape, Kind, Mark, Segment, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_BLANKS = " \t\n\r\f"
_ENTITY = r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{1,31};?)"
_SPECIAL = re.compile(rf"[\t\n\r\f][ \t\n\r\f]*|[ ][ \t\n\r\f]+|{_ENTITY}")
_ENTITIES = re.compile(_ENTITY)
_INDENT = re.compile(r"(?:[\s\u3000]|&(?:nbsp|emsp|ensp|thinsp|#160|#12288|#[xX]0*[aA]0|#[xX]3000);)+")
"""What indents a paragraph or fills its end, and says nothing."""
_INDENT_END = re.compile(_INDENT.pattern + r"\Z")
_NOTHING = "\ufeff\u200b\u2060"
_TAIL = 400
"""Characters in which such a filling of the end is looked for."""
_CONTINUOUS = re.compile("[ぁ-んァ-ヶー一-龥、。「」『』（）！？・]")
"""Letters of scripts without blanks between words. Source: CSS Text 3, 4.1.3, "Segment break transformation rules"."""


class Shown:
    """A segment in the making: its pieces are taken in the order of the text. ``is_code`` keeps blanks and lines."""

    def __init__(self, text: str, is_code: bool = False) -> None:
        self._text = text
        self._is_code = is_code
        self._first: int | None = None
        self._last = 0
        self._blank: Span | None = None
        self._hidden: list[Span] = []
        self._opaque: list[Span] = []
        self._seams: list[Span] = []
        self._escapes: list[Escape] = []

    def take(self, what: str, start: int, end: int) -> None:
        """A piece: ``text``, ``word`` (of code, no prose), ``seam`` (markup inside such a word), ``image``, or ``hidden``."""
        if start == end:
            return
        if what == "seam":
            self._seams.append(Span(start, end))
            return
        joins = what == "word" and self._opaque and self._opaque[-1].end == (self._seams[0].start if self._seams else start)
        if not joins:
            self._hidden += self._seams
        self._seams = []
        if what == "text" and self._is_code:
            self._code(start, end)
        elif what == "text":
            self.prose(start, end)
        elif what == "word" or (what == "image" and self._first is not None):
            self._see(start, end if what == "word" else None)
            if joins:
                start = self._opaque.pop().start
            self._opaque.append(Span(start, end))
        else:
            self._hidden.append(Span(start, end))

    def prose(self, start: int, end: int) -> None:
        """A piece of running text."""
        text = self._text
        if self._first is None:
            indent = _INDENT.match(text, start, end)
            if indent is not None:
                self._hidden.append(Span(start, indent.end()))
                start = indent.end()
        else:
            at = start
            while at < end and text[at] in _BLANKS:
                at += 1
            self._collapse(start, at)
            start = at
        last = end
        while last > start and text[last - 1] in _BLANKS:
            last -= 1
        if start < last:
            self._see(start, last)
            for m in _SPECIAL.finditer(text, start, last):
                if m[0][0] == "&":
                    self._entity(m)
                else:
                    self._escapes.append(Escape(*m.span(), self._blank_for(*m.span())))
        self._collapse(last, end)

    def _code(self, start: int, end: int) -> None:
        bare = self._text[start:end].rstrip()
        if bare or self._first is not None:
            lead = len(bare) - len(bare.lstrip()) if self._first is None else 0
            self._see(start + lead, start + len(bare) if bare else None)
        for m in _ENTITIES.finditer(self._text, start, end):
            self._entity(m)

    def _see(self, start: int, end: int | None) -> None:
        """Something visible; ``end`` is None for an image, which at the end of a text is no part of it."""
        if self._first is None:
            self._first = start
        if self._blank is not None:
            shown = self._blank_for(*self._blank)
            if self._text[slice(*self._blank)] != shown:
                self._escapes.append(Escape(*self._blank, shown))
            self._blank = None
        if end is not None:
            self._last = end

    def _collapse(self, start: int, end: int) -> None:
        if start == end:
            return
        if self._blank is None and self._first is not None:
            self._blank = Span(start, end)
        else:
            self._hidden.append(Span(start, end))

    def _blank_for(self, start: int, end: int) -> str:
        text = self._text
        lines = "\n" in text[start:end] or "\r" in text[start:end]
        continuous = lines and _CONTINUOUS.match(text, start - 1) and _CONTINUOUS.match(text, end)
        return "" if continuous else " "

    def _entity(self, m: re.Match[str]) -> None:
        shown = unescape(m[0])
        if shown == m[0]:
            return
        if shown in ("\u00ad", *_BLANKS):
            shown = "" if shown == "\u00ad" else " "  # a place to hyphenate is no character
        self._escapes.append(Escape(*m.span(), shown))

    def segment(self, kind: Kind, level: int, marks: Sequence[Mark] = ()) -> Segment | None:
        """The segment, with true offsets and neither number nor key; None where nothing is seen."""
        if self._first is None:
            return None
        tail = self._text[max(self._first, self._last - _TAIL) : self._last]
        filling = None if self._is_code else _INDENT_END.search(tail)
        visible = Span(self._first, self._last - len(filling[0]) if filling else self._last)
        if not self._text[slice(*visible)].strip(_NOTHING):
            return None
        start, end = visible
        for outer, inner in ((mark.outer, mark.inner) for mark in marks):
            if inner.start <= visible.start < inner.end:
                start = min(start, outer.start)
            if inner.start < visible.end <= inner.end:
                end = max(end, outer.end)
        hidden = (Span(max(s, start), min(e, end)) for s, e in _joined([*self._hidden, *self._seams]) if s < end and start < e)
        opaque = (span for span in self._opaque if start <= span.start and span.end <= end)
        escapes = (escape for escape in sorted(self._escapes) if start <= escape.start and escape.end <= end)
        inside = (m for m in marks if start <= m.outer.start and m.outer.end <= end)
        return Segment(
            0,
            self._text[start:end],
            kind,
            start,
            hidden=tuple([_moved(span, start) for span in hidden]),
            opaque=tuple([_moved(span, start) for span in opaque]),
            marks=tuple([Mark(m.kind, _moved(m.outer, start), _moved(m.inner, start)) for m in sorted(inside, key=_from_outside)]),
            level=level,
            escapes=tuple([Escape(s - start, e - start, text) for s, e, text in escapes]),
        )


def _joined(spans: list[Span]) -> list[Span]:
    """``spans`` sorted, and joined where they touch."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _from_outside(mark: Mark) -> tuple[int, int]:
    return mark.outer.start, -mark.outer.end


def _moved(span: Span, origin: int) -> Span:
    return Span(span.start - origin, span.end - origin)
