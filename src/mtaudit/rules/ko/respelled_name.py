"""One foreign name or loanword is spelled in two ways.

A machine transliterates a name anew in every sentence: 캐머런, 카메론 and 캐머론 for one Cameron. Words of three syllables or
more that look foreign are compared by their sound; the spelling that is settled, or else the more frequent one, is proposed.

Not reported: two words whose spelling is settled (마스터 and 미스터, 카메룬 and 카메론 where both are known), a word and its
derivation (프린트, 프린터), forms that differ in an ending only, Korean names (김영현, 김용현), names of two syllables. A
common noun beside its usual misspelling (컨텐츠, 콘텐츠) is advice: people write so too.

Source: taxonomy of machine-translated Korean, "inconsistent-term"; the rules for writing foreign words (외래어 표기법).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import inf

from mtaudit import names
from mtaudit.languages.ko import loanwords, noun_tail, titles
from mtaudit.languages.ko.hangul import final, split
from mtaudit.languages.ko.transliteration import looks_foreign, respelling, skeleton
from mtaudit.report import Hit, Severity
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView

KO = """외국 이름이나 외래어 하나를 두 가지로 적었다.
기계는 문장마다 이름을 새로 옮기므로 ‘캐머런’과 ‘카메론’이 한 글에 섞인다. 소리가 가까운 세 음절 이상의 외래어를 견주어,
정해진 표기나 더 많이 쓴 표기를 권한다. 표기가 정해진 서로 다른 낱말, 파생어, 우리말 이름, 두 음절 이름은 다루지 않는다."""

_NEAR = 0.28
"""Cost of a respelling for each syllable (``transliteration.respelling``) up to which two spellings are one name."""
_NEAR_SETTLED = 0.25
"""The same where one of the two is a settled word: the other may well be another name."""
_NEAR_IN_CONTEXT = 0.5
"""The same where both have the same consonants and one given name before them or one title behind them."""
_MOST_COST = 1.6
"""The most that a name may cost, however long it is."""
_CROWDED = 10
"""So many words of one sound are compared at most."""


def check(view: DocumentView) -> Iterator[Hit]:
    prose = view.once(names.prose)
    places = view.once(names.marked_words)
    for group in _groups(prose.text, places):
        right = max(group, key=lambda w: (w in loanwords.settled(), len(places[w]), -places[w][0]))
        wrong = sorted((start, word) for word in group if word != right for start in places[word])
        start, word = wrong[0]
        end = start + len(word)
        particle = "가" <= prose.text[end : end + 1] <= "힣"
        counts = ", ".join(f"{w} {len(places[w])}" for w in sorted(group, key=lambda w: -len(places[w])))
        elsewhere = [(at, at + len(w)) for at, w in [*wrong[1:], (places[right][0], right)]]
        hit = prose.hit(
            start,
            end,
            f"one name in {len(group)} spellings ({counts}); use {right} throughout",
            f"같은 말을 {len(group)}가지로 적었다({counts}). ‘{right}’(으)로 통일한다.",
            fix=right if not particle or _same_particles(word, right) else None,
            related=prose.related(elsewhere, "the same name", "같은 말"),
        )
        severity: Severity | None = "neutral" if right in loanwords.common() else None
        yield hit._replace(severity=severity)


def _same_particles(a: str, b: str) -> bool:
    """Whether both take the same forms of particles."""
    one, two = final(a[-1]), final(b[-1])
    return (not one) == (not two) and (one == "ㄹ") == (two == "ㄹ")


def _groups(text: str, places: dict[str, list[int]]) -> list[list[str]]:
    settled = loanwords.settled()
    by_sound: dict[str, list[str]] = {}
    for word in places:
        by_sound.setdefault(skeleton(word), []).append(word)
    group_of: dict[str, set[str]] = {}
    for a, b in _pairs(by_sound):
        known = (a in settled) + (b in settled)
        if known == 2 or not (known or looks_foreign(a) or looks_foreign(b)):
            continue
        cost = _cost(a, b)
        if cost <= (_NEAR_SETTLED if known else _NEAR) or (
            cost <= _NEAR_IN_CONTEXT and skeleton(a) == skeleton(b) and _same_context(text, places, a, b)
        ):
            group = group_of.get(a, {a}) | group_of.get(b, {b})
            group_of.update(dict.fromkeys(group, group))
    unique = {id(group): group for group in group_of.values()}
    found = [sorted(group, key=lambda w: places[w][0]) for group in unique.values() if sum(w in settled for w in group) < 2]
    return sorted(found, key=lambda group: places[group[0]][0])


def _pairs(by_sound: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Pairs of words with the same consonants, or with one consonant more."""
    for sound, words in by_sound.items():
        if len(sound) > 1:
            yield from combinations(words[:_CROWDED], 2)
            for shorter in {sound[:i] + sound[i + 1 :] for i in range(len(sound))} & by_sound.keys():
                yield from ((a, b) for a in words[:_CROWDED] for b in by_sound[shorter][:_CROWDED])


def _cost(a: str, b: str) -> float:
    """What it costs to respell a syllable of ``a`` on the way to ``b``; infinite where they cannot be one name."""
    if len(a) != len(b):
        if abs(len(a) - len(b)) > 1 or a.startswith(b) or b.startswith(a) or not _share_ends(a, b):
            return inf
    elif sum(map(str.__ne__, a, b)) > 3 or (a[:-1] == b[:-1] and _derived(a[-1], b[-1])):
        return inf
    shorter = min(len(a), len(b))
    most = min(_MOST_COST, _NEAR_IN_CONTEXT * shorter)
    whole = respelling(a, b, most)
    return whole / shorter if whole <= most else inf


def _same_context(text: str, places: dict[str, list[int]], a: str, b: str) -> bool:
    """Whether a given name before, or a title behind, is the same for both."""
    one, two = ({word for at in places[w][:20] for word in _beside(text, at, at + len(w))} for w in (a, b))
    return bool(one & two)


def _beside(text: str, start: int, end: int) -> Iterator[str]:
    before = names.word_before(text, start)
    if before in loanwords.given_names() or looks_foreign(before):
        yield before
    if text[end : end + 1] == " ":
        word = names.first_word(text, end + 1)
        if noun_tail.stem(word) in titles.titles():
            yield noun_tail.stem(word)


def _share_ends(a: str, b: str) -> bool:
    """Whether all but three syllables of the longer word stand at the beginning or the end of the other as well."""
    short, long = sorted((a, b), key=len)
    ahead = next((i for i, c in enumerate(short) if c != long[i]), len(short))
    behind = next((i for i in range(len(short) - ahead) if short[-1 - i] != long[-1 - i]), len(short) - ahead)
    return ahead + behind >= len(long) - 3


def _derived(a: str, b: str) -> bool:
    """Whether two last syllables make two words or two forms of one: 트 and 터, 한 and 할."""
    one, two = split(a), split(b)
    return one[:2] == two[:2] or (one[0] == two[0] and "ㅡ" in (one[1], two[1]))


CASES = (
    Case("카메룬과 카메론 씨는 아무 관계가 없다."),
    Case("컴퓨터의 프린트 기능과 프린터를 함께 점검했다. 프로그램을 만든 프로그래머도 왔다."),
    Case("김영현 감독과 김용현 감독이 만났다."),
    Case("파일을 업로드하고 업로드한 뒤 다시 업로드할 수 있다."),
    Case("슬로바키아와 슬로베니아 대표가 나왔다. 오스트리아와 오스트레일리아는 다르다."),
    Case(
        "포트노이는 화를 냈다. ⟦파트노이⟧는 다시 화를 냈다. 포트노이가 떠났다.",
        fixed="포트노이는 화를 냈다. 포트노이는 다시 화를 냈다. 포트노이가 떠났다.",
    ),
    Case("새 게이머태그를 고르세요. ⟦게이머타그⟧가 마음에 들지 않으면 게이머태그를 바꾸세요."),
    Case("벨리치크 감독은 이겼다.\n기자들은 ⟦벨리칙⟧ 감독에게 물었다.\n벨리치크는 웃었다."),
    Case("데이비드 캐머런 총리가 왔다. 캐머런 총리는 웃었다.\n⟦카메론⟧ 총리가 말했다."),
    Case("⟦컨텐츠⟧ 산업이 컸다. 콘텐츠 수출도 늘었다."),
)

RULE = Rule(
    "TRM002",
    "respelled-name",
    "terminology/inconsistent-use-of-terminology",
    "minor",
    check,
    CASES,
    KO,
    scope="document",
    yields_to=("forbidden-rendering",),
    languages=("ko",),
    confidence=0.75,
)
