"""The translation says something else than its source, or stands beside the wrong source.

A shifted table, a line lost on the way and a machine that wanders off leave sentences beside sources that they do not translate. A
model of sentences lays two texts that mean the same near each other, whatever their languages are. The cosine of true pairs is seldom
below 0.35, that of strangers seldom above 0.25; a translation below 0.3 that lies near the source of one of the three pairs before
or after it has slipped.

Asked only with ``--model similarity``, and only for languages that the model knows.

Another encoder than the default one is measured on the document's own pairs, of which it takes twelve.

Not reported: sources of less than 12 letters; a wrong number, name or negation, which the model hardly sees; how good a
translation is: among true translations a higher cosine is no better translation. From 0.2 to 0.3 it is advice.

Source: Yang et al. 2020, "Multilingual Universal Sentence Encoder for Semantic Retrieval"; thresholds measured on English, Japanese and
Chinese beside Korean and beside each other: 500 pairs each, of true pairs 5 % lie below 0.31 to 0.51, of strangers 5 % above 0.16 to 0.23.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit import opinions
from mtaudit.config import Models
from mtaudit.opinions import Compared, Scale
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.sources import shortened
from mtaudit.view import DocumentView

KO = """번역문이 원문과 다른 말을 하거나 엉뚱한 원문 옆에 있다.
표의 행이 밀리거나 줄이 빠지면 문장이 다른 원문 옆에 놓인다. 문장의 뜻을 견주는 모형이 두 글의 거리를 잰다(--model similarity). 숫자, 이름, 부정이 틀린 것은
거의 보지 못하며, 점수가 높다고 더 나은 번역은 아니다."""

_FAR, _DOUBTFUL = 0.2, 0.3
"""Cosines below which two texts are strangers, or may be."""
_NEAR, _NEARER = 0.4, 0.3
"""A slipped translation has at least this cosine with the other source, and so much more than with its own."""
_REACH = 3
"""Pairs before and after, whose sources a slipped translation may belong to."""


def check(view: DocumentView) -> Iterator[Hit]:
    found, scale = view.once(opinions.compared), view.once(opinions.scale)
    if scale is None:
        return
    likeness = [scale.likeness(cosine) for _, cosine in found]
    for at, (pair, cosine) in enumerate(found):
        if likeness[at] >= _DOUBTFUL:
            continue
        text, source, here = pair.view.text, shortened(pair.source), shortened(pair.view.text)
        other = _belongs(view, found, at, scale)
        if other is not None:
            there = shortened(other.pair.source)
            yield pair.view.hit(
                0,
                len(text),
                f"“{here}” does not translate “{source}” but “{there}”, the source of another segment (similarity {cosine:.2f} and {other.cosine:.2f})",
                f"‘{here}’은(는) ‘{source}’이(가) 아니라 다른 분절의 원문 ‘{there}’의 번역이다(유사도 {cosine:.2f}, {other.cosine:.2f})",
            )
        else:
            yield pair.view.hit(
                0,
                len(text),
                f"“{here}” seems to say something else than its source “{source}” (similarity {cosine:.2f})",
                f"‘{here}’이(가) 원문 ‘{source}’과(와) 다른 말을 하는 듯하다(유사도 {cosine:.2f})",
                severity="minor" if likeness[at] < _FAR else "neutral",
                confidence=0.7 if likeness[at] < _FAR else 0.4,
            )


def _belongs(view: DocumentView, found: tuple[Compared, ...], at: int, scale: Scale) -> Compared | None:
    """The pair whose source the translation at ``at`` belongs to, with the cosine of the two."""
    model = view.once(opinions.similar)
    near = [other.pair for other in found[max(0, at - _REACH) : at + _REACH + 1] if other is not found[at]]
    if model is None or not near:
        return None
    text = opinions.plain(found[at].pair.view.text)
    cosine, where = max(zip(model.cosines([pair.source for pair in near], [text] * len(near)), range(len(near)), strict=True))
    least = max(_NEAR, scale.likeness(found[at].cosine) + _NEARER)
    return Compared(near[where], cosine) if scale.likeness(cosine) >= least else None


_MODEL = (("models", Models(similarity="use-multilingual-v3")), ("source_lang", "en"))

CASES = (
    Case("도서관은 월요일마다 문을 닫는다.", source="The library is closed on Mondays.", settings=_MODEL),
    Case("확인", source="OK", settings=_MODEL),
    Case("섬에 가는 마지막 배는 여섯 시에 떠난다.\n도서관은 월요일마다 문을 닫는다.", source="The last boat to the island leaves at six.\nThe library is closed on Mondays.", settings=_MODEL),
    Case("⟦화산 근처에서는 포도가 잘 자란다.⟧", source="The library is closed on Mondays.", settings=_MODEL),
    Case("⟦도서관은 월요일마다 문을 닫는다.⟧\n⟦섬에 가는 마지막 배는 여섯 시에 떠난다.⟧", source="The last boat to the island leaves at six.\nThe library is closed on Mondays.", settings=_MODEL),
)  # fmt: skip

RULE = Rule(
    "SRC011", "source-meaning", "accuracy/mistranslation", "major", check, CASES, KO, scope="document", confidence=0.85,
    yields_to=("source-copied",), needs="similarity",
)  # fmt: skip
