"""Suppressions in a file of their own, for texts that can hold no comment: ``mtaudit-ignore.toml``.

    [[ignore]]
    rule = "garbled-date"
    path = "archive/1923.ko.txt"
    sentence = "1년 2023월이라고 적힌 사본이 남아 있다."
    reason = "quoted as it stands in the document"
    owner = "archive desk"
    until = 2027-12-31

``path`` goes from the file's folder on, with slashes. ``owner`` and ``until`` (the last day) may be left out. An entry
means every finding of the rule in that sentence of that text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from mtaudit.errors import BadSetting, UnreadableInput
from mtaudit.files import content
from mtaudit.passage import normalised, portable, storable
from mtaudit.report import Message
from mtaudit.suppressions import Problem, stranger

NAME = "mtaudit-ignore.toml"

_HEADER = re.compile(r"[ \t]*\[\[[ \t]*ignore[ \t]*\]\]")
_NEEDED = ("rule", "path", "sentence", "reason")
_KEYS = (*_NEEDED, "owner", "until")


class Entry(NamedTuple):
    """One suppression. ``sentence`` is normalised, ``line`` where the entry begins; 0 if that cannot be told."""

    rule: str
    path: str
    sentence: str
    reason: str
    owner: str = ""
    until: date | None = None
    line: int = 0

    def has_expired(self, today: date) -> bool:
        return self.until is not None and self.until < today


class Sidecar(NamedTuple):
    """The entries of a file, by the path of the text that they are about."""

    file: str
    entries: Mapping[str, tuple[Entry, ...]]

    def of(self, name: str) -> tuple[Entry, ...]:
        """The entries for a text of this name."""
        return self.entries.get(portable(name, Path(self.file).parent), ())

    def astray(self) -> list[Problem]:
        """Entries for texts that are not there any more."""
        folder = Path(self.file).parent
        return [
            Problem(self.file, entry.line, "unused", Message(f"{path} is not there any more", f"{path} 파일이 없다"))
            for path, entries in self.entries.items()
            if path != "-" and not (folder / path).exists()
            for entry in entries
        ]


def read(file: str, rules: Mapping[str, str]) -> Sidecar:
    """``rules`` are the names of all rules by their codes.

    Raises UnreadableInput for what is no TOML, BadSetting for an entry that is wrong.
    """
    return parsed(content(file), file, rules)


def parsed(data: bytes, file: str, rules: Mapping[str, str]) -> Sidecar:
    """As ``read``, of the bytes of the file."""
    import tomllib

    try:
        text = data.decode("utf-8-sig")
        table = tomllib.loads(text)
    except UnicodeDecodeError:
        raise UnreadableInput(f"{file} is not in UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise UnreadableInput(f"{file} is not TOML: {str(error)[:1].lower()}{str(error)[1:]}") from None
    rows = table.pop("ignore", [])
    if table or not isinstance(rows, list):
        raise BadSetting(f"{file} holds {', '.join(table) or 'no list'}, where only [[ignore]] is known")
    headers = [number for number, line in enumerate(text.split("\n"), 1) if _HEADER.match(line)]
    lines = headers if len(headers) == len(rows) else [0] * len(rows)
    entries: dict[str, list[Entry]] = {}
    for number, (row, line) in enumerate(zip(rows, lines, strict=True), 1):
        wrong = _wrong(row, rules)
        if wrong:
            raise BadSetting(f"{file}:{line}: {wrong}" if line else f"{file}: entry {number}: {wrong}")
        entry = Entry(**{**row, "path": storable(row["path"]), "sentence": normalised(row["sentence"]), "line": line})
        entries.setdefault(entry.path, []).append(entry)
    return Sidecar(file, {path: tuple(several) for path, several in entries.items()})


def _wrong(row: Any, rules: Mapping[str, str]) -> str | None:
    if not isinstance(row, dict):
        return "an entry is a table: [[ignore]]"
    strange = [key for key in row if key not in _KEYS]
    if strange:
        return f"an entry has no {strange[0]!r}; it has {', '.join(_KEYS)}"
    for key in _NEEDED:
        if key not in row:
            return f"the entry has no {key}"
    for key, value in row.items():
        if key == "until":
            if not isinstance(value, date) or isinstance(value, datetime):
                return f"until is a date like 2027-12-31, not {str(value)!r}"
        elif not isinstance(value, str) or not value.strip():
            return f"{key} is a text, and not empty"
    unknown = stranger(row["rule"], rules)
    return unknown.en if unknown else None


def appended(data: bytes, entries: Iterable[Entry]) -> bytes:
    """The file with more entries at its end; what stands in it stays as it is."""
    import tomlkit

    array = tomlkit.aot()
    for entry in entries:
        table = tomlkit.table()
        for key in _KEYS:
            value = getattr(entry, key)
            if value:
                table.add(key, value)
        array.append(table)
    document = tomlkit.document()
    document.add("ignore", array)
    more = tomlkit.dumps(document).strip("\n") + "\n"
    if not data.strip():
        return data + more.encode()
    end = b"\r\n" if b"\r\n" in data else b"\n"
    return data.rstrip(b"\r\n") + end * 2 + more.encode().replace(b"\n", end)
