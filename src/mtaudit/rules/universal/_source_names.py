"""Which names a source has that keep their sound in translation.

English, French, Spanish, Russian: words with a capital letter inside a sentence, but for those that are translated. Vietnamese: family names
with what follows, and words that are no Vietnamese syllables. German, where every noun has a capital: what follows a title, and given names
and cities that are known. Japanese: katakana that a title follows, and known cities. Korean: foreign words that are known as
names. Chinese: none, for Han characters do not tell their sound.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtaudit import sources
from mtaudit.languages import capitals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtaudit.view import DocumentView

_LEAST = 4
"""Letters of a name that can be told by its sound."""
_UPPER, _LOWER = (
    "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽƠƯẠ-Ỹ",
    "a-zà-öø-ÿāăąćċčďđēėęěğģīįıķĺļľłńņňōőœŕřśşšţťūůűųźżžơưạ-ỹ",
)


class Name(NamedTuple):
    """A name of a source: the words that may be found, and its place there. ``sure``: it is a name, and no common word."""

    words: tuple[str, ...]
    start: int
    text: str
    sure: bool = True


def names(source: str, lang: str, document: DocumentView) -> list[Name]:
    """The names of a source text, each once, sure ones or not."""
    if source.isupper() or _is_title(source):
        return []
    titles = [m.span() for m in _quoted().finditer(source) if _capitals(m[0])]
    titles += [m.span(1) for m in _called().finditer(source)] if lang == "en" else []
    find = {
        "en": _english,
        "ja": _katakana,
        "ko": _korean,
        "de": _german,
        "vi": _vietnamese,
        "ru": _capitalised,
        "fr": _capitalised,
        "es": _capitalised,
    }
    out, seen = [], set[str]()
    for name in find[lang](source, lang, document) if lang in find else ():
        if not seen.intersection(name.words) and not any(s <= name.start < e for s, e in titles):
            seen.update(name.words)
            out.append(name)
    return out


@cache
def _quoted() -> re.Pattern[str]:
    """What may be the title of a work."""
    return re.compile(
        r"“[^”]{1,80}”|\"[^\"]{1,80}\"|«[^»]{1,80}»|„[^“”]{1,80}[“”]|『[^』]{1,80}』|‘[^’]{1,80}’(?!\w)|(?<!\w)'[^']{1,80}'(?!\w)|_[^_]{1,80}_|\*[^*]{1,80}\*"
    )


@cache
def _called() -> re.Pattern[str]:
    """The title of a work behind what the work is, of two words at least."""
    works = "film|movie|novel|book|album|song|single|series|show|play|musical|opera|comedy|drama|sitcom|documentary|painting|game"
    return re.compile(rf"\b(?:{works}) ([A-Z][\w’']*(?: (?:of|in|the|and|to|a|for|on|at|[A-Z][\w’']*))+)")


def _capitals(quoted: str) -> bool:
    words: list[str] = quoted[1:-1].split()
    return quoted[0] == "『" or 2 * len([w for w in words if w[0].isupper()]) >= len(words)


def _is_title(source: str) -> bool:
    """Whether this is a headline or a label in title case: most words have a capital letter, and no full stop ends them."""
    words: list[str] = [w for w in re.findall(r"[^\W\d_]+", source) if len(w) > 3 and w[0].lower() != w[0].upper()]
    if not words or source.rstrip()[-1] in ".!?…。！？":
        return False
    small = sum(w[0].islower() for w in words)
    return small < 2 if len(words) < 6 else small < 0.3 * len(words)


@cache
def _capital() -> re.Pattern[str]:
    word = rf"(?:Mc|Mac|O['’]|[DL]['’])?[{_UPPER}][{_LOWER}]+(?:[{_UPPER}][{_LOWER}]+)?(?:-[{_UPPER}]?[{_LOWER}]+)*"
    return re.compile(
        rf"(?<![\w@#/.&\-])(?<![\w][’'])(?:[dl]['’])?({word}(?:(?:['’]s)?(?: (?:[A-Z]\. )?(?:(?:de|del|du|von|van|der|den|bin|al|la|le|el|da|di) ){{0,2}}){word}){{0,4}})(?![\w@/&]|[.-]\w)"
    )


def _begins(before: str) -> bool:
    """Whether a sentence begins behind this: behind a full stop, a tag, a column, a stage direction: (Applause) Thank you."""
    bare = before.rstrip(" \u00a0\u202f\"'“‘«„([—–-¿¡#*•")
    if bare.endswith((")", "]")):
        opened = max(bare.rfind("("), bare.rfind("["))
        return opened >= 0 and (bare[opened + 1].isupper() or _begins(bare[:opened]))
    return not bare.strip() or bare[-1] in '.!?:;…”"»>]/|\n\t' or before.endswith("  ")


def _runs(source: str) -> Iterator[tuple[re.Match[str], list[str], bool]]:
    """Each run of words with capitals, its words, and whether it begins a sentence."""
    for m in _capital().finditer(source):
        words = re.findall(rf"(?:Mc|Mac|O['’]|[DL]['’])?[{_UPPER}][\w\-]*", m[1].replace("’s", "").replace("'s", ""))
        yield m, words, _begins(source[: m.start()])


# English.


def _small_words(document: DocumentView) -> frozenset[str]:
    """Words that the sources write in small letters: common words, whatever they are in a title."""
    return frozenset(
        word for pair in document.once(sources.pairs) for word in re.findall(rf"(?<![\w’'])[{_LOWER}]{{2,}}", pair.source)
    )


def _inside_words(document: DocumentView) -> frozenset[str]:
    """Words that the sources write with a capital inside a sentence."""
    return frozenset(
        word
        for pair in document.once(sources.pairs)
        if not _is_title(pair.source)
        for word in re.findall(rf"(?<=[{_LOWER},] )[{_UPPER}][{_LOWER}]{{3,}}", pair.source)
    )


def _english(source: str, lang: str, document: DocumentView) -> Iterator[Name]:
    from mtaudit.languages.english import EVERYDAY, FUNCTION
    from mtaudit.languages.english_capitals import TITLES, is_bare, is_word_too, may_be_translated
    from mtaudit.languages.ko import from_english

    small, inside = document.once(_small_words), document.once(_inside_words)
    offices = [m.span() for m in _office().finditer(source)]
    for m, words, first in _runs(source):
        before = ""
        while words and (may_be_translated(words[0]) or words[0].lower() in TITLES):
            low = words.pop(0).lower()  # Secretary General Jens Stoltenberg; In London
            before = "" if first and not before and low in FUNCTION else low
        if not words:
            continue
        proper = [w for w in words if len(w) >= _LEAST and not {w.lower()} & (small | EVERYDAY | FUNCTION)]
        titled = (not before or before in TITLES or (first and before.endswith(_DOERS))) and before not in _COMPASS
        # What stands in parentheses by itself may be what an acronym stands for.
        alone = source[m.start() - 1 : m.start()] == "(" and source[m.end() : m.end() + 1] == ")"
        sure = (
            bool(proper)
            and titled
            and not alone
            and not any(may_be_translated(w) or from_english.renderings(w.lower()) for w in words)
        )
        if len(words) == 1:
            sure = sure and not is_word_too(words[0]) and not any(s <= m.start() < e for s, e in offices)
            if first and m[1].startswith(words[0]):
                if from_english.renderings(words[0].lower()):
                    continue
                sure = sure and (words[0] in inside or (_speaks().match(source, m.end()) is not None and not is_bare(words[0])))
        start = m.start(1) + m[1].find(words[0])
        found = tuple(proper or [w for w in words if len(w) >= _LEAST])
        if found:
            yield Name(found, start, source[start : m.end()], sure)


_COMPASS = frozenset("north south east west northern southern eastern western".split())
"""What stands before common nouns, too: the North and South Poles."""
_DOERS = ("ist", "er", "or", "man", "woman", "ian", "ess")
"""What words for persons end in, with which a sentence may begin: *Novelist*, *Actor*, *Historian*."""


@cache
def _speaks() -> re.Pattern[str]:
    """What follows the first word of a sentence if that is a person."""
    said = "said|says|told|tells|added|adds|wrote|writes|explained|explains|argued|argues|insisted|replied|married|himself|herself"
    return re.compile(rf",? (?:also |later |then |first )?(?:{said})\b")


@cache
def _office() -> re.Pattern[str]:
    """The name of an office of which several things are the business: the Ministry of Trade, Cooperatives and Consumers."""
    office = "Ministr(?:y|ies|er)|Departments?|Committee|Commission(?:er)?|Secretar(?:y|iat)|Office|Bureau|Agency|Council|Board|Directorate|Institute|Faculty|Authority|Administration"
    chain = "[A-Z]\\w+(?: [A-Z]\\w+)*(?:(?:, (?:and )?| and | & )[A-Z]\\w+(?: [A-Z]\\w+)*)+"
    return re.compile(rf"\b(?:{office}) (?:of|for|on) (?:the )?{chain}|\b{chain} (?:{office})\b")


# Other languages with capitals.


def _capitalised(source: str, lang: str, document: DocumentView) -> Iterator[Name]:
    known, small = capitals.translated(lang), document.once(_small_words)
    for m, words, first in _runs(source) if lang != "ru" else _cyrillic_runs(source):
        proper = [w for w in words if len(w) >= _LEAST and w.lower() not in small]
        if first and len(words) == 1:
            continue
        if proper and not any(w.lower() in known for w in words):
            yield Name(tuple(proper), m.start(1), m[1])


def _cyrillic_runs(source: str) -> Iterator[tuple[re.Match[str], list[str], bool]]:
    word = "[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)*"
    for m in re.finditer(rf"(?<![\w«\"“\-])({word}(?: {word}){{0,3}})(?![\w\-])", source):
        yield m, m[1].split(), _begins(source[: m.start()])


def _german(source: str, lang: str, document: DocumentView) -> Iterator[Name]:
    titles, given, cities = capitals.german_titles(), capitals.german_given_names(), capitals.german_cities()
    for m, words, _ in _runs(source):
        titled = ""
        if len(words) > 1 and words[0].lower() in ("der", "die", "das", "den", "dem", "des"):
            words = words[1:]
        while words and words[0].lower() in titles:
            titled = words.pop(0)
        proper = [w for w in words if len(w) >= _LEAST]
        if not proper:
            continue
        start = m.start(1) + m[1].find(words[0])
        if titled or (len(words) > 1 and words[0] in given) or (len(words) == 1 and words[0] in cities):
            yield Name(tuple(proper), start, source[start : m.end()])


@cache
def _syllable() -> re.Pattern[str]:
    return re.compile(r"(?i:(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?[aeiouyăâêôơư]{1,3}(?:ch|ng|nh|[cmnpt])?)")


def _vietnamese(source: str, lang: str, document: DocumentView) -> Iterator[Name]:
    known = capitals.VIETNAMESE_SURNAMES
    for m, words, _ in _runs(source):
        if words[0] in known and 1 < len(words) < 5:
            yield Name((" ".join(words),), m.start(1), m[1])
        foreign = [w for w in words if len(w) >= _LEAST and w.isascii() and not _syllable().fullmatch(w)]
        if foreign:
            start = m.start(1) + m[1].find(foreign[0])
            yield Name(tuple(foreign), start, source[start : m.end()])


# Languages without capitals.


_CALLED = (
    "氏|さん|大統領|首相|外相|国防相|国務長官|長官|議員|監督|選手|教授|博士|容疑者|被告|王|皇帝|市|州|郡|県|社|大学|駅|湾|島|川|山"
)


def _katakana(source: str, lang: str, document: DocumentView) -> Iterator[Name]:
    cities = capitals.japanese_cities()
    for m in re.finditer(rf"([ァ-ヺー]+(?:[・＝][ァ-ヺー]+)*)({_CALLED})?", source):
        words = [w for w in re.split("[・＝]", m[1]) if len(w) > 2]
        if words:
            yield Name(tuple(words), m.start(1), m[1], m[2] is not None or m[1] in cities)


def _korean(source: str, lang: str, document: DocumentView) -> Iterator[Name]:
    from mtaudit.languages.ko import loanwords, noun_tail, transliteration

    known = loanwords.places() | loanwords.given_names()
    for m in re.finditer("[가-힣]{3,}", source):
        word = noun_tail.bare(m[0])
        if word in known or (len(word) > 2 and transliteration.looks_foreign(word) and word not in loanwords.common()):
            yield Name((word,), m.start(), word, word in known)
