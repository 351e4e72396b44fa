"""Electronic books: chapters in the order of the spine, shown as lines, with keys and metadata; hostile books are refused."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mtaudit import engine, languages, readers
from mtaudit.config import Settings
from mtaudit.document import Document
from mtaudit.errors import UnreadableInput
from mtaudit.view import OPAQUE, DocumentView

CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
FACTS = (
    "<dc:title>바다로 난 길</dc:title><dc:creator>윤하늘</dc:creator><dc:creator>Ben Reyes</dc:creator><dc:publisher>파도</dc:publisher>"
    "<dc:date>2024-05-01</dc:date><dc:language>ko-KR</dc:language>"
)
CHAPTER = (
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" '
    '"http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" '
    'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>장</title><link rel="stylesheet" href="a.css"/></head><body>{}</body></html>'
)
FIRST = CHAPTER.format("<h1>첫째 장</h1><p>바다는 넓다.</p>")


def package(chapters: dict[str, str], more: str = "", spine: str = "", facts: str = FACTS) -> str:
    items = "".join(f'<item id="c{i}" href="{href}" media-type="application/xhtml+xml"/>' for i, href in enumerate(chapters))
    order = spine or "".join(f'<itemref idref="c{i}"/>' for i in range(len(chapters)))
    return (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{facts}</metadata><manifest>{items}{more}</manifest><spine>{order}</spine></package>'
    )


def book(chapters: dict[str, str | bytes], opf: str = "", **members: str | bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        packed.writestr("META-INF/container.xml", CONTAINER)
        packed.writestr("OEBPS/book.opf", opf or package(dict.fromkeys(chapters, "")))
        for href, text in chapters.items():
            packed.writestr(f"OEBPS/{href}", text)
        for name, content in members.items():
            packed.writestr(name.replace("__", "/").replace("_x", ".x"), content)
    return file.getvalue()


def of(data: bytes) -> Document:
    document = readers.read_bytes(data, "a.epub")
    lines = document.text.split("\n")
    assert len({s.key for s in document.segments}) == len(document.segments)
    for number, segment in enumerate(document.segments):
        assert segment.number == number
        assert document.text[segment.start : segment.start + len(segment.target)] == segment.target
        assert segment.target in lines[document.place(segment, 0, 1).line - 1]
    return document


def shown(data: bytes) -> list[tuple[str, str, str]]:
    """Key, kind and text of each segment, as rules see them."""
    view = DocumentView(of(data), languages.get("xx"), Settings())
    return [(s.segment.key, s.kind, s.text) for s in view.segments]


def body(inner: str) -> list[tuple[str, str]]:
    return [(kind, text) for _, kind, text in shown(book({"a.xhtml": CHAPTER.format(inner)}))]


def test_chapters_come_in_the_order_of_the_spine() -> None:
    second = CHAPTER.format("<h1>둘째 장</h1><p>산은 높다.</p>")
    chapters: dict[str, str | bytes] = {"text/b%20c.xhtml": "", "a.xhtml": FIRST}
    opf = package(dict.fromkeys(chapters, ""), spine='<itemref idref="c0"/><itemref idref="c1" linear="no"/><itemref idref="c0"/>')
    found = shown(book({"text/b c.xhtml": second, "a.xhtml": FIRST}, opf))
    assert found == [
        ("text/b c.xhtml#1", "heading", "둘째 장"),
        ("text/b c.xhtml#2", "body", "산은 높다."),
        ("a.xhtml#1", "heading", "첫째 장"),
        ("a.xhtml#2", "body", "바다는 넓다."),
    ]


def test_a_line_is_a_paragraph_without_its_markup() -> None:
    document = of(
        book(
            {"a.xhtml": CHAPTER.format("<p>바다는\n <b>넓</b>다 &amp; &#44618;다.</p><pre>a &lt; b\n  c</pre><p>끝<br/>이다.</p>")}
        )
    )
    assert document.text == "바다는 넓다 & 깊다.\na < b\u2028  c\n끝\n이다."
    assert [s.prose for s in document.segments] == ["바다는 넓다 & 깊다.", "a < b\n  c", "끝", "이다."]
    assert [document.place(s, 0, 1).line for s in document.segments] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("inner", "seen"),
    [
        ('<p>바다<a epub:type="noteref" href="#n">1</a>는 넓다.</p>', [("body", "바다는 넓다.")]),
        ('<p>바다는 <span epub:type="pagebreak" title="3">3</span>넓다.</p>', [("body", "바다는 넓다.")]),
        ('<aside epub:type="footnote" id="n"><p>주석도 글이다.</p></aside>', [("body", "주석도 글이다.")]),
        ("<nav><ol><li><a href='b'>차례</a></li></ol></nav><p>글이다.</p>", [("body", "글이다.")]),
        ("<p>값은 <code>x</code>이다.</p>", [("body", f"값은 {OPAQUE}이다.")]),
        ("<p>배<img src='a.png' alt='흰 돛 하나'/>가 떠난다.</p>", [("body", f"배{OPAQUE}가 떠난다."), ("caption", "흰 돛 하나")]),
        ("<ul><li>하나</li></ul><blockquote><p>둘</p></blockquote>", [("item", "하나"), ("quote", "둘")]),
        ("<p>우리는 걷고</p><p>또 걸었다</p><p>바다가 보일 때까지</p>", [("body", "우리는 걷고"), ("body", "또 걸었다"), ("body", "바다가 보일 때까지")]),
        ("<div class='share related comments'><p>책에서는 모두 글이다.</p></div>", [("body", "책에서는 모두 글이다.")]),
    ],
)  # fmt: skip
def test_all_of_a_book_is_text(inner: str, seen: list[tuple[str, str]]) -> None:
    found = body(inner)
    assert [text for _, text in found] == [text for _, text in seen]
    assert all(kind == wanted or wanted == "body" for (kind, _), (wanted, _) in zip(found, seen, strict=True))


def test_the_package_tells_of_the_book() -> None:
    document = of(book({"a.xhtml": FIRST}))
    assert dict(document.metadata) == {
        "title": "바다로 난 길",
        "author": "윤하늘, Ben Reyes",
        "outlet": "파도",
        "date": "2024-05-01",
    }
    assert (document.format, document.target_lang) == ("epub", "ko")
    english = package({"a.xhtml": ""}, facts="<dc:language>en</dc:language>")
    assert of(book({"a.xhtml": FIRST}, english)).target_lang is None  # what it says is not true


def test_chapters_in_other_encodings() -> None:
    page = CHAPTER.format("<p>바다는 넓다.</p>").replace('encoding="utf-8"', 'encoding="euc-kr"').encode("cp949")
    assert of(book({"a.xhtml": page})).text == "바다는 넓다."
    assert of(book({"a.xhtml": FIRST.encode("utf-16")})).text == "첫째 장\n바다는 넓다."


def test_tables_of_contents_pictures_and_what_is_not_there_are_no_chapters() -> None:
    opf = package(
        {"a.xhtml": ""},
        '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="s" href="a.svg" media-type="image/svg+xml"/>'
        '<item id="h" href="http://a.example/x.xhtml" media-type="application/xhtml+xml"/>',
        '<itemref idref="n"/><itemref idref="s"/><itemref idref="h"/><itemref idref="none"/><itemref idref="c0"/>',
    )
    assert of(book({"a.xhtml": FIRST, "nav.xhtml": FIRST, "a.svg": "<svg/>"}, opf)).text == "첫째 장\n바다는 넓다."
    assert of(book({})).text == ""


def test_findings_name_the_chapter_and_the_paragraph() -> None:
    page = CHAPTER.format("<p>\u1112\u1161\u11ab글 😀 문장이다.</p><p><i>그는</i> 학교<b>을</b> 나왔다.</p>")
    report = engine.audit(of(book({"text/a.xhtml": page})), Settings(lang="ko", select=("PRT001",)))
    assert [(f.place.segment, f.place.line, f.place.text) for f in report.findings] == [("text/a.xhtml#2", 2, "학교을")]


ENCRYPTION = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">'
    '<enc:EncryptedData><enc:CipherData><enc:CipherReference URI="OEBPS/{}"/></enc:CipherData></enc:EncryptedData></encryption>'
)


def test_encrypted_fonts_are_none_of_our_business_and_encrypted_chapters_are_refused() -> None:
    assert of(book({"a.xhtml": FIRST}, **{"META-INF__encryption_xml": ENCRYPTION.format("font.otf")})).segments
    with pytest.raises(UnreadableInput, match=r"a\.epub is encrypted \(DRM\): OEBPS/a\.xhtml cannot be read"):
        readers.read_bytes(book({"a.xhtml": FIRST}, **{"META-INF__encryption_xml": ENCRYPTION.format("a.xhtml")}), "a.epub")


def zipped(**members: Any) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return file.getvalue()


ENTITY = '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"no zip at all", "no archive"),
        (book({"a.xhtml": FIRST})[:-200], "is broken"),
        (zipped(mimetype="application/epub+zip"), "holds no META-INF/container.xml"),
        (zipped(**{"META-INF__container_xml": CONTAINER}), "names no package in it"),
        (zipped(**{"META-INF__container_xml": "<container>"}), "is broken XML"),
        (zipped(**{"META-INF__container_xml": ENTITY + "<x>&a;</x>"}), "declares"),
        (book({"a.xhtml": FIRST}, package({"a.xhtml": "", "b.xhtml": ""})), "holds no OEBPS/b.xhtml"),
        (book({"a.xhtml": "<p>" + "가" * 30_000_000}), "a trap|more than"),
        (book({"../../../a.xhtml": FIRST}), "leads out of it"),
    ],
)
def test_what_is_no_book_is_refused_with_a_sentence(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableInput, match=reason) as caught:
        readers.read_bytes(data, "a.epub")
    assert str(caught.value).startswith("a.epub") and "\n" not in str(caught.value)


def test_entities_of_a_chapter_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("비밀이다", encoding="utf-8")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y "가">]><html><body><p>글 &x; &y;</p></body></html>'
    assert body_of(page) == "글 &x; &y;"


def body_of(page: str) -> str:
    return of(book({"a.xhtml": '<?xml version="1.0"?>' + page})).text


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<b>",
                "</b>",
                "<br/>",
                "<pre>",
                "</pre>",
                "<code>",
                "</code>",
                "<img alt='a b'/>",
                "&amp;",
                "\u2028",
                "\n",
                "  ",
                "가나다.",
                "x",
                "<li>",
                "- ",
                "<td>",
                "<table>",
                "</table>",
                "<h2>",
                "</h2>",
                "\x0c",
                "|",
                "\t",
            ]
        ),
        max_size=25,
    )
)
@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])  # fmt: skip
def test_no_chapter_is_too_broken(pieces: list[str]) -> None:
    engine.audit(of(book({"a.xhtml": CHAPTER.format("".join(pieces))})), Settings(lang="ko"))
