"""Styles of a DOCX file: what paragraphs and runs are through them, and what is hidden (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mtaudit.readers.office import styles
from mtaudit.readers.office.archive import local
from mtaudit.readers.office.styles import PLAIN, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_OFF = frozenset({"0", "false", "off", "none"})
_BODY_TEXT = 9
"""The outline level of what is in no outline; headings have 0 to 8."""


class Look(NamedTuple):
    """What the styles make of a paragraph or run."""

    role: Role = PLAIN
    hidden: bool = False
    code: bool = False


class _Style(NamedTuple):
    name: str
    based_on: str | None
    element: etree._Element


def is_on(element: etree._Element | None, w: str) -> bool:
    """Whether a toggle property is there and not switched off."""
    return element is not None and element.get(f"{w}val") not in _OFF


class Styles:
    """The styles of a document; ``root`` is ``w:styles`` or None, ``w`` the namespace in braces."""

    def __init__(self, root: etree._Element | None, w: str) -> None:
        self._w = w
        self._styles: dict[str, _Style] = {}
        self._default: str | None = None
        self._paragraphs: dict[str | None, Look] = {}
        self._runs: dict[str, tuple[bool | None, bool]] = {}
        for element in root if root is not None else ():
            key = element.get(f"{w}styleId")
            if local(element) != "style" or key is None:
                continue
            self._styles[key] = _Style(self._value(element, "name") or key, self._value(element, "basedOn"), element)
            if element.get(f"{w}type") == "paragraph" and element.get(f"{w}default") in ("1", "true", "on"):
                self._default = key

    def paragraph(self, properties: etree._Element | None) -> Look:
        """What a paragraph with these ``w:pPr`` is."""
        if properties is None:
            return self._of_style(self._default)
        look = self._of_style(self._value(properties, "pStyle") or self._default)
        role = self._outlined(properties) or look.role
        if role.kind in (None, "item") and not role.listed:
            role = self._numbered(properties) or role
        return look._replace(role=role)

    def run(self, properties: etree._Element | None, hidden: bool) -> Look:
        """What a run with these ``w:rPr`` is; ``hidden`` tells whether its paragraph's style hides it."""
        if properties is None:
            return Look(hidden=hidden)
        style = self._value(properties, "rStyle")
        vanish, code = self._of_characters(style) if style else (None, False)
        own = properties.find(f"{self._w}vanish")
        if own is not None:
            hidden = is_on(own, self._w)
        elif vanish is not None:
            hidden = vanish
        return Look(hidden=hidden, code=code)

    def _of_style(self, key: str | None) -> Look:
        if key not in self._paragraphs:
            self._paragraphs[key] = self._paragraph_style(key)
        return self._paragraphs[key]

    def _paragraph_style(self, key: str | None) -> Look:
        w = self._w
        role = PLAIN
        numbered: Role | None = None
        hidden: bool | None = None
        for style in self._chain(key):
            properties = style.element.find(f"{w}pPr")
            if role == PLAIN:
                role = styles.role(style.name)
                if role == PLAIN and properties is not None:
                    role = self._outlined(properties) or PLAIN
            if numbered is None and properties is not None:
                numbered = self._numbered(properties)
            vanish = style.element.find(f"{w}rPr/{w}vanish")
            if hidden is None and vanish is not None:
                hidden = is_on(vanish, w)
        return Look(numbered if role == PLAIN and numbered else role, bool(hidden))

    def _of_characters(self, key: str) -> tuple[bool | None, bool]:
        """Whether a character style hides its text (None where it does not say), and whether it sets code."""
        if key not in self._runs:
            vanish: bool | None = None
            code = False
            for style in self._chain(key):
                own = style.element.find(f"{self._w}rPr/{self._w}vanish")
                if vanish is None and own is not None:
                    vanish = is_on(own, self._w)
                code = code or styles.is_code(style.name)
            self._runs[key] = vanish, code
        return self._runs[key]

    def _chain(self, key: str | None) -> Iterator[_Style]:
        """A style and those that it is based on, each once."""
        seen: set[str] = set()
        while key is not None and key in self._styles and key not in seen:
            seen.add(key)
            yield self._styles[key]
            key = self._styles[key].based_on

    def _outlined(self, properties: etree._Element) -> Role | None:
        level = self._level(properties, "outlineLvl")
        if level is None:
            return None
        return styles.heading(level + 1) if level < _BODY_TEXT else PLAIN

    def _numbered(self, properties: etree._Element) -> Role | None:
        numbering = properties.find(f"{self._w}numPr")
        if numbering is None:
            return None
        if self._value(numbering, "numId") == "0":
            return PLAIN
        return Role("item", (self._level(numbering, "ilvl") or 0) + 1)

    def _level(self, parent: etree._Element, name: str) -> int | None:
        value = self._value(parent, name)
        return int(value) if value and len(value) == 1 and value in "0123456789" else None

    def _value(self, parent: etree._Element, name: str) -> str | None:
        child = parent.find(f"{self._w}{name}")
        return child.get(f"{self._w}val") if child is not None else None
