"""A row that is a text of its own: its cell is read as the plain text, the Markdown or the HTML that it is."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from mtaudit.errors import UnreadableInput
from mtaudit.readers.formats import FORMATS

if TYPE_CHECKING:
    from mtaudit.document import Document, Segment
    from mtaudit.readers.tables.columns import Roles
    from mtaudit.readers.tables.rows import Row

_LONGEST = 300
"""Code points of a cell that says something of the text; a longer one is a text itself."""


def document(row: Row, roles: Roles, name: str) -> Document:
    """The Document of a row, whose text is the cell of the text as it stands there."""
    text = row.cells.get(roles.text, "")
    read = _read(text, name)
    cells = {role: row.cells.get(column, "").strip() for role, column in roles.metadata.items()}
    metadata = {role: " ".join(cell.split()) for role, cell in cells.items() if 0 < len(cell) <= _LONGEST}
    target, source = roles.languages(row.cells)
    written = row.cells.get(roles.source, "") if roles.source else ""
    return replace(
        read,
        segments=_with_source(read, written) if written.strip() else read.segments,
        target_lang=read.target_lang or target,
        source_lang=read.source_lang or source,
        metadata={**read.metadata, **metadata, "row": str(row.number)},
    )


def _read(text: str, name: str) -> Document:
    return import_module(f"mtaudit.readers.{FORMATS[_format(text)].module}").read(text, name, "utf-8")  # type: ignore[no-any-return]


def _format(text: str) -> str:
    """Plain text, unless there is markup that no plain text has."""
    if "</" in text and len(_html().findall(text)) > 1:
        return "html"
    return "markdown" if any(sign in text for sign in ("](", "# ", "```", "**")) and _markdown().search(text) else "text"


@cache
def _html() -> re.Pattern[str]:
    return re.compile(r"</?(?:p|div|br|h[1-6]|ul|ol|li|table|figure|article|section|html|body|blockquote)\b[^<>]*>", re.IGNORECASE)


@cache
def _markdown() -> re.Pattern[str]:
    """A link or a picture, a fence, a heading of the second order or below, two headings of the first, strong words."""
    return re.compile(
        r"\[[^\]\n]*\]\((?:https?:|/|#|\.)[^)\n]*\)|^ {0,3}```|^ {0,3}#{2,6} \S|^ {0,3}# \S[^\n]*\n(?s:.*)^ {0,3}# \S|\*\*[^\s*][^*\n]*\*\*",
        re.MULTILINE,
    )


def _with_source(read: Document, written: str) -> tuple[Segment, ...]:
    """The segments with their sources, as far as the source has as many paragraphs."""
    if len(read.segments) == 1:
        return (read.segments[0]._replace(source=written.strip()),)
    from mtaudit.readers.pairs import paired

    try:
        sources = paired(read, _read(written, "source"))
    except UnreadableInput:
        return read.segments
    return tuple([segment._replace(source=source) for segment, source in zip(read.segments, sources, strict=True)])
