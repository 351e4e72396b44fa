"""Comments that suppress findings in Markdown and HTML.

``<!-- mtaudit-ignore RULE, RULE: reason -->`` holds for its paragraph; on a line of its own for what follows: the next
paragraph, or a list or table to its first blank line. ``<!-- mtaudit-disable RULE: reason -->`` holds until
``<!-- mtaudit-enable RULE -->`` or the end of the text; an enable without rules ends all of them. What a reader of the page
sees (code, an escaped ``<``) is no directive.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from mtaudit.document import Span
from mtaudit.report import Message
from mtaudit.suppressions import Problem, Scope, stranger

if TYPE_CHECKING:
    from mtaudit.document import Document, Segment

FORMATS = frozenset({"markdown", "html"})
"""Formats that can hold comments."""

_SIGN = "mtaudit-"
_DIRECTIVE = re.compile(r"<!--\s*mtaudit-([a-zA-Z]*)(.*?)(-->|\Z)", re.S)
_COLON = re.compile("[:：]")
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t>]*(?:\r\n|\r|\n)")
_TOGETHER = frozenset({"item", "cell", "quote"})
"""Kinds of segments of which several make a block."""


def scopes(document: Document, rules: Mapping[str, str]) -> tuple[list[Scope], list[Problem]]:
    """What the comments of a document suppress, and which of them cannot be understood.

    ``rules`` are the names of all rules by their codes.
    """
    if document.format not in FORMATS or _SIGN not in document.text:
        return [], []
    reading = _Reading(document, rules)
    for found in _DIRECTIVE.finditer(document.text):
        reading.take(found)
    reading.end_all(len(document.text))
    return reading.scopes, reading.problems


class _Reading:
    """One pass over the comments of a document."""

    def __init__(self, document: Document, rules: Mapping[str, str]) -> None:
        self.scopes: list[Scope] = []
        self.problems: list[Problem] = []
        self._document = document
        self._known = rules
        self._disabled: dict[str, list[Scope]] = {}
        self._blocks = _outermost(document.segments)
        self._starts = [segment.start for segment in self._blocks]

    def take(self, found: re.Match[str]) -> None:
        """One comment."""
        at = found.start()
        number = bisect_right(self._starts, at) - 1
        if number >= 0 and not _is_hidden(self._blocks[number], at):
            return
        line = self._document.place_at(at, at).line
        verb = found[1]
        named, *reason = _COLON.split(found[2], maxsplit=1)
        rules = list(dict.fromkeys(word.strip() for word in named.split(",") if word.strip()))
        why = " ".join(reason[0].split()) if reason else ""
        wrong = _wrong(verb, rules, why, bool(found[3])) or next(filter(None, (stranger(r, self._known) for r in rules)), None)
        if wrong is not None:
            self.problems.append(Problem(self._document.name, line, "malformed", wrong))
        elif verb == "enable":
            self._enable(rules, line, at)
        elif verb == "disable":
            for rule in rules:
                self._disabled.setdefault(rule, []).append(Scope(rule, why, line, Span(found.end(), found.end())))
        else:
            span = self._block(number, at, line)
            self.scopes += [Scope(rule, why, line, span) for rule in rules]

    def _enable(self, rules: list[str], line: int, at: int) -> None:
        nothing = [rule for rule in rules if rule not in self._disabled]
        if nothing or not (rules or self._disabled):
            what = ", ".join(nothing)
            en = f"mtaudit-enable: {what} is not disabled here" if what else "mtaudit-enable: nothing is disabled here"
            ko = f"mtaudit-enable: 여기서는 꺼져 있는 규칙이 아니다: {what}" if what else "mtaudit-enable: 꺼져 있는 규칙이 없다"
            self.problems.append(Problem(self._document.name, line, "malformed", Message(en, ko)))
        for rule in rules or [*self._disabled]:
            self._end(rule, at)

    def end_all(self, at: int) -> None:
        """Ends what is still disabled."""
        for rule in [*self._disabled]:
            self._end(rule, at)

    def _end(self, rule: str, at: int) -> None:
        self.scopes += [scope._replace(span=Span(scope.span.start, at)) for scope in self._disabled.pop(rule, [])]

    def _block(self, number: int, at: int, line: int) -> Span:
        """What a comment at ``at`` in ``line`` is about; ``number`` is that of the last segment that begins before it."""
        if number >= 0:
            start, end = _span(self._blocks[number])
            if at < end or self._document.place_at(end, end).line == line:
                return Span(start, end)
        if number + 1 == len(self._blocks):
            return Span(at, at)
        return Span(self._starts[number + 1], self._block_ends[number + 1])

    @cached_property
    def _block_ends(self) -> list[int]:
        """For each segment where the block ends that it begins or goes on with."""
        ends = [_span(segment).end for segment in self._blocks]
        for number in range(len(ends) - 2, -1, -1):
            here, following = self._blocks[number : number + 2]
            together = here.kind in _TOGETHER and here.kind == following.kind
            if together and not _BLANK_LINE.search(self._document.text, ends[number], following.start):
                ends[number] = ends[number + 1]
        return ends


def _wrong(verb: str, rules: list[str], why: str, is_closed: bool) -> Message | None:
    if not is_closed:
        return Message("a comment of mtaudit is not closed with -->", "mtaudit 주석이 -->로 닫히지 않았다")
    if verb not in ("ignore", "disable", "enable"):
        return Message(
            f"there is no mtaudit-{verb}; there are mtaudit-ignore, mtaudit-disable and mtaudit-enable",
            f"mtaudit-{verb} 주석은 없다. mtaudit-ignore, mtaudit-disable, mtaudit-enable이 있다",
        )
    form = f"<!-- mtaudit-{verb} RULE: reason -->"
    if not rules and verb != "enable":
        return Message(f"mtaudit-{verb} names no rule: {form}", f"mtaudit-{verb}에 규칙이 없다: {form}")
    if not why and verb != "enable":
        return Message(f"mtaudit-{verb} gives no reason: {form}", f"mtaudit-{verb}에 이유가 없다: {form}")
    return None


def _is_hidden(segment: Segment, at: int) -> bool:
    """Whether a reader of the page does not see what stands at ``at``: hidden markup, or nothing of this segment."""
    here = at - segment.start
    if here >= len(segment.target):
        return True
    which = bisect_right(segment.hidden, here, key=lambda span: span.start) - 1
    return which >= 0 and segment.hidden[which].end > here


def _span(segment: Segment) -> Span:
    return Span(segment.start, segment.start + len(segment.target))


def _outermost(segments: tuple[Segment, ...]) -> list[Segment]:
    """Segments in the order of the text, without those inside others (the text of an image in its paragraph)."""
    out: list[Segment] = []
    for segment in sorted(segments, key=lambda s: (s.start, -len(s.target))):
        if not out or segment.start >= _span(out[-1]).end:
            out.append(segment)
    return out
