"""What holds for every text: no rule raises, places are true, answers are steady, safe fixes settle."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mtaudit import engine
from mtaudit.config import Settings
from mtaudit.document import Document
from mtaudit.readers import markdown, text
from mtaudit.report import Report, fingerprints
from mtaudit.rules import all_rules

# Pieces of what rules look for, so that generated texts come near to faults and near misses.
PIECES = [
    "1년 2023월", "2023년 1월 5일", "2월 30일", "오후 15시", "9시 30분", "2013. 10. 2.", "22706억", "1,23,456", "$5달러", "7 월 9 일",
    "습니다. .", "했다.", "합니다.", "해요.", "있다", "노조의.", "그러나 ", "이를 위해", "정책을 Azure Active Directory.",
    "공유할 SharePoint 있습니다", "나토(NATO)", "NATO", "나토", "북대서양조약기구(NATO)", "옌스 스톨텐베르그", "Jens Stoltenberg",
    "일본과 일본 간의", "정상 회담", "정상회담", "인도-태평양", "인도 태평양", "청구서 청구서", "을(를)", "(으)로", "{0}", "%s", "[광고_2]",
    "&#x200B;", "&quot;", "экспресс", "에ク스터", "because of", "Watch the video now please", "하 여", "대 한", "테 넌 트", "20%을",
    "SDK을", "사과을", "외무상", "외무장관", "하야시 요시마사", "따르면", "41억2300만위안", "41억2300만원", "82% 증가", "“", "”", "(", ")",
    "「", "」", "'", '"', "*", "**", "[", "](https://a.b/c)", "`x`", "# ", "- ", "> ", "| a | b |\n|---|---|\n", "\n", "\n\n", "\r\n", "\r",
    " ", "  ", "\u00a0", "\u200b", "\u3000", "\t", "\x0c", "\u2028", "\x00", "\ufeff", "\udc80", "\ufffd", "😀", "\u1112\u1161\u11ab",
    ".", "..", "...", "…", ",", "?", "!", ":", "を", "です。", "である。", "そして、", "1月50日", "そし", "ミニ・" * 5, "가나다라" * 5,
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=40).map("".join)
EVERYTHING = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def audit(written: str, form: str, lang: str | None = "ko", **more: object) -> Report:
    reader = markdown if form == "markdown" else text
    return engine.audit(reader.read(written, "x"), Settings(lang=lang, **more))  # type: ignore[arg-type]


def check(document: Document, report: Report) -> None:
    for finding in report.findings:
        for place in (finding.place, *(r.place for r in finding.related)):
            assert 0 <= place.start <= place.end <= len(document.text)
            assert document.text[place.start : place.end] == place.text
            assert document.place_at(place.start, place.end, place.segment) == place
        assert 0 <= finding.confidence <= 1
        assert finding.message.en and finding.message.ko
        assert finding.fix is None or finding.fix.text != finding.place.text
    assert len(set(fingerprints(report))) == len(report.findings)


@pytest.mark.parametrize("form", ["text", "markdown"])
@given(written=TEXTS, lang=st.sampled_from(["ko", "ko", "ko", "ja", "en", None]))
@EVERYTHING
def test_no_text_makes_a_rule_raise_and_every_place_is_true(form: str, written: str, lang: str | None) -> None:
    report = audit(written, form, lang)
    assert report.document is not None
    check(report.document, report)
    assert audit(written, form, lang) == report


@given(written=TEXTS)
@example("'‘")
@EVERYTHING
def test_safe_fixes_settle_and_make_nothing_new(written: str) -> None:
    before = audit(written, "text")
    report, rounds = before, 0
    while any(f.fix is not None and f.fix.safe for f in report.findings):
        assert report.document is not None
        written = engine.fix(report.document, report)
        report = audit(written, "text")
        rounds += 1
        assert rounds < 12, "fixes do not settle"
    counted = [sum(f.rule == rule.name for f in r.findings) for rule in all_rules() for r in (before, report)]
    for rule, was, now in zip(all_rules(), counted[::2], counted[1::2], strict=True):
        assert now <= was, f"fixing made a new finding of {rule.name}"


@given(written=TEXTS, register=st.sampled_from(["plain", "polite", "auto"]), genre=st.sampled_from(["news", "docs", "blog"]))
@EVERYTHING
def test_settings_change_what_is_said_but_break_nothing(written: str, register: str, genre: str) -> None:
    report = audit(written, "text", register=register, genre=genre)
    assert report.document is not None
    check(report.document, report)


HOSTILE = [
    "가",
    " ",
    "(",
    "“",
    "[",
    "*",
    "1",
    "1,",
    ".",
    "나토 ",
    "A",
    "ab ",
    "\n",
    "을 ",
    "다. ",
    "&",
    "한(a)",
    "- ",
    "|",
    "`",
    "\x00",
    "\u0300",
]


@pytest.mark.parametrize("unit", HOSTILE)
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_one_huge_line_of_the_same_does_not_stop_it(unit: str, form: str) -> None:
    """A rule that is slower than linear does not come back from this in any time that CI grants."""
    report = audit(unit * (200_000 // len(unit)), form)
    assert report.document is not None
    check(report.document, report)
