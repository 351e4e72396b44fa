"""A sentence in another speech level than the rest of the text.

Machines translate a paragraph, or a sentence, at a time and choose the register anew: 합니다 after -다 in one article, です・ます
after だ・である. It is the commonest trace of machine translation in Korean news.

Not reported: quotations, also over several paragraphs; asides in parentheses; headings, items, captions, cells; questions and
exclamations; steps of instructions; transcripts; notices of the publisher at the border of the text; a mix of 합니다 and 해요, which
is one polite register. In a personal text (first person, greetings, 해요, emoticons) a mix is advice until it is a quarter
of the text. One sentence alone is reported only in a text of six statements or more, as minor.

Source: taxonomy of machine-translated Korean, "register-mix"; the speech levels are those of the Standard Korean grammar.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.register import Mix, Narrated, mix, narration
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView

KO = """글의 다른 문장과 높임의 등급이 다른 문장이 섞였다.
기계는 문단이나 문장을 따로따로 옮기면서 문체를 그때그때 고른다. ‘-다’로 쓴 기사에 ‘-습니다’가 끼어드는 까닭이다. 인용문과 질문, 제목, 목록은 보지 않는다."""

_NAMES = {
    "하십시오체": ("polite (하십시오체)", "하십시오체"),
    "해요체": ("polite (해요체)", "해요체"),
    "해라체": ("plain (해라체)", "해라체"),
    "です・ます体": ("polite (です・ます)", "です・ます체"),
    "だ・である体": ("plain (だ・である)", "だ・である체"),
    "plain": ("plain", "평어체"),
    "polite": ("polite", "경어체"),
}


def check(view: DocumentView) -> Iterator[Hit]:
    found = view.once(mix)
    if found is not None:
        told = view.once(narration).sentences
        breaks = set(map(id, found.breaks))
        for i, narrated in enumerate(told):
            if id(narrated) in breaks:
                yield _hit(found, narrated, _beside(told, i, found.expected))


def _beside(told: tuple[Narrated, ...], i: int, expected: str) -> Narrated | None:
    """The sentence next to ``told[i]`` in its paragraph that has the register of the text."""
    for j in (i + 1, i - 1):
        if 0 <= j < len(told) and told[j].view is told[i].view and told[j].ending.register == expected:
            return told[j]
    return None


def _hit(found: Mix, narrated: Narrated, beside: Narrated | None) -> Hit:
    view, sentence, ending = narrated.view, narrated.sentence, narrated.ending
    new = view.document.language.restyle(sentence.text, found.expected)
    start, end = narrated.start, narrated.end
    if new is not None:
        start, end = sentence.start + new[0], sentence.start + new[1]
    is_en, is_ko = _NAMES.get(ending.level, (ending.level, ending.level))
    in_en, in_ko = _NAMES.get(found.level or found.expected, (found.level, found.level))
    return view.hit(
        start,
        end,
        f"this sentence is {is_en} in a text that is {in_en}",
        f"{in_ko} 글에 {is_ko} 문장이 섞였다",
        fix=new[2] if new else None,
        related=(view.related(beside.start, beside.end, f"{in_en} beside it", f"곁의 문장은 {in_ko}이다"),) if beside else (),
        confidence=found.confidence,
        severity=found.severity,
    )


_NEWS = "정부는 새 법을 내놓았다. 국회는 곧 심의를 시작한다. 야당은 반대하고 있다."
_PAGE = "이 제품은 물에 약합니다. 젖은 손으로 만지면 고장이 날 수 있습니다. 전원을 먼저 끕니다."

CASES = (
    Case(f"{_NEWS}\n\n그는 “반드시 막겠습니다. 도와주십시오.”라고 말했다. 시민들은 지켜보고 있다. 결과는 알 수 없다."),
    Case(f"{_NEWS}\n\n“우리는 반대합니다. 이 법은 틀렸습니다.\n\n다시 만들어야 합니다.”\n\n그는 이렇게 말했다. 회의는 끝났다."),
    Case(f"{_PAGE}\n\n천천히 닦으세요. 물기가 남으면 안 돼요. 다시 켜면 됩니다."),
    Case(
        f"{_NEWS}\n\n회의는 내일 다시 열린다. 결과는 알 수 없다.\n\n이 기사의 저작권은 본사에 있습니다. 제보는 누리집에서 받습니다."
    ),
    Case("안녕하세요! 저는 오늘 산에 다녀왔어요. 날씨가 참 좋았습니다. 바람이 불었다. 그래도 즐거웠습니다. 여러분도 가 보세요."),
    Case("정부는 새 법을 내놓았다. 국회는 심의합니다."),
    Case("彼は東京で生まれた。父は医者だった。「私は行きます。」と彼は言った。今も住んでいる。町は静かである。", lang="ja"),
    Case(
        f"{_NEWS}\n\n회의는 내일 다시 ⟦열립니다⟧. 결과는 알 수 ⟦없습니다⟧. 모두 기다리고 ⟦있습니다⟧.\n\n장관은 말을 아꼈다. 표결은 다음 달이다.",
        fixed=f"{_NEWS}\n\n회의는 내일 다시 열린다. 결과는 알 수 없다. 모두 기다리고 있다.\n\n장관은 말을 아꼈다. 표결은 다음 달이다.",
    ),
    Case(
        f"{_PAGE}\n\n수리는 무료가 ⟦아니다⟧. 상담은 언제나 ⟦가능하다⟧(평일). 다음 주에 문을 엽니다.",
        fixed=f"{_PAGE}\n\n수리는 무료가 아닙니다. 상담은 언제나 가능합니다(평일). 다음 주에 문을 엽니다.",
    ),
    Case(f"{_NEWS} 표결은 다음 달이다. 결과는 ⟦모릅니다⟧. 장관은 말을 아꼈다. 회의가 끝났다."),
    Case("국회는 법을 ⟦만듭니다⟧.", fixed="국회는 법을 만든다.", settings=(("register", "plain"),)),
    Case("彼は東京で生まれた。父は医者だった。母は教師⟦です⟧。今も町に住ん⟦でいます⟧。町は静かである。人は少ない。", lang="ja"),
)

RULE = Rule("REG001", "mixed-register", "style/register", "major", check, CASES, KO, scope="document", languages=("ko", "ja"))
