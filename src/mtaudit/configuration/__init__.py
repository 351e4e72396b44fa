"""How an audit is configured: layers of values, each over the one before, and who decided each of them.

The layers are, from the lowest: defaults, a preset, the nearest configuration file, its overrides for some files, the
environment (``MTAUDIT_GATE_FAIL_ON``), the command line.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import normalize

from mtaudit.config import PRESETS, Gate, Models, Settings
from mtaudit.configuration import parsing
from mtaudit.configuration.keys import KEYS, from_words, patterns, suggestion
from mtaudit.errors import BadSetting, UnreadableInput
from mtaudit.report import Message

if TYPE_CHECKING:
    from mtaudit.configuration.parsing import File
    from mtaudit.glossary import Glossary
    from mtaudit.report import Severity

    Read = Callable[[tuple[str, ...], Path, tuple[tuple[str, str], ...], str], Glossary | None]

PREFIX = "MTAUDIT_"
OTHERS = frozenset({"MTAUDIT_OUTPUT_FORMAT", "MTAUDIT_UI_LANG"})
"""Variables of the environment that are no keys: how a report looks, not what is audited."""

ENVIRONMENT = Message("environment", "환경 변수")
COMMAND_LINE = Message("command line", "명령줄")


class Decided(NamedTuple):
    """What holds for one text. ``values`` and ``origins`` (which layer decided) are by key."""

    settings: Settings
    values: Mapping[str, Any]
    origins: Mapping[str, Message]
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
        self._begin()

    def _begin(self) -> None:
        self._of_folder = cache(_of_folder)
        self._glossary = cache(_glossary)
        self._decided: dict[tuple[Path | None, tuple[int, ...]], Decided] = {}

    def __getstate__(self) -> dict[str, Any]:
        """What was said; what was read is read anew where a worker unpickles it."""
        return {key: value for key, value in vars(self).items() if key not in ("_of_folder", "_glossary", "_decided")}

    def __setstate__(self, state: dict[str, Any]) -> None:
        vars(self).update(state)
        self._begin()

    def of(self, path: Path) -> Decided:
        """What holds for the text at ``path``. Raises BadSetting, also for a file of the configuration that cannot be read."""
        try:
            return self._of(path)
        except UnreadableInput as error:
            raise BadSetting(str(error)) from None

    def _of(self, path: Path) -> Decided:
        file = self._file if self._file is not None or self._isolated else self._of_folder(_absolute(path).parent)
        matching = tuple(i for i, o in enumerate(file.overrides) if _means(o.files, file.path.parent, path)) if file else ()
        known = (file.path if file else None, matching)
        if known not in self._decided:
            self._decided[known] = _decided(list(self._layers(file, matching)), file, self._glossary)
        return self._decided[known]

    def leaves_out(self, path: Path) -> bool:
        """Whether the configuration of the file excludes it."""
        decided = self.of(path)
        patterns = decided.values.get("exclude", ())
        return bool(patterns) and _means(patterns, decided.folder, path)

    def _layers(self, file: File | None, matching: Sequence[int]) -> Iterator[tuple[Message, Mapping[str, Any]]]:
        if file is not None:
            yield Message(file.path.name, file.path.name), file.values
            for i in matching:
                files = ", ".join(file.overrides[i].files)
                said = Message(f"{file.path.name}, overrides for {files}", f"{file.path.name}의 overrides({files})")
                yield said, file.overrides[i].values
        yield ENVIRONMENT, self._environment
        yield COMMAND_LINE, self._command_line


def _decided(layers: list[tuple[Message, Mapping[str, Any]]], file: File | None, glossary: Read) -> Decided:
    values: dict[str, Any] = {}
    origins: dict[str, Message] = {}
    preset = next((layer["preset"] for _, layer in reversed(layers) if "preset" in layer), None)
    if preset is not None:
        of_preset = {{"register": "style.register"}.get(field, field): value for field, value in PRESETS[preset].items()}
        layers = [(Message(f"preset {preset}", f"사전 설정 {preset}"), of_preset), *layers]
    for origin, layer in layers:
        for key, value in layer.items():
            if key in values and key in KEYS and KEYS[key].kind == "table":
                values[key] = {**values[key], **value}
                origins[key] = Message(f"{origins[key].en}; {origin.en}", f"{origins[key].ko}; {origin.ko}")
            else:
                values[key], origins[key] = value, origin
    folder = file.path.parent if file is not None else Path()
    named_here = origins.get("glossary") in (ENVIRONMENT, COMMAND_LINE)
    terms = tuple(sorted(values.get("style.terms", {}).items()))
    house = glossary(tuple(values.get("glossary", ())), Path() if named_here else folder, terms, values.get("lang", "ko"))
    models = {
        key: value if origins[key] in (ENVIRONMENT, COMMAND_LINE) else _in_folder(value, folder)
        for key, value in values.items()
        if key.startswith("models.")
    }
    return Decided(_settings({**values, **models}, house), values, origins, folder)


def _in_folder(model: Any, folder: Path) -> Any:
    """A model's folder that a configuration file names, beside the file."""
    return str(folder / model) if isinstance(model, str) and (folder / model).is_dir() else model


def _settings(values: Mapping[str, Any], glossary: Glossary | None) -> Settings:
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
    named = {field: values.get(f"models.{field}") for field in ("similarity", "fluency", "qe", "spans")}
    models = Models(
        **{field: None if name == "none" else name for field, name in named.items()},
        device=values.get("models.device", Models().device),
        allow_noncommercial=values.get("models.allow-noncommercial", Models().allow_noncommercial),
    )
    return Settings(**given, glossary=glossary, gate=gate, severities=severities, options=options, models=models)


def _glossary(names: tuple[str, ...], folder: Path, terms: tuple[tuple[str, str], ...], lang: str) -> Glossary | None:
    """The glossaries of a configuration, files of a folder, and the renderings that it lists itself."""
    from mtaudit.glossary import Entry, Glossary, Term, joined, ready

    found = []
    for name in names:
        file = folder / name
        found.append(ready.named(str(file) if file.exists() else name))
    if terms:
        wrong = {right: [w for w, r in terms if r == right] for _, right in terms}
        entries = [
            Entry(right, {lang: (Term(right), *[Term(w, "forbidden") for w in several])}) for right, several in wrong.items()
        ]
        found.append(Glossary("style.terms", tuple(entries)))
    return joined(found)


def _of_folder(folder: Path) -> File | None:
    path = parsing.nearest(folder)
    return parsing.read(path) if path is not None else None


def _means(files: tuple[str, ...], folder: Path, path: Path) -> bool:
    """Whether one of the patterns, relative to the folder of the configuration, means this file."""
    try:
        inside = _absolute(path).relative_to(_absolute(folder))
    except ValueError:
        return False
    return bool(patterns(files).match_file(normalize("NFC", inside.as_posix())))


def _absolute(path: Path) -> Path:
    """The path from the root, without ``..``: a file in ``texts/../docs`` is one of ``docs``."""
    return Path(os.path.normpath(path.absolute()))


def _from_environment(environment: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    known = {variable(name): key for name, key in KEYS.items()}
    settable = [name for name, key in known.items() if key.kind != "table"]
    for name, value in environment.items():
        if not name.startswith(PREFIX) or name in OTHERS or not value:
            continue
        key = known.get(name)
        if key is None:
            near = suggestion(name, [*settable, *OTHERS], PREFIX)
            raise BadSetting(f"the environment has {name}, which means nothing{near}")
        if key.kind == "table":
            raise BadSetting(f"{name}: {key.name} is a table, which only a configuration file can hold")
        try:
            read = from_words(key, value)
        except BadSetting as error:
            raise BadSetting(f"{name}: {error}") from None
        yield key.name, str(Path(read).absolute()) if key.name in ("baseline", "suppressions") else read


def variable(key: str) -> str:
    """The variable of the environment for a key: ``MTAUDIT_GATE_FAIL_ON``."""
    return PREFIX + key.upper().replace("-", "_").replace(".", "_")
