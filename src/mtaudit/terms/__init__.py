"""Which names of a glossary a text uses, and where; which ones its source demands.

Code, URLs and addresses are not searched: a view does not show them. Ask for the facts through ``view.once(terms.grouped)`` and
``view.once(terms.demands)``.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from mtaudit import languages
from mtaudit.glossary import primary
from mtaudit.terms.matching import Found
from mtaudit.terms.matching import is_proper as is_proper
from mtaudit.terms.matching import matcher as matcher

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtaudit.glossary import Entry, Term
    from mtaudit.view import DocumentView, SegmentView


class Use(NamedTuple):
    """A name of the glossary in a segment; the offsets are those of ``view.text``."""

    view: SegmentView
    found: Found


class Demand(NamedTuple):
    """A name of the source, ``text`` there and ``source[found.start:found.end]``, that a segment should render."""

    view: SegmentView
    found: Found
    text: str


def uses(document: DocumentView) -> Iterator[tuple[SegmentView, Found]]:
    """Every name of the settings' glossary in the text, with its segment, in order."""
    glossary = document.settings.glossary
    if glossary is None:
        return
    find = matcher(glossary, document.language.code).find
    for view in document.segments:
        if view.kind != "code":
            for found in find(view.text):
                yield view, found


class Grouped(NamedTuple):
    """The uses of a text by what may be wrong with them.

    ``forbidden`` and ``unpreferred`` (admitted or superseded, and neither preferred nor forbidden) are names of that status,
    ``introduced`` those of entries that have a form for their first mention; ``said`` the ``id`` of each entry whose preferred
    name stands in the text, and ``counts`` how often each combination of names stands.
    """

    forbidden: tuple[Use, ...]
    unpreferred: tuple[Use, ...]
    introduced: tuple[Use, ...]
    said: frozenset[int]
    counts: tuple[tuple[tuple[tuple[Entry, Term], ...], int], ...]


def grouped(document: DocumentView) -> Grouped:
    """The uses of a text in groups. What a name is, is asked once for all its uses."""
    lang = document.language.code
    forbidden: list[Use] = []
    unpreferred: list[Use] = []
    introduced: list[Use] = []
    known: dict[int, tuple[tuple[tuple[Entry, Term], ...], list[list[Use]]]] = {}
    counts: Counter[int] = Counter()
    for view, found in uses(document):
        which = id(found.named)
        if which not in known:
            statuses = {term.status for _, term in found.named}
            groups = [forbidden] if "forbidden" in statuses else [] if "preferred" in statuses else [unpreferred]
            if any(term.first for entry, _ in found.named for term in entry.names(lang)):
                groups.append(introduced)
            known[which] = found.named, groups
        counts[which] += 1
        for group in known[which][1]:
            group.append(Use(view, found))
    said = frozenset(id(entry) for named, _ in known.values() for entry, term in named if term.status == "preferred")
    return Grouped(
        tuple(forbidden), tuple(unpreferred), tuple(introduced), said, tuple((known[which][0], n) for which, n in counts.items())
    )


def forbidden_here(document: DocumentView) -> set[tuple[int, int]]:
    """In which segment a forbidden name of which entry stands: the segment's number and the entry's ``id``."""
    return {
        (use.view.segment.number, id(entry))
        for use in document.once(grouped).forbidden
        for entry, term in use.found.named
        if term.status == "forbidden"
    }


def source_language(document: DocumentView) -> str | None:
    """The language of the segments' sources, where it is told or the glossary leaves no choice."""
    glossary = document.settings.glossary
    told = document.settings.source_lang or document.document.source_lang
    return told or (glossary.source_language(document.language.code) if glossary else None)


def demands(document: DocumentView) -> tuple[Demand, ...]:
    """Every name in the segments' sources for which the glossary has a rendering in the language of the text."""
    glossary, lang, source_lang = document.settings.glossary, document.language.code, source_language(document)
    asking = [view for view in document.segments if view.segment.source and view.kind != "code"]
    if glossary is None or source_lang is None or not asking:
        return ()
    find = matcher(glossary, source_lang).find
    out = []
    for view in asking:
        source = view.segment.source or ""
        for found in find(_without_addresses(source)):
            named = tuple([(e, t) for e, t in found.named if t.status != "forbidden" and renderings(e, lang, source_lang)])
            if named:
                out.append(Demand(view, found._replace(named=named), source[found.start : found.end]))
    return tuple(out)


def unmet(document: DocumentView) -> tuple[Demand, ...]:
    """The demands of which the text certainly has no rendering."""
    lang, source_lang = document.language.code, source_language(document) or ""
    return tuple([demand for demand in document.once(demands) if not is_rendered(demand, lang, source_lang)])


def is_sure(demand: Demand) -> bool:
    """Whether the name can hardly mean anything else: several words, a capital or a digit, or a noun by its entry.

    A single common word in small letters may be used in another sense, or as a verb. The settings can demand it all the same.
    """
    if demand.view.document.settings.demand == "all":
        return True
    if " " in demand.text or any(c.isupper() or c.isdigit() for c in demand.found.named[0][1].text):
        return True
    return any(term.pos.lower() in ("noun", "proper noun", "propernoun") for _, term in demand.found.named)


def renderings(entry: Entry, lang: str, source_lang: str) -> tuple[str, ...]:
    """What a text may call the concept, best first; for an entry that is not translated also what the source calls it."""
    own = [term.text for term in entry.names(lang) if term.status != "forbidden"]
    if entry.keep:
        own += [term.text for term in entry.names(source_lang) if term.status != "forbidden"]
    return tuple(dict.fromkeys(own))


def preferred(entry: Entry, lang: str) -> Term | None:
    """The first preferred name, or the first admitted one; of an entry that is not translated what other languages call it."""
    names = list(entry.names(lang))
    if entry.keep:
        names += [term for terms in entry.terms.values() for term in terms]
    return next((t for s in ("preferred", "admitted") for t in names if t.status == s), None)


def is_rendered(demand: Demand, lang: str, source_lang: str) -> bool:
    """Whether the text has any rendering of what is demanded, inflected or inside a longer word too, however it is spaced.

    This is generous: only what is certainly absent may be called missing.
    """
    text = squeezed(demand.view.text)
    for entry, _ in demand.found.named:
        for name in renderings(entry, lang, source_lang):
            if squeezed(name) in text or squeezed(_in_script(name, lang)) in text or is_inflected(name, text, lang):
                return True
    return False


def is_inflected(name: str, text: str, lang: str) -> bool:
    """Whether another form than the dictionary's of a verb or an adjective stands in ``text``: 확산된 of 확산되다."""
    root = languages.get(lang).root(name)
    return root != name and squeezed(root) in squeezed(text)


def name_of(entry: Entry, lang: str) -> str:
    """What the entry is called in another language than ``lang``, or an empty string."""
    names = (term for tag, own in entry.terms.items() if primary(tag) != lang for term in own)
    return next((term.text for term in names if term.status != "forbidden"), "")


def squeezed(text: str) -> str:
    return "".join(text.split()).lower()


def _in_script(name: str, lang: str) -> str:
    """The Hangul that is read for a well-known acronym; any other name as it is."""
    if lang != "ko" or not name.isupper():
        return name
    from mtaudit.languages.ko import term_pairs

    return term_pairs.acronyms().get(name, name)


def _without_addresses(text: str) -> str:
    """``text`` with other characters in place of URLs and addresses."""
    from mtaudit.view import address

    return address().sub(lambda m: "\ufffc" * len(m[0]), text) if "://" in text or "@" in text or "www." in text else text
