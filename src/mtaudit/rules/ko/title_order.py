"""An office stands before the name, as in English.

Korean says the name first: 옌스 스톨텐베르그 사무총장, 존 매케인 상원의원. A machine keeps the order of the source: 사무총장 Jens
Stoltenberg, 상원의원 존 매케인.

Not reported: occupations (작가, 배우, 감독, 가수), which may stand before a name; a title that ends with a particle or a comma; names
that do not look foreign.

Source: taxonomy of machine-translated Korean, "Names and titles".
"""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit import glosses, names
from mtaudit.languages.ko import loanwords, noun_tail, titles
from mtaudit.languages.ko.transliteration import looks_foreign
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView

KO = """직함이 이름 앞에 놓였다.
우리말은 ‘존 매케인 상원의원’처럼 이름을 먼저 쓰는데, 기계는 원문의 순서를 따라 ‘상원의원 존 매케인’으로 옮긴다. 작가·배우·감독처럼
이름 앞에 올 수 있는 직업, 조사나 쉼표가 붙은 직함, 외국 이름으로 보이지 않는 말은 다루지 않는다."""


def check(view: DocumentView) -> Iterator[Hit]:
    found = view.once(names.vocabulary)
    prose = view.once(names.prose)
    text = prose.text
    for title in sorted(titles.of_state() & found.keys()):
        for at in found[title]:
            end = at + len(title)
            if text[end : end + 1] != " " or (at and (text[at - 1].isalnum() or text[at - 1] in "_-·")):
                continue
            person = _latin(view, end + 1) if text[end + 1 : end + 2].isascii() else _foreign(text, end + 1)
            if person and not names.looks_like_holder(text, at):
                yield prose.hit(
                    at,
                    end + 1 + len(person),
                    f"the title comes after the name: {person} {title}",
                    f"직함은 이름 뒤에 쓴다: ‘{person} {title}’.",
                )


def _runs(view: DocumentView) -> dict[int, str]:
    return dict(view.once(glosses.latin_runs))


def _latin(view: DocumentView, start: int) -> str:
    """The Latin name of two words or more that begins at ``start``; empty where there is none."""
    run = view.once(_runs).get(start, "")
    first, _, rest = run.partition(" ")
    return run if rest and first[1:].islower() else ""


def _foreign(text: str, start: int) -> str:
    """The foreign name in Hangul that begins at ``start``, without particles; empty where there is none."""
    settled = loanwords.given_names()
    first = names.first_word(text, start)
    if not 0 < len(first) < 7 or text[start + len(first) : start + len(first) + 1] != " ":
        return ""
    if first in settled or (looks_foreign(first) and first not in loanwords.common()):
        last = noun_tail.stem(names.first_word(text, start + len(first) + 1))
        if len(last) > 1 and (last in settled or (looks_foreign(last) and last not in loanwords.settled())):
            return f"{first} {last}"
    return ""


CASES = (
    Case("옌스 스톨텐베르그 사무총장이 왔다. 존 매케인 상원의원도 왔다."),
    Case("작가 무라카미 하루키와 배우 톰 행크스, 감독 스티븐 스필버그."),
    Case("대통령 선거가 끝났다. 총리 관저와 장관 회의실."),
    Case("존 매케인 상원의원 마이클 잭슨을 만나다."),
    Case("NATO ⟦사무총장 Jens Stoltenberg⟧의 방문이다."),
    Case("⟦상원의원 존 매케인⟧은 반대했다."),
)

RULE = Rule(
    "TRM005",
    "title-order",
    "style/awkward-style",
    "neutral",
    check,
    CASES,
    KO,
    scope="document",
    yields_to=("forbidden-rendering",),
    languages=("ko",),
    confidence=0.7,
)
