"""The value of numbers, dates and times in nine languages."""

from __future__ import annotations

import time

import pytest

from mtaudit.quantities import LANGUAGES, quantities


def plain(text: str, lang: str) -> list[tuple[str, float]]:
    return [(q.kind, q.value) for q in quantities(text, lang)]


def sure(text: str, lang: str) -> list[float]:
    return [q.value for q in quantities(text, lang) if q.sure]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "1.5 million"), ("en", "1,500,000"), ("en", "one million five hundred thousand"), ("ko", "150만"), ("ko", "1,500,000"), ("ko", "백오십만"),
        ("ja", "150万"), ("zh", "150万"), ("zh", "一百五十万"), ("vi", "1,5 triệu"), ("vi", "1.500.000"), ("ru", "1,5 млн"), ("ru", "1 500 000"),
        ("de", "1,5 Mio."), ("de", "1.500.000"), ("de", "anderthalb 1,5 Millionen"), ("fr", "1,5 million"), ("fr", "1 500 000"), ("es", "1,5 millones"),
        ("es", "1.500.000"),
    ],
)  # fmt: skip
def test_one_value_has_many_spellings(lang: str, text: str) -> None:
    assert [q.value for q in quantities(text, lang)] == [1_500_000]


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "2 billion", 2e9), ("de", "2 Milliarden", 2e9), ("de", "2 Billionen", 2e12), ("fr", "2 milliards", 2e9), ("fr", "2 billions", 2e12),
        ("es", "2 mil millones", 2e9), ("es", "2 billones", 2e12), ("vi", "2 tỷ", 2e9), ("vi", "2 nghìn tỷ", 2e12), ("ru", "2 миллиарда", 2e9),
        ("zh", "20亿", 2e9), ("zh", "2万亿元", 2e12), ("ja", "20億円", 2e9), ("ko", "2조 3000억", 2.3e12), ("ko", "3억8천만", 3.8e8), ("en", "$1.4bn", 1.4e9),
        ("en", "£2m", 2e6), ("en", "2 1/2", 2.5), ("en", "half a million", 5e5),
    ],
)  # fmt: skip
def test_magnitudes(lang: str, text: str, value: float) -> None:
    assert quantities(text, lang)[0].value == value


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "seventy-five", 75), ("en", "two hundred and thirty-one", 231), ("en", "twenty-first", 21), ("de", "fünfundsiebzig", 75),
        ("de", "zweihundertdreißig", 230), ("de", "eintausendneunhundert", 1900), ("fr", "soixante-quinze", 75), ("fr", "quatre-vingt-dix-sept", 97),
        ("fr", "quatre-vingts", 80), ("fr", "vingt et un", 21), ("es", "setenta y cinco", 75), ("es", "mil quinientos", 1500), ("ru", "семьдесят пять", 75),
        ("ru", "двести тридцать", 230), ("vi", "bảy mươi lăm", 75), ("vi", "hai trăm linh một", 201), ("vi", "mười lăm", 15), ("ko", "일흔다섯 명", 75),
        ("ko", "열두 개", 12), ("zh", "七十五", 75), ("zh", "二〇一六年", 2016), ("ja", "二百三十人", 230),
    ],
)  # fmt: skip
def test_spelled_out_numbers(lang: str, text: str, value: float) -> None:
    assert [q.value for q in quantities(text, lang)] == [value]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "one of them is second to none, and no one may march on"), ("en", "dozens of people came twice"), ("en", "the F-16 and COVID-19"),
        ("ko", "하나의 삼성, 한편 만일 이 사람이"), ("zh", "一般十分万一"), ("ja", "世界一の一番"), ("vi", "một năm"), ("fr", "mille fois"),
        ("en", "thousands and millions of dollars"),
    ],
)  # fmt: skip
def test_words_that_ask_for_nothing(lang: str, text: str) -> None:
    assert sure(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "on Jan. 5, 2023"), ("en", "on the 5th of January 2023"), ("en", "on 5 January 2023"), ("ko", "2023년 1월 5일"), ("ko", "2023-01-05"),
        ("ko", "2023. 1. 5."), ("ja", "2023年1月5日"), ("ja", "令和5年1月5日"), ("zh", "２０２３年１月５日"), ("vi", "ngày 5 tháng 1 năm 2023"), ("vi", "5/1/2023"),
        ("ru", "5 января 2023 года"), ("ru", "05.01.2023"), ("de", "5. Januar 2023"), ("fr", "le 5 janvier 2023"), ("es", "5 de enero de 2023"),
    ],
)  # fmt: skip
def test_one_date_has_many_spellings(lang: str, text: str) -> None:
    assert sorted(plain(text, lang)) == [("day", 5), ("month", 1), ("year", 2023)]


def test_a_date_in_figures_is_read_both_ways_where_the_language_has_both() -> None:
    month, day, _ = quantities("5/1/2023", "en")
    assert (month.values, day.values) == ((5, 1), (1, 5))
    assert plain("tháng 1/2023", "vi") == [("month", 1), ("year", 2023)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "3 p.m."), ("en", "15:00"), ("ko", "오후 3시"), ("ko", "15시"), ("ja", "午後3時"), ("zh", "下午3点"), ("vi", "3 giờ chiều"), ("de", "15 Uhr"), ("fr", "15 h 00")],
)  # fmt: skip
def test_one_time_has_many_spellings(lang: str, text: str) -> None:
    assert plain(text, lang) == [("time", 900)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "Thursday"), ("ko", "목요일"), ("ja", "木曜日"), ("zh", "星期四"), ("zh", "周四"), ("vi", "thứ năm"), ("de", "Donnerstag"), ("fr", "jeudi"), ("es", "jueves"), ("ru", "четверг")],
)  # fmt: skip
def test_weekdays(lang: str, text: str) -> None:
    assert plain(text, lang) == [("weekday", 3)]


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "the 1990s", "decade"), ("ko", "1990년대", "decade"), ("ja", "1990年代", "decade"), ("de", "1990er Jahre", "decade"), ("fr", "années 1990", "decade"),
        ("ru", "1990-х", "decade"), ("en", "21st", "ordinal"), ("ko", "21위", "ordinal"), ("en", "19th century", "century"), ("ko", "19세기", "century"),
        ("de", "19. Jahrhundert", "century"), ("ko", "1990년", "year"), ("ko", "20년", "number"),
    ],
)  # fmt: skip
def test_kinds(lang: str, text: str, kind: str) -> None:
    assert [q.kind for q in quantities(text, lang) if q.digits] == [kind]


def test_units() -> None:
    text = "$5, 5 percent, 5 miles, 5 euros, US$5, A$5"
    assert [q.unit for q in quantities(text, "en") if q.digits] == ["USD", "%", "mile", "EUR", "USD", ""]
    assert [q.unit for q in quantities("5달러, 5퍼센트, 5만 원, 5원칙", "ko")] == ["USD", "%", "KRW", ""]
    assert [q.value for q in quantities("百分之五十", "zh")] == [50]


def test_spelled_out_numbers_have_units_and_halves() -> None:
    assert [(q.value, q.unit) for q in quantities("three feet", "en")] == [(3, "foot")]
    (half,) = quantities("two and a half months", "en")
    assert (half.value, half.also, half.unit) == (2.5, (2.0,), "month")
    assert [q.value for q in quantities("two dozen boats", "en")] == [24]


def test_ranges() -> None:
    assert 2014 in quantities("2013–14", "en")[1].values
    assert 1_000_000 in quantities("1-2 million", "en")[0].also
    assert 100_000 in quantities("10~20만 명", "ko")[0].also


def test_spans() -> None:
    text = "It cost $1.5 million on Jan. 5."
    assert [text[q.start : q.end] for q in quantities(text, "en")] == ["1.5 million", "Jan", "5"]


@pytest.mark.parametrize("lang", [*LANGUAGES, "it"])
@pytest.mark.parametrize(
    "piece", ["1", "1,111", "9.", "XVI", "이", "一", "1월 ", "und", "zwei", "12:30 ", "1/2-", "năm ", "five and "]
)
def test_linear(lang: str, piece: str) -> None:
    start = time.perf_counter()
    quantities(piece * 4000, lang)
    assert time.perf_counter() - start < 3
