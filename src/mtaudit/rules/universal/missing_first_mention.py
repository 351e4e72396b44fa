"""A concept is not introduced in the form that the glossary asks for at its first mention.

Newsrooms write the full name with the acronym once, 북대서양조약기구(NATO·나토), and the short name after it. A machine keeps
to what the source has in each sentence.

Only advice where the full name is the only mention, since no short name needs it.

Not reported: first mentions in headings, captions, bylines and code, which are not the running text; other separators or
spacing inside the form; names with a gloss that says something else (휴먼라이츠워치(Human Rights Watch)); names in the parentheses
of another name's gloss or in an English phrase; an admitted name that is no part of the form (업무협약 for 양해각서(MOU)).

Source: style guides of Korean news agencies; MQM 2.0, Style: organization style.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mtaudit.glossary import concept
from mtaudit.report import Hit
from mtaudit.rules import RUNNING, Case, Rule
from mtaudit.view import DocumentView

KO = """용어집이 정한 첫머리 표기로 소개하지 않았다.
처음에는 ‘북대서양조약기구(NATO·나토)’처럼 온이름과 줄임말을 함께 적고 다음부터 짧게 적는 것이 신문의 관행이다. 제목과 사진 설명, 다른
이름의 괄호 안은 첫머리로 보지 않으며, 괄호 안의 구분 기호와 띄어쓰기는 달라도 된다."""


def check(view: DocumentView) -> Iterator[Hit]:
    if view.settings.glossary is None:
        return
    from mtaudit import terms
    from mtaudit.rules.universal import _house_terms
    from mtaudit.terms import writing

    group = view.once(terms.grouped).introduced
    often = Counter(id(entry) for use in group for entry, _ in use.found.named)
    met: set[int] = set()
    for use in group:
        if use.view.kind not in RUNNING or writing.in_latin(use) or writing.in_gloss(use.view.text, use.found.start, use.found.end):
            continue
        for entry, term in use.found.named:
            if id(entry) in met or term.status == "forbidden":
                continue
            met.add(id(entry))
            form = next((t.first for t in entry.names(view.language.code) if t.first), "")
            if use.found.first or not writing.is_part(use, form) or writing.is_introduced(use, form):
                continue
            alone = often[id(entry)] == 1 and form.startswith(term.text)
            en, ko = f"the first mention should be “{form}”", f"처음에는 ‘{form}’(으)로 적는다"
            yield _house_terms.hit(use, writing.introduction(use, form), en, ko, severity="neutral" if alone else None)


_HOUSE = (concept("NATO", "나토 | 북대서양조약기구 | NATO", first="북대서양조약기구(NATO·나토)"), concept("EU", "유럽연합 | EU"))

CASES = (
    Case("북대서양조약기구(NATO·나토)는 회의를 열었다. 나토는 성명을 냈다.", glossary=_HOUSE),
    Case("북대서양조약기구(NATO, 나토)가 유럽연합과 만났다.", glossary=_HOUSE),
    Case("# 나토 회의\n\n북대서양조약기구(NATO·나토)는 회의를 열었다.", format="markdown", glossary=_HOUSE),
    Case("북대서양조약기구(29개국 동맹)가 모였다. 나토는 WHERE NATO IS라고 했다.", glossary=_HOUSE),
    Case(
        "# NATO IS\n\n동맹체가 모였다.", format="markdown", glossary=(concept("", "나토 | 동맹체", first="북대서양조약기구(나토)"),)
    ),
    Case("**그는** ⟦나토⟧의 `나토` 회의", "**그는** 북대서양조약기구(NATO·나토)의 `나토` 회의", format="markdown", glossary=_HOUSE),
    Case(
        "⟦나토⟧는 회의를 열었다. 나토의 성명이다.", "북대서양조약기구(NATO·나토)는 회의를 열었다. 나토의 성명이다.", glossary=_HOUSE
    ),
    Case("⟦북대서양조약기구(NATO)⟧는 회의를 열었다.", "북대서양조약기구(NATO·나토)는 회의를 열었다.", glossary=_HOUSE),
)

RULE = Rule(
    "TRM012",
    "missing-first-mention",
    "style/organization-style",
    "minor",
    check,
    CASES,
    KO,
    scope="document",
    yields_to=("forbidden-rendering", "mixed-rendering"),
)
