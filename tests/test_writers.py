"""What the writers print of the same few findings, compared with golden files (``make golden`` writes them anew)."""

from __future__ import annotations

import io
import json
from pathlib import Path

import jsonschema
import pytest
from rich.console import Console

from mtaudit import writers
from mtaudit.document import Document, Segment
from mtaudit.report import Finding, Fix, Message, RegisterProfile, Related, Report, RuleInfo
from mtaudit.scores import mqm
from mtaudit.writers import json as json_writer
from mtaudit.writers import rich as rich_writer
from mtaudit.writers import text as text_writer
from mtaudit.writers.visible import quoted, visible

GOLDEN = Path(__file__).parent / "golden"
SCHEMA = json.loads((Path(__file__).parents[1] / "docs" / "report-1.schema.json").read_text(encoding="utf-8"))

# An emoji, decomposed Hangul, Rich markup, an escape sequence and a bidirectional control before and in the findings.
TEXT = (
    "🎉 나토 회의는 1년 2023월에 열렸다.\r\n"
    "[bold]굵게[/bold] \x1b[31m그는 갔습니다. . \u202e끝\r\n"
    + "아주 긴 문단이다. " * 12
    + "여기서 노조의. "
    + "그리고 이어진다. " * 12
)


def report() -> Report:
    starts = [0, TEXT.index("[bold]"), TEXT.index("아주")]
    ends = [*(start - 2 for start in starts[1:]), len(TEXT)]
    segments = tuple(Segment(i, TEXT[s:e], "body", s, str(i + 1)) for i, (s, e) in enumerate(zip(starts, ends, strict=True)))
    document = Document(segments, "dir/기사 [1].txt", TEXT, target_lang="ko")

    def found(code: str, rule: str, span: str, severity: str, message: Message, **more: object) -> Finding:
        at = TEXT.index(span)
        key = str(sum(at >= s for s in starts))
        place = document.place_at(at, at + len(span), key)
        return Finding(code, rule, "linguistic-conventions/punctuation", severity, 0.9, place, message, **more)  # type: ignore[arg-type]

    also = document.place_at(0, 1, "1")
    findings = (
        found(
            "DAT001",
            "garbled-date",
            "1년 2023월",
            "critical",
            Message("there is no month 2023", "2023월은 없다"),
            fix=Fix("2023년 1월", True),
        ),
        found("PUN001", "stray-punctuation", ". .", "major", Message("a stray full stop", "마침표가 남았다"), fix=Fix(".", False)),
        found("SPC005", "invisible-character", "\u202e", "minor", Message("U+202E", "보이지 않는 글자 U+202E"), fix=Fix("", True)),
        found(
            "FRG001",
            "orphan-fragment",
            "노조의.",
            "neutral",
            Message("a fragment: [red]100%[/red]", "토막: [red]"),
            related=(Related(also, Message("here", "여기")),),
        ),
    )
    rules = {f.code: RuleInfo(f.code, f.rule, f.mqm, f.severity, Message(f"About {f.rule}", f"{f.rule} 설명")) for f in findings}
    profile = RegisterProfile(
        {"해라체": 2, "하십시오체": 1}, {"plain": 2, "polite": 1}, "plain", True, 1, 1, ("plain", "|", "polite", "plain")
    )
    return Report(document.name, "text", document, "ko", None, findings, (mqm.score(findings, 60),), profile, rules, "signature")


def rich(width: int, ui_lang: str = "en", color: bool = False) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=color, color_system="standard" if color else None)
    rich_writer.write([report(), Report("fort.txt", error="fort.txt: \x1b[2Jno such file")], console, ui_lang)
    return out.getvalue()


def pipeline(form: str, ui_lang: str = "en") -> str:
    reports = [report(), Report("fort.txt", error="fort.txt: \x1b[2Jno such file"), Report("clean.txt")]
    return "".join(writers.write(form, reports, "0.1.0", ui_lang))


OUTPUTS = {
    "text.txt": lambda: "".join(text_writer.write(report())),
    "text.ko.txt": lambda: "".join(text_writer.write(report(), "ko")),
    "report.json": lambda: "".join(json_writer.write([report(), Report("x", error="no such file")], "0")),
    "report.jsonl": lambda: "".join(json_writer.write_lines([report()], "ko")),
    "report.github": lambda: pipeline("github"),
    "report.ko.github": lambda: pipeline("github", "ko"),
    "report.gitlab.json": lambda: pipeline("gitlab"),
    "report.sarif": lambda: pipeline("sarif"),
    "report.rdjson": lambda: pipeline("rdjson"),
    "report.rdjsonl": lambda: pipeline("rdjsonl", "ko"),
    "report.junit.xml": lambda: pipeline("junit"),
    "report.checkstyle.xml": lambda: pipeline("checkstyle"),
    "report.md": lambda: pipeline("markdown"),
    "report.ko.md": lambda: pipeline("markdown", "ko"),
    "rich-80.txt": lambda: rich(80),
    "rich-120.ko.txt": lambda: rich(120, "ko"),
    "rich-80-color.txt": lambda: rich(80, color=True),
}


@pytest.mark.parametrize("name", OUTPUTS)
def test_golden(name: str, request: pytest.FixtureRequest) -> None:
    printed = OUTPUTS[name]()
    path = GOLDEN / name
    if request.config.getoption("--golden"):
        path.write_bytes(printed.encode("utf-8", "backslashreplace"))
    assert printed.encode("utf-8", "backslashreplace") == path.read_bytes()


def test_json_keeps_its_schema() -> None:
    whole = json.loads(OUTPUTS["report.json"]())
    jsonschema.validate(whole, SCHEMA)
    for line in OUTPUTS["report.jsonl"]().splitlines():
        jsonschema.validate(json.loads(line), {**SCHEMA, **SCHEMA["$defs"]["document"], "required": ["path"]})
    assert whole["summary"] == {"documents": 2, "findings": 4, "by_severity": {"critical": 1, "major": 1, "minor": 1, "neutral": 1}}
    assert whole["documents"][1]["error"] == "no such file"


def test_json_places_point_at_what_they_say() -> None:
    lines = TEXT.split("\r\n")
    for found in json.loads(OUTPUTS["report.json"]())["documents"][0]["findings"]:
        line = lines[found["location"]["line"] - 1]
        assert line[found["location"]["column"] - 1 : found["end_location"]["column"] - 1] == found["text"]


def test_the_terminal_obeys_nothing_in_a_text() -> None:
    for name in ("text.txt", "rich-80.txt", "rich-120.ko.txt"):
        assert not set(OUTPUTS[name]()) & {"\x1b", "\u202e", "\r"}
    shown = OUTPUTS["rich-80.txt"]()
    assert "[bold]굵게[/bold] ␛[31m" in shown
    assert "[red]100%[/red]" in shown


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    from rich.cells import cell_len

    assert max(cell_len(line) for line in rich(width).splitlines()) <= max(width, 24)


def test_the_mark_stands_under_the_span() -> None:
    from rich.cells import cell_len

    lines = rich(80).splitlines()
    for i, line in enumerate(lines):
        if set(line.strip()) == {"^"}:
            start = len(line) - len(line.lstrip())
            before = 0
            for at, char in enumerate(lines[i - 1]):
                if before == start:
                    assert lines[i - 1][at:].startswith(("1년 2023월", ". .", "‹U+202E›", "노조의."))
                    break
                before += cell_len(char)
            else:
                pytest.fail(f"no character stands above column {start}")


def test_without_color_nothing_is_lost() -> None:
    import re

    assert re.sub("\x1b\\[[0-9;]*m", "", rich(80, color=True)) == rich(80)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("가\x1b[31m", "가␛[31m"),
        ("a\tb\nc", "a b c"),
        ("\udcb0\ud800", "‹B0›‹U+D800›"),
        ("\u200b\u00a0\u202e", "‹U+200B›‹U+00A0›‹U+202E›"),
        ("👨\u200d👩 ❤\ufe0f", "👨👩 ❤"),
        ("\x7f\x9b", "␡‹U+009B›"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("span", "shown"),
    [("", "∅"), (" ", "␣"), (". ", ".␣"), (" a b ", "␣a b␣"), ("\x1b", "␛"), ("가" * 81, "가" * 40 + "…" + "가" * 40)],
)
def test_a_span_on_its_own(span: str, shown: str) -> None:
    assert quoted(span) == shown
