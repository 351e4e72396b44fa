"""Which names a document writes both in Latin letters and in its own.

A document tells it itself by glosses, 나토(NATO); otherwise by the sound: 옌스 스톨텐베르그 spells Jens Stoltenberg. Ask for each fact
through ``view.once(glosses.glosses)``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtaudit.languages.ko import noun_tail, transliteration
from mtaudit.names import first_word, foreign_words, is_latin, is_native, prose, word_before

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mtaudit.view import DocumentView

ALIKE = 0.2
"""The distance (``transliteration.distance``) up to which Hangul is taken to spell a Latin name."""
_ALIKE_ALONE = 0.05
"""The distance for a single word, of which nothing else is known."""
_MOST_RUNS = 150
"""So many different Latin names are compared with Hangul by sound."""
_MOST_ALIKE = 8
"""So many words in Hangul of the same consonants are compared with one Latin name."""


_LONGEST = 90
"""Characters that a gloss has at most, with whatever else its parentheses hold."""


class Gloss(NamedTuple):
    """``나토(NATO)`` or ``NATO(나토)``. ``start`` and ``end`` enclose both; ``sounded``: the one spells the other's sound."""

    start: int
    end: int
    native: str
    native_start: int
    latin: str
    latin_start: int
    sounded: bool


class Parenthesis(NamedTuple):
    """``text[start:end]`` with both its marks, and what they enclose."""

    start: int
    end: int
    inside: str


def parentheses(text: str, most: int) -> Iterator[Parenthesis]:
    """The innermost parentheses of a text, half or full width, that hold two to ``most`` characters in one line."""
    half = text.replace("（", "(").replace("）", ")") if "（" in text or "）" in text else text
    start = half.find("(")
    while start >= 0:
        close = half.find(")", start + 1, start + most + 2)
        start = half.rfind("(", start, close) if close > 0 else start
        if close > start + 2 and "\n" not in (inside := text[start + 1 : close]):
            yield Parenthesis(start, close + 1, inside)
        start = half.find("(", max(start, close) + 1)


def glosses(document: DocumentView) -> tuple[Gloss, ...]:
    """Every name that the document itself explains in the other script, in the order of the text."""
    text = document.once(prose).text
    return tuple([g for p in parentheses(text, _LONGEST) for g in _glosses_at(text, p)])


def _glosses_at(text: str, p: Parenthesis) -> Iterator[Gloss]:
    inside = p.inside
    end = p.start - 1
    while end > p.start - 3 and end > 0 and text[end] in " ’'”\"」』>":
        end -= 1
    if end < 0 or not (is_native(text[end]) or is_native(inside[0])):
        return
    before = text[_head(text, end + 1) : end + 1]
    if not before:
        return
    if is_native(before[-1]):
        start = p.start + 1
        for piece in _pieces(inside):
            latin = piece.strip().removeprefix("이하 ")
            if _is_latin_name(latin):
                native, sounded = _best_head(before, latin)
                at = end + 1 - len(native)
                yield Gloss(at, p.end, native, at, latin, start + piece.index(latin), sounded)
            start += len(piece) + 1
    elif tail := _latin_tail(before):
        native = _pieces(inside)[0].strip()
        yield Gloss(end + 1 - len(tail), p.end, native, p.start + 1, tail, end + 1 - len(tail), sounds_like(native, tail))


_IN_NAMES = ".'’&- "
"""What stands between the letters of a Latin name."""


def _head(text: str, end: int) -> int:
    """Where the words of letters and digits begin that end at ``end``, at most 60 characters."""
    start = end
    while start > max(0, end - 60) and (is_native(c := text[start - 1]) or is_latin(c, ".'’&·- \u00a0")):
        start -= 1
    return start


def _pieces(inside: str) -> list[str]:
    for mark in "·;:/、":
        inside = inside.replace(mark, ",")
    return inside.split(",")


def _is_latin_name(text: str) -> bool:
    """Whether this is a Latin name of at most seven words."""
    return (
        len(text) > 1
        and text[0].isalpha()
        and text[0] < "\u0250"
        and text[-1] not in "'’&+- "
        and text.count(" ") < 7
        and all(is_latin(c, _IN_NAMES + "+") for c in text)
    )


def _latin_tail(before: str) -> str:
    """The Latin words that ``before`` ends with, from the first that begins with a letter."""
    at = len(before)
    while at and is_latin(before[at - 1], _IN_NAMES):
        at -= 1
    words = before[at:].rpartition("  ")[2].split(" ")
    while words and not words[0][:1].isalpha():
        del words[0]
    return " ".join(words)


def is_body(native: str, latin: str) -> bool:
    """Whether ``latin`` is the acronym of an organisation of one word: 유럽연합(EU)."""
    from mtaudit.languages.ko.term_pairs import BODIES

    return len(native) > 3 and native.endswith(BODIES) and latin.isalpha() and latin.isupper()


def sounds_like(native: str, latin: str) -> bool:
    """Whether ``native`` writes down the sound of ``latin``; katakana is taken to do so."""
    if "ァ" <= native[-1] <= "ー":
        return True
    return transliteration.distance(native, latin, ALIKE) <= ALIKE


def _best_head(before: str, latin: str) -> tuple[str, bool]:
    """As many words before the parenthesis as the Latin sounds like; the last one where none does."""
    words = [m.start() for m in re.finditer(r"\S+", before)]
    last = before[words[-1] :]
    if "ァ" <= last[-1] <= "ー":
        return last, True
    best = (ALIKE, "")
    for count in range(1, min(len(words), 6) + 1):
        native = before[words[-count] :]
        if transliteration.may_sound_like(native, latin):
            best = min(best, (transliteration.distance(native, latin, ALIKE) + 0.001 * count, native))
    return (best[1], True) if best[1] else (last, False)


@cache
def _latin_run() -> re.Pattern[str]:
    # It begins with a class, so that re can skip to it; the look behind comes after the letter.
    word = r"[A-ZÀ-Þ][A-Za-z0-9À-ɏ'’&\-]*"
    return re.compile(
        rf"[A-ZÀ-Þ](?<![A-Za-z0-9À-ɏ].)[A-Za-z0-9À-ɏ'’&\-]*(?: (?:(?:de|van|von|der|bin|al|of|for) )?{word}\.?){{0,4}}"
    )


def latin_runs(document: DocumentView) -> tuple[tuple[int, str], ...]:
    """Runs of capitalised Latin words, ``Jens Stoltenberg``, each with its offset."""
    return tuple([(m.start(), m[0]) for m in _latin_run().finditer(document.once(prose).text)])


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
    near: dict[str, list[tuple[str, float]]] = {}
    for run in list(runs)[:_MOST_RUNS] if index else ():
        parts = run.rstrip(".").split(" ")
        last = parts[-1]
        if len(last) < 4 or last.isupper() or not last[0].isupper() or run in done:
            continue
        if last not in near:
            like = sorted(w for key in transliteration.latin_skeletons(last) if key in index for w in index[key][:_MOST_ALIKE])
            near[last] = [(w, far) for w in like if (far := transliteration.distance(w, last, ALIKE)) <= ALIKE]
        for native, far in near[last]:
            if len(parts) > 1 and (whole := _with_words_before(document, native, parts)):
                out.append((" ".join(parts), (whole,), False))
            elif len(parts) == 1 and far <= _ALIKE_ALONE and "-" not in last and native not in loanwords.common():
                out.append((last, (native,), native in loanwords.settled() or not _of_person(document, native, last, runs)))
    return tuple(out)


def _of_person(document: DocumentView, native: str, latin: str, runs: Iterable[str]) -> bool:
    """Whether a single word is seen to be a name: part of a longer one, or with a title behind it."""
    from mtaudit.languages.ko import titles

    if any(run.endswith(f" {latin}") for run in runs):
        return True
    text = document.once(prose).text
    for start in document.once(foreign_words)[native][:20]:
        end = start + len(native)
        after = first_word(text, end + 1) if text[end : end + 1] == " " else ""
        if transliteration.looks_foreign(word_before(text, start)) or noun_tail.stem(after) in titles.titles():
            return True
    return False


def _with_words_before(document: DocumentView, native: str, parts: list[str]) -> str:
    """The name in Hangul whose last word is ``native`` and whose words before it match the Latin ones by letter or sound."""
    text = document.once(prose).text
    for start in document.once(foreign_words)[native][:20]:
        name, at = native, start
        for part in reversed(parts[:-1]):
            word = word_before(text, at)
            if not word or (word != part and transliteration.distance(word, part, 2 * ALIKE) > 2 * ALIKE):
                break
            at -= len(word) + 1
            name = f"{word} {name}"
        else:
            return name
    return ""
