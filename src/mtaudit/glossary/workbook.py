"""XLSX by openpyxl: the first sheet with a header that is recognised, else the first sheet.

A formula is not evaluated: its cell counts with the value that the spreadsheet stored. What is written is text, whatever
it begins with.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mtaudit.errors import UnreadableInput
from mtaudit.glossary import Glossary
from mtaudit.glossary.columns import recognised
from mtaudit.glossary.tables import Row, rows

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

_LARGEST = 1 << 29
"""Bytes of an unpacked workbook: more is a trap, or no glossary."""
_TITLES = 10
"""A header may stand below a title, in one of the first rows."""


def read(data: bytes, where: str) -> Iterator[Row]:
    """The rows of the sheet, from its header on, all as wide as the header.

    Raises UnreadableInput for what is no workbook.
    """
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            size = sum(part.file_size for part in packed.infolist())
        if size > _LARGEST:
            raise UnreadableInput(f"{where} unpacks to {size >> 20} MB, too much for a glossary")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = [list(_rows(sheet)) for sheet in book.worksheets]
    except UnreadableInput:
        raise
    except Exception as error:  # openpyxl tells a broken file by exceptions of a dozen kinds
        raise UnreadableInput(f"{where} is no readable workbook (XLSX): {type(error).__name__}") from error
    for sheet in sheets:
        for number, row in enumerate(sheet[:_TITLES]):
            cells = _trimmed(row.cells)
            if recognised(cells):
                return iter([_as_wide(below, len(cells)) for below in sheet[number:]])
    first = next(iter(sheets), [])
    width = len(_trimmed(first[0].cells)) if first else 0
    return iter([_as_wide(row, width) for row in first])


def _rows(sheet: ReadOnlyWorksheet) -> Iterator[Row]:
    sheet.reset_dimensions()  # the file may state too small a size
    for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
        cells = [_text(value) for value in values]
        if any(cells):
            yield Row(number, cells)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _trimmed(cells: Any) -> list[str]:
    """Without the empty cells at the end."""
    kept = list(cells)
    while kept and not kept[-1].strip():
        kept.pop()
    return kept


def _as_wide(row: Row, width: int) -> Row:
    """As many cells as the header; more stay where they hold something, to be complained of."""
    cells = _trimmed(row.cells)
    return Row(row.line, [*cells, *[""] * (width - len(cells))])


def write(glossary: Glossary) -> bytes:
    """mtaudit's own table on one sheet, every cell a text."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("glossary")
    sheet.freeze_panes = "A2"
    for row in rows(glossary):
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, text)
            cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
