"""Zip archives and their XML, which may come from anybody.

A member is unpacked only when it is asked for, into memory, piece by piece, and never more of it than the archive says; a zip in
a zip stays packed. XML is parsed without DTDs, entities and the network.
"""

from __future__ import annotations

import zipfile
import zlib
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from mtaudit.errors import UnreadableInput

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

_ENTRIES = 20_000
"""Members of an archive; an electronic book has some hundreds."""
_MEMBER = 1 << 26
"""Bytes of a member; the text of a long novel has a fifth of it."""
_TOTAL = 1 << 28
"""Bytes of all members that are read."""
_RATIO = 300
"""How many times smaller a member may be packed. The XML of a table of 10,000 equal rows packs 160 times smaller."""
_SMALL = 1 << 20
"""Bytes of a member whose ratio does no harm."""
_TAGS = 3_000_000
"""``<`` in an XML file, and ``=``: an element takes thirty times as much memory as ``<a/>`` in the file."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a compound file begins, in which Office kept documents before 2007, keeps encrypted ones, and HWP 5 keeps all.
Source: [MS-CFB] 2.2."""
_STREAMS = (
    ("EncryptedPackage", "is protected by a password: save it without one"),
    ("WordDocument", "is a document of Word 97–2003 (.doc): save it as .docx"),
    ("HwpSummaryInformation", "is an HWP document: read it as hwpx"),
    ("", "is a compound file (OLE), not an archive of XML"),
)
"""What a stream of a compound file tells of it. Sources: [MS-OFFCRYPTO] 2.3.4.4, [MS-DOC] 2.1.1, HWP 5.0 (Hancom) 2.1."""


def is_compound(data: bytes) -> bool:
    """Whether these are the bytes of a compound file (OLE)."""
    return data.startswith(_OLE)


class Archive:
    """A zip of which only what is asked for is unpacked; all errors are UnreadableInput. See ``opened``."""

    def __init__(self, packed: zipfile.ZipFile, name: str) -> None:
        self.name = name
        self._packed = packed
        self._members = {info.filename.replace("\\", "/"): info for info in packed.infolist() if not info.is_dir()}
        self._left = _TOTAL

    @property
    def members(self) -> tuple[str, ...]:
        """The names of the files in it, in its order, with ``/`` between folders."""
        return tuple(self._members)

    def __contains__(self, member: str) -> bool:
        return member in self._members

    def read(self, member: str) -> bytes:
        """The bytes of a member. Raises UnreadableInput where it is missing, encrypted, broken or too large."""
        info = self._members.get(member)
        if info is None:
            raise self._wrong(f"holds no {member}")
        if info.flag_bits & 1:
            raise self._wrong("is protected by a password: save it without one")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self._wrong(f"packs {member} in a way that is not read")
        if info.file_size > _MEMBER:
            raise self._wrong(f"holds {member} of {info.file_size >> 20} MB, more than {_MEMBER >> 20} MB")
        if info.file_size > _SMALL and info.file_size > _RATIO * info.compress_size:
            raise self._wrong(f"holds {member} packed more than {_RATIO} times smaller, as only a trap is")
        self._left -= info.file_size
        if self._left < 0:
            raise self._wrong(f"unpacks to more than {_TOTAL >> 20} MB")
        try:
            with self._packed.open(info) as file:  # read() without a size would unpack all before it looks at what was promised
                data = file.read(info.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
            raise self._wrong(f"is broken: {member} cannot be unpacked") from error
        if len(data) != info.file_size:
            raise self._wrong(f"is broken: {member} is cut off")
        return data

    def xml(self, member: str) -> etree._Element:
        """The root of an XML member, without comments and processing instructions."""
        return parsed(self.read(member), f"{self.name}: {member}")

    def _wrong(self, what: str) -> UnreadableInput:
        return UnreadableInput(f"{self.name} {what}")


class Parts:
    """Members that are already unpacked, with the manners of an Archive."""

    def __init__(self, members: Mapping[str, bytes], name: str) -> None:
        self.name = name
        self._members = members

    @property
    def members(self) -> tuple[str, ...]:
        return tuple(self._members)

    def __contains__(self, member: str) -> bool:
        return member in self._members

    def xml(self, member: str) -> etree._Element:
        return parsed(self._members[member], f"{self.name}: {member}")


def opened(data: bytes, name: str) -> Archive:
    """The archive in ``data``; ``name`` is what messages call it.

    Raises UnreadableInput, with one sentence, for what is no zip, for a broken one, and for one that holds too many members or
    a member whose name leads out of it.
    """
    if is_compound(data):
        raise UnreadableInput(f"{name} {next(what for stream, what in _STREAMS if stream.encode('utf-16-le') in data)}")
    if not data:
        raise UnreadableInput(f"{name} is empty")
    if data.count(b"PK\x01\x02") > _ENTRIES:  # before the directory is read: an entry is some bytes there and a kilobyte in memory
        raise UnreadableInput(f"{name} holds more than {_ENTRIES:,} files")
    try:
        archive = Archive(zipfile.ZipFile(BytesIO(data)), name)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        what = "is broken: its directory is missing" if data.startswith(b"PK\x03\x04") else "is no archive of XML (zip)"
        raise UnreadableInput(f"{name} {what}") from error
    for member in archive.members:
        if member.startswith("/") or member[1:2] == ":" or ".." in member.split("/"):
            raise UnreadableInput(f"{name} holds a file whose name leads out of it")
    return archive


def parsed(data: bytes, where: str) -> etree._Element:
    """The root of an XML file, without comments and processing instructions; ``where`` is what messages call the file.

    Raises UnreadableInput for XML that is broken, too large or too deep, or declares a document type (DTD).
    """
    from lxml import etree

    if len(data) > _MEMBER or max(data.count(b"<"), data.count(b"=")) > _TAGS:
        raise UnreadableInput(f"{where} is too large: more than {_TAGS:,} tags or {_MEMBER >> 20} MB")
    settings: dict[str, Any] = {"load_dtd": False, "no_network": True, "resolve_entities": False, "huge_tree": False}
    try:
        root = etree.fromstring(data, etree.XMLParser(remove_comments=True, remove_pis=True, **settings))
    except etree.XMLSyntaxError as error:
        what = str(error.msg or "no XML").partition(", line ")[0].strip()
        if "ntity" in what:
            raise UnreadableInput(f"{where} declares entities, which are not read") from None
        if "XML_PARSE_HUGE" in what or "limit" in what:
            raise UnreadableInput(f"{where} is too large or too deep") from None
        raise UnreadableInput(f"{where} is broken XML (line {error.lineno or 1}: {what})") from None
    except ValueError as error:
        raise UnreadableInput(f"{where} is no XML") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableInput(f"{where} declares a document type (DTD), which is not read")
    return root


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return _local(element.tag) if isinstance(element.tag, str) else ""


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    return tag[tag.find("}") + 1 :]
