"""Titles of persons: which of them mean one office, and which stand after a name.

A line of ``_OFFICES`` is one office under the names that machines (and some people) give it; the first is what Korean
newsrooms usually write. From general knowledge of Korean news: Japanese ministers are 상, those of other states 장관.
"""

from __future__ import annotations

from functools import cache

_OFFICES = """
외교장관/외무장관/외무상/외상/외무대신/외교부 장관/외무부 장관/외무성 장관
국방장관/방위상/국방상/방위장관/방위대신/국방부 장관/방위성 장관
재무장관/재무상/재정장관/재무대신/재무부 장관/재정부 장관
총리/수상/내각총리대신/국무총리
관방장관/내각관방장관/내각 관방장관
경제산업상/경제산업장관/경제산업대신/경산상
법무장관/법무상/법무대신/법무부 장관
내무장관/내무상/내무부 장관
농업장관/농림수산상/농림수산장관/농업부 장관/농림수산대신
환경장관/환경상/환경대신/환경부 장관
상무장관/통상장관/상무부장/상무부 장관
총서기/서기장/총비서
국가주석/주석/국가 주석
부통령/부대통령
상원의원/참의원 의원
하원의장/국회의장
당수/당대표/당 대표
총재/행장
최고경영자/대표이사/최고 경영자/최고집행임원
최고재무책임자/최고 재무 책임자/재무이사
대변인/발언인
참모총장/총참모장
수석대표/대표단장/대표단 단장
"""

_OTHERS = """
대통령 국왕 여왕 왕세자 교황 추기경 대주교 사무총장 사무차장 차관 대사 공사 총영사 영사 특사 보좌관 비서실장 주지사 시장 의원 하원의원 상원 원내대표 국무장관 국무부 장관
에너지장관 보건장관 교육장관 문화장관 노동장관 교통장관 국토장관 검찰총장 검사장 검사 판사 대법관 변호사 위원장 집행위원장 위원 국장 청장 처장 차장 실장 총장 학장 교수 박사 연구원 소장 원장
회장 부회장 사장 부사장 전무 상무 이사 본부장 지사장 창업자 설립자 편집장 기자 특파원 앵커 감독 코치 주장 선수 골키퍼 장군 대장 중장 소장 준장 대령 중령 소령 대위 중위 소위 제독 경감 경위 신부 목사 여사 씨 양 군
"""


@cache
def offices() -> dict[str, int]:
    """Title to the number of its office."""
    lines = _OFFICES.split("\n")
    return {title: number for number, line in enumerate(lines) for title in line.split("/") if title}


@cache
def usual(office: int) -> str:
    """The title that newsrooms use for most states."""
    return _OFFICES.split("\n")[office].split("/")[0]


@cache
def titles() -> frozenset[str]:
    """Every title in one word that may follow a name."""
    return frozenset([*(t for t in offices() if " " not in t), *_OTHERS.split()])


_OF_STATE = """
대통령 부통령 총리 수상 부총리 국왕 국가주석 주석 총서기 서기장 사무총장 사무차장 상원의원 하원의원 국무장관 국방장관 외무장관 외교장관 외무상 방위상 재무장관 법무장관 내무장관
차관 주지사 집행위원장 대변인
"""


@cache
def of_state() -> frozenset[str]:
    """Offices that follow the name in Korean: before it they follow English. Occupations (작가, 배우, 감독) may stand before."""
    return frozenset(_OF_STATE.split())
