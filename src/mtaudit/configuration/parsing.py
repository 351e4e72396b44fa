"""A configuration file as flat keys: ``mtaudit.toml``, or ``[tool.mtaudit]`` of ``pyproject.toml``.

Every key and every value is checked when the file is read, so that a misspelt word is an error and never silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from mtaudit.configuration.keys import GROUPS, KEYS, Key, checked, patterns, suggestion
from mtaudit.errors import BadSetting, UnreadableInput
from mtaudit.files import content
from mtaudit.report import SEVERITIES
from mtaudit.rules import Rule, all_rules

NAMES = ("mtaudit.toml", "pyproject.toml")
PYPROJECT = ("tool", "mtaudit")

Values = dict[str, Any]


class Override(NamedTuple):
    """Values for the files that one of the patterns means."""

    files: tuple[str, ...]
    values: Values


class File(NamedTuple):
    """What a file says. Patterns and file names in it are relative to its folder."""

    path: Path
    values: Values
    overrides: tuple[Override, ...] = ()


def nearest(folder: Path) -> Path | None:
    """The configuration file of a folder, or of the next folder above that has one. Raises as ``read`` does."""
    for above in (folder, *folder.parents):
        for name in NAMES:
            path = above / name
            try:
                found = path.is_file() and (name == "mtaudit.toml" or _has_table(path))
            except PermissionError:  # a folder that may not be entered says nothing
                found = False
            if found:
                return path
    return None


def _has_table(pyproject: Path) -> bool:
    return b"mtaudit" in content(pyproject) and _table(pyproject)[0] is not None


def read(path: Path) -> File:
    """Raises UnreadableInput for what is no TOML, BadSetting for what mtaudit does not know, each with the line if it can be told."""
    table, text = _table(path)
    return parsed({} if table is None else table, path, text)


def _table(path: Path) -> tuple[Any, str]:
    """What a file says to mtaudit (None where a ``pyproject.toml`` says nothing), and its text."""
    import tomllib

    try:
        text = content(path).decode("utf-8-sig")
        table: Any = tomllib.loads(text)
    except UnicodeDecodeError:
        raise UnreadableInput(f"{path} is not in UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UnreadableInput(f"{path} is not TOML: {str(error)[:1].lower()}{str(error)[1:]}") from None
    if path.name == "pyproject.toml":
        for word in PYPROJECT:
            table = table.get(word) if isinstance(table, dict) else None
    return table, text


def parsed(table: Any, path: Path, text: str = "") -> File:
    where = _Where(path, text)
    if not isinstance(table, dict):
        raise where.wrong((), f"[tool.mtaudit] is a table, not {table!r}")
    table = dict(table)
    groups = table.pop("overrides", [])
    if not isinstance(groups, list) or not all(isinstance(group, dict) for group in groups):
        raise where.wrong(("overrides",), "overrides are tables: [[overrides]]")
    overrides = []
    for number, group in enumerate(groups):
        own = dict(group)
        at = ("overrides", str(number))
        files = own.pop("files", None)
        if isinstance(files, str):
            files = [files]
        if not isinstance(files, list) or not files or not all(isinstance(f, str) and f for f in files):
            raise where.wrong((*at, "files"), 'each of [[overrides]] names its files: files = ["docs/**"]')
        try:
            patterns(tuple(files))
        except BadSetting as error:
            raise where.wrong((*at, "files"), str(error)) from None
        values = dict(_flat(own, where, at))
        for key in ("exclude", "baseline", "suppressions"):
            if key in values:
                raise where.wrong((*at, key), f"{key} holds for all files and cannot stand in [[overrides]]")
        overrides.append(Override(tuple(files), values))
    return File(path, dict(_flat(table, where)), tuple(overrides))


class _Where:
    """Where in a file a key is, by its path; those of ``[[overrides]]`` are numbered."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def lines(self) -> dict[tuple[str, ...], int]:
        found: dict[tuple[str, ...], int] = {}
        table: tuple[str, ...] = ()
        overrides = -1
        for number, line in enumerate(self.text.split("\n"), 1):
            begins = _BEGINS.match(line.lstrip())
            words = _words(begins[2]) if begins else ()
            if not begins or not words:
                continue
            if not begins[1]:
                found.setdefault((*table, *words), number)
                continue
            table = words[len(PYPROJECT) :] if words[: len(PYPROJECT)] == PYPROJECT else words
            if table[:1] == ("overrides",):
                overrides += len(table) == 1
                table = ("overrides", str(overrides), *table[1:])
            found.setdefault(table, number)
        return found

    def wrong(self, key: tuple[str, ...], what: str) -> BadSetting:
        """The error, with the line of the key, or of the next table round it that has one."""
        while key and key not in self.lines:
            key = key[:-1]
        return BadSetting(f"{self.path}:{self.lines[key]}: {what}" if key else f"{self.path}: {what}")


_BEGINS = re.compile(r"""(\[*)((?:[\w.\s-]|"[^"]*"|'[^']*')+)[\]=]""")


def _words(key: str) -> tuple[str, ...]:
    """``tool."x.y"`` as ``("tool", "x.y")``; nothing for what is no key of TOML."""
    import tomllib

    try:
        held: Any = tomllib.loads(f"{key.strip()} = 0")
    except tomllib.TOMLDecodeError:
        return ()
    words = []
    while isinstance(held, dict):
        ((word, held),) = held.items()
        words.append(word)
    return tuple(words)


def _flat(table: Mapping[str, Any], where: _Where, at: tuple[str, ...] = (), group: str = "") -> Iterator[tuple[str, Any]]:
    for word, value in table.items():
        name = f"{group}{word}"
        if name == "rules":
            yield from _of_rules(value, where, (*at, word))
            continue
        if name in GROUPS and isinstance(value, dict):
            yield from _flat(value, where, (*at, word), f"{name}.")
            continue
        try:
            if name in KEYS:
                yield name, checked(KEYS[name], value)
            elif name in GROUPS:
                raise BadSetting(f"{name} is a table: [{name}]")
            else:
                known = [*KEYS, *GROUPS, "rules", *(() if at else ("overrides",))]
                raise BadSetting(f"there is no key {name!r}{suggestion(name, known)}")
        except BadSetting as error:
            raise where.wrong((*at, word), str(error)) from None


def _of_rules(table: Any, where: _Where, at: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """``[rules.NAME]``: the rule's severity, and the options that it declares."""
    rules = {word: rule for rule in all_rules() for word in (rule.name, rule.code)}
    if not isinstance(table, dict):
        raise where.wrong(at, "rules are tables: [rules.mixed-register]")
    for word, values in table.items():
        if word not in rules:
            raise where.wrong((*at, word), f"there is no rule {word!r}{suggestion(word, rules)}")
        rule = rules[word]
        if not isinstance(values, dict):
            raise where.wrong((*at, word), f"rules.{word} is a table: [rules.{word}]")
        for name, value in values.items():
            try:
                _check_option(rule, name, value)
            except BadSetting as error:
                raise where.wrong((*at, word, name), str(error)) from None
            yield f"rules.{rule.name}.{name}", value


def _check_option(rule: Rule, name: str, value: Any) -> None:
    options = {option.name: option for option in rule.options}
    if name == "severity":
        checked(Key(f"rules.{rule.name}.severity", "choice", "", "", SEVERITIES), value)
    elif name in options:
        options[name].check(rule.name, value)
    else:
        known = [*options, "severity"]
        raise BadSetting(f"rule {rule.name} has no option {name!r}{suggestion(name, known)}; it has {', '.join(known)}")
