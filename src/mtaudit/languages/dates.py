"""How languages write dates and times: one table each, and the calendar that all share.

A grammar names the words behind the numbers; the patterns of rules are built from it, so that a rule about dates knows
no language. The Gregorian leap rule is applied from 1583 on, the first full year after the reform.
"""

from __future__ import annotations

from functools import cache

GREGORIAN = 1583
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SHIFT = (0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4)


class Dates:
    """The date grammar of a language. Where a field is named ``…s`` it holds a regular expression's alternatives.

    ``no_month`` follows where the word for month is the beginning of another word (월드컵, 월급), ``after_month`` are
    words that may be glued to a month, ``weekday_words`` are literals in every name of a weekday, ``lasting`` those that make a number of days a duration;
    ``coming`` are words before a day whose month is understood. ``hour_before`` and ``hour_after`` are words that
    prove that a number of hours is a time of day. ``late`` are signs of a clock that runs past 24. ``fancy`` are
    signs that an impossible date is meant: idioms, other calendars, talk about calendars.
    """

    digit: str
    year: str
    month: str
    day: str
    hour: str
    minute: str
    second: str
    forenoon: str
    afternoon: str
    weekdays: str
    weekday_ends: str
    weekday_words: tuple[str, ...]
    lunar: str
    eras: str
    no_month: str
    after_month: str
    lasting: str
    coming: str
    past: str
    hour_before: str
    hour_after: str
    late: str
    fancy: str


class Korean(Dates):
    digit = "[0-9]"
    year = "년"
    month = "월"
    day = "일"
    hour = "시"
    minute = "분"
    second = "초"
    forenoon = "오전"
    afternoon = "오후"
    weekdays = "월화수목금토일"
    weekday_ends = "요일"
    weekday_words = ("요일",)
    lunar = "음력|윤"
    eras = "단기|불기|회교력|이슬람력|에티오피아력|율리우스력"
    no_month = "드|요일|급|세|간|평균"
    after_month = "에|부터|까지|의|호|분|중|말|초|경|께|쯤|이|은|을|과|도|로|이후|이전|현재|기준|생|자"
    lasting = "간|째|동안|만에|만이|차|치(?!러)|분|짜리|정도|가량|남은|남았|남기|남아|앞|전(?!국|문|남|북|체|투|쟁|시|력|략|화|주)|후(?!보|원|속)|뒤|내내|내로|내에|안에|이내|이상|이하|이나|여|기념|잔치|잔칫"
    coming = "오는|이달|이번 ?달|다음 ?달|내달|지난달"
    past = "지난"
    hour_before = "새벽|아침|낮|저녁|밤|일|매일|당일|다음날|이튿날|전날"
    hour_after = "에|부터|까지|쯤|경|께|이후|이전|정각|께까지"
    late = "심야|방송"
    fancy = (
        "존재하지 않|존재할 수 없|없는 날짜|없는 달(?!리)|일은 없|월은 없|시는 없|일이 없|달력|역법|에티오피아|콥트|만우절|13월의"
    )


class Japanese(Dates):
    digit = "[0-9０-９]"
    year = "年"
    month = "月"
    day = "日"
    hour = "時"
    minute = "分"
    second = "秒"
    forenoon = "午前"
    afternoon = "午後"
    weekdays = "月火水木金土日"
    weekday_ends = "曜日?"
    weekday_words = ("曜",)
    lunar = "旧暦|陰暦|閏|旧"
    eras = "仏暦|皇紀|イスラム暦|ヒジュラ暦|エチオピア暦|ユリウス暦"
    no_month = "曜|給|謝|刊|額|間"
    after_month = "に|から|まで|の|は|が|を|も|と|で|へ|号|分|中|末|初|上旬|中旬|下旬|頃|ごろ|以降|以前|現在|期|生|付"
    lasting = "間|目|後|前|ぶり|以上|以下|以内|ほど|くらい|ぐらい|弱|強|分|記念|余"
    coming = "来る|今月|来月|先月"
    past = "去る"
    hour_before = "朝|昼|夕方|夜|日|毎日|当日|翌日|前日"
    hour_after = "に|から|まで|ごろ|頃|すぎ|過ぎ|前|以降|以前|ちょうど"
    late = "深夜|翌|放送|番組|ラジオ|営業|曜"
    fancy = "存在しない|存在し得ない|ない日|日はない|月はない|暦"


KOREAN = Korean()
JAPANESE = Japanese()
GRAMMARS: dict[str, Dates] = {"ko": KOREAN, "ja": JAPANESE}
WRITTEN = tuple(GRAMMARS)
"""Languages with a date grammar."""


def figure(code: str, digits: str) -> str:
    """A class of digits (``3-9``) in the forms that the language writes them."""
    return f"[{digits}]" if code == "ko" else f"[{digits}{''.join(c if c == '-' else chr(ord(c) + 0xFEE0) for c in digits)}]"


@cache
def grammar(code: str) -> Dates | None:
    """The date grammar of a language, None where there is none."""
    return GRAMMARS.get(code)


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in(month: int, year: int | None = None) -> int:
    """The most days that the month (1 to 12) can have; without a Gregorian year February has 29."""
    if month == 2 and (year is None or year < GREGORIAN or is_leap(year)):
        return 29
    return _DAYS[month - 1]


def weekday(year: int, month: int, day: int) -> int:
    """Day of the week, Monday is 0 (Sakamoto's method for the Gregorian calendar)."""
    y = year - (month < 3)
    return (y + y // 4 - y // 100 + y // 400 + _SHIFT[month - 1] + day + 6) % 7


def exists(year: int, month: int, day: int) -> bool:
    """Whether the Gregorian calendar has the date."""
    return 1 <= month <= 12 and 1 <= day <= days_in(month, year)


def split_range(figure: str, most: int) -> tuple[int, int] | None:
    """The two rising numbers up to ``most`` that a run of digits is made of where it lost its range sign: 1214 is 12 and 14.

    The pair with the smaller gap is the likelier one.
    """
    found = []
    for cut in range(1, len(figure)):
        head, tail = figure[:cut], figure[cut:]
        if tail[0] not in "0０" and head[0] not in "0０" and int(head) < int(tail) <= most:
            found.append((int(tail) - int(head), int(head), int(tail)))
    return min(found)[1:] if found else None
