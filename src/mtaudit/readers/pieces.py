"""The bits of which a text consists in a file that writes it with markup, and the Segment that they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from mtaudit.document import Escape, Segment, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mtaudit.document import Kind

What = Literal["text", "hidden", "opaque"]

OPAQUE = "\ufffc"
"""U+FFFC, object replacement character: what is shown of a placeholder."""


class Piece(NamedTuple):
    """``start`` and ``end`` in code points of the file. ``text`` is what a reader sees there: of markup nothing, of a
    placeholder OPAQUE, of text the text, whose length is the piece's unless the format writes it in another way.
    """

    start: int
    end: int
    text: str
    what: What = "text"


def shown(pieces: Iterable[Piece]) -> str:
    """What a reader sees, one character (OPAQUE) for a placeholder."""
    return "".join([piece.text for piece in pieces])


def segment(
    text: str, pieces: Sequence[Piece], number: int, key: str, kind: Kind = "body", source: str | None = None
) -> Segment | None:
    """The Segment of pieces that follow one another without a gap in ``text``; None where they hold nothing to be read.

    Blanks and markup at either end are no part of it.
    """
    if not shown(pieces).replace(OPAQUE, "").strip():
        return None
    pieces = _trimmed(pieces)
    start = pieces[0].start
    hidden: list[Span] = []
    opaque: list[Span] = []
    escapes: list[Escape] = []
    for first, end, visible, what in pieces:
        if first == end:
            continue
        span = Span(first - start, end - start)
        if what == "hidden":
            hidden.append(Span(hidden.pop().start, span.end) if hidden and hidden[-1].end == span.start else span)
        elif what == "opaque":
            opaque.append(span)
        elif not _is_plain(text, first, end, visible):
            escapes.append(Escape(*span, visible))
    target = text[start : pieces[-1].end]
    return Segment(number, target, kind, start, key, source, tuple(hidden), tuple(opaque), escapes=tuple(escapes))


def _is_plain(text: str, start: int, end: int, visible: str) -> bool:
    return end - start == len(visible) and (end - start > 1 or text[start] == visible)


def _trimmed(pieces: Sequence[Piece]) -> list[Piece]:
    first, last = 0, len(pieces)
    while not pieces[first].text.strip():
        first += 1
    while not pieces[last - 1].text.strip():
        last -= 1
    kept = list(pieces[first:last])
    start, end, visible, what = kept[0]
    if end - start == len(visible):
        bare = visible.lstrip()
        kept[0] = Piece(end - len(bare), end, bare, what)
    start, end, visible, what = kept[-1]
    if end - start == len(visible):
        bare = visible.rstrip()
        kept[-1] = Piece(start, start + len(bare), bare, what)
    return kept
