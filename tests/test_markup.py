"""What the cases of the rules about markup and untranslated text cannot express."""

from __future__ import annotations

import pytest

from mtaudit import engine
from mtaudit.config import Settings
from mtaudit.document import Document, Mark, Segment, Span
from mtaudit.languages import scripts
from mtaudit.readers import markdown, text
from mtaudit.report import Report
from mtaudit.rules.universal._asides import asides, inside
from mtaudit.rules.universal.html_entity import character

RULES = ("MRK", "UNT")


def audit(target: str, rule: str = "MRK", lang: str = "ko") -> Report:
    return engine.audit(text.read(target, "case"), Settings(lang=lang, select=(rule,)))


def said(report: Report) -> list[str]:
    return [f.place.text for f in report.findings]


@pytest.mark.parametrize(
    ("entity", "char"),
    [
        ("&quot;", '"'),
        ("&#39;", "'"),
        ("&#x200B;", "\u200b"),
        ("&amp;nbsp;", "\xa0"),
        ("&amp;amp;lt;", "<"),
        ("& # 39 ;", "'"),
        ("&nosuch;", ""),
        ("&#1114112;", "\ufffd"),
    ],
)
def test_an_entity_is_what_it_stands_for_however_often_it_was_escaped(entity: str, char: str) -> None:
    assert character(entity) == char


def test_an_entity_that_markdown_needs_is_not_removed_safely() -> None:
    needed, idle = "**[저장]**&#x200B;을 누른다.", "**저장**&#x200B;을 누른다."
    for target, safe in ((needed, False), (idle, True)):
        report = engine.audit(markdown.read(target, "a.md"), Settings(lang="ko", select=("MRK001",)))
        assert [f.fix is not None and f.fix.safe for f in report.findings] == [safe]


@pytest.mark.parametrize(
    ("phrase", "codec"), [("정부는", "latin-1"), ("우리나라", "latin-1"), ("기사", "latin-1"), ("기사", "cp949")]
)
def test_mojibake_is_repaired_where_the_bytes_prove_it(phrase: str, codec: str) -> None:
    broken = phrase.encode().decode(codec)
    report = audit(f"{broken} 발표", "MRK004")
    assert engine.fix(text.read(f"{broken} 발표", "case"), report) == f"{phrase} 발표"


def test_bytes_that_could_not_be_decoded_are_mojibake() -> None:
    target = b"\xb1\xe2\xbb\xe7 \xed\x95\x9c\xea\xb8\x80".decode("utf-8", "surrogateescape")
    report = audit(target, "MRK004")
    assert said(report) == [target[:4]]


def test_marks_of_any_reader_are_judged_by_their_borders() -> None:
    target = "저장을 <b>클릭합니다.</b>"
    mark = Mark("strong", Span(4, 17), Span(7, 13))
    segment = Segment(0, target, hidden=(Span(4, 7), Span(13, 17)), marks=(mark,), key="1")
    report = engine.audit(Document((segment,), "a.html", target, "html"), Settings(lang="ko", select=("MRK006",)))
    assert said(report) == ["<b>클릭합니다.</b>"]


def test_weak_signs_count_only_beside_strong_ones() -> None:
    weak = "사용자 **속성을** 클릭합니다.\n\n**편집을** 클릭합니다.\n\n"
    assert said(engine.audit(markdown.read(weak, "a.md"), Settings(lang="ko", select=("MRK006",)))) == []
    both = weak + "이름 추가 **를 클릭합니다.**"
    assert len(said(engine.audit(markdown.read(both, "a.md"), Settings(lang="ko", select=("MRK006",))))) == 3


def test_a_shortcode_and_a_notice_are_advice() -> None:
    report = audit('[caption id="1"]서울역[/caption]\n기계 번역됨')
    assert {f.severity for f in report.findings} == {"neutral"}


def test_a_block_of_foreign_lines_is_advice_and_a_lone_one_is_not() -> None:
    korean = "정부는 발표했다.\n야당은 반대했다.\n회담은 열렸다.\n장소는 서울이다.\n끝났다.\n모두 돌아갔다.\n"
    line = "the opposition rejected the plan on Monday\n"
    assert [f.severity for f in audit(korean + line + korean, "UNT002").findings] == ["major"]
    assert {f.severity for f in audit(korean + line + line + korean, "UNT002").findings} == {"neutral"}
    assert audit(line * 9 + korean, "UNT002").findings == ()


def test_placeholders_belong_in_resource_files() -> None:
    target = "{0} 파일을 찾을 수 없습니다."
    resource = Document((Segment(0, target, key="1"),), "a.po", target, "po")
    assert engine.audit(resource, Settings(lang="ko", select=("MRK002",))).findings == ()
    assert said(audit(target, "MRK002")) == ["{0}"]


def test_asides_are_outermost_and_closed() -> None:
    line = "가 (나 (다) “라”) 마 (바 ‘사’ 아"
    spans = asides(line)
    assert [line[s:e] for s, e in spans] == ["(나 (다) “라”)", "‘사’"]
    assert inside(spans, 3, 4) == spans[0]
    assert inside(spans, 0, 1) is None
    assert asides("don't say 'no' to it's") == [(10, 14)]


def test_nothing_is_foreign_in_a_language_nobody_described() -> None:
    assert scripts.foreign("xx") is None
    assert audit("Привет, 세계", "UNT001", lang="ru").findings == ()


@pytest.mark.parametrize(
    "target",
    [
        "미국 &quot;기업&quot;은 &nbsp;&nbsp;한국&amp;nbsp;에 &#x200B;있다 &nbsp;",
        "파일을(를) 서울(으)로 위원장(이)라고 SDK은(는)",
        "í•œêµ\xad ์•ˆ녕 湲곗궗 ¾È³çÇÏ¼¼¿ä â€œ가â€\x9d",
        "Сisco와 Gооgle<|im_end|> ▁정부는 @-@ 13일",
    ],
)
def test_after_the_safe_fixes_these_rules_find_nothing_new(target: str) -> None:
    settings = Settings(lang="ko", select=RULES)
    first = engine.audit(text.read(target, "case"), settings)
    fixed = engine.fix(text.read(target, "case"), first)
    again = engine.audit(text.read(fixed, "case"), settings)
    assert fixed != target
    assert {f.code for f in again.findings if f.fix and f.fix.safe} == set()
    assert len(again.findings) < len(first.findings)


@pytest.mark.parametrize(
    "unit", ["&", "& amp ;", "[", "{{", "**", "](", "a ", "가?나", "¡ ", "é°", "媛", "クa", "<b", "을(를)", "\ufffd", "\0", "😀"]
)
def test_no_text_is_too_strange(unit: str) -> None:
    for target in (unit, unit * 2000, f"가 {unit * 50} 나"):
        report = engine.audit(text.read(target, "case"), Settings(lang="ko", select=RULES))
        assert report == engine.audit(text.read(target, "case"), Settings(lang="ko", select=RULES))
        assert all(0 <= f.place.start <= f.place.end <= len(target) for f in report.findings)
