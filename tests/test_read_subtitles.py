"""SRT and WebVTT: cues, speakers, tags; what other libraries read; and that clean subtitles have no faults."""

from __future__ import annotations

import html
import io
import re
from datetime import timedelta
from pathlib import Path

import pysubs2
import pytest
import srt
import webvtt
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from mtaudit import engine, readers
from mtaudit.config import Genre, Settings
from mtaudit.document import Document
from mtaudit.errors import UnreadableInput
from mtaudit.rules import all_rules
from writeback import check_places, corrected, plain, seen, views

SEA = Path(__file__).parent / "texts" / "sea.ko.srt"
NFD = "\u1112\u1161\u11ab\u1100\u1173\u11af"
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
    "é",
    "漢",
    " ",
    "♪",
    "[문]",
    "(웃음)",
    "&",
    "#",
    "1:2",
]
LINE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map("".join).filter(str.strip)
CUES = st.lists(st.lists(LINE, min_size=1, max_size=3), min_size=1, max_size=4)
SPAN = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda pair: (min(pair), max(pair) + 1))


def read(written: str, name: str = "a.srt") -> Document:
    document = readers.read_text(written, name)
    check_places(document)
    assert {segment.kind for segment in document.segments} <= {"caption"}
    return document


def keyed(document: Document) -> dict[str, str]:
    return {segment.key: segment.prose for segment in document.segments}


def cue(number: int | str, text: str, begin: str = "00:00:01,000", more: str = "") -> str:
    return f"{number}\n{begin} --> 00:00:02,000{more}\n{text}\n"


# SRT


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_cues_of_any_line_end(end: str) -> None:
    written = (cue(1, "안녕 \n 하세요") + "\n" + cue(2, "둘째\n")).replace("\n", end)
    assert keyed(read(written)) == {"1": "안녕\n하세요", "2": "둘째"}
    assert keyed(read(written.rstrip())) == {"1": "안녕\n하세요", "2": "둘째"}


@pytest.mark.parametrize(
    ("written", "prose"),
    [
        ("<i>안녕</i> <b>하세요</b>", ["안녕 하세요"]),
        ('<font color="#ff0">노랑</font>이다', ["노랑이다"]),
        (r"{\an8}{\pos(10,20)}위쪽", ["위쪽"]),
        ("{y:i}기울임", ["기울임"]),
        ("<기생충> & <B컷> {중괄호}", ["<기생충> & <B컷> {중괄호}"]),
        ("- 왔어?\n- 응.", ["왔어?", "응."]),
        ("<i>– 왔어?</i>\n<i>–응.\n그래.</i>", ["왔어?", "응.\n그래."]),
        ("그건\n-뭐라고?", ["그건", "뭐라고?"]),
        ("-5도야\n- 5도?", ["-5도야", "5도?"]),
        ("나는 - 그러니까 -\n-- 간다", ["나는 - 그러니까 -\n-- 간다"]),
        (">> 기자: 여기는\n>>앵커: 네", ["기자: 여기는", "앵커: 네"]),
        ("첫 줄\n\n빈 줄 뒤", ["첫 줄\n\n빈 줄 뒤"]),
        ("<i></i>\n", []),
        ("♪", ["♪"]),
    ],
)
def test_what_is_read_of_a_cue(written: str, prose: list[str]) -> None:
    document = read(cue(1, written))
    assert [segment.prose for segment in document.segments] == prose
    assert [segment.key for segment in document.segments] == ["1", "1 (2)"][: len(prose)]


def test_files_that_players_read_all_the_same() -> None:
    document = read(
        "\n\n" + cue(1, "설정", more="  X1:100 X2:200 Y1:1 Y2:2") + cue(2, "빈 줄이 없다") + cue(2, "번호가 같다", "120:00:01,5")
        + "\n00:00:0l.000 -> 00:00:02\n번호도 없고 시각도 틀렸다\n\n9\n\n1:2:3 --> 4:5:6\n번호 뒤에 빈 줄\n\n"
        + cue(10, "2026\n\n") + cue(11, "")
    )  # fmt: skip
    assert keyed(document) == {
        "1": "설정", "2": "빈 줄이 없다", "2 (2)": "번호가 같다", "00:00:0l.000": "번호도 없고 시각도 틀렸다", "9": "번호 뒤에 빈 줄", "10": "2026",
    }  # fmt: skip


def test_what_is_no_subtitle_file_is_told() -> None:
    for name in ("a.srt", "a.vtt"):
        with pytest.raises(UnreadableInput, match=rf"^{name} is no "):
            readers.read_text("이것은 글이다.\n", name)
        assert readers.read_text("", name).segments == ()


@pytest.mark.parametrize("code", ["cp949", "utf-8-sig", "utf-16"])
def test_korean_subtitles_in_their_encodings(tmp_path: Path, code: str) -> None:
    written = SEA.read_text(encoding="utf-8")
    path = tmp_path / "a.srt"
    path.write_bytes(written.replace("♪", "#").encode(code))
    document = readers.read_file(path)
    assert document.text == written.replace("♪", "#")
    assert len(document.segments) == len(readers.read_file(SEA).segments)


def composed(cues: list[list[str]]) -> str:
    whole = [
        srt.Subtitle(n, timedelta(seconds=n), timedelta(seconds=n, milliseconds=800), "\n".join(lines))
        for n, lines in enumerate(cues, 1)
    ]
    return str(srt.compose(whole, reindex=False))


def by_srt(written: str) -> list[str]:
    return [text for text in (bare(subtitle.content) for subtitle in srt.parse(written)) if text]


def bare(content: str) -> str:
    """The lines of a cue without the blanks around them."""
    return plain(re.sub(r"[ \t]*\r?\n[ \t]*", "\n", content))


@given(cues=CUES, end=st.sampled_from(["\n", "\r\n"]), number=st.integers(0, 3), span=SPAN, new=LINE)
@PROPERTY
def test_srt_reads_the_same_and_what_was_corrected(
    cues: list[list[str]], end: str, number: int, span: tuple[int, int], new: str
) -> None:
    document = read(composed(cues).replace("\n", end))
    expected = by_srt(document.text)
    assert seen(document) == expected
    assume(number < len(expected))
    written = corrected(document, number, *span, new)
    assume(written is not None and written.prose)
    assert written is not None
    wanted = [*expected[:number], bare(written.prose), *expected[number + 1 :]]
    assert by_srt(written.text) == seen(read(written.text)) == wanted


def test_pysubs2_reads_the_same_text_without_tags() -> None:
    written = "\n".join(cue(n, text) for n, text in enumerate([r"{\an8}<i>안녕</i>", "<b>하나</b>\n둘", "<u>셋</u> & 넷"], 1))
    theirs = [event.plaintext for event in pysubs2.SSAFile.from_string(written, "srt")]
    assert seen(read(written)) == theirs == ["안녕", "하나\n둘", "셋 & 넷"]


# WebVTT

VTT = (
    "WEBVTT - 바다\nKind: captions\nLanguage: ko-KR\n\nNOTE 이 글은\n읽지 않는다\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:위\n\n"
    "intro\n00:01.000 --> 00:02.000 align:start position:10%\n<v 김만수>안녕 <c.x>하세요</c> R&amp;D&nbsp;팀\n<v.loud 수진>네<00:01.500> 네</v>\n\n"
    "00:03.000 --> 100:00:04.000\n<ruby>漢<rt>かん</rt></ruby>字 <lang ja>海</lang>\n\n"
    "intro\n00:05.000 --> 00:06.000\n- 가\n- 나 &lt;3\n00:07.000 --> 00:08.000\n끝"
)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_webvtt(end: str) -> None:
    document = read(VTT.replace("\n", end), "a.vtt")
    assert keyed(document) == {
        "intro": "안녕 하세요 R&D\u00a0팀", "intro (2)": "네 네", "00:03.000": "漢字 海", "intro (3)": "가", "intro (4)": "나 <3", "00:07.000": "끝",
    }  # fmt: skip
    assert document.target_lang == "ko"


def test_webvtt_without_its_header() -> None:
    assert keyed(read("00:01.000 --> 00:02.000\n안녕\n", "a.vtt")) == {"00:01.000": "안녕"}
    assert keyed(read("WEBVTT\n00:01.000 --> 00:02.000\n안녕\n", "a.vtt")) == {"00:01.000": "안녕"}
    assert read("WEBVTT\n", "a.vtt").segments == ()


def by_webvtt(written: str) -> list[str]:
    captions = webvtt.WebVTT.from_buffer(io.StringIO(written)).captions
    return [text for text in (bare(html.unescape(caption.text)) for caption in captions) if text]


@given(cues=CUES, tagged=st.booleans(), end=st.sampled_from(["\n", "\r\n"]), number=st.integers(0, 3), span=SPAN, new=LINE)
@PROPERTY
def test_webvtt_reads_the_same_and_what_was_corrected(
    cues: list[list[str]], tagged: bool, end: str, number: int, span: tuple[int, int], new: str
) -> None:
    def written_as(lines: list[str]) -> str:
        text = "\n".join(lines).replace("&", "&amp;")
        return f"<i.x>{text[0]}</i>{text[1:]}" if tagged and text[0] not in "& " else text

    body = "\n\n".join(f"00:0{n}.000 --> 00:0{n}.800\n{written_as(lines)}" for n, lines in enumerate(cues, 1))
    document = read(f"WEBVTT\n\n{body}\n".replace("\n", end), "a.vtt")
    expected = by_webvtt(document.text)
    assert seen(document) == expected
    assume(number < len(expected))
    written = corrected(document, number, *span, new)
    assume(written is not None and written.prose)
    assert written is not None
    wanted = [*expected[:number], bare(written.prose), *expected[number + 1 :]]
    assert by_webvtt(written.text) == seen(read(written.text, "a.vtt")) == wanted


# Rules


@pytest.mark.parametrize("genre", ["general", "news", "docs", "blog"])
@pytest.mark.parametrize("stop", ["", "."])
@pytest.mark.parametrize("form", ["srt", "vtt"])
def test_clean_subtitles_have_no_faults(genre: Genre, stop: str, form: str) -> None:
    written = re.sub(r"(?<=[다요죠까])(?=\n\n)", stop, SEA.read_text(encoding="utf-8"))
    if form == "vtt":
        written = "WEBVTT\n\n" + re.sub(r"(?<=\d\d),(?=\d{3})", ".", written.replace("{\\an8}", ""))
    document = read(written, f"a.{form}")
    assert len(document.segments) > 200
    report = engine.audit(document, Settings(genre=genre))
    assert [f for f in report.findings if f.severity != "neutral"] == []
    assert report.target_lang == "ko"


def test_speakers_have_registers_of_their_own_and_sentences_go_on_in_the_next_cue() -> None:
    said = ["정부는 새 법을 내놓았다.", "국회는 곧 심의를 시작한다.", "그럼 언제 끝납니까?", "내일 끝납니다.", "야당은 반대하고 있다. 이를 위해", "모두가 모였다.", "노조의", "결정이다."]  # fmt: skip
    document = read("\n".join(cue(n, text) for n, text in enumerate(said * 3, 1)))
    assert engine.audit(document).findings == ()


def test_faults_in_cues_are_found_in_their_places_and_corrected() -> None:
    written = cue(1, f"😀 {NFD}\r\n<i>그는</i> 사과을 먹었다") + "\n" + cue(2, "- 그래?\r\n- 값은 10 %%이다 을(를)")
    document = read(written)
    found = engine.audit(document, Settings(lang="ko"))
    (finding,) = [f for f in found.findings if f.rule == "wrong-particle"]
    assert (finding.place.segment, finding.place.text, finding.place.line) == ("1", "사과을", 4)
    assert "사과를" in engine.fix(document, found, unsafe=True)


def test_a_correction_over_a_tag_is_not_offered() -> None:
    document = read(cue(1, "그는 사과<i>을</i> 먹었다"))
    assert corrected(document, 0, 3, 6, "사과를") is None
    assert corrected(document, 0, 3, 5, "배") is not None
    assert views(document)[0].text == "그는 사과을 먹었다"


def test_every_rule_takes_every_cue() -> None:
    text = SEA.read_text(encoding="utf-8").replace("한", "하 한")
    settings_of_all = Settings(select=("ALL",), min_confidence=0.0)
    for finding in engine.audit(read(text), settings_of_all).findings:
        assert text[finding.place.start : finding.place.end] == finding.place.text
        assert finding.code in {rule.code for rule in all_rules()}
