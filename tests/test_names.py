"""The facts about names: glosses, foreign words, sounds, respellings, and where a word of one's own stands."""

from __future__ import annotations

import pytest

from mtaudit import engine, glosses, languages, names
from mtaudit.config import Settings
from mtaudit.languages.ko import loanwords, noun_tail, term_pairs, titles, transliteration
from mtaudit.readers import text
from mtaudit.view import DocumentView


def view_of(content: str) -> DocumentView:
    return DocumentView(text.read(content, "t"), languages.get("ko"), Settings(lang="ko"))


@pytest.mark.parametrize(
    ("content", "native", "latin", "sounded"),
    [
        ("옌스 스톨텐베르그(Jens Stoltenberg) 사무총장", "옌스 스톨텐베르그", "Jens Stoltenberg", True),
        ("어제 나토(NATO)가", "나토", "NATO", True),
        ("이하 ‘코드 포 아메리카’(Code for America)는", "코드 포 아메리카", "Code for America", True),
        ("온코어(Oncor, 댈러스 소재)가", "온코어", "Oncor", True),
        ("국제통화기금(IMF)은", "국제통화기금", "IMF", False),
        ("세계무역기구(WTO·World Trade Organization)는", "세계무역기구", "WTO", False),
        ("유효 시장(SAM, 유효 시장)", "시장", "SAM", False),
        ("NATO(나토)는", "나토", "NATO", True),
    ],
)
def test_glosses(content: str, native: str, latin: str, sounded: bool) -> None:
    gloss = view_of(content).once(glosses.glosses)[0]
    assert (gloss.native, gloss.latin, gloss.sounded) == (native, latin, sounded)
    assert content[gloss.native_start :].startswith(native)
    assert content[gloss.latin_start :].startswith(latin)


@pytest.mark.parametrize(
    "content", ["28일(현지시간) 말했다.", "(서울=연합뉴스)", "()", "값(3.5)", "￼(￼)", "MCP(Model Context Protocol)"]
)
def test_what_is_no_gloss(content: str) -> None:
    assert not view_of(content).once(glosses.glosses)


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [
        ("스톨텐베르그", "Stoltenberg"),
        ("엘레즈", "Elez"),
        ("그래프", "Graph"),
        ("머스크", "Musk"),
        ("호세", "José"),
        ("슈뢰더", "Schröder"),
    ],
)
def test_hangul_that_spells_latin(hangul: str, latin: str) -> None:
    assert transliteration.distance(hangul, latin) <= glosses.ALIKE
    assert transliteration.skeleton(hangul) in transliteration.latin_skeletons(latin)


@pytest.mark.parametrize(
    ("hangul", "latin"), [("북대서양조약기구", "NATO"), ("오픈아이디", "OpenAI"), ("도서관", "Library"), ("", "A"), ("가", "")]
)
def test_hangul_that_does_not(hangul: str, latin: str) -> None:
    assert transliteration.distance(hangul, latin) > glosses.ALIKE


def test_respellings_cost_little_and_other_words_much() -> None:
    assert transliteration.skeleton("카메론") == transliteration.skeleton("캐머런")
    for a, b in [("게이머태그", "게이머타그"), ("벨리칙", "벨리치크"), ("매케인", "맥케인")]:
        assert transliteration.respelling(a, b) == transliteration.respelling(b, a) < 1
    assert transliteration.respelling("슬로바키아", "슬로베니아") > 1.4
    assert transliteration.respelling("같은", "같은") == 0


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("카메론은", "카메론"),
        ("카메론는", "카메론는"),
        ("나토에서는", "나토"),
        ("기구로부터", "기구"),
        ("대통령이라고", "대통령"),
        ("서울로", "서울"),
    ],
)
def test_a_stem_loses_only_particles_that_agree(word: str, stem: str) -> None:
    assert noun_tail.stem(word) == stem


def test_words_of_their_own() -> None:
    content = "앱은 앱스토어에 있다. 새앱, 앱."
    assert [start for start, _ in names.native_places(content, "앱")] == [0, 17]
    content = "NATO와 NATO Review, a.NATO, (NATO), NATO.int, /NATO"
    assert [content[s - 1 : e] for s, e in names.latin_places(content, "NATO")] == ["", "(NATO"]


def test_the_lists_are_in_order() -> None:
    forms = [form for concept in term_pairs.concepts() for form in concept.forms]
    assert all(form == form.strip() and form for form in forms)
    assert all(len(set(concept.forms)) > 1 for concept in term_pairs.concepts())
    assert all(len(word) > 1 for word in loanwords.common())
    assert len(titles.offices()) > 30


@pytest.mark.parametrize(
    "content",
    [
        "",
        "(",
        "가-" * 50_000,
        "나토" * 50_000,
        "(NATO)" * 20_000,
        "A " * 50_000,
        "카(A" * 30_000,
        "카" * 100_000,
        "\ufffd\0 나토(NATO",
        "-가-나",
    ],
    ids=lambda c: c[:6],
)
def test_hostile_text_is_borne(content: str) -> None:
    report = engine.audit(text.read(content, "t"), Settings(lang="ko", select=("TRM", "UNT004")))
    assert all(content[f.place.start : f.place.end] == f.place.text for f in report.findings)


def test_a_mix_is_one_finding_with_all_its_places() -> None:
    content = "나토(NATO)는 크다. 나토가 말했다. NATO가 갔다.\n북대서양조약기구(NATO)는 NATO다. NATO 본부는 크다. 나토의 말이다."
    report = engine.audit(text.read(content, "t"), Settings(lang="ko", select=("TRM001",)))
    (finding,) = report.findings
    assert finding.place.text == "나토"
    assert [r.place.text for r in finding.related] == ["NATO", "북대서양조약기구(NATO)", "나토"]
