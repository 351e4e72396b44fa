"""XLSX by openpyxl, read row by row. A formula counts with the value that the spreadsheet stored; macros are never looked at."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any

from mtaudit.errors import UnreadableInput
from mtaudit.readers.office import archive
from mtaudit.readers.tables.rows import Row, letter

if TYPE_CHECKING:
    from typing import BinaryIO

_SHEETS, _OTHERS = 1 << 30, 1 << 28
"""Bytes of all sheets when unpacked, which are read row by row, and of all else, which is held in memory."""
_SHEET_RATIO, _RATIO, _SMALL = 300, 50, 1 << 24
"""How many times smaller a sheet and another file may be packed that unpacks to more than ``_SMALL`` bytes. Texts pack 10 times smaller."""
_LAST = 1 << 20
"""The last row that a sheet can have (ECMA-376 sets no limit, Excel does)."""
_AT_ONCE = 500
_ERRORS = frozenset("#N/A #REF! #NAME? #VALUE! #DIV/0! #NUM! #NULL! #GETTING_DATA #SPILL! #CALC! #FIELD! #BLOCKED!".split())
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
"""How a workbook writes what XML cannot hold (ECMA-376, part 1, ST_Xstring)."""


def rows(file: BinaryIO, name: str, encoding: str | None, part: tuple[int, int] | None = None) -> Iterator[Row]:
    """The rows of the sheets that are not hidden, one sheet after the other. A workbook is never cut, so ``part`` is None.

    Raises UnreadableInput for what is no workbook, is encrypted, or is a trap.
    """
    from openpyxl import load_workbook

    data = file.read()
    _check(data, name)
    try:
        with _quiet():
            book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
            sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        for sheet in sheets:
            yield from _rows(sheet, name)
    except UnreadableInput:
        raise
    except Exception as error:  # openpyxl tells a broken file by exceptions of a dozen kinds
        raise UnreadableInput(f"{name} is no readable workbook (XLSX): {type(error).__name__}") from error


def _quiet() -> warnings.catch_warnings[None]:
    """openpyxl warns of what it does not write again."""
    return warnings.catch_warnings(action="ignore")


def _check(data: bytes, name: str) -> None:
    archive.opened(data, name)
    left = {True: _SHEETS, False: _OTHERS}
    for member in zipfile.ZipFile(BytesIO(data)).infolist():
        is_sheet = "/worksheets/" in member.filename
        left[is_sheet] -= member.file_size
        ratio = _SHEET_RATIO if is_sheet else _RATIO
        if left[is_sheet] < 0 or (member.file_size > _SMALL and member.file_size > ratio * member.compress_size):
            raise UnreadableInput(f"{name} unpacks to too much for a workbook: {member.filename} has {member.file_size >> 20:,} MB")


def _rows(sheet: Any, name: str) -> Iterator[Row]:
    hidden = _hidden(sheet)
    sheet.reset_dimensions()  # the file may state too small a size
    values = enumerate(sheet.iter_rows(values_only=True), 1)
    letters: list[str] = []
    while True:
        with _quiet():
            held = [*islice(values, _AT_ONCE)]
        if not held:
            return
        for number, cells in held:
            if number > _LAST:
                raise UnreadableInput(f"{name} has a sheet of more than {_LAST:,} rows")
            while len(letters) < len(cells):
                letters.append(letter(len(letters)))
            texts = {
                column: text for column, cell in zip(letters, cells, strict=False) if cell is not None and (text := _text(cell))
            }
            if texts:
                yield Row(number, texts, sheet.title, hidden=hidden)


def _hidden(sheet: Any) -> frozenset[str]:
    """The letters of the columns that are hidden, which stand before the rows."""
    from openpyxl.xml.functions import iterparse

    hidden: list[str] = []
    with sheet._get_source() as source:
        for event, element in iterparse(source, events=("start", "end")):
            tag = element.tag.rpartition("}")[2]
            if event == "start" and tag == "sheetData":
                break
            if event == "end" and tag == "col" and element.get("hidden") in ("1", "true"):
                hidden += map(letter, range(int(element.get("min")) - 1, min(int(element.get("max")), 1 << 14)))
    return frozenset(hidden)


def _text(value: Any) -> str:
    """A cell as it would be written; blank ones and errors of formulas are empty."""
    if isinstance(value, str):
        text = _ESCAPED.sub(lambda m: chr(int(m[1], 16)), value) if "_x" in value else value
        return "" if text.isspace() or text in _ERRORS else text
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
