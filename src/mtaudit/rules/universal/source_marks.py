"""A question became a statement, or brackets and final punctuation of the source are gone.

Machines smooth a question into a statement, and drop what stands in parentheses, the colon before a list, the dots of an unfinished
sentence.

Reported as a fault: a question whose translation ends as a statement. The rest is advice, since people render a parenthesis by a
clause and an exclamation by a full stop.

Not reported: a question mark inside the sentence; a question told in the words of somebody (“…?” he asked); requests in the form of
a question (Could you …?, Why not …?) and tags (isn’t it?), which other languages put otherwise; headings, which may be noun
phrases; brackets that hold a name in the other script, which is a matter of style.

Source: MQM 2.0, Accuracy: mistranslation; Korean endings of questions as in any grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit import sources
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.sources import Pair
from mtaudit.view import DocumentView

KO = """원문의 의문문이 평서문이 되었거나, 괄호나 문장 끝 부호가 사라졌다.
의문문을 평서문으로 옮긴 것만 잘못으로 보고, 괄호와 쌍점 같은 것은 참고로만 알린다. 부탁하는 말(Could you …?)과 제목은 알리지 않는다."""

_CLOSERS = " \"'”’»」』)）]】*_\u00a0"
_OPENERS = " \"'“‘«「『(（[【*_\u00a0"
_QUESTION = "?？؟;" + "\u037e"
_PLAIN = (
    "습니다",
    "합니다",
    "입니다",
    "었다",
    "았다",
    "했다",
    "였다",
    "이다",
    "한다",
    "된다",
    "있다",
    "없다",
    "같다",
    "이었다",
    "세요",
    "십시오",
)
"""Korean endings that ask nothing."""


@cache
def _asking() -> re.Pattern[str]:
    """How an English sentence begins that wants an answer, after at most a clause."""
    ask = r"who|whom|whose|what|which|when|where|how|why|is|are|was|were|do|does|did|has|have|had|will|should|must|may|might"
    return re.compile(
        rf"^(?:(?:and|but|so|or|then|well|now)[, ]+)?(?:{ask})\b(?! (?:not|about|don['’]t|else|knows|cares|you please)\b)", re.I
    )


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(r"[(（\[【]([^()（）\[\]【】]{2,200})[)）\]】]")


_ENDS = ((":", "：", "colon", "쌍점"), ("…", "...", "ellipsis", "말줄임표"))


def check(view: DocumentView) -> Iterator[Hit]:
    pairs = view.once(sources.pairs)
    if not pairs:
        return
    lang, here = view.once(sources.source_language), view.language.code
    for pair in pairs:
        if pair.view.kind == "heading":
            continue
        source, text = pair.source.strip(), pair.view.text.rstrip()
        end = len(text.rstrip(_CLOSERS))
        if not end:
            continue
        bare = source.rstrip(_CLOSERS)
        if bare[-1:] in ("?", "？"):
            yield from _question(pair, lang, here, bare, end)
        yield from _colon(pair, source, text)
        yield from _brackets(pair, here)


def _question(pair: Pair, lang: str, here: str, source: str, end: int) -> Iterator[Hit]:
    text = pair.view.text
    if any(mark in text for mark in _QUESTION if mark != ";" or here == "el"):
        return
    last = sources.sentences(pair.source, lang)[-1].strip(_OPENERS + _CLOSERS)
    word = text[:end].rstrip(".。!！").split()[-1:] or [""]
    if lang == "en" and _asking().match(last) is None:
        return
    told = here != "ko" or word[0].endswith(_PLAIN)
    if (
        here == "ko"
        and word[0].endswith(("까", "가", "나", "니", "지", "죠", "요", "냐", "래", "군", "을지", "라고"))
        and not word[0].endswith(_PLAIN)
    ):
        return
    if here == "ja" and text[:end].rstrip("。").endswith(("か", "の", "かな", "ね")):
        return
    if here == "zh" and re.search("[吗呢么吧嗎麼]|什么|谁|哪|怎|为何|是否|几|多少", text):
        return
    at = text.rfind(word[0], 0, end) if word[0] else 0
    yield pair.view.hit(
        at,
        end,
        f"the source asks “{sources.shortened(last)}”, this states: “{sources.shortened(text[at:end])}”",
        f"원문은 ‘{sources.shortened(last)}’라고 묻는데 번역문은 ‘{sources.shortened(text[at:end])}’(으)로 끝난다",
        severity="minor" if told and here in ("ko", "en") and len(pair.view.sentences) == 1 else "neutral",
        confidence=0.8 if told else 0.4,
    )


def _colon(pair: Pair, source: str, text: str) -> Iterator[Hit]:
    for one, two, en, ko in _ENDS:
        if source.endswith((one, two)) and not text.endswith((one, two)) and len(source) > 1:
            at = len(text) - 1
            yield pair.view.hit(
                at,
                len(text),
                f"the source ends in a {en}: “{sources.shortened(source[-20:])}”, this in “{text[at:]}”",
                f"원문은 {ko}(으)로 끝나는데(‘{sources.shortened(source[-20:])}’) 번역문은 ‘{text[at:]}’(으)로 끝난다",
                severity="neutral",
                confidence=0.5,
            )


def _brackets(pair: Pair, here: str) -> Iterator[Hit]:
    if "(" not in pair.source and "（" not in pair.source:
        return
    theirs = [m for m in _bracket().finditer(pair.source) if " " in m[1] or m[1][0] > "\u2e80"]
    ours = _bracket().findall(pair.view.text)
    if len(ours) < len(theirs) and not any(mark in pair.view.text for mark in ("—", "–", " - ", ", ")):
        lost = theirs[len(ours)]
        yield pair.view.hit(
            *sources.sentence_at(pair, pair.view.document.once(sources.source_language), lost.start()),
            f"“{sources.shortened(lost[0])}” of the source stands in no brackets here",
            f"원문의 괄호 ‘{sources.shortened(lost[0])}’이(가) 번역문에 없다",
            severity="neutral",
            confidence=0.5,
        )


CASES = (
    Case("도서관은 언제 여나요?", source="When does the library open?"),
    Case("도서관은 언제 여는가", source="When does the library open?"),
    Case("도서관에 와 주세요.", source="Could you come to the library?"),
    Case("왜 안 되느냐고 그가 물었다.", source="“Why not?” he asked."),
    Case("다음과 같다:", source="As follows:"),
    Case("도서관은 월요일에 ⟦연다.⟧", source="When does the library open?"),
    Case("도서관은 월요일에 ⟦문을.⟧", source="Does the library open on Mondays?"),
    Case("다음과 같다⟦.⟧", source="It is as follows:"),
    Case("⟦도서관은 쉰다.⟧", source="The library is closed (until the new wing opens)."),
)

RULE = Rule(
    "SRC005", "source-marks", "accuracy/mistranslation", "minor", check, CASES, KO, scope="document", confidence=0.8,
    yields_to=("source-copied", "source-omission", "source-placeholder", "unbalanced-marks"),
)  # fmt: skip
