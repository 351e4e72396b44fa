"""Names of other scripts as their sound can be compared with Hangul: Путин as putin, ロンドン as 론돈, Nguyễn as nguyen.

``transliteration.distance`` compares Hangul with Latin letters; what is spelled otherwise is brought to one of the two. Han characters have
no sound here: their readings differ by language, and many have several.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e yo zh z i i k l m n o p r s t u f kh ts ch sh sh - i - e yu ya".replace("-", "").split(" "),
        strict=True,
    )
)

_KANA = {"ti": "chi", "si": "shi", "tu": "tsu", "hu": "fu", "zi": "ji", "di": "ji", "du": "zu"}
"""Syllables that Unicode names by another romanization than Hepburn's."""


@lru_cache(maxsize=16384)
def romanized(word: str) -> str:
    """The word in Latin letters, as far as they can be told from the script; nothing for Han characters and Hangul."""
    if word.isascii():
        return word
    out = []
    for char in unicodedata.normalize("NFC", word.casefold()):
        if "а" <= char <= "ё":
            out.append(_CYRILLIC.get(char, ""))
        elif "\u30a1" <= char <= "\u30fa":
            *small, name = unicodedata.name(char).removeprefix("KATAKANA LETTER ").lower().split(" ")
            if small and name == "tu":
                continue
            if small and name[0] == "y" and out and out[-1].endswith("i"):
                out[-1], name = out[-1][:-1], name[1:] if out[-1] in ("chi", "shi", "ji") else name
            elif small and out:
                out[-1] = out[-1][:-1] or out[-1]
            out.append(_KANA.get(name, name))
        elif char in "ー・" or unicodedata.combining(char):
            continue
        elif char < "\u0250" or "\u1e00" <= char < "\u1f00":
            out.append(char)
        else:
            return ""
    return "".join(out)


_VOWELS = dict(zip("aiueo", "ㅏㅣㅜㅔㅗ", strict=True))
_ROWS = {
    "": "ㅇ", "k": "ㅋ", "g": "ㄱ", "s": "ㅅ", "sh": "ㅅ", "z": "ㅈ", "j": "ㅈ", "t": "ㅌ", "ch": "ㅊ", "ts": "ㅊ", "d": "ㄷ", "n": "ㄴ",
    "h": "ㅎ", "f": "ㅍ", "b": "ㅂ", "p": "ㅍ", "m": "ㅁ", "r": "ㄹ", "v": "ㅂ", "y": "ㅇ", "w": "ㅇ",
}  # fmt: skip


@cache
def _moras() -> re.Pattern[str]:
    return re.compile("[ァ-ヺ][ァィゥェォャュョヮ]?|[ーッン]")


def hangul(katakana: str) -> list[tuple[str, int]]:
    """Katakana as Hangul, syllable by syllable, each with its offset: ロンドン gives 론, 든.

    The vowels that Japanese puts behind a consonant that has none (ト, ス, ク) become ㅡ, which stands for no sound.
    """
    from mtaudit.languages.ko.hangul import BASE

    initials, vowels = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
    out: list[tuple[str, int]] = []
    for m in _moras().finditer(katakana):
        if m[0] == "ン" and out:
            char, at = out[-1]
            if (ord(char) - BASE) % 28 == 0:
                out[-1] = chr(ord(char) + 4), at
            continue
        sound = romanized(m[0])
        if m[0] in "ーッン" or not sound or sound[-1] not in _VOWELS:
            continue
        row = _ROWS.get(sound[:-1].rstrip("y") if len(sound) > 2 else sound[:-1], "ㅇ")
        vowel = _VOWELS[sound[-1]]
        if m[0] in "クグスズツヅヌフブプムルドト":
            vowel = "ㅡ"
        elif sound == "wa":
            vowel = "ㅘ"
        elif sound[0] == "y" or sound[-2:-1] == "y":
            vowel = dict(zip("ㅏㅜㅔㅗ", "ㅑㅠㅖㅛ", strict=True)).get(vowel, vowel)
        out.append((chr(BASE + (initials.index(row) * 21 + vowels.index(vowel)) * 28), m.start()))
    return out


# Spellings. Each language writes sounds in its own way; ``transliteration`` reads letters as English does, with room for others.

_READ = {
    "fr": (("eaux?|au[dltx]?[dt]?$", "o"), ("oi", "wa"), ("ch", "sh"), ("gn", "ny"), ("qu", "k"), ("[dtsxzp]s?$", ""), ("[nm](?![aeiouyhnm])", "ng")),
    "es": (("ll", "y"), ("j", "kh"), ("g(?=[ei])", "kh"), ("^h", ""), ("^x", "kh"), ("qu", "k"), ("gu(?=[ei])", "g")),
    "de": (("(?<![dst])w", "v"), ("j", "y"), ("tsch", "ch"), ("qu", "kv"), ("ig$", "ich")),
    "vi": (
        ("^ngh", "ng"), ("^gh", "g"), ("^gi(?=[aeou])|^gi|^d", "j"), ("đ", "d"), ("^tr", "ch"), ("^nh", "ny"), ("^ph", "f"), ("^th", "t"),
        ("^kh", "k"), ("^x", "s"), ("^qu", "kw"), ("ch$|c$", "k"), ("nh$", "n"), ("^c(?!h)", "k"),
    ),
    "": (
        ("W", "V"), ("[Jj]", "y"), ("Chr", "Kr"), ("ng(?=[ei])", "nj"), ("[Qq](?!u)", "ch"), ("ll", "y"), ("[nm](?![aeiouyhnm])", "ng"),
        ("(?<=[a-z]{3})[dtsxz]$", ""), ("ig$", "ich"), ("^R", "H"), ("i?v$", "iu"), ("ces(?=ter)", "s"), ("([kps])\\1", r"t\1"), ("[aã]o$", "ang"), ("mp(?=[st])", "m"),
        ("zh", "tsj"), ("tson$", "teson"),
        ("(?<=[a-z]{3})(?:a?ns?|ids?|ians?|ites?|i|s|us|um)$", ""),
    ),
}  # fmt: skip
"""By language: all are done in turn. By no language: each alone gives another spelling, for names may come from anywhere."""


@lru_cache(maxsize=4096)
def spellings(word: str, lang: str) -> frozenset[str]:
    """Latin letters for what a name may sound like, from a text in ``lang``. Nothing for what has no sound here."""
    if lang == "vi" and not word.isascii():
        return frozenset({_read(word, "vi")})
    latin = romanized(word)
    out = {latin, *latin.split("-"), *(re.sub(old, new, latin) for old, new in _READ[""])}
    out |= {_read(latin, other) for other in ((lang,) if lang in _READ else ("de", "es", "fr") if lang == "en" else ())}
    if lang == "ru":
        out |= {re.sub("(?:[aeiuy]|o[iym]|om|ogo|omu|e[im]|ami?|akh|ov|yu|iya|ii|iyu)$", "", latin)} if len(latin) > 4 else set()
    return frozenset(spelling for spelling in out if len(spelling) > 2)


def _read(word: str, lang: str) -> str:
    """Each syllable or word as its language sounds it, without marks of tone."""
    out = []
    for part in re.split(r"[\s\-]+", word.casefold()):
        bare = "".join(c for c in unicodedata.normalize("NFD", part) if not unicodedata.combining(c))
        for old, new in _READ[lang]:
            bare = re.sub(old, new, bare)
        out.append(bare)
    return "".join(out)


def spelled_alike(one: str, other: str) -> bool:
    """Whether two names in Latin or Cyrillic letters may be the same in two languages: Moscou and Moscú, Путин and Putin."""
    from difflib import SequenceMatcher

    a, b = _folded(one), _folded(other)
    return bool(a and b) and (a == b or (a[0] == b[0] and SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.65))


@lru_cache(maxsize=4096)
def _folded(word: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", romanized(word).casefold()) if "a" <= c <= "z")
    for old, new in (
        ("ph", "f"),
        ("d?zh|dj|dsch", "j"),
        ("s?ch|cz", "sh"),
        ("[cq]k?", "k"),
        ("w", "v"),
        ("[yj]", "i"),
        ("kh|h", ""),
        ("z", "s"),
    ):
        bare = re.sub(old, new, bare)
    return re.sub(r"(.)\1", r"\1", bare)
