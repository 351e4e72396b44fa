"""A product name stands before a verb without its particle.

An engine that copies names past its translation loses the particle that belonged to them: ``Graph 호출할 때``, ``Windows 10 실행하는
디바이스``.

Not reported: headings and captions, nouns in -기 (``Docker 설치하기``), acronyms before a noun that makes a compound with them (``PCR 검사하는``),
words that take a bare noun (관련하여, 포함하여, 검색하는), quotations.

Source: taxonomy of machine-translated Korean, "Truncation, lost predicate, displaced token"; none in 9,700 human sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import SegmentView

KO = """제품 이름 뒤에 조사가 빠진 채 동사가 온다.
고유명을 따로 옮겨 되돌려 놓으면서 이름에 붙어 있던 조사를 잃은 것이다: ‘Graph 호출할 때’."""

_TAKES_NOUN = frozenset(
    # Verbs that follow a bare noun in ordinary Korean, most of them because the two make one compound.
    "관련 포함 비롯 기반 검색 테스트 검사 게임 광고 로그인 로그아웃 가입 구독 인증 결제 연동 다운로드 업로드 업데이트 스트리밍 라이브 중계 방송 채팅 팔로우 활동 촬영 공연 관계 상당 유사 "
    "위 대 통 인 의 대비 비교 이상 이하 이후 이전 동시 함께 담당 전공 전문 출신 소속 코딩 프로그래밍 디자인 마케팅 번역 녹음 파티 여행 쇼핑 운동 다이어트".split()
)


_ENDINGS = frozenset("하는 할 합니다 하여 했다 한다 하고 하지만 하면 하려면 하도록 해야 되는 됩니다".split())


@cache
def _pattern() -> re.Pattern[str]:
    """A word behind a Latin one, of letters that are not Latin."""
    return re.compile(r"[a-z0-9] ([^\W0-9_A-Za-z]{3,7})(?![^\W0-9_A-Za-z])")


@cache
def _name() -> re.Pattern[str]:
    return re.compile(r"(?<![A-Za-z0-9.\-/#@])(?:[A-Z][A-Za-z]+ )*[A-Z][a-z]+[A-Za-z]{1,20}(?: \d{1,4})?$")


def check(view: SegmentView) -> Iterator[Hit]:
    text = view.text
    for m in _pattern().finditer(text):
        stem = next((m[1][:size] for size in (3, 2) if m[1][size:] in _ENDINGS), None)
        if stem is None or stem in _TAKES_NOUN or not all("가" <= c <= "힣" for c in stem):
            continue
        blank = m.start(1) - 1
        name = _name().search(text, max(0, blank - 60), blank)
        if name is None or len(name[0]) < 4:
            continue
        said = f"a particle is missing after “{name[0]}”", f"‘{name[0]}’ 뒤에 조사가 없다"
        yield view.hit(name.start(), m.end(), *said)


CASES = (
    Case("Google 검색하는 법과 Facebook 로그인할 때의 문제를 다룬다. Windows를 실행하는 기기이다."),
    Case("A/B 테스트하고 PCR 검사하는 곳이다. cheerio 활용하기. iPhone 관련하여 말한다."),
    Case("Docker 설치하기는 쉽다. Apple 사용자는 많다. Java 개발자가 일할 회사이다."),
    Case("앱에서 ⟦Microsoft Graph 호출할⟧ 때 오류가 발생합니다."),
    Case("자동으로 ⟦Windows 10 실행하는⟧ 많은 새 디바이스가 지원됩니다."),
    Case("테넌트의 모든 ⟦Office 365 액세스하려면⟧ 앱에 로그인하십시오."),
    Case("이 앱은 모든 ⟦SharePoint 제공할⟧ 수도 있습니다."),
)

RULE = Rule(
    "FRG007",
    "lost-particle",
    "linguistic-conventions/grammar",
    "major",
    check,
    CASES,
    KO,
    kinds=frozenset({"body", "item"}),
    anchors=tuple(f"{c} " for c in "abcdefghijklmnopqrstuvwxyz0123456789"),
    languages=("ko",),
    confidence=0.75,
    yields_to=("displaced-token", "missing-predicate"),
)
