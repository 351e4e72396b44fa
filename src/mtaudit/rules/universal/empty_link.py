"""A link has no text.

Older engines translate a sentence in pieces and put the words of a link elsewhere; the brackets stay behind, empty, and the
reader of the page sees nothing to click on.

Not reported: images without a text of their own (decoration), anchors to jump to (``<a name="…"></a>``), empty check boxes (``[ ]``).

Source: CommonMark, section "Links"; taxonomy of machine-translated Korean, "markup, entity, placeholder".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.document import Span
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView

KO = """링크에 글이 없다.
번역기가 링크 안의 말을 다른 자리로 옮기고 빈 괄호만 남긴 것이다. 화면에서는 누를 곳이 보이지 않는다."""


@cache
def _empty() -> re.Pattern[str]:
    return re.compile(r"(?<!!)\[[ \u00a0]{0,3}\]\([^\s()]{1,2000}\)")


def check(view: DocumentView) -> Iterator[Hit]:
    if view.document.format in {"text", "markdown"} and "](" not in view.document.text:
        return
    for segment in view.segments:
        marks, raw = segment.marks, segment.segment.target
        if not marks and "](" not in raw:
            continue
        spans = [mark.outer for mark in marks if mark.kind == "link" and not raw[mark.inner.start : mark.inner.end].strip()]
        if not marks:
            spans += [Span(*m.span()) for m in _empty().finditer(raw)]
        for start, end in spans:
            if raw[start : start + 1] == "[" and segment.kind != "code":
                yield segment.hit_raw(start, end, "this link has no text", "링크에 글이 없어 화면에 보이지 않는다")


CASES = (
    Case("![](assets/a.png) 그림이다.", format="markdown"),
    Case("[문서](https://example.org)를 참조하세요.", format="markdown"),
    Case("- [ ] 할 일 (나중에)", format="markdown"),
    Case('<a name="top"></a>머리말', format="markdown"),
    Case("토큰은 ⟦[](https://example.org/a)⟧ 두 가지다.", format="markdown"),
    Case("토큰은 ⟦[ ](https://example.org/a)⟧ 두 가지다."),
    Case("토큰은 ⟦[](https://example.org/a)⟧ 두 가지다."),
)

RULE = Rule("MRK003", "empty-link", "design-and-markup/link", "major", check, CASES, KO, scope="document", confidence=0.99)
