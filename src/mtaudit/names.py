"""Which names and terms a document uses, and where: facts that the rules about names share.

Names are compared over the whole document, so the segments' prose is joined into one text (``prose``), searched at the
speed of ``re``, and every offset is brought back to its segment when a rule reports it. Ask for each fact through
``view.once(names.prose)``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from mtaudit.languages.ko import noun_tail, transliteration

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mtaudit.report import Hit, Related
    from mtaudit.view import DocumentView, SegmentView

LONGEST = 1_000_000
"""Names are compared within so many code points of prose, about two long novels; what follows them is not looked at."""
ALIKE = 0.2
"""The distance (``transliteration.distance``) up to which Hangul is taken to spell a Latin name."""
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
            texts.append(view.text)
            starts.append(size)
            views.append(view)
            size += len(view.text) + 1
    return Prose("\n".join(texts), starts, views)


class Gloss(NamedTuple):
    """``나토(NATO)`` or ``NATO(나토)``. ``start`` and ``end`` enclose both; ``sounded``: the one spells the other's sound."""

    start: int
    end: int
    native: str
    native_start: int
    latin: str
    latin_start: int
    sounded: bool


@cache
def _parenthesis() -> re.Pattern[str]:
    return re.compile(r"[(（]([^()（）\n]{2,90})[)）]")


@cache
def _latin_part() -> re.Pattern[str]:
    return re.compile(r"(?<![^\s·,;:/(（])[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9.'’&+\-]+(?: [A-Za-zÀ-ɏ0-9.'’&+\-]+){0,6}(?![^\s·,;:/)）])")


@cache
def _head() -> re.Pattern[str]:
    return re.compile(r"([가-힣ァ-ヶーA-Za-zÀ-ɏ0-9][가-힣ァ-ヶーA-Za-zÀ-ɏ0-9.'’&·\- ]*)[’'”\"」』>]? ?\Z")


def glosses(document: DocumentView) -> tuple[Gloss, ...]:
    """Every name that the document itself explains in the other script, in the order of the text."""
    text = document.once(prose).text
    return tuple([g for m in _parenthesis().finditer(text) for g in _glosses_at(text, m)])


def _glosses_at(text: str, m: re.Match[str]) -> Iterator[Gloss]:
    head = _head().search(text, max(0, m.start() - 60), m.start())
    if head is None:
        return
    before, inside = head[1].rstrip(), m[1]
    if is_native(before[-1]):
        for part in _latin_part().finditer(inside):
            native, sounded = _best_head(before, part[0])
            at = head.start(1) + len(before) - len(native)
            yield Gloss(at, m.end(), native, at, part[0], m.start(1) + part.start(), sounded)
    elif is_native(inside[0]) and (tail := re.search(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9.'’&\-]*(?: [A-Za-zÀ-ɏ0-9.'’&\-]+)*\Z", before)):
        native = re.split(r"[,·;:/]", inside)[0].strip()
        at = head.start(1) + tail.start()
        yield Gloss(at, m.end(), native, m.start(1), tail[0], at, sounds_like(native, tail[0]))


def is_native(char: str) -> bool:
    return "가" <= char <= "힣" or "ァ" <= char <= "ー"


def sounds_like(native: str, latin: str) -> bool:
    """Whether ``native`` writes down the sound of ``latin``; katakana is taken to do so."""
    if "ァ" <= native[-1] <= "ー":
        return True
    return transliteration.distance(native, latin) <= ALIKE


def _best_head(before: str, latin: str) -> tuple[str, bool]:
    """As many words before the parenthesis as the Latin sounds like; the last one where none does."""
    words = [m.start() for m in re.finditer(r"\S+", before)]
    last = before[words[-1] :]
    if "ァ" <= last[-1] <= "ー":
        return last, True
    best = (ALIKE, "")
    for count in range(1, min(len(words), 6) + 1):
        native = before[words[-count] :]
        best = min(best, (transliteration.distance(native, latin) + 0.001 * count, native))
    return (best[1], True) if best[1] else (last, False)


def latin_runs(document: DocumentView) -> tuple[tuple[int, str], ...]:
    """Runs of capitalised Latin words, ``Jens Stoltenberg``, each with its offset."""
    pattern = re.compile(r"(?<![A-Za-z0-9À-ɏ])[A-ZÀ-Þ][A-Za-z0-9À-ɏ'’&\-]*(?: (?:(?:de|van|von|der|bin|al|of|for) )?[A-ZÀ-Þ][A-Za-z0-9À-ɏ.'’&\-]*){0,4}")
    return tuple([(m.start(), m[0]) for m in pattern.finditer(document.once(prose).text)])


def foreign_words(document: DocumentView) -> dict[str, list[int]]:
    """Words in Hangul that look foreign, without particles, and where each begins."""
    text = document.once(prose).text
    out: dict[str, list[int]] = {}
    stem, plain, looks_foreign = noun_tail.stem, noun_tail.without_verb, transliteration.looks_foreign
    for m in transliteration.foreign_syllable().finditer(text):
        start = m.start()
        while start and "가" <= text[start - 1] <= "힣":
            start -= 1
        word = text[start : m.end()]
        if 2 < len(word) < 20:
            word = plain(stem(word))
            if len(word) > 2 and looks_foreign(word):
                out.setdefault(word, []).append(start)
    return out


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
    out: dict[str, list[int]] = {}
    for start, _, which in automaton.find_overlapping(document.once(prose).text):
        out.setdefault(forms[which], []).append(start)
    return out


def is_word(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is a word of its own, with or without particles."""
    if start and (text[start - 1].isalnum() or text[start - 1] in "_-"):
        return False
    stop = end
    while "가" <= text[stop : stop + 1] <= "힣":
        stop += 1
    return noun_tail.is_tail(text[end:stop])


def word_before(text: str, start: int) -> str:
    """The Hangul or Latin word that stands one blank before ``start``, or an empty string."""
    if start < 2 or text[start - 1] != " ":
        return ""
    at = start - 1
    while at and text[at - 1].isalnum():
        at -= 1
    return text[at : start - 1]


def native_places(text: str, form: str) -> list[tuple[int, int]]:
    """Where a form in Hangul stands as a word of its own, with or without particles."""
    pattern = re.compile(rf"(?<![가-힣A-Za-z0-9]){re.escape(form)}([가-힣]*)(?![A-Za-z0-9])")
    return [(m.start(), m.start(1)) for m in pattern.finditer(text) if noun_tail.is_tail(m[1])]


def latin_places(text: str, form: str) -> list[tuple[int, int]]:
    """Where a Latin form stands by itself: not in a longer Latin name, an identifier or an address."""
    around = r"A-Za-z0-9À-ɏ_@#/\\\-&"
    pattern = re.compile(rf"(?<![{around}.])(?<![A-Za-z0-9,] ){re.escape(form)}(?![{around}])(?! [A-Za-z0-9])(?!\.[A-Za-z0-9])")
    return [m.span() for m in pattern.finditer(text)]


def heard(document: DocumentView) -> tuple[tuple[str, tuple[str, ...], bool], ...]:
    """Latin names that also stand in Hangul by their sound: the Latin, the Hangul, and whether one common word is all there is.

    Found without a gloss: acronyms of the language's list, names of two words and more (옌스 스톨텐베르그), names of which one
    word is the same (AAD 그래프), and single words with a capital letter (엘레즈).
    """
    from mtaudit.languages.ko import loanwords, term_pairs

    text = document.once(prose).text
    runs = dict.fromkeys(run for _, run in document.once(latin_runs))
    words = {word for run in runs for word in run.split()}
    out = [(a, (h,), False) for a, h in term_pairs.acronyms().items() if a in words and h in text]
    done = {a for a, _, _ in out}
    index: dict[str, list[str]] = {}
    for word in document.once(foreign_words) if words else ():
        index.setdefault(transliteration.skeleton(word), []).append(word)
    for run in list(runs)[:_MOST_RUNS] if index else ():
        parts = run.rstrip(".").split(" ")
        last = parts[-1]
        if len(last) < 4 or last.isupper() or not last[:1].isupper() or run in done:
            continue
        for native in sorted({w for key in transliteration.latin_skeletons(last) for w in index.get(key, ())}):
            near = transliteration.distance(native, last)
            if len(parts) == 1 and near <= _ALIKE_ALONE and "-" not in last and native not in loanwords.common():
                out.append((last, (native,), native in loanwords.settled() or not _of_person(document, native, last, runs)))
            elif len(parts) > 1 and near <= ALIKE and (whole := _with_words_before(document, native, parts)):
                out.append((" ".join(parts), (whole,), False))
    return tuple(out)


def _of_person(document: DocumentView, native: str, latin: str, runs: Iterable[str]) -> bool:
    """Whether a single word is seen to be a name: part of a longer one, or with a title behind it."""
    from mtaudit.languages.ko import titles

    if any(run.endswith(f" {latin}") for run in runs):
        return True
    text = document.once(prose).text
    for start in document.once(foreign_words)[native][:20]:
        after = text[start + len(native) : start + len(native) + 12].split(" ")
        if transliteration.looks_foreign(word_before(text, start)) or (
            len(after) > 1 and not after[0] and noun_tail.stem(after[1].rstrip(".,")) in titles.titles()
        ):
            return True
    return False


_ALIKE_ALONE = 0.07
"""The distance for a single word, of which nothing else is known."""
_MOST_RUNS = 400
"""So many different Latin names are compared with Hangul by sound."""


def _with_words_before(document: DocumentView, native: str, parts: list[str]) -> str:
    """The name in Hangul whose last word is ``native`` and whose words before it match the Latin ones by letter or sound."""
    text = document.once(prose).text
    for start in document.once(foreign_words)[native][:20]:
        name, at = native, start
        for part in reversed(parts[:-1]):
            word = word_before(text, at)
            if not word or (word != part and transliteration.distance(word, part) > 2 * ALIKE):
                break
            at -= len(word) + 1
            name = f"{word} {name}"
        else:
            return name
    return ""
