"""A Quantity: one number, date or time of a text, with what it may mean."""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["number", "ordinal", "year", "decade", "century", "month", "day", "weekday", "time"]


class Quantity(NamedTuple):
    """What ``text[start:end]`` says.

    ``values`` are its readings, the likeliest first: a number, a year, a month (1 to 12), a weekday (Monday is 0), a time of day in
    minutes. ``also`` are values that another language may write for it: 1990 and 90 of *the 90s*, 3 of *3 p.m.*. ``unit`` is ``%``, an
    ISO 4217 code, a unit of the American or British systems by its English name, or nothing. ``sure`` means that a translation must have it;
    *one*, *a dozen*, the 16 of F-16 need no counterpart. ``digits`` tells figures from words, and ``step`` is the worth of one in the last
    place written: 10,000 in *1.23 million*.
    """

    kind: Kind
    values: tuple[float, ...]
    start: int
    end: int
    unit: str = ""
    also: tuple[float, ...] = ()
    sure: bool = True
    digits: bool = True
    step: float = 1

    @property
    def value(self) -> float:
        return self.values[0]


class Taken:
    """Which characters of a text are read already."""

    def __init__(self, length: int) -> None:
        self._read = bytearray(length + 1)

    def is_free(self, start: int, end: int) -> bool:
        return self._read.find(1, start, end) < 0

    def take(self, start: int, end: int) -> None:
        self._read[start:end] = b"\x01" * (end - start)
