"""One concept has two names in one text.

A machine chooses a word anew in every sentence: 장치 and 디바이스, 동맹국 and 연합국. Concepts and their renderings are a list
from general knowledge (software, diplomacy, finance, the press); the more frequent rendering is proposed.

Not reported: renderings that stand inside a longer word (앱스토어), pairs that are two things in this text (연합국 and 동맹국 in
an article about a world war), wide terms unless the same word stands before both (나토 정상회담, 나토 정상회의). Variants that
careful writers mix as well (드론, 무인기) are advice.

Source: taxonomy of machine-translated Korean, "inconsistent-term"; the list is ``languages/ko/term_pairs.py``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mtaudit import names
from mtaudit.languages.ko import term_pairs
from mtaudit.languages.ko.hangul import final
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView

KO = """한 글에서 같은 개념을 두 가지 말로 옮겼다.
기계는 문장마다 낱말을 새로 고르므로 ‘장치’와 ‘디바이스’, ‘동맹국’과 ‘연합국’이 섞인다. 더 많이 쓴 말로 통일할 것을 권한다.
두 말이 서로 다른 것을 가리키는 글(세계 대전의 연합국과 동맹국)은 다루지 않으며, 사람도 흔히 섞어 쓰는 말은 권고로만 알린다."""


def check(view: DocumentView) -> Iterator[Hit]:
    prose = view.once(names.prose)
    found = view.once(names.vocabulary)
    number = term_pairs.concept_of()
    seen = Counter(number[form] for form in number.keys() & found.keys())
    for which in sorted(n for n, forms in seen.items() if forms > 1):
        concept = term_pairs.concepts()[which]
        if any(word in prose.text for word in concept.excuses):
            continue
        places = {form: _words(prose.text, form, found.get(form, [])) for form in concept.forms}
        if concept.same_before:
            places = _same_word_before(prose.text, places)
        places = {form: at for form, at in places.items() if at}
        if len(places) < 2 or len({form.replace(" ", "") for form in places}) < 2:
            continue
        yield _hit(prose, places, loose=concept.loose.issuperset(places))


def _words(text: str, form: str, starts: list[int]) -> list[int]:
    return [at for at in starts if names.is_word(text, at, at + len(form))]


def _same_word_before(text: str, places: dict[str, list[int]]) -> dict[str, list[int]]:
    """Only what has a word before it that another form has before it too."""
    before = {form: [(names.word_before(text, at), at) for at in starts] for form, starts in places.items()}
    words = [{word for word, _ in pairs if len(word) > 1} for pairs in before.values()]
    shared = {word for group in words for word in group if sum(word in other for other in words) > 1}
    return {form: [at for word, at in pairs if word in shared] for form, pairs in before.items()}


def _hit(prose: names.Prose, places: dict[str, list[int]], *, loose: bool) -> Hit:
    right = max(places, key=lambda form: (len(places[form]), -list(places).index(form)))
    wrong = sorted((at, form) for form, starts in places.items() if form != right for at in starts)
    start, form = wrong[0]
    end = start + len(form)
    counts = ", ".join(f"{f} {len(at)}" for f, at in sorted(places.items(), key=lambda item: -len(item[1])))
    alike = bool(final(form[-1])) == bool(final(right[-1])) or not "가" <= prose.text[end : end + 1] <= "힣"
    elsewhere = [(at, at + len(f)) for at, f in [*wrong[1:], (places[right][0], right)]]
    hit = prose.hit(
        start,
        end,
        f"one concept has {len(places)} names ({counts}); choose one, {right} being the most frequent",
        f"같은 개념을 {len(places)}가지로 옮겼다({counts}). ‘{right}’처럼 하나로 통일한다.",
        fix=right if alike else None,
        related=prose.related(elsewhere, "the same concept", "같은 개념"),
    )
    return hit._replace(severity="neutral") if loose else hit


CASES = (
    Case("이 장치를 켜고 장치 이름을 정합니다."),
    Case("2차 세계대전에서 연합국은 이겼고 추축국의 동맹국은 졌다."),
    Case("나토 정상회의에 앞서 한미 정상회담이 열렸다."),
    Case("앱스토어에서 애플리케이션을 받는다."),
    Case("장치를 켭니다. 장치가 켜지면 ⟦디바이스⟧ 이름을 정합니다.", fixed="장치를 켭니다. 장치가 켜지면 장치 이름을 정합니다."),
    Case("한국 등 지역 동맹국과 협의한다.\n⟦연합국⟧ 관리들과도 협의한다. 동맹국은 셋이다."),
    Case("7월 나토 정상회의에 간다. 지난해 나토 정상회의에도 갔다. 올해 나토 ⟦정상회담⟧은 빌뉴스다."),
    Case("도쿄 연락사무소를 연다. ⟦대표 사무소⟧를 열겠다는 제안이다. 연락사무소는 처음이다."),
)

RULE = Rule(
    "TRM006",
    "term-variants",
    "terminology/inconsistent-use-of-terminology",
    "minor",
    check,
    CASES,
    KO,
    scope="document",
    yields_to=("forbidden-rendering",),
    languages=("ko",),
    confidence=0.7,
)
