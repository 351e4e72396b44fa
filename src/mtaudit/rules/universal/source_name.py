"""A name or acronym of the source is missing, changed or misspelled in the translation.

Machines drop a name from a long sentence, put another in its place (NATO, NASA; Paris, 런던), or copy it with a letter changed. A name is
sought in every form that it may take: in Latin letters, by its sound in Hangul or katakana, by what the language calls a state or a city,
by its name in the glossary.

Sources in English, French, Spanish, Russian, Vietnamese, German, Japanese and Korean; of Chinese ones only states, cities, acronyms and Latin
names, for Han characters do not tell their sound. Texts in Korean and Japanese; in others acronyms, copied letters, and names of several
words. Of the nouns of German only those count that a title or a given name marks, and cities.

Not reported: names in a sentence or a clause that is missing as a whole; names that languages translate (peoples, days, offices, institutions,
the parts of *Supreme Court*), words that stand in the sources in small letters as well, common words with a capital, titles of works and
whatever else stands in quotation marks, a single word at the beginning of a sentence that is no name elsewhere, a name of several words of
which one is there (a surname is enough), names of less than four letters, another spelling of the same sound.

Advice: a name that something in the text resembles, one that the segment before has, so that a pronoun may stand for it, and one for which the
text may say what institution it is.

Source: MQM 2.0, Accuracy: mistranslation and omission of names; the rules for writing foreign words in Hangul (외래어 표기법).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mtaudit import sources
from mtaudit.languages import exonyms
from mtaudit.languages.exonyms import Place
from mtaudit.report import Hit, Severity
from mtaudit.rules import Case, Rule
from mtaudit.rules.universal import _acronyms, _heard_names, _name_claims, _name_doubts, _source_names
from mtaudit.rules.universal._heard_names import Run
from mtaudit.rules.universal._name_claims import Claim
from mtaudit.rules.universal._source_names import Name
from mtaudit.sources import Pair
from mtaudit.view import DocumentView

KO = """원문에 있는 이름이나 약어가 번역문에 없거나, 다른 이름으로 바뀌었거나, 달리 적혔다.
긴 문장에서 이름이 빠지거나, 다른 이름(NATO가 NASA로, 파리가 런던으로)이 들어가거나, 글자가 하나 바뀐 것이다. 로마자, 소리 나는 대로 적은 한글, 나라와
도시의 우리말 이름, 용어집의 이름을 모두 찾아본다. 번역하는 이름(요일, 기관)과 따옴표 속의 제목은 알리지 않는다. 한자 이름은 소리를 알 수 없어 나라와
도시만 본다."""

_LONGEST = 10_000
"""Code points of a source or a text in which names are sought: each is compared with every word."""


class _Missing(NamedTuple):
    """A name that the text has not; ``doubt``: it may be there in another form."""

    name: Name
    doubt: bool


def check(view: DocumentView) -> Iterator[Hit]:
    pairs = view.once(sources.pairs)
    if not pairs:
        return
    lang, here = view.once(sources.source_language), view.language.code
    rendered = _rendered(view)
    before = ("", "")
    for pair in pairs:
        respelled = _acronyms.respelled(pair, lang, here)
        for right, span in respelled.items():
            yield _other_letters(pair, right, *span)
        changed = _acronyms.changed(pair, lang, here)
        for right, span in changed.items():
            yield _other_letters(pair, right, *span)
        for name, doubt in _acronyms.missing(pair, here):
            if name.text not in changed:
                yield _hit(pair, *sources.sentence_at(pair, lang, name.start), [name], [], doubt)
        if max(len(pair.source), len(pair.view.text)) < _LONGEST and lang != here:
            yield from _names(pair, view, lang, here, f"{rendered.get(pair.view.segment.number, '')} {' '.join(respelled)}", before)
        before = (pair.source, pair.view.text)


def _names(pair: Pair, view: DocumentView, lang: str, here: str, rendered: str, before: tuple[str, str]) -> Iterator[Hit]:
    places = exonyms.places(pair.source, lang, here)
    taken = [(place.start, place.start + len(place.text)) for place in places]
    named = [
        n
        for n in _source_names.names(pair.source, lang, view)
        if not any(s < n.start + len(n.text) and n.start < e for s, e in taken)
    ]
    where = _heard_names.runs(pair.view.text, here) if here in ("ko", "ja") and lang != "ko" else []
    claims, missing = _name_claims.claims(named, pair, lang, here, where)
    if here in ("ko", "ja", "zh"):
        missing += [
            Name((p.text,), p.start, re.sub("['’]s$", "", p.text))
            for p in places
            if p.text not in pair.view.text and not exonyms.says(pair.view.text, p, here) and not _is_heard(p, lang, where)
        ]
    found: dict[tuple[int, int], list[_Missing]] = {}
    for name in missing:
        if not name.sure or any(word in rendered for word in name.words):
            continue
        again = (
            before[0] != pair.source
            and any(word in before[0] for word in name.words)
            and _name_doubts.may_be_left(pair, name, here)
        )
        doubt = again or (
            name in named
            and bool(where)
            and (_name_claims.resembles(name, lang, where, claims) or _name_doubts.may_be_office(pair, name, here))
        )
        found.setdefault(sources.sentence_at(pair, lang, name.start), []).append(_Missing(name, doubt))
    for (start, end), gone in found.items():
        sure = [m.name for m in gone if not m.doubt]
        others = _others(pair, sure[0], places, lang, here, where, claims) if len(sure) == 1 else []
        yield _hit(pair, start, end, sure or [m.name for m in gone], [o for o in others if start <= o[0] < end], doubt=not sure)


def _is_heard(place: Place, lang: str, where: Sequence[Run]) -> bool:
    """Whether a text has a place by its sound though the language has another name for it."""
    return bool(_heard_names.stretches(re.sub("['’]s$", "", place.text), lang, where))


def _rendered(view: DocumentView) -> dict[int, str]:
    """For each segment by its number the names that a glossary finds in its source: rules of their own ask for these."""
    if view.settings.glossary is None:
        return {}
    from mtaudit import terms

    out: dict[int, str] = {}
    for demand in view.once(terms.demands):
        number = demand.view.segment.number
        out[number] = out.get(number, "") + " " + demand.text
    return out


def _others(
    pair: Pair, gone: Name, places: Sequence[Place], lang: str, here: str, where: Sequence[Run], claims: Sequence[Claim]
) -> list[tuple[int, int]]:
    """Names in the text that answer to none in the source and may stand in place of the one that is ``gone``, a place for a place."""
    from mtaudit.languages.ko import loanwords, noun_tail, plain_words, titles, transliteration

    text = pair.view.text
    if any(place.start == gone.start for place in places):
        return [
            (p.start, p.start + len(p.text)) for p in exonyms.places(text, here, lang) if not exonyms.says(pair.source, p, lang)
        ]
    if _name_doubts.in_place().search(pair.source[: gone.start]):
        return []
    taken = [(c.start, c.end) for c in claims]
    for name in {name for place in places for name in place.renderings if len(name) > 1}:
        taken += [m.span() for m in re.finditer(re.escape(name), text)]
    words = loanwords.common() | loanwords.places() | plain_words.function() | plain_words.general()
    out = []
    for run in where:
        word = run.text if run.katakana else noun_tail.bare(run.text)
        start, end = run.at[0], run.at[len(word) - 1] + 1
        # A loanword sounds foreign, too: a name is known, or has a title behind it.
        title = re.match(" ?([가-힣]+)", text[end:])
        titled = title is not None and noun_tail.bare(title[1]) in titles.titles()
        foreign = run.katakana or word in loanwords.given_names() or (titled and transliteration.looks_foreign(word))
        quoted = text[start - 1 : start] in ("“", "‘", '"', "'", "『", "《", "〈")
        if (
            len(word) > 2
            and foreign
            and not quoted
            and not {word, run.text} & words
            and not any(start < e and s < end for s, e in taken)
        ):
            out.append((start, end))
    return out


def _other_letters(pair: Pair, right: str, start: int, end: int) -> Hit:
    wrong = pair.view.text[start:end]
    return pair.view.hit(
        start,
        end,
        f"the source says “{right}”, this “{wrong}”",
        f"원문은 ‘{right}’인데 번역문은 ‘{wrong}’(으)로 적었다",
        fix=right,
        severity="major" if right.isupper() else "minor",
        confidence=0.85,
    )


def _hit(pair: Pair, start: int, end: int, gone: Sequence[Name], others: Sequence[tuple[int, int]], doubt: bool) -> Hit:
    """The finding: at the name that stands in place of the other one, if there is just one such, or else at the sentence."""
    severity: Severity = "neutral" if doubt else "major" if any(len(name.words) > 1 for name in gone) else "minor"
    confidence = 0.5 if doubt else 0.8
    if len(others) == 1:
        other = pair.view.text[slice(*others[0])]
        return pair.view.hit(
            *others[0],
            f"the source says “{gone[0].text}”, this “{other}”",
            f"원문의 이름은 ‘{gone[0].text}’인데 번역문에는 ‘{other}’라고 적혀 있다",
            related=(pair.view.related(start, end, "the sentence in which the name is sought", "이름을 찾은 문장"),),
            severity=severity,
            confidence=confidence,
        )
    text = sources.shortened(pair.view.text[start:end])
    named = list(dict.fromkeys(name.text for name in gone))
    return pair.view.hit(
        start,
        end,
        f"{', '.join(f'“{name}”' for name in named)} of the source {'have' if len(named) > 1 else 'has'} no counterpart in “{text}”",
        f"원문의 이름 {', '.join(f'‘{name}’' for name in named)}에 해당하는 말이 없다: ‘{text}’",
        severity=severity,
        confidence=confidence,
    )


_ENGLISH = (("source_lang", "en"),)

CASES = (
    Case("옌스 스톨텐베르그 사무총장이 말했다.", source="Secretary General Jens Stoltenberg said.", settings=_ENGLISH),
    Case("Stoltenberg 사무총장이 말했다.", source="Secretary General Jens Stoltenberg said.", settings=_ENGLISH),
    Case("대법원은 월요일에 독일의 요청을 거절했다.", source="On Monday the Supreme Court refused what Germany asked for."),
    Case("그는 “전쟁과 평화”를 읽었다.", source="He read “Anna Karenina and Peace”."),
    Case("유럽연합과 세계보건기구가 만났다.", source="The EU met the WHO."),
    Case("회의는 릴레함메르에서 열렸다.", source="The meeting was held in Lillehammer."),
    Case("⟦사무총장이 말했다.⟧", source="Secretary General Jens Stoltenberg said.", settings=_ENGLISH),
    Case("⟦회의는 어제 열렸다.⟧", source="The meeting was held in Lillehammer yesterday."),
    Case("비가 왔다. ⟦회의는 어제 열렸다.⟧", source="It rained. The meeting was held in Lillehammer yesterday."),
    Case("⟦NASA⟧ 사무총장이 말했다.", source="The Secretary General of NATO said."),
    Case("⟦Stoltenburg⟧ 사무총장이 말했다.", source="Secretary General Stoltenberg said.", settings=_ENGLISH),
    Case("⟦사무총장이 말했다.⟧", source="The chief of NATO said."),
)

RULE = Rule(
    "SRC007", "source-name", "accuracy/mistranslation/entity", "minor", check, CASES, KO, scope="document", confidence=0.8,
    yields_to=("source-omission",),
)  # fmt: skip
