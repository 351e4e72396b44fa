"""What a format cannot hold is taken out of a glossary before it is written, and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, Literal, NamedTuple

from mtaudit.glossary import Entry, Glossary, Term, cleaning, tbx_output

_USUAL = Term("")
_LABELS = {
    "key": "key",
    "keep": "do not translate",
    "domain": "domain",
    "definition": "definition",
    "note": "note",
    "reference": "reference",
    "pos": "part of speech",
    "case": "capitals",
    "match": "place in a word",
    "first": "first mention",
    "term note": "note on a name",
}
ALL = frozenset(_LABELS)


class Holds(NamedTuple):
    """What a format holds: fields of ``Entry`` and ``Term`` (a term's note is ``term note``), and statuses.

    ``all`` statuses; ``one`` preferred name in a language and any others; ``order`` says which is preferred, and no name is
    superseded or forbidden; ``single``: one name in a language. ``breaks``: line breaks and tabs in a name. ``nameless``:
    entries without any name. ``ids``: a key is held where it can be an id of XML.
    """

    fields: frozenset[str] = ALL
    statuses: Literal["all", "one", "order", "single"] = "all"
    breaks: bool = True
    nameless: bool = True
    ids: bool = False


def held(glossary: Glossary, holds: Holds) -> tuple[Glossary, Counter[str]]:
    """The glossary without what the format does not hold, and in how many entries each kind of thing was lost."""
    lost: Counter[str] = Counter()
    kept: list[Entry] = []
    keys = tbx_output.ids(glossary.entries) if holds.ids else [entry.key for entry in glossary.entries]
    for entry, key in zip(glossary.entries, keys, strict=True):
        gone: set[str] = set()
        if key != entry.key:
            gone.add(_LABELS["key"])
            entry = entry._replace(key=key)
        entry = entry._replace(**_cleared(entry, ("key", "keep", "domain", "definition", "note", "reference"), holds, gone))
        terms = {lang: _terms(terms, holds, gone) for lang, terms in entry.terms.items()}
        entry = entry._replace(terms={lang: found for lang, found in terms.items() if found})
        if entry.terms or holds.nameless:
            kept.append(entry)
        else:
            gone = {"entry without a name"}
        lost.update(gone)
    return Glossary(glossary.name, tuple(kept)), lost


def _cleared(entry: Entry, fields: Iterable[str], holds: Holds, gone: set[str]) -> dict[str, Any]:
    usual = Entry("", {})
    cleared = {f: getattr(usual, f) for f in fields if f not in holds.fields and getattr(entry, f)}
    gone.update(_LABELS[field] for field in cleared)
    return cleared


def _terms(terms: tuple[Term, ...], holds: Holds, gone: set[str]) -> tuple[Term, ...]:
    if holds.statuses in ("order", "single"):
        usable = [term for term in terms if term.status in ("preferred", "admitted")]
        gone.update(f"{term.status} name" for term in terms if term not in usable)
        if holds.statuses == "single":
            gone.update("further name" for _ in usable[1:])
            del usable[1:]
        terms = tuple(usable)
    found = []
    for number, term in enumerate(terms):
        if term.status == "preferred" and number and holds.statuses != "all":
            gone.add("second preferred name")
            term = term._replace(status="admitted")
        elif term.status == "admitted" and not number and holds.statuses in ("order", "single"):
            gone.add("status of a name")
            term = term._replace(status="preferred")
        if not holds.breaks and ("\n" in term.text or "\t" in term.text):
            gone.add("line break in a name")
            term = term._replace(text=cleaning.one_line(term.text))
        for field in ("pos", "case", "match", "first", "note"):
            label = "term note" if field == "note" else field
            if label not in holds.fields and getattr(term, field) != getattr(_USUAL, field):
                gone.add(_LABELS[label])
                term = term._replace(**{field: getattr(_USUAL, field)})
        found.append(term)
    return tuple(found)


def pairs(glossary: Glossary, languages: tuple[str, str], lost: Counter[str]) -> Glossary:
    """Every source name with its first rendering, each as an entry: what DeepL takes, which wants each source name once."""
    source, target = languages
    seen: set[str] = set()
    found: list[Entry] = []
    for entry in glossary.entries:
        names, renderings = entry.names(source), entry.names(target)
        lost[_LABELS["keep"]] += entry.keep
        if not names or not (renderings or entry.keep):
            lost["entry without a rendering"] += 1
            continue
        lost["further name"] += len(renderings) > 1
        lost["third language"] += len(entry.terms) > 1 + bool(renderings)
        for name in names:
            if name.text in seen:
                lost["second rendering of a source name"] += 1
            else:
                rendering = renderings[0] if renderings else name
                found.append(Entry("", {source: (Term(name.text),), target: (Term(rendering.text),)}))
            seen.add(name.text)
    return Glossary(glossary.name, tuple(found))


def equivalents(glossary: Glossary, lost: Counter[str]) -> Glossary:
    """Entries as Google takes them: one part of speech, and a name that is kept stands in every language."""
    found = []
    for entry in glossary.entries:
        terms = dict(entry.terms)
        if entry.keep and terms:
            lost[_LABELS["keep"]] += 1
            first = next(iter(terms.values()))
            terms = {lang: terms.get(lang, first) for lang in glossary.languages}
        if len({term.pos for held in terms.values() for term in held}) > 1:
            lost[_LABELS["pos"]] += 1
            terms = {lang: tuple(term._replace(pos="") for term in held) for lang, held in terms.items()}
        found.append(entry._replace(terms=terms, keep=False))
    return Glossary(glossary.name, tuple(found))


def sentences(lost: Counter[str], form: str) -> list[str]:
    """``TBX-Core cannot hold “first mention” (3 entries)`` for each kind of thing."""
    return [f"{form} cannot hold “{what}” ({n} {'entry' if n == 1 else 'entries'})" for what, n in sorted(lost.items()) if n]
