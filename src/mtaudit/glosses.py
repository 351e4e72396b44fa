"""Which names a document writes both in Latin letters and in its own.

A document tells it itself by glosses, 나토(NATO); otherwise by the sound: 옌스 스톨텐베르그 spells Jens Stoltenberg. Ask for each fact
through ``view.once(glosses.glosses)``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtaudit.languages.ko import noun_tail, transliteration
from mtaudit.names import first_word, foreign_words, is_native, prose, word_before

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
    return re.compile(r"\s*(?:이하 )?([A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9.'’&+\- ]*[A-Za-zÀ-ɏ0-9.])\s*")


@cache
def _no_head() -> re.Pattern[str]:
    return re.compile(r"[^가-힣ァ-ヶーA-Za-zÀ-ɏ0-9.'’&·\- \u00a0]")


def glosses(document: DocumentView) -> tuple[Gloss, ...]:
    """Every name that the document itself explains in the other script, in the order of the text."""
    text = document.once(prose).text
    return tuple([g for m in _parenthesis().finditer(text) for g in _glosses_at(text, m)])


def _glosses_at(text: str, m: re.Match[str]) -> Iterator[Gloss]:
    inside = m[1]
    end = m.start() - 1
    while end > m.start() - 3 and end > 0 and text[end] in " ’'”\"」』>":
        end -= 1
    if end < 0 or not (is_native(text[end]) or is_native(inside[0])):
        return
    before = _no_head().split(text[max(0, end - 60) : end + 1])[-1]
    if not before:
        return
    if is_native(before[-1]):
        start = m.start(1)
        for piece in _parts().split(inside):
            part = _latin_part().fullmatch(piece)
            if part and part[1].count(" ") < 7:
                native, sounded = _best_head(before, part[1])
                at = end + 1 - len(native)
                yield Gloss(at, m.end(), native, at, part[1], start + part.start(1), sounded)
            start += len(piece) + 1
    elif tail := _latin_tail().search(before):
        native = _parts().split(inside)[0].strip()
        at = end + 1 - len(before) + tail.start()
        yield Gloss(at, m.end(), native, m.start(1), tail[0], at, sounds_like(native, tail[0]))


@cache
def _latin_tail() -> re.Pattern[str]:
    return re.compile(r"(?<![A-Za-zÀ-ɏ0-9.'’&\-])[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9.'’&\-]*(?: [A-Za-zÀ-ɏ0-9.'’&\-]+)*\Z")


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(r"[,·;:/、]")


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
        if transliteration.may_sound_like(native, latin):
            best = min(best, (transliteration.distance(native, latin) + 0.001 * count, native))
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
            near[last] = [(w, far) for w in like if (far := transliteration.distance(w, last)) <= ALIKE]
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
            if not word or (word != part and transliteration.distance(word, part) > 2 * ALIKE):
                break
            at -= len(word) + 1
            name = f"{word} {name}"
        else:
            return name
    return ""
