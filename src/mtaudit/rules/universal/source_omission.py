"""A sentence or a clause of the source is missing in the translation.

Machines skip a sentence of a paragraph, stop in the middle of a long one, or leave a whole line empty.

Three signs are read. A segment that has a source and no text, and a sentence of the source that the alignment of two texts leaves
alone. Sentences: where a segment has fewer than its source, the two are aligned; a lost sentence is told from a merged one by the
length of the whole, and by frequent words, figures and names that the text would have to hold. Length: what is much shorter than
translations of such a source are, by the pair of languages and by the document's own pairs (``rules/universal/_lengths.py``).

Major where a whole sentence is surely missing, minor where a text is far too short, advice where the signs are weak.

Not reported: sources of less than six words; a text less than two spreads shorter than usual; a clause of less than a third of
its sentence, which nothing but a model can tell from a short rendering (``source-unsaid``); a line without letters; lengths in other
languages than English, Korean, Japanese, Chinese, Vietnamese, Russian, German, French and Spanish.

Source: MQM 2.0, Accuracy: omission; Gale and Church 1993, "A Program for Aligning Sentences in Bilingual Corpora".
"""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit import sources
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.rules.universal import _lost_sentences
from mtaudit.rules.universal._lengths import Norm, size
from mtaudit.sources import Said
from mtaudit.view import DocumentView, SegmentView

KO = """원문의 문장이나 절이 번역문에 없다.
기계가 문단의 한 문장을 건너뛰거나, 긴 문장 중간에서 멈추거나, 한 줄을 통째로 비워 둔 것이다. 문장 수가 원문보다 적으면 두 쪽을 정렬해 짝이 없는
문장을 찾고, 글자 수를 그 언어 쌍의 보통 길이와 견준다. 두 문장을 하나로 합친 것은 알리지 않는다."""

_FAULT, _BROKEN, _ADVICE = -3.0, -4.5, -2.2
"""Spreads from the usual length: of a sentence, of one that is none in the translation (it broke off, or is told in key words)."""
_SURE, _LIKELY = 2.0, 0.0
"""Weights (logarithms of odds) from which a sentence surely was lost, and from which it rather was lost than merged."""


def check(view: DocumentView) -> Iterator[Hit]:
    yield from _left_empty(view)
    yield from _left_alone(view)
    yield from _lost_sentences.hits(view, _lost, _too_short)


def _left_empty(view: DocumentView) -> Iterator[Hit]:
    """Segments with a source and no text; neighbours are one finding."""
    run: list[SegmentView] = []
    for segment in (*view.segments, None):
        if segment is not None and not segment.text.strip() and any(map(str.isalpha, segment.segment.source or "")):
            run.append(segment)
        elif run:
            quoted = sources.shortened(run[0].segment.source or "")
            more, ko = (f" and {len(run) - 1} more after it", f" 외 {len(run) - 1}개") if len(run) > 1 else ("", "")
            yield run[0].hit(0, 0, f"nothing stands here for “{quoted}”{more}", f"원문 ‘{quoted}’{ko}의 번역이 비어 있다")
            run = []


def _left_alone(view: DocumentView) -> Iterator[Hit]:
    """Sentences of the source that the alignment of two texts leaves alone; neighbours are one finding, at what comes before."""
    lost: list[str] = []
    before = None
    for match in view.document.matches:
        if not match.targets:
            lost += match.sources
            continue
        if lost:
            yield _omitted(view, lost, before or match.targets[0], before is not None)
        lost, before = [], match.targets[-1]
    if lost and before:
        yield _omitted(view, lost, before, True)


def _omitted(view: DocumentView, lost: list[str], place: tuple[int, int, int], after: bool) -> Hit:
    number, start, end = place
    segment = view.segments[number]
    here = sources.shortened(segment.segment.target[start:end])
    is_sentence = any(len(sentence.split()) > 3 or len(sentence) > 20 for sentence in lost)
    return segment.hit_raw(
        start, end, *_missing(lost[0], len(lost) - 1, here, after), severity="major" if is_sentence else "neutral"
    )


def _missing(sentence: str, others: int, here: str, after: bool) -> tuple[str, str]:
    quoted = sources.shortened(sentence)
    more, ko = (f" and {others} more are", f" 외 {others}개가") if others else (" is", "이(가)")
    return (
        f"the sentence “{quoted}” of the source{more} missing {'after' if after else 'before'} “{here}”",
        f"원문의 문장 ‘{quoted}’{ko} ‘{here}’ {'뒤' if after else '앞'}에 없다",
    )


def _lost(said: Said, usual: Norm, view: DocumentView) -> Hit | None:
    """The surest lost sentence of a segment, and how many more there are."""
    found = [alone for alone in _lost_sentences.lost(said, usual, view) if alone.weight > -0.5]
    if not found:
        return None
    number, before, weight, aligned = found[0]
    sentence = said.theirs[number]
    few = len(sentence.split()) < 4 and len(sentence) < 20
    if sentence[0].islower() or (len(sentence.split()) < 3 and len(sentence) < 12):
        return None
    if few or not sources.stops(sentence):
        weight = min(weight, _LIKELY)  # a heading, a signature, an exclamation
    if not aligned and size(said.theirs[number], usual.source_lang) < usual.least():
        weight = min(weight, _LIKELY)  # a translator puts a few words into a neighbour without a trace
    at = said.ours[max(before - 1, 0)]
    return said.pair.view.hit(
        at.start,
        at.end,
        *_missing(said.theirs[number], len(found) - 1, sources.shortened(at.text), before > 0),
        severity="major" if weight > _SURE else "minor" if weight > _LIKELY else "neutral",
        confidence=0.9 if weight > _SURE else 0.7 if weight > _LIKELY else 0.4,
    )


def _too_short(said: Said, usual: Norm) -> Hit | None:
    source, text = said.source, said.pair.view.text
    many = max(len(said.theirs), 1)
    is_sentence = sources.stops(source)
    if size(source, usual.source_lang) < usual.least() or (away := usual.away(source, text, many)) > (
        _ADVICE if is_sentence else _BROKEN
    ):
        return None
    fault = is_sentence and away < (_FAULT if _ends_in_a_predicate(said) else _BROKEN)
    ours, expected = round(size(text, usual.target_lang)), round(usual.expected(source, many))
    here, there = sources.shortened(text, 40), sources.shortened(source, 40)
    return said.pair.view.hit(
        0,
        len(text),
        f"“{here}” is too short for “{there}”: {100 * ours // expected} per cent of the usual length",
        f"번역문 ‘{here}’이(가) 원문 ‘{there}’에 비해 너무 짧다. 보통 길이의 {100 * ours // expected}%이다",
        severity="minor" if fault else "neutral",
        confidence=0.75 if fault else 0.5,
    )


def _ends_in_a_predicate(said: Said) -> bool:
    """Whether the text ends as a sentence, in Korean and Japanese with a predicate: a line of key words is shorter."""
    language = said.pair.view.document.language
    if not said.ours or not sources.stops(said.ours[-1].text):
        return False
    ending = language.ending(said.ours[-1].text)
    return bool(ending and ending.register) or language.code not in ("ko", "ja")


CASES = (
    Case("도서관은 새 건물이 다 지어질 때까지 월요일마다 문을 닫는다.", source="The library is closed on Mondays until the new building is finished."),
    Case("비가 와서 우리는 집에 머물렀다.", source="It was raining. We stayed at home."),
    Case("문을 닫았다.", source="It was closed."),
    Case("그는 왔다.", source="Dr. Smith came."),
    Case("⟦도서관은 닫는다.⟧", source="The library will be closed on Mondays until the new building is finished, and readers must use the branch by the river."),
    Case("⟦우리는 하루 종일 집에 머물며 책을 읽었다.⟧", source="It was raining hard in the whole valley. We stayed at home all day and read books."),
    Case("비가 왔다. ⟦우리는 하루 종일 집에 머물며 책을 읽었다.⟧", source="It was raining. We stayed at home all day and read books. Nobody came to see us that week."),
    Case("⟦彼は来た。⟧", source="Er kam am Montag mit dem ersten Zug aus der Stadt, obwohl der Arzt ihm geraten hatte, zu Hause zu bleiben.", lang="ja"),
)  # fmt: skip

RULE = Rule(
    "SRC006", "source-omission", "accuracy/omission", "major", check, CASES, KO, scope="document", confidence=0.85,
    yields_to=("source-copied",),
)  # fmt: skip
