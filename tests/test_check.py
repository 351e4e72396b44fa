"""``mtaudit check``: the gate, the verdict, exit codes, changed lines, several reports at once."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mtaudit import gate
from mtaudit.config import Gate
from mtaudit.report import Report, Score

CLEAN = "두 나라는 새 항로를 열기로 했다. 배는 봄에 떠난다.\n"
MAJOR = "두 나라는 새 항로를 열기로 했다. 배는 1년 2023월에 떠난다.\n"
MINOR = "터미널를 지었다. 배는 봄에 떠난다.\n"


def run(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    ours = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "MTAUDIT", "COLUMNS", "GIT_"))}
    return subprocess.run(
        [sys.executable, "-m", "mtaudit", *arguments],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        env={**ours, "LANG": "C.UTF-8", **environment},
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {"clean.txt": CLEAN, "major.txt": MAJOR, "minor.txt": MINOR}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_verdict_is_one_sentence_and_the_exit_code(folder: Path) -> None:
    ready = run("check", "clean.txt", "minor.txt", cwd=folder)
    assert (ready.returncode, ready.stdout.splitlines()[-1]) == (0, "Ready: 2 documents passed.")
    not_ready = run("check", ".", cwd=folder)
    assert not_ready.returncode == 1
    assert not_ready.stdout.splitlines()[-1] == "Not ready: 1 of 3 documents fail (gate.fail-on 1)."
    assert run("check", ".", "--exit-zero", cwd=folder).returncode == 0
    alone = run("check", "major.txt", cwd=folder, MTAUDIT_UI_LANG="ko")
    assert alone.stdout.splitlines()[-1] == "불합격: 중대 이상 지적 1건."
    missing = run("check", "clean.txt", "no.txt", "--exit-zero", cwd=folder)
    assert missing.returncode == 2
    assert "Ready" not in missing.stdout


def test_the_gate_is_a_configuration(folder: Path) -> None:
    assert run("check", "minor.txt", "--fail-on", "minor", cwd=folder).returncode == 1
    assert run("check", "minor.txt", "--max-minor", "0", cwd=folder).stdout.splitlines()[-1] == (
        "Not ready: 1 minor finding, allowed 0."
    )
    assert "is below 99" in run("check", "minor.txt", "--min-score", "99", cwd=folder).stdout
    assert "MQM 점수 0.0점(기준 99점)" in run("check", "minor.txt", "--min-score", "99", "--ui-lang", "ko", cwd=folder).stdout
    (folder / "mtaudit.toml").write_text('[gate]\nfail-on = "never"\nmax = { PRT = 0 }\n', encoding="utf-8")
    assert run("check", "major.txt", cwd=folder).returncode == 0
    assert "1 finding of PRT, allowed 0" in run("check", "minor.txt", cwd=folder).stdout
    (folder / "mtaudit.toml").write_text('[gate]\nfail-on = "never"\nmax = { ALL = 0 }\n', encoding="utf-8")
    assert "1 finding of ALL, allowed 0" in run("check", "minor.txt", cwd=folder).stdout
    bad = run("check", "minor.txt", "--fail-on", "mino", cwd=folder)
    assert (bad.returncode, bad.stderr.count("\n")) == (2, 1)
    assert "did you mean 'minor'" in bad.stderr


@pytest.mark.parametrize(("calibrated", "least", "shown"), [(94.96, 95, "94.96"), (94.9, 95, "94.9"), (94.99999, 95, "94.99999")])
def test_a_score_below_the_gate_is_seen_to_be_below(calibrated: float, least: float, shown: str) -> None:
    report = Report("a.txt", scores=(Score("mqm", 99.0, "", {}, None, {"calibrated": calibrated}),))
    [reason] = gate.reasons(report, Gate(min_score=least))
    assert reason == ("gate.min-score", (f"MQM {shown} is below 95", f"MQM 점수 {shown}점(기준 95점)"))
    assert not gate.reasons(report, Gate(min_score=calibrated))


def test_settings_and_what_decided_them(folder: Path) -> None:
    (folder / "mtaudit.toml").write_text('[style]\nregister = "plain"\n', encoding="utf-8")
    said = run("check", "clean.txt", "--show-settings", "--lang", "ko", cwd=folder).stdout
    assert '  style.register = "plain"  # mtaudit.toml\n' in said
    assert '  lang = "ko"  # command line\n' in said
    assert '  gate.fail-on = "major"  # default\n' in said


def test_excluded_files_are_left_alone(folder: Path) -> None:
    (folder / "mtaudit.toml").write_text('exclude = ["major.*"]\n', encoding="utf-8")
    assert run("check", ".", cwd=folder).stdout.splitlines()[-1] == "Ready: 2 documents passed."


def git(folder: Path, *arguments: str) -> None:
    identity = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b"}
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, env={**os.environ, **identity})


def test_only_changed_lines_count(folder: Path) -> None:
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "one")
    assert run("check", ".", "--changed", "HEAD", cwd=folder).stdout.splitlines()[-1] == "Ready: 0 documents passed."
    (folder / "major.txt").write_text(f"{MAJOR}\n{CLEAN}", encoding="utf-8")
    (folder / "새 글.txt").write_text(MAJOR, encoding="utf-8")
    said = run("check", ".", "--changed", "HEAD", cwd=folder).stdout
    assert "새 글.txt:1:" in said
    assert "major.txt:1:" not in said
    assert said.splitlines()[-1] == "Not ready: 1 of 2 documents fail (gate.fail-on 1)."
    (folder / "major.txt").write_text(f"{CLEAN}\n{MAJOR}", encoding="utf-8")
    assert run("check", "major.txt", "--changed", "HEAD", cwd=folder).returncode == 0  # what was there only moved down
    unknown = run("check", ".", "--changed", "nowhere", cwd=folder)
    assert (unknown.returncode, unknown.stderr) == (2, "mtaudit: git knows no revision 'nowhere'\n")


def test_a_renamed_file_is_new_where_it_was_changed_and_a_file_outside_git_as_a_whole(folder: Path) -> None:
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "one")
    git(folder, "mv", "major.txt", "moved.txt")
    assert run("check", ".", "--changed", "HEAD", cwd=folder).stdout == "Ready: 1 document passed.\n"
    with (folder / "moved.txt").open("a", encoding="utf-8") as file:
        file.write(f"\n{MINOR}")
    assert run("check", ".", "--changed", "HEAD", cwd=folder).stdout.startswith("moved.txt:3:")
    (folder / ".gitignore").write_text("minor.txt\n", encoding="utf-8")
    git(folder, "rm", "-q", "--cached", "minor.txt")
    assert "minor.txt:1:" in run("check", "minor.txt", "--changed", "HEAD", cwd=folder).stdout, "named, though git ignores it"
    outside = folder.parent / f"{folder.name}.txt"
    outside.write_text(MAJOR, encoding="utf-8")
    assert run("check", str(outside), "--changed", "HEAD", cwd=folder).returncode == 1


def test_what_git_takes_for_binary_changed_as_a_whole(folder: Path) -> None:
    (folder / "wide.txt").write_text(CLEAN, encoding="utf-16")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "one")
    (folder / "wide.txt").write_text(MAJOR, encoding="utf-16")
    assert run("check", ".", "--changed", "HEAD", cwd=folder).returncode == 1


def test_a_revision_that_a_shallow_clone_lacks_is_said(folder: Path) -> None:
    git(folder, "init", "-q")
    for message in ("one", "two"):
        git(folder, "add", ".")
        git(folder, "commit", "--allow-empty", "-qm", message)
    git(folder, "clone", "-q", "--depth", "1", folder.as_uri(), "clone")
    done = run("check", ".", "--changed", "HEAD~1", cwd=folder / "clone")
    assert done.stderr == "mtaudit: git knows no revision 'HEAD~1'; this clone is shallow: fetch its history\n"


def test_no_repository_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLEAN, encoding="utf-8")
    done = run("check", "a.txt", "--changed", "HEAD", cwd=tmp_path, GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_several_reports_in_one_run(folder: Path) -> None:
    done = run("check", ".", "--output", "json=a.json", "--output", "jsonl=b.jsonl", "--output", "text=-", cwd=folder)
    assert done.returncode == 1
    assert "Not ready" in done.stdout
    assert "major.txt:1:" in done.stdout
    whole = json.loads((folder / "a.json").read_text(encoding="utf-8"))
    lines = [json.loads(line) for line in (folder / "b.jsonl").read_text(encoding="utf-8").splitlines()]
    assert whole["documents"] == lines
    assert len(lines) == 3
    twice = run("check", ".", "--output", "json=a", "--output", "jsonl=a", cwd=folder)
    assert (twice.returncode, twice.stderr.count("\n")) == (2, 1)
    unwritable = run("check", ".", "--output", "json=no/a.json", "--output", "text=-", cwd=folder)
    assert (unwritable.returncode, unwritable.stderr.count("\n")) == (2, 1)


def test_a_report_is_no_text_and_replaces_none(folder: Path) -> None:
    for _ in range(2):
        done = run("check", ".", "--output", "markdown=summary.md", cwd=folder)
        assert done.stdout.splitlines()[-1] == "Not ready: 1 of 3 documents fail (gate.fail-on 1)."
    run("scan", ".", "--output", "markdown=summary.md", "--output", "json=all.json", cwd=folder)
    assert json.loads((folder / "all.json").read_text(encoding="utf-8"))["summary"]["documents"] == 3
    for command, *more in (["check", "--output", "text=./major.txt"], ["check", "-o", "major.txt"], ["scan", "-o", "major.txt"]):
        refused = run(command, "major.txt", *more, cwd=folder)
        assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
    assert (folder / "major.txt").read_text(encoding="utf-8") == MAJOR
    assert run("check", ".", "--output", "json=a", "--output", "sarif=./a", cwd=folder).returncode == 2
    (folder / "good.json").write_text("good", encoding="utf-8")
    full = run("check", ".", "--output", "json=good.json", "--output", "sarif=/dev/full", cwd=folder)
    assert (full.returncode, full.stderr.count("\n")) == (2, 1)
    assert (folder / "good.json").read_text(encoding="utf-8") == "good"


def test_no_option_is_left_unheard(folder: Path) -> None:
    for options in (
        ["--statistics", "--output-format", "json"],
        ["--output", "json=a", "--output-format", "text"],
        ["--write-baseline", "--output", "json=a"],
        ["--write-baseline", "--watch"],
    ):
        refused = run("check", ".", *options, cwd=folder)
        assert (refused.returncode, refused.stderr.count("\n")) == (2, 1), options
    assert not (folder / "a").exists()
    assert run("check", ".", "--statistics", cwd=folder, MTAUDIT_OUTPUT_FORMAT="json").returncode == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "no such command 'chek'. Did you mean 'check'?"),
        (["--nope"], "no such option: --nope"),
        (["check", ".", "--max-minor", "many"], "invalid value for '--max-minor': 'many' is not a valid int"),
        (["check", "--config"], "option '--config' requires an argument"),
        (["glossary", "lookup"], "missing argument 'TERM'"),
    ],
)
def test_wrong_options_are_one_sentence(folder: Path, arguments: list[str], said: str) -> None:
    done = run(*arguments, cwd=folder)
    assert (done.returncode, done.stdout, done.stderr.startswith(f"mtaudit: {said}")) == (2, "", True)
    assert done.stderr.count("\n") == 1


def test_a_report_for_programs_is_alone_on_standard_output(folder: Path) -> None:
    done = run("check", ".", "--output-format", "json", cwd=folder)
    assert json.loads(done.stdout)["summary"]["documents"] == 3
    assert "Not ready" in done.stderr


def test_statistics(folder: Path) -> None:
    said = run("check", ".", "--statistics", cwd=folder).stdout
    assert "     1 in     1  DAT001  garbled-date" in said
    assert "major.txt:1" not in said


def test_watch_checks_again_after_a_change(folder: Path) -> None:
    pytest.importorskip("watchfiles")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "one")
    report = ["--output", "markdown=summary.md", "--output", "text=-"]
    command = [sys.executable, "-u", "-m", "mtaudit", "check", ".", "nowhere/*.md", *report, "--changed", "HEAD", "--watch"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8") as process:
        assert process.stdout is not None
        lines = iter(process.stdout.readline, "")

        def until(mark: str) -> list[str]:
            seen = []
            for line in lines:
                seen.append(line.rstrip("\n"))
                if mark in line:
                    return seen
            raise AssertionError(seen)

        assert "No verdict: 1 file could not be read." in until("watching")
        time.sleep(0.7)
        (folder / "new.txt").write_text(f"{CLEAN}\n{MAJOR}", encoding="utf-8")
        (folder / "new.txt").replace(folder / "clean.txt")  # as editors write
        assert any(line.startswith("clean.txt:3:") for line in until("No verdict"))
        time.sleep(0.7)
        (folder / "clean.txt").write_text(f"{MAJOR}\n{CLEAN}", encoding="utf-8")
        seen = until("No verdict")
        assert any(line.startswith("clean.txt:1:") for line in seen), "what git says is asked anew"
        (folder / "mtaudit.toml").write_text("fail = 1\n", encoding="utf-8")
        until("there is no key 'fail'")
        (folder / "mtaudit.toml").unlink()
        until("No verdict")
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        rest = list(lines)
        process.wait(20)
    assert process.returncode == 130
    assert rest == ["mtaudit: interrupted\n"], "its own report is no change"


def test_watch_follows_one_file_that_is_replaced(folder: Path) -> None:
    pytest.importorskip("watchfiles")
    command = [sys.executable, "-u", "-m", "mtaudit", "check", "clean.txt", "--watch"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8") as process:
        assert process.stdout is not None
        while "watching" not in process.stdout.readline():
            assert process.poll() is None
        for text in (MAJOR, CLEAN, MAJOR):
            time.sleep(0.7)
            (folder / "beside").write_text(text, encoding="utf-8")
            (folder / "beside").replace(folder / "clean.txt")
            wanted = "Ready" if text == CLEAN else "Not ready"
            while not (line := process.stdout.readline()).startswith(wanted):
                assert line
        process.send_signal(signal.SIGINT)
        process.wait(20)
    assert run("check", "-", "clean.txt", "--watch", cwd=folder).returncode == 2


def test_a_baseline_knows_what_was_there_and_cannot_grow_unless_told(folder: Path) -> None:
    wrote = run("check", ".", "--write-baseline", cwd=folder)
    assert (wrote.returncode, wrote.stdout) == (0, "")
    assert wrote.stderr == "mtaudit: mtaudit-baseline.json holds 2 findings\n"
    (folder / "mtaudit.toml").write_text('baseline = "mtaudit-baseline.json"\n', encoding="utf-8")
    assert run("check", ".", cwd=folder).stdout == "Ready: 3 documents passed.\n"
    (folder / "major.txt").write_text(f"{CLEAN}\n{MAJOR}", encoding="utf-8")  # moved
    assert run("check", ".", cwd=folder).returncode == 0
    assert run("scan", ".", cwd=folder).stdout == ""
    (folder / "clean.txt").write_text(MINOR, encoding="utf-8")
    assert "clean.txt:1:1: PRT001" in run("check", ".", cwd=folder).stdout
    before = (folder / "mtaudit-baseline.json").read_bytes()
    refused = run("check", ".", "--write-baseline", cwd=folder)
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
    assert "--allow-growth" in refused.stderr
    assert (folder / "mtaudit-baseline.json").read_bytes() == before
    assert run("check", ".", "--write-baseline", "--allow-growth", cwd=folder).returncode == 0
    assert run("check", ".", cwd=folder).stdout == "Ready: 3 documents passed.\n"
    (folder / "major.txt").write_text(CLEAN, encoding="utf-8")
    assert "holds 2 findings" in run("check", ".", "--prune", cwd=folder).stderr
    assert run("check", ".", "--baseline", "no.json", cwd=folder).returncode == 2


def test_a_suppression_has_a_reason_and_is_told_when_it_is_unused(folder: Path) -> None:
    page = "<!-- mtaudit-ignore DAT001: 원문 그대로 인용함 -->\n배는 1년 2023월에 떠난다.\n"
    (folder / "page.md").write_text(page, encoding="utf-8")
    done = run("check", "page.md", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    (folder / "page.md").write_text(page.replace("1년 2023월", "2023년 1월"), encoding="utf-8")
    assert "page.md:1: " in run("check", "page.md", cwd=folder).stderr
    found = json.loads(run("scan", "major.txt", "--output-format", "json", cwd=folder).stdout)["documents"][0]["findings"][0]
    told = run("ignore", found["fingerprint"][:8], "major.txt", "--reason", "원문 그대로", cwd=folder)
    assert told.returncode == 0, told.stderr
    assert run("check", "major.txt", cwd=folder).stdout == "Ready: 1 document passed.\n"
    score = json.loads(run("score", "major.txt", "--output-format", "json", cwd=folder).stdout)["total"]["scores"][0]
    assert score["value"] == 100
    (folder / "major.txt").write_text(CLEAN, encoding="utf-8")
    assert "mtaudit-ignore.toml:" in run("check", "major.txt", cwd=folder).stderr


def test_scan_fix_writes_what_is_safe_and_reports_the_rest(folder: Path) -> None:
    (folder / "both.txt").write_bytes(MAJOR.replace("배는", "터미널를 지었고 배는").encode("cp949"))
    done = run("scan", "both.txt", "--fix", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert (folder / "both.txt").read_bytes().decode("cp949") == MAJOR.replace("배는", "터미널을 지었고 배는").replace(
        "1년 2023월", "2023년 1월"
    )
    (folder / "page.md").write_text(
        "<!-- mtaudit-ignore DAT001: 인용 -->\n배는 1년 2023월에 떠난다. 터미널를 지었다.\n", encoding="utf-8"
    )
    assert run("scan", "page.md", "--fix", cwd=folder).returncode == 0
    assert (folder / "page.md").read_text(encoding="utf-8").endswith("배는 1년 2023월에 떠난다. 터미널을 지었다.\n")
    assert run("scan", "page.md", "--unsafe-fixes", cwd=folder).returncode == 2


def test_init_writes_a_configuration_that_check_takes(folder: Path) -> None:
    assert run("init", cwd=folder).returncode == 0
    assert "# Written by" in (folder / "mtaudit.toml").read_text(encoding="utf-8")
    again = run("init", cwd=folder)
    assert (again.returncode, again.stderr.count("\n")) == (2, 1)
    assert run("init", "--stdout", cwd=folder).stdout.startswith("# mtaudit:")
    assert run("check", ".", cwd=folder).returncode == 1
