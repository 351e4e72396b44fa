"""Which names and terms a document uses, and where: facts that the rules about names share.

Names are compared over the whole document, so the segments' prose is joined into one text (``prose``), searched at the
speed of ``re``, and every offset is brought back to its segment when a rule reports it. Ask for each fact through
``view.once(names.prose)``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from mtaudit.languages.ko import noun_tail, transliteration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtaudit.report import Hit, Related
    from mtaudit.view import DocumentView, SegmentView

LONGEST = 200_000
"""Names are compared within so many code points of prose, some hundred pages; what follows them is not looked at."""
MOST_PLACES = 60
"""How many places one finding lists at most."""


class Prose(NamedTuple):
    """The prose of a document: views of its segments joined by line feeds; ``starts`` are their offsets in ``text``."""

    text: str
    starts: list[int]
    views: list[SegmentView]

    def at(self, offset: int) -> tuple[SegmentView, int]:
        """The segment that ``offset`` falls into, and the offset within it."""
        which = bisect_right(self.starts, offset) - 1
        return self.views[which], offset - self.starts[which]

    def hit(self, start: int, end: int, en: str, ko: str, *, fix: str | None = None, related: tuple[Related, ...] = ()) -> Hit:
        view, first = self.at(start)
        return view.hit(first, first + end - start, en, ko, fix=fix, related=related)

    def related(self, places: list[tuple[int, int]], en: str, ko: str) -> tuple[Related, ...]:
        found = ((*self.at(start), end - start) for start, end in places[:MOST_PLACES])
        return tuple([view.related(first, first + size, en, ko) for view, first, size in found])

    def in_parentheses(self, offset: int) -> bool:
        """Whether an open parenthesis stands before ``offset`` in its line, not more than 120 code points away."""
        before = self.text[max(0, offset - 120) : offset]
        before = before[before.rfind("\n") + 1 :]
        return max(before.rfind("("), before.rfind("（")) > max(before.rfind(")"), before.rfind("）"))


def prose(document: DocumentView) -> Prose:
    """All prose: what is not code."""
    texts: list[str] = []
    starts: list[int] = []
    views: list[SegmentView] = []
    size = 0
    for view in document.segments:
        if view.kind != "code" and size < LONGEST:
            texts.append(view.text[: LONGEST - size])
            starts.append(size)
            views.append(view)
            size += len(view.text) + 1
    return Prose("\n".join(texts), starts, views)


def is_native(char: str) -> bool:
    return "가" <= char <= "힣" or "ァ" <= char <= "ー"


def marked_words(document: DocumentView) -> dict[str, list[int]]:
    """Words of three syllables or more that have a foreign-looking syllable, without particles, and where each begins."""
    text = document.once(prose).text
    out: dict[str, list[int]] = {}
    end = 0
    for m in transliteration.foreign_syllable().finditer(text):
        start = m.start()
        if start < end:
            continue
        end = start + 1
        while "가" <= text[end : end + 1] <= "힣":
            end += 1
        while start and "가" <= text[start - 1] <= "힣":
            start -= 1
        if 2 < end - start < 20 and (text[m.start()] != "그" or m.start() > start or not start):
            word = noun_tail.bare(text[start:end])
            if len(word) > 2:
                out.setdefault(word, []).append(start)
    return out


def foreign_words(document: DocumentView) -> dict[str, list[int]]:
    """The marked words that look foreign as a whole, or are known to be."""
    return {w: at for w, at in document.once(marked_words).items() if transliteration.looks_foreign(w)}


@cache
def _vocabulary() -> tuple[Any, list[str]]:
    from daachorse import CharwiseDoubleArrayAhoCorasick

    from mtaudit.languages.ko import term_pairs, titles

    forms = [*titles.offices(), *titles.of_state(), *term_pairs.COMPOUND_HEADS.split()]
    forms += [form for concept in term_pairs.concepts() for form in concept.forms]
    forms = list(dict.fromkeys(forms))
    return CharwiseDoubleArrayAhoCorasick(forms), forms


def vocabulary(document: DocumentView) -> dict[str, list[int]]:
    """Where titles, terms and heads of compounds stand, in longer words too. See ``is_word``."""
    automaton, forms = _vocabulary()
    out: defaultdict[int, list[int]] = defaultdict(list)
    for start, _, which in automaton.find_overlapping(document.once(prose).text):
        out[which].append(start)
    return {forms[which]: starts for which, starts in out.items()}


def is_word(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is a word of its own, with or without particles."""
    if start and (text[start - 1].isalnum() or text[start - 1] in "_-"):
        return False
    return noun_tail.is_tail(first_word(text, end))


def word_before(text: str, start: int) -> str:
    """The Hangul or Latin word that stands one blank before ``start``, or an empty string."""
    if start < 2 or text[start - 1] != " ":
        return ""
    at = start - 1
    while at and text[at - 1].isalnum():
        at -= 1
    return text[at : start - 1]


def first_word(text: str, start: int) -> str:
    """The run of Hangul that begins at ``start``."""
    end = start
    while "가" <= text[end : end + 1] <= "힣":
        end += 1
    return text[start:end]


def looks_like_holder(text: str, start: int) -> bool:
    """Whether a foreign name in Hangul stands before ``start``, where a title begins: that title is taken."""
    word = word_before(text, start)
    return "가" <= word[:1] <= "힣" and transliteration.looks_foreign(word)


def _finds(text: str, form: str) -> Iterator[int]:
    """Where ``form`` occurs; ``str.find`` is ten times as fast as a pattern that begins with a look behind."""
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + len(form))


def native_places(text: str, form: str) -> list[tuple[int, int]]:
    """Where a form in Hangul stands as a word of its own, with or without particles."""
    return [(at, at + len(form)) for at in _finds(text, form) if is_word(text, at, at + len(form))]


_BESIDE = frozenset("_@#/\\-&")


def latin_places(text: str, form: str) -> list[tuple[int, int]]:
    """Where a Latin form stands by itself: not in a longer Latin name, an identifier or an address."""
    return [(at, at + len(form)) for at in _finds(text, form) if _stands_alone(text, at, at + len(form))]


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before and (
        is_latin(before[-1]) or before[-1] in _BESIDE or before[-1] == "." or (before[-1] == " " and is_latin(before[0], ","))
    ):
        return False
    return not after or not (
        is_latin(after[0])
        or after[0] in _BESIDE
        or (after[0] == "." and is_latin(after[-1], ""))
        or (after[0] == " " and after[-1].isalpha() and after[-1].isascii())
    )


def is_latin(char: str, others: str = "") -> bool:
    """Whether ``char`` is a Latin letter, a digit or one of ``others``."""
    return (char.isalnum() and char < "\u0250") or (char in others)
