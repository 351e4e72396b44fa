"""A date or a time of the source is another one in the translation, or is not there.

Machines read 5/1 as the wrong month, shift a weekday or a decade, and turn *3 p.m.* into 오전 3시. Values are compared: Jan. 5 is 1월 5일,
tháng 1/2023 is 2023년 1월, the 1990s are 1990년대 and 90년대, 3 p.m. is 오후 3시 and 15시.

Major where another year, month, day, weekday, time, decade or century stands in its place; minor where none does. A weekday or a time of
day that is missing, and a date that only the translation has, are advice.

Not reported: 5/1 read in either order where the language allows both; *may* and *march* that are no months; the name of a month
written as a plain number (9·11); weekdays in names (*Black Friday*) that are left out; hours without a.m. or p.m., which may be either half of
the day; names of eras other than those of Japan; seasons, *last year*, *tomorrow*.

Source: MQM 2.0, Accuracy: mistranslation, date-time; CLDR for names of months and days.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.rules.universal import _quantities
from mtaudit.rules.universal._quantities import Found
from mtaudit.view import DocumentView

KO = """원문의 날짜나 시각이 번역문에서 달라졌거나 빠졌다.
5/1의 달과 날을 뒤바꾸거나, 요일이나 연대를 하나씩 밀거나, 3 p.m.을 오전 3시로 옮긴 것이다. 값을 견준다. Jan. 5는 1월 5일, tháng 1/2023은 2023년 1월,
3 p.m.은 오후 3시나 15시와 같다."""

NAMES = {
    "year": ("year", "연도"), "decade": ("decade", "연대"), "century": ("century", "세기"), "month": ("month", "달"), "day": ("day", "날"),
    "weekday": ("weekday", "요일"), "time": ("time", "시각"),
}  # fmt: skip


def check(view: DocumentView) -> Iterator[Hit]:
    for found in view.once(_quantities.found):
        if found.is_date:
            yield _hit(found)


def _hit(found: Found) -> Hit:
    theirs, ours, difference = found.theirs(), found.ours(), found.difference
    either = difference.theirs or difference.ours
    kind = either.kind if either else "day"
    en, ko = NAMES[kind]
    if difference.ours is None:
        advice = kind in ("weekday", "time", "day")
        return found.hit(
            f"the source says “{theirs}”; no such {en} stands here",
            f"원문의 ‘{theirs}’에 해당하는 {ko}이(가) 없다".replace("날이(가)", "날이").replace("달이(가)", "달이"),
            severity="neutral" if advice else "minor",
            confidence=0.4 if advice else 0.7,
        )
    if difference.theirs is None:
        return found.hit(
            f"“{ours}” has no counterpart in the source",
            f"‘{ours}’에 해당하는 말이 원문에 없다",
            severity="neutral",
            confidence=0.3,
        )
    sure = difference.theirs.sure
    return found.hit(
        f"the source says “{theirs}”, the translation “{ours}”: another {en}",
        f"원문은 ‘{theirs}’인데 번역문은 ‘{ours}’이다",
        severity="major" if sure else "minor",
        confidence=0.9 if sure else 0.6,
    )


CASES = (
    Case("2023년 1월 5일 목요일에 왔다.", source="They came on Thursday, Jan. 5, 2023."),
    Case("2023년 1월에 왔다.", source="Họ đến vào tháng 1/2023.", settings=(("source_lang", "vi"),)),
    Case("오후 3시에 시작한다.", source="It begins at 3 p.m."),
    Case("15시에 시작한다.", source="It begins at 3 p.m."),
    Case("오후 3시에 시작한다.", source="Es beginnt um 15 Uhr.", settings=(("source_lang", "de"),)),
    Case("90년대에 자랐다.", source="She grew up in the 1990s."),
    Case("2023년 5월 1일에 왔다.", source="They came to the city on 5/1/2023."),
    Case("2023년 1월 5일에 왔다.", source="They came to the city on 5/1/2023."),
    Case("그는 올지도 모른다.", source="He may come and march on."),
    Case("5월에 왔다.", source="They came in May."),
    Case("19세기에 지었다.", source="Es wurde im 19. Jahrhundert gebaut.", settings=(("source_lang", "de"),)),
    Case("They came in January 2023.", source="2023년 1월에 왔다.", lang="en"),
    Case("2019년 5월에 즉위했다.", source="令和元年（2019年）5月に即位した。", settings=(("source_lang", "ja"),)),
    Case("2023년 ⟦2월⟧ 5일에 왔다.", source="They came on January 5, 2023."),
    Case("⟦5월⟧ 1일에 왔다.", source="Họ đến ngày 1/6.", settings=(("source_lang", "vi"),)),
    Case("⟦2013년⟧에 왔다.", source="They came in 2023."),
    Case("1월 ⟦15⟧일에 왔다.", source="They came on January 5."),
    Case("⟦금요일⟧에 왔다.", source="They came on Thursday."),
    Case("⟦오전 3시⟧에 시작한다.", source="It begins at 3 p.m."),
    Case("⟦1980년대⟧에 자랐다.", source="She grew up in the 1990s."),
    Case("⟦그들이 왔다.⟧", source="They came in July."),
)

RULE = Rule(
    "SRC002", "source-date", "accuracy/mistranslation/date-time", "major", check, CASES, KO, scope="document", confidence=0.9
)
