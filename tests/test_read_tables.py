"""Tables: which column is the text, rows as texts and as segments, parts, and files that nobody should have to read."""

from __future__ import annotations

import csv
import io
import json
import pickle
import subprocess
import sys
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit import engine, readers
from mtaudit.config import Settings
from mtaudit.document import Document
from mtaudit.errors import UnreadableInput
from mtaudit.readers import Columns, Reading, tables
from mtaudit.readers.tables import BadRow
from mtaudit.readers.tables.vocabulary import meaning

ARTICLE = (
    "정부는 다음 달 10일 서울에서 회의를 열어 구체적인 방안을 논의할 예정이라고 밝혔다.\n\n전문가들은 이번 합의를 신중하게 살폈다."
)
OTHER = "시장은 어제 새 다리의 공사를 시작했다고 말했다. 다리는 삼 년 뒤에 열린다."
PAIRS = [("The bridge opened.", "다리가 열렸다."), ("It rained.", "비가 왔다."), ("Prices rose.", "물가가 올랐다.")]


def read(data: bytes, name: str, **columns: Any) -> list[Document]:
    found = [*readers.documents(data, name, Reading(columns=Columns(**columns)))]
    assert not [row for row in found if isinstance(row, BadRow)]
    return [document for document in found if isinstance(document, Document)]


def told(data: bytes, name: str, **columns: Any) -> str:
    with pytest.raises(UnreadableInput) as caught:
        read(data, name, **columns)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def lines(*records: object) -> bytes:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


def delimited(*rows: tuple[str, ...], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)


def workbook(**sheets: list[Any]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return book


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def parquet(table: dict[str, Any], **options: Any) -> bytes:
    pa = pytest.importorskip("pyarrow")
    from pyarrow.parquet import write_table

    out = io.BytesIO()
    write_table(pa.table(table), out, **options)
    return out.getvalue()


def offsets_are_true(document: Document) -> None:
    for segment in document.segments:
        assert document.text[segment.start : segment.start + len(segment.target)] == segment.target
    assert len({segment.key for segment in document.segments}) == len(document.segments)


# Which column is what


@pytest.mark.parametrize(
    ("heading", "role", "lang"),
    [
        ("Body", "text", ""), ("article.body", "text", ""), ("본문", "text", ""), ("기사 본문", "text", ""), ("正文", "text", ""),
        ("target_text", "target", ""), ("번역문", "target", ""), ("訳文", "target", ""), ("MT", "target", ""),
        ("원문", "source", ""), ("src", "source", ""), ("translation.ko", "", "ko"), ("ko-KR", "", "ko"), ("Korean", "", "ko"),
        ("eng_Latn", "", "en"), ("한국어", "", "ko"), ("日本語", "", "ja"), ("text_ko", "text", "ko"), ("제목(국문)", "title", "ko"),
        ("target_lang", "lang", ""), ("id", "id", ""), ("No.", "id", ""), ("발행일", "date", ""), ("Published at", "date", ""),
        ("언론사", "outlet", ""), ("기자", "author", ""), ("記者", "author", ""), ("score", "", ""), ("embedding", "", ""),
    ],
)  # fmt: skip
def test_a_heading_says_what_its_column_is(heading: str, role: str, lang: str) -> None:
    assert meaning(heading) == (role, lang)


@pytest.mark.parametrize(
    "record",
    [
        {"id": "a1", "title": "다리", "body": ARTICLE, "score": 0.5},
        {"기사번호": "a1", "제목": "다리", "본문": ARTICLE},
        {"編號": "a1", "標題": "다리", "正文": ARTICLE},
        {"id": "a1", "headline": "다리", "x": ARTICLE, "path": "/srv/data/articles/a1.html"},
        {"docid": "a1", "article": {"title": "다리", "paragraphs": ARTICLE.split("\n")}},
    ],
)
def test_the_text_is_found_and_the_other_cells_are_metadata(record: dict[str, Any]) -> None:
    (document,) = read(lines(record), "c.jsonl")
    assert document.text == ARTICLE
    assert [segment.target for segment in document.segments] == ARTICLE.split("\n\n")
    assert document.metadata == {"title": "다리", "id": "a1", "row": "1"}
    assert document.name == "c.jsonl#1" if "headline" in record and "id" not in record else "c.jsonl#a1"
    assert document.format == "text"


def test_metadata_has_names_of_its_own() -> None:
    record = {
        "내용": ARTICLE, "title": " 새\n다리 ", "기자": "홍길동", "언론사": "가상일보", "발행일": "2026-05-01", "url": "https://example.org/1",
        "언어": "ko", "note": "x" * 400,
    }  # fmt: skip
    (document,) = read(lines(record), "c.jsonl")
    assert dict(document.metadata) == {
        "title": "새 다리", "author": "홍길동", "outlet": "가상일보", "date": "2026-05-01", "url": "https://example.org/1", "row": "1",
    }  # fmt: skip
    assert document.target_lang == "ko"


def test_a_column_called_source_may_say_where_a_text_comes_from() -> None:
    documents = read(lines(*[{"text": ARTICLE, "source": f"paper-{i}"} for i in range(3)]), "c.jsonl")
    assert [d.metadata["outlet"] for d in documents] == ["paper-0", "paper-1", "paper-2"]
    assert all(segment.source is None for d in documents for segment in d.segments)


def test_two_columns_that_may_be_the_text_are_asked_about() -> None:
    data = lines({"a": ARTICLE, "b": OTHER, "n": 3})
    assert told(data, "c.jsonl") == (
        "c.jsonl has more than one column that may be the text: 'a', 'b'; say which with --text-column"
    )
    assert read(data, "c.jsonl", text="b")[0].text == OTHER
    assert told(data, "c.jsonl", text="c") == "c.jsonl has no column 'c'; it has 'a', 'b', 'n'"
    assert told(lines({"n": 3, "path": "a/b.txt"}), "c.jsonl") == (
        "c.jsonl has no column of text among 'n', 'path'; name one with --text-column"
    )


def test_of_two_texts_one_by_far_longer_is_the_text() -> None:
    (document,) = read(lines({"content": ARTICLE * 5, "text": "요약이다."}), "c.jsonl")
    assert document.text == ARTICLE * 5


@pytest.mark.parametrize(
    "record",
    [
        {"translation": {"en": "The bridge opened.", "ko": "다리가 열렸다."}},
        {"src": "The bridge opened.", "mt": "다리가 열렸다.", "score": 0.3},
        {"원문": "The bridge opened.", "번역문": "다리가 열렸다."},
        {"en": "The bridge opened.", "mt": "다리가 열렸다."},
    ],
)
def test_rows_of_a_corpus_of_pairs_are_texts_with_their_sources(record: dict[str, Any]) -> None:
    (document,) = read(lines(record), "c.jsonl")
    assert [(s.target, s.source) for s in document.segments] == [("다리가 열렸다.", "The bridge opened.")]
    assert document.name == "c.jsonl#1"


def test_languages_of_headings_are_the_languages_of_the_document() -> None:
    (document,) = read(lines({"en-US": "It rained.", "ko_KR": "비가 왔다."}), "c.jsonl")
    assert (document.target_lang, document.source_lang) == ("ko", "en")


def test_sources_go_to_their_paragraphs() -> None:
    record = {"source": "The government met.\n\nExperts looked.", "target": ARTICLE}
    (document,) = read(lines(record), "c.jsonl")
    assert [s.source for s in document.segments] == ["The government met.", "Experts looked."]
    (document,) = read(lines({"source": "One.\n\nTwo.\n\nThree and more.", "target": ARTICLE}), "c.jsonl")
    assert [s.source for s in document.segments] == [None, None]


@pytest.mark.parametrize(
    ("cell", "format"),
    [
        ("## 다리\n\n새 다리가 **열렸다**.", "markdown"),
        ("자세한 것은 [누리집](https://example.org/)에 있다.", "markdown"),
        ("#다리 #서울\n새 다리가 열렸다. 5 ** 2 는 25다.", "text"),
        (ARTICLE, "text"),
        ("<p>정부는 <b>다음</b> 달 회의를 연다.</p>\n<p>비가 왔다 &amp; 그쳤다.</p>", "html"),
        ("표식 <b>하나</b>와 a < b, c > d 는 글이다.", "text"),
    ],
)
def test_a_cell_is_read_as_what_it_is(cell: str, format: str) -> None:
    (document,) = read(lines({"text": cell}), "c.jsonl")
    assert (document.format, document.text) == (format, cell)
    assert document.segments == readers.read_text(cell, format=format).segments


# JSON lines


def test_bad_lines_are_told_and_the_others_are_read() -> None:
    good = json.dumps({"text": OTHER}, ensure_ascii=False).encode()
    bad = [
        b'{"text": "x',
        b"[" * 100_000,
        b'{"n": ' + b"9" * 5000 + b"}",
        b"17",
        b'{"text": "\\ud800 \xed\x95\x9c"}',
        b'"' + OTHER.encode() + b'"',
    ]
    found = [*readers.documents(b"\n".join([good, b"", *bad, good]), "c.jsonl")]
    assert [str(row) for row in found if isinstance(row, BadRow)] == [
        "c.jsonl:3: no JSON record in one line (unterminated string starting at, column 10)",
        "c.jsonl:4: a record that is nested too deeply",
        "c.jsonl:5: a number of thousands of digits",
        "c.jsonl:6: a record that is neither an object nor a text",
    ]
    assert [(d.name, d.text) for d in found if isinstance(d, Document)] == [
        ("c.jsonl#1", OTHER), ("c.jsonl#7", "\ufffd 한"), ("c.jsonl#8", OTHER), ("c.jsonl#9", OTHER),
    ]  # fmt: skip
    first = next(row for row in found if isinstance(row, BadRow))
    again = pickle.loads(pickle.dumps(first))
    assert (again.name, str(again)) == (first.name, str(first)) and first.name == "c.jsonl#3"


def test_a_file_without_any_record_is_one_sentence() -> None:
    assert told(json.dumps([{"text": "가"}], indent=1).encode(), "c.jsonl").startswith("c.jsonl:1: no JSON record in one line")
    assert told(b"", "c.jsonl") == "c.jsonl holds no rows"
    assert told(b"\n \n", "c.jsonl") == "c.jsonl holds no rows"
    assert told(bytes(range(256)) * 9, "c.jsonl") == "c.jsonl is not a text file"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
def test_json_lines_in_other_encodings(encoding: str) -> None:
    text = "\r\n".join(json.dumps({"text": text}, ensure_ascii=False) for text in (ARTICLE, OTHER))
    assert [d.text for d in read(text.encode(encoding), "c.jsonl")] == [ARTICLE, OTHER]


def test_an_empty_text_is_a_document_without_segments() -> None:
    documents = read(lines({"text": OTHER}, {"text": ""}, {"text": None}, {"other": 1}), "c.jsonl")
    assert [len(d.segments) for d in documents] == [1, 0, 0, 0]


def test_ids_name_documents_only_where_they_are_ids() -> None:
    names = [d.name for d in read(lines({"id": 7, "text": OTHER}, {"id": 7, "text": ARTICLE}), "c.jsonl")]
    assert names == ["c.jsonl#1", "c.jsonl#2"]
    names = [d.name for d in read(lines({"id": 7, "text": OTHER}, {"id": 8, "text": OTHER}, {"text": ARTICLE}), "c.jsonl")]
    assert names == ["c.jsonl#7", "c.jsonl#8", "c.jsonl#row 3"]


def read_in_parts(path: Path, size: int) -> list[Document | BadRow]:
    found: list[Document | BadRow] = []
    for part in tables.parts(path, readers.format_of(path.name), size):
        found += readers.documents(path, reading=Reading(part=part))
    return found


def same(one: Document | BadRow, other: Document | BadRow) -> bool:
    return one == other if isinstance(one, Document) else str(one) == str(other)


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(
        st.sampled_from(
            [b'{"x": "' + OTHER.encode() + b'"}', b"", b"{", b'{"x": "a b"}', b'{"y": "' + ARTICLE[:30].encode() * 9 + b'"}']
        )
    ),
    size=st.integers(1, 700),
    closed=st.booleans(),
)
def test_parts_of_json_lines_are_the_whole(
    tmp_path_factory: pytest.TempPathFactory, rows: list[bytes], size: int, closed: bool
) -> None:
    path = tmp_path_factory.mktemp("parts") / "c.jsonl"
    path.write_bytes(b"\n".join([b'{"x": "' + ARTICLE[:44].encode() * 3 + b'"}', *rows]) + (b"\n" if closed else b""))
    try:
        whole = [*readers.documents(path)]
    except UnreadableInput as error:
        with pytest.raises(UnreadableInput, match=str(error).split(":")[0]):
            read_in_parts(path, size)
        return
    apart = read_in_parts(path, size)
    assert len(apart) == len(whole) and all(map(same, apart, whole))
    cuts = tables.parts(path, "jsonl", size)
    assert all(a is None or path.read_bytes()[: a[0]][-1:] in (b"", b"\n") for a in cuts)


def test_numbers_of_lines_of_large_files_are_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from mtaudit.readers.tables import jsonl

    monkeypatch.setattr(jsonl, "_COUNTED", 100)
    path = tmp_path / "c.jsonl"
    path.write_bytes(lines(*[{"text": OTHER}] * 5))
    each = path.stat().st_size // 5
    whole = [*readers.documents(path)]
    assert [d.name for d in whole] == [f"{path}#{i * each}" for i in range(5)]
    assert all(map(same, read_in_parts(path, 300), whole)) and len(tables.parts(path, "jsonl", 300)) > 1


# Delimited text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_of_articles(encoding: str, delimiter: str) -> None:
    rows = [("번호", "제목", "본문"), ("1", '"새" 다리', ARTICLE), ("2", "비; 바람, 눈", OTHER), ("3", "", "")]
    documents = read(delimited(*rows, delimiter=delimiter, encoding=encoding), "a.csv")
    assert [d.text for d in documents] == [ARTICLE.replace("\n", "\n"), OTHER, ""]
    assert [d.name for d in documents] == ["a.csv#1", "a.csv#2", "a.csv#3"]
    assert [d.metadata.get("title") for d in documents] == ['"새" 다리', "비; 바람, 눈", None]


def test_excel_is_told_the_delimiter_in_the_first_line() -> None:
    data = ("sep=;\r\n" + delimited(("id", "text"), ("x", OTHER), delimiter=";").decode()).encode()
    (document,) = read(data, "a.csv")
    assert (document.text, document.metadata["row"]) == (OTHER, "3")


def test_rows_that_do_not_fit_are_told() -> None:
    data = f'id,text\n1,"{OTHER}"\n2,비가 왔다, 그리고 그쳤다.\n3,"그는 "왔다"고 했다."\n4,짧은\n5\n6,"닫히지 않은\n7,글\n'.encode()
    found = [*readers.documents(data, "a.csv")]
    assert [str(row) for row in found if isinstance(row, BadRow)] == [
        "a.csv:3: it has 3 cells and there are 2 headings; perhaps a cell with a delimiter is not quoted",
        "a.csv:4: a quotation mark inside a cell is not doubled (from line 4 of the file)",
        "a.csv:7: a quotation mark is not closed (from line 7 of the file)",
    ]
    assert [d.text for d in found if isinstance(d, Document)] == [OTHER, "짧은", ""]


def test_one_huge_cell_and_a_nul() -> None:
    book = "그는 다리를 건넜다. " * 100_000
    assert read(delimited(("id", "text"), ("1", book)), "a.csv")[0].text == book
    assert read(delimited(("id", "text"), ("1", OTHER * 9 + "\0끝")), "a.csv")[0].text == OTHER * 9 + "\0끝"
    found = [*readers.documents(b'id,text\n1,"' + b"x " * (1 << 24) + b'"\n2,' + OTHER.encode(), "a.csv")]
    assert isinstance(found[0], BadRow) and "longer than 16,777,216 characters" in str(found[0])


def test_large_files_are_streamed(monkeypatch: pytest.MonkeyPatch) -> None:
    from mtaudit.readers.tables import csv as reader

    monkeypatch.setattr(reader, "_WHOLE", 1 << 12)
    rows = [("id", "text"), *[(str(i), ARTICLE) for i in range(100)]]
    for encoding in ("utf-8", "cp949"):
        documents = read(delimited(*rows, encoding=encoding), "a.csv")
        assert len(documents) == 100 and {d.text for d in documents} == {ARTICLE}


def test_a_table_without_headings_is_addressed_by_letters() -> None:
    data = delimited(*PAIRS, delimiter="\t")
    assert "'A', 'B'; say which with --text-column" in told(data, "a.tsv")
    for text, source in (("B", "A"), ("2", "1")):
        (document,) = read(data, "a.tsv", text=text, source=source)
        assert [(s.source, s.target) for s in document.segments] == PAIRS
        assert [s.key for s in document.segments] == ["row 1", "row 2", "row 3"]


def test_a_single_column_without_a_heading_keeps_its_commas() -> None:
    data = "비가 왔다, 그리고 그쳤다.\n그는 갔다.\n해가, 달이, 별이 떴다.\n".encode()
    found = [*readers.documents(data, "a.tsv")]
    assert [d.text for d in found if isinstance(d, Document)] == data.decode().splitlines()


def test_a_quotation_mark_in_a_tsv_is_a_character_unless_it_is_for_something() -> None:
    corpus = 'text\tid\n"왔다"고 그가 말했다.\t1\n"안녕"\t2\n'.encode()
    assert [d.text for d in read(corpus, "a.tsv")] == ['"왔다"고 그가 말했다.', '"안녕"']
    spreadsheet = delimited(("text", "id"), ("두 줄\n이다.", "1"), ('"안녕"', "2"), delimiter="\t")
    assert [d.text for d in read(spreadsheet, "a.tsv")] == ["두 줄\n이다.", '"안녕"']


cell = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t\"',;"), max_size=30)


@settings(max_examples=150, deadline=None)
@given(rows=st.lists(st.tuples(cell, cell), min_size=1, max_size=8))
def test_every_cell_of_a_csv_comes_back(rows: list[tuple[str, str]]) -> None:
    data = delimited(("source", "target"), ("The bridge opened.", "다리가 열렸다."), *rows)
    (document,) = read(data, "a.csv", rows="segments")
    offsets_are_true(document)
    written = [target for source, target in [("", "다리가 열렸다."), *rows] if source.strip() or target.strip()]
    assert [segment.prose for segment in document.segments] == written
    assert document.text.count("\n") < len(rows) + 2


# Rows as segments


def test_a_translators_table_is_one_text_whose_lines_are_its_rows() -> None:
    data = delimited(
        ("key", "source", "target"),
        ("a", "Hi", "안녕"),
        ("b", "Two\nlines.", "두\r\n줄이다."),
        ("c", "Empty", ""),
        ("d", "End.", "끝이다."),
    )
    (document,) = read(data, "a.csv")
    offsets_are_true(document)
    assert (document.name, document.format, document.text) == ("a.csv", "csv", "\n안녕\n두\u2028줄이다.\n\n끝이다.")
    assert [(s.key, s.kind, s.source) for s in document.segments] == [
        ("row 2", "cell", "Hi"), ("row 3", "body", "Two\nlines."), ("row 4", "cell", "Empty"), ("row 5", "body", "End."),
    ]  # fmt: skip
    assert document.segments[1].prose == "두\n줄이다."
    assert document.place(document.segments[3], 0, 1)[3:5] == (5, 1)
    assert len(read(data, "a.csv", rows="documents")) == 4
    assert (
        len(read(lines(*[dict(zip(("source", "target"), pair, strict=True)) for pair in PAIRS]), "a.jsonl", rows="segments")) == 1
    )


def test_findings_of_a_table_stand_in_their_cells() -> None:
    before = "e\u0301 \U0001f600 "
    data = delimited(
        ("source", "target"),
        ("They met.", "그들은 만났다."),
        ("The accord.", before + "합의는 2023년에 이루어졌습니다. . 그들은 갔다."),
    )
    (document,) = read(data, "a.csv")
    findings = engine.audit(document, Settings(lang="ko")).findings
    (found,) = [finding for finding in findings if finding.rule == "stray-punctuation" or finding.place.text.strip(" .") == ""]
    assert found.place.line == 3 and found.place.segment == "row 3"
    assert document.line(3)[found.place.column - 1 : found.place.end_column - 1] == found.place.text
    assert found.place.start >= document.segments[1].start + len(before)


@pytest.mark.parametrize(
    "name", ["news-battery.txt", "news-harbour.txt", "news-treaty.txt", "press-museum.txt", "guide-router.txt"]
)
def test_a_text_in_a_table_is_found_as_clean_as_in_a_file(name: str) -> None:
    text = (Path(__file__).parent / "texts" / name).read_text(encoding="utf-8")
    alone = engine.audit(readers.read_text(text)).findings
    (document,) = read(lines({"text": text}), "c.jsonl")
    assert engine.audit(document).findings == alone
    rows = [("source", "target"), *[("x", line) for line in text.splitlines() if line.strip()]]
    (table,) = read(delimited(*rows), "a.csv", rows="segments")
    assert len(engine.audit(table).findings) <= len(alone)


def test_too_many_rows_for_one_text_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from mtaudit.readers.tables import segments

    monkeypatch.setattr(segments, "_MOST", 2)
    assert told(delimited(("source", "target"), *PAIRS), "a.csv").endswith("(--rows documents)")


# Workbooks


def test_a_workbook_of_translations() -> None:
    rows: list[list[Any]] = [
        ["표 1. 번역"],
        [],
        ["No", "원문", "번역문", "확인"],
        *[[i, *pair, True] for i, pair in enumerate(PAIRS, 1)],
    ]
    book = workbook(
        첫째=rows,
        Notes=[["just", "a", 3]],
        둘째=[["en", "ko"], ["It snowed.", "눈이 왔다."]],
        숨김=[["source", "target"], ["a", "b"]],
    )
    book["숨김"].sheet_state = "hidden"
    first, second = read(saved(book), "b.xlsx")
    offsets_are_true(first)
    assert [s.key for s in first.segments] == ["첫째!C4", "첫째!C5", "첫째!C6"]
    assert [(s.source, s.target) for s in first.segments] == PAIRS
    assert first.place(first.segments[0], 0, 2).line == 4
    assert (first.name, second.name, second.segments[0].key) == ("b.xlsx#첫째", "b.xlsx#둘째", "둘째!B2")


def test_a_workbook_of_articles() -> None:
    rows: list[list[Any]] = [
        ["기사번호", "날짜", "점수", "내용"],
        [101, datetime(2026, 5, 1), 0.5, ARTICLE],
        [102.0, datetime(2026, 5, 2, 9, 30), 7, "_x0041_ " + OTHER],
    ]
    documents = read(saved(workbook(S=rows)), "b.xlsx")
    assert [d.name for d in documents] == ["b.xlsx#101", "b.xlsx#102"]
    assert [d.metadata["date"] for d in documents] == ["2026-05-01", "2026-05-02 09:30:00"]
    assert [d.text for d in documents] == [ARTICLE, "A " + OTHER]
    assert [d.name for d in read(saved(workbook(S=[row[1:] for row in rows])), "b.xlsx")] == ["b.xlsx#S!2", "b.xlsx#S!3"]


def test_hidden_columns_merged_cells_and_formulas() -> None:
    book = workbook(S=[["x", "y", "z"], *[[ARTICLE, OTHER, f"=CONCATENATE(B{i},1)"] for i in range(2, 6)]])
    sheet = book["S"]
    sheet.column_dimensions["A"].hidden = True
    sheet.merge_cells("B4:B5")
    documents = read(saved(book), "b.xlsx")
    assert [d.text for d in documents] == [OTHER, OTHER, OTHER, ""]
    assert [d.text for d in read(saved(book), "b.xlsx", text="x")] == [ARTICLE] * 4


def test_the_stored_value_of_a_formula_counts() -> None:
    book = saved(workbook(S=[["source", "target"], ["Hi", '="안"&"녕"']]))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as packed, zipfile.ZipFile(out, "w") as changed:
        for name in packed.namelist():
            data = packed.read(name)
            if "sheet1" in name:
                data = data.replace(b'<c r="B2"><f>', b'<c r="B2" t="str"><f>').replace(b"<v />", "<v>안녕</v>".encode())
                data = data.replace(b"<v></v>", "<v>안녕</v>".encode()).replace(b"<v/>", "<v>안녕</v>".encode())
            changed.writestr(name, data)
    (document,) = read(out.getvalue(), "b.xlsx")
    assert [s.target for s in document.segments] == ["안녕"]


def rewritten(data: bytes, **members: bytes) -> bytes:
    """The workbook with these members; ``__`` stands for a slash."""
    new = {name.replace("__", "/") + ".xml": content for name, content in members.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as changed:
        for name, content in {**{name: packed.read(name) for name in packed.namelist()}, **new}.items():
            changed.writestr(name, content)
    return out.getvalue()


def test_shared_strings_with_readings_and_escapes() -> None:
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    whole = saved(workbook(S=[]))
    types = zipfile.ZipFile(io.BytesIO(whole)).read("[Content_Types].xml")
    strings = [
        "source",
        "target",
        "Tokyo",
        "東京",
        "Two",
        "첫 줄이다._x000D_\n둘째 줄이다.",
    ]
    items = "".join([f"<si><t>{text}</t></si>" for text in strings])
    items = items.replace("東京</t>", '東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh>')
    cells = [f'<c r="{"AB"[i % 2]}{i // 2 + 1}" t="s"><v>{i}</v></c>' for i in range(6)]
    rows = "".join([f'<row r="{i // 2 + 1}">{cells[i]}{cells[i + 1]}</row>' for i in (0, 2, 4)])
    data = rewritten(
        whole,
        **{
            "[Content_Types]": types.replace(
                b"</Types>", b'<Override PartName="/xl/sharedStrings.xml" ContentType="%s"/></Types>' % kind
            ),
            "xl__sharedStrings": f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{items}</sst>'.encode(),
            "xl__worksheets__sheet1": SHEET % rows.encode(),
        },
    )
    (document,) = read(data, "b.xlsx")
    assert [(s.source, s.prose) for s in document.segments] == [("Tokyo", "東京"), ("Two", "첫 줄이다.\n둘째 줄이다.")]
    offsets_are_true(document)


SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'
LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY a%d "%s">' % (i, b"&a%s;" % (str(i - 1).encode() if i else b"") * 9) for i in range(12))
    + b"]>"
)


@pytest.mark.parametrize(
    "sheet",
    [
        LAUGHS + SHEET % b'<row r="1"><c r="A1" t="inlineStr"><is><t>&a11;</t></is></c></row>',
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        + SHEET % b'<row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row>',
        SHEET % b'<row r="999999999999"><c r="A1" t="inlineStr"><is><t>x y</t></is></c></row>',
        SHEET % (b"<row/>" * 20_000_000),
        SHEET % b'<row r="1"><c r="ZZZZZZZZ1"><v>1</v></c></row>',
        SHEET % b'<row r="1"><c r="A1" t="s"><v>77777</v></c></row>',
        SHEET[:60],
        b"<a>" * 200_000,
        b"",
    ],
)
def test_hostile_sheets_are_one_sentence(sheet: bytes) -> None:
    data = rewritten(saved(workbook(S=[["source", "target"], *PAIRS])), xl__worksheets__sheet1=sheet)
    assert told(data, "b.xlsx").startswith("b.xlsx")


def test_hostile_workbooks_are_one_sentence() -> None:
    whole = saved(workbook(S=[["source", "target"], *PAIRS]))
    bomb = rewritten(whole, xl__sharedStrings=b"<sst>" + b"<si><t>a</t></si>" * 3_000_000 + b"</sst>")
    assert told(bomb, "b.xlsx") == "b.xlsx unpacks to too much for a workbook: xl/sharedStrings.xml has 48 MB"
    for broken in (whole[:-100], whole[:200], b"", b"PK\x03\x04", b"id,text\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)):
        assert told(broken, "b.xlsx").startswith("b.xlsx ")
    assert told(rewritten(whole, xl__workbook=b"<a"), "b.xlsx").startswith("b.xlsx is no readable workbook (XLSX): ")


def test_a_workbook_without_a_text_is_one_sentence() -> None:
    data = saved(workbook(A=[[1, 2], [3, 4]], B=[]))
    assert told(data, "b.xlsx") == "b.xlsx, sheet 'A', has no column of text among 'A', 'B'; name one with --text-column"


# Parquet


def test_parquet_of_articles() -> None:
    table = {
        "id": ["a", "b"],
        "body": [ARTICLE, None],
        "published": [datetime(2026, 5, 1, 9, 30), None],
        "embedding": [[0.1, 0.2], [0.3, 0.4]],
        "image": [b"\x89PNG", b""],
    }
    first, second = read(parquet(table), "c.parquet")
    assert (first.name, first.text, first.metadata["date"][:16]) == ("c.parquet#a", ARTICLE, "2026-05-01 09:30")
    assert (second.name, second.segments) == ("c.parquet#b", ())


def test_parquet_of_pairs_and_of_bytes() -> None:
    pairs = parquet({"translation": [{"en": source, "ko": target} for source, target in PAIRS]})
    assert [(s.source, s.target) for d in read(pairs, "c.parquet") for s in d.segments] == PAIRS
    assert [d.text for d in read(parquet({"text": [b"\xec\x98\xa4", OTHER.encode()], "n": [1, 2]}), "c.parquet")] == ["오", OTHER]
    assert [d.text for d in read(parquet({"text": [["첫 줄이다.", "둘째 줄이다."]]}), "c.parquet")] == ["첫 줄이다.\n둘째 줄이다."]


@pytest.mark.parametrize("size", [1, 5_000, 1 << 30])
def test_parts_of_parquet_are_the_whole(tmp_path: Path, size: int) -> None:
    path = tmp_path / "c.parquet"
    path.write_bytes(
        parquet({"x": [f"{OTHER} {i}" for i in range(1000)], "y": ["가 나"] * 999 + [ARTICLE * 3]}, row_group_size=170)
    )
    whole = [*readers.documents(path)]
    assert [d.name for d in whole] == [f"{path}#{i}" for i in range(1, 1001)]
    assert all(map(same, read_in_parts(path, size), whole))
    assert (tables.parts(path, "parquet", size) == [None]) == (size == 1 << 30)


def test_broken_parquet_is_one_sentence() -> None:
    whole = parquet({"text": [OTHER] * 1000})
    for broken in (whole[:-9], whole[:100], b"", b"PAR1" * 9, whole[:50] + bytes(200) + whole[250:]):
        assert told(broken, "c.parquet").startswith("c.parquet is no readable Parquet: ")


def test_parquet_without_pyarrow_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['pyarrow'] = None; from mtaudit import readers\n"
        "try: next(readers.documents(b'PAR1', 'c.parquet'))\nexcept readers.paths.UnreadableInput as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "c.parquet needs pyarrow to be read: pip install 'mtaudit[parquet]'"


def test_other_tables_are_not_cut(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(delimited(("id", "text"), ("1", OTHER)))
    assert tables.parts(path, "csv", 1) == [None]
    for format in ("jsonl", "parquet"):
        with pytest.raises(UnreadableInput, match="does not exist"):
            tables.parts(tmp_path / "none", format)


def test_a_cell_of_absurdly_nested_markup_does_not_stop_the_table() -> None:
    deep = "<div>" * 100_000 + OTHER + "</div>" * 100_000
    documents = read(lines({"text": ARTICLE}, {"text": deep}, {"text": ARTICLE}), "c.jsonl")
    assert [d.segments[0].target for d in documents][1] == OTHER and documents[2].text == ARTICLE
