"""A name stands where 수 should be before 있습니다 or 없습니다.

An engine that copies names past its translation puts one of them back in the wrong slot: ``구성할 Windows 있습니다`` for
``Windows를 구성할 수 있습니다``, ``정보를 Azure 있습니다`` for ``Azure에서 정보를 볼 수 있습니다``.

Not reported: a name with a particle (``Windows가 있습니다``), 수 도 있다, a name that spoken Korean leaves without its particle
(``방에 TV 있어요``, ``거실 WiFi 없음``), code after a noun.

Source: taxonomy of machine-translated Korean, "Token displaced into the 수-slot".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.languages.ko.hangul import final
from mtaudit.report import Hit
from mtaudit.rules import RUNNING, Case, Rule
from mtaudit.view import OPAQUE, SegmentView

KO = """‘있습니다’ 앞의 ‘수’ 자리에 이름이 끼어들었다.
고유명을 따로 옮겨 두었다가 엉뚱한 자리에 되돌려 놓아 ‘구성할 Windows 있습니다’ 같은 비문이 된 것이다."""

_NAME_ENDS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789)>&" + OPAQUE
_AMENITY = frozenset("tv pc atm cctv wifi wi-fi dvd ac usb ev lg as vip led lte ktx bgm ost cd mt".split())
"""Things that spoken Korean says to be there without a particle (거실 TV 있어요); after 할 or 를 they are displaced too."""


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<=[A-Za-z0-9)>&{OPAQUE}]) {{1,2}}(?=[있없][가-힣])")


@cache
def _name() -> re.Pattern[str]:
    """The words before the slot that can belong to a name, and the Korean word before them."""
    return re.compile(
        rf"([가-힣]+)[ \u00a0]+((?:[A-Za-z0-9&>{OPAQUE}][A-Za-z0-9&>.+#/\-:’'{OPAQUE}]*(?:\([^()]{{1,40}}\))?[ \u00a0]*){{1,6}})$"
    )


_NOUNS = ("거실 침실 객실 교실 욕실 화장실 사무실 회의실 휴게실 대기실 지하실 작업실 진료실 호텔 모텔 호스텔 서울 마을 가을 겨울 오늘 내일 매일 평일 휴일 파일 메일 모델 채널 터널 "
    "테이블 케이블 모듈 스타일 프로필 모바일 디지털 개월 거울 건물 식물 동물 선물 음식물 비밀 역할 연결").split()  # fmt: skip
"""Nouns in ㄹ after which a thing may stand without its particle."""
_SHORT_NOUNS = frozenset("월 일 물 글 말 별 길 쌀 술 실 달 절 뜰 골".split())


def _is_noun(word: str) -> bool:
    return word in _SHORT_NOUNS or word.endswith(tuple(_NOUNS))


def check(view: SegmentView) -> Iterator[Hit]:
    text = view.text
    for m in _pattern().finditer(text):
        before = _name().search(text, max(0, m.start() - 120), m.start())
        if before is None:
            continue
        word, name = before[1], before[2].strip()
        confidence = _displaced(word, name)
        if confidence:
            end = m.end() + len(_predicate().match(text, m.end())[0])  # type: ignore[index]
            start = before.start(1)
            yield view.hit(
                start,
                end,
                f"“{name}” stands where 수 or a verb is missing before “{text[m.end() : end]}”",
                f"‘{text[m.end() : end]}’ 앞에 ‘수’나 서술어가 있어야 할 자리에 ‘{name}’이(가) 끼어 있다",
                confidence=confidence,
            )


@cache
def _predicate() -> re.Pattern[str]:
    return re.compile("[가-힣]+")


def _displaced(word: str, name: str) -> float:
    """How sure it is that ``name`` does not belong between ``word`` and 있다; 0.0 for no."""
    last = word[-1]
    if (last == "를" and len(word) > 1) or (
        last == "을" and len(word) > 1 and final(word[-2]) and word not in ("마을", "가을", "노을", "고을")
    ):
        return 0.99
    if name[-1] in "&>":
        return 0.9
    if last in "할될":
        return 0.0 if word == "역할" else 0.99
    if final(last) == "ㄹ" and not _is_noun(word) and name.lower() not in _AMENITY:
        return 0.95
    return 0.8 if word.endswith("에게") and len(word) > 2 and name[0].isupper() and name.lower() not in _AMENITY else 0.0


CASES = (
    Case("Windows를 구성할 수 있습니다. 이 기능은 Windows에 있습니다."),
    Case("거실 TV 있어요. 방에 PC 있습니다. 서울 CCTV 없습니다."),
    Case("그 프로그램의 이름은 Word 있음이 아니라 Excel이었다."),
    Case("보안 및 적합성을 평가할 책임이 있습니다. 특정 사례를 배포할 수도 있습니다."),
    Case("여기에서 5 있다는 뜻이다. 필요한 것은 10 없습니다."),
    Case("암호화 설정을 ⟦구성할 Windows 있습니다⟧."),
    Case("프로필 사진과 작업 관련 ⟦정보를 Azure Active Directory 있습니다⟧. 자세한 내용은 문서를 참조하세요."),
    Case("파일을 ⟦공유할 SharePoint 없습니다⟧."),
    Case("그는 그 책을 ⟦읽을 Kindle 있다고⟧ 말했다."),
    Case("청구서 및 결제 ⟦탭에서 &  >  있습니다⟧.  기본적으로 최근 송장이 표시됩니다."),
    Case("이제 누구나 지도를 ⟦볼 Google Maps 있으며⟧ 경로도 찾을 수 있다."),
)

RULE = Rule(
    "FRG003",
    "displaced-token",
    "linguistic-conventions/unintelligible",
    "critical",
    check,
    CASES,
    KO,
    kinds=RUNNING,
    anchors=tuple(f"{c}{blank}{v}" for c in _NAME_ENDS for v in "있없" for blank in (" ", "  ")),
    languages=("ko",),
    confidence=0.97,
)
