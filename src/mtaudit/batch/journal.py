"""What is done, on disk: a line for each document, and which bytes of these lines belong to which item.

``documents.jsonl`` holds the records, ``progress.sqlite`` where in it the lines of each finished item are. An item is noted after
its lines are written: what stands behind the last noted byte was being written when a run was killed, and is cut off by the
next. In the end the lines are in the order of the input, without those of files that have changed or are gone.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from mtaudit.errors import BadSetting, UnreadableInput
from mtaudit.files import reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mtaudit.batch.tasks import Item
    from mtaudit.batch.worker import Answer

DOCUMENTS = "documents.jsonl"
PROGRESS = "progress.sqlite"
MANIFEST = "manifest.json"
SCHEMA = "mtaudit-batch/1"

_TABLES = """
create table if not exists items (
  key blob primary key, stamp text, place integer, run integer, documents integer, start integer, end integer, read integer
) without rowid;
create table if not exists state (run integer, renaming integer);
insert into state select 0, 0 where not exists (select * from state);
update state set run = run + 1;
"""


class Journal:
    """The folder of a batch, open for one run."""

    def __init__(self, folder: Path, made_by: Mapping[str, Any], restart: bool = False) -> None:
        """``made_by`` tells a reader how the report was made.

        Raises BadSetting for a folder that holds something else, and for one that another run writes into.
        """
        self.folder = folder
        manifest = json.dumps({"schema": SCHEMA, "made_by": made_by}, indent=2).encode() + b"\n"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _claim(folder, manifest)
            with _told(folder):
                self._notes = _notes(folder / PROGRESS, restart)
                self._run, renaming = self._notes.execute("select run, renaming from state").fetchone()
                write(folder / MANIFEST, manifest)
                _clean(folder)
                if renaming:
                    self._renamed()
                self._lines = self._opened()
        except OSError as error:
            raise BadSetting(f"{folder} cannot hold a report: {reason(error)}") from None

    def _opened(self) -> BinaryIO:
        """The lines, to write after those that are noted; the others are cut off. Notes of lines that are no more are forgotten."""
        file = (self.folder / DOCUMENTS).open("ab")
        self._notes.execute("delete from items where end > ?", (file.tell(),))
        file.truncate(self._notes.execute("select coalesce(max(end), 0) from items").fetchone()[0])
        file.seek(0, os.SEEK_END)
        (self.folder / f".{DOCUMENTS}").unlink(missing_ok=True)
        return file

    def knows(self, item: Item, place: int) -> int | None:
        """How many documents a finished item holds; None for one that is to be audited, because it could not be read, too.

        ``place`` is its place in the input.
        """
        if item.error is not None:
            return None
        key = item.key
        with _told(self.folder):
            found = self._notes.execute("select stamp, documents from items where key = ? and read", (key,)).fetchone()
            if found is None or found[0] != item.stamp:
                return None
            self._notes.execute("update items set run = ?, place = ? where key = ?", (self._run, place, key))
        return int(found[1])

    def count(self, item: Item) -> int | None:
        """How many documents an item of this run holds; None where it has changed since."""
        found = self._notes.execute("select documents from items where key = ? and stamp = ?", (item.key, item.stamp)).fetchone()
        return None if found is None else int(found[0])

    def add(self, item: Item, place: int, answer: Answer) -> None:
        """A finished item, and the lines of its documents; where they are as they were, they stay where they are."""
        key, lines = item.key, answer.lines
        with _told(self.folder):
            start, end = self._notes.execute("select start, end from items where key = ?", (key,)).fetchone() or (0, 0)
            if not lines or end - start != len(lines) or self._at(start, end) != lines:
                start = self._lines.tell()
                self._lines.write(lines)
                self._lines.flush()
            row = (key, item.stamp, place, self._run, answer.documents, start, start + len(lines), answer.read)
            self._notes.execute("insert or replace into items values (?, ?, ?, ?, ?, ?, ?, ?)", row)

    def _at(self, start: int, end: int) -> bytes:
        with (self.folder / DOCUMENTS).open("rb") as file:
            file.seek(start)
            return file.read(end - start)

    def finish(self) -> None:
        """Puts the lines into the order of the input, if they are not, and leaves out what is no more."""
        with _told(self.folder):
            if self._in_order():
                return
            try:
                self._put_in_order()
            except BaseException:
                if self._notes.in_transaction:
                    (self.folder / f".{DOCUMENTS}").unlink(missing_ok=True)
                raise
            self._lines.close()
            self._renamed()
            self._lines = (self.folder / DOCUMENTS).open("ab")

    def _in_order(self) -> bool:
        end = 0
        ordered = self._notes.execute("select run, start, end from items order by run = ? desc, place", (self._run,))
        for run, start, stop in ordered:
            if run != self._run or start != end:
                return False
            end = stop
        return bool(end == self._lines.tell())

    def _put_in_order(self) -> None:
        """Writes the lines anew, beside the others, and notes it."""
        last = 0
        with (self.folder / DOCUMENTS).open("rb") as old, (self.folder / f".{DOCUMENTS}").open("wb") as new:
            self._notes.execute("begin")
            self._notes.execute("delete from items where run != ?", (self._run,))
            self._notes.execute("create index places on items (place)")
            for key, start, stop in self._items():
                old.seek(start)
                _copy(old, new, stop - start)
                self._notes.execute("update items set start = ?, end = ? where key = ?", (last, last + stop - start, key))
                last += stop - start
            new.flush()
            self._notes.execute("drop index places")
            self._notes.execute("update state set renaming = 1")
            self._notes.execute("commit")

    def _items(self) -> Iterator[tuple[bytes, int, int]]:
        """The items in the order of the input, a few at a time: they are changed in between."""
        place = -1
        query = "select place, key, start, end from items where place > ? order by place limit 1000"
        while found := self._notes.execute(query, (place,)).fetchall():
            yield from [row[1:] for row in found]
            place = found[-1][0]

    def _renamed(self) -> None:
        beside = self.folder / f".{DOCUMENTS}"
        if beside.exists():
            beside.replace(self.folder / DOCUMENTS)
        self._notes.execute("update state set renaming = 0")

    def close(self) -> None:
        with suppress(OSError):  # of a full disk, which was told
            self._lines.close()
        self._notes.close()


def _copy(old: Any, new: Any, size: int) -> None:
    while size:
        chunk = old.read(min(size, 1 << 20))
        new.write(chunk)
        size -= len(chunk)


def _claim(folder: Path, manifest: bytes) -> None:
    """Makes an empty folder one of ours. Raises BadSetting where it holds something else."""
    if (folder / MANIFEST).exists():
        try:
            read_manifest(folder)
        except UnreadableInput as error:
            raise BadSetting(str(error)) from None
    elif all(_is_rest(path) for path in folder.iterdir()):
        with suppress(FileNotFoundError):  # another run claims it, too, and cleans it
            write(folder / MANIFEST, manifest)
    elif not (folder / MANIFEST).exists():  # another run may just have claimed it
        raise BadSetting(f"{folder} holds files that are no report of mtaudit: choose an empty folder")


def _notes(path: Path, restart: bool) -> sqlite3.Connection:
    """The notes, which no other run has then."""
    notes = sqlite3.connect(path, isolation_level=None, timeout=0.2)
    try:
        notes.execute("pragma locking_mode = exclusive")
        notes.execute("pragma synchronous = off")
        notes.executescript(f"begin exclusive; {_TABLES} {'delete from items; update state set renaming = 0;' * restart} commit;")
    except BaseException as error:
        notes.close()
        if not restart or not isinstance(error, sqlite3.DatabaseError) or isinstance(error, sqlite3.OperationalError):
            raise
        for rest in ("", "-journal", "-wal"):  # they are damaged
            path.with_name(path.name + rest).unlink(missing_ok=True)
        return _notes(path, restart=False)
    return notes


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        busy = "locked" in str(error)
        why = "another run writes into it" if busy else f"{PROGRESS} cannot be written: {error}"
        raise BadSetting(f"{folder}: {why}") from None
    except sqlite3.DatabaseError as error:
        raise BadSetting(f"{folder / PROGRESS} is damaged ({error}): choose another folder, or --restart") from None


_REST = re.compile(r"\.(manifest\.json|(documents|findings)\.csv|report.*)\.\d+|\.keeping-\w+")
"""Names of files that were being written when a run was killed."""


def _is_rest(path: Path) -> bool:
    return _REST.fullmatch(path.name) is not None


def _clean(folder: Path) -> None:
    for path in filter(_is_rest, [*folder.iterdir()]):
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def write(path: Path, data: bytes) -> None:
    """A whole file, or none: it is written beside its place and moved there."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def read_manifest(folder: Path) -> dict[str, Any]:
    """Raises UnreadableInput where there is none."""
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        found = None
    if not isinstance(found, dict) or found.get("schema") != SCHEMA:
        raise UnreadableInput(f"{folder} holds no report of mtaudit")
    return found


def records(folder: Path) -> Iterator[dict[str, Any]]:
    """The records of a folder, one after the other. Raises UnreadableInput where there is none."""
    read_manifest(folder)
    try:
        with (folder / DOCUMENTS).open("rb") as file:
            for text in file:
                if text.endswith(b"\n"):
                    yield json.loads(text)
    except (OSError, ValueError) as error:
        raise UnreadableInput(f"{folder / DOCUMENTS} cannot be read: {error}") from None
