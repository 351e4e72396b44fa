"""An HTML tag stands in the prose of a plain text.

When text is cut out of a web page for translation, single tags stay in it; the machine keeps them, moves them, or invents the
other half of a pair.

Not reported: tags in Markdown and HTML; texts that show HTML (an element with a class, the frame of a page); titles in angle brackets (<기생충>); a tag in quotation marks of its own or with a particle, as a noun.

Source: HTML Living Standard, "The elements of HTML"; taxonomy of machine-translated Korean, "markup, entity, placeholder".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.rules._prose import holding
from mtaudit.view import DocumentView

KO = """본문에 HTML 태그가 남아 있다.
웹 페이지에서 글을 떼어 낼 때 남은 태그를 번역기가 그대로 두거나 자리를 옮긴 것이다."""

_RENDERED = frozenset({"markdown", "html"})


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(
        r"<(?:/(?:p|br|div|span|b|i|u|em|strong|a|pre|li|ul|ol|td|tr|th|table|h[1-6]|font|center|blockquote|sup|sub|img)\s?"
        r"|(?:p|br|hr|div|span|b|i|u|em|strong|pre|li|ul|ol|td|tr|th|table|h[1-6]|font|center|blockquote|sup|sub)\s?/?"
        r"|(?:a href|img src)=[^<>]{0,500})>",
        re.I,
    )


@cache
def _shows_html() -> re.Pattern[str]:
    # An element with a class or an identity, a document's frame, a script: the text is about HTML.
    return re.compile(
        r"<(?:div|span|h[1-6]|table|form|input|script|style|html|body|head|section|button)\s+[a-z]|<(?:html|head|body|script|style)>"
    )


@cache
def _as_noun() -> re.Pattern[str]:
    return re.compile(r"(?:[은는이가을를의에와과로]|이[다라며고]|태그|요소|에서|으로|이란|란)(?![가-힣]{3})")


def check(view: DocumentView) -> Iterator[Hit]:
    if view.document.format in _RENDERED or not (candidates := holding(view, ("<", "[/a-zA-Z]"))):
        return
    if _shows_html().search(view.document.text):
        return
    for segment in candidates:
        text = segment.text
        for m in _tag().finditer(text):
            around = text[m.start() - 1 : m.start()] + text[m.end() : m.end() + 1]
            if m.start() > 0 and around in {"''", '""', "``", "‘’", "“”"}:
                continue
            if len(m[0]) == 3 and m[0][1].isupper():
                continue  # a title: the novel <A>
            if m[0][1] != "/" and _as_noun().match(text, m.end()) and "</" not in text:
                continue
            yield segment.hit(
                *m.span(), f"the HTML tag {m[0][:40]} is left in the text", f"HTML 태그 {m[0][:40]} 표시가 본문에 남아 있다", fix=""
            )


CASES = (
    Case("영화 <기생충>과 드라마 <B>를 봤다. 3<5이고 a<b다."),
    Case("줄을 바꾸는 요소는 <br>이다. 문단은 <p>를 쓴다."),
    Case('상자는 <div class="box"> 안에 </div> 있다.'),
    Case("줄을 바꾼다.<br>", format="markdown"),
    Case("정부는 13일 발표했다.⟦</p>⟧", fixed="정부는 13일 발표했다."),
    Case("그는 ⟦<b>⟧장관⟦</b>⟧이다.⟦<br/>⟧", fixed="그는 장관이다."),
)

RULE = Rule(
    "MRK007",
    "html-tag",
    "design-and-markup/markup-tag",
    "minor",
    check,
    CASES,
    KO,
    scope="document",
)
