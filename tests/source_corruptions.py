"""What machine translation does to a text that has a source: faults put into clean pairs, with recall to be measured.

An operator takes a list of pairs (source, translation) and yields corrupted pairs. It never looks at what a rule would find: names are
taken out by their place beside a gloss or by the pairs' own marks, clauses and sentences by their punctuation and endings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple


class Pair(NamedTuple):
    """A source in English and its translation into Korean."""

    source: str
    target: str


Operator = Callable[[Sequence[Pair]], Iterator[Pair]]

# Written for this; people and places are made up.
PAIRS = (
    Pair("The harbour of Lillevik was closed on Tuesday because the ice had reached the breakwater.", "화요일 얼음이 방파제까지 밀려와 릴레비크 항구가 폐쇄되었다."),
    Pair("Astrid Halvorsen, who runs the museum, said that visitors would have to wait until spring.", "박물관을 운영하는 아스트리드 할보르센은 관람객들이 봄까지 기다려야 할 것이라고 말했다."),
    Pair("The council did not approve the plan, although most residents had asked for it.", "주민 대부분이 요구했으나 시의회는 그 계획을 승인하지 않았다."),
    Pair("Fishermen from the island sold their catch directly to restaurants, and prices fell by half.", "섬의 어부들이 잡은 고기를 식당에 바로 팔았고 값은 절반으로 떨어졌다."),
    Pair("Two ferries a day connect the village with Torsvik, where the nearest hospital is.", "하루 두 번 다니는 여객선이 마을과 가장 가까운 병원이 있는 토르스비크를 잇는다."),
    Pair("Why did nobody warn the crew?", "왜 아무도 선원들에게 경고하지 않았는가?"),
    Pair("The new library has more than 40,000 books, most of which were given by readers.", "새 도서관에는 책이 4만 권 넘게 있는데 대부분 독자들이 기증한 것이다."),
    Pair("Engineers tested the bridge for three weeks before the first train was allowed to cross it.", "기술자들은 첫 열차가 다리를 건너도록 허락하기 전에 3주 동안 다리를 시험했다."),
    Pair("Marten Sorensen won the race, but he was not happy with his time.", "마르텐 쇠렌센은 경주에서 이겼지만 기록에 만족하지 못했다."),
    Pair("NATO ships left the port at dawn, and the fishing boats followed them.", "새벽에 나토 함정들이 항구를 떠났고 고깃배들이 그 뒤를 따랐다."),
    Pair("Farmers in the valley planted apple trees, since wheat no longer grew on the dry slopes.", "메마른 비탈에서 밀이 더는 자라지 않아 골짜기의 농부들은 사과나무를 심었다."),
    Pair("The teacher asked the children to write down every word that they did not understand.", "선생님은 아이들에게 이해하지 못하는 낱말을 모두 적으라고 했다."),
    Pair("When the snow melted in April, the river rose and the old mill was flooded.", "4월에 눈이 녹자 강물이 불어나 낡은 방앗간이 물에 잠겼다."),
    Pair("The archive of the monastery holds 1,250 letters, which were written in 1893.", "수도원 기록 보관소에는 1893년에 쓰인 편지 1,250통이 있다."),
    Pair("It was the quietest winter that anyone in Branholm could remember.", "브란홀름 사람들이 기억하는 가장 조용한 겨울이었다."),
)  # fmt: skip

MESSAGES = (
    Pair("Press <b>Save</b> to keep {count} files.", "파일 {count}개를 보관하려면 <b>저장</b>을 누르십시오."),
    Pair("%s could not be opened: %s", "%s을(를) 열 수 없습니다: %s"),
    Pair("See https://example.org/help or write to help@example.org.", "https://example.org/help를 보거나 help@example.org로 편지를 보내십시오."),
    Pair("Hello ${user}, you have <a href=\"/new\">new messages</a>.", "${user} 님, <a href=\"/new\">새 메시지</a>가 있습니다."),
)  # fmt: skip


def copied(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """The source instead of its translation."""
    for source, _ in pairs:
        if len(source.split()) > 3:
            yield Pair(source, source)


def paragraphs(pairs: Sequence[Pair]) -> Iterator[Sequence[Pair]]:
    """The pairs in groups of two, three, four, five, two …"""
    start, size = 0, 2
    while start + size <= len(pairs):
        yield pairs[start : start + size]
        start, size = start + size, size % 4 + 2


def joined(pairs: Sequence[Pair]) -> Pair:
    """Several pairs in one segment."""
    return Pair(" ".join(p.source for p in pairs), " ".join(p.target for p in pairs))


def sentence_dropped(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Two to five pairs in one segment, of which one translation is lost."""
    for number, several in enumerate(paragraphs(pairs)):
        lost = number % len(several)
        yield Pair(joined(several).source, joined([*several[:lost], *several[lost + 1 :]]).target)


def sentence_added(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Two to five pairs in one segment, with a translation of something else at the end."""
    for number, several in enumerate(paragraphs(pairs)):
        other = pairs[-1 - number]
        if other not in several:
            yield Pair(joined(several).source, f"{joined(several).target} {other.target}")


_CLAUSE = re.compile(
    r"(?:^|(?<=[,.] )|(?<= ))(?P<clause>(?:[^ ,.“”\"()]+ ){2,}[^ ,.“”\"()]*(?:고|며|지만|는데|면서|어서|아서|해서|하여|자|으나|니|려면|도록|때문에|위해|뒤|후|동안|때),? )(?=[^ ]+ [^ ]+ )"
)


def clause_dropped(pairs: Sequence[Pair], least: float = 0.3, most: float = 0.75) -> Iterator[Pair]:
    """A clause up to its connective ending, or to the comma, where it is ``least`` to ``most`` of the sentence."""
    for source, target in pairs:
        found = [m.span() for m in _CLAUSE.finditer(target)]
        found += [(a, b) for a, b in pairwise([0, *(m.end() for m in re.finditer(", ", target)), len(target)]) if b < len(target)]
        found = [(a, b) for a, b in found if least <= (b - a) / len(target) <= most]
        if found:
            start, end = max(found, key=lambda span: span[0] - span[1])
            yield Pair(source, target[:start] + target[end:])


def name_dropped(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """A whole name that is spelled by its sound and said once, out of the translation with its particle and its gloss."""
    for source, target in pairs:
        for native in _names(source, target):
            yield Pair(source, re.sub(r"\s{2,}", " ", re.sub(rf"{native}[가-힣]*(?:\([^)]*\))?", "", target)).strip())


def name_swapped(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """A name in place of another one, from far away in the text."""
    found = [(pair, re.search(native, pair.target)) for pair in pairs for native in _names(*pair)]
    for number, (pair, m) in enumerate(found):
        _, other = found[(number + 37) % len(found)]
        if m is not None and other is not None and other[0] != m[0]:
            yield Pair(pair.source, pair.target[: m.start()] + other[0] + pair.target[m.end() :])


def name_respelled(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """A name of three syllables or more with another consonant at the head of one of them."""
    from mtaudit.languages.ko import hangul

    for source, target in pairs:
        for native in _names(source, target):
            m = re.search(native, target)
            if m is not None and len(m[0]) > 2 and " " not in m[0]:
                at = m.start() + len(m[0]) // 2
                initial, vowel, final = hangul.split(target[at])
                other = {"ㄹ": "ㅂ", "ㅁ": "ㅋ", "ㅂ": "ㄹ", "ㅅ": "ㅁ", "ㄴ": "ㅍ"}.get(initial, "ㄹ")
                yield Pair(source, target[:at] + hangul.join(other, vowel, final) + target[at + 1 :])


def _names(source: str, target: str) -> Iterator[str]:
    """Patterns of names inside the sentence, all of whose words some words of the target sound like very much."""
    from mtaudit.languages.ko import noun_tail, transliteration

    words = [noun_tail.stem(m[0]) for m in re.finditer("[가-힣]{2,}", target)]
    for m in re.finditer(r"(?<=[a-z,] )(?:[A-Z][a-z]+ ){0,2}[A-Z][a-z]{3,}(?=[,.;]|['’]s [a-z]| [a-z(])", source):
        parts = m[0].split()
        if source[: m.start()].split()[-1][0].isupper():
            continue  # the rest of a longer name
        heard = [min(((transliteration.distance(w, part), w) for w in words), default=(1.0, "")) for part in parts]
        native = r"\s*".join(w for _, w in heard)
        if all(far <= 0.1 for far, _ in heard) and source.count(parts[-1]) == len(re.findall(native, target)) == 1:
            yield native


def negation_lost(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """A denial of the translation turned into what it denies, where the source has one *not*."""
    turns = (
        (r"하지 않[았는]다|하지 못(?:했|한)다", "했다"),
        (r"하지 않는(?!다)", "하는"),
        (r"하지 (?:않|못)은|하지 못한(?!다)", "한"),
        (r"되지 [않못](?:았|했|는)다", "되었다"),
        (r"(?<!하)지 [않못](?:았|했)다", "었다"),
        (r"[이가] 아니(?:다|었다)", "이다"),
        (r"(?<=[할될갈볼을를일]) 수 없", " 수 있"),
        (r"[이가] 없(?=다|었다)", "이 있"),
    )
    for source, target in pairs:
        if len(re.findall(r"\bnot\b|n['’]t\b|\bcannot\b|\bnever\b", source)) != 1:
            continue
        for old, new in turns:
            if len(re.findall(old, target)) == 1:
                yield Pair(source, re.sub(old, new, target))
                break


def tag_lost(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """One tag or placeholder of the translation."""
    for source, target in pairs:
        for m in re.finditer(r"</?\w+[^<>]*>|\$?\{\w+\}|%s|https?://[\w./]+|\w+@[\w.]+\w", target):
            yield Pair(source, target[: m.start()] + target[m.end() :])


def tagged(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs with a tag round the first word of each side, and a placeholder at the end."""
    return [Pair(*(re.sub(r"^(\S+)(.*)$", r"<b>\1</b>\2 {0}", side, flags=re.S) for side in pair)) for pair in pairs]


NAMES: dict[str, tuple[float, float, Operator]] = {
    # name: floor of recall on the pairs here and on professional translations, operator; one wrong letter may be told as advice
    "name dropped": (0.8, 0.82, name_dropped),
    "name swapped": (0.8, 0.78, name_swapped),
    "name respelled": (0.9, 0.79, name_respelled),
}
_MONTHS = "January February March April May June July August September October November December".split()


def number_changed(pairs: Sequence[Pair], change: Callable[[int], int]) -> Iterator[Pair]:
    """Each figure of the translation that stands in the source, too, and once on either side."""
    for source, target in pairs:
        for m in re.finditer(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d.])|(?<![\d.,])\d{2,}(?![\d.,])", target):
            if source.count(m[0]) == target.count(m[0]) == 1 and (number := int(m[0].replace(",", ""))) > 10:
                new = change(number)
                yield Pair(
                    source, f"{target[: m.start()]}{new:,}{target[m.end() :]}" if "," in m[0] else target.replace(m[0], str(new))
                )


def month_swapped(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Another month."""
    for source, target in pairs:
        for m in re.finditer(r"(?<!\d)(\d{1,2})월", target):
            if 1 <= int(m[1]) <= 12 and _MONTHS[int(m[1]) - 1] in source and target.count(m[0]) == 1:
                yield Pair(source, target.replace(m[0], f"{int(m[1]) % 12 + 1}월"))


OPERATORS: dict[str, tuple[str, float, Operator]] = {
    # name: rules that may answer, floor of recall, operator
    "number x 10": ("SRC001 SRC002", 0.95, lambda pairs: number_changed(pairs, lambda n: n * 10)),
    "number / 10": ("SRC001 SRC002", 0.95, lambda pairs: number_changed(pairs, lambda n: n // 10)),
    "month swapped": ("SRC002", 0.95, month_swapped),
    "source copied": ("SRC003", 0.95, copied),
    "sentence dropped": ("SRC006", 0.95, sentence_dropped),
    "sentence added": ("SRC012", 0.5, sentence_added),
    "clause dropped": ("SRC001 SRC002 SRC006 SRC007", 0.8, clause_dropped),
    "name dropped": ("SRC007", 0.8, name_dropped),
    "negation lost": ("SRC008", 0.5, negation_lost),
    "tag lost": ("SRC004", 0.95, lambda pairs: tag_lost(tagged(pairs))),
}
