"""What a rule is, and how rules are found.

A rule is one file in a folder below this one: a module docstring (first line: what is wrong; then why a machine does
it; ``Not reported:``; ``Source:``), ``KO`` (the same for a Korean reader), ``check``, ``CASES`` and one constant
``RULE``. A folder listing finds them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, NamedTuple

from mtaudit.document import Kind
from mtaudit.errors import BadSetting
from mtaudit.glossary import Entry
from mtaudit.report import Hit, Message, RuleInfo, Severity

PROSE: frozenset[Kind] = frozenset({"body", "heading", "item", "cell", "caption", "byline", "quote"})
"""Every kind of segment but code."""
RUNNING: frozenset[Kind] = frozenset({"body", "item", "quote"})
"""Segments that are made of sentences."""


class Case(NamedTuple):
    """A text, with ``⟦`` ``⟧`` round each span that the rule must report; without marks the rule must be silent.

    ``fixed`` is the text after all fixes of the rule, unsafe ones too. ``settings`` are keyword arguments of Settings.
    ``source`` is what the text translates, line by line, ``glossary`` what the house calls things.
    """

    text: str
    fixed: str | None = None
    format: Literal["text", "markdown"] = "text"
    lang: str = "ko"
    settings: tuple[tuple[str, Any], ...] = ()
    source: str | None = None
    glossary: tuple[Entry, ...] = ()


class Option(NamedTuple):
    """A number that a rule can be told in the configuration: ``[rules.calque-density] least = 6``."""

    name: str
    default: float
    help: str
    least: float = 0
    most: float = 1000

    def check(self, rule: str, value: Any) -> None:
        """Raises BadSetting where ``value`` is none for this option."""
        whole = isinstance(self.default, int)
        right = isinstance(value, int if whole else int | float) and not isinstance(value, bool)
        if not right or not self.least <= value <= self.most:
            what = "a whole number" if whole else "a number"
            raise BadSetting(f"rules.{rule}.{self.name} is {what} from {self.least:g} to {self.most:g}, not {value!r}")


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One fault that mtaudit knows.

    ``scope`` says what ``check`` is shown: every segment of one of ``kinds`` (a SegmentView), or the document once (a
    DocumentView). ``anchors`` are literals: a segment without any of them is not shown to the rule at all; a rule of
    documents is asked when any segment holds one. ``yields_to`` names rules whose findings take the place of this
    one's where they overlap. ``languages`` is empty for a rule that any text is shown to. ``needs`` is the kind of the
    optional model (``similarity``) without which the rule is not asked.
    """

    code: str
    name: str
    mqm: str
    severity: Severity
    check: Callable[[Any], Iterator[Hit]]
    cases: tuple[Case, ...]
    ko: str
    scope: Literal["segment", "document"] = "segment"
    kinds: frozenset[Kind] = PROSE
    anchors: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    confidence: float = 0.9
    yields_to: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    needs: str = ""

    @property
    def doc(self) -> str:
        """The docstring of the rule's module."""
        return (sys.modules[self.check.__module__].__doc__ or "").strip()

    @property
    def info(self) -> RuleInfo:
        first = Message(self.doc.split("\n", 1)[0].rstrip("."), self.ko.strip().split("\n", 1)[0].rstrip("."))
        return RuleInfo(self.code, self.name, self.mqm, self.severity, first)

    def answers_to(self, word: str) -> bool:
        """Whether ``word`` (a name, a code, the beginning of a code, or ``ALL``) means this rule."""
        return word == self.name or word == "ALL" or (bool(word) and self.code.startswith(word))


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of their codes."""
    here = Path(__file__).parent
    names = [f"{folder}.{name[:-3]}" for folder in _folders(here) for name in _modules(here / folder)]
    return tuple(sorted((import_module(f"{__name__}.{name}").RULE for name in names), key=lambda rule: rule.code))


@lru_cache(maxsize=1)
def names() -> Mapping[str, str]:
    """The names of all rules by their codes."""
    return {rule.code: rule.name for rule in all_rules()}


def _folders(here: Path) -> list[str]:
    return sorted(p.name for p in here.iterdir() if (p / "__init__.py").exists())


def _modules(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir() if p.suffix == ".py" and not p.name.startswith("_"))


@lru_cache(maxsize=64)
def selected(select: tuple[str, ...], ignore: tuple[str, ...], lang: str) -> tuple[Rule, ...]:
    """The rules that these words choose for a language. Raises BadSetting for a word that means no rule."""
    rules = all_rules()
    for word in (*select, *ignore):
        if not any(rule.answers_to(word) for rule in rules):
            raise BadSetting(f"no rule is called {word!r}{_suggestion(word, rules)}")
    return tuple(
        rule
        for rule in rules
        if any(map(rule.answers_to, select))
        and not any(map(rule.answers_to, ignore))
        and (not rule.languages or lang in rule.languages)
    )


@lru_cache(maxsize=64)
def with_models(chosen: tuple[Rule, ...], kinds: tuple[str, ...], named: tuple[str, ...]) -> tuple[Rule, ...]:
    """Those of the rules that need no model, or one of these kinds.

    Raises BadSetting where one of the others was ``named``, by its name or code.
    """
    for rule in chosen:
        if rule.needs and rule.needs not in kinds and (rule.name in named or rule.code in named):
            raise BadSetting(f"{rule.name} needs a model: give one with --model {rule.needs}")
    return tuple([rule for rule in chosen if not rule.needs or rule.needs in kinds])


def _suggestion(word: str, rules: tuple[Rule, ...]) -> str:
    from difflib import get_close_matches

    known = [name for rule in rules for name in (rule.name, rule.code, rule.code[:3])]
    near = get_close_matches(word, known, 1) or get_close_matches(word.upper(), known, 1)
    return f"; did you mean {near[0]!r}?" if near else ""
