"""HTML in Markdown: what a tag stands for, and the text of a block of HTML."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

from mtaudit.document import Kind, Span

Meaning = Literal["hidden", "opaque", "break", "visible"]

_NAME = re.compile(r"<(/?)([A-Za-z][\w:-]*)")
_TAG = re.compile(r"</?[A-Za-z](?:[^<>\"']|\"[^\"<]{0,2000}\"|'[^'<]{0,2000}')*>")
_VOID_NAMES = "area base br col embed hr img input link meta param source track wbr"
_PICTURE_NAMES = "audio button canvas embed iframe img input math object picture svg video"
_OTHER_NAMES = (
    "a abbr acronym address article aside b bdi bdo big blockquote body caption center cite code colgroup data dd del "
    "details dfn dialog div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hgroup "
    "html i ins kbd label legend li main map mark menu nav noscript ol optgroup option output p pre q rp rt ruby s samp "
    "script section select small span strike strong style sub summary sup table tbody td template textarea tfoot th "
    "thead time title tr tt u ul var"
)
_CUT_NAMES = (
    "address article aside body br center details div dl fieldset figure footer form head header hr html legend main nav ol "
    "option p section select table tbody tfoot thead tr ul"
)
VOID = frozenset(_VOID_NAMES.split())
PICTURES = frozenset(_PICTURE_NAMES.split())
_KNOWN = frozenset(_OTHER_NAMES.split()) | VOID | PICTURES
BLOCKS: dict[str, tuple[Kind, int]] = {
    "td": ("cell", 0), "th": ("cell", 0), "li": ("item", 1), "dt": ("item", 1), "dd": ("item", 1),
    "blockquote": ("quote", 1), "figcaption": ("caption", 0), "caption": ("caption", 0), "pre": ("code", 0),
    "summary": ("heading", 0), "title": ("heading", 0), **{f"h{n}": ("heading", n) for n in range(1, 7)},
}  # fmt: skip
CUTS = frozenset(_CUT_NAMES.split()) | BLOCKS.keys()
_UNREAD = ("script", "style", "template", "textarea")


class Tags:
    """The HTML elements of a document that are open."""

    def __init__(self) -> None:
        self._open: Counter[str] = Counter()

    def meaning(self, tag: str) -> Meaning:
        """What to do with a tag, a comment or the like; to be asked for each, in the order of the text.

        A closing tag that closes nothing stays visible: it is residue.
        """
        m = _NAME.match(tag)
        if m is None:
            return "hidden"
        closing, name = m[1] == "/", m[2].lower()
        if closing:
            if not self._open[name]:
                return "visible"
            self._open[name] -= 1
            return "hidden"
        if name not in VOID and not tag.endswith("/>"):
            self._open[name] += 1
        if name in ("br", "hr"):
            return "break"
        # an element that HTML has not is somebody's <placeholder>
        return "opaque" if name in PICTURES or name not in _KNOWN else "hidden"


class Run(NamedTuple):
    """Text between two block elements; offsets in the source of the HTML block."""

    start: int
    end: int
    kind: Kind | None
    level: int
    hidden: list[Span]
    opaque: list[Span]


def runs(source: str, tags: Tags) -> Iterator[Run]:
    """The texts of a block of HTML."""
    start = 0
    kind: tuple[Kind | None, int] = (None, 0)
    hidden: list[Span] = []
    opaque: list[Span] = []
    for span in _markup(source):
        tag = source[span.start : span.end]
        m = _NAME.match(tag)
        name = m[2].lower() if m else ""
        meaning = tags.meaning(tag)
        if name not in CUTS:
            (opaque if meaning == "opaque" else hidden).append(span)
            continue
        yield Run(start, span.start, *kind, hidden, opaque)
        start, hidden, opaque = span.end, [], []
        if name in BLOCKS:
            kind = (None, 0) if m and m[1] else BLOCKS[name]
    yield Run(start, len(source), *kind, hidden, opaque)


def _markup(source: str) -> Iterator[Span]:
    """Tags, comments, and scripts as a whole; one pass, whatever is left open."""
    at = source.find("<")
    while at >= 0:
        end = _end(source, at)
        if end > at:
            yield Span(at, end)
        at = source.find("<", max(end, at + 1))


def _end(source: str, at: int) -> int:
    """Where the markup that begins at ``at`` ends; ``at`` if it is none."""
    for opening, closing in (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">")):
        if source.startswith(opening, at):
            found = source.find(closing, at + len(opening))
            return len(source) if found < 0 else found + len(closing)
    tag = _TAG.match(source, at)
    if tag is None:
        return at
    name = _NAME.match(source, at)
    if name is not None and not name[1] and name[2].lower() in _UNREAD:
        closing_tag = re.compile(f"</{name[2]}\\s*>", re.I).search(source, tag.end())
        return len(source) if closing_tag is None else closing_tag.end()
    return tag.end()
