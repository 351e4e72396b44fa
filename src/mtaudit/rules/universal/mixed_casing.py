"""One Latin name is written with capitals in two ways.

A machine, or a translation memory beside it, copies a name as each source sentence had it: BitLocker and Bitlocker, GitHub and
Github, NATO and Nato. Reported when one of the forms has capitals inside (or only capitals) and the other has just the first.

Not reported: forms in lower case (commands, addresses), words in capitals throughout a heading, identifiers and file names,
short acronyms beside words (IT, It), plural and possessive endings.

Source: taxonomy of machine-translated Korean, "inconsistent-term"; MQM, inconsistent use of terminology.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from mtaudit import names
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView

KO = """로마자 이름의 대소문자를 두 가지로 적었다.
기계는 원문의 문장마다 다른 표기를 그대로 옮겨 ‘BitLocker’와 ‘Bitlocker’, ‘NATO’와 ‘Nato’가 섞인다. 소문자로만 쓴 명령어와 주소,
모두 대문자인 제목, 식별자와 파일 이름은 다루지 않는다."""


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[A-Z][A-Za-z]{3,}")


@cache
def _place() -> re.Pattern[str]:
    return re.compile(
        r"[A-Z](?<![A-Za-z0-9_.@#$%/\\\-&=<].)[A-Za-z]{3,}(?![A-Za-z0-9_@/\\\-&=(<]|\.(?!int\b|com\b|org\b|net\b)[A-Za-z])"
    )


def check(view: DocumentView) -> Iterator[Hit]:
    prose = view.once(names.prose)
    found = set(_word().findall(prose.text))
    if len(found) == len({word.casefold() for word in found}):
        return
    ways = Counter(word.casefold() for word in found)
    forms: dict[str, dict[str, list[int]]] = {}
    for m in _place().finditer(prose.text):
        if ways[m[0].casefold()] > 1:
            forms.setdefault(m[0].casefold(), {}).setdefault(m[0], []).append(m.start())
    for by_form in forms.values():
        if len(by_form) > 1:
            yield from _mixed(prose, by_form)


def _mixed(prose: names.Prose, by_form: dict[str, list[int]]) -> Iterator[Hit]:
    plain = [form for form in by_form if form[1:].islower()]
    styled = [form for form in by_form if not form[1:].islower() and not form.isupper()]
    acronyms = [form for form in by_form if form.isupper() and any(_named(prose, at, form) for at in by_form[form])]
    if len(styled) + bool(plain) > 1:
        used = [*styled, *plain]
    elif plain and acronyms and len(by_form[acronyms[0]]) > 2 * len(by_form[plain[0]]):
        used = [acronyms[0], *plain]
    else:
        return
    right = max(used, key=lambda form: (not form[1:].islower(), len(by_form[form])))
    wrong = sorted((at, at + len(form)) for form in used if form != right for at in by_form[form])
    wrong = [(s, e) for s, e in wrong if prose.text[e : e + 1] != "."] or wrong
    counts = ", ".join(f"{form} {len(by_form[form])}" for form in sorted(used, key=lambda f: -len(by_form[f])))
    first = by_form[right][0]
    yield prose.hit(
        *wrong[0],
        f"one name with capitals in {len(used)} ways ({counts}); use {right} throughout",
        f"같은 이름의 대소문자를 {len(used)}가지로 적었다({counts}). ‘{right}’(으)로 통일한다.",
        fix=right,
        related=prose.related([*wrong[1:], (first, first + len(right))], "the same name", "같은 이름"),
    )


def _named(prose: names.Prose, at: int, form: str) -> bool:
    """Whether capitals are a name here: a particle follows (NATO의), and the words around are not in capitals as well."""
    around = prose.text[max(0, at - 20) : at + 30]
    after = prose.text[at + len(form) : at + len(form) + 1]
    return bool(after) and names.is_native(after) and len(re.findall(r"\b[A-Z]{3,}\b", around)) < 3


CASES = (
    Case("GitHub에 올린다. github 명령을 쓴다. GitHub는 크다."),
    Case("IT 업계는 크다. It works. IT 기술."),
    Case("PLEASE READ THIS FIRST. 먼저 읽는다. Please 라는 말."),
    Case(
        "BitLocker를 켠다. BitLocker는 느리다. ⟦Bitlocker⟧ 설정을 본다.",
        fixed="BitLocker를 켠다. BitLocker는 느리다. BitLocker 설정을 본다.",
    ),
    Case("NATO는 크다. NATO가 커졌다. 사진: ⟦Nato⟧.int NATO 본부는 브뤼셀이다."),
)

RULE = Rule(
    "TRM007",
    "mixed-casing",
    "terminology/inconsistent-use-of-terminology",
    "minor",
    check,
    CASES,
    KO,
    scope="document",
    yields_to=("forbidden-rendering",),
    confidence=0.8,
)
