"""Figures: 1,500 and 1.500, 1.5 million and 150만, 21st, the 90s, 3-5%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from mtaudit.languages.ko import numbers as korean
from mtaudit.quantities import units
from mtaudit.quantities.quantity import Kind, Quantity, Taken
from mtaudit.quantities.tables import vocabulary
from mtaudit.quantities.vocabulary import CJK, ERAS

_HANJA = str.maketrans("万萬亿億兆千百十京０１２３４５６７８９．", "만만억억조천백십경0123456789.")
_BLANK = "[ \u00a0\u202f\u2009]"
_SUPERSCRIPT = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

_LONGEST = 25
"""Characters of a figure; what is longer counts nothing."""


@cache
def _digits(group: str) -> re.Pattern[str]:
    """A figure with this separator of thousands, or with commas: both are met in every language."""
    blank = rf"|{_BLANK}[0-9]{{3}}(?![0-9])" if group == " " else ""
    return re.compile(rf"[0-9](?<![0-9].)(?:[0-9]{{0,2}}(?:(?:,[0-9]{{2,3}}|\.[0-9]{{3}}{blank})(?![0-9]))+|[0-9]*)(?:[.,][0-9]+)?")


@cache
def _magnitude(lang: str) -> re.Pattern[str]:
    words = vocabulary(lang)
    longest = sorted(words.magnitudes if words else (), key=len, reverse=True)
    return re.compile(rf"({_BLANK}|-)?({'|'.join(map(re.escape, longest)) or '(?!)'})(?![^\W\d_])\.?", re.I)


_DECADE = {
    "en": r"'?s\b", "de": r"er(?:[- ]Jahre\w*)?\b", "ru": r"-?[хе]\b", "ko": "년 ?대", "ja": "年代", "zh": "年代",
}  # fmt: skip
_DECADE_BEFORE = {"fr": r"années $", "es": r"(?:años|década de(?: los)?) $", "vi": r"(?:thập (?:niên|kỷ)|những năm) $"}
_CENTURY = {
    "en": r"(?:st|nd|rd|th)?[ -]+(?:centur|cent\.)", "de": r"\. (?:Jahrhundert|Jh\.)", "fr": r"(?:er|e|ème) siècle", "ru": r"(?:-?[а-я]{1,3})? ?ве[кч]",
    "ko": " ?세기", "ja": "世紀", "zh": " ?世[纪紀]", "es": "(?!)", "vi": "(?!)",
}  # fmt: skip
_ORDINAL = {
    "en": r"(?:st|nd|rd|th)\b", "de": r"\.(?= [a-zäöü])", "fr": r"(?:er|re|e|ème|ère|nd|nde)\b", "es": r"\.?[ºª°]", "ru": r"-?(?:й|я|е|го|му|м|ю|ый|ая|ое|ой|ом)\b",
    "ko": " ?(?:번째|위(?![가-힣](?<![를에로의와인까])|원)|호)", "ja": "(?:番目|位|回|目|号)", "zh": "(?!)", "vi": "(?!)",
}  # fmt: skip
_YEAR_AFTER = {"ko": " ?년(?! ?대)", "ja": "年(?!代)", "zh": "年(?!代)"}
_RANGE = r"[ ]?(?:[-–—~〜～∼]|to|bis|à|a|до|đến|and|und|et|y|и|és|에서|부터)[ ]?[$€£¥₩]?$"


@cache
def _mark(lang: str, what: str) -> re.Pattern[str]:
    table = {"decade": _DECADE, "century": _CENTURY, "ordinal": _ORDINAL, "year": _YEAR_AFTER, "decade before": _DECADE_BEFORE}[
        what
    ]
    return re.compile(table.get(lang, "(?!)"))


@cache
def _between() -> re.Pattern[str]:
    return re.compile(_RANGE)


@cache
def _era() -> re.Pattern[str]:
    return re.compile(f"({'|'.join(ERAS)})$")


def figures(text: str, lang: str, taken: Taken) -> list[Quantity]:
    """All figures of ``text`` that are not ``taken`` yet."""
    found = _east_asian(text, lang) if lang in CJK else _western(text, lang)
    out = [_described(text, lang, q) for q in found if taken.is_free(q.start, q.end)]
    return _ranges(text, out)


def _east_asian(text: str, lang: str) -> Iterator[Quantity]:
    if lang != "ko":
        text = re.sub(r"(?<![0-9]),|,(?![0-9])", "，", text)
        text = text.replace("万亿", "조 ").replace("萬億", "조 ").translate(_HANJA)
    for n in korean.numbers(text):
        half = re.match(" ?(?:년|개월|달|주|시간|배) ?반", text[n.end : n.end + 6])
        yield Quantity("number", (n.value,), n.start, n.end, step=n.step, also=(n.value + 0.5,) if half else ())


def _western(text: str, lang: str) -> Iterator[Quantity]:
    words = vocabulary(lang)
    group = words.group if words else ","
    for m in _digits(group).finditer(text):
        if len(m[0]) > _LONGEST:
            continue
        readings, decimals = _readings(m[0], group)
        end, scale = m.end(), 1
        found = _magnitude(lang).match(text, end)
        also: tuple[float, ...] = ()
        if found is not None and words is not None:
            scale, end = words.magnitudes[found[2].lower()], found.end() - found[0].endswith(".")
        elif (letter := re.match(r"([mMkKbB])\b(?!['’.])", text[end : end + 3])) is not None:
            power = {"m": 10**6, "k": 10**3, "b": 10**9}[letter[1].lower()]
            if units.before().search(text, max(0, m.start() - 5), m.start()):
                scale, end = power, end + 1
            else:
                also = (readings[0] * power,)
        if end < len(text) and text[end] in _SUPERSCRIPT:
            readings, end = (readings[0] + _SUPERSCRIPT[text[end]], *readings), end + 1
        elif half := re.match(r"[ -]1/2\b", text[end : end + 5]):
            readings, end = (readings[0] + 0.5, *readings), end + half.end()
        values = tuple([round(r * scale, 6) for r in readings])
        yield Quantity(
            "number", values, m.start(), end, also=also + ((readings[0],) if scale > 1 else ()), step=scale / 10**decimals
        )


def _readings(figure: str, group: str) -> tuple[tuple[float, ...], int]:
    """What the digits may be worth, the likeliest first, and how many decimals the likeliest has."""
    bare = re.sub(_BLANK, "", figure)
    marks = [c for c in bare if c in ".,"]
    if not marks:
        return (float(bare),), 0
    last = marks[-1]
    tail = len(bare) - bare.rfind(last) - 1
    whole = float(re.sub("[.,]", "", bare))
    if len(set(marks)) == 2:  # the last one is the decimal mark
        other = "," if last == "." else "."
        return (float(bare.replace(other, "").replace(last, ".")),), tail
    if len(marks) > 1:
        return (whole,), 0
    fraction = float(bare.replace(last, "."))
    if tail != 3 or bare.startswith("0"):
        return (fraction,), tail
    if last == group:
        return (whole,), 0
    return (
        ((fraction,), tail)
        if group == ","
        else ((whole, fraction), 0)
        if group == " " and last == "."
        else ((fraction, whole), tail)
    )


def _described(text: str, lang: str, q: Quantity) -> Quantity:
    """The figure with its kind and unit, by what stands around it."""
    value, plain = q.value, q.step == 1 and q.value == int(q.value)
    before, after = text[q.start - 1 : q.start], text[q.end : q.end + 1]
    kind: Kind = "number"
    end, unit, also, values = q.end, "", q.also, q.values
    if plain and (m := _mark(lang, "decade").match(text, end)) and value % 10 == 0 and value >= 10:
        kind, end, also = "decade", m.end(), (*also, value, value + 1900, value % 100)
    elif plain and _mark(lang, "decade before").search(text, max(0, q.start - 20), q.start) and value % 10 == 0:
        kind, also = "decade", (*also, value, value + 1900, value % 100)
    elif plain and (m := _mark(lang, "century").match(text, end)):
        kind, end = "century", m.end()
        also = (*also, (value - 1) * 100)
    elif plain and (m := _mark(lang, "year").match(text, end)) and value >= 100 and "," not in text[q.start : q.end]:
        kind, end = "year", m.end()
    elif plain and (era := _era().search(text, max(0, q.start - 2), q.start)) and text[end : end + 1] == "年":
        kind, values, also, end = "year", (ERAS[era[1]] + value,), (*also, value), end + 1
    elif plain and (m := _mark(lang, "ordinal").match(text, end)):
        kind, end = "ordinal", m.end()
    else:
        unit, end = units.unit(text, q.start, q.end)
        if not unit and plain and end - q.start == 4 and 1000 <= value <= 2100:
            kind = "year"
        if kind == "year" and value % 100 == 0:
            also = (*also, value // 100 + 1)
    if before and before in "'’" and plain and value < 100 and kind in ("number", "decade"):
        also = (*also, 1900 + value, 2000 + value)
    glued = (
        (before.isascii() and before.isalpha())
        or before in tuple("_#@&/+")
        or (before in ("-", "–") and re.search(r"(?<![a-z])[A-Z][A-Za-z]{0,7}.$", text[max(0, q.start - 12) : q.start]) is not None)
        or (end == q.end and after.isascii() and (after.isalpha() or after == "_") and after not in "ms")
    )
    return q._replace(kind=kind, values=values, end=end, unit=unit, also=also, sure=not glued)


def _ranges(text: str, found: list[Quantity]) -> list[Quantity]:
    """What the second number of a range says of the first, and the first of the second: 1–2 million, 2013–14."""
    out = list(found)
    for i, (a, b) in enumerate(pairwise(found)):
        if not 0 <= b.start - a.end <= 8 or not _between().fullmatch(text[a.end : b.start]):
            continue
        if a.step == 1 and a.value < 10**4 and (b.step > 1 or b.value >= 10**4):
            out[i] = a._replace(also=(*a.also, *[a.value * 10**power for power in (2, 3, 4, 6, 8, 9, 12)]))
        if a.kind == "year" and b.kind in ("number", "year") and b.value < 100:
            out[i + 1] = b._replace(values=(b.value, a.value // 100 * 100 + b.value))
        if b.kind in ("year", "decade") and a.kind == "number" and a.value < 100:
            out[i] = a._replace(also=(*a.also, 1900 + a.value))
    return out
