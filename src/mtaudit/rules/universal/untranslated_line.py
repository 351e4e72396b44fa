"""A line or sentence was not translated at all.

A machine that works piece by piece drops a request, gets a list item twice or meets text inside markup, and passes it on as it was.
So one sentence of the source language stands among translated ones.

Not reported: titles (most words with a capital), names, quotations, songs and poems in quotation marks, lists of links, sources and
photographers, addresses, commands and code, formulas; blocks of several lines in another language and documents in which such
lines are common are advice only.

Source: taxonomy of machine-translated Korean, "untranslated, partial translation".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from mtaudit.languages import scripts
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.rules._prose import small_latin, strange
from mtaudit.rules.universal._asides import asides, inside
from mtaudit.view import OPAQUE, DocumentView, SegmentView

KO = """문장이나 줄이 통째로 번역되지 않았다.
번역기가 글을 조각내어 옮기다가 한 조각을 빠뜨리면 원문이 그대로 남는다."""

_KINDS = frozenset({"body", "item", "cell", "caption", "heading", "byline"})
_COMMON = 0.2
"""Share of lines in another language above which a document is one that quotes them on purpose."""


@cache
def _latin() -> re.Pattern[str]:
    return re.compile(r"[A-Za-zÀ-ɏẠ-ỹ]+(?:['’][A-Za-z]+)*")


@cache
def _no_prose() -> re.Pattern[str]:
    return re.compile(
        rf"[{{}}=<>\\$©®_|~`{OPAQUE}]|://|[a-z]\.[a-z]{{2,3}}\b|(?<!\w)--?[a-z]|CC BY|@|#\w|\b(?:photo|image|source|via|credit|courtesy|edited|written|directed)\b ?(?:by|:)"
        r"|\b(?:ISBN|doi|vol|pp|Inc|Ltd|Corp)\b|\(\d{4}\)| / |\b(?:by|from) [A-Z]\w+ [A-Z]\w+$| [-–—|] [^ ]+(?: [^ ]+){0,4}$|^\W*(?:git|npm|pip|sudo|curl|docker|cd|apt|brew|python)\b",
        re.I,
    )


@cache
def _vietnamese() -> re.Pattern[str]:
    return re.compile("[ăđơưĂĐƠƯẠ-ỹ]")


@cache
def _other_letters() -> re.Pattern[str]:
    return re.compile("[\u0400-\u052f\u0600-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff]")


def is_sentence(text: str, least: int = 4) -> bool:
    """Whether a text without a letter of its language is a sentence or clause of another one, not a title or a name."""
    words = [m[0] for m in _latin().finditer(text)]
    if len(words) < least:
        others = _other_letters().findall(text)
        return not words and len(others) >= 8
    if _no_prose().search(text):
        return False
    from mtaudit.languages import english

    small = [w for w in words if w[0].islower()]
    content = [w for w in words if w.lower() not in english.FUNCTION]
    low = [w for w in content if w[0].islower()]
    if _vietnamese().search(text):
        return len(small) * 2 >= len(words)
    functions = sum(w in english.FUNCTION for w in small)
    return functions > 0 and len(low) * 2 >= len(content) and len(low) > 0


def check(view: DocumentView) -> Iterator[Hit]:
    known_by = _writes(view.language.code)
    lines: list[tuple[SegmentView, bool]] = []
    for segment in view.segments:
        if segment.kind in _KINDS:
            text = segment.text
            known = known_by(text)
            if known or OPAQUE in text or any(c.isalpha() for c in text):
                lines.append((segment, known))
    translated = sum(known for _, known in lines)
    if translated * 2 < len(lines) or translated < 3:
        return
    strangers = sum(not known and is_sentence(s.text) for s, known in lines)
    common = strangers > 1 and strangers > _COMMON * len(lines)
    mixed = set(_mixed(view))
    for i, (segment, known) in enumerate(lines):
        if known:
            if segment in mixed:
                yield from _inside(segment, known_by)
            continue
        if not is_sentence(segment.text, 3 if segment.kind == "caption" else 4) or _quoted(segment.text):
            continue
        alone = not any(_belongs(lines[j][0].text) for j in (i - 1, i + 1) if 0 <= j < len(lines) and not lines[j][1])
        start, end = _bare(segment.text)
        yield segment.hit(
            start,
            end,
            "this line was not translated",
            "이 줄은 번역되지 않았다",
            severity="neutral" if common or not alone else "minor" if segment.kind == "caption" else None,
            confidence=None if alone and not common else 0.5,
        )


def _belongs(neighbour: str) -> bool:
    """Whether a line without a translated word makes its neighbour part of a list of sources or of a quotation."""
    return is_sentence(neighbour) or (_no_prose().search(neighbour) is not None and not neighbour.lstrip().startswith("["))


def _bare(text: str) -> tuple[int, int]:
    return len(text) - len(text.lstrip()), len(text.rstrip())


def _quoted(text: str) -> bool:
    """Whether a third of a line or more is a quotation: somebody's words, a slogan, a title."""
    spans = asides(text.strip())
    return bool(spans) and sum(end - start for start, end in spans) * 3 > len(text.strip())


def _writes(lang: str) -> Callable[[str], bool]:
    """Whether a text holds a letter of the language's own script."""
    if lang == "ko":
        return _has_hangul
    own = scripts.own(lang)
    return lambda text: own.search(text) is not None


def _has_hangul(text: str) -> bool:
    return "가" <= text[:1] <= "힣" or (
        not text.isascii() and any("가" <= c <= "힣" or "\u1100" <= c <= "\u11ff" or "ㄱ" <= c <= "ㅣ" for c in text)
    )


def _mixed(view: DocumentView) -> list[SegmentView]:
    """The segments in which a word in small letters stands between Latin words."""
    if view.language.code != "ko":
        return [s for s in view.segments if _three_words().search(s.text)]
    plain = [s for s in view.once(small_latin) if re.search(" [a-z]++ [A-Za-z]", s.text)]
    return plain + [segment for segment, chars in view.once(strange) if min(chars) < "\u1f00"]


@cache
def _three_words() -> re.Pattern[str]:
    return re.compile("[A-Za-zÀ-ỹ] [a-zà-ỹ]++ [A-Za-zÀ-ỹ]")


@cache
def _run() -> re.Pattern[str]:
    letters = "A-Za-z0-9À-ɏẠ-ỹ"
    word = rf"[{letters}][{letters}'’\-./%]*+"
    return re.compile(rf"(?<![{letters}가-힣]){word}(?:[,;:]? {word}){{3,}}(?![가-힣])")


def _inside(segment: SegmentView, known_by: Callable[[str], bool]) -> Iterator[Hit]:
    """Sentences and halves of sentences of another language, after translated text of the same paragraph."""
    text = segment.text
    spans: list[tuple[int, int]] | None = None
    for m in _run().finditer(text):
        if not is_sentence(m[0], 5) or not _continues(text, *m.span(), known_by):
            continue
        from mtaudit.languages import english

        functions = sum(w in english.FUNCTION for w in m[0].split())
        if functions < 2 and not _vietnamese().search(m[0]):
            continue
        spans = asides(text) if spans is None else spans
        if not inside(spans, *m.span()):
            yield segment.hit(*m.span(), "this part was not translated", "이 부분은 번역되지 않았다")


def _continues(text: str, start: int, end: int, known_by: Callable[[str], bool]) -> bool:
    """Whether a run goes on with what stands before it, and what stands after it goes on with the run, both in the language."""
    before, after = text[:start].rstrip(" ,;.!?\u00a0"), text[end:].lstrip(" ,;.!?\u00a0")
    return bool(before and known_by(before[-1]) and (not after or known_by(after[0])))


_BEFORE = "정부는 13일 계획을 발표했다.\n야당은 반대했다.\n"
_AFTER = "\n회담은 다음 달에 열린다.\n장소는 서울이다."

CASES = (
    Case(f"{_BEFORE}The Great Gatsby and Other Stories{_AFTER}"),
    Case(f"{_BEFORE}“I have a dream that one day this nation will rise up.”{_AFTER}"),
    Case(f"{_BEFORE}git clone the repository to your disk{_AFTER}"),
    Case(f"{_BEFORE}Open government is unsustainable without a free press - CPJ{_AFTER}"),
    Case(f"{_BEFORE}Photo by the ministry of foreign affairs{_AFTER}"),
    Case("그는 (as far as we know today) 왔다. 영화 ‘The man who knew too much’를 보고 Beauty and the Beast를 불렀다."),
    Case("![Target Workspace Admin](a.png)\n\n가.\n\n나.\n\n다.", format="markdown"),
    Case("가 나.\n\n![⟦Watch the video⟧](a.png)\n\n다 라.\n\n마 바.", format="markdown"),
    Case(f"{_BEFORE}⟦on a much cheaper instance for 24/7/365 service.⟧{_AFTER}"),
    Case(f"{_BEFORE}⟦Thủ tướng và các đại biểu tham dự hội nghị⟧{_AFTER}"),
    Case(f"{_BEFORE}⟦Министр прибыл в столицу⟧{_AFTER}"),
    Case("가 나 다.\n라 마 바.\n정부는 발표했고 ⟦the opposition rejected the plan on Monday⟧ 했다."),
)

RULE = Rule(
    "UNT002",
    "untranslated-line",
    "accuracy/untranslated",
    "major",
    check,
    CASES,
    KO,
    scope="document",
    languages=("ko", "ja", "zh"),
    confidence=0.85,
    yields_to=("source-copied",),
)
