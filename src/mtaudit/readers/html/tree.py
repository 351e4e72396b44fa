"""The elements of a page and the events of its text, with what authors leave open closed where browsers close it.

No tree of the standard (13.2.6), but what a reader of its text needs: ends that may be omitted (``</p>``, ``</li>``, ``</td>`` …),
ends that close nothing, ``html``, ``head`` and ``body`` left out. Tests compare the paragraphs with those of html5lib.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from html import unescape
from typing import Literal, NamedTuple

from mtaudit.document import Span
from mtaudit.readers.html.tokens import Token, attributes, tokens
from mtaudit.readers.tags import BLOCKS, CUTS, VOID

_DEEPEST = 512
"""So many elements are open at a time at most; what is deeper stands beside its parent, as in Chromium."""
_WANTED = frozenset(
    "alt aria-hidden aria-level class content datetime epub:type hidden href http-equiv id itemprop lang name property rel role style "
    "type xml:lang".split()
)
_DISPLAY = re.compile(r"display\s*:\s*(none|block|flex|grid|table|list-item)|visibility\s*:\s*(hidden)", re.I)
_WORD = re.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_NO_WORD = re.compile("[^A-Za-z]")
_NAMES = 500
"""Characters of class and id that are looked at."""
_MORE_BLOCKS = "body dir frameset hgroup html listing menu noscript search xmp"
BLOCK_NAMES = (CUTS | BLOCKS.keys() | frozenset(_MORE_BLOCKS.split())) - {"title"}

_ENDS_P = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
    "hgroup hr li dd dt listing main menu nav ol p pre search section summary table ul xmp".split()
)
_FRAME = frozenset(("html", "head", "body"))
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_IN_HEAD = frozenset("base basefont bgsound html head link meta noframes noscript script style template title".split())
_SCOPE = frozenset("applet button caption html marquee object table td template th".split())
_LISTS = _SCOPE | frozenset("article aside blockquote body center dir div dl fieldset figure main menu nav ol section ul".split())
_TABLE = frozenset(("html", "table", "template"))
_ROWS = frozenset("caption colgroup tbody tfoot thead".split())
_IN_TABLE = _ROWS | {"td", "th", "tr"}
_TABLE_PARTS = _IN_TABLE | {"table"}
_ENDED_BY: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(("li",)), _LISTS - {"div"}),
    "dd": (frozenset(("dd", "dt")), _LISTS - {"div"}),
    "dt": (frozenset(("dd", "dt")), _LISTS - {"div"}),
    "td": (frozenset(("td", "th")), _TABLE),
    "th": (frozenset(("td", "th")), _TABLE),
    "tr": (frozenset(("tr", "caption", "colgroup")), _TABLE),
    **dict.fromkeys(_ROWS, (_ROWS, _TABLE)),
    "option": (frozenset(("option",)), _SCOPE | {"select"}),
    "rt": (frozenset(("rt", "rp")), _SCOPE | {"ruby"}),
    "rp": (frozenset(("rt", "rp")), _SCOPE | {"ruby"}),
}
"""Which open elements a start tag ends, and which elements stop the search for them."""

What = Literal["text", "cdata", "open", "close", "void", "break", "hidden"]


class Node:
    """An element. ``start`` to ``inner`` is its start tag; ``attributes`` are places of values in the page."""

    def __init__(self, page: Page, name: str, parent: Node | None, start: int, inner: int, found: dict[str, Span]) -> None:
        self.page = page
        self.name = name
        self.parent = parent
        self.start = start
        self.inner = inner
        self.attributes = found
        style = _DISPLAY.search(self.get("style")) if "style" in found else None
        shown = style and (style[1] or style[2]).lower()
        self.is_hidden = shown in ("none", "hidden") or self.get("aria-hidden") == "true"
        if "hidden" in found and self.get("hidden") != "until-found":
            self.is_hidden = True
        self.is_block = name in BLOCK_NAMES or shown not in (None, "none", "hidden")

    def get(self, name: str) -> str:
        """The value of an attribute; empty where there is none."""
        if name not in self.attributes:
            return ""
        value = self.page.text[slice(*self.attributes[name])].strip()
        return unescape(value).strip() if "&" in value else value

    @cached_property
    def words(self) -> frozenset[str]:
        """What its class and id are made of, in small letters: ``relatedNews art_share`` is related, news, art, share, artshare."""
        if "class" not in self.attributes and "id" not in self.attributes:
            return frozenset()
        names = f"{self.get('class')} {self.get('id')}"[:_NAMES].split()
        return frozenset(word.lower() for name in names for word in (*_WORD.findall(name), _NO_WORD.sub("", name)))

    def within(self) -> Iterator[Node]:
        """The element and all that it is in, from the inside."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent


class Event(NamedTuple):
    """``text`` and what is between; ``open`` and ``close`` are empty where no tag is written. ``hidden`` is no text."""

    what: What
    start: int
    end: int
    node: Node


class Page:
    """A page: its elements and events in the order of the text, and the content of its scripts and titles."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = Node(self, "#document", None, 0, 0, {})
        self.nodes: list[Node] = [self.root]
        self.events: list[Event] = []
        self.raw: list[tuple[Node, Span]] = []


def parsed(text: str, is_xml: bool = False) -> Page:
    """The elements of a page."""
    return _Builder(text, is_xml).page


class _Builder:
    def __init__(self, text: str, is_xml: bool) -> None:
        self.page = Page(text)
        self.is_xml = is_xml
        self.stack = [self.page.root]
        self.count: Counter[str] = Counter()
        self.framed: set[str] = set()
        self.has_begun = False
        for token in tokens(text, is_xml):
            match token.what:
                case "open":
                    self._open(token)
                case "close":
                    self._close(token)
                case "raw":
                    self.page.raw.append((self.page.nodes[-1], Span(token.start, token.end)))
                    self._event("hidden", token)
                case "markup":
                    self._event("hidden", token)
                case "cdata":
                    self._event("cdata", token)
                case "text":
                    if not (self.has_begun or self.count["template"] or text[token.start : token.end].isspace()):
                        self.has_begun = True
                        self._pop_to("head", token.start)
                    self._event("text", token)
        while len(self.stack) > 1:
            self._pop(len(text))

    def _event(self, what: What, token: Token) -> None:
        self.page.events.append(Event(what, token.start, token.end, self.stack[-1]))

    def _open(self, token: Token) -> None:
        name = token.name
        if self._is_out_of_place(name):
            self._event("hidden", token)
            return
        if name in _FRAME:
            self.framed.add(name)
        elif name not in _IN_HEAD:
            self.has_begun = True
        if self.count["head"] and name not in _IN_HEAD and not self.count["template"]:
            self._pop_to("head", token.start)
        if name in _ENDS_P and self.count["p"]:
            self._end(frozenset(("p",)), _SCOPE, token.start)
        if name in _HEADINGS and self.stack[-1].name in _HEADINGS:
            self._pop(token.start)
        ended = _ENDED_BY.get(name)
        if ended is not None and any(self.count[other] for other in ended[0]):
            self._end(*ended, token.start)
        if name == "a" and self.count["a"]:
            self._end(frozenset(("a",)), None, token.start)
        found = attributes(self.page.text, token, _WANTED) if token.end - token.start > len(name) + 3 else {}
        node = Node(self.page, name, self.stack[-1], token.start, token.end, found)
        self.page.nodes.append(node)
        if name in VOID or (self.is_xml and self.page.text.endswith("/>", token.start, token.end)):
            what: What = "break" if name in ("br", "hr") else "void"
            self.page.events.append(Event(what, token.start, token.end, node))
            return
        if len(self.stack) > _DEEPEST:
            self._pop(token.start)
            node.parent = self.stack[-1]
        self.stack.append(node)
        self.count[name] += 1
        self._event("open", token)

    def _is_out_of_place(self, name: str) -> bool:
        """Whether a start tag means nothing here: a second frame of the page, a cell without a table, a form in a form."""
        if name in _FRAME:
            return self.has_begun or name in self.framed
        return (name in _IN_TABLE and not self.count["table"]) or (name == "form" and self.count["form"] > 0)

    def _close(self, token: Token) -> None:
        name = token.name
        if name in ("html", "body"):
            self._event("hidden", token)  # what follows them belongs to the body all the same
        elif name == "br" or (name == "p" and not self.count["p"]):
            self._event("break", token)
        elif name in _HEADINGS:
            self._close_one(_HEADINGS, _SCOPE, token)
        elif not self.count[name]:
            self._event("hidden", token)
        elif name in BLOCK_NAMES:
            self._close_one(frozenset((name,)), _TABLE - {name} if name in _TABLE_PARTS else _SCOPE - {name}, token)
        else:
            self._close_one(frozenset((name,)), None, token)

    def _close_one(self, names: frozenset[str], stops: frozenset[str] | None, token: Token) -> None:
        """Closes the innermost open element of these names; nothing where one that stops the search is open inside."""
        at = self._find(names, stops)
        if at is None:
            self._event("hidden", token)
            return
        while len(self.stack) - 1 > at:
            self._pop(token.start)
        self._pop(token.start, token.end)

    def _end(self, names: frozenset[str], stops: frozenset[str] | None, at: int) -> None:
        found = self._find(names, stops)
        while found is not None and len(self.stack) > found:
            self._pop(at)

    def _find(self, names: frozenset[str], stops: frozenset[str] | None) -> int | None:
        """Where in the stack; ``stops`` None: any block element stops the search."""
        for at in range(len(self.stack) - 1, 0, -1):
            node = self.stack[at]
            if node.name in names:
                return at
            if node.name in stops if stops is not None else node.is_block:
                return None
        return None

    def _pop_to(self, name: str, at: int) -> None:
        while self.count[name]:
            self._pop(at)

    def _pop(self, start: int, end: int | None = None) -> None:
        node = self.stack.pop()
        self.count[node.name] -= 1
        self.page.events.append(Event("close", start, start if end is None else end, node))
