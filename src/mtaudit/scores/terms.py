"""Adherence to the glossary: how many of the terms that are demanded stand in the text as the glossary wants them.

With a source, every occurrence of a term in a segment's source is a demand; a rendering that stands in the same segment of the
text meets one of that entry. ``rendered`` counts renderings that stand as words, with their particles, spaced in any way (``terms``);
``exact`` counts them letter by letter, inside longer words too. Without a source, every name of the glossary in the text is
counted, and met unless it is forbidden or superseded. A single common word whose entry does not call it a noun may mean something
else in the source: it is counted as ``unsure``, and demanded only where a forbidden name stands for it or the settings say so.

``value`` is ``100 * rendered / demanded``. Details: ``exact`` is ``100 * exact / demanded``; ``consistency`` is the share of the
renderings of a term that are its most frequent one, over all terms that were rendered twice or more (None without any);
``terms`` tells for each term what was demanded, met, and which renderings stand how often.

Source: exact-match accuracy of the WMT 2021 shared task on machine translation using terminologies (Alam et al. 2021); terminology
consistency by the most frequent translation (Semenov and Bojar 2022), as in the terminology tasks of WMT 2023 and 2025.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from mtaudit import __version__, terms
from mtaudit.report import Score
from mtaudit.scores.merging import glossary_part
from mtaudit.terms import writing

if TYPE_CHECKING:
    from mtaudit.glossary import Glossary
    from mtaudit.terms import Demand
    from mtaudit.view import DocumentView

Sums = dict[str, float]

_ONE_WIDTH = str.maketrans("（）", "()")


def score(document: DocumentView, glossary: Glossary) -> Score:
    """The adherence of a text to the glossary of its settings; the value is None where nothing is demanded."""
    has_source = any(segment.source for segment in document.document.segments)
    sums: Sums = {"demanded": 0, "rendered": 0, "exact": 0, "unsure": 0}
    for key, number in _by_source(document, glossary) if has_source else _by_text(document):
        sums[key] = sums.get(key, 0) + number
    demands = f"source-{document.settings.demand}" if has_source else "text"
    signature = f"terms|demands:{demands}|{glossary_part(glossary)}|lang:{document.language.code}|version:{__version__}"
    return from_sums(sums, signature)


def from_sums(sums: Mapping[str, float], signature: str) -> Score:
    """The score of sums that may have been added up over many texts.

    Beside ``demanded``, ``rendered`` and ``exact`` the sums hold ``demanded:TERM``, ``rendered:TERM`` and
    ``as:TERM:RENDERING``, so that the details of the whole follow from those of its parts.
    """
    each: dict[str, dict[str, float]] = {}
    forms: dict[str, dict[str, float]] = {}
    for key, number in sums.items():
        what, _, term = key.partition(":")
        if what == "as":
            term, _, form = term.partition("\t")
            forms.setdefault(term, {})[form] = number
        elif term:
            each.setdefault(term, {})[what] = number
    repeated = [counts.values() for counts in forms.values() if sum(counts.values()) > 1]
    demanded = sums["demanded"]
    details = {
        "exact": 100 * sums["exact"] / demanded if demanded else None,
        "consistency": 100 * sum(map(max, repeated)) / sum(map(sum, repeated)) if repeated else None,
        "terms": [
            {
                "term": term,
                "demanded": n["demanded"],
                "rendered": n.get("rendered", 0),
                "as": dict(sorted(forms.get(term, {}).items())),
            }
            for term, n in sorted(each.items())
        ],
    }
    return Score("terms", 100 * sums["rendered"] / demanded if demanded else None, signature, sums, None, details)


def counted(document: DocumentView) -> tuple[list[list[Demand]], int]:
    """The demands that count, those of one entry in one segment together; and how many are unsure.

    Another name in parentheses, as in ``North Atlantic Treaty Organization (NATO)``, demands nothing more.
    """
    wanted: dict[tuple[int, int], list[Demand]] = {}
    wrong = document.once(terms.forbidden_here)
    unsure = 0
    for demand in document.once(terms.demands):
        number = demand.view.segment.number
        key = number, id(demand.found.named[0][0])
        before = (demand.view.segment.source or "")[: demand.found.start].translate(_ONE_WIDTH)
        if not (terms.is_sure(demand) or any((number, id(entry)) in wrong for entry, _ in demand.found.named)):
            unsure += 1
        elif key not in wanted or before.rfind("(") <= before.rfind(")"):
            wanted.setdefault(key, []).append(demand)
    return list(wanted.values()), unsure


def _by_source(document: DocumentView, glossary: Glossary) -> Iterable[tuple[str, float]]:
    lang, source_lang = document.language.code, terms.source_language(document) or ""
    find = terms.matcher(glossary, lang).find
    wanted, unsure = counted(document)
    yield "unsure", unsure
    for several in wanted:
        demand, text = several[0], several[0].view.text
        entries = {id(entry) for entry, _ in demand.found.named}
        names = {n: None for entry, _ in demand.found.named for n in terms.renderings(entry, lang, source_lang)}
        found: Counter[str] = Counter()
        done = 0
        for use in find(text, nested=True):
            own = [t.text for entry, t in use.named if id(entry) in entries and t.status != "forbidden"]
            if own and use.start >= done and not writing.in_gloss(text, use.start, use.end):
                found[own[0]] += 1
                done = use.end
        found.update(name for name in names if not found and terms.is_inflected(name, text, lang))
        yield from _counts(demand.found.named[0][1].text, len(several), found)
        yield "exact", min(len(several), sum(text.count(name) for name in names))


def _by_text(document: DocumentView) -> Iterable[tuple[str, float]]:
    lang = document.language.code
    for named, number in document.once(terms.grouped).counts:
        good = [(entry, term) for entry, term in named if term.status in ("preferred", "admitted")]
        entry, term = (good or named)[0]
        yield from _counts(
            terms.name_of(entry, lang) or entry.names(lang)[0].text, number, Counter({term.text: number} if good else {})
        )
        yield "exact", number if good else 0


def _counts(term: str, demanded: int, found: Counter[str]) -> Iterable[tuple[str, float]]:
    rendered = min(demanded, found.total())
    yield "demanded", demanded
    yield "rendered", rendered
    yield f"demanded:{term}", demanded
    yield f"rendered:{term}", rendered
    for form, number in found.items():
        yield f"as:{term}\t{form}", number
