"""What narrates, what breaks the register, and what only looks as if it did."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest

from mtaudit import engine, languages, register
from mtaudit.config import Settings
from mtaudit.languages.ko.conjugation import restyle
from mtaudit.readers import text as reader
from mtaudit.report import Finding, RegisterProfile
from mtaudit.view import DocumentView

SHARED = Path(__file__).parents[2] / "shared"

NEWS = (
    "시는 올가을 낡은 다리 세 곳을 고친다. 공사는 두 달 걸린다. 그동안 차는 다닐 수 없다.",
    "시는 지난해 다리를 모두 살폈다. 세 곳에서 금이 발견됐다. 위험한 수준은 아니다.",
    "주민들은 공사를 반긴다. 다만 먼지를 걱정하는 사람도 있다. 시는 물을 뿌리겠다고 밝혔다.",
    "공사비는 40억 원이다. 절반은 도가 낸다. 나머지는 시가 마련한다.",
)
PAGE = (
    "이 기계는 물을 거릅니다. 필터는 여섯 달마다 바꿉니다. 필터가 더러우면 물이 느리게 나옵니다.",
    "전원을 끄고 뚜껑을 엽니다. 필터를 돌리면 빠집니다. 새 필터는 방향이 정해져 있습니다.",
    "물을 두 번 버립니다. 처음 나오는 물은 탁합니다. 마시면 안 됩니다.",
    "고장이 나면 불이 켜집니다. 소리도 납니다. 수리는 공장에서 합니다.",
)


def turned(paragraph: str, to: str, only: tuple[int, ...] | None = None) -> str:
    """The paragraph with its sentences, or some of them, in the other register."""
    out = []
    for i, sentence in enumerate(paragraph.split(". ")):
        sentence = sentence.removesuffix(".") + "."
        new = restyle(sentence, to) if only is None or i in only else None
        out.append(sentence if new is None else sentence[: new[0]] + new[2] + sentence[new[1] :])
    return " ".join(out)


def findings(*paragraphs: str, **settings: Any) -> list[Finding]:
    document = reader.read("\n\n".join(paragraphs), "x")
    return list(engine.audit(document, Settings(**{"lang": "ko", "select": ("mixed-register",), **settings})).findings)


def loud(*paragraphs: str, **settings: Any) -> list[str]:
    return [f.place.text for f in findings(*paragraphs, **settings) if f.severity != "neutral"]


def profile(*paragraphs: str, **settings: Any) -> RegisterProfile:
    view = DocumentView(reader.read("\n\n".join(paragraphs), "x"), languages.get("ko"), Settings(**settings))
    found = register.profile(view)
    assert found is not None
    return found


# A whole paragraph, one sentence, either majority


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize(("text", "to"), [(NEWS, "polite"), (PAGE, "plain")], ids=["news", "page"])
def test_one_paragraph_in_the_other_register(text: tuple[str, ...], to: str, number: int) -> None:
    changed = [turned(p, to) if i == number else p for i, p in enumerate(text)]
    assert len(loud(*changed)) == 3


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize(("text", "to"), [(NEWS, "polite"), (PAGE, "plain")], ids=["news", "page"])
def test_one_sentence_in_the_other_register(text: tuple[str, ...], to: str, number: int) -> None:
    found = findings(text[0], turned(text[1], to, (number,)), *text[2:])
    assert [f.severity for f in found] == ["minor"]
    assert found[0].fix is not None
    assert not found[0].fix.safe
    assert found[0].related


def test_clean_text_has_one_register() -> None:
    assert findings(*NEWS) == findings(*PAGE) == []


def test_the_fix_restores_the_text() -> None:
    text = "\n\n".join((NEWS[0], turned(NEWS[1], "polite"), *NEWS[2:]))
    document = reader.read(text, "x")
    report = engine.audit(document, Settings(lang="ko", select=("REG001",)))
    assert engine.fix(document, report, unsafe=True) == "\n\n".join(NEWS)


# What is no mix


@pytest.mark.parametrize(
    "aside",
    [
        "시장은 “반드시 고치겠습니다. 기다려 주십시오.”라고 말했다. 주민들은 박수를 쳤다.",
        "“우리는 기다렸습니다. 이제 끝났습니다.",
        "한 주민은 웃었다(이름은 밝히지 않았습니다. 본인이 원했습니다). 다른 주민도 웃었다.",
        "- 다리를 고칩니다.\n- 차를 막습니다.\n- 물을 뿌립니다.",
        "1단계: 차를 막습니다. 표지를 세웁니다.",
        "언제 끝날까요? 차는 어디로 다닙니까?",
        "이 기사의 저작권은 시에 있습니다.",
        "공사 안내를 드립니다\n\n길을 막습니다",
    ],
)
def test_asides_do_not_count(aside: str) -> None:
    assert loud(NEWS[0], NEWS[1], aside, NEWS[2], NEWS[3]) == []


def test_a_quotation_over_several_paragraphs() -> None:
    assert loud(NEWS[0], "“우리는 기다렸습니다. 오래 걸렸습니다.", "이제 끝났습니다. 다리가 섰습니다.”", *NEWS[1:]) == []


def test_a_transcript_is_no_narration() -> None:
    turns = (
        "[앵커] 다리 공사가 시작됐습니다. 소식 전합니다.",
        "[기자] 다리에 금이 갔습니다. 차는 다닐 수 없습니다.",
        "[앵커] 잘 들었습니다.",
    )
    assert loud(*NEWS[:2], *turns, *NEWS[2:]) == []


def test_the_two_polite_levels_are_one_register() -> None:
    assert findings(*PAGE, "천천히 닦으세요. 물기가 남으면 안 돼요. 다시 켜면 돼요.") == []


def test_a_publishers_words_below_the_text() -> None:
    assert (
        loud(
            *NEWS,
            "이 글은 시청의 소식지에 실렸던 글입니다. 글쓴이의 허락을 받았습니다.",
            "문의는 전화로 받습니다. 언제나 반갑습니다.",
        )
        == []
    )


BLOG = (
    "안녕하세요! 저는 요즘 자전거를 타요. 여러분께도 권하고 싶어요. 정말 좋습니다 ^^",
    "어제는 강까지 다녀왔습니다. 바람이 시원했어요. 저는 빵도 먹었답니다.",
    "내일도 나갈 거예요. 날씨가 좋다고 합니다. 같이 가실 분은 알려 주세요.",
)


def test_in_a_personal_text_a_small_mix_is_advice() -> None:
    found = findings(*BLOG[:2], "강에는 오리가 산다. 물이 맑다.", BLOG[2])
    assert [f.severity for f in found] == ["neutral", "neutral"]


def test_in_a_personal_text_a_quarter_is_a_mix() -> None:
    assert len(loud(*BLOG, *NEWS[:2])) == 6


# What the house wants


def test_the_house_chooses_the_register() -> None:
    assert len(loud(*PAGE, register="plain")) == 12
    assert loud(*PAGE, register="polite") == []
    assert len(loud(*NEWS, register="polite")) == 12


def test_a_short_text_has_no_register_of_its_own() -> None:
    assert loud("시는 다리를 고친다. 공사는 두 달 걸립니다.") == []
    assert loud("시는 다리를 고친다. 공사는 두 달 걸립니다.", register="plain") == ["걸립니다"]


def test_news_is_stricter() -> None:
    short = ("시는 다리를 고친다. 공사는 두 달 걸린다.", "차는 다닐 수 없습니다. 주민들은 반긴다.")
    assert loud(*short) == []
    assert loud(*short, genre="news") == ["없습니다"]


# The profile


def test_profile() -> None:
    found = profile(NEWS[0], turned(NEWS[1], "polite", (0, 1)), NEWS[2])
    assert found.registers == {"plain": 7, "polite": 2}
    assert found.counts == {"해라체": 7, "하십시오체": 2}
    assert found.expected == "plain"
    assert found.mixed
    assert (found.switches_inside, found.switches_between) == (1, 1)
    assert "".join(mark[0] if mark else "." for mark in found.sequence).count("|") == 2
    assert [mark for mark in found.sequence if mark != "|"] == ["plain"] * 3 + ["polite"] * 2 + ["plain"] * 4


@pytest.mark.parametrize("wanted", ["plain", "polite"])
def test_a_house_register_needs_no_sentence(wanted: str) -> None:
    assert profile("서울. 부산. 목포", register=wanted).sequence == ()


def test_profile_of_nothing() -> None:
    found = profile("")
    assert (found.expected, found.mixed, found.sequence) == (None, False, ())


@pytest.mark.parametrize("text", ["", "\0", "“" * 500, '"' * 501, "다. " * 500, "ㅋㅋ\n" * 50, "「」』” 다.\n“다", "\ufffc다."])
def test_never_raises(text: str) -> None:
    assert findings(text) == findings(text)


# Against human text


def human(pattern: str) -> list[Path]:
    return sorted((SHARED / "data" / "human_ko" / "docs").glob(pattern))


@pytest.mark.skipif(not SHARED.exists(), reason="the development data is not here")
def test_human_documents_are_left_alone() -> None:
    said = {p.stem: loud(p.read_text(encoding="utf-8")) for p in human("*.txt")}
    assert {name: words for name, words in said.items() if words} == {}


@pytest.mark.skipif(not SHARED.exists(), reason="the development data is not here")
def test_paragraphs_and_sentences_turned_round_in_human_news_are_found() -> None:
    rng = Random(3)
    made = found = 0
    for path in [*human("news*.txt"), *human("wiki*.txt")]:
        text = path.read_text(encoding="utf-8")
        view = DocumentView(reader.read(text, "x"), languages.get("ko"), Settings(lang="ko"))
        firm = [n for n in register.narration(view).sentences if n.firm]
        if len(firm) < 6:
            continue
        for share in (0.1, 0.2, 0.3):
            chosen = [n for n in firm if rng.random() < share] or [rng.choice(firm)]
            copy = text
            for n in reversed(chosen):
                new = restyle(n.sentence.text, "polite")
                if new is not None:
                    at = n.view.segment.start
                    start, end = (at + x for x in n.view.to_raw(n.sentence.start + new[0], n.sentence.start + new[1]))
                    copy = copy[:start] + new[2] + copy[end:]
            made += copy != text
            found += copy != text and bool(loud(copy))
    assert found / made >= 0.95
