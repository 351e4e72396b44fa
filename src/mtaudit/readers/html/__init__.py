"""HTML: the text of the article on a page, with every offset true in the file.

``tokens`` finds the tags, ``tree`` closes what authors leave open, ``blocks`` makes a segment of each stretch of text between
block elements, ``article`` leaves out navigation and the like, ``metadata`` asks the page who wrote what when. White space that a
browser collapses is an Escape, so that rules see the page as its reader does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtaudit.document import Document
from mtaudit.readers.html import article, blocks, metadata
from mtaudit.readers.html.charset import declared as declared
from mtaudit.readers.html.tree import parsed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mtaudit.document import Segment

_ESCAPED = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;", ord("'"): "&#39;"}
"""Quotation marks, too: a text may stand in an attribute."""
_XML = re.compile(r"\s*<\?xml\s")
_SCRIPTS = {"ko": "가-힣", "ja": "ぁ-んァ-ヶ一-龥", "zh": "一-龥"}
_EAST_ASIAN = re.compile("[가-힣ぁ-んァ-ヶ一-龥]")
_LETTERS = re.compile(r"[^\W\d_]")


def read(text: str, name: str, encoding: str = "utf-8") -> Document:
    """The Document of a page. No page is unreadable: what a browser would show is read, what it would not is left out."""
    page = parsed(text, is_xml=name.lower().endswith(".xhtml") or _XML.match(text) is not None)
    facts, lang = metadata.of(page)
    found = [block.segment for block in article.chosen(page, blocks.of(page), facts)]
    segments = tuple([segment._replace(number=i, key=str(i + 1)) for i, segment in enumerate(found)])
    return Document(segments, name, text, "html", spoken(lang, segments), None, encoding, _writing(encoding), facts)


def chapter(text: str, is_xml: bool) -> list[Segment]:
    """All segments of a page that is nothing but text, as those of a book are: only tables of contents are left out."""
    page = parsed(text, is_xml)
    return article.everything(page, blocks.of(page))


def spoken(lang: str, segments: Iterable[Segment]) -> str | None:
    """The language that a text declares, unless its letters belie it: templates say ``en`` of pages in any language."""
    prose = "".join([segment.prose for segment in segments if segment.kind != "code"])
    letters = len(_LETTERS.findall(prose))
    if not lang or not letters:
        return lang or None
    if lang in _SCRIPTS:
        return lang if len(re.findall(f"[{_SCRIPTS[lang]}]", prose)) * 10 > letters else None
    return lang if len(_EAST_ASIAN.findall(prose)) * 4 < letters else None


class _Written(dict[int, str]):
    """How characters are written in a page of ``encoding``, for ``str.translate``: those that it has not as numbers."""

    def __init__(self, encoding: str) -> None:
        super().__init__(_ESCAPED)
        self.encoding = encoding

    def __missing__(self, code: int) -> str:
        try:
            chr(code).encode(self.encoding)
        except UnicodeEncodeError:
            return f"&#{code};"
        raise LookupError(code)

    def __reduce__(self) -> tuple[type[_Written], tuple[str]]:
        return _Written, (self.encoding,)


def _writing(encoding: str) -> dict[int, str]:
    return _ESCAPED if encoding.lower().replace("_", "-").startswith("utf") else _Written(encoding)
