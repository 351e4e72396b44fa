"""A baseline: what is known stays known when texts are edited, moved and renamed; what is new is new."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mtaudit import baseline, engine
from mtaudit.baseline import Entry, Matching
from mtaudit.config import Settings
from mtaudit.errors import UnreadableInput
from mtaudit.readers import read_text
from mtaudit.report import Finding, Report

FAULTS = ["1년 2023월에 문을 열었다.", "3년 2021월에 다리가 놓였다.", "공사는 2월 30일에 끝났다."]
CLEAN = ["배는 하루에 두 번 오간다.", "주민들은 시장에 간다.", "항구에는 등대가 있다.", "표는 창구에서 판다."]
NOWHERE = Path("/nowhere")
STEADY = settings(max_examples=80, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def audited(text: str, name: str = "/nowhere/a.txt", *select: str) -> Report:
    return engine.audit(read_text(text, name), Settings(lang="ko", select=select or ("DAT",)))


def known(*reports: Report, folder: Path = NOWHERE) -> list[Entry]:
    matching = Matching((), folder)
    for report in reports:
        matching.unknown(report)
    return matching.renewed(grow=True)


def new(entries: list[Entry], report: Report, folder: Path = NOWHERE) -> tuple[Finding, ...]:
    return Matching(entries, folder).unknown(report).findings


PARAGRAPHS = st.lists(st.sampled_from([*FAULTS, *CLEAN]), min_size=1, max_size=12)


@given(paragraphs=PARAGRAPHS, seed=st.integers(0, 1000))
@STEADY
def test_what_is_known_stays_known_when_other_paragraphs_come_go_and_move(paragraphs: list[str], seed: int) -> None:
    entries = known(audited("\n\n".join(paragraphs)))
    assert sum(entry.findings for entry in entries) == sum(p in FAULTS for p in paragraphs)
    chance = random.Random(seed)
    edited = [p for p in paragraphs if p in FAULTS or chance.random() < 0.5]
    for _ in range(4):
        edited.insert(chance.randint(0, len(edited)), chance.choice(CLEAN))
    assert new(entries, audited("\n\n".join(edited))) == ()
    chance.shuffle(edited)
    assert new(entries, audited("\r\n\r\n".join(edited))) == ()
    assert new(entries, audited(" ".join(edited))) == ()


@given(paragraphs=PARAGRAPHS, more=st.lists(st.sampled_from(FAULTS), max_size=4), seed=st.integers(0, 1000))
@STEADY
def test_as_many_as_are_added_are_new(paragraphs: list[str], more: list[str], seed: int) -> None:
    entries = known(audited("\n\n".join(paragraphs)))
    edited = [*paragraphs]
    for fault in more:
        edited.insert(random.Random(seed).randint(0, len(edited)), fault)
    report = audited("\n\n".join(edited))
    matching = Matching(entries, NOWHERE)
    left = matching.unknown(report)
    assert len(left.findings) == len(more)
    assert sorted(entry.sentence for entry in matching.added) == sorted(more)
    assert matching.known + len(matching.added) == len(report.findings)
    assert list(left.findings) == [f for f in report.findings if f in left.findings]


PIECES = st.sampled_from([*FAULTS, *CLEAN, '"', "\\", "\t", "\x1b[31m", "\x7f", "\udc80", "가", "😀", "\u2028", "  ", "}\n"])


@given(text=st.lists(PIECES, max_size=20).map("".join))
@STEADY
def test_what_is_written_and_read_again_is_the_same_baseline(text: str) -> None:
    report = audited(text, "/nowhere/a.txt", "ALL")
    written = "".join(baseline.written(known(report)))
    data = json.loads(written)["entries"]
    assert not data or len(data) == written.count("\n") - 5
    entries = [Entry(**row) for row in data]
    assert "".join(baseline.written(entries)) == written == written.encode("utf-8").decode()
    assert new(entries, report) == ()


def test_the_file_is_an_entry_a_line_and_sorted(tmp_path: Path) -> None:
    text = f"{CLEAN[0]} {FAULTS[0]} {CLEAN[1]}\n\n{CLEAN[0]} {FAULTS[0]} {CLEAN[1]}\n"
    entries = known(audited(text, "/nowhere/나.txt"), audited(FAULTS[2], "/nowhere/가.txt"))
    written = "".join(baseline.written(reversed(entries)))
    file = tmp_path / "baseline.json"
    file.write_text(written, encoding="utf-8")
    read = baseline.read(file)
    assert [(e.path, e.rule, e.sentence, e.findings) for e in read] == [
        ("가.txt", "DAT002", FAULTS[2], 1),
        ("나.txt", "DAT001", FAULTS[0], 2),
    ]
    assert read[0][3:5] == ("", "")
    assert all(read[1][3:5])
    lines = written.split("\n")
    assert lines[:3] == ["{", '"schema": "mtaudit-baseline/1",', '"entries": [']
    assert [line.startswith('{"path": ') for line in lines[3:5]] == [True, True]


def test_neighbours_say_which_of_equal_findings_is_new() -> None:
    first = f"{CLEAN[0]} {FAULTS[0]} {CLEAN[1]}"
    entries = known(audited(first))
    for text in (f"{CLEAN[2]} {FAULTS[0]} {CLEAN[3]}\n\n{first}", f"{first}\n\n{CLEAN[2]} {FAULTS[0]} {CLEAN[3]}"):
        left = new(entries, audited(text))
        assert [f.place.start for f in left] == [text.index(CLEAN[2]) + len(CLEAN[2]) + 1]
    half = f"{CLEAN[2]} {FAULTS[0]} {CLEAN[3]}\n\n{CLEAN[0]} {FAULTS[0]} {CLEAN[2]}"
    assert [f.place.line for f in new(entries, audited(half))] == [1]


def test_a_sentence_that_is_edited_is_looked_at_anew() -> None:
    entries = known(audited(FAULTS[0]))
    assert new(entries, audited(FAULTS[0].replace("문을", "창을")))
    assert new(entries, audited(FAULTS[0].replace("2023", "2024")))
    assert not new(entries, audited(FAULTS[0].replace(" ", "  ")))


def test_emphasis_and_comments_make_no_other_sentence() -> None:
    entries = known(audited(f"{CLEAN[0]} {FAULTS[0]} {CLEAN[1]}", "/nowhere/a.md"))
    marked = f"{CLEAN[0]} <!-- seen --> 1년 2023월에 **문을** 열었다. {CLEAN[1]}"
    report = audited(marked, "/nowhere/a.md")
    assert len(report.findings) == 1
    matching = Matching(entries, NOWHERE)
    assert matching.unknown(report).findings == ()
    assert matching.renewed() == entries


def test_a_renamed_file_is_known_and_a_copy_is_not(tmp_path: Path) -> None:
    old, copy = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(FAULTS[0], encoding="utf-8")
    entries = known(audited(FAULTS[0], str(old)), folder=tmp_path)
    assert [entry.path for entry in entries] == ["old.txt"]
    assert len(new(entries, audited(FAULTS[0], str(copy)), tmp_path)) == 1
    old.rename(copy)
    matching = Matching(entries, tmp_path)
    assert matching.unknown(audited(FAULTS[0], str(copy))).findings == ()
    assert [entry.path for entry in matching.renewed()] == ["new.txt"]
    again = matching.unknown(audited(FAULTS[0], str(tmp_path / "other.txt")))
    assert len(again.findings) == 1


def test_the_folder_of_the_baseline_decides_not_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path / "docs")
    entries = known(audited(FAULTS[0], "a.txt"), folder=tmp_path)
    assert [entry.path for entry in entries] == ["docs/a.txt"]
    assert new(entries, audited(FAULTS[0], str(tmp_path / "docs" / "a.txt")), tmp_path) == ()


def test_what_is_mended_leaves_and_what_was_not_looked_at_stays(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text("x", encoding="utf-8")
    both = f"{FAULTS[0]} {FAULTS[2]}"
    entries = known(*[audited(both, str(tmp_path / f"{name}.txt")) for name in "abc"], folder=tmp_path)
    matching = Matching(entries, tmp_path)
    matching.unknown(audited(f"{CLEAN[0]} {FAULTS[1]}", str(tmp_path / "a.txt"), "DAT001"))
    assert matching.known == 0
    assert matching.stale == 3  # DAT001 of a.txt, and both of c.txt, which is gone
    assert sorted((e.path, e.rule) for e in matching.renewed()) == [("a.txt", "DAT002"), ("b.txt", "DAT001"), ("b.txt", "DAT002")]
    assert [(e.path, e.sentence) for e in matching.added] == [("a.txt", FAULTS[1])]
    assert len(matching.renewed(grow=True)) == 4
    assert baseline.refusal(matching.added, "base.json") == (
        f"base.json would grow by 1 finding (DAT001 in a.txt: {FAULTS[1]}); --allow-growth lets it grow"
    )


def test_a_text_that_could_not_be_read_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    entries = known(audited(FAULTS[0], str(tmp_path / "a.txt")), folder=tmp_path)
    matching = Matching(entries, tmp_path)
    report = Report(str(tmp_path / "a.txt"), error="no")
    assert matching.unknown(report) is report
    assert matching.renewed() == entries
    assert matching.stale == 0


def test_a_long_sentence_is_cut_and_still_told_from_another() -> None:
    long = "1년 2023월에 " + "아주 " * 200
    report = audited(long + "먼 곳으로 갔다.")
    entries = known(report)
    assert len(entries[0].sentence) <= 300
    assert new(entries, report) == ()
    assert new(entries, audited(long + "먼 곳에서 왔다."))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "b.json:1:1: no baseline: expecting value"),
        ('{\n"schema": "mtaudit-baseline/1",\n<<<<<<< HEAD\n', "b.json:3:1: no baseline: "),
        ("[]", "b.json is no baseline of mtaudit"),
        ('{"schema": "mtaudit-report/1"}', "b.json is no baseline of mtaudit"),
        ('{"schema": "mtaudit-baseline/2"}', "b.json is a baseline of another version: mtaudit-baseline/2"),
        ('{"schema": "mtaudit-baseline/1"}', "b.json is a damaged baseline: it has no list of entries"),
        (
            '{"schema": "mtaudit-baseline/1", "entries": [{"path": "a"}]}',
            "b.json is a damaged baseline: entry 1 has not the keys path, ",
        ),
        ('{"schema": "mtaudit-baseline/1", "entries": ["a"]}', "b.json is a damaged baseline: entry 1 has not the keys path, "),
        ("[" * 200_000, "b.json is no baseline: it is nested too deeply"),
    ],
)
def test_a_damaged_file_is_told_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("b.json").write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableInput) as told:
        baseline.read("b.json")
    assert str(told.value).startswith(said)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("key", "value"), [("path", 1), ("sentence", None), ("findings", 0), ("findings", True), ("findings", "1")]
)
def test_a_value_of_the_wrong_kind_is_told(tmp_path: Path, key: str, value: object) -> None:
    row = {**Entry("a", "DAT001", "x", "", "")._asdict(), key: value}
    file = tmp_path / "b.json"
    file.write_text(json.dumps({"schema": baseline.SCHEMA, "entries": [row]}), encoding="utf-8")
    with pytest.raises(UnreadableInput, match="entry 1 holds a value of the wrong kind"):
        baseline.read(file)


def test_time_grows_with_the_number_of_findings_and_entries(tmp_path: Path) -> None:
    """One sentence everywhere, and every file renamed: the case in which entries could be compared with all findings."""

    def run(files: int) -> float:
        reports = [audited(f"{FAULTS[0]}\n\n{FAULTS[0]}", str(tmp_path / f"{n}.txt")) for n in range(files)]
        entries = [Entry(f"gone/{n}.txt", "DAT001", FAULTS[0], "", f"{n:08x}", 2) for n in range(files)]
        start = time.process_time()
        matching = Matching(entries, tmp_path)
        for report in reports:
            assert not matching.unknown(report).findings
        return time.process_time() - start

    run(10)
    assert run(1600) < 30 * max(run(200), 0.005)  # eight times as much: 8 if linear, 64 if quadratic


def check(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mtaudit", "check", ".", "--ui-lang", "en", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8")


@pytest.mark.parametrize("option", [(), ("--write-baseline",), ("--prune",)])
@pytest.mark.parametrize("name", ["bad.json", "sub", "/dev/full"])
def test_a_baseline_that_cannot_be_read_ends_the_run_in_one_sentence(tmp_path: Path, name: str, option: tuple[str, ...]) -> None:
    if name.startswith("/dev") and not Path(name).exists():
        pytest.skip("needs a device that never ends")
    for text in "ab":
        (tmp_path / f"{text}.txt").write_text(FAULTS[0], encoding="utf-8")
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    (tmp_path / "sub").mkdir()
    done = check(tmp_path, "--baseline", name, *option)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith(f"mtaudit: {name}")
    assert (tmp_path / "bad.json").read_text(encoding="utf-8") == "{"


def test_a_baseline_is_written_to_where_a_link_leads(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULTS[0], encoding="utf-8")
    (tmp_path / "link.json").symlink_to("real.json")
    done = check(tmp_path, "--baseline", "link.json", "--write-baseline")
    assert (done.returncode, done.stderr) == (0, "mtaudit: link.json holds 1 finding\n")
    assert (tmp_path / "link.json").is_symlink()
    assert sum(entry.findings for entry in baseline.read(tmp_path / "real.json")) == 1
