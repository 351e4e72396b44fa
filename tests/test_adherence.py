"""Adherence to a glossary: what is demanded, what is met, how the sums of parts add up; on real terminologies too."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit import engine
from mtaudit.config import Settings
from mtaudit.document import Document, Segment
from mtaudit.glossary import Entry, Glossary, Term, concept, files, joined
from mtaudit.languages import get
from mtaudit.report import Report, Score
from mtaudit.scores import term_windows
from mtaudit.scores.merging import merged
from mtaudit.terms import matcher
from mtaudit.view import DocumentView

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
HOUSE = Glossary(
    "house",
    (
        concept("NATO", "나토 | 북대서양조약기구", "북약", first="북대서양조약기구(NATO·나토)"),
        concept("summit meeting", "정상회담"),
        concept("alliance", "동맹", "노조"),
        concept("spread", "확산되다", pos="verb"),
        concept("Open Harbor", keep=True),
    ),
)


def pairs(*texts: tuple[str, str]) -> Document:
    """A document of segments with their sources."""
    segments, at = [], 0
    for number, (source, target) in enumerate(texts):
        segments.append(Segment(number, target, start=at, key=str(number), source=source))
        at += len(target) + 1
    return Document(tuple(segments), "pairs", "\n".join(target for _, target in texts), source_lang="en")


def audited(document: Document, glossary: Glossary = HOUSE, **chosen: Any) -> Report:
    return engine.audit(document, Settings(lang="ko", glossary=glossary, **chosen))


def adherence(document: Document, **chosen: Any) -> Score:
    return next(score for score in audited(document, **chosen).scores if score.name == "terms")


def test_an_occurrence_is_met_by_a_rendering_in_its_segment() -> None:
    score = adherence(
        pairs(
            ("NATO and NATO", "나토와 나토의"),
            ("NATO met NATO", "나토가 모였다"),
            ("A summit meeting of NATO", "북약의 정상 회담"),
            ("Install Open Harbor", "Open Harbor를 설치한다"),
        )
    )
    assert {key: score.sums[key] for key in ("demanded", "rendered", "exact", "unsure")} == {
        "demanded": 7,
        "rendered": 5,
        "exact": 4,  # 정상 회담 is not 정상회담 letter by letter
        "unsure": 0,
    }
    assert score.value == pytest.approx(100 * 5 / 7)
    assert score.details["terms"] == [
        {"term": "NATO", "demanded": 5, "rendered": 3, "as": {"나토": 3}},
        {"term": "Open Harbor", "demanded": 1, "rendered": 1, "as": {"Open Harbor": 1}},
        {"term": "summit meeting", "demanded": 1, "rendered": 1, "as": {"정상회담": 1}},
    ]


def test_a_common_word_is_demanded_only_when_asked_or_where_a_forbidden_name_stands() -> None:
    document = pairs(("The alliance grew.", "연합이 커졌다."), ("It spread.", "퍼졌다."))
    assert adherence(document).sums["demanded"] == 0
    assert adherence(document).value is None
    assert adherence(document).sums["unsure"] == 2
    assert adherence(document, demand="all").sums["demanded"] == 2
    wrong = pairs(("The alliance grew.", "노조가 커졌다."))
    assert adherence(wrong).sums["demanded"] == 1
    assert adherence(wrong).value == 0


def test_a_first_mention_and_a_gloss_count_once() -> None:
    score = adherence(pairs(("NATO met.", "북대서양조약기구(NATO·나토)가 모였다."), ("NATO", "나토(NATO)")))
    assert score.sums["demanded"] == score.sums["rendered"] == 2
    assert score.details["terms"][0]["as"] == {"나토": 2}


def test_two_names_of_one_concept_are_two_demands_and_a_gloss_of_the_source_is_none() -> None:
    names = Glossary("n", (concept("NATO | North Atlantic Treaty Organization", "나토 | 북대서양조약기구"),))

    def counted(source: str, target: str) -> tuple[float, float]:
        scores = audited(pairs((source, target)), names).scores
        sums = next(score.sums for score in scores if score.name == "terms")
        return sums["demanded"], sums["rendered"]

    assert counted("NATO, the North Atlantic Treaty Organization", "나토다") == (2, 1)
    assert counted("NATO, the North Atlantic Treaty Organization", "나토, 곧 북대서양조약기구") == (2, 2)
    assert counted("The North Atlantic Treaty Organization (NATO) met.", "북대서양조약기구(NATO·나토)가 모였다.") == (1, 1)
    assert counted("NATO (the North Atlantic Treaty Organization)", "나토(북대서양조약기구)") == (1, 1)
    assert counted("（NATO）NATO", "나토") == (2, 1)
    assert counted("The leaders (NATO, EU) met.", "나토가 모였다.") == (1, 1)


def test_consistency_is_the_share_of_the_most_frequent_rendering() -> None:
    score = adherence(pairs(("NATO", "나토"), ("NATO", "나토"), ("NATO", "북대서양조약기구"), ("summit meeting", "정상회담")))
    assert score.details["consistency"] == pytest.approx(100 * 2 / 3)


def test_without_a_source_the_names_of_the_text_are_counted() -> None:
    text = "나토와 북약은 정상 회담을 열었다."
    score = adherence(Document((Segment(0, text),), "a", text))
    assert (score.sums["demanded"], score.sums["rendered"]) == (3, 2)
    assert "demands:text" in score.signature


SENTENCES = (
    ("NATO met.", "나토가 모였다."),
    ("NATO", "북약"),
    ("a summit meeting", "정상 회담"),
    ("x", "비가 온다."),
    ("NATO", "나토, 나토"),
)


@given(chosen=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=12), cut=st.integers(1, 11), turned=st.booleans())
@settings(derandomize=True, max_examples=60, deadline=None)
def test_the_sums_of_parts_add_up(chosen: list[tuple[str, str]], cut: int, turned: bool) -> None:
    parts = [adherence(pairs(*part)) for part in (chosen[:cut], chosen[cut:]) if part]
    whole = adherence(pairs(*chosen))
    assert merged(reversed(parts) if turned else parts) == whole


def test_windows_compare_the_words_round_a_term() -> None:
    document = pairs(("NATO met in spring.", "이번 봄 나토가 브뤼셀에서 모였다."))
    view = DocumentView(document, get("ko"), Settings(lang="ko", glossary=HOUSE))
    same = term_windows.score(view, HOUSE, {0: ["이번 봄 나토는 브뤼셀에서 모였다."]})
    other = term_windows.score(view, HOUSE, {0: ["올해 봄 나토는 파리에서 모였다."]})
    none = term_windows.score(view, HOUSE, {0: ["그들은 봄에 모였다."]})
    assert (same.value, other.value, none.value) == (100, 50, None)
    assert none.sums == {"matched": 0, "words": 0, "windows": 0}


def windows(source: str, target: str, *references: str) -> tuple[float, float, float]:
    view = DocumentView(pairs((source, target)), get("ko"), Settings(lang="ko", glossary=HOUSE))
    sums = term_windows.score(view, HOUSE, {0: references}).sums
    return sums["matched"], sums["words"], sums["windows"]


def test_every_window_is_compared_once() -> None:
    text, reference = "가 나 나토 다 라 마 바 사 나토 아 자", "가 나 나토 다 라 마 바 사 나토 하 파"
    assert windows("NATO", text, reference) == (4, 4, 1)
    assert windows("NATO and NATO", text, reference) == (6, 8, 2)
    assert windows("NATO and NATO", text, "하 파 나토 하 파", reference) == (6, 8, 2)


def test_what_is_written_together_with_a_term_is_no_word_of_its_window() -> None:
    assert windows("NATO", "이번 봄\n나토가\n브뤼셀에서 모였다.", "이번 봄 나토는 브뤼셀에서 모였다.") == (4, 4, 1)
    assert windows("NATO", "(나토) 가", "“나토”는 가") == (1, 1, 1)
    assert windows("NATO", "나토", "나토") == (0, 0, 1)


def test_english_and_japanese_words() -> None:
    english = matcher(
        Glossary("e", (Entry("", {"en": tuple(map(Term, ("ally", "NATO", "who", "Port", "COVID", "chief of staff")))}),)), "en"
    )
    text = "Allies of NATO's WHO staff saw a port in Port Said; COVID-19, natos, who. The chiefs of staff met."
    assert [text[f.start : f.end] for f in english.find(text)] == ["Allies", "NATO", "Port", "who", "chiefs of staff"]
    japanese = matcher(Glossary("j", (Entry("", {"ja": tuple(map(Term, ("同盟", "サーバー", "NATO")))}),)), "ja")
    text = "同盟は日米同盟と違い、サーバーとメールサーバー、NATOの同盟だ。"
    assert [f.start for f in japanese.find(text)] == [0, 11, 24, 29]


def tico() -> list[Glossary]:
    folder = SHARED / "tico19"
    if not folder.is_dir():
        pytest.skip("the development data are not here")
    return [files.load(folder / name) for name in ("f_en-ko_KR.csv", "g_en_ko.csv")]


def test_real_terminologies_load() -> None:
    facebook, google = tico()
    assert (len(facebook.entries), len(google.entries)) == (306, 337)
    assert facebook.languages == ("en", "ko-KR")
    names = {entry.names("en")[0].text: [term.text for term in entry.names("ko")] for entry in google.entries if entry.names("ko")}
    assert names["COVID-19"] == ["코로나바이러스감염증-19", "코로나19"]
    assert names["NIH"] == ["NIH", "국립보건원"]


def test_real_terminologies_demand_nothing_false_of_a_professional_translation() -> None:
    glossaries = tico()
    with (SHARED / "parallel" / "pud_en_ko.tsv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    document = pairs(*((row["en"], row["ko"]) for row in rows))
    for glossary in (*glossaries, joined(glossaries)):
        assert glossary is not None
        found = audited(document, glossary, select=("TRM008", "TRM009", "TRM010", "TRM011", "TRM012")).findings
        assert not [f.message.en for f in found if f.severity != "neutral"]
