"""Paragraphs of OWPML (KS X 6101): what they say, and what they are through their styles.

Elements are told by their names alone: KS X 6101:2024 gave all of them new namespaces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtaudit.document import Span
from mtaudit.readers.office import styles
from mtaudit.readers.office.archive import local
from mtaudit.readers.office.styles import PLAIN, Role

if TYPE_CHECKING:
    from lxml import etree

    from mtaudit.readers.office.rendering import Paragraph

NOTES = {"footNote": "footnote", "endNote": "endnote"}
_COUNTED = frozenset({"PICTURE", "TABLE", "EQUATION"})
"""Automatic numbers that are words of a caption; those of pages and notes are not."""
_SIGNS = {"tab": "\t", "hyphen": "-", "nbSpace": " ", "fwSpace": " "}
"""Both spaces differ from a typed one in how lines are broken and justified, not in what is read."""


def number(element: etree._Element | None, name: str, otherwise: int) -> int:
    """The number in an attribute."""
    value = element.get(name) if element is not None else None
    return min(int(value), 9999) if value and value.isascii() and value.isdigit() else otherwise


class Line:
    """Writes the runs of a paragraph.

    ``objects`` collects what stands beside its text, ``notes`` what it refers to; ``lists`` tells which tables of contents are
    open (see ``lists_of``).
    """

    def __init__(
        self,
        paragraph: Paragraph,
        objects: list[etree._Element],
        notes: list[tuple[str, etree._Element]],
        lists: dict[str | None, bool],
    ) -> None:
        self._paragraph = paragraph
        self._objects = objects
        self._notes = notes
        self._lists = lists
        self._deleted = 0
        self._prompts: dict[str | None, tuple[int, str]] = {}
        """Form fields that have begun: where, and the prompt that they show while they are empty."""

    def read(self, element: etree._Element) -> None:
        for run in element:
            if local(run) == "run":
                self._run(run)

    def _run(self, run: etree._Element) -> None:
        for child in run:
            match local(child):
                case "t":
                    self._text(child)
                case "lineBreak" | "tab":
                    self._sign(local(child))
                case "ctrl":
                    for control in child:
                        self._control(control)
                case "equation":
                    script = next((part.text for part in child if local(part) == "script"), None)
                    self._word(script or "")
                    self._objects.append(child)
                case "compose":
                    self._write(child.get("composeText") or "")
                case "dutmal":
                    self._write("".join([part.text or "" for part in child if local(part) == "mainText"]))
                case "switch":
                    for chosen in [part for part in child if local(part) == "default"] or list(child)[:1]:
                        self._run(chosen)
                case "secPr" | "":
                    pass
                case _:
                    self._objects.append(child)

    @property
    def _is_shown(self) -> bool:
        return not self._deleted and not any(self._lists.values())

    def _write(self, text: str) -> None:
        if self._is_shown:
            self._paragraph.write(text)

    def _word(self, text: str) -> None:
        if self._is_shown:
            self._paragraph.write_word(text)

    def _text(self, element: etree._Element) -> None:
        """Text with signs between: ``hp:t``."""
        self._write(element.text or "")
        for child in element:
            name = local(child)
            if name == "deleteBegin":
                self._deleted += 1
            elif name == "deleteEnd":
                self._deleted = max(0, self._deleted - 1)
            else:
                self._sign(name)
            self._write(child.tail or "")

    def _sign(self, name: str) -> None:
        if name == "lineBreak" and self._is_shown:
            self._paragraph.line_break()
        elif name in _SIGNS:
            self._write(_SIGNS[name])

    def _control(self, control: etree._Element) -> None:
        match local(control):
            case "fieldBegin" if control.get("id") in self._lists:
                self._lists[control.get("id")] = True
            case "fieldBegin" if control.get("type") == "CLICK_HERE":
                said = [part.text or "" for part in control.iter() if part.get("name") == "Direction"]
                self._prompts[control.get("id")] = self._paragraph.length, "".join(said)
            case "fieldEnd":
                begun = control.get("beginIDRef")
                if begun in self._lists:
                    self._lists[begun] = False
                start, prompt = self._prompts.pop(begun, (0, ""))
                if prompt and self._paragraph.text[start:] == prompt:
                    self._paragraph.opaque.append(Span(start, start + len(prompt)))
            case "autoNum" if control.get("numType") in _COUNTED:
                self._write(control.get("num") or "")
            case "footNote" | "endNote" as name if self._is_shown:
                self._notes.append((NOTES[name], control))


def lists_of(section: etree._Element) -> dict[str | None, bool]:
    """The tables of contents of a section that end somewhere, all closed: one without an end would swallow what follows."""
    fields = [element for element in section.iter() if local(element) in ("fieldBegin", "fieldEnd")]
    ended = {field.get("beginIDRef") for field in fields}
    return {field.get("id"): False for field in fields if field.get("type") == "TABLEOFCONTENTS" and field.get("id") in ended}


class Styles:
    """What paragraphs are through their style and shape (``hh:style``, ``hh:paraPr``)."""

    def __init__(self, header: etree._Element | None) -> None:
        self._named: dict[str | None, Role] = {}
        self._shaped: dict[str | None, Role] = {}
        for element in header.iter() if header is not None else ():
            name = local(element)
            if name == "style" and element.get("type") != "CHAR":
                roles = [styles.role(element.get(key) or "") for key in ("name", "engName")]
                self._named[element.get("id")] = next((role for role in roles if role != PLAIN), PLAIN)
            elif name == "heading":
                owner = element.getparent()
                if owner is not None and local(owner) == "paraPr":
                    self._shaped[owner.get("id")] = _shape(element)

    def role(self, paragraph: etree._Element) -> Role:
        named = self._named.get(paragraph.get("styleIDRef"), PLAIN)
        return named if named != PLAIN else self._shaped.get(paragraph.get("paraPrIDRef"), PLAIN)

    def is_outline(self, paragraph: etree._Element) -> bool:
        """Whether the shape of a paragraph counts it into the outline."""
        return self._shaped.get(paragraph.get("paraPrIDRef"), PLAIN).kind == "heading"


def _shape(heading: etree._Element) -> Role:
    level = number(heading, "level", 0) + 1
    match heading.get("type"):
        case "OUTLINE":
            return styles.heading(level)
        case "NUMBER" | "BULLET":
            return Role("item", level)
    return PLAIN
