"""Which particles of a text do not fit the sound before them: 나토은, 책를; and those that follow no Hangul: SDK을.

Most particles of a text are right, so the pairs of a syllable and a particle are looked up, each judged once, and only
the few that disagree are looked for in the text. Whether they are particles at all is another question
(``particle_lookalikes``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.languages.ko import hangul

LETTER = "[^\\W0-9A-Za-z_]"
"""A letter of Hangul, or of another script than Latin: much faster to compile than the range of the syllables."""
_TAILS = {"과": ("의", "는", "도"), "와": ("의", "는", "도"), "로": ("서", "써", "부터", "의", "는", "도", "만", "까지")}
_NONE: tuple[str, ...] = ()
_VERBS = frozenset(
    "있없겠않받앉찾맞갖읽듣걷묻믿얻넘웃씻벗잊잃끊끓뚫앓놓넣쌓낳닿찧좇쫓꽂맺짓잇붓낫긋젓잣갚덮싶엎짚깁굽눕돕줍뽑씹꺾깎닦섞묶엮볶겪낚솎핥훑읊얹굶옮"
    "곪밟뺏앗솟뜯쏟닫뻗굳긷붇싣돋늙긁갉얽붉밝늦찢짖빚젖뱉맡붙흩좋옳핥핧듬닮곯닳뚫딛흝겯뵙싫젊많같뻗꿇옭덞컫밌"
)


def is_evident_verb(char: str) -> bool:
    """Whether a syllable before 는 means a verb, since no noun of weight ends so; all in ㅆ do (었는, 겠는)."""
    return char in _VERBS or (ord(char) - hangul.BASE) % 28 == 20


@cache
def _particles() -> re.Pattern[str]:
    """A syllable at the end of a word that may be a particle; the group is that syllable and the one before, for 으로 .으."""
    tail = "(?:의|는|도|서|써|부터|만|까지)"
    return re.compile(
        rf"[을를은는이가와과로으](?<=(..))(?<!으로)(?:(?<!으)(?!{LETTER})|(?<=[과와로]){tail}(?!{LETTER})|(?<=으)로{tail}?(?!{LETTER}))"
    )


class _Disagree(dict[str, bool]):
    """Whether the form of a particle does not fit the character before it, for each such pair that was ever met."""

    def __missing__(self, pair: str) -> bool:
        before, form = pair[0], pair[1]
        if "가" <= before <= "힣":
            final = (ord(before) - hangul.BASE) % 28
            if form in "을은이과":
                wrong = final == 0
            elif form == "으":
                wrong = final in (0, _L)
            else:
                wrong = final != 0 and not (form == "로" and final == _L) and not (form == "는" and is_evident_verb(before))
        else:
            wrong = before in _OTHER or (before.isascii() and before.isalnum())
        self[pair] = wrong
        return wrong


_LONG = 2000
"""Code points of a segment from which on one pass is faster than looking for each pair."""
_L = 8
"""The number of ㄹ among the final consonants."""
_OTHER = frozenset("%％℃°㎞㎝㎜㎡㎥㎢ℓ㎖㎏㎎㎍\"'”’»」』》〉)）]】")
_disagree = _Disagree()


def doubtful(text: str) -> list[tuple[int, str]]:
    """Where a particle begins whose form does not fit the syllable before it, or that follows no syllable; and the form."""
    pairs = set(filter(_disagree.__getitem__, _particles().findall(text)))
    return [place for place in _places(text, pairs) if _ends_word(text, *place)] if pairs else []


def _ends_word(text: str, start: int, form: str) -> bool:
    end = start + len(form)
    return not "가" <= text[end : end + 1] <= "힣" or text.startswith(_TAILS.get(form[-1], _NONE), end)


def _places(text: str, pairs: set[str]) -> Iterator[tuple[int, str]]:
    if len(text) > _LONG:
        yield from [(m.start(), _form(m[1])) for m in _particles().finditer(text) if m[1] in pairs]
        return
    for pair in pairs:
        at = text.find(pair)
        while at >= 0:
            if _particles().match(text, at + 1):
                yield at + 1, _form(pair)
            at = text.find(pair, at + 1)


def _form(pair: str) -> str:
    return "으로" if pair[1] == "으" else pair[1]
