"""Sentences of a text and of its translation find each other."""

from __future__ import annotations

import random
import runpy
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.alignment import Bead, align
from mtaudit.alignment.anchors import both, read
from mtaudit.alignment.lengths import ratio
from mtaudit.alignment.names import heard
from mtaudit.alignment.search import chain, corridor
from mtaudit.languages.abbreviations import sentences

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mtaudit.models import Similarity

HOME = Path(__file__).resolve().parents[1]
PUD = HOME.parent / "shared" / "data" / "parallel" / "pud_en_ko.tsv"

EN = [
    "The harbour of Lindqvist opened in 1904.",
    "It cost 3.5 million crowns and took nine years to build.",
    "Mayor Andersson called it the gate of the north.",
    "Is it still needed?",
    "Today the port handles 12,000 containers a month, most of them for Norway.",
]
KO = [
    "린드크비스트 항은 1904년에 문을 열었다.",
    "건설에는 350만 크로나와 9년이라는 시간이 들었다.",
    "안데르손 시장은 이 항구를 북방의 관문이라고 불렀다.",
    "아직도 필요한 곳일까?",
    "지금 이 항구는 매달 컨테이너 1만 2000개를 처리하며, 대부분은 노르웨이로 가는 화물이다.",
]


def kinds(beads: list[Bead]) -> list[tuple[list[int], list[int]]]:
    return [(list(bead.sources), list(bead.targets)) for bead in beads]


def test_sentences_that_go_one_by_one() -> None:
    assert kinds(align(EN, KO, "en", "ko")) == [([i], [i]) for i in range(5)]


def test_a_sentence_that_was_left_out() -> None:
    assert kinds(align(EN, [*KO[:1], *KO[2:]], "en", "ko")) == [([0], [0]), ([1], []), ([2], [1]), ([3], [2]), ([4], [3])]


def test_a_sentence_that_was_added() -> None:
    more = [*KO[:3], "편집자 주석: 요한손 씨는 2011년에 세상을 떠났다.", *KO[3:]]
    assert ([], [3]) in kinds(align(EN, more, "en", "ko"))


def test_two_sentences_in_one() -> None:
    joined = [KO[0].replace("열었다.", "열었는데, ") + KO[1], *KO[2:]]
    assert kinds(align(EN, joined, "en", "ko"))[0] == ([0, 1], [0])


def test_one_sentence_in_two() -> None:
    cut = [*KO[:4], "지금 이 항구는 매달 컨테이너 1만 2000개를 처리한다.", "대부분은 노르웨이로 가는 화물이다."]
    assert kinds(align(EN, cut, "en", "ko"))[-1] == ([4], [4, 5])


def test_the_other_direction_gives_the_same() -> None:
    joined = [KO[0].replace("열었다.", "열었는데, ") + KO[1], *KO[2:]]
    there, back = align(EN, joined, "en", "ko"), align(joined, EN, "ko", "en")
    assert kinds(there) == [(targets, sources) for sources, targets in kinds(back)]


def test_an_empty_side() -> None:
    assert align([], [], "en", "ko") == []
    assert kinds(align(EN[:2], [], "en", "ko")) == [([0], []), ([1], [])]
    assert kinds(align([], KO[:2], "en", "ko")) == [([], [0]), ([], [1])]


@pytest.mark.parametrize("lang", ["en", "ko", "ja", "xx"])
def test_a_text_beside_itself(lang: str) -> None:
    text = KO if lang == "ko" else EN
    assert kinds(align(text, text, lang, lang)) == [([i], [i]) for i in range(5)]


def test_a_long_text_in_which_much_is_missing() -> None:
    sources = [f"In {1500 + i} the town built {7 * i + 13} houses and a wall." for i in range(400)]
    targets = [f"{1500 + i}년 이 도시는 집 {7 * i + 13}채와 성벽을 지었다." for i in range(400) if not 100 <= i < 160]
    missing = [list(bead.sources) for bead in align(sources, targets, "en", "ko") if not bead.targets]
    assert missing == [[i] for i in range(100, 160)]


def test_texts_with_no_anchor_go_by_lengths() -> None:
    rng = random.Random(6)
    sizes = [rng.choice([12, 30, 60, 110]) for _ in range(60)]
    sources = ["a" * size for size in sizes]
    targets = ["가" * round(size * rng.uniform(0.48, 0.56)) for size in sizes]
    right = sum(bead.sources == bead.targets for bead in align(sources, targets, "en", "ko"))
    assert right >= 55


lines = st.lists(
    st.text(st.sampled_from('ab가나 .?!"(1,0万тか漢\n\u2028\ud800é·ー'), max_size=30) | st.text(max_size=20), max_size=9
)
codes = st.sampled_from(["en", "ko", "ja", "zh", "vi", "ru", "de", "fr", "es", "und"])


@given(lines, lines, codes, codes, st.sets(st.integers(-2, 12)), st.sets(st.integers(-2, 12)))
@settings(max_examples=150, deadline=None)
def test_every_sentence_is_in_one_bead(
    sources: list[str], targets: list[str], one: str, other: str, breaks: set[int], more: set[int]
) -> None:
    found = align(sources, targets, one, other, breaks, more)
    assert [i for bead in found for i in bead.sources] == list(range(len(sources)))
    assert [j for bead in found for j in bead.targets] == list(range(len(targets)))
    assert all(bead.sources or bead.targets for bead in found)
    assert found == align(sources, targets, one, other, breaks, more)


@given(st.lists(st.text("abcdefgh 0123", min_size=8, max_size=40), min_size=1, max_size=12, unique=True))
@settings(max_examples=60, deadline=None)
def test_the_same_sentences_are_paired(text: list[str]) -> None:
    found = align(text, text, "en", "en")
    assert sum(bead.sources == bead.targets for bead in found) == len(found)


def test_anchors_of_a_sentence() -> None:
    found = read("나토(NATO)는 https://nato.example.org/ko 에서 150만 명이 “왜?”라고 물었다고 했다.", "ko")
    assert {
        ("latin", "nato"), ("mark", "("), ("mark", "?"), ("mark", '"'), ("address", "https://nato.example.org/ko"), ("figure", "1500000"),
    } <= found  # fmt: skip


def test_names_are_heard() -> None:
    korean = ["오바마는 런던에 갔다.", "푸틴이 왔다.", "비가 왔다."]
    assert heard(["Obama went. The cat was in London."], korean) == {"Obama": ([0], [0]), "London": ([0], [0])}
    assert heard(["Путин приехал."], korean) == {"Путин": ([0], [1])}
    assert heard(["ロンドンに行った。"], korean) == {"ロンドン": ([0], [0])}
    assert heard(["Rome fell, rome rose."], ["로메는 무너졌다."]) == {}, "a word that has a small letter elsewhere"


def test_only_the_foreign_side_misses_a_name() -> None:
    ours, theirs = both(["Obama came."], ["오바마가 왔다."], ("en", "ko"))
    assert ("name", "Obama") in ours.sentences[0] & theirs.sentences[0]
    assert "name" in ours.missed and "name" not in theirs.missed
    assert "name" not in both(["Der Hafen von Bremen."], ["브레멘의 항구."], ("de", "ko"))[0].missed


@pytest.mark.parametrize(
    ("text", "lang", "there"),
    [
        ("Dr. Hall met J. R. Lund of the U.S. Army at 5 p.m. in May. He left.", "en", 2),
        ("It was 5. Nobody came", "en", 2),
        ("Am 3. Mai kam z. B. der Arzt. Er ging.", "de", 2),
        ("A first line\nand a second", "en", 2),
        ("그는 왔다. 갔다.", "ko", 2),
        ("", "en", 0),
    ],
)
def test_where_sentences_end(text: str, lang: str, there: int) -> None:
    found = [text[start:end] for start, end in sentences(text, lang)]
    assert len(found) == there
    assert "".join("".join(found).split()) == "".join(text.split())


def test_the_ratio_of_lengths() -> None:
    assert ratio(["x" * 200] * 500, ["가" * 90] * 500, ("en", "ko")) == pytest.approx(0.45, abs=0.01)
    assert ratio(["x" * 200] * 2, ["가" * 90] * 2, ("en", "ko")) == pytest.approx(0.52, abs=0.01)
    assert ratio(["x" * 200] * 500, ["가" * 20] * 500, ("en", "ko")) == pytest.approx(0.526, abs=0.01), "most of it is missing"
    assert ratio(["x" * 100] * 9, ["y" * 130] * 9, ("tl", "sw")) == pytest.approx(1.3, abs=0.01)


def test_the_heaviest_chain() -> None:
    assert chain([(0, 0, 1.0), (1, 9, 1.5), (1, 1, 1.0), (2, 2, 1.0), (2, 2, 0.5)]) == [(0, 0), (1, 1), (2, 2)]
    assert chain([(0, 5, 9.0), (1, 1, 1.0), (2, 2, 1.0)]) == [(0, 5)]
    assert chain([]) == []


@given(
    st.integers(0, 60), st.integers(0, 60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.just(1.0)), max_size=9)
)
def test_a_corridor_has_a_way_through(n: int, m: int, pairs: list[tuple[int, int, float]]) -> None:
    rows = corridor(n, m, chain(pairs))
    assert rows[0][0] == 0 and rows[n][1] == m
    assert all(low <= high and low <= above[1] and high >= above[0] for above, (low, high) in pairwise(rows))


class Topics:
    """Vectors that tell what a sentence is about: its first letter."""

    def vectors(self, texts: list[str]) -> NDArray[np.float32]:
        return np.eye(128, dtype=np.float32)[[ord(text[0]) % 128 for text in texts]]


def test_vectors_are_evidence() -> None:
    sources = ["a is one of them", "b is one of them", "c is one of them"]
    targets = ["a ist davon eines", "c ist davon eines"]
    similar = cast("Similarity", Topics())
    assert kinds(align(sources, targets, "en", "de", similarity=similar)) == [([0], [0]), ([1], []), ([2], [1])]


def test_one_sentence_against_very_many() -> None:
    many = [f"Line {i} of the register says nothing new." for i in range(10_000)]
    began = time.process_time()
    found = align(["The 3.5 million crowns were paid by Lindqvist in 1904."], many, "en", "en")
    assert sum(len(bead.targets) for bead in found) == 10_000
    assert time.process_time() - began < 20


@pytest.mark.skipif(not PUD.exists(), reason="the pairs are not here")
@pytest.mark.parametrize(("rate", "floor"), [(0.05, 0.98), (0.1, 0.965)])
def test_professional_translation_with_sentences_merged_split_and_dropped(rate: float, floor: float) -> None:
    """F1 of beads, strict: a bead counts if both of its sides are exactly right."""
    altered = runpy.run_path(str(HOME / "benchmarks" / "alignment.py"))["altered"]
    rows = [line.split("\t") for line in PUD.read_text(encoding="utf-8").splitlines()[1:]]
    right = both_sides = 0
    for seed in range(2):
        sources, targets, gold = altered([(en, ko) for _, en, ko in rows], random.Random(seed), rate, rate, rate)
        found = {(bead.sources, bead.targets) for bead in align(sources, targets, "en", "ko")}
        right += len(found & gold)
        both_sides += len(gold) + len(found)
    assert 2 * right / both_sides >= floor
