"""A particle, an ending or a bound noun stands twice.

The machine composed a word of two pieces that both bring the same ending: ``웃기는 듯한 듯하다``, ``사용해 하세요``, ``2013년부터
1월부터``, ``쓸 수 있을 수 있다``, ``정보를를``.

Not reported: feelings, which do take 해 하다 (행복해 하세요, 궁금해 합니다), nouns that end like a particle (가을을, 아들들, 이이),
particles named as such (은는이가), 2013년 1월부터.

Source: taxonomy of machine-translated Korean, "duplication" and "agreement".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import SegmentView

KO = """조사나 어미, 의존 명사가 겹쳤다.
기계가 두 조각을 이어 붙이면서 ‘듯한 듯’, ‘사용해 하세요’, ‘2013년부터 1월부터’처럼 같은 끝말을 두 번 쓴 것이다."""

_ACTIONS = (
    "사용|이용|선택|클릭|입력|설치|설정|실행|확인|참조|참고|저장|삭제|추가|변경|이동|연결|작성|제출|등록|신청|요청|문의|구성|적용|복사|공유|생성|검색|구매|결제|배포|관리|시작|종료"
    "|예약|방문|준비|제공|지원|수정|편집|업데이트|업로드|다운로드|로그인|로그아웃|가입|해제|취소|교체|제거|분리|조정|지정|활용|수행|처리|접속|전송|발송|측정|분석|검토|비교|계산"
)
"""Nouns of doing, as in instructions. 해 하다 after a noun of feeling is good Korean, so only these are asked."""


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<do>(?<![가-힣])(?:{_ACTIONS}))해 (?P<end>하(?:세요|십시오|시기|시면|시려면|여야|고 있)|합니다(?=[.\s])|해야 )"
        r"|(?P<seem>듯한) (?=듯(?:하|한|했|합|해))"
        r"|(?P<year>\d{2,4}년)(?P<p>부터|까지) (?=\d{1,2}월(?: \d{1,2}일)?(?P=p))"
        r"|(?<=[가-힣] )수 있을 (?=수 (?:있|없))"
        r"|(?<=[가-힣])(?:(?P<twice>를|에서|에게|까지|부터)(?P=twice)|(?P<said>습니다|입니다|하세요|했다)(?P=said))(?![가-힣])"
        r"|(?<=[가-힣])(?:을를|를을)(?=\s)"
    )


def check(view: SegmentView) -> Iterator[Hit]:
    for m in _pattern().finditer(view.text):
        start, end, fix = m.start(), m.end(), None
        if m["do"]:
            fix = None if m["end"] == "해야 " else m["do"] + m["end"]
            end -= m["end"].endswith(" ")
        elif m["seem"]:
            end, fix = end + 1, "듯"
        elif m["year"]:
            end, fix = end - 1, m["year"]
        elif m[0].startswith("수 있을"):
            if not _closed_by_rieul(view.text, start):
                continue
            end, fix = end + 1, "수"
        elif m["twice"] or m["said"]:
            fix = m["twice"] or m["said"]
        said = view.text[start:end]
        safe = bool(m["twice"] or m["said"])
        yield view.hit(start, end, f"“{said}” says the ending twice", f"‘{said}’에서 끝말이 겹쳤다", fix=fix, safe=safe)


def _closed_by_rieul(text: str, at: int) -> bool:
    """Whether the syllable before the blank before ``at`` ends in ㄹ: 쓸 수 있을 수, but not 다수 있을 수."""
    return at >= 2 and text[at - 1] == " " and (ord(text[at - 2]) - 0xAC00) % 28 == 8


CASES = (
    Case("행복해 하세요. 궁금해 합니다. 설치를 해 하드디스크에 저장한다. 그런 듯 아닌 듯하다."),
    Case("2013년 1월부터 2014년까지 가을을 아들들과 보냈다. 다수 있을 수 있다. 은는이가"),
    Case("웃기는 ⟦듯한 듯⟧하다.", fixed="웃기는 듯하다."),
    Case("이 단추를 ⟦사용해 하세요⟧.", fixed="이 단추를 사용하세요."),
    Case("⟦2013년부터⟧ 1월 1일부터 시행한다.", fixed="2013년 1월 1일부터 시행한다."),
    Case("그는 쓸 ⟦수 있을 수⟧ 있다.", fixed="그는 쓸 수 있다."),
    Case("정보⟦를를⟧ 확인했⟦습니다습니다⟧.", fixed="정보를 확인했습니다."),
)

RULE = Rule(
    "DUP008",
    "doubled-ending",
    "linguistic-conventions/duplication",
    "major",
    check,
    CASES,
    KO,
    anchors=(
        "해 하", "해 합", "해 해야", "듯한 듯", "년부터 ", "년까지 ", "수 있을 수", "를를", "에서에서", "에게에게", "까지까지", "부터부터",
        "습니다습니다", "입니다입니다", "하세요하세요", "했다했다", "을를", "를을",
    ),
    languages=("ko",),
    confidence=0.9,
)  # fmt: skip
