"""A model that reads source and translation marks this as an error.

Some models are trained on annotations of translators, and say of every token whether it belongs to a minor, a major or a critical
error. The severity is the model's, the certainty is the probability that it gives.

Asked only with ``--model spans=…``.

Not reported: what the model gives a probability of less than one half; anything in a text without a source. Such a model is as
good as what it was trained on: look at what it says of texts that you know before its word stops a publication.

Source: Guerreiro et al. 2024, "xCOMET: Transparent Machine Translation Evaluation through Fine-grained Error Detection", for the kind of
model.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit import opinions
from mtaudit.report import SEVERITY_WORDS, Hit
from mtaudit.rules import Rule
from mtaudit.sources import shortened
from mtaudit.view import DocumentView

KO = """원문과 번역문을 함께 읽는 모형이 오류로 표시했다.
번역가의 오류 표시로 훈련된 모형이 토큰마다 경미, 중대, 치명 오류인지 말한다(--model spans=…). 심각도는 모형이 정한 것이고 확신도는 모형의 확률이다.
확률이 절반이 안 되는 것은 알리지 않는다."""

_LEAST = 0.5


def check(view: DocumentView) -> Iterator[Hit]:
    for pair, errors in view.once(opinions.marked):
        for error in errors:
            if error.probability < _LEAST:
                continue
            said, there = shortened(pair.view.text[error.start : error.end]), shortened(pair.source, 40)
            worst = SEVERITY_WORDS[error.severity]
            yield pair.view.hit(
                error.start,
                error.end,
                f"a model takes “{said}” for a {worst.en} error beside “{there}”",
                f"모형이 원문 ‘{there}’에 대한 ‘{said}’을(를) {worst.ko} 오류로 본다",
                severity=error.severity,
                confidence=round(error.probability, 2),
            )


RULE = Rule(
    "MDL002", "model-error", "accuracy/mistranslation", "minor", check, (), KO, scope="document", confidence=0.5, needs="spans",
)  # fmt: skip
