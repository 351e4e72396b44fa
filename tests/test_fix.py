"""``mtaudit fix``: texts get better and never worse, and files stay what they were in all but the corrections."""

from __future__ import annotations

import codecs
import os
import pty
import re
import select
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mtaudit import engine, fixing, readers
from mtaudit.cli import rewriting
from mtaudit.cli.fix import fixed, rereading
from mtaudit.cli.rewriting import NotWritten
from mtaudit.config import Settings
from mtaudit.document import Document
from mtaudit.report import Finding, Fix, Message, Report
from mtaudit.writers import diff
from test_properties import TEXTS

MTAUDIT = [sys.executable, "-m", "mtaudit"]
FAULTY = "부두는 1년 2023월에 문을 열었다.\n그는 섬으로 갔습니다. .\n파도가 높다.\n"
RIGHT = "부두는 2023년 1월에 문을 열었다.\n그는 섬으로 갔습니다.\n파도가 높다.\n"
KOREAN = Settings(lang="ko")
REGISTERS = "--register=plain"


def run(*arguments: str, cwd: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "MTAUDIT"))}
    return subprocess.run(
        [*MTAUDIT, "fix", *arguments], cwd=cwd, input=stdin, capture_output=True, env={**environment, "LANG": "C.UTF-8"}
    )


def corrected(text: str, *, unsafe: bool = False, form: str = "text") -> fixing.Fixed:
    report = engine.audit(readers.read_text(text, "x", form), KOREAN)
    return fixed(report, partial(engine.audit, settings=KOREAN), unsafe)


def text_of(done: fixing.Fixed) -> str:
    assert done.report.document is not None
    return done.report.document.text


def left_behind(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".mtaudit")]


# Texts


def toy_fixed(text: str, *rules: tuple[str, str]) -> fixing.Fixed:
    """A text corrected by rules that report a word and put another in its place; a word in its own place is only reported."""

    def audit(document: Document) -> Report:
        found = []
        for number, (wrong, right) in enumerate(rules):
            for m in re.finditer(re.escape(wrong), document.text):
                place = document.place_at(*m.span(), "1")
                found.append(
                    Finding(
                        f"TOY{number:03}",
                        wrong,
                        "x",
                        "minor",
                        1.0,
                        place,
                        Message("", ""),
                        Fix(right, True) if right != wrong else None,
                    )
                )
        return Report(document.name, document=document, findings=tuple(sorted(found, key=lambda f: f.place.start)))

    return fixing.fixed(audit(readers.read_text(text)), audit, readers.read_text)


def test_a_text_is_corrected_and_says_how() -> None:
    done = corrected(FAULTY)
    assert text_of(done) == RIGHT
    assert [f.rule for f in done.applied] == ["garbled-date", "stray-punctuation"]
    assert done.refused == ()
    assert done.report == engine.audit(replace(readers.read_text(RIGHT, "x"), target_lang="ko"), KOREAN)


def test_of_fixes_that_overlap_the_first_is_made_and_the_other_in_the_next_round() -> None:
    done = toy_fixed("abc", ("ab", "x"), ("bc", "y"))
    assert (text_of(done), len(done.applied)) == ("xc", 1)
    assert text_of(toy_fixed("abc", ("ab", "b"), ("bc", "y"))) == "y"


def test_two_insertions_at_one_place_are_made_one_by_one() -> None:
    document = readers.read_text("가나")
    place = document.place_at(1, 1)
    both = [Finding(code, "x", "x", "minor", 1.0, place, Message("", ""), Fix(code, True)) for code in "AB"]
    assert [f.code for f in fixing.apart(both)] == ["A"]


def test_fixes_that_undo_each_other_end() -> None:
    done = toy_fixed("a", ("a", "b"), ("b", "a"))
    assert text_of(done) == "a" and done.refused


def test_a_fix_that_never_settles_ends() -> None:
    assert text_of(toy_fixed("b", ("b", "b!"))) == "b" + "!" * fixing.ROUNDS


def test_a_fix_that_brings_up_a_finding_is_not_made_and_the_others_are() -> None:
    done = toy_fixed("a1 a2 a3 b", ("a1", "x1"), ("a2", "c"), ("a3", "x3"), ("b", "y"), ("c", "c"))
    assert text_of(done) == "x1 a2 x3 y"
    assert [f.place.text for f in done.refused] == ["a2"]


def test_a_finding_that_can_be_fixed_too_may_come_up_in_between() -> None:
    assert text_of(toy_fixed("a", ("a", "b"), ("b", "c"))) == "c"
    # Here what comes up in the end cannot be fixed: nothing is changed at all.
    assert text_of(toy_fixed("a", ("a", "b"), ("b", "c"), ("c", "c"))) == "a"


def audits_of(text: str, *, unsafe: bool) -> tuple[fixing.Fixed, int]:
    """A text corrected, and how often it was audited for that."""
    audited: list[Document] = []

    def audit(document: Document) -> Report:
        audited.append(document)
        return engine.audit(document, KOREAN)

    report = engine.audit(readers.read_text(text, "x"), KOREAN)
    return fixed(report, audit, unsafe), len(audited)


def test_a_name_is_corrected_at_all_its_places_at_once() -> None:
    text = "장치를 켭니다. 장치가 켜지면 장치를 봅니다.\n" * 60 + "이제 디바이스 이름을 정합니다. 디바이스가 켜집니다.\n" * 40
    done, audits = audits_of(text, unsafe=True)
    assert text_of(done).count("장치") == 260
    assert [f.rule for f in done.applied].count("term-variants") == 80
    assert audits <= 5


def test_a_fix_that_fits_before_no_particle_is_made_before_none() -> None:
    text = "동맹국은 셋이다. 동맹국은 크다. 동맹국이 온다. 지역 연합국 관리를 만났다. 그 연합국을 보았다. 연합국 대표도 왔다.\n"
    report = engine.audit(readers.read_text(text, "x"), KOREAN)
    (finding,) = [f for f in report.findings if f.rule == "term-variants"]
    assert finding.fix is not None
    vowel = finding._replace(place=finding.place)
    everywhere = fixing.candidates(report._replace(findings=(vowel,)), unsafe=True)
    assert [f.place.text + text[f.place.end] for f in everywhere] == ["연합국 ", "연합국 "]
    assert fixing.candidates(report._replace(findings=(vowel,)), unsafe=False) == []


def test_one_bad_fix_of_many_in_a_line_is_found_by_halving() -> None:
    line = "부두는 1년 2023월에 열렸다. " * 500 + "그는 일 번&#x200B;로 갔다.\n"
    done, audits = audits_of(line, unsafe=False)
    assert [f.rule for f in done.refused] == ["html-entity"]
    assert text_of(done).count("2023년 1월") == 500
    assert audits < 40


def test_fixes_that_do_harm_elsewhere_are_not_all_looked_for() -> None:
    def audit(document: Document) -> Report:
        """Every ``a`` may be ``b``; more than twenty ``b`` are reported at the end."""
        text = document.text
        places = [document.place_at(m.start(), m.end(), str(m.start())) for m in re.finditer("a", text)]
        found = [Finding("A", "a", "x", "minor", 1.0, place, Message("", ""), Fix("b", True)) for place in places]
        if text.count("b") > 20:
            end = document.place_at(len(text), len(text), "end")
            found.append(Finding("B", "b", "x", "minor", 1.0, end, Message("", "")))
        audited.append(document)
        return Report(document.name, document=document, findings=tuple(found))

    audited: list[Document] = []
    done = fixing.fixed(audit(readers.read_text("a" * 1000)), audit, readers.read_text)
    assert text_of(done) == "b" * 20 + "a" * 980
    assert len(audited) < 60


def test_the_rules_are_held_to_it() -> None:
    done = corrected("그는 일 번&#x200B;로 갔다.\n")
    assert "&#x200B;" in text_of(done)  # without it 번로 would be a wrong particle, whose correction is not safe
    assert [f.rule for f in done.refused] == ["html-entity"]
    assert text_of(corrected("그는 일 번&#x200B;로 갔다.\n", unsafe=True)) == "그는 일 번으로 갔다.\n"


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("form", ["text", "markdown"])
@given(written=TEXTS)
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_is_left_to_fix_and_nothing_gets_worse(form: str, unsafe: bool, written: str) -> None:
    before = engine.audit(readers.read_text(written, "x", form), KOREAN)
    done = fixed(before, partial(engine.audit, settings=KOREAN), unsafe)
    left = fixing.fixable(done.report.findings, unsafe)
    assert left == list(done.refused)

    def counted(report: Report) -> Counter[str]:
        return Counter(f.code for f in report.findings if f.severity != "neutral")

    assert not counted(done.report) - counted(before)
    if not done.refused:
        again = corrected(text_of(done), unsafe=unsafe, form=form)
        assert text_of(again) == text_of(done)


def test_segments_keep_their_sources() -> None:
    document = readers.with_source(readers.read_text("가 1년 2023월.\n나.\n", "x"), readers.read_text("one\ntwo\n", "y"))
    read = rereading(Report("x", document=document, target_lang="ko"))
    assert [s.source for s in read("가 2023년 1월.\n나.\n").segments] == ["one", "two"]
    assert [s.source for s in read("가.\n\n새.\n나.\n").segments] == [None, None, "two"]
    assert read("가.\n").target_lang == "ko"


# Files

ENCODINGS = {
    "utf-8": (b"", "utf-8"),
    "bom": (codecs.BOM_UTF8, "utf-8"),
    "cp949": (b"", "cp949"),
    "utf-16-le with bom": (codecs.BOM_UTF16_LE, "utf-16-le"),
    "utf-16-be with bom": (codecs.BOM_UTF16_BE, "utf-16-be"),
    "utf-16-le": (b"", "utf-16-le"),
    "utf-32-be with bom": (codecs.BOM_UTF32_BE, "utf-32-be"),
}
ENDS = {"lf": "\n", "crlf": "\r\n", "cr": "\r", "mixed": None, "none at the end": ""}


def with_ends(text: str, ends: str) -> str:
    end = ENDS[ends]
    if end is None:
        one, two, three = text.splitlines()
        return f"{one}\r\n{two}\n{three}\r"
    return text.removesuffix("\n") if end == "" else text.replace("\n", end)


@pytest.mark.parametrize("ends", ENDS)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_file_keeps_its_encoding_its_mark_and_its_line_ends(tmp_path: Path, encoding: str, ends: str) -> None:
    mark, codec = ENCODINGS[encoding]
    path = tmp_path / "a.txt"
    path.write_bytes(mark + with_ends(FAULTY, ends).encode(codec))
    document = readers.read_file(path)
    done = fixed(engine.audit(document, KOREAN), partial(engine.audit, settings=KOREAN))
    rewriting.rewrite(document, text_of(done))
    assert path.read_bytes() == mark + with_ends(RIGHT, ends).encode(codec)
    assert left_behind(tmp_path) == []


def test_a_mark_that_an_option_does_not_speak_of_stays(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(codecs.BOM_UTF8 + FAULTY.encode())
    assert run("a.txt", "--write", "--encoding", "utf-8", cwd=tmp_path).returncode == 0
    assert (tmp_path / "a.txt").read_bytes() == codecs.BOM_UTF8 + RIGHT.encode()


@pytest.mark.parametrize("codec", ["utf-8", "cp949"])
def test_bytes_that_could_not_be_decoded_survive(tmp_path: Path, codec: str) -> None:
    (tmp_path / "a.txt").write_bytes(FAULTY.encode(codec) + b"\xff\xfe " + FAULTY.encode(codec))
    assert run("a.txt", "--write", "--encoding", codec, cwd=tmp_path).returncode == 0
    assert (tmp_path / "a.txt").read_bytes() == RIGHT.encode(codec) + b"\xff\xfe " + RIGHT.encode(codec)


def test_a_character_that_the_encoding_lacks_leaves_the_file_alone(tmp_path: Path) -> None:
    data = "그는 &#128512; 표시를 보냈다. 1년 2023월의 일이다.\n".encode("cp949")
    (tmp_path / "a.txt").write_bytes(data)
    (tmp_path / "b.txt").write_text(FAULTY, encoding="utf-8")
    for how in ("--write", "--diff"):
        done = run("a.txt", "b.txt", how, "--quiet", cwd=tmp_path)
        assert done.returncode == 2
        assert done.stderr.decode() == "mtaudit: a.txt is left as it is: cp949 has no ‘😀’ (U+1F600)\n"
    assert (tmp_path / "a.txt").read_bytes() == data
    assert (tmp_path / "b.txt").read_text(encoding="utf-8") == RIGHT


def test_a_file_that_changed_since_it_was_read_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FAULTY, encoding="utf-8")
    document = readers.read_file(path)
    path.write_text("다른 글이다.\n", encoding="utf-8")
    with pytest.raises(NotWritten, match="has changed since"):
        rewriting.rewrite(document, RIGHT)
    assert path.read_text(encoding="utf-8") == "다른 글이다.\n"


def test_bytes_with_two_spellings_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    data = "これは日本語の文章です。".encode("cp932") + b"\x87\x90\n"  # ≒, which is written as 81 E0
    path.write_bytes(data)
    document = readers.read_file(path, "cp932")
    with pytest.raises(NotWritten, match="not all of its bytes"):
        rewriting.rewrite(document, document.text + "。")
    assert path.read_bytes() == data


def test_only_texts_are_written_back(tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match="cannot be corrected"):
        rewriting.writable(replace(readers.read_text("가"), format="docx"))
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotWritten, match="no regular file"):
        rewriting.rewrite(replace(readers.read_text("가"), name=str(tmp_path / "pipe")), "나")


def test_a_link_and_a_mode_stay(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    target = tmp_path / "sub" / "a.txt"
    target.write_text(FAULTY, encoding="utf-8")
    target.chmod(0o640)
    (tmp_path / "link.txt").symlink_to("sub/a.txt")
    assert run("link.txt", "--write", cwd=tmp_path).returncode == 0
    assert (tmp_path / "link.txt").is_symlink()
    assert target.read_text(encoding="utf-8") == RIGHT
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert left_behind(tmp_path) == left_behind(tmp_path / "sub") == []


AS_ANOTHER = """
import contextlib, os, sys
from mtaudit.cli import app
with contextlib.suppress(SystemExit):
    app(["fix", "--write", "warm.txt"], standalone_mode=False)
if os.geteuid() == 0:
    os.setuid(65534)
app(["fix", "--write", *sys.argv[1:]])
"""


@pytest.mark.parametrize("forbidden", ["file", "folder"])
def test_without_permission_nothing_is_written(tmp_path: Path, forbidden: str) -> None:
    tmp_path.chmod(0o755)
    for parent in tmp_path.parents:
        if parent.name.startswith(("pytest-", "popen-")):
            parent.chmod(0o755)
    folder = tmp_path / "sub"
    folder.mkdir()
    path = folder / "a.txt"
    path.write_text(FAULTY, encoding="utf-8")
    (tmp_path / "warm.txt").write_text(FAULTY, encoding="utf-8")
    path.chmod(0o444 if forbidden == "file" else 0o666)
    folder.chmod(0o777 if forbidden == "file" else 0o555)
    done = subprocess.run([sys.executable, "-c", AS_ANOTHER, "sub/a.txt"], cwd=tmp_path, capture_output=True)
    folder.chmod(0o755)
    assert done.returncode == 2, done.stderr
    (line,) = [line for line in done.stderr.decode().splitlines() if line.startswith("mtaudit:")]
    assert line.startswith("mtaudit: sub/a.txt ") and line.endswith("permission denied")
    assert path.read_text(encoding="utf-8") == FAULTY
    assert left_behind(folder) == []


FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))
from mtaudit.__main__ import main
sys.argv = ["mtaudit", "fix", "--write", "a.txt"]
main()
"""


def test_where_there_is_no_room_the_file_stays(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULTY, encoding="utf-8")
    done = subprocess.run([sys.executable, "-B", "-c", FULL], cwd=tmp_path, capture_output=True)
    assert done.returncode == 2
    assert "mtaudit: a.txt is left as it is: it cannot be written: file too large" in done.stderr.decode()
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == FAULTY
    assert left_behind(tmp_path) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("source", ["a.txt", "-"])
def test_a_full_disk_gets_one_sentence(tmp_path: Path, source: str) -> None:
    (tmp_path / "a.txt").write_text(FAULTY, encoding="utf-8")
    done = run(source, "-o", "/dev/full", cwd=tmp_path, stdin=FAULTY.encode())
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[-1] == "mtaudit: cannot write the report: no space left on device"


# The command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "clean.txt").write_text("부두는 조용했다.\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["a.txt"], 1),
        (["a.txt", "--diff"], 1),
        (["a.txt", "--exit-zero"], 0),
        (["clean.txt"], 0),
        (["a.txt", "--select", "NUM"], 0),
        (["a.txt", "--write"], 0),
        (["missing.txt"], 2),
        (["missing.txt", "--exit-zero"], 2),
        (["missing.txt", "a.txt"], 2),
        (["a.txt", "--write", "--diff"], 2),
        (["a.txt", "--write", "--interactive"], 2),
        (["a.txt", "--interactive"], 2),
        (["-", "a.txt"], 2),
        (["a.txt", "-o", "./a.txt"], 2),
        (["a.txt", "--select", "NOPE"], 2),
    ],
)
def test_exit_codes(folder: Path, arguments: list[str], code: int) -> None:
    done = run(*arguments, cwd=folder)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    if "--write" not in arguments:
        assert (folder / "a.txt").read_text(encoding="utf-8") == FAULTY


def test_the_summary_counts_by_rule_and_tells_what_is_left(folder: Path) -> None:
    (folder / "b.txt").write_text("그는 갔다. 나는 왔다. 우리는 섰다. 너는 갔습니다.\n" + FAULTY, encoding="utf-8")
    said = run("a.txt", "b.txt", "clean.txt", REGISTERS, cwd=folder).stderr.decode().splitlines()
    assert said[0] == "4 findings can be corrected in 2 of 3 texts, 3 more with --unsafe-fixes"
    assert "     2  DAT001 garbled-date" in said
    assert "     3  REG001 mixed-register  (--unsafe-fixes)" in said
    written = run("a.txt", "b.txt", "--write", "--unsafe-fixes", REGISTERS, "--ui-lang", "ko", cwd=folder)
    assert written.stdout.decode().splitlines()[0] == "글 2건 가운데 2건에서 지적 7건을 고쳤음"
    assert (folder / "a.txt").read_text(encoding="utf-8") == RIGHT.replace("갔습니다", "갔다")
    assert run("a.txt", "--write", "-q", cwd=folder).stdout == b""


def test_a_bad_file_does_not_stop_the_others(folder: Path) -> None:
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    done = run("missing.txt", "binary.txt", "a.txt", "--write", "-q", cwd=folder)
    assert done.returncode == 2
    assert len(done.stderr.decode().splitlines()) == 2
    assert (folder / "a.txt").read_text(encoding="utf-8") == RIGHT


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_standard_input_comes_out_corrected(folder: Path, encoding: str) -> None:
    mark, codec = ENCODINGS[encoding]
    given = mark + FAULTY.replace("\n", "\r\n").encode(codec)
    done = run("-", cwd=folder, stdin=given)
    assert (done.returncode, done.stdout) == (0, mark + RIGHT.replace("\n", "\r\n").encode(codec))
    assert run("-", "-o", "out.txt", cwd=folder, stdin=given).stdout == b""
    assert (folder / "out.txt").read_bytes() == done.stdout


def test_standard_input_keeps_a_mark_that_an_option_does_not_speak_of(folder: Path) -> None:
    done = run("-", "--encoding", "utf-8", cwd=folder, stdin=codecs.BOM_UTF8 + FAULTY.encode())
    assert done.stdout == codecs.BOM_UTF8 + RIGHT.encode()


def test_standard_input_that_is_closed_gets_one_sentence(folder: Path) -> None:
    done = subprocess.run([*MTAUDIT, "fix", "-"], cwd=folder, capture_output=True, preexec_fn=lambda: os.close(0))
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"mtaudit: standard input is closed\n")


def test_standard_input_with_nothing_to_correct_comes_out_byte_for_byte(folder: Path) -> None:
    data = "これは日本語の文章です。".encode("cp932") + b"\x87\x90\r\n\r"  # a character with two spellings
    assert run("-", "--encoding", "cp932", "--lang", "ja", cwd=folder, stdin=data).stdout == data


def test_standard_input_comes_out_also_where_nothing_is_wrong_and_not_at_all_where_it_is_no_text(folder: Path) -> None:
    assert run("-", cwd=folder, stdin=b"\xea\xb0\x80").stdout == b"\xea\xb0\x80"
    (folder / "out.txt").write_text("was here", encoding="utf-8")
    assert run("-", "-o", "out.txt", cwd=folder, stdin=bytes(range(256)) * 8).returncode == 2
    assert (folder / "out.txt").read_text(encoding="utf-8") == "was here"
    shown = run("-", "--diff", "--stdin-filename", "dir/x.md", cwd=folder, stdin=FAULTY.encode())
    assert shown.returncode == 1 and shown.stdout.startswith(b"--- a/dir/x.md\n+++ b/dir/x.md\n")


# Diffs

NAMES = ["a.txt", "sub/나루 이야기.txt", 'q"uo\\te.txt', "tab\there\x1b[31m.txt", "\u202egpj.txt"]
LONG = "".join(f"{i}번째 줄이다.\n" for i in range(30))


@pytest.mark.parametrize("tool", ["patch", "git"])
@pytest.mark.parametrize("ends", ["lf", "crlf", "none at the end"])
@pytest.mark.parametrize("encoding", ["utf-8", "bom", "cp949"])
def test_a_diff_can_be_applied(tmp_path: Path, encoding: str, ends: str, tool: str) -> None:
    mark, codec = ENCODINGS[encoding]
    (tmp_path / "a.txt").write_bytes(mark + with_ends(FAULTY + LONG + FAULTY, ends).encode(codec))
    apply(run("a.txt", cwd=tmp_path).stdout, tmp_path, tool)
    assert (tmp_path / "a.txt").read_bytes() == mark + with_ends(RIGHT + LONG + RIGHT, ends).encode(codec)


def apply(diff: bytes, folder: Path, tool: str) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"needs {tool}")
    command = ["patch", "-p1"] if tool == "patch" else ["git", "apply", "--whitespace=nowarn"]
    subprocess.run(command, cwd=folder, input=diff, check=True, capture_output=True)


@pytest.mark.parametrize("tool", ["patch", "git"])
@pytest.mark.parametrize("name", NAMES)
def test_a_diff_finds_files_with_strange_names_and_commands_no_terminal(tmp_path: Path, name: str, tool: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(FAULTY, encoding="utf-8")
    shown = run(name, cwd=tmp_path).stdout
    assert b"\x1b" not in shown and "\u202e" not in shown.decode()
    apply(shown, tmp_path, tool)
    assert path.read_text(encoding="utf-8") == RIGHT


def test_several_files_make_one_diff(folder: Path) -> None:
    (folder / "b.txt").write_text(LONG + FAULTY, encoding="utf-8")
    done = run(".", "-o", "all.diff", cwd=folder)
    assert (done.returncode, done.stdout) == (1, b"")
    apply((folder / "all.diff").read_bytes(), folder, "git")
    assert (folder / "a.txt").read_text(encoding="utf-8") == RIGHT
    assert (folder / "b.txt").read_text(encoding="utf-8") == LONG + RIGHT


HOSTILE = "\x1b[31m빨강\x9b2J \x07\x08 \u202e끝 \r여기 1년 2023월에 왔다.\x0c\n둘째 줄 \ufeff이다.\r셋째\x85줄\u2028끝.\n"


@pytest.mark.parametrize("color", ["never", "always"])
def test_no_text_commands_the_terminal(tmp_path: Path, color: str) -> None:
    (tmp_path / "a.txt").write_bytes(HOSTILE.encode() + b"\x9b\xff\n")
    colored = run("a.txt", "--color", color, "-q", "--encoding", "utf-8", cwd=tmp_path).stdout.decode()
    shown = re.sub(r"\x1b\[[0-9;]*m", "", colored)
    assert (shown != colored) == (color == "always")
    assert "␛[31m" in shown and "‹9B›" in shown and "2023년 1월" in shown
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028]", shown)


@given(
    lines=st.lists(st.text("가나 \t\u3000", max_size=5), max_size=30),
    changes=st.lists(st.tuples(st.integers(0, 30), st.text("다라\n", max_size=3)), max_size=5),
    end=st.sampled_from(["", "\n"]),
)
@settings(max_examples=60, deadline=None, derandomize=True)
def test_any_diff_leads_from_one_text_to_the_other(lines: list[str], changes: list[tuple[int, str]], end: str) -> None:
    if shutil.which("patch") is None:
        pytest.skip("needs patch")
    new = list(lines)
    for at, line in changes:
        if at < len(new):
            new[at] = line
    old_text, new_text = "\n".join(lines) + end, "\n".join(new) + end
    shown = "".join(diff.write(old_text, new_text, "x"))
    assert (shown == "") == (old_text == new_text)
    if shown:
        from tempfile import TemporaryDirectory

        with TemporaryDirectory() as folder:
            (Path(folder) / "x").write_bytes(old_text.encode())
            subprocess.run(["patch", "-s", "-p1"], cwd=folder, input=shown.encode(), check=True, capture_output=True)
            path = Path(folder) / "x"
            assert (path.read_bytes().decode() if path.exists() else "") == new_text


def test_a_long_text_with_many_changes_is_compared_at_once() -> None:
    old = "".join(f"{i % 7}번 줄이다.\n" for i in range(40_000))
    new = re.sub("(?m)^3번", "3 번", old)
    start = time.process_time()
    assert sum(line.startswith("+3 번") for line in diff.write(old, new, "x")) == old.count("3번")
    assert time.process_time() - start < 10


# An editor at a terminal


class Terminal:
    """A command in a pseudo-terminal, and what it has printed."""

    def __init__(self, main: int, process: subprocess.Popen[bytes]) -> None:
        self.main = main
        self.process = process
        self.seen = ""

    def until(self, words: str) -> str:
        """What is printed until some words are."""
        start = len(self.seen)
        limit = time.monotonic() + 20
        while words not in self.seen[start:]:
            assert time.monotonic() < limit, f"waited for {words!r}, saw {self.seen[start:]!r}"
            if not self._read():
                break
        assert words in self.seen[start:], self.seen[start:]
        return self.seen[start:]

    def type(self, keys: str) -> None:
        os.write(self.main, keys.encode())

    def end(self) -> int:
        limit = time.monotonic() + 20
        while self._read() and time.monotonic() < limit:
            pass
        return self.process.wait(timeout=20)

    def _read(self) -> bool:
        """Takes in what is there; False at the end."""
        if not select.select([self.main], [], [], 0.5)[0]:
            return self.process.poll() is None
        try:
            got = os.read(self.main, 65536)
        except OSError:  # how Linux says that the other side has gone
            return False
        self.seen += got.decode(errors="replace").replace("\r\n", "\n")
        return bool(got)


@contextmanager
def terminal(folder: Path, *arguments: str) -> Iterator[Terminal]:
    main, side = pty.openpty()
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "MTAUDIT"))}
    process = subprocess.Popen(
        [*MTAUDIT, "fix", "--interactive", "--color", "never", *arguments],
        cwd=folder,
        stdin=side,
        stdout=side,
        stderr=side,
        start_new_session=True,
        preexec_fn=lambda: __import__("fcntl").ioctl(0, __import__("termios").TIOCSCTTY, 0),
        env={**environment, "LANG": "C.UTF-8", "TERM": "dumb", "COLUMNS": "100"},
    )
    os.close(side)
    try:
        yield Terminal(main, process)
    finally:
        process.kill()
        process.wait()
        os.close(main)


def test_an_editor_accepts_skips_and_types(folder: Path) -> None:
    (folder / "a.txt").write_text(FAULTY + "그는 7 월에 왔다.. 1년 2022월이었다.\n", encoding="utf-8")
    with terminal(folder, "a.txt") as screen:
        first = screen.until("1/")
        assert "1:5" in first and "1년 2023월 → 2023년 1월" in first
        screen.type("?\n")
        assert "type another text" in screen.until("this help")
        screen.type("e\n")
        screen.until("Instead")
        screen.type("2023년 정월\n")
        assert "습니다. ." in screen.until("2/")
        screen.type("x\n")
        screen.until("y/n/e/a/q/?")
        screen.type("ㅜ\n")
        screen.until("3/")
        screen.type("ㅛ\n")
        screen.until("4/")
        screen.type("Y\n")
        screen.until("5/")
        screen.type("N\n")
        assert screen.end() == 0
    text = (folder / "a.txt").read_text(encoding="utf-8")
    assert text == "부두는 2023년 정월에 문을 열었다.\n그는 섬으로 갔습니다. .\n파도가 높다.\n그는 7월에 왔다. 1년 2022월이었다.\n"
    assert "3 findings corrected in 1 of 1 text" in screen.seen


def test_one_key_accepts_all_of_a_rule_in_all_texts(folder: Path) -> None:
    (folder / "b.txt").write_text("문은 1년 2021월에 닫혔다. 1년 2022월에 열렸다.\n", encoding="utf-8")
    with terminal(folder, "b.txt", "a.txt", "--select", "DAT") as screen:
        screen.until("1/2")
        screen.type("a\n")
        assert screen.end() == 0
    assert (folder / "b.txt").read_text(encoding="utf-8") == "문은 2021년 1월에 닫혔다. 2022년 1월에 열렸다.\n"
    assert (folder / "a.txt").read_text(encoding="utf-8") == FAULTY.replace("1년 2023월", "2023년 1월")


@pytest.mark.parametrize(("answer", "written"), [("y", True), ("n", False), ("\x04", False)])
def test_who_quits_is_asked_whether_to_write(folder: Path, answer: str, written: bool) -> None:
    (folder / "b.txt").write_text(FAULTY, encoding="utf-8")
    with terminal(folder, "a.txt", "b.txt") as screen:
        screen.until("1/2")
        screen.type("y\n")
        screen.until("2/2")
        screen.type("q\n")
        screen.until("Write what you accepted (1) to a.txt?")
        screen.type(answer if answer == "\x04" else answer + "\n")
        assert screen.end() == 0
    now = (folder / "a.txt").read_text(encoding="utf-8")
    assert now == (FAULTY.replace("1년 2023월", "2023년 1월") if written else FAULTY)
    assert (folder / "b.txt").read_text(encoding="utf-8") == FAULTY


def test_ctrl_c_writes_nothing(folder: Path) -> None:
    with terminal(folder, "a.txt") as screen:
        screen.until("1/2")
        screen.type("y\n")
        screen.until("2/2")
        screen.type("\x03")
        assert screen.end() == 130
        assert "mtaudit: interrupted" in screen.seen
    assert (folder / "a.txt").read_text(encoding="utf-8") == FAULTY
    assert left_behind(folder) == []


def test_a_text_on_the_screen_commands_nothing_and_no_command_is_typed_into_a_text(folder: Path) -> None:
    (folder / "\x1b[35m.txt").write_bytes(HOSTILE.encode())
    with terminal(folder, "\x1b[35m.txt", "--select", "DAT") as screen:
        shown = screen.until("1/1")
        assert "\x1b" not in shown and "왔다.␌" in shown and "␛[35m.txt" in shown
        screen.type("e\n")
        screen.until("Instead")
        screen.type("\x16\x1b[31m\n")  # ^V lets the next key through
        screen.until("control character")
        screen.type("n\n")
        assert screen.end() == 0
    assert (folder / "\x1b[35m.txt").read_bytes() == HOSTILE.encode()


def test_ctrl_c_while_files_are_written_leaves_each_whole(tmp_path: Path) -> None:
    for i in range(300):
        (tmp_path / f"{i:03}.txt").write_text(FAULTY, encoding="utf-8")
    with subprocess.Popen(
        [*MTAUDIT, "fix", "--write", "."], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        while (tmp_path / "005.txt").read_text(encoding="utf-8") == FAULTY:
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        _, said = process.communicate()
    assert (process.returncode, said.decode()) == (130, "mtaudit: interrupted\n")
    texts = [path.read_text(encoding="utf-8") for path in sorted(tmp_path.glob("*.txt"))]
    assert set(texts) == {FAULTY, RIGHT} and len(texts) == 300
    assert left_behind(tmp_path) == []
