"""CSV for spreadsheets and programs: ``documents.csv``, a line a text, and ``findings.csv``, a line a finding.

The columns are called in English whatever the language; messages are in that of the user. UTF-8 with the mark that Excel
needs; a text that would be a formula has an apostrophe before it.
"""

from __future__ import annotations

import csv
import os
from contextlib import ExitStack
from typing import IO, TYPE_CHECKING, Any

from mtaudit.batch.cells import guarded
from mtaudit.batch.reports import columns

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mtaudit.batch.reports import Material
    from mtaudit.batch.reports.columns import Column, Value

DOCUMENTS, FINDINGS = "documents.csv", "findings.csv"


def write(folder: Path, report: Material, ui_lang: str) -> list[Path]:
    """Writes both, whole or not at all, in the order of the input."""
    change_of = columns.changes(report)
    compared = report.comparison is not None
    paths = [folder / DOCUMENTS, folder / FINDINGS]
    beside = [path.with_name(f".{path.name}.{os.getpid()}") for path in paths]
    try:
        with ExitStack() as stack:
            out = [stack.enter_context(path.open("w", encoding="utf-8-sig", newline="")) for path in beside]
            documents = _Table(out[0], columns.DOCUMENTS + (columns.DOCUMENT_CHANGES if compared else ()))
            findings = _Table(out[1], columns.FINDINGS + (columns.FINDING_CHANGES if compared else ()))
            for record in report.records():
                change = change_of(record)
                documents.add(columns.document(record, change, ui_lang))
                for cells in columns.findings(record, change, ui_lang):
                    findings.add(cells)
        for here, path in zip(beside, paths, strict=True):
            here.replace(path)
    finally:
        for here in beside:
            here.unlink(missing_ok=True)
    return paths


class _Table:
    def __init__(self, out: IO[str], wanted: Sequence[Column]) -> None:
        self._names = [column.name for column in wanted]
        self._writer: Any = csv.writer(out, lineterminator="\n")
        self._writer.writerow(self._names)

    def add(self, cells: dict[str, Value]) -> None:
        self._writer.writerow([_cell(cells.get(name)) for name in self._names])


def _cell(value: Value) -> Value:
    return guarded(value) if isinstance(value, str) else round(value, 4) if isinstance(value, float) else value
