"""Rows of CSV and TSV that are kept, and those that are dropped, with a first column of their reasons.

The cells are those of the table, written in UTF-8 between the same delimiters, and quoted where it is needed, but in a TSV in
which quotation marks are characters. Rows above the first text (headings, titles) go to both files. A row that could
not be read has no cells: its reason says where it is.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import chain, islice, takewhile
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from mtaudit.batch.cells import fit
from mtaudit.files import opened
from mtaudit.readers.tables import csv as delimited
from mtaudit.readers.tables import tsv
from mtaudit.readers.tables.rows import SAMPLE, Row

if TYPE_CHECKING:
    from mtaudit.batch.keeping.verdicts import Verdicts

_DIALECTS = {"csv": ((",", True), ("\t", True), (";", True), ("|", True)), "tsv": (("\t", False), ("\t", True))}
"""Delimiters, and whether cells are quoted."""


class Sorter:
    """A delimited text, and the two that its rows go to."""

    def __init__(self, source: Path, name: str, encoding: str | None, kept: Path, dropped: Path, format: str) -> None:
        with ExitStack() as stack:
            file = stack.enter_context(opened(source))
            mark = file.read(3) == b"\xef\xbb\xbf"
            file.seek(0)
            rows = (tsv if format == "tsv" else delimited).rows(file, name, encoding)
            sample = [*islice(rows, SAMPLE)]
            dialect = _dialect(source, name, encoding, format, sample)
            self._rows = chain(sample, rows)
            self._kept = _Writer(stack.enter_context(_to(kept, mark)), *dialect)
            self._dropped = _Writer(stack.enter_context(_to(dropped, mark)), *dialect)
            self._open = stack.pop_all()

    def sort(self, part: tuple[int, int] | None, verdicts: Verdicts) -> None:
        """All rows. Raises Changed where they are not those of the records."""
        first = verdicts.first or 2
        head: list[Row] = []
        in_head = True
        for row in self._rows:
            if in_head and row.number < first:
                head.append(row)
                continue
            if in_head:
                self._above(head)
                in_head = False
            why = verdicts.take(row.number)
            if why:
                self._dropped.write([" ".join(fit("; ".join(why)).split()), *row.cells.values()])
            else:
                self._kept.write([*row.cells.values()])
        if in_head:
            self._above(head)
        verdicts.end()

    def close(self) -> None:
        self._open.close()

    def _above(self, head: list[Row]) -> None:
        for row in head:
            cells = [*row.cells.values()]
            heading = "reasons"
            while heading in cells:
                heading += "_"
            self._kept.write(cells)
            self._dropped.write([heading if row is head[-1] else "", *cells])


class _Writer:
    def __init__(self, out: IO[str], delimiter: str, quoted: bool) -> None:
        self._out, self._delimiter = out, delimiter
        self._csv: Any = csv.writer(out, delimiter=delimiter, lineterminator="\n") if quoted else None

    def write(self, cells: list[str]) -> None:
        if self._csv is not None:
            self._csv.writerow(cells)
        else:
            self._out.write(self._delimiter.join(cells) + "\n")


def _to(path: Path, mark: bool) -> IO[str]:
    """A file that gets undecodable bytes back as they were."""
    return path.open("w", encoding="utf-8-sig" if mark else "utf-8", errors="surrogateescape", newline="")


def _dialect(source: Path, name: str, encoding: str | None, format: str, sample: list[Row]) -> tuple[str, bool]:
    """The first dialect in which the beginning of the file has the cells that the reader found."""
    wanted = [[*row.cells.values()] for row in takewhile(lambda row: not row.error, sample)]
    with opened(source) as file:
        lines = [*islice(delimited.text_lines(file, name, encoding), 20 * SAMPLE)]
    for delimiter, quoted in _DIALECTS[format]:
        for first in (0, 1):  # the first line may tell the delimiter
            if [*islice(_cells(lines[first:], delimiter, quoted), len(wanted))] == wanted:
                return delimiter, quoted
    return _DIALECTS[format][0]


def _cells(lines: list[str], delimiter: str, quoted: bool) -> Iterator[list[str]]:
    return ([*row.cells.values()] for row in delimited.records(lines, delimiter, quoted))
