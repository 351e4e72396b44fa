"""Finding the names of a glossary in a text.

A name is found as a word: particles, the copula and the plural may follow it, its parts may be spaced otherwise, and the longest
name at a place wins (``Language.begins_word``, ``ends_word``, ``spellings``).
"""

from __future__ import annotations

import re
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from mtaudit import languages
from mtaudit.glossary import forms

if TYPE_CHECKING:
    from mtaudit.glossary import Entry, Glossary, Term


class Found(NamedTuple):
    """A name at ``text[start:end]``. ``named`` are the entries that have it and the term in each.

    ``first``: it is written in the form of a first mention.
    """

    start: int
    end: int
    named: tuple[tuple[Entry, Term], ...]
    first: bool = False


class _Form(NamedTuple):
    entry: Entry
    term: Term
    text: str
    """The spelling."""
    first: bool
    is_name: bool


class _Names(NamedTuple):
    """All names that are spelled alike but for capitals. ``plain``: they are asked the same things, and have no capitals."""

    forms: list[_Form]
    named: tuple[tuple[Entry, Term], ...]
    first: bool
    is_name: bool
    plain: bool


class Matcher:
    """All names of a glossary in one language, ready to be found in any text.

    One pass of Aho-Corasick over the text in lower case gives the candidates; whether they are words and whether their
    capitals are right is asked of each.
    """

    def __init__(self, glossary: Glossary, lang: str) -> None:
        language = languages.get(lang)
        self._begins, self._ends = language.edges()
        known: dict[str, list[tuple[Entry, Term, str, bool]]] = {}
        for entry, term in forms(glossary.entries, lang):
            for text in language.spellings(term.text):
                if text.strip():
                    known.setdefault(_low(text), []).append((entry, term, text, False))
            if term.first:
                known.setdefault(_low(term.first), []).append((entry, term, term.first, True))
        self._known = list(known.values())
        self._names: dict[int, _Names] = {}
        self._automaton = None
        if known:
            from daachorse import CharwiseDoubleArrayAhoCorasick

            self._automaton = CharwiseDoubleArrayAhoCorasick(list(known))

    def find(self, text: str, nested: bool = False) -> list[Found]:
        """The names in a text, the longest at each place, in order; offsets in ``text``.

        With ``nested`` also the names inside longer ones: 백신 in 백신 접종.
        """
        if self._automaton is None:
            return []
        even, offsets = _even(text)
        raw = self._automaton.find_overlapping(_low(even))
        raw.reverse()  # it comes in the order of the ends: of those that begin together the longest is now first
        raw.sort(key=_START)
        begins, ends = self._begins, self._ends
        out: list[Found] = []
        done = 0
        for start, end, which in raw:
            if start < done and not nested:
                continue
            names = self._names.get(which) or self._named(which)
            named, first = names.named, names.first
            if names.plain:
                if not begins(even, start) or (even[end : end + 1] not in _AT_END and not ends(even, start, end, names.is_name)):
                    continue
            else:
                fitting = self._fitting(even, start, end, names.forms)
                if not fitting:
                    continue
                if len(fitting) < len(names.forms):
                    named, first = tuple([(f.entry, f.term) for f in fitting]), any(f.first for f in fitting)
            done = end
            if offsets is not None:
                start, end = offsets[start], offsets[end - 1] + 1
            out.append(Found(start, end, named, first))
        return out

    def _named(self, which: int) -> _Names:
        """The names that are spelled in this way; made when they are first found."""
        self._names[which] = names = _names([_Form(*form, is_proper(*form[:2])) for form in self._known[which]])
        return names

    def _fitting(self, text: str, start: int, end: int, candidates: list[_Form]) -> list[_Form]:
        written = text[start:end]
        fitting = [form for form in candidates if _capitals_fit(form, written)]
        if not fitting:
            return []
        begins = self._begins(text, start)
        ends = {is_name: self._ends(text, start, end, is_name) for is_name in {form.is_name for form in fitting}}
        return [
            form
            for form in fitting
            if (begins or form.term.match in ("suffix", "part")) and (ends[form.is_name] or form.term.match in ("prefix", "part"))
        ]


def _names(several: list[_Form]) -> _Names:
    one = several[0]
    plain = all(f.term.match == "word" and f.is_name == one.is_name and f.text.lower() == f.text.upper() for f in several)
    return _Names(several, tuple([(f.entry, f.term) for f in several]), any(f.first for f in several), one.is_name, plain)


_START = itemgetter(0)
_AT_END = frozenset(("", " "))
"""What follows a name that ends its word in any language."""


@lru_cache(maxsize=8)
def matcher(glossary: Glossary, lang: str) -> Matcher:
    """The matcher for a glossary and a language, made once."""
    return Matcher(glossary, lang)


def is_proper(entry: Entry, term: Term) -> bool:
    """Whether the entry is a proper name: it says so, or its Latin names all begin with a capital."""
    if term.pos:
        return term.pos.lower().startswith("proper")
    latin = [t.text for terms in entry.terms.values() for t in terms if t.text[:1].isascii() and t.text[:1].isalpha()]
    return bool(latin) and all(name[0].isupper() for name in latin)


def _capitals_fit(form: _Form, written: str) -> bool:
    text, case = form.text, form.term.case
    if written == text or case is False:
        return True
    if case or form.first:
        return False
    letters = [c for c in text if c.isalpha()]
    if (text.isupper() and len(letters) > 1) or (text[:-1].isupper() and text[-1] == "s"):
        return False  # an acronym
    if written.isupper() and len(letters) > 4:
        return True
    if text[:1].isupper():
        return written[:1].isupper() or " " in text
    return not written.isupper()


def _low(text: str) -> str:
    """``text`` in lower case with every offset kept."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


_UNEVEN = re.compile(r"[^\S ]|  ")


_BLANKS = re.compile(r"\s+")


def _even(text: str) -> tuple[str, list[int] | None]:
    """``text`` with one blank for each run of blanks, and the offset in ``text`` of each of its characters."""
    if _UNEVEN.search(text) is None:
        return text, None
    out: list[str] = []
    offsets: list[int] = []
    done = 0
    for m in _BLANKS.finditer(text):
        out += [text[done : m.start()], " "]
        offsets += [*range(done, m.start()), m.start()]
        done = m.end()
    out.append(text[done:])
    offsets += range(done, len(text) + 1)
    return "".join(out), offsets
