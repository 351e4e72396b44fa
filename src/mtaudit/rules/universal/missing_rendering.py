"""The source has a term of the glossary, and the translation has none of its renderings.

The machine paraphrased the term, dropped it, or left it as it was. Only a text with its source beside it can be asked.

Not reported: a rendering that is there in any form, inflected, spaced otherwise or inside a longer word; a well-known acronym
in the other script; segments where a forbidden name of the same entry stands, which has a finding of its own. A single
common word in small letters may be used in another sense: unless its entry calls it a noun, its absence is only advice.

Source: MQM 2.0, Terminology: inconsistent with terminology resource; exact-match accuracy of the WMT 2021 terminology task
(Alam et al.).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtaudit.glossary import concept
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView

if TYPE_CHECKING:
    pass

KO = """원문에 용어집의 용어가 있는데 번역문에는 그 역어가 없다.
기계가 풀어 쓰거나 빠뜨리거나 원어 그대로 둔 것이다. 활용하거나 달리 띄어 쓰거나 더 긴 낱말 속에 있어도 있는 것으로 본다. 소문자로 된 한
낱말은 다른 뜻으로 쓰였을 수 있어, 품사가 명사로 적혀 있지 않으면 참고로만 알린다."""


def check(view: DocumentView) -> Iterator[Hit]:
    if view.settings.glossary is None:
        return
    from mtaudit import terms
    from mtaudit.rules.universal import _house_terms

    lang = view.language.code
    wrong = view.once(terms.forbidden_here)
    reported: set[tuple[int, int]] = set()
    for demand in view.once(terms.unmet):
        entries = [entry for entry, _ in demand.found.named]
        number, key = demand.view.segment.number, id(entries[0])
        if any(entry.keep or (number, id(entry)) in wrong for entry in entries) or (number, key) in reported:
            continue
        reported.add((number, key))
        names = list(dict.fromkeys(n for e in entries for t in e.names(lang) if t.status != "forbidden" for n in (t.text,)))[:3]
        sure = terms.is_sure(demand)
        start, end = _house_terms.sentence_of(demand)
        yield demand.view.hit(
            start,
            end,
            f"the source says “{demand.text}”; no rendering of it stands here: {', '.join(names)}",
            f"원문의 ‘{demand.text}’에 해당하는 용어가 없다: {', '.join(names)}",
            severity="minor" if sure else "neutral",
            confidence=0.85 if sure else 0.4,
        )


_HOUSE = (
    concept("Secretary General", "사무총장"),
    concept("summit meeting", "정상회담", "꼭대기 회의"),
    concept("cooperation", "협력", pos="noun"),
    concept("NATO", "나토"),
    concept("AIDS", "AIDS"),
    concept("spread", "확산되다", pos="verb"),
    concept("surface", "표면"),
)

CASES = (
    Case("나토 사무총장은 정상 회담에서 협력을 말했다.", source="The NATO Secretary General spoke of cooperation at the summit meeting.", glossary=_HOUSE),
    Case("유럽과 협력했다. 병이 확산되었다.", source="They spoke of cooperation with Europe. The disease spread.", glossary=_HOUSE),
    Case("그는 에이즈로 숨졌다.", source="He died of AIDS.", glossary=_HOUSE),
    Case("그는 꼭대기 회의에 갔다.", source="He went to the summit meeting.", glossary=_HOUSE),
    Case("사무총장이 말했다.", glossary=_HOUSE),
    Case("⟦장관이 말했다.⟧", source="The Secretary General spoke.", glossary=_HOUSE),
    Case("비가 왔다. ⟦그들은 함께 일했다.⟧", source="It rained. They agreed on cooperation.", glossary=_HOUSE),
    Case("⟦물이 땅 위로 나왔다.⟧", source="Water came to the surface.", glossary=_HOUSE),
)  # fmt: skip

RULE = Rule(
    "TRM010",
    "missing-rendering",
    "terminology/inconsistent-with-terminology-resource",
    "minor",
    check,
    CASES,
    KO,
    scope="document",
)
