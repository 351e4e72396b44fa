"""WebVTT, the subtitles of the Web.

A cue's key is its identifier, else the time it begins at. Read are the texts of cues, whatever their settings; not the header,
notes, styles and regions. Tags are hidden, the reading of ruby (``<rt>``) with them; a voice (``<v Anna>``) is a speaker. A cue
ends at a blank line or at the time of the next. A file without the line ``WEBVTT`` is read, too, though no browser shows it.

Source: W3C, WebVTT: The Web Video Text Tracks Format.
"""

from __future__ import annotations

import re
from functools import cache

from mtaudit.document import Document, Segment
from mtaudit.errors import UnreadableInput
from mtaudit.readers.keys import Keys
from mtaudit.readers.subtitles import cues
from mtaudit.readers.tables.vocabulary import language

ESCAPED = {38: "&amp;", 60: "&lt;", 62: "&gt;"}
"""How the text of a cue is written."""
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_TIME = re.compile(r"[ \t]*(\d[^\s>-]*)[ \t]*-->[ \t]*\d")
_LANGUAGE = re.compile(r"[\r\n]Language:[ \t]*(\S+)")


@cache
def _marks() -> re.Pattern[str]:
    return cues.markup(
        r"(?P<voice><v(?:[ \t.][^<>]{0,300})?>)|(?P<hidden><rt(?:\.[^<>]{0,100})?>[^<]{0,200}(?:</rt>)?|</?[^<>]{0,300}>)"
        r"|(?P<entity>&(?!gt;&gt;)(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,31}\d{0,2});)"
    )


def read(text: str, name: str, encoding: str = "utf-8") -> Document:
    """The Document of a subtitle file. Raises UnreadableInput for a text without a header or a cue."""
    segments: list[Segment] = []
    keys = Keys()
    key, before, start, at = "", "", -1, 0

    def close(end: int) -> None:
        nonlocal start
        if start >= 0:
            segments.extend(cues.segments(text, start, end, len(segments), key, keys, _marks()))
        start = -1

    found = text.startswith("WEBVTT") or not text.strip()
    while at < len(text):
        m = _LINE.match(text, at)
        assert m is not None
        line = m[1]
        if "-->" in line and (time := _TIME.match(line)):
            close(at)
            found, key, start = True, before or time[1], m.end()
        elif not line.strip():
            close(at)
        before, at = (line.strip() if start < 0 and at else ""), m.end()
    close(len(text))
    if not found:
        raise UnreadableInput(f"{name} is no WebVTT file: it has neither the line WEBVTT nor the time of a cue")
    head = re.split(r"\r\n\r\n|\n\n|\r\r", text, maxsplit=1)[0]
    told = _LANGUAGE.search(head) if head.startswith("WEBVTT") else None
    lang = language(told[1]) if told else ""
    return Document(
        tuple(segments), name, text, "vtt", target_lang=lang or None, encoding=encoding, escaped={**ESCAPED, **cues.line_ends(text)}
    )
