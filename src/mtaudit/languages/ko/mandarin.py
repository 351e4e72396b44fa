"""Chinese names in Latin letters as Hangul spells them: Guizhou 구이저우, Xi Jinping 시진핑, Hsinchu 신주.

Syllables are put together from initials and finals by the table of the National Institute of Korean Language (외래어 표기법, 표 5), for
Pinyin and, from it, for Wade-Giles without its apostrophes, in which *ch* may be four sounds.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from mtaudit.languages.ko.hangul import join, split

_INITIALS = dict(
    zip("b p m f d t n l g k h j q x zh ch sh r z c s".split(), "ㅂㅍㅁㅍㄷㅌㄴㄹㄱㅋㅎㅈㅊㅅㅈㅊㅅㄹㅉㅊㅆ", strict=True)
)
_FINALS = dict(
    pair.split(":")
    for pair in (
        "a:아 o:오 e:어 ai:아이 ei:에이 ao:아오 ou:어우 an:안 en:언 ang:앙 eng:엉 ong:웅 i:이 ia:야 ie:예 iao:야오 iu:유 ian:옌 in:인 iang:양 ing:잉"
        " iong:융 u:우 ua:와 uo:워 uai:와이 ui:우이 uan:완 un:운 uang:왕 ü:위 üe:웨 üan:위안 ün:윈"
    ).split()
)
_WHOLE = (
    "er:얼 a:아 e:어 ai:아이 ao:아오 ou:어우 an:안 en:언 ang:앙 ya:야 ye:예 yao:야오 you:유 yan:옌 yin:인 yang:양 ying:잉 yong:융 yi:이 yu:위 yue:웨 yuan:위안 yun:윈"
    " wa:와 wo:워 wai:와이 wei:웨이 wan:완 wen:원 wang:왕 weng:웡 wu:우"
)
"""Syllables without an initial."""
_SIMPLE = str.maketrans("ㅑㅕㅛㅠㅖ", "ㅏㅓㅗㅜㅔ")
"""Behind ㅈ, ㅉ and ㅊ."""
_WADE_INITIALS = {"b": "p", "d": "t", "g": "k", "zh": "ch", "j": "ch", "q": "ch", "x": "hs", "r": "j", "z": "ts", "c": "ts"}
_WADE_FINALS = {"ian": "ien", "ong": "ung", "ie": "ieh", "üe": "ueh", "iong": "iung", "uo": "o", "ui": "uei", "e": "o"}
_LONGEST, _MOST = 20, 24
"""Letters of a name, and spellings that are looked at."""


@cache
def _table() -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for initial, jamo in _INITIALS.items():
        for final, bare in _FINALS.items():
            heard = bare
            if initial in ("j", "q", "x") and final[0] == "u":
                continue
            if final == "i" and initial in ("zh", "ch", "sh", "r", "z", "c", "s"):
                heard = "으"
            _, vowel, coda = split(heard[0])
            hangul = join(jamo, vowel.translate(_SIMPLE) if jamo in "ㅈㅉㅊ" else vowel, coda) + heard[1:]
            wade = "ih" if heard == "으" and len(initial) == 2 else _WADE_FINALS.get(final, final)
            written = {initial + final, _WADE_INITIALS.get(initial, initial) + wade, _WADE_INITIALS.get(initial, initial) + final}
            if heard == "으" and len(initial) == 1 and initial != "r":
                written |= {"tzu", "szu", "ssu"} if initial == "s" else {"tzu"}
            for latin in written:
                # The two dots are often left out.
                for spelled in {latin, latin.replace("ü", "u")}:
                    out.setdefault(spelled, set()).add(hangul)
    for latin, hangul in (pair.split(":") for pair in _WHOLE.split()):
        out.setdefault(latin, set()).add(hangul)
    return {latin: frozenset(several) for latin, several in out.items()}


@lru_cache(maxsize=4096)
def hangul(name: str) -> frozenset[str]:
    """What a name may be in Hangul if all of it can be Chinese syllables; nothing for other names."""
    bare = unicodedata.normalize("NFC", re.sub("[^a-zü]", "", unicodedata.normalize("NFC", name.casefold())))
    if len(bare) > _LONGEST:
        return frozenset()
    table = _table()
    reached: list[set[str]] = [{""}, *(set[str]() for _ in bare)]
    for start in range(len(bare)):
        for end in range(start + 1, min(len(bare), start + 6) + 1):
            for more in table.get(bare[start:end], ()) if reached[start] else ():
                for so_far in reached[start]:
                    if len(reached[end]) < _MOST:
                        reached[end].add(so_far + more)
    return frozenset(reached[-1]) if bare else frozenset()
