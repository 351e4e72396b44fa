"""Roman numerals: Henry VIII, siglo XIX, Frontier XXI."""

from __future__ import annotations

import re
from functools import cache

from mtaudit.quantities.quantity import Quantity, Taken

_ONES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?<![A-Za-z0-9])(?=[IVXLCDM])(M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(?:(?:e|er|ème)\b)?(?![A-Za-z0-9])"
    )


def romans(text: str, lang: str, taken: Taken) -> list[Quantity]:
    """All Roman numerals; none is sure, for many are letters. Of a century where one stands beside them."""
    out = []
    for m in _pattern().finditer(text):
        if taken.is_free(*m.span()):
            out.append(Quantity("ordinal", (_value(m[1]),), *m.span(), sure=False, digits=False))
    return out


def _value(numeral: str) -> int:
    worth = [_ONES[c] for c in numeral]
    return sum(-a if a < b else a for a, b in zip(worth, [*worth[1:], 0], strict=True))
