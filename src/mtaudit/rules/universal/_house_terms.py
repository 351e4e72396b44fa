"""What the rules about the glossary share: how they name an entry, and which entries a segment's source asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mtaudit import terms
from mtaudit.terms import writing

if TYPE_CHECKING:
    from mtaudit.glossary import Entry, Term
    from mtaudit.report import Hit
    from mtaudit.terms import Demand, Use
    from mtaudit.terms.writing import Writing
    from mtaudit.view import DocumentView


def asked(view: DocumentView) -> set[tuple[int, int]]:
    """Which segment's source asks for which entry: the segment's number and the entry's ``id``."""
    return {(d.view.segment.number, id(entry)) for d in view.once(terms.demands) for entry, _ in d.found.named}


def is_asked(view: DocumentView, use: Use, entry: Entry) -> bool:
    """Whether the source of the segment that a name stands in asks for this entry."""
    return (use.view.segment.number, id(entry)) in view.once(asked)


def wrong_here(view: DocumentView, use: Use) -> tuple[Entry, Term] | None:
    """The entry for which this use is a forbidden name, or None where the name may mean something else.

    With a source, the entry must be one that the source asks for, unless no entry has this name for its own. Without a
    source, a name that any entry accepts is never wrong.
    """
    found = use.found
    bad = [(entry, term) for entry, term in found.named if term.status == "forbidden"]
    good = [entry for entry, term in found.named if term.status in ("preferred", "admitted")]
    if not bad or found.first:
        return None
    if any(is_asked(view, use, entry) for entry in good):
        return None
    demanded = next(((entry, term) for entry, term in bad if is_asked(view, use, entry)), None)
    if demanded or good:
        return demanded
    return bad[0]


def beside(use: Use, best: Term | None) -> bool:
    """Whether a name is no word of the text: in the parentheses of a gloss, in a phrase of another script, or between quotation
    marks in a text that says ``best`` too."""
    span = use.view.text, use.found.start, use.found.end
    return (
        writing.in_gloss(*span)
        or writing.in_latin(use)
        or (best is not None and best.text in use.view.text and writing.is_mention(*span))
    )


def hit(use: Use, new: Writing | None, en: str, ko: str, **other: Any) -> Hit:
    """A hit on what is to be rewritten, or on the name where nothing may be written."""
    if new is None:
        return use.view.hit(use.found.start, use.found.end, en, ko, **other)
    return use.view.hit_raw(new.start, new.end, en, ko, fix=new.text, **other)


def sentence_of(demand: Demand) -> tuple[int, int]:
    """The sentence of the segment that answers to the sentence of the demand, or all of it where their numbers differ."""
    from mtaudit import languages

    view, source = demand.view, demand.view.segment.source or ""
    theirs = languages.get(terms.source_language(view.document) or "").sentences(source)
    ours = view.sentences
    which = next((i for i, (_, end) in enumerate(theirs) if demand.found.start < end), 0)
    if len(ours) == len(theirs) and ours:
        return ours[which].start, ours[which].end
    return (ours[0].start, ours[-1].end) if ours else (0, len(view.text))
