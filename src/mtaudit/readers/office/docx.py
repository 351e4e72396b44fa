"""DOCX (ECMA-376, WordprocessingML): the text as it stands when all tracked changes are accepted.

Read are the body with its tables, text boxes and content controls, then the footnotes and endnotes that it refers to. Comments,
headers and footers, hidden text, deleted text and a table of contents are not; fields show their results, and the text of a
placeholder stands for a word. Macros of a ``.docm`` are never looked at.

The language that a file states (``w:lang``) is that of the author's keyboard or of the source; it is not asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtaudit.errors import UnreadableInput
from mtaudit.readers.office import package, rendering
from mtaudit.readers.office.archive import local, opened
from mtaudit.readers.office.rendering import Paragraph, Within, cell_of
from mtaudit.readers.office.wordstyles import Styles, is_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from mtaudit.document import Document
    from mtaudit.readers.office.archive import Archive

_THROUGH = frozenset({"ins", "moveTo", "smartTag", "customXml", "hyperlink", "dir", "bdo"})
"""Elements that stand for what they hold."""
_BOXED = frozenset({"drawing", "pict", "object"})
_LISTS = ("TOC", "INDEX", "TOA", "BIBLIOGRAPHY")
"""Fields whose results are lists that Word has made."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SYMBOL = "\ufffc"


def read(data: bytes, name: str) -> Document:
    """The Document of a DOCX file, a line for each paragraph. Raises UnreadableInput."""
    archive = opened(data, name)
    main = package.related(archive, "").get("officeDocument", "word/document.xml")
    root = archive.xml(main) if main in archive else None
    if root is None or local(root) != "document":
        raise UnreadableInput(f"{name} is no DOCX file: it holds no document of Word")
    try:
        reader = _Reader(archive, root, package.related(archive, main))
        return rendering.document(reader.paragraphs(), name, "docx", package.metadata(archive))
    except RecursionError:
        raise UnreadableInput(f"{name} is nested too deep to be read") from None


class _Field:
    """A field that is open: its instruction, and whether its result has begun."""

    __slots__ = ("instruction", "result")

    def __init__(self) -> None:
        self.instruction = ""
        self.result = False

    @property
    def shown(self) -> bool:
        return self.result and not _is_list(self.instruction)


def _is_list(instruction: str) -> bool:
    return instruction.split(maxsplit=1)[:1] != [] and instruction.split(maxsplit=1)[0].upper() in _LISTS


class _Reader:
    """One pass over a document."""

    def __init__(self, archive: Archive, root: etree._Element, parts: Mapping[str, str]) -> None:
        self._archive = archive
        self._root = root
        self._parts = parts
        self._w = w = str(root.tag)[: -len("document")]
        self._styles = Styles(archive.xml(parts["styles"]) if "styles" in parts else None, w)
        self._fields: list[_Field] = []
        kinds = [mark.get(f"{w}fldCharType") for mark in root.iter(f"{w}fldChar")]
        self._has_whole_fields = kinds.count("begin") == kinds.count("end")
        self._notes: dict[tuple[str, str], None] = {}
        self._tables = 0
        self._open: Paragraph | None = None
        """A paragraph whose mark is deleted: the next one goes on in it."""

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs with or without text, in reading order."""
        for body in self._root:
            if local(body) == "body":
                yield from self._blocks(body, Within())
        for kind in ("footnote", "endnote"):
            part = self._parts.get(f"{kind}s")
            wanted = [number for of, number in self._notes if of == kind]
            if part is None or not wanted:
                continue
            self._fields.clear()
            notes = {note.get(f"{self._w}id"): note for note in self._archive.xml(part)}
            for place, number in enumerate(wanted, 1):
                if number in notes:
                    yield from self._blocks(notes[number], Within("item", 1, f"{kind} {place}"))

    def _blocks(self, parent: etree._Element, within: Within) -> Iterator[Paragraph]:
        """The paragraphs in ``parent``; ``within`` tells what they are where their styles say nothing."""
        for child in parent:
            match local(child):
                case "p":
                    yield from self._paragraph(child, within)
                case "tbl":
                    yield from self._flushed()
                    yield from self._table(child, within)
                case "sdt":
                    content = self._controlled(child)
                    if content is not None:
                        yield from self._blocks(content, within)
                case "AlternateContent":
                    for chosen in _alternative(child):
                        yield from self._blocks(chosen, within)
                case name if name in _THROUGH:
                    yield from self._blocks(child, within)
        yield from self._flushed()

    def _flushed(self) -> Iterator[Paragraph]:
        if self._open is not None:
            yield self._open
            self._open = None

    def _controlled(self, control: etree._Element) -> etree._Element | None:
        """What a content control holds, unless it is a placeholder's text or a table of contents."""
        w = self._w
        properties = control.find(f"{w}sdtPr")
        if properties is not None:
            if is_on(properties.find(f"{w}showingPlcHdr"), w):
                return None
            gallery = properties.find(f"{w}docPartObj/{w}docPartGallery")
            if gallery is not None and gallery.get(f"{w}val") == "Table of Contents":
                return None
        return control.find(f"{w}sdtContent")

    def _paragraph(self, element: etree._Element, within: Within) -> Iterator[Paragraph]:
        w = self._w
        properties = element.find(f"{w}pPr")
        look = self._styles.paragraph(properties)
        paragraph = self._open if self._open is not None else Paragraph(within, look.role)
        self._open = None
        boxes: list[etree._Element] = []
        start = paragraph.length
        self._inline(element, paragraph, look.hidden, boxes)
        if look.role.listed:
            paragraph.cut(start)
        if properties is not None and properties.find(f"{w}rPr/{w}del") is not None:
            self._open = paragraph
        else:
            yield paragraph
        for box in boxes:
            going_on, self._open = self._open, None
            yield from self._blocks(box, Within())
            self._open = going_on

    def _inline(self, parent: etree._Element, into: Paragraph, hidden: bool, boxes: list[etree._Element]) -> None:
        for child in parent:
            name = local(child)
            if name == "r":
                self._run(child, into, hidden, boxes)
            elif name in _THROUGH:
                self._inline(child, into, hidden, boxes)
            elif name == "fldSimple":
                if not _is_list(child.get(f"{self._w}instr") or ""):
                    self._inline(child, into, hidden, boxes)
            elif name == "sdt":
                content = self._controlled(child)
                if content is not None:
                    self._inline(content, into, hidden, boxes)
                elif self._is_shown(hidden):
                    into.write_word("".join([text.text or "" for text in child.iter(f"{self._w}t")]))
            elif name == "AlternateContent":
                for chosen in _alternative(child):
                    self._inline(chosen, into, hidden, boxes)
            elif name in ("oMath", "oMathPara") and self._is_shown(hidden):
                into.write_word("".join([part.text or "" for part in child.iter() if local(part) == "t"]))

    def _is_shown(self, hidden: bool) -> bool:
        return not hidden and (not self._has_whole_fields or all(field.shown for field in self._fields))

    def _run(self, run: etree._Element, into: Paragraph, hidden: bool, boxes: list[etree._Element]) -> None:
        look = self._styles.run(run.find(f"{self._w}rPr"), hidden)
        self._pieces(run, into, look.hidden, look.code, boxes)

    def _pieces(self, parent: etree._Element, into: Paragraph, hidden: bool, code: bool, boxes: list[etree._Element]) -> None:
        """What a run holds. Fields begin and end in hidden text too."""
        w = self._w
        for child in parent:
            name = local(child)
            if name == "fldChar":
                self._field(child.get(f"{w}fldCharType"))
            elif name == "instrText":
                if self._fields and not self._fields[-1].result:
                    self._fields[-1].instruction += child.text or ""
            elif not self._is_shown(hidden):
                continue
            elif name == "t":
                text = child.text or ""
                text = text if child.get(_SPACE) == "preserve" else text.strip(" \t\r\n")
                (into.write_word if code else into.write)(text)
            elif name in ("tab", "ptab"):
                into.write("\t")
            elif name in ("br", "cr"):
                into.line_break()
            elif name == "noBreakHyphen":
                into.write_for("\u2011", "-")
            elif name == "sym":
                into.write_word(_SYMBOL)
            elif name in ("footnoteReference", "endnoteReference"):
                self._notes[name.removesuffix("Reference"), child.get(f"{w}id") or ""] = None
            elif name == "ruby":
                for base in child.findall(f"{w}rubyBase"):
                    self._inline(base, into, hidden, boxes)
            elif name == "AlternateContent":
                for chosen in _alternative(child):
                    self._pieces(chosen, into, hidden, code, boxes)
            elif name in _BOXED:
                boxes += _boxes(child)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif self._fields and kind == "separate":
            self._fields[-1].result = True
        elif self._fields and kind == "end":
            self._fields.pop()

    def _table(self, table: etree._Element, within: Within) -> Iterator[Paragraph]:
        """The cells' paragraphs, row by row. A table of one cell is a frame round its text."""
        w = self._w
        rows = [row for row in self._within(table, "tr") if row.find(f"{w}trPr/{w}del") is None]
        cells = [self._cells(row) for row in rows]
        is_frame = sum(map(len, cells)) == 1
        self._tables += not is_frame
        number = self._tables
        for row, line in enumerate(cells, 1):
            for column, cell in line:
                yield from self._blocks(cell, within if is_frame else cell_of(number, row, column))

    def _cells(self, row: etree._Element) -> list[tuple[int, etree._Element]]:
        """The cells that show their text, each with the column where it begins, counted from 1."""
        w = self._w
        found: list[tuple[int, etree._Element]] = []
        column = 1 + self._number(row.find(f"{w}trPr/{w}gridBefore"), 0)
        for cell in self._within(row, "tc"):
            properties = cell.find(f"{w}tcPr")
            span = 1
            shown = True
            if properties is not None:
                span = self._number(properties.find(f"{w}gridSpan"), 1)
                merges = [properties.find(f"{w}vMerge"), properties.find(f"{w}hMerge")]
                shown = all(merge is None or merge.get(f"{w}val") == "restart" for merge in merges)
                shown = shown and properties.find(f"{w}cellDel") is None
            if shown:
                found.append((column, cell))
            column += span
        return found

    def _number(self, element: etree._Element | None, otherwise: int) -> int:
        value = element.get(f"{self._w}val") if element is not None else None
        return min(int(value), 1000) if value and value.isascii() and value.isdigit() else otherwise

    def _within(self, parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
        """The rows of a table or the cells of a row, those in content controls too."""
        for child in parent:
            name = local(child)
            if name == wanted:
                yield child
            elif name in _THROUGH or name in ("sdt", "sdtContent"):
                yield from self._within(child, wanted)


def _alternative(element: etree._Element) -> list[etree._Element]:
    """The same in several dialects (ECMA-376 part 3, 10.2): the first one."""
    return [child for child in element if local(child) in ("Choice", "Fallback")][:1]


def _boxes(element: etree._Element) -> list[etree._Element]:
    """The text boxes in a drawing, but not those in them."""
    found: list[etree._Element] = []
    for child in element:
        name = local(child)
        if name == "txbxContent":
            found.append(child)
        else:
            for part in _alternative(child) if name == "AlternateContent" else (child,):
                found += _boxes(part)
    return found
