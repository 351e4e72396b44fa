"""Both sides of “A and B” are A.

The engine took one name for two: ``일본과 일본 간의 협력`` (the source had Japan and NATO). Or it read “X and Y of the region” twice:
``인도-태평양 지역 및 인도-태평양 지역 분쟁``.

Not reported: kinds of things, which may well stand in pairs (기업과 기업 간, 사람과 사람 사이, 서버와 서버 간): only names of
places, persons, companies and organisations count, and words that the text itself uses as such (하마스(Hamas), 김민수 의원);
a clause about the second one (정부와 정부가 출자한 기관); a compound that the text uses elsewhere (리소스 그룹 및 리소스 그룹 배포).
Where one single word comes back before another noun (결제 및 결제 방법) this is advice only.

Source: taxonomy of machine-translated Korean, "duplication".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from mtaudit.report import Hit
from mtaudit.rules import RUNNING, Case, Rule
from mtaudit.view import DocumentView, SegmentView

KO = """‘A와 B’의 두 자리에 같은 말이 들어갔다.
기계가 다른 이름을 같은 이름으로 옮기거나(‘일본과 일본 간의 협력’) 앞말을 한 번 더 쓴 것이다(‘인도-태평양 지역 및 인도-태평양 지역 분쟁’)."""

_GENERIC = (
    " 회사 기업 국가 나라 정부 기관 단체 조직 학교 대학 병원 은행 업체 지역 도시 마을 부대 군대 정당 부처 개인 사람 인간 고객 선수 감독 의원 교수 기자 학생 교사 노동자 사용자 AI PC IT TV"
    " VM API ID URL SW HW CPU GPU DB IoT NPC AP IP PLC M2M P2P B2B "
)
"""Kinds that stand in pairs, even where a title follows them (회사 대표, 국가 대표)."""
_BODIES = " NATO EU UN WTO IMF WHO ASEAN APEC OPEC BRICS IAEA OECD ECB FBI CIA UNESCO UNICEF FIFA IOC "
_ROLE_OF = "정부|당국|측|본사|총리|대통령|장관|대표|회장|의원|후보|감독|선수|사무총장|시장|지사|교수|씨|위원장|군"
"""After a name; after a kind it is in _GENERIC."""
_QUESTIONS, _FAR = 100, 60
"""Questions to the whole text, and characters that are looked back over."""
_BELONGING = ("산하", "소속", "부설", "관련", "내 ", "외 ", "등 ", "간 ", "이외", "이하", "각 ")


_BETWEEN = ("간", "사이", "양국", "양측", "양사", "양자", "와의 ", "과의 ")
"""What two sides are followed by."""
_AFTER = "의에은는이을 ,."


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\s,.!?;:()“”‘’\"']+")


def check(view: SegmentView) -> Iterator[Hit]:
    text = view.text
    for mark in _BETWEEN:
        at = text.find(mark)
        while at >= 0:
            start = at - (text[at - 1 : at] == " ")
            end = at + (1 if mark[-1] == " " else len(mark))
            name = _operand(text[max(0, start - _FAR) : start])
            if name and _ends_there(text, end, mark) and _is_name(name[1], view.document):
                yield view.hit(
                    start - len(name[0]),
                    end + (mark[-1] == " "),
                    f"both sides are “{name[1]}”",
                    f"두 자리에 모두 ‘{name[1]}’ 같은 말이 들어갔다",
                )
            at = text.find(mark, at + len(mark))
    at = text.find(" 및 ")
    while at >= 0:
        yield from _compound(view, at)
        at = text.find(" 및 ", at + 3)


def _ends_there(text: str, end: int, mark: str) -> bool:
    """Whether ``mark`` is no part of a longer word (간식, 양측면에서도)."""
    if mark[0] == "양":
        after = text[end : end + 2]
        return len(after) < 2 or not all("가" <= c <= "힣" for c in after)
    return mark[-1] == " " or text[end : end + 1] in ("", *_AFTER)


def _operand(before: str) -> tuple[str, str] | None:
    """``A와 A`` at the end of ``before``, and A."""
    words = before.split(" ")
    last = words[-1]
    # Without 와 or 과 after the same word, or 및 before it, there are not two sides.
    if not any(word[:-1].endswith(last) or word == "및" for word in words[-4:-1]) and "·" not in last and "-" not in last:
        return None
    for size in range(1, min(3, len(words) // 2) + 1):
        name = " ".join(words[-size:])
        if len(name) < 2:
            continue
        first, middle = (words[-2 * size : -size], "") if words[-size - 1] != "및" else (words[-2 * size - 1 : -size - 1], " 및")
        said = " ".join(first).lstrip("(“‘\"'") + middle
        if said in (name + "와", name + "과", name + " 및"):
            return f"{said} {name}", name
    for mark in "·-":
        one, _, two = words[-1].partition(mark)
        if one == two and len(one) > 1:
            return words[-1], one
    return None


def _is_name(word: str, document: DocumentView) -> bool:
    from mtaudit.languages.ko import loanwords, titles

    first, last = word.split()[0], word.split()[-1]
    if " " in word and last in titles.titles():
        return first not in ("한", "두", "각", "그", "이")
    if f" {word} " in _GENERIC:
        return False
    if word in loanwords.places() or f" {word} " in _BODIES or (word in loanwords.settled() and word not in loanwords.common()):
        return True
    if word.isascii() and word[:1].isupper() and word[1:].islower() and len(word) > 2:
        return True
    return _occurs(document, rf"{re.escape(word)}(?:\([A-Z一-鿿]| (?:{_ROLE_OF})(?![가-힣]{{3}}))")


def _answers(document: DocumentView) -> dict[str, bool]:
    return {}


def _occurs(document: DocumentView, pattern: str, times: int = 1) -> bool:
    """Whether the text holds ``pattern`` so often. After many questions the answer is no, so that time stays linear."""
    known = document.once(_answers)
    if pattern not in known:
        text = document.prose
        found = re.finditer(pattern, text) if len(known) < _QUESTIONS else iter(())
        whole = (m for m in found if not text[max(0, m.start() - 1) : m.start()].isalpha())
        known[pattern] = len(list(islice(whole, times))) == times
    return known[pattern]


def _compound(view: SegmentView, at: int) -> Iterator[Hit]:
    """``X 및 X Y`` with ``및`` at ``at``: X is what stands before it as often as after it."""
    from mtaudit.languages.ko.repetition import without_particle

    text, after = view.text, at + 3
    again = text[after : after + 60].split(" ", 1)[0]
    if not any(word.endswith(again) for word in text[max(0, at - 60) : at].split(" ")[-4:]):
        return
    for start in _starts(text, at):
        said = text[start:at]
        if not text.startswith(said + " ", after) or len(said) < 2:
            continue
        rest = text[after + len(said) + 1 : after + len(said) + 41]
        found = _word().match(rest)
        if found is None or rest.startswith(_BELONGING):
            return
        noun, _ = without_particle(found[0])
        if _occurs(view.document, f"{re.escape(said)} {re.escape(noun)}", 2):
            return
        several = " " in said and any(c.isalpha() for c in said)
        yield view.hit(
            start,
            after + len(said) + 1 + len(noun),
            f"“{said}” stands on both sides of “and”",
            f"‘및’의 앞뒤에 ‘{said}’ 같은 말이 있다",
            confidence=0.8 if several else 0.4,
            severity="major" if several else "neutral",
        )
        return


def _starts(text: str, end: int) -> list[int]:
    """Where the last four words before ``end`` begin, the farthest first."""
    words = [m.start() for m in _word().finditer(text, max(0, end - 60), end)]
    return [start for start in words[-4:] if start == 0 or text[start - 1] in " (“‘\"'"]


CASES = (
    Case("기업과 기업 간 거래, 사람과 사람 사이, 국가와 국가 간의 약속, 서버와 서버 간 통신."),
    Case("정부와 정부가 출자한 기관, 한국과 한국의 문화, 이 법 및 이 법에 따른 명령."),
    Case("리소스 그룹 및 리소스 그룹 배포를 만든다. 리소스 그룹 배포는 오래 걸린다."),
    Case("이는 ⟦일본과 일본 간⟧의 협력 강화에 기여한다."),
    Case("하마스(Hamas)는 공격했다. ⟦하마스와 하마스 사이⟧의 휴전이다."),
    Case("⟦기시다 총리와 기시다 총리 간⟧의 회담과 ⟦러시아와 러시아와의⟧ 전쟁."),
    Case("⟦인도-태평양 지역 및 인도-태평양 지역 분쟁⟧과 관련된 문제"),
    Case("화면의 ⟦결제 및 결제 방법⟧을 본다."),
)

RULE = Rule(
    "DUP004",
    "same-operands",
    "linguistic-conventions/duplication",
    "major",
    check,
    CASES,
    KO,
    kinds=RUNNING,
    anchors=(" 간", "간의", "간에", " 사이", " 양국", " 양측", "와의 ", "과의 ", " 및 "),
    languages=("ko",),
    confidence=0.85,
)
