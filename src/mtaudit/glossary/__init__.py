"""What a publisher calls things: an Entry is one concept with its names in several languages, a Glossary is a list of them.

Names that count: the ``preferred`` one is what a text should say, an ``admitted`` one may stand too, a ``superseded`` one is
out of date, a ``forbidden`` one is wrong for this concept (ISO 12620: preferredTerm, admittedTerm, supersededTerm,
deprecatedTerm). The order of a language's terms is the order of preference.

Languages are BCP 47 tags (``en``, ``ko``, ``pt-BR``); a text in ``ko`` is shown the terms of ``ko`` and of ``ko-KR``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Literal, NamedTuple, get_args

Status = Literal["preferred", "admitted", "superseded", "forbidden"]
STATUSES: tuple[Status, ...] = get_args(Status)
Match = Literal["word", "prefix", "suffix", "part"]
MATCHES: tuple[Match, ...] = get_args(Match)


class Term(NamedTuple):
    """One name of a concept in one language.

    ``case``: whether capitals matter; None leaves it to the spelling (``WHO`` is not ``who``). ``match`` says where the
    name counts inside a longer word: nowhere (``word``, particles do not make a word longer), at its beginning
    (``prefix``), at its end, or anywhere (``part``). ``first`` is how it is written at its first mention in a text:
    ``북대서양조약기구(NATO·나토)``.
    """

    text: str
    status: Status = "preferred"
    pos: str = ""
    case: bool | None = None
    match: Match = "word"
    first: str = ""
    note: str = ""


class Entry(NamedTuple):
    """A concept. ``terms`` holds its names by language, in order of preference.

    ``keep``: the name is not translated, a text keeps it as the source has it. ``reference`` says where the entry comes
    from. ``line`` is its line, row or 0 in the file that it was read from.
    """

    key: str
    terms: Mapping[str, tuple[Term, ...]]
    keep: bool = False
    domain: str = ""
    definition: str = ""
    note: str = ""
    reference: str = ""
    line: int = 0

    def names(self, lang: str) -> tuple[Term, ...]:
        """The terms for a text in ``lang``, whatever the region: those of ``ko`` and of ``ko-KR`` for ``ko``."""
        main = primary(lang)
        return tuple([term for tag, terms in self.terms.items() if primary(tag) == main for term in terms])


class Problem(NamedTuple):
    """What is wrong with an entry, for the one who keeps the glossary. ``line`` is 0 where the file as a whole is meant."""

    line: int
    severity: Literal["error", "warning"]
    kind: str
    message: str


@dataclass(frozen=True, eq=False)
class Glossary:
    """Entries, the name of the file that they come from, and what was noticed while it was read."""

    name: str
    entries: tuple[Entry, ...]
    remarks: tuple[Problem, ...] = ()

    @cached_property
    def digest(self) -> str:
        """Eight hexadecimal digits that change with the content."""
        from hashlib import blake2b

        rows = [repr((sorted(entry.terms.items()), entry.keep)) for entry in self.entries]
        return blake2b("\n".join(rows).encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The tags of all languages, in the order in which they come."""
        return tuple(dict.fromkeys(tag for entry in self.entries for tag in entry.terms))

    def source_language(self, target: str) -> str | None:
        """The one language beside ``target``, or None where there is none or a choice."""
        others = {primary(tag) for tag in self.languages} - {primary(target)}
        return others.pop() if len(others) == 1 else None


def joined(glossaries: Iterable[Glossary]) -> Glossary | None:
    """Several glossaries as one, named after all; None of none."""
    several = tuple(glossaries)
    if len(several) < 2:
        return several[0] if several else None
    return Glossary("+".join(g.name for g in several), tuple([entry for g in several for entry in g.entries]))


@lru_cache(1024)
def primary(tag: str) -> str:
    """The language of a tag: ``ko`` of ``ko-KR``."""
    return tag.partition("-")[0].lower()


def tag(given: str) -> str:
    """A BCP 47 tag in its usual spelling: ``ko-KR`` of ``ko_kr``, ``zh-Hant`` of ``ZH-HANT``."""
    parts = given.strip().replace("_", "-").split("-")
    shaped = [parts[0].lower()]
    for part in parts[1:]:
        shaped.append(part.title() if len(part) == 4 else part.upper() if len(part) == 2 else part.lower())
    return "-".join(shaped)


def forms(entries: Iterable[Entry], lang: str) -> Iterator[tuple[Entry, Term]]:
    """Every name in a language with its entry, in order; of entries that are not translated the names in all languages."""
    for entry in entries:
        own = entry.names(lang)
        for term in own:
            yield entry, term
        if entry.keep:
            known = {term.text for term in own}
            for term in (term for terms in entry.terms.values() for term in terms):
                if term.text not in known and term.status != "forbidden":
                    known.add(term.text)
                    yield entry, term


def concept(source: str, target: str = "", forbidden: str = "", *, langs: tuple[str, str] = ("en", "ko"), **other: Any) -> Entry:
    """An entry in two languages, the names of each separated by `` | ``, the best first.

    ``first`` is the form of the first mention of the first target name, ``pos`` the part of speech of all names,
    ``superseded`` are names that are out of date; the other keywords are those of Entry.
    """
    superseded, first, pos = (other.pop(key, "") for key in ("superseded", "first", "pos"))
    ours = [
        *_terms(target, "preferred", pos, first),
        *_terms(superseded, "superseded", pos),
        *_terms(forbidden, "forbidden", pos),
    ]
    return Entry(source, {langs[0]: tuple(_terms(source, "preferred", pos)), langs[1]: tuple(ours)}, **other)


def _terms(names: str, status: Status, pos: str, first: str = "") -> Iterator[Term]:
    for i, name in enumerate(filter(None, names.split(" | "))):
        yield Term(name, "admitted" if i and status == "preferred" else status, pos, first="" if i else first)
