"""How an audit is configured: layers of values, each over the one before, and who decided each of them.

The layers are, from the lowest: defaults, a preset, the nearest configuration file, its overrides for some files, the
environment (``MTAUDIT_GATE_FAIL_ON``), the command line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mtaudit.config import PRESETS, Gate, Settings
from mtaudit.configuration import parsing
from mtaudit.configuration.keys import KEYS, from_words, suggestion
from mtaudit.errors import BadSetting

if TYPE_CHECKING:
    from mtaudit.configuration.parsing import File
    from mtaudit.glossary import Glossary
    from mtaudit.report import Severity

ENVIRONMENT = "MTAUDIT_"
OTHERS = frozenset({"MTAUDIT_OUTPUT_FORMAT", "MTAUDIT_UI_LANG"})
"""Variables of the environment that are no keys: how a report looks, not what is audited."""


class Decided(NamedTuple):
    """What holds for one text. ``values`` and ``origins`` (which layer decided) are by key."""

    settings: Settings
    values: Mapping[str, Any]
    origins: Mapping[str, str]
    folder: Path


class Configuration:
    """The configuration of one run. ``isolated``: no file is read; ``file``: this one, for all texts."""

    def __init__(
        self,
        command_line: Mapping[str, Any],
        environment: Mapping[str, str] | None = None,
        file: Path | None = None,
        isolated: bool = False,
    ) -> None:
        self._command_line = {key: value for key, value in command_line.items() if value is not None}
        self._environment = dict(_from_environment(environment or {}))
        self._file = parsing.read(file) if file is not None else None
        self._isolated = isolated
        self._decided: dict[tuple[Path | None, tuple[int, ...]], Decided] = {}

    def of(self, path: Path) -> Decided:
        """What holds for the text at ``path``. Raises BadSetting and UnreadableInput."""
        file = self._file if self._file is not None or self._isolated else _of_folder(path.absolute().parent)
        matching = tuple(i for i, o in enumerate(file.overrides) if _means(o.files, file.path.parent, path)) if file else ()
        known = (file.path if file else None, matching)
        if known not in self._decided:
            self._decided[known] = _decided(list(self._layers(file, matching)), file)
        return self._decided[known]

    def leaves_out(self, path: Path) -> bool:
        """Whether the configuration of the file excludes it."""
        decided = self.of(path)
        patterns = decided.values.get("exclude", ())
        return bool(patterns) and _means(patterns, decided.folder, path)

    def _layers(self, file: File | None, matching: Sequence[int]) -> Iterator[tuple[str, Mapping[str, Any]]]:
        if file is not None:
            yield file.path.name, file.values
            for i in matching:
                yield f"{file.path.name}, overrides for {', '.join(file.overrides[i].files)}", file.overrides[i].values
        yield "environment", self._environment
        yield "command line", self._command_line


def _decided(layers: list[tuple[str, Mapping[str, Any]]], file: File | None) -> Decided:
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    preset = next((values["preset"] for _, values in reversed(layers) if values.get("preset")), None)
    if preset is not None:
        of_preset = {{"register": "style.register"}.get(field, field): value for field, value in PRESETS[preset].items()}
        layers = [(f"preset {preset}", of_preset), *layers]
    for origin, layer in layers:
        for key, value in layer.items():
            merges = key in KEYS and KEYS[key].kind == "table"
            values[key] = {**values.get(key, {}), **value} if merges else value
            origins[key] = origin
    folder = file.path.parent if file is not None else Path()
    return Decided(_settings(values, folder), values, origins, folder)


def _settings(values: Mapping[str, Any], folder: Path) -> Settings:
    given = {key.field: values[name] for name, key in KEYS.items() if key.field and name in values}
    if extra := values.get("extend-select"):
        given["select"] = (*given.get("select", Settings().select), *extra)
    severities: dict[str, Severity] = {}
    options: dict[str, dict[str, Any]] = {}
    for key, value in values.items():
        if key.startswith("rules."):
            _, rule, name = key.split(".", 2)
            if name == "severity":
                severities[rule] = value
            else:
                options.setdefault(rule, {})[name] = value
    fail_on = values.get("gate.fail-on", Gate().fail_on)
    gate = Gate(
        None if fail_on == "never" else fail_on,
        values.get("gate.max-minor"),
        values.get("gate.min-score"),
        values.get("gate.max", {}),
    )
    terms = tuple(sorted(values.get("style.terms", {}).items()))
    glossary = _glossary(tuple(values.get("glossary", ())), folder, terms, values.get("lang", ""))
    return Settings(**given, glossary=glossary, gate=gate, severities=severities, options=options)


@cache
def _glossary(names: tuple[str, ...], folder: Path, terms: tuple[tuple[str, str], ...], lang: str) -> Glossary | None:
    """The glossaries of a configuration and the renderings that it lists itself, read once."""
    from mtaudit.glossary import Entry, Glossary, Term, joined, ready

    found = []
    for name in names:
        file = folder / name
        found.append(ready.named(str(file) if file.exists() else name))
    if terms:
        wrong = {right: [w for w, r in terms if r == right] for _, right in terms}
        entries = [
            Entry(right, {lang or "ko": (Term(right), *[Term(w, "forbidden") for w in several])})
            for right, several in wrong.items()
        ]
        found.append(Glossary("style.terms", tuple(entries)))
    return joined(found)


@cache
def _of_folder(folder: Path) -> File | None:
    path = parsing.nearest(folder)
    return parsing.read(path) if path is not None else None


@cache
def _patterns(files: tuple[str, ...]) -> Any:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(files)


def _means(files: tuple[str, ...], folder: Path, path: Path) -> bool:
    """Whether one of the patterns, relative to the folder of the configuration, means this file."""
    try:
        inside = path.absolute().relative_to(folder.absolute())
    except ValueError:
        return False
    return bool(_patterns(files).match_file(inside.as_posix()))


def _from_environment(environment: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    known = {variable(name): key for name, key in KEYS.items() if key.kind != "table"}
    for name, value in environment.items():
        if not name.startswith(ENVIRONMENT) or name in OTHERS or not value:
            continue
        if name not in known:
            raise BadSetting(f"the environment has {name}, which means nothing{suggestion(name, [*known, *OTHERS])}")
        try:
            yield known[name].name, from_words(known[name], value)
        except BadSetting as error:
            raise BadSetting(f"{name}: {error}") from None


def variable(key: str) -> str:
    """The variable of the environment for a key: ``MTAUDIT_GATE_FAIL_ON``."""
    return ENVIRONMENT + key.upper().replace("-", "_").replace(".", "_")
