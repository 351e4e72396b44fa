"""Markdown: blocks and inline markup as CommonMark has them, with offsets that are true.

markdown-it parses. Its block rules are asked for the lines that they took and where the text begins on each, after
``>``, list markers and indentation; so every character of a paragraph is known in the file. Tables, footnotes, front
matter, alerts (``> [!NOTE]``), HTML and the extensions of some publishers (``[!DNL name]``, ``{#anchor}``, ``:::``,
``+++``) are understood; what is no Markdown stays visible, because a reader of the page sees it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from mtaudit.document import Document, Kind, Span
from mtaudit.readers.paragraphs import LINE_END, STOP, Paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

    BlockRule = Callable[[StateBlock, int, int, bool], bool]

_FRONT_MATTER = re.compile(
    r"(?:---[ \t]*\n(?:[ \t]*(?:#[^\n]*)?\n)*[\w\"'-][^\n:]{0,80}:(?:[ \t][^\n]*)?\n(?:[^\n]*\n)*?(?:---|\.\.\.)"
    r"|\+\+\+[ \t]*\n(?:[ \t]*(?:#[^\n]*)?\n)*[\w\"'.-]+[ \t]*=[^\n]*\n(?:[^\n]*\n)*?\+\+\+)[ \t]*(?:\n|\Z)"
)
_NO_TEXT = re.compile(r":{3,}.*|\+{3,}[ \t]*")
"""A line that opens or closes a container of some publisher."""
_ALERT = re.compile(r"\[!([A-Za-z]+)\](?!\()[ \t]*")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_EAST_ASIAN = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7a3]")


def read(text: str, name: str, encoding: str = "utf-8") -> Document:
    """The Document of a Markdown text."""
    return Document(tuple(_Reader(text).paragraphs.segments), name, text, "markdown", encoding=encoding)


@cache
def _parser() -> MarkdownIt:
    """The inline parser's markdown-it, with block rules that leave in ``token.meta`` where their lines begin and end."""
    from markdown_it import rules_block
    from mdit_py_plugins.footnote.index import footnote_def

    from mtaudit.readers import inline

    md = inline.parser()
    ruler = md.block.ruler
    ruler.at("table", _with_lines(rules_block.table), {"alt": ["paragraph", "reference"]})
    ruler.at("code", _with_lines(rules_block.code))
    ruler.at("fence", _with_lines(rules_block.fence), {"alt": ["paragraph", "reference", "blockquote", "list"]})
    ruler.at("html_block", _with_lines(rules_block.html_block), {"alt": ["paragraph", "reference", "blockquote"]})
    ruler.at("heading", _with_lines(rules_block.heading), {"alt": ["paragraph", "reference", "blockquote"]})
    ruler.at("lheading", _with_lines(rules_block.lheading))
    ruler.at("paragraph", _with_lines(rules_block.paragraph))
    ruler.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
    return md


def _with_lines(rule: BlockRule) -> BlockRule:
    def recorded(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        count = len(state.tokens)
        matched = rule(state, start, end, silent)
        if matched and not silent:
            for token in state.tokens[count:]:
                if token.map is not None and token.type in _WITH_LINES:
                    lines = range(token.map[0], token.map[1])
                    token.meta["lines"] = [(n, state.bMarks[n] + state.tShift[n], state.eMarks[n]) for n in lines]
        return matched

    return recorded


_WITH_LINES = frozenset({"inline", "tr_open", "code_block", "fence", "html_block"})


class _Reader:
    """One pass over a document."""

    def __init__(self, text: str) -> None:
        self.paragraphs = Paragraphs(text)
        self.safe = self.paragraphs.safe
        self._shift: list[int] | None = None
        """For each line how much farther it begins in the text than in the source, whose lines all end with one LF."""
        source = self.safe
        if "\r" in text:
            source = LINE_END.sub("\n", self.safe)
            self._shift = [0]
            for m in LINE_END.finditer(self.safe):
                self._shift.append(self._shift[-1] + m.end() - m.start() - 1)
        front = _FRONT_MATTER.match(source)
        if front is not None:
            source = re.sub(r"[^\n]", " ", front[0]) + source[front.end() :]
        tokens: list[Token] = []
        _parser().block.parse(source, _parser(), self.paragraphs.references, tokens)
        self._blocks(tokens)

    def _blocks(self, tokens: list[Token]) -> None:
        within: list[Kind] = []
        cells: Iterator[Span] = iter(())
        for i, token in enumerate(tokens):
            before = tokens[i - 1].type if i else ""
            match token.type:
                case "blockquote_open":
                    within.append("quote")
                case "list_item_open" | "footnote_reference_open":
                    within.append("item")
                case "blockquote_close" | "list_item_close" | "footnote_reference_close":
                    within.pop()
                case "tr_open":
                    cells = self._cells(token)
                case "inline" if before in ("th_open", "td_open"):
                    self.paragraphs.add([*filter(None, [next(cells, None)])], "cell")
                case "inline" if before == "heading_open":
                    self._heading(token, int(tokens[i - 1].tag[1:]), tokens[i - 1].markup)
                case "inline":
                    self._text(token, within, tokens[i - 2].type == "list_item_open")
                case "fence" | "code_block":
                    self._code(token, within)
                case "html_block":
                    self._html(token, within)

    def _lines(self, token: Token) -> list[Span]:
        """The lines of a block in the text, without its container's marks; blank ones left out."""
        lines = [line for line in token.meta.get("lines", ()) if line[1] < line[2]]
        if self._shift is None:
            return [Span(start, end) for _, start, end in lines]
        return [Span(start + self._shift[number], end + self._shift[number]) for number, start, end in lines]

    def _heading(self, token: Token, level: int, markup: str) -> None:
        lines = self._lines(token)
        if len(lines) != 1:
            self.paragraphs.add(lines, "body")  # prose that somebody has underlined by accident
            return
        start, end = lines[0]
        chunk = self.safe[start:end]
        if markup.startswith("#"):
            bare = chunk.rstrip(" \t")
            unclosed = bare.rstrip("#")
            if unclosed != bare and (unclosed == "" or unclosed[-1] in " \t"):
                end = start + len(unclosed.rstrip(" \t"))
            start += len(chunk) - len(chunk[level:].lstrip(" \t"))
            self.paragraphs.add([Span(start, end)] if start < end else [], "heading", level)
        else:
            is_prose = STOP.search(chunk) is not None
            self.paragraphs.add(lines, "body" if is_prose else "heading", 0 if is_prose else level)

    def _text(self, token: Token, within: list[Kind], is_first: bool) -> None:
        """A paragraph: cut where lines are no text, without the sign of an alert or a task before it."""
        lines = self._lines(token)
        if not lines:
            return
        if self.safe.startswith("$$", lines[0].start) and self.safe.endswith("$$", 0, lines[-1].end):
            self.paragraphs.add_plain(lines, "code", 0, (), ())
            return
        alert = _ALERT.match(self.safe, *lines[0]) if "quote" in within else None
        if alert is not None:
            within[len(within) - 1 - within[::-1].index("quote")] = "body"
        sign = alert or (_TASK.match(self.safe, *lines[0]) if is_first else None)
        if sign is not None:
            lines[0] = Span(sign.end(), lines[0].end)
        kind = within[-1] if within else "body"
        level = within.count(kind) if kind != "body" else 0
        part: list[Span] = []
        for line in lines:
            if line.start == line.end or _NO_TEXT.fullmatch(self.safe, *line):
                self.paragraphs.add(part, kind, level)
                part = []
            elif self.safe.startswith("+++", line.start):
                self.paragraphs.add(part, kind, level)
                self.paragraphs.add([Span(line.start + 3, line.end)], "heading")
                part = []
            else:
                part.append(line)
        self.paragraphs.add(part, kind, level)

    def _cells(self, row: Token) -> Iterator[Span]:
        for line in self._lines(row)[:1]:
            bars = [line.start - 1]
            escaped = False
            for at in range(line.start, line.end):
                char = self.safe[at]
                if char == "|" and not escaped:
                    bars.append(at)
                escaped = char == "\\"
            bars.append(line.end)
            cells = [self.paragraphs.trimmed(Span(a + 1, b)) for a, b in pairwise(bars)]
            yield from cells[1:] if cells[0].start == cells[0].end else cells

    def _code(self, token: Token, within: list[Kind]) -> None:
        lines = self._lines(token)
        if token.type == "code_block" and _is_prose(token.content):
            for line in lines:
                self.paragraphs.add([line], within[-1] if within else "body")
            return
        if token.type == "fence":
            last = self.safe[slice(*lines[-1])]
            closed = len(lines) > 1 and last.startswith(token.markup) and not last.strip(token.markup[0] + " \t")
            lines = lines[1 : -1 if closed else None]
        if lines:
            self.paragraphs.add_plain(lines, "code", 0, (), ())

    def _html(self, token: Token, within: list[Kind]) -> None:
        from mtaudit.readers.tags import runs

        lines = self._lines(token)
        if not lines:
            return
        first = lines[0].start
        at = 0
        for run in runs(self.safe[first : lines[-1].end], self.paragraphs.tags):
            start, end = first + run.start, first + run.end
            while at < len(lines) - 1 and lines[at].end <= start:
                at += 1
            inside: list[Span] = []
            for line in lines[at:]:
                if line.start >= end:
                    break
                inside.append(self.paragraphs.trimmed(Span(max(line.start, start), min(line.end, end))))
            inside = [line for line in inside if line.start < line.end]
            if inside:
                kind = run.kind or (within[-1] if within else "body")
                hidden = [Span(s + first, e + first) for s, e in run.hidden]
                opaque = [Span(s + first, e + first) for s, e in run.opaque]
                self.paragraphs.add_plain(inside, kind, run.level, hidden, opaque)


def _is_prose(code: str) -> bool:
    """Whether an indented block is text that somebody has indented rather than code."""
    return len(_EAST_ASIAN.findall(code)) * 2 > sum(map(str.isalpha, code))
