"""A part of the source is said nowhere in the translation, or a part of the translation nowhere in the source, says a model.

Machines skip a clause of a long sentence, and a sentence that is grammatical without it shows no wound. Where a text is shorter than its
source lets expect, clauses and sentences are taken out of the source one by one: if what is left lies nearer to the translation than
the whole did, the part that was taken out is probably missing. A text that is too long is tried the other way round.

Asked only with ``--model similarity``, and only for languages that the model knows.

Not reported: pairs whose lengths fit each other; parts of fewer than three words (six characters of Chinese or Japanese); a single
word, number or name; what the translation says shorter, which is nearer as a whole.

Source: house experience. On 505 professional English-Korean pairs and the same with a clause taken out of each: see benchmarks/README.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit import sources
from mtaudit.config import Models
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.rules.universal import _unsaid
from mtaudit.rules.universal._unsaid import Part
from mtaudit.view import OPAQUE, DocumentView

KO = """원문의 한 부분이 번역문 어디에도 없거나, 번역문의 한 부분이 원문 어디에도 없다(모형의 판단).
번역문이 예상보다 짧으면 원문에서 절과 문장을 하나씩 빼 보고, 남은 것이 전체보다 번역문에 더 가까우면 뺀 부분이 빠졌다고 본다(--model similarity).
길이가 맞는 쌍과 세 어절이 안 되는 부분은 알리지 않는다."""


def check(view: DocumentView) -> Iterator[Hit]:
    yield from map(_hit, view.once(_unsaid.found).values())


def _hit(part: Part) -> Hit:
    pair, sure = part.pair, part.sure
    here, there = sources.shortened(pair.view.text, 40), sources.shortened(pair.source, 40)
    if part.omitted:
        quoted = sources.shortened(pair.source[part.start : part.end].strip(" ,;:"))
        return pair.view.hit(
            0,
            len(pair.view.text),
            f"“{quoted}” of the source seems to be missing in “{here}”",
            f"원문의 ‘{quoted}’이(가) ‘{here}’에 빠진 듯하다",
            severity="minor" if sure else "neutral",
            confidence=0.7 if sure else 0.4,
        )
    quoted = sources.shortened(pair.view.text[part.start : part.end].strip(" ,;:").replace(OPAQUE, "…"))
    start = part.start + len(pair.view.text[part.start :]) - len(pair.view.text[part.start :].lstrip())
    return pair.view.hit(
        start,
        part.end,
        f"“{quoted}” seems to say what the source “{there}” does not",
        f"‘{quoted}’은(는) 원문 ‘{there}’에 없는 말인 듯하다",
        severity="minor" if sure else "neutral",
        confidence=0.7 if sure else 0.4,
    )


_MODEL = (("models", Models(similarity="use-multilingual-v3")), ("source_lang", "en"))

CASES = (
    Case("도서관은 새 건물이 다 지어질 때까지 월요일마다 문을 닫는다.", source="The library is closed on Mondays until the new building is finished.", settings=_MODEL),
    Case("비가 와서 집에 있었다.", source="It was raining, so we stayed at home.", settings=_MODEL),
    Case("⟦메마른 비탈에서는 밀이 더는 자라지 않았다.⟧", source="Farmers in the valley planted apple trees along the river, since wheat no longer grew on the dry slopes.", settings=_MODEL),
    Case("도서관은 월요일마다 문을 닫는다. ⟦포도는 화산 근처에서 잘 자란다.⟧", source="The library is closed on Mondays.", settings=_MODEL),
)  # fmt: skip

RULE = Rule(
    "SRC013", "source-unsaid", "accuracy/omission", "minor", check, CASES, KO, scope="document", confidence=0.7,
    yields_to=("source-copied", "source-meaning", "source-omission", "source-addition"), needs="similarity",
)  # fmt: skip
