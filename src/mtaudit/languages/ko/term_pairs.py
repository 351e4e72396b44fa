"""Concepts that machines render in two ways, and acronyms that have a Hangul name.

A line of ``_PAIRS`` is one concept: renderings divided by ``/``; after ``!`` words of a document in which two of them are
two things (동맹국 and 연합국 fight each other in a text about a world war). A line that ends in ``?`` holds variants that
people mix as well; one that ends in ``=`` counts only where the same word stands before both (나토 정상회담, 나토 정상회의). Among themselves, the
forms behind ``~`` are mixed by people too. From general knowledge of software, diplomacy, finance and the press; every
pair must be such that one editor would not let both stand for one thing in one text.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

_PAIRS = """
정상회담/정상회의 =
외교장관/외무장관/외무상/외교부 장관/외무부 장관 =
국방장관/방위상/방위장관/국방부 장관 =
총리/수상 =
인센티브/성과급
크레딧/신용 =
동맹국/연합국 !세계대전 !세계 대전 !대전 !추축국 !나치 !전범
연락사무소/연락 사무소/대표사무소/대표 사무소 !연락대표부
안전보장이사회/보안이사회/보안 이사회/안보이사회
유엔/국제연합 !국제연합군
휴전협정/정전협정/휴전 협정/정전 협정 !한국전쟁 !6·25
주최국/개최국
양해각서/이해각서/양해 각서/이해 각서
집속탄/클러스터 폭탄/확산탄
드론/무인기/무인 항공기 ?
망명 신청자/난민 신청자
인도적 지원/인도주의 지원/인도주의적 지원 ?
무역적자/무역 결손
기준금리/정책금리/벤치마크 금리 ?
연방준비제도/연방준비은행/연방준비위원회 !총재 !뉴욕 !지역
국내총생산/국내 총생산량
주주총회/주주 회의
최고경영자/최고집행임원/최고 집행 임원
기업공개/최초공모/신규 공모
공급망/공급 체인/공급사슬
이해관계자/스테이크홀더/이해당사자 ?
보도자료/언론 보도문/프레스 릴리스
기자회견/언론 회의/프레스 컨퍼런스
구독자/가입자
장치/디바이스
응용 프로그램/~애플리케이션/~어플리케이션/~앱
파일 형식/파일 포맷
폴더/디렉터리/디렉토리 !액티브 디렉터리
계정/계좌 !은행 !예금 !송금 !이체
청구서/송장/인보이스
암호/비밀번호/패스워드 !암호화폐 !암호 화폐
로그인/사인인/사인온 !싱글 사인온 !통합 인증
구독/서브스크립션
라이선스/사용권/면허
속성/특성/프로퍼티
설정/세팅
기본값/디폴트
깜박임/깜빡임/플리커
생명주기/수명 주기/라이프사이클/라이프 사이클
규칙 집합/규칙 세트
워크플로/워크플로우/작업 흐름
작업 영역/작업 공간/워크스페이스
리소스/자원 ?
리디렉션/리다이렉션/리다이렉트
템플릿/서식 파일
플러그인/애드온/추가 기능
다운로드/내려받기 ?
테넌트/세입자/임차인
쿼리/질의
엔드포인트/끝점/종점
자격 증명/크리덴셜/자격증명
액세스 토큰/접근 토큰/접속 토큰
액세스 제어/접근 제어/접근 통제/액세스 컨트롤
다단계 인증/다중 인증/다중 요소 인증/다중요소인증/멀티팩터 인증
사용자 지정/사용자 정의/커스텀 ?
알림/통지/노티피케이션 ?
모바일 장치/모바일 기기/모바일 디바이스
머신러닝/기계학습/기계 학습/머신 러닝 ?
인공지능/인공 지능 ?
대규모 언어 모델/대형 언어 모델/거대 언어 모델/대규모언어모델
생성형 인공지능/생성적 인공지능
오픈소스/공개 소스/개방형 소스
취약점/취약성 ?
악성 코드/악성코드/멀웨어/맬웨어
침해 사고/보안 사고/보안 인시던트
위협 인텔리전스/위협 정보
제로 트러스트/영 신뢰/무신뢰
대상자/대상 고객/오디언스
전환율/변환율/컨버전율
클릭률/클릭 비율
배너 광고/배너광고
결제 수단/결제 방법/지불 방법/지급 방법
환불/상환금
무료 평가판/무료 체험판/무료 시험판
후속편/속편 ?
"""

_ACRONYMS = """
NATO 나토 UNESCO 유네스코 UNICEF 유니세프 ASEAN 아세안 APEC 에이펙 FIFA 피파 NASA 나사 IKEA 이케아 BRICS 브릭스 AUKUS 오커스
THAAD 사드 AIDS 에이즈 SARS 사스 MERS 메르스
"""


class Concept(NamedTuple):
    """One concept: its renderings, those that people mix, words that excuse a mix, whether the word before must be the same."""

    forms: tuple[str, ...]
    loose: frozenset[str]
    excuses: tuple[str, ...]
    same_before: bool


@cache
def concepts() -> tuple[Concept, ...]:
    out = []
    for line in filter(None, _PAIRS.split("\n")):
        kind = line[-1] if line[-1] in "?=" else ""
        written, *excuses = line.rstrip("?= ").split(" !")
        forms = written.split("/")
        loose = frozenset(form.strip("~") for form in forms if kind == "?" or form[0] == "~")
        out.append(Concept(tuple(form.strip("~") for form in forms), loose, tuple(excuses), kind == "="))
    return tuple(out)


@cache
def concept_of() -> dict[str, int]:
    """Form to the number of its concept."""
    return {form: number for number, concept in enumerate(concepts()) for form in concept.forms}


@cache
def acronyms() -> dict[str, str]:
    """Acronym to the Hangul that is read for it, where newsrooms write it so: NATO 나토."""
    words = _ACRONYMS.split()
    return dict(zip(words[::2], words[1::2], strict=True))


BODIES = tuple(
    "연합 기구 기금 위원회 협회 은행 연맹 재단 이사회 공동체 연구원 연구소 동맹 의회 재판소 노조 조합 총회 협의회 협의체 연대 본부 공사 공단 관리국 조사국 정보국 안보국 수사국 통신".split()
)
"""Ends of the names of organisations."""

COMPOUND_HEADS = (
    "회담 회의 총회 동맹 사무소 지구 선수권 선수권대회 협정 협약 조약 기구 연합 공동체 반도 해협 제도 공화국 대학교 의회 위원회 재단 연맹 협회 전쟁 연구소 본부 정책 전략 은행 센터 발전소 "
    "미사일 무기 정상회의 박람회 영화제 대회 올림픽 선거 투표 재판소 법원 경찰 함대 사령부 훈련 프로젝트 재단 펀드 증권거래소 거래소 지수 금리 협의체 협의회 대표부 대사관 영사관"
)
"""Nouns that end names and fixed terms, which one text writes together or apart but not both."""
