"""HWPX (OWPML, KS X 6101) and HWP 5, the files of Hancom Office: the text as it stands when all tracked changes are accepted.

Read are the sections in their order with their tables, captions and text boxes, then the footnotes and endnotes. Memos, hidden
comments, headers and footers, master pages, deleted text and a table of contents are not; the prompt of an unfilled form field stands for a word.
An HWP 5 file is turned into the parts of an HWPX file by python-hwpx, and read as one.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from mtaudit.errors import UnreadableInput
from mtaudit.readers.office import rendering
from mtaudit.readers.office.archive import Parts, is_compound, local, opened
from mtaudit.readers.office.owpml import NOTES, Line, Styles, lists_of, number
from mtaudit.readers.office.rendering import Paragraph, Within, cell_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from mtaudit.document import Document
    from mtaudit.readers.office.archive import Archive

    Package = Archive | Parts

_SECTION = re.compile(r"(?:.*/)?section(\d+)\.xml", re.IGNORECASE)


def read(data: bytes, name: str) -> Document:
    """The Document of an HWPX or HWP 5 file, a line for each paragraph. Raises UnreadableInput."""
    try:
        package = _package(data, name)
        reader = _Reader(package)
        return rendering.document(reader.paragraphs(), name, "hwpx", reader.metadata())
    except RecursionError:
        raise UnreadableInput(f"{name} is nested too deep to be read") from None


def _package(data: bytes, name: str) -> Package:
    if is_compound(data):
        from mtaudit.readers.office.hwp5 import parts

        return parts(data, name)
    if data.startswith(b"HWP Document File"):
        raise UnreadableInput(f"{name} is a document of HWP 3 (before 2000): save it as HWPX")
    if b"<HWPML" in data[:1000]:
        raise UnreadableInput(f"{name} is HWPML: save it as HWPX")
    archive = opened(data, name)
    manifest = "META-INF/manifest.xml"
    if manifest in archive and any(local(element) == "encryption-data" for element in archive.xml(manifest).iter()):
        raise UnreadableInput(f"{name} is protected by a password: save it without one")
    return archive


class _Reader:
    """One pass over a document."""

    def __init__(self, package: Package) -> None:
        self._package = package
        root = self._root_part()
        self._content = package.xml(root) if root is not None else None
        self._sections, header = self._parts(posixpath.dirname(root or ""))
        if not self._sections:
            raise UnreadableInput(f"{package.name} is no HWPX file: it holds no section")
        self._styles = Styles(header)
        self._notes: list[tuple[str, etree._Element]] = []
        self._tables = 0
        self._lists: dict[str | None, bool] = {}

    def _root_part(self) -> str | None:
        """The part that lists the others (KS X 6101, 7.3)."""
        named = "Contents/content.hpf"
        if "META-INF/container.xml" in self._package:
            for element in self._package.xml("META-INF/container.xml").iter():
                path = element.get("full-path") or ""
                if path.endswith(".hpf"):
                    named = path
        return named if named in self._package else None

    def _parts(self, folder: str) -> tuple[list[etree._Element], etree._Element | None]:
        """The sections in the order of the spine, and the header; by their names where nothing lists them."""
        paths: list[str] = []
        if self._content is not None:
            hrefs = {e.get("id"): e.get("href") or "" for e in self._content.iter() if local(e) == "item"}
            listed = [hrefs.get(e.get("idref"), "") for e in self._content.iter() if local(e) == "itemref"]
            paths = [self._member(href, folder) for href in [*listed, *hrefs.values()] if href.endswith(".xml")]
        if not any(map(_SECTION.fullmatch, paths)):
            numbered = [(int(m[1]), member) for member in self._package.members if (m := _SECTION.fullmatch(member))]
            paths += [member for _, member in sorted(numbered)]
        roots = [self._package.xml(path) for path in dict.fromkeys(paths) if path in self._package and _is_text(path)]
        return [root for root in roots if local(root) == "sec"], next((root for root in roots if local(root) == "head"), None)

    def _member(self, href: str, folder: str) -> str:
        beside = posixpath.join(folder, href)
        return href if href in self._package or beside not in self._package else beside

    def metadata(self) -> dict[str, str]:
        """Title, author and dates; the date is the last change."""
        said: dict[str, str] = {}
        for element in self._content.iter() if self._content is not None else ():
            key = element.get("name") if local(element) == "meta" else local(element)
            if key:
                said.setdefault(key, " ".join((element.text or "").split()))
        told = {
            "title": said.get("title"),
            "author": said.get("creator"),
            "date": said.get("ModifiedDate") or said.get("CreatedDate"),
            "created": said.get("CreatedDate"),
        }
        return {key: value for key, value in told.items() if value}

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs with or without text, in reading order."""
        for section in self._sections:
            self._lists = lists_of(section)
            yield from self._blocks(section, Within())
        counts = dict.fromkeys(NOTES.values(), 0)
        for kind in counts:
            for note in [element for of, element in self._notes if of == kind]:
                counts[kind] += 1
                yield from self._blocks(note, Within("item", 1, f"{kind} {counts[kind]}"))

    def _blocks(self, parent: etree._Element, within: Within) -> Iterator[Paragraph]:
        """The paragraphs of a section, or of a list of paragraphs (``subList``) in ``parent``."""
        for child in parent:
            name = local(child)
            if name == "p":
                yield from self._paragraph(child, within)
            elif name == "subList":
                yield from self._blocks(child, within)

    def _paragraph(self, element: etree._Element, within: Within) -> Iterator[Paragraph]:
        role = self._styles.role(element)
        objects: list[etree._Element] = []
        paragraph = Paragraph(within, role)
        Line(paragraph, objects, self._notes, self._lists).read(element)
        if role.listed:
            paragraph.cut(0)
        if role.kind == "heading" and self._styles.is_outline(element) and paragraph.text.rstrip().endswith((".", "。")):
            paragraph.kind = "item"  # bills and reports number their sentences by outline levels
        yield paragraph
        for thing in objects:
            yield from self._object(thing)

    def _object(self, element: etree._Element) -> Iterator[Paragraph]:
        """The texts of a table, picture or shape: its own, and its caption."""
        if local(element) == "tbl":
            yield from self._table(element)
        for child in element:
            name = local(child)
            if name == "caption":
                yield from self._blocks(child, Within("caption"))
            elif name == "drawText":
                yield from self._blocks(child, Within())
            elif local(element) == "container":
                yield from self._object(child)

    def _table(self, table: etree._Element) -> Iterator[Paragraph]:
        """The cells' paragraphs, row by row. A table of one cell is a frame round its text."""
        rows = [[cell for cell in row if local(cell) == "tc"] for row in table if local(row) == "tr"]
        is_frame = sum(map(len, rows)) == 1
        self._tables += not is_frame
        table_number = self._tables
        for row, cells in enumerate(rows, 1):
            for column, cell in enumerate(cells, 1):
                address = next((child for child in cell if local(child) == "cellAddr"), None)
                place = cell_of(table_number, number(address, "rowAddr", row - 1) + 1, number(address, "colAddr", column - 1) + 1)
                yield from self._blocks(cell, Within() if is_frame else place)


def _is_text(path: str) -> bool:
    """Whether a part may be a section or the header, and not a master page, the settings or whatever else is listed."""
    base = posixpath.basename(path).lower()
    return base.startswith(("section", "header"))
