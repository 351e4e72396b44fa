"""What can be configured: the keys, what each may hold, and the words for what is wrong with a value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from math import isfinite
from typing import Any, Literal, NamedTuple
from unicodedata import normalize

from mtaudit.config import PRESETS, Gate, Settings
from mtaudit.errors import BadSetting
from mtaudit.report import SEVERITIES
from mtaudit.rules import selected
from mtaudit.scores.mqm import DIMENSIONS

Kind = Literal["text", "choice", "number", "count", "list", "table", "flag"]

_SETTINGS, _GATE = Settings(), Gate()


class Key(NamedTuple):
    """A key of the configuration: ``gate.fail-on``. ``least`` and ``most`` bound a number; ``field`` is where it goes."""

    name: str
    kind: Kind
    field: str
    help: str
    choices: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None

    @property
    def bounds(self) -> str:
        """What bounds a number, as the end of a sentence."""
        if self.most is None:
            return f", {self.least:g} or more" if self.least is not None else ""
        return f" from {self.least:g} to {self.most:g}" if self.least is not None else f" up to {self.most:g}"

    @property
    def default(self) -> Any:
        """What holds where no layer says anything; None where that is nothing."""
        if self.name == "gate.fail-on":
            return _GATE.fail_on
        value = getattr(_SETTINGS, self.field) if self.field else None
        return None if value in ((), {}) else value


KEYS: dict[str, Key] = {
    key.name: key
    for key in (
        Key("preset", "choice", "", "settings to start from", tuple(PRESETS)),
        Key("lang", "text", "lang", "language of the texts (ISO 639-1); else it is detected"),
        Key("source-lang", "text", "source_lang", "language of the sources"),
        Key("genre", "choice", "genre", "what the texts are", ("general", "news", "docs", "blog")),
        Key("select", "list", "select", "rules to run: names, codes, families or ALL"),
        Key("extend-select", "list", "", "rules to run besides those that are selected"),
        Key("ignore", "list", "ignore", "rules to leave out"),
        Key("min-confidence", "number", "min_confidence", "leave out findings less certain than this", (), 0, 1),
        Key("exclude", "list", "", "files to leave alone, as in .gitignore"),
        Key("glossary", "list", "", "glossaries: files, or names of those that come with mtaudit"),
        Key("demand", "choice", "demand", "which terms of the source are demanded", ("sure", "all")),
        Key("baseline", "text", "", "file of the findings that are known"),
        Key("suppressions", "text", "", "file of the findings that are suppressed with a reason"),
        Key("style.register", "choice", "register", "speech level of the house", ("auto", "plain", "polite")),
        Key("style.quotation-marks", "choice", "quotation_marks", "marks of the house", ("any", "curly", "straight")),
        Key("style.date-format", "choice", "date_format", "dates of the house", ("any", "words", "dots", "iso")),
        Key("style.latin-names", "list", "latin_names", "names that may stay in Latin letters"),
        Key("style.terms", "table", "", "renderings of the house: wrong = right"),
        Key("gate.fail-on", "choice", "", "a finding this bad fails the check", (*SEVERITIES, "never")),
        Key("gate.max-minor", "count", "", "so many minor findings a document may have", (), 0),
        Key("gate.min-score", "number", "", "the calibrated MQM score that a document must have", (), None, 100),
        Key("gate.max", "table", "", "so many findings of a rule or family a document may have"),
        Key("score.passing", "number", "passing", "the calibrated MQM score that passes (PT)", (), 0, 100),
        Key("score.acceptable", "number", "acceptable", "acceptable penalty points per 1,000 words (APP)", (), 0.001, 1000),
        Key("score.weighting", "choice", "weighting", "what findings cost", ("mqm", "wmt")),
        Key("score.multipliers", "table", "multipliers", "penalty points by severity"),
        Key("score.weights", "table", "weights", "weights by MQM dimension"),
        Key(
            "models.similarity", "text", "", "model that compares text and source: use-multilingual-v3, a folder, a hub id; or none"
        ),
        Key("models.fluency", "text", "", "language model: a folder or a hub id; or none"),
        Key("models.qe", "text", "", "model that estimates quality: a folder or a hub id; or none"),
        Key("models.spans", "text", "", "model that marks errors: a folder or a hub id; or none"),
        Key("models.device", "text", "", "where models run: auto, cpu, cuda, mps"),
        Key("models.allow-noncommercial", "flag", "", "whether models may be loaded whose licence forbids commercial use"),
    )
}
"""Every key but ``rules.NAME.…`` and ``overrides``, by its name."""


GROUPS = tuple(dict.fromkeys(name.partition(".")[0] for name in KEYS if "." in name))
"""The tables that hold keys: ``style``, ``gate``, ``score``, ``models``."""

LANGUAGES = {"korean": "ko", "kor": "ko", "kr": "ko", "japanese": "ja", "jpn": "ja", "jp": "ja", "cn": "zh", "english": "en"}
"""What languages are called by mistake; ``kr`` and ``jp`` are countries."""


def suggestion(word: str, known: Iterable[str], prefix: str = "") -> str:
    """What was probably meant, as the end of a sentence. A ``prefix`` that all have says nothing about that."""
    from difflib import get_close_matches

    spelt = {name.removeprefix(prefix).casefold(): name for name in known}
    near = get_close_matches(word.removeprefix(prefix).casefold(), list(spelt), 1)
    return f"; did you mean {spelt[near[0]]!r}?" if near else ""


def checked(key: Key, value: Any) -> Any:
    """``value`` as the key holds it. Raises BadSetting, with one sentence that says what it may be."""
    if key.kind == "list":
        return _list(key, value)
    if key.kind == "table":
        return _table(key, value)
    if key.kind in ("number", "count"):
        return _number(key, value)
    if key.kind == "flag":
        if not isinstance(value, bool):
            raise BadSetting(f"{key.name} is true or false, not {value!r}")
        return value
    if not isinstance(value, str) or not value:
        raise BadSetting(f"{key.name} is a text, not {value!r}")
    if key.choices and value not in key.choices:
        raise BadSetting(f"{key.name} is one of {', '.join(key.choices)}, not {value!r}{suggestion(value, key.choices)}")
    if key.name == "models.device" and not re.fullmatch(r"auto|cpu|mps|cuda(:\d+)?", value):
        raise BadSetting(f"{key.name} is auto, cpu, cuda, cuda:1 or mps, not {value!r}")
    if key.name in ("lang", "source-lang") and (value in LANGUAGES or not re.fullmatch("[a-z]{2,3}", value)):
        word = re.split("[-_]", value.lower())[0]
        meant = LANGUAGES.get(word, word if re.fullmatch("[a-z]{2,3}", word) else "")
        hint = f"; did you mean {meant!r}?" if meant else ""
        raise BadSetting(f"{key.name} is the ISO 639-1 code of a language, such as ko, not {value!r}{hint}")
    return value


def _list(key: Key, value: Any) -> tuple[str, ...]:
    items = (value,) if isinstance(value, str) else value
    if not isinstance(items, list | tuple) or not all(isinstance(item, str) and item for item in items):
        raise BadSetting(f"{key.name} is a list of texts, not {value!r}")
    if key.name in ("select", "extend-select", "ignore"):
        selected(tuple(items), (), "")
    if key.name == "exclude":
        patterns(tuple(items))
    return tuple(items)


def _table(key: Key, value: Any) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise BadSetting(f"{key.name} is a table, not {value!r}")
    for word, held in value.items():
        name = f"{key.name}.{word}"
        if key.name == "style.terms":
            if not word or not isinstance(held, str) or not held or held == word:
                raise BadSetting(f'{key.name} are renderings, "wrong" = "right", not {word!r} = {held!r}')
        elif key.name == "gate.max":
            selected((word,), (), "")
            _number(Key(name, "count", "", "", (), 0), held)
        else:
            known = SEVERITIES if key.name == "score.multipliers" else DIMENSIONS
            if word not in known:
                what = "severity" if known is SEVERITIES else "dimension"
                raise BadSetting(f"there is no {what} {word!r}; there are {', '.join(known)}{suggestion(word, known)}")
            _number(Key(name, "number", "", "", (), 0, 1000), held)
    return dict(value)


def _number(key: Key, value: Any) -> float:
    whole = key.kind == "count"
    what = "a whole number" if whole else "a number"
    if isinstance(value, bool) or not isinstance(value, int if whole else int | float) or not isfinite(value):
        raise BadSetting(f"{key.name} is {what}, not {value!r}")
    if (key.least is not None and value < key.least) or (key.most is not None and value > key.most):
        raise BadSetting(f"{key.name} is {what}{key.bounds}, not {value!r}")
    return value


def from_words(key: Key, given: str) -> Any:
    """A value that was given as one word, in the environment: lists have commas. Raises BadSetting."""
    if key.kind == "list":
        return checked(key, tuple(word.strip() for word in given.split(",") if word.strip()))
    if key.kind == "flag":
        return checked(key, {"true": True, "1": True, "false": False, "0": False}.get(given.lower(), given))
    if key.kind in ("number", "count"):
        try:
            number = int(given) if key.kind == "count" else float(given)
        except ValueError:
            raise BadSetting(f"{key.name} is a {'whole ' if key.kind == 'count' else ''}number, not {given!r}") from None
        return checked(key, number)
    return checked(key, given)


@cache
def patterns(files: tuple[str, ...]) -> Any:
    """What ``.gitignore`` would match with these lines. Raises BadSetting for a line that is no pattern."""
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(normalize("NFC", line) for line in files)
    except ValueError as error:
        raise BadSetting(f"there is a pattern that .gitignore would not take: {str(error)[:1].lower()}{str(error)[1:]}") from None
