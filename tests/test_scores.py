"""MQM by the published formula and its worked examples."""

from __future__ import annotations

import pytest

from mtaudit.document import Place
from mtaudit.report import Finding, Message, Severity
from mtaudit.scores import mqm


def findings(**counts: int) -> list[Finding]:
    place = Place("1", 0, 1, 1, 1, 1, 2, "x")
    severities: dict[Severity, int] = counts  # type: ignore[assignment]
    return [
        Finding("PUN001", "x", "linguistic-conventions/punctuation", severity, 1.0, place, Message("x", "x"))
        for severity, n in severities.items()
        for _ in range(n)
    ]


def test_a_critical_error_fails() -> None:
    score = mqm.score(findings(minor=8, major=3, critical=2), 5000)
    assert score.sums["penalty"] == 73
    assert score.value == pytest.approx(98.54)
    assert score.verdict == "fail"
    assert not score.details["small_sample"]


def test_a_calibrated_score_passes() -> None:
    score = mqm.score(findings(minor=3, major=1), 2000, passing=95, acceptable=10)
    assert score.sums["penalty"] == 8
    assert score.value == pytest.approx(99.6)
    assert score.details["calibrated"] == pytest.approx(98.0)
    assert score.verdict == "pass"


def test_advice_costs_nothing_and_a_short_text_is_marked() -> None:
    score = mqm.score(findings(neutral=50), 999)
    assert score.value == 100
    assert score.verdict == "pass"
    assert score.details["small_sample"]


def test_a_text_without_words_has_no_score() -> None:
    score = mqm.score([], 0)
    assert score.value is None
    assert score.verdict is None


def test_the_threshold_itself_passes() -> None:
    assert mqm.score(findings(major=2), 1000).details["calibrated"] == 95
    assert mqm.score(findings(major=2), 1000).verdict == "pass"
    assert mqm.score(findings(major=2, minor=1), 1000).verdict == "fail"
