"""From the lines of a Markdown paragraph to segments: what is hidden, opaque and marked, in true offsets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from mtaudit.document import Kind, Mark, Segment, Span
from mtaudit.readers import inline
from mtaudit.readers.tags import Tags

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LINE_END = re.compile(r"\r\n|\r|\n")
STOP = re.compile(r"[.!?…。！？][\"'”’)\]*_]*\s*$")
_UNFIT = re.compile("[\0\ud800-\udfff]")
"""What markdown-it would replace or trip over; each becomes U+FFFD, which keeps the offsets."""
_CODE = re.compile(r"<(/?)code\b", re.I)


class _Found(NamedTuple):
    """Markup; offsets in the document's text."""

    hidden: list[Span]
    opaque: list[Span]
    marks: list[Mark]


class Paragraphs:
    """The segments of a document in the making. Lines are spans of its text: what a container leaves of a physical line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.safe = _UNFIT.sub("\ufffd", text)
        self.segments: list[Segment] = []
        self.references: dict[str, Any] = {}
        self.tags = Tags()

    def add(self, lines: Sequence[Span], kind: Kind, level: int = 0) -> None:
        """The segments of a paragraph: it is cut at ``<br>``, and the text of an image is a caption of its own."""
        if not lines:
            return
        starts = [0]
        for line in lines[:-1]:
            starts.append(starts[-1] + line.end - line.start + 1)
        content = "\n".join([self.safe[s:e] for s, e in lines])
        markup = inline.parse(content, self.references)

        def at(offset: int) -> int:
            which = bisect_right(starts, offset) - 1
            return lines[which].start + offset - starts[which]

        def span(where: Span) -> Span:
            start = at(where.start)
            return Span(start, at(where.end - 1) + 1 if where.start < where.end else start)

        found = _Found(
            [*self.seams(lines), *self._hard_breaks(lines), *map(span, markup.hidden)],
            [*map(span, markup.opaque)],
            [Mark(m.kind, span(m.outer), span(m.inner)) for m in markup.marks],
        )
        cuts = self._sort_tags(content, markup.tags, span, found) if markup.tags else []
        if kind == "body" and len(lines) == 1 and self._is_label(lines[0], found.marks):
            kind = "heading"
        self._cut(Span(lines[0].start, lines[-1].end), cuts, found, kind, level)
        for mark in found.marks:
            if mark.kind == "image" and LINE_END.search(self.text, *mark.inner) is None:
                self.add([mark.inner], "caption")

    def add_plain(self, lines: Sequence[Span], kind: Kind, level: int, hidden: Sequence[Span], opaque: Sequence[Span]) -> None:
        """The segment of a text without Markdown in it, whose markup is already known."""
        found = _Found([*self.seams(lines), *hidden], [*opaque], [])
        self._cut(Span(lines[0].start, lines[-1].end), [], found, kind, level)

    def trimmed(self, line: Span) -> Span:
        """``line`` without the blanks at its ends."""
        chunk = self.safe[line.start : line.end]
        start = line.start + len(chunk) - len(chunk.lstrip(" \t"))
        return Span(start, max(start, line.start + len(chunk.rstrip(" \t"))))

    def seams(self, lines: Sequence[Span]) -> list[Span]:
        """Between lines: indentation and container marks of the next one, and the CR of CRLF."""
        out: list[Span] = []
        for line, following in pairwise(lines):
            end = LINE_END.search(self.text, line.end, following.start)
            if end is None:
                out.append(Span(line.end, following.start))
            else:
                out += [Span(line.end, end.end() - 1), Span(end.end(), following.start)]
        return out

    def _hard_breaks(self, lines: Sequence[Span]) -> list[Span]:
        """Two blanks or more at the end of a line: a line break in Markdown, and no slip."""
        out: list[Span] = []
        for start, end in lines:
            if self.safe[end - 2 : end] == "  ":
                out.append(Span(start + len(self.safe[start:end].rstrip(" ")), end))
        return out

    def _sort_tags(self, content: str, tags: list[Span], span: Callable[[Span], Span], found: _Found) -> list[Span]:
        """Puts HTML tags where they belong in ``found``; those that cut the paragraph are returned."""
        cuts: list[Span] = []
        code: int | None = None
        for where in tags:
            tag = content[where.start : where.end]
            meaning = self.tags.meaning(tag)
            is_code = _CODE.match(tag)
            if meaning == "break" and content[where.end : where.end + 1].strip():
                cuts.append(span(where))
            elif meaning in ("hidden", "break"):
                found.hidden.append(span(inline.with_a_blank(content, where)))
            elif meaning == "opaque":
                found.opaque.append(span(where))
            if is_code and not is_code[1]:
                code = where.start if code is None else code
            elif is_code and code is not None:
                found.opaque.append(span(Span(code, where.end)))
                code = None
        return cuts

    def _is_label(self, line: Span, marks: list[Mark]) -> bool:
        """Whether a line is one bold phrase and no sentence: it stands for a heading."""
        strong = [m.outer for m in marks if m.kind == "strong"]
        return strong == [self.trimmed(line)] and STOP.search(self.safe[line.start : line.end]) is None

    def _cut(self, whole: Span, cuts: list[Span], found: _Found, kind: Kind, level: int) -> None:
        """A segment for each stretch of ``whole`` between ``cuts`` of which a reader sees anything."""
        opaque = _joined(found.opaque)
        hidden = _without(_joined(found.hidden), opaque)
        marks = sorted(found.marks, key=lambda m: (m.outer.start, -m.outer.end))
        starts = [m.outer.start for m in marks]
        start = whole.start
        for cut in [*cuts, Span(whole.end, whole.end)]:
            piece = Span(start, cut.start)
            start = cut.end
            inside = marks
            if cuts:
                inside = marks[bisect_left(starts, piece.start) : bisect_left(starts, piece.end)]
            within = [m for m in inside if m.outer.end <= piece.end]
            piece = self._trimmed_lines(piece, hidden, within)
            self._append(piece, kind, level, _Found(_clipped(hidden, piece), _clipped(opaque, piece), within))

    def _trimmed_lines(self, piece: Span, hidden: list[Span], marks: list[Mark]) -> Span:
        """``piece`` without lines at its ends of which nothing is seen."""
        if marks or not hidden:
            return piece
        at = start = piece.start
        which = bisect_right(hidden, at, key=lambda s: s.end)
        while at < piece.end and (self.text[at].isspace() or (which < len(hidden) and hidden[which].start <= at)):
            if which < len(hidden) and hidden[which].start <= at:
                at = hidden[which].end
                which += 1
            else:
                at += 1
                start = at if self.text[at - 1] in "\r\n" else start
        at = end = piece.end
        which = bisect_left(hidden, at, key=lambda s: s.start) - 1
        while at > start and (self.text[at - 1].isspace() or (which >= 0 and hidden[which].end >= at)):
            if which >= 0 and hidden[which].end >= at:
                at = hidden[which].start
                which -= 1
            else:
                at -= 1
                end = at if self.text[at] in "\r\n" else end
        return Span(start, max(start, end))

    def _append(self, piece: Span, kind: Kind, level: int, found: _Found) -> None:
        empty_link = any(m.kind == "link" and m.inner.start == m.inner.end for m in found.marks)
        if not empty_link and not self._is_visible(piece, found):
            return
        origin = piece.start
        self.segments.append(
            Segment(
                len(self.segments),
                self.text[piece.start : piece.end],
                kind,
                origin,
                str(len(self.segments) + 1),
                None,
                tuple([_moved(s, origin) for s in found.hidden]),
                tuple([_moved(s, origin) for s in found.opaque]),
                tuple([Mark(m.kind, _moved(m.outer, origin), _moved(m.inner, origin)) for m in found.marks]),
                level,
            )
        )

    def _is_visible(self, piece: Span, found: _Found) -> bool:
        start = piece.start
        for s, e in sorted([*found.hidden, *found.opaque]):
            if self.text[start:s].strip():
                return True
            start = max(start, e)
        return bool(self.text[start : piece.end].strip())


def _moved(span: Span, origin: int) -> Span:
    return Span(span.start - origin, span.end - origin)


def _joined(spans: list[Span]) -> list[Span]:
    """``spans`` sorted, and joined where they touch."""
    joined: list[Span] = []
    for span in sorted(spans):
        if span.start == span.end:
            continue
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _without(spans: list[Span], others: list[Span]) -> list[Span]:
    """What ``others`` leave of ``spans``; both are sorted and disjoint."""
    out: list[Span] = []
    i = 0
    for start, end in spans:
        while i < len(others) and others[i].end <= start:
            i += 1
        at = i
        while at < len(others) and others[at].start < end:
            if start < others[at].start:
                out.append(Span(start, others[at].start))
            start = others[at].end
            at += 1
        if start < end:
            out.append(Span(start, end))
    return out


def _clipped(spans: list[Span], piece: Span) -> list[Span]:
    """The parts of ``spans`` (sorted, disjoint) that lie in ``piece``."""
    first = bisect_right(spans, piece.start, key=lambda s: s.end)
    last = bisect_left(spans, piece.end, key=lambda s: s.start)
    return [Span(max(s.start, piece.start), min(s.end, piece.end)) for s in spans[first:last]]
