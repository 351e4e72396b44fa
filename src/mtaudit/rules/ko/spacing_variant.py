"""One compound is written together here and apart there.

인도-태평양 and 인도 태평양, 정상회담 and 정상 회담, 군사동맹 and 군사 동맹. A compound with a hyphen is a fixed name, and its variants
are reported; plain nouns may be written either way, so for them one form throughout is only advised.

Not reported: compounds whose last noun is not one that ends names and fixed terms, words that stand next to each other by
chance (neither form glued or hyphenated anywhere), more than five compounds of one text.

Source: taxonomy of machine-translated Korean, "inconsistent-term", method d; 한글 맞춤법, articles 49 and 50.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit import names
from mtaudit.languages.ko import noun_tail, term_pairs
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView

KO = """같은 복합어를 붙여 쓰기도 하고 띄어 쓰기도 했다.
‘인도-태평양’과 ‘인도 태평양’처럼 붙임표가 있는 고유한 말은 한 가지로 적어야 한다. ‘정상회담’과 ‘정상 회담’처럼 둘 다 맞는 말은 한쪽으로
통일하기를 권한다. 한 글에서 다섯 개까지만 알린다."""

_MOST = 5


@cache
def _hyphenated() -> re.Pattern[str]:
    return re.compile(r"-(?<=[가-힣]-)(?=[가-힣]{2})")


@cache
def _run_before() -> re.Pattern[str]:
    return re.compile(r"(?<![가-힣A-Za-z0-9])[가-힣]{2,8}\Z")


@cache
def _run_after() -> re.Pattern[str]:
    return re.compile(r"[가-힣]{2,12}")


def check(view: DocumentView) -> Iterator[Hit]:
    prose = view.once(names.prose)
    hyphens = _hyphens(prose.text)
    for first, second in list(hyphens)[:50]:
        # As they stand, with a blank, and glued: every form that the text has.
        forms = {form: names.native_places(prose.text, form) for form in (f"{first} {second}", first + second)}
        forms = {f"{first}-{second}": hyphens[first, second], **{form: at for form, at in forms.items() if at}}
        if len(forms) > 1:
            yield _hit(prose, forms, loose=False)
    for forms in _compounds(view, prose.text)[:_MOST]:
        yield _hit(prose, forms, loose=True)


def _hyphens(text: str) -> dict[tuple[str, str], list[tuple[int, int]]]:
    out: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for m in _hyphenated().finditer(text):
        before = _run_before().search(text, max(0, m.start() - 9), m.start())
        after = _run_after().match(text, m.end())
        if before and after and text[after.end() : after.end() + 1] != "-":
            second = noun_tail.stem(after[0])
            out.setdefault((before[0], second), []).append((before.start(), m.end() + len(second)))
    return out


def _compounds(view: DocumentView, text: str) -> list[dict[str, list[tuple[int, int]]]]:
    """Compounds of the heads that end fixed terms, in both forms."""
    found = view.once(names.vocabulary)
    forms: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for head in term_pairs.COMPOUND_HEADS.split():
        starts = found.get(head, ())
        if len(starts) < 2:
            continue
        for at in starts:
            glued = "가" <= text[at - 1 : at] <= "힣"
            if not glued and text[at - 1 : at] != " ":
                continue
            before = _run_before().search(text, max(0, at - 9), at if glued else at - 1)
            if before is None or not noun_tail.is_tail((_run_after().match(text, at) or [head])[0][len(head) :]):
                continue
            form = before[0] + ("" if glued else " ") + head
            forms.setdefault(before[0] + head, {}).setdefault(form, []).append((before.start(), at + len(head)))
    both = [by_form for by_form in forms.values() if len(by_form) > 1]
    return sorted(both, key=lambda by_form: min(min(at) for at in by_form.values()))


def _hit(prose: names.Prose, forms: dict[str, list[tuple[int, int]]], *, loose: bool) -> Hit:
    right = max(forms, key=lambda form: (len(forms[form]), -forms[form][0][0]))
    wrong = sorted(place for form, at in forms.items() if form != right for place in at)
    counts = ", ".join(f"{form} {len(at)}" for form, at in forms.items())
    hit = prose.hit(
        *wrong[0],
        f"one compound in {len(forms)} forms ({counts}); use {right} throughout",
        f"같은 말을 {len(forms)}가지로 적었다({counts}). ‘{right}’로 통일한다.",
        fix=right,
        related=prose.related([*wrong[1:], forms[right][0]], "the same compound", "같은 말"),
    )
    return hit._replace(severity="neutral", confidence=0.5) if loose else hit


CASES = (
    Case("나토 정상회담과 한미 정상회담이 열렸다."),
    Case("인도-태평양 지역은 넓다. 인도-태평양 전략이 나왔다."),
    Case("인도와 태평양을 잇는다. 인도양과 태평양은 넓다."),
    Case(
        "인도-태평양 지역은 넓다. ⟦인도 태평양⟧의 여러 국가가 왔다. 인도-태평양 전략이 나왔다.",
        fixed="인도-태평양 지역은 넓다. 인도-태평양의 여러 국가가 왔다. 인도-태평양 전략이 나왔다.",
    ),
    Case("나토 정상회담이 열렸다. 지난 ⟦정상 회담⟧에 왔다. 정상회담은 끝났다."),
    Case("이 군사동맹의 일원이다. 군사동맹은 크다. 이 ⟦군사 동맹⟧의 야망이다."),
)

RULE = Rule(
    "TRM003",
    "spacing-variant",
    "terminology/inconsistent-use-of-terminology",
    "minor",
    check,
    CASES,
    KO,
    scope="document",
    languages=("ko",),
    confidence=0.8,
)
