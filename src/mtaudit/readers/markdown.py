"""Markdown: blocks and inline markup as CommonMark has them, with offsets that are true.

markdown-it parses. Its block rules are asked for the lines that they took and where the text begins on each, after
``>``, list markers and indentation; so every character of a paragraph is known in the file. Tables, footnotes, front
matter, alerts (``> [!NOTE]``), HTML and the extensions of some publishers (``[!DNL name]``, ``{#anchor}``, ``:::``,
``+++``) are understood; what is no Markdown stays visible, because a reader of the page sees it too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from mtaudit.document import Document, Kind, Mark, Segment, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

    from mtaudit.readers.html import Tags

    BlockRule = Callable[[StateBlock, int, int, bool], bool]

_LINE_END = re.compile(r"\r\n|\r|\n")
_UNFIT = re.compile("[\0\ud800-\udfff]")
"""What markdown-it would replace or trip over; each becomes U+FFFD, which keeps the offsets."""
_FRONT_MATTER = re.compile(
    r"(?:---[ \t]*\n(?:[ \t]*(?:#[^\n]*)?\n)*[\w\"'-][^\n:]{0,80}:(?:[ \t][^\n]*)?\n(?:[^\n]*\n)*?(?:---|\.\.\.)"
    r"|\+\+\+[ \t]*\n(?:[ \t]*(?:#[^\n]*)?\n)*[\w\"'.-]+[ \t]*=[^\n]*\n(?:[^\n]*\n)*?\+\+\+)[ \t]*(?:\n|\Z)"
)
_FENCE_LINE = re.compile(r":{3,}.*|\+{3,}[ \t]*|\$\$[ \t]*")
"""A line that opens or closes a container of some publisher and is no text."""
_ALERT = re.compile(r"\[!([A-Za-z]+)\](?!\()[ \t]*")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_BLANKS = " \t"
_STOP = re.compile(r"[.!?…。！？][\"'”’)\]*_]*\s*$")
_NOT_LATIN = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7a3]")


class _Line(NamedTuple):
    """Part of a physical line: offsets in the document's text."""

    start: int
    end: int


class _Spans(NamedTuple):
    """Markup of a segment; offsets in the document's text."""

    hidden: list[Span]
    opaque: list[Span]
    marks: list[Mark]


def read(text: str, name: str, encoding: str = "utf-8") -> Document:
    """The Document of a Markdown text."""
    return Document(tuple(_Reader(text).segments()), name, text, "markdown", encoding=encoding)


@cache
def _parser() -> MarkdownIt:
    """The inline parser's markdown-it, with block rules that leave in ``token.meta`` where their lines begin and end."""
    from markdown_it import rules_block
    from mdit_py_plugins.footnote.index import footnote_def

    from mtaudit.readers import inline

    md = inline.parser()
    everywhere = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    ruler = md.block.ruler
    ruler.at("table", _with_lines(rules_block.table), {"alt": ["paragraph", "reference"]})
    ruler.at("code", _with_lines(rules_block.code))
    ruler.at("fence", _with_lines(rules_block.fence), everywhere)
    ruler.at("html_block", _with_lines(rules_block.html_block), {"alt": everywhere["alt"][:3]})
    ruler.at("heading", _with_lines(rules_block.heading), {"alt": everywhere["alt"][:3]})
    ruler.at("lheading", _with_lines(rules_block.lheading))
    ruler.at("paragraph", _with_lines(rules_block.paragraph))
    ruler.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
    return md


def _with_lines(rule: BlockRule) -> BlockRule:
    def recorded(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        count = len(state.tokens)
        matched = rule(state, start, end, silent)
        if matched and not silent:
            lines = [(line, state.bMarks[line] + state.tShift[line], state.eMarks[line]) for line in range(start, state.line)]
            for token in state.tokens[count:]:
                if token.map is not None:
                    token.meta["lines"] = [line for line in lines if token.map[0] <= line[0] < token.map[1]]
        return matched

    return recorded


class _Reader:
    """One pass over a document."""

    def __init__(self, text: str) -> None:
        from mtaudit.readers.html import Tags

        self.text = text
        self.safe = _UNFIT.sub("\ufffd", text)
        self.found: list[Segment] = []
        self.env: dict[str, Any] = {}
        self.tags: Tags = Tags()
        self.source = self.safe
        self.offset = [0]
        """For each line how much farther it begins in the text than in ``source``, whose lines all end with one LF."""
        if "\r" in text:
            lines = _LINE_END.split(self.safe)
            self.source = "\n".join(lines)
            ends = _LINE_END.findall(self.safe)
            for end in ends:
                self.offset.append(self.offset[-1] + len(end) - 1)

    def segments(self) -> list[Segment]:
        source = self.source
        front = _FRONT_MATTER.match(source)
        if front is not None:
            source = re.sub(r"[^\n]", " ", front[0]) + source[front.end() :]
        tokens: list[Token] = []
        _parser().block.parse(source, _parser(), self.env, tokens)
        self._blocks(tokens)
        return self.found

    def _place(self, line: tuple[int, int, int]) -> _Line:
        number, start, end = line
        shift = self.offset[number] if number < len(self.offset) else 0
        return _Line(start + shift, end + shift)

    # Blocks

    def _blocks(self, tokens: list[Token]) -> None:
        within: list[Kind] = []
        cells: Iterator[_Line] = iter(())
        for i, token in enumerate(tokens):
            match token.type:
                case "blockquote_open":
                    within.append("quote")
                case "list_item_open" | "footnote_reference_open":
                    within.append("item")
                case "blockquote_close" | "list_item_close" | "footnote_reference_close":
                    within.pop()
                case "tr_open":
                    cells = self._cells(token)
                case "inline" if tokens[i - 1].type in ("th_open", "td_open"):
                    cell = next(cells, None)
                    if cell is not None:
                        self._paragraph([cell], "cell", 0)
                case "inline" if tokens[i - 1].type == "heading_open":
                    self._heading(token, int(tokens[i - 1].tag[1:]))
                case "inline":
                    self._text(token, within, tokens[i - 2].type == "list_item_open")
                case "fence" | "code_block":
                    self._code(token, within)
                case "html_block":
                    self._html(token, within)

    def _lines(self, token: Token) -> list[_Line]:
        lines = [self._place(line) for line in token.meta.get("lines", ())]
        return [line for line in lines if line.start < line.end]

    def _heading(self, token: Token, level: int) -> None:
        lines = self._lines(token)
        if not lines:
            return
        first, last = lines[0], lines[-1]
        if token.map is not None and self.safe.startswith("#" * level, first.start) and len(lines) == 1:
            m = re.compile(r"#+[ \t]*(.*?)(?:(?:^|[ \t]+)#+)?[ \t]*$").match(self.safe[first.start : first.end])
            if m is not None:
                lines = [_Line(first.start + m.start(1), first.start + m.end(1))]
            self._paragraph(lines, "heading", level)
        elif len(lines) > 1 or _STOP.search(self.safe[last.start : last.end]):
            self._paragraph(lines, "body", 0)  # prose that somebody has underlined by accident
        else:
            self._paragraph(lines, "heading", level)

    def _text(self, token: Token, within: list[Kind], is_first: bool) -> None:
        """A paragraph: cut where lines are no text, and at the first line of alerts and tasks."""
        lines = self._lines(token)
        if within and lines and (m := _ALERT.match(self.safe, lines[0].start, lines[0].end)):
            if "quote" in within:
                within[len(within) - 1 - within[::-1].index("quote")] = "body"
            lines[0] = _Line(m.end(), lines[0].end)
        elif is_first and lines and (m := _TASK.match(self.safe, lines[0].start, lines[0].end)):
            lines[0] = _Line(m.end(), lines[0].end)
        kind = within[-1] if within else "body"
        level = within.count(kind) if kind != "body" else 0
        part: list[_Line] = []
        for line in lines:
            if _FENCE_LINE.fullmatch(self.safe, line.start, line.end):
                self._paragraph(part, kind, level)
                part = []
            elif self.safe.startswith("+++", line.start):
                self._paragraph(part, kind, level)
                self._paragraph([_Line(line.start + 3, line.end)], "heading", 0)
                part = []
            else:
                part.append(line)
        self._paragraph(part, kind, level)

    def _cells(self, row: Token) -> Iterator[_Line]:
        for line in self._lines(row)[:1]:
            bars = [line.start - 1]
            escaped = False
            for at in range(line.start, line.end):
                if self.safe[at] == "|" and not escaped:
                    bars.append(at)
                escaped = self.safe[at] == "\\"
            bars.append(line.end)
            cells = [_Line(a + 1, b) for a, b in zip(bars, bars[1:], strict=False)]
            if cells and not self.safe[cells[0].start : cells[0].end].strip(_BLANKS):
                del cells[0]
            yield from (self._trimmed(cell) for cell in cells)

    def _trimmed(self, line: _Line) -> _Line:
        chunk = self.safe[line.start : line.end]
        start = line.start + len(chunk) - len(chunk.lstrip(_BLANKS))
        return _Line(start, max(start, line.start + len(chunk.rstrip(_BLANKS))))

    def _code(self, token: Token, within: list[Kind]) -> None:
        lines = self._lines(token)
        if token.type == "fence":
            closed = token.map is not None and len(lines) > 1 and token.content.count("\n") < token.map[1] - token.map[0] - 1
            lines = lines[1 : -1 if closed else None]
        elif _is_prose(token.content):
            for line in lines:
                self._paragraph([line], within[-1] if within else "body", 0)
            return
        if lines:
            self._add(lines[0].start, lines[-1].end, "code", 0, _Spans([], [], []))

    def _html(self, token: Token, within: list[Kind]) -> None:
        from mtaudit.readers.html import runs

        lines = self._lines(token)
        if not lines:
            return
        first = lines[0].start
        for run in runs(self.safe[first : lines[-1].end], self.tags):
            inside = [_Line(max(s, first + run.start), min(e, first + run.end)) for s, e in lines]
            inside = [line for line in map(self._trimmed, inside) if line.start < line.end]
            if not inside:
                continue
            kind = run.kind or (within[-1] if within else "body")
            spans = [[Span(s + first, e + first) for s, e in which] for which in (run.hidden, run.opaque)]
            seams = self._seams(inside)
            self._add(inside[0].start, inside[-1].end, kind, run.level, _Spans(seams + spans[0], spans[1], []))

    # Paragraphs

    def _paragraph(self, lines: list[_Line], kind: Kind, level: int) -> None:
        """The segments of a paragraph: it is cut at ``<br>``, and the text of an image is a caption of its own."""
        from mtaudit.readers import inline

        if not lines:
            return
        lines = [*lines[:-1], _Line(lines[-1].start, lines[-1].end)]
        starts = [0]
        for line in lines[:-1]:
            starts.append(starts[-1] + line.end - line.start + 1)
        content = "\n".join([self.safe[s:e] for s, e in lines])
        markup = inline.parse(content, self.env)

        def at(offset: int) -> int:
            which = bisect_right(starts, offset) - 1
            return lines[which].start + offset - starts[which]

        def span(s: int, e: int) -> Span:
            return Span(at(s), at(e - 1) + 1) if s < e else Span(at(s), at(s))

        found = _Spans(
            [*self._seams(lines), *self._hard_breaks(lines), *(span(*s) for s in markup.hidden)],
            [span(*s) for s in markup.opaque],
            [Mark(m.kind, span(*m.outer), span(*m.inner)) for m in markup.marks],
        )
        cuts = self._tags(content, markup.tags, span, found)
        if kind in ("body", "quote", "item") and len(lines) == 1 and self._is_label(lines[0], found):
            kind = "heading" if kind == "body" else kind
        start = lines[0].start
        for cut in [*cuts, Span(lines[-1].end, lines[-1].end)]:
            self._add(start, cut.start, kind, level, found)
            start = cut.end
        for mark in found.marks:
            if mark.kind == "image":
                self._caption(mark.inner)

    def _seams(self, lines: list[_Line]) -> list[Span]:
        """Between lines: indentation and container marks of the next one, and the CR of CRLF."""
        out: list[Span] = []
        for line, following in zip(lines, lines[1:], strict=False):
            after = line.end
            gap = self.text[line.end : following.start]
            m = _LINE_END.search(gap)
            if m is not None:
                after += m.end()
                if m.start() or m[0] == "\r\n":
                    out.append(Span(line.end, after - 1))
            if after < following.start:
                out.append(Span(after, following.start))
        return out

    def _hard_breaks(self, lines: list[_Line]) -> list[Span]:
        """Two blanks or more at the end of a line: a line break in Markdown, and no slip."""
        out: list[Span] = []
        for line in lines:
            chunk = self.safe[line.start : line.end]
            bare = len(chunk.rstrip(" "))
            if 0 < bare < len(chunk) - 1:
                out.append(Span(line.start + bare, line.end))
        return out

    def _tags(self, content: str, tags: list[Span], span: Callable[[int, int], Span], found: _Spans) -> list[Span]:
        """Sorts HTML tags into ``found``; those that cut the paragraph are returned."""
        cuts: list[Span] = []
        code: int | None = None
        for start, end in tags:
            tag = content[start:end]
            meaning = self.tags.meaning(tag)
            if re.match(r"<code\b", tag, re.I) and code is None:
                code = start
            elif re.match(r"</code\b", tag, re.I) and code is not None:
                found.opaque.append(span(code, end))
                code = None
            elif meaning == "break" and content[end : end + 1].strip() and content[:start].strip():
                cuts.append(span(start, end))
            elif meaning in ("hidden", "break"):
                found.hidden.append(span(start, end))
            elif meaning == "opaque":
                found.opaque.append(span(start, end))
        return cuts

    def _is_label(self, line: _Line, found: _Spans) -> bool:
        """Whether a line is one bold phrase and no sentence: it stands for a heading."""
        outer = [m.outer for m in found.marks if m.kind == "strong"]
        target = self._trimmed(line)
        return len(outer) == 1 and outer[0] == target and not _STOP.search(self.safe[line.start : line.end])

    def _caption(self, alt: Span) -> None:
        if "\n" not in self.safe[alt.start : alt.end] and "\r" not in self.safe[alt.start : alt.end]:
            self._paragraph([_Line(alt.start, alt.end)], "caption", 0)

    def _add(self, start: int, end: int, kind: Kind, level: int, spans: _Spans) -> None:
        """A segment of ``text[start:end]``, if a reader sees anything of it."""
        opaque = _merged([s for s in spans.opaque if start <= s.start and s.end <= end], [])
        hidden = _merged([Span(max(s.start, start), min(s.end, end)) for s in spans.hidden], opaque)
        marks = sorted((m for m in spans.marks if start <= m.outer.start and m.outer.end <= end), key=lambda m: m.outer)
        empty_link = any(m.kind == "link" and m.inner.start == m.inner.end for m in marks)
        if not empty_link and not self._is_visible(start, end, [*hidden, *opaque]):
            return
        index = len(self.found)
        self.found.append(
            Segment(
                index,
                self.text[start:end],
                kind,
                start,
                str(index + 1),
                None,
                tuple([Span(s - start, e - start) for s, e in hidden]),
                tuple([Span(s - start, e - start) for s, e in opaque]),
                tuple([Mark(m.kind, _moved(m.outer, start), _moved(m.inner, start)) for m in marks]),
                level,
            )
        )

    def _is_visible(self, start: int, end: int, cut: list[Span]) -> bool:
        for s, e in sorted(cut):
            if self.text[start:s].strip():
                return True
            start = max(start, e)
        return bool(self.text[start:end].strip())


def _moved(span: Span, origin: int) -> Span:
    return Span(span.start - origin, span.end - origin)


def _merged(spans: list[Span], without: list[Span]) -> list[Span]:
    """``spans`` sorted and joined where they touch, less what ``without`` (sorted, disjoint) covers."""
    joined: list[Span] = []
    for span in sorted(s for s in spans if s.start < s.end):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    out: list[Span] = []
    for start, end in joined:
        for s, e in without[bisect_right(without, (start, start)) - 1 if without else 0 :] if without else ():
            if e <= start:
                continue
            if s >= end:
                break
            if start < s:
                out.append(Span(start, s))
            start = e
        if start < end:
            out.append(Span(start, end))
    return out


def _is_prose(code: str) -> bool:
    """Whether an indented block is text that somebody has indented rather than code."""
    letters = sum(map(str.isalpha, code))
    return letters > 0 and len(_NOT_LATIN.findall(code)) * 2 > letters
