"""Names that a Korean text itself explains, 나토(NATO): source and rendering at once."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from math import log2
from typing import TYPE_CHECKING

from mtaudit.candidates.chains import key
from mtaudit.candidates.terms import Candidate
from mtaudit.glosses import glosses
from mtaudit.languages.ko import plain_words
from mtaudit.names import prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mtaudit.candidates.korean import Noun
    from mtaudit.candidates.terms import Counts
    from mtaudit.glosses import Gloss
    from mtaudit.view import DocumentView


class _Name:
    """What is written for one name: in Hangul, in Latin letters, and how often as a gloss."""

    def __init__(self) -> None:
        self.native: Counter[str] = Counter()
        self.latin: Counter[str] = Counter()
        self.keys: set[str] = set()


def merged(found: list[Candidate], views: Iterable[DocumentView], counts: Counts, known: Mapping[str, Noun]) -> list[Candidate]:
    """``found`` with the names that the texts explain, at the place of their rank; their spellings are no candidates any more."""
    names = _names(views, known)
    taken = {k for name in names for k in name.keys}
    of_key = {key(form, "ko"): candidate for candidate in found for form, _ in candidate.forms}
    out = [c for c in found if not any(key(form, "ko") in taken for form, _ in c.forms)]
    for name in names:
        forms = Counter(name.native)
        for k in sorted(name.keys):
            if k in of_key:
                forms.update({form: max(count - forms[form], 0) for form, count in of_key[k].forms if form not in name.latin})
        for latin, glossed in name.latin.items():
            alone = counts.forms[latin] - glossed
            if alone > 0 and latin.isupper():
                forms[latin] = alone
        documents = max((counts.documents[form] for form in forms), default=0)
        best = forms.most_common()
        rank = 2 * log2(1 + len(best[0][0])) * forms.total()
        out.append(
            Candidate(
                tuple(best), max(documents, 1), rank, tuple(form for form, _ in name.latin.most_common()), "explained in the text"
            )
        )
    return sorted(out, key=lambda c: (-c.rank, c.forms[0]))


def _names(views: Iterable[DocumentView], known: Mapping[str, Noun]) -> list[_Name]:
    """One name for all glosses that share a spelling in either script."""
    of: dict[str, _Name] = {}
    for view in views:
        text = view.once(prose).text
        for _, together in groupby(view.once(glosses), key=lambda gloss: gloss.end):
            several = list(together)
            if len(several) > 1 and not _is_acronym(*(gloss.latin for gloss in several)):
                continue
            for gloss in several:
                native = gloss.native if gloss.sounded else _translated(text, gloss, known)
                native = native.strip("'’·- ")
                if len(native) < 2 or gloss.latin.islower():
                    continue
                both = {key(native, "ko"), key(gloss.latin, "ko")}
                name = next((of[k] for k in sorted(both) if k in of), None) or _Name()
                name.native[native] += 1
                name.latin[gloss.latin] += 1
                name.keys |= both
                of.update(dict.fromkeys(both, name))
    return list({id(name): name for name in of.values()}.values())


def _is_acronym(*latin: str) -> bool:
    """Whether of two names the shorter is made of the capitals of the longer: WTO, World Trade Organization."""
    short, long = min(latin, key=len), max(latin, key=len)
    return len(latin) == 2 and short.isupper() and short == "".join(c for c in long if c.isupper())


def _translated(text: str, gloss: Gloss, known: Mapping[str, Noun]) -> str:
    """The name before a gloss that does not sound like it: as many words as it translates, 세계 보건 기구(WHO).

    Empty where there are fewer; a long word, as of an organisation, is taken for the whole name (세계무역기구).
    """
    latin, name = gloss.latin, gloss.native
    acronym = latin.isupper()
    if acronym and " " in latin:
        return ""
    wanted = len(latin) if acronym else sum(not word.islower() for word in latin.split())
    if gloss.native_start > gloss.latin_start:  # GHO(가람 보건 기구)
        inside = name.split()
        return name if len(inside) <= wanted and all(word in known for word in inside) else ""
    if acronym and len(name) > 4:
        return name
    start, words = gloss.native_start, 1
    end = start + len(name)
    while words < wanted and start and text[start - 1] == " ":
        before = max(text.rfind(" ", 0, start - 1), text.rfind("\n", 0, start - 1)) + 1
        if not (noun := known.get(text[before : start - 1])) or not noun.whole:
            break
        start, words = before, words + 1
    if words < wanted:
        return name if len(name) > 3 else ""
    return "" if text[start:end] in plain_words.general() else text[start:end]
