"""A text and its source in two files: paired by lines, aligned by sentences, or refused."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from typer.testing import CliRunner

from mtaudit import engine
from mtaudit.alignment import aligned
from mtaudit.cli import app
from mtaudit.cli.fix import rereading
from mtaudit.config import Settings
from mtaudit.document import Document, Match
from mtaudit.errors import UnreadableInput
from mtaudit.models import Similarity
from mtaudit.pairing import with_source
from mtaudit.readers import read_text
from mtaudit.report import Report

EN = [
    "The harbour of Lindqvist opened in 1904.",
    "It cost 3.5 million crowns and took nine years to build.",
    "Mayor J. Andersson called it the gate of the north.",
    "Is it still needed?",
    "Today the port handles 12,000 containers a month, most of them for Norway.",
    "Dr. Johansson, who wrote its history, died in 2011.",
    "Ships from Hamburg arrive on Mondays.",
]
KO = [
    "린드크비스트 항은 1904년에 문을 열었다.",
    "건설에는 350만 크로나와 9년이라는 시간이 들었다.",
    "J. 안데르손 시장은 이 항구를 북방의 관문이라고 불렀다.",
    "아직도 필요한 곳일까?",
    "지금 이 항구는 매달 컨테이너 1만 2000개를 처리하며, 대부분은 노르웨이로 가는 화물이다.",
    "이 항구의 역사를 쓴 요한손 박사는 2011년에 세상을 떠났다.",
    "함부르크에서 오는 배는 월요일에 도착한다.",
]
SOURCE = f"{' '.join(EN[:3])}\n\n{' '.join(EN[3:])}\n"
OTHER = """The recipe asks for two onions. Cut them into rings. Heat the butter slowly in a pan.

Add the flour and stir well. Pour in the broth. Let it simmer gently. Serve it with bread and cheese.
"""


def said(document: Document, match: Match) -> list[str]:
    return [document.segments[number].target[start:end] for number, start, end in match.targets]


def test_sentences_are_aligned_where_nothing_pairs() -> None:
    document = read_text(f"{KO[0]} {KO[2]}\n\n{KO[3]}\n\n{' '.join(KO[4:])}\n", "a.ko.txt")
    done = with_source(document, read_text(SOURCE, "a.en.txt"), Settings())
    assert [segment.source for segment in done.segments] == [f"{EN[0]} {EN[2]}", EN[3], " ".join(EN[4:])]
    assert [match.sources for match in done.matches if not match.targets] == [(EN[1],)]
    assert [text for match in done.matches for text in said(done, match)] == [KO[0], *KO[2:]]
    assert all(match.score > 0 for match in done.matches if match.sources and match.targets)
    assert done.text == document.text and done.target_lang is None


def test_a_sentence_that_was_added() -> None:
    text = f"{' '.join(KO[:4])}\n\n{KO[4]}\n\n이 글은 사흘 전에 동료 기자들의 검토를 받아 조금 고쳤음을 밝혀 둔다. {' '.join(KO[5:])}\n"
    done = with_source(read_text(text, "a.ko.txt"), read_text(SOURCE, "a.en.txt"), Settings())
    assert [said(done, match) for match in done.matches if not match.sources] == [
        ["이 글은 사흘 전에 동료 기자들의 검토를 받아 조금 고쳤음을 밝혀 둔다."]
    ]


def test_segments_that_share_a_sentence_have_no_source() -> None:
    cut = KO[4].replace("처리하며, ", "처리한다.\n\n")
    done = with_source(
        read_text("\n\n".join([" ".join(KO[:4]), cut, " ".join(KO[5:])]), "a.ko.txt"), read_text(SOURCE, "b"), Settings()
    )
    assert [segment.source for segment in done.segments] == [" ".join(EN[:4]), None, None, " ".join(EN[5:])]
    assert (EN[4],) in [match.sources for match in done.matches]
    assert not engine.audit(done, Settings(select=("SRC",))).findings


def test_a_source_without_text_is_none() -> None:
    with pytest.raises(UnreadableInput, match=r"^a\.en\.txt holds no text: it is no source of a\.ko\.txt$"):
        with_source(read_text(f"{KO[0]}\n", "a.ko.txt"), read_text("\n\n", "a.en.txt"), Settings())


def test_places_hold_where_there_is_markup() -> None:
    document = read_text(f"**{KO[0]}** {KO[1]}\n\n- [{KO[2]}](https://example.org)\n", "a.md", "markdown")
    done = aligned(document, read_text(" ".join(EN[:3]), "a.txt"))
    assert [said(done, match) for match in done.matches] == [[KO[0]], [KO[1]], [KO[2]]]


def test_lines_that_go_one_by_one_are_paired_as_they_are() -> None:
    done = with_source(read_text("\n".join(KO), "a"), read_text("\n".join(reversed(EN)), "b"), Settings())
    assert [segment.source for segment in done.segments] == EN[::-1]
    assert done.matches == ()


def test_the_wrong_source_is_refused_in_one_sentence() -> None:
    document = read_text("\n\n".join(KO), "a.ko.txt")
    with pytest.raises(
        UnreadableInput, match=r"^soup\.txt has hardly a sentence in common with a\.ko\.txt: is it the right source\?$"
    ):
        with_source(document, read_text(OTHER, "soup.txt"), Settings())


def test_a_source_that_has_little() -> None:
    done = with_source(read_text("\n\n".join(KO), "a"), read_text(SOURCE[:40], "b"), Settings())
    assert len([match for match in done.matches if match.targets]) == 7


class Reader(Similarity):
    """Knows some languages, and remembers that it was asked."""

    def __init__(self, *langs: str) -> None:
        self.langs = langs
        self.read: list[str] = []

    def knows(self, lang: str) -> bool:
        return lang in self.langs

    def vectors(self, texts: list[str]) -> NDArray[np.float32]:  # type: ignore[override]
        self.read += texts
        return np.eye(len(texts), 8, dtype=np.float32)


def test_a_model_is_asked_only_where_it_knows_both_languages() -> None:
    document, source = read_text("\n\n".join(KO), "a"), read_text(SOURCE, "b")
    aligned(document, source, unasked := Reader("en"))
    aligned(document, source, asked := Reader("en", "ko"))
    assert (unasked.read, asked.read) == ([], EN + KO)


def test_a_correction_moves_the_places() -> None:
    text = f"배는 1년 2023월에 떠났다. {KO[0]}\n\n{KO[2]}\n"
    document = aligned(read_text(text, "x"), read_text(f"The ship left in January 2023. {EN[0]} {EN[2]}", "y"))
    read = rereading(Report("x", document=document, target_lang="ko"))
    after = read(text.replace("1년 2023월", "2023년 1월").replace("떠났다", "막 떠났다"))
    assert [said(after, match) for match in after.matches] == [["배는 2023년 1월에 막 떠났다."], [KO[0]], [KO[2]]]
    assert read(text + "\n\n하나 더.\n").matches == ()


# The command


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, list(arguments))
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.en.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "a.ko.txt").write_text("\n\n".join([KO[0], *KO[2:]]), encoding="utf-8")
    (tmp_path / "soup.txt").write_text(OTHER, encoding="utf-8")
    return tmp_path


def test_the_alignment_is_shown(folder: Path) -> None:
    code, out, err = run("scan", "a.ko.txt", "--source", "a.en.txt", "--show-alignment")
    assert (code, err) == (0, "")
    head, *blocks = out.split("\n\n")
    assert head == "a.ko.txt: aligned by sentences, 1 omitted, 0 added"
    assert blocks[1] == f"1-0\n  < {EN[1]}"
    assert blocks[2].startswith("1-1  +") and blocks[2].endswith(f"\n  < {EN[2]}\n  > {KO[2]}")
    assert len(blocks) == 7


def test_it_goes_to_a_file_in_korean(folder: Path) -> None:
    asked = ("scan", "a.ko.txt", "--source", "a.en.txt", "--show-alignment", "--ui-lang", "ko")
    assert run(*asked, "-o", "out.txt") == (0, "", "")
    assert (folder / "out.txt").read_text(encoding="utf-8") == run(*asked)[1]
    assert run(*asked)[1].startswith("a.ko.txt: 문장끼리 짝지었다. 빠진 문장 1개, 덧붙은 문장 0개\n")


def test_texts_are_not_interpreted(folder: Path) -> None:
    (folder / "b.en.txt").write_text("[bold]One[/bold] \x1b[31mred\nTwo\n", encoding="utf-8")
    (folder / "b.ko.txt").write_text("[link=x]하나[/]\n둘\n", encoding="utf-8")
    for form in ("rich", "text"):
        _, out, _ = run("scan", "b.ko.txt", "--source", "b.en.txt", "--show-alignment", "--output-format", form)
        assert "paired by lines" in out and "[bold]One[/bold] ␛[31mred" in out and "[link=x]하나[/]" in out and "\x1b" not in out


def test_there_may_be_nothing_to_show(folder: Path) -> None:
    assert run("scan", "a.ko.txt", "--show-alignment") == (0, "a.ko.txt: there is no source\n", "")
    for more in (["--fix"], ["--output", "json=x"], ["--output-format", "json"]):
        code, out, err = run("scan", "a.ko.txt", "--source", "a.en.txt", "--show-alignment", *more)
        assert (code, out) == (2, "") and err.startswith("mtaudit: --show-alignment is for reading")


@pytest.mark.parametrize("command", ["scan", "check", "score", "fix"])
def test_every_command_refuses_the_wrong_source(folder: Path, command: str) -> None:
    code, _, err = run(command, "a.ko.txt", "--source", "soup.txt")
    assert code == 2
    assert err == "mtaudit: soup.txt has hardly a sentence in common with a.ko.txt: is it the right source?\n"


def test_batch_aligns_as_a_scan_does(folder: Path) -> None:
    code, _, _ = run("batch", "a.ko.txt", "--source", "a.en.txt", "-o", "run", "--jobs", "1")
    findings = [f for line in (folder / "run" / "documents.jsonl").read_text().splitlines() for f in json.loads(line)["findings"]]
    scanned = json.loads(run("scan", "a.ko.txt", "--source", "a.en.txt", "--output-format", "json")[1])
    assert code == 0
    assert [f["code"] for f in findings] == [f["code"] for f in scanned["documents"][0]["findings"]]
    assert any(EN[1] in f["message"] for f in findings)
