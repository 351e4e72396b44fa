"""Writing a name in the place of another, so that the word round it stays right; and where nothing may be written."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from mtaudit.languages import quotations, scripts
from mtaudit.terms import squeezed

if TYPE_CHECKING:
    from mtaudit.terms import Use
    from mtaudit.terms.matching import Found
    from mtaudit.view import DocumentView, SegmentView


_SEPARATORS = ",·/;:、=~∼"
"""What stands between the names in the parentheses of a gloss."""
_QUOTES = {"‘": "’", "“": "”", "'": "'", '"': '"', "「": "」", "『": "』", "《": "》", "〈": "〉", "<": ">"}
_TITLE = re.compile("<[^<>]* [^<>]*>|〈[^〈〉]* [^〈〉]*〉")
_CLOSING = frozenset(_QUOTES.values())
_GLOSS = re.compile(r" ?[(（][^()（）\n]{1,80}[)）]")
_HANGUL = re.compile("[가-힣]+")
_LATIN_BEFORE = re.compile("[A-Za-z] $")
_LATIN_AFTER = re.compile(" [A-Za-z]")
_WORD_BEFORE = re.compile(r"(?<!\w)(\w{2,}) $")


def in_gloss(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is one of the names that parentheses after a word hold: NATO in 나토(NATO·OTAN)."""
    opening = max(text.rfind("(", max(0, start - 80), start), text.rfind("（", max(0, start - 80), start))
    if opening < 1 or not (text[opening - 1].isalnum() or text[opening - 1] in "’”'\"」』》>"):
        return False
    if any(mark in text[opening:start] for mark in ")）"):
        return False
    before, after = text[opening + 1 : start].rstrip(), text[end : end + 2].lstrip()
    return (not before or before[-1] in _SEPARATORS) and (not after or after[0] in _SEPARATORS + ")）")


def in_latin(use: Use) -> bool:
    """Whether a name stands in a phrase of Latin letters in a text of another script: IS in WHERE IS MY MONEY."""
    text, start, end = use.view.text, use.found.start, use.found.end
    if scripts.own(use.view.document.language.code).match("A") or not text[start:end].isascii():
        return False
    return (_LATIN_BEFORE.search(text, max(0, start - 2), start) or _LATIN_AFTER.match(text, end)) is not None


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
    a gloss, in somebody's words, in a title, where a gloss or a word beside the name already says ``new``, where markup divides the name.
    """
    text, start, end = view.text, found.start, found.end
    if in_gloss(text, start, end) or _in_speech(view, start, end):
        return None
    gloss = _GLOSS.match(text, _behind_mark(text, end))
    if gloss and new.lower() in gloss[0].lower():
        return None
    return _written(view, start, end, gloss.end() if gloss else _behind_mark(text, end), new)


def introduction(use: Use, form: str) -> Writing | None:
    """What to write so that the name, with the gloss that it may have, is in the form of a first mention."""
    view, (start, end, *_) = use
    gloss = _GLOSS.match(view.text, end)
    if gloss is None:
        return replacement(view, use.found, form)
    if in_gloss(view.text, start, end) or _in_speech(view, start, end):
        return None
    return _written(view, start, gloss.end(), gloss.end(), form, view.text[start:end])


def _written(view: SegmentView, start: int, end: int, stop: int, new: str, old: str = "") -> Writing | None:
    """``new`` for ``view.text[start:end]``, and the tail of the word that begins at ``stop`` refitted."""
    raw = view.segment.target
    place = view.to_raw(start, end)
    if unicodedata.normalize("NFC", raw[slice(*place)]) != view.text[start:end] or _doubles(view, start, stop, new):
        return None
    run = _HANGUL.match(view.text, stop)
    if run:
        changed = view.document.language.refit(run[0], old or view.text[start:end], new)
        if changed != run[0]:
            tail = view.to_raw(stop, run.end())
            return Writing(place.start, tail.end, new + raw[place.end : tail.start] + changed)
    return Writing(*place, new)


def _doubles(view: SegmentView, start: int, end: int, new: str) -> bool:
    """Whether a word beside ``view.text[start:end]`` says a part of ``new``: 일본 외무상 after 일본, 크렘린궁 before 궁."""
    text = view.text
    before = _WORD_BEFORE.search(text, max(0, start - 40), start)
    if before and new.startswith(before[1]):
        return True
    word_ends = view.document.language.edges().ends
    after = end + 1 if text[end : end + 1] == " " else len(text)
    longest = min(len(new), len(text) - after)
    return any(new.endswith(text[after : after + n]) and word_ends(text, after, after + n, True) for n in range(1, longest + 1))


def _behind_mark(text: str, end: int) -> int:
    """Where the word goes on behind closing marks: at 을 in ‘새로운 방법’을."""
    while text[end : end + 1] in _CLOSING:
        end += 1
    return end


def _in_speech(view: SegmentView, start: int, end: int) -> bool:
    """Whether the name stands in somebody's words or in a title: in quotation marks that hold more than the name."""
    text = view.text
    if any(s <= start and end <= e for s, e in view.document.once(_quoted_across).get(view.segment.number, ())):
        return True
    return any(m.start() < start and end < m.end() for m in _TITLE.finditer(text)) or (
        quotations.has_marks(text)
        and any(
            s < start and end < e and text[s] in '“"「『《' and (s + 1, e - 1) != (start, end) for s, e in quotations.spans(text)
        )
    )


def _quoted_across(document: DocumentView) -> dict[int, list[tuple[int, int]]]:
    """Spans of quotations that go on over the end of a paragraph, by the segment's number."""
    across = quotations.quoted_across([view.text for view in document.segments])
    return {document.segments[which].segment.number: spans for which, spans in across.items()}


def is_part(use: Use, form: str) -> bool:
    """Whether the name is one of those that a form of first mention consists of: 북대서양조약기구, NATO or 나토."""
    return squeezed(use.view.text[use.found.start : use.found.end]) in _parts(form)


def is_introduced(use: Use, form: str) -> bool:
    """Whether the text says ``form`` here, whatever separates the names in its parentheses, or has a gloss that says something else."""
    text, start, end = use.view.text, use.found.start, use.found.end
    said = text[start : start + len(form) + 8]
    if squeezed(said).startswith(squeezed(form)) or _parts(said) == _parts(form):
        return True
    gloss = _GLOSS.match(text, end)
    return gloss is not None and not set(_parts(gloss[0])) <= set(_parts(form))


def _parts(form: str) -> list[str]:
    """The names in 북대서양조약기구(NATO·나토), squeezed."""
    head, inside, *_ = [*re.split("[()（）]", form), ""]
    return [squeezed(part) for part in (head, *re.split(f"[{_SEPARATORS}]", inside)) if part.strip()]
