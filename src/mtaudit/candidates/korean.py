"""Nouns of Korean text, without a dictionary: the particles that a word carries in the texts themselves tell it from a verb.

``정부의``, ``정부가`` and ``정부`` say that 정부 is a noun; ``한반도의``, ``한반도는`` that the 도 of 한반도 is no particle.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtaudit.candidates.chains import CONNECTORS, LINKS, Piece
from mtaudit.languages.ko import fragments, loanwords, noun_tail, plain_words, repetition, transliteration
from mtaudit.languages.ko.hangul import final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CERTAIN = ("을", "를", "의", "에", "과", "으로", "로", "까지", "부터", "처럼", "이라는", "들")
"""Particles that verbs do not have; 이, 가, 은, 는, 도, 와 look like the ends of some."""
_AFTER_ONE = frozenset(
    "이 은 을 를 는 에 들 만 으로 에서 에게 까지 부터 처럼 에는 에도 에서는 으로는 들이 들을 들은 이라는 만이 만을 이나".split()
)
"""What follows a noun of one syllable, which is no candidate: 것으로, 책이."""
_ADNOMINAL = frozenset("ㄴㄹ")
_VERBAL_LAST = frozenset("고며면게니아어여야해나라다는던은을히로만하되려러")
"""Last syllables of verbs and adverbs, which nouns have as well."""
_NOUNS_MOSTLY = frozenset("자지기서도인리")
"""Those that end a verb only after one of ``_VERB_STEMS``: 하자, 가지, 나서, 되도."""
_VERB_STEMS = frozenset("하되해돼져지가보오와주나이면시키")
_PREDICATE = (
    r"습니다|[았었했였됐렸졌혔났왔갔냈쳤겼섰]다|[는한된인린진난간온운]다|하다|되다|면서|지만|도록|려고|거나|는데|은데|수록|"
    r"[다라자]며|[다라자]고|[다라자]는|세요|에요|어요|아요|네요|지요|까요|습니까|더라|므로|느라|는지|은지|인지|을지|할지|듯이|것|하기|되기|시키기|적인|[어여아해]주|하게|롭게|스레|[은는인]가|[로스다]운|[았었했였됐렸졌혔났왔갔냈쳤겼섰있없]"
)


class Noun(NamedTuple):
    """A word of the text without what follows the noun. ``whole``: nothing follows it, so the next word may go on with it."""

    text: str
    whole: bool


@cache
def _predicate() -> re.Pattern[str]:
    return re.compile(rf"(?:{_PREDICATE})$")


@cache
def _copula() -> re.Pattern[str]:
    return re.compile(r"(?:입니다|이다|이었다|였다|이지만|이자|이고|이며|였으며|이었으며|이었던|였던|이기도|이란|인데|입니까)$")


@cache
def _hangul() -> re.Pattern[str]:
    return re.compile("[가-힣]{2,30}")


def nouns(texts: Iterable[str]) -> dict[str, Noun]:
    """Every word in Hangul of the texts that is a noun: as it is written, and the noun in it."""
    forms: Counter[str] = Counter()
    for text in texts:
        forms.update(_hangul().findall(text))
    cut = {form: _cut(form) for form in forms}
    tails: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for form, stem in cut.items():
        tails[stem][form[len(stem) :]] += forms[form]
    longer = {stem: ending for stem, seen in tails.items() if (ending := _part_of_word(stem, seen))}
    for stem, ending in longer.items():
        for tail, count in tails.pop(stem).items():
            tails[stem + ending][tail[1:]] += count
    known = {stem for stem, seen in tails.items() if _is_noun(stem, seen)}
    function = plain_words.function()
    out = {}
    for form, stem in cut.items():
        noun = stem + longer.get(stem, "")
        if noun in known and form not in function:
            out[form] = Noun(noun, form == noun)
    return out


def _cut(form: str) -> str:
    """The noun of a word if it is one; the word itself where it is a verb made of a noun, or has a noun of one syllable."""
    for end in range(len(form), max(2, len(form) - 5), -1):
        if form[:end] in loanwords.settled() and noun_tail.is_tail(form[end:]):
            return form[:end]
    if (form[1:] in _AFTER_ONE and len(noun_tail.stem(form, 1)) == 1) or (len(form) == 2 and fragments.tail(form) == "of"):
        return form
    stem = noun_tail.stem(form)
    if stem == form and (m := _copula().search(form, 2)):
        stem = form[: m.start()]
    if noun_tail.without_verb(stem) != stem and not form[len(stem) :].startswith(_CERTAIN):
        return form
    return stem


def _part_of_word(stem: str, tails: Counter[str]) -> str:
    """The syllable that looks like a particle but follows ``stem`` always: the 도 of 한반도."""
    if len(firsts := {tail[:1] for tail in tails}) != 1 or not (first := firsts.pop()):
        return ""
    if first in "도만나로" and any(tail[1:].startswith(("가", "를", "와")) for tail in tails):
        return first
    if first == "의":
        return "" if fragments.tail(stem + first) == "of" and set(tails) == {first} else first
    return first if first in "도만나" and tails.total() > 1 else ""


def _is_noun(stem: str, tails: Counter[str]) -> bool:
    if stem in plain_words.function() or len(stem) > 15 or len(stem) < 2:
        return False
    if stem in plain_words.general() or stem in loanwords.settled():
        return True
    certain = any(tail.startswith(_CERTAIN) for tail in tails)
    if _predicate().search(stem) or (noun_tail.without_verb(stem) != stem and not certain):
        return False
    if certain or (len(stem) > 2 and transliteration.looks_foreign(stem)):
        return stem[-1] != "기" or len(stem) < 3 or (repetition.SINO.issuperset(stem) and stem[-2] not in _VERB_STEMS)
    if not repetition.SINO.issuperset(stem) or _may_be_verb(stem):
        return False
    return final(stem[-1]) not in _ADNOMINAL or len(stem) > 3 or any(tails.keys() - {"", "은", "는", "들"})


def _may_be_verb(stem: str) -> bool:
    """Whether a word that could be Chinese ends like a verb, or like a noun of one syllable and 가."""
    last, before = stem[-1], stem[-2]
    if last in _NOUNS_MOSTLY:
        return before in _VERB_STEMS
    return last in _VERBAL_LAST or (last == "가" and not final(before))


def is_coinage(quoted: str) -> bool:
    """Whether words in quotation marks may be a name that the text makes up, and no saying: ‘바람 나눔’."""
    words = quoted.split()
    last = words[-1] if words else ""
    if not words or not all("가" <= c <= "힣" or c == " " for c in quoted) or plain_words.function().issuperset(words):
        return False
    return len(quoted) > 2 and last not in plain_words.function() and not fragments.tail(last) and not _predicate().search(last)


@cache
def _word() -> re.Pattern[str]:
    return re.compile("(?P<front>[0-9A-Za-zÀ-ÖØ-öø-ɏ][0-9A-Za-zÀ-ÖØ-öø-ɏ'’&+.\\-]*(?<![.\\-]))?(?P<hangul>[가-힣]*)")


def chains(text: str, known: dict[str, Noun]) -> Iterator[list[Piece]]:
    """Runs of nouns and Latin names that nothing divides: all but the last without particles. ``known`` is of ``nouns``."""
    chain: list[Piece] = []
    for m in _word().finditer(text):
        if m.end() == m.start():
            continue
        piece, whole = _piece(m, known)
        linked = chain and m.start() - chain[-1].end == 1 and text[chain[-1].end] in LINKS
        if chain and not (linked and piece):
            yield chain
            chain = []
        if piece:
            chain.append(piece)
            if not whole:
                yield chain
                chain = []
    if chain:
        yield chain


def _piece(m: re.Match[str], known: dict[str, Noun]) -> tuple[Piece | None, bool]:
    front, hangul = m["front"] or "", m["hangul"]
    noun = known.get(hangul)
    if not front:
        return (Piece(m.start(), m.start() + len(noun.text)), noun.whole) if noun else (None, False)
    if not any(c.isupper() for c in front):
        joins = front in CONNECTORS and not hangul
        return (Piece(m.start(), m.end(), False), True) if joins else (None, False)
    end = m.end("front")
    if noun and not noun_tail.is_tail(hangul):
        return Piece(m.start(), end + len(noun.text)), noun.whole
    return (Piece(m.start(), end), not hangul) if noun_tail.is_tail(hangul) else (None, False)
