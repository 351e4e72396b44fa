"""A name is left in Latin letters where the text transliterates the names around it.

A machine transliterates most names and copies one: Nikkei Asia beside 교도통신, "Janice Creenaune 씨가". Only names of two or three
words that a person's title or a word of reporting (인용한, 보도했다) marks as a person or a medium are reported.

Not reported: products, bands, films, companies (Deep Blue, Foo Fighters) without such a mark, names in parentheses, lists, captions and
headings, texts that leave all their names in Latin, documentation of software.

Source: taxonomy of machine-translated Korean, "untranslated, partial translation".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit import glosses, names
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView

KO = """다른 이름은 한글로 옮긴 글에서 이름 하나를 로마자로 남겼다.
기계는 이름을 대개 음역하면서도 몇 개는 그대로 둔다(교도통신 옆의 Nikkei Asia, “Janice Creenaune 씨가”). 사람의 직함이나 ‘인용한’, ‘보도했다’
같은 말이 붙어 사람이나 언론사로 보이는 두세 낱말짜리 이름만 알린다. 제품·밴드·영화·회사 이름, 괄호·목록·제목 속의 이름은 다루지 않는다."""

_LEAST_HANGUL = 2
"""So many foreign names in Hangul for each name in Latin letters make a text that transliterates names."""


_TITLES = tuple(
    "씨 대통령 총리 장관 의원 사무총장 총재 주지사 시장 대사 감독 교수 박사 기자 특파원 대변인 변호사 판사 검사 선수 코치 회장 사장 의장 위원장".split()
)
_SAID = tuple("말했 밝혔 전했 보도했 보도하 덧붙였 설명했 주장했 강조했 경고했 지적했".split())
_CITED = ("인용한", "인용해", "보도한", *_SAID)
_FAR = 60
"""Characters between a name and what its bearer said."""


def _titled_after(text: str, end: int) -> bool:
    start = end + (text[end : end + 1] == " ")
    if not text.startswith(_TITLES, start):
        return False
    after = (text[start + len(title) : start + len(title) + 2] for title in _TITLES if text.startswith(title, start))
    return any(not a or a[0].isspace() or a[0] in "은는이가을를의와과도에,." or a in ("께서", "에게") for a in after)


def _says(text: str, end: int) -> bool:
    """Whether the text says at ``end`` that a person or a medium said or reported something."""
    if text.startswith("에 따르면", end):
        return True
    if text[end : end + 1] not in ("은", "는", "이", "가"):
        return False
    after = text[end + 1 : end + _FAR + 8]
    words = after.split(" ")[1:4] if after.startswith(" ") else []
    for word in words:
        if word.startswith(_CITED):
            return True
        if not 0 < len(word) < 9 or not all("가" <= c <= "힣" for c in word):
            break
    at = after.find("고 ", 1, _FAR + 3)
    while at > 0:
        if after.startswith(_SAID, at + 2) and after[at - 1] in "라다" and _STOPS.isdisjoint(after[: at - 1]):
            return True
        at = after.find("고 ", at + 1, _FAR + 3)
    return False


_STOPS = frozenset('.!?\n“"')


def _titled_before(text: str, start: int) -> bool:
    return text[start - 1 : start] == " " and text.endswith(_BEFORE, max(0, start - 8), start - 1)


_BEFORE = tuple("대통령 총리 장관 의원 사무총장 총재 주지사 대사 감독 교수 박사 기자 대변인 변호사 판사 의장 위원장".split())


@cache
def _name() -> re.Pattern[str]:
    return re.compile(r"[A-ZÀ-Þ][a-zà-ÿ\-]+(?: [A-Z]\.)?(?: (?:de|van|von|der|bin|al))*(?: [A-ZÀ-Þ][A-Za-zà-ÿ\-]+){1,2}\Z")


def check(view: DocumentView) -> Iterator[Hit]:
    if view.settings.genre == "docs":
        return
    prose = view.once(names.prose)
    text = prose.text
    told: set[str] = set()
    latin: set[str] = set()
    cued: list[tuple[int, str]] = []
    for start, run in view.once(glosses.latin_runs):
        if " " not in run or not _name().match(run):
            continue
        end = start + len(run)
        segment, _ = prose.at(start)
        if segment.kind in ("heading", "caption", "byline", "cell") or prose.in_parentheses(start) or text[end : end + 1] in "(（":
            continue
        latin.add(run)
        if run not in told and (_titled_after(text, end) or _says(text, end) or _titled_before(text, start)):
            told.add(run)
            cued.append((start, run))
    if not cued:
        return
    hangul = _transliterated(view)
    also_in_hangul = {name for name, _, _ in view.once(glosses.heard)}
    if len(hangul) < _LEAST_HANGUL * len(latin - also_in_hangul):
        return
    other = prose.related(hangul[:1], "a name in Hangul", "한글로 적은 이름")
    for start, run in cued:
        yield prose.hit(
            start,
            start + len(run),
            f"{run} is left in Latin letters, while other names are transliterated",
            f"다른 이름은 한글로 적었는데 ‘{run}’은(는) 로마자로 남았다.",
            related=other,
        )


def _transliterated(view: DocumentView) -> list[tuple[int, int]]:
    """Where the text writes foreign names in Hangul, each name once."""
    if view.language.code != "ko":
        return []
    from mtaudit.languages.ko import loanwords

    plain = loanwords.common() | loanwords.places()
    return [(at[0], at[0] + len(word)) for word, at in view.once(names.foreign_words).items() if word not in plain]


CASES = (
    Case("Foo Fighters의 노래와 스텔스 전투기, 슈뢰딩거의 고양이, 젤렌스키의 연설."),
    Case("John Smith 씨가 말했다. Jane Doe 씨가 답했다. Tom Jones 교수도 왔다."),
    Case("젤렌스키 대통령과 스톨텐베르그 사무총장, 슈뢰더 총리(Gerhard Schroeder)가 만났다."),
    Case("젤렌스키 대통령과 스톨텐베르그 사무총장, 블링컨 장관이 만났다고 ⟦Janice Creenaune⟧ 씨가 말했다."),
    Case("스톨텐베르그 사무총장과 젤렌스키 대통령이 만났다. ⟦Nikkei Asia⟧가 인용한 소식통은 무관을 보낸다고 말했다."),
)

RULE = Rule(
    "UNT004",
    "latin-name",
    "accuracy/untranslated",
    "minor",
    check,
    CASES,
    KO,
    scope="document",
    languages=("ko",),
    confidence=0.6,
    yields_to=("mixed-rendering",),
)
