"""XLIFF 1.2, 2.0 and 2.1: the exchange format of translation tools.

A segment is a ``<target>``; where a tool has cut it (``<mrk mtype="seg">``), each part is one. Its key is
``original#unit``, with the segment's number where a unit has several. Not read: what is not to be translated
(``translate="no"``), proposals (``alt-trans``, ``mtc:matches``), notes, units without a target, and targets that only repeat their
source and are said not to be translated yet (``state`` new, needs-translation or initial). Codes in pairs are hidden, standalone ones
opaque. Line ends count as in any text; blanks around them only under ``xml:space="preserve"``.

Sources: OASIS XLIFF 1.2, 2.0 and 2.1 (ISO 21720:2017).
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from mtaudit.document import Document
from mtaudit.readers.bilingual.elements import LANG, SPACE, Content, Elements
from mtaudit.readers.bilingual.translations import segment
from mtaudit.readers.html.charset import declared as declared
from mtaudit.readers.keys import Keys
from mtaudit.readers.pieces import shown

if TYPE_CHECKING:
    from mtaudit.readers.bilingual.elements import Attributes, Part
    from mtaudit.readers.pieces import Piece

_UNITS = frozenset({"trans-unit", "segment"})
_HEADER = "x-gettext-domain-header"
"""What a converter makes of the header of a PO file."""
_UNTRANSLATED = frozenset({"new", "needs-translation", "initial"})


def read(text: str, name: str, encoding: str = "utf-8") -> Document:
    """The Document of an XLIFF file. Raises UnreadableInput for what is none."""
    return _Reader(text, name).document("xliff", encoding)


class _Reader(Elements):
    def __init__(self, text: str, name: str) -> None:
        super().__init__(text, name)
        self._keys = Keys()
        self._path: list[tuple[str, bool, bool]] = []
        """The open elements: name, whether they are to be translated, whether their blanks count."""
        self._file = self._unit = self._number = self._state = ""
        self._source: Content | None = None
        self._cut: Content | None = None
        self._target: Content | None = None
        self._keeps = False

    def opened(self, tag: str, attributes: Attributes) -> None:
        above, translated, keeps = self._path[-1] if self._path else ("", True, False)
        said = attributes.get("translate")
        translated = (translated if said is None else said == "yes") and attributes.get("restype") != _HEADER
        keeps = attributes.get(SPACE) == "preserve" if SPACE in attributes else keeps
        self._path.append((tag, translated, keeps))
        if not above and tag != "xliff":
            raise self.wrong(f"<{tag[:40]}> is no XLIFF, which begins with <xliff>")
        if tag in ("xliff", "file"):
            self._heads(tag, attributes)
        elif tag in ("trans-unit", "unit"):
            self._unit = attributes.get("id") or attributes.get("resname") or attributes.get("name") or ""
            self._number = ""
        if tag in _UNITS:
            self._number = attributes.get("id", "") if tag == "segment" else ""
            self._state = attributes.get("state", "")
            self._source = self._cut = self._target = None
        elif above in _UNITS and translated and tag in ("source", "seg-source", "target"):
            if tag == "target":
                self._state = attributes.get("state", self._state)
                self.target_lang = self.target_lang or attributes.get(LANG, "")
            self.read(tag == "target")

    def _heads(self, tag: str, attributes: Attributes) -> None:
        if tag == "file":
            self._file = attributes.get("original") or attributes.get("id") or ""
        self.source_lang = self.source_lang or attributes.get("source-language") or attributes.get("srcLang") or ""
        self.target_lang = self.target_lang or attributes.get("target-language") or attributes.get("trgLang") or ""
        self.date = self.date or attributes.get("date", "")

    def closed(self, tag: str) -> None:
        _, _, keeps = self._path.pop()
        if self.content is None:
            if tag in _UNITS:
                self._close()
        elif tag == "source":
            self._source = self.content
        elif tag == "seg-source":
            self._cut = self.content
        else:
            self._target = self.content
            self._keeps = keeps

    def _close(self) -> None:
        """A unit ends: its target gives one segment, or one for each part."""
        target = self._target
        if target is None:
            return
        pieces = target.merged(self.text, self._keeps)
        whole = "".join(self._source.bits) if self._source else None
        if self._state in _UNTRANSLATED and shown(pieces).strip() == (whole or "").strip():
            return
        key = f"{self._file}#{self._unit}"
        parts = _parts(pieces, target.parts)
        sources = {part.number: part for part in (self._cut.parts if self._cut else ())}
        for number, bits in parts:
            source = whole if len(parts) == 1 else None
            if self._cut and number in sources:
                source = "".join(self._cut.bits[sources[number].start : sources[number].end])
            self._add(bits, f"{key}/{number}", source, target.verbatim)
        if not parts:
            self._add(pieces, f"{key}/{self._number}" if self._number else key, whole, target.verbatim)

    def _add(self, pieces: list[Piece], key: str, source: str | None, verbatim: bool) -> None:
        found = segment(self.text, pieces, len(self.segments), key, source, verbatim=verbatim)
        if found is not None:
            self.segments.append(found._replace(key=self._keys.unique(key)))


def _parts(pieces: list[Piece], marked: list[Part]) -> list[tuple[str, list[Piece]]]:
    """The pieces of each part with its number; nothing where there are no parts, or words between them."""
    out: list[tuple[str, list[Piece]]] = []
    done = 0
    for number, start, end in sorted(marked, key=lambda part: (part.start, -part.end)):
        first, last = (bisect_left(pieces, place, key=lambda piece: piece.start) for place in (start, end))
        if first < done:
            continue  # a part inside a part
        if shown(pieces[done:first]).strip():
            return []
        out.append((number, pieces[first:last]))
        done = last
    return [] if shown(pieces[done:]).strip() else out
