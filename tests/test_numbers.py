"""The value of Korean figures, and the calendar."""

from __future__ import annotations

import datetime
import random

import pytest

from mtaudit.languages import dates
from mtaudit.languages.ko import numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1만9천106", 19_106),
        ("2조 3000억", 2_300_000_000_000),
        ("3억8천만", 380_000_000),
        ("1억1천만", 110_000_000),
        ("3천618", 3_618),
        ("404조 8230억", 404_823_000_000_000),
        ("1만8500", 18_500),
        ("117억 5,000만", 11_750_000_000),
        ("22조 4백 68억", 22_046_800_000_000),
        ("1백 20", 120),
        ("3백만", 3_000_000),
        ("2천만", 20_000_000),
        ("1만 7백 69", 10_769),
        ("5억 2천5백만", 525_000_000),
        ("4천 4백만", 44_000_000),
        ("30만2천800", 302_800),
        ("3만 1459", 31_459),
        ("12조3천억", 12_300_000_000_000),
        ("13241만", 132_410_000),
        ("29.6억", 2_960_000_000),
        ("0.3", 0.3),
        ("1,234,567", 1_234_567),
        ("7", 7),
    ],
)
def test_value(text: str, value: float) -> None:
    assert numbers.value(text) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize("text", ["", "만", "3.8억만", "2억 5", "1,23", "3각", "a5", "5억 5억", "둘"])
def test_no_single_value(text: str) -> None:
    assert numbers.value(text) is None


def test_amounts() -> None:
    text = "12억6천만달러(1조4천억원), 3백만불, 1만9천106명과 25%이고 5원자력, 3개월, 3조각, 5만큼이다. 101동이다."
    found = [(text[a.start : a.end], a.number.value, a.currency) for a in numbers.amounts(text)]
    assert found == [
        ("12억6천만달러", 1_260_000_000, "달러"),
        ("1조4천억원", 1_400_000_000_000, "원"),
        ("3백만불", 3_000_000, "달러"),
        ("1만9천106명", 19_106, ""),
        ("25%", 25, ""),
        ("101동", 101, ""),
    ]


def test_significant_digits_and_steps() -> None:
    figures = {n.value: (n.significant, n.step) for n in numbers.numbers("41억2300만, 200만, 1.25억, 1천288만")}
    assert figures == {4_123_000_000: (4, 10_000), 2_000_000: (1, 10_000), 125_000_000: (3, 1_000_000), 12_880_000: (4, 10_000)}


def test_figures_of_any_size_in_any_text() -> None:
    random.seed(5)
    for _ in range(2000):
        text = "".join(random.choice("0123456789,. 십백천만억조경원명") for _ in range(random.randrange(40)))
        for n in numbers.numbers(text):
            assert 0 <= n.start < n.end <= len(text)
            assert n.value >= 0
            assert n.step > 0
        list(numbers.amounts(text))
    assert numbers.value("9" * 5000) is None


def test_weekdays_are_those_of_the_standard_library() -> None:
    day = datetime.date(1890, 1, 1)
    while day.year < 2110:
        assert dates.weekday(day.year, day.month, day.day) == day.weekday()
        day += datetime.timedelta(days=17)


@pytest.mark.parametrize(
    ("month", "year", "days"),
    [(2, None, 29), (2, 2023, 28), (2, 2024, 29), (2, 1900, 28), (2, 2000, 29), (2, 1500, 29), (9, 2023, 30)],
)
def test_days_of_a_month(month: int, year: int | None, days: int) -> None:
    assert dates.days_in(month, year) == days


@pytest.mark.parametrize(
    ("figure", "most", "pair"),
    [
        ("1214", 31, (12, 14)),
        ("13", 12, (1, 3)),
        ("46", 12, (4, 6)),
        ("100", 31, None),
        ("911", 31, (9, 11)),
        ("365", 31, None),
        ("5", 31, None),
    ],
)
def test_a_lost_range_sign(figure: str, most: int, pair: tuple[int, int] | None) -> None:
    assert dates.split_range(figure, most) == pair
