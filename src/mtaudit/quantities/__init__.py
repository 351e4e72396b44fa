"""Quantities: the numbers, dates and times of a text by their value, in nine languages, and what two texts disagree on.

1.5 million, 150만, 150万, 1,5 triệu and 1,5 Mio. have one value; so have 3 p.m., 오후 3시 and 15 Uhr. Spelled-out numbers are read,
words that only look like numbers (*one of*, *second to none*, 하나의, 만일, 一般) ask for nothing.
"""

from __future__ import annotations

from mtaudit.quantities.calendar import moments
from mtaudit.quantities.figures import figures
from mtaudit.quantities.numerals import romans
from mtaudit.quantities.quantity import Kind as Kind
from mtaudit.quantities.quantity import Quantity as Quantity
from mtaudit.quantities.quantity import Taken
from mtaudit.quantities.vocabulary import LANGUAGES as LANGUAGES
from mtaudit.quantities.words import words


def quantities(text: str, lang: str) -> list[Quantity]:
    """Everything in ``text`` that has a value, from the left. ``lang`` is an ISO 639-1 code; of other languages only figures are read."""
    taken = Taken(len(text))
    out: list[Quantity] = []
    for read in (moments, figures, words, romans):
        found = read(text, lang, taken)
        for q in found:
            taken.take(q.start, q.end)
        out += found
    return sorted(out, key=lambda q: q.start)
