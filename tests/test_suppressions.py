"""Suppressions: comments in Markdown, the file beside texts, what is wrong with them, and ``mtaudit ignore``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit import engine
from mtaudit.config import Settings
from mtaudit.errors import BadSetting, UnreadableInput
from mtaudit.readers import read_text
from mtaudit.report import Report
from mtaudit.rules import all_rules
from mtaudit.suppressions import Problem, suppressed
from mtaudit.suppressions.sidecar import Entry, Sidecar, appended, parsed

RULES = {rule.code: rule.name for rule in all_rules()}
FAULT = "1년 2023월에 열었다."
OTHER = "공사는 2월 30일에 끝났다."
TODAY = date(2027, 1, 31)


def audited(text: str, name: str = "a.md", *select: str) -> Report:
    return engine.audit(read_text(text, name), Settings(lang="ko", select=select or ("DAT",)))


def left(text: str, name: str = "a.md") -> tuple[list[int], list[tuple[int, str]]]:
    """Lines of the findings that are left, and the problems."""
    report, gone, problems = suppressed(audited(text, name), RULES)
    assert len(report.findings) + len(gone) == len(audited(text, name).findings)
    return [f.place.line for f in report.findings], [(p.line, p.kind) for p in problems]


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- mtaudit-ignore garbled-date: as printed -->\n{FAULT}\n\n{FAULT}",
        f"<!-- mtaudit-ignore DAT001: as printed -->\n\n\n{FAULT}\n\n\n{FAULT}",
        f"<!-- mtaudit-ignore DAT: as printed --> {FAULT}\n\n{FAULT}",
        f"{FAULT} <!-- mtaudit-ignore ALL: as printed -->\n\n{FAULT}",
        f"{FAULT}\n두 번째 줄이다. <!-- mtaudit-ignore DAT001: as printed -->\n\n{FAULT}",
        f"앞 문장이다. <!-- mtaudit-ignore DAT001：as printed --> {FAULT}\n\n{FAULT}",
        f"<!--mtaudit-ignore DAT001: as\nprinted-->\n{FAULT}\n\n{FAULT}",
        f"# {FAULT} <!-- mtaudit-ignore DAT001: as printed -->\n{FAULT}",
        f"> <!-- mtaudit-ignore DAT001: as printed -->\n> {FAULT}\n\n{FAULT}",
        f"- {FAULT} <!-- mtaudit-ignore DAT001: as printed -->\n- {FAULT}",
        f"| a | {FAULT} <!-- mtaudit-ignore DAT001: as printed --> |\n|---|---|\n| {FAULT} | b |",
        f"<div>\n<!-- mtaudit-ignore DAT001: as printed -->\n<p>{FAULT}</p><p>{FAULT}</p>\n</div>",
        f"<!-- mtaudit-ignore DAT001: as printed -->\r\n{FAULT}\r\n\r\n{FAULT}\r\n",
        f"<!-- mtaudit-disable DAT001: as printed -->\n\n{FAULT}\n\n<!-- mtaudit-enable DAT001 -->\n\n{FAULT}",
        f"<!-- mtaudit-disable DAT001: as printed -->\n\n{FAULT}\n\n<!-- mtaudit-enable -->\n\n{FAULT}",
        f"{FAULT}\n\n<!-- mtaudit-disable DAT001: as printed -->\n\n{FAULT}",
    ],
)
def test_a_comment_suppresses_one_of_two_findings_and_says_why(text: str) -> None:
    before = audited(text)
    report, gone, problems = suppressed(before, RULES)
    assert (len(before.findings), len(report.findings), problems) == (2, 1, [])
    assert [(s.reason, s.name) for s in gone] == [("as printed", "a.md")]
    assert text.split("\n")[gone[0].line - 1].find("<!--") >= 0
    first = text.endswith(FAULT) and "disable" in text and "enable" not in text
    assert report.findings[0] == before.findings[0 if first else 1]


def test_a_list_or_a_table_is_one_block_to_its_first_blank_line() -> None:
    sign = "<!-- mtaudit-ignore DAT001: as printed -->\n"
    assert left(f"{sign}- {FAULT}\n- {FAULT}\n\n문단이다. {FAULT}") == ([5], [])
    assert left(f"{sign}\n| a | b |\n|---|---|\n| {FAULT} | {FAULT} |\n\n{FAULT}") == ([7], [])
    assert left(f"{sign}- {FAULT}\n\n- {FAULT}") == ([4], [])
    assert left(f"{sign}- {FAULT}\n# {FAULT}") == ([3], [])
    assert left(f"{sign}{FAULT}\n# {FAULT}") == ([3], [])


def test_a_comment_on_a_line_of_its_own_is_about_what_follows_and_else_about_its_line() -> None:
    sign = "<!-- mtaudit-ignore DAT001: as printed -->"
    assert left(f"{FAULT}\n\n{sign}\n{FAULT}") == ([1], [])
    assert left(f"{FAULT}\n{sign}\n{FAULT}") == ([1], [])
    assert left(f"<p>{FAULT}</p> {sign}\n<p>{FAULT}</p>") == ([2], [])


def test_a_comment_inside_a_region_that_is_disabled_is_one_too_many() -> None:
    inner = f"<!-- mtaudit-ignore DAT001: again -->\n{FAULT}"
    assert left(f"<!-- mtaudit-disable DAT001: all -->\n\n{inner}\n\n{FAULT}") == ([], [(3, "unused")])
    assert left(f"{inner}\n\n<!-- mtaudit-disable DAT001: all -->\n\n{FAULT}") == ([], [])


def test_what_a_reader_of_the_page_sees_is_no_directive() -> None:
    sign = "<!-- mtaudit-ignore DAT001: as printed -->"
    for text in (
        f"```\n{sign}\n```\n\n{FAULT}",
        f"    {sign}\n\n{FAULT}",
        f"`{sign}` {FAULT}",
        f"\\{sign} {FAULT}",
        f"> ```\n> x\n> {sign}\n> ```\n\n{FAULT}",
        f"<code>{sign}</code> {FAULT}",
    ):
        report, gone, problems = suppressed(audited(text), RULES)
        assert (len(report.findings), gone, problems) == (1, [], []), text
    assert left(f"{sign}\n{FAULT}", "a.txt") == ([2], [])


def test_a_comment_means_its_rules_only() -> None:
    text = f"{FAULT} {OTHER} <!-- mtaudit-ignore garbled-date: as printed -->"
    assert [f.rule for f in suppressed(audited(text), RULES)[0].findings] == ["impossible-date"]
    both = text.replace("garbled-date", "garbled-date, DAT002")
    assert suppressed(audited(both), RULES)[0].findings == ()


def test_what_suppresses_nothing_is_told_unless_its_rule_was_not_asked() -> None:
    text = f"<!-- mtaudit-ignore DAT001, DAT002: as printed -->\n{FAULT}\n\n<!-- mtaudit-disable DAT: gone -->\n"
    assert left(text) == ([], [(1, "unused"), (4, "unused")])
    assert suppressed(audited(text, "a.md", "DAT001"), RULES)[2] == [
        Problem("a.md", 4, "unused", suppressed(audited(text), RULES)[2][1].message)
    ]
    assert suppressed(audited(text, "a.md", "NUM"), RULES)[2] == []
    assert left("끝이다.\n\n<!-- mtaudit-ignore DAT001: nothing follows -->") == ([], [(3, "unused")])


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("mtaudit-ignore DAT001", "mtaudit-ignore gives no reason: <!-- mtaudit-ignore RULE: reason -->"),
        ("mtaudit-ignore DAT001: ", "mtaudit-ignore gives no reason: <!-- mtaudit-ignore RULE: reason -->"),
        ("mtaudit-disable", "mtaudit-disable names no rule: <!-- mtaudit-disable RULE: reason -->"),
        ("mtaudit-ignore : because", "mtaudit-ignore names no rule: <!-- mtaudit-ignore RULE: reason -->"),
        ("mtaudit-ignore garbled-dat: x", "no rule is called 'garbled-dat'; did you mean 'garbled-date'?"),
        ("mtaudit-ignore dat001: x", "no rule is called 'dat001'; did you mean 'DAT001'?"),
        ("mtaudit-ignore DAT001 DAT002: x", "no rule is called 'DAT001 DAT002'"),
        ("mtaudit-skip DAT001: x", "there is no mtaudit-skip; there are mtaudit-ignore, mtaudit-disable and mtaudit-enable"),
        ("mtaudit-enable DAT001", "mtaudit-enable: DAT001 is not disabled here"),
        ("mtaudit-enable", "mtaudit-enable: nothing is disabled here"),
        ("mtaudit-enable DAT9", "no rule is called 'DAT9'"),
    ],
)
def test_a_comment_that_cannot_be_understood_is_told_and_suppresses_nothing(comment: str, said: str) -> None:
    report, gone, problems = suppressed(audited(f"글이다.\n\n<!-- {comment} -->\n{FAULT}"), RULES)
    assert (len(report.findings), gone) == (1, [])
    assert [(p.name, p.line, p.kind) for p in problems] == [("a.md", 3, "malformed")]
    assert problems[0].message.en.startswith(said)
    assert problems[0].message.ko != problems[0].message.en


def test_a_comment_that_is_not_closed_is_told() -> None:
    assert left(f"{FAULT}\n\n<!-- mtaudit-ignore DAT001: x\n{FAULT}") == ([1], [(3, "malformed")])


PIECES = [
    FAULT,
    OTHER,
    "<!-- ",
    "mtaudit-",
    "ignore ",
    "disable ",
    "enable ",
    "DAT001",
    "DAT",
    ", ",
    ": ",
    "이유",
    " -->",
    "\n",
    "\n\n",
]
MORE = ["`", "```\n", "- ", "> ", "| a |", "\\", "<p>", "\r\n", "\udc80", "![", "](x)", "<!-- mtaudit-ignore DAT: x -->"]


@given(text=st.lists(st.sampled_from([*PIECES, *MORE]), max_size=30).map("".join))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_findings_are_kept_or_suppressed_whatever_the_text(text: str) -> None:
    before = audited(text)
    report, gone, problems = suppressed(before, RULES)
    assert sorted([*report.findings, *(s.finding for s in gone)]) == sorted(before.findings)
    assert all(s.reason for s in gone)
    assert all(1 <= p.line <= len(before.document.line_starts) for p in problems if before.document)


@pytest.mark.parametrize(
    "piece",
    [
        "<!-- mtaudit-",
        "<!-- mtaudit-ignore DAT: x --> 글\n\n",
        "<!-- mtaudit-disable DAT: x -->\n\n",
        "<!-- mtaudit-ignore DAT: x -->\n- 글\n",
        "<!--   ",
    ],
)
def test_many_comments_take_linear_time(piece: str) -> None:
    def run(count: int) -> float:
        report = audited(piece * count + f"\n\n{FAULT}" * count)
        start = time.process_time()
        suppressed(report, RULES)
        return time.process_time() - start

    def best(count: int) -> float:
        return min(run(count) for _ in range(3))

    run(10)
    assert best(4000) < 40 * max(best(400), 0.005)  # ten times as much: 10 if linear, 100 if quadratic


def sidecar(*entries: Entry, file: str = "mtaudit-ignore.toml") -> Sidecar:
    return parsed(appended(b"", entries), file, RULES)


ENTRY = Entry("garbled-date", "a.txt", FAULT, "as printed", "desk", date(2027, 1, 31))


def test_an_entry_suppresses_its_rule_in_its_sentence_of_its_text() -> None:
    text = f"글이다. {FAULT} {OTHER}\n\n다른 1년 2023월에 열었다."
    report, gone, problems = suppressed(audited(text, "a.txt"), RULES, sidecar(ENTRY), TODAY)
    assert [(f.rule, f.place.line) for f in report.findings] == [("impossible-date", 1), ("garbled-date", 3)]
    assert [(s.reason, s.owner, s.name, s.line) for s in gone] == [("as printed", "desk", "mtaudit-ignore.toml", 1)]
    assert problems == []
    other = audited(text, "b.txt")
    assert suppressed(other, RULES, sidecar(ENTRY), TODAY) == (other, [], [])


def test_an_entry_holds_when_lines_move_and_blanks_change() -> None:
    text = f"끼워 넣었다.\n\n다른 문단이다.\n\n{FAULT.replace(' ', '  ')} 이어진다."
    assert suppressed(audited(text, "a.txt"), RULES, sidecar(ENTRY), TODAY)[0].findings == ()


def test_an_entry_that_has_expired_suppresses_nothing_and_is_told() -> None:
    report, gone, problems = suppressed(audited(FAULT, "a.txt"), RULES, sidecar(ENTRY), date(2027, 2, 1))
    assert (len(report.findings), gone) == (1, [])
    assert [(p.line, p.kind, p.message.en) for p in problems] == [
        (1, "expired", "the suppression of garbled-date expired on 2027-01-31")
    ]
    longer = ENTRY._replace(until=None)
    assert suppressed(audited(FAULT, "a.txt"), RULES, sidecar(ENTRY, longer), date(2027, 2, 1))[0].findings == ()


def test_an_entry_that_suppresses_nothing_is_told() -> None:
    found = suppressed(audited("글이다.", "a.txt"), RULES, sidecar(ENTRY), TODAY)[2]
    assert [(p.name, p.line, p.kind) for p in found] == [("mtaudit-ignore.toml", 1, "unused")]
    assert suppressed(audited("글이다.", "a.txt", "NUM"), RULES, sidecar(ENTRY), TODAY)[2] == []


def test_an_entry_whose_text_is_gone_is_told(tmp_path: Path) -> None:
    file = str(tmp_path / "mtaudit-ignore.toml")
    (tmp_path / "a.txt").write_text(FAULT, encoding="utf-8")
    found = sidecar(ENTRY, ENTRY._replace(path="b.txt"), file=file)
    assert [(p.name, p.kind, p.message.en) for p in found.astray()] == [(file, "unused", "b.txt is not there any more")]
    report = audited(FAULT, str(tmp_path / "a.txt"))
    assert suppressed(report, RULES, found, TODAY)[0].findings == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[ignore]\n", "s.toml is not TOML: "),
        ("[ignore]\n", "s.toml holds no list, where only [[ignore]] is known"),
        ("x = 1\n", "s.toml holds x, where only [[ignore]] is known"),
        ("# c\n[[ignore]]\nrule = 'DAT001'\npath = 'a'\nsentence = 'b'\n", "s.toml:2: the entry has no reason"),
        ("[[ignore]]\nrule = 'DAT001'\npath = 'a'\nsentence = 'b'\nreason = ' '\n", "s.toml:1: reason is a text, and not empty"),
        ("[[ignore]]\nrule = 'DAT1'\npath = 'a'\nsentence = 'b'\nreason = 'c'\n", "s.toml:1: no rule is called 'DAT1'"),
        (
            "[[ignore]]\nrule = 'DAT001'\npath = 'a'\nsentence = 'b'\nreason = 'c'\nuntil = '2027'",
            "s.toml:1: until is a date like ",
        ),
        (
            "[[ignore]]\nrule = 'DAT001'\npath = 'a'\nsentence = 'b'\nreason = 'c'\nwho = 'x'",
            "s.toml:1: an entry has no 'who'; it has ",
        ),
        ("ignore = [{rule = 'DAT001'}]", "s.toml: entry 1: the entry has no path"),
        (
            "[[ignore]]\nrule = 'DAT001'\npath = 'a'\nsentence = 'b'\nreason = 'c'\nuntil = 2027-01-31T10:00:00",
            "s.toml:1: until is a date like 2027-12-31, not '2027-01-31 10:00:00'",
        ),
        ("ignore = [1]", "s.toml: entry 1: an entry is a table: [[ignore]]"),
    ],
)
def test_a_wrong_file_is_told_in_one_sentence(text: str, said: str) -> None:
    with pytest.raises((BadSetting, UnreadableInput)) as told:
        parsed(text.encode(), "s.toml", RULES)
    assert str(told.value).startswith(said)
    assert "\n" not in str(told.value)


@given(
    sentence=st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda s: bool(s.strip())),
    reason=st.text("가\"'\\\t\n\x7f\x1b#]", min_size=1),
)
@settings(max_examples=200, deadline=None, derandomize=True)
def test_any_text_can_be_written_into_the_file(sentence: str, reason: str) -> None:
    if reason.strip():
        entry = ENTRY._replace(sentence=sentence, reason=reason)
        assert tomllib.loads(appended(b"", [entry]).decode())["ignore"][0]["sentence"] == sentence
        assert sidecar(entry).entries["a.txt"][0].reason == reason


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_stands_in_the_file_stays(end: str) -> None:
    old = f"# ours{end}{end}[[ignore]]   # why{end}reason='a'{end}rule = 'DAT001'{end}path = 'x'{end}sentence = '''b'''".encode()
    data = appended(old + end.encode() * 3, [ENTRY])
    assert data.startswith(old + (end * 2).encode() + b"[[ignore]]" + end.encode())
    assert data.count(b"\n") == data.count(end.encode())
    assert [e.line for several in parsed(data, "s.toml", RULES).entries.values() for e in several] == [3, 9]


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "MTAUDIT"))}
    return subprocess.run(
        [sys.executable, "-m", "mtaudit", *arguments],
        cwd=cwd, capture_output=True, encoding="utf-8", env={**environment, "LANG": "C.UTF-8"},
    )  # fmt: skip


@pytest.fixture
def fingerprint(tmp_path: Path) -> str:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(f"글이다. {FAULT}\n", encoding="utf-8")
    done = run("scan", "texts", "--output-format", "json", cwd=tmp_path)
    return str(json.loads(done.stdout)["documents"][0]["findings"][0]["fingerprint"])


def test_ignore_writes_an_entry_that_suppresses_the_finding(tmp_path: Path, fingerprint: str) -> None:
    file = tmp_path / "mtaudit-ignore.toml"
    file.write_text("# ours\n", encoding="utf-8")
    done = run("ignore", fingerprint, "texts", "--reason", "as printed", "--owner", "desk", "--until", "2999-01-31", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"mtaudit-ignore.toml: garbled-date in texts/a.txt: {FAULT}\n"
    assert file.read_text(encoding="utf-8") == (
        "# ours\n\n[[ignore]]\n"
        f'rule = "garbled-date"\npath = "texts/a.txt"\nsentence = "{FAULT}"\n'
        'reason = "as printed"\nowner = "desk"\nuntil = 2999-01-31\n'
    )
    text = (tmp_path / "texts" / "a.txt").read_text(encoding="utf-8")
    read = parsed(file.read_bytes(), str(file), RULES)
    assert suppressed(audited(text, str(tmp_path / "texts" / "a.txt")), RULES, read, TODAY)[0].findings == ()
    again = run("ignore", fingerprint[:8], "--reason", "again", cwd=tmp_path)
    assert again.returncode == 2
    assert again.stderr == ("mtaudit: mtaudit-ignore.toml:3 suppresses garbled-date there already until 2999-01-31: as printed\n")


def test_ignore_means_equal_findings_in_all_texts_given(tmp_path: Path, fingerprint: str) -> None:
    (tmp_path / "texts" / "b.txt").write_text(f"글이다. {FAULT}\n", encoding="utf-8")
    assert run("ignore", fingerprint, "--reason", "x", "--file", "texts/s.toml", cwd=tmp_path).returncode == 0
    rows = tomllib.loads((tmp_path / "texts" / "s.toml").read_text(encoding="utf-8"))["ignore"]
    assert [row["path"] for row in rows] == ["a.txt", "b.txt"]


def test_ignore_uses_the_file_of_the_configuration(tmp_path: Path, fingerprint: str) -> None:
    (tmp_path / "mtaudit.toml").write_text('suppressions = "known.toml"\n', encoding="utf-8")
    done = run("ignore", fingerprint, "a.txt", "--reason", "x", cwd=tmp_path / "texts")
    assert (done.returncode, done.stderr) == (0, "")
    rows = tomllib.loads((tmp_path / "known.toml").read_text(encoding="utf-8"))["ignore"]
    assert [row["path"] for row in rows] == ["texts/a.txt"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["{}"], "a suppression needs a reason"),
        (["{}", "--reason", " "], "a suppression needs a reason"),
        (["0123456789", "--reason", "x"], "no finding has the fingerprint 0123456789"),
        (["0123", "--reason", "x"], "8 characters of a fingerprint are needed, not 4"),
        (["{}", "--reason", "x", "--until", "2020-01-01"], "--until 2020-01-01 is past"),
        (["{}", "--reason", "x", "--file", "bad.toml"], "bad.toml is not TOML"),
        (["{}", "--reason", "x", "--file", "texts"], "texts is a folder, not a file"),
        (["{}", "--reason", "x", "--file", "none/s.toml"], "cannot write"),
    ],
)
def test_ignore_says_what_is_wrong_and_writes_nothing(tmp_path: Path, fingerprint: str, arguments: list[str], said: str) -> None:
    (tmp_path / "bad.toml").write_text("[[", encoding="utf-8")
    before = sorted(path.name for path in tmp_path.iterdir())
    done = run("ignore", *[word.format(fingerprint) for word in arguments], cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(f"mtaudit: {said}")
    assert done.stderr.count("\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert (tmp_path / "bad.toml").read_text(encoding="utf-8") == "[["


@pytest.mark.parametrize("name", ["mtaudit-ignore.toml", "/dev/full"])
def test_a_file_that_cannot_be_read_ends_the_run_in_one_sentence(tmp_path: Path, name: str) -> None:
    if name.startswith("/dev") and not Path(name).exists():
        pytest.skip("needs a device that never ends")
    for text in "ab":
        (tmp_path / f"{text}.txt").write_text(FAULT, encoding="utf-8")
    (tmp_path / "mtaudit.toml").write_text(f'suppressions = "{name}"\n', encoding="utf-8")
    (tmp_path / "mtaudit-ignore.toml").write_text("[[", encoding="utf-8")
    done = run("scan", ".", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert name in done.stderr
