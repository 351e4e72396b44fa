"""Entries by one of their names.

Capitals and blanks do not count, and a Korean word is looked for without its particles too (``나토는``, ``NATO에서``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mtaudit.glossary import Entry, Glossary, Term
from mtaudit.languages.ko.noun_tail import is_tail, stem

_EXACT, _STEM, _BEGINNING, _INSIDE, _NOWHERE = range(5)


def entries(wanted: str, glossaries: Iterable[Glossary]) -> list[tuple[Glossary, Entry]]:
    """The entries with that name; without any, those with it less a particle, then those whose names begin with it or hold it."""
    name = _folded(wanted)
    stems = _stems(name)
    found = []
    for glossary in glossaries:
        for entry in glossary.entries:
            ranks = [_rank(name, stems, term) for terms in entry.terms.values() for term in terms]
            found.append((min(ranks, default=_NOWHERE), glossary, entry))
    best = min((rank for rank, _, _ in found), default=_NOWHERE)
    worst = best if best <= _STEM else _INSIDE
    return [(glossary, entry) for rank, glossary, entry in sorted(found, key=lambda hit: hit[0]) if rank <= worst]


def _stems(name: str) -> set[str]:
    """What may be left of a word when its Korean particles are taken away."""
    parts = re.fullmatch(r"(.*?)([가-힣]+)", name)
    if parts is None:
        return set()
    before, hangul = parts[1], parts[2]
    if before:
        return {before} if is_tail(hangul) else set()
    return {stem(hangul)} - {name}


def _rank(name: str, stems: set[str], term: Term) -> int:
    held = _folded(term.text)
    if held == name:
        return _EXACT
    if held in stems:
        return _STEM
    if not name or name not in held:
        return _NOWHERE
    return _BEGINNING if held.startswith(name) else _INSIDE


def _folded(name: str) -> str:
    return "".join(name.split()).casefold()
