"""The reports for spreadsheets and for pull requests: CSV, XLSX, Markdown."""

from __future__ import annotations

import csv
import io
import re
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from batches import CLEAN, DATE, SPACE, Batch, audited
from mtaudit.batch import cells, reports
from mtaudit.batch.comparison import Comparison
from mtaudit.batch.figures import figures
from mtaudit.batch.reports import Material, xlsx
from mtaudit.errors import BadSetting

HOSTILE = "=cmd|'/C calc'!A0"


@pytest.fixture
def batch(tmp_path: Path) -> Batch:
    """Articles of two outlets and two weeks with hostile names and metadata, one without text, one unreadable."""
    texts = tmp_path / "texts"
    for name, front, text in (
        ("a.md", f'title: "{HOSTILE}"\noutlet: "@outlet"\nauthor: "+1"\ndate: 2026-11-22', f"{CLEAN} {DATE}\n\n{SPACE}"),
        ("=b.md", 'title: "#N/A"\noutlet: "| x | [y](http://z) <b>"\nauthor: "_x0041_"\ndate: 2026-11-15', f"{SPACE}\n"),
        ("c.md", 'title: "두\\u0007 나라"\noutlet: "@outlet"\ndate: 2026-11-22', f"{CLEAN}\n"),
        ("empty.md", "title: empty", ""),
    ):
        texts.mkdir(exist_ok=True)
        (texts / name).write_text(f"---\n{front}\n---\n\n{text}\n", encoding="utf-8")
    (texts / "binary.txt").write_bytes(bytes(range(256)) * 4)
    return audited(tmp_path / "out", texts)


def rows(path: Path) -> list[dict[str, str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    return [*csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""))]


def sheets(path: Path) -> dict[str, list[list[Any]]]:
    book = load_workbook(path)
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book.worksheets}


def table(found: list[list[Any]]) -> list[dict[str, Any]]:
    return [dict(zip(found[0], row, strict=True)) for row in found[1:]]


def test_which_reports_are_wanted() -> None:
    assert reports.chosen(None) == ("html", "xlsx", "csv", "markdown")
    assert reports.chosen(["markdown", "csv", "csv"]) == ("csv", "markdown")
    assert reports.chosen(["none"]) == ()
    with pytest.raises(BadSetting, match="did you mean 'xlsx'"):
        reports.chosen(["xslx"])
    with pytest.raises(BadSetting, match="stands alone"):
        reports.chosen(["none", "csv"])


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "\x00=1", "＝1", "－1", "\ud800@"])
def test_what_would_be_a_formula_is_guarded(text: str) -> None:
    assert cells.guarded(text).startswith("'")


def test_what_would_not_is_left_alone() -> None:
    for text in ("두 나라", "a=1", "'a", " =1", "1-1", ""):
        assert cells.guarded(text) == text


def test_csv_has_every_document_and_finding(batch: Batch) -> None:
    written = reports.write("csv", batch.folder, batch.material(), "en")
    assert [path.name for path in written] == ["documents.csv", "findings.csv"]
    documents, findings = map(rows, written)
    assert [Path(d["path"]).name for d in documents] == [Path(r["path"]).name for r in batch.records]
    by_name = {Path(d["path"]).name: d for d in documents}
    first = by_name["a.md"]
    assert first["title"] == f"'{HOSTILE}"
    assert (first["outlet"], first["author"], first["week"]) == ("'@outlet", "'+1", "2026-W47")
    assert (first["critical"], first["minor"], first["verdict"]) == ("1", "1", "fail")
    assert float(first["score"]) < 0  # a number is not guarded
    assert (by_name["empty.md"]["score"], by_name["empty.md"]["words"]) == ("", "0")
    assert by_name["binary.txt"]["error"].endswith("is not a text file")
    assert by_name["c.md"]["title"] == "두 나라"
    assert len(findings) == sum(len(r["findings"]) for r in batch.records) == 3
    date = next(f for f in findings if f["code"] == "DAT001")
    assert (date["severity"], date["text"], date["fix"], date["applicability"]) == ("critical", "1년 2023월", "2023년 1월", "safe")
    assert date["message"] == next(f["messages"]["en"] for r in batch.records for f in r["findings"] if f["code"] == "DAT001")
    assert not [path for path in batch.folder.iterdir() if path.name.startswith(".")]
    reports.write("csv", batch.folder, batch.material(), "ko")
    korean = rows(batch.folder / "findings.csv")
    assert korean[0].keys() == findings[0].keys()
    assert re.search("[가-힣]{2}", korean[0]["message"])


def test_a_workbook_says_what_the_records_say(batch: Batch) -> None:
    (path,) = reports.write("xlsx", batch.folder, batch.material(title="11월", made={"version": "1", "command": HOSTILE}), "en")
    found = sheets(path)
    assert [*found] == ["Summary", "Rules", "Groups", "Documents", "Findings", "Errors"]
    summary = {row[0]: row[1] for row in found["Summary"]}
    total = figures(batch.records).total
    assert summary["documents"] == total.documents == 4
    assert (summary["failed"], summary["could not be read"], summary["critical"]) == (total.failed, 1, 1)
    assert total.score is not None
    assert summary["MQM score of all"] == pytest.approx(total.score.details["calibrated"])
    assert summary["command"] == HOSTILE
    assert {r["code"]: r["findings"] for r in table(found["Rules"])} == {"DAT001": 1, "SPC006": 2}
    groups = {(g["grouped by"], g["group"]): g for g in table(found["Groups"])}
    assert groups["week", "2026-W47"]["documents"] == 2
    assert groups["outlet", "@outlet"]["failed share"] == 0.5
    documents = table(found["Documents"])
    assert [d["document"] for d in documents] == [r["path"] for r in batch.records]
    assert [d["score"] for d in documents if d["error"] is None] == [
        r["scores"][0]["calibrated"] for r in batch.records if r["error"] is None
    ]
    assert len(table(found["Findings"])) == 3
    assert [Path(e["document"]).name for e in table(found["Errors"])] == ["binary.txt"]


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(batch: Batch) -> None:
    (path,) = reports.write("xlsx", batch.folder, batch.material(title="=1+1"), "ko")
    book = load_workbook(path)
    values = []
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n"), cell.value
                assert cell.hyperlink is None
                values.append(cell.value)
    assert HOSTILE in values and "@outlet" in values and "=1+1" in values
    assert "두 나라" in values
    with zipfile.ZipFile(path) as packed:
        text = b"".join(packed.read(name) for name in packed.namelist() if "sheet" in name)
    assert b"<f>" not in text
    assert b"_x005F_x0041_" in text  # or else Excel would read A


def test_sheets_are_ready_to_work_with(batch: Batch) -> None:
    (path,) = reports.write("xlsx", batch.folder, batch.material(), "ko")
    book = load_workbook(path)
    assert book.sheetnames == ["요약", "규칙", "집계", "문서", "지적", "오류"]
    findings = book["지적"]
    heads = [cell.value for cell in findings[1]]
    assert heads[:5] == ["문서", "행", "열", "분절", "정도"]
    assert findings.freeze_panes == "B2"
    assert findings.auto_filter.ref == f"A1:M{findings.max_row}"
    assert findings.column_dimensions["A"].width == 40
    assert {cell.value for cell in findings["E"][1:]} == {"치명", "경미"}
    (coloured,) = findings.conditional_formatting
    assert str(coloured.sqref) == f"E2:E{findings.max_row}"
    assert [rule.formula for rule in coloured.rules] == [['"치명"'], ['"중대"'], ['"경미"']]
    documents = book["문서"]
    assert documents["B2"].number_format == "0.0"
    assert {cell.value for cell in documents["C"][1:]} == {"통과", "불합격", None}


def test_the_limits_of_a_sheet(batch: Batch, monkeypatch: pytest.MonkeyPatch) -> None:
    record = next(r for r in batch.records if r["findings"])
    long = {**record, "metadata": {"title": "가" * 40_000, "author": "\U0001f600" * 20_000, "outlet": "a\x00\x1b[31m\ufffe\ud800b"}}
    monkeypatch.setattr(xlsx, "ROWS", 21)
    material = Material(figures([long] * 30), lambda: iter([long] * 30))
    (path,) = reports.write("xlsx", batch.folder, material, "en")
    found = sheets(path)
    documents = table(found["Documents"])
    assert len(documents) == 20
    assert documents[0]["title"] == "가" * 32_767
    assert documents[0]["author"] == "\U0001f600" * 16_383
    assert documents[0]["outlet"] == "a[31mb"
    said = {row[0]: row[1] for row in found["Summary"]}
    assert said["Documents"].startswith("The first 20 of 30 rows")
    assert "CSV" in said["Findings"]


def test_a_report_of_nothing(tmp_path: Path) -> None:
    material = Material(figures([]), lambda: iter([]))
    for kind in ("xlsx", "csv", "markdown"):
        for ui_lang in ("en", "ko"):
            assert all(path.is_file() for path in reports.write(kind, tmp_path, material, ui_lang))
    assert "**No documents.**" in "".join(reports.write("markdown", tmp_path, material, "en")[0].read_text(encoding="utf-8"))


def test_nothing_half_written_is_left(batch: Batch) -> None:
    def broken() -> Iterator[dict[str, Any]]:
        yield from batch.records[:2]
        raise OSError("gone")

    for kind in ("xlsx", "csv"):
        with pytest.raises(BadSetting, match=r"cannot hold the .* report: gone"):
            reports.write(kind, batch.folder, Material(figures(batch.records), broken), "en")
    assert sorted(p.name for p in batch.folder.iterdir()) == ["documents.jsonl", "manifest.json", "progress.sqlite"]


def test_markdown_obeys_nothing(batch: Batch) -> None:
    (path,) = reports.write("markdown", batch.folder, batch.material(title="# @all <img src=x>"), "en")
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# \\#&#8203; \\@&#8203;all \\<img src=x\\>\n\n**2 of 4 documents fail; 1 could not be read.**\n")
    assert "<b>" not in re.sub(r"\\<b\\>", "", text)
    assert "@outlet" not in text and "\\@&#8203;outlet" in text
    for line in text.splitlines():
        if line.startswith("|"):
            assert len(re.findall(r"(?<!\\)\|", line)) in (3, 4, 5, 8, 9)
    assert "## Rules" in text and "## By outlet" in text and "## By week" in text and "## Not read" in text
    assert text.index("a.md") < text.index("=b.md")  # the worst first
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    inline = [child.type for token in tokens for child in token.children or ()]
    assert not {"link_open", "html_inline", "image"} & {*inline}
    assert not [token for token in tokens if token.type == "html_block"]
    assert [t.tag for t in tokens if t.type == "heading_open"].count("h1") == 1
    (path,) = reports.write("markdown", batch.folder, batch.material(), "ko")
    assert "**문서 4건 가운데 2건 불합격, 읽지 못한 것 1건.**" in path.read_text(encoding="utf-8")


def test_a_long_page_says_what_it_leaves_out(tmp_path: Path) -> None:
    for number in range(25):
        (tmp_path / f"{number:02}.txt").write_text(f"{SPACE}\n" * (number + 1), encoding="utf-8")
        (tmp_path / f"x{number:02}.txt").write_bytes(bytes(range(256)))
    batch = audited(tmp_path / "out", *sorted(tmp_path.glob("*.txt")))
    (path,) = reports.write("markdown", batch.folder, batch.material(), "en")
    text = path.read_text(encoding="utf-8")
    assert text.count("is not a text file") == 20
    assert text.count("and 5 more") >= 1
    assert len(re.findall(r"^\| [^|]*/\d\d.txt \|", text, re.M)) == 20


def test_reports_compare(tmp_path: Path, batch: Batch) -> None:
    texts = tmp_path / "texts"
    (texts / "c.md").write_text(f"{DATE}\n", encoding="utf-8")
    (texts / "a.md").write_text(f"{CLEAN}\n\n{SPACE}\n", encoding="utf-8")
    (texts / "=b.md").unlink()
    (texts / "new.md").write_text(f"{SPACE}\n", encoding="utf-8")
    late = audited(tmp_path / "late", texts, values={"style.register": "plain"})
    with Comparison.of_folder(batch.folder, late.folder) as comparison:
        material = late.material(comparison=comparison)
        documents, findings = map(rows, reports.write("csv", late.folder, material, "en"))
        changes = [(Path(f["path"]).name, f["code"], f["change"]) for f in findings]
        assert changes == [
            ("a.md", "SPC006", "unchanged"),
            ("a.md", "DAT001", "fixed"),
            ("c.md", "DAT001", "new"),
            ("new.md", "SPC006", "new"),
        ]
        assert {Path(d["path"]).name: (d["change"], d["new"], d["fixed"]) for d in documents} == {
            "a.md": ("", "0", "1"),
            "binary.txt": ("", "", ""),
            "c.md": ("", "1", "0"),
            "empty.md": ("", "0", "0"),
            "new.md": ("added", "1", "0"),
        }
        (path,) = reports.write("xlsx", late.folder, material, "en")
        found = sheets(path)["Comparison"]
        assert found[1][:4] == ["all findings", 2, 1, 1]
        assert ["gone", None, None, None, str(texts / "=b.md")] in found
        assert any("register auto → plain" in str(row[4]) for row in found)
        (path,) = reports.write("markdown", late.folder, material, "en")
        text = path.read_text(encoding="utf-8")
        assert "| all | 2 | 1 | 1 |" in text
        assert "Documents added: 1 (new findings in them: 1); gone: 1 (findings in them: 1," in text
        assert "이전 보고서와 비교" in reports.write("markdown", late.folder, material, "ko")[0].read_text(encoding="utf-8")


def test_memory_does_not_grow_with_the_records(batch: Batch) -> None:
    record = next(r for r in batch.records if r["findings"])
    found = figures([record])
    for kind in ("csv", "xlsx"):
        peaks = []
        for number in (200, 4000):
            material = Material(found, lambda: ({**record, "path": f"{i}"} for i in range(number)))  # noqa: B023
            tracemalloc.start()
            reports.write(kind, batch.folder, material, "en")
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
        assert peaks[1] < peaks[0] + 400_000, kind


def test_openpyxl_holds_what_is_used() -> None:
    """A text with an equals sign is a formula to openpyxl unless told otherwise: the guard is needed."""
    sheet = Workbook().active
    sheet["A1"] = HOSTILE
    assert sheet["A1"].data_type == "f"
