"""Readers: bytes become the right text, lines the right segments, and every offset stays true."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mtaudit import encoding, languages, readers
from mtaudit.config import Settings
from mtaudit.document import Document
from mtaudit.errors import UnreadableInput
from mtaudit.languages.ko.kinds import refine
from mtaudit.readers import markdown, text
from mtaudit.view import OPAQUE, DocumentView

KOREAN = (
    "최근 두 나라의 관계가 가까워졌다는 신호가 이어지고 있다. 정부는 다음 달 10일 서울에서 회의를 열어 구체적인 방안을 논의할 예정이라고 밝혔다.\n"
    "\n"
    "전문가들은 이번 합의가 지역 경제에 미칠 영향을 신중하게 살펴야 한다고 말했다.\n"
)
JAPANESE = "政府は来月十日に東京で会議を開き、具体的な方策を話し合う予定だと発表した。専門家は慎重な検討が必要だと話している。\n"


def shown(document: Document) -> list[tuple[str, str]]:
    """Kind and text of each segment, as rules see them; a language without captions does not touch the kinds."""
    view = DocumentView(document, languages.get("xx"), Settings())
    return [(segment.kind, segment.text) for segment in view.segments]


def of_text(written: str) -> list[tuple[str, str]]:
    return shown(text.read(written, "x"))


def of_markdown(written: str) -> list[tuple[str, str]]:
    return shown(markdown.read(written, "x.md"))


# Bytes


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "cp949", "euc-kr", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("length", [12, 40, 200, None])
def test_korean_is_read_in_its_encodings(tmp_path: Path, code: str, length: int | None) -> None:
    if code == "utf-32" and length:
        pytest.skip("has a byte order mark")
    written = KOREAN[:length]
    path = tmp_path / "a.txt"
    path.write_bytes(written.encode(code))
    assert readers.read_file(path).text == written


@pytest.mark.parametrize("code", ["cp932", "euc_jp", "utf-16-le"])
def test_japanese_is_read_in_its_encodings(code: str) -> None:
    assert readers.read_bytes(JAPANESE.encode(code), "a.txt").text == JAPANESE


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Сегодня хорошая погода, и мы идем гулять в парк. " * 4, "cp1251"),
        ("今天天气很好，我们去公园散步吧。专家说这很重要。" * 4, "gb18030"),
    ],
)
def test_what_is_neither_is_shown_to_the_library(written: str, code: str) -> None:
    assert readers.read_bytes(written.encode(code), "a.txt").text == written


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"])
def test_a_byte_order_mark_is_no_text(mark: bytes) -> None:
    code = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}[mark]
    document = readers.read_bytes(mark + KOREAN.encode(code), "a.txt")
    assert document.text == KOREAN
    assert document.segments[0].start == 0


@pytest.mark.parametrize("bad", [b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xb0\xa1", b"\xea\xb0"])
def test_a_few_bad_bytes_in_utf8_become_surrogates_and_come_back(bad: bytes) -> None:
    data = KOREAN.encode()
    data = data[:90] + bad + data[90:]
    document = readers.read_bytes(data, "a.txt")
    assert document.encoding == "utf-8"
    assert 1 <= sum("\udc80" <= char <= "\udcff" for char in document.text) <= len(bad) + 2
    assert encoding.encode(document.text, document.encoding) == data


def test_a_bad_byte_in_cp949_becomes_a_surrogate_and_comes_back() -> None:
    data = KOREAN.encode("cp949")
    data = data[:60] + b"\xff" + data[60:]
    document = readers.read_bytes(data, "a.txt")
    assert document.encoding == "cp949"
    assert encoding.encode(document.text, document.encoding) == data


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "cp949", "utf-16", "utf-16-be"])
def test_what_was_decoded_encodes_to_the_same_text(code: str) -> None:
    written, found = encoding.decode(KOREAN.encode(code), "x")
    assert encoding.decode(encoding.encode(written, found), "x") == (written, found)


def test_the_encoding_can_be_told() -> None:
    data = "한글".encode("cp949")
    assert readers.read_bytes(data, "a.txt", encoding="cp949").text == "한글"
    assert readers.read_bytes(data, "a.txt", encoding="latin-1").text == data.decode("latin-1")
    assert readers.read_bytes(b"\xef\xbb\xbf" + "한글".encode(), "a.txt", encoding="utf-8").text == "한글"
    assert readers.read_bytes(b"a\xff", "a.txt", encoding="ascii").text == "a\udcff"


@pytest.mark.parametrize("name", ["no-such-code", "hex", "rot13", "idna", "undefined", "x\0y", "💥"])
def test_an_unknown_encoding_is_told_in_one_sentence(name: str) -> None:
    with pytest.raises(UnreadableInput, match=r"^a\.txt cannot be decoded"):
        readers.read_bytes("한글 ".encode() * 40, "a.txt", encoding=name)


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9, bytes(range(256)) * 8, b"\x1f\x8b\x08" + bytes(range(1, 256)) * 3]
)
def test_what_is_no_text_is_told(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"^a\.txt is not a text file$"):
        readers.read_bytes(data, "a.txt")


def test_utf8_is_read_without_the_guessing_library() -> None:
    code = (
        "import sys; from mtaudit import readers; readers.read_bytes('가나다 a'.encode(), 'x.txt');"
        "print(sorted({'charset_normalizer', 'markdown_it', 'pathspec', 'langdetect'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@given(
    st.binary(max_size=300), st.sampled_from([None, "utf-8", "cp949", "utf-16", "utf-16-le", "utf-7", "shift_jis", "iso2022_kr"])
)
@settings(max_examples=300, deadline=None)
def test_no_bytes_are_too_odd(data: bytes, code: str | None) -> None:
    try:
        document = readers.read_bytes(data, "a.txt", code)
    except UnreadableInput:
        return
    check(document, document.text)


# Files


def test_a_file_is_read_by_its_suffix(tmp_path: Path) -> None:
    for name, form in (("a.md", "markdown"), ("a.MARKDOWN", "markdown"), ("a.txt", "text"), ("a", "text")):
        (tmp_path / name).write_text("# 제목\n", encoding="utf-8")
        document = readers.read_file(tmp_path / name)
        assert (document.format, document.name) == (form, str(tmp_path / name))
    assert readers.read_file(tmp_path / "a.txt", format="markdown").format == "markdown"
    assert readers.read_bytes(b"x", "-").format == "text"
    with pytest.raises(UnreadableInput, match="'odt'"):
        readers.read_bytes(b"x", "-", format="odt")


def test_an_empty_file_has_no_segments(tmp_path: Path) -> None:
    for data in (b"", b"\xef\xbb\xbf", b"\n \r\n\t\n", "\u3000\u00a0".encode()):
        for name in ("a.txt", "a.md"):
            assert readers.read_bytes(data, name).segments == ()


def test_what_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableInput, match=r"none\.txt does not exist$"):
        readers.read_file(tmp_path / "none.txt")
    with pytest.raises(UnreadableInput, match=r"is a folder, not a file$"):
        readers.read_file(tmp_path)
    with pytest.raises(UnreadableInput, match="cannot be read"):
        readers.read_file("a\0b")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UnreadableInput, match=r"may not be read: permission denied$"):
        readers.read_file(tmp_path / "a.txt")


# Which files


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "b.txt", "a.md", "c.py", "d.MARKDOWN", "sub/e.txt", "sub/deep/f.md", "sub/skip/g.txt", "out/h.txt", "out/keep.txt",
        ".git/i.txt", ".dot/j.txt", "sub/draft_k.md",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("글", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("/out/*\n!/out/keep.txt\ndraft_*\n# x\n", encoding="utf-8")
    (tmp_path / "sub/.gitignore").write_text("skip/\n!draft_k.md\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def expanded(*paths: str) -> list[str]:
    return [str(found).replace(os.sep, "/") for found in readers.expand(paths)]


EVERYTHING = [".dot/j.txt", "a.md", "b.txt", "d.MARKDOWN", "out/keep.txt", "sub/deep/f.md", "sub/draft_k.md", "sub/e.txt"]


def test_a_folder_is_searched_as_git_sees_it(tree: Path) -> None:
    assert expanded(".") == EVERYTHING
    assert expanded("sub") == ["sub/deep/f.md", "sub/draft_k.md", "sub/e.txt"]
    assert expanded("out") == ["out/keep.txt"]


def test_a_named_file_is_read_whatever_gitignore_says(tree: Path) -> None:
    assert expanded("c.py", "out/h.txt", "./c.py", "out") == ["c.py", "out/h.txt", "out/keep.txt"]


def test_a_named_folder_is_read_although_its_repository_ignores_it(tree: Path) -> None:
    (tree / ".gitignore").write_text("out/\n", encoding="utf-8")
    assert expanded("out") == ["out/h.txt", "out/keep.txt"]
    assert "out/h.txt" not in expanded(".")


def test_no_file_is_named_twice(tree: Path) -> None:
    (tree / "z.md").symlink_to(tree / "a.md")
    assert expanded(".", "sub", "a.md", str(tree / "b.txt")) == EVERYTHING


def test_loops_of_links_end(tree: Path) -> None:
    (tree / "sub/loop").symlink_to(tree)
    (tree / "sub/deep/loop").symlink_to(tree / "sub")
    assert expanded(".") == EVERYTHING
    assert sorted(expanded("**/*.txt")) == ["b.txt", "out/h.txt", "out/keep.txt", "sub/e.txt", "sub/skip/g.txt"]


def test_patterns_are_expanded_where_no_file_has_the_name(tree: Path) -> None:
    (tree / "[x].txt").write_text("글", encoding="utf-8")
    assert expanded("*.md", "[x].txt", "sub/*/f.??") == ["a.md", "[x].txt", "sub/deep/f.md"]
    assert expanded(str(tree / "*.txt")) == [str(tree / "[x].txt"), str(tree / "b.txt")]
    assert expanded("sub/**") == ["sub/deep/f.md", "sub/draft_k.md", "sub/e.txt", "sub/skip/g.txt"]


def test_one_bad_path_does_not_stop_the_others(tree: Path) -> None:
    (tree / "empty").mkdir()
    said: list[str] = []
    for found in readers.expand(["none.txt", "*.rst", "empty", "a\0b", "x" * 5000, "[", "**x/*.md", "a.md"]):
        try:
            if isinstance(found, UnreadableInput):
                raise found
            said.append(readers.read_file(found).text)
        except UnreadableInput as error:
            said.append(str(error))
    assert said[:2] == ["none.txt does not exist", "*.rst matches no file"]
    assert said[2].startswith("empty holds no ")
    assert said[-1] == "글"
    assert len(said) == 8


@pytest.mark.skipif(os.name != "posix", reason="needs sockets and pipes in the file system")
def test_sockets_are_told_and_pipes_are_left_to_be_read(tree: Path) -> None:
    with socket.socket(socket.AF_UNIX) as sock:
        sock.bind("s.txt")
        assert "s.txt" not in expanded(".")
        with pytest.raises(UnreadableInput, match=r"^s\.txt cannot be read: "):
            readers.read_file("s.txt")
    os.mkfifo("p.txt")
    assert expanded("p.txt") == ["p.txt"]
    assert "p.txt" not in expanded(".")


def test_a_folder_that_may_not_be_listed_is_told(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def scandir(path: Path) -> object:
        if Path(path).name == "deep":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert expanded("sub") == ["sub/deep cannot be opened: permission denied", "sub/draft_k.md", "sub/e.txt"]


# Plain text


def test_a_line_is_a_paragraph_and_keeps_its_trailing_blanks() -> None:
    written = "첫 문단이다.\u00a0\r\n\r\n  둘째 문단이다. \r셋째다."
    document = text.read(written, "x")
    assert [(s.target, s.start, s.key) for s in document.segments] == [
        ("첫 문단이다.\u00a0", 0, "1"),
        ("둘째 문단이다. ", 14, "2"),
        ("셋째다.", 24, "3"),
    ]


def test_a_form_feed_parts_paragraphs_but_no_lines() -> None:
    document = text.read("하나다.\f둘이다.\u2028셋이다.\v넷이다.", "x")
    assert [s.target for s in document.segments] == ["하나다.", "둘이다.", "셋이다.", "넷이다."]
    assert document.place(document.segments[3], 0, 2)[3:5] == (1, 16)


@pytest.mark.parametrize(
    ("line", "kind", "target"),
    [
        ("- 항목", "item", "항목"),
        ("* 항목", "item", "항목"),
        ("• 항목", "item", "항목"),
        ("·항목", "item", "항목"),
        ("○ 항목", "item", "항목"),
        ("■항목", "item", "항목"),
        ("※ 참고하세요.", "item", "참고하세요."),
        ("1. 항목", "item", "항목"),
        ("12) 항목", "item", "항목"),
        ("(3) 항목", "item", "항목"),
        ("①항목이다.", "item", "항목이다."),
        ("가. 항목", "item", "항목"),
        ("a) 항목", "item", "항목"),
        ("Q. 왜 그런가요?", "item", "왜 그런가요?"),
        ("> 인용이다.", "quote", "인용이다."),
        (">> 인용이다.", "quote", "인용이다."),
        ("○○시는 밝혔다.", "body", "○○시는 밝혔다."),
        ("★★★★★ 좋아요.", "body", "★★★★★ 좋아요."),
        ("3.1운동이 일어났다.", "body", "3.1운동이 일어났다."),
        ("2013. 10. 2. 만났다.", "body", "2013. 10. 2. 만났다."),
        ("-5도까지 내려간다.", "body", "-5도까지 내려간다."),
        ("J. D. 밴스가 말했다.", "body", "J. D. 밴스가 말했다."),
        ("다. 이러한 일은 없다.", "body", "다. 이러한 일은 없다."),
        ("▲ 회의 모습.", "body", "▲ 회의 모습."),
        ("100% 맞다.", "body", "100% 맞다."),
        ("=> 그렇다.", "body", "=> 그렇다."),
    ],
)
def test_the_first_characters_tell_items_and_quotations(line: str, kind: str, target: str) -> None:
    assert of_text(line) == [(kind, target)]


def test_lettered_items_need_a_first() -> None:
    assert of_text("가. 하나\n나. 둘\n다. 셋") == [("item", "하나"), ("item", "둘"), ("item", "셋")]


def test_triangles_in_a_row_are_items() -> None:
    assert of_text("▲ 하나\n▲둘") == [("item", "하나"), ("item", "둘")]


def test_tables() -> None:
    assert of_text("이름\t나이\n길동\t20") == [("cell", c) for c in ("이름", "나이", "길동", "20")]
    assert of_text("| 이름 | 나이 |\n|---|---|\n| 길동 | 20 |") == [("cell", c) for c in ("이름", "나이", "길동", "20")]
    assert of_text("홈 | 뉴스 | 정치") == [("cell", c) for c in ("홈", "뉴스", "정치")]
    assert of_text("앞이다.\t뒤다.") == [("body", "앞이다.\t뒤다.")]
    flat = "\n\n".join(["구분", "2012년", "2013년", "증감", "단체 지원이 늘었다."])
    assert [kind for kind, _ in of_text(flat)] == ["cell"] * 4 + ["body"]


def test_lines_across_the_page_and_page_numbers_are_nothing() -> None:
    assert of_text("글이다.\n\n-----\n* * *\n***\n\n- 3 -\n\n-\n=====\n\n끝이다.") == [("body", "글이다."), ("body", "끝이다.")]


def test_short_lines_that_stand_alone_are_headings() -> None:
    written = (
        "두 나라, 협력 강화\n\n정부가 발표했다.\n\n배경\n\n그들은 말했다.\n\n그는 웃었다:\n\n정말이다.\n\n그렇다.\n\n마이 응우옌"
    )
    assert [kind for kind, _ in of_text(written)] == ["heading", "body", "heading", "body", "body", "body", "body", "byline"]


def test_short_lines_say_nothing_where_no_line_has_a_full_stop() -> None:
    lines = [
        "초등학교 저학년의 경우에도 부모의 사랑과 보살핌이 필요",
        "한 나이이나, 현재 공무원이 육아휴직을 할 ",
        "수 있는 나이는 만 6세 이하로 되어 있음.",
    ]
    assert [kind for kind, _ in of_text("\n\n".join(lines * 3))] == ["body"] * 9


WRITTEN = (
    "정부는 다음 달부터 모든 공공 기관이 새로운 지침에 따라 자료를 공개하도록 하고 시민들이 쉽게 찾아볼 수 있는 방법을 "
    "마련하기로 했다. 이번 결정은 지난해부터 이어진 논의의 결과로, 전문가와 시민 단체가 함께 참여해 만들었다. 자료를 공개하는 "
    "기관은 해마다 늘고 있지만 품질은 아직 고르지 않다는 지적이 많다."
)
WORDS = WRITTEN.split()


def wrapped(columns: int) -> str:
    lines = [""]
    for word in WORDS:
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) + sum(char >= "가" for char in longer) > columns:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)


@pytest.mark.parametrize("columns", [60, 70, 80])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_hard_wrapped_lines_are_one_paragraph(columns: int, end: str) -> None:
    written = f"{wrapped(columns)}\n\n다음 문단이다.".replace("\n", end)
    document = text.read(written, "x")
    assert [s.kind for s in document.segments] == ["body", "body"]
    assert of_text(written)[0][1].split() == WORDS
    assert "\r" not in of_text(written)[0][1]
    check(document, written)


def test_lines_that_a_word_processor_has_cut_inside_words_are_joined() -> None:
    lines = [""]
    for char in WRITTEN:
        if char == " " or len(lines[-1]) + sum(c >= "가" for c in lines[-1]) < 63:
            lines[-1] += char
        else:
            lines.append(char)
    written = "\n".join(lines)
    assert any(line.endswith(" ") for line in lines)
    assert of_text(written) == [("body", WRITTEN)]


def test_sentences_a_line_are_not_joined() -> None:
    written = "\n".join(["정부는 새로운 지침을 마련했다고 발표했다."] * 6)
    assert len(of_text(written)) == 6


# Markdown


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("**편집을** 클릭합니다.", [("body", "편집을 클릭합니다.")]),
        ("계정 **유형 변경 을 클릭합니다.**", [("body", "계정 유형 변경 을 클릭합니다.")]),
        ("**저장** 을 누른다.", [("body", "저장 을 누른다.")]),
        ("**계정(필수)**을 누른다.", [("body", "**계정(필수)**을 누른다.")]),
        ('**"보류" 중인**이 있다.', [("body", '"보류" 중인이 있다.')]),
        ("***굵고*** __기운__ _글_ snake_case_name ~~지움~~ 2~3일", [("body", "굵고 기운 글 snake_case_name 지움 2~3일")]),
        ("문서를 [참조하세요.](https://a.b/c)", [("body", "문서를 참조하세요.")]),
        ("대한 [](https://a.b/c) 주소", [("body", "대한  주소")]),
        ("[](https://a.b/c)", [("body", "")]),
        ("[글][r]과 [r], [x]\n\n[r]: https://a.b '제목'", [("body", "글과 r, [x]")]),
        ("`코드`와 ``a`b``, <https://a.b>", [("body", f"{OPAQUE}와 {OPAQUE}, {OPAQUE}")]),
        ("`코드`", []),
        ("\\*별표\\* \\가 &nbsp;&#x200B;&quot;", [("body", "*별표* \\가 &nbsp;&#x200B;&quot;")]),
        ("첫 줄  \n둘째\\\n셋째\n넷째 \n\n끝 \n", [("body", "첫 줄\n둘째\n셋째\n넷째 "), ("body", "끝 ")]),
        ("# 제목 #\n## 둘 ##  \n#\n", [("heading", "제목"), ("heading", "둘")]),
        ('# <a name="x"></a>제목 {#anchor}\n', [("heading", "제목")]),
        ("제목\n====\n문장이 있다.\n---\n", [("heading", "제목"), ("body", "문장이 있다.")]),
        ("**굵은 한 줄**\n\n**굵은 문장이다.**", [("heading", "굵은 한 줄"), ("body", "굵은 문장이다.")]),
        ("> 인용\n이어짐\n> > 속", [("quote", "인용\n이어짐"), ("quote", "속")]),
        (">[!NOTE]\n>\n>알림이다.\n\n> [!TIP]\n> 도움말", [("body", "알림이다."), ("body", "도움말")]),
        ("- 하나\n  이어서\n  - 둘\n\n1. [ ] 할 일\n", [("item", "하나\n이어서"), ("item", "둘"), ("item", "할 일")]),
        ("| a | b \\| c |\n|---|:-:|\n| `x` | **굵게** |\n", [("cell", "a"), ("cell", "b | c"), ("cell", "굵게")]),
        ("> | 가 | 나 |\n> |---|---|\n> |다|라|", [("cell", c) for c in "가나다라"]),
        ("```py\nx = 1\n```\n\n    y = 2\n", [("code", "x = 1"), ("code", "y = 2")]),
        ("    들여쓴 한국어 문장이다.\n", [("body", "들여쓴 한국어 문장이다.")]),
        ("---\ntitle: 제목\n---\n\n본문이다.", [("body", "본문이다.")]),
        ("---\n\n본문이다.\n\n---\n", [("body", "본문이다.")]),
        ("앞<br>뒤<br>\n끝", [("body", "앞"), ("body", "뒤\n끝")]),
        ("앞 <!-- 주석 --> 뒤\n\n<!-- 주석\n\n-->\n", [("body", "앞 뒤")]),
        ("<div>\n<b>굵은</b> 글 <img src='x'>\n<p>둘째</p>\n</div>", [("body", f"굵은 글 {OPAQUE}"), ("body", "둘째")]),
        ("<table><tr><th>가</th><td>나</td></tr></table>", [("cell", "가"), ("cell", "나")]),
        ("<details>\n<summary>펼치기</summary>\n\n글\n\n</details>", [("heading", "펼치기"), ("body", "글")]),
        ("<script>\n글\n</script>\n\n<style>\n글\n</style>\n", []),
        ("글</p> 끝</pre>", [("body", "글</p> 끝</pre>")]),
        ("<tenant-id>를 넣고 <code>a b</code>를 <kbd>누른다</kbd>.", [("body", f"{OPAQUE}를 넣고 {OPAQUE}를 누른다.")]),
        ("각주[^1]다.\n\n[^1]: 설명이다.", [("body", "각주다."), ("item", "설명이다.")]),
        ("![그림 설명](a.png)", [("caption", "그림 설명")]),
        ("[![영상 보기](a.png)](https://a.b)", [("caption", "영상 보기")]),
        ("누르면 ![표시](i.png)가 열린다.", [("body", f"누르면 {OPAQUE}가 열린다."), ("caption", "표시")]),
        ("[!DNL Adobe Target]을(를) **[!UICONTROL 저장]**&#x200B;한다.", [("body", "Adobe Target을(를) 저장&#x200B;한다.")]),
        ("[[!DNL A] 참조](u){target=\"_blank\"}", [("body", "A 참조")]),
        ("+++접기?\n글이다.\n+++\n\n:::note 주의\n글이다.\n:::", [("heading", "접기?"), ("body", "글이다."), ("body", "글이다.")]),
        (">[!VIDEO](https://a.b)\n", []),
        ("{{ var }}는 {% raw %}값{% endraw %}과 {0}, ${x}", [("body", f"{OPAQUE}는 값과 {{0}}, ${{x}}")]),
        ("> 첫 줄\r\n> 둘째 **줄**\r\n\r\n끝", [("quote", "첫 줄\n둘째 줄"), ("body", "끝")]),
        ("1\u00a0\n\n\u00a02", [("body", "1\u00a0"), ("body", "\u00a02")]),
    ],
)  # fmt: skip
def test_markdown_as_an_editor_reads_it(written: str, expected: list[tuple[str, str]]) -> None:
    assert of_markdown(written) == expected
    check(markdown.read(written, "x"), written)


def test_marks_know_what_they_enclose() -> None:
    written = "> 앞 **굵은 *기운* 글** [글](u) [](u) `코드` ![그림](i)\n"
    segment = markdown.read(written, "x").segments[0]
    inner = [(m.kind, segment.target[slice(*m.inner)], segment.target[slice(*m.outer)]) for m in segment.marks]
    assert inner == [
        ("strong", "굵은 *기운* 글", "**굵은 *기운* 글**"),
        ("emphasis", "기운", "*기운*"),
        ("link", "글", "[글](u)"),
        ("link", "", "[](u)"),
        ("code", "코드", "`코드`"),
        ("image", "그림", "![그림](i)"),
    ]


def test_levels() -> None:
    document = markdown.read("### 셋\n\n- 가\n  - 나\n\n> > 인용\n\n글", "x")
    assert [(s.kind, s.level) for s in document.segments] == [("heading", 3), ("item", 1), ("item", 2), ("quote", 2), ("body", 0)]


PIECES = [
    "**", "*", "_", "~~", "`", "``", "```", "[", "](", "](u)", ")", "![", "<br>", "<b>", "</b>", "</p>", "<!--", "-->", "<code>", "</code>",
    "<x-y>", "<https://a.b>", "\\", "\\*", "\\\n", "  \n", "\n", "\n\n", "\r\n", "\r", "\t", "    ", "> ", ">", "- ", "* ", "1. ", "# ", " #",
    "===", "---", "|", "| a | b |\n|---|---|\n", "\\|", "[^1]", "[^1]: ", "[r]: u\n", "[r]", "[!NOTE]", "[!DNL ", "{#a}", "{.b c=d}", "{{v}}",
    "{% x %}", "+++", ":::", "$$", "&nbsp;", "가나다", "한국어 문장이다.", " ", "\u00a0", "\u3000", "\u2028", "\f", "\v", "\0", "\ud800", "\udc80",
    "😀", "- [ ] ", "<div>\n", "</div>\n", "<table><tr><td>", "<pre>", "<script>", "\x85", "\ufeff", "▲", "① ", "가. ", "\t\t", " | ",
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=40).map("".join)


def check(document: Document, written: str) -> None:
    """What holds for every document of every reader."""
    assert document.text == written
    for i, segment in enumerate(document.segments):
        length = len(segment.target)
        assert (segment.number, segment.key) == (i, str(i + 1))
        assert written[segment.start : segment.start + length] == segment.target
        last = 0
        for start, end in sorted([*segment.hidden, *segment.opaque]):
            assert last <= start < end <= length
            last = end
        assert list(segment.hidden) == sorted(segment.hidden)
        assert list(segment.opaque) == sorted(segment.opaque)
        for mark in segment.marks:
            assert 0 <= mark.outer.start <= mark.inner.start <= mark.inner.end <= mark.outer.end <= length
        assert list(segment.marks) == sorted(segment.marks, key=lambda m: (m.outer.start, -m.outer.end))
    DocumentView(document, languages.get("ko"), Settings())


@given(TEXTS)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_text_is_too_odd_and_every_offset_is_true(written: str) -> None:
    check(text.read(written, "x"), written)
    check(markdown.read(written, "x"), written)


@pytest.mark.parametrize(
    "piece", ["[", "![", "*a_", "`a", "<", "> ", "- ", "[a](", "a<br>", "**a** <br>", "{#a", "{a=b ", "|a", "<!--", '<a "', "\t"]
)
def test_hostile_texts_do_not_blow_up(piece: str) -> None:
    written = piece * (20_000 // len(piece))
    check(markdown.read(written, "x"), written)


# Kinds of Korean


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("1월 일본을 방문한 사무총장과 총리. 사진: Nato.int", "caption"),
        ("사진=연합뉴스", "caption"),
        ("/사진=연합뉴스", "caption"),
        ("회의하는 의원들 (사진=서울시 제공)", "caption"),
        ("[사진] 회의", "caption"),
        ("▲ 회의에 참석한 의원들이 이야기하고 있다.", "caption"),
        ("자료: 통계청", "caption"),
        ("그래픽=홍길동", "caption"),
        ("회의 모습 ⓒ연합뉴스", "caption"),
        ("출처: 위키백과", "caption"),
        ("홍길동 기자 name@x.kr", "byline"),
        ("홍길동 기자 \ufffc", "byline"),
        ("홍길동 기자 =", "byline"),
        ("(서울=연합뉴스) 홍길동 기자 =", "byline"),
        ("글·사진 홍길동", "byline"),
        ("워싱턴=홍길동 특파원", "byline"),
        ("저작권자 ⓒ 한국신문", "byline"),
        ("무단전재 및 재배포 금지", "byline"),
        ("도움말 및 기사제보는 홈페이지에서 확인하세요.", "byline"),
        ("[앵커]", "byline"),
        ("(서울=연합뉴스) 홍길동 기자 = 정부는 3일 대책을 발표했다.", "body"),
        ("홍길동 기자가 현장을 찾았다.", "body"),
        ("사진을 찍는 사람이 늘었다.", "body"),
        ("무단 전재를 금지하는 법이 통과됐다.", "body"),
        ("제보는 큰 힘이 된다.", "body"),
        ("▲ 하나 ▲ 둘 ▲ 셋", "body"),
        ("[광고_2]", "body"),
        ("", "body"),
    ],
)
def test_captions_and_bylines(line: str, kind: str) -> None:
    assert refine(line, "body") == kind


def test_a_last_line_that_was_cut_off_is_no_byline() -> None:
    assert refine("마이 응우옌", "byline") == "byline"
    assert refine("이를 위해", "byline") == "body"


@given(st.text(max_size=220), st.sampled_from(["body", "heading", "item", "cell", "byline", "quote"]))
@settings(deadline=None)
def test_any_line_has_a_kind(line: str, kind: str) -> None:
    assert refine(line, kind) in {kind, "caption", "byline", "body"}  # type: ignore[arg-type]
