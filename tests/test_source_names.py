"""Names of a source: found in every form that a translation gives them, and missed where they are gone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from mtaudit import engine
from mtaudit.config import Settings
from mtaudit.document import Document, Segment
from mtaudit.glossary import Glossary, concept
from mtaudit.languages import exonym_table, exonyms, sounds
from mtaudit.languages.ko import mandarin
from mtaudit.report import Finding
from named_pairs import ALL
from source_corruptions import NAMES, PAIRS, Pair

PUD = Path(__file__).resolve().parents[2] / "shared" / "data" / "parallel" / "pud_en_ko.tsv"


def found(
    pairs: Sequence[Pair], lang: str = "en", here: str = "ko", glossary: Glossary | None = None, rule: str = "SRC007"
) -> list[Finding]:
    segments, text = [], ""
    for number, (source, target) in enumerate(pairs):
        segments.append(Segment(number, target, start=len(text), key=str(number), source=source))
        text += target + "\n"
    document = Document(tuple(segments), "pairs", text, "tsv", target_lang=here, source_lang=lang)
    return list(engine.audit(document, Settings(select=(rule,), glossary=glossary)).findings)


def wrong(pairs: Sequence[Pair], lang: str = "en", here: str = "ko") -> list[Finding]:
    return [f for f in found(pairs, lang, here) if f.severity != "neutral"]


def one(source: str, target: str, lang: str = "en", here: str = "ko") -> Finding:
    (finding,) = wrong([Pair(source, target)], lang, here)
    return finding


def recall(clean: Sequence[Pair], made: Sequence[Pair], advice: bool) -> float:
    told = {int(f.place.segment) for f in (found if advice else wrong)([*clean, *made])}
    return sum(n in told for n in range(len(clean), len(clean) + len(made))) / len(made)


def pud() -> list[Pair]:
    if not PUD.exists():
        pytest.skip("the parallel corpus is not here")
    return [Pair(*line.split("\t")[1:3]) for line in PUD.read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize(("lang", "here", "pairs"), ALL)
def test_names_of_ten_pairs_of_languages_are_recognized(lang: str, here: str, pairs: Sequence[Pair]) -> None:
    assert [f.message.en for f in found([Pair(p[0], p[1]) for p in pairs], lang, here)] == []


def test_names_that_are_cut_out_are_missed_in_any_language() -> None:
    cut = told = 0
    for lang, here, pairs in ALL:
        made = [Pair(p.source, p.target[:start] + p.target[end:]) for p in pairs for start, end in p.names]
        told += len({f.place.segment for f in wrong(made, lang, here)})
        cut += len(made)
    assert cut > 100
    assert told >= 0.93 * cut


@pytest.mark.parametrize("name", NAMES)
def test_changed_names_are_found(name: str) -> None:
    least, _, operator = NAMES[name]
    assert recall(PAIRS, list(operator(PAIRS)), advice=name == "name respelled") >= least


@pytest.mark.parametrize("name", NAMES)
def test_changed_names_of_professional_translations_are_found(name: str) -> None:
    _, least, operator = NAMES[name]
    pairs = pud()
    assert recall(pairs, list(operator(pairs)), advice=name == "name respelled") >= least


def test_professional_translations_keep_their_names() -> None:
    assert len(wrong(pud())) <= 2, "one lost Tesco, the other translates Southsea"


def test_messages_name_both_sides() -> None:
    for said in one("The harbour of Lillevik was closed.", "항구가 폐쇄되었다.").message:
        assert "Lillevik" in said
        assert "항구가 폐쇄되었다." in said


def test_several_names_of_a_sentence_make_one_finding() -> None:
    told = one("The train from Lillevik to Torshamn was late.", "열차가 늦었다.")
    assert "“Lillevik”, “Torshamn” of the source have no counterpart" in told.message.en


def test_a_place_that_stands_for_another_is_shown() -> None:
    told = one("The talks were held in Paris.", "회담은 런던에서 열렸다.")
    assert (told.place.text, told.message.en) == ("런던", "the source says “Paris”, this “런던”")
    assert [r.place.text for r in told.related] == ["회담은 런던에서 열렸다."]


def test_a_sentence_begins_behind_a_stage_direction() -> None:
    assert not found([Pair("(Applause) Thank you all for coming.", "(박수) 모두 와 주셔서 고맙습니다.")])
    assert not found([Pair("It was cold -- (Laughter) Yeah, very cold.", "추웠는데 (웃음) 네, 아주 추웠어요.")])


def test_a_person_who_stands_for_another_is_shown() -> None:
    assert one("Mayor Marten Sorensen won the race.", "할보르센 시장이 경주에서 이겼다.").place.text == "할보르센"
    assert one("Marten Sorensen won the race.", "할보르센이 경주에서 이겼다.").place.text == "할보르센이 경주에서 이겼다."


def test_a_misspelled_name_and_an_acronym_get_their_letters_back() -> None:
    pairs = [Pair("Halvorsen called NATO on Monday.", "월요일에 Halvorson은 NTAO에 전화했다.")]
    assert [(f.place.text, f.fix and f.fix.text) for f in wrong(pairs)] == [("Halvorson", "Halvorsen"), ("NTAO", "NATO")]


def test_one_stretch_does_not_stand_for_two_names() -> None:
    both = Pair("Carlsson met Karlsen in the harbour.", "카를손은 항구에서 카를센을 만났다.")
    assert wrong([both]) == []
    assert one(both.source, "카를손은 항구에서 사람을 만났다.").message.en.startswith("“Karlsen”")


def test_acronyms_that_other_languages_have_are_no_misspellings() -> None:
    assert found([Pair("L'OTAN et l'ONU ont réagi.", "나토와 유엔이 반응했다."), Pair("El VIH", "HIV")], "fr") == []
    assert one("L'OTAN a réagi.", "NASA가 반응했다.", "fr").place.text == "NASA"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The factory in Zhuhai moved to Ningde last year.", "주하이 공장은 지난해 닝더로 옮겼다."),
        ("The film by Zhang Ruolin was shown in Hsinchu.", "장뤄린의 영화가 신주에서 상영되었다."),
        ("“It is late,” said Yang.", "양 감독은 “늦었다”고 말했다."),
        ("The mayor thanked Park Sung-min for the gift.", "시장은 박성민에게 선물을 주어 고맙다고 했다."),
        ("The people of South Ossetia voted.", "남오세티야 주민들이 투표했다."),
        ("Students came from Sichuan and Yunnan.", "학생들은 사천과 운남에서 왔다."),
        ("She talked to Nun Juliana about it.", "그는 율리아나 수녀와 그 일을 이야기했다."),
        ("He works for the Ministry of Fisheries, Cooperatives and Tourism.", "그는 수산관광부에서 일한다."),
        ("Plankton was found in the bay.", "만에서 떠다니는 생물이 발견되었다."),
        ("At night Iris waits for the light.", "밤이면 홍채는 빛을 기다린다."),
        ("They met in Wadi Halfa.", "그들은 와디할파에서 만났다."),
        ("The Ugandans and Nepalis won.", "우간다와 네팔 사람들이 이겼다."),
    ],
)
def test_what_names_become_in_other_languages_is_known(source: str, target: str) -> None:
    assert found([Pair(source, target)]) == []


def test_chinese_syllables_are_spelled_by_the_table() -> None:
    for latin, heard in {
        "Guizhou": "구이저우",
        "Xiaoping": "샤오핑",
        "Jiuquan": "주취안",
        "Lüshun": "뤼순",
        "Hsinchu": "신주",
    }.items():
        assert heard in mandarin.hangul(latin)
    assert not mandarin.hangul("Lillevik")


def test_another_spelling_and_an_institution_are_advice() -> None:
    for source, target in (
        ("They walked through Zowarah.", "그들은 즈와리를 걸었다."),
        ("Roskompechat closed two newspapers, it was said by Roskompechat.", "언론 감독청이 신문사 두 곳을 닫았다고 한다."),
    ):
        assert {f.severity for f in found([Pair(source, target)])} <= {"neutral"}
    assert one("They walked through Zowarah.", "그들은 거리를 걸었다.").severity == "minor"


def test_only_names_are_shown_as_what_stands_for_a_name() -> None:
    told = one("The ships sailed to Torshamn in May.", "5월에 배들은 이를테면 아프리카로 떠났다.")
    assert "has no counterpart" in told.message.en


def test_what_a_pronoun_may_stand_for_is_advice() -> None:
    first = Pair("Halvorsen runs the museum.", "할보르센은 박물관을 운영한다.")
    again = Pair("Every spring Halvorsen opens the garden.", "봄마다 그는 정원을 연다.")
    assert [f.severity for f in found([first, again])] == ["neutral"]
    assert [f.severity for f in found([again])] == ["minor"]


def test_titles_and_labels_are_left_alone() -> None:
    for source, target in (
        ("Paper Margins", "용지 여백"),
        ("He directed the film Winter in Torshamn in 1979.", "그는 1979년에 영화 북쪽의 겨울을 감독했다."),
        ("She wrote “A House in Lillevik” at home.", "그는 집에서 “북쪽의 집”을 썼다."),
    ):
        assert found([Pair(source, target)]) == []


def test_names_of_the_glossary_have_rules_of_their_own() -> None:
    kept = Glossary("house", (concept("Torshamn", keep=True),))
    pair = Pair("The ferry from Torshamn is late.", "여객선이 늦는다.")
    assert found([pair], glossary=kept) == []
    assert [f.rule for f in found([pair], glossary=kept, rule="TRM011")] == ["translated-name"]
    assert found([pair._replace(target="Torshamn에서 오는 여객선이 늦는다.")], glossary=kept, rule="TRM011") == []


def test_the_table_of_places_is_whole() -> None:
    for lang in exonyms.LANGS:
        for other in exonyms.LANGS:
            assert exonyms.places("", lang, other) == []
    rows = exonym_table.ROWS.strip().split("\n")
    assert [row for row in rows if row.count("|") != len(exonyms.LANGS) - 1] == []
    assert len({row.split("|")[0] for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("text", "lang", "said"),
    [
        ("Президент России был в Китае и на Кубе.", "ru", ["России", "Китае", "Кубе"]),
        ("Кубок получил Россини.", "ru", []),
        ("Thủ tướng Đức gặp Tổng thống Mỹ.", "vi", ["Đức", "Mỹ"]),
        ("Anh ấy nói tiếng Anh với bà Lê Mỹ.", "vi", []),
        ("Deutschlands Außenminister war in Wien.", "de", ["Deutschlands", "Wien"]),
        ("L'Allemagne et la Suisse.", "fr", ["Allemagne", "Suisse"]),
        ("德国总理访问北京", "zh", ["德国", "北京"]),
        ("タイプを選ぶ。タイの首相。", "ja", ["タイ"]),
        ("Jordan Peele and China Miéville.", "en", []),
    ],
)
def test_places_are_recognized_in_their_cases(text: str, lang: str, said: list[str]) -> None:
    assert [place.text for place in exonyms.places(text, lang, "ko")] == said


def test_katakana_becomes_hangul() -> None:
    heard = {
        word: "".join(char for char, _ in sounds.hangul(word)) for word in ("ロンドン", "ワシントン", "キャンベル", "シュミット")
    }
    assert heard == {"ロンドン": "론든", "ワシントン": "와신튼", "キャンベル": "캰베르", "シュミット": "수미트"}
    assert sounds.romanized("シュミット") == "shumito"
