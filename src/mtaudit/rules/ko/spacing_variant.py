"""One compound is written together here and apart there.

인도-태평양 and 인도 태평양, 정상회담 and 정상 회담, 군사동맹 and 군사 동맹. A compound with a hyphen is a fixed name, and its variants
are reported; plain nouns may be written either way, so for them one form throughout is only advised.

Not reported: compounds whose last noun is not one that ends names and fixed terms, words that stand next to each other by
chance (neither form glued or hyphenated anywhere), more than five compounds of one text.

Source: taxonomy of machine-translated Korean, "inconsistent-term", method d; 한글 맞춤법, articles 49 and 50.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit import names
from mtaudit.languages.ko import noun_tail, term_pairs
from mtaudit.report import Hit
from mtaudit.rules import Case, Option, Rule
from mtaudit.view import DocumentView

KO = """같은 복합어를 붙여 쓰기도 하고 띄어 쓰기도 했다.
‘인도-태평양’과 ‘인도 태평양’처럼 붙임표가 있는 고유한 말은 한 가지로 적어야 한다. ‘정상회담’과 ‘정상 회담’처럼 둘 다 맞는 말은 한쪽으로
통일하기를 권한다. 한 글에서 다섯 개까지만 알린다."""

_MOST = 5


def check(view: DocumentView) -> Iterator[Hit]:
    prose = view.once(names.prose)
    hyphens = _hyphens(prose.text)
    for first, second in list(hyphens)[:50]:
        # As they stand, with a blank, and glued: every form that the text has.
        forms = {form: names.native_places(prose.text, form) for form in (f"{first} {second}", first + second)}
        forms = {f"{first}-{second}": hyphens[first, second], **{form: at for form, at in forms.items() if at}}
        if len(forms) > 1:
            yield _hit(prose, forms, loose=False)
    for forms in _compounds(view, prose.text)[: int(view.option("spacing-variant", "most", _MOST))]:
        yield _hit(prose, forms, loose=True)


def _hyphens(text: str) -> dict[tuple[str, str], list[tuple[int, int]]]:
    out: dict[tuple[str, str], list[tuple[int, int]]] = {}
    at = text.find("-")
    while at >= 0:
        before, after = _word_before(text, at), names.first_word(text, at + 1)
        if before and 1 < len(after) < 13 and text[at + 1 + len(after) : at + 2 + len(after)] != "-":
            second = noun_tail.stem(after)
            out.setdefault((before, second), []).append((at - len(before), at + 1 + len(second)))
        at = text.find("-", at + 1)
    return out


def _word_before(text: str, end: int) -> str:
    """The word of two to eight syllables that ends at ``end``, or an empty string."""
    start = end
    while start and start > end - 9 and "가" <= text[start - 1] <= "힣":
        start -= 1
    alone = not start or not (text[start - 1].isascii() and text[start - 1].isalnum())
    return text[start:end] if 1 < end - start < 9 and alone else ""


def _compounds(view: DocumentView, text: str) -> list[dict[str, list[tuple[int, int]]]]:
    """Compounds of the heads that end fixed terms, in both forms."""
    found = view.once(names.vocabulary)
    forms: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for head in dict.fromkeys(term_pairs.COMPOUND_HEADS.split()):
        starts = found.get(head, ())
        apart = {at for at in starts if at and text[at - 1] == " "}
        # What is written apart tells which words may be written together as well.
        firsts = {_word_before(text, at - 1) for at in apart} - {""} if len(apart) < len(starts) else ()
        for at in starts if firsts else ():
            first = _word_before(text, at - (at in apart))
            if first in firsts and noun_tail.is_tail(names.first_word(text, at)[len(head) : 12]):
                form = first + (" " if at in apart else "") + head
                forms.setdefault(first + head, {}).setdefault(form, []).append((at - (at in apart) - len(first), at + len(head)))
    both = [by_form for by_form in forms.values() if len(by_form) > 1]
    return sorted(both, key=lambda by_form: min(min(at) for at in by_form.values()))


def _hit(prose: names.Prose, forms: dict[str, list[tuple[int, int]]], *, loose: bool) -> Hit:
    right = max(forms, key=lambda form: (len(forms[form]), -forms[form][0][0]))
    wrong = sorted(place for form, at in forms.items() if form != right for place in at)
    counts = ", ".join(f"{form} {len(at)}" for form, at in forms.items())
    hit = prose.hit(
        *wrong[0],
        f"one compound in {len(forms)} forms ({counts}); use {right} throughout",
        f"같은 말을 {len(forms)}가지로 적었다({counts}). ‘{right}’(으)로 통일한다.",
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
    yields_to=("forbidden-rendering",),
    languages=("ko",),
    confidence=0.8,
    options=(Option("most", _MOST, "so many compounds of one text are reported", 1),),
)
