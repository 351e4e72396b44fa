"""PO, XLIFF, TMX: the same texts as the libraries of each format find, in their places, and corrections that those libraries read."""

from __future__ import annotations

import html
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polib
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from mtaudit import engine, readers
from mtaudit.config import Settings
from mtaudit.document import Document
from mtaudit.errors import UnreadableInput
from writeback import check_places, corrected, plain, seen

NFD = "\u1112\u1161\u11ab\u1100\u1173\u11af"
KOREAN = "정부는 다음 달에 회의를 열기로 했다고 밝혔다."
PROPERTY = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
WORDS = [
    "안녕",
    NFD,
    "😀",
    "정부는",
    "회의",
    "12",
    ".",
    "?",
    "…",
    "“",
    "”",
    '"',
    "'",
    "\\",
    "/",
    "\n",
    "\t",
    " ",
    "é",
    "漢",
    "~",
    ";",
    "=",
]
TEXT = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map("".join)
XML_TEXT = st.lists(st.sampled_from([*WORDS, "&", "<", ">", "]]>"]), min_size=1, max_size=12).map("".join)
SPAN = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda pair: (min(pair), max(pair) + 1))


def keyed(document: Document) -> dict[str, str]:
    return {segment.key: segment.prose for segment in document.segments}


def major(document: Document) -> list[tuple[str, str]]:
    """Rule and place of all findings that are more than advice."""
    return [(f.rule, f.place.text) for f in engine.audit(document).findings if f.severity != "neutral"]


# PO

HEAD = (
    'msgid ""\nmsgstr ""\n"Project-Id-Version: 달력 2.1\\n"\n"Last-Translator: 한소라 <sora@example.org>\\n"\n'
    '"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n"\n"Language: ko_KR\\n"\n"X-Source-Language: en\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"\n\n'
)


def po(body: str, head: str = HEAD) -> Document:
    document = readers.read_text(head + body, "a.po")
    check_places(document)
    return document


def test_a_catalogue() -> None:
    document = po(
        "# 번역하지 않은 글\n#. 개발자의 글\n#: a.c:1\n"
        'msgctxt "menu"\nmsgid "Open"\nmsgstr "열기"\n\n'
        'msgid "Not yet"\nmsgstr ""\n\n'
        '#, python-format\nmsgid "%(n)d file"\nmsgid_plural "%(n)d files"\nmsgstr[0] "파일 %(n)d개"\n\n'
        '#, fuzzy\nmsgid "A draft."\nmsgstr "초안이다."\n\n'
        '#, fuzzy\n#| msgid "Another message"\nmsgid "A message"\nmsgstr "다른 메시지"\n\n'
        'msgid "two\\n"\n"lines"\nmsgstr ""\n"첫 줄은 \\"길\\n"\n"다\\"\\t끝\\\\"\n\n'
        '#~ msgid "Old"\n#~ msgstr "옛말"\n'
    )
    assert keyed(document) == {"menu/1": "열기", "3[0]": "파일 %(n)d개", "4": "초안이다.", "6": '첫 줄은 "길\n다"\t끝\\'}
    assert [s.source for s in document.segments] == ["Open", "%(n)d files", "A draft.", "two\nlines"]
    assert (document.source_lang, document.target_lang) == ("en", "ko")
    assert document.metadata == {"title": "달력 2.1", "author": "한소라 <sora@example.org>"}


def test_plural_forms_translate_the_singular_and_the_plural() -> None:
    document = po('msgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "%d Datei"\nmsgstr[1] "%d Dateien"\n', head="")
    assert [(s.key, s.source) for s in document.segments] == [("1[0]", "%d file"), ("1[1]", "%d files")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_a_missing_last_one(end: str) -> None:
    written = ('msgid "a"\nmsgstr ""\n"가나"\n"다\\n"\n"라"\n\nmsgid "b"\nmsgstr "마"').replace("\n", end)
    document = po(written, head="")
    assert keyed(document) == {"1": "가나다\n라", "2": "마"}
    assert [s.start for s in document.segments] == [written.index("가"), written.index("마")]


def test_a_byte_order_mark_and_other_encodings(tmp_path: Path) -> None:
    body = 'msgid "a"\nmsgstr "' + KOREAN + '"\n'
    for code in ("utf-8-sig", "cp949", "utf-16"):
        path = tmp_path / f"{code}.po"
        path.write_bytes(body.encode(code))
        assert list(keyed(readers.read_file(path)).values()) == [KOREAN]


def test_a_declared_encoding_is_believed_where_it_can_be() -> None:
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-8859-2\\n"\n\n'
    text = "Zażółć gęślą jaźń"
    document = readers.read_bytes((head + f'msgid "a"\nmsgstr "{text}"\n').encode("iso-8859-2"), "a.po")
    assert keyed(document) == {"1": text}
    assert keyed(readers.read_bytes((head + f'msgid "a"\nmsgstr "{KOREAN}"\n').encode(), "a.po")) == {"1": KOREAN}
    frame = XLIFF.replace("{name}", "a").replace("UTF-8", "windows-1251").replace("😀", "")
    written = frame.replace("{body}", unit("<target>Да.</target>")).encode("cp1251")
    assert keyed(readers.read_bytes(written, "a.xlf")) == {"a#1": "Да."}
    assert readers.read_bytes(written, "a.xlf").encoding == "windows-1251"


@pytest.mark.parametrize(
    ("written", "opaque", "hidden", "flags"),
    [
        ("%s 파일과 %(name)s 폴더", ["%s", "%(name)s"], [], "python-format"),
        ("{0}개와 {name}, {x:>5}, {}", ["{0}", "{name}", "{x:>5}", "{}"], [], "python-brace-format"),
        ("%1$s를 %2$-5.3ld로, %L1 %n %@", ["%1$s", "%2$-5.3ld", "%L1", "%n", "%@"], [], "c-format"),
        ("50%% 할인, %d%%", ["%d"], ["%", "%"], "c-format"),
        ("50% 할인, 3.2%p 상승, 100%d", [], [], ""),
        ("50%% 할인", [], [], ""),
        ("{{ title }} ${user} %{count} {% if x %} %count%", ["{{ title }}", "${user}", "%{count}", "{% if x %}", "%count%"], [], ""),
        ("@name 님과 :count개, @other 님", ["@name", ":count"], [], ""),
        ("열기(&O)... 닫기(_C)", [], ["(&O)", "(_C)"], ""),
        ("정말 <b>굵게</b>와 <a href=\\\"%s\\\">여기</a>, <PERSON>", ["<PERSON>"], ["<b>", "</b>", '<a href=\\"%s\\">', "</a>"], ""),
        ("드라마 <별>과 3 < 5", [], [], ""),
    ],
)  # fmt: skip
def test_what_is_no_prose(written: str, opaque: list[str], hidden: list[str], flags: str) -> None:
    document = po(f'#, {flags}\nmsgid "@name :count %s"\nmsgstr "{written}."\n', head="")
    (segment,) = document.segments
    assert [segment.target[s:e] for s, e in segment.opaque] == opaque
    assert [segment.target[s:e] for s, e in segment.hidden] == hidden


def test_a_placeholder_over_two_lines_is_one_and_placeholders_alone_are_no_text() -> None:
    document = po(
        'msgid "a"\nmsgstr ""\n"가 %(na"\n"me)s 나"\n\nmsgid "b"\nmsgstr "%s: {0}"\n\nmsgid "c"\nmsgstr "%s {0}"\n', head=""
    )
    assert [s.key for s in document.segments] == ["1", "2"]
    assert [document.segments[0].target[s:e] for s, e in document.segments[0].opaque] == ['%(na"\n"me)s']
    assert document.segments[0].hidden == ()


def test_entities_are_characters_where_the_source_has_html() -> None:
    document = po(
        'msgid "Terms &amp; <b>more</b>"\nmsgstr "조건&nbsp;&amp; 기타"\n\nmsgid "Terms"\nmsgstr "조건은 &quot;이것&quot;이다."\n',
        head="",
    )
    assert [s.prose for s in document.segments] == ["조건\u00a0& 기타", "조건은 &quot;이것&quot;이다."]
    assert [rule for rule, _ in major(document)] == ["source-placeholder", "html-entity", "html-entity"]  # <b> is lost, too


@pytest.mark.parametrize(
    ("written", "line"),
    [("이것은 글이다.\n", 1), ('msgid "a"\nmsgstr "b"c"\n', 2), ('"a"\n', 1), ('msgid "a"\nmsgid "b"\n', 2), ('msgid "a\n', 1)],
)
def test_what_is_no_catalogue_is_told_with_its_line(written: str, line: int) -> None:
    with pytest.raises(UnreadableInput, match=rf"^a\.po:{line}: "):
        readers.read_text(written, "a.po")


ENTRY = st.fixed_dictionaries(
    {"id": TEXT, "str": TEXT | st.just(""), "context": st.none() | TEXT, "plural": st.none() | TEXT},
    optional={"obsolete": st.booleans(), "fuzzy": st.booleans(), "previous": TEXT, "comment": TEXT},
)


def catalogue(entries: list[dict[str, Any]], width: int) -> polib.POFile:
    """A catalogue whose messages have ids of their own."""
    made = polib.POFile(wrapwidth=width)
    made.metadata = {"Language": "ko", "Content-Type": "text/plain; charset=UTF-8"}
    for number, fields in enumerate(entries):
        entry = polib.POEntry(msgid=f"{number} {fields['id']}", msgctxt=fields["context"], obsolete=fields.get("obsolete", False))
        if fields["plural"] is None:
            entry.msgstr = fields["str"]
        else:
            entry.msgid_plural = fields["plural"]
            entry.msgstr_plural = {0: fields["str"], 1: fields["str"] + "둘"}
        if fields.get("fuzzy"):
            entry.flags = ["fuzzy"]
            entry.previous_msgid = fields.get("previous")
        entry.tcomment = fields.get("comment", "").replace("\n", " ")
        made.append(entry)
    return made


def messages(path: Path) -> list[str]:
    """What polib reads, without what is not read here."""
    out: list[str] = []
    for entry in polib.pofile(str(path), encoding="utf-8"):
        if not entry.obsolete and not (entry.fuzzy and entry.previous_msgid):
            out += [plain(text) for text in ([entry.msgstr_plural[k] for k in sorted(entry.msgstr_plural)] or [entry.msgstr])]
    return [text for text in out if text]


@given(entries=st.lists(ENTRY, min_size=1, max_size=5), width=st.sampled_from([0, 20, 78]), end=st.sampled_from(["\n", "\r\n"]),
       number=st.integers(0, 9), span=SPAN, new=TEXT)  # fmt: skip
@PROPERTY
def test_polib_reads_the_same_and_what_was_corrected(
    tmp_path: Path, entries: list[dict[str, Any]], width: int, end: str, number: int, span: tuple[int, int], new: str
) -> None:
    path = tmp_path / "a.po"
    path.write_bytes(str(catalogue(entries, width)).replace("\n", end).encode())
    document = readers.read_file(path)
    check_places(document)
    assert document.text.encode() == path.read_bytes()
    expected = messages(path)
    assert seen(document) == expected
    assume(number < len(expected))
    written = corrected(document, number, *span, new)
    assume(written is not None and written.prose)
    assert written is not None
    path.write_bytes(written.text.encode())
    assert messages(path) == seen(readers.read_file(path)) == [*expected[:number], written.prose, *expected[number + 1 :]]


# XLIFF

XLIFF = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!-- 😀 -->\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
    '<file original="{name}" source-language="en-US" target-language="ko-KR" datatype="html" date="2026-03-01T00:00:00Z"><body>\n{body}\n'
    "</body></file></xliff>\n"
)
XLIFF_2 = '<xliff version="2.1" srcLang="en" trgLang="ko" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f1">\n{body}\n</file></xliff>'


def xliff(body: str, frame: str = XLIFF) -> Document:
    document = readers.read_text(frame.replace("{body}", body).replace("{name}", "a.html"), "a.xlf")
    check_places(document)
    return document


def unit(target: str, source: str = "A sentence.", more: str = "") -> str:
    return f'<trans-unit id="1"{more}><source>{source}</source>{target}</trans-unit>'


def test_xliff_1_2() -> None:
    document = xliff(
        unit("<target>안녕.</target><alt-trans><source>b</source><target>제안</target></alt-trans><note>쪽지</note>")
        + '<group translate="no"><trans-unit id="2"><source>Brand</source><target>상표</target></trans-unit>'
        '<trans-unit id="3" translate="yes"><source>Text</source><target>글</target></trans-unit></group>'
        '<trans-unit id="4"><source>Nothing</source></trans-unit><trans-unit id="5"><source>Empty</source><target/></trans-unit>'
        '<trans-unit id="6"><source>Copy</source><target state="new">Copy</target></trans-unit>'
        '<trans-unit id="7"><source>Draft</source><target state="new">초안</target></trans-unit>'
        '<trans-unit id="9" restype="x-gettext-domain-header"><source>Language: en</source><target>Language: ko</target></trans-unit>'
        '<bin-unit id="8"><bin-source/><bin-target/></bin-unit><trans-unit id="1"><source>Again</source><target>다시</target></trans-unit>'
    )
    assert keyed(document) == {"a.html#1": "안녕.", "a.html#3": "글", "a.html#7": "초안", "a.html#1 (2)": "다시"}
    assert [s.source for s in document.segments] == ["A sentence.", "Text", "Draft", "Again"]
    assert (document.source_lang, document.target_lang) == ("en", "ko")
    assert document.metadata == {"date": "2026-03-01T00:00:00Z"}


def test_several_files_and_parts_of_a_unit() -> None:
    parts = (
        '<seg-source><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">Two <g id="1">2</g>.</mrk></seg-source>'
        '<target><mrk mtype="seg" mid="1">하나.</mrk> <mrk mtype="seg" mid="2">둘 <g id="1">2</g>.</mrk></target>'
    )
    second = '</body></file><file original="b.html" source-language="en" target-language="ko"><body>' + unit("<target>나</target>")
    document = xliff(unit(parts, "One. Two 2.") + second)
    assert keyed(document) == {"a.html#1/1": "하나.", "a.html#1/2": "둘 2.", "b.html#1": "나"}
    assert [s.source for s in document.segments] == ["One.", "Two 2.", "A sentence."]


def test_a_part_inside_a_part_belongs_to_it() -> None:
    inner = '<mrk mtype="seg" mid="1">하나 <mrk mtype="seg" mid="2">둘</mrk>.</mrk>'
    assert keyed(xliff(unit(f"<target>{inner}</target>"))) == {"a.html#1/1": "하나 둘."}


def test_parts_with_text_between_them_are_one_segment() -> None:
    document = xliff(unit('<target>앞 <mrk mtype="seg" mid="1">하나.</mrk> 뒤</target>'))
    assert keyed(document) == {"a.html#1": "앞 하나. 뒤"}


@pytest.mark.parametrize(
    ("written", "prose", "hidden", "opaque"),
    [
        ('가<g id="1">나</g>다', "가나다", ['<g id="1">', "</g>"], []),
        ('가<x id="1"/>다', "가\ufffc다", [], ['<x id="1"/>']),
        ('가<bx id="1"/>나<ex id="2"/>다', "가나다", ['<bx id="1"/>', '<ex id="2"/>'], []),
        ('가<bpt id="1">&lt;b></bpt>나<ept id="1">&lt;/b></ept>다', "가나다", ['<bpt id="1">&lt;b></bpt>', '<ept id="1">&lt;/b></ept>'], []),
        ('가<it id="1" pos="open">&lt;i></it>다', "가다", ['<it id="1" pos="open">&lt;i></it>'], []),
        ('가<ph id="1">%s<sub>숨은 글</sub></ph>다', "가\ufffc다", [], ['<ph id="1">%s<sub>숨은 글</sub></ph>']),
        ('가<mrk mtype="x-term">나</mrk>다', "가나다", ['<mrk mtype="x-term">', "</mrk>"], []),
        ('가<mrk mtype="protected">Nabi <g id="1">X</g></mrk>다', "가\ufffc다", [], ['<mrk mtype="protected">Nabi <g id="1">X</g></mrk>']),
        ("가<!-- 나 --><?pi 다?>라", "가라", ["<!-- 나 --><?pi 다?>"], []),
        ("가 &lt;b&gt;나&lt;/b&gt;&lt;br/&gt;다 &#x41;&amp;B", "가 나\n다 A&B", ["&lt;b&gt;", "&lt;/b&gt;"], []),
        ("가<![CDATA[<b>나</b> & {0}]]>다", "가나 \ufffc \ufffc다", ["<![CDATA[<b>", "</b>", "]]>"], ["&", "{0}"]),
        ("가 \r\n   나", "가\n나", [], []),
    ],
)  # fmt: skip
def test_inline_markup(written: str, prose: str, hidden: list[str], opaque: list[str]) -> None:
    from writeback import views

    document = xliff(unit(f"<target>{written}.</target>"))
    (view,) = views(document)
    assert view.text == prose + "."
    segment = view.segment
    assert [segment.target[s:e] for s, e in segment.hidden] == hidden
    assert [segment.target[s:e] for s, e in segment.opaque] == opaque


def test_blanks_are_kept_where_the_file_says_so() -> None:
    document = xliff(unit("<target>가\n  나</target>", more=' xml:space="preserve"') + unit("<target>\n  다\n  라\n</target>"))
    assert [s.prose for s in document.segments] == ["가\n  나", "다\n라"]


def test_the_source_is_without_markup() -> None:
    document = xliff(unit("<target>가.</target>", 'A <g id="1">big</g> <bpt id="2">&lt;b></bpt>sentence<![CDATA[ & more]]>.'))
    assert document.segments[0].source == "A big sentence & more."


def test_xliff_2() -> None:
    document = xliff(
        '<unit id="u1"><notes><note>쪽지</note></notes><mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0">'
        '<mtc:match ref="#s1"><source>a</source><target>제안</target></mtc:match></mtc:matches>'
        '<originalData><data id="d">%d</data></originalData>'
        '<segment id="s1" state="translated"><source>One <pc id="1">two</pc> <ph id="2"/></source>'
        '<target>하나 <pc id="1">둘</pc> <ph id="2" dataRef="d"/>, <sc id="3"/>셋<ec startRef="3"/> <mrk id="m" translate="no">Nabi</mrk></target>'
        "</segment><ignorable><source> </source><target> </target></ignorable>"
        '<segment id="s2" state="initial"><source>Same</source><target>Same</target></segment></unit>'
        '<group id="g"><unit id="u2" translate="no"><segment><source>b</source><target>상표</target></segment></unit>'
        '<unit id="u3"><segment><source>c</source><target>다</target></segment></unit></group>',
        XLIFF_2,
    )
    assert [s.key for s in document.segments] == ["f1#u1/s1", "f1#u3"]
    assert seen(document) == ["하나 둘 , 셋", "다"]
    assert document.segments[0].source == "One two "
    assert (document.source_lang, document.target_lang) == ("en", "ko")


def bomb() -> str:
    nested = [f"&e{n};" * 10 for n in range(11)]
    entities = "".join([f'<!ENTITY e{n} "{text}">' for n, text in enumerate(nested, 1)])
    return f'<!DOCTYPE xliff [<!ENTITY e0 "haha">{entities}]><xliff version="1.2"><file><body>&e11;</body></file></xliff>'


@pytest.mark.parametrize("suffix", ["xlf", "tmx"])
@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (bomb(), "declares entities"),
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff>&a;</xliff>', "declares entities"),
        ('<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:9/x.dtd"> %a;]><xliff/>', "declares entities"),
        ('<!DOCTYPE x SYSTEM "x.dtd"><xliff>&nbsp;</xliff>', "asks for some"),
        ("<xliff>&nbsp;</xliff>", "undefined entity"),
        ("<a>" * 100_000, "too deep|is no"),
        ("<xliff " + "".join([f"a{n}='' " for n in range(100_000)]) + "/>", "too many attributes"),
        ("<xliff><file></xliff>", "mismatched tag|is no"),
        ("<xliff>", "no element found|is no"),
        ("", "no element found"),
        ("이것은 글이다.", "syntax error"),
        ("<xliff>\0</xliff>", "not well-formed"),
        ("<html><body/></html>", "is no"),
        ("\udcff<xliff/>", "not well-formed"),
    ],
)
def test_hostile_files_are_refused_at_once(suffix: str, written: str, reason: str) -> None:
    if suffix == "tmx":
        written = written.replace("xliff", "tmx")
    began = time.perf_counter()
    with pytest.raises(UnreadableInput, match=rf"^a\.{suffix}:\d+: .*(?:{reason})"):
        readers.read_text(written, f"a.{suffix}")
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    "piece", ["<!--", "{", "%", "&", " ", "<a", '<a"', "가 ", "]", "&amp;", "- ", "[@!:", "\\", "\n", "{{a", "<b><b>"]
)
def test_odd_texts_take_no_long_time(piece: str) -> None:
    began = time.perf_counter()
    text = piece * 10_000
    xliff(unit(f"<target>가{html.escape(text)}나</target>", html.escape(text)))
    xliff(unit("<target>가<![CDATA[" + text.replace("]", "") + "]]>나</target>"))
    po('msgid "<b>a</b>"\nmsgstr "가' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '나"\n')
    readers.read_text("1\n00:00:01,000 --> 00:00:02,000\n" + text, "a.srt")
    readers.read_text("WEBVTT\n\n00:01.000 --> 00:02.000\n" + text, "a.vtt")
    assert time.perf_counter() - began < 10


def test_a_deep_target_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="too deep"):
        xliff(unit("<target>" + '<g id="1">' * 1000 + "가" + "</g>" * 1000 + "</target>"))


def element(bits: list[tuple[str, str]]) -> str:
    """Inline markup with text: each bit is how it is written, and what."""
    out: list[str] = []
    for how, text in bits:
        safe = html.escape(text, quote=False)
        match how:
            case "plain":
                out.append(safe)
            case "refs":
                out.append("".join(f"&#x{ord(char):x};" for char in text))
            case "pair":
                out.append(f'<g id="1">{safe}</g>')
            case "native":
                out.append(f'<bpt id="2">{safe}</bpt>{safe}<ept id="2">{safe}</ept>')
            case "alone":
                out.append(f'<x id="3" equiv-text="{html.escape(text)}"/>{safe}')
            case "comment":
                out.append(f"<!-- {text.replace('-', '').replace('?', '')} -->{safe}")
            case _:
                out.append(f"<![CDATA[{text.translate({38: '', 60: '', 62: ''})}]]>")
    return "".join(out)


BITS = st.lists(st.tuples(st.sampled_from(["plain", "refs", "pair", "native", "alone", "comment", "cdata"]), XML_TEXT), max_size=5)


def visible(found: etree._Element) -> str:
    """What lxml reads as text, without the content of native codes and comments."""
    inside = (
        "" if not isinstance(found.tag, str) or etree.QName(found).localname in ("bpt", "ept", "ph", "it") else found.text or ""
    )
    inside += "".join(visible(child) + (child.tail or "") for child in found) if isinstance(found.tag, str) else ""
    return inside


def lxml_texts(written: str, path: str) -> list[str]:
    root = etree.fromstring(written.encode())
    return [text for text in (plain(visible(found)) for found in root.iterfind(path)) if text]


def agree(
    write: Callable[[list[str]], str], name: str, path: str, units: list[str], number: int, span: tuple[int, int], new: str
) -> None:
    document = readers.read_text(write(units), name)
    check_places(document)
    expected = lxml_texts(document.text, path)
    assert seen(document) == expected
    assume(number < len(expected))
    if "CDATA" in document.text:  # where rules see no such sign, so that none is in a correction
        new = new.translate({38: "", 60: "", 62: ""})
    written = corrected(document, number, *span, new)
    assume(written is not None and written.prose)
    assert written is not None
    wanted = [*expected[:number], written.prose, *expected[number + 1 :]]
    assert lxml_texts(written.text, path) == wanted
    assert seen(readers.read_text(written.text, name)) == wanted


@given(
    units=st.lists(BITS, min_size=1, max_size=4),
    number=st.integers(0, 3),
    span=SPAN,
    new=XML_TEXT,
    end=st.sampled_from(["\n", "\r\n"]),
)
@PROPERTY
def test_lxml_reads_the_same_xliff_and_what_was_corrected(
    units: list[list[tuple[str, str]]], number: int, span: tuple[int, int], new: str, end: str
) -> None:
    def write(targets: list[str]) -> str:
        body = "\n".join(unit(f"<target>{target}</target>", more=' xml:space="preserve"') for target in targets)
        return XLIFF.replace("{body}", body).replace("\n", end)

    agree(write, "a.xlf", ".//{*}target", [element(bits) for bits in units], number, span, new)


# TMX

TMX = (
    '<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><header srclang="{lang}" creationtool="x" '
    'creationdate="20260301T000000Z" segtype="sentence" o-tmf="x" adminlang="en" datatype="plaintext"/><body>\n{body}\n</body></tmx>\n'
)


def tmx(body: str, lang: str = "en-US") -> Document:
    document = readers.read_text(TMX.replace("{body}", body).replace("{lang}", lang), "a.tmx")
    check_places(document)
    return document


def tu(more: str = "", **variants: str) -> str:
    tags = {lang.replace("_", "-"): text for lang, text in variants.items()}
    inside = "".join([f'<tuv xml:lang="{lang}"><seg>{text}</seg></tuv>' for lang, text in tags.items()])
    return f"<tu{more}><note>쪽지</note><prop type='x'>속성</prop>{inside}</tu>"


def test_a_memory_is_one_document_in_its_first_other_language() -> None:
    document = tmx(
        tu(en_US="One <hi>big</hi> <ph>%s</ph>.", ko_KR="하나 <hi>큰</hi> <ph>%s</ph>.", ja="一つ。")
        + tu(ja="二つ。", en_US="Two.")
        + tu(' tuid="셋"', ko_KR="셋.", en="Three.")
        + tu(' tuid="셋"', en_US="Three.", ko_KR="세 개.")
        + tu(' srclang="ja"', ja="四つ。", ko_KR="넷.")
    )
    assert [(s.key, s.source) for s in document.segments] == [
        ("1", "One big ."), ("셋", "Three."), ("셋 (2)", "Three."), ("5", "四つ。"),
    ]  # fmt: skip
    assert seen(document) == ["하나 큰 .", "셋.", "세 개.", "넷."]
    assert (document.source_lang, document.target_lang) == ("en", "ko")
    assert document.metadata == {"date": "20260301T000000Z"}


def test_a_memory_of_any_source_language_and_variants_of_one_language() -> None:
    document = tmx(tu(en="One.", ko="하나.") + tu(ko="둘.", en="Two."), "*all*")
    assert [(s.prose, s.source) for s in document.segments] == [("하나.", "One."), ("둘.", "Two.")]
    document = tmx(tu(en="One.", zh_CN="一", zh_TW="壹"))
    assert [s.prose for s in document.segments] == ["一"]
    assert [s.prose for s in tmx(tu(en_US="Color.", en_GB="Colour.")).segments] == ["Colour."]


@given(units=st.lists(BITS, min_size=1, max_size=4), number=st.integers(0, 3), span=SPAN, new=XML_TEXT)
@PROPERTY
def test_lxml_reads_the_same_tmx_and_what_was_corrected(
    units: list[list[tuple[str, str]]], number: int, span: tuple[int, int], new: str
) -> None:
    def write(targets: list[str]) -> str:
        return TMX.replace("{body}", "\n".join(tu(en="A.", ko=target) for target in targets)).replace("{lang}", "en")

    path = ".//tuv[@{http://www.w3.org/XML/1998/namespace}lang='ko']/seg"
    agree(
        write,
        "a.tmx",
        path,
        [element(bits).replace('<g id="1">', "<hi>").replace("</g>", "</hi>") for bits in units],
        number,
        span,
        new,
    )


def test_a_large_memory_needs_less_than_ten_times_its_size() -> None:
    body = "".join(
        tu(
            en=f"The city council spoke about bridge {n} on Monday morning.",
            ko=f"시 의회는 월요일 아침 {n}번 다리를 두고 이야기를 나눴다.",
        )
        for n in range(8000)
    )
    data = TMX.replace("{body}", body).replace("{lang}", "en").encode()
    tracemalloc.start()
    try:
        document = readers.read_bytes(data, "a.tmx")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(document.segments) == 8000
    assert peak < 10 * len(data)


# Rules


def test_messages_and_units_may_say_the_same() -> None:
    same = "모든 파일을 저장한 뒤에 프로그램을 다시 시작해 주십시오."
    messages = "".join(
        f'msgid "Save all files, then restart {what}."\nmsgstr "{same}"\n\n' for what in ("it", "this", "the program")
    )
    assert major(po(messages)) == []
    assert major(xliff("".join(unit(f"<target>{same}</target>") for _ in range(3)))) == []
    shared = f"{same} 그다음은 {{n}}번 단추를 누르십시오."
    units = [unit(f"<target>{shared.replace('{n}', str(n))}</target>", f"Save all files. Press button {n}.") for n in range(3)]
    assert major(xliff("".join(units))) == []
    twice = xliff(unit(f"<target>{same}</target>") + unit(f"<target>{same}</target>", "Something else."))
    assert [rule for rule, _ in major(twice)] == ["repeated-sentence"]


def test_double_particles_belong_behind_variables() -> None:
    assert major(po('#, python-format\nmsgid "Delete %(name)s?"\nmsgstr "%(name)s을(를) 지울까요?"\n')) == []
    assert major(po('msgid "Delete the file?"\nmsgstr "파일을(를) 지울까요?"\n')) == [("placeholder", "을(를)")]


def test_blanks_and_invisible_characters_outside_translations_are_nobodys_text() -> None:
    after = "<target>글이다.</target> \n<note>보이지\u200b 않는 글</note>\t"
    assert major(xliff(unit(after) + "   ")) == []
    assert major(po('msgid "a"\nmsgstr "글이다."  \n#. 보이지\u200b 않는 글\n')) == []
    assert [rule for rule, _ in major(xliff(unit("<target>보이지\u200b 않는 글이다.</target>")))] == ["invisible-character"]


def test_a_finding_behind_emoji_and_decomposed_hangul_stands_in_its_place() -> None:
    written = f'msgid "a"\nmsgstr "😀 {NFD} \\"인용\\"이다. 그는 사과을 먹었다."\n'
    (finding,) = [f for f in engine.audit(po(written)).findings if f.rule == "wrong-particle"]
    assert finding.place.text == "사과을"
    assert (finding.place.line, finding.place.column) == (len(HEAD.split("\n")) + 1, written.split("\n")[1].index("사과") + 1)
    assert finding.place.segment == "1"
    document = xliff(unit(f"<target>😀 {NFD} R&amp;D <g id='1'>그는</g> 사과을 먹었다.</target>"))
    (finding,) = [f for f in engine.audit(document, Settings(lang="ko")).findings if f.rule == "wrong-particle"]
    assert document.text[finding.place.start : finding.place.end] == "사과을"
    fixed = engine.fix(document, engine.audit(document), unsafe=True)
    assert fixed == document.text.replace("사과을", "사과를")


@pytest.mark.parametrize(("form", "suffix"), [("po", "PO"), ("xliff", "XLIFF"), ("tmx", "TMX")])
def test_the_translate_toolkit_finds_the_same_units(tmp_path: Path, form: str, suffix: str) -> None:
    factory = pytest.importorskip("translate.storage.factory")
    pairs = [(f"Source sentence {n}.", f"{n}번째 문장이다 😀 & < > \\ 끝.") for n in range(20)]
    name = tmp_path / f"a.{'xlf' if form == 'xliff' else form}"
    store = factory.getclass(str(name))()
    if form != "po":
        store.sourcelanguage, store.targetlanguage = "en", "ko"
    for source, target in pairs:
        if form == "tmx":
            store.addtranslation(source, "en", target, "ko")
        else:
            store.addsourceunit(source).target = target
    name.write_bytes(bytes(store))
    document = readers.read_file(name)
    check_places(document)
    assert document.format == form
    assert [(s.source, s.prose) for s in document.segments] == pairs
