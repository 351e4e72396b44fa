"""An HTML entity stands in the prose instead of its character.

Systems fetch pages or fields in which ``&quot;``, ``&#39;`` or ``&nbsp;`` are escaped, translate the escapes as words, and
nobody turns them back; some even put blanks into them (``& quot;``) or escape them twice (``&amp;nbsp;``). Translation tools for
documentation glue particles to markup with ``&#x200B;``, an invisible space that tears words apart in searches.

Not reported: entities in Markdown and HTML, where they are rendered, unless they are escaped twice or stand for an invisible
character; entities in code; an entity that the text itself speaks about (in quotation marks of its own).

Source: HTML Living Standard, section "Named character references"; taxonomy of machine-translated Korean, "markup, entity,
placeholder".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import SegmentView

KO = """본문에 HTML 문자 참조(엔티티)가 그대로 남아 있다.
‘&quot;’, ‘&#39;’, ‘&nbsp;’처럼 화면에서는 문자로 바뀌어야 할 것을 단어로 보고 옮겼거나, 조사를 붙이려고 보이지 않는 공백(‘&#x200B;’)을 넣은 것이다."""

_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_PAIRS = ('""', "''", "“”", "‘’", "«»", "()", "[]", "{}", "「」", "『』", "《》", "〈〉")
_PAIRED = frozenset("".join(_PAIRS))
_RENDERED = frozenset({"markdown", "html"})


@cache
def _entity() -> re.Pattern[str]:
    return re.compile(
        r"&(?:[ \u00a0]?amp[ \u00a0]?;)*[ \u00a0]?(?:#[ \u00a0]?(?:\d{1,7}|[xX][0-9A-Fa-f]{1,6})|[A-Za-z]{2,31}\d{0,2})[ \u00a0]?;"
    )


def character(entity: str) -> str:
    """What an entity stands for, however often it was escaped and whatever blanks got into it; ``""`` if for nothing."""
    from html import unescape

    text = re.sub(r"\s", "", entity)
    for _ in range(4):
        plain = unescape(text)
        if plain == text:
            break
        text = plain
    return text if len(text) <= 2 and not text.startswith("&#") else ""


def check(view: SegmentView) -> Iterator[Hit]:
    text = view.text
    rendered = view.document.document.format in _RENDERED
    spaced = 0
    for m in _entity().finditer(text):
        char = character(m[0])
        invisible = all(c in _INVISIBLE for c in char)
        if not char or (rendered and not invisible and ("amp" not in m[0] or char == "&")) or _spoken_of(text, *m.span()):
            continue
        if invisible:
            yield view.hit(
                *m.span(),
                f"{m[0]} is an invisible character; delete it",
                f"‘{m[0]}’은(는) 눈에 보이지 않는 문자이므로 지운다",
                fix="",
                safe=not _holds_markup(view, m.start()),
                severity="minor",
            )
            continue
        shown, fix = f"‘{char}’", char
        if char.isspace():
            shown = "space"
            at_blank = m.start() in (0, spaced) or m.end() == len(text) or text[m.start() - 1].isspace() or text[m.end()].isspace()
            fix, spaced = "" if at_blank else " ", m.end()
        yield view.hit(
            *m.span(),
            f"the HTML entity {m[0]} stands for {'a space' if shown == 'space' else shown}",
            f"HTML 문자 참조 {m[0]} 대신 {'빈칸을' if shown == 'space' else f'{shown} 문자를'} 쓴다",
            fix=fix,
            safe=char not in "<>&" and (char not in _PAIRED or _balanced(text, char)),
        )


def _balanced(text: str, char: str) -> bool:
    """Whether the quotation marks or brackets pair up once every entity of the segment is its character."""
    plain = _entity().sub(lambda m: character(m[0]), text)
    pair = next(pair for pair in _PAIRS if char in pair)
    return plain.count(char) % 2 == 0 if pair[0] == pair[1] else plain.count(pair[0]) == plain.count(pair[1])


def _spoken_of(text: str, start: int, end: int) -> bool:
    return start > 0 and text[start - 1 : start] + text[end : end + 1] in {"''", '""', "``", "‘’", "“”", "「」"}


def _holds_markup(view: SegmentView, start: int) -> bool:
    """Whether Markdown needs the entity: after ``]**`` or ``)**`` a letter would undo the emphasis (CommonMark 6.2)."""
    raw, at = view.segment.target, view.to_raw(start, start).start
    word = raw[:at].rstrip("*_")
    return len(word) < at and not word[-1:].isalnum()


CASES = (
    Case("AT&T와 R&D 예산; 그리고 Q&A; 시간이 있었다."),
    Case("그는 P&G; 그리고 LG를 떠났다."),
    Case("공백은 '&nbsp;'로 적는다."),
    Case("CSS는 &quot;픽셀&quot;을 쓰고, A&nbsp;B처럼 적는다.", format="markdown"),
    Case("그는 ⟦&quot;⟧간다⟦&quot;⟧고 말했다.", fixed='그는 "간다"고 말했다.'),
    Case("정부는⟦&nbsp;⟧⟦&nbsp;⟧13일⟦&nbsp;⟧ 발표", fixed="정부는 13일 발표"),
    Case("미국⟦&#39;⟧s 기업", fixed="미국's 기업"),
    Case("정부는⟦&nbsp;⟧13일 발표했다.", fixed="정부는 13일 발표했다."),
    Case("정부는⟦&amp;nbsp;⟧13일⟦&amp;amp;⟧ 14일", fixed="정부는 13일& 14일"),
    Case("그는 ⟦& quot;⟧간다⟦&# 39;⟧고 했다.", fixed="그는 \"간다'고 했다."),
    Case("**깜박임**⟦&#x200B;⟧이라고 한다.", fixed="**깜박임**이라고 한다.", format="markdown"),
    Case("값은 ⟦&amp;quot;⟧참⟦&amp;quot;⟧이다.", format="markdown"),
)

RULE = Rule("MRK001", "html-entity", "design-and-markup/markup-tag", "major", check, CASES, KO, anchors=("&",), confidence=0.97)
