"""Acronyms and Latin names of a source, letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.rules.universal._source_names import Name
from mtaudit.sources import Pair

_SAID = {
    "US": "미국 미 미합중국", "USA": "미국 미합중국", "UK": "영국", "EU": "유럽연합 유럽 이유", "UN": "유엔 국제연합", "UAE": "아랍에미리트", "USSR": "소련 소비에트",
    "WHO": "세계보건기구", "WTO": "세계무역기구", "IMF": "국제통화기금", "OECD": "경제협력개발기구", "NATO": "나토 북대서양조약기구", "ASEAN": "아세안 동남아시아국가연합",
    "GDP": "국내총생산", "GNP": "국민총생산", "CEO": "최고경영자 대표", "CFO": "최고재무책임자", "AI": "인공지능", "UNESCO": "유네스코", "UNICEF": "유니세프",
    "FBI": "연방수사국", "CIA": "중앙정보국", "NASA": "나사 항공우주국", "IAEA": "국제원자력기구", "IOC": "국제올림픽위원회", "FIFA": "피파 국제축구연맹", "ECB": "유럽중앙은행",
    "AIDS": "에이즈", "SARS": "사스", "MERS": "메르스", "BBC": "비비시", "CNN": "시엔엔", "DNA": "디엔에이 유전자", "ICC": "국제형사재판소", "ILO": "국제노동기구",
    "OPEC": "오펙 석유수출국기구", "UEFA": "유에파 유럽축구연맹", "NBA": "미국프로농구", "NFL": "미국프로풋볼 미식축구", "MLB": "메이저리그", "WFP": "세계식량계획", "APEC": "에이펙 아시아태평양경제협력체",
    "OSCE": "유럽안보협력기구", "SEC": "증권거래위원회", "FDA": "식품의약국", "CDC": "질병통제예방센터", "NSA": "국가안보국", "FRB": "연방준비제도 연준", "ADB": "아시아개발은행",
    "OTAN": "NATO 나토 북대서양조약기구", "ONU": "UN 유엔 국제연합", "OMS": "WHO 세계보건기구", "UE": "EU 유럽연합 유럽", "FMI": "IMF 국제통화기금", "OCDE": "OECD 경제협력개발기구",
    "PIB": "GDP 국내총생산", "ADN": "DNA 유전자", "OMC": "WTO 세계무역기구", "НАТО": "NATO 나토 북대서양조약기구", "ООН": "UN 유엔 국제연합",
    "США": "미국 미", "ЕС": "EU 유럽연합 유럽", "ВОЗ": "WHO 세계보건기구", "МВФ": "IMF 국제통화기금", "МАГАТЭ": "IAEA 국제원자력기구", "ОПЕК": "OPEC 오펙 석유수출국기구",
    "ЮНЕСКО": "UNESCO 유네스코",
}  # fmt: skip
"""Acronyms and what Korean newsrooms write for them. An acronym that is not here and has no trace may be translated."""
_LOOSE = frozenset("US USA EU UK UN CEO AI DNA UE ONU ADN США ЕС ООН".split())
"""Of these, what a Korean sentence may leave out or put otherwise (현지, 각국)."""
_NO_ACRONYMS = frozenset("AM PM TV PC OK AD BC BCE CE ID NO MR MRS DR VS II III IV VI VII VIII IX XI XII XX GOP PR HR".split())
_OTHER_SCRIPTS = frozenset("ko ja zh ru uk bg el ar he th hi".split())
"""Languages in whose texts a Latin name stands out: in another of Latin letters *Republik* is no misspelled *Republic*."""


@cache
def _acronym() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?<![A-Za-zА-я0-9.\-/_&@#’'])|(?<=\b[DLdl][’']))(?:[A-Z]{2,6}|[А-ЯЁ]{2,6})(?![A-Za-zА-яё0-9/_&@]|[.\-]\w)"
    )


@cache
def _latin() -> re.Pattern[str]:
    return re.compile(r"(?<![A-Za-z0-9@._/\-])[A-Z][a-zà-ÿ]{4,}(?![A-Za-z0-9@_/]|\.\w)")


def missing(pair: Pair, here: str) -> Iterator[tuple[Name, bool]]:
    """Well-known acronyms of which a Korean text says nothing; whether it may do so."""
    if here != "ko" or _shouts(pair.source):
        return
    text = pair.view.text.replace(" ", "")
    for short in dict.fromkeys(m[0] for m in _acronym().finditer(pair.source)):
        # Where the source itself says what it stands for, one of the two is enough.
        if short in _SAID and short not in text and not _is_said(short, text) and f"({short})" not in pair.source:
            yield Name((short,), pair.source.find(short), short), short in _LOOSE


_OWN = frozenset("fr es pt it ro ca de".split())
"""Languages that have acronyms and words in capitals of their own, near to those of English: ONG and NGO, VIH and HIV, WORT and WORD."""


def changed(pair: Pair, lang: str, here: str) -> dict[str, tuple[int, int]]:
    """Acronyms that the text has with other letters, and where it has them."""
    if here not in _OTHER_SCRIPTS or _shouts(pair.source):
        return {}
    text = pair.view.text
    ours = [m for m in re.finditer(r"(?<![A-Za-z0-9])[A-Z]{2,6}(?![A-Za-z0-9])", text) if m[0] not in pair.source]
    out: dict[str, tuple[int, int]] = {}
    for short in dict.fromkeys(m[0] for m in _acronym().finditer(pair.source)) if ours else ():
        if short.isascii() and short not in text and short not in _NO_ACRONYMS and not _is_said(short, text.replace(" ", "")):
            near = [m.span() for m in ours if (lang not in _OWN and _near(short, m[0])) or (short in _SAID and m[0] in _SAID)]
            if near:
                out[short] = near[0]
    return out


def _is_said(short: str, text: str) -> bool:
    return any(word in text for word in _SAID.get(short, "").split())


def _shouts(source: str) -> bool:
    """Whether words in capitals are a matter of emphasis here."""
    return source.isupper() or sum(word.isupper() and len(word) > 1 for word in source.split()) > max(2, len(source.split()) // 3)


def _near(one: str, two: str) -> bool:
    """Whether two acronyms are the same letters in another order, or differ in one of four or more."""
    if sorted(one) == sorted(two) and len(one) > 2:
        return True
    return len(one) == len(two) >= 4 and sum(a != b for a, b in zip(one, two, strict=True)) == 1


def respelled(pair: Pair, lang: str, here: str) -> dict[str, tuple[int, int]]:
    """Names in Latin letters that the text has with a letter or two changed, and where it has them."""
    if here not in _OTHER_SCRIPTS or lang in _OWN:
        return {}
    text = pair.view.text
    ours = [m for m in _latin().finditer(text) if m[0] not in pair.source]
    theirs = {m[0] for m in _latin().finditer(pair.source) if m[0] not in text} if ours else set()
    out = {}
    for m in ours:
        near = [
            name
            for name in theirs
            if name[0] == m[0][0] and abs(len(name) - len(m[0])) < 2 and _letters_apart(name, m[0]) <= 1 + (len(name) > 8)
        ]
        if len(near) == 1:
            out[near[0]] = m.span()
    return out


def _letters_apart(one: str, two: str) -> int:
    """The edit distance of two words (Levenshtein)."""
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        new = [i]
        for j, b in enumerate(two, 1):
            new.append(min(new[-1] + 1, row[j] + 1, row[j - 1] + (a != b)))
        row = new
    return row[-1]
