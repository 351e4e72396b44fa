"""The source denies and the translation affirms, or the other way round.

Machines lose a *not* in a long sentence, and turn its meaning round. Compared are sentences, where both sides have as many: one
denies plainly, and the other holds no word in any form that could.

Major where the denied word itself stands affirmed on the other side (*did not approve*, 승인했다), which is known between English and
Korean; advice where that word is known and stands not there, since a translator may have chosen the opposite (*do not match*, 서로
다르다), for a line that is no sentence, and for a denial that only the translation has; minor otherwise.

Not reported: a denial that may be told by other words (not only, not until, whether or not, no matter, cannot help, nothing but, must
not be empty; -지 않을 수 없다, -뿐만 아니라); a sentence in which any word denies, refuses, forbids, lacks, fails, differs, stops, or
begins with a negative prefix (불-, 비-, 미-, un-, in-, -less); questions, in which a *not* may be mere politeness; other sources than
English, German, French, Spanish, Russian, Vietnamese, Chinese, Japanese and Korean, other texts than Korean, English and Japanese.

Source: MQM 2.0, Accuracy: mistranslation; Hossain et al. 2020, "It's not a non-issue: negation as a source of error in machine
translation".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtaudit import sources
from mtaudit.languages.denials import Denial, denial
from mtaudit.report import Hit, Severity
from mtaudit.rules import Case, Rule
from mtaudit.sources import Said
from mtaudit.view import DocumentView, Sentence

KO = """원문은 부정하는데 번역문은 긍정하거나, 그 반대이다.
긴 문장에서 ‘not’을 빠뜨려 뜻이 뒤집힌 것이다. 한쪽 문장이 뚜렷이 부정하는데 다른 쪽에 부정하는 말(않다, 못하다, 없다, 아니다, 불-, 비-, 거부, 금지 …)이 하나도 없을 때만
알린다."""


def check(view: DocumentView) -> Iterator[Hit]:
    theirs, ours = denial(view.once(sources.source_language)), denial(view.language.code)
    if theirs is None or ours is None or theirs is ours:
        return
    for said in view.once(sources.said):
        if len(said.theirs) == len(said.ours) and (len(said.theirs) == 1 or all(map(sources.stops, said.theirs))):
            for source, sentence in zip(said.theirs, said.ours, strict=True):
                yield from _lost(said, source, sentence, theirs, ours)
                yield from _added(said, source, sentence, theirs, ours)


def _lost(said: Said, source: str, sentence: Sentence, theirs: Denial, ours: Denial) -> Iterator[Hit]:
    word = _only_denies(source, sentence.text, theirs, ours)
    if word is None:
        return
    here, there = sources.shortened(sentence.text), sources.shortened(source)
    severity: Severity = "minor" if sources.stops(source) and sources.stops(sentence.text) else "neutral"
    if _is_english_korean(said):
        first, second = ([*map(_renderings, _content(source[word.end() :])[:2]), frozenset(), frozenset()])[:2]
        if any(form in sentence.text for form in first):
            severity = "major"
        elif first and not any(form in sentence.text for form in second):
            severity = "neutral"
    yield said.pair.view.hit(
        sentence.start,
        sentence.end,
        f"the source denies (“{word[0]}” in “{there}”), nothing in “{here}” does",
        f"원문 ‘{there}’에는 부정하는 말 ‘{word[0]}’이(가) 있는데 번역문 ‘{here}’에는 없다",
        severity=severity,
        confidence={"major": 0.9, "minor": 0.7}.get(severity, 0.4),
    )


def _added(said: Said, source: str, sentence: Sentence, theirs: Denial, ours: Denial) -> Iterator[Hit]:
    word = _only_denies(sentence.text, source, ours, theirs)
    if word is None:
        return
    there = sources.shortened(source)
    forms = [form for english in _content(source) for form in _renderings(english) if len(form) > 1]
    sure = _is_english_korean(said) and word[0].startswith(tuple(forms))
    yield said.pair.view.hit(
        sentence.start + word.start(),
        sentence.start + word.end(),
        f"“{word[0]}” denies, nothing in “{there}” of the source does",
        f"‘{word[0]}’은(는) 부정하는데 원문 ‘{there}’에는 부정하는 말이 없다",
        severity="major" if sure else "neutral",
        confidence=0.9 if sure else 0.4,
    )


def _only_denies(one: str, other: str, its: Denial, others: Denial) -> re.Match[str] | None:
    """The denial of a sentence whose other side holds none."""
    if others.hints is None or (found := its.plain.search(one)) is None:
        return None
    if "?" in one or "？" in one or its.excuses.search(one) or others.hints.search(other) or others.plain.search(other):
        return None
    return found


def _is_english_korean(said: Said) -> bool:
    document = said.pair.view.document
    return (document.once(sources.source_language), document.language.code) == ("en", "ko")


def _content(english: str) -> list[str]:
    """The words that may be denied."""
    from mtaudit.languages.english import FUNCTION

    return [word for word in re.findall(r"[a-z]{3,}", english) if word not in FUNCTION and not word.endswith("ly")]


def _renderings(word: str) -> frozenset[str]:
    from mtaudit.languages.ko.from_english import renderings

    return renderings(word)


CASES = (
    Case("그는 오지 않았다.", source="He did not come."),
    Case("그는 초대를 거절했다.", source="He did not accept the invitation."),
    Case("노래와 춤을 모두 보여 주었다.", source="They showed not only songs but dances."),
    Case("그가 오든 말든 우리는 간다.", source="We go whether or not he comes."),
    Case("He refused to come.", source="그는 오지 않았다.", lang="en"),
    Case("The noise went on.", source="소음이 끊임없이 이어지지 않았다.", lang="en"),
    Case("공항이 붐볐다.", source="Hàng không phát triển.", settings=(("source_lang", "vi"),)),
    Case("그는 갈 수밖에 없었다.", source="他不得不去。", settings=(("source_lang", "zh"),)),
    Case("⟦그는 어제 회의에 왔다.⟧", source="He did not come to the meeting yesterday."),
    Case("⟦위원회는 그 계획을 승인했다.⟧", source="The committee hasn’t approved the plan."),
    Case("비가 왔다. ⟦위원회는 그 계획을 승인했다.⟧", source="It rained. The committee hasn’t approved the plan."),
    Case("위원회는 그 계획을 ⟦승인하지 않았다⟧.", source="The committee approved the plan."),
    Case("⟦The committee approved the plan.⟧", source="위원회는 그 계획을 승인하지 않았다.", lang="en"),
    Case("⟦위원회가 계획을 승인했다.⟧", source="Der Ausschuss hat den Plan nicht genehmigt.", settings=(("source_lang", "de"),)),
    Case("⟦위원회가 계획을 승인했다.⟧", source="Ủy ban không phê duyệt kế hoạch này.", settings=(("source_lang", "vi"),)),
    Case("⟦위원회가 계획을 승인했다.⟧", source="委員会は計画を承認しなかった。", settings=(("source_lang", "ja"),)),
)

RULE = Rule(
    "SRC008", "source-negation", "accuracy/mistranslation", "major", check, CASES, KO, scope="document", confidence=0.8,
    yields_to=("source-copied",),
)  # fmt: skip
