"""The blocks of a page: a segment for each stretch of text that a browser shows between block elements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mtaudit.document import Kind, Mark, MarkKind, Span
from mtaudit.readers.html.shown import Shown
from mtaudit.readers.lines import stops
from mtaudit.readers.tags import BLOCKS

if TYPE_CHECKING:
    from mtaudit.document import Segment
    from mtaudit.readers.html.tree import Event, Node, Page

_MUTE = frozenset(
    "audio button canvas colgroup datalist del dialog embed head iframe input map meter noscript object option optgroup plaintext "
    "label legend progress rp rt script select style svg template textarea title video".split()
)
"""Elements whose text is not shown, belongs to a control, is struck out, or is said twice (the reading beside a ruby's base)."""
_OPAQUE = frozenset("code kbd math samp tt var".split())
_MARKS: dict[str, MarkKind] = {"a": "link", "b": "strong", "strong": "strong", "em": "emphasis", "i": "emphasis", "code": "code"}
_KINDS = {name: kind for name, kind in BLOCKS.items() if name != "title"}
_CAPTION = frozenset("caption captions imgdesc photodesc figcaption imagecaption imgcaption photocaption enddesc credit".split())
_UNSEEN = frozenset("blind sronly visuallyhidden screenreadertext screenreaderonly offscreen srtext".split())
_LONG_CELL, _LAYOUT_CELL = 100, 400
"""Characters of a cell that ends as a sentence does: it is a paragraph; it tells that the table lays out the page."""
_LABEL = 80
"""A longer line in bold type is no heading (characters)."""
_EAST_ASIAN = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7a3]")
_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|svg|bmp)|https?://\S+", re.I)
_NOTE = re.compile(r"noteref|pagebreak")


def units(text: str) -> int:
    """How much a text says, in Latin letters: a syllable or an ideograph says as much as two."""
    return len(text) + len(_EAST_ASIAN.findall(text))


class Block(NamedTuple):
    """A stretch of text of the element ``node``. ``text`` is its prose; ``size`` and ``links``, what of it is in links and times, are in ``units``."""

    node: Node
    segment: Segment
    text: str
    size: int
    links: int
    is_alt: bool = False


class _Context(NamedTuple):
    """What an element passes on to what is in it."""

    is_mute: bool = False
    opaque: Node | None = None
    is_link: bool = False
    pre: Node | None = None
    table: Node | None = None
    kind: Kind = "body"
    level: int = 0


def of(page: Page) -> list[Block]:
    """The blocks of a page, in the order of the text; the alternative text of an image is a caption."""
    walk = _Walk(page)
    for event in page.events:
        walk.take(event)
    walk.flush()
    return sorted(map(walk.settled, walk.blocks), key=lambda block: block.segment.start)


class _Walk:
    """One pass over the events of a page."""

    def __init__(self, page: Page) -> None:
        self.text = page.text
        self.blocks: list[Block] = []
        self._contexts = [_Context()]
        self._nodes = [page.root]
        self._tables: dict[Node, Node | None] = {}
        self._layout: set[Node] = set()
        self._begin()

    def _begin(self) -> None:
        self._pieces: list[tuple[str, int, int]] = []
        self._marks: list[Mark] = []
        self._links = 0

    def take(self, event: Event) -> None:
        """One event."""
        context = self._contexts[-1]
        what, start, end, node = event
        match what:
            case "open":
                within = self._entered(node, context)
                if node.is_block:
                    self.flush()
                self._contexts.append(within)
                self._nodes.append(node)
                if not node.is_block:
                    self._piece("hidden", start, end)
            case "close":
                if node.is_block:
                    self.flush()
                else:
                    self._piece("hidden", start, end)
                    self._mark(node, start, end)
                self._contexts.pop()
                self._nodes.pop()
            case "break":
                self.flush()
            case "void":
                self._void(node, start, end)
            case "text":
                if context.is_link and not context.is_mute:
                    self._links += units(self.text[start:end].strip())
                self._piece("text", start, end)
            case "cdata":
                self._piece("word", start, end)
            case _:
                self._piece("hidden", start, end)

    def _piece(self, what: str, start: int, end: int) -> None:
        context = self._contexts[-1]
        if context.is_mute:
            what = "hidden"
        elif context.opaque is not None:
            what = "word" if what == "text" else "seam" if context.opaque is not self._nodes[-1] else what
        self._pieces.append((what, start, end))

    def _entered(self, node: Node, context: _Context) -> _Context:
        name = node.name
        words = node.words
        kind, level = context.kind, context.level
        if name in _KINDS:
            kind, own = _KINDS[name]
            nests = name in ("li", "dd", "dt", "blockquote") and context.kind == kind
            level = context.level + 1 if nests else own
        elif node.get("role") == "heading":
            aria = node.get("aria-level")
            kind, level = "heading", int(aria) if aria in {*"123456"} else 2
        elif words and not words.isdisjoint(_CAPTION) and kind == "body":
            node.is_block = True
        if name == "table" or kind == "heading":
            table = context.table
            if table is not None and (node.is_block and context.kind == "cell"):
                self._layout.add(table)
        table = node if name == "table" else context.table
        if name == "table" and node.get("role") in ("presentation", "none"):
            self._layout.add(node)
        return _Context(
            context.is_mute or node.is_hidden or name in _MUTE or not words.isdisjoint(_UNSEEN) or _is_note(node),
            context.opaque or (node if name in _OPAQUE and context.pre is None else None),
            context.is_link or name in ("a", "time"),
            node if name in ("pre", "listing", "xmp") else context.pre,
            table,
            kind if name != "table" else "body",
            level,
        )

    def _void(self, node: Node, start: int, end: int) -> None:
        is_shown = node.name == "img" and not node.is_hidden and not self._contexts[-1].is_mute
        self._piece("image" if is_shown else "hidden", start, end)
        alt = node.attributes.get("alt") if is_shown else None
        if alt is not None:
            shown = Shown(self.text)
            shown.prose(*alt)
            segment = shown.segment("caption", 0)
            text = "" if segment is None else segment.prose
            if segment is not None and not _FILE_NAME.fullmatch(text):
                self.blocks.append(Block(node.parent or node, segment, text, units(text), 0, True))

    def _mark(self, node: Node, start: int, end: int) -> None:
        kind = _MARKS.get(node.name)
        began = bool(self._pieces) and self._pieces[0][1] <= node.start
        if (
            kind is not None
            and began
            and not self._contexts[-1].is_mute
            and start < end
            and (kind != "link" or "href" in node.attributes)
        ):
            self._marks.append(Mark(kind, Span(node.start, end), Span(node.inner, start)))

    def flush(self) -> None:
        """Ends a stretch of text."""
        pieces, marks, links = self._pieces, self._marks, self._links
        self._begin()
        if not any(what in ("text", "word") for what, _, _ in pieces):
            return
        context = self._contexts[-1]
        node = next(node for node in reversed(self._nodes) if node.is_block or node.parent is None)
        is_code = context.pre is not None
        if is_code and self._is_prose(pieces):
            is_code = False
            lines = self._lines(pieces)
        else:
            lines = [pieces]
        for line in lines:
            shown = Shown(self.text, is_code)
            for what, start, end in line:
                shown.take(what, start, end)
            kind: Kind = context.kind if is_code or context.kind != "code" else "body"
            segment = shown.segment(kind, context.level if kind == context.kind else 0, marks)
            if segment is not None:
                text = segment.prose
                size = units(text)
                self.blocks.append(Block(node, segment, text, size, min(links, size)))
                self._tables[node] = context.table
                if kind == "cell" and context.table and size > _LAYOUT_CELL and stops(text):
                    self._layout.add(context.table)

    def _is_prose(self, pieces: list[tuple[str, int, int]]) -> bool:
        """Whether preformatted text is prose that somebody has laid out with it, rather than code."""
        text = "".join([self.text[start:end] for what, start, end in pieces if what == "text"])
        return len(_EAST_ASIAN.findall(text)) * 2 > sum(map(str.isalpha, text))

    def _lines(self, pieces: list[tuple[str, int, int]]) -> list[list[tuple[str, int, int]]]:
        lines: list[list[tuple[str, int, int]]] = [[]]
        for what, start, end in pieces:
            at = start
            if what == "text":
                for m in re.finditer(r"\r\n|\r|\n", self.text[start:end]):
                    lines[-1].append((what, at, start + m.start()))
                    lines.append([])
                    at = start + m.end()
            lines[-1].append((what, at, end))
        return lines

    def settled(self, block: Block) -> Block:
        """A block with its final kind, once the whole page is known."""
        segment = block.segment
        kind, text = segment.kind, block.text
        if kind == "cell":
            table = self._tables.get(block.node)
            if table in self._layout or (len(text) > _LONG_CELL and stops(text)):
                return block._replace(segment=segment._replace(kind="body"))
        elif kind == "body" and (_is_caption(block.node) and len(text) < _LAYOUT_CELL):
            return block._replace(segment=segment._replace(kind="caption"))
        elif kind == "body" and len(text) <= _LABEL and _is_label(segment) and not stops(text):
            return block._replace(segment=segment._replace(kind="heading"))
        return block


def _is_caption(node: Node) -> bool:
    """Whether it is of a class of captions, or the only thing in one that is."""
    return any(not near.words.isdisjoint(_CAPTION) for near in (node, node.parent) if near is not None and near.name != "body")


def _is_label(segment: Segment) -> bool:
    """Whether a line is one bold phrase: it stands for a heading."""
    return any(m.kind == "strong" and m.outer == (0, len(segment.target)) for m in segment.marks)


def _is_note(node: Node) -> bool:
    """Whether it is the number of a note or of a page, and no text."""
    if not node.attributes:
        return False
    if _NOTE.search(node.get("epub:type")) or node.get("role") in ("doc-noteref", "doc-pagebreak"):
        return True
    return node.name == "a" and node.get("href").startswith("#") and node.parent is not None and node.parent.name == "sup"
