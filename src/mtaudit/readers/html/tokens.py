"""The tags of a page, and what is between them, as the HTML Living Standard (13.2.5, "Tokenization") cuts it.

Written by hand because no parser at hand both gives places and is safe with pages from anywhere: ``html.parser`` takes
quadratic time for ``<!--<!--`` and raises for ``<![<![`` in the Python releases before 2025-06; lxml gives lines only; html5lib and
justhtml give no end of a text, and justhtml takes a minute for a tag with 30,000 attributes. Tests compare this one with html5lib.
One pass, in time and memory proportional to the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from mtaudit.document import Span

What = Literal["text", "open", "close", "raw", "cdata", "markup"]


class Token(NamedTuple):
    """``raw`` is the content of a script or a title; ``markup`` a comment and anything else that a browser does not show.

    ``name`` is that of a tag, in small letters.
    """

    what: What
    start: int
    end: int
    name: str = ""


RAW = frozenset("script style textarea title xmp iframe noembed noframes noscript plaintext".split())
"""Elements whose content is no markup (with scripting, as browsers have it)."""

_TAG = re.compile(r"</?([A-Za-z][^\t\n\f\r />]*+)(?:[^>=]++|=[\t\n\f\r ]*+(?:\"[^\"]*+\"|'[^']*+')|=)*+>")
_LOOSE = re.compile(r"</?([A-Za-z][^\t\n\f\r />]*+)[^>]*+>")
_COMMENT_END = re.compile(r"--!?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\][^>]*+)?>", re.I)
_ATTRIBUTE = re.compile(
    r"([^\t\n\f\r />=][^\t\n\f\r />=]*+|=[^\t\n\f\r />=]*+)"
    r"(?:[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\t\n\f\r >]++)))?+"
)


def tokens(source: str, is_xml: bool = False) -> Iterator[Token]:
    """The tokens of a page, one after the other and without a gap. In XML ``<x/>`` is closed and CDATA is text."""
    last = source.rfind(">")
    strict = True
    done = at = 0
    while (at := source.find("<", at)) >= 0:
        following = source[at + 1 : at + 2]
        name = source[at + 2 : at + 3] if following == "/" else following
        if name.isascii() and name.isalpha():
            tag = (_TAG if strict else _LOOSE).match(source, at) if at < last else None
            if tag is None and at < last:  # a quotation mark is never closed: from here on none counts
                strict = False
                tag = _LOOSE.match(source, at)
            if tag is None:
                token = Token("markup", at, len(source))
            else:
                token = Token("close" if following == "/" else "open", at, tag.end(), tag[1].lower())
        elif following in ("/", "!", "?") and following:
            token = _declaration(source, at, is_xml)
        else:
            at += 1
            continue
        if done < at:
            yield Token("text", done, at)
        yield token
        done = at = token.end
        if token.what == "open" and token.name in RAW and not (is_xml and source.endswith("/>", 0, done)):
            closing = re.compile(f"</{token.name}(?=[\t\n\f\r />])", re.I).search(source, done) if at < last else None
            at = len(source) if closing is None else closing.start()
            if done < at:
                yield Token("raw", done, at, token.name)
            done = at
    if done < len(source):
        yield Token("text", done, len(source))


def _declaration(source: str, at: int, is_xml: bool) -> Token:
    """A comment, a document type, a processing instruction, or what the standard calls a bogus comment."""
    if source.startswith("<!--", at):
        if source.startswith((">", "->"), at + 4):
            return Token("markup", at, source.index(">", at) + 1)
        found = _COMMENT_END.search(source, at + 4)
        return Token("markup", at, len(source) if found is None else found.end())
    if is_xml and source.startswith("<![CDATA[", at):
        end = source.find("]]>", at)
        return Token("cdata", at, len(source) if end < 0 else end + 3)
    if source.startswith("</", at) and source[at + 2 : at + 3] == "":
        return Token("text", at, at + 2)
    doctype = _DOCTYPE.match(source, at) if is_xml else None
    end = source.find("?>" if is_xml and source.startswith("<?", at) else ">", at) if doctype is None else doctype.end() - 1
    if end < 0:
        return Token("markup", at, len(source))
    return Token("markup", at, end + (2 if source.startswith("?>", end) else 1))


def attributes(source: str, token: Token, wanted: frozenset[str]) -> dict[str, Span]:
    """Where the values of the ``wanted`` attributes of a start tag stand, without their quotation marks; the first counts."""
    found: dict[str, Span] = {}
    for m in _ATTRIBUTE.finditer(source, token.start + 1 + len(token.name), token.end - 1):
        name = m[1].lower()
        if name in wanted and name not in found:
            found[name] = Span(*m.span(m.lastindex)) if m.lastindex and m.lastindex > 1 else Span(m.end(), m.end())
    return found
