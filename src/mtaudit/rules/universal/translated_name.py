"""A name that must not be translated is not in the translation as the source has it.

Names of products, commands and files are translated word by word (*Open Harbor* as 열린 항구) or spelled by their sound. The
glossary says which names are kept.

Not reported: another use of capitals, a rendering that the entry admits, a segment where the name stands in any form, or where a
forbidden name of the entry stands and has a finding of its own, texts without their source.

Source: MQM 2.0, Accuracy: do not translate.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.glossary import concept
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView

KO = """옮기지 말아야 할 이름이 원문 그대로 남아 있지 않다.
제품, 명령, 파일의 이름을 낱낱이 옮기거나 소리대로 적은 것이다. 대소문자만 다르거나 용어집이 허용한 표기가 있으면 알리지 않는다."""


def check(view: DocumentView) -> Iterator[Hit]:
    if view.settings.glossary is None:
        return
    from mtaudit import terms
    from mtaudit.rules.universal import _house_terms

    wrong = view.once(terms.forbidden_here)
    reported: set[tuple[int, int]] = set()
    for demand in view.once(terms.unmet):
        entry, term = demand.found.named[0]
        number = demand.view.segment.number
        if entry.keep and (number, id(entry)) not in wrong and (number, id(entry)) not in reported:
            reported.add((number, id(entry)))
            yield demand.view.hit(
                *_house_terms.sentence_of(demand),
                f"“{term.text}” must be kept as it is in the source",
                f"‘{term.text}’은(는) 옮기지 않고 원문대로 적어야 한다",
            )


_KEPT = (concept("Open Harbor", keep=True), concept("GitHub", "깃허브", keep=True))

CASES = (
    Case("Open Harbor를 설치하고 깃허브에 올린다.", source="Install Open Harbor and push to GitHub.", glossary=_KEPT),
    Case("github에 올린다.", source="Push to GitHub.", glossary=_KEPT),
    Case("열린 항구를 설치한다.", glossary=_KEPT),
    Case("⟦열린 항구를 설치한다.⟧", source="Install Open Harbor.", glossary=_KEPT),
)

RULE = Rule(
    "TRM011",
    "translated-name",
    "accuracy/no-translate",
    "major",
    check,
    CASES,
    KO,
    scope="document",
)
