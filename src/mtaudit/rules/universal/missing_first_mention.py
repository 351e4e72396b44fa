"""A concept is not introduced in the form that the glossary asks for at its first mention.

Newsrooms write the full name with the acronym once, 북대서양조약기구(NATO·나토), and the short name after it. A machine keeps
to what the source has in each sentence.

Not reported: first mentions in headings, captions, bylines and code, which are not the running text; other separators or
spacing inside the form; names in the parentheses of another name's gloss; entries without such a form.

Source: style guides of Korean news agencies; MQM 2.0, Style: organization style.
"""

from __future__ import annotations

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
    from mtaudit.terms import writing

    met: set[int] = set()
    for use in view.once(terms.grouped).introduced:
        if use.view.kind not in RUNNING or writing.in_gloss(use.view.text, use.found.start, use.found.end):
            continue
        for entry, term in use.found.named:
            if id(entry) in met or term.status == "forbidden":
                continue
            form = next((t.first for t in entry.names(view.language.code) if t.first), "")
            met.add(id(entry))
            if form and not use.found.first and not writing.says(use, form):
                new = writing.introduction(use, form)
                start, end, text = new or (use.found.start, use.found.end, None)
                yield use.view.hit(start, end, f"the first mention should be “{form}”", f"처음에는 ‘{form}’(으)로 적는다", fix=text)


_HOUSE = (concept("NATO", "나토 | 북대서양조약기구 | NATO", first="북대서양조약기구(NATO·나토)"), concept("EU", "유럽연합 | EU"))

CASES = (
    Case("북대서양조약기구(NATO·나토)는 회의를 열었다. 나토는 성명을 냈다.", glossary=_HOUSE),
    Case("북대서양조약기구(NATO, 나토)가 유럽연합과 만났다.", glossary=_HOUSE),
    Case("# 나토 회의\n\n북대서양조약기구(NATO·나토)는 회의를 열었다.", format="markdown", glossary=_HOUSE),
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
