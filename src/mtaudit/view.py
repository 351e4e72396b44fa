"""What a rule sees of a text: prose, with every offset still true.

A SegmentView shows a segment as an editor reads it: markup is cut out, code and URLs are one character each
(``OPAQUE``), Hangul is composed (NFC), a byte that could not be decoded is U+FFFD. Spans of that text are mapped back
to the file when a rule says ``view.hit(...)``. A DocumentView holds the segments' views and whatever facts about the
whole document its rules share.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from mtaudit.document import Mark, Span
from mtaudit.report import Fix, Hit, Message, Related

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mtaudit.config import Settings
    from mtaudit.document import Document, Kind, Place, Segment
    from mtaudit.languages import Language
    from mtaudit.report import Severity

OPAQUE = "\ufffc"
"""One character (U+FFFC, object replacement character) that stands for a code span, a URL or an address."""

T = TypeVar("T")


# Patterns are compiled when a text first needs them: every scan pays for what is compiled at import.


@cache
def _not_composed() -> re.Pattern[str]:
    return re.compile("[\u0300-\u036f\u1100-\u11ff\u3099\u309a\ua960-\ua97f\ud7b0-\ud7ff\ud800-\udfff]")


@cache
def _cluster() -> re.Pattern[str]:
    return re.compile(
        "[\u1100-\u115f\ua960-\ua97f][\u1160-\u11a7\ud7b0-\ud7c6]*[\u11a8-\u11ff\ud7cb-\ud7fb]*"
        "|.[\u0300-\u036f\u3099\u309a]+|[\ud800-\udfff]",
        re.S,
    )


@cache
def address() -> re.Pattern[str]:
    """URLs and addresses of mail."""
    return re.compile(
        r"(?:https?|ftp)://[^\s<>\"'“”‘’「」『』()\[\]{}가-힣ぁ-んァ-ヶ一-龥]+(?<![.,;:!?])"
        r"|\bwww\.[A-Za-z0-9.\-]+(?:/[A-Za-z0-9._~/?#&=%+\-]*)?(?<![.,;:!?])"
        r"|[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+"
    )


def _settled(ko: str) -> str:
    """A message in Korean with the right particle after the word that it quotes."""
    if "’" not in ko or "(" not in ko:
        return ko
    from mtaudit.languages.ko import messages

    return messages.settled(ko)


def _has_address(text: str) -> bool:
    return "://" in text or "@" in text or "www." in text


class Sentence(NamedTuple):
    """A sentence of a segment: offsets in the view's text, and the text itself."""

    start: int
    end: int
    text: str


class SegmentView:
    """One segment as prose. ``text`` is what a rule matches; all offsets that a rule gives are offsets in ``text``."""

    __slots__ = ("_ends", "_sentences", "_starts", "document", "kind", "segment", "text")

    def __init__(self, segment: Segment, document: DocumentView) -> None:
        self.segment = segment
        self.document = document
        self._sentences: tuple[Sentence, ...] | None = None
        self._starts: list[int] | None = None
        self._ends: list[int] | None = None
        self.text = raw = segment.target
        addresses = self._addresses(raw) if document.has_address and _has_address(raw) else []
        if (
            addresses
            or segment.opaque
            or segment.hidden
            or segment.escapes
            or not (document.composed or _not_composed().search(raw) is None)
        ):
            self._map(raw, [*segment.opaque, *addresses])
        self.kind: Kind = document.language.kind(self.text, segment.kind)

    def _addresses(self, raw: str) -> list[Span]:
        taken = [*self.segment.opaque, *self.segment.hidden]
        found = (Span(*m.span()) for m in address().finditer(raw))
        return [span for span in found if not any(s < span.end and span.start < e for s, e in taken)]

    def _map(self, raw: str, opaque: list[Span]) -> None:
        text: list[str] = []
        starts: list[int] = []
        ends: list[int] = []

        def show(chunk: str, at: int) -> None:
            pos = 0
            for m in _cluster().finditer(chunk):
                plain(chunk[pos : m.start()], at + pos)
                composed = "\ufffd" if "\ud800" <= m[0] <= "\udfff" else unicodedata.normalize("NFC", m[0])
                text.append(composed)
                starts.extend([at + m.start()] * len(composed))
                ends.extend([at + m.end()] * len(composed))
                pos = m.end()
            plain(chunk[pos:], at + pos)

        def plain(chunk: str, at: int) -> None:
            text.append(chunk)
            starts.extend(range(at, at + len(chunk)))
            ends.extend(range(at + 1, at + len(chunk) + 1))

        done = 0
        words = [(start, end, OPAQUE) for start, end in opaque]
        markup = [(start, end, "") for start, end in self.segment.hidden]
        for start, end, shown in sorted([*words, *markup, *self.segment.escapes]):
            if start < done:
                continue
            show(raw[done:start], done)
            text.append(shown)
            starts += [start] * len(shown)
            ends += [end] * len(shown)
            done = end
        show(raw[done:], done)
        self.text = "".join(text)
        self._starts, self._ends = starts, ends

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the segment, split once."""
        if self._sentences is None:
            text = self.text
            new = tuple.__new__  # the constructor of a named tuple is four times slower
            self._sentences = tuple([new(Sentence, (s, e, text[s:e])) for s, e in self.document.language.sentences(text)])
        return self._sentences

    def to_raw(self, start: int, end: int) -> Span:
        """The span of ``segment.target`` that ``text[start:end]`` stands for."""
        if self._starts is None or self._ends is None:
            return Span(start, end)
        first = self._starts[start] if start < len(self._starts) else len(self.segment.target)
        return Span(first, self._ends[end - 1] if end > start else first)

    def from_raw(self, offset: int) -> int:
        """The offset in ``text`` of a place in ``segment.target``; inside markup, of the prose that follows it."""
        return offset if self._ends is None else bisect_left(self._ends, offset + 1)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The inline markup of the segment, in offsets of ``segment.target`` (see ``from_raw``)."""
        return self.segment.marks

    def place(self, start: int, end: int) -> Place:
        return self.document.document.place(self.segment, *self.to_raw(start, end))

    def hit(
        self,
        start: int,
        end: int,
        en: str,
        ko: str,
        *,
        fix: str | None = None,
        safe: bool = False,
        related: tuple[Related, ...] = (),
        confidence: float | None = None,
        severity: Severity | None = None,
    ) -> Hit:
        """A hit on ``text[start:end]`` with its message in English and Korean.

        A fix is dropped where the span holds markup in the file: replacing it would lose the markup. Otherwise it is written
        as the format writes it.
        """
        if fix is not None and self._starts is not None and not self._same(start, end):
            fix = None
        return self.hit_raw(
            *self.to_raw(start, end),
            en,
            ko,
            fix=fix and fix.translate(self.document.document.escaped),
            safe=safe,
            related=related,
            confidence=confidence,
            severity=severity,
        )

    def _same(self, start: int, end: int) -> bool:
        first, last = self.to_raw(start, end)
        raw: list[str] = []
        done = first
        for escape in self.segment.escapes:
            if first <= escape.start and escape.end <= last:
                raw += [self.segment.target[done : escape.start], escape.text]
                done = escape.end
        raw.append(self.segment.target[done:last])
        return unicodedata.normalize("NFC", "".join(raw)) == self.text[start:end]

    def hit_raw(
        self,
        start: int,
        end: int,
        en: str,
        ko: str,
        *,
        fix: str | None = None,
        safe: bool = False,
        related: tuple[Related, ...] = (),
        confidence: float | None = None,
        severity: Severity | None = None,
    ) -> Hit:
        """A hit on ``segment.target[start:end]``, for rules about markup and invisible characters."""
        return Hit(
            self.document.document.place(self.segment, start, end),
            Message(en, _settled(ko)),
            None if fix is None else Fix(fix, safe),
            related,
            confidence,
            severity,
        )

    def related(self, start: int, end: int, en: str, ko: str) -> Related:
        return Related(self.place(start, end), Message(en, _settled(ko)))


def _prose(view: DocumentView) -> str:
    return view.document.prose


class DocumentView:
    """A document as its rules see it: views of its segments, its language, the settings, and shared facts."""

    def __init__(self, document: Document, language: Language, settings: Settings) -> None:
        self.document = document
        self.language = language
        self.settings = settings
        self.anchored: dict[str, list[SegmentView]] = {}
        """For each rule of documents that has anchors, by its name: the segments that hold one."""
        self._facts: dict[Callable[[DocumentView], object], object] = {}
        self.composed = document.text.isascii() or _not_composed().search(document.text) is None
        self.has_address = _has_address(document.text)
        self.segments: tuple[SegmentView, ...] = tuple([SegmentView(s, self) for s in document.segments])

    @property
    def prose(self) -> str:
        """The text of the document, without the markup of formats that are more than text."""
        return self.once(_prose)

    def once(self, fact: Callable[[DocumentView], T]) -> T:
        """``fact(self)``, computed at the first call and shared by all rules."""
        if fact not in self._facts:
            self._facts[fact] = fact(self)
        return self._facts[fact]  # type: ignore[return-value]

    def option(self, rule: str, name: str, default: float) -> float:
        """What the configuration tells a rule, or the rule's default."""
        options = self.settings.options.get(rule)
        return default if options is None else options.get(name, default)

    def of_kind(self, *kinds: Kind) -> Iterator[SegmentView]:
        """The segments of these kinds, in the order of the text."""
        return (s for s in self.segments if s.kind in kinds)
