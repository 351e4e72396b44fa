"""A Korean predicate in another speech level: 희박하다 ↔ 희박합니다, 먹는다 ↔ 먹습니다, 나토다 ↔ 나토입니다.

From plain to polite the form alone decides nearly always. From polite to plain a verb takes -ㄴ다 or -는다 and an
adjective -다; where the stem may be either, there is no answer.
"""

from __future__ import annotations

from functools import cache

from mtaudit.languages.ko import endings
from mtaudit.languages.ko.hangul import final, is_syllable, with_final
from mtaudit.languages.ko.predicates import RIEUL_ADJECTIVES, is_open, word_class

_NOUNS_IN_I = ("아이", "차이", "사이", "나이", "먹이", "넓이", "깊이")
_NOUNS_ENDING_IN_I = ("자아이", "놀이", "어린이", "젊은이", "고양이", "호랑이", "원숭이", "쌍둥이")
_NOUNS_IN_HA = ("이하", "지하", "영하", "산하", "휘하", "슬하", "폐하")
_OPEN_VERBS = """
가 나가 나오 나서 나타나 일어나 떠나 만나 지나 벗어나 살아나 태어나 깨어나 달아나 자라나 쫓겨나 물러나 드러나 빛나 끝나 오르 떠오르 이르 흐르 모르 부르 누르 가르 자르 찌르 서두르 저지르 기르 고르
오 내려오 돌아오 들어오 다가오 살아오 찾아오 들어가 돌아가 다가가 찾아가 달려가 나아가 올라가 내려가 건너가 지나가 이어가 주 건네주 보여주 내주 보 바라보 돌아보 살펴보 알아보 지켜보 내다보 만나보 배우 키우 세우
채우 비우 지우 피우 태우 깨우 외우 싸우 치우 메우 돋우 나누 바꾸 가꾸 꾸 맞추 갖추 늦추 낮추 감추 멈추 비추 들추 춤추 낳 내 보내 꺼내 끝내 나타내 이겨내 밝혀내 지내 드러내 빼 매 캐 깨 대 기대 만지 던지 가지 지 이어지
떨어지 빠지 사라지 무너지 쓰러지 헤어지 번지 터지 퍼지 여기 남기 옮기 숨기 넘기 즐기 이기 챙기 당기 생기 웃기 섬기 느끼 아끼 끼 지키 시키 일으키 가리키 마시 모시 누리 달리 내리 올리 걸리 열리 알리 살리 불리 울리 떨리 흔들리
돌리 늘리 버리 그리 기다리 드리 차리 꾸리 때리 뿌리 어울리 밀리 팔리 들리 놀리 가리 치 미치 마치 고치 거치 넘치 그치 외치 합치 펼치 놓치 스치 바치 끼치 뭉치 부딪치 해치 내치 물리치 소리치 맡기 벌이 줄이 들이 높이 떠 서 들어서 나서 돌아서 일어서
맞서 앞서 펴 켜 쓰 애쓰 힘쓰 따르 치르 들르 잠그 담그 모으 다니 지니 빌리 이루 미루 다루 두 거두 서두 놔두 앞두 자라 바라 놀라 모자라 타 불타 사 차 찾아보 살피 펼쳐보 잡아당기
"""
"""Verb stems in a vowel, which a dictionary writes as 만나다: not a noun with 이다."""
_COUNTS = frozenset("한 두 세 네 다섯 여섯 몇 몇몇 여러 2 3 4 5 6".split())
_VERBS_IN_I = frozenset(
    "보 쓰 높 녹 쌓 놓 섞 깎 꺾 엮 묶 낚 붙 끓 덧붙 밀어붙 몰아붙 쏘아붙 기울 움직 망설 서성 반짝 끄덕 번쩍 출렁 속삭 펄럭 깜박 깜빡 글썽 허덕 울먹 들썩 헐떡 뒤척 꿈틀 선보 내보 돋보 엿보"
    " 곁들 길들 물들 맞아들 받아들 끌어들 불러들 사들 거둬들 벌어들 공들 뒤섞 둘러싸 에워싸 뒤덮 숙 썩 절 늘 누 숨죽 쪼 쏘 트 꼬 졸 핥 번뜩 삐걱 술렁 일렁 중얼 웅성 흐느적 덜컹 휘청 비틀 기죽".split()
)
_AMBIGUOUS_IN_I = frozenset("죽 줄 벌 속 먹 들 모 매 파 조 싸 삭".split())
"""Nouns and beginnings of verbs: 줄입니다 is ‘a line’ or ‘reduces’; an object before it decides."""

_SOFT = {
    "예요": "다", "이에요": "이다", "아니에요": "아니다", "아녜요": "아니다", "있어요": "있다", "없어요": "없다", "좋아요": "좋다", "많아요": "많다", "같아요": "같다",
    "싶어요": "싶다", "돼요": "된다", "봐요": "본다", "줘요": "준다", "나와요": "나온다", "몰라요": "모른다", "알아요": "안다", "괜찮아요": "괜찮다", "어려워요": "어렵다",
    "쉬워요": "쉽다", "커요": "크다", "달라요": "다르다", "드려요": "드린다", "높아요": "높다", "낮아요": "낮다", "보여요": "보인다", "필요해요": "필요하다",
}  # fmt: skip


def restyle(sentence: str, register: str) -> tuple[int, int, str] | None:
    """The last word of ``sentence`` in ``register`` (``plain`` or ``polite``), with its span; None where that is not sure.

    Only statements are turned: questions and orders need another wording.
    """
    found = endings.ending(sentence)
    if found is None or found.register in ("", register):
        return None
    word = sentence[found.start : found.end]
    before = sentence[: found.start].split()[-1:] or [""]
    previous = before[0].strip("“”\"'‘’(),")
    new = _polite(word, previous) if register == "polite" else _plain(word, previous)
    return None if new is None or new == word else (found.start, found.end, new)


def _polite(word: str, previous: str) -> str | None:
    stem = word[:-1]
    if not stem:
        return None
    if word.endswith("아니다"):
        return word[:-2] + "닙니다"
    if not is_syllable(stem[-1]):
        return stem + "입니다"
    consonant = final(stem[-1])
    if consonant == "ㄴ":
        if stem[-1] != "는":
            return _with_b(stem)
        return stem[:-1] + "습니다" if len(stem) > 1 and final(stem[-2]) else None
    if consonant == "ㄹ":
        return _with_b(stem)
    if consonant:
        return stem + "습니다" if consonant not in "ㅇㄴ" else None
    return _polite_open(stem, previous)


def _with_b(stem: str) -> str:
    return stem[:-1] + with_final(stem[-1], "ㅂ") + "니다"


def _polite_open(stem: str, previous: str) -> str | None:
    """A stem that ends in a vowel: an adjective, 이다, a verb as a dictionary has it, or a noun whose 이 is dropped."""
    last = stem[-1]
    if stem in _NOUNS_IN_I or stem.endswith(_NOUNS_ENDING_IN_I):
        return stem + "입니다"
    if last == "이" or stem == "거":
        return _with_b(stem)
    if last in "하되" and not stem.endswith(_NOUNS_IN_HA):
        return _with_b(stem)
    if stem == "보":
        return "봅니다" if previous.endswith(("나", "가", "까")) else None
    if word_class(stem) == "adjective" or stem in ("계시", "세", "쓰", "싸", "짜"):
        return _with_b(stem)
    if last == "시" and stem[-2:-1] and stem[-2] in "하이으되":
        return _with_b(stem)
    if stem == "가지" and previous in _COUNTS:
        return "가지입니다"
    if stem.endswith(("어지", "아지", "러지", "려지", "라지", "워지", "리로", "이로")):
        return None
    if stem in _open_verbs() or word_class(stem) == "" or (previous.endswith(("을", "를")) and last != "서"):
        return None
    return stem + "입니다"


@cache
def _open_verbs() -> frozenset[str]:
    return frozenset(_OPEN_VERBS.split())


def _plain(word: str, previous: str) -> str | None:
    if word.endswith("습니다"):
        return _plain_closed(word[:-3], previous)
    if word.endswith("읍니다") and final(word[-4:-3]):
        return _plain_closed(word[:-3], previous)
    if word.endswith("니다") and final(word[-3]) == "ㅂ":
        if word.endswith("입니다"):
            return _plain_copula(word[:-3], previous)
        return _plain_open(word[:-3] + with_final(word[-3], ""), previous)
    if word.endswith("요"):
        return _plain_soft(word, previous)
    return None


def _plain_closed(stem: str, previous: str) -> str | None:
    if not stem or not is_syllable(stem[-1]):
        return None
    consonant = final(stem[-1])
    if consonant in ("ㅆ", "ㅄ"):
        return stem + "다"
    if stem == "않":
        return _after_negation(previous, "않는다", "않다")
    kind = word_class(stem)
    if kind == "adjective":
        return stem + "다"
    if kind == "verb" and consonant:
        return stem + "는다"
    return None


def _after_negation(previous: str, verb: str, adjective: str) -> str | None:
    """``가지 않는다`` but ``크지 않다``: the word before says which."""
    stem = _negated(previous)
    if not stem or (stem[-1:] == "이" and stem not in ("보이", "쓰이", "움직이", "줄이", "높이", "쌓이")):
        return adjective if stem else None
    if final(stem[-1]) == "ㅆ":
        return adjective
    return {"verb": verb, "adjective": adjective}.get(word_class(stem))


def _negated(previous: str) -> str:
    """The stem before -지 않다: ``가`` of 가지, ``범상하`` of 범상치, ``익숙하`` of 익숙지."""
    for particle in ("지", "지는", "지도", "지를", "지가", "진", "치", "치는", "치도"):
        if previous.endswith(particle):
            stem = previous[: -len(particle)]
            if particle[0] == "치" or (stem and final(stem[-1]) in tuple("ㄱㅂㅅ") and not word_class(stem)):
                return stem + "하"
            return stem
    return ""


def _plain_copula(noun: str, previous: str) -> str | None:
    if not noun:
        return "이다"
    if noun in _VERBS_IN_I or (noun.endswith("보") and noun[-2:-1] in tuple("아어해워와져여려라")):
        return noun + "인다"
    if noun in _AMBIGUOUS_IN_I:
        return noun + "인다" if previous.endswith(("을", "를")) else None
    return noun + ("다" if is_open(noun[-1]) else "이다")


def _plain_open(stem: str, previous: str) -> str | None:
    """A stem without its final ㄹ or one that ends in a vowel, from before ㅂ니다."""
    if stem.endswith("아니"):
        return stem + "다"
    if stem[-1] == "거" and (len(stem) > 1 or not previous.endswith("를")):
        return _thing(stem[:-1], previous)
    if stem == "보" and previous.endswith(("나", "는가", "은가", "인가", "던가", "까")):
        return "보다"
    if stem in RIEUL_ADJECTIVES:
        return RIEUL_ADJECTIVES[stem] + "다"
    if stem.endswith("힘드"):
        return stem[:-1] + "들다"
    if (stem[-1] in "다라" and stem not in ("다", "자라", "바라", "모자라", "놀라")) or stem == "거치":
        return None
    if stem == "아니하":
        return _after_negation(previous, "아니한다", "아니하다")
    if stem == "이르" and previous.endswith("에"):
        return "이른다"
    if stem.endswith("못하"):
        return _after_negation(previous, stem[:-1] + "한다", stem + "다") if previous.endswith("지") else _verb(stem)
    if stem == "하":
        return _plain_ha(previous)
    kind = word_class(stem)
    if kind == "adjective":
        return stem + "다"
    if kind == "verb" or previous.endswith(("을", "를")):
        return _verb(stem)
    return None


def _thing(glued: str, previous: str) -> str | None:
    """겁니다 after an adnominal form (할 겁니다) is 것이다; ``을`` may be a particle as well (전화기록을 겁니다)."""
    form = glued or previous
    if not form or final(form[-1]) not in ("ㄹ", "ㄴ") or (form[-1] == "을" and final(form[-2:-1]) not in ("ㅆ", "ㅄ", "ㅌ", "ㄶ")):
        return None
    return glued + "것이다"


def _verb(stem: str) -> str:
    return stem[:-1] + with_final(stem[-1], "ㄴ") + "다"


def _plain_ha(previous: str) -> str | None:
    """하다 as a word of its own: a verb, but an adjective after one (크기도 하다) and after 만, 듯, 뻔."""
    for particle in ("기도", "기는", "기만", "기까지"):
        if previous.endswith(particle):
            stem = previous[: -len(particle)]
            if stem.endswith("이") or (stem and final(stem[-1]) == "ㅆ"):
                return "하다"
            return {"verb": "한다", "adjective": "하다"}.get(word_class(stem))
    if not previous or previous in ("만", "듯", "뻔", "법") or word_class(previous + "하") != "verb":
        return None if previous in ("", "만") else "하다"
    return "한다"


def _plain_soft(word: str, previous: str) -> str | None:
    for soft, plain in _SOFT.items():
        if word.endswith(soft):
            stem = word[: -len(soft)]
            if soft == "예요":
                return "것이다" if stem == "거" else stem + "다" if stem and is_open(stem[-1]) else None
            return stem + plain if not stem or soft in ("이에요", "아니에요", "있어요", "없어요", "필요해요") else None
    if word.endswith(("어요", "아요")) and final(word[-3:-2]) == "ㅆ":
        return word[:-2] + "다"
    if word.endswith("해요") and len(word) > 2:
        return _plain_open(word[:-2] + "하", previous)
    return None
