"""``mtaudit score`` as a user meets it."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from mtaudit.errors import UnreadableInput
from mtaudit.readers import read_text
from mtaudit.readers.pairs import completed, paired
from mtaudit.report import Score
from mtaudit.scores.merging import merged

ROOT = Path(__file__).parents[1]
MACHINE = "제목이다\n\n1년 2023월에 문을 열었다.\n그는 갔습니다. .\n"
HUMAN = "제목이다\n\n2023년 1월에 문을 열었다.\n그는 갔다.\n"


def run(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    ours = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "MTAUDIT", "COLUMNS"))}
    return subprocess.run(
        [sys.executable, "-m", "mtaudit", "score", *arguments],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        env={**ours, "LANG": "C.UTF-8", **environment},
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "texts/a.ko.txt": MACHINE,
        "texts/b.ko.txt": HUMAN,
        "human/a.ko.txt": HUMAN,
        "human/b.txt": HUMAN,
        "other/a.ko.txt": HUMAN,
        "other/b.ko.txt": MACHINE,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def scores(done: subprocess.CompletedProcess[str]) -> dict[str, dict[str, Any]]:
    """The scores by document (or ``total``) and name."""
    whole = json.loads(done.stdout)
    by_document = {d["path"]: d["scores"] for d in whole["documents"]} | {"total": whole["total"]["scores"]}
    return {path: {score["name"]: score for score in several} for path, several in by_document.items()}


def test_texts_are_matched_with_references_by_name_and_the_total_is_merged(folder: Path) -> None:
    done = run("texts", "--reference", "human", "--metric", "chrf,ter", "--output-format", "json", cwd=folder)
    assert done.returncode == 0, done.stderr
    found = scores(done)
    assert found["texts/b.ko.txt"]["chrf"]["value"] == 100
    assert 0 < found["texts/a.ko.txt"]["ter"]["value"] < 100
    for name in ("mqm", "chrf", "ter"):
        parts = [found[path][name] for path in ("texts/a.ko.txt", "texts/b.ko.txt")]
        made = merged([Score(name, None, p["signature"], p["sums"]) for p in parts])
        assert (made.value, made.sums) == (found["total"][name]["value"], found["total"][name]["sums"])


def test_the_report_of_a_score_has_the_shape_of_the_audit_report(folder: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((ROOT / "docs" / "report-1.schema.json").read_text(encoding="utf-8"))
    done = run("texts", "--reference", "human", "--metric", "bleu", "--intervals", "100", "--output-format", "json", cwd=folder)
    for several in scores(done).values():
        for score in several.values():
            jsonschema.validate(score, {**schema, **schema["$defs"]["score"]})


def test_intervals_segments_and_the_baseline(folder: Path) -> None:
    given = ["texts", "--reference", "human", "--baseline", "other", "--intervals", "200", "--segments", "--output-format", "json"]
    found = scores(run(*given, cwd=folder))
    total = found["total"]["chrf"]
    assert total["comparison"]["p_value"] == 1 and total["comparison"]["better"] is None
    assert total["interval"]["resamples"] == 200
    assert found["texts/a.ko.txt"]["chrf"]["comparison"]["baseline"] == 100
    segments = found["texts/a.ko.txt"]["chrf"]["segments"]
    assert [(s["segment"], s["line"]) for s in segments] == [("1", 1), ("2", 3), ("3", 4)]
    assert segments[0]["value"] == 100 > segments[2]["value"]
    penalties = [s["value"] for s in found["texts/a.ko.txt"]["mqm"]["segments"]]
    assert penalties[0] == 0
    assert sum(penalties) == found["texts/a.ko.txt"]["mqm"]["sums"]["penalty"] > 25


def test_a_table_for_a_spreadsheet(folder: Path) -> None:
    (folder / "=cmd()|.txt").write_text(HUMAN, encoding="utf-8")
    given = ["=cmd()|.txt", "texts/a.ko.txt", "--lang", "ko", "--weighting", "wmt", "--segments", "--output-format", "csv"]
    done = run(*given, cwd=folder)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [row["document"] for row in rows] == ["'=cmd()|.txt"] * 4 + ["texts/a.ko.txt"] * 4 + ["TOTAL"]
    assert [row["line"] for row in rows] == ["", "1", "3", "4", "", "1", "3", "4", ""]
    assert (rows[0]["MQM"], rows[0]["MQM verdict"], rows[4]["MQM verdict"]) == ("100.0", "pass", "fail")
    assert rows[0]["MQM small sample"] == "yes"
    assert rows[0]["signatures"].startswith("mqm:wmt21|")
    assert float(rows[-1]["MQM per segment"]) == pytest.approx(float(rows[4]["MQM per segment"]) / 2, abs=1e-4)


def test_a_table_in_markdown(folder: Path) -> None:
    name = "a|b[x](y)<i>*.txt"
    (folder / name).write_text(HUMAN, encoding="utf-8")
    lines = run(name, "--output-format", "markdown", cwd=folder).stdout.splitlines()
    assert lines[2].startswith(r"| a\|b\[x\](y)\<i\>\*.txt | ko |")
    assert lines[3].startswith("| TOTAL |")
    assert lines[-1].startswith("- MQM: `mqm:2.0|version:")


@pytest.mark.parametrize("ui_lang", ["en", "ko"])
def test_the_terminal_shows_everything_in_80_columns(folder: Path, ui_lang: str) -> None:
    given = ["texts", "--reference", "human", "--metric", "chrf,bleu,ter", "--tokenize", "13a", "--intervals", "100"]
    done = run(*given, "--baseline", "other", "--ui-lang", ui_lang, cwd=folder)
    assert "\x1b" not in done.stdout
    lines = done.stdout.splitlines()
    signatures = [line for line in lines if "|" in line]
    assert [s.split("|")[0].strip() for s in signatures] == ["mqm:2.0", "chrF2", "BLEU", "TER"]
    assert all(cell_len(line) <= 80 for line in lines if line not in signatures)
    said = " ".join(done.stdout.split())
    for text in {
        "en": ["small sample: 6 segments", "may be chance", "not by ko-mecab", "lower is better", "All 2 documents"],
        "ko": ["표본이 작음: 분절 6개", "우연일 수 있음", "ko-mecab 대신 13a", "낮을수록 좋음", "문서 2건 전체"],
    }[ui_lang]:
        assert text in said


def test_a_file_name_is_never_markup(folder: Path) -> None:
    name = "[red]x\x1b[31m.txt"
    (folder / name).write_text(HUMAN, encoding="utf-8")
    for form in ("rich", "csv"):
        assert "[red]x␛[31m.txt" in run(name, "--output-format", form, cwd=folder).stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--metric", "bleu"], "give one with --reference"),
        (["--reference", "human/a.ko.txt", "--metric", "chrff"], "did you mean 'chrf'"),
        (["--reference", "human/a.ko.txt", "--metric", "bleu", "--tokenize", "spm"], "no tokeniser 'spm'"),
        (["--reference", "human/a.ko.txt", "--tokenize", "13a"], "--tokenize is for BLEU"),
        (["--reference", "human/a.ko.txt", "--test", "bs"], "give its output with --baseline"),
        (["--reference", "human/a.ko.txt", "--baseline", "other/a.ko.txt", "--test", "t"], "no test of significance 't'"),
        (["--reference", "missing.txt"], "missing.txt cannot be read: no such file"),
        (["--reference", ""], "the reference has no name"),
        (["--reference", "human/a.ko.txt", "--baseline", ""], "the baseline has no name"),
        (["--reference", "human/a.ko.txt", "--metric", ","], "--metric is empty"),
        (["--reference", "human/a.ko.txt", "--intervals", "1"], "at least 100 resamples"),
        (["--reference", "long.txt"], "long.txt cannot be paired with texts/a.ko.txt: it has 4 lines"),
        (["--reference", "empty.txt"], "empty.txt cannot be paired"),
        (["--weighting", "iso"], "score.weighting is one of mqm, wmt, not 'iso'"),
        (["--weight", "style"], "write it as style=0.5"),
        (["--weight", "taste=2"], "no dimension 'taste'"),
        (["--acceptable", "0"], "from 0.001 to 1000"),
        (["--output-format", "xml"], "no output format 'xml'"),
    ],
)
def test_a_mistake_gets_one_sentence(folder: Path, arguments: list[str], sentence: str) -> None:
    (folder / "long.txt").write_text("가\n나\n다\n라\n", encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    done = run("texts/a.ko.txt", *arguments, "-o", "out", cwd=folder)
    assert done.returncode == 2
    assert [sentence in line for line in done.stderr.splitlines()] == [True]


def test_a_text_without_a_reference_does_not_stop_the_others(folder: Path) -> None:
    (folder / "texts" / "c.ko.txt").write_text(HUMAN, encoding="utf-8")
    done = run("texts", "--reference", "human", "--output-format", "json", cwd=folder)
    assert done.returncode == 2
    assert "texts/c.ko.txt has no reference" in done.stderr
    documents = json.loads(done.stdout)["documents"]
    assert [d["error"] is None for d in documents] == [True, True, False]
    assert json.loads(done.stdout)["total"]["scores"][1]["sums"]["segments"] == 6


def test_files_of_one_name_are_matched_by_their_folders(folder: Path) -> None:
    for name, text in {"new/x/a.txt": HUMAN, "new/y/a.txt": MACHINE, "old/x/a.txt": HUMAN, "old/y/a.txt": MACHINE}.items():
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(text, encoding="utf-8")
    found = scores(run("new", "--reference", "old", "--output-format", "json", cwd=folder))
    assert [found[path]["chrf"]["value"] for path in ("new/x/a.txt", "new/y/a.txt")] == [100, 100]
    assert "more than one reference" in run("texts/..", "--reference", "new", cwd=folder).stderr


def test_a_pattern_is_several_texts(folder: Path) -> None:
    done = run("texts/*.txt", "--reference", "human/a.ko.txt", "--output-format", "json", cwd=folder)
    assert done.returncode == 2
    assert "texts/b.ko.txt has no reference" in done.stderr
    assert [d["error"] is None for d in json.loads(done.stdout)["documents"]] == [True, False]


def test_a_fault_of_ours_costs_one_text(folder: Path) -> None:
    (folder / "broken.py").write_text(
        "import mtaudit.readers.pairs as pairs, runpy, sys\n"
        "paired = pairs.paired\n"
        "def breaks(document, other):\n"
        "    return 1 / 0 if 'a.ko' in document.name else paired(document, other)\n"
        "pairs.paired = breaks\n"
        "runpy.run_module('mtaudit', run_name='__main__')\n"
    )
    given = ["score", "texts", "--reference", "human", "--intervals", "100", "--output-format", "json"]
    done = subprocess.run([sys.executable, "broken.py", *given], cwd=folder, capture_output=True, encoding="utf-8")
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "mtaudit: texts/a.ko.txt: internal error, please report it with the text (ZeroDivisionError: division by zero)"
    ]
    assert [d["error"] is None for d in json.loads(done.stdout)["documents"]] == [False, True]


def test_a_line_left_empty_is_a_segment_that_says_nothing(folder: Path) -> None:
    from sacrebleu import corpus_bleu, corpus_chrf

    human = [f"{n}번 배는 {n + 3}시에 부두를 떠난다." for n in range(1, 8)]
    machine, other = list(human), list(human)
    machine[2] = other[4] = ""
    for name, lines in {"h.txt": human, "m.txt": machine, "o.txt": other}.items():
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    given = ["--metric", "chrf,bleu", "--tokenize", "13a", "--segments", "--output-format", "json"]
    found = scores(run("m.txt", "--reference", "h.txt", "--baseline", "o.txt", *given, cwd=folder))["m.txt"]
    assert found["chrf"]["value"] == corpus_chrf(machine, [human]).score
    assert found["bleu"]["value"] == corpus_bleu(machine, [human]).score
    assert found["bleu"]["comparison"]["baseline"] == corpus_bleu(other, [human]).score
    assert [s["line"] for s in found["chrf"]["segments"]] == [s["line"] for s in found["mqm"]["segments"]] == [*range(1, 8)]
    assert [s["value"] for s in found["chrf"]["segments"]] == [100, 100, 0, 100, 100, 100, 100]
    table = run("m.txt", "--reference", "h.txt", "--segments", "--output-format", "csv", cwd=folder)
    rows = list(csv.DictReader(io.StringIO(table.stdout)))
    assert [row["line"] for row in rows] == ["", *"1234567", ""]
    reverse = scores(run("h.txt", "--reference", "m.txt", *given, cwd=folder))["h.txt"]
    assert reverse["bleu"]["value"] == corpus_bleu(human, [machine]).score


def test_the_name_of_a_glossary_is_shown_and_not_obeyed(folder: Path) -> None:
    name = "g\x1b[31m`|\nq.csv"
    (folder / name).write_text("en,ko\nNATO,나토\n", encoding="utf-8")
    for form in ("rich", "markdown"):
        shown = run("texts/b.ko.txt", "--glossary", name, "--output-format", form, cwd=folder).stdout
        assert "|glossary:g__31m___q.csv@" in shown
        assert "\x1b" not in shown
    assert "no term of the glossary to count" in run("texts/b.ko.txt", "--glossary", name, cwd=folder).stdout


def test_several_references_of_one_text(folder: Path) -> None:
    given = ["texts/a.ko.txt", "--reference", "human/a.ko.txt", "--reference", "texts/a.ko.txt", "--output-format", "json"]
    chrf = scores(run(*given, cwd=folder))["total"]["chrf"]
    assert chrf["value"] == 100
    assert "|nrefs:2|" in str(chrf["signature"])


def test_pairs_by_lines_cells_and_segments() -> None:
    ours = read_text("# 제목\n\n**굵은** 글이\n이어진다.\n\n```\nx = 1\n```\n", "a.md")
    assert paired(ours, read_text("# T\n\nbold **text**\ngoes on.\n\n```\nx = 2\n```\n", "b.md")) == (
        "T",
        "bold text goes on.",
        "x = 2",
    )
    assert paired(ours, read_text("T\nbold text\ngoes on.\n---\nx\n---\n", "b.txt")) == ("T", "bold text goes on.", "x")
    assert paired(ours, read_text("T\n\nlonger text goes on here.\n\nx\n", "b.txt")) == ("T", "longer text goes on here.", "x")
    table = read_text("이름\t값\t단위\n가\t나\t다\n", "a.txt")
    assert paired(table, read_text("name\tvalue\tunit\na\tb\tc\n", "b.txt")) == ("name", "value", "unit", "a", "b", "c")
    assert paired(table, read_text("name value unit\na b c\n", "b.txt")) == ("name value unit",) * 3 + ("a b c",) * 3
    assert paired(read_text(""), read_text("\n\n")) == ()
    dense, gap = read_text("a\nb\nc\nd\ne\n", "d.txt"), read_text("가\n나\n\n라\n마\n", "g.txt")
    assert paired(gap, dense) == ("a", "b", "d", "e")
    assert paired(dense, gap) == ("가", "나", "", "라", "마")
    assert [(s.number, s.target, s.key) for s in completed(gap, [dense]).segments] == [
        (0, "가", "1"), (1, "나", "2"), (2, "", ""), (3, "라", "3"), (4, "마", "4"),
    ]  # fmt: skip
    assert paired(completed(gap, [dense]), dense) == ("a", "b", "c", "d", "e")
    assert completed(dense, [gap]) is dense
    spaced = read_text("제목\n\n가\n나\n", "s.txt")
    assert completed(spaced, [read_text("T\na\nb\nc\n")]) is spaced  # a blank line after a title is no omission
    with pytest.raises(
        UnreadableInput, match=r"b\.txt cannot be paired with a\.txt: it has 3 lines .* 3 segments, a\.txt has 2 and 6"
    ):
        paired(table, read_text("가.\n나.\n다.\n", "b.txt"))
