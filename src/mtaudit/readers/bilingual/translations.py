"""A translation's Segment: of the pieces that a format's reader has found, with the codes in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from mtaudit.readers import pieces as bits
from mtaudit.readers.bilingual import codes
from mtaudit.readers.lines import stops
from mtaudit.readers.pieces import OPAQUE, Piece, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mtaudit.document import Kind, Segment

_SIGNS = frozenset("&<>")


def segment(
    text: str,
    pieces: Sequence[Piece],
    number: int,
    key: str,
    source: str | None,
    *,
    doubled_percent: bool = False,
    verbatim: bool = False,
) -> Segment | None:
    """The Segment of a translation (see ``pieces.segment``); None where it holds placeholders at most.

    ``doubled_percent`` tells that the text is for ``printf``, which takes ``%%`` for a per cent sign, ``verbatim`` that it
    holds text in which ``&`` and the like cannot be escaped: there they are opaque, so that no correction writes one.
    """
    prose = shown(pieces)
    found = codes.spans(prose, source, doubled_percent) if codes.may_hold(prose) else []
    if found:
        pieces = _carved(pieces, found)
        prose = shown(pieces)
    if verbatim:
        pieces = [bit for piece in pieces for bit in _signs_apart(piece)]
    return bits.segment(text, pieces, number, key, _kind(prose.strip(), (source or "").strip()), source)


def _kind(prose: str, source: str) -> Kind:
    """Sentences are body; what ends in no stop, and translates nothing that does, is a label."""
    sentence = prose and (stops(prose) or (source and stops(source)) or codes.holds_a_stop(prose))
    return "body" if sentence else "cell"


def _signs_apart(piece: Piece) -> Iterator[Piece]:
    start, end, visible, what = piece
    if what != "text" or end - start != len(visible) or _SIGNS.isdisjoint(visible):
        yield piece
        return
    for bit in re.split("([&<>])", visible):
        yield Piece(start, start + len(bit), OPAQUE, "opaque") if bit in _SIGNS else Piece(start, start + len(bit), bit)
        start += len(bit)


def _carved(pieces: Sequence[Piece], found: Iterable[codes.Code]) -> list[Piece]:
    """The pieces, with one instead of all that a code covers. Offsets of codes are those of what a reader sees."""
    starts = [0, *accumulate(len(piece.text) for piece in pieces)]

    def place(at: int, is_end: bool) -> int:
        which = bisect_left(starts, at) - 1 if is_end else bisect_right(starts, at) - 1
        piece = pieces[which]
        if piece.end - piece.start == len(piece.text):
            return piece.start + at - starts[which]
        return piece.end if is_end else piece.start

    out: list[Piece] = []
    for code in found:
        start, end = place(code.start, False), place(code.end, True)
        if not out or start >= out[-1].end:
            out.append(Piece(start, end, code.text, code.what))
    covers = iter(out[:])
    cover = next(covers, None)
    for piece in pieces:
        start, end, visible, what = piece
        while cover is not None and cover.start < end:
            if start < cover.start:
                out.append(Piece(start, cover.start, visible[: cover.start - start], what))
            visible, start = visible[cover.end - start :], max(start, cover.end)
            if cover.end > end:
                break
            cover = next(covers, None)
        if start < end:
            out.append(Piece(start, end, visible, what))
    return sorted(out)
