"""Glossary files as people have them: every format in and out, and one sentence for what is broken."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from mtaudit.errors import BadSetting, UnreadableInput
from mtaudit.glossary import MATCHES, STATUSES, Entry, Glossary, Term, cleaning, files
from mtaudit.glossary.losses import Holds, held

HERE = Path(__file__).parent
SUFFIXES = {name: form.suffixes[0] if form.suffixes else ".tbx" for name, form in files.FORMATS.items()}
SUFFIXES |= {"deepl": ".csv", "google": ".csv"}

NATO = Entry(
    "nato",
    {
        "en": (Term("NATO", pos="proper noun", case=True), Term("North Atlantic Treaty Organization", "admitted", "noun")),
        "ko": (
            Term("나토", first="북대서양조약기구(NATO·나토)"),
            Term("북대서양조약기구", "admitted"),
            Term("북대서양동맹", "superseded", note="1950년대 신문의 표기"),
            Term("북약", "forbidden", match="part"),
        ),
    },
    domain="diplomacy",
    definition="A military alliance founded in 1949.",
    note="첫 언급에서만 풀어 쓴다.",
    reference="house style, section 4",
)
KEPT = Entry("product", {"en": (Term("Kestrel | Cloud"),)}, keep=True)


def write(folder: Path, name: str, content: str | bytes, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


def names(entry: Entry, lang: str) -> list[tuple[str, str]]:
    return [(term.text, term.status) for term in entry.terms.get(lang, ())]


def bare(entries: tuple[Entry, ...]) -> list[Entry]:
    return [entry._replace(line=0) for entry in entries]


# Tables as they are found


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("sourceLang,targetLang,sourceString,targetString", "en,ko_KR,alliance,동맹"),
        ("source,target", "alliance,동맹"),
        ("원어,번역", "alliance,동맹"),
        ("English;Korean", "alliance;동맹"),
        ("영어,한국어,비고", "alliance,동맹,"),
        ("term,translation", "alliance,동맹"),
        ("번호,영문명,국문명", "1,alliance,동맹"),
        (normalize("NFD", "원어,번역"), normalize("NFD", "alliance,동맹")),
        ("en,ko", "alliance,동맹,, "),
        ("No.,영어,용어", "1,alliance,동맹"),
        ("en,ko,pos,description", "alliance,동맹,,"),
    ],
)
def test_columns_are_recognised_by_their_header(tmp_path: Path, header: str, row: str) -> None:
    glossary = files.load(write(tmp_path, "t.csv", f"{header}\n{row}\n"))
    (entry,) = glossary.entries
    assert [term.text for term in entry.names("en")] == ["alliance"]
    assert [term.text for term in entry.names("ko")] == ["동맹"]
    assert entry.line == 2


def test_a_korean_table_with_forbidden_names_notes_and_sources(tmp_path: Path) -> None:
    table = "원어\t번역\t금지어\t비고\t출처\nlabor union\t노동조합 / 노조\t연합국; 연합\t기업별\t국립국어원\n"
    (entry,) = files.load(write(tmp_path, "t.tsv", table, "cp949")).entries
    assert names(entry, "en") == [("labor union", "preferred")]
    assert names(entry, "ko") == [("노동조합", "preferred"), ("노조", "admitted"), ("연합국", "forbidden"), ("연합", "forbidden")]
    assert (entry.note, entry.reference) == ("기업별", "국립국어원")


def test_source_beside_languages_is_where_the_entry_comes_from(tmp_path: Path) -> None:
    (entry,) = files.load(write(tmp_path, "t.csv", "en,ko,source\nally,동맹국,style book\n")).entries
    assert entry.reference == "style book" and set(entry.terms) == {"en", "ko"}


def test_own_table_separates_names_by_bars_only(tmp_path: Path) -> None:
    (entry,) = files.load(write(tmp_path, "t.csv", "key,en,ko\n1,TCP / IP; net,에이 \\| 비 | 시\n")).entries
    assert names(entry, "en") == [("TCP / IP; net", "preferred")]
    assert names(entry, "ko") == [("에이 | 비", "preferred"), ("시", "admitted")]


def test_an_empty_first_name_says_that_none_is_preferred(tmp_path: Path) -> None:
    (entry,) = files.load(write(tmp_path, "t.csv", "key,ko,ko:forbidden\n1,| 나토,북약\n")).entries
    assert names(entry, "ko") == [("나토", "admitted"), ("북약", "forbidden")]


def test_one_value_counts_for_all_names_or_each_has_its_own(tmp_path: Path) -> None:
    table = "ko,ko:forbidden,ko:match,ko:note,ko:first\n노조 | 노동조합,연합,part,가 | 나 | 다,노동조합(노조)\n"
    (entry,) = files.load(write(tmp_path, "t.csv", table)).entries
    terms = entry.terms["ko"]
    assert [term.match for term in terms] == ["part"] * 3
    assert [term.note for term in terms] == ["가", "나", "다"]
    assert [term.first for term in terms] == ["노동조합(노조)", "", ""]


def test_a_status_column_counts_for_the_target(tmp_path: Path) -> None:
    table = "source,target,status\nalliance,동맹,approved\nalliance,연합,do not use\n"
    one, other = files.load(write(tmp_path, "t.csv", table)).entries
    assert names(one, "ko") == [("동맹", "preferred")]
    assert names(other, "ko") == [("연합", "forbidden")] and names(other, "en") == [("alliance", "preferred")]


def test_tables_without_a_header(tmp_path: Path) -> None:
    two = write(tmp_path, "two.csv", "summit,정상회담\nalliance,동맹\n")
    assert files.load(two).languages == ("en", "ko")
    assert files.load(two, languages=("fr", "ko")).languages == ("fr", "ko")
    four = write(tmp_path, "four.csv", "Gipfel,정상회담,DE,KO\n")
    assert names(files.load(four).entries[0], "de") == [("Gipfel", "preferred")]
    turned = write(tmp_path, "turned.csv", "정상회담,サミット\n동맹,どうめい\n")
    assert files.load(turned).languages == ("ko", "ja")


def test_names_are_cleaned_and_it_is_remarked(tmp_path: Path) -> None:
    glossary = files.load(write(tmp_path, "t.csv", "en,ko\n aid ,대변 \u200b\u200b오염\u00ad\n"))
    assert names(glossary.entries[0], "en") == [("aid", "preferred")]
    assert names(glossary.entries[0], "ko") == [("대변 오염", "preferred")]
    (remark,) = glossary.remarks
    assert remark.line == 2 and "U+00AD, U+200B" in remark.message
    joined = files.load(write(tmp_path, "u.csv", "en,fa\nbook,\u0645\u06cc\u200c\u062e\n")).entries[0]
    assert "\u200c" in joined.terms["fa"][0].text


def test_a_column_that_is_not_read_is_remarked(tmp_path: Path) -> None:
    (remark,) = files.load(write(tmp_path, "t.csv", "en,ko,colour\nally,동맹국,red\n")).remarks
    assert "'colour' is not read" in remark.message


def test_lines_are_where_the_record_begins(tmp_path: Path) -> None:
    glossary = files.load(write(tmp_path, "t.csv", 'en,ko,note\r\na1,가,"one\r\ntwo"\r\n\r\nb1,나,\r\n'))
    assert [(entry.line, entry.note) for entry in glossary.entries] == [(2, "one two"), (5, "")]


def test_a_first_line_may_tell_the_delimiter(tmp_path: Path) -> None:
    table = "sep=;\r\nen;ko;note\r\nally;동맹국;a, b\r\nbloc;진영;\r\n"
    one, other = files.load(write(tmp_path, "t.csv", table, "cp949")).entries
    assert (one.line, names(one, "ko"), one.note) == (3, [("동맹국", "preferred")], "a, b")
    assert (other.line, names(other, "ko")) == (4, [("진영", "preferred")])


@pytest.mark.parametrize("header", ["en,ko", "source,target", "{}"])
def test_a_file_without_entries_is_remarked(tmp_path: Path, header: str) -> None:
    glossary = files.load(write(tmp_path, "t.json" if header == "{}" else "t.csv", f"{header}\n"))
    assert [remark.kind for remark in glossary.remarks] == ["empty"] and glossary.entries == ()


@pytest.mark.parametrize("form", files.FORMATS)
def test_lone_surrogates_and_escapes_come_into_no_file(tmp_path: Path, form: str) -> None:
    entry = '{"key": "k", "note": "\\udfff", "terms": {"en": [{"text": "NA\\ud800TO"}], "ko": [{"text": "나\\u001b토"}]}}'
    text = f'{{"schema": "mtaudit-glossary/1", "name": "\\ud800\\u001b[31m", "entries": [{entry}]}}'
    data, _ = files.dump(files.load(write(tmp_path, "t.json", text)), form)
    (again,) = files.load(write(tmp_path, f"t{SUFFIXES[form]}", data)).entries
    assert (names(again, "en"), names(again, "ko")) == ([("NATO", "preferred")], [("나토", "preferred")])


# Bad files: one sentence, with the line


def tbx(entry: str, head: str = "") -> str:
    return (
        f'<?xml version="1.0"?>\n{head}<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="en">\n'
        f"<text><body>\n<conceptEntry>{entry}</conceptEntry>\n</body></text></tbx>"
    )


BOMB = '<!DOCTYPE tbx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n'
LEVELS = [f'<!ENTITY {b} "{60 * ("&" + a + ";")}">' for a, b in pairwise("abcdef")]
LAUGHS = f'<!DOCTYPE tbx [<!ENTITY a "aaaaaaaaaa">{"".join(LEVELS)}]>\n'
THIEF = '<!DOCTYPE tbx [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n'
UNKNOWN = (
    '<langSec xml:lang="ko"><termSec>\n<term>가</term><termNote type="administrativeStatus">lovely</termNote></termSec></langSec>'
)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("t.csv", "", "t.csv is empty"),
        ("t.csv", "en,ko\na,가\nb,나,다\n", "t.csv:3: the row has 3 columns, the first has 2"),
        ("t.csv", "one,two,three\na,b,c\n", "t.csv:1: no column is a language"),
        ("t.csv", "only\na\n", "t.csv:1: no column is a language"),
        ("t.csv", 'en,ko\na,가\nb,"나\nc,다\n', "t.csv:3: a quotation mark is not closed"),
        ("t.csv", 'en,ko\na,"가"나\n', "t.csv:2: ',' expected after '\"'"),
        ("t.csv", f"en,ko\na,{'가' * 200_000}\n", "t.csv:2: a cell is longer than 131,072 characters; perhaps a quotation mark"),
        ("t.csv", "sep=;\nen;ko\na;가\nb;나;다\n", "t.csv:4: the row has 3 columns, the first has 2"),
        ("t.csv", "en,en,ko\na,b,가\n", "t.csv:1: two columns are called 'en'"),
        ("t.csv", "Gipfel,sommet\nBund,alliance\n", "t.csv:1: the languages cannot be told; say them, as in --languages en,ko"),
        ("t.csv", "en,ko,status\na,가,\nb,나,lovely\n", "t.csv:3: there is no status 'lovely'; there are preferred, admitted"),
        ("t.csv", "en,ko,keep\na,가,perhaps\n", "t.csv:2: keep is yes or no, not 'perhaps'"),
        ("t.csv", "en,ko,ko:match\na,가,middle\n", "t.csv:2: there is no match 'middle'"),
        ("t.csv", "en,ko,ko:note\na,가 | 나 | 다,하나 | 둘\n", "t.csv:2: there are 3 names and 2 values of 'note'"),
        ("t.csv", "source,target,sourceLang,targetLang\na,가,en,Korean?\n", "t.csv:2: 'Korean?' is no language"),
        ("t.csv", b"en,ko\na,\xea\xb0\x80\nb,\xea\xb0\x80\xeb\x82\x98\xeb\xff\n", "t.csv:3: a byte is no utf-8; save the file as UTF-8"),
        ("t.csv", bytes(range(256)) * 9, "t.csv is not a text file"),
        ("t.xls", b"\xd0\xcf\x11\xe0 old", "t.xls is an old workbook (XLS); save it as XLSX"),
        ("t.xlsx", b"PK\x03\x04 broken", "t.xlsx is no readable workbook (XLSX)"),
        ("t.json", '{"schema": "mtaudit-glossary/1",\n "entries": [}', "t.json:2: expecting value"),
        ("t.json", '{"schema": "other/1", "entries": []}', "t.json is a glossary of the schema 'other/1'"),
        ("t.json", '{"schema": "mtaudit-glossary/1",\n"entries": [\n{"terms": {"ko": [{"text": "가", "status": "bad"}]}}]}',
         "t.json:3: there is no status 'bad'"),
        ("t.json", '{"schema": "mtaudit-glossary/1", "entries": [{"names": []}]}', "t.json:1: there is no 'names'; there are definition"),
        ("t.json", '{"schema": "mtaudit-glossary/1", "entries": [{"keep": "no"}]}', "t.json:1: 'keep' must be true or false"),
        ("t.json", '"text"', "t.json is no glossary"),
        ("t.json", "\ufeff \n", "t.json is empty"),
        ("t.json", f'{{"a": {"9" * 5000}}}', "t.json has a number of thousands of digits"),
        ("t.json", '{"a": "가", "a": "나"}', "t.json: 'a' stands twice in an object"),
        ("t.json", '{"schema": "mtaudit-glossary/1",\n"entries": [\n{"terms": {"": []}}]}', "t.json:3: '' is no language"),
        ("t.json", "[" * 200_000, "t.json is nested too deeply"),
        ("t.tbx", "<tbx>\n<text>\n</tbx>", "t.tbx:3: opening and ending tag mismatch"),
        ("t.tbx", "<html/>", "t.tbx:1: <html> is no TBX"),
        ("t.tbx", tbx("<langSec><termSec><term>a</term></termSec></langSec>"), "t.tbx:4: <langSec> has no xml:lang"),
        ("t.tbx", tbx(UNKNOWN), "t.tbx:4: there is no administrativeStatus 'lovely'"),
        ("t.tbx", tbx('<langSec xml:lang="k o"/>'), "t.tbx:4: 'k o' is no language"),
        ("t.tbx", "<tbx>" + "<a>" * 1000, "t.tbx:1: excessive depth in document: 256"),
        ("t.tbx", tbx("&f;", LAUGHS), "t.tbx:1: the file declares entities, which are not read"),
        ("t.tbx", tbx("&b;", BOMB), "t.tbx:1: the file declares entities, which are not read"),
        ("t.tbx", tbx("&x;", THIEF), "t.tbx:1: the file declares entities, which are not read"),
        ("t.tbx", "en,ko\na,가\n", "t.tbx:1: start tag expected"),
    ],
)  # fmt: skip
def test_a_bad_file_gets_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: str | bytes, sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, name, content)
    with pytest.raises(UnreadableInput) as caught:
        files.load(name)
    assert str(caught.value).startswith(sentence)
    assert "\n" not in str(caught.value) and "XML_PARSE" not in str(caught.value)


# TBX


V2 = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><martifHeader/><text><body>
<termEntry id="c7"><descrip type="subjectField">diplomacy</descrip>
 <langSet xml:lang="en"><descripGrp><descrip type="definition">A pact
   of states.</descrip><admin type="source">handbook</admin></descripGrp>
  <tig><term>alliance</term><termNote type="partOfSpeech">noun</termNote></tig></langSet>
 <langSet xml:lang="ko_KR">
  <ntig><termGrp><term>동맹</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig>
  <tig><term>연합</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote><note>not a union</note></tig>
 </langSet></termEntry></body></text></martif>
"""
DCT = """<tbx xmlns="urn:iso:std:iso:30042:ed:3.0" xmlns:min="http://www.tbxinfo.net/ns/min"
 xmlns:basic="http://www.tbxinfo.net/ns/basic" type="TBX-Basic" style="dct" xml:lang="en"><text><body>
<conceptEntry id="c7"><min:subjectField>diplomacy</min:subjectField>
 <langSec xml:lang="en"><descripGrp><basic:definition>A pact of states.</basic:definition>
  <basic:source>handbook</basic:source></descripGrp>
  <termSec><term>alliance</term><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec>
 <langSec xml:lang="ko-KR"><termSec><term>동맹</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
  <termSec><term>연합</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus><note>not a union</note></termSec>
 </langSec></conceptEntry></body></text></tbx>
"""


@pytest.mark.parametrize("text", [V2, DCT], ids=["v2", "v3 DCT"])
def test_tbx_of_others(tmp_path: Path, text: str) -> None:
    (entry,) = files.load(write(tmp_path, "t.tbx", text)).entries
    assert entry._replace(line=0) == Entry(
        "c7",
        {"en": (Term("alliance", pos="noun"),), "ko-KR": (Term("동맹"), Term("연합", "forbidden", note="not a union"))},
        domain="diplomacy",
        definition="A pact of states.",
        reference="handbook",
    )


def test_without_a_status_the_first_name_is_preferred(tmp_path: Path) -> None:
    section = '<langSec xml:lang="ko"><termSec><term>동맹</term></termSec><termSec><term>맹약</term></termSec></langSec>'
    (entry,) = files.load(write(tmp_path, "t.tbx", tbx(section))).entries
    assert names(entry, "ko") == [("동맹", "preferred"), ("맹약", "admitted")]


def test_a_dtd_is_not_fetched(tmp_path: Path) -> None:
    (tmp_path / "local.dtd").write_text('<!ENTITY name "stolen">', encoding="utf-8")
    section = '<langSec xml:lang="ko"><termSec><term>&name;가</term></termSec></langSec>'
    path = write(tmp_path, "t.tbx", tbx(section, f'<!DOCTYPE tbx SYSTEM "{(tmp_path / "local.dtd").as_uri()}">\n'))
    assert "stolen" not in str(files.load(path).entries)


@pytest.fixture(scope="module")
def schema() -> Callable[[bytes], bool]:
    """Whether a file is as the standard wants it, in the version that its root says."""
    grammar, dtd = etree.RelaxNG(etree.parse(HERE / "tbx.rng")), etree.DTD(HERE / "tbx_v2.dtd")

    def valid(data: bytes) -> bool:
        root = etree.fromstring(data)
        return bool(dtd.validate(root) if root.tag == "martif" else grammar.validate(root))

    return valid


@pytest.mark.parametrize("form", ["tbx-basic", "tbx-core", "tbx-v2"])
def test_tbx_is_valid(schema: Callable[[bytes], bool], form: str) -> None:
    data, _ = files.dump(Glossary("g", (NATO, KEPT, NATO)), form)
    assert schema(data)


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("tbx-basic", "preferredTerm-admn-sts", "preferred"),
        ("tbx-basic", "urn:iso:std:iso:30042:ed-2", "urn:other"),
        ("tbx-basic", 'type="subjectField"', 'type="subject"'),
        ("tbx-basic", ">other<", ">proper noun<"),
        ("tbx-core", 'style="dca"', 'style="dct"'),
        ("tbx-core", "<term>나토</term>", "<note>나토</note>"),
        ("tbx-v2", ' xml:lang="ko"', ""),
        ("tbx-v2", "termEntry", "conceptEntry"),
    ],
)
def test_the_schema_of_the_tests_refuses_what_is_wrong(schema: Callable[[bytes], bool], form: str, right: str, wrong: str) -> None:
    data = files.dump(Glossary("g", (NATO,)), form)[0].decode()
    assert right in data
    assert not schema(data.replace(right, wrong).encode())


# XLSX


def test_a_workbook_is_read_below_a_title_on_any_sheet_and_no_formula_counts(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["read me"])
    sheet = book.create_sheet("terms")
    for row in (
        ["Terms of the house"],
        [],
        ["영어", "한국어", "번호"],
        ["summit", "정상회담", 7.0],
        ["ally", '=HYPERLINK("x")', True],
    ):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    one, other = files.load(write(tmp_path, "t.xlsx", out.getvalue())).entries
    assert (one.key, one.line, names(one, "ko")) == ("7", 4, [("정상회담", "preferred")])
    assert names(other, "ko") == []


@pytest.mark.parametrize("form", ["xlsx", "csv", "tsv"])
def test_no_name_becomes_a_formula(tmp_path: Path, form: str) -> None:
    entry = Entry("=1+1", {"en": (Term("=cmd|' /C calc'!A0"),), "ko": (Term("-다"), Term("@가", "admitted"))}, note="+1")
    data, losses = files.dump(Glossary("g", (entry,)), form)
    path = write(tmp_path, f"t.{form}", data)
    assert not losses and bare(files.load(path).entries) == [entry]
    if form == "xlsx":
        from openpyxl import load_workbook

        assert {cell.data_type for row in load_workbook(path).active for cell in row} == {"s"}
    else:
        assert all(cell.lstrip('"')[:1] not in "=+-@" for line in data.decode().splitlines() for cell in line.split(",") if cell)


# JSON


def test_json_of_others(tmp_path: Path) -> None:
    mapping = files.load(write(tmp_path, "t.json", '{"summit": "정상회담", "union": ["노조", "노동조합"]}'))
    assert names(mapping.entries[1], "ko") == [("노조", "preferred"), ("노동조합", "admitted")]
    rows = files.load(
        write(tmp_path, "u.json", '[\n{"source": "summit", "target": "정상회담"},\n{"source": "ally", "target": null}]')
    )
    assert [entry.line for entry in rows.entries] == [2, 3] and names(rows.entries[1], "ko") == []


# Round trips


SIMPLE = {"key", "do not translate", "note", "reference", "part of speech", "capitals", "first mention", "domain"}
"""What simple formats lose of NATO and KEPT; the notes on names go with the names."""
UNMARKED = {"superseded name", "forbidden name"}
LOSSES = {
    "tbx-core": SIMPLE | UNMARKED | {"definition"},
    "deepl": SIMPLE | UNMARKED | {"definition", "further name"},
    "google": SIMPLE | UNMARKED | {"further name"},
}


@pytest.mark.parametrize("form", files.FORMATS)
def test_each_loss_is_named(form: str) -> None:
    _, losses = files.dump(Glossary("g", (NATO._replace(key="1"), KEPT._replace(key="2"))), form)
    title = files.FORMATS[form].title
    assert {sentence.split("“")[1].split("”")[0] for sentence in losses} == LOSSES.get(form, set())
    assert all(sentence.startswith(f"{title} cannot hold “") for sentence in losses)


def test_a_loss_counts_entries() -> None:
    _, losses = files.dump(Glossary("g", (NATO, NATO._replace(key="two"), KEPT)), "tbx-core")
    assert "TBX-Core cannot hold “first mention” (2 entries)" in losses
    assert "TBX-Core cannot hold “do not translate” (1 entry)" in losses


def test_what_other_tools_get(tmp_path: Path) -> None:
    glossary = Glossary("g", (NATO, KEPT))
    deepl = files.dump(glossary, "deepl")[0].decode()
    assert deepl == "NATO,나토,en,ko\nNorth Atlantic Treaty Organization,나토,en,ko\nKestrel | Cloud,Kestrel | Cloud,en,ko\n"
    google = files.dump(glossary, "google")[0].decode()
    assert google == ("en,ko,pos,description\nNATO,나토,,A military alliance founded in 1949.\nKestrel | Cloud,Kestrel | Cloud,,\n")
    assert names(files.load(write(tmp_path, "d.csv", deepl)).entries[2], "ko") == [("Kestrel | Cloud", "preferred")]


def test_deepl_needs_two_languages() -> None:
    entry = Entry("", {"en": (Term("ally"),), "ko": (Term("동맹국"),), "ja": (Term("同盟国"),)})
    with pytest.raises(BadSetting, match="--languages; g has en, ko, ja"):
        files.dump(Glossary("g", (entry,)), "deepl")
    data, losses = files.dump(Glossary("g", (entry,)), "deepl", languages=("ja", "ko"))
    assert data.decode() == "同盟国,동맹국,ja,ko\n" and "“third language” (1 entry)" in losses[0]


LETTERS = st.sampled_from("abZ가나뷁漢ア09 |\\;:/,\"'=+-@&<>\n\t\u200b")
NAME = st.text(LETTERS, min_size=1, max_size=8).map(cleaning.name).filter(bool)
TEXT = st.one_of(st.just(""), st.text(LETTERS, max_size=10).map(cleaning.text), st.just("mtaudit key: 7"))
TERM = st.builds(
    Term,
    NAME,
    st.sampled_from(STATUSES),
    st.sampled_from(["", "noun", "proper noun", "명사"]),
    st.sampled_from([None, True, False]),
    st.sampled_from(MATCHES),
    TEXT,
    TEXT,
)
TERMS = st.lists(TERM, min_size=1, max_size=4).map(cleaning.ranked)
ENTRY = st.builds(
    Entry,
    st.one_of(st.sampled_from(["", "nato", "a.1", "7"]), TEXT),
    st.dictionaries(st.sampled_from(["en", "ko", "zh-Hant", "pt-BR", "id"]), TERMS, max_size=3),
    st.booleans(),
    TEXT,
    TEXT,
    TEXT,
    TEXT,
    st.just(0),
).filter(any)
"""Entries that say something: one without a word is an empty line."""
GLOSSARY = st.lists(ENTRY, min_size=1, max_size=5).map(lambda entries: Glossary("g", tuple(entries)))


@pytest.mark.parametrize("form", ["csv", "tsv", "xlsx", "json", "tbx-basic", "tbx-core", "tbx-v2"])
@settings(derandomize=True, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(glossary=GLOSSARY)
def test_a_format_gives_back_all_that_it_holds(tmp_path: Path, form: str, glossary: Glossary) -> None:
    kept, lost = held(glossary, files.FORMATS[form].holds)
    if form != "json" and not kept.languages:
        with pytest.raises(BadSetting):
            files.dump(glossary, form)
        return
    data, losses = files.dump(glossary, form)
    again = files.load(write(tmp_path, f"t{SUFFIXES[form]}", data))
    assert bare(again.entries) == list(kept.entries)
    assert len(losses) == len(lost)
    assert losses or list(kept.entries) == list(glossary.entries)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(glossary=GLOSSARY)
def test_tbx_of_any_glossary_is_valid(schema: Callable[[bytes], bool], glossary: Glossary) -> None:
    for form in ("tbx-basic", "tbx-core", "tbx-v2"):
        if held(glossary, files.FORMATS[form].holds)[0].languages:
            assert schema(files.dump(glossary, form)[0])


@settings(derandomize=True, deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(glossary=GLOSSARY)
def test_pairs_come_back_from_deepl(tmp_path: Path, glossary: Glossary) -> None:
    try:
        data, _ = files.dump(glossary, "deepl", languages=("en", "ko"))
    except BadSetting:
        return
    again = files.load(write(tmp_path, "t.csv", data))
    for entry in again.entries:
        ((source,),) = [names(entry, "en")]
        ((target,),) = [names(entry, "ko")]
        meant = next(e for e in glossary.entries if _usable(e, "en", source[0]) and (e.keep or _usable(e, "ko")))
        rendered = _usable(meant, "ko")
        assert target[0] == (rendered[0] if rendered else source[0])
    assert len({names(entry, "en")[0] for entry in again.entries}) == len(again.entries)


def _usable(entry: Entry, lang: str, name: str = "") -> list[str]:
    """The names that may stand, or only that one."""
    texts = [term.text for term in entry.names(lang) if term.status in ("preferred", "admitted")]
    return [text for text in texts if not name or text == name]


def test_keys_that_are_no_ids_come_back(tmp_path: Path) -> None:
    entries = tuple(Entry(key, {"ko": (Term("가"),)}) for key in ("nato", "nato", "7", "a b", ""))
    data, losses = files.dump(Glossary("g", entries), "tbx-basic")
    assert not losses and [e.key for e in files.load(write(tmp_path, "t.tbx", data)).entries] == ["nato", "nato", "7", "a b", ""]
    kept, lost = held(Glossary("g", entries), Holds(ids=True))
    assert [e.key for e in kept.entries] == ["nato", "", "", "", ""] and lost["key"] == 3
