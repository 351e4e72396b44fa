"""A configuration file as flat keys: ``mtaudit.toml``, or ``[tool.mtaudit]`` of ``pyproject.toml``.

Every key and every value is checked when the file is read, so that a misspelt word is an error and never silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from mtaudit.configuration.keys import KEYS, checked, suggestion
from mtaudit.errors import BadSetting, UnreadableInput
from mtaudit.files import content
from mtaudit.report import SEVERITIES
from mtaudit.rules import all_rules

NAMES = ("mtaudit.toml", "pyproject.toml")

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
    """The configuration file of a folder, or of the next folder above that has one."""
    for above in (folder, *folder.parents):
        for name in NAMES:
            path = above / name
            try:
                found = path.is_file() and (name == "mtaudit.toml" or b"[tool.mtaudit" in content(path))
            except PermissionError:  # a folder that may not be entered says nothing
                found = False
            if found:
                return path
    return None


def read(path: Path) -> File:
    """Raises UnreadableInput for what is no TOML, BadSetting for what mtaudit does not know, each with the line if it can be told."""
    import tomllib

    try:
        text = content(path).decode("utf-8-sig")
        table = tomllib.loads(text)
    except UnicodeDecodeError:
        raise UnreadableInput(f"{path} is not in UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise UnreadableInput(f"{path} is not TOML: {str(error)[:1].lower()}{str(error)[1:]}") from None
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("mtaudit", {})
    return parsed(table, path, text)


def parsed(table: Mapping[str, Any], path: Path, text: str = "") -> File:
    where = _Where(path, text)
    table = dict(table)
    groups = table.pop("overrides", [])
    if not isinstance(groups, list) or not all(isinstance(group, dict) for group in groups):
        raise where.wrong("overrides", "overrides are tables: [[overrides]]")
    overrides = []
    for group in groups:
        own = dict(group)
        files = own.pop("files", None)
        if isinstance(files, str):
            files = [files]
        if not isinstance(files, list) or not files or not all(isinstance(f, str) for f in files):
            raise where.wrong("files", 'each of [[overrides]] names its files: files = ["docs/**"]')
        values = dict(_flat(own, where))
        for key in ("exclude", "baseline", "suppressions"):
            if key in values:
                raise where.wrong(key, f"{key} holds for all files and cannot stand in [[overrides]]")
        overrides.append(Override(tuple(files), values))
    return File(path, dict(_flat(table, where)), tuple(overrides))


class _Where:
    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.lines = text.split("\n")

    def wrong(self, word: str, what: str) -> BadSetting:
        """The error, with the line of the word if only one line begins with it."""
        pattern = re.compile(rf"\s*\[*\s*(?:[\w.-]*\.)?[\"']?{re.escape(word)}[\"']?\s*[=\].]")
        found = [number for number, line in enumerate(self.lines, 1) if pattern.match(line)]
        return BadSetting(f"{self.path}:{found[0]}: {what}" if len(found) == 1 else f"{self.path}: {what}")


def _flat(table: Mapping[str, Any], where: _Where, group: str = "") -> Iterator[tuple[str, Any]]:
    for word, value in table.items():
        name = f"{group}{word}"
        try:
            if name in KEYS:
                yield name, checked(KEYS[name], value)
            elif name == "rules":
                yield from _of_rules(value)
            elif isinstance(value, dict) and any(key.startswith(f"{name}.") for key in KEYS):
                yield from _flat(value, where, f"{name}.")
            else:
                raise BadSetting(f"there is no key {name!r}{suggestion(name, [*KEYS, 'rules', 'overrides'])}")
        except BadSetting as error:
            if str(error).startswith(str(where.path)):
                raise
            raise where.wrong(word, str(error)) from None


def _of_rules(table: Any) -> Iterator[tuple[str, Any]]:
    """``[rules.NAME]``: the rule's severity, and the options that it declares."""
    rules = {word: rule for rule in all_rules() for word in (rule.name, rule.code)}
    if not isinstance(table, dict):
        raise BadSetting("rules are tables: [rules.mixed-register]")
    for word, values in table.items():
        if word not in rules:
            raise BadSetting(f"there is no rule {word!r}{suggestion(word, rules)}")
        rule = rules[word]
        if not isinstance(values, dict):
            raise BadSetting(f"rules.{word} is a table: [rules.{word}]")
        options = {option.name: option for option in rule.options}
        for name, value in values.items():
            if name == "severity":
                if value not in SEVERITIES:
                    allowed = ", ".join(SEVERITIES)
                    raise BadSetting(
                        f"rules.{word}.severity is one of {allowed}, not {value!r}{suggestion(str(value), SEVERITIES)}"
                    )
            elif name not in options:
                known = [*options, "severity"]
                raise BadSetting(f"rule {rule.name} has no option {name!r}{suggestion(name, known)}; it has {', '.join(known)}")
            else:
                options[name].check(rule.name, value)
            yield f"rules.{rule.name}.{name}", value
