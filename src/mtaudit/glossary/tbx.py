"""TBX, the exchange format of termbases: ISO 30042:2019 (v3, dialects TBX-Basic and TBX-Core) and ISO 30042:2008 (v2, TBX-Basic).

Read here: both versions, the data categories as attributes (DCA) and as elements (DCT). ``tbx_output`` writes DCA, which v2
has alone.

What TBX-Basic has no place for (key, keep, match, case, first mention, parts of speech of another name) is a note of its entry
or term, ``mtaudit first: 북대서양조약기구(NATO·나토)``, which people can read in any tool, and mtaudit reads back. TBX-Core holds names
and nothing more: other tools would take such notes for notes.

Nothing outside the file is fetched, no DTD is loaded, and a file that declares entities is refused.
Sources: ISO 30042:2019, the schemas of the dialects by LTAC/TerminOrgs; TBX-Basic 2008 by LISA.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from mtaudit.errors import UnreadableInput
from mtaudit.glossary import MATCHES, Entry, Status, Term, cleaning, tag, vocabulary
from mtaudit.glossary.columns import well_formed

if TYPE_CHECKING:
    from lxml import etree

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ROOTS, _CONCEPTS, _LANGUAGES, _TERMS = (
    ("tbx", "martif"),
    ("conceptEntry", "termEntry"),
    ("langSec", "langSet"),
    ("termSec", "tig", "ntig"),
)
_SECTIONS = frozenset((*_LANGUAGES, *_TERMS))
ADMINISTRATIVE: dict[Status, str] = {
    "preferred": "preferredTerm-admn-sts",
    "admitted": "admittedTerm-admn-sts",
    "superseded": "supersededTerm-admn-sts",
    "forbidden": "deprecatedTerm-admn-sts",
}
PARTS_OF_SPEECH = ("noun", "verb", "adjective", "adverb", "other")
"""Those that both versions of TBX-Basic know."""
_ENTITIES = "the file declares entities, which are not read"
OURS = re.compile(r"mtaudit (key|keep|pos|case|match|first|note): (.+)")
"""A note of ours; somebody else's note that looks like one is written as ``mtaudit note: …``."""


def read(data: bytes, where: str, encoding: str | None = None) -> list[Entry]:
    """The entries of a TBX file. Raises UnreadableInput, with the line, for what is none."""
    from lxml import etree

    settings: dict[str, Any] = {"load_dtd": False, "no_network": True, "resolve_entities": False, "huge_tree": False}
    found: list[Entry] = []
    try:
        concepts = etree.iterparse(
            io.BytesIO(data),
            tag=[f"{{*}}{name}" for name in _CONCEPTS],
            encoding=encoding,
            remove_comments=True,
            remove_pis=True,
            **settings,
        )
        for _, element in concepts:
            if not found:
                _check_root(element.getroottree(), where)
            found.append(_Concept(element, where).entry())
            element.clear()
        _check_root(concepts.root.getroottree(), where)
    except etree.XMLSyntaxError as error:
        raise UnreadableInput(f"{where}:{error.lineno or 1}: {_sentence(error)}") from None
    except LookupError:
        raise UnreadableInput(f"{where} cannot be decoded: there is no text encoding {encoding!r}") from None
    return found


def _sentence(error: etree.XMLSyntaxError) -> str:
    first = str(error.msg or "no XML").partition(", line ")[0]
    if "entity amplification" in first:
        return _ENTITIES
    bare = re.sub(r",? (?:use|try|see) (?:XML_PARSE|xmlCtxt)\w+.*", "", first)
    return f"{bare[:1].lower()}{bare[1:]}"


def _check_root(tree: etree._ElementTree, where: str) -> None:
    root, subset = tree.getroot(), tree.docinfo.internalDTD
    if _local(root) not in _ROOTS:
        raise UnreadableInput(f"{where}:{root.sourceline}: <{_local(root)}> is no TBX, which begins with <tbx> or <martif>")
    if subset is not None and any(True for _ in subset.iterentities()):
        raise UnreadableInput(f"{where}:1: {_ENTITIES}")


def _local(element: etree._Element) -> str:
    tag = str(element.tag)
    return tag[tag.find("}") + 1 :]


class _Concept:
    """Reads one entry."""

    def __init__(self, element: etree._Element, where: str) -> None:
        self._element = element
        self._where = where

    def entry(self) -> Entry:
        element = self._element
        said = self._said(element)
        terms: dict[str, tuple[Term, ...]] = {}
        for section in element:
            if _local(section) not in _LANGUAGES:
                continue
            lang = tag(section.get(LANG) or section.get("lang") or "")
            if not lang:
                raise self._wrong(section, f"<{_local(section)}> has no xml:lang")
            if not well_formed(lang):
                raise self._wrong(section, f"{lang!r} is no language")
            within = self._said(section)
            for name in ("definition", "note", "source"):
                said.setdefault(name, []).extend(within.get(name, ()))
            names = self._terms(section, within, said)
            if names:
                terms[lang] = cleaning.ranked([*terms.get(lang, ()), *names])
        ours, notes = _sorted_out(said.get("note", []))
        return Entry(
            key=ours.get("key", cleaning.text(element.get("id") or "")),
            terms=terms,
            keep=ours.get("keep") == "yes",
            domain=_joined(said.get("subjectField", ())),
            definition=_joined(said.get("definition", ())),
            note=_joined(notes),
            reference=_joined(said.get("source", ())),
            line=element.sourceline or 0,
        )

    def _terms(self, section: etree._Element, within: dict[str, list[str]], said: dict[str, list[str]]) -> list[Term]:
        found: list[tuple[Term, bool]] = []
        for element in section:
            if _local(element) not in _TERMS:
                continue
            own = self._said(element)
            said.setdefault("source", []).extend(own.get("source", ()))
            term = self._term(element, own, _joined(within.get("partOfSpeech", ())))
            if term.text:
                found.append((term, "administrativeStatus" in own))
        preferred = any(told and term.status == "preferred" for term, told in found)
        terms = []
        for term, told in found:  # a file that says nothing of the status lists the best name first
            terms.append(term if told or not preferred else term._replace(status="admitted"))
            preferred = True
        return terms

    def _term(self, element: etree._Element, own: dict[str, list[str]], pos: str) -> Term:
        status = vocabulary.status(_joined(own.get("administrativeStatus", ["preferred"])))
        if status is None:
            raise self._wrong(element, f"there is no administrativeStatus {_joined(own['administrativeStatus'])!r}")
        ours, notes = _sorted_out(own.get("note", []))
        match = ours.get("match", "word")
        return Term(
            cleaning.one_line("".join(own.get("term", ()))),
            status,
            ours.get("pos", _joined(own.get("partOfSpeech", ())) or pos),
            vocabulary.yes(ours.get("case", "")),
            next((m for m in MATCHES if m == match), "word"),
            ours.get("first", ""),
            _joined(notes),
        )

    def _said(self, element: etree._Element) -> dict[str, list[str]]:
        """The data categories of an element: by the attribute ``type``, or by the element's name."""
        said: dict[str, list[str]] = {}
        for name, child in _flat(element):
            category = child.get("type") or name if name in ("descrip", "admin", "termNote") else name
            content = "".join(child.itertext()) if len(child) else child.text or ""
            value = content if name == "term" else cleaning.text(content)
            if value:
                said.setdefault(category, []).append(value)
        return said

    def _wrong(self, element: etree._Element, what: str) -> UnreadableInput:
        return UnreadableInput(f"{self._where}:{element.sourceline}: {what}")


def _flat(element: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """The children and their names, those in groups too."""
    for child in element:
        name = _local(child)
        if name.endswith("Grp") and name != "transacGrp":
            yield from _flat(child)
        elif name not in _SECTIONS:
            yield name, child


def _sorted_out(notes: list[str]) -> tuple[dict[str, str], list[str]]:
    """What mtaudit itself wrote as notes, and the other notes."""
    ours: dict[str, str] = {}
    others = []
    for note in notes:
        found = OURS.fullmatch(note)
        if found is None or found[1] == "note":
            others.append(note if found is None else found[2])
        else:
            ours[found[1]] = found[2]
    return ours, others


def _joined(values: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(values))
