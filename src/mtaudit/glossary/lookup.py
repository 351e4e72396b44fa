"""Entries by one of their names, or by what else is said of them.

Capitals and blanks do not count, and a Korean word is looked for without its particles too (``나토는``, ``NATO에서``). A key counts
as a name. Words of notes are looked for as well: there a list of loan words has the word that was borrowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mtaudit.glossary import Entry, Glossary, Term
from mtaudit.languages.ko.noun_tail import is_tail, stem

_EXACT, _STEM, _BEGINNING, _NOTE, _INSIDE, _NOWHERE = range(6)


def entries(wanted: str, glossaries: Iterable[Glossary]) -> list[tuple[Glossary, Entry]]:
    """The entries with that name or key; without any, those with it less a particle; without any, those whose names begin with it,
    whose notes have it as a word, and whose names hold it, in this order."""
    name = _folded(wanted)
    if not name:
        return []
    stems = _stems(name)
    word = re.compile(rf"(?<!\w){re.escape(' '.join(wanted.split()))}(?!\w)", re.IGNORECASE)
    found = []
    for glossary in glossaries:
        for entry in glossary.entries:
            ranks = [_rank(name, stems, term) for terms in entry.terms.values() for term in terms]
            if _folded(entry.key.replace("-", "")) == name.replace("-", ""):
                ranks.append(_EXACT)
            elif word.search(entry.note):
                ranks.append(_NOTE)
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
    if name not in held:
        return _NOWHERE
    return _BEGINNING if held.startswith(name) else _INSIDE


def _folded(name: str) -> str:
    return "".join(name.split()).casefold()
