"""A large number that is not built the Korean way.

Korean groups by ten thousands, so a translation from Chinese or English leaves groups that overflow (``22706억``, ``13241만``),
decimals (``29.67억``), thousands of the source (``150백만``), two magnitudes in a row (``3.8억만``) or blanks inside a
group (``2천 4 백만``).

Not reported: 1만9천106명, 2조 3000억, 4천 4백만 달러, 5백만, 1조 7,000억원, 117억 5,000만원, 10억만 있으면 (only), 3만만 (only).
Decimals of 조 (117.1조원) and of one digit (1.5억) where the text does not write such numbers out elsewhere.
Only advice: longer decimals in such a text, 12,345억원 with a comma, amounts in 백만원 (the
unit of Korean accounts).

Source: Korean numerals (국립국어원 한글 맞춤법 제44항: numbers are grouped by 만).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.languages.ko import numbers
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.rules._prose import holding
from mtaudit.view import DocumentView, SegmentView

KO = """큰 수를 우리말 방식으로 적지 않았다.
우리말은 만 단위로 끊는데, 중국어나 영어의 단위를 그대로 옮겨 ‘22706억’, ‘29.67억’, ‘150백만’, ‘3.8억만’처럼 되었다."""

_MONEY = "원|달러|유로|위안|엔|파운드|루블|명|톤|대|개|배럴|동|루피"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    head = r"(?<![0-9.,제].)"
    return (
        re.compile(rf"([0-9]{head}[0-9]{{4,14}})([만억])(?![조억])"),
        re.compile(rf"([0-9]{head}[0-9]{{1,2}},[0-9]{{3}})(억)(?![조억])"),
        re.compile(rf"([0-9]{head}[0-9]{{0,8}})\.([0-9]{{1,9}})([만억])(?![만억조])"),
        re.compile(rf"([0-9]{head}(?:[0-9]{{1,8}}|[0-9]{{0,2}}(?:,[0-9]{{3}}){{1,3}}))백만 ?(?=({_MONEY})|)"),
        re.compile(rf"[0-9]{head}[0-9.,]{{0,15}}(?:억만|조억|조만|만억|억억|백천|십백|천천|백백)(?= ?(?:{_MONEY}))"),
        re.compile(r"([0-9](?<=[0-9][천백만억조] .)[0-9]{0,3}) ([백천]?[만억]|[백천])(?![가-힣](?<![명원달유위엔개대톤여]))"),
    )


@cache
def _written_out() -> re.Pattern[str]:
    return re.compile(r"[0-9][만억조] ?[0-9,]+[만억천백]|[0-9]천만|[0-9][만억] ?[0-9]천")


def _writes_out(view: DocumentView) -> bool:
    """Whether the document writes its large numbers in the Korean way (29억6천만) more often than as decimals."""
    written = decimals = 0
    for segment in view.of_kind("body"):
        written += sum(1 for _ in _written_out().finditer(segment.text))
        decimals += sum(1 for _ in _patterns()[2].finditer(segment.text))
    return written >= max(2, decimals)


def _millions(view: DocumentView) -> int:
    """How often the document counts in millions from ten upwards: accounts do it as a habit."""
    return sum(1 for s in view.segments if "백만" in s.text for _ in _patterns()[3].finditer(s.text))


def _behind(*before: str) -> str:
    return "(?:" + "|".join(f"(?<={what}.)" for what in before) + ")"


_DECIMAL = (r"\.[0-9]", r"\.[0-9]{2}", r"\.[0-9]{3}", r"\.[0-9]{4}")
_GUARDS = (
    ("만", _behind("[0-9]{5}", *_DECIMAL, "[0-9]백", "[0-9.,][억조]", "[0-9] ", "[0-9] [백천]")),
    ("억", _behind("[0-9]{5}", ",[0-9]{3}", *_DECIMAL, "[0-9.,][만억조]", "[0-9] ", "[0-9] [백천]")),
    ("백", _behind("[0-9.,][십백]", "[0-9] ")),
    ("천", _behind("[0-9.,][백천]", "[0-9] ")),
)
"""What stands before the magnitude of a figure that is not built the Korean way."""


def check(view: DocumentView) -> Iterator[Hit]:
    for segment in holding(view, *_GUARDS):
        yield from _figures(segment)


def _figures(view: SegmentView) -> Iterator[Hit]:
    text = view.text
    overflow, with_comma, decimal, millions, double, spaced = _patterns()
    for m in overflow.finditer(text):
        yield _hit(view, m.start(), m.end(), int(m[1]) * numbers.BIG[m[2]])
    for m in with_comma.finditer(text):
        yield _hit(view, m.start(), m.end(), int(m[1].replace(",", "")) * 10**8, "neutral")
    for m in decimal.finditer(text):
        digits = m[2].rstrip("0")
        if len(digits) <= (4 if m[3] == "만" else 8):
            worth = int(m[1] + m[2]) * numbers.BIG[m[3]] // 10 ** len(m[2])
            fault = view.kind == "body" and view.document.once(_writes_out)
            if fault or len(digits) > 1:
                yield _hit(view, m.start(), m.end(), worth, None if fault else "neutral", 0.7 if len(digits) > 1 else 0.6)
    for m in millions.finditer(text):
        count = int(m[1].replace(",", ""))
        if count >= 10 and not text[max(0, m.start() - 2) : m.start()].rstrip().endswith(("억", "만", "조")):
            habit = m[2] == "원" or "," in m[1] or view.document.once(_millions) > 2
            yield _hit(view, m.start(), m.start() + len(m[0].rstrip()), count * 10**6, "neutral" if habit else None)
        elif count > 100:
            yield view.hit(m.start(), m.start() + len(m[0].rstrip()), "two magnitudes overlap", "단위가 겹쳐 값을 알 수 없다")
    for m in double.finditer(text):
        yield view.hit(*m.span(), "two magnitudes in a row", "단위가 겹쳐 값을 알 수 없다", severity="major")
    for m in spaced.finditer(text):
        right = m[1] + m[2]
        yield view.hit(*m.span(), f"a blank splits {right}", f"숫자와 단위를 붙여 쓴다: {right}", fix=right, safe=True)


def _hit(view: SegmentView, start: int, end: int, worth: int, severity: str | None = None, confidence: float | None = None) -> Hit:
    right = spelled(worth)
    return view.hit(
        start,
        end,
        f"Korean groups by ten thousands: {right}",
        f"우리말은 만 단위로 끊어 쓴다: {right}",
        fix=right,
        severity="neutral" if severity else None,
        confidence=confidence,
    )


def spelled(worth: int) -> str:
    """A whole number in Korean groups: 2270600000000 is 2조2706억."""
    out = ""
    for word, size in (("경", 10**16), ("조", 10**12), ("억", 10**8), ("만", 10**4), ("", 1)):
        count, worth = divmod(worth, size)
        if count:
            out += f"{count}{word}"
    return out or "0"


CASES = (
    Case("1만9천106명, 1억1천만 달러, 3천618명, 2조 3000억 위안(약 404조 8230억 원), 1만8500메가와트이다."),
    Case("4천 4백만 달러, 5백만 달러, 117억 5,000만원, 1조 7,000억원, 6,277억원, 5백 20만 달러, 22조 4백 68억, 1만 7백 69개이다."),
    Case("10억만 있으면 좋겠다. 3만만 빌려 다오. 억만장자 100명이 12조3천억 번 계산했다."),
    Case("하지만 5 만 명이 1.5억 원을 냈다. 아파트 값은 2.5억에서 3.2억으로 올랐다."),
    Case("총 ⟦22706억⟧ 위안이다.", fixed="총 2조2706억 위안이다."),
    Case("차량 ⟦13241만⟧ 대가 팔렸다.", fixed="차량 1억3241만 대가 팔렸다."),
    Case("인구는 ⟦150백만⟧ 명이다.", fixed="인구는 1억5000만 명이다."),
    Case("매출은 3억8천만 달러에서 5억2천만 달러로 늘었고 이익은 ⟦1.25억⟧ 달러이다."),
    Case("손실은 ⟦3.8억만⟧ 달러이다."),
    Case("인구는 1억 2천 ⟦5 백만⟧ 명이다.", fixed="인구는 1억 2천 5백만 명이다."),
)

RULE = Rule(
    "NUM002",
    "un-korean-magnitude",
    "locale-conventions/number-format",
    "minor",
    check,
    CASES,
    KO,
    scope="document",
    languages=("ko",),
    confidence=0.85,
)
