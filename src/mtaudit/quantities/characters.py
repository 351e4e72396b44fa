"""Numbers spelled out in Hangul and in Chinese characters: 일흔다섯, 이천십육, 七十五, 二〇一六, 百分之五十."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.quantities.quantity import Quantity

_NATIVE_TENS = {"열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90}
_NATIVE = {
    "하나": 1, "한": 1, "첫": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "넷": 4, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9,
}  # fmt: skip
_SHORT = {"석": 3, "서": 3, "넉": 4, "너": 4, "닷": 5, "엿": 6, "양": 2, "쌍": 2, "단": 1, "각": 1, "매": 1}
_DAYS = {
    "하루": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "엿새": 6,
    "이레": 7,
    "열흘": 10,
    "보름": 15,
    "절반": 0.5,
    "반": 0.5,
    "갑절": 2,
    "곱절": 2,
}
_SINO = {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "륙": 6, "칠": 7, "팔": 8, "구": 9}
_HAN = {**dict(zip("〇零一二三四五六七八九", (0, 0, *range(1, 10)), strict=True)), "两": 2, "兩": 2, "壱": 1, "弐": 2, "参": 3}
_SCALES = {"십": 10, "백": 100, "천": 1000, "만": 10**4, "억": 10**8, "조": 10**12} | {
    "十": 10, "拾": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12,
}  # fmt: skip


@cache
def _native() -> re.Pattern[str]:
    tens, ones, days = ("|".join(sorted(table, key=len, reverse=True)) for table in (_NATIVE_TENS, _NATIVE, _DAYS))
    counted = "(?= |$|[^가-힣]|번|달|개|명|살|배|가지|사람|차례|시(?!리)|쪽|곳|마리|째|편|장|권|해|건|군데|분|층|줄|종|팀|나라|차|세트|주)"
    return re.compile(
        rf"(?<![가-힣0-9])(?:(?P<tens>{tens})(?: ?(?P<ones>{ones}){counted})?"
        rf"|(?P<long>{days}|하나|다섯|여섯|일곱|여덟|아홉|둘|셋|넷|첫)|(?P<one>한|두|세|네){counted}"
        r"|(?P<short>[석서넉너닷엿])(?= ?(?:달|장|대|자|되|냥|섬|잔|말))|(?P<pair>[양쌍])(?=[국측쪽손발팀당자부사대방지진학성강 ])|(?P<single>[단각매])[ 가-힣])"
    )


@cache
def _sino() -> re.Pattern[str]:
    digits = "".join(_SINO)
    return re.compile(
        rf"(?<![가-힣0-9])[{digits}십백천만억조]*[십백천만억조][{digits}십백천만억조]*|(?<![가-힣0-9])[{digits}](?=[ ]?(?:대|차|인|개|각|층|군|국|중|면|부|편|자|년|월|일|시|분|할|배|위|등|호|명|륜|권|선|회|세|학|연|구|두|단))"
    )


def korean(text: str) -> Iterator[Quantity]:
    for m in _native().finditer(text):
        if m["tens"]:
            value = _NATIVE_TENS[m["tens"]] + _NATIVE.get(m["ones"] or "", 0)
            yield Quantity("number", (value,), *m.span(), sure=bool(m["ones"]) and value > 12, digits=False)
        else:
            known = {**_NATIVE, **_SHORT, **_DAYS}[m["long"] or m["one"] or m["short"] or m["pair"] or m["single"]]
            yield Quantity("number", (known,), *m.span(), sure=False, digits=False)
    for m in _sino().finditer(text):
        if worth := _positional(m[0], _SINO):
            yield Quantity("number", (worth,), *m.span(), sure=False, digits=False)
    for m in re.finditer("수(십|백|천|만)만?", text):
        yield Quantity("number", (_SCALES[m[1]],), *m.span(), sure=False, digits=False)


def _positional(run: str, ones: dict[str, int]) -> float:
    """The value of digits and scales in the East Asian order; a run of digits alone is read place by place."""
    if not any(c in _SCALES for c in run):
        return float("".join(str(ones[c]) for c in run))
    total = section = digit = 0.0
    for c in run:
        scale = _SCALES.get(c)
        if scale is None:
            digit = ones[c]
        elif scale < 10**4:
            section, digit = section + (digit or 1) * scale, 0
        else:
            total, section, digit = total + (section + digit or 1) * scale, 0, 0
    return total + section + digit


@cache
def _characters() -> re.Pattern[str]:
    return re.compile(f"(?:百分之|千分之)|[{''.join(_HAN)}十拾百千万萬亿億兆]+|[半双雙対]")


_IDIOMS = (
    "千万",
    "万一",
    "十分",
    "百万",
    "八百万",
    "一百",
    "一千",
    "一万",
    "百千",
    "千百",
    "十一",
    "十二",
    "三十六计",
    "万千",
    "十八",
)


def han(text: str) -> Iterator[Quantity]:
    for m in _characters().finditer(text):
        run = m[0]
        if "分之" in run:
            continue
        if run in "半双雙対":
            yield Quantity("number", (0.5, 2) if run == "半" else (2,), *m.span(), sure=False, digits=False)
            continue
        value = _positional(run, _HAN)
        scaled = any(c in _SCALES for c in run) and any(c in _HAN for c in run)
        percent = text[max(0, m.start() - 3) : m.start()] == "百分之"
        sure = (scaled and value >= 13 and len(run) >= 2 and run not in _IDIOMS and text[m.end() : m.end() + 1] != "分") or percent
        year = len(run) == 4 and not any(c in _SCALES for c in run) and text[m.end() : m.end() + 1] == "年"
        yield Quantity("year" if year else "number", (value,), *m.span(), "%" if percent else "", sure=sure or year, digits=False)
