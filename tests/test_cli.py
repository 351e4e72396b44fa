"""The command line as a user meets it: in a process of its own, with real files, pipes and devices."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

FAULTY = "1년 2023월에 문을 열었다.\n"
CLEAN = "2023년 1월에 문을 열었다.\n"
MTAUDIT = [sys.executable, "-m", "mtaudit"]


def run(*arguments: str, cwd: Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    settings = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "MTAUDIT"))}
    return subprocess.run(
        [*MTAUDIT, *arguments], cwd=cwd, input=stdin, capture_output=True, env={**settings, "LANG": "C.UTF-8", **environment}
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "faulty.txt").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "clean.txt").write_text(CLEAN, encoding="utf-8")
    return tmp_path


def test_a_line_a_finding(folder: Path) -> None:
    done = run("scan", "faulty.txt", cwd=folder)
    assert done.returncode == 0
    assert done.stdout.decode() == "faulty.txt:1:1: DAT001 there is no month 2023: 1년 2023월 → 2023년 1월\n"
    assert done.stderr == b""


def test_messages_in_korean_by_option_environment_and_locale(folder: Path) -> None:
    by_option = run("scan", "faulty.txt", "--ui-lang", "ko", cwd=folder).stdout
    assert "2023월" in by_option.decode() and b"month" not in by_option
    assert run("scan", "faulty.txt", cwd=folder, MTAUDIT_UI_LANG="ko").stdout == by_option
    assert run("scan", "faulty.txt", cwd=folder, LANG="ko_KR.UTF-8").stdout == by_option
    assert run("scan", "faulty.txt", "--ui-lang", "fr", cwd=folder).returncode == 2


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["faulty.txt"], 0),
        (["faulty.txt", "--fail-on", "major"], 1),
        (["faulty.txt", "--fail-on", "critical"], 1),
        (["clean.txt", "--fail-on", "neutral"], 0),
        (["faulty.txt", "--fail-on", "major", "--exit-zero"], 0),
        (["faulty.txt", "--fail-on", "grave"], 2),
        (["faulty.txt", "--select", "NUM", "--fail-on", "neutral"], 0),
        (["faulty.txt", "--ignore", "DAT", "--fail-on", "neutral"], 0),
        (["missing.txt"], 2),
        (["missing.txt", "--exit-zero"], 2),
        (["faulty.txt", "--min-confidence", "1", "--fail-on", "neutral"], 0),
        (["faulty.txt", "--min-confidence", "2"], 2),
        (["faulty.txt", "--output-format", "xml"], 2),
        (["faulty.txt", "--preset", "news"], 2),
        (["faulty.txt", "--register", "rude"], 2),
        (["faulty.txt", "--encoding", "utf-99"], 2),
        (["faulty.txt", "--output-file", "no/such/folder"], 2),
        ([], 2),
    ],
)
def test_exit_codes(folder: Path, arguments: list[str], code: int) -> None:
    done = run("scan", *arguments, cwd=folder)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    if code == 2 and arguments:
        assert done.stderr.strip()


def test_a_typing_error_gets_a_suggestion(folder: Path) -> None:
    assert b"did you mean 'garbled-date'" in run("scan", "faulty.txt", "--select", "garbeld-date", cwd=folder).stderr
    assert b"did you mean 'news-ko'" in run("scan", "faulty.txt", "--preset", "news-kr", cwd=folder).stderr


def test_a_bad_file_does_not_stop_the_others(folder: Path) -> None:
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "sub").mkdir()
    done = run("scan", "missing.txt", "binary.txt", "faulty.txt", "--output-format", "json", cwd=folder)
    assert done.returncode == 2
    documents = {d["path"]: d for d in json.loads(done.stdout)["documents"]}
    assert documents["missing.txt"]["error"] and documents["binary.txt"]["error"]
    assert len(documents["faulty.txt"]["findings"]) == 1
    assert len(done.stderr.decode().splitlines()) == 2


def test_standard_input(folder: Path) -> None:
    done = run("scan", "-", "--stdin-filename", "dir/x.md", "--output-format", "jsonl", cwd=folder, stdin=FAULTY.encode("cp949"))
    document = json.loads(done.stdout)
    assert (document["path"], document["format"], len(document["findings"])) == ("dir/x.md", "markdown", 1)
    assert b"-:1:1: DAT001" in run("scan", "-", cwd=folder, stdin=FAULTY.encode()).stdout


def test_folders_and_globs(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "a.md").write_text(FAULTY, encoding="utf-8")
    (folder / "sub" / "b.py").write_text(FAULTY, encoding="utf-8")
    (folder / ".gitignore").write_text("clean.txt\n", encoding="utf-8")
    paths = [json.loads(line)["path"] for line in run("scan", ".", "--output-format", "jsonl", cwd=folder).stdout.splitlines()]
    assert sorted(paths) == ["faulty.txt", "sub/a.md"]
    globbed = [
        json.loads(line)["path"] for line in run("scan", "**/*.md", "--output-format", "jsonl", cwd=folder).stdout.splitlines()
    ]
    assert globbed == ["sub/a.md"]


def test_an_output_file_is_whole_or_not_there(folder: Path) -> None:
    assert run("scan", "faulty.txt", "--output-format", "json", "-o", "out.json", cwd=folder).stdout == b""
    assert json.loads((folder / "out.json").read_bytes())["summary"]["findings"] == 1
    before = (folder / "out.json").read_bytes()
    assert run("scan", "faulty.txt", "--select", "NOPE", "-o", "out.json", cwd=folder).returncode == 2
    assert (folder / "out.json").read_bytes() == before
    assert [p.name for p in folder.iterdir() if p.name.startswith(".mtaudit")] == []


def test_environment_chooses_the_format(folder: Path) -> None:
    assert json.loads(run("scan", "faulty.txt", cwd=folder, MTAUDIT_OUTPUT_FORMAT="json").stdout)["schema"] == "mtaudit-report/1"


def test_color(folder: Path) -> None:
    def rich(*more: str) -> bytes:
        return run("scan", "faulty.txt", "--output-format", "rich", *more, cwd=folder).stdout

    assert b"\x1b[" not in rich()
    assert b"\x1b[" in rich("--color", "always")
    assert b"\x1b[" not in rich("--color", "never")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("form", ["text", "json", "jsonl", "rich"])
def test_a_full_disk_gets_one_sentence(folder: Path, form: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*MTAUDIT, "scan", "faulty.txt", "--output-format", form], cwd=folder, stdout=full, stderr=subprocess.PIPE
        )
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == ["mtaudit: cannot write the report: no space left on device"]


def test_a_closed_pipe_ends_quietly(folder: Path) -> None:
    (folder / "long.txt").write_text(FAULTY * 20000, encoding="utf-8")
    with subprocess.Popen([*MTAUDIT, "scan", "long.txt"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.skipif(os.name == "nt", reason="sends a POSIX signal")
def test_ctrl_c_says_so_and_leaves_nothing_half_written(folder: Path) -> None:
    with subprocess.Popen(
        [*MTAUDIT, "scan", "-", "-o", "out.json", "--output-format", "json"],
        cwd=folder,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stderr is not None
        while not list(folder.glob(".mtaudit-*")):  # it has begun to write, and waits for input
            assert process.poll() is None
            time.sleep(0.02)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        said = process.stderr.read().decode()
    assert process.returncode == 130
    assert said == "mtaudit: interrupted\n"
    assert not [p for p in folder.iterdir() if p.name.startswith((".mtaudit", "out"))]


def test_rules_and_explain(folder: Path) -> None:
    listed = run("rules", cwd=folder).stdout.decode()
    assert "DAT001  garbled-date" in listed
    assert json.loads(run("rules", "--select", "DAT", "--output-format", "json", cwd=folder).stdout)[0]["code"] == "DAT001"
    said = run("explain", "garbled-date", cwd=folder).stdout.decode()
    assert said.startswith("DAT001 garbled-date")
    assert "✗ " in said and "✓ " in said and "Not reported:" in said
    assert run("explain", "DAT001", cwd=folder).stdout.decode() == said
    assert run("explain", "garbled", cwd=folder).returncode == 2
    assert "날짜" in run("explain", "DAT001", "--ui-lang", "ko", cwd=folder).stdout.decode()


def test_version_and_help(folder: Path) -> None:
    from mtaudit import __version__

    assert run("--version", cwd=folder).stdout.decode().strip() == f"mtaudit {__version__}"
    for command in ([], ["scan"], ["rules"], ["explain"]):
        assert run(*command, "--help", cwd=folder).returncode == 0


def test_the_shell_completes_names_of_rules(folder: Path) -> None:
    words = {"COMP_WORDS": "mtaudit explain garb", "COMP_CWORD": "2", "_MTAUDIT_COMPLETE": "complete_bash"}
    script = Path(sys.executable).parent / "mtaudit"
    done = subprocess.run([script], cwd=folder, env={**os.environ, **words}, capture_output=True)
    assert "garbled-date" in done.stdout.decode().split()


def test_a_file_name_is_never_markup(folder: Path) -> None:
    name = "[red]x[bold]\x1b[31m.txt"
    (folder / name).write_text(FAULTY, encoding="utf-8")
    for form in ("rich", "text"):
        said = run("scan", name, "--output-format", form, cwd=folder).stdout.decode()
        assert "[red]x[bold]␛[31m.txt" in said
        assert "\x1b" not in said
    assert json.loads(run("scan", name, "--output-format", "json", cwd=folder).stdout)["documents"][0]["path"] == name


def test_a_fault_of_ours_does_not_cost_the_other_files(folder: Path) -> None:
    code = (
        "from mtaudit import engine\n"
        "audit = engine.audit\n"
        "def faulty(document, settings):\n"
        "    if document.name == 'clean.txt': raise IndexError('oops')\n"
        "    return audit(document, settings)\n"
        "engine.audit = faulty\n"
        "from mtaudit.cli import app\n"
        "app(['scan', 'clean.txt', 'faulty.txt'])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True)
    assert done.returncode == 2
    assert done.stdout.startswith(b"faulty.txt:1:1: DAT001")
    assert b"internal error" in done.stderr and b"Traceback" not in done.stderr
