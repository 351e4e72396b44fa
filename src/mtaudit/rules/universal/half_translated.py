"""A word of the source language was left between translated ones.

A machine that splits words into pieces sometimes copies one it could have translated: an English ``advise`` or ``or``, a plural
``-s`` before a particle (``APIs를``), a currency code or magnitude where the language has its own (``38조 VND``, ``$4B``), a
Vietnamese ``ngày`` or ``Ảnh 1``.

Not reported: names, abbreviations, commands, file types, units; prepositions of titles (``by``, ``with``, ``in``, ``to``, ``vs``);
words with 하다 (``managing하다``), which people coin; brackets and quotation marks; two and more Latin words in a row that are
no such words; names of a fixed plural (SDGs, MDGs). Words that signboards use (``the``, ``for``, ``and``) are advice.

Source: taxonomy of machine-translated Korean, "untranslated, partial translation" and "dates and numbers"; ISO 4217.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.rules._prose import holding, small_latin, strange
from mtaudit.rules.universal._asides import asides, inside
from mtaudit.view import DocumentView, SegmentView

KO = """번역하지 않은 낱말이 우리말 사이에 남았다.
번역기는 옮길 수 있는 낱말을 그대로 베끼기도 한다. ‘advise’ 같은 흔한 영어 낱말, ‘APIs를’의 복수 -s, ‘38조 VND’의 통화 부호가 그렇다."""

_CURRENCIES = {
    "VND": "동", "USD": "달러", "EUR": "유로", "JPY": "엔", "CNY": "위안", "RMB": "위안", "GBP": "파운드", "RUB": "루블", "INR": "루피",
    "THB": "밧", "IDR": "루피아", "PHP": "페소", "MYR": "링깃", "KRW": "원", "CHF": "스위스프랑",
}  # fmt: skip
_SIGNS = {"$": "달러", "€": "유로", "£": "파운드", "¥": "엔"}
_POWERS = {"b": 9, "bn": 9, "m": 6, "mn": 6, "tn": 12, "trn": 12}
_ON_SIGNS = frozenset({"the", "for", "and", "more", "most", "very", "my", "our", "your"})
"""Words that Korean brands, events and blogs put between Korean ones (the 샵); advice only."""
_FIXED_PLURALS = frozenset({"SDGs", "MDGs", "GOATs"})
_VIETNAMESE = "ăđơưĂĐƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA)))
_ACCENTED = "àáãâèéêìíòóôõùúý"


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"(?<=[가-힣] )[a-z]+(?: [a-z]+)?(?= ?[가-힣])")


@cache
def _plural() -> re.Pattern[str]:
    return re.compile(r"(?<![A-Za-z\-/.])[A-Z]{2,6}s(?=(?:[을를은는이가의와과]|에서|에는|에|로|도)(?![가-힣]))")


@cache
def _code() -> re.Pattern[str]:
    return re.compile(r"(?<=[조억만천백])(?:여)?[ \u00a0]?(" + "|".join(_CURRENCIES) + r")(?![A-Za-z0-9/])")


@cache
def _magnitude() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.,$€£¥])(?:([$€£¥])[ \u00a0]?(\d[\d,]*(?:\.\d+)?)[ \u00a0]?(bn|mn|tn|trn|[bB]|[mM])|(\d[\d,]*(?:\.\d+)?)(bn|trn))(?![A-Za-z0-9])"
    )


@cache
def _vietnamese() -> re.Pattern[str]:
    """A syllable of Vietnamese by its shape: what borrowed French and Spanish words (café, señor) do not have."""
    vowels = f"aeiouy{_VIETNAMESE}{_ACCENTED}".replace("đ", "").replace("Đ", "")
    return re.compile(
        f"(?:(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])[{vowels}]{{1,3}}|[{vowels}]{{2,3}}|[ẠẢạ-ỹ])(?:ch|ng|nh|[cmnpt])?",
        re.I,
    )


@cache
def _caption() -> re.Pattern[str]:
    """A Vietnamese caption that is nothing but a word and a number."""
    return re.compile(f"[A-ZÀ-Ỹ]?[a-z]*[{_VIETNAMESE}][a-z{_VIETNAMESE}{_ACCENTED}]* \\d{{1,2}}[.:]?$")


@cache
def _accents() -> frozenset[str]:
    return frozenset(_VIETNAMESE + _ACCENTED)


@cache
def _foreign() -> re.Pattern[str]:
    letters = f"{_VIETNAMESE}{_ACCENTED}"
    return re.compile(
        f"(?<![A-Za-zÀ-ỹ'’\\-])[a-z]*[{letters}][a-z{letters}]*(?: [a-z{letters}]+)*(?![A-Za-zÀ-ỹ'’\\-])"
        f"|(?<![A-Za-zÀ-ỹ])[A-ZÀ-Ỹ]?[a-z]*[{_VIETNAMESE}][a-z{letters}]*(?= \\d{{1,2}}[.:]?(?:\\s|$))"
    )


_AMOUNT = r"[ \u00a0]?\d[\d,.]*[ \u00a0]?[bBmMt]"
_GUARDS = (
    ("s", r"(?<=[A-Z]s)[을를은는이가의와과에로도]"),
    *((magnitude, r"여?[ \u00a0]?[A-Z]{3}") for magnitude in "조억만천백"),
    *((sign, _AMOUNT) for sign in _SIGNS),
    *((word, rf"(?<=\d{word})") for word in ("bn", "trn")),
)
"""What stands before and after each fault but words: a plural and a particle, a magnitude and a code, a sign and a figure."""


def check(view: DocumentView) -> Iterator[Hit]:
    words = r" [a-z](?<=[^\x00-\xff] .)[a-z]*(?: [a-z]+)? ?[^\x00-\xff]"
    segments = [s for s in view.once(small_latin) if re.search(words, s.text)]
    segments += holding(view, *_GUARDS)
    segments += [segment for segment, chars in view.once(strange) if not chars.isdisjoint(_VIETNAMESE + _ACCENTED)]
    for segment in dict.fromkeys(segments):
        yield from _left(segment)


def _left(view: SegmentView) -> Iterator[Hit]:
    if any("가" <= c <= "힣" for c in view.text):
        yield from sorted(_found(view), key=lambda hit: hit.place.start)
    elif m := _caption().match(view.text):
        yield view.hit(*m.span(), f"‘{m[0]}’ was not translated", f"‘{m[0]}’ 부분이 번역되지 않았다")


def _found(view: SegmentView) -> Iterator[Hit]:
    text = view.text
    for m in _word().finditer(text) if re.search(" [a-z]", text) else ():
        words = m[0].split()
        if _left_behind(words, text[m.end() : m.end() + 2]) and not inside(asides(text), *m.span()):
            yield view.hit(
                *m.span(),
                f"‘{m[0]}’ was not translated",
                f"영어 ‘{m[0]}’ 부분이 번역되지 않았다",
                severity="neutral" if m[0] in _ON_SIGNS else None,
            )
    for m in _plural().finditer(text) if re.search("[A-Z]s", text) else ():
        if m[0] not in _FIXED_PLURALS and not inside(asides(text), *m.span()):
            yield view.hit(
                *m.span(), "Korean needs no English plural -s here", "우리말에서는 영어의 복수 -s를 붙이지 않는다", fix=m[0][:-1]
            )
    for m in _code().finditer(text) if any(code in text for code in _CURRENCIES) else ():
        name = _CURRENCIES[m[1]]
        yield view.hit(
            m.start(1),
            m.end(1),
            f"write {name} after a Korean number",
            f"우리말 수 뒤에는 통화 부호 {m[1]} 대신 ‘{name}’으로 쓴다",
            fix=name,
        )
    for m in _magnitude().finditer(text) if any(sign in text for sign in (*_SIGNS, "bn", "trn")) else ():
        number = _korean((m[2] or m[4]).replace(",", ""), (m[3] or m[5]).lower())
        right = f"{number} {_SIGNS[m[1]]}" if m[1] else number
        if number and _among_hangul(text, *m.span()):
            yield view.hit(
                *m.span(), f"an English magnitude; in Korean {right}", f"영어식 단위 대신 ‘{right}’(으)로 쓴다", fix=right
            )
    for m in _foreign().finditer(text) if not _accents().isdisjoint(text) else ():
        if not all(_vietnamese().fullmatch(word) for word in m[0].split()) or inside(asides(text), *m.span()):
            continue
        yield view.hit(*m.span(), f"‘{m[0]}’ was not translated", f"‘{m[0]}’ 부분이 번역되지 않았다")


def _among_hangul(text: str, start: int, end: int) -> bool:
    return any("가" <= c <= "힣" for c in (text[:start].rstrip()[-1:], text[end : end + 2].lstrip()[:1]))


def _left_behind(words: list[str], after: str) -> bool:
    if after.lstrip()[:1] in {"하", "할", "한", "해", "했", "함", "되", "된", "될", "돼", "시"}:
        return False
    from mtaudit.languages import english

    if after.startswith(" "):
        return all(w in english.BETWEEN or w in english.EVERYDAY for w in words)
    return all(w in english.EVERYDAY for w in words)


def _korean(value: str, suffix: str) -> str:
    """A number with an English magnitude in 조, 억 and 만; ``""`` where that comes out uneven."""
    from decimal import Decimal

    total = Decimal(value) * 10 ** _POWERS[suffix]
    if total != int(total) or int(total) % 10_000:
        return ""
    left, parts = int(total), []
    for unit, power in (("조", 12), ("억", 8), ("만", 4)):
        whole, left = divmod(left, 10**power)
        if whole:
            parts.append(f"{whole:,}{unit}" if whole > 999 else f"{whole}{unit}")
    return " ".join(parts)


CASES = (
    Case("관보 pdf 파일과 git 명령, 3 kw 전력, api를 만들고 managing할 수 있다."),
    Case("홍길동 by 서울, 한국 vs 일본, 친구 with 강아지, SDGs를 달성하고 iOS를 쓴다. Windows는 비싸다."),
    Case("그는 ‘the 게임’과 코드(and 문서)를 만들었다. 100만 달러와 5억 원, 10m 달리기, 5M 칩."),
    Case("작은 café에서 crème brûlée를, naïve한 사람"),
    Case("카페 Café Noir에서 Beyoncé를 들었다. São Paulo 시"),
    Case("고객에게 ⟦advise⟧ 인시던트를 보내고 보안 ⟦or⟧ 규정을 지킨다."),
    Case("미국 ⟦business⟧ 보고서와 ⟦government⟧는 다르다."),
    Case("상위 수준 ⟦APIs⟧를 쓴다.", fixed="상위 수준 API를 쓴다."),
    Case("투자액은 38조 ⟦VND⟧이고 3억 ⟦USD⟧를 넘는다.", fixed="투자액은 38조 동이고 3억 달러를 넘는다."),
    Case("매출은 ⟦$4B⟧, 순이익은 ⟦15bn⟧이다.", fixed="매출은 40억 달러, 순이익은 150억이다."),
    Case("⟦Ảnh 1.⟧"),
    Case("지난 ⟦ngày⟧ 회담이 열렸다. 총리 회담 - ⟦Ảnh⟧ 1."),
)

RULE = Rule(
    "UNT003",
    "half-translated",
    "accuracy/untranslated",
    "minor",
    check,
    CASES,
    KO,
    scope="document",
    languages=("ko",),
    confidence=0.85,
    yields_to=("untranslated-line", "mojibake"),
)  # fmt: skip
