"""What stands in the strings of software and is no prose: placeholders, tags, the letter of a keyboard shortcut.

Sources: printf(3) and the ``format`` flags of GNU gettext; Python's ``str.format``; ICU MessageFormat (simple arguments); the
template languages of Django, Symfony, Drupal and Ruby on Rails. Arguments of ICU that hold prose themselves (``plural``,
``select``) are not taken apart.
"""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from typing import TYPE_CHECKING, Literal, NamedTuple

from mtaudit.readers.pieces import OPAQUE
from mtaudit.readers.tags import Tags

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNS = frozenset("%{$<&(@!:")


class Code(NamedTuple):
    """``start`` and ``end`` in the text that was given; what stands there for a reader, and whether that is prose."""

    start: int
    end: int
    text: str
    what: Literal["text", "hidden", "opaque"]


def may_hold(text: str) -> bool:
    """The quick answer: whether ``text`` holds a sign with which a code begins."""
    return not _SIGNS.isdisjoint(text)


def spans(text: str, source: str | None, doubled_percent: bool) -> list[Code]:
    """The codes of a text, in order and disjoint.

    A name with a single sign before it (``@count``, ``$name``) is a code only where ``source``, which ``text`` translates, has
    it, too. Entities of HTML are read as their characters where the source has HTML: elsewhere they are left over.
    ``doubled_percent``: ``%%`` is a per cent sign.
    """
    return list(_spans(text, source or "", doubled_percent))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<percent>%%)"
        r"|(?P<opaque>"
        r"\{\{[^{}\n]{0,80}\}\}|\{%[^{}\n]{1,120}%\}|[$#%]\{[^{}\n]{1,80}\}"
        r"|\{(?:[A-Za-z0-9_][\w.\-\[\]]{0,60})?(?:![rsa])?(?::[^{}\n]{0,30})?\}"
        r"|\{\w{1,60}, ?(?:number|date|time)(?:, ?[^{}\n]{1,60})?\}"
        r"|(?<!\d)%(?:\([\w. \-]{1,80}\)|\d{1,2}\$|<\w{1,60}>)?[\-+#0']{0,3}(?:\*|\d{1,3})?(?:\.(?:\*|\d{1,3}))?(?:hh?|ll?|[Lqjzt])?"
        r"[diouxXeEfFgGcCsSp@](?![A-Za-z])"
        r"|(?<![A-Za-z0-9_])%[A-Za-z_][A-Za-z0-9_.]{0,60}%|(?<!\d)%(?:L?\d{1,2}|n)(?![A-Za-z0-9_])"
        r")"
        r"|(?P<named>(?<![\w@!:$%/])[@!:$%][A-Za-z_][A-Za-z0-9_]{0,60})"
        r"|(?P<shortcut>\([&_][A-Za-z0-9]\)|(?<![\w&])&(?=[^\W\d_])(?![A-Za-z0-9]{1,32};))"
        r"|(?P<tag><!--.{0,1000}?-->|</?[A-Za-z](?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>)"
        r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,31}\d{0,2});)",
        re.S,
    )


@cache
def _html() -> re.Pattern[str]:
    return re.compile(r"</?[A-Za-z][^<>]*>|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,31}\d{0,2});")


@cache
def _stop_inside() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_][.!?](?=\s)|[。！？]")


def holds_a_stop(text: str) -> bool:
    """Whether a sentence ends somewhere in the text."""
    return _stop_inside().search(text) is not None


def _spans(text: str, source: str, doubled_percent: bool) -> Iterator[Code]:
    tags = Tags()
    html: bool | None = None
    for m in _pattern().finditer(text):
        kind, (start, end) = m.lastgroup, m.span()
        if kind == "percent":
            if doubled_percent:
                yield Code(start, start + 1, "", "hidden")
        elif kind == "opaque":
            yield Code(start, end, OPAQUE, "opaque")
        elif kind == "named":
            if re.search(re.escape(m[0]) + r"(?![A-Za-z0-9_])", source):
                yield Code(start, end, OPAQUE, "opaque")
        elif kind == "shortcut":
            if m[0] != "&" or re.search(r"(?<!\w)&[^\W\d_]", source):
                yield Code(start, end, "", "hidden")
        elif kind == "tag":
            meaning = tags.meaning(m[0])
            if meaning == "break":
                yield Code(start, end, "\n", "text")
            elif meaning != "visible":
                yield Code(start, end, OPAQUE if meaning == "opaque" else "", meaning)
        else:
            html = _html().search(source) is not None if html is None else html
            if html and (char := unescape(m[0])) != m[0]:
                yield Code(start, end, char, "text")
