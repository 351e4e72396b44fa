"""TMX 1.4 and before: the exchange format of translation memories.

A segment is the ``<seg>`` of a unit in the target language; its key is the unit's ``tuid``, or its number. ``srclang`` tells the
source language (of ``*all*`` the language of the first variant is taken), and the target language is the first other
that a unit has: which of several is meant, the file cannot tell. Units without that language give no segment.

Source: LISA TMX 1.4b.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtaudit.document import Document
from mtaudit.readers.bilingual.elements import LANG, Content, Elements
from mtaudit.readers.bilingual.translations import segment
from mtaudit.readers.html.charset import declared as declared
from mtaudit.readers.keys import Keys

if TYPE_CHECKING:
    from mtaudit.readers.bilingual.elements import Attributes


def read(text: str, name: str, encoding: str = "utf-8") -> Document:
    """The Document of a translation memory. Raises UnreadableInput for what is none."""
    return _Reader(text, name).document("tmx", encoding)


class _Reader(Elements):
    def __init__(self, text: str, name: str) -> None:
        super().__init__(text, name)
        self._keys = Keys()
        self._above: list[str] = []
        self._units = 0
        self._unit = self._from = self._lang = ""
        self._variants: list[tuple[str, Content]] = []

    def opened(self, tag: str, attributes: Attributes) -> None:
        if not self._above and tag != "tmx":
            raise self.wrong(f"<{tag[:40]}> is no TMX, which begins with <tmx>")
        match tag:
            case "header":
                self.source_lang = _told(attributes.get("srclang", ""))
                self.date = attributes.get("changedate") or attributes.get("creationdate") or ""
            case "tu":
                self._units += 1
                self._unit = attributes.get("tuid") or str(self._units)
                self._from = _told(attributes.get("srclang", "")) or self.source_lang
                self._variants = []
            case "tuv":
                self._lang = _tag(attributes.get(LANG) or attributes.get("lang") or "")
            case "seg" if self._above[-1:] == ["tuv"]:
                self.read(not self._is_source(self._lang))
        self._above.append(tag)

    def _is_source(self, lang: str) -> bool:
        if not self._from:
            self._from = self.source_lang = self.source_lang or lang
        return _same(lang, self._from)

    def closed(self, tag: str) -> None:
        self._above.pop()
        if self.content is not None:
            self._variants.append((self._lang, self.content))
        elif tag == "tu":
            self._close()

    def _close(self) -> None:
        sources = ["".join(content.bits) for lang, content in self._variants if _same(lang, self._from)]
        for lang, content in self._variants:
            if _same(lang, self._from):
                continue
            self.target_lang = self.target_lang or lang
            if not _same(lang, self.target_lang):
                continue
            pieces = content.merged(self.text, keeps_blanks=True)
            source = sources[0] if sources else None
            found = segment(self.text, pieces, len(self.segments), self._unit, source, verbatim=content.verbatim)
            if found is not None:
                self.segments.append(found._replace(key=self._keys.unique(self._unit)))
        self._variants = []


def _told(lang: str) -> str:
    return "" if lang == "*all*" else _tag(lang)


def _tag(lang: str) -> str:
    return lang.strip().replace("_", "-").lower()


def _same(lang: str, other: str) -> bool:
    """Whether two tags mean the same language: ``en`` and ``en-us`` do, ``en-gb`` and ``en-us`` do not."""
    return lang == other or lang == other.partition("-")[0] or lang.partition("-")[0] == other
