"""Rows that are the segments of one text: a translator's table.

It is shown as a text in which the line ``n`` is the cell of the text in the row ``n``, and nothing else: line and column of a
finding are row and place in the cell. A break or a tab inside a cell is an Escape.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtaudit.document import Document, Escape, Segment
from mtaudit.errors import UnreadableInput
from mtaudit.readers.lines import stops

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mtaudit.readers.tables.columns import Roles
    from mtaudit.readers.tables.rows import Row

_MOST = 1 << 18
_LAST = 1 << 20
"""Rows of a text, and the number of the last: a sheet has no more."""
_SHORT = 50
"""Code points: a longer cell is no label."""
_BREAK = re.compile(r"\r\n|[\r\n]")


def check_size(rows: Sequence[Row], row: Row, name: str) -> None:
    """Raises UnreadableInput where one more row is more than one text can hold."""
    if len(rows) >= _MOST or row.number > _LAST:
        raise UnreadableInput(f"{name} has too many rows for one text ({_MOST:,}); make them texts of their own (--rows documents)")


def document(rows: Sequence[Row], roles: Roles, name: str, sheet: str, format: str) -> Document:
    """The Document of the rows of a table or a sheet. An empty cell is no segment, unless its source says something."""
    lines: list[str] = []
    segments: list[Segment] = []
    start = 0
    for row in rows:
        cell = row.cells.get(roles.text, "")
        bare = cell.strip()
        source = row.cells.get(roles.source, "").strip() if roles.source else ""
        if not bare and not source:
            continue
        blank = row.number - 1 - len(lines)
        lines += [""] * blank
        start += blank
        target, escapes = _shown(cell)
        lines.append(target)
        segments.append(
            Segment(
                len(segments),
                target,
                "body" if len(bare or source) > _SHORT or stops(bare or source) else "cell",
                start,
                f"{sheet}!{roles.text}{row.number}" if sheet else f"row {row.number}",
                source or None,
                escapes=escapes,
            )
        )
        start += len(target) + 1
    return Document(tuple(segments), name, "\n".join(lines), format, target_lang=roles.target_lang, source_lang=roles.source_lang)


def _shown(cell: str) -> tuple[str, tuple[Escape, ...]]:
    """A cell in one line, and what stands there for a break."""
    if not any(char in cell for char in "\r\n"):
        return cell, ()
    shown: list[str] = []
    escapes = []
    done = at = 0
    for m in _BREAK.finditer(cell):
        shown += [cell[done : m.start()], "\u2028"]
        at += m.start() - done + 1
        escapes.append(Escape(at - 1, at, "\n"))
        done = m.end()
    return "".join([*shown, cell[done:]]), tuple(escapes)
