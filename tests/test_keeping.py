"""``--keep``: which texts and rows are kept, which are dropped, and why."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from batches import CLEAN, DATE, SPACE, Batch, audited
from mtaudit.batch import keeping, tasks
from mtaudit.batch.condition import parsed
from mtaudit.batch.keeping import Kept
from mtaudit.errors import UnreadableInput

KEEP = "score >= 90 and no critical"


def sort(batch: Batch, condition: str = KEEP, **more: Any) -> Kept:
    return keeping.write(batch.folder, parsed(condition), lambda: batch.items, batch.records, **more)


def kept_and_dropped(folder: Path) -> list[str]:
    return sorted(
        str(p.relative_to(folder))
        for p in folder.rglob("*")
        if p.is_file() and p.relative_to(folder).parts[0].split(".")[0] in ("kept", "dropped")
    )


def cells(path: Path, delimiter: str = ",") -> list[list[str]]:
    return [*csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""), delimiter=delimiter)]


# articles


def test_articles_are_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = {"a.txt": CLEAN, "b.txt": DATE, "=c,d.txt": DATE, "e\nf.txt": CLEAN, '"g".txt': CLEAN, "empty.txt": "\n"}
    for name, text in names.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 4)
    monkeypatch.chdir(tmp_path)
    batch = audited(tmp_path / "out", *names, "binary.txt", "missing.txt")
    found = sort(batch)
    assert found.files == (batch.folder / "kept.txt", batch.folder / "dropped.csv")
    assert (batch.folder / "kept.txt").read_bytes() == b'a.txt\n"e\\nf.txt"\n"\\"g\\".txt"\n'
    rows = cells(batch.folder / "dropped.csv")
    assert rows[0] == ["path", "reasons"]
    assert [row[0] for row in rows[1:]] == ["b.txt", "'=c,d.txt", "empty.txt", "binary.txt", "missing.txt"]
    score = batch.records[1]["scores"][0]["calibrated"]
    assert rows[1][1] == f"score {score:.1f} is not >= 90; 1 critical"
    assert [row[1].rpartition("/")[2] for row in rows[3:]] == [
        "no text",
        "binary.txt is not a text file",
        "missing.txt does not exist",
    ]
    assert (found.kept, found.dropped) == (3, 5)
    sort(batch, ui_lang="ko")
    assert "critical 1건" in (batch.folder / "dropped.csv").read_text(encoding="utf-8-sig")


# JSON lines

LINES = [
    json.dumps({"id": "a", "text": CLEAN}, ensure_ascii=False).encode(),
    b'  {"text" : "' + DATE.encode() + b'", "n": 1.10, "big": 123456789012345678901234567890, "n": 2}\t',
    b'{"text": "' + CLEAN.encode() + b'", "\\u00e9": "\\ud83d\\ude00"}\r',
    b"{broken",
    json.dumps({"id": "b", "text": ""}).encode(),
    json.dumps(SPACE).encode(),
    b'{"text": "\xff' + DATE.encode() + b'"}',
]


def table(path: Path, *lines: bytes) -> Path:
    path.write_bytes(b"\n".join(lines))
    return path


def test_lines_are_kept_byte_for_byte_and_dropped_with_reasons(tmp_path: Path) -> None:
    batch = audited(tmp_path / "out", table(tmp_path / "t.jsonl", LINES[0], b"", *LINES[1:], b" \t", LINES[0]))
    found = sort(batch)
    assert (found.kept, found.dropped) == (3, 5)
    assert (batch.folder / "kept.jsonl").read_bytes() == LINES[0] + b"\n" + LINES[2] + b"\n" + LINES[0]
    dropped = [json.loads(line) for line in (batch.folder / "dropped.jsonl").read_bytes().splitlines()]
    assert [d["row"] for d in dropped[1:4]] == ["{broken", {"id": "b", "text": ""}, SPACE]
    assert [d["reasons"] for d in dropped[2:3]] == [["no text"]]
    assert dropped[0]["reasons"][1] == "1 critical"
    assert "no JSON record" in dropped[1]["reasons"][0]
    assert b'"n": 1.10, "big": 123456789012345678901234567890, "n": 2}' in (batch.folder / "dropped.jsonl").read_bytes()
    assert dropped[4]["row"] == {"text": "\udcff" + DATE}
    assert kept_and_dropped(batch.folder) == ["dropped.jsonl", "kept.jsonl"]


def test_parts_of_a_table_are_joined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"{CLEAN if i % 3 else DATE} {i}" for i in range(200)]
    lines = [json.dumps({"text": text}, ensure_ascii=False).encode() for text in texts]
    path = table(tmp_path / "t.ndjson", *lines, b"")
    monkeypatch.setattr(tasks, "PART", 2000)
    batch = audited(tmp_path / "out", path)
    assert len(batch.items) > 5
    found = sort(batch, "no critical")
    assert (found.kept, found.dropped) == (133, 67)
    wanted = [line for i, line in enumerate(lines) if i % 3]
    assert (batch.folder / "kept.ndjson").read_bytes() == b"\n".join(wanted) + b"\n"
    # a part whose worker died
    lost = batch.items[2][0]
    records = []
    at = 0
    for item, count in batch.items:
        own = batch.records[at : at + (count or 0)]
        at += count or 0
        records += [{**own[0], "path": item.name, "error": "its worker died"}] if item == lost else own
    items = [(item, 1 if item == lost else count) for item, count in batch.items]
    found = keeping.write(batch.folder, parsed("no critical"), lambda: items, records)
    assert found.kept + found.dropped == 200
    dropped = [json.loads(line) for line in (batch.folder / "dropped.ndjson").read_bytes().splitlines()]
    assert [d["row"]["text"] for d in dropped if d["reasons"] == ["its worker died"]] == texts[
        sum(c or 0 for _, c in batch.items[:2]) : sum(c or 0 for _, c in batch.items[:3])
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp949"])
def test_lines_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    lines = [json.dumps({"text": text}, ensure_ascii=False) for text in (CLEAN, DATE, CLEAN)]
    path = tmp_path / "t.jsonl"
    path.write_bytes("\n".join(lines).encode(encoding))
    batch = audited(tmp_path / "out", path)
    sort(batch)
    kept = (batch.folder / "kept.jsonl").read_bytes()
    read = kept.decode("utf-8" if encoding == "utf-16" else encoding)
    assert read.split("\n") == [lines[0], lines[2]]
    assert json.loads((batch.folder / "dropped.jsonl").read_bytes())["row"] == {"text": DATE}


def test_a_table_that_has_changed_is_not_sorted(tmp_path: Path) -> None:
    path = table(tmp_path / "t.jsonl", *LINES)
    batch = audited(tmp_path / "out", path)
    sort(batch)
    before = (batch.folder / "kept.jsonl").read_bytes()
    for lines in ([LINES[0], *LINES], LINES[1:], [b"", *LINES]):
        table(path, *lines)
        with pytest.raises(UnreadableInput, match="has changed since it was audited"):
            sort(batch)
    with pytest.raises(UnreadableInput, match="has changed since it was audited"):
        keeping.write(batch.folder, parsed(KEEP), lambda: [(batch.items[0][0], None)], batch.records)
    assert (batch.folder / "kept.jsonl").read_bytes() == before
    assert not [*batch.folder.glob(".keeping*")]


def test_a_table_of_which_nothing_can_be_read_is_listed(tmp_path: Path) -> None:
    batch = audited(tmp_path / "out", table(tmp_path / "t.jsonl", b'{"n": 1}', b'{"n": 2}'))
    found = sort(batch)
    assert (found.kept, found.dropped) == (0, 1)
    assert "no column of text" in cells(batch.folder / "dropped.csv")[1][1]
    assert kept_and_dropped(batch.folder) == ["dropped.csv", "kept.txt"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from([CLEAN, DATE, SPACE, "", "  ", "\u2028", "\x00", "나토\r\nNATO", '"', "\ud800"]), min_size=1, max_size=12
    ),
    st.booleans(),
)
def test_every_line_is_in_one_of_the_two(tmp_path_factory: pytest.TempPathFactory, texts: list[str], ascii: bool) -> None:
    folder = tmp_path_factory.mktemp("t")
    lines = [json.dumps({"text": t}, ensure_ascii=ascii or "\ud800" in t).encode() for t in (CLEAN, *texts)]
    batch = audited(folder / "out", table(folder / "t.jsonl", *lines, b""))
    found = sort(batch, "no critical")
    assert found.kept + found.dropped == len(lines)
    kept = (batch.folder / "kept.jsonl").read_bytes().splitlines()
    dropped = [json.loads(line)["row"] for line in (batch.folder / "dropped.jsonl").read_bytes().split(b"\n") if line]
    assert kept == [line for line in lines if line in kept]
    assert dropped == [json.loads(line) for line in lines if line not in kept]
    assert {json.loads(line)["text"] for line in kept} <= {CLEAN, SPACE, '"', "나토\r\nNATO", "\x00", "\ud800"}


# Parquet


def test_parquet_keeps_its_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    n = 300
    texts = [None if i == 5 else f"{CLEAN if i % 3 else DATE} {i}" for i in range(n)]
    columns = {
        "reasons": pa.array(range(n), pa.int16()),
        "text": pa.array(texts),
        "tags": pa.array([["a", str(i)] for i in range(n)]),
        "when": pa.array(range(n), pa.timestamp("us", tz="Asia/Seoul")),
        "kind": pa.array([f"k{i % 3}" for i in range(n)]).dictionary_encode(),
    }
    original = pa.table(columns).replace_schema_metadata({"made": "by a test"})
    path = tmp_path / "t.parquet"
    pq.write_table(original, path, row_group_size=50)
    original = pq.read_table(path)
    monkeypatch.setattr(tasks, "PART", 4000)
    batch = audited(tmp_path / "out", path)
    assert len(batch.items) > 2
    found = sort(batch)
    assert (found.kept, found.dropped) == (200 - 1, 101)
    kept, dropped = pq.read_table(batch.folder / "kept.parquet"), pq.read_table(batch.folder / "dropped.parquet")
    assert kept.schema.equals(original.schema, check_metadata=True)
    assert kept.equals(original.filter(pa.array([i % 3 != 0 and i != 5 for i in range(n)])))
    assert dropped.schema.names == [*original.schema.names, "reasons_"]
    assert dropped.drop_columns("reasons_").equals(original.filter(pa.array([i % 3 == 0 or i == 5 for i in range(n)])))
    reasons = dropped["reasons_"].to_pylist()
    assert reasons[2] == ["no text"]
    assert reasons[0][1] == "1 critical"


def test_parquet_of_which_all_is_dropped(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.table({"text": [DATE, DATE]}), tmp_path / "t.parquet")
    batch = audited(tmp_path / "out", tmp_path / "t.parquet")
    assert sort(batch).dropped == 2
    assert pq.read_table(batch.folder / "kept.parquet").num_rows == 0
    assert pq.read_table(batch.folder / "kept.parquet").schema == pa.schema({"text": pa.string()})


# delimited text

ROWS = [
    ["id", "text", "note"],
    ["a", CLEAN, "=1+1"],
    ["b", f"{DATE}\n두 번째 줄, 쉼표", 'he said "x"'],
    ["c", "", ""],
    ["d", f"{CLEAN}\n\n{CLEAN}", "; \t"],
]


@pytest.mark.parametrize(("name", "delimiter"), [("t.csv", ","), ("t.csv", ";"), ("t.csv", "\t"), ("t.tsv", "\t")])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("above", [[], [["표 제목", "", ""], ["", "", ""]]])
def test_delimited_rows_keep_their_headings(tmp_path: Path, name: str, delimiter: str, mark: str, above: list[list[str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows([*above, *ROWS])
    (tmp_path / name).write_text(mark + out.getvalue(), encoding="utf-8", newline="")
    batch = audited(tmp_path / "out", tmp_path / name)
    found = sort(batch)
    assert (found.kept, found.dropped) == (2, 2)
    suffix = name[1:]
    head = [row for row in [*above, ROWS[0]] if any(row)]
    kept = batch.folder / f"kept{suffix}"
    assert cells(kept, delimiter) == [*head, ROWS[1], ROWS[4]]
    assert kept.read_bytes().startswith(b"\xef\xbb\xbf") == bool(mark)
    dropped = cells(batch.folder / f"dropped{suffix}", delimiter)
    assert [row[1:] for row in dropped] == [*head, ROWS[2], ROWS[3]]
    assert [row[0] for row in dropped][len(head) - 1] == "reasons"
    assert "1 critical" in dropped[-2][0]
    assert dropped[-1][0] == "no text"
    # what is kept can be audited again
    again = audited(tmp_path / "again", kept)
    assert [r["error"] for r in again.records] == [None, None]
    assert sort(again).kept == 2


def test_quotation_marks_of_a_plain_tsv_stay_characters(tmp_path: Path) -> None:
    lines = ["id\ttext\n", f'1\t"{CLEAN}" 그는 "그렇다"고 했다.\n', f'2\t{DATE} "\n', f'3\t{CLEAN} 5" 관\n']
    (tmp_path / "t.tsv").write_text("".join(lines), encoding="utf-8")
    batch = audited(tmp_path / "out", tmp_path / "t.tsv")
    sort(batch, "no critical")
    assert (batch.folder / "kept.tsv").read_text(encoding="utf-8") == lines[0] + lines[1] + lines[3]
    assert (batch.folder / "dropped.tsv").read_text(encoding="utf-8") == "reasons\t" + lines[0] + "1 critical\t" + lines[2]


def test_a_row_that_cannot_be_read_is_dropped(tmp_path: Path) -> None:
    good = "".join(f'{i},"{CLEAN}"\n' for i in range(3))
    (tmp_path / "t.csv").write_text(f'id,text\n{good}4,"a" b\n5,"{CLEAN}"\n6,{CLEAN},more\n', encoding="utf-8")
    batch = audited(tmp_path / "out", tmp_path / "t.csv")
    found = sort(batch)
    assert found.kept + found.dropped == len(batch.records) == 6
    dropped = cells(batch.folder / "dropped.csv")[1:]
    assert len(dropped) == 2
    assert dropped[1][1:] == ["6", CLEAN, "more"]


def test_a_table_that_is_one_text_is_listed(tmp_path: Path) -> None:
    pairs = "".join(f"The bridge opened {i}.,다리가 {i}일에 열렸다.\n" for i in range(5))
    (tmp_path / "t.csv").write_text(f"en,ko\n{pairs}", encoding="utf-8")
    batch = audited(tmp_path / "out", tmp_path / "t.csv")
    sort(batch, "words > 0")
    assert (batch.folder / "kept.txt").read_text(encoding="utf-8") == f"{tmp_path / 't.csv'}\n"


# many inputs


def test_several_inputs_have_folders_and_nothing_old_stays(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        table(tmp_path / folder / "T.jsonl" if folder == "one" else tmp_path / folder / "t.jsonl", *LINES[:2])
    (tmp_path / "t.csv").write_text(f"id,text\n1,{CLEAN}\n2,{DATE}\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(CLEAN, encoding="utf-8")
    from openpyxl import Workbook

    book = Workbook()
    for row in (("id", "text"), (1, CLEAN), (2, DATE)):
        book.active.append(row)
    book.save(tmp_path / "b.xlsx")
    out = tmp_path / "out"
    paths = [tmp_path / name for name in ("one/T.jsonl", "two/t.jsonl", "t.csv", "a.txt", "b.xlsx")]
    batch = audited(out, *paths)
    (out / "kept.jsonl").write_text("old")
    (out / "dropped").mkdir()
    (out / "dropped" / "old.csv").write_text("old")
    found = sort(batch)
    assert (found.kept, found.dropped) == (5, 4)
    tables = ["T.jsonl", "t.2.jsonl", "t.csv"]
    wanted = [f"{kind}/{name}" for kind in ("kept", "dropped") for name in tables]
    assert kept_and_dropped(out) == sorted([*wanted, "kept.txt", "dropped.csv"])
    assert found.tables[str(paths[1])] == (out / "kept" / "t.2.jsonl", out / "dropped" / "t.2.jsonl")
    assert sorted(found.files) == sorted(out / name for name in kept_and_dropped(out))
    kept = (out / "kept.txt").read_text(encoding="utf-8").splitlines()
    assert kept[0] == str(paths[3])
    assert kept[1].startswith(f"{paths[4]}#")
    assert len(kept) == 2


def test_memory_does_not_grow_with_the_table(tmp_path: Path) -> None:
    import tracemalloc

    peaks = []
    for number in (300, 2000):
        lines = [json.dumps({"id": f"{i}", "text": CLEAN if i % 2 else DATE}, ensure_ascii=False).encode() for i in range(number)]
        batch = audited(tmp_path / f"out{number}", table(tmp_path / f"t{number}.jsonl", *lines), texts=False)
        from mtaudit.batch import journal

        condition = parsed(KEEP)
        tracemalloc.start()
        keeping.write(batch.folder, condition, lambda: batch.items, journal.records(batch.folder))  # noqa: B023
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 500_000
