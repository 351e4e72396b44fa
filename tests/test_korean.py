"""Korean without a morphological analyser: where sentences end, in which speech level, and how they would read in another."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from mtaudit.languages.ko import conjugation, endings, sentences

SHARED = Path(__file__).parents[2] / "shared" / "data" / "human_ko" / "sentences"

# Sentences


@pytest.mark.parametrize(
    "text",
    [
        "그는 “우리는 간다. 그리고 온다.”라고 말했다.| 끝이다.",
        '그는 "우리는 간다." 라고 말했다.| 끝이다.',
        "“가겠습니다.| 오겠습니다.”",
        "사진: Nato.int 그는 갔다.| .NET을 쓴다.",
        "J.D. 밴스 부통령은 U.S. 달러를 3.5배로 냈다.| 2013. 10. 2. 시행한다.| 그렇다.",
        "1. 가입한다.| 2. 탈퇴한다.",
        "가. 가입한다.| 나. 탈퇴한다.",
        "그래… 하지만 간다…| 그는 갔다...| 그래",
        "가능하지?라는 물음이다.| 정말?!?| 그래!",
        "가정이었습니다.|금속판은 컸습니다.",
        "목격했습니다. .| 이러한 일이다.",
        "가져올 수 있습니다.| .pst 파일을 연다.",
        "첫 줄이다|\n둘째 줄입니다:|\n- 항목",
        "한 줄을\n이어 쓴다.",
        "앞 문장이다.|\u2028뒤 문장이다.|\f끝이다.",
        "필요가 없습니다.| 노조의.| 말할 것도 없이, 간다.",
        "그는 갔다.[1]| 비가 왔다.|(사진) 그렇다.",
        "(확인 못함. 그렇다.)| 그는 갔다.",
        "좋아요!😊| 그래요~ 네.",
        "Windows 10.| 그리고 간다.",
        "3.1운동은 컸다.| 5.18도 컸다.",
        "야후! 코리아가 왔다.| 끝.",
        "",
        "...",
    ],
)
def test_sentences(text: str) -> None:
    wanted = [part.strip() for part in text.split("|") if part.strip()]
    bare = text.replace("|", "")
    assert [bare[start:end] for start, end in sentences.split(bare)] == wanted


@pytest.mark.parametrize(
    "text", ['("' * 50_000, "." * 100_000, "다." * 50_000, '"' * 100_000, "“" * 100_000, "\n" * 100_000, "(다. " * 30_000]
)
def test_hostile_text_is_split_in_linear_time(text: str) -> None:
    start = process_time()
    sentences.split(text)
    assert process_time() - start < 3


def lines(name: str) -> list[str]:
    path = SHARED / name
    if not path.exists():
        pytest.skip("the development data is not here")
    return [line.strip() for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


@pytest.mark.parametrize("name", ["kaist_dev.txt", "klue_dp_dev_airbnb.txt", "klue_dp_dev_wikitree.txt", "pud_part1.txt"])
def test_joined_sentences_come_apart_again(name: str) -> None:
    found = right = wanted = 0
    given = lines(name)
    for i in range(0, len(given) - 4, 5):
        group = given[i : i + 5]
        ends, at = set(), -1
        for sentence in group[:-1]:
            at += len(sentence) + 1
            ends.add(at)
        got = {end for _, end in sentences.split(" ".join(group))[:-1]}
        found, right, wanted = found + len(got), right + len(got & ends), wanted + len(ends)
    assert right / found > 0.99
    assert right / wanted > 0.985


# Endings

LEVELS = {
    "하십시오체 polite": "갔습니다. 같습니다(C8). 썼습니다: 것입니까? 하십시오. 갑시다! 갔습니다ㅠㅠ 감사합니다😊 있습니다[1].",
    "해요체 polite": "좋아요! 해야죠~ 중이에요. 가요. 있네요. 그럴까요? 아닌가요? 하거든요.",
    "해라체 plain": "간다. 먹는다. 아니다. 나토다. 희박하다. 좋다[1]. 판다. 하나이다. 풀이된다.",
    "해라체 ": "그런가? 가자. 보자. 하라. 말라. 아니던가.",
    "해체 ": "갔어. 사랑해. 그렇지. 하네.",
    "명사형 ": "있음. 것임. 함. 됨. 없었음. 것.",
    "": "바다 캐나다. 필요 주요 사람 책임. 다음 마음 날마다 그보다 노조의. NATO. 3. ... 판다 대중가요 나무.",
}


@pytest.mark.parametrize(("wanted", "word"), [(level, word) for level, words in LEVELS.items() for word in words.split()])
def test_endings(wanted: str, word: str) -> None:
    found = endings.ending("그것은 " + word)
    assert (f"{found.level} {found.register}" if found else "") == wanted


@pytest.mark.parametrize("sentence", ["“그렇게 하겠습니다.”", "'간다.'", "「간다。」"])
def test_whoever_is_quoted_has_no_register(sentence: str) -> None:
    found = endings.ending(sentence)
    assert found is not None
    assert found.register == ""


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("그는 “갔다”고 했다.", "했다"),
        ("제작된 것 같습니다)", "같습니다"),
        ("그는 갔다 (사진).", "갔다"),
        ("끝났습니다. .", "끝났습니다"),
    ],
)
def test_an_ending_has_the_span_of_its_word(sentence: str, word: str) -> None:
    found = endings.ending(sentence)
    assert found is not None
    assert sentence[found.start : found.end] == word


# Conjugation: plain=polite, both ways; > only to polite, < only to plain.

BOTH_WAYS = """
있다=있습니다 없다=없습니다 했다=했습니다 갔다=갔습니다 됐다=됐습니다 되었다=되었습니다 밝혔다=밝혔습니다 덧붙였다=덧붙였습니다 말했다=말했습니다
였다=였습니다 겠다=겠습니다 하겠다=하겠습니다 희박하다=희박합니다 필요하다=필요합니다 중요하다=중요합니다 가능하다=가능합니다 불가능하다=불가능합니다
충분하다=충분합니다 불충분하다=불충분합니다 다양하다=다양합니다 유명하다=유명합니다 명확하다=명확합니다 심각하다=심각합니다 조용하다=조용합니다
강하다=강합니다 약하다=약합니다 흔하다=흔합니다 편하다=편합니다 한다=합니다 발표한다=발표합니다 시작한다=시작합니다 공격한다=공격합니다
지적한다=지적합니다 조직한다=조직합니다 퇴직한다=퇴직합니다 기만한다=기만합니다 정한다=정합니다 해당한다=해당합니다 된다=됩니다 진행된다=진행됩니다
간다=갑니다 온다=옵니다 본다=봅니다 준다=줍니다 쓴다=씁니다> 산다=삽니다 안다=압니다 만든다=만듭니다 연다=엽니다 판다=팝니다 든다=듭니다
늘어난다=늘어납니다 나타난다=나타납니다 이어진다=이어집니다 떨어진다=떨어집니다 흐른다=흐릅니다 모른다=모릅니다 부른다=부릅니다 오른다=오릅니다
내린다=내립니다 드린다=드립니다 친다=칩니다 잔다=잡니다 난다=납니다 선다=섭니다 보낸다=보냅니다 배운다=배웁니다 바꾼다=바꿉니다 계신다=계십니다 하신다=하십니다
먹는다=먹습니다 읽는다=읽습니다 받는다=받습니다 믿는다=믿습니다 찾는다=찾습니다 잊는다=잊습니다 남는다=남습니다 넘는다=넘습니다 돕는다=돕습니다
입는다=입습니다 잡는다=잡습니다 놓는다=놓습니다 쌓는다=쌓습니다 잃는다=잃습니다 끊는다=끊습니다 맡는다=맡습니다 갚는다=갚습니다 밟는다=밟습니다 짓는다=짓습니다
좋다=좋습니다 같다=같습니다 많다=많습니다 적다=적습니다 높다=높습니다 낮다=낮습니다 짧다=짧습니다 넓다=넓습니다 깊다=깊습니다 어렵다=어렵습니다
쉽다=쉽습니다 가깝다=가깝습니다 무겁다=무겁습니다 새롭다=새롭습니다 아름답다=아름답습니다 자연스럽다=자연스럽습니다 싶다=싶습니다 괜찮다=괜찮습니다
옳다=옳습니다 그렇다=그렇습니다 하얗다=하얗습니다 젊다=젊습니다 크다=큽니다 아프다=아픕니다 나쁘다=나쁩니다 기쁘다=기쁩니다 바쁘다=바쁩니다
빠르다=빠릅니다 다르다=다릅니다 푸르다=푸릅니다 비싸다=비쌉니다 어리다=어립니다 느리다=느립니다 뛰어나다=뛰어납니다 올바르다=올바릅니다
길다=깁니다 멀다=멉니다 힘들다=힘듭니다 드물다=드뭅니다 둥글다=둥급니다 아니다=아닙니다 예정이다=예정입니다 것이다=것입니다 때문이다=때문입니다
사람이다=사람입니다 NATO이다=NATO입니다 3위이다>3위입니다 나토다=나토입니다 문제다=문제입니다 이유다=이유입니다 때다=때입니다 국가다=국가입니다
보인다=보입니다 쓰인다=쓰입니다 높인다=높입니다 움직인다=움직입니다 받아들인다=받아들입니다 쌓인다=쌓입니다 정보다=정보입니다 아이다>아이입니다
이하다=이하입니다 위해서다=위해서입니다 부터다=부터입니다 건강하시다=건강하십니다 없으시다=없으십니다 할만하다=할만합니다 거다>겁니다
""".split()

IN_CONTEXT = [
    "가지 않는다=않습니다", "크지 않다=않습니다", "좋지 않다=않습니다", "되지 않는다=않습니다", "필요하지 않다=않습니다", "적절하지 않다=않습니다", "있지 않다=않습니다",
    "사람이지 않다=않습니다", "먹지 않는다=않습니다", "보이지 않는다=않습니다", "쉽지 않다=않습니다", "범상치 않다=않습니다", "익숙지 않다=않습니다", "하지는 않는다=않습니다",
    "가지 못한다=못합니다", "좋지 못하다=못합니다", "가야 한다=합니다", "크기도 하다=합니다", "사람이기도 하다=합니다", "가기도 한다=합니다", "간다고 한다=합니다", "올 듯 하다=합니다",
    "할 것이다<겁니다", "한 것이다<겁니다", "전화를 건다=겁니다", "오나 보다=봅니다", "책을 본다=봅니다", "글을 쓴다=씁니다", "결론에 이른다=이릅니다", "두 가지다=가지입니다",
    "값을 줄인다=줄입니다", "일을 벌인다=벌입니다", "공을 찬다=찹니다", "날이 있다<있어요", "일을 했다<했어요", "집이 좋다<좋아요", "사람이다<사람이에요", "나무다<나무예요",
]  # fmt: skip


def pairs() -> list[tuple[str, str, str]]:
    out = []
    for item in [*BOTH_WAYS, *IN_CONTEXT]:
        before, _, rest = item.rpartition(" ")
        bare = rest.rstrip("<>") if "=" in rest else rest
        sign = rest[-1] if "=" in rest and rest[-1] in "<>" else "=" if "=" in bare else "<" if "<" in bare else ">"
        plain, polite = bare.replace("<", "=").replace(">", "=").split("=")
        out += [(before, plain, "polite " + polite)] if sign in "=>" else []
        out += [(before, polite, "plain " + plain)] if sign in "=<" else []
    return out


def restyled(sentence: str, register: str) -> str | None:
    found = conjugation.restyle(sentence, register)
    return None if found is None else sentence[: found[0]] + found[2] + sentence[found[1] :]


@pytest.mark.parametrize(("before", "word", "wanted"), pairs())
def test_restyle(before: str, word: str, wanted: str) -> None:
    register, new = wanted.split()
    lead = f"그것은 {before} ".replace("  ", " ")
    assert restyled(f"{lead}{word}.", register) == f"{lead}{new}."


def test_the_table_is_long_enough() -> None:
    assert len(pairs()) >= 300


@pytest.mark.parametrize(
    ("sentence", "register"),
    [
        ("그는 갑니까?", "plain"), ("어서 하십시오.", "plain"), ("그는 갔네요.", "plain"), ("줄입니다.", "plain"), ("그 말이 밝습니다.", "plain"),
        ("그는 간다.", "plain"), ("그는 갑니다.", "polite"), ("“그는 간다.”", "polite"), ("그런가?", "polite"), ("사람을 만나다.", "polite"), ("넓은 바다", "polite"), ("", "polite"),
    ],
)  # fmt: skip
def test_no_answer_is_better_than_a_guess(sentence: str, register: str) -> None:
    assert conjugation.restyle(sentence, register) is None


def test_human_news_survives_the_round_trip() -> None:
    """이다 after a vowel may come back as 다: both are right."""
    total = same = 0
    for name in (
        "park_news_dev.txt",
        "kss_wikipedia_part1.txt",
        "klue_nli_dev_premise_wikipedia.txt",
        "klue_nli_dev_premise_policy.txt",
    ):
        for line in lines(name):
            found = endings.ending(line)
            if found is None or found.register != "plain":
                continue
            total += 1
            polite = restyled(line, "polite")
            back = polite and restyled(polite, "plain")
            shorter = line[: found.end].removesuffix("이다") + "다" + line[found.end :]
            same += back in (line, shorter)
    assert same / total > 0.97
