"""Writing a name in the place of another, so that the word round it stays right; and where nothing may be written."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from mtaudit.languages import quotations
from mtaudit.terms import squeezed

if TYPE_CHECKING:
    from mtaudit.terms import Use
    from mtaudit.terms.matching import Found
    from mtaudit.view import SegmentView


_SEPARATORS = ",·/;:、=~∼"
"""What stands between the names in the parentheses of a gloss."""
_QUOTES = {"‘": "’", "“": "”", "'": "'", '"': '"', "「": "」", "『": "』", "《": "》", "〈": "〉", "<": ">"}
_GLOSS = re.compile(r" ?[(（][^()（）\n]{1,80}[)）]")
_HANGUL = re.compile("[가-힣]+")


def in_gloss(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is one of the names that parentheses after a word hold: NATO in 나토(NATO·OTAN)."""
    opening = max(text.rfind("(", max(0, start - 80), start), text.rfind("（", max(0, start - 80), start))
    if opening < 1 or not (text[opening - 1].isalnum() or text[opening - 1] in "’”'\"」』》>"):
        return False
    if any(mark in text[opening:start] for mark in ")）"):
        return False
    before, after = text[opening + 1 : start].rstrip(), text[end : end + 2].lstrip()
    return (not before or before[-1] in _SEPARATORS) and (not after or after[0] in _SEPARATORS + ")）")


def is_mention(text: str, start: int, end: int) -> bool:
    """Whether quotation marks enclose this name and nothing else, so that the word itself may be meant."""
    return text[start - 1 : start] in _QUOTES and text[end : end + 1] == _QUOTES.get(text[start - 1 : start])


class Writing(NamedTuple):
    """Other text for ``segment.target[start:end]``, a place in the file."""

    start: int
    end: int
    text: str


def replacement(view: SegmentView, found: Found, new: str) -> Writing | None:
    """What to write so that the text says ``new`` in the place of what was found, with the particle that belongs to it.

    The particle may stand behind a quotation mark, markup or a gloss, which stay. None where nothing may be written: inside
    a gloss, in somebody's words, where a gloss beside the name already says ``new``, where markup divides the name.
    """
    text, start, end = view.text, found.start, found.end
    if in_gloss(text, start, end) or _in_speech(text, start, end):
        return None
    gloss = _GLOSS.match(text, _behind_mark(text, start, end))
    if gloss and new.lower() in gloss[0].lower():
        return None
    return _written(view, start, end, gloss.end() if gloss else _behind_mark(text, start, end), new)


def introduction(use: Use, form: str) -> Writing | None:
    """What to write so that the name, with the gloss that it may have, is in the form of a first mention."""
    view, (start, end, *_) = use
    gloss = _GLOSS.match(view.text, end)
    if gloss is None:
        return replacement(view, use.found, form)
    if in_gloss(view.text, start, end) or _in_speech(view.text, start, end):
        return None
    return _written(view, start, gloss.end(), gloss.end(), form, view.text[start:end])


def _written(view: SegmentView, start: int, end: int, stop: int, new: str, old: str = "") -> Writing | None:
    """``new`` for ``view.text[start:end]``, and the tail of the word that begins at ``stop`` refitted."""
    raw = view.segment.target
    place = view.to_raw(start, end)
    if unicodedata.normalize("NFC", raw[slice(*place)]) != view.text[start:end]:
        return None
    run = _HANGUL.match(view.text, stop)
    if run:
        changed = view.document.language.refit(run[0], old or view.text[start:end], new)
        if changed != run[0]:
            tail = view.to_raw(stop, run.end())
            return Writing(place.start, tail.end, new + raw[place.end : tail.start] + changed)
    return Writing(*place, new)


def _behind_mark(text: str, start: int, end: int) -> int:
    return end + is_mention(text, start, end)


def _in_speech(text: str, start: int, end: int) -> bool:
    """Whether the name stands in somebody's words: in double quotation marks that hold more than the name."""
    return quotations.has_marks(text) and any(
        s < start and end < e and text[s] in '“"「『' and (s + 1, e - 1) != (start, end) for s, e in quotations.spans(text)
    )


def says(use: Use, form: str) -> bool:
    """Whether the text says ``form`` here, whatever separates the names in its parentheses."""
    return _plain(use.view.text[use.found.start : use.found.start + len(form) + 8]).startswith(_plain(form))


def _plain(text: str) -> str:
    return squeezed(text).translate(_SEPARATED)


_SEPARATED = str.maketrans(dict.fromkeys(_SEPARATORS, "·"))
