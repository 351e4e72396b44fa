"""Electronic books (EPUB 2 and 3): the chapters in the order of the spine, each read as a page of HTML, shown as lines.

A paragraph's key is its chapter's file and its number there: ``text/ch02.xhtml#14``. Books with encrypted chapters are refused;
fonts may be encrypted. Sources: EPUB 3.3, "Package document" and "OCF"; OPF 2.0.1; Dublin Core.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mtaudit import encoding
from mtaudit.errors import UnreadableInput
from mtaudit.readers import html
from mtaudit.readers.office import archive, rendering
from mtaudit.readers.office.styles import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from mtaudit.document import Document, Segment
    from mtaudit.readers.office.archive import Archive

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_CHAPTERS = {"application/xhtml+xml": True, "text/html": False}
"""Media types of chapters, and whether they are XML."""
_FACTS = {"title": "title", "creator": "author", "publisher": "outlet", "date": "date", "source": "source"}
"""Names of Dublin Core, and ours."""
_SPACE = re.compile(r"\s+")
_IMAGE = "\ufffc"


def read(data: bytes, name: str) -> Document:
    """The Document of a book. Raises UnreadableInput for what is none, is broken or encrypted, or unpacks to too much."""
    book = archive.opened(data, name)
    package = _package(book)
    root = book.xml(package)
    facts, lang = _facts(root)
    locked = _locked(book)
    paragraphs: list[rendering.Paragraph] = []
    segments: list[Segment] = []
    for member, key, is_xml in _chapters(root, package):
        if member in locked:
            raise UnreadableInput(f"{name} is encrypted (DRM): {member} cannot be read")
        page = book.read(member)
        text, _ = encoding.decode(page, f"{name}: {member}", html.declared(page))
        found = html.chapter(text, is_xml)
        segments += found
        for number, segment in enumerate(found, 1):  # an empty one between: they are paragraphs, and no lines of one
            paragraphs += [_paragraph(segment, f"{key}#{number}"), rendering.Paragraph(rendering.Within(), PLAIN)]
    return replace(rendering.document(paragraphs, name, "epub", facts), target_lang=html.spoken(lang, segments))


def _elements(root: etree._Element, name: str) -> Iterator[etree._Element]:
    yield from root.iter(f"{{*}}{name}")


def _package(book: Archive) -> str:
    """The member that lists the others."""
    for rootfile in _elements(book.xml(_CONTAINER), "rootfile"):
        path = str(rootfile.get("full-path") or "")
        if path in book:
            return path
    raise UnreadableInput(f"{book.name} is no electronic book: {_CONTAINER} names no package in it")


def _facts(root: etree._Element) -> tuple[dict[str, str], str]:
    """What the package says of the book, and the code of its language."""
    said: dict[str, list[str]] = {}
    for element in root.iter("{http://purl.org/dc/elements/1.1/}*"):
        text = _SPACE.sub(" ", "".join(element.itertext())).strip()[:1000]
        if text:
            said.setdefault(element.tag.rpartition("}")[2], []).append(text)
    facts = {ours: said[theirs][0] for theirs, ours in _FACTS.items() if theirs in said}
    if "author" in facts:
        facts["author"] = ", ".join(dict.fromkeys(said["creator"]))
    return facts, re.split("[-_]", said.get("language", [""])[0].lower())[0]


def _chapters(root: etree._Element, package: str) -> Iterator[tuple[str, str, bool]]:
    """The chapters in the order of reading: member, its name in the package, whether it is XML. Each once."""
    from urllib.parse import unquote

    items = {item.get("id"): item for item in _elements(root, "item")}
    seen: set[str] = set()
    for reference in _elements(root, "itemref"):
        item = items.get(reference.get("idref"))
        if item is None or item.get("media-type") not in _CHAPTERS or "nav" in (item.get("properties") or "").split():
            continue
        key = unquote((item.get("href") or "").partition("#")[0])
        member = posixpath.normpath(posixpath.join(posixpath.dirname(package), key))
        if key and "://" not in key and member not in seen:
            seen.add(member)
            yield member, key, _CHAPTERS[item.get("media-type")]


def _locked(book: Archive) -> set[str]:
    """The members that are encrypted."""
    from urllib.parse import unquote

    if _ENCRYPTION not in book:
        return set()
    return {unquote(reference.get("URI") or "") for reference in _elements(book.xml(_ENCRYPTION), "CipherReference")}


def _paragraph(segment: Segment, key: str) -> rendering.Paragraph:
    """A segment as a line, without its markup; of an image a character is left."""
    paragraph = rendering.Paragraph(rendering.Within(None if segment.kind == "body" else segment.kind, segment.level, key), PLAIN)
    target = segment.target
    pieces = [
        *((start, end, "", False) for start, end in segment.hidden),
        *((start, end, target[start:end], True) for start, end in segment.opaque),
        *((start, end, text, False) for start, end, text in segment.escapes),
        (len(target), len(target), "", False),
    ]
    done = 0
    for start, end, text, is_word in sorted(pieces):
        _write(paragraph, target[done:start], segment.kind == "code")
        if is_word:
            paragraph.write_word(_IMAGE if text.startswith("<") else text)
        else:
            _write(paragraph, text, segment.kind == "code")
        done = end
    return paragraph


def _write(paragraph: rendering.Paragraph, text: str, keeps_lines: bool) -> None:
    if not keeps_lines:
        paragraph.write(text)
        return
    first, *rest = re.split(r"\r\n|\r|\n", text)
    paragraph.write(first)
    for line in rest:
        paragraph.line_break()
        paragraph.write(line)
