"""The language of ``--keep``."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from batches import CLEAN, DATE, SPACE
from mtaudit import engine, readers
from mtaudit.batch.condition import parsed
from mtaudit.batch.records import record
from mtaudit.config import Settings
from mtaudit.errors import BadSetting
from mtaudit.report import Report


def of(text: str, **metadata: str) -> dict[str, Any]:
    found = record(engine.audit(readers.read_text(text, "a.txt"), Settings()))
    return {**found, "metadata": metadata}


GOOD = of((CLEAN + "\n") * 20, outlet="동해일보", date="2026-11-22T09:00:00+09:00", week="2026-W47")
SPACED = of((CLEAN + "\n") * 20 + SPACE, outlet="South")
DATED = of(f"{CLEAN} {DATE} {SPACE}")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("score >= 90 and no critical", "GOOD SPACED"),
        ("score>=99.9", "GOOD"),
        ("90 <= score", "GOOD SPACED"),
        ("score < 0", "DATED"),
        ("score > -1000000", "GOOD SPACED DATED"),
        ("no findings", "GOOD"),
        ("NO minor AND findings <= 1", "GOOD"),
        ("critical == 1 or advice > 5", "DATED"),
        ("neutral == 0", "GOOD SPACED DATED"),
        ("no garbled-date", "GOOD SPACED"),
        ("DAT001 == 1", "DATED"),
        ("dat == 1", "DATED"),
        ("SPC006 == minor", "GOOD SPACED DATED"),
        ("not no SPC", "SPACED DATED"),
        ("not (critical > 0 or minor > 0)", "GOOD"),
        ("not not (no minor and no critical)", "GOOD"),
        ("no critical and no minor or critical == 1", "GOOD DATED"),
        ("no critical and (no minor or critical == 1)", "GOOD"),
        ("words > 100", "GOOD SPACED"),
        ("characters < words", ""),
        ("lang == 'ko'", "GOOD SPACED DATED"),
        ('lang != "ko"', ""),
        ("format == 'text'", "GOOD SPACED DATED"),
        ("outlet == '동해일보'", "GOOD"),
        ("outlet != '동해일보'", "SPACED DATED"),
        ("outlet == ''", "DATED"),
        ("date >= '2026-11-22' and date <= '2026-11-22'", "GOOD"),
        ("not date < '2026-01-01'", "GOOD"),
        ("week == '2026-W47'", "GOOD"),
        ("author > 'a'", ""),
    ],
)
def test_a_condition_keeps_what_it_says(text: str, kept: str) -> None:
    condition = parsed(text)
    assert " ".join(name for name in ("GOOD", "SPACED", "DATED") if condition.keeps(globals()[name])) == kept


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("scroe >= 90", 1, "did you mean 'score'?"),
        ("no critcal", 4, "did you mean 'critical'?"),
        ("score >= 90 and no garbld-date", 20, "did you mean 'garbled-date'?"),
        ("score = 90", 7, "=="),
        ("score >= 90%", 10, "'90%' is no number"),
        ("score > 1,000", 9, "'1,000' is no number"),
        ("score >= '90'", 1, "score a number"),
        ("lang == ko", 9, "texts stand in quotes, 'ko'"),
        ("lang == 5", 9, "compare with '5'"),
        ("outlet", 1, "write outlet == '…'"),
        ("critical", 1, "write critical > 0"),
        ("no score", 4, "no score means nothing"),
        ("no 5", 4, "no 5 means nothing"),
        ("5 < 6", 1, "says nothing of a text"),
        ("(score > 1", 11, "not closed"),
        ("outlet == 'a", 11, "quotation mark is not closed"),
        ("score > 1 no minor", 11, "join conditions by and, or"),
        ("score > 1 && no minor", 11, "'&' means nothing"),
        ("score > 1 and", 14, "it ends too soon"),
        ("score > and", 9, "'and' stands where"),
        ("5", 2, "a comparison is missing"),
        ("  ", 3, "it ends too soon"),
        ("", 1, "it ends too soon"),
        ("(" * 60 + "no minor" + ")" * 60, 52, "more than 50"),
        ("__import__('os')", 1, "'_' means nothing"),
    ],
)
def test_a_mistake_is_one_sentence_with_its_place(text: str, column: int, said: str) -> None:
    with pytest.raises(BadSetting) as caught:
        parsed(text)
    assert f"column {column}: " in str(caught.value)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@given(
    st.lists(
        st.sampled_from([*"()<>'\"=", ">=", "and", "or", "not", "no", "score", "critical", "lang", "7", "-2.5", " ", "\0", "가"])
    )
)
def test_any_text_is_a_condition_or_a_mistake(words: list[str]) -> None:
    try:
        condition = parsed(" ".join(words))
    except BadSetting as error:
        assert "column" in str(error)
    else:
        for found in (GOOD, SPACED, DATED):
            assert condition.keeps(found) is not bool(condition.reasons(found))


def said(text: str, found: dict[str, Any], ui_lang: str = "en") -> list[str]:
    return [why.in_language(ui_lang) for why in parsed(text).reasons(found)]


def test_reasons_are_the_clauses_that_do_not_hold_with_their_values() -> None:
    score = DATED["scores"][0]["calibrated"]
    assert said("score >= 90 and no critical and no major", DATED) == [f"score {score:.1f} is not >= 90", "1 critical"]
    assert said("score >= 90 and no critical", DATED, "ko") == [f"score {score:.1f} (조건: >= 90)", "critical 1건"]
    assert said("no major or no minor", DATED) == []
    assert said("no critical or no minor", DATED) == ["1 critical and 1 minor"]
    assert said("not garbled-date > 0", DATED) == ["garbled-date 1 is not <= 0"]
    assert said("outlet == 'South'", GOOD) == ["outlet '동해일보' is not == 'South'"]
    assert said("outlet == 'South'", DATED) == ["outlet is not known"]
    assert said("minor < critical", DATED) == ["minor 1 is not < critical 1"]
    assert said("no minor and no minor", DATED) == ["1 minor"]


def test_a_score_is_told_with_as_many_digits_as_tell_it_from_what_it_must_reach() -> None:
    near = {**GOOD, "scores": [{**GOOD["scores"][0], "calibrated": 89.9996}]}
    assert said("score >= 90", near) == ["score 89.9996 is not >= 90"]
    assert said("score >= 89.95", {**GOOD, "scores": [{**GOOD["scores"][0], "calibrated": 84.21}]}) == [
        "score 84.2 is not >= 89.95"
    ]


def test_no_condition_keeps_what_has_no_words_or_could_not_be_read() -> None:
    empty = of("  \n")
    unread = record(Report("a.txt", error="a.txt is not a text file"))
    for text in ("score >= 0", "score < 1000000", "no critical", "words == 0"):
        assert said(text, empty) == ["no text"]
        assert said(text, unread) == ["a.txt is not a text file"]
