"""Candidates for a glossary: nouns without a dictionary, terms and their spellings, explained names, pairs, the command."""

from __future__ import annotations

import csv
import io
import json
import time
from dataclasses import replace
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from mtaudit import readers
from mtaudit.candidates import aligned, chains, extract, korean
from mtaudit.cli.extract import extract as command
from mtaudit.document import Document
from mtaudit.errors import BadSetting
from mtaudit.glossary import Entry, Glossary, Term

HARBOUR = """새봄항에 해상 풍력 단지가 들어선다. 해상 풍력 단지는 내년에 문을 연다.
주민들은 해상 풍력 단지를 위해 어업권을 양보했다. 어업권은 보상을 받는다. 어업권의 가격도 정했다.
국제가람기구(IGO)는 안전을 점검했다. IGO는 보고서를 냈다. IGO의 점검은 끝났다.
마레크 도브란스키(Marek Dobranski) 박사가 단지를 설계했다. 도브란스키는 새봄항에 산다.
‘바람 나눔’은 이익을 나누는 제도다. ‘바람 나눔’에 대한 문의가 많다. 매우 많은 사람이 있는 곳이다.
가람반도의 어장은 넓다. 가람반도는 아름답다. 가람반도에 어장이 있다. 어장을 지킨다.
"""


def document(text: str, source: str | None = None) -> Document:
    read = readers.read_text(text, "t.txt")
    if source is None:
        return read
    lines = source.strip().split("\n")
    return replace(read, segments=tuple(s._replace(source=line) for s, line in zip(read.segments, lines, strict=True)))


def names(glossary: Glossary, lang: str = "ko") -> list[list[str]]:
    return [[term.text for term in entry.terms.get(lang, ())] for entry in glossary.entries]


def entry_of(glossary: Glossary, name: str) -> Entry:
    return next(e for e in glossary.entries if any(term.text == name for terms in e.terms.values() for term in terms))


def test_particles_tell_nouns_from_verbs() -> None:
    known = korean.nouns(["정부가 말했다.", "정부의 방침을 가진 나라", "가진 것으로 알려졌고 새로운 방침은 통해"])
    assert known["정부가"] == korean.Noun("정부", False)
    assert known["방침을"].text == "방침"
    assert not {"말했다", "가진", "것으로", "알려졌고", "새로운", "통해"} & known.keys()


@pytest.mark.parametrize(
    ("texts", "form", "noun"),
    [
        (["가람반도의 봄", "가람반도는 넓다"], "가람반도는", "가람반도"),
        (["누리도 왔다", "누리가 갔다", "누리를 봤다"], "누리도", "누리"),
        (["타렐로가 왔다", "타렐로는 갔다"], "타렐로는", "타렐로"),
        (["최고회의에 갔다", "최고회의 결과"], "최고회의에", "최고회의"),
    ],
)
def test_a_last_syllable_that_looks_like_a_particle(texts: list[str], form: str, noun: str) -> None:
    assert korean.nouns(texts)[form].text == noun


def test_chains_end_at_particles_marks_and_common_words() -> None:
    text = "해상 풍력 단지는 NATO 정상회의, IT기업의 3월 계획을 위해 인도-태평양 전략"
    known = korean.nouns(["해상의 풍력은 단지를 정상회의에 기업의 전략을 인도의 태평양은", text])
    found = [[text[p.start : p.end] for p in chain] for chain in korean.chains(text, known)]
    assert found == [["해상", "풍력", "단지"], ["NATO", "정상회의"], ["IT기업"], ["계획"], ["인도", "태평양", "전략"]]


def test_terms_of_a_text() -> None:
    found = names(extract([document(HARBOUR)], "ko"))
    forms = {form for several in found for form in several}
    assert {"해상 풍력 단지", "어업권", "새봄항", "바람 나눔", "가람반도", "어장"} <= forms
    assert not {"풍력 단지", "사람", "위해", "많은", "있는", "주민들", "가람반"} & forms


def test_an_explained_name_is_one_entry_with_its_source() -> None:
    found = extract([document(HARBOUR)], "ko")
    organisation = entry_of(found, "국제가람기구")
    assert [(t.text, t.status) for t in organisation.terms["ko"]] == [("IGO", "preferred"), ("국제가람기구", "admitted")]
    assert [t.text for t in organisation.terms["en"]] == ["IGO"]
    person = entry_of(found, "마레크 도브란스키")
    assert [t.text for t in person.terms["en"]] == ["Marek Dobranski"]
    assert person.note.startswith("once in 1 document; explained in the text; “")


@pytest.mark.parametrize(
    ("text", "native"),
    [
        ("가람 보건 기구(GHO)가 말했다. 가람의 보건과 기구의 일이다.", "가람 보건 기구"),
        ("그는 관리(DRM)를 맡았다. 관리를 한다.", None),
        ("종류(APM, Mobile, Insights)가 있다.", None),
        ("사진은 새봄특별시(CC BY) 것이다.", None),
        ("GHO(가람 보건 기구)는 크다. 가람의 보건을 위한 기구의 일이다.", "가람 보건 기구"),
        ("Bubble(검색 결과처럼 개인화된 결과)에 산다.", None),
        ("누리무역기구(NTO·Nuri Trade Organization)가 있다.", "누리무역기구"),
    ],
)
def test_how_far_an_explained_name_goes(text: str, native: str | None) -> None:
    found = [entry.terms["ko"][0].text for entry in extract([document(text)], "ko").entries if "en" in entry.terms]
    assert found == ([native] if native else [])


def test_spellings_of_one_term_are_one_entry() -> None:
    text = "메소드를 쓴다. 메서드를 쓴다. 메서드의 이름이다. 전자 서명을 한다. 전자서명을 한다. 전자서명은 안전하다. 서명을 한다."
    found = extract([document(text)], "ko")
    assert ["전자서명", "전자 서명"] in names(found)
    assert ["메서드", "메소드"] in names(found)
    assert "in several spellings: 메서드 2, 메소드 1" in entry_of(found, "메소드").note


def test_counts_documents_and_contexts() -> None:
    found = extract([document(HARBOUR), document("어업권은 오래된 권리다.")], "ko")
    note = entry_of(found, "어업권").note
    assert note == ("4 times in 2 documents; “주민들은 해상 풍력 단지를 위해 어업권을 양보했다.”; “어업권은 오래된 권리다.”")


def test_a_context_is_given_once() -> None:
    same = "어업권을 판다."
    found = extract([document(same), document(same), document(f"{same} 어업권은 오래된 권리다.")], "ko")
    assert entry_of(found, "어업권").note == "4 times in 3 documents; “어업권을 판다.”; “어업권은 오래된 권리다.”"


def test_a_long_context_is_cut_at_blanks() -> None:
    long = " ".join(["긴말"] * 60)
    found = extract([document(f"{long} 어업권은 {long} 있다.\n어업권을 판다.")], "ko")
    context = entry_of(found, "어업권").note.split("“")[1]
    assert context.startswith("… 긴말 ") and "어업권은" in context and len(context) < 120


def test_a_context_holds_no_control_characters() -> None:
    found = extract([document("어업권을 \x1b[31m팔았다.\n`code` 어업권을 샀다.")], "ko")
    note = entry_of(found, "어업권").note
    assert "\x1b" not in note and "“어업권을 [31m팔았다.”" in note


@pytest.mark.parametrize("piece", ["했", "NATO ", "가람 ", "‘", "Open. ", "바다(SEA) ", "가람-"])
def test_a_huge_line_takes_no_longer_than_its_length(piece: str) -> None:
    def seconds(size: int) -> float:
        text = document(piece * (size // len(piece)))
        start = time.perf_counter()
        extract([text], "ko")
        return time.perf_counter() - start

    assert seconds(120_000) < 8 * max(seconds(40_000), 0.05)


def test_least_limit_and_known() -> None:
    text = document(HARBOUR)
    all_of_them = names(extract([text], "ko"))
    assert names(extract([text], "ko", limit=2)) == all_of_them[:2]
    assert ["해상 풍력 단지"] in names(extract([text], "ko", least=3))
    assert ["해상 풍력 단지"] not in names(extract([text], "ko", least=4))
    house = Glossary("g", (Entry("1", {"ko": (Term("해상풍력단지"),)}),))
    assert names(extract([text], "ko", known=house)) == [n for n in all_of_them if n != ["해상 풍력 단지"]]


def test_a_name_beyond_the_reach_of_one_view_is_found() -> None:
    filler = "".join(f"{n}쪽은 비어 있다.\n" for n in range(25_000))
    found = extract([document(filler + "누리협의체(NCG)가 모였다.\n")], "ko")
    assert entry_of(found, "누리협의체").terms["en"][0].text == "NCG"


def test_english_and_japanese() -> None:
    english = document("The tidal barrier is old. However, a tidal barrier holds. However, Marwick closed it. They like Marwick.")
    assert {("tidal barrier",), ("Marwick",)} <= {tuple(n) for n in names(extract([english], "en"), "en")}
    assert ["However"] not in names(extract([english], "en"), "en")
    japanese = document("海底ケーブルを敷く。海底ケーブルの工事。")
    assert names(extract([japanese], "ja"), "ja") == [["海底ケーブル"]]
    with pytest.raises(BadSetting, match="zh"):
        extract([document("海底电缆")], "zh")


KOREAN = """방파제가 무너졌다.
방파제를 다시 쌓는다.
새 방파제는 높다.
어민들은 조력 발전소를 원했다.
조력 발전소는 비싸다.
조력 발전소의 완공은 늦다.
시장은 도브란스키를 만났다.
날씨는 맑았다.
"""
ENGLISH = """The breakwater collapsed.
They rebuild the breakwater.
The new breakwater is high.
The fishermen wanted a tidal power plant.
A tidal power plant is expensive.
Tidal power plants are late.
The mayor met Dobranski.
The weather was fine.
"""
KOREAN += "사람들이 웃었다.\n" * 20
ENGLISH += "People laughed.\n" * 20


def test_pairs_of_a_text_and_its_source() -> None:
    found = extract([document(KOREAN, ENGLISH)], "ko", "en", least=3)
    pairs = {(entry.terms["en"][0].text, entry.terms["ko"][0].text) for entry in found.entries}
    assert pairs == {("tidal power plant", "조력 발전소")} | {("breakwater", "방파제"), ("Dobranski", "도브란스키")}
    note = entry_of(found, "방파제").note
    assert "together in 3 of 3 segments of the source and 3 of the target" in note


def test_a_word_with_two_equal_partners_is_not_linked() -> None:
    korean_text = "호랑이와 표범을 봤다.\n호랑이가 표범을 쫓는다.\n호랑이는 표범이 아니다.\n" + "웃었다.\n" * 20
    english = "A leopard ran.\nThe leopard hid.\nNo leopard slept.\n" + "They did.\n" * 20
    assert extract([document(korean_text, english)], "ko", "en").entries == ()


def test_the_ratio_is_dunnings() -> None:
    # Two events in 10 of 10 segments each, of 100: 2 * (10 ln 10 + 90 ln (100 / 90)).
    assert aligned.ratio(10, 10, 10, 100) == pytest.approx(65.016, abs=0.001)
    assert aligned.ratio(1, 10, 10, 100) == pytest.approx(0)


@pytest.mark.parametrize(
    ("latin", "native", "alike"),
    [("Dobranski", "도브란스키", True), ("Marwick", "도브란스키", False), ("lower", "로어", False), ("Ann", "앤", False)],
)
def test_names_of_one_sound(latin: str, native: str, alike: bool) -> None:
    assert aligned.sounds_alike(latin, native) is alike


def test_keys_of_spellings() -> None:
    assert chains.key("Off-shore Wind", "en") == "off shore wind"
    assert chains.key("해상 풍력", "ko") == chains.key("해상-풍력", "ko") == "해상풍력"


app = typer.Typer()
app.command()(command)


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, list(arguments))
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    (tmp_path / "a.ko.txt").write_text(KOREAN, encoding="utf-8")
    (tmp_path / "a.en.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    return tmp_path


def test_the_command_writes_a_table(harbour: Path) -> None:
    code, out, err = run(str(harbour / "harbour.txt"))
    rows = list(csv.DictReader(io.StringIO(out)))
    assert (code, err) == (0, "")
    assert {row["ko"]: row["en"] for row in rows}["IGO | 국제가람기구"] == "IGO"
    assert all(row["note"] for row in rows)


def test_the_command_with_a_source_and_other_formats(harbour: Path) -> None:
    code, out, _ = run(str(harbour / "a.ko.txt"), "--source", str(harbour / "a.en.txt"), "--output-format", "json")
    assert code == 0
    entries = json.loads(out)["entries"]
    assert "breakwater" in json.dumps(entries)
    workbook = harbour / "t.xlsx"
    assert run(str(harbour / "harbour.txt"), "-o", str(workbook))[0] == 0
    code, out, _ = run(str(harbour / "harbour.txt"), "--known", str(workbook), "--min-count", "1", "--output-format", "tsv")
    assert code == 0 and "어업권" not in out.split("\n")[0] and "\t해상 풍력 단지\t" not in out


def test_what_a_glossary_of_mtaudit_has_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text("나토는 모인다. 나토가 왔다. 어업권은 없다. 어업권을 판다.\n", encoding="utf-8")
    code, out, _ = run(str(tmp_path / "t.txt"), "--known", "diplomacy-ko")
    assert code == 0 and "어업권," in out and "나토," not in out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["missing.txt"], "missing.txt does not exist"),
        (["harbour.txt", "--output-format", "xml"], "there is no output format 'xml'"),
        (["harbour.txt", "--output-format", "xlsx"], "a workbook is not for a terminal"),
        (["a.en.txt", "--min-count", "99"], "nothing that looks like a term occurs 99 times or more; try --min-count 98"),
        (["harbour.txt", "--source", "a.en.txt"], "a.en.txt has hardly a sentence in common with harbour.txt"),
        (["harbour.txt", "--known", "none.csv"], "none.csv does not exist"),
        (["harbour.txt", "--known", "diplomacy"], "did you mean 'diplomacy-ko'?"),
    ],
)
def test_mistakes_get_one_sentence(harbour: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], sentence: str) -> None:
    monkeypatch.chdir(harbour)
    code, out, err = run(*arguments, *(["-o", "new.csv"] if "xlsx" not in arguments else []))
    assert code == 2 and out == ""
    assert err.count("\n") == 1 and sentence in err
    assert not (harbour / "new.csv").exists()


def test_the_other_files_are_read_where_one_cannot_be(harbour: Path) -> None:
    code, out, err = run(str(harbour / "harbour.txt"), str(harbour / "missing.txt"))
    assert code == 2 and "어업권" in out and "missing.txt does not exist" in err


SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "parallel" / "pud_en_ko.tsv"


@pytest.mark.skipif(not SHARED.exists(), reason="the parallel texts are not here")
def test_pairs_of_real_translations() -> None:
    rows = [line.split("\t") for line in SHARED.read_text(encoding="utf-8").splitlines()[1:]]
    read = readers.read_text("".join(row[2] + "\n" for row in rows))
    read = replace(read, segments=tuple(s._replace(source=row[1]) for s, row in zip(read.segments, rows, strict=True)))
    found = extract([read], "ko", "en", limit=50)
    pairs = {entry.terms["en"][0].text: entry.terms["ko"][0].text for entry in found.entries}
    sure = {"climate": "기후", "investors": "투자자", "tumour": "종양", "civil war": "내전", "Ottoman Empire": "오스만 제국"}
    assert sure.items() <= pairs.items()
