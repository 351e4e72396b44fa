"""A line of the journal: what an audit says of one document, as JSON.

A record is a document of the JSON report (docs/report-1.schema.json) with more keys:

``metadata``   what the file says of the text: title, author, outlet, date …
``words`` ``characters``  of the prose (words are eojeol; characters are code points)
``severities`` how many findings of each severity
``register.sequence``  the register of each narrated sentence, ``|`` between paragraphs
``findings[].messages``  the message in each language
``blocks``     the prose, where it is kept: a list of ``[key, kind, level, text, marks]``; a mark is ``[start, end, number]`` in code
               points of the text and the number of its finding. Where only parts of a long text are kept, ``null`` stands
               for what is left out.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from mtaudit.batch.metadata import metadata
from mtaudit.report import SEVERITIES
from mtaudit.writers.json import document as as_json

if TYPE_CHECKING:
    from mtaudit.document import Document, Segment
    from mtaudit.report import Report

LONGEST = 100_000
"""Of a longer text (code points) only the paragraphs with findings and their neighbours are kept."""


def record(report: Report, with_text: bool = True, ui_lang: str = "en", paths: str | None = None) -> dict[str, Any]:
    """The record of a report. ``paths`` is the pattern of paths that tells metadata."""
    out = as_json(report, ui_lang)
    for found, said in zip(report.findings, out["findings"], strict=True):
        said["messages"] = {"en": found.message.en, "ko": found.message.ko}
    severities = dict.fromkeys(SEVERITIES, 0)
    for found in report.findings:
        severities[found.severity] += 1
    out["severities"] = severities
    if report.register is not None:
        out["register"]["sequence"] = list(report.register.sequence)
    if report.document is not None:
        out["metadata"] = metadata(report.document, report.name, paths)
        prose = [segment.prose for segment in report.document.segments]
        out["words"] = sum(len(text.split()) for text in prose)
        out["characters"] = sum(map(len, prose))
        if with_text:
            out["blocks"] = list(_blocks(report, report.document, out["characters"] > LONGEST))
    return out


def line(record: Mapping[str, Any]) -> bytes:
    """The record as a line of UTF-8; a lone surrogate is written as its escape."""
    try:
        return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(record, separators=(",", ":")).encode() + b"\n"


def _blocks(report: Report, document: Document, only_parts: bool) -> Iterator[list[Any] | None]:
    segments = document.segments
    starts = [segment.start for segment in segments]
    marks: dict[int, list[tuple[int, int, int]]] = {}
    for number, found in enumerate(report.findings):
        first = max(0, bisect_right(starts, found.place.start) - 1)
        for which in range(first, len(segments)):
            segment = segments[which]
            if segment.start > found.place.start and segment.start >= found.place.end:
                break
            start, end = found.place.start - segment.start, found.place.end - segment.start
            if end >= 0 and start <= len(segment.target):
                marks.setdefault(which, []).append((max(0, start), min(end, len(segment.target)), number))
    left_out = False
    for which, segment in enumerate(segments):
        if only_parts and not {which - 1, which, which + 1} & marks.keys():
            left_out = True
            continue
        if left_out:
            yield None
            left_out = False
        yield [segment.key, segment.kind, segment.level, *_shown(segment, marks.get(which, []))]
    if left_out:
        yield None


def _shown(segment: Segment, marks: list[tuple[int, int, int]]) -> tuple[str, list[list[int]]]:
    """The prose of a segment, and the marks in it."""
    pieces = [piece for piece in segment.pieces() if piece.end > piece.start]
    raw, shown, length = [], [], 0
    for piece in pieces:
        raw.append(piece.start)
        shown.append(length)
        length += len(piece.text)

    def at(offset: int, is_end: bool) -> int:
        which = bisect_right(raw, offset - is_end) - 1
        if which < 0:
            return 0
        return shown[which] + min(offset - raw[which], len(pieces[which].text))

    text = "".join([piece.text for piece in pieces])
    placed = [[at(start, False), at(end, end > start), number] for start, end, number in marks]
    return text, sorted(placed, key=lambda mark: (mark[0], -mark[1]))
