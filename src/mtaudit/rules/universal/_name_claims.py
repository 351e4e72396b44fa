"""Which stretch of a text stands for which name of its source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from mtaudit.languages import sounds
from mtaudit.rules.universal import _heard_names
from mtaudit.rules.universal._heard_names import Run
from mtaudit.rules.universal._source_names import Name
from mtaudit.sources import Pair


class Claim(NamedTuple):
    """A stretch of the text that stands for a name."""

    start: int
    end: int
    root: str


def claims(named: Sequence[Name], pair: Pair, lang: str, here: str, where: Sequence[Run]) -> tuple[list[Claim], list[Name]]:
    """Which stretch stands for which name, and the names that have none. No stretch stands for two names, the nearest has it."""
    text = pair.view.text.casefold()
    made: list[Claim] = []
    missing: list[Name] = []
    heard = []
    for name in named:
        if any(word.casefold().removesuffix("s") in text for word in name.words):
            continue
        if here in ("ko", "ja") and lang != "ko":
            found = [_heard_names.stretches(word, lang, where) for word in _sought(name)]
            heard.append((min((s.distance for several in found for s in several), default=1.0), name, found))
        elif not _spelled(name, pair.view.text, lang, here):
            missing.append(name)
    for _, name, found in sorted(heard, key=lambda item: (item[0], item[1].start)):
        best = [next((s for s in several if _free(s.start, s.end, name, made)), None) for several in found]
        mine = [Claim(s.start, s.end, _root(name)) for s in best if s is not None]
        made += mine
        if not mine:
            missing.append(name)
    return made, sorted(missing, key=lambda name: name.start)


def _root(name: Name) -> str:
    return sounds.romanized(name.words[-1])[:4].casefold()


def _free(start: int, end: int, name: Name, claims: Sequence[Claim]) -> bool:
    """Whether no name of another root has this place: Mexico and the Mexicans may share one."""
    return not any(start < c.end and c.start < end and c.root != _root(name) for c in claims)


def resembles(name: Name, lang: str, where: Sequence[Run], claims: Sequence[Claim]) -> bool:
    """Whether something in the text that stands for no other name may be another spelling of this one."""
    return any(
        _free(s.start, s.end, name, claims) for word in _sought(name) for s in _heard_names.stretches(word, lang, where, loose=True)
    )


def _sought(name: Name) -> tuple[str, ...]:
    """The words of a name, and all of them as one, as Hangul often writes them."""
    whole = re.sub(r"['’]s$|[^\w]", "", name.text)
    return (*name.words, whole) if " " in name.text else name.words


def _spelled(name: Name, text: str, lang: str, here: str) -> bool:
    """Whether a text in Latin or Cyrillic letters has the name; one word alone may be a place that each language calls otherwise."""
    from mtaudit.languages.ko import transliteration

    if here == "ja":
        words = re.findall("[ァ-ヺー]{2,}", text.replace("・", ""))
    elif here in ("ko", "en", "de", "fr", "es", "vi", "ru"):
        words = re.findall(r"[^\W\d_]{3,}", text)
        words += [one + other for one, other in pairwise(words) if one[0].isupper() and other[0].isupper()]
    else:
        return True
    if lang in ("ko", "ja"):
        sound = [word if lang == "ko" else "".join(c for c, _ in sounds.hangul(word)) for word in name.words]
        return any(
            transliteration.distance(heard, sounds.romanized(word)) <= (0.08 if word[0].islower() else 0.2)
            for heard in sound
            for word in words
        )
    return len(name.words) < 2 or any(sounds.spelled_alike(mine, word) for mine in name.words for word in words)
