"""DOCX, HWPX and HWP: what a reader of the page reads, in its order, and where it stands."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from hwpx import HwpxDocument
from hwpx.tools.toc_author import add_native_toc
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mtaudit import engine, readers
from mtaudit.config import Settings
from mtaudit.document import Document, Escape, Span

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wps="http://schemas.microsoft.com/office/word/2010/'
    'wordprocessingShape" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TEXTS = sorted((Path(__file__).parent / "texts").glob("*.txt"))


def packed(members: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def docx_of(body: str, **parts: str) -> bytes:
    """A DOCX file of a body; each part is the inner XML of ``styles``, ``footnotes`` …"""
    members: dict[str, str | bytes] = {
        "_rels/.rels": f'<Relationships><Relationship Id="a" Type="{REL}/officeDocument" Target="text/main.xml"/></Relationships>',
        "text/main.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "text/_rels/main.xml.rels": "<Relationships>"
        + "".join(f'<Relationship Id="{part}" Type="{REL}/{part}" Target="/text/{part}.xml"/>' for part in parts)
        + "</Relationships>",
    }
    members |= {f"text/{part}.xml": f"<w:{part} {SPACES}>{xml}</w:{part}>" for part, xml in parts.items()}
    return packed(members)


def p(text: str, style: str = "", properties: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:p><w:pPr>{named}{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def style(name: str, inner: str = "", kind: str = "paragraph") -> str:
    key = name.replace(" ", "")
    return f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/>{inner}</w:style>'


def check(document: Document) -> Document:
    """What holds for every document."""
    assert len({segment.key for segment in document.segments}) == len(document.segments)
    assert [segment.start for segment in document.segments] == sorted({segment.start for segment in document.segments})
    for i, segment in enumerate(document.segments):
        assert segment.number == i
        assert document.text[segment.start : segment.start + len(segment.target)] == segment.target
        spans = [*segment.hidden, *segment.opaque, *(Span(escape.start, escape.end) for escape in segment.escapes)]
        assert all(0 <= start < end <= len(segment.target) for start, end in spans)
    return document


def read(data: bytes, name: str = "a.docx") -> Document:
    return check(readers.read_bytes(data, name))


def prose(data: bytes, name: str = "a.docx") -> list[str]:
    return [segment.prose for segment in read(data, name).segments]


def kinds(document: Document) -> list[tuple[str, int, str]]:
    return [(segment.kind, segment.level, segment.prose) for segment in document.segments]


def saved(document: Word) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def inner(run: str) -> str:
    return f"<w:p>{run}</w:p>"


# DOCX


def test_a_document_of_word() -> None:
    word = docx.Document()
    word.core_properties.title, word.core_properties.author = "두 나라의 협력", "홍길동"
    word.add_heading("두 나라의 협력", 0)
    word.add_heading("배경", 2)
    word.add_paragraph("정부는 다음 달 10일 회의를 연다고 밝혔다.")
    word.add_paragraph("첫째 항목", "List Bullet")
    word.add_paragraph("둘째 항목", "List Number 2")
    word.add_paragraph("그는 웃었다.", "Quote")
    word.add_paragraph("그림 1. 회의에 참석한 사람들", "Caption")
    word.styles.add_style("제목 3", WD_STYLE_TYPE.PARAGRAPH)
    word.add_paragraph("세부 내용", "제목 3")
    table = word.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "합친 칸"
    table.cell(0, 2).merge(table.cell(1, 2)).text = "아래로 합친 칸"
    table.cell(1, 0).text = "하나"
    table.cell(1, 1).text = "둘\n셋"
    table.cell(1, 1).add_table(1, 2).cell(0, 1).text = "속"
    word.sections[0].header.paragraphs[0].text = "머리말은 읽지 않는다."
    document = read(saved(word))
    assert kinds(document) == [
        ("heading", 1, "두 나라의 협력"),
        ("heading", 2, "배경"),
        ("body", 0, "정부는 다음 달 10일 회의를 연다고 밝혔다."),
        ("item", 1, "첫째 항목"),
        ("item", 2, "둘째 항목"),
        ("quote", 1, "그는 웃었다."),
        ("caption", 0, "그림 1. 회의에 참석한 사람들"),
        ("heading", 3, "세부 내용"),
        ("cell", 0, "합친 칸"),
        ("cell", 0, "아래로 합친 칸"),
        ("cell", 0, "하나"),
        ("cell", 0, "둘\n셋"),
        ("cell", 0, "속"),
    ]
    assert [s.key for s in document.segments][-6:] == ["8", "table 1:A1", "table 1:C1", "table 1:A2", "table 1:B2", "table 2:B1"]
    assert document.format == "docx"
    assert (document.metadata["title"], document.metadata["author"]) == ("두 나라의 협력", "홍길동")
    assert document.metadata["date"].startswith("20")


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ("<w:r><w:t>보고</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>서를</w:t></w:r><w:r><w:t xml:space='preserve'> 냈다.</w:t></w:r>", "보고서를 냈다."),
        ("<w:r><w:t> 앞뒤 </w:t><w:t xml:space='preserve'> 글이다.</w:t></w:r>", "앞뒤 글이다."),
        ("<w:r><w:t>앞이다.</w:t><w:br/><w:t>뒤</w:t><w:tab/><w:t>다.</w:t></w:r>", "앞이다.\n뒤\t다."),
        ("<w:r><w:t>한</w:t><w:noBreakHyphen/><w:t>미 회</w:t><w:softHyphen/><w:t>담이다.</w:t></w:r>", "한-미 회담이다."),
        ("<w:del><w:r><w:delText>지운 </w:delText><w:t>지운</w:t></w:r></w:del><w:ins><w:r><w:t>더한 말이다.</w:t></w:r></w:ins>", "더한 말이다."),
        ("<w:moveFrom><w:r><w:t>옮긴</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>온 말이다.</w:t></w:r></w:moveTo>", "온 말이다."),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>숨은 말</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>보이는 말이다.</w:t></w:r>", "보이는 말이다."),
        ("<w:hyperlink r:id='x'><w:r><w:t>이은 글</w:t></w:r></w:hyperlink><w:r><w:t>이다.</w:t></w:r>", "이은 글이다."),
        ("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> REF a </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/>"
         "<w:t>표 1</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/><w:t>을 보라.</w:t></w:r>", "표 1을 보라."),
        ("<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>TOC \\o</w:instrText><w:fldChar w:fldCharType='separate'/><w:t>차례 1</w:t>"
         "<w:fldChar w:fldCharType='end'/><w:t>글이다.</w:t></w:r>", "글이다."),
        ("<w:fldSimple w:instr='INDEX'><w:r><w:t>가 1</w:t></w:r></w:fldSimple><w:fldSimple w:instr='DATE'><w:r><w:t>3일이다.</w:t></w:r></w:fldSimple>", "3일이다."),
        ("<w:sdt><w:sdtContent><w:r><w:t>쓴 글이다.</w:t></w:r></w:sdtContent></w:sdt>", "쓴 글이다."),
        ("<w:r><w:ruby><w:rt><w:r><w:t>かん</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby><w:t>字だ。</w:t></w:r>", "漢字だ。"),
        ("<w:commentRangeStart w:id='0'/><w:r><w:t>글이다.</w:t></w:r><w:commentRangeEnd w:id='0'/><w:r><w:commentReference w:id='0'/></w:r>", "글이다."),
        ("<w:r><w:fldChar w:fldCharType='begin'/><w:t>끝나지 않은 필드다.</w:t></w:r>", "끝나지 않은 필드다."),
    ],
)  # fmt: skip
def test_runs_are_read_as_they_stand_in_the_end(xml: str, expected: str) -> None:
    assert prose(docx_of(inner(xml))) == [expected]


def test_breaks_and_hyphens_are_escapes() -> None:
    segment = read(docx_of(inner("<w:r><w:t>앞이다.</w:t><w:br/><w:t>한</w:t><w:noBreakHyphen/><w:t>미다.</w:t></w:r>"))).segments[
        0
    ]
    assert segment.target == "앞이다.\u2028한\u2011미다."
    assert segment.escapes == (Escape(4, 5, "\n"), Escape(6, 7, "-"))


def test_code_equations_and_symbols_are_no_prose() -> None:
    code = "<w:r><w:rPr><w:rStyle w:val='VerbatimChar'/></w:rPr><w:t>git pull</w:t></w:r><w:r><w:t>과 </w:t></w:r>"
    math = "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath><w:r><w:t>이다</w:t><w:sym w:font='Wingdings' w:char='F04A'/></w:r>"
    sheet = style("Verbatim Char", kind="character") + style("Source Code")
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>누르세요</w:t></w:r></w:sdtContent></w:sdt>"
    document = read(docx_of(inner(code + math + "<w:r><w:t>.</w:t></w:r>" + prompt) + p("print(1)", "SourceCode"), styles=sheet))
    assert document.segments[0].opaque == (Span(0, 8), Span(9, 12), Span(14, 15), Span(16, 20))
    assert document.segments[1].kind == "code"


def test_styles_are_what_they_are_based_on() -> None:
    sheet = (
        style("heading 2", "<w:pPr><w:outlineLvl w:val='1'/></w:pPr>")
        + style("사내 제목", "<w:basedOn w:val='heading2'/>")
        + style("윤곽", "<w:pPr><w:outlineLvl w:val='3'/></w:pPr>")
        + style("번호", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>")
        + style("숨김", "<w:rPr><w:vanish/></w:rPr>")
        + style("toc 1")
        + style("돌고", "<w:basedOn w:val='돌고'/>")
    )
    item = "<w:numPr><w:ilvl w:val='1'/><w:numId w:val='2'/></w:numPr>"
    body = (
        p("사내 제목이다", "사내제목") + p("윤곽이다", "윤곽") + p("번호가 붙은 항목", "번호") + p("속 항목", "", item)
        + p("번호를 뗀 글이다.", "번호", "<w:numPr><w:numId w:val='0'/></w:numPr>") + p("보이지 않는다.", "숨김") + p("차례", "toc1")
        + p("바로 준 윤곽", "", "<w:outlineLvl w:val='0'/>") + p("글이다.", "돌고") + p("글이다. " * 20, "heading2")
    )  # fmt: skip
    assert kinds(read(docx_of(body, styles=sheet))) == [
        ("heading", 2, "사내 제목이다"),
        ("heading", 4, "윤곽이다"),
        ("item", 1, "번호가 붙은 항목"),
        ("item", 2, "속 항목"),
        ("body", 0, "번호를 뗀 글이다."),
        ("heading", 1, "바로 준 윤곽"),
        ("body", 0, "글이다."),
        ("body", 0, "글이다. " * 20),
    ]


def test_text_boxes_notes_and_joined_paragraphs() -> None:
    box = "<w:txbxContent>" + p("상자의 글이다.") + "</w:txbxContent>"
    drawn = (
        f"<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = (
        inner(f"<w:r><w:t>본문이다.</w:t>{drawn}<w:footnoteReference w:id='7'/></w:r>")
        + p("지운 문단 끝 ", "", "<w:rPr><w:del/></w:rPr>")
        + p("뒤가 앞에 붙는다.")
        + inner("<w:r><w:t>또 본문이다.</w:t><w:footnoteReference w:id='5'/><w:endnoteReference w:id='5'/></w:r>")
        + "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr><w:sdtContent>"
        + p("목차") + "</w:sdtContent></w:sdt>"
    )  # fmt: skip
    notes = "".join(f"<w:footnote w:id='{n}'>{p(f'각주 {n}의 글이다.')}</w:footnote>" for n in (0, 5, 7))
    document = read(docx_of(body, footnotes=notes, endnotes=f"<w:endnote w:id='5'>{p('미주의 글이다.')}</w:endnote>"))
    assert [(s.key, s.prose) for s in document.segments] == [
        ("1", "본문이다."),
        ("2", "상자의 글이다."),
        ("3", "지운 문단 끝 뒤가 앞에 붙는다."),
        ("4", "또 본문이다."),
        ("footnote 1", "각주 7의 글이다."),
        ("footnote 2", "각주 5의 글이다."),
        ("endnote 1", "미주의 글이다."),
    ]


def test_tables_that_lay_out_a_page_hold_running_text() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"

    frame = f"<w:tbl><w:tr>{cell('한 칸에 담긴 글이다.')}</w:tr></w:tbl>"
    wide = cell("가", "<w:gridSpan w:val='2'/>")
    rows = (
        f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{wide}{cell('긴 글이다. ' * 20)}</w:tr>"
        f"<w:tr>{cell('숨은 칸', '<w:vMerge/>')}{cell('나')}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{cell('지운 줄')}</w:tr>"
    )
    document = read(docx_of(frame + f"<w:tbl>{rows}</w:tbl>"))
    assert [(s.kind, s.key) for s in document.segments] == [
        ("body", "1"), ("cell", "table 1:B1"), ("body", "table 1:D1"), ("cell", "table 1:B2"),
    ]  # fmt: skip


def test_lines_that_were_wrapped_are_one_paragraph() -> None:
    words = (
        "정부는 다음 달부터 모든 공공 기관이 새로운 지침에 따라 자료를 공개하도록 하고 시민들이 쉽게 찾아볼 수 있는 방법을".split()
    )
    lines = [" ".join(words[i : i + 6]) for i in range(0, len(words) - 2, 6)]
    long = [line.ljust(34, "가") for line in lines] + ["마련했다."]
    document = read(docx_of("".join(map(p, long))))
    assert [segment.prose for segment in document.segments] == ["\n".join(long)]
    assert document.text.count("\n") == len(long) - 1


LINES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"], include_characters="\t가나다.다 "), max_size=60
).filter(lambda text: "\ufffe" not in text and "\uffff" not in text)


@given(st.lists(LINES, max_size=12))
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_paragraphs_are_the_lines(written: list[str]) -> None:
    word = docx.Document()
    for line in written:
        word.add_paragraph(line)
    document = read(saved(word))
    assert document.text == "\n".join([line for line in written if line and not line.isspace()])


# HWPX and HWP 5


def korean() -> HwpxDocument:
    made = HwpxDocument.new()
    made.parts.set_document_metadata(title="두 나라의 협력", creator="홍길동", modified_date="2025-02-03T04:05:06Z")
    made.paragraphs[0].text = "정부는 다음 달 10일 회의를 연다고 밝혔다."
    made.add_heading("배경", 2)
    noted = made.add_paragraph("두 나라가 합의했다.", inherit_style=False)
    made.notes.add_footnote("각주의 글이다.", noted)
    made.notes.add_endnote("미주의 글이다.", noted)
    made.notes.add_memo("메모는 읽지 않는다.", anchor=noted)
    made.page.set_header(text="머리말은 읽지 않는다.")
    table = made.add_table(2, 2)
    for row in range(2):
        for column in range(2):
            table.set_cell_text(row, column, f"{row}행 {column}열")
    table.merge_cells(0, 0, 0, 1)
    table.set_caption("지난해의 수출")
    made.text.highlight(made.add_paragraph("형광펜을 칠한 글이다.", inherit_style=False), "칠한")
    made.add_paragraph("줄을\n바꾸고 탭\t도 친다.", inherit_style=False)
    made.add_paragraph("첫째 항목", inherit_style=False)
    made.styles.apply_list_format(paragraph_index=len(made.paragraphs) - 1, kind="bullet")
    equation = made.add_paragraph("값은 ", inherit_style=False)
    made.shapes.add_equation("a over b", paragraph=equation)
    made.fields.add("이름", prompt="이름을 쓰세요", paragraph=made.add_paragraph("성명: ", inherit_style=False))
    return made


READ = [
    ("1", "body", "정부는 다음 달 10일 회의를 연다고 밝혔다."),
    ("2", "heading", "배경"),
    ("3", "body", "두 나라가 합의했다."),
    ("table 1:A1", "cell", "0행 0열"),
    ("table 1:A1#2", "cell", "0행 1열"),
    ("table 1:A2", "cell", "1행 0열"),
    ("table 1:B2", "cell", "1행 1열"),
    ("8", "caption", "지난해의 수출"),
    ("9", "body", "형광펜을 칠한 글이다."),
    ("10", "body", "줄을\n바꾸고 탭\t도 친다."),
    ("11", "item", "첫째 항목"),
    ("12", "body", "값은 a over b"),
    ("13", "body", "성명: 이름을 쓰세요"),
    ("footnote 1", "item", "각주의 글이다."),
    ("endnote 1", "item", "미주의 글이다."),
]


@pytest.mark.parametrize("format", ["hwpx", "hwp"])
def test_a_document_of_hangul(format: Any) -> None:
    made = korean()
    add_native_toc(made, at_index=0)
    document = read(made.to_bytes(format=format), f"a.{format}")
    assert [(s.key, s.kind, s.prose) for s in document.segments] == READ
    assert document.segments[1].level == 2
    assert document.segments[11].opaque == (Span(3, 11),)
    assert document.segments[12].opaque == (Span(4, 11),)
    assert document.format == "hwpx"
    assert (document.metadata["title"], document.metadata["author"]) == ("두 나라의 협력", "홍길동")
    assert document.metadata["date"].startswith("2025-02-03")


@pytest.mark.parametrize("format", ["hwpx", "hwp"])
def test_tracked_changes_of_hangul_are_accepted(format: Any) -> None:
    made = HwpxDocument.new()
    made.paragraphs[0].text = "고친 문장이다. 지울 말이 있다."
    made.tracking.delete(made.paragraphs[0], match="지울 말이 ")
    made.tracking.insert(made.paragraphs[0], " 더한 말이다.")
    assert prose(made.to_bytes(format=format), f"a.{format}") == ["고친 문장이다. 있다. 더한 말이다."]


def hwpx_of(*sections: str, header: str = "", spine: tuple[int, ...] = (), manifest: str = "<manifest/>") -> bytes:
    items = "".join(f'<item id="s{i}" href="Contents/section{i}.xml"/>' for i in range(len(sections)))
    refs = "".join(f'<itemref idref="s{i}"/>' for i in spine or range(len(sections)))
    namespace = 'xmlns="http://www.owpml.org/owpml/2024/paragraph"'
    return packed({
        "Contents/content.hpf": f'<package><manifest><item id="h" href="Contents/header.xml"/>{items}</manifest><spine>{refs}</spine></package>',
        "Contents/header.xml": f"<head>{header}</head>",
        "META-INF/manifest.xml": manifest,
        **{f"Contents/section{i}.xml": f"<sec {namespace}>{section}</sec>" for i, section in enumerate(sections)},
    })  # fmt: skip


def hp(inner: str, shape: str = "0", named: str = "0") -> str:
    return f'<p paraPrIDRef="{shape}" styleIDRef="{named}"><run>{inner}</run></p>'


def test_owpml_by_hand() -> None:
    header = (
        '<paraPr id="1"><heading type="OUTLINE" level="1"/></paraPr><paraPr id="2"><heading type="NUMBER" level="0"/></paraPr>'
        '<style id="3" type="PARA" name="차례 1" engName="TOC 1"/><style id="4" type="PARA" name="큰제목" engName="Title"/>'
    )
    number = '<ctrl><autoNum num="2" numType="PICTURE"/></ctrl>'
    first = (
        hp("<t>한글<nbSpace/>문서<fwSpace/>한<hyphen/>미 <markpenBegin/>칠한<markpenEnd/> 글이다.</t>")
        + hp("<t>개요의 제목</t>", "1") + hp("<t>개요의 문장이다.</t>", "1") + hp("<t>항목</t>", "2") + hp("<t>차례</t>", named="3")
        + hp("<t>큰 제목</t>", named="4")
        + hp(f"<pic><caption><subList>{hp(f'<t>그림 </t>{number}<t> 회의</t>')}</subList></caption></pic><t>그림 앞의 글이다.</t>")
        + hp(f"<container><rect><drawText><subList>{hp('<t>상자의 글이다.</t>')}</subList></drawText></rect></container>")
        + hp('<dutmal><mainText>漢字</mainText><subText>한자</subText></dutmal><compose composeText="①"/><t>이다.</t>')
        + hp('<ctrl><fieldBegin id="5" type="TABLEOFCONTENTS"/></ctrl>')
        + hp(f"<ctrl><hiddenComment><subList>{hp('<t>숨은 설명</t>')}</subList></hiddenComment></ctrl><t>글이다.</t>")
    )  # fmt: skip
    document = read(hwpx_of(hp("<t>둘째 부분이다.</t>"), first, header=header, spine=(1, 0)), "a.hwpx")
    assert kinds(document) == [
        ("body", 0, "한글 문서 한-미 칠한 글이다."),
        ("heading", 2, "개요의 제목"),
        ("item", 2, "개요의 문장이다."),
        ("item", 1, "항목"),
        ("heading", 1, "큰 제목"),
        ("body", 0, "그림 앞의 글이다."),
        ("caption", 0, "그림 2 회의"),
        ("body", 0, "상자의 글이다."),
        ("body", 0, "漢字①이다."),
        ("body", 0, "글이다."),
        ("body", 0, "둘째 부분이다."),
    ]


# Rules see what they would see in a plain text


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("format", ["docx", "hwpx", "hwp"])
def test_the_findings_are_those_of_the_plain_text(path: Path, format: Any) -> None:
    plain = readers.read_file(path)
    if format == "docx":
        word = docx.Document()
        for line in plain.text.split("\n"):
            word.add_paragraph(line)
        data = saved(word)
    else:
        made = HwpxDocument.new()
        for line in plain.text.split("\n"):
            made.add_paragraph(line, inherit_style=False)
        data = made.to_bytes(format=format)
    expected = [(found.code, found.place.text) for found in engine.audit(plain).findings]
    assert [(found.code, found.place.text) for found in engine.audit(read(data, f"a.{format}")).findings] == expected


def test_a_finding_after_emoji_and_decomposed_hangul_is_where_it_stands() -> None:
    word = docx.Document()
    word.add_paragraph("정부는 회의를 연다고 밝혔다.")
    word.add_paragraph().add_run("😀 한글은 1").add_text("년 2023월에 만들어졌다.")
    document = read(saved(word))
    found = next(found for found in engine.audit(document, Settings(lang="ko")).findings if found.place.text == "1년 2023월")
    place = found.place
    assert (place.line, place.column, place.segment) == (2, document.line(2).index("1년") + 1, "2")
    assert document.text[place.start : place.end] == "1년 2023월"


def test_columns_set_with_blanks_are_no_double_blanks() -> None:
    word = docx.Document()
    for line in ("수신    기획과장", "참조    홍보과장", "제목    회의 안내"):
        word.add_paragraph(line)
    word.add_paragraph("회의는 다음 주에  열린다.")
    assert not [found for found in engine.audit(read(saved(word)), Settings(lang="ko")).findings if found.code == "SPC006"]


def test_macros_are_only_bytes() -> None:
    word = docx.Document()
    word.element.body.insert(0, parse_xml(f'<w:p xmlns:w="{W}"><w:r><w:t>매크로가 있는 글이다.</w:t></w:r></w:p>'))
    data = io.BytesIO(saved(word))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0" * 100)
    assert prose(data.getvalue(), "a.docm") == ["매크로가 있는 글이다."]
