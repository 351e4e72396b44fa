"""What is counted: signs and names of percent and currencies, and the units that translators convert.

Sources: ISO 4217; NIST Handbook 44, appendix C, for the factors.
"""

from __future__ import annotations

import re
from functools import cache

CURRENCIES = {
    "USD": "US$|\\$|dollars?|달러|불(?![가-힣])|ドル|美元|米ドル|đô la|долл\\w*|Dollars?|dólar(?:es)?|USD",
    "EUR": "€|euros?|유로|ユーロ|欧元|歐元|евро|Euros?|EUR",
    "GBP": "£|파운드|ポンド|英镑|英鎊|bảng Anh|GBP",
    "KRW": "₩|원(?![가-힣](?<![이을은의에과으대짜어로])|유|서|인|칙|고)|ウォン|韩元|韓元|韩币|KRW|won(?![a-z])",
    "JPY": "엔(?![가-힣](?<![이을은의에과으대짜어로])|진|딩)|円|日元|日圓|yen(?![a-z])|JPY|иен\\w*|yên",
    "CNY": "위안|元|人民币|yuan|юан\\w+|RMB|CNY|nhân dân tệ",
    "RUB": "루블|ルーブル|卢布|руб\\w*|roubles?|rubles?|Rubel|rublos?|rúp|RUB|₽",
    "VND": "đồng|VND|₫",
}
"""The names of each currency, in all languages."""

CONVERTED = {
    "mile": ("miles?|mi\\b|mpg|mph|마일|マイル|英里|millas?|Meilen?|мил[ьи]\\w*|dặm", (1.609344, 1609.344)),
    "foot": ("feet|foot|ft\\b|피트|フィート|英尺", (0.3048, 30.48)),
    "inch": ("inch(?:es)?|인치|インチ|英寸", (2.54, 25.4, 0.0254)),
    "yard": ("yards?|야드", (0.9144,)),
    "pound": ("pounds?|lbs?\\b|파운드", (0.45359237, 453.59237)),
    "ounce": ("ounces?|oz\\b|온스", (28.349523, 0.02835, 29.5735)),
    "gallon": ("gallons?|갤런", (3.785412, 4.54609)),
    "acre": ("acres?|에이커", (0.40468564, 4046.8564, 0.0040468564)),
    "square foot": ("square feet|sq\\.? ?ft", (0.09290304, 0.0281)),
    "square mile": ("square miles?|sq\\.? ?mi", (2.589988,)),
    "ton": ("(?:short |long )?tons?\\b", (0.90718474, 1.0160469)),
    "hour": ("hours?", (1 / 24,)),
    "week": ("weeks?", (7, 0.23)),
    "month": ("months?", (1 / 12, 4.345)),
    "degree": ("degrees?(?: Fahrenheit| F\\b)?|° ?F|℉|화씨", ()),
}
"""Units that a translator may convert, their names, and the worth of one in metric units; ``degree`` is no factor."""

PERCENT = "%|％|﹪|per ?cent(?:age)?(?: points?)?|pct|Prozent|pour ?cent|por ?ciento|процент\\w*|phần trăm|퍼센트|프로(?![가-힣])|パーセント"


@cache
def after() -> re.Pattern[str]:
    """A unit behind a figure; the group's number is its place in ``names``."""
    parts = [PERCENT, *CURRENCIES.values(), *(names for names, _ in CONVERTED.values())]
    return re.compile(r"[  -]?(?:" + "|".join(f"({part})" for part in parts) + ")", re.I)


@cache
def names() -> tuple[str, ...]:
    return ("%", *CURRENCIES, *CONVERTED)


@cache
def before() -> re.Pattern[str]:
    """The sign of a currency that ends before a figure."""
    return re.compile(r"(?:(?<![A-Za-z])(US|A|C|NZ|HK|S|NT)?(\$)|(€)|(£)|(₩)|(₽)|([¥￥])|(USD|EUR|GBP|KRW|RUB|VND)) ?$")


def unit(text: str, start: int, end: int) -> tuple[str, int]:
    """The unit of the figure ``text[start:end]`` and where it ends; ``("", end)`` for none."""
    m = before().search(text, max(0, start - 5), start)
    if m is not None:
        if m[2]:
            return ("" if m[1] not in (None, "US") else "USD"), end  # other dollars have names of their own
        sign = "EUR" if m[3] else "GBP" if m[4] else "KRW" if m[5] else "RUB" if m[6] else m[8] or ""
        return sign, end
    m = after().match(text, end)
    if m is None or m.lastindex is None:
        return "", end
    name = names()[m.lastindex - 1]
    return name, m.end()


def conversions(value: float, unit: str) -> tuple[float, ...]:
    """What ``value`` of a unit may be in others."""
    if unit == "degree":
        return ((value - 32) / 1.8, value * 1.8 + 32)
    return tuple([value * factor for factor in CONVERTED[unit][1]]) if unit in CONVERTED else ()
