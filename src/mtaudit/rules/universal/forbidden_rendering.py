"""A name stands in the text that the glossary forbids for this concept.

A machine takes the first dictionary sense (노조 for an alliance), an outdated spelling or a calque; the glossary of the house says
what the thing is called. Where the text has its source beside it, the source tells which concept is meant.

Major where the source asks for the concept; minor without a source, where most forbidden names are spellings.

Not reported: a forbidden name that another entry of the glossary accepts, unless the source asks for the entry that forbids it;
names in the parentheses of a gloss or in a phrase of another script, names alone between quotation marks beside the right one,
longer nouns that only contain the name (unless its entry says so), code and URLs. No correction is offered in somebody's words,
in a title, or where a word beside the name already says a part of the right one (크레믈린 궁).

Source: MQM 2.0, Terminology: inconsistent with terminology resource; ISO 12620, deprecated term.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.glossary import concept
from mtaudit.report import Hit, Severity
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView

KO = """용어집이 이 개념에 쓰지 말라고 한 말이 본문에 있다.
기계는 사전의 첫 뜻(alliance를 ‘노조’로)이나 옛 표기, 직역을 쓰곤 한다. 원문이 곁에 있으면 어느 개념인지 원문이 가려 준다. 다른 항목에서
써도 되는 말, 괄호 안의 병기, 따옴표 안에 홀로 적힌 말, 더 긴 낱말의 일부는 알리지 않는다."""


def check(view: DocumentView) -> Iterator[Hit]:
    if view.settings.glossary is None:
        return
    from mtaudit import terms
    from mtaudit.rules.universal import _house_terms
    from mtaudit.terms import writing

    lang = view.language.code
    for use in view.once(terms.grouped).forbidden:
        wrong = _house_terms.wrong_here(view, use)
        if wrong is None:
            continue
        entry, term = wrong
        best = terms.preferred(entry, lang)
        if _house_terms.beside(use, best):
            continue
        new = writing.replacement(use.view, use.found, best.text) if best else None
        concept_name = terms.name_of(entry, lang)
        en = f"the glossary forbids “{term.text}”" + (f" for “{concept_name}”" if concept_name else "")
        ko = (f"‘{concept_name}’의 용어로 " if concept_name else "") + f"‘{term.text}’을(를) 쓰지 않는다"
        if best:
            en += f"; it says “{best.text}”"
            ko += f"; 용어집의 말은 ‘{best.text}’이다"
        severity: Severity = "major" if _house_terms.is_asked(view, use, entry) else "minor"
        yield _house_terms.hit(use, new, en, ko, severity=severity)


_ALLIANCE = (
    concept("alliance", "동맹", "노조 | 연합국"),
    concept("labor union", "노동조합 | 노조"),
    concept("NATO", "나토 | NATO", "북약"),
    concept("content", "콘텐츠", "컨텐츠"),
)

CASES = (
    Case("노조는 파업을 결의했다.", glossary=_ALLIANCE),
    Case("노조위원장과 연합국가를 다룬 글이다.", glossary=(concept("alliance", "동맹", "노조 | 연합국"),)),
    Case("나토(북약)는 ‘컨텐츠’가 아니라 ‘콘텐츠’라고 적는다.", glossary=_ALLIANCE),
    Case("주소는 https://example.com/컨텐츠 이다. `컨텐츠`라고 적었다.", format="markdown", glossary=_ALLIANCE),
    Case("노조의 요구는 동맹의 요구와 같았다.", source="The union's demands were those of the alliance.", glossary=(*_ALLIANCE, concept("union", "노조"))),
    Case("대사관 앞 ⟦까페⟧와 유엔 ⟦보안이사회⟧.", "대사관 앞 카페와 유엔 보안이사회.", glossary=(concept("", "카페", "까페"), concept("", "카페", superseded="까페"), concept("UN Security Council", "유엔 안전보장이사회", "보안이사회"))),
    Case("⟦북약과⟧ ⟦북약이었다⟧. ⟦북약⟧이다.", "나토와 나토였다. 나토이다.", glossary=_ALLIANCE),
    Case("새로운 ⟦컨텐츠⟧를 내놓았다.", "새로운 콘텐츠를 내놓았다.", glossary=_ALLIANCE),
    Case("미국은 ⟦노조가⟧ 강해졌다고 했다.", "미국은 동맹이 강해졌다고 했다.", source="America said the alliance had grown stronger.", glossary=_ALLIANCE),
    Case("그는 “⟦컨텐츠⟧가 부족하다”고 말했다.", "그는 “컨텐츠가 부족하다”고 말했다.", glossary=_ALLIANCE),
)  # fmt: skip

RULE = Rule(
    "TRM008",
    "forbidden-rendering",
    "terminology/inconsistent-with-terminology-resource",
    "major",
    check,
    CASES,
    KO,
    scope="document",
    confidence=0.95,
)
