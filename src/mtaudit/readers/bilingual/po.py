"""PO: the message catalogues of GNU gettext.

A segment is a translated ``msgstr``, or one of its plural forms; what it translates is its source. Its key is the number of the
message in the file, with the message's context before it (``menu/12``) and the number of the form behind it (``12[1]``).
Not read: the header, comments, obsolete messages (``#~``), messages without a translation, and fuzzy ones whose translation
``msgmerge`` has taken from another message (``#| msgid``). Other fuzzy messages are drafts that wait for a reviewer, as machines
leave them, and are read.

Source: the manual of GNU gettext 0.22, "The Format of PO Files".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtaudit.document import Document, Segment
from mtaudit.errors import UnreadableInput
from mtaudit.readers.bilingual.translations import segment
from mtaudit.readers.html.charset import believable
from mtaudit.readers.keys import Keys
from mtaudit.readers.pieces import Piece, shown
from mtaudit.readers.tables.vocabulary import language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ESCAPED = {92: r"\\", 34: r"\"", 10: r"\n", 9: r"\t", 13: r"\r", 11: r"\v", 8: r"\b", 12: r"\f", 7: r"\a"}
"""How the text of a string is written."""

_LINE = re.compile(
    r"[ \t]*(?:"
    r"(?P<comment>#(?P<sign>[~,|]?)(?P<said>[^\r\n]*))"
    r"|(?:(?P<word>msgctxt|msgid_plural|msgid|msgstr(?:\[(?P<form>\d{1,3})\])?|domain)[ \t]*)?\"(?P<string>(?:[^\"\\\r\n]|\\[^\r\n])*)\""
    r")?[ \t\f\v]*(?:\r\n|\r|\n|\Z)"
)
_SIMPLE = {written[1]: chr(char) for char, written in ESCAPED.items()}
_ESCAPE = re.compile(r"\\(?:([ntrvbfa\"\\])|x([0-7][0-9A-Fa-f])|([01][0-7]{2}|[0-7]{1,2}))")
_PRINTF = frozenset(
    f"{name}-format" for name in "c objc python php perl lua tcl awk pascal object-pascal gcc-internal gfc-internal sh ycp".split()
)
_NOBODY = ("FULL NAME", "YEAR-", "PACKAGE VERSION")
"""What xgettext puts where somebody is to fill in something."""
_LONGEST_CONTEXT = 60
_CHARSET = re.compile(rb"\"Content-Type:[^\"\r\n]{0,100}charset=([\w.:\-]+)", re.I)
_HEAD = 8192
"""Bytes in which the header is looked for."""


def declared(data: bytes) -> str | None:
    """The encoding that the header names, if it is believable (see ``html.charset``); None otherwise."""
    found = _CHARSET.search(data, 0, _HEAD)
    return None if found is None else believable(found[1].decode("ascii"), data)


def read(text: str, name: str, encoding: str = "utf-8") -> Document:
    """The Document of a catalogue. Raises UnreadableInput, with the line, for what is none."""
    segments: list[Segment] = []
    keys = Keys()
    head: Mapping[str, str] = {}
    number = 0
    for message in _messages(text, name):
        if not message.id and message.context is None:
            head = head or _head(message.prose("msgstr"))
            continue
        number += 1
        if "fuzzy" in message.flags and message.has_previous:
            continue
        place = f"{message.context[:_LONGEST_CONTEXT]}/{number}" if message.context else str(number)
        for word, pieces in message.forms:
            form = word[len("msgstr") :]
            source = message.plural if message.plural and (form != "[0]" or len(message.forms) == 1) else message.id
            found = segment(
                text, pieces, len(segments), place + form, source, doubled_percent=not _PRINTF.isdisjoint(message.flags)
            )
            if found is not None:
                segments.append(found._replace(key=keys.unique(found.key)))
    return Document(
        tuple(segments), name, text, "po",
        target_lang=_language(head.get("language", "")), source_lang=_language(head.get("x-source-language", "")),
        encoding=encoding, escaped=ESCAPED, metadata=_metadata(head),
    )  # fmt: skip


class _Message:
    """A message: its flags, and its strings by their keyword."""

    def __init__(self) -> None:
        self.flags: set[str] = set()
        self.has_previous = False
        self.strings: dict[str, list[Piece]] = {}

    def prose(self, word: str) -> str:
        return shown(self.strings.get(word, ()))

    @property
    def id(self) -> str:
        return self.prose("msgid")

    @property
    def plural(self) -> str:
        return self.prose("msgid_plural")

    @property
    def context(self) -> str | None:
        return " ".join(self.prose("msgctxt").split()) if "msgctxt" in self.strings else None

    @property
    def forms(self) -> list[tuple[str, list[Piece]]]:
        return [(word, pieces) for word, pieces in self.strings.items() if word.startswith("msgstr")]


def _messages(text: str, name: str) -> Iterator[_Message]:
    message, word, at, line = _Message(), "", 0, 0
    while at < len(text):
        m = _LINE.match(text, at)
        line += 1
        if m is None or (m["string"] is not None and not (m["word"] or word)):
            raise UnreadableInput(f"{name}:{line}: this is no line of a PO file")
        at = m.end()
        if m["comment"] is not None:
            if "msgstr" in word:
                yield message
                message, word = _Message(), ""
            if m["sign"] == ",":
                message.flags.update(flag.strip() for flag in m["said"].split(","))
            message.has_previous |= m["sign"] == "|"
        elif m["string"] is not None:
            if m["word"]:
                if "msgstr" in word and not m["word"].startswith("msgstr"):
                    yield message
                    message = _Message()
                word = m["word"]
                if word in message.strings:
                    raise UnreadableInput(f"{name}:{line}: a second {word} in one message")
            pieces = message.strings.setdefault(word, [])
            if pieces:
                pieces.append(Piece(pieces[-1].end, m.start("string"), "", "hidden"))
            pieces += _string(text, *m.span("string"))
    if message.strings:
        yield message


def _string(text: str, start: int, end: int) -> Iterator[Piece]:
    for m in _ESCAPE.finditer(text, start, end):
        if start < m.start():
            yield Piece(start, m.start(), text[start : m.start()])
        letter, hexadecimal, octal = m.groups()
        yield Piece(*m.span(), _SIMPLE[letter] if letter else chr(int(hexadecimal or octal, 16 if hexadecimal else 8)))
        start = m.end()
    yield Piece(start, end, text[start:end])


def _head(said: str) -> dict[str, str]:
    """The fields of the header, by their names in small letters."""
    lines = [line.partition(":") for line in said.split("\n")]
    return {field.strip().lower(): value.strip() for field, _, value in lines if value.strip()}


def _language(tag: str) -> str | None:
    return language(re.split("[.@]", tag)[0]) or None


def _metadata(head: Mapping[str, str]) -> dict[str, str]:
    fields = {"title": "project-id-version", "author": "last-translator", "date": "po-revision-date"}
    said = {key: head.get(field, "") for key, field in fields.items()}
    return {key: value for key, value in said.items() if value and not value.startswith(_NOBODY)}
