"""A number of the source is another number in the translation, or is not there.

Machines lose a zero between million and 만, read the decimal comma of Vietnamese or German as a separator of thousands, and drop a
number with its clause. Values are compared, not spellings: 1.5 million is 150만, 150万, 1,5 triệu and 1,5 Mio.

Major where the number in its place is like it (a power of ten, one digit, digits in another order) or the currency changed; minor
where it is another number or none; a number that only the translation has is advice.

Not reported: *one* and *two*, and spelled-out numbers up to twelve in other languages than English, unless a figure stands in their
place; words that only look like numbers (*one of*,
*second to none*, 하나의, 만일, 一般); vague ones (*a dozen*, *twice*, *half*); a number rounded to the magnitude that it is written in; units
that a translator converts (miles, feet, pounds, Fahrenheit, an amount in another currency with its own figure); figures inside names
(F-16, COVID-19) that are left out; a number repeated by a pronoun; other languages than English, Korean, Japanese, Chinese, Vietnamese,
Russian, German, French and Spanish; dates and times, which ``source-date`` compares.

Source: MQM 2.0, Accuracy: mistranslation, number; no false alarm on the professional English–Korean pairs of Parallel Universal
Dependencies.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.rules.universal import _quantities
from mtaudit.rules.universal._quantities import Found
from mtaudit.view import DocumentView

KO = """원문의 수가 번역문에서 다른 수가 되었거나 빠졌다.
million과 만 사이에서 0이 하나 빠지거나, 베트남어·독일어의 소수점 쉼표를 천 단위 쉼표로 읽거나, 수를 통째로 빠뜨린 것이다. 표기가 아니라 값을 견준다. 1.5 million은
150만, 150万, 1,5 triệu와 같다. 글자로 쓴 작은 수, ‘one of’나 ‘만일’처럼 수가 아닌 말, 어림수, 반올림, 환산한 단위는 알리지 않는다."""

LIKE = {
    "magnitude": ("only the magnitude differs", "자릿수만 다르다"),
    "digit": ("one digit differs", "숫자 하나가 다르다"),
    "order": ("the same digits in another order", "숫자의 순서가 다르다"),
    "unit": ("the currency differs", "통화가 다르다"),
    "other": ("", ""),
}


def check(view: DocumentView) -> Iterator[Hit]:
    for found in view.once(_quantities.found):
        if not found.is_date:
            yield _hit(found)


def _hit(found: Found) -> Hit:
    theirs, ours, how = found.theirs(), found.ours(), found.difference.how
    if how == "missing":
        return found.hit(
            f"the source says “{theirs}”; no such number stands here",
            f"원문의 수 ‘{theirs}’에 해당하는 수가 없다",
            severity="minor",
            confidence=0.6,
        )
    if how == "added":
        return found.hit(
            f"“{ours}” has no counterpart in the source",
            f"‘{ours}’에 해당하는 수가 원문에 없다",
            severity="neutral",
            confidence=0.3,
        )
    sure = found.difference.theirs is not None and found.difference.theirs.sure
    if how == "other":
        return found.hit(
            f"the source says “{theirs}”, the translation “{ours}”",
            f"원문은 ‘{theirs}’인데 번역문은 ‘{ours}’이다",
            severity="minor" if sure else "neutral",
            confidence=0.6 if sure else 0.4,
        )
    en, ko = LIKE[how]
    return found.hit(
        f"the source says “{theirs}”, the translation “{ours}”: {en}",
        f"원문은 ‘{theirs}’인데 번역문은 ‘{ours}’이다. {ko}",
        severity="major" if sure else "minor",
        confidence=0.9 if sure else 0.7,
    )


CASES = (
    Case("150만 명이 왔다.", source="1.5 million people came."),
    Case("150만 명이 왔다.", source="1,5 triệu người đã đến.", settings=(("source_lang", "vi"),)),
    Case("150만 명이 왔다.", source="Es kamen 1,5 Mio. Menschen.", settings=(("source_lang", "de"),)),
    Case("23억 루블을 썼다.", source="Потратили 2,3 млрд рублей.", settings=(("source_lang", "ru"),)),
    Case("3억8천만 원이 들었다.", source="3億8千万ウォンかかった。", settings=(("source_lang", "ja"),)),
    Case("1조 5000억 위안을 투자했다.", source="投资了1.5万亿元。", settings=(("source_lang", "zh"),)),
    Case("75명이 왔다.", source="Seventy-five people came."),
    Case("그는 하나뿐인 친구를 잃었다.", source="He lost one of his friends, second to none."),
    Case("열두 개쯤 샀다.", source="They bought a dozen of them."),
    Case("16km를 걸었다.", source="They walked 10 miles."),
    Case("약 151만 명이 살았다.", source="Some 1,508,000 people lived there."),
    Case("10만~20만 명이 모였다.", source="Between 100,000 and 200,000 people gathered."),
    Case("1만~2만 명이 모였다.", source="10-20 thousand people gathered."),
    Case("인구의 절반이 떠났다.", source="Half the people left."),
    Case("전투기를 샀다.", source="They bought F-16 fighters."),
    Case("상위 20%가 차지했다.", source="The top 20 percent took it."),
    Case("헨리 8세가 죽었다.", source="Henry VIII died."),
    Case("50만 명이 떠났다.", source="Half a million people left."),
    Case("⟦1500만⟧ 명이 왔다.", source="1.5 million people came to the city."),
    Case("⟦1만 5,000⟧ 명이 왔다.", source="1,500 people came to the city."),
    Case("⟦57⟧명이 왔다.", source="Seventy-five people came."),
    Case("⟦7⟧명이 왔다.", source="Three people came."),
    Case("⟦그는 여러 해를 살았다.⟧", source="He lived there for seven years."),
    Case("⟦100유로⟧를 아꼈다.", source="They saved 100 dollars."),
    Case("비가 왔다. ⟦많은 사람이 왔다.⟧", source="It rained. 4,300 people came."),
    Case("⟦15억⟧ 동을 냈다.", source="Họ trả 1,5 triệu đồng.", settings=(("source_lang", "vi"),)),
    Case("⟦17.5 million⟧ people came.", source="175만 명이 왔다.", lang="en"),
)

RULE = Rule(
    "SRC001", "source-number", "accuracy/mistranslation/number", "major", check, CASES, KO, scope="document", confidence=0.9
)
