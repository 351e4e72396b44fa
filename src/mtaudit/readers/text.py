"""Plain text: a paragraph a line, or a block of hard-wrapped lines."""

from __future__ import annotations

import re

from mtaudit.document import Document, Segment

_LINE = re.compile(r"[^\r\n]+")


def read(text: str, name: str, encoding: str = "utf-8") -> Document:
    lines = (m for m in _LINE.finditer(text) if m[0].strip())
    return Document(
        tuple([Segment(i, m[0], "body", m.start(), str(i + 1)) for i, m in enumerate(lines)]), name, text, encoding=encoding
    )
