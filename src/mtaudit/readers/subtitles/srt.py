"""SRT, the subtitles of SubRip.

The format has no standard; read is what players read. A line with ``-->`` between figures is the time of a cue, whatever it
looks like otherwise; a number alone on the line before is its key, else the time it begins at. The text goes on to the next
cue, over blank lines that somebody put in, and where the blank line between two cues is missing. Tags (``<i>``,
``<font …>``) and the codes of other formats (``{\\an8}``, ``{y:i}``) are hidden.
"""

from __future__ import annotations

import re
from functools import cache

from mtaudit.document import Document, Segment
from mtaudit.errors import UnreadableInput
from mtaudit.readers.keys import Keys
from mtaudit.readers.subtitles import cues

_TIME = re.compile(
    r"(?:^|(?<=\r)(?!\n))(?:[ \t]*(?P<number>\d+)(?:[ \t]*(?:\r\n|\r|\n)){1,3})?[ \t]*(?P<begin>\d[^\s>-]*)[^\S\r\n]*-{1,2}>[^\S\r\n]*\d[^\r\n]*",
    re.M,
)


@cache
def _marks() -> re.Pattern[str]:
    return cues.markup(
        r"(?P<hidden></?(?:i|b|u|s|font|span|c|v|em|strong|ruby|rt)(?:[ .=][^<>\r\n]{0,200})?/?>|\{\\[^{}\r\n]{0,300}\}|\{[a-zA-Z]:[^{}\r\n]{0,60}\})"
    )


def read(text: str, name: str, encoding: str = "utf-8") -> Document:
    """The Document of a subtitle file. Raises UnreadableInput for a text without a single cue."""
    segments: list[Segment] = []
    keys = Keys()
    times = [*_TIME.finditer(text)]
    if not times and text.strip():
        raise UnreadableInput(f"{name} is no subtitle file: it has no line with the times of a cue (00:00:01,000 --> 00:00:02,000)")
    ends = [*(m.start() for m in times), len(text)][1:]
    for m, end in zip(times, ends, strict=True):
        segments += cues.segments(text, m.end(), end, len(segments), m["number"] or m["begin"], keys, _marks())
    return Document(tuple(segments), name, text, "srt", encoding=encoding, escaped=cues.line_ends(text))
