"""The speech level of a Korean sentence, by its last syllables.

No morphological analysis: the last syllables, their final consonants split off (합니다 → 하ㅂ니다), are looked up in a
dictionary of endings, the longest first. A noun that looks like an ending (바다, 필요, 다음, 책임) is in a list of such
nouns: those of general Korean, with the place names and loanwords that end so.
"""

from __future__ import annotations

from functools import cache, lru_cache

from mtaudit.languages import Ending

POLITE, PLAIN, NEITHER = "polite", "plain", ""
FORMAL, SOFT, BARE, LOW, OLD, NOMINAL = "하십시오체", "해요체", "해라체", "해체", "하오체", "명사형"

_TERMINAL = ".!?…。！？"
_STRIP = _TERMINAL + " \t\n\r\v\f\u00a0\u200b\u2028\u2029\u3000~∼～:;,·^ㅋㅎㅠㅜ♡♥*_–—-"
_QUOTES = "\"'”’»」』"
_OPENERS = "“‘\"'(「『["
_FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_B = _FINALS.index("ㅂ")


def split_finals(text: str) -> str:
    """``text`` with the final consonant of each syllable as a letter of its own: 합니다 → 하ㅂ니다."""
    out: list[str] = []
    for char in text:
        final = (ord(char) - 0xAC00) % 28 if "가" <= char <= "힣" else 0
        out.append(chr(ord(char) - final) + _FINALS[final] if final else char)
    return "".join(out)


def _table(*rows: tuple[str, str, str]) -> dict[str, tuple[str, str] | None]:
    return {split_finals(ending): (level, register) for level, register, endings in rows for ending in endings.split()}


_ENDINGS: dict[str, tuple[str, str] | None] = {
    **_table(
        (FORMAL, POLITE, "ㅂ니다 ㅂ니까 십시오 십시요 ㅂ시다 ㅂ니다만 ㅂ디다"),
        (SOFT, POLITE, "요 죠"),
        (BARE, PLAIN, "다"),
        (
            BARE,
            NEITHER,
            "ㄴ가 는가 던가 느냐 ㄴ냐 으냐 이냐 있냐 없냐 하냐 ㅆ냐 ㄹ까 더라 노라 리라 니라 하라 해라 되라 마라 거라 아라 어라 여라 러라 말라",
        ),
        (BARE, NEITHER, "하자 보자 가자 말자 되자 살자 쓰자 두자 만들자 돌리자 ㄹ지어다 ㄹ지니라 ㄹ쏘냐 ㄴ단다 이란다 ㅆ단다"),
        (
            LOW,
            NEITHER,
            "ㅆ어 이야 거야 있어 없어 같아 좋아 싶어 않아 많아 몰라 알아 맞아 잖아 해 돼 줘 봐 네 구나 구먼 는군 ㅆ군 하군 이군 ㄹ걸 ㄴ걸 는걸",
        ),
        (
            LOW,
            NEITHER,
            "거든 ㄹ게 ㄹ래 는데 은데 ㄴ데 던데 텐데 하지 있지 없지 이지 되지 않지 ㅆ지 렇지 좋지 많지 같지 맞지 알지 모르지 아니지 하니 ㅆ니 있니 없니 이니",
        ),
        (LOW, NEITHER, "ㄹ까 하나 ㅆ나 있나 없나 되나 이랴 하랴 으랴 아야지 어야지 야지"),
        (
            OLD,
            NEITHER,
            "하오 하시오 으시오 르시오 시오 ㅆ소 있소 없소 겠소 같소 구려 ㅁ세 하소서 소서 하게 하게나 ㄹ세 ㄴ다네 라네 다네",
        ),
        (NOMINAL, NEITHER, "하ㅁ 되ㅁ 이ㅁ 아니ㅁ 시키ㅁ 음 것 하기 되기 않기 있기 없기 받기 ㄹ뿐"),
    ),
    # Particles.
    **dict.fromkeys(map(split_finals, "마다 보다 에다".split())),
    # A polite ending with a slip: 했습다.
    **dict.fromkeys(map(split_finals, "ㅆ습다 ㅆ읍다".split())),
}
"""Endings with their level and the register that counts for a mix; None for what only looks like one."""

_NOUNS_IN_YO = tuple("필요 중요 주요 개요 수요 소요 민요 강요 긴요 담요 대중가요".split())
_WORDS_IN_YO = frozenset("요 동요 고요 가요 기요 도요 소요".split())
_NOUNS_IN_EUM = tuple(
    "마음 처음 다음 웃음 믿음 죽음 얼음 걸음 물음 졸음 울음 젊음 모음 자음 녹음 소음 발음 화음 복음 잡음 방음 과음 폭음 볶음 묶음 닮음 깨달음 비웃음"
    " 굉음 저음 고음 청음 훈음 독음 지식음 협화음 배음 원음 파열음 마찰음 발걸음 첫걸음 싸움".split()
)
_NOUNS_IN_HAM = tuple(
    "포함 명함 결함 군함 전함 잠수함 항공모함 순양함 구축함 호위함 사물함 우편함 보관함 투표함 보석함 편지함 수거함 모금함 건의함 수납함 기함 승함 모함 공구함".split()
)
_NOUNS_IN_IM = tuple(
    "책임 선임 담임 게임 프레임 타임 모임 신임 부임 해임 역임 후임 전임 위임 이임 취임 퇴임 사임 유임 중임 방임 움직임 쓰임 꾸밈 속임 끄덕임 높임 줄임 붙임"
    " 연임 재임 상임 겸임 적임 주임 초임 기울임 반짝임 운임 차임 노임 크라임 슬라임 라임 피임 불임 수임 소임".split()
)
_NOUNS_IN_DA = frozenset(
    "다 바다 앞바다 밤바다 먼바다 소다 탄산소다 베이킹소다 람다 프라다 캐나다 르완다 우간다 그라나다 베란다 어젠다 아젠다 레전다 네바다 플로리다"
    " 혼다 마쓰다 야마다 하마다 요시다 우에다 아사다 후쿠다 도쿠다 이케다 하라다 시마다 구로다 오카다 가네다 나카다 마루다 하네다 기시다 후루다"
    " 발라다 람바다 엔칠라다 피냐콜라다 알카에다 스코다 라마다 파고다 테라다 미쓰다 도요다 사쿠라다 쓰시다 노다".split()
)
_NOUNS_IN_BO = tuple(
    noun + "다" for noun in "정보 후보 홍보 안보 확보 담보 통보 행보 속보 예보 경보 제보 바보 횡보 급보 만보".split()
)
"""Nouns with 이다 that look like the particle 보다."""
_PANDA = frozenset(("판다", "자이언트판다", "레서판다", "새끼판다", "아기판다"))
"""Nouns, unless a full stop says that 판다 is the verb."""


_DOUBTFUL_IN_DA = "니다 시다 디다 마다 보다 에다 습다 읍다 단다 란다"
"""Last syllables that are more than 해라체: other endings in 다, particles."""


@cache
def _doubtful_in_da() -> frozenset[str]:
    return frozenset([*_DOUBTFUL_IN_DA.split(), *(noun[-2:] for noun in (*_NOUNS_IN_DA, *_PANDA))])


@lru_cache(maxsize=1 << 14)
def _by_tail(tail: str) -> tuple[str, str] | None:
    """Level and register of a sentence that ends in these four characters, where no other character matters.

    Most sentences end in 다 and a full stop, in few ways: this saves them the look at the word.
    """
    if not tail.endswith("다.") or len(tail) < 4 or not "가" <= tail[1] <= "힣":
        return None
    if tail[1] == "니":
        return (FORMAL, POLITE) if "가" <= tail[0] <= "힣" and (ord(tail[0]) - 0xAC00) % 28 == _B else None
    return None if tail[1:3] in _doubtful_in_da() else (BARE, PLAIN)


@lru_cache(maxsize=1 << 15)
def _classify(word: str, closed: bool) -> tuple[str, str] | None:
    """Level and register of a sentence that ends in ``word`` (its last eight characters); ``closed``: a mark follows."""
    last = word[-1]
    if last == "다":
        if word in _NOUNS_IN_DA or (word in _PANDA and not closed):
            return None
        if closed and (word == "보다" or word.endswith(_NOUNS_IN_BO)):
            return BARE, PLAIN
    elif last == "요":
        if (word in _WORDS_IN_YO and not (closed and word == "가요")) or word.endswith(_NOUNS_IN_YO):
            return None
    elif last in "음함임" and (word in ("음", "임") or word.endswith(_NOUNS_IN_EUM + _NOUNS_IN_HAM + _NOUNS_IN_IM)):
        return None
    tail = split_finals(word[-5:])
    found = next((_ENDINGS[tail[-size:]] for size in range(min(6, len(tail)), 0, -1) if tail[-size:] in _ENDINGS), None)
    if found is None or (found == (LOW, NEITHER) and not closed):
        return None
    return found


def ending(sentence: str) -> Ending | None:
    """How ``sentence`` ends, or None where it ends in no predicate.

    An ending inside a closing quotation mark has a level but no register: whoever is quoted speaks, not the text.
    """
    known = _by_tail(sentence[-4:])
    if known is not None:
        end = len(sentence) - 1
        start = sentence.rfind(" ") + 1
        if not sentence[start:end].isalnum():  # another blank, or a mark before the word
            start = end + 1 - len(sentence.rsplit(None, 1)[-1].lstrip(_OPENERS))
        # The constructor of a named tuple is five times slower, and this is asked for every sentence.
        return tuple.__new__(Ending, (*known, start, end))
    bare = sentence.rstrip(_STRIP)
    if not bare:
        return None
    end = len(bare)
    quoted = False
    if not "가" <= bare[-1] <= "힣":
        end, quoted = _behind_marks(bare)
        bare = bare[:end]
        if not bare or not "가" <= bare[-1] <= "힣":
            return None
    word = bare.rsplit(None, 1)[-1]
    found = _classify(word[-8:], _is_closed(sentence, end))
    if found is None:
        return None
    level, register = found
    return Ending(level, "" if quoted else register, end - len(word.lstrip(_OPENERS)), end)


def _is_closed(sentence: str, end: int) -> bool:
    """Whether a final mark stands behind the last word."""
    behind = sentence[end : end + 1]
    return behind != "" and (behind in _TERMINAL or any(mark in sentence[end:] for mark in _TERMINAL))


def _behind_marks(bare: str) -> tuple[int, bool]:
    """End of the text before closing marks, footnotes, emoji and a last aside; and whether a quotation was closed."""
    quoted = False
    end = len(bare)
    while end:
        last = bare[end - 1]
        if last in ")]）":
            opened = bare.rfind({")": "(", "]": "[", "）": "（"}[last], 0, end)
            end = end - 1 if opened <= 0 else opened
        elif last in _QUOTES:
            quoted = True
            end -= 1
        elif last.isalnum() or last == "\ufffc":
            break
        else:
            end -= 1
    return end, quoted
