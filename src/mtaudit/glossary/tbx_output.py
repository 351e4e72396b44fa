"""Writes TBX: version 3 (TBX-Basic, TBX-Core) and version 2 (TBX-Basic of 2008); see ``tbx``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from mtaudit.glossary import Entry, Glossary, Term
from mtaudit.glossary.tbx import ADMINISTRATIVE, LANG, NAMESPACE, OURS, PARTS_OF_SPEECH

if TYPE_CHECKING:
    from lxml import etree

_ID = re.compile(r"[A-Za-z_가-힣][\w.-]*")
"""Names without a colon (XML namespaces, NCName) of the letters that keys are made of."""
_ELEMENTS = ("conceptEntry", "langSec", "termSec")
_ELEMENTS_V2 = ("termEntry", "langSet", "tig")


def ids(entries: Iterable[Entry]) -> list[str]:
    """Which keys can be ids of XML elements: each once, and names; ``""`` for the others."""
    seen: set[str] = set()
    found = []
    for entry in entries:
        fits = entry.key not in seen and _ID.fullmatch(entry.key) is not None
        found.append(entry.key if fits else "")
        seen.add(entry.key)
    return found


def write(glossary: Glossary, dialect: str) -> bytes:
    """A file of a dialect: ``basic`` and ``core`` of version 3, or ``v2``. There are entries, and each has a name."""
    from lxml import etree

    main = glossary.languages[0]
    if dialect == "v2":
        root = etree.Element("martif", {"type": "TBX-Basic", LANG: main})
        doctype = '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">'
    else:
        root = etree.Element(f"{{{NAMESPACE}}}tbx", nsmap={None: NAMESPACE})
        root.attrib.update({"type": f"TBX-{dialect.title()}", "style": "dca", LANG: main})
        doctype = None
    _Writer(dialect, root).glossary(glossary)
    etree.indent(root, " ")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", doctype=doctype)) + b"\n"


class _Writer:
    def __init__(self, dialect: str, root: etree._Element) -> None:
        from lxml.etree import SubElement

        self._make = SubElement
        self._root = root
        self._core = dialect == "core"
        self._v2 = dialect == "v2"
        self._space = "" if self._v2 else f"{{{NAMESPACE}}}"

    def _add(self, parent: etree._Element, name: str, text: str = "", kind: str = "") -> etree._Element:
        element = self._make(parent, self._space + name, {"type": kind} if kind else {})
        element.text = text or None
        return element

    def glossary(self, glossary: Glossary) -> None:
        head = self._add(self._root, "martifHeader" if self._v2 else "tbxHeader")
        described = self._add(self._add(head, "fileDesc"), "sourceDesc")
        self._add(described, "p", f"Glossary {glossary.name}, written by mtaudit")
        if self._v2:
            self._add(self._add(head, "encodingDesc"), "p", "TBXBasicXCSV02.xcs", "XCSURI")
        body = self._add(self._add(self._root, "text"), "body")
        for entry, name in zip(glossary.entries, ids(glossary.entries), strict=True):
            self._entry(body, entry, name)

    def _entry(self, body: etree._Element, entry: Entry, name: str) -> None:
        concept_name, section_name, term_name = _ELEMENTS_V2 if self._v2 else _ELEMENTS
        concept = self._add(body, concept_name)
        if name:
            concept.set("id", name)
        if not self._core:
            self._said(concept, "descrip", {"subjectField": entry.domain, "definition": entry.definition})
            self._said(concept, "admin", {"source": entry.reference})
            self._notes(concept, entry.note, {"key": "" if name else entry.key, "keep": "yes" if entry.keep else ""})
        for lang, terms in entry.terms.items():
            section = self._add(concept, section_name)
            section.set(LANG, lang)
            for term in terms:
                self._term(self._add(section, term_name), term)

    def _term(self, parent: etree._Element, term: Term) -> None:
        self._add(parent, "term", term.text)
        if self._core:
            return
        known = term.pos if term.pos in PARTS_OF_SPEECH else ""
        self._said(
            parent,
            "termNote",
            {
                "partOfSpeech": known or ("other" if term.pos else ""),
                "administrativeStatus": ADMINISTRATIVE[term.status],
            },
        )
        ours = {
            "pos": "" if known else term.pos,
            "case": {True: "yes", False: "no", None: ""}[term.case],
            "match": "" if term.match == "word" else term.match,
            "first": term.first,
        }
        self._notes(parent, term.note, ours)

    def _said(self, parent: etree._Element, element: str, categories: dict[str, str]) -> None:
        for category, text in categories.items():
            if text:
                self._add(parent, element, text, category)

    def _notes(self, parent: etree._Element, note: str, ours: dict[str, str]) -> None:
        if note:
            self._add(parent, "note", f"mtaudit note: {note}" if OURS.fullmatch(note) else note)
        for name, text in ours.items():
            if text:
                self._add(parent, "note", f"mtaudit {name}: {text}")
