"""What has changed since an earlier run: findings that are new, fixed, or still there, and texts that came or went.

Findings are compared by their fingerprints, which stay when lines move; texts by their names. Where no text of this run has
the name of an earlier one, both are called by what follows the folder that all texts of their run are in (or the table,
where all are rows of one), so that ``drafts/a.txt`` is compared with ``final/a.txt``; nothing else is guessed. A text that
could not be read is none here: nothing in it is new or fixed, and one that could not be read earlier is added.

The findings of the earlier run are kept in a database beside the report while it is made: memory does not grow.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from mtaudit.batch import journal
from mtaudit.errors import BadSetting
from mtaudit.files import reason
from mtaudit.report import SEVERITIES, Message

_KEPT = ("code", "rule", "mqm", "severity", "messages", "location", "segment", "text", "fix")
"""What is kept of an earlier finding."""
_LONGEST = 500
"""Of a longer text of an earlier finding the beginning is kept (code points)."""
_VALUES = 20
"""So many values of a setting are told apart."""
_SHOWN = 80
"""Longer values of a setting are not shown (code points)."""
_TABLES = """
create table documents (id integer primary key, name blob, nth integer, seen integer default 0, unique (name, nth));
create table findings (document integer, fingerprint blob, data blob, primary key (document, fingerprint)) without rowid;
create table repeated (name blob, row text, nth integer, primary key (name, row)) without rowid;
create table counted (name blob primary key, times integer) without rowid;
"""


class Change(NamedTuple):
    """How a text has changed: the numbers of its findings that are ``new``, and the earlier findings that are ``fixed``.

    ``known`` tells whether the earlier run had the text; all findings of one that it had not are new. ``fixed`` hold code, rule,
    mqm, severity, messages, location, segment, text and fix, as in a record.
    """

    new: frozenset[int]
    fixed: tuple[dict[str, Any], ...]
    known: bool


@dataclass
class Counts:
    """Numbers of findings."""

    new: int = 0
    fixed: int = 0
    unchanged: int = 0


@dataclass
class Totals(Counts):
    """Numbers of findings in all texts, also by severity and by code of the rule, and of texts ``added`` and ``gone``.

    ``new`` counts ``new_in_added``, those of the texts that were added, too; the ``gone_findings`` of texts that are gone are not fixed.
    """

    added: int = 0
    gone: int = 0
    new_in_added: int = 0
    gone_findings: int = 0
    severities: dict[str, Counts] = field(default_factory=lambda: {severity: Counts() for severity in SEVERITIES})
    rules: dict[str, Counts] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    """Names of the rules by code."""

    def add(self, record: Mapping[str, Any], change: Change) -> None:
        self.added += not change.known
        self.new_in_added += 0 if change.known else len(change.new)
        for number, found in enumerate(record["findings"]):
            for counts in self._of(found):
                counts.new += number in change.new
                counts.unchanged += number not in change.new
        for found in change.fixed:
            for counts in self._of(found):
                counts.fixed += 1

    def _of(self, found: Mapping[str, Any]) -> tuple[Counts, ...]:
        self.names.setdefault(found["code"], found["rule"])
        return self, self.severities[found["severity"]], self.rules.setdefault(found["code"], Counts())


class Comparison:
    """The records of a folder compared with those of an earlier one. It is to be closed (it is a context manager).

    The records are read when it is first asked, and are then not to change. Raises UnreadableInput where they cannot be read,
    BadSetting where the index cannot be written.
    """

    def __init__(self, earlier: Path, folder: Path) -> None:
        self._earlier, self._folder = earlier, folder
        self._file: Path | None = None
        self._cut, self._before = 0, ""
        self._repeats = False
        self._settings: tuple[dict[str, set[str]], dict[str, set[str]]] = {}, {}

    @classmethod
    def of_folder(cls, earlier: Path, folder: Path) -> Comparison:
        """The records of ``folder``, which may be yet to be made, compared with those of ``earlier``; the index is in ``folder``.

        Raises UnreadableInput where ``earlier`` holds no report, BadSetting where it is the same folder.
        """
        if earlier.resolve() == folder.resolve():
            raise BadSetting(f"{earlier} is the folder of this report: the earlier one must stand in another")
        journal.read_manifest(earlier)
        return cls(earlier, folder)

    @cached_property
    def totals(self) -> Totals:
        """Those of all records."""
        totals = Totals()
        self._base.execute("begin")
        for record in journal.records(self._folder):
            known = self._known(record)
            if known is not None:
                self._base.execute("update documents set seen = 1 where id = ?", (known,))
            if record["error"] is None:
                totals.add(record, self.of(record))
        self._base.execute("commit")
        totals.gone = self._one("select count(*) from documents where not seen")
        totals.gone_findings = self._one("select count(*) from findings join documents on id = document where not seen")
        return totals

    @cached_property
    def notes(self) -> tuple[Message, ...]:
        """What makes the two hard to compare: other settings, another version."""
        assert self._base  # it is filled now
        before, now = self._settings
        differ = [key for key in before if key in now and before[key] != now[key]]
        what = "; ".join([_differing(key, before[key], now[key]) for key in differ])
        said = Message(
            f"The earlier report was made otherwise ({what}): findings may be new or gone because of that.",
            f"이전 보고서와 조건이 다르므로({what}), 새 지적이나 사라진 지적이 그 때문일 수 있다.",
        )
        return (said,) if differ else ()

    @cached_property
    def _base(self) -> sqlite3.Connection:
        """The index, full."""
        try:
            handle, name = tempfile.mkstemp(".sqlite", ".comparison-", self._folder)
            os.close(handle)
        except OSError as error:
            raise BadSetting(f"{self._folder} cannot hold a report: {reason(error)}") from None
        self._file = Path(name)
        base = sqlite3.connect(name, isolation_level=None)
        try:
            base.executescript(f"pragma journal_mode = off; pragma synchronous = off; begin; {_TABLES}")
            self._fill(base)
            base.execute("commit")
        except BaseException as error:
            base.close()
            self.close()
            if isinstance(error, sqlite3.Error):
                raise BadSetting(f"{self._folder} cannot hold the index of a comparison: {error}") from None
            raise
        return base

    def __enter__(self) -> Comparison:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Deletes the index."""
        if "_base" in self.__dict__:
            self._base.close()
        if self._file is not None:
            self._file.unlink(missing_ok=True)

    def of(self, record: Mapping[str, Any]) -> Change:
        """How the text of a record of this run has changed."""
        known = self._known(record)
        if record["error"] is not None:
            return Change(frozenset(), (), known is not None)
        earlier: dict[bytes, bytes] = {}
        if known is not None:
            earlier = dict(self._base.execute("select fingerprint, data from findings where document = ?", (known,)))
        numbers = [bytes.fromhex(found["fingerprint"]) for found in record["findings"]]
        new = frozenset([number for number, found in enumerate(numbers) if found not in earlier])
        for found in numbers:
            earlier.pop(found, None)
        fixed = sorted(
            map(json.loads, earlier.values()), key=lambda found: (found["location"]["line"], found["location"]["column"])
        )
        return Change(new, tuple(fixed), known is not None)

    def gone(self) -> Iterator[str]:
        """The names of the texts that only the earlier run had, in its order."""
        assert self.totals  # they are counted now
        at = 0
        query = "select id, name from documents where not seen and id > ? order by id limit 1000"
        while found := self._base.execute(query, (at,)).fetchall():
            yield from [_unpacked(name) for _, name in found]
            at = found[-1][0]

    def _fill(self, base: sqlite3.Connection) -> None:
        """Takes in the earlier records, and finds out by which part of their names the texts of the two runs are paired."""
        before, now = _Run(base), _Run(base)
        for record in journal.records(self._earlier):
            if record["error"] is None:
                name, nth = before.add(record)
                added = base.execute("insert into documents (name, nth) values (?, ?)", (name, nth)).lastrowid
                rows = [(added, bytes.fromhex(f["fingerprint"]), _small(f)) for f in record["findings"]]
                base.executemany("insert or ignore into findings values (?, ?, ?)", rows)
        base.execute("delete from counted")
        same = False
        for record in journal.records(self._folder):
            same = same or base.execute("select 1 from documents where name = ?", (_packed(record["path"]),)).fetchone() is not None
            if record["error"] is None:
                name, nth = now.add(record)
                if nth > 1:
                    self._repeats = True
                    base.execute("insert or ignore into repeated values (?, ?, ?)", (name, _row(record), nth))
        if not same:
            self._cut, self._before = len(now.beginning), before.beginning
        self._settings = before.settings, now.settings

    def _known(self, record: Mapping[str, Any]) -> int | None:
        """The number of the earlier text that is that of the record."""
        path, nth = record["path"], 1
        if self._repeats:
            key = (_packed(path), _row(record))
            found = self._base.execute("select nth from repeated where name = ? and row = ?", key).fetchone()
            nth = found[0] if found else 1
        query = "select id from documents where name = ? and nth = ?"
        found = self._base.execute(query, (_packed(self._before + path[self._cut :]), nth)).fetchone()
        return found[0] if found else None

    def _one(self, query: str) -> int:
        return int(self._base.execute(query).fetchone()[0])


class _Run:
    """What all records of a run have in common."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        self._text: str | None = None
        self.settings: dict[str, set[str]] = {}
        """The values of each key of the signatures, but the language."""

    def add(self, record: Mapping[str, Any]) -> tuple[bytes, int]:
        """The name of the record's text, and the how many-th with this name it is."""
        path = record["path"]
        self._text = path if self._text is None else os.path.commonprefix([self._text, path])  # noqa: RUF071
        for part in record["signature"].split("|"):
            key, _, value = part.partition(":")
            known = self.settings.setdefault(key, set())
            if key != "lang" and len(known) < _VALUES:
                known.add(value)
        query = "insert into counted values (?, 1) on conflict do update set times = times + 1 returning times"
        name = _packed(path)
        return name, int(self._base.execute(query, (name,)).fetchone()[0])

    @property
    def beginning(self) -> str:
        """What all names begin with, up to the end of a folder's or a table's name."""
        text = self._text or ""
        table = text.find("#")
        return text[: table + 1] if table >= 0 else text[: 1 + max(text.rfind("/"), text.rfind("\\"))]


def _packed(name: str) -> bytes:
    return name.encode("utf-8", "surrogatepass")


def _unpacked(name: bytes) -> str:
    return name.decode("utf-8", "surrogatepass")


def _small(found: Mapping[str, Any]) -> bytes:
    kept = {key: found[key] for key in _KEPT if key in found}
    kept["text"] = kept["text"][:_LONGEST]
    return json.dumps(kept, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _row(record: Mapping[str, Any]) -> str:
    return str(record.get("metadata", {}).get("row", ""))


def _differing(key: str, before: set[str], now: set[str]) -> str:
    values = f"{key} {', '.join(sorted(before))} → {', '.join(sorted(now))}"
    return values if len(values) <= _SHOWN else key
