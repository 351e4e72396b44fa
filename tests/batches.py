"""Reports for tests, made by the real code in this process."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any, NamedTuple

from mtaudit import readers
from mtaudit.batch import engines, journal, run, tasks, worker
from mtaudit.batch.figures import figures
from mtaudit.batch.reports import Material
from mtaudit.batch.tasks import Item
from mtaudit.configuration import Configuration

CLEAN = "두 나라는 새 항로를 열기로 했다. 배는 봄에 떠난다."
DATE = "배는 1년 2023월에 떠난다."
"""A sentence with one critical finding (DAT001 garbled-date)."""
SPACE = "두 나라는  새 다리를 연다."
"""A sentence with one minor finding (SPC006 double-space)."""


class Batch(NamedTuple):
    """A folder with a report, and the items that it is made of, each with the number of its records."""

    folder: Path
    items: list[tuple[Item, int | None]]

    @property
    def records(self) -> list[dict[str, Any]]:
        return [*journal.records(self.folder)]

    def material(self, **more: Any) -> Material:
        return Material(figures(journal.records(self.folder)), lambda: journal.records(self.folder), **more)


def audited(folder: Path, *paths: str | Path, values: dict[str, Any] | None = None, **orders: Any) -> Batch:
    """Audits files into a folder. ``values`` are those of a configuration, ``orders`` those of ``worker.Orders``."""
    given = worker.Orders(Configuration(values or {}), **orders)
    items = [*tasks.items(readers.expand([str(path) for path in paths]))]
    book = journal.Journal(folder, {"version": "0"})
    try:
        run.run(book, pickle.dumps(given), items, engines.here, lambda *_: None)
        return Batch(folder, [(item, book.count(item)) for item in items])
    finally:
        book.close()
