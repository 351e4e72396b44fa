"""What the name of a style says of a paragraph.

Word keeps the English names of its own styles whatever its language; other programs write them in theirs, and users give
their own.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mtaudit.document import Kind

DEEPEST = 6
"""Levels of headings (see ``Segment.level``)."""


class Role(NamedTuple):
    """What a style makes of its paragraphs. ``kind`` is None where it says nothing, ``listed`` for a table of contents."""

    kind: Kind | None = None
    level: int = 0
    listed: bool = False


PLAIN = Role()
_LISTED = Role(listed=True)
_ROLES: dict[str, Role] = {
    name: role
    for role, names in (
        (Role("heading", 1), "title|제목|표제|문서 제목|タイトル|表題|标题|標題|titel|titre|título|titolo|название"),
        (
            Role("heading", 2),
            "subtitle|부제|부제목|소제목|副題|サブタイトル|副标题|副標題|untertitel|sous-titre|subtítulo|sottotitolo",
        ),
        (
            Role("quote", 1),
            "quote|intense quote|quotations|block text|block quote|인용|인용문|강한 인용|블록 텍스트|引用文|引用|明显引用",
        ),
        (Role("caption"), "caption|캡션|그림 캡션|표 캡션|사진 설명|図表番号|题注|標號|beschriftung|légende|leyenda|didascalia"),
        (Role("byline"), "author|byline|date|저자|글쓴이|필자|바이라인"),
        (_LISTED, "toc heading|table of figures|table of authorities|index heading|목차|차례|차례 제목|目次|目录|目錄"),
    )
    for name in names.split("|")
}


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(
        r"(?P<heading>heading|outline|제목|개요|見出し|标题|標題|überschrift|titre|título|titolo|заголовок|kop|nagłówek)\s*(?P<level>\d+)"
        r"|(?P<listed>(?:toc|index|목차|차례|색인|目次|索引|目录)\s*\d+)"
        r"|(?P<item>list (?:bullet|number|continue)|글머리 기호|번호 매기기|箇条書き|段落番号)(?:\s*(?P<depth>\d+))?"
    )


_CODE = re.compile(r"\bcode\b|verbatim|preformatted|typewriter|\bkeyboard\b|\bsample\b|^macro|소스 ?코드|코드 ?블록")


def role(name: str) -> Role:
    """What a paragraph style of this name means."""
    bare = " ".join(name.split()).lower()
    if bare in _ROLES:
        return _ROLES[bare]
    found = _numbered().fullmatch(bare)
    if found is not None:
        if found["heading"]:
            return heading(int(found["level"]))
        return _LISTED if found["listed"] else Role("item", int(found["depth"] or 1))
    if bare.endswith((" caption", " 캡션")):
        return Role("caption")
    return Role("code") if is_code(name) else PLAIN


def heading(level: int) -> Role:
    """A heading of this level, counted from 1."""
    return Role("heading", max(1, min(level, DEEPEST)))


def is_code(name: str) -> bool:
    """Whether a style of paragraphs or characters sets code."""
    return _CODE.search(name.lower()) is not None
