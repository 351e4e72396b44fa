"""What stands in a sentence and in its translation alike: figures, Latin words, addresses, names by their sound, marks, frequent words.

An anchor is a kind and a text (``("figure", "1500000")``). How much one tells depends on how rare it is and on how surely a
translation keeps it; ``KEPT`` are rough shares, chosen so that a missing anchor costs little where renderings are free.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from math import log
from typing import TYPE_CHECKING, NamedTuple

from mtaudit.alignment import concepts, names
from mtaudit.quantities import quantities

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Anchor = tuple[str, str]

KEPT = {
    "figure": 0.9,
    "address": 0.95,
    "latin": 0.9,
    "name": 0.6,
    "mark": 0.7,
    "word": 0.5,
    "concept": 0.6,
    "rendered": 0.7,
    "same": 0.5,
}
"""Share of the anchors of each kind that a translation keeps."""
WEIGHT = {"word": 0.6}
"""What one of several witnesses counts: words that were learnt together come in phrases."""
_ALWAYS = frozenset({"figure", "address", "latin"})
"""Kinds whose absence tells something even if the other text never has the anchor."""
_MISSED = frozenset({"figure", "address", "mark", "concept"})
"""Kinds whose absence tells something whatever the languages are."""

_MOST = 6.0
"""What one anchor tells at most: chance has ways that no count shows."""

_QUOTES = frozenset('"“”„«»「」『』')
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"'()가-힣]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


@cache
def _latin() -> re.Pattern[str]:
    """Words of Latin letters; Hangul and Han may touch them."""
    letters = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
    return re.compile(rf"[{letters}][{letters}0-9&.'’+#-]*")


class Side(NamedTuple):
    """The anchors of the sentences of one text, and the kinds of which it tells something that the other text has none."""

    sentences: list[set[Anchor]]
    missed: frozenset[str]


def read(text: str, lang: str) -> set[Anchor]:
    """The anchors of one sentence that can be told without the other side."""
    out: set[Anchor] = {("figure", _value(q.kind, q.value)) for q in quantities(text, lang) if q.sure or q.digits}
    out.update([("address", m[0].rstrip(".,;:!?").casefold()) for m in _ADDRESS.finditer(text)])
    for mark in "?!":
        if mark in text or chr(ord(mark) + 0xFEE0) in text:
            out.add(("mark", mark))
    if not _QUOTES.isdisjoint(text):
        out.add(("mark", '"'))
    if "(" in text or "（" in text:
        out.add(("mark", "("))
    out.update([("concept", concept) for concept in concepts.found(text, lang)])
    for m in _latin().finditer(text):
        word = m[0].rstrip(".'’-&+#").casefold()
        out.add(("latin", word[:-2] if word.endswith(("'s", "’s")) else word))
    return out


def _value(kind: str, value: float) -> str:
    return f"{kind} {value:g}" if kind in ("weekday", "time") else f"{value:.12g}"


def both(sources: Sequence[str], targets: Sequence[str], langs: tuple[str, str]) -> tuple[Side, Side]:
    """The anchors of all sentences of both sides, with those that only both sides together tell."""
    texts = (sources, targets)
    latin = [writes_latin(side) for side in texts]
    out = []
    for side, lang, is_latin in zip(texts, langs, latin, strict=True):
        found = [read(text, lang) for text in side]
        if all(latin):  # then any word may be a name, or none
            found = [{("same", text) if kind == "latin" else (kind, text) for kind, text in anchors} for anchors in found]
        out.append(Side(found, _MISSED if is_latin else _MISSED | {"latin"}))
    if "ko" in langs and langs[0] != langs[1]:
        foreign = 1 - langs.index("ko")
        _with_korean(out, foreign, texts, langs[foreign])
    return out[0], out[1]


def _with_korean(sides: list[Side], foreign: int, texts: tuple[Sequence[str], Sequence[str]], lang: str) -> None:
    """Adds the names and, of English, the words that the Korean side renders.

    Many words sound or translate like some other, so that only the foreign side can miss one.
    """
    words = {"name": names.heard(texts[foreign], texts[1 - foreign])}
    if lang == "en":
        words["rendered"] = _rendered(texts[foreign], texts[1 - foreign])
        for side in sides:  # of the same words, less exactly
            for anchors in side.sentences:
                anchors.difference_update([anchor for anchor in anchors if anchor[0] == "concept"])
    for kind, found in words.items():
        for word, numbers in found.items():
            for side, own in zip((sides[foreign], sides[1 - foreign]), numbers, strict=True):
                for number in own:
                    side.sentences[number].add((kind, word))
    # Every noun of German looks like a name.
    missed = frozenset(words) - ({"name"} if lang == "de" else frozenset())
    sides[foreign] = sides[foreign]._replace(missed=sides[foreign].missed | missed)


def _rendered(english: Sequence[str], korean: Sequence[str]) -> dict[str, tuple[list[int], list[int]]]:
    """Frequent English words, each with its sentences and with those of the Korean side that have a rendering of it."""
    from mtaudit.languages.ko.from_english import renderings

    where: defaultdict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(english):
        for word in set(_latin().findall(text)):
            if word.islower():
                where[word].append(number)
    forms = {word: found for word in where if (found := renderings(word))}
    holders = _holders({form for found in forms.values() for form in found}, korean)
    return {word: (where[word], sorted(set().union(*[holders.get(f, ()) for f in found]))) for word, found in forms.items()}


def _holders(forms: set[str], sentences: Sequence[str]) -> Mapping[str, list[int]]:
    """The sentences in which each form stands, anywhere in a word."""
    sizes = sorted({len(form) for form in forms})
    out: defaultdict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(sentences):
        for form in {text[i : i + size] for size in sizes for i in range(len(text) - size + 1)} & forms:
            out[form].append(number)
    return out


def writes_latin(sentences: Iterable[str]) -> bool:
    """Whether most letters of a text are Latin."""
    letters = [char for sentence in sentences for char in sentence if char.isalpha()]
    return 2 * sum([char < "\u0250" or "\u1e00" <= char < "\u1f00" for char in letters]) > len(letters)


def places(sides: Iterable[set[Anchor]]) -> dict[Anchor, list[int]]:
    """The sentences of each anchor."""
    out: defaultdict[Anchor, list[int]] = defaultdict(list)
    for number, anchors in enumerate(sides):
        for anchor in anchors:
            out[anchor].append(number)
    return out


def loss(anchor: Anchor, missed: frozenset[str], where: Mapping[Anchor, Sequence[int]], size: int) -> float:
    """What it costs (0 or less) that a sentence has an anchor and the other side of its bead has not; ``where`` the other text has it."""
    kind = anchor[0]
    if kind not in missed or (kind not in _ALWAYS and anchor not in where):
        return 0.0
    return min(0.0, log((1 - KEPT[kind]) / max(0.05, 1 - len(where.get(anchor, ())) / size))) * WEIGHT.get(kind, 1.0)


def told(anchor: Anchor, frequency: float) -> float:
    """What it tells that both sides of a bead have an anchor which that share of the sentences has."""
    return max(0.0, min(_MOST, log(KEPT[anchor[0]] / frequency))) * WEIGHT.get(anchor[0], 1.0)
