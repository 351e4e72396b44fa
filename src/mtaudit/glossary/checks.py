"""What is wrong with a glossary, for the one who keeps it: ``problems``.

An error is what gives false findings or none: contradictions, loops, names that no text can hold, a language that is another
than meant. A warning is what is probably a slip. The order of entries is nobody's business.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from mtaudit.glossary import Entry, Glossary, Problem, Term, primary
from mtaudit.languages.scripts import foreign, han, kana, own

_MISTAKEN = {
    "kr": "‘kr’ is Kanuri; Korean is ‘ko’",
    "jp": "there is no language ‘jp’; Japanese is ‘ja’",
    "cn": "there is no language ‘cn’; Chinese is ‘zh’",
    "tw": "‘tw’ is Twi; Chinese in traditional characters is ‘zh-Hant’",
    "vn": "there is no language ‘vn’; Vietnamese is ‘vi’",
    "ua": "there is no language ‘ua’; Ukrainian is ‘uk’",
    "cz": "there is no language ‘cz’; Czech is ‘cs’",
    "gr": "there is no language ‘gr’; Greek is ‘el’",
    "us": "there is no language ‘us’; English is ‘en’",
}
"""Codes of countries that are taken for codes of languages (ISO 3166-1 and ISO 639-1)."""

_PARTICLES = frozenset(
    "은 는 을 를 의 에 로 와 에서 에게 에게서 으로 으로서 으로써 까지 부터 처럼 한테 께서 조차 마저 라고 이라고 라는 이라는".split()
)
"""Korean particles that would be found in every sentence."""

_MOST_LOOPS = 20
_LONGEST = 300
"""Code points of a name. Titles of treaties have half as many."""


def problems(glossary: Glossary, target: str | None = None) -> list[Problem]:
    """All that is wrong, by line. ``target`` is the language of the texts; else every language after the first is one."""
    tags = list(dict.fromkeys(primary(lang) for lang in glossary.languages))
    targets = [primary(target)] if target else tags[1:] or tags
    source = next((lang for lang in tags if lang not in targets), None)
    found = [*glossary.remarks, *_tags(glossary)]
    for entry in glossary.entries:
        found += _of_entry(entry, source)
        if len(tags) == 2 or target:
            found += _missing(entry, source, targets)
    for lang in targets:
        found += _loops(glossary, lang, source)
        if source is not None:
            found += _against_each_other(glossary, source, lang)
    return sorted(dict.fromkeys(found), key=lambda problem: problem.line)


def _tags(glossary: Glossary) -> Iterator[Problem]:
    for lang in glossary.languages:
        message = _MISTAKEN.get(primary(lang))
        if message:
            yield Problem(next(e.line for e in glossary.entries if lang in e.terms), "error", "language-tag", message)


def _of_entry(entry: Entry, source: str | None) -> Iterator[Problem]:
    """What is wrong in an entry by itself."""
    if not entry.terms:
        yield Problem(entry.line, "error", "no-name", "the entry has no name in any language")
    others = {term.text for lang, terms in entry.terms.items() if primary(lang) == source for term in terms}
    for lang, terms in entry.terms.items():
        main = primary(lang)
        seen: dict[str, Term] = {}
        for term in terms:
            if len(term.text) > _LONGEST:
                what = f"a name of {len(term.text):,} characters is no name: {term.text[:20]!r}…"
                yield Problem(entry.line, "warning", "no-match", what)
                continue
            why = _unmatchable(term.text, main)
            if why:
                yield Problem(entry.line, "error", "no-match", f"no text can hold {term.text!r}: {why}")
            elif main == "ko" and term.text in _PARTICLES:
                yield Problem(entry.line, "warning", "no-match", f"{term.text!r} is also a particle and would be found everywhere")
            strange = _strange(term.text, main, entry, others if main != source else set())
            if strange:
                yield Problem(entry.line, "warning", "wrong-language", f"{term.text!r} is called {lang!r} but {strange}")
            yield from _twice(entry, term, seen)
    if entry.keep and source is not None:
        kept = {term.text for term in entry.names(source)}
        for lang, terms in entry.terms.items():
            if kept and primary(lang) != source and terms[0].status == "preferred" and terms[0].text not in kept:
                what = f"{next(iter(kept))!r} is not to be translated, and is rendered as {terms[0].text!r}"
                yield Problem(entry.line, "error", "contradiction", what)


def _twice(entry: Entry, term: Term, seen: dict[str, Term]) -> Iterator[Problem]:
    """Whether a name stands twice in one language of an entry."""
    bare = term.text.replace(" ", "")
    before = seen.setdefault(bare, term)
    if before is term:
        return
    usable = ("preferred", "admitted")
    if before.text != term.text:
        if (before.status in usable) != (term.status in usable):
            what = f"{before.text!r} ({before.status}) and {term.text!r} ({term.status}) differ only in spaces"
            yield Problem(entry.line, "warning", "contradiction", what)
    elif (before.status in usable) != (term.status in usable):
        yield Problem(entry.line, "error", "contradiction", f"{term.text!r} is both {before.status} and {term.status}")
    else:
        yield Problem(entry.line, "warning", "duplicate", f"{term.text!r} stands twice in the entry")


def _unmatchable(name: str, lang: str) -> str:
    if "\n" in name or "\t" in name:
        return "it has a line break or a tab"
    if "\ufffc" in name or "\ufffd" in name:
        return "it has a character that stands for something lost"
    if not any(char.isalnum() for char in name):
        return "it has neither letters nor digits"
    return ""


@cache
def _acronym() -> re.Pattern[str]:
    """Latin without a word in small letters: ``NATO``, ``SARS-CoV-2``, ``H1N1``, ``5G``, ``iOS``."""
    return re.compile(r"[A-Za-z]?[A-Z0-9]+(?:[A-Za-z]?[A-Z0-9&./+-]*)*s?|[A-Z][A-Za-z]{0,2}[-./]?\d*")


def _strange(name: str, lang: str, entry: Entry, others: set[str]) -> str:
    """What speaks against a name's language, or ``""``."""
    hangul = own("ko").search(name)
    if hangul and lang not in ("ko", "kr"):
        return "has Hangul in it"
    if kana().search(name) and lang not in ("ja", "jp"):
        return "has kana in it"
    if lang == "ko" and not hangul and any(char.isalpha() for char in name):
        known = entry.keep or name in others or all(_acronym().fullmatch(word) for word in name.split())
        return "" if known else "has no Hangul in it"
    if lang not in ("ko", "ja", "zh") and lang not in _MISTAKEN and han().search(name):
        return "has Chinese characters in it"
    letters = foreign(lang)
    if letters is not None and lang != "ko" and letters.search(name):
        return "has letters of another script in it"
    return ""


def _missing(entry: Entry, source: str | None, targets: list[str]) -> Iterator[Problem]:
    names = entry.names(source) if source else ()
    for lang in targets:
        if names and not entry.keep and not entry.names(lang):
            yield Problem(entry.line, "warning", "missing", f"{names[0].text!r} has no name in {lang!r}")
    if source and entry.terms and not names:
        first = next(iter(entry.terms.values()))[0]
        yield Problem(entry.line, "warning", "missing", f"{first.text!r} has no name in {source!r}")


def _against_each_other(glossary: Glossary, source: str, target: str) -> Iterator[Problem]:
    """Entries that have a source name in common: the same rendering, another one, or one that the other forbids."""
    by_name: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in glossary.entries:
        for name in dict.fromkeys(term.text for term in entry.names(source) if term.status in ("preferred", "admitted")):
            by_name[name].append(entry)
    for name, sharing in by_name.items():
        for number, entry in enumerate(sharing[1:], 1):
            for before in sharing[max(0, number - 8) : number]:  # a name in hundreds of entries needs no list of all pairs
                yield from _compared(name, before, entry, target)


def _compared(name: str, before: Entry, entry: Entry, target: str) -> Iterator[Problem]:
    good, again = _usable(before, target), _usable(entry, target)
    line = f"in line {before.line}" if before.line else "in another entry"
    told_apart = _differ(before.domain, entry.domain) or _differ(_pos(before), _pos(entry))
    for one, other in ((before, entry), (entry, before)):
        wrong = [term.text for term in other.names(target) if term.status == "forbidden"]
        for text in (text for text in _usable(one, target) if text in wrong and not told_apart):
            what = f"{text!r} is forbidden for {name!r} and right for it: see also {line[3:]}"
            yield Problem(entry.line, "error", "contradiction", what)
    if not good or not again:
        return
    if good[0] == again[0]:
        yield Problem(entry.line, "warning", "duplicate", f"{name!r} = {good[0]!r} stands also {line}")
    elif not told_apart:
        what = f"{name!r} is {again[0]!r} here and {good[0]!r} {line}; neither domain nor part of speech tells which"
        yield Problem(entry.line, "warning", "ambiguous", what)


def _usable(entry: Entry, lang: str) -> list[str]:
    return [term.text for term in entry.names(lang) if term.status in ("preferred", "admitted")]


def _differ(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def _pos(entry: Entry) -> str:
    return next((term.pos for terms in entry.terms.values() for term in terms), "")


def _loops(glossary: Glossary, lang: str, source: str | None) -> Iterator[Problem]:
    """Names that give way to each other: what one entry corrects, another corrects back."""
    better: defaultdict[str, set[str]] = defaultdict(set)
    where: dict[tuple[str, str], Entry] = {}
    for entry in glossary.entries:
        terms = entry.names(lang)
        best = next((term.text for term in terms if term.status == "preferred"), None)
        for term in terms:
            if best is not None and term.status in ("forbidden", "superseded") and term.text != best:
                better[term.text].add(best)
                where[term.text, best] = entry
    for _ in range(_MOST_LOOPS):
        try:
            TopologicalSorter(better).prepare()
            return
        except CycleError as error:
            names: list[str] = error.args[1][::-1]
        entries = [where[step] for step in pairwise(names)]
        sources = [{term.text for term in entry.names(source)} for entry in entries] if source else []
        apart = bool(sources) and all(sources) and not set.intersection(*sources)
        way = " → ".join(map(repr, names))
        what = f"names give way to each other in a loop: {way}" + ("; only a source text can tell which is meant" if apart else "")
        yield Problem(max(entry.line for entry in entries), "warning" if apart else "error", "loop", what)
        for name in names:
            better.pop(name, None)
