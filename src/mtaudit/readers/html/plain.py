"""What the blocks of a page are where its elements do not say it: as in plain text, a short line may be a heading.

Many pages have a division for all, a ``<br>`` between paragraphs, and bullets that somebody has typed.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from mtaudit.document import Escape, Mark, Segment, Span
from mtaudit.readers import text as plain_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtaudit.readers.html.blocks import Block

_ENDS = str.maketrans(dict.fromkeys("\r\n\f\v\u2028\u2029\t|", " "))


def as_plain_text(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; those of kind ``body`` with the kind that the plain-text reader gives such a line, and without its bullet."""
    out = list(blocks)
    bodies = [i for i, block in enumerate(blocks) if block.segment.kind == "body" and not block.is_alt]
    lines = [blocks[i].text.translate(_ENDS) for i in bodies]
    starts: list[int] = []
    at = 0
    for line in lines:
        starts.append(at)
        at += len(line) + 2
    for found in plain_text.read("\n\n".join(lines), "").segments:
        which = bisect_right(starts, found.start) - 1
        block = blocks[bodies[which]]
        mark = found.start - starts[which]
        if found.kind != "body" and not (mark and not block.segment.target.startswith(lines[which][:mark])):
            segment = _after(block.segment, mark)._replace(kind=found.kind, level=found.level)
            out[bodies[which]] = block._replace(segment=segment)
    return out


def _after(segment: Segment, mark: int) -> Segment:
    """A segment without its first characters, which hold no markup."""
    if not mark:
        return segment
    return segment._replace(
        target=segment.target[mark:],
        start=segment.start + mark,
        hidden=tuple([Span(s - mark, e - mark) for s, e in segment.hidden]),
        opaque=tuple([Span(s - mark, e - mark) for s, e in segment.opaque]),
        escapes=tuple([Escape(s - mark, e - mark, text) for s, e, text in segment.escapes]),
        marks=tuple([Mark(m.kind, _moved(m.outer, mark), _moved(m.inner, mark)) for m in segment.marks if m.outer.start >= mark]),
    )


def _moved(span: Span, by: int) -> Span:
    return Span(span.start - by, span.end - by)
