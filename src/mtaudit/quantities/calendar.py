"""Months, days, weekdays and times of day: Jan. 5, 1월 5일, tháng 1/2023, 5/1, Thursday, 목요일, 3 p.m., 오후 3시, 15 Uhr."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.quantities.quantity import Quantity, Taken
from mtaudit.quantities.tables import vocabulary
from mtaudit.quantities.vocabulary import ERAS

_MONTH_FIRST = ("en",)
"""Languages that write 1/5 for the fifth of January too."""
_DAY = r"(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th|er|º|\.|-?го)?(?:[-–][0-9]{1,2}(?:st|nd|rd|th|\.)?)?(?: of| de)?(?: the)?[ \u00a0])?"
_AFTER = r"(?:\.?,?[ \u00a0](?:the )?(?P<after>[0-9]{1,2})(?:st|nd|rd|th)?(?![0-9:]|[.,][0-9]|[ \u00a0]?(?:%|percent|million|p\.?m|a\.?m)))?"


def moments(text: str, lang: str, taken: Taken) -> list[Quantity]:
    """All dates and times of ``text``; their spans become ``taken``."""
    out: list[Quantity] = []
    for find in (_numeric, _times, _months, _weekdays):
        found = [q for q in find(text, lang) if taken.is_free(q.start, q.end)]
        for q in found:
            taken.take(q.start, q.end)
        out += found
    return out


@cache
def _slashed() -> re.Pattern[str]:
    return re.compile(
        r"(?<![0-9./\-])(?:(?P<y>[12][0-9]{3})(?P<s>[-./]) ?(?P<m>[01]?[0-9])(?P=s) ?(?P<d>[0-3]?[0-9])"
        r"|(?P<a>[0-3]?[0-9])(?P<t>[-./])(?P<b>[0-3]?[0-9])(?P=t)(?P<z>[12][0-9]{3}|[0-9]{2}))(?![0-9]|[./-][0-9])"
    )


@cache
def _vietnamese() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?P<day>\b[0-9]{1,2})(?:[-–][0-9]{1,2})?[ ]+)?(?<![0-9] )?\btháng (?P<month>1[0-2]|[1-9]|mười một|mười hai|giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|chạp)"
        r"(?![0-9]|[.,][0-9]| tuổi)(?:(?:/| năm |-)(?P<year>[12][0-9]{3}))?",
        re.I,
    )


@cache
def _vi_short() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:ngày|hôm|sáng|chiều|tối|đêm|từ|đến|và) (?P<day>[0-9]{1,2})[/-](?P<month>1[0-2]|0?[1-9])(?![0-9/])", re.I
    )


@cache
def _east_asian() -> re.Pattern[str]:
    return re.compile(
        r"(?<![0-9.])(?P<month>[0-9]{1,2}) ?[월月](?![가-힣](?<!에|의|은|이|부|까|말|초|중|과|도|로|께|경|이|를|을|만)|드컵|급|曜|간)"
        r"(?: ?(?P<day>[0-9]{1,2}) ?[일日号號](?!간))?|(?<![0-9.,만억])(?P<alone>[0-9]{1,2}) ?(?:일|日|号|號)(?![간째치분짜間目]|동안|만에|정|이내|내|이상|여|후|전)"
    )


@cache
def _first_year() -> re.Pattern[str]:
    return re.compile(f"({'|'.join(ERAS)})元年")


def _numeric(text: str, lang: str) -> Iterator[Quantity]:
    for m in _slashed().finditer(text):
        if m["y"]:
            yield from _dated(m, "m", "d")
            yield _part("year", m, "y")
        elif 0 < int(m["a"]) < 32 and 0 < int(m["b"]) < 32 and (int(m["a"]) < 13 or int(m["b"]) < 13):
            year = int(m["z"]) if len(m["z"]) == 4 else 2000 + int(m["z"])
            if m["t"] != "/" and len(m["z"]) == 2 and lang not in ("de", "ru"):
                continue
            yield Quantity("year", (year,), *m.span("z"), also=(year % 100, year - 100))
            yield from _either(m, lang in _MONTH_FIRST)
    for pattern in (_vietnamese(), _vi_short()) if lang == "vi" else ():
        for m in pattern.finditer(text):
            words = vocabulary("vi")
            month = m["month"].lower()
            number = int(month) if month.isdecimal() else words.months[month] if words else 0
            yield Quantity("month", (number,), *m.span("month"))
            if m["day"]:
                yield _part("day", m, "day")
            if m.groupdict().get("year"):
                yield _part("year", m, "year")
    for m in _first_year().finditer(text) if lang == "ja" else ():
        yield Quantity("year", (ERAS[m[1]] + 1,), *m.span(), also=(1,))
    if lang in ("ko", "ja", "zh"):
        for m in _east_asian().finditer(text.translate(_WIDE)):
            if m["alone"]:
                yield Quantity("day", (int(m["alone"]),), m.start("alone"), m.end(), sure=int(m["alone"]) < 32)
                continue
            yield Quantity("month", (int(m["month"]),), m.start("month"), m.end("month") + 1)
            if m["day"]:
                yield _part("day", m, "day")


_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")


def _dated(m: re.Match[str], month: str, day: str) -> Iterator[Quantity]:
    yield _part("month", m, month)
    yield _part("day", m, day)


def _part(kind: str, m: re.Match[str], name: str) -> Quantity:
    return Quantity(kind, (int(m[name]),), *m.span(name))  # type: ignore[arg-type]


def _either(m: re.Match[str], month_first: bool) -> Iterator[Quantity]:
    """Day and month of 5/1, which may be the fifth of January or the first of May."""
    a, b = int(m["a"]), int(m["b"])
    if not month_first and b < 13:
        yield Quantity("day", (a,), *m.span("a"))
        yield Quantity("month", (b,), *m.span("b"))
        return
    both = a < 13 and b < 13
    first, second = ("month", "day") if a < 13 else ("day", "month")
    yield Quantity(first, (a, b) if both else (a,), *m.span("a"))  # type: ignore[arg-type]
    yield Quantity(second, (b, a) if both else (b,), *m.span("b"))  # type: ignore[arg-type]


@cache
def _named(lang: str) -> re.Pattern[str]:
    words = vocabulary(lang)
    forms = sorted(words.months if words else (), key=len, reverse=True)
    if lang in ("en", "de"):
        forms = [form.capitalize() for form in forms]
    after = _AFTER if lang == "en" else ""
    return re.compile(rf"(?<![\w-]){_DAY}\b(?P<name>{'|'.join(forms) or '(?!)'})\b{after}", 0 if lang in ("en", "de") else re.I)


@cache
def _certain() -> re.Pattern[str]:
    """Words before a name of a month that is also another word."""
    return re.compile(
        r"(?:\b(?:in|of|last|next|since|until|till|by|early|late|mid|from|to|through|during|before|after|and|or|en|de|в|с|до|по|к)[ -])$",
        re.I,
    )


def _months(text: str, lang: str) -> Iterator[Quantity]:
    words = vocabulary(lang)
    if words is None or lang == "vi":
        return
    for m in _named(lang).finditer(text):
        name = m["name"].lower()
        after = m.groupdict().get("after")
        day = m["day"] or after
        sure = bool(day) or name not in words.maybe or _certain().search(text[max(0, m.start() - 9) : m.start()]) is not None
        sure = sure or re.match(r"\.?,? (?:de )?[12][0-9]{3}\b", text[m.end("name") : m.end("name") + 9]) is not None
        if not sure and name in ("may", "mars", "march"):
            continue
        yield Quantity("month", (words.months[name],), *m.span("name"), sure=sure, digits=sure)
        if day and int(day) < 32:
            yield _part("day", m, "day" if m["day"] else "after")


@cache
def _weekday(lang: str) -> re.Pattern[str]:
    words = vocabulary(lang)
    if words is not None:
        forms = "|".join(sorted(words.weekdays, key=len, reverse=True))
        return re.compile(rf"\b({forms})\b", re.I)
    if lang == "ko":
        return re.compile(r"([월화수목금토일])요일|일 ?\(([월화수목금토일])\)")
    if lang == "ja":
        return re.compile(r"([月火水木金土日])曜|日 ?[(（]([月火水木金土日])[)）]")
    return re.compile(r"(?:星期|礼拜|禮拜|周(?=[一二三四五六日](?!年|期|岁|歲)))([一二三四五六日天])")


def _weekdays(text: str, lang: str) -> Iterator[Quantity]:
    words = vocabulary(lang)
    for m in _weekday(lang).finditer(text) if words is not None or lang in ("ko", "ja", "zh") else ():
        if words is not None:
            form = m[1].lower()
            if (lang in ("en", "de") and m[1].islower()) or form in words.maybe:
                continue
            yield Quantity(
                "weekday",
                (words.weekdays[form],),
                *m.span(),
                also=(2.0 + words.weekdays[form],) if lang == "vi" else (),
                digits=lang != "vi",
            )
        else:
            which = m[1] or m[2] if lang != "zh" else m[1]
            yield Quantity(
                "weekday", ("月火水木金土日월화수목금토일一二三四五六日天".index(which) % 7 if which != "天" else 6,), *m.span()
            )


_TIME = {
    "en": r"(?P<h>[0-9]{1,2})(?:[:.](?P<m>[0-5][0-9]))?[  ]?(?P<half>[ap])\.?m\b\.?|(?P<h2>[01]?[0-9]|2[0-3]):(?P<m2>[0-5][0-9])(?![0-9:])|(?P<h3>[0-9]{1,2}) o['’]clock",
    "ko": r"(?:(?P<half>오전|오후|새벽|아침|낮|저녁|밤) ?)?(?P<h>[0-9]{1,2}) ?시(?!간|즌|리|의원|장|민|내|청|기)(?: ?(?P<m>[0-9]{1,3}) ?분| ?(?P<thirty>반))?",
    "ja": r"(?P<half>午前|午後)?(?P<h>[0-2]?[0-9])時(?!間|代|期)(?:(?P<m>[0-5]?[0-9])分|(?P<thirty>半))?",
    "zh": r"(?P<half>上午|下午|凌晨|晚上|早上|中午)?(?P<h>[0-2]?[0-9])[点點时時](?!间|間|代|期)(?:(?P<m>[0-5]?[0-9])分|(?P<thirty>半))?",
    "vi": r"(?P<h>[0-2]?[0-9])(?:h| giờ)(?: ?(?P<m>[0-5][0-9])(?: phút)?|(?P<thirty> rưỡi))?(?! đồng hồ)(?: (?P<half>sáng|chiều|tối|đêm|trưa))?\b",
    "de": r"(?P<h>[0-2]?[0-9])(?:[.:](?P<m>[0-5][0-9]))? Uhr(?: (?P<m2>[0-5][0-9])(?![0-9]| ?[A-ZÄÖÜ%€$]))?",
    "fr": r"(?P<h>[0-2]?[0-9])[  ]?h[  ]?(?P<m>[0-5][0-9])\b",
    "es": r"(?P<h>[0-2]?[0-9])[:.](?P<m>[0-5][0-9])(?: ?h)?(?: de la (?P<half>tarde|noche|mañana))?(?![0-9])",
    "ru": r"(?P<h>[0-2]?[0-9])[:.](?P<m>[0-5][0-9])(?![0-9.])",
}  # fmt: skip
_COLON = r"(?P<h>[01]?[0-9]|2[0-3]):(?P<m>[0-5][0-9])(?![0-9:])"
_LATE = frozenset(
    ("p", "오후", "저녁", "밤", "낮", "午後", "下午", "晚上", "中午", "chiều", "tối", "đêm", "trưa", "tarde", "noche")
)
_EARLY = frozenset(("a", "오전", "새벽", "아침", "午前", "上午", "凌晨", "早上", "sáng", "mañana"))


@cache
def _time(lang: str) -> tuple[re.Pattern[str], ...]:
    own = _TIME.get(lang, _COLON)
    return tuple([re.compile(rf"(?<![0-9.,:/-])(?:{p})", re.I) for p in dict.fromkeys((own, _COLON))])


def _times(text: str, lang: str) -> Iterator[Quantity]:
    seen = Taken(len(text))
    for pattern in _time(lang):
        for m in pattern.finditer(text):
            groups = m.groupdict()
            hour = int(groups.get("h") or groups.get("h2") or groups.get("h3") or 0)
            minute = int(groups.get("m") or groups.get("m2") or (30 if groups.get("thirty") else 0))
            if not seen.is_free(*m.span()):
                continue
            seen.take(*m.span())
            half = (groups.get("half") or "").lower()
            start = hour * 60 + minute
            early, late = (start - 720 if hour == 12 else start), (start if hour >= 12 else start + 720)
            if half in _LATE:
                values: tuple[float, ...] = (late, early) if half in ("밤", "đêm") else (late,)
            elif half in _EARLY:
                values = (early,)
            else:
                values = (start,) if hour > 12 else (start, late)
            yield Quantity(
                "time",
                values,
                *m.span(),
                also=(hour, minute, hour % 12, *[value // 60 for value in values]),
                sure=bool(half) or lang in ("de", "ko", "ja"),
            )
