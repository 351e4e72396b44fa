"""Facts about Korean fragments, and what the rules about them promise beyond their cases."""

from __future__ import annotations

import time

import pytest

from mtaudit import engine
from mtaudit.config import Settings
from mtaudit.languages.ko import fragments
from mtaudit.readers import text

RULES = (
    "orphan-fragment", "missing-predicate", "displaced-token", "cut-line", "bare-particle", "verbalised-symbol", "lost-particle",
    "stray-punctuation", "missing-full-stop", "unbalanced-marks", "foreign-punctuation",
)  # fmt: skip


def found(string: str) -> list[tuple[str, str]]:
    report = engine.audit(text.read(string, "case"), Settings(lang="ko", select=RULES))
    return [(f.rule, f.place.text) for f in report.findings]


@pytest.mark.parametrize("word", ["노조의", "위원회의", "사건의", "우주의", "책의"])
def test_a_genitive_leads_on(word: str) -> None:
    assert fragments.tail(word) == "of"


@pytest.mark.parametrize(
    "word", ["회의", "민주주의", "국무회의", "전문의", "마을", "가을", "때문에", "만에", "아틀리에", "", "의", "A"]
)
def test_a_noun_or_a_closing_adverbial_does_not(word: str) -> None:
    assert fragments.tail(word) == ""


def test_one_place_is_reported_by_one_rule() -> None:
    mixed = "자세한 내용은 사용자를 추가하는 방법을 Azure Active Directory. 새로운 계획을 구성할 Windows 있습니다. 끝났습니다. ."
    spans = [where for _, where in found(mixed)]
    assert spans == ["방법을 Azure Active Directory.", "구성할 Windows 있습니다", ". ."]


def test_a_document_in_notes_has_no_fragments() -> None:
    assert found("책임관을 임명. 근거를 확인. 연구의 방법. 새로운 계획. 자료를 분석. 결과를 보고.") == []


def test_the_habit_of_the_document_decides_about_two_stops() -> None:
    assert found("그는 떠났다.. 그리고 돌아왔다.") == [("stray-punctuation", "..")]
    assert found("그는 떠났다.. 그런데.. 왜.. 돌아왔을까.. ㅠㅠ") == []


def test_a_quotation_over_many_lines_is_whole() -> None:
    assert found("그는 말했다. “이 일은 오래 걸린다.\n그래도 우리는 이 일을 한다.\n모두가 기다린다.”\n그리고 떠났다.") == []


def test_safe_fixes_settle() -> None:
    document = text.read('이렇게 말했다. . 저렇게 말했다.., 그리고 “끝났다". 서울、부산을 돌았다.\n\n💖 입니다.', "case")
    settings = Settings(lang="ko", select=RULES)
    once = engine.fix(document, engine.audit(document, settings))
    again = text.read(once, "case")
    assert engine.fix(again, engine.audit(again, settings)) == once


@pytest.mark.parametrize(
    "unit", ["다. .", "(", '"', "노조의. ", "구성할 Windows ", "Azure ", " 를", "1) ", "💖 ", "합니다 ", "‘16 ", "방법을 A. "]
)
def test_long_lines_take_time_in_proportion(unit: str) -> None:
    def seconds(length: int) -> float:
        document = text.read(unit * (length // len(unit)), "case")
        start = time.process_time()
        engine.audit(document, Settings(lang="ko", select=RULES))
        return time.process_time() - start

    seconds(1_000)
    assert seconds(80_000) < 20 * seconds(10_000) + 1.0
