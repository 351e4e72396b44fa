"""A name stands in the text where the glossary prefers another.

A superseded name (키예프 for Kyiv) is reported wherever it stands, an admitted one once in a text, as advice: it may stand, but
the house prefers the other.

Not reported: a name that another entry has for another concept, an admitted name that holds the preferred one (일본 외무상) or is a
part of it (클라우드 for 클라우드 컴퓨팅), a short admitted name in a text without its source (지원 is not always an application), the
name of an entry that is not translated, names in the parentheses of a gloss, in a phrase of another script, or alone between
quotation marks beside the preferred one, an admitted name as the first mention of a concept whose preferred name also stands in
the text, entries without a preferred name. An admitted name is corrected only where it stands once, and the source asks for the
concept or the entry is a proper name: 구속영장 may be right where the glossary prefers 체포영장 for *arrest warrant*.

Source: MQM 2.0, Terminology: inconsistent with terminology resource; ISO 12620, admitted and superseded terms.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtaudit.glossary import concept
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView

if TYPE_CHECKING:
    from mtaudit.glossary import Entry, Term
    from mtaudit.terms import Use

KO = """용어집이 더 권하는 말이 따로 있다.
옛 표기(Kyiv의 ‘키예프’)는 나올 때마다 알리고, 써도 되는 다른 말은 한 글에서 한 번만 참고로 알린다. 다른 항목이 으뜸으로 삼은 말, 괄호 안의
병기, 따옴표 안에 홀로 적힌 말은 알리지 않는다."""

LONG = 4
"""Characters from which on a name is unlikely to mean anything else, so that no source is needed."""
_MOST = 60


def check(view: DocumentView) -> Iterator[Hit]:
    if view.settings.glossary is None:
        return
    from mtaudit import terms
    from mtaudit.rules.universal import _house_terms

    admitted: dict[tuple[int, str], list[Use]] = {}
    chosen: dict[tuple[int, str], tuple[Entry, Term]] = {}
    group = view.once(terms.grouped)
    for use in group.unpreferred:
        entry, term = use.found.named[0]
        best = _best(view, use)
        if best is None or use.found.first or not _is_meant(view, use) or _house_terms.beside(use, best):
            continue
        if term.status == "superseded":
            yield _hit(use, entry, best)
        elif not _is_longer(best.text, term.text) and not _is_longer(term.text, best.text):
            admitted.setdefault((id(entry), term.text), []).append(use)
            chosen[id(entry), term.text] = (entry, best)
    for which, uses in admitted.items():
        entry, best = chosen[which]
        if len(uses) > 1 or id(entry) not in group.said:
            yield _hit(uses[0], entry, best, uses[1:_MOST])


def _is_longer(name: str, other: str) -> bool:
    from mtaudit.terms import squeezed

    return squeezed(other) in squeezed(name)


def _best(view: DocumentView, use: Use) -> Term | None:
    """What the entries with this name prefer to it, if all prefer the same and call the name by the same status."""
    lang = view.language.code
    bests = [next((t for t in entry.names(lang) if t.status == "preferred"), None) for entry, _ in use.found.named]
    alike = len({term.status for _, term in use.found.named}) == len({best.text if best else "" for best in bests}) == 1
    return bests[0] if alike else None


def _is_meant(view: DocumentView, use: Use) -> bool:
    """Whether the name can only mean its entry: the source says so, or it is superseded, or long."""
    from mtaudit.rules.universal import _house_terms

    entry, term = use.found.named[0]
    if term.status == "superseded" or _house_terms.is_asked(view, use, entry):
        return True
    return not entry.keep and (len(term.text.replace(" ", "")) >= LONG or any(c.isascii() and c.isalnum() for c in term.text))


def _hit(use: Use, entry: Entry, best: Term, others: list[Use] | None = None) -> Hit:
    from mtaudit import terms
    from mtaudit.rules.universal import _house_terms
    from mtaudit.terms import writing

    view, found = use.view, use.found
    sure = terms.is_proper(entry, found.named[0][1]) or _house_terms.is_asked(view.document, use, entry)
    written = view.text[found.start : found.end]
    name = terms.name_of(entry, view.document.language.code)
    return _house_terms.hit(
        use,
        writing.replacement(view, found, best.text) if others is None or (sure and not others) else None,
        f"the glossary prefers “{best.text}” to “{written}”" + (f" for “{name}”" if name else ""),
        (f"‘{name}’의 용어로 " if name else "") + f"‘{written}’보다 ‘{best.text}’을(를) 권한다",
        severity="minor" if others is None else "neutral",
        related=tuple([u.view.related(u.found.start, u.found.end, "also here", "여기에도 있다") for u in others or ()]),
    )


_HOUSE = (
    concept("Kyiv", "키이우", superseded="키예프"),
    concept("labor union", "노동조합 | 노조"),
    concept("NATO", "나토 | 북대서양조약기구"),
    concept("Japanese foreign minister", "외무상 | 일본 외무상"),
)

CASES = (
    Case("키이우의 노동조합은 나토(북대서양조약기구)를 찾았다.", glossary=_HOUSE),
    Case("노조가 파업했다. 노조는 물러서지 않는다.", glossary=_HOUSE),
    Case("북대서양조약기구는 성명을 냈다. 나토는 회의를 연다.", glossary=_HOUSE),
    Case("‘키예프’를 쓰지 않고 ‘키이우’라고 쓴다.", glossary=_HOUSE),
    Case("일본 외무상이 왔다. NATO Summit에 간다.", glossary=(*_HOUSE, concept("", "나토", superseded="NATO"))),
    Case("⟦구속영장⟧이 나왔다.", "구속영장이 나왔다.", glossary=(concept("arrest warrant", "체포영장 | 구속영장"),)),
    Case("⟦키예프⟧이다.", "키이우이다.", glossary=(*_HOUSE, *_HOUSE)),
    Case("⟦키예프⟧와 ⟦키예프⟧의 거리이다.", "키이우와 키이우의 거리이다.", glossary=_HOUSE),
    Case(
        "⟦북대서양조약기구⟧가 모였다. 북대서양조약기구는 말했다.",
        "북대서양조약기구가 모였다. 북대서양조약기구는 말했다.",
        glossary=_HOUSE,
    ),
    Case("⟦노조가⟧ 파업했다.", "노동조합이 파업했다.", source="The labor union went on strike.", glossary=_HOUSE),
)

RULE = Rule(
    "TRM009",
    "non-preferred-rendering",
    "terminology/inconsistent-with-terminology-resource",
    "minor",
    check,
    CASES,
    KO,
    scope="document",
    yields_to=("mixed-rendering", "missing-first-mention"),
)
