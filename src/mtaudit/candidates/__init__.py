"""What may belong into a glossary: terms that recur in texts, names that texts explain, and pairs of a source and its translation.

``extract`` gives candidates as a Glossary whose notes hold counts and contexts; an editor decides.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, groupby, islice
from typing import TYPE_CHECKING

from mtaudit import languages
from mtaudit.candidates import aligned, chains, explained, korean
from mtaudit.candidates.terms import Counts
from mtaudit.config import Settings
from mtaudit.errors import BadSetting
from mtaudit.glossary import Entry, Glossary, Term
from mtaudit.names import LONGEST
from mtaudit.view import OPAQUE, DocumentView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mtaudit.candidates.chains import Piece
    from mtaudit.candidates.terms import Candidate
    from mtaudit.document import Document
    from mtaudit.view import SegmentView

_NO_BLANKS = frozenset({"zh", "th", "lo", "km", "my"})
"""Languages that put no blank between words, of which nothing is known here."""
_CONTEXT = 80
"""Code points of a context."""
_CONTEXTS = 2


def extract(
    documents: Sequence[Document],
    lang: str,
    source_lang: str = "en",
    *,
    least: int = 2,
    limit: int | None = None,
    known: Glossary | None = None,
) -> Glossary:
    """Candidates for a glossary, the most likely first, with counts and contexts in their notes.

    ``least`` is how often a candidate must occur; a name that the text explains, 나토(NATO), may occur once. Where segments
    have a source, the candidates are pairs whose names stand in the same segments again and again. What ``known`` holds is left
    out. Raises BadSetting for a language whose words cannot be told apart.
    """
    for code in (lang, source_lang):
        if code in _NO_BLANKS:
            raise BadSetting(f"candidates cannot be found in {code}: it puts no blanks between words")
    parts = [list(_views(document, lang)) for document in documents]
    views = [view for several in parts for view in several]
    words = _Words([s.text for view in views for s in _prose(view)], lang)
    counts = Counts(lang)
    for several in parts:
        counts.add((s.text, words.chains(s.text)) for view in several for s in _prose(view))
    pairs = [(s.text, s.segment.source) for view in views for s in _prose(view) if s.segment.source is not None]
    if pairs:
        others = _Words([source for _, source in pairs], source_lang)
        segments = [aligned.Pair(text, list(words.chains(text)), source, list(others.chains(source))) for text, source in pairs]
        found = aligned.aligned(segments, lang, source_lang, least, counts.documents)
    else:
        found = counts.candidates(least)
        if lang == "ko":
            found = explained.merged(found, views, counts, words.nouns)
    if known is not None:
        names = {chains.key(term.text, lang) for entry in known.entries for term in entry.names(lang)}
        found = [c for c in found if not any(chains.key(form, lang) in names for form, _ in c.forms)]
    entries = [_entry(c, lang, source_lang, views) for c in islice(found, limit)]
    return Glossary("candidates", tuple(entries))


def _views(document: Document, lang: str) -> Iterator[DocumentView]:
    """Views of a document, each so long that it is searched for names to its end."""
    starts = [0, *accumulate(len(segment.target) + 1 for segment in document.segments)]
    for _, part in groupby(zip(starts, document.segments, strict=False), key=lambda pair: pair[0] // LONGEST):
        segments = tuple(segment for _, segment in part)
        yield DocumentView(replace(document, segments=segments), languages.get(lang), Settings(lang=lang))


def _prose(view: DocumentView) -> Iterator[SegmentView]:
    return (s for s in view.segments if s.kind not in ("code", "byline"))


class _Words:
    """What is known of the words of these texts, and so where their chains are."""

    def __init__(self, texts: list[str], lang: str) -> None:
        self.lang = lang
        self.nouns = korean.nouns(texts) if lang == "ko" else {}
        self.function = frozenset() if lang == "ko" else chains.function_words(texts, lang)

    def chains(self, text: str) -> Iterator[list[Piece]]:
        return korean.chains(text, self.nouns) if self.lang == "ko" else chains.chains(text, self.lang, self.function)


def _entry(candidate: Candidate, lang: str, source_lang: str, views: Sequence[DocumentView]) -> Entry:
    forms = [form for form, _ in candidate.forms]
    terms = {lang: _terms(forms)}
    if candidate.source:
        terms[source_lang] = _terms(candidate.source)
    note = [f"{_times(candidate.total)} in {candidate.documents} document{'s' * (candidate.documents != 1)}"]
    if len(forms) > 1:
        note.append("in several spellings: " + ", ".join(f"{form} {count}" for form, count in candidate.forms))
    if candidate.why:
        note.append(candidate.why)
    note += [f"“{context}”" for context in islice(_contexts(forms, views), _CONTEXTS)]
    return Entry("", terms, note="; ".join(note))


def _terms(forms: Iterable[str]) -> tuple[Term, ...]:
    return tuple(Term(form, "admitted" if at else "preferred") for at, form in enumerate(forms))


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _contexts(forms: list[str], views: Sequence[DocumentView]) -> Iterator[str]:
    """The first sentence of each document that holds a form, shortened, then the next ones; each once."""
    given, later = set[str](), []
    for view in views:
        seen = 0
        for segment in _prose(view) if any(form in view.document.text for form in forms) else ():
            if not any(form in segment.text for form in forms):
                continue
            for sentence in segment.sentences:
                at, form = min(((sentence.text.find(form), form) for form in forms if form in sentence.text), default=(-1, ""))
                if at >= 0:
                    context = _shortened(sentence.text, at, at + len(form))
                    if context in given:
                        continue
                    given.add(context)
                    if seen:
                        later.append(context)
                    else:
                        yield context
                    seen += 1
            if seen >= _CONTEXTS:
                break
    yield from later


def _shortened(text: str, start: int, end: int) -> str:
    """About ``_CONTEXT`` code points of a sentence around a place in it, cut at blanks."""
    spare = max(0, _CONTEXT - (end - start)) // 2
    first = 0 if start <= spare else text.rfind(" ", 0, start - spare) + 1 or start - spare
    last = len(text) if len(text) - end <= spare else text.find(" ", end + spare)
    last = last if 0 <= last <= end + spare + 15 else end + spare
    inside = "".join(c for c in " ".join(text[first:last].split()).replace(OPAQUE, "…") if c.isprintable())
    return f"{'… ' * (first > 0)}{inside}{' …' * (last < len(text))}"
