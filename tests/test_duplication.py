"""What cases cannot say of the duplication and style rules: evidence from the document, densities, fixes, hostile input."""

from __future__ import annotations

import time

import pytest

from mtaudit import engine
from mtaudit.config import Settings
from mtaudit.readers import text as reader
from mtaudit.report import Finding


def found(text: str, *select: str) -> list[Finding]:
    settings = Settings(lang="ko", select=select or ("DUP",))
    return list(engine.audit(reader.read(text, "test"), settings).findings)


def shown(text: str, *select: str) -> list[str]:
    return [finding.place.text for finding in found(text, *select)]


def test_a_short_loanword_is_a_fault_where_the_text_uses_it_as_a_noun() -> None:
    assert shown("그는 토큰 토큰 값을 읽었다.", "DUP001") == []
    assert shown("그는 토큰 토큰 값을 읽었다. 토큰을 만들고 토큰의 값을 적었다.", "DUP001") == ["토큰 토큰"]


def test_the_longest_run_is_one_finding() -> None:
    assert shown("이어서 청구서 청구서 청구서 목록이 나온다.") == ["청구서 청구서 청구서"]
    assert shown("이어서 청구서 청구서 청구서 청구서 청구서 목록이 나온다.") == ["청구서 청구서 청구서 청구서 청구서"]


@pytest.mark.parametrize(
    "text",
    [
        "나토(나토)는 회의를 열었다.",
        "양국은 협력을 협력을 협력을 협력을 강화한다.",
        "위원회는 국내 경제 상황을 국내 경제 상황을 점검했다.",
        "화면을 마우스로 마우스로 마우스로 누른다.",
        "정보를를 확인했습니다습니다.",
    ],
)
def test_fixes_settle(text: str) -> None:
    document = reader.read(text, "test")
    settings = Settings(lang="ko", select=("DUP",))
    mended = engine.fix(document, engine.audit(document, settings), unsafe=True)
    assert mended != text
    assert found(mended) == []


def test_a_name_is_known_by_its_gloss_or_its_title() -> None:
    pair = "라무스와 라무스 사이의 휴전이 끝났다."
    assert shown(pair, "DUP004") == []
    assert shown(f"{pair} 라무스(Ramus)는 말이 없다.", "DUP004") == ["라무스와 라무스 사이"]
    assert shown("회사와 회사 간 거래가 늘었다. 회사 대표는 말이 없다.", "DUP004") == []


def test_a_sentence_repeated_far_away_is_advice_only() -> None:
    said = "정부는 지난달 발표한 주택 공급 계획을 다음 달부터 실행한다고 밝혔다."
    between = " ".join(f"위원 {n}명은 회의에서 서로 다른 생각을 말했다." for n in range(2, 9))
    assert [f.severity for f in found(f"{said} {said}", "DUP003")] == ["major"]
    assert [f.severity for f in found(f"{said} {between}\n\n{said}", "DUP003")] == ["neutral"]


def test_a_gloss_is_a_fault_near_the_first_and_advice_far_from_it() -> None:
    filler = "그날 회의에서는 여러 사람이 저마다 다른 이야기를 했다. "
    text = "도지(Doge)는 가상화폐이다. {}사람들은 도지(Doge)를 산다."
    assert [f.severity for f in found(text.format(""), "DUP006")] == ["minor"]
    assert [f.severity for f in found(text.format(filler * 20), "DUP006")] == ["neutral"]
    assert found(text.format(filler * 200), "DUP006") == []


def test_translated_style_is_advised_by_density() -> None:
    phrases = "협력을 높이는 맥락에서 만났다. 미국의 경우, 답이 없다. 세계는 변화를 목격했다. 이는 뚜렷한 목적을 가진 계획이다. "
    filler = "어제 서울에 비가 내렸고 오늘은 맑았다. "
    assert len(shown(phrases, "STY001")) == 4
    assert shown(phrases + filler * 2000, "STY001") == []
    assert {f.severity for f in found(phrases, "STY")} == {"neutral"}


HOSTILE = {
    "one letter": "가" * 75_000,
    "one piece": "가나다" * 25_000,
    "one word": "가나다 " * 20_000,
    "two words": "가나다라 마바사 " * 10_000,
    "brackets": "(" * 75_000,
    "glosses": "나토(나토" * 15_000,
    "glosses in turn": "도지(Doge) 나토(NATO) " * 3_750,
    "ands": "가나 다라 및 가나 다라 마바 " * 4_500,
    "pairs": "가나와 가나 간 " * 7_500,
    "one sentence": "정부는 지난달 발표한 주택 공급 계획을 밝혔다. " * 2_500,
    "calques": "맥락에서 " * 50_000,
    "pronouns in quotation marks": "“당신은 " * 12_500,
    "no characters": "\0\ufffd" * 25_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_time_in_proportion(name: str) -> None:
    text = HOSTILE[name]

    def seconds(part: str) -> float:
        started = time.process_time()
        found(part, "DUP", "STY")
        return time.process_time() - started

    half, whole = seconds(text[: len(text) // 2]), seconds(text)
    assert whole < 4 * half + 0.5
