"""Cells between tabs (TSV). Spreadsheets quote them as in CSV; corpora do not, and a quotation mark there is a character."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from mtaudit.readers.tables.csv import records, text_lines
from mtaudit.readers.tables.rows import SAMPLE, Row

if TYPE_CHECKING:
    from typing import BinaryIO


def rows(file: BinaryIO, name: str, encoding: str | None, part: tuple[int, int] | None = None) -> Iterator[Row]:
    """The rows of a text whose cells are separated by tabs. It is never cut, so ``part`` is None.

    Raises UnreadableInput for what is no text.
    """
    lines = text_lines(file, name, encoding)
    head = [*islice(lines, SAMPLE)]
    yield from records(chain(head, lines), "\t", _are_quoted(head))


def _are_quoted(lines: list[str]) -> bool:
    """Whether the quotation marks of the first lines fit and are for something: a tab, a break or a mark inside, or all have them."""
    if lines and lines[0].startswith('"') and all(cell[:1] == cell[-1:] == '"' for cell in lines[0].rstrip("\r\n").split("\t")):
        return True
    if not any(line.startswith('"') or '\t"' in line for line in lines):
        return False
    needed = False
    try:
        for cells in csv.reader(lines, delimiter="\t", strict=True):
            needed = needed or any(char in cell for cell in cells for char in '\t\r\n"')
    except csv.Error as error:
        return needed and "end of data" in str(error)
    return needed
