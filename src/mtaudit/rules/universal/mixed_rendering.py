"""One name stands in Latin letters here and in the letters of the text there.

A machine transliterates a name in one sentence and copies it in the next: 나토 and NATO, 옌스 스톨텐베르그 and Jens Stoltenberg.
What belongs together is told by the document's own glosses, 나토(NATO), and otherwise by the sound. One finding for each name.

Not reported: a name that is glossed and then used in one form; a translated name and its acronym (인공지능(AI), AI), but for
organisations of which the text goes on to use both, each with a particle (유럽연합(EU) … EU는 … 유럽연합은);
a full name before its short form (북대서양조약기구(NATO), 나토); Latin in headings, captions, parentheses, lists of names, addresses,
code; common nouns (그래프, Graph). Brands that only sound alike and are nowhere glossed are advice.

Source: taxonomy of machine-translated Korean, "inconsistent-term", method a; MQM, inconsistent use of terminology.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from mtaudit import glosses as facts
from mtaudit import names
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView

KO = """한 이름을 어떤 곳에는 한글로, 어떤 곳에는 로마자로 적었다.
기계는 같은 이름을 문장에 따라 음역하기도 하고 그대로 두기도 한다. ‘나토(NATO)’처럼 글 스스로 밝힌 짝과 소리가 같은 짝을 견주어
이름마다 한 번 알린다. 처음 한 번 병기하고 한쪽으로만 쓴 이름, ‘국제통화기금(IMF)’ 뒤의 IMF처럼 뜻으로 옮긴 이름의 약어, 제목과
괄호 안의 로마자는 다루지 않는다."""

_MOST_NAMES = 100
"""So many names of a document are looked at."""


_Spans = tuple[list[int], list[int]]
"""Starts and ends, in the order of the text."""


def _within(offset: int, spans: _Spans) -> bool:
    which = bisect_right(spans[0], offset) - 1
    return which >= 0 and offset < spans[1][which]


class _Name(NamedTuple):
    """One name: how it is written in either script; ``after`` is where its gloss ends, 0 without one."""

    latin: str
    natives: tuple[str, ...]
    after: int
    weight: str


def check(view: DocumentView) -> Iterator[Hit]:
    prose = view.once(names.prose)
    glosses = view.once(facts.glosses)
    spans = ([g.start for g in glosses], [g.end for g in glosses])
    told: set[str] = set()
    only_glossed = _only_glossed(view, glosses)
    for name in [*_glossed(glosses), *_by_sound(view, glosses)][:_MOST_NAMES]:
        if name.latin in only_glossed:
            continue
        since = 0 if name.weight == "name" else name.after
        latin = [p for p in names.latin_places(prose.text, name.latin) if p[0] >= since and _running(prose, p[0], spans)]
        if name.latin.casefold() in told or not latin:
            continue
        native = [p for form in name.natives for p in names.native_places(prose.text, form) if not _within(p[0], spans)]
        if name.weight == "body":
            latin, native = _alone(prose, latin, since), _alone(prose, native, since)
            if not latin:
                continue
        later = [p for p in native if p[0] >= name.after]
        second = _second_gloss(glosses, name)
        if not later and not (name.after and name.weight == "name"):
            continue
        told.add(name.latin.casefold())
        yield _hit(prose, name, latin, sorted(native), second)
    if not told:
        yield from _glossed_twice(prose, glosses)


def _only_glossed(view: DocumentView, glosses: tuple[facts.Gloss, ...]) -> set[str]:
    """Latin names whose first word stands nowhere but in glosses: nearly all, and the text need not be searched for them."""
    used = Counter(run.partition(" ")[0].rstrip(".") for _, run in view.once(facts.latin_runs))
    first = {g.latin: word[0] for g in glosses if (word := re.match(r"[A-Z][A-Za-z0-9'&-]*(?=$| )", g.latin))}
    times = Counter(first[latin] for latin, _ in {(g.latin, g.latin_start) for g in glosses} if latin in first)
    return {latin for latin, word in first.items() if used[word] <= times[word]}


def _glossed(glosses: tuple[facts.Gloss, ...]) -> Iterator[_Name]:
    """The names that the document glosses with what they sound like."""
    forms: dict[str, list[facts.Gloss]] = {}
    for gloss in glosses:
        if gloss.sounded:
            forms.setdefault(gloss.latin, []).append(gloss)
    for latin, found in forms.items():
        weight = "acronym" if latin.isupper() else "name" if latin[0].isupper() else "word"
        natives = tuple(dict.fromkeys(g.native for g in found))
        if weight != "word":
            yield _Name(latin, natives, found[0].end, weight)
    bodies = {g.latin: g for g in reversed(glosses) if g.latin not in forms and facts.is_body(g.native, g.latin)}
    for latin, gloss in bodies.items():
        yield _Name(latin, (gloss.native,), gloss.end, "body")


def _alone(prose: names.Prose, places: list[tuple[int, int]], since: int) -> list[tuple[int, int]]:
    """The places after the gloss where the name has a particle: 국제통화기금 총재 may well stand beside IMF."""
    return [p for p in places if p[0] >= since and names.is_native(prose.text[p[1] : p[1] + 1]) and not prose.in_parentheses(p[0])]


def _by_sound(view: DocumentView, glosses: tuple[facts.Gloss, ...]) -> Iterator[_Name]:
    glossed = {g.latin for g in glosses if g.sounded}
    for latin, natives, is_brand in view.once(facts.heard):
        if latin not in glossed:
            yield _Name(latin, natives, 0, "brand" if is_brand else "heard")


def _running(prose: names.Prose, start: int, glosses: _Spans) -> bool:
    """Whether the place is in a sentence of the text's own language, and not in parentheses or part of a gloss."""
    if _within(start, glosses):
        return False
    view, _ = prose.at(start)
    if view.kind in ("heading", "caption", "byline", "cell") or prose.in_parentheses(start):
        return False
    end_of_text = view.text[-20:]
    return bool(set(end_of_text[-8:]) & set(".!?…。")) and any(map(names.is_native, end_of_text))


def _second_gloss(glosses: tuple[facts.Gloss, ...], name: _Name) -> list[tuple[int, int]]:
    """Glosses that explain the Latin again under another name: 북대서양조약기구(NATO) after 나토(NATO)."""
    return [
        (g.start, g.end) for g in glosses if g.latin == name.latin and g.start >= name.after > 0 and g.native not in name.natives
    ]


def _hit(
    prose: names.Prose, name: _Name, latin: list[tuple[int, int]], native: list[tuple[int, int]], second: list[tuple[int, int]]
) -> Hit:
    shown = name.natives[0]
    prefer_latin = len(latin) > len(native) and name.weight != "name"
    wrong, right, right_form = (native, latin, name.latin) if prefer_latin else (latin, native, shown)
    start, end = wrong[0]
    counts = f"{name.latin} {len(latin)}, {shown} {len(native)}"
    hit = prose.hit(
        start,
        end,
        f"one name in two scripts ({counts}); use {right_form} throughout",
        f"같은 이름을 한글과 로마자로 섞어 적었다({counts}). ‘{right_form}’(으)로 통일한다.",
        fix=None if name.weight == "body" else right_form,
        related=prose.related(sorted([*wrong[1:], *second, *right[:1]]), "the same name", "같은 이름"),
    )
    return hit._replace(severity="neutral") if name.weight == "brand" else hit


def _glossed_twice(prose: names.Prose, glosses: tuple[facts.Gloss, ...]) -> Iterator[Hit]:
    """A Latin name that two spellings are glossed with: 카메론(Cameron) … 캐머런(Cameron)."""
    first: dict[str, facts.Gloss] = {}
    for gloss in glosses:
        if not gloss.sounded:
            continue
        before = first.setdefault(gloss.latin, gloss)
        if before.native.replace(" ", "") != gloss.native.replace(" ", ""):
            yield prose.hit(
                gloss.native_start,
                gloss.native_start + len(gloss.native),
                f"{gloss.latin} is {before.native} elsewhere",
                f"‘{gloss.latin}’을(를) 앞에서는 ‘{before.native}’(으)로 적었다.",
                fix=before.native,
                related=prose.related([(before.start, before.end)], "the same name", "같은 이름"),
            )


CASES = (
    Case("나토(NATO)는 31개국이다. 나토는 커졌다. 나토 사무총장이 말했다."),
    Case("국제통화기금(IMF)이 경고했다. IMF는 성장률을 낮췄고 국제통화기금 총재도 나섰다."),
    Case("유럽연합(EU)이 경고했다. EU는 성장률을 낮췄다. EU의 결정이다. 인공지능(AI)은 크다. AI는 빠르다. 인공지능이 온다."),
    Case("북대서양조약기구(NATO)가 커졌다. 나토는 31개국이고 나토 본부는 브뤼셀이다."),
    Case("그래프(Graph)를 그린다. Graph 목록\n그래프가 보인다."),
    Case(
        "나토(NATO)는 커졌다. ⟦나토⟧는 말했다. NATO는 동쪽으로 갔다. NATO 본부는 브뤼셀이다.",
        fixed="나토(NATO)는 커졌다. NATO는 말했다. NATO는 동쪽으로 갔다. NATO 본부는 브뤼셀이다.",
    ),
    Case("유럽연합(EU)이 경고했다. 유럽연합은 성장률을 낮췄다. ⟦EU⟧는 나섰다."),
    Case("옌스 스톨텐베르그 사무총장이 말했다.\n⟦Jens Stoltenberg⟧의 방문은 처음이다."),
    Case("일론 머스크(Elon Musk)는 부자다. ⟦Elon Musk⟧는 로켓을 만든다."),
    Case("AAD Graph를 호출한다. ⟦AAD 그래프⟧를 호출한다. 다시 AAD Graph로 돌아간다."),
)

RULE = Rule(
    "TRM001",
    "mixed-rendering",
    "terminology/inconsistent-use-of-terminology",
    "minor",
    check,
    CASES,
    KO,
    scope="document",
    yields_to=("forbidden-rendering",),
    confidence=0.8,
)
