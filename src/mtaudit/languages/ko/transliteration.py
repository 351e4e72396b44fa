"""How foreign names sound in Hangul: what looks foreign, how far two spellings are apart, whether Hangul spells Latin.

Sounds are letters: ``K T P C S L M N G H`` for consonants (tense, lax and aspirated alike, since spellings of foreign
names vary in just that), small letters for vowels, ``w`` for ㅡ, which often stands for no sound at all. Source: the
rules of the National Institute of Korean Language for writing foreign words (외래어 표기법), chapters 2 and 3.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import accumulate
from math import inf

from mtaudit.languages.ko.hangul import is_syllable, split

# Syllables that neither Sino-Korean readings (about 480, a closed list) nor native stems and endings use, or hardly.
# A foreign word of three syllables or more nearly always has one.
FOREIGN = (
    "카캐캔캘캠캡캣컨컬컴컵컷케켄켈켓콘콤콥쿠쿤쿨쿼퀀퀘클킷킹탠탬탱턴테텍텐텔템텝톤톨톰톱튜트티틱틴틸팅팍팡팩팸퍼펀펄페펙펜펠폰폴퐁퓨프플픽핀핏핑"
    "넬넷뉴닉댄댈델뎀듀듈드딕딘딩랙랜랠램랩랭럭럴렉렌렐렘렛롤롬룬룸륨릭링맷멕멘멜멤뮌뮤믹밴밸뱅벅벡벤벨벳뷔뷰브블빅샌샤샹섀센셀셜셰셸쇤쇼숀슈슐스썬"
    "앤앨엑엘엠옌욘웍웨웰윈윌윙잭잰젝젠젤쥬즈챔챈챌첸첼츠크햄헨헬훅"
)

_FOREIGN_SET = frozenset(FOREIGN)
_CONSONANTS = dict(zip("ㄱㄲㅋㄷㄸㅌㅂㅃㅍㅈㅉㅊㅅㅆㄹㅁㄴㅎ", "KKKTTTPPPCCCSSLMNH", strict=True)) | {"ㅇ": ""}
_FINALS = dict(zip("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ", "KKKNNNTLKMLLLPLMPPTTGTTKTPT", strict=True)) | {"": ""}
_VOWELS = dict(zip("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ", "aeaexexeoaeeouxeiuwii", strict=True))


@cache
def foreign_syllable() -> re.Pattern[str]:
    """Finds a foreign-looking syllable in a word of three letters or more; the first syllable of a word may be any but 그."""
    # With \w, because a second class of Hangul would take a millisecond to compile.
    return re.compile(rf"[{FOREIGN}그](?<!\W그)(?:(?<=\w\w.)|(?=\w\w)|(?<=\w.)(?=\w))")


WEAK = frozenset("스드트크즈콘티")
"""Foreign-looking syllables that some native words have as well; one alone proves nothing in a short word."""


@lru_cache(maxsize=16384)
def looks_foreign(word: str) -> bool:
    """Whether a word has a syllable that Korean words lack, or two that they seldom have. 그 counts where it is not the first."""
    found = [c for c in word if c in _FOREIGN_SET]
    if len(found) > 1 or "그" in word[1:] or (found and found[0] not in WEAK):
        return True
    return bool(found) and len(word) > 3 and word[0] not in WEAK


class _Syllables(dict[str, str]):
    """Syllable to sounds, filled as they are met: three lists of letters would cost more than they save."""

    def __init__(self, vowels: bool) -> None:
        super().__init__()
        self.vowels = vowels

    def __missing__(self, char: str) -> str:
        if not is_syllable(char):
            return ""
        initial, vowel, final = split(char)
        value = _CONSONANTS[initial] + (_VOWELS[vowel] if self.vowels else "") + _FINALS[final]
        self[char] = value
        return value


_SOUNDS, _SKELETONS = _Syllables(True), _Syllables(False)


def sounds(hangul: str) -> str:
    """The sounds of Hangul, ㄹㄹ, ㅁㅁ and ㄴㄴ as one: 벨리칙 gives ``PeLiCiK``."""
    return _single("".join([_SOUNDS[c] for c in hangul]))


def _single(heard: str) -> str:
    return heard.replace("LL", "L").replace("MM", "M").replace("NN", "N")


@lru_cache(maxsize=16384)
def skeleton(hangul: str) -> str:
    """The consonants of Hangul: 카메론 and 캐머런 both give ``KMLN``."""
    return _single("".join([_SKELETONS[c] for c in hangul]))


# Latin letters and what each may sound like; "-" means that it may be silent. Longest first.
_SPELLED = {
    "tzsch": "C", "tsch": "C", "sch": "S", "tch": "C", "chr": "K", "ch": "CKSH", "sh": "S", "zh": "CS", "th": "STC", "ph": "P", "gh": "K-", "ck": "K",
    "kn": "N", "nk": "GN", "wh": "H-", "ng": "GN", "mn": "M", "qu": "K", "ts": "CS", "tz": "CS", "cz": "C", "dz": "C", "ds": "CS", "rh": "L", "sz": "S", "dj": "C", "kh": "KH",
    "b": "PT-", "c": "KSC", "d": "TC", "f": "PH", "g": "KC-", "h": "H-", "j": "CH-", "k": "K", "l": "L-", "m": "M", "n": "NM", "p": "P",
    "q": "K", "r": "L-", "s": "SC-", "t": "TC-", "v": "PW", "x": "KSC", "z": "CST",
}  # fmt: skip
_HEARD = {"a": "aexow", "e": "exiwa", "i": "iaexw", "o": "oaxuwe", "u": "uxaoiwe", "y": "iaw", "w": "uo"}


@cache
def _unit() -> re.Pattern[str]:
    return re.compile("|".join([*sorted(_SPELLED, key=len, reverse=True), "[aeiouyw]+"]))


@lru_cache(maxsize=2048)
def _units(latin: str) -> tuple[tuple[str, bool], ...]:
    """The word as units: what each may sound like, and whether it is a vowel."""
    import unicodedata

    bare = "".join(c for c in unicodedata.normalize("NFD", latin.casefold()) if "a" <= c <= "z")
    bare = re.sub(r"([b-df-hj-np-tv-z])\1", r"\1", bare)
    out: list[tuple[str, bool]] = []
    for m in _unit().finditer(bare):
        if m[0] in _SPELLED:
            out.append((_SPELLED[m[0]], False))
            if m[0] in ("ng", "nk", "mn"):
                out.append(({"ng": "K-", "nk": "K", "mn": "N-"}[m[0]], False))
            if m[0] == "x":
                out.append(("S-C", False))
        else:
            out.append(("".join({s for v in m[0] for s in _HEARD[v]}), True))
    return tuple(out)


def _skip_heard(sound: str, before: str) -> float:
    if sound == "w":
        return 0.05
    if sound in "iu" and before in ("C", "S", "H"):
        return 0.1
    if sound.islower():
        return 0.1 if before.islower() else 0.3
    return 1.0


@lru_cache(maxsize=8192)
def distance(hangul: str, latin: str, most: float = 1.0) -> float:
    """How far the sound of ``hangul`` is from the spelling ``latin``: 0 the same, about 0.2 still the same name, 1 no likeness.

    Costs of an alignment, divided by the number of consonants. Silent letters and ㅡ cost next to nothing. Who does not care
    how far more than ``most`` it is may say so, and gets 1 for that, sooner.
    """
    heard = sounds(hangul)
    units = _units(latin)
    if not heard or not units or len(heard) > 60 or len(units) > 60:
        return 1.0
    consonants = sum([not v for _, v in units])
    divisor = max(2, consonants, sum([c.isupper() for c in heard]))
    skips = list(map(_skip_heard, heard, " " + heard))
    row = [0.0, *accumulate(skips)]
    letters = [(s, s.islower(), skip) for s, skip in zip(heard, skips, strict=True)]
    last = len(units) - 1
    for at, (may, is_vowel) in enumerate(units):
        silent = (0.1 if at == last else 0.25) if is_vowel else 0.15 if "-" in may else 1.0
        other = 0.35 if is_vowel else 0.8
        before = row[0]
        best = before + silent
        new = [best]
        for (s, low, skip), above in zip(letters, row[1:], strict=True):
            # The least of: the letter is not heard, the sound is not written, the one stands for the other.
            best += skip
            if above + silent < best:
                best = above + silent
            if is_vowel == low and (match := before if s in may else before + other) < best:
                best = match
            new.append(best)
            before = above
        row = new
        if min(row) > most * divisor:
            return 1.0
    return min(1.0, row[-1] / divisor)


@lru_cache(maxsize=2048)
def _ends(latin: str) -> tuple[int, str, str]:
    """How many consonants a word is spelled with, and what its first two and its last two may sound like."""
    consonants = [may for may, vowel in _units(latin) if not vowel]
    return len(consonants), "".join(consonants[:2]), "".join(consonants[-2:])


def may_sound_like(hangul: str, latin: str) -> bool:
    """A cheap test before ``distance``: whether number, beginning and end of the consonants are not far apart."""
    heard = skeleton(hangul)
    spelled, first, last = _ends(latin)
    if not heard or not spelled:
        return False
    return abs(len(heard) - spelled) <= 1 + max(len(heard), spelled) // 3 and heard[0] in first and heard[-1] in last


@lru_cache(maxsize=2048)
def latin_skeletons(latin: str, most: int = 48) -> frozenset[str]:
    """Every skeleton that Hangul for ``latin`` may have, at most ``most``."""
    out = {""}
    for may, is_vowel in _units(latin):
        if not is_vowel and len(out) < most:
            out = {o + ("" if c == "-" else c) for o in out for c in may}
        elif not is_vowel:
            out = {o + may[0] for o in out}
    return frozenset([_single(o) for o in out])


# Two spellings of one foreign name in Hangul.

_ALIKE_VOWELS = ["ㅐㅔㅒㅖ", "ㅏㅑ", "ㅓㅕ", "ㅗㅛ", "ㅜㅠ", "ㅡㅜ", "ㅡㅣ", "ㅟㅢㅣ", "ㅚㅙㅞ"]
_NEAR_VOWELS = ["ㅏㅐㅔ", "ㅏㅓ", "ㅏㅗ", "ㅓㅗ", "ㅓㅔㅐ", "ㅡㅓ", "ㅣㅔ", "ㅘㅏ", "ㅝㅓ", "ㅝㅗ", "ㅘㅗ"]
_ALIKE_CONSONANTS = ["ㄱㄲㅋ", "ㄷㄸㅌ", "ㅂㅃㅍ", "ㅈㅉㅊ", "ㅅㅆ"]
_NEAR_CONSONANTS = ["ㅈㅅ", "ㅊㅅ", "ㅊㅌ", "ㅈㄷ", "ㅊㅆ", "ㄴㅁ", "ㄴㅇ", "ㅂㅇ", "ㅎㅍ"]


@cache
def _swap() -> dict[tuple[str, str], float]:
    out: dict[tuple[str, str], float] = {}
    for groups, cost in ((_NEAR_VOWELS, 0.5), (["ㅗㅜ", *_NEAR_CONSONANTS], 0.8), (_ALIKE_VOWELS, 0.3), (_ALIKE_CONSONANTS, 0.4)):
        for group in groups:
            for a in group:
                for b in group:
                    out[a, b] = cost
    return out


def respelling(a: str, b: str, most: float = inf) -> float:
    """How much it takes to respell Hangul ``a`` as ``b``: about 0.5 for one likely change of a letter, 1 for an unlikely one.

    Words of one length are compared syllable by syllable, others letter by letter. What is more than ``most`` may be infinite.
    """
    if len(a) == len(b):
        return sum(map(_other_syllable, a, b))
    one = [j for c in a for j in _letters(c)]
    two = [j for c in b for j in _letters(c)]
    swap = _swap()
    drops = list(map(_drop, two, ["", *two]))
    row = [0.0, *accumulate(drops)]
    for at, x in enumerate(one):
        dropped = _drop(x, one[at - 1] if at else "")
        new = [row[0] + dropped]
        for i, y in enumerate(two):
            same = 0.0 if x == y else swap.get((x, y), 1.2)
            new.append(min(row[i] + same, row[i + 1] + dropped, new[-1] + drops[i]))
        row = new
        if min(row) > most:
            return inf
    return row[-1]


@lru_cache(maxsize=32768)
def _other_syllable(a: str, b: str) -> float:
    if a == b:
        return 0.0
    cost = 0.0
    for place, (x, y) in enumerate(zip(split(a), split(b), strict=True)):
        if x != y:
            silent = place == 0 and "ㅇ" in (x, y)
            cost += _drop(x if y == "ㅇ" else y, "") if silent else _swap().get((x, y), 1.2) if x and y else _drop(x or y, "")
    return cost


@lru_cache(maxsize=4096)
def _letters(char: str) -> tuple[str, ...]:
    initial, vowel, final = split(char)
    return tuple([j for j in ("" if initial == "ㅇ" else initial, vowel, final) if j])


def _drop(letter: str, before: str) -> float:
    if letter == "ㅡ" or (letter == "ㄹ" and before == "ㄹ"):
        return 0.3
    return 0.8 if letter in "ㄹㄴㅅㄱㅂㅎㅇ" else 1.0
