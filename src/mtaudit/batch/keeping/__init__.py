"""Texts sorted by a condition: which are kept, which are dropped, and why.

The rows of JSON lines, Parquet, CSV and TSV go into tables of the same kind: ``kept.jsonl`` and ``dropped.jsonl`` where the
table is all that was audited, else ``kept/NAME`` and ``dropped/NAME``. All other texts (files; tables that are one text;
the rows of workbooks; tables of which nothing could be read) are listed by their names: ``kept.txt``, one a line, and
``dropped.csv`` with the reasons. Every row is in one of the two files; one without text is dropped. A name that holds a line
break, or begins with a quotation mark, is a JSON string.
"""

from __future__ import annotations

import csv
import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple, Protocol

from mtaudit.batch.cells import guarded
from mtaudit.batch.keeping.verdicts import Changed, Verdicts
from mtaudit.errors import BadSetting, UnreadableInput
from mtaudit.files import reason
from mtaudit.readers import format_of

if TYPE_CHECKING:
    from mtaudit.batch.condition import Condition
    from mtaudit.batch.tasks import Item

TABLES = frozenset({"jsonl", "parquet", "csv", "tsv"})
"""Formats whose rows are sorted into tables."""

Counted = Iterable[tuple["Item", int | None]]
"""Items in the order of the input, each with the number of its records; None for one that has changed since."""


class Kept(NamedTuple):
    """How many texts were ``kept`` and ``dropped``, and the ``files`` that hold them; ``tables`` are those of each table by its name."""

    kept: int
    dropped: int
    files: tuple[Path, ...]
    tables: dict[str, tuple[Path, Path]]


class _Sorter(Protocol):
    def sort(self, part: tuple[int, int] | None, verdicts: Verdicts) -> None: ...

    def close(self) -> None: ...


def write(
    folder: Path,
    condition: Condition,
    items: Callable[[], Counted],
    records: Iterable[dict[str, Any]],
    ui_lang: str = "en",
    encoding: str | None = None,
) -> Kept:
    """Sorts the texts of a run, whose ``records`` are in the order of the ``items``, into files of ``folder``.

    The files are there all together or not at all; those of an earlier run are replaced. ``encoding`` is that of the tables
    where it was told. Raises UnreadableInput where a table has changed since it was audited, BadSetting where the folder
    cannot be written.
    """
    try:
        beside = Path(tempfile.mkdtemp("", ".keeping-", folder))
        try:
            with _Folder(beside, folder, items(), condition, ui_lang, encoding) as out:
                lines = iter(records)
                for item, count in items():
                    if count is None:
                        raise Changed(item.name)
                    out.add(item, islice(lines, count))
            _replace(folder, beside)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise BadSetting(f"{folder} cannot hold what is kept: {reason(error)}") from None
    return Kept(out.kept, out.dropped, tuple(out.files), out.tables)


def _replace(folder: Path, beside: Path) -> None:
    for old in [*folder.glob("kept*"), *folder.glob("dropped*")]:
        if old.stem in ("kept", "dropped"):
            shutil.rmtree(old) if old.is_dir() else old.unlink()
    for new in sorted(beside.iterdir()):
        new.replace(folder / new.name)


class _Folder:
    """The files that are written, under ``beside``, one table at a time; ``files`` are where they will be."""

    def __init__(
        self, beside: Path, folder: Path, items: Counted, condition: Condition, ui_lang: str, encoding: str | None
    ) -> None:
        self._beside, self._folder = beside, folder
        self._condition, self._ui_lang, self._encoding = condition, ui_lang, encoding
        self.kept = self.dropped = 0
        self.files: list[Path] = []
        self.tables: dict[str, tuple[Path, Path]] = {}
        self._stack = ExitStack()
        self._lists: tuple[IO[str], Any] | None = None
        self._sorter: tuple[str, _Sorter] | None = None
        self._places = _places(items)

    def __enter__(self) -> _Folder:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        self._end_table()
        if kind is None and not self.tables:
            self._listed()
        self._stack.close()

    def add(self, item: Item, records: Iterator[dict[str, Any]]) -> None:
        """The records of an item."""
        if item.name not in self._places or item.error is not None:
            self._list(records)
            return
        verdicts = Verdicts(item.name, records, self._condition, self._ui_lang)
        if not verdicts.are_rows and item.part is None:
            self._list(verdicts.all_records())
            return
        if self._sorter is None or self._sorter[0] != item.name:
            self._end_table()
            self._sorter = item.name, self._begin(item)
        try:
            self._sorter[1].sort(item.part, verdicts)
        except Changed:
            raise
        except UnreadableInput:  # so it was when it was audited
            if not verdicts.ended:
                raise
        self.kept += verdicts.kept
        self.dropped += verdicts.dropped

    def _begin(self, item: Item) -> _Sorter:
        places = self._places[item.name]
        kept, dropped = [self._beside / place for place in places]
        kept.parent.mkdir(exist_ok=True)
        dropped.parent.mkdir(exist_ok=True)
        source, format = Path(item.path), format_of(item.name)
        sorter: _Sorter
        if format == "jsonl":
            from mtaudit.batch.keeping import jsonl

            sorter = jsonl.Sorter(source, item.name, self._encoding, kept, dropped)
        elif format == "parquet":
            from mtaudit.batch.keeping import parquet

            sorter = parquet.Sorter(source, item.name, kept, dropped)
        else:
            from mtaudit.batch.keeping import delimited

            sorter = delimited.Sorter(source, item.name, self._encoding, kept, dropped, format)
        self.tables[item.name] = (self._folder / places[0], self._folder / places[1])
        self.files += self.tables[item.name]
        return sorter

    def _end_table(self) -> None:
        if self._sorter is not None:
            self._sorter[1].close()
            self._sorter = None

    def _list(self, records: Iterable[dict[str, Any]]) -> None:
        kept, dropped = self._listed()
        for record in records:
            name = record["path"]
            shown = json.dumps(name) if len(name.splitlines()) > 1 or name.startswith('"') else name
            why = [message.in_language(self._ui_lang) for message in self._condition.reasons(record)]
            if why:
                dropped.writerow([guarded(shown), guarded("; ".join(why))])
                self.dropped += 1
            else:
                kept.write(f"{shown}\n")
                self.kept += 1

    def _listed(self) -> tuple[IO[str], Any]:
        if self._lists is None:
            kept, dropped = self._beside / "kept.txt", self._beside / "dropped.csv"
            lines = self._stack.enter_context(kept.open("w", encoding="utf-8", errors="surrogateescape", newline=""))
            table = self._stack.enter_context(dropped.open("w", encoding="utf-8-sig", newline=""))
            writer = csv.writer(table, lineterminator="\n")
            writer.writerow(["path", "reasons"])
            self._lists = lines, writer
            self.files += [self._folder / kept.name, self._folder / dropped.name]
        return self._lists


def _places(items: Counted) -> dict[str, tuple[str, str]]:
    """Where the rows of each table go, by its name: what is kept, and what is dropped."""
    names: dict[str, None] = {}
    others = 0
    for item, _ in items:
        if item.error is None and format_of(item.name) in TABLES:
            names[item.name] = None
        else:
            others += 1
    if len(names) == 1 and not others:
        suffix = Path(next(iter(names))).suffix
        return {next(iter(names)): (f"kept{suffix}", f"dropped{suffix}")}
    taken: set[str] = set()
    places = {}
    for name in names:
        path = Path(name)
        number, free = 1, path.name
        while free.casefold() in taken:
            number += 1
            free = f"{path.stem}.{number}{path.suffix}"
        taken.add(free.casefold())
        places[name] = (f"kept/{free}", f"dropped/{free}")
    return places
