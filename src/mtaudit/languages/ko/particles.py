"""Korean particles: which form follows which sound, and how what is not Hangul is read.

A particle has one form after a consonant and one after a vowel (한글 맞춤법, and the rule for 으로 after ㄹ). Latin
letters, digits and symbols take the form that their Korean reading asks for: SDK 에스디케이를, URL 유아르엘을, 3 삼을.
A reading is given only where Koreans agree on it; otherwise it is None and nothing may be concluded.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from mtaudit.languages.ko import hangul


class Particle(NamedTuple):
    """The two forms of a particle. ``after_l`` is the form after ㄹ."""

    after_consonant: str
    after_vowel: str
    after_l: str


def _pair(consonant: str, vowel: str, after_l: str | None = None) -> Particle:
    return Particle(consonant, vowel, consonant if after_l is None else after_l)


PARTICLES: tuple[Particle, ...] = (
    _pair("을", "를"),
    _pair("은", "는"),
    _pair("이", "가"),
    _pair("과", "와"),
    _pair("으로", "로", "로"),
    *(_pair("으로" + tail, "로" + tail, "로" + tail) for tail in ("서", "써", "부터", "의", "는", "도", "만", "까지")),
    *(
        _pair("으로" + tail, "로" + tail, "로" + tail)
        for tail in ("서의", "서는", "서도", "써의", "부터의", "부터는", "만은", "까지도")
    ),
    *(_pair("과" + tail, "와" + tail) for tail in ("의", "는", "도", "만", "같은", "같이")),
    *(_pair("이" + tail, tail) for tail in ("나", "라도", "든", "든지", "랑", "야말로", "나마")),
    *(_pair("이" + tail, tail) for tail in ("라는", "라고", "란", "라면", "라서", "며", "면", "고", "다", "었다", "여서")),
    _pair("아", "야"),
    _pair("은커녕", "는커녕"),
)
"""Every particle whose form depends on the sound before it, with the chains that are written most."""

INVARIANT: tuple[str, ...] = (
    *("의", "에", "에서", "에게", "에게서", "께", "께서", "한테", "도", "만", "까지", "부터", "마다", "조차", "마저", "처럼"),
    *("보다", "만큼", "밖에", "하고", "에는", "에도", "에서는", "에서도", "에서의", "에게는", "에의", "까지의", "부터의", "들"),
)
"""Particles with one form, and 들."""

_LETTERS_CLOSED = {"L": "ㄹ", "M": "ㅁ", "N": "ㄴ"}
_LETTERS_UNSURE = frozenset("R")
"""아르 is the standard, 알 what most say."""

_SINO = {"0": "ㅇ", "1": "ㄹ", "2": "", "3": "ㅁ", "4": "", "5": "", "6": "ㄱ", "7": "ㄹ", "8": "ㄹ", "9": ""}
_POWERS = {1: "ㅂ", 2: "ㄱ", 3: "ㄴ", 4: "ㄴ", 5: "ㄴ", 6: "ㄴ", 7: "ㄴ", 8: "ㄱ", 9: "ㄱ", 10: "ㄱ", 11: "ㄱ"}
"""Zeros at the end of a number: 십 백 천 만 십만 백만 천만 억 십억 백억 천억."""
_AFTER_LATIN = {"1": None, "2": "", "4": "", "5": "", "7": None}
"""Digits after a Latin word are read in Korean or English; these end alike both ways (이, 투), up to ㄹ."""

SYMBOLS: dict[str, str] = {
    **dict.fromkeys(("%", "％", "℃", "°", "￦", "㎞", "㎝", "㎜", "㎡", "㎥", "㎢", "ℓ", "㎖"), ""),
    **dict.fromkeys(("㎏", "㎎", "㎍"), "ㅁ"),
}
"""퍼센트 (or 프로), 도, 킬로미터, 제곱미터, 리터; 킬로그램."""

_UNITS: dict[str, str] = {
    **dict.fromkeys(("km", "cm", "mm", "nm", "m", "ml", "mL", "l", "L", "ha", "W", "kW", "MW", "GW", "kWh", "MWh", "V"), ""),
    **dict.fromkeys(("Hz", "kHz", "MHz", "GHz", "KB", "MB", "GB", "TB", "kcal", "D", "G", "K", "bps", "Mbps", "Gbps", "B"), ""),
    **dict.fromkeys(("g", "mg"), "ㅁ"),
    "t": "ㄴ",
    "dB": "ㄹ",
}
"""Units after a number: 미터, 리터, 와트 …; 그램, 톤, 데시벨. ``kg`` is left out: 킬로그램을, but 킬로를."""

_WORDS: dict[str, str] = {
    **dict.fromkeys(("google", "apple", "oracle", "kindle", "gmail", "excel", "intel", "vercel"), "ㄹ"),
    **dict.fromkeys(("facebook", "slack", "tiktok", "outlook", "notebook", "macbook", "york"), "ㄱ"),
    **dict.fromkeys(("app", "web", "map", "photoshop", "group", "club", "whatsapp", "laptop", "desktop"), "ㅂ"),
    **dict.fromkeys(("internet", "chatbot", "reddit"), "ㅅ"),
    **dict.fromkeys(("phone", "iphone", "line", "online", "amazon", "python", "bitcoin"), "ㄴ"),
    **dict.fromkeys(("chrome", "home", "time", "telegram", "instagram"), "ㅁ"),
    **dict.fromkeys(
        ("youtube", "nike", "adobe", "azure", "note", "update", "website", "suite", "twitter", "microsoft", "server"), ""
    ),
    **dict.fromkeys(("android", "cloud", "docker", "linux", "windows", "office", "netflix", "tesla", "toyota", "kakao"), ""),
}
"""Words whose spelling says little about their reading and that everybody reads alike (구글, 페이스북, 유튜브)."""
_UNREADABLE = frozenset({"github", "tex", "latex", "good", "god", "bordeaux"})


@cache
def _open_ends() -> re.Pattern[str]:
    return re.compile(r"(?:[aiouyswxzfvrh]|[^aeiouy]d|[cnrslfpgh]t|[cgsvzrdtbuie]e|[mlr]p)$")


@cache
def _l_ends() -> re.Pattern[str]:
    return re.compile(r"(?:[^aeiouyrwl]le|l)$")


@cache
def _closed_ends() -> re.Pattern[str]:
    return re.compile(r"(?:m|n|ng)$")


@cache
def _token() -> re.Pattern[str]:
    return re.compile(r"(?:[A-Za-z]+(?:['’.\-&][A-Za-z]+)*)$")


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$")


_CLOSERS = "\"'”’»」』》〉*_`]】"


def of_abbreviation(token: str) -> str | None:
    """The final sound of capitals (``SDK``): by the names of the letters, unless they may be read as one word (``OPEC``)."""
    last = token[-1]
    if last in _LETTERS_UNSURE:
        return None
    if last in _LETTERS_CLOSED:
        return _LETTERS_CLOSED[last]
    before = token[-2:-1]
    if last == "E" and len(token) > 3 and before in "LMNRKP" and re.search("[AEIOUY]", token[:-2]):
        return None
    if last in "BCDGKPQT" and (
        before in "AEIOUY" and token[0] not in "AEIOUY" if len(token) == 3 else len(token) > 3 and re.search("[AEIOUY]", token[:-1])
    ):
        return None
    return ""


def of_word(word: str) -> str | None:
    """The final sound of a Latin word in its Korean reading, where the spelling decides it."""
    low = word.lower()
    if low in _WORDS:
        return _WORDS[low]
    if len(low) < 3:
        return None
    if _l_ends().search(low):
        return "ㄹ"
    if _closed_ends().search(low):
        return "ㅇ" if low.endswith("ng") else "ㄴ"
    return "" if _open_ends().search(low) else None


def of_latin(token: str) -> str | None:
    """The final sound of a token of Latin letters."""
    piece = re.split(r"['’.\-&]", token)[-1]
    if not piece or piece.lower() in _UNREADABLE:
        return None
    if len(piece) == 1:
        return None if piece in "Rr" else _LETTERS_CLOSED.get(piece.upper(), "")
    capitals = re.search(r"[A-Z]{2,}$", piece)
    if capitals:
        return of_abbreviation(capitals[0])
    if piece[-1].isupper():
        return None if piece[-1] == "R" else _LETTERS_CLOSED.get(piece[-1], "")
    return of_word(piece)


def of_number(number: str) -> str | None:
    """The final sound of a number in Sino-Korean: 3 삼, 10 십, 2.5 이점오."""
    digits = number.replace(",", "")
    if "." in digits or not digits.endswith("0"):
        return _SINO[digits[-1]]
    if not digits.strip("0"):
        return None
    return _POWERS.get(len(digits) - len(digits.rstrip("0")))


def is_guess(word: str) -> bool:
    """Whether the reading of the Latin word at the end of ``word`` follows from its spelling alone."""
    token = _token().search(word[-80:].rstrip(_CLOSERS))
    return token is not None and token[0][-1].islower() and len(token[0]) > 1 and token[0].lower() not in _WORDS


def final_sound(word: str) -> str | None:
    """The last consonant of what is read, ``""`` after a vowel, None where the reading is not sure.

    ``word`` is the text before the particle: its end decides, so it may hold more than the word. Closing quotation
    marks are skipped; a parenthesis is not (see ``before_gloss``).
    """
    word = word[-80:].rstrip(_CLOSERS)
    if not word:
        return None
    last = word[-1]
    if "가" <= last <= "힣":
        return hangul.final(last)
    if last in SYMBOLS:
        return SYMBOLS[last] if word[:-1].rstrip()[-1:].isdigit() else None
    if last.isascii() and last.isdigit():
        return _of_digits(word)
    if last.isascii() and last.isalpha():
        token = _token().search(word)
        if token is None:
            return None
        head = word[: token.start()]
        if head.endswith(("℃", "°")):
            return ""
        if head.rstrip()[-1:].isdigit():
            return _UNITS.get(token[0]) if head[-1].isdigit() or token[0] in _UNITS else of_latin(token[0])
        if head[-1:].isascii() and head[-1:] not in ("", " ", "(", "[", '"', "'", ",", "\t", "\n", "-", "/", "&", ".", "*", "_"):
            return None
        return of_latin(token[0])
    return None


def _of_digits(word: str) -> str | None:
    number = _number().search(word)
    if number is None:
        return None
    head = word[: number.start()]
    if head[-1:] in ("/", ":", "^", "_", "$", "€", "£", "¥", "₩") or (head[-1:] == "." and head[-2:-1].isdigit()):
        return None
    if re.search(r"[A-Za-z][ \-]?$", head):
        value = number[0][-1]
        if value == "0" and len(number[0]) > 1 and "." not in number[0]:
            return None
        found = _AFTER_LATIN.get(value)
        return "ㄴ" if value in "17" and found is None else found
    return of_number(number[0])


def before_gloss(text: str, end: int) -> int:
    """Where the word ends that a particle after ``text[:end]`` belongs to: a parenthesis at the end is stepped over."""
    while end > 0 and text[end - 1] in ")）":
        depth, at = 0, end - 1
        floor = max(0, end - 200)
        while at >= floor:
            char = text[at]
            if char in ")）":
                depth += 1
            elif char in "(（":
                depth -= 1
                if depth == 0:
                    break
            at -= 1
        if depth or at < floor:
            return -1
        end = at
        if end > 0 and text[end - 1] == " ":
            end -= 1
    return end


@cache
def _forms() -> dict[str, Particle]:
    return {form: p for p in PARTICLES for form in p}


def particle(form: str) -> Particle | None:
    """The particle that has this form: ``particle("를")`` is 을/를."""
    return _forms().get(form)


def right_form(p: Particle, sound: str) -> str:
    """The form of a particle after a final sound."""
    return p.after_vowel if sound == "" else p.after_l if sound == "ㄹ" else p.after_consonant


def attach(word: str, form: str) -> str:
    """``word`` with a particle in the form that its reading asks for; as given where the reading is not sure.

    ``attach("나토", "은")`` is 나토는, ``attach("NATO(나토)", "을")`` NATO(나토)를.
    """
    p = particle(form)
    if p is None:
        return word + form
    end = before_gloss(word, len(word))
    sound = final_sound(word[:end]) if end > 0 else None
    return word + (form if sound is None else right_form(p, sound))
