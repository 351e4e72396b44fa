"""Runs of words that may be terms, in languages that put blanks between words; and in Japanese, by its scripts."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LINKS = " \u00a0-"
"""What may stand between two words of one term."""
CONNECTORS = frozenset({"of", "for", "and", "de", "van", "von", "the"})
"""Words inside names (Code for America), never at their ends."""
_LONGEST, _LONGEST_NAME = 3, 6
"""Words of a term, and of a name in Latin letters."""
_EVERYWHERE = 0.02
"""A short word in so large a share of the lines is a function word of its language."""


_ENGLISH = frozenset(
    """
    one two three four five six seven eight nine ten first second third last next another many much several less least half
    nothing something everything anything nobody somebody everybody anybody none everyone anyone well even still already however
    said says say saying made make makes making took take takes taken got get gets used use uses using including according following
    time times year years month months week weeks day days hour hours minute minutes today yesterday tomorrow way ways part parts
    end place thing things people world lot kind number side case new old good best great little long
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    """.split()
)
"""English words of number, time and reporting that belong to no term."""


class Piece(NamedTuple):
    """A word by its offsets. ``edge``: a term may begin or end with it."""

    start: int
    end: int
    edge: bool = True


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_][\w'’&+]*(?:-[\w'’&+]+)*")


@cache
def _japanese() -> re.Pattern[str]:
    return re.compile(r"[ァ-ヴー・]{3,}|[一-龥々]{2,}[ァ-ヴー]*|[A-Z][A-Za-z0-9]+")


def function_words(texts: Iterable[str], lang: str) -> frozenset[str]:
    """Words that no term begins or ends with: English ones from a list, those of another language by how they are spread."""
    if lang == "en":
        from mtaudit.languages import english

        return english.FUNCTION | _ENGLISH
    lines = 0
    seen: Counter[str] = Counter()
    for text in texts:
        lines += 1
        seen.update({word.lower() for word in _word().findall(text) if len(word) < 6})
    return frozenset(word for word, count in seen.items() if len(word) < 3 or count > max(5, lines * _EVERYWHERE))


def chains(text: str, lang: str, function: frozenset[str]) -> Iterator[list[Piece]]:
    """Runs of words that no mark and no function word divides."""
    if lang == "ja":
        for m in _japanese().finditer(text):
            yield [Piece(*m.span())]
        return
    chain: list[Piece] = []
    for m in _word().finditer(text):
        linked = not chain or (m.start() - chain[-1].end == 1 and text[chain[-1].end] in LINKS)
        end = _end(m)
        word = text[m.start() : end].lower()
        inner = word in CONNECTORS and linked and chain and text[chain[-1].start].isupper()
        if chain and (not linked or (word in function and not inner)):
            yield chain
            chain = []
        if inner or word not in function:
            chain.append(Piece(m.start(), end, not inner))
    if chain:
        yield chain


def _end(m: re.Match[str]) -> int:
    """Where the word ends without its English genitive."""
    return m.end() - 2 if m[0].endswith(("'s", "’s")) else m.end()


def begins_sentence(text: str, start: int) -> bool:
    """Whether a word stands first in its sentence or line, where it has a capital letter anyway."""
    before = text[max(0, start - 3) : start].rstrip(" \"'“‘(")
    return before[-1] in ".!?:…" if before else start < 4


def grams(text: str, chain: list[Piece]) -> Iterator[str]:
    """Every run of one to three words of a chain as it is written; names in Latin letters may be longer."""
    for first, piece in enumerate(chain):
        if not piece.edge:
            continue
        for count, last in enumerate(chain[first : first + _LONGEST_NAME], 1):
            form = text[piece.start : last.end]
            if count > _LONGEST and not (form[0].isupper() and form[-1] < "\u0250"):
                break
            if last.edge:
                yield form


def key(form: str, lang: str) -> str:
    """What all spellings of a term with other blanks, hyphens and capitals have in common."""
    bare = form.casefold()
    for link in LINKS:
        bare = bare.replace(link, "" if lang == "ko" else " ")
    return bare
