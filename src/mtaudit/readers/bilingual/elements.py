"""XML with the places of its text.

expat, the parser of Python's standard library, tells for everything that it finds at which byte that begins; what ends
where the next begins. Entities that a file declares are refused, as defusedxml does, and so is whatever lies outside the file;
a reference to a DTD alone (``<!DOCTYPE tmx SYSTEM "tmx14.dtd">``, which many TMX files have) is not followed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from mtaudit.document import Document, Segment
from mtaudit.errors import UnreadableInput
from mtaudit.readers.pieces import OPAQUE, Piece
from mtaudit.readers.tables.vocabulary import language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mtaudit.readers.pieces import What

    Attributes = Mapping[str, str]

ESCAPED = {38: "&amp;", 60: "&lt;", 62: "&gt;", 13: "&#13;"}
"""How the text of an element is written."""
LANG = "http://www.w3.org/XML/1998/namespace lang"
SPACE = "http://www.w3.org/XML/1998/namespace space"

_DEEPEST = 500
"""No translation is nested so deep, and no element of one has so many attributes."""
_CHUNK = 1 << 20
"""Bytes that are parsed at a time."""

_TAGS: dict[str, What] = {
    # Halves of pairs, and what marks a place: the text goes on between them.
    **dict.fromkeys(("g", "pc", "mrk", "hi", "bx", "ex", "sc", "ec", "sm", "em", "cp"), "hidden"),
    # Things of their own: a picture, a variable, a line break.
    "x": "opaque",
}
_NATIVE: dict[str, What] = {
    # What these hold is the markup of another format.
    **dict.fromkeys(("bpt", "ept", "it"), "hidden"),
    **dict.fromkeys(("ph", "ut"), "opaque"),
}


class Part(NamedTuple):
    """A part that a tool has marked as a segment (``<mrk mtype="seg">``): its number, and where it begins and ends.

    In code points of the file, or, of text without places, in bits of it.
    """

    number: str
    start: int
    end: int


class Content:
    """The text of an element: as pieces of the file without a gap, or, of a source, as bits of text."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.bits: list[str] = []
        self.parts: list[Part] = []
        self.verbatim = False
        """Whether some of the text is in CDATA sections, in which nothing can be escaped."""
        self._open: tuple[int, str, What] | None = None

    def begin(self, at: int, shown: str, what: What) -> None:
        """Something begins at ``at``; it ends where the next begins."""
        self.end(at)
        self._open = at, shown, what

    def end(self, at: int) -> None:
        if self._open is not None and self._open[0] < at:
            self.pieces.append(Piece(self._open[0], at, *self._open[1:]))
        self._open = None

    def merged(self, text: str, keeps_blanks: bool) -> list[Piece]:
        """The pieces, text in one where nothing comes between; a line end with its indentation is one line feed."""
        out: list[Piece] = []
        run: Piece | None = None
        for piece in self.pieces:
            escaped = piece.text != "" and text[piece.start] == "&" and text[piece.start : piece.end] != piece.text
            if piece.what == "text" and not escaped:
                run = Piece(run.start if run else piece.start, piece.end, "")
                continue
            if run is not None:
                out += _lines(text, run.start, run.end, keeps_blanks)
                run = None
            out.append(piece)
        if run is not None:
            out += _lines(text, run.start, run.end, keeps_blanks)
        return out


def _lines(text: str, start: int, end: int, keeps_blanks: bool) -> Iterator[Piece]:
    for m in (_LINE_END if keeps_blanks else _INDENTED).finditer(text, start, end):
        if m[0] != "\n":
            if start < m.start():
                yield Piece(start, m.start(), text[start : m.start()])
            yield Piece(*m.span(), "\n")
            start = m.end()
    if start < end:
        yield Piece(start, end, text[start:end])


_LINE_END = re.compile(r"\r\n?")
_INDENTED = re.compile(r"(?:(?<![ \t])[ \t]+)?(?:\r\n?|\n)[ \t\r\n]*")


class Elements:
    """Parses a file. A format says in ``opened`` and ``closed`` what its elements mean, and reads the text of those that it wants.

    It fills ``segments``, and ``source_lang``, ``target_lang`` and ``date`` as the file tells them.

    Names are local names. ``content`` is the text that is being read; inside it elements are inline markup, and only the end
    of the element itself is told.
    """

    def __init__(self, text: str, name: str) -> None:
        from xml.parsers import expat

        self.text = text
        self.name = name
        self.segments: list[Segment] = []
        self.source_lang = self.target_lang = self.date = ""
        self.content: Content | None = None
        self._with_places = False
        self._data = text.encode("utf-8", "replace")
        self._is_ascii = len(self._data) == len(text)
        self._byte = self._char = 0
        self._depth = self._outside = self._native = 0
        self._marked: list[tuple[int, str, int]] = []
        self._parser = parser = expat.ParserCreate("utf-8", " ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.EntityDeclHandler = parser.UnparsedEntityDeclHandler = self._refuse
        parser.ExternalEntityRefHandler = parser.SkippedEntityHandler = self._refuse

    def document(self, form: str, encoding: str) -> Document:
        """The Document of the file, whose format is called ``form``. Raises UnreadableInput as ``run`` does."""
        self.run()
        return Document(
            tuple(self.segments), self.name, self.text, form,
            target_lang=language(self.target_lang) or None, source_lang=language(self.source_lang) or None,
            encoding=encoding, escaped=ESCAPED, metadata={"date": self.date} if self.date else {},
        )  # fmt: skip

    def opened(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""

    def closed(self, tag: str) -> None:
        """An element ends; where it is the one that was read, ``content`` is its text."""

    def run(self) -> None:
        """Parses the file. Raises UnreadableInput, with the line, for what is no XML or is refused."""
        from xml.parsers import expat

        try:
            for at in range(0, len(self._data), _CHUNK):
                self._parser.Parse(self._data[at : at + _CHUNK], False)
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise UnreadableInput(f"{self.name}:{error.lineno}: {expat.ErrorString(error.code)}") from None

    def read(self, with_places: bool) -> None:
        """Reads the text of the element that has just been opened: as pieces, or as bits."""
        self.content = Content()
        self._with_places = with_places
        self._outside = self._depth - 1
        parser = self._parser
        parser.CharacterDataHandler = self._text if with_places else self._bit
        if with_places:
            parser.CommentHandler = parser.ProcessingInstructionHandler = self._between
            parser.StartCdataSectionHandler, parser.EndCdataSectionHandler = self._cdata, self._between

    def wrong(self, what: str) -> UnreadableInput:
        """The error that says what is wrong at this place."""
        return UnreadableInput(f"{self.name}:{self._parser.CurrentLineNumber}: {what}")

    def _at(self) -> int:
        """The place of what expat has found, in code points."""
        byte: int = self._parser.CurrentByteIndex
        if self._is_ascii:
            return byte
        self._char += len(self._data[self._byte : byte].decode())
        self._byte = byte
        return self._char

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST or len(attributes) > _DEEPEST:
            raise self.wrong("the elements are nested too deep" if self._depth > _DEEPEST else "an element has too many attributes")
        tag = name.rpartition(" ")[2]
        if self.content is None:
            self.opened(tag, attributes)
        elif self._native:
            self._native += 1
        else:
            self._inline(self.content, tag, attributes)

    def _inline(self, content: Content, tag: str, attributes: Attributes) -> None:
        what = _NATIVE.get(tag)
        if tag == "mrk" and (attributes.get("translate") == "no" or attributes.get("mtype") == "protected"):
            what = "opaque"
        elif tag == "mrk" and attributes.get("mtype") == "seg":
            start = self._at() if self._with_places else len(content.bits)
            self._marked.append((self._depth, attributes.get("mid", ""), start))
        if what is not None:
            self._native = 1
        if self._with_places:
            what = what or _TAGS.get(tag, "hidden")
            content.begin(self._at(), OPAQUE if what == "opaque" else "", what)

    def _end(self, name: str) -> None:
        self._depth -= 1
        content = self.content
        if content is None:
            self.closed(name.rpartition(" ")[2])
        elif self._depth == self._outside:
            if self._with_places:
                content.end(self._at())
            parser = self._parser
            parser.CharacterDataHandler = parser.CommentHandler = parser.ProcessingInstructionHandler = None
            parser.StartCdataSectionHandler = parser.EndCdataSectionHandler = None
            self.closed(name.rpartition(" ")[2])
            self.content = None
        elif self._native:
            self._native -= 1
        else:
            if self._marked and self._marked[-1][0] == self._depth + 1:
                _, number, start = self._marked.pop()
                content.parts.append(Part(number, start, self._at() if self._with_places else len(content.bits)))
            self._between()

    def _text(self, data: str) -> None:
        if not self._native and self.content is not None:
            self.content.begin(self._at(), data, "text")

    def _bit(self, data: str) -> None:
        if not self._native and self.content is not None:
            self.content.bits.append(data)

    def _between(self, *_: str) -> None:
        """Markup inside text."""
        if self._with_places and not self._native and self.content is not None:
            self.content.begin(self._at(), "", "hidden")

    def _cdata(self) -> None:
        self._between()
        if self.content is not None:
            self.content.verbatim = True

    def _refuse(self, *_: Any) -> NoReturn:
        raise self.wrong("the file declares entities or asks for some from elsewhere, which are not read")
