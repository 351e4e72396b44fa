"""What the tables of all formats are made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

SAMPLE = 100
"""So many rows from the beginning of a table tell what its columns are."""
LONGEST = 1 << 24
"""No cell of a text is longer (code points); one that is comes of a quotation mark or a line that nobody closed."""


class Row(NamedTuple):
    """A row: its cells as text, by heading, or by letter (``A``, ``B``) where headings are yet to be found. Empty cells may be absent.

    ``number`` counts from 1: the lines of a file of JSON (but see ``jsonl``), the rows of a sheet or of a file of delimited
    cells with all headings and blank rows, the rows of a Parquet file without headings. ``error`` says why a row cannot be
    read. ``outside`` marks the rows from the beginning of the table that come before those of a part of it, to show its
    columns and no more. ``hidden`` are the letters of the columns that the sheet hides.
    """

    number: int
    cells: Mapping[str, str]
    sheet: str = ""
    error: str = ""
    outside: bool = False
    hidden: frozenset[str] = frozenset()


def letter(number: int) -> str:
    """What a spreadsheet calls its column ``number`` (from 0): A, B … Z, AA …"""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def flattened(value: object, name: str = "", depth: int = 0) -> dict[str, str]:
    """The texts of a value of JSON or Parquet, by key; keys of nested objects are joined by dots (``translation.ko``).

    The texts of a list are lines of one text. Lists of anything else, and what is nested more than eight deep, are no cells.
    """
    if isinstance(value, dict):
        if depth == 8:
            return {}
        cells: dict[str, str] = {}
        for key, inner in value.items():
            where = f"{name}.{key}" if name else str(key)
            if isinstance(inner, str):
                cells[where] = inner
            elif inner is not None:
                cells.update(flattened(inner, where, depth + 1))
        return cells
    if isinstance(value, list):
        texts = [text for text in value if isinstance(text, str)]
        return {name: "\n".join(texts)} if texts and len(texts) == len(value) else {}
    if isinstance(value, bool):
        return {name: "true" if value else "false"}
    return {} if value is None else {name: str(value)}
