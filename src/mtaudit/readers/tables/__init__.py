"""Tables to Documents: each row a text of its own, or all rows the segments of one.

A module of this folder makes Rows of the bytes of a format. Here the columns are found and the rows become Documents, one
after the other, so that a table may be larger than memory. All of it follows from the beginning of the table and from the row
itself: a part of a table gives the same Documents as the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, groupby
from operator import attrgetter
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from mtaudit.errors import UnreadableInput
from mtaudit.readers.tables import columns, headings
from mtaudit.readers.tables.columns import NoText, Roles
from mtaudit.readers.tables.rows import SAMPLE, Row

if TYPE_CHECKING:
    from pathlib import Path

    from mtaudit.document import Document
    from mtaudit.readers import Columns

SHEETS = frozenset({"csv", "tsv", "xlsx"})
"""Formats whose rows are cells, and whose headings, if there are any, are a row like the others."""
_SAMPLE_SIZE = 1 << 22
"""Code points of the sample: rows may be books."""
_SENTENCES = 500
"""Half of the texts of a translator's table are no longer (code points); those of a table of articles are."""


class BadRow(UnreadableInput):
    """A row that cannot be read, where the others can. ``name`` is what its Document would be called."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(why)
        self.name = name

    def __reduce__(self) -> tuple[type[BadRow], tuple[str, str]]:
        return BadRow, (self.name, str(self))


class _Table(NamedTuple):
    """A table or a sheet whose columns are known. ``head`` is the number of the row of headings, before which there is no data (-1
    where there is none), ``width`` how many cells it has (None: any)."""

    file: str
    sheet: str
    roles: Roles
    head: int
    width: int | None
    by_id: bool

    def name(self, row: Row) -> str:
        """What the Document of a row is called: by the id that the row has, or by its number."""
        known = _label(row.cells.get(self.roles.metadata.get("id", ""), "")) if self.by_id else ""
        number = f"{self.sheet}!{row.number}" if self.sheet else f"row {row.number}" if self.by_id else str(row.number)
        return f"{self.file}#{known or number}"

    def error(self, row: Row) -> str:
        if row.error or self.width is None or not any([*row.cells.values()][self.width :]):
            return row.error
        return f"it has {len(row.cells)} cells and there are {self.width} headings; perhaps a cell with a delimiter is not quoted"


def documents(rows: Iterator[Row], name: str, format: str, wanted: Columns) -> Iterator[Document | BadRow]:
    """The Documents of a table that is called ``name``.

    Rows are texts of their own, called ``name#id`` or, where rows have no id, ``name#number``; or segments of one text, for each
    sheet. ``auto`` makes segments of the sheets of translators: those with a column of sources and texts as long as
    sentences. A row that cannot be read is not raised but yielded, so that the others are still read. Raises
    UnreadableInput where no column is the text, or it is not clear which.
    """
    missing: UnreadableInput | None = None
    found = False
    for sheet, held in groupby(rows, attrgetter("sheet")):
        where = f"{name}, sheet {sheet!r}," if sheet else name
        sample, rest = _sample(held)
        try:
            table = _table(sample, name, sheet, where, format, wanted)
        except NoText as error:
            missing = missing or error
            continue
        found = True
        data = (row for row in chain(sample, rest) if not row.outside and row.number > table.head)
        if _are_segments(sample, table, format, wanted.rows):
            from mtaudit.readers.tables import segments

            good: list[Row] = []
            for row in data:
                if why := table.error(row):
                    yield _bad(table, row, why)
                else:
                    segments.check_size(good, row, name)
                    good.append(row)
            yield segments.document(good, table.roles, f"{name}#{sheet}" if sheet else name, sheet, format)
        else:
            from mtaudit.readers.tables import texts

            for row in data:
                why = table.error(row)
                yield _bad(table, row, why) if why else texts.document(row, table.roles, table.name(row))
    if not found:
        raise missing or UnreadableInput(f"{name} holds no rows")


def parts(path: str | Path, format: str, size: int = 1 << 26) -> list[tuple[int, int] | None]:
    """How a table is cut into parts of about ``size`` bytes that are read apart from one another (``Reading.part``).

    JSONL is cut between lines, by bytes, and Parquet between its row groups; None is the whole table, which other formats
    and small tables are. Only where ``Columns.rows`` is not ``segments``. Raises UnreadableInput.
    """
    if format == "jsonl":
        from mtaudit.readers.tables import jsonl

        return jsonl.parts(path, size)
    if format == "parquet":
        from mtaudit.readers.tables import parquet

        return parquet.parts(path, size)
    return [None]


def _sample(rows: Iterator[Row]) -> tuple[list[Row], Iterator[Row]]:
    """Rows from the beginning of the table, and the rows after them."""
    sample: list[Row] = []
    size = 0
    for row in rows:
        if sample and row.outside != sample[0].outside:
            return sample, chain([row], rows)
        sample.append(row)
        size += sum(map(len, row.cells.values()))
        if len(sample) == SAMPLE or size > _SAMPLE_SIZE:
            break
    return sample, rows


def _table(sample: list[Row], file: str, sheet: str, where: str, format: str, wanted: Columns) -> _Table:
    good = [row for row in sample if not row.error and row.cells]
    if not good:
        bad = next((row for row in sample if row.error), None)
        raise UnreadableInput(f"{where}:{bad.number}: {bad.error}") if bad else NoText(f"{where} holds no rows")
    cells = [row.cells for row in good]
    head = headings.find(cells, wanted) if format in SHEETS else None
    below = cells if head is None else cells[head + 1 :]
    names = dict.fromkeys(chain.from_iterable(cells if head is None else [cells[head], *below]))
    named = {column: column if head is None else cells[head].get(column, column).strip() for column in _ordered(names, format)}
    roles = columns.find(named, below, wanted, where, good[0].hidden)
    ids = [label for row in below if (label := _label(row.get(roles.metadata.get("id", ""), "")))]
    return _Table(
        file,
        sheet,
        roles,
        -1 if head is None else good[head].number,
        len(cells[head]) if head is not None and format != "xlsx" else None,
        len(ids) * 2 > len(below) and len(set(ids)) == len(ids),
    )


def _ordered(names: dict[str, None], format: str) -> list[str]:
    return sorted(names, key=lambda name: (len(name), name)) if format in SHEETS else [*names]


def _are_segments(sample: list[Row], table: _Table, format: str, rows: str) -> bool:
    if rows != "auto":
        return rows == "segments"
    lengths = [len(text) for row in sample if row.number > table.head and (text := row.cells.get(table.roles.text))]
    return table.roles.source is not None and format in SHEETS and bool(lengths) and median(lengths) <= _SENTENCES


def _label(cell: str) -> str:
    """A cell that can stand in a name."""
    bare = cell.strip()
    return bare if len(bare) <= 100 and bare.isprintable() else ""


def _bad(table: _Table, row: Row, why: str) -> BadRow:
    place = f"{table.sheet}!{row.number}" if table.sheet else str(row.number)
    return BadRow(table.name(row), f"{table.file}:{place}: {why}")
