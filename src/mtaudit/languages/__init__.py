"""Facts about languages, one module each, and the detection of a text's language.

A language module states facts; it knows no rule. ``get(code)`` gives its facts, or those of ``any`` other language.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol

from mtaudit.languages.detect import detect as detect

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mtaudit.document import Kind

MODULES = {"ko": "ko", "ja": "ja"}
"""Languages that have a module of their own."""


class Ending(NamedTuple):
    """How a sentence ends.

    ``level`` is the language's own term (해라체, 하십시오체, 해요체, 해체, 명사형 …), ``register`` the class that
    counts for a mix: ``plain``, ``polite`` or ``""`` for endings that belong to neither. ``start`` and ``end`` are the
    offsets of the predicate's last word in the sentence, without punctuation.
    """

    level: str
    register: str
    start: int
    end: int


class Hints(NamedTuple):
    """What in a text speaks against narration.

    ``speakers``: how many lines begin as somebody's turn in a transcript; ``step``: the text is a step of an instruction;
    ``notice``: it has words of the publisher, a greeting or a sign-off; ``chat``: how many marks of a personal text it
    holds (first person, greetings, emoticons).
    """

    speakers: int = 0
    step: bool = False
    notice: bool = False
    chat: int = 0


class Edges(NamedTuple):
    """Whether a term is a word of its own.

    ``begins(text, start)``: it does not go on a longer word that began before it. ``ends(text, start, end, is_name)``: the word
    that it begins is the term ``text[start:end]`` but for inflection; of names no verbs are made.
    """

    begins: Callable[[str, int], bool]
    ends: Callable[[str, int, int, bool], bool]


class Language(Protocol):
    """What a rule may ask of a language. Offsets are code points of the text that was given."""

    code: str

    def sentences(self, text: str) -> Sequence[tuple[int, int]]:
        """Spans of the sentences of a paragraph, without the blanks around them."""

    def kind(self, text: str, kind: Kind) -> Kind:
        """The kind of a paragraph of plain text: what looks like a body may be a caption or a byline."""

    def ending(self, sentence: str) -> Ending | None:
        """How the sentence ends, or None where it ends in no predicate."""

    def restyle(self, sentence: str, register: str) -> tuple[int, int, str] | None:
        """What to write for which span to bring the sentence into ``register``, where there is one answer."""

    def hints(self, text: str) -> Hints:
        """What a paragraph, or a whole text, is besides narration."""

    def is_turn(self, text: str) -> bool:
        """Whether a paragraph is a speaker's turn or a step of an instruction, as ``hints`` would say."""

    def doubled(self, word: str, again: str, after: str, known: Callable[[str], bool]) -> bool:
        """Whether ``word again`` is one word too many: ``again`` begins with ``word``, ``after`` follows it.

        ``known`` says whether a word stands anywhere in the text, so that its other forms can be asked for.
        """

    def edges(self) -> Edges:
        """Where a term is a word of its own."""

    def spellings(self, name: str) -> tuple[str, ...]:
        """The ways to write a term that are the same term: its plural, another spacing. The first is ``name``."""

    def root(self, name: str) -> str:
        """What all inflected forms of a term in its dictionary form have in common."""

    def refit(self, tail: str, before: str, after: str) -> str:
        """``tail``, the inflection that follows the word ``before``, as it must be after the word ``after``."""


@lru_cache(maxsize=32)
def get(code: str) -> Language:
    """The facts of a language, by ISO 639-1 code."""
    module = import_module(f"mtaudit.languages.{MODULES.get(code, 'generic')}")
    return module.language(code)  # type: ignore[no-any-return]
