"""Markdown inside a paragraph: which characters are markup, and what they mark.

markdown-it does the parsing; its rules are called one by one and each is asked where it began and where it stopped, so
that no position is found by searching for text again. What CommonMark leaves as literal characters stays visible:
``**`` that nobody pairs up is residue that a reader of the page sees too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, wraps
from typing import Any, Literal

from markdown_it import MarkdownIt, rules_inline
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from mtaudit.document import Mark, MarkKind, Span

InlineRule = Callable[[StateInline, bool], bool]

_WORTH_A_LOOK = re.compile(r"[\\`*_~\[<{]")
_ATTRIBUTE = r"(?:[#.][\w:.\-]+|[\w\-]+=(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'|[^\s\"'{}]{1,200}))"
_ATTRIBUTES = re.compile(r"\{:?[ \t]*" + _ATTRIBUTE + r"(?:[ \t]+" + _ATTRIBUTE + r"){0,20}[ \t]*\}")
_TEMPLATE_TAG = re.compile(r"\{%[^{}\n]{0,300}%\}|\{\{[<%][^{}\n]{0,300}[>%]\}\}")
_TEMPLATE_VALUE = re.compile(r"\{\{[^{}\n]{1,80}\}\}")
_FOOTNOTE = re.compile(r"\[\^[^\]\[\s]{1,80}\]")
_EXTENSION = re.compile(r"!([A-Z]{2,30})(?=[ \]]|$) ?")
_EMBEDDED = ("VIDEO", "INCLUDE", "CODE")
"""Extensions whose label is a name of a file and no text."""


@dataclass
class Inline:
    """Spans in one paragraph's content. ``tags`` are HTML tags, whose meaning hangs on what is open around them."""

    hidden: list[Span] = field(default_factory=list)
    opaque: list[Span] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    tags: list[Span] = field(default_factory=list)


class _State(StateInline):
    """A state that remembers positions: where links' labels end, and where each token of a delimiter stands."""

    def __init__(self, src: str, md: MarkdownIt, env: Any) -> None:
        super().__init__(src, md, env, [])
        self.found = Inline()
        self.label_ends: list[int] = []
        self.delimiter_at: dict[int, int] = {}

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        if ttype == "link_open":
            self.label_ends.append(self.posMax)
        return super().push(ttype, tag, nesting)


def parse(content: str, env: dict[str, Any]) -> Inline:
    """The markup of a paragraph's ``content``; ``env`` holds the document's link references."""
    if _WORTH_A_LOOK.search(content) is None:
        return Inline()
    md = parser()
    state = _State(content, md, env)
    md.inline.tokenize(state)
    for rule in md.inline.ruler2.getRules(""):
        rule(state)
    _pair_delimiters(state)
    return state.found


@cache
def parser() -> MarkdownIt:
    """markdown-it with tables and strikethrough, and with inline rules that record where they were."""
    md = MarkdownIt("commonmark", {"maxNesting": 40}).enable(["table", "strikethrough"])
    md.normalizeLink = lambda url: url  # type: ignore[method-assign]
    md.validateLink = lambda url: True  # type: ignore[method-assign]
    inline = md.inline
    inline.ruler2.enableOnly(["balance_pairs", "strikethrough", "emphasis"])
    inline.ruler.at("escape", _recording(rules_inline.escape, _escape))
    inline.ruler.at("backticks", _recording(rules_inline.backtick, _backticks))
    inline.ruler.at("strikethrough", _recording(rules_inline.strikethrough.tokenize, _delimiters))
    inline.ruler.at("emphasis", _recording(rules_inline.emphasis.tokenize, _delimiters))
    inline.ruler.at("link", _recording(rules_inline.link, _link))
    inline.ruler.at("image", _recording(rules_inline.image, _image))
    inline.ruler.at("autolink", _recording(rules_inline.autolink, _opaque))
    inline.ruler.at("html_inline", _recording(rules_inline.html_inline, _tag))
    inline.ruler.before("link", "extension", _extension)
    inline.ruler.before("link", "footnote_ref", _whole(_FOOTNOTE, "[", "hidden"))
    inline.ruler.push("attributes", _whole(_ATTRIBUTES, "{", "hidden"))
    inline.ruler.push("template_tag", _whole(_TEMPLATE_TAG, "{", "hidden"))
    inline.ruler.push("template_value", _whole(_TEMPLATE_VALUE, "{", "opaque"))
    return md


def _recording(rule: InlineRule, note: Callable[[_State, int, int, int], None]) -> InlineRule:
    """``rule``, with ``note(state, position, link labels before, tokens before)`` after it when it has matched."""

    @wraps(rule)
    def recorded(state: StateInline, silent: bool) -> bool:
        if silent or not isinstance(state, _State):
            return rule(state, silent)
        before, labels, tokens = state.pos, len(state.label_ends), len(state.tokens)
        matched = rule(state, silent)
        if matched:
            note(state, before, labels, tokens)
        return matched

    return recorded


def _escape(state: _State, before: int, labels: int, tokens: int) -> None:
    escaped = state.src[before + 1]
    if escaped == "\n" or (escaped.isascii() and not escaped.isalnum() and escaped > " "):
        state.found.hidden.append(Span(before, before + 1))


def _backticks(state: _State, before: int, labels: int, tokens: int) -> None:
    token = state.tokens[-1] if len(state.tokens) > tokens else None
    if token is not None and token.type == "code_inline":
        outer = Span(before, state.pos)
        fence = len(token.markup)
        state.found.opaque.append(outer)
        state.found.marks.append(Mark("code", outer, Span(before + fence, state.pos - fence)))


def _delimiters(state: _State, before: int, labels: int, tokens: int) -> None:
    end = state.pos
    for token in reversed(state.tokens):
        if end <= before:
            break
        end -= len(token.content)
        state.delimiter_at[id(token)] = end


def _link(state: _State, before: int, labels: int, tokens: int) -> None:
    outer, inner = Span(before, state.pos), Span(before + 1, state.label_ends[labels])
    found = state.found
    extension = _EXTENSION.match(state.src, inner.start, inner.end)
    if extension is not None and (extension[1] in _EMBEDDED or extension.end() == inner.end):
        found.hidden.append(outer)
        return
    found.hidden += [Span(before, extension.end() if extension else inner.start), Span(inner.end, outer.end)]
    found.marks.append(Mark("link", outer, inner))


def _image(state: _State, before: int, labels: int, tokens: int) -> None:
    outer = Span(before, state.pos)
    state.found.opaque.append(outer)
    state.found.marks.append(Mark("image", outer, Span(before + 2, before + 2 + len(state.tokens[-1].content))))


def _opaque(state: _State, before: int, labels: int, tokens: int) -> None:
    state.found.opaque.append(Span(before, state.pos))


def _tag(state: _State, before: int, labels: int, tokens: int) -> None:
    state.found.tags.append(Span(before, state.pos))


def _extension(state: StateInline, silent: bool) -> bool:
    """``[!DNL Adobe Target]``: the wrapper that some publishers put round names that are not to be translated."""
    start = state.pos
    # when markdown-it looks ahead for the end of a link's label, brackets must count one by one
    if silent or not state.src.startswith("[!", start):
        return False
    name = _EXTENSION.match(state.src, start + 1, state.posMax)
    end = parseLinkLabel(state, start) if name is not None else -1
    if name is None or end < 0 or state.src.startswith("(", end + 1):
        return False
    state.pos = end + 1
    if isinstance(state, _State):
        state.found.hidden += [Span(start, min(name.end(), end)), Span(end, end + 1)]
    state.pending += state.src[start : end + 1]  # or delimiters before and after would count as one run
    return True


def _whole(pattern: re.Pattern[str], first: str, kind: Literal["hidden", "opaque"]) -> InlineRule:
    """A rule for whatever ``pattern`` matches; it begins with ``first``."""

    def rule(state: StateInline, silent: bool) -> bool:
        if state.src[state.pos] != first or (silent and first == "["):
            return False
        match = pattern.match(state.src, state.pos, state.posMax)
        if match is None:
            return False
        if not silent and isinstance(state, _State):
            whole = Span(*match.span())
            if kind == "hidden":
                state.found.hidden.append(with_a_blank(state.src, whole))
            else:
                state.found.opaque.append(whole)
            state.pending += match[0]
        state.pos = match.end()
        return True

    return rule


def with_a_blank(content: str, span: Span) -> Span:
    """``span`` with the blanks on one side, where hiding it alone would leave blanks at an end or doubled."""
    start, end = span
    if content[end : end + 1].strip() == "":
        while start and content[start - 1] in " \t":
            start -= 1
    if start == 0 or content[start - 1] == "\n":
        while content[end : end + 1] in (" ", "\t"):
            end += 1
    return Span(start, end)


def _pair_delimiters(state: _State) -> None:
    """Turns what markdown-it paired up (``**``, ``_``, ``~~``) into spans."""
    kinds: dict[str, MarkKind | None] = {"strong": "strong", "em": "emphasis", "s": None}
    opened: list[tuple[str, Span]] = []
    for token in state.tokens:
        at = state.delimiter_at.get(id(token))
        if at is None or token.nesting == 0:
            continue
        size = len(token.markup)
        if token.nesting > 0:
            # markdown-it keeps the inner token of an opening ** and the first one of a closing **
            start = at - 1 if token.tag == "strong" else at
            opened.append((token.tag, Span(start, start + size)))
            continue
        tag, first = opened.pop()
        last = Span(at, at + size)
        state.found.hidden += [first, last]
        kind = kinds[tag]
        if kind is not None:
            state.found.marks.append(Mark(kind, Span(first.start, last.end), Span(first.end, last.start)))
