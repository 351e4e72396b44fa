"""What may follow a term inside its Korean word without making another word of it, and how that changes with the term.

After a noun come the plural 들, particles in their order, the copula 이다, or a verb made of the noun (하다, 되다, 시키다).
Whatever else is written on makes a longer noun: 노조원, 동맹국, 정책가. A particle must agree with the sound before it
(과 after a consonant, so that 국어과 is a department), except in forms that no noun ends in: 나토은 is 나토 with the wrong
particle.

Source: the particles and the forms of 이다 in any grammar of Korean; the rules of agreement as in ``particles``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from mtaudit.languages.ko.hangul import final
from mtaudit.languages.ko.particles import particle, right_form

LONGEST = 14
"""Syllables that particles and endings have together at most; a longer run is another word."""

_CASE = "에게서부터 에서부터 에게서 한테서 에서 에게 한테 께서 까지 부터 처럼 보다 만큼 마저 조차 밖에 마다 대로 하고 끼리 같이 더러 치고 에다가 에다 에 께 뿐 만 쯤 씩"
"""Particles with one form after which others may follow."""
_LAST = "커녕 의 도 보고"
"""Particles with one form that end the chain."""
_CASE_PAIRS = "으로부터 로부터 으로서 로서 으로써 로써 으로 로 과 와 이랑 랑"
_LAST_PAIRS = "이야말로 야말로 이라든지 라든지 이라든가 라든가 이든지 든지 이든가 든가 이라도 라도 이나마 나마 이란 란 이나 나 이든 든 은커녕 는커녕 이여 여 아 야 을랑 를랑 은 는 을 를 이 가"
_QUOTED = "이라고 라고 이라는 라는 이라며 라며 이라면서 라면서 이라던 라던 이라기보다 라기보다"
"""Quotation after the copula; 이라고는, 이라기보다는."""
_WRONG_BUT_PLAIN = frozenset("를 는 와 은 을 으로 으로서 으로써 으로부터".split())
"""Forms that no noun ends in: after the wrong sound they are a particle of the wrong form and nothing else."""

_NO_CASE_AFTER = frozenset("과 와 에 께 대로".split())
_CASES = frozenset("이 가 을 를 에 에서".split())
"""Particles that mark a case: 계획대로 is the particle, 세종대로에서 a road."""


@cache
def _copula() -> re.Pattern[str]:
    """이다 without what follows a vowel only; the group is the ending after 이."""
    ending = (
        "다|다고|다는|다며|다면|었[가-힣]{1,6}|어서|어야|어도|므로|니|니까|면|면서|며|고|고요|고도|지만|지|지는|지요|죠|자|던|든|거나|기에|기도|기는|기|긴|려면|라서|라면|라야"
        "|라지만|라니|라네|라|야|에요|에요만|건|냐|냐는|냐고|더라도|던가|되|듯|듯이|자마자|었|신|시며|십니다|셨습니다|구나|군|네|랍니다|랍니까|라니까|라거나|라든|라도"
    )
    return re.compile(
        f"이(?:{ending})요?|입니다(?:만|요)?|입니까|인(?:데|데다|데도|지|지는|지도|지를|가|가요|가를|가는|만큼|즉|걸|양|들)|일(?:까|까요|지|지는|지도|지라도|수록|망정|뿐더러|뿐만)"
        "|임(?:을|이|은|에도|과|으로|에|에는)|여서|여야|였[가-힣]{1,6}|였|예요|여도|인|임|일"
    )


@cache
def _contracted() -> re.Pattern[str]:
    """The copula after a vowel, without 이."""
    return re.compile("다|다고|다는|다며|다면|며|지만|라서|라면|라니|라야|므로|니까|면서|거나|네요|더라도|셨[가-힣]{1,5}")


@cache
def _verb() -> re.Pattern[str]:
    """하다, 되다, 시키다, 받다, 당하다 and 적이다 in any form, behind a noun of action."""
    ha = "하(?:[고며는던지기게면자러려여되]|거나|도록|니까?|세요|겠[가-힣]{1,5}|시[가-힣]+|십[가-힣]+|셨[가-힣]+|였[가-힣]{0,6}|[고면지기][가-힣]{1,4}|려[가-힣]{1,4}|여[가-힣]{1,4}|는[가-힣]{1,3}|다)"
    hae = "해(?:서[는도]?|서라도|야[가-힣]{0,3}|도|요|주[가-힣]+|준|줄|줍[가-힣]+|줬[가-힣]+|온|왔[가-힣]+|진|졌[가-힣]+)?|했[가-힣]{1,6}|한|한다[가-힣]{0,4}|할|할지|할수록|함|함으로써|함에|함을|합(?:니|시|디)[가-힣]{1,4}|할수[가-힣]{0,4}"
    doe = "(?:되|된|될|됨|됩|됐|돼)[가-힣]{0,6}|(?:시키|시킨|시킬|시켜|시켰|시킴|시킵)[가-힣]{0,6}"
    passive = "받(?:[고는던은을지기아]|았)[가-힣]{0,5}|당(?:하|한|할|했|해|함)[가-힣]{0,5}"
    return re.compile(f"(?:{ha}|{hae}|{doe}|{passive})")


# What looks like a particle and makes a noun of some words: closed classes of the language.

_DEGREE = frozenset(
    "만족 신뢰 선호 인지 정확 의존 친밀 참여 완성 기여 집중 청결 노출 숙련 위험 투명 중요 긴급 민감 복잡 호감 이해 개방 활용 성숙 충성 피로 혼잡 밀집 이용 난이 관심 지지 인기 지명 유사 순 밝기 채 고 각 속 온 습 농 밀 강 경 빈".split()
)
"""만족도, 신뢰도: 도 is a degree."""
_PROVINCES = frozenset("경기 강원 충청 전라 경상 제주 황해 평안 함경 전북 전남 경북 경남 충북 충남".split())
_GULFS = frozenset("페르시아 걸프 멕시코 벵골 아덴 통킹 허드슨 기니 알래스카 아카바 캘리포니아 타이 보하이 발해".split())
_SEAS = frozenset("일본 동중국 남중국 카리브 지중 카스피 아라비아 필리핀 발트 아드리아 에게 오호츠크 베링 안다만 산호".split())
_PERSONS = frozenset(
    "정치 언론 경제 연예 의료 종교 예술 체육 문화 외국 현대 지식 기업 방송 음악 법조 일반 직장 사회 장애 금융 무역 출판 상 군 문 시 노 성 개 법 영화 과학 출마 당선 보증 대리 후견 대변 관리 책임 참고 피고 원고 증 신청 발행 연극 무용 국악 문학 농업 어업 상공 산악 불교 기독교 천주교 영농 산업 공업".split()
)
"""정치인, 외국인: 인 is a person; so it is after 국 and after the name of a country."""
_DEPENDENT = re.compile(r" (?:것|거|건|게|경우|수 |수는|수도|수밖|때|뿐|가능|만큼|텐데|테니|듯|정도|리 )")
"""Nouns that follow 일, the adnominal form of the copula."""


def _agrees(form: str, sound: str | None) -> bool:
    pair = particle(form)
    return pair is None or sound is None or form in _WRONG_BUT_PLAIN or form == right_form(pair, sound)


@cache
def _steps() -> tuple[tuple[str, bool], ...]:
    """Every particle, the longest first, and whether others may follow it."""
    open_ones = [(form, True) for form in f"{_CASE} {_CASE_PAIRS} {_QUOTED}".split()]
    return tuple(sorted([*open_ones, *[(form, False) for form in f"{_LAST} {_LAST_PAIRS}".split()]], key=lambda s: -len(s[0])))


@lru_cache(maxsize=16384)
def parse(sound: str | None, rest: str, verbs: bool = True) -> tuple[str, ...] | None:
    """``rest``, the Hangul behind a noun that ends in ``sound``, as plural, particles and copula; None for another word.

    ``sound`` is as ``particles.final_sound`` gives it. ``verbs``: whether a verb may be made of the noun (협력하다); the whole
    verb ending is then one part.
    """
    if not rest:
        return ()
    if len(rest) > LONGEST:
        return None
    if verbs and _verb().fullmatch(rest):
        return (rest,)
    if rest.startswith("들"):
        tail = _chain("ㄹ", rest[1:], True)
        if tail is not None:
            return ("들", *tail)
    return _chain(sound, rest, True)


def _chain(sound: str | None, rest: str, first: bool) -> tuple[str, ...] | None:
    if not rest:
        return ()
    if _copula().fullmatch(rest) and (sound != "" or rest[:1] != "였" or first):
        return (rest,)
    if sound in ("", None) and first and _contracted().fullmatch(rest):
        return (rest,)
    for form, goes_on in _steps():
        if not rest.startswith(form) or not _agrees(form, sound):
            continue
        if len(form) == len(rest):
            return (form,)
        if goes_on:
            tail = _chain(final(form[-1]), rest[len(form) :], False)
            if (
                tail is not None
                and (tail[0] not in ("로", "으로") or form == "만")
                and not (form in _NO_CASE_AFTER and tail[0] in _CASES)
            ):
                return (form, *tail)
    return None


_RUN = re.compile("[가-힣]+")


def ends_word(text: str, start: int, end: int, sound: str | None, is_name: bool) -> bool:
    """Whether the word that the noun ``text[start:end]`` begins is that noun: nothing follows, or what ``parse`` knows.

    ``is_name``: the noun is a proper name, of which no verb is made.
    """
    run = _RUN.match(text, end)
    if run is None:
        return True
    rest, stop = run[0], run.end()
    parts = parse(sound, rest, not is_name)
    return parts is not None and not _makes_noun(text, start, end, stop, parts, is_name)


def _makes_noun(text: str, start: int, end: int, stop: int, parts: tuple[str, ...], is_name: bool) -> bool:
    """Whether the tail, although it could be grammar, is known to make another noun of this word."""
    first = parts[0]
    if first == "는":  # 목공을 배우는: a verb, since an object stands before it
        return text[start - 2 : start] in ("을 ", "를 ")
    if first[0] not in "도만해인일임":
        return False
    noun = text[start:end].rpartition(" ")[2]
    rest = text[end:stop]
    if rest[0] == "도":
        return noun in _DEGREE or noun in _PROVINCES
    if rest[0] == "만":
        return noun in _GULFS
    if rest == "해":
        return noun in _SEAS
    if rest[0] == "인":
        return noun in _PERSONS or (len(noun) > 1 and noun.endswith("국")) or (is_name and " " not in text[start:end])
    if rest == "일":
        return not _DEPENDENT.match(text, stop)
    return False


def refit(tail: str, before: str | None, after: str | None) -> str:
    """``tail``, that fitted a word ending in the sound ``before``, for a word that ends in ``after``; as it is where unsure.

    북약과 → 나토와, 나토였다 → 북약이었다; 이다 may stay after a vowel and does.
    """
    parts = parse(before, tail)
    if not parts or after is None or parts[0] == "들":
        return tail
    first = parts[0]
    if len(parts) == 1 and (copula := _copula_for(first, after)) is not None:
        return copula
    pair = particle(first)
    return tail if pair is None else right_form(pair, after) + tail[len(first) :]


def _copula_for(tail: str, after: str) -> str | None:
    """The copula in the form that follows this sound, or None where ``tail`` is none."""
    if f" {tail} " in f" {_LAST_PAIRS} ":
        return None
    if after == "":
        for full, short in (("이었", "였"), ("이에요", "예요"), ("이어", "여"), ("이라", "라")):
            if tail.startswith(full):
                return short + tail[len(full) :]
        return tail if _copula().fullmatch(tail) else None
    for short, full in (("였", "이었"), ("예요", "이에요"), ("여서", "이어서"), ("여야", "이어야"), ("여도", "이어도")):
        if tail.startswith(short):
            return full + tail[len(short) :]
    if _copula().fullmatch(tail):
        return tail
    return "이" + tail if _contracted().fullmatch(tail) else None
