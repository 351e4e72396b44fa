"""One person holds one office under two titles.

외무상 and 외무장관 are both "foreign minister"; a machine that sees no context takes either, and one person changes titles
from paragraph to paragraph. Both titles must stand after the same name.

Not reported: titles of two offices (총리, 외무장관), a former or coming office (전, 당시), two persons with one title, a title without a name.

Source: taxonomy of machine-translated Korean, "Names and titles"; the titles are ``languages/ko/titles.py``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mtaudit import names
from mtaudit.languages.ko import titles
from mtaudit.languages.ko.hangul import final
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView

KO = """한 사람의 같은 직함을 두 가지로 적었다.
‘외무상’과 ‘외무장관’은 같은 자리를 가리키는데, 기계는 문맥을 보지 못해 문단마다 다르게 옮긴다. 같은 이름 뒤에 두 직함이 나올 때만
알린다. 서로 다른 자리, 전직과 당시의 직함, 이름이 없는 직함은 다루지 않는다."""

_PAST = frozenset(("전", "당시", "신임", "차기", "초대"))


def check(view: DocumentView) -> Iterator[Hit]:
    found = view.once(names.vocabulary)
    offices = titles.offices()
    used = [title for title in offices if title in found]
    if len({offices[t] for t in used}) == len(used):
        return
    prose = view.once(names.prose)
    held: dict[tuple[int, str], list[tuple[int, str]]] = {}
    for title in used:
        for at in found[title]:
            if names.is_word(prose.text, at, at + len(title)):
                for name in _names_before(prose.text, at):
                    held.setdefault((offices[title], name), []).append((at, title))
    told: set[tuple[int, int]] = set()
    for (office, name), places in sorted(held.items(), key=lambda item: min(item[1])):
        counts = Counter(title for _, title in places)
        if len({title.replace(" ", "") for title in counts}) < 2:
            continue
        right = max(counts, key=lambda t: (counts[t], -min(at for at, u in places if u == t)))
        wrong = sorted(p for p in places if p[1] != right)
        start, title = wrong[0]
        if (office, start) in told:
            continue
        told.add((office, start))
        end = start + len(title)
        others = [(at, at + len(t)) for at, t in [*wrong[1:], min(p for p in places if p[1] == right)]]
        alike = bool(final(title[-1])) == bool(final(right[-1])) or not "가" <= prose.text[end : end + 1] <= "힣"
        yield prose.hit(
            start,
            end,
            f"{name} is {right} elsewhere: one office has two titles",
            f"‘{name}’의 직함을 다른 곳에서는 ‘{right}’(으)로 적었다.",
            fix=right if alike else None,
            related=prose.related(others, "the same person's title", "같은 사람의 직함"),
        )


def _names_before(text: str, at: int) -> list[str]:
    """The words before a title that may be its holder's name: the nearest, and the one before where a state stands between."""
    first = names.word_before(text, at)
    if not first or first in _PAST:
        return []
    second = names.word_before(text, at - len(first) - 1)
    if second in _PAST:
        return []
    return [word for word in (first, second) if _may_be_name(word)]


def _may_be_name(word: str) -> bool:
    from mtaudit.languages.ko.loanwords import places

    return len(word) > 1 and "가" <= word[0] <= "힣" and word not in places() and word[-1] not in "은는의을를와과에"


CASES = (
    Case("하야시 외무상이 왔다. 왕이 외교부장과 블링컨 국무장관도 왔다."),
    Case("일본 외무상이 말했다. 미국과 일본 외무장관 회담은 없었다."),
    Case("하야시 전 외무장관이 하야시 외무상 시절을 돌아봤다."),
    Case("하야시 외무상은 하야시 관방장관이 되었다."),
    Case("하야시 요시마사 일본 외무상이 말했다.\n하야시 요시마사 ⟦외무장관⟧에 따르면 그렇다."),
    Case(
        "오스틴 국방장관이 왔다. 오스틴 국방장관은 떠났다. 오스틴 ⟦국방상⟧이 답했다.",
        fixed="오스틴 국방장관이 왔다. 오스틴 국방장관은 떠났다. 오스틴 국방장관이 답했다.",
    ),
)

RULE = Rule(
    "TRM004",
    "mixed-title",
    "terminology/inconsistent-use-of-terminology",
    "minor",
    check,
    CASES,
    KO,
    scope="document",
    yields_to=("forbidden-rendering",),
    languages=("ko",),
    confidence=0.8,
)
