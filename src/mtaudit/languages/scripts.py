"""Which letters a text in a language does not write with.

Latin letters, digits and the Greek letters of formulas are at home everywhere; so are a language's own letters. Han characters
are a matter of the character sets: KS X 1001 for Korean, code page 932 for Japanese.
"""

from __future__ import annotations

import re
from functools import cache

_CYRILLIC = "\u0400-\u052f"
_BETWEEN = "\u0530-\u0fff\u10a0-\u10ff\u1780-\u17ff\u1c80-\u1c8f\ufb1d-\ufdff\ufe70-\ufefc"
"""Armenian, Hebrew, Arabic, the scripts of India and South-East Asia, Georgian."""
_KANA = "\u3041-\u3096\u30a1-\u30fa\u31f0-\u31ff\uff66-\uff6f\uff71-\uff9d"
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HANGUL = "\u1100-\u11ff\u3131-\u3163\uac00-\ud7a3"
_GREEK = "\u0370-\u03ff\u1f00-\u1fff"

_FOREIGN = {
    "ko": _CYRILLIC + _BETWEEN + _KANA + _HAN,
    "ja": _CYRILLIC + _BETWEEN + _HANGUL,
    "zh": _CYRILLIC + _BETWEEN + _KANA + _HANGUL,
}
_OWN = {"ko": _HANGUL, "ja": _KANA + _HAN, "zh": _HAN}


@cache
def foreign(lang: str) -> re.Pattern[str] | None:
    """Runs of letters that the language does not write with, or None where nothing is known of it."""
    letters = _FOREIGN.get(lang)
    if letters is None:
        return None
    return re.compile(f"[{letters}](?:[{letters}\u30fc\u3005\u0300-\u036f]|[ \u00a0](?=[{letters}]))*|[{_GREEK}]{{3,}}")


@cache
def suspicious(lang: str) -> re.Pattern[str] | None:
    """One such letter: a class alone is searched ten times faster than ``foreign``."""
    letters = _FOREIGN.get(lang)
    return None if letters is None else re.compile(f"[{letters}{_GREEK}]")


@cache
def own(lang: str) -> re.Pattern[str]:
    """One letter of the language's own script."""
    return re.compile(f"[{_OWN.get(lang, 'A-Za-z')}]")


@cache
def han() -> re.Pattern[str]:
    return re.compile(f"[{_HAN}]")


@cache
def kana() -> re.Pattern[str]:
    return re.compile(f"[{_KANA}]")


def written_with(char: str, codec: str) -> bool:
    """Whether a character set (by the name of its Python codec) holds the character."""
    try:
        char.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


LATIN_TWINS = str.maketrans("АВЕЅІЈКМНОРСТУХаеоріјѕсухԛԝһ", "ABESIJKMHOPCTYXaeopijscyxqwh")
"""Cyrillic letters that look like Latin ones (Unicode Technical Standard 39, confusables)."""
