"""What can be configured: the keys, what each may hold, and the words for what is wrong with a value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple

from mtaudit.config import PRESETS, Gate, Settings
from mtaudit.errors import BadSetting
from mtaudit.report import SEVERITIES

Kind = Literal["text", "choice", "number", "count", "list", "table"]

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
        Key("gate.min-score", "number", "", "the calibrated MQM score that a document must have"),
        Key("gate.max", "table", "", "so many findings of a rule or family a document may have"),
        Key("score.passing", "number", "passing", "the calibrated MQM score that passes (PT)", (), 0, 100),
        Key("score.acceptable", "number", "acceptable", "acceptable penalty points per 1,000 words (APP)", (), 0),
        Key("score.weighting", "choice", "weighting", "what findings cost", ("mqm", "wmt")),
        Key("score.multipliers", "table", "multipliers", "penalty points by severity"),
        Key("score.weights", "table", "weights", "weights by MQM dimension"),
    )
}
"""Every key but ``rules.NAME.…`` and ``overrides``, by its name."""


def suggestion(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), 1)
    return f"; did you mean {near[0]!r}?" if near else ""


def checked(key: Key, value: Any) -> Any:
    """``value`` as the key holds it. Raises BadSetting, with one sentence that says what it may be."""
    name = key.name
    if key.kind == "list":
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list | tuple) or not all(isinstance(item, str) for item in items):
            raise BadSetting(f"{name} is a list of texts, not {value!r}")
        return tuple(items)
    if key.kind == "table":
        if not isinstance(value, Mapping):
            raise BadSetting(f"{name} is a table, not {value!r}")
        return dict(value)
    if key.kind in ("number", "count"):
        return _number(key, value)
    if not isinstance(value, str):
        raise BadSetting(f"{name} is a text, not {value!r}")
    if key.choices and value not in key.choices:
        raise BadSetting(f"{name} is one of {', '.join(key.choices)}, not {value!r}{suggestion(value, key.choices)}")
    return value


def _number(key: Key, value: Any) -> float:
    whole = key.kind == "count"
    what = "a whole number" if whole else "a number"
    if isinstance(value, bool) or not isinstance(value, int if whole else int | float):
        raise BadSetting(f"{key.name} is {what}, not {value!r}")
    if (key.least is not None and value < key.least) or (key.most is not None and value > key.most):
        most = f" to {key.most:g}" if key.most is not None else " or more"
        raise BadSetting(f"{key.name} is {what} from {key.least or 0:g}{most}, not {value!r}")
    return value


def from_words(key: Key, given: str) -> Any:
    """A value that was given as one word, in the environment: lists have commas. Raises BadSetting."""
    if key.kind == "list":
        return tuple(word.strip() for word in given.split(",") if word.strip())
    if key.kind in ("number", "count"):
        try:
            return checked(key, int(given) if key.kind == "count" else float(given))
        except ValueError:
            raise BadSetting(f"{key.name} is a number, not {given!r}") from None
    return checked(key, given)
