"""``mtaudit batch``: the same result whoever does the work, and nothing lost or doubled when a run is killed."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import pytest

from mtaudit import readers
from mtaudit.batch import engines, metadata
from mtaudit.batch.journal import Journal
from mtaudit.batch.tasks import Item
from mtaudit.batch.worker import Answer
from mtaudit.errors import BadSetting

CLEAN = "두 나라는 새 항로를 열기로 했다. 배는 봄에 떠난다.\n"
MAJOR = "두 나라는 새 항로를 열기로 했다. 배는 1년 2023월에 떠난다.\n"


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "mtaudit", "batch", *arguments]


def environment() -> dict[str, str]:
    ours = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "MTAUDIT", "COLUMNS"))}
    return {**ours, "LANG": "C.UTF-8"}


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*arguments), cwd=cwd, capture_output=True, encoding="utf-8", env=environment(), timeout=120)


def faults(stderr: str) -> list[str]:
    """Its lines but those that say how far a slow run is."""
    return [line for line in stderr.splitlines() if not line.endswith(" of the bytes")]


def documents(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / "documents.jsonl").read_bytes().splitlines()]


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Sixty articles of two outlets, one of which cannot be read, and a table."""
    for number in range(60):
        file = tmp_path / "texts" / ("east" if number % 2 else "west") / f"2026-11-{number % 28 + 1:02}-{number:03}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text((MAJOR if number % 5 == 0 else CLEAN) * (number + 1), encoding="utf-8")
    (tmp_path / "texts" / "west" / "binary.txt").write_bytes(bytes(range(256)) * 4)
    rows = [json.dumps({"id": f"n{i}", "text": MAJOR if i % 3 == 0 else CLEAN, "outlet": "south"}) for i in range(30)]
    (tmp_path / "table.jsonl").write_text("\n".join([*rows, "{broken"]), encoding="utf-8")
    return tmp_path


ARGUMENTS = ("texts", "table.jsonl", "--path-pattern", "{outlet}/{date}-*", "--report", "none")


def test_every_text_is_one_line_and_an_error_is_a_line_too(texts: Path) -> None:
    done = run(*ARGUMENTS, "-o", "out", cwd=texts)
    assert done.returncode == 2
    assert faults(done.stderr) == []
    assert done.stdout.splitlines()[0].startswith("92 documents: ")
    records = documents(texts / "out")
    assert len(records) == 92
    names = [record["path"] for record in records]
    assert len(set(map(str, names))) == 92
    assert [r["path"] for r in records if r["error"]] == ["texts/west/binary.txt", "table.jsonl#row 31"]
    by_name = {r["path"]: r for r in records}
    first = by_name["texts/west/2026-11-01-000.txt"]
    assert first["metadata"] == {"outlet": "west", "date": "2026-11-01", "week": "2026-W44"}
    assert [f["code"] for f in first["findings"]] == ["DAT001"]  # type: ignore[attr-defined]
    assert by_name["table.jsonl#n3"]["metadata"] == {"id": "n3", "row": "4", "outlet": "south"}
    kinds = {block[1] for record in records for block in record.get("blocks", ())}  # type: ignore[attr-defined]
    assert kinds == {"body"}


def test_any_number_of_jobs_gives_the_same(texts: Path) -> None:
    for jobs in ("1", "2", "3"):
        assert run(*ARGUMENTS, "-o", f"out{jobs}", "--jobs", jobs, cwd=texts).returncode == 2
    one, two, three = ((texts / f"out{jobs}" / "documents.jsonl").read_bytes() for jobs in ("1", "2", "3"))
    assert one == two == three


def test_a_run_that_was_killed_goes_on(texts: Path) -> None:
    for number in range(150):
        (texts / "texts" / f"more{number:03}.txt").write_text(MAJOR * 60, encoding="utf-8")
    out = texts / "out"
    process = subprocess.Popen(command(*ARGUMENTS, "-o", "out", "--jobs", "1"), cwd=texts, env=environment())
    while process.poll() is None and (not (out / "documents.jsonl").exists() or (out / "documents.jsonl").stat().st_size < 100_000):
        time.sleep(0.01)
    process.kill()
    process.wait()
    before = (out / "documents.jsonl").read_bytes()
    with (out / "documents.jsonl").open("ab") as file:
        file.write(b'{"path": "half a li')
    again = run(*ARGUMENTS, "-o", "out", "--jobs", "1", cwd=texts)
    assert (again.returncode, faults(again.stderr)) == (2, [])
    assert " were done before" in again.stdout.splitlines()[0]
    assert (out / "documents.jsonl").read_bytes().startswith(before[: before.rfind(b"\n") + 1])
    assert run(*ARGUMENTS, "-o", "whole", "--jobs", "2", cwd=texts).returncode == 2
    assert (out / "documents.jsonl").read_bytes() == (texts / "whole" / "documents.jsonl").read_bytes()


def test_only_what_has_changed_is_done_again(texts: Path) -> None:
    run(*ARGUMENTS, "-o", "out", cwd=texts)
    before = (texts / "out" / "documents.jsonl").stat()
    assert "; 91 were done before" in run(*ARGUMENTS, "-o", "out", cwd=texts).stdout  # what could not be read is tried again
    assert (texts / "out" / "documents.jsonl").stat().st_ino == before.st_ino
    changed = texts / "texts" / "east" / "2026-11-02-001.txt"
    changed.write_text(MAJOR, encoding="utf-8")
    (texts / "texts" / "east" / "2026-11-04-003.txt").unlink()
    (texts / "texts" / "aaa.txt").write_text(CLEAN, encoding="utf-8")
    done = run(*ARGUMENTS, "-o", "out", cwd=texts)
    assert "89 were done before" in done.stdout
    run(*ARGUMENTS, "-o", "anew", cwd=texts)
    assert (texts / "out" / "documents.jsonl").read_bytes() == (texts / "anew" / "documents.jsonl").read_bytes()
    (texts / "mtaudit.toml").write_text('[[overrides]]\nfiles = ["texts/west/*"]\nmin-confidence = 0.5\n', encoding="utf-8")
    assert "61 were done before" in run(*ARGUMENTS, "-o", "out", cwd=texts).stdout


def has_a_line(folder: Path) -> bool:
    """Whether a document is done. The file of a run may end in the middle of a line."""
    lines = folder / "documents.jsonl"
    return lines.exists() and b"\n" in lines.read_bytes()


def test_ctrl_c_leaves_what_is_done(texts: Path) -> None:
    for number in range(150):
        (texts / "texts" / f"more{number:03}.txt").write_text(MAJOR * 60, encoding="utf-8")
    process = subprocess.Popen(
        command(*ARGUMENTS, "-o", "out", "--jobs", "2"),
        cwd=texts,
        env=environment(),
        stderr=subprocess.PIPE,
        start_new_session=True,
        encoding="utf-8",
    )
    while process.poll() is None and not has_a_line(texts / "out"):
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    said = process.communicate(timeout=30)[1]
    assert (process.returncode, faults(said)) == (130, ["mtaudit: interrupted; the same command goes on in out"])
    assert " were done before" in run(*ARGUMENTS, "-o", "out", cwd=texts).stdout


def test_a_folder_is_not_written_into_by_two_nor_over_other_files(texts: Path) -> None:
    (texts / "full").mkdir()
    (texts / "full" / "novel.txt").write_text(CLEAN, encoding="utf-8")
    for arguments in (
        ["-o", "full"],
        ["-o", "table.jsonl"],
        ["-o", "/proc/none"],
        ["-", "-o", "out"],
        ["-o", "out", "--keep", "scor > 1"],
    ):
        done = run(*ARGUMENTS, *arguments, cwd=texts)
        assert (done.returncode, done.stderr.count("\n"), done.stdout) == (2, 1, ""), arguments
    assert sorted(p.name for p in (texts / "full").iterdir()) == ["novel.txt"]


# Engines


def square(number: int) -> int:
    return number * number


def fatal(number: int, marks: str, times: int) -> int:
    """Kills its process at 7, the first ``times`` times."""
    if number == 7:
        seen = len(list(Path(marks).iterdir()))
        if seen < times:
            Path(marks, str(seen)).touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def test_answers_come_in_the_order_of_the_tasks() -> None:
    expected = [(n, n * n) for n in range(100)]
    assert list(engines.here(square, range(100))) == expected
    assert list(engines.processes(square, range(100), 2)) == expected


def test_what_a_dead_worker_had_is_done_again(tmp_path: Path) -> None:
    answers = list(engines.processes(partial(fatal, marks=str(tmp_path), times=1), range(1, 30), 2))
    assert answers == [(n, n * n) for n in range(1, 30)]


def test_a_task_that_kills_each_worker_is_given_up_alone(tmp_path: Path) -> None:
    answers = dict(engines.processes(partial(fatal, marks=str(tmp_path), times=99), range(1, 30), 2))
    assert isinstance(answers.pop(7), engines.Lost)
    assert answers == {n: n * n for n in range(1, 30) if n != 7}


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and workers, each a process of its own, on the loopback device."""
    file = folder / "scheduler.json"
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
    started = [
        subprocess.Popen(
            [*dask, "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file)],
            cwd=folder,
            stderr=subprocess.DEVNULL,
        )
    ]
    try:
        while not file.exists() or not file.read_text(encoding="utf-8").strip():
            assert started[0].poll() is None
            time.sleep(0.05)
        address = json.loads(file.read_text(encoding="utf-8"))["address"]
        worker = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--host", "127.0.0.1", "--no-dashboard"]
        options = ["--nthreads", "1", "--no-nanny", "--local-directory", str(folder)]
        started += [subprocess.Popen([*worker, *options], cwd=folder, stderr=subprocess.DEVNULL) for _ in range(workers)]
        yield address, started[1:]
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


def test_a_cluster_gives_the_same_though_a_worker_is_killed(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    pytest.importorskip("distributed")
    for number in range(150):
        (texts / "texts" / f"more{number:03}.txt").write_text(MAJOR * 60, encoding="utf-8")
    (texts / "mtaudit-ignore.toml").write_text(
        '[[ignore]]\nrule = "DAT"\npath = "texts/more007.txt"\nsentence = "배는 1년 2023월에 떠난다."\nreason = "quoted"\n',
        encoding="utf-8",
    )
    assert run(*ARGUMENTS, "-o", "here", "--jobs", "1", cwd=texts).returncode == 2
    quoted = next(record for record in documents(texts / "here") if record["path"] == "texts/more007.txt")
    assert "DAT001" not in {finding["code"] for finding in quoted["findings"]}  # type: ignore[attr-defined]
    with cluster(tmp_path_factory.mktemp("dask"), 2) as (address, workers):
        process = subprocess.Popen(
            command(*ARGUMENTS, "-o", "out", "--cluster", address), cwd=texts, env=environment(), stdout=subprocess.PIPE
        )
        lines = texts / "out" / "documents.jsonl"
        while process.poll() is None and not (lines.exists() and lines.stat().st_size > 50_000):
            time.sleep(0.02)
        assert process.poll() is None, "the run was over before a worker could be killed"
        workers[0].kill()
        process.communicate(timeout=120)
    assert process.returncode == 2
    assert lines.read_bytes() == (texts / "here" / "documents.jsonl").read_bytes()


def test_a_cluster_that_is_not_there_is_one_sentence(texts: Path) -> None:
    pytest.importorskip("distributed")
    done = run(*ARGUMENTS, "-o", "out", "--cluster", "tcp://127.0.0.1:9", cwd=texts)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


# Metadata and data frames


@pytest.mark.parametrize(
    ("name", "pattern", "found"),
    [
        ("a/b/east/2026-11-22-x.txt", "{outlet}/{date}-*", {"outlet": "east", "date": "2026-11-22", "week": "2026-W47"}),
        (
            "east/2026/11/22/x.ko.md",
            "{outlet}/{date}/{id}",
            {"outlet": "east", "date": "2026/11/22", "id": "x", "week": "2026-W47"},
        ),
        ("east/deep/er/20260101.txt", "{outlet}/**/{date}", {"date": "20260101", "outlet": "east", "week": "2026-W01"}),
        ("east.txt", "{outlet}/{date}", {}),
        ("신문/경제_김.txt", "{outlet}/{section}_{author}", {"outlet": "신문", "section": "경제", "author": "김"}),
    ],
)
def test_a_path_tells_of_its_text(name: str, pattern: str, found: dict[str, str]) -> None:
    assert metadata.metadata(readers.read_text("글이다."), name, pattern) == found


@pytest.mark.parametrize("pattern", ["", "plain/*", "{a}/{a}", "{a b}", "{outlet", "}{"])
def test_a_pattern_that_is_none_is_a_mistake(pattern: str) -> None:
    with pytest.raises(BadSetting, match="no pattern of paths"):
        metadata.compiled(pattern)


@pytest.mark.parametrize(
    ("front", "found"),
    [
        (
            "---\ntitle: '글: 하나'\n기자: [김, 이]\ndate: 2026-11-22\n---\n",
            {"title": "글: 하나", "author": "김, 이", "date": "2026-11-22"},
        ),
        ('+++\ntitle = "글"\ndate = 2026-11-22\n+++\n', {"title": "글", "date": "2026-11-22"}),
        ("---\n게재일: 2026. 11. 22.\n---\n", {"date": "2026. 11. 22."}),
        ("---\npublished_at: Sun, 22 Nov 2026 10:00:00 +0900\n---\n", {"date": "Sun, 22 Nov 2026 10:00:00 +0900"}),
        ("---\ntitle: [unclosed\n---\n", {}),
        ("---\n!!python/object/apply:os.system ['touch made']\n---\n", {}),
    ],
)
def test_front_matter_tells_of_its_text(front: str, found: dict[str, str]) -> None:
    said = metadata.metadata(readers.read_text(f"{front}\n글이다.\n", "a.md"), "a.md")
    assert {key: value for key, value in said.items() if key != "week"} == found
    assert said.get("week") == ("2026-W47" if "date" in found else None)


def test_a_data_frame_goes_in_and_comes_out() -> None:
    pandas = pytest.importorskip("pandas")
    from mtaudit.batch.frames import COLUMNS, audit_frame, empty, frames

    frame = pandas.DataFrame({"text": [MAJOR, CLEAN, None, ""], "id": ["a", "b", "c", "d"]}, index=[7, 8, 9, 10])
    found = audit_frame(frame)
    assert list(found.columns) == list(COLUMNS)
    assert list(found.index) == [7, 8, 9, 10]
    assert list(found["critical"]) == [1, 0, 0, 0]
    assert found["score"][8] == 100
    assert found["score"].isna().tolist() == [False, False, True, True]
    assert list(found["error"].fillna("")) == ["", "", "c has no text", ""]
    assert json.loads(found["report"][7])["findings"][0]["code"] == "DAT001"
    assert (found.dtypes == empty().dtypes).all()
    assert pandas.concat(frames(iter([frame[:2], frame[2:]]))).equals(found.reset_index(drop=True).set_index([[0, 1, 0, 1]]))


def test_the_recipe_for_dask(tmp_path: Path) -> None:
    frame = pytest.importorskip("dask.dataframe")
    pandas = pytest.importorskip("pandas")
    from mtaudit.batch.frames import audit_frame, empty

    pandas.DataFrame({"text": [MAJOR, CLEAN] * 5}).to_parquet(tmp_path / "corpus.parquet")
    parts = frame.read_parquet(tmp_path / "corpus.parquet").repartition(npartitions=3)
    found = parts.map_partitions(audit_frame, meta=empty()).compute(scheduler="sync")
    assert list(found["critical"]) == [1, 0] * 5


# What can go wrong


def test_workers_end_with_a_run_that_is_killed(texts: Path) -> None:
    for number in range(150):
        (texts / "texts" / f"more{number:03}.txt").write_text(MAJOR * 60, encoding="utf-8")
    process = subprocess.Popen(
        command(*ARGUMENTS, "-o", "out", "--jobs", "2"),
        cwd=texts,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    while process.poll() is None and not has_a_line(texts / "out"):
        time.sleep(0.02)
    process.kill()
    process.communicate(timeout=30)  # the pipes are closed when the last process that has them is gone


def test_a_worker_that_dies_between_two_tasks_is_no_fault_of_the_next(tmp_path: Path) -> None:
    answers = engines.processes(partial(fatal, marks=str(tmp_path), times=1), range(1, 30), 2)
    first = next(answers)
    time.sleep(2)  # 7 kills its worker meanwhile
    assert [first, *answers] == [(n, n * n) for n in range(1, 30)]


def test_lines_that_are_no_more_are_made_again(texts: Path) -> None:
    run(*ARGUMENTS, "-o", "out", cwd=texts)
    lines = texts / "out" / "documents.jsonl"
    whole = lines.read_bytes()
    os.truncate(lines, len(whole) // 2)
    assert "were done before" in run(*ARGUMENTS, "-o", "out", cwd=texts).stdout
    assert lines.read_bytes() == whole
    lines.unlink()
    assert "were done before" not in run(*ARGUMENTS, "-o", "out", cwd=texts).stdout
    assert lines.read_bytes() == whole
    (texts / "out" / "progress.sqlite").write_bytes(b"no database" * 1000)
    assert "--restart" in run(*ARGUMENTS, "-o", "out", cwd=texts).stderr
    assert run(*ARGUMENTS, "-o", "out", "--restart", cwd=texts).returncode == 2
    assert lines.read_bytes() == whole


@pytest.mark.parametrize("more", [[], ["--restart"]])
def test_a_second_run_leaves_the_first_alone(texts: Path, more: list[str]) -> None:
    made: dict[str, object] = {"version": "1"}
    with closing(Journal(texts / "out", made)) as book:
        before = (texts / "out" / "manifest.json").read_bytes()
        book.add(Item("a", "/a"), 0, Answer(1, b"{}\n"))
        done = run(*ARGUMENTS, "-o", "out", *more, cwd=texts)
        assert (done.returncode, done.stderr) == (2, "mtaudit: out: another run writes into it\n")
        assert (texts / "out" / "manifest.json").read_bytes() == before
        assert (texts / "out" / "documents.jsonl").read_bytes() == b"{}\n"
        book.finish()


def test_a_run_that_was_killed_at_its_begin_has_claimed_the_folder(texts: Path) -> None:
    (texts / "out").mkdir()
    (texts / "out" / ".manifest.json.4711").write_bytes(b'{"sche')
    assert faults(run(*ARGUMENTS, "-o", "out", cwd=texts).stderr) == []
    assert {path.name for path in (texts / "out").iterdir()} == {"documents.jsonl", "manifest.json", "progress.sqlite"}


def test_reports_are_no_texts(texts: Path) -> None:
    for _ in range(2):
        assert run("texts", "-o", "texts/report", "--report", "html,markdown", cwd=texts).stdout.startswith("61 documents: ")
    assert (texts / "texts" / "report" / "report.md").exists()
    assert len([*readers.expand([str(texts / "texts" / "**" / "*.*")])]) == 61
    assert len([*readers.expand([str(texts / "texts" / "report" / "*.md")])]) == 1  # that one was named


def test_what_could_not_be_read_is_tried_again(texts: Path) -> None:
    (texts / "aside").mkdir()
    (texts / "aside" / "broken.docx").write_bytes(b"no archive")
    assert run("aside", "nofile.txt", "-o", "out", "--report", "none", cwd=texts).returncode == 2
    errors = [str(record["error"]) for record in documents(texts / "out")]
    assert errors[1] == "nofile.txt does not exist"  # and not its path from the root
    assert str(texts) not in errors[0]
    again = run("aside", "nofile.txt", "-o", "out", "--report", "none", cwd=texts)
    assert "before" not in again.stdout
    assert [str(record["error"]) for record in documents(texts / "out")] == errors


@pytest.mark.skipif(os.name == "nt", reason="a POSIX shell closes them")
def test_nothing_to_write_to_is_no_fault(texts: Path) -> None:
    for closed, out in (">&-", "one"), ("2>&-", "two"), (">&- 2>&- <&-", "three"):
        shell = f"{shlex.join(command(*ARGUMENTS, '-o', out, '--jobs', '2'))} {closed}"
        assert subprocess.run(shell, shell=True, cwd=texts, env=environment(), timeout=120).returncode == 2
        assert len(documents(texts / out)) == 92


def test_a_sentence_for_all_rows_of_a_table_that_cannot_be_corrected(texts: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mtaudit", "fix", "table.jsonl"], cwd=texts, capture_output=True, encoding="utf-8", env=environment()
    )
    assert done.returncode == 2
    assert [line.split(":")[1] for line in done.stderr.splitlines() if "cannot be corrected" in line] == [
        " table.jsonl cannot be corrected"
    ]
