"""What is new, fixed and unchanged since an earlier report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from batches import CLEAN, DATE, SPACE, Batch, audited
from mtaudit.batch.comparison import Comparison
from mtaudit.errors import BadSetting, UnreadableInput

EARLY = {
    "a.txt": f"{CLEAN} {DATE}\n\n{SPACE}\n",
    "b.txt": f"{CLEAN}\n",
    "old/c.txt": f"{SPACE}\n",
    "가.txt": f"{DATE}\n",
}


def written(folder: Path, texts: dict[str, str]) -> Path:
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def codes(found: list[dict[str, Any]] | tuple[dict[str, Any], ...]) -> list[str]:
    return [f["code"] for f in found]


def record_of(batch: Batch, end: str) -> dict[str, Any]:
    return next(record for record in batch.records if record["path"].endswith(end))


@pytest.fixture
def early(tmp_path: Path) -> Batch:
    return audited(tmp_path / "early", written(tmp_path / "texts", EARLY))


def test_the_same_texts_are_unchanged(tmp_path: Path, early: Batch) -> None:
    late = audited(tmp_path / "late", tmp_path / "texts")
    with Comparison.of_folder(early.folder, late.folder) as comparison:
        for record in late.records:
            assert comparison.of(record) == (frozenset(), (), True)
        totals = comparison.totals
        assert (totals.new, totals.fixed, totals.unchanged, totals.added, totals.gone) == (0, 0, 4, 0, 0)
        assert [*comparison.gone()] == []
        assert comparison.notes == ()


def test_new_and_fixed_findings_when_lines_move(tmp_path: Path, early: Batch) -> None:
    texts = written(
        tmp_path / "texts", {"a.txt": f"{CLEAN}\n\n\n{CLEAN} \n\n{SPACE}\n", "b.txt": f"{CLEAN} {DATE}\n", "d.txt": f"{SPACE}\n"}
    )
    (texts / "old" / "c.txt").unlink()
    late = audited(tmp_path / "late", texts)
    with Comparison.of_folder(early.folder, late.folder) as comparison:
        change = comparison.of(record_of(late, "a.txt"))
        assert codes(change.fixed) == ["DAT001"]
        assert change.fixed[0]["messages"].keys() == {"en", "ko"}
        assert change.fixed[0]["location"]["line"] == 1
        assert "SPC006" not in [record_of(late, "a.txt")["findings"][i]["code"] for i in change.new]
        assert comparison.of(record_of(late, "b.txt")) == (frozenset({0}), (), True)
        assert comparison.of(record_of(late, "d.txt")) == (frozenset({0}), (), False)
        totals = comparison.totals
        assert (totals.added, totals.gone, totals.new_in_added, totals.gone_findings) == (1, 1, 1, 1)
        assert [*comparison.gone()] == [str(texts / "old" / "c.txt")]
        dates = totals.rules["DAT001"]
        assert (dates.new, dates.fixed, dates.unchanged) == (1, 1, 1)
        assert totals.names["DAT001"] == "garbled-date"
        assert totals.severities["critical"] == dates
        assert totals.new == sum(counts.new for counts in totals.rules.values()) == sum(c.new for c in totals.severities.values())


def test_equal_findings_of_one_paragraph_are_counted(tmp_path: Path) -> None:
    texts = written(tmp_path / "t", {"a.txt": f"{CLEAN}\n" + f"{SPACE}\n" * 3})
    early = audited(tmp_path / "early", texts)
    before = len(early.records[0]["findings"])
    written(texts, {"a.txt": f"{CLEAN}\n" + f"{SPACE}\n" * 2})
    late = audited(tmp_path / "late", texts)
    with Comparison.of_folder(early.folder, late.folder) as comparison:
        change = comparison.of(late.records[0])
        spaces = [f for f in change.fixed if f["code"] == "SPC006"]
        assert len(spaces) == 1
        assert before - len(change.fixed) == comparison.totals.unchanged == len(late.records[0]["findings"]) - len(change.new)


def test_texts_of_another_folder_are_compared_by_what_follows_it(tmp_path: Path, early: Batch) -> None:
    late = audited(tmp_path / "late", written(tmp_path / "elsewhere" / "final", EARLY))
    with Comparison.of_folder(early.folder, late.folder) as comparison:
        assert (comparison.totals.unchanged, comparison.totals.added, comparison.totals.gone) == (4, 0, 0)


def test_a_name_in_another_folder_is_not_guessed_where_some_names_are_the_same(tmp_path: Path, early: Batch) -> None:
    texts = written(tmp_path / "texts", {"new/c.txt": f"{SPACE}\n"})
    (texts / "old" / "c.txt").unlink()
    late = audited(tmp_path / "late", texts)
    with Comparison.of_folder(early.folder, late.folder) as comparison:
        assert not comparison.of(record_of(late, "new/c.txt")).known
        assert (comparison.totals.added, comparison.totals.gone) == (1, 1)


def rows(path: Path, *texts: tuple[str, str]) -> Path:
    path.write_text(
        "".join(json.dumps({"id": key, "text": text}, ensure_ascii=False) + "\n" for key, text in texts), encoding="utf-8"
    )
    return path


def test_rows_of_a_table_with_another_name_and_in_another_order(tmp_path: Path) -> None:
    one, two, three = ("a/1", f"{CLEAN} {DATE}"), ("a/2", SPACE), ("a/3", CLEAN)
    early = audited(tmp_path / "early", rows(tmp_path / "one.jsonl", one, two, three))
    late = audited(tmp_path / "late", rows(tmp_path / "two.jsonl", three, two, one))
    with Comparison.of_folder(early.folder, late.folder) as comparison:
        assert (comparison.totals.unchanged, comparison.totals.new, comparison.totals.added) == (2, 0, 0)


def test_rows_of_the_same_name_are_told_apart(tmp_path: Path) -> None:
    # the ids of the first rows differ, so that they are names; later ones need not
    many = [(f"n{i}", CLEAN) for i in range(250)]
    early = audited(tmp_path / "early", rows(tmp_path / "t.jsonl", *many, ("n7", DATE), ("n7", SPACE)))
    assert [r["path"].endswith("#n7") for r in early.records].count(True) == 3
    late = audited(tmp_path / "late", rows(tmp_path / "t.jsonl", *many, ("n7", DATE), ("n7", f"{SPACE} {DATE}")))
    with Comparison.of_folder(early.folder, late.folder) as comparison:
        totals = comparison.totals
        assert (totals.added, totals.gone, totals.fixed) == (0, 0, 1)  # the paragraph of the space is another
        assert [len(comparison.of(r).new) for r in late.records if r["path"].endswith("#n7")] == [0, 0, 2]


def test_what_cannot_be_read_fixes_nothing(tmp_path: Path, early: Batch) -> None:
    (tmp_path / "texts" / "a.txt").write_bytes(bytes(range(256)) * 4)
    late = audited(tmp_path / "late", tmp_path / "texts")
    with Comparison.of_folder(early.folder, late.folder) as comparison:
        assert comparison.of(record_of(late, "a.txt")) == (frozenset(), (), True)
        assert (comparison.totals.fixed, comparison.totals.gone) == (0, 0)
    with Comparison.of_folder(late.folder, early.folder) as comparison:
        assert not comparison.of(record_of(early, "a.txt")).known
        assert comparison.totals.added == 1


def test_other_settings_are_said(tmp_path: Path, early: Batch) -> None:
    late = audited(tmp_path / "late", tmp_path / "texts", values={"ignore": ("SPC006",), "style.register": "plain"})
    with Comparison.of_folder(early.folder, late.folder) as comparison:
        assert comparison.totals.fixed == 2
        (note,) = comparison.notes
        assert "(rules; register auto → plain)" in note.en
        assert "(rules; register auto → plain)" in note.ko


def test_the_index_is_deleted_and_folders_are_checked(tmp_path: Path, early: Batch) -> None:
    late = audited(tmp_path / "late", tmp_path / "texts")
    before = sorted(late.folder.iterdir())
    with Comparison.of_folder(early.folder, late.folder) as comparison:
        assert comparison.totals.unchanged == 4
        assert len([*late.folder.iterdir()]) == len(before) + 1
    assert sorted(late.folder.iterdir()) == before
    with pytest.raises(BadSetting, match="earlier one must stand in another"):
        Comparison.of_folder(late.folder, tmp_path / "early" / ".." / "late")
    with pytest.raises(UnreadableInput, match="holds no report"):
        Comparison.of_folder(tmp_path, late.folder)


def test_names_that_are_no_unicode(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    name = b"caf\xe9.txt".decode("utf-8", "surrogateescape")
    try:
        (texts / name).write_text(DATE, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    early, late = audited(tmp_path / "early", texts), audited(tmp_path / "late", texts)
    with Comparison.of_folder(early.folder, late.folder) as comparison:
        assert comparison.totals.unchanged == 1
