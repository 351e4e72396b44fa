"""Archives from anybody: what is hostile, broken, locked or something else ends in one sentence, soon and in little memory."""

from __future__ import annotations

import io
import random
import re
import struct
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable

import docx
import pytest
from hwpx import HwpxDocument
from hwpx.hwp5.cfb import build_compound_file
from hwpx.hwp5.fileheader import FileHeader

from mtaudit import readers
from mtaudit.errors import UnreadableInput
from mtaudit.readers.office.archive import opened, parsed

MAIN = "word/document.xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def packed(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def word() -> bytes:
    out = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("정부는 다음 달 10일 회의를 연다고 밝혔다.")
    document.save(out)
    return out.getvalue()


def hangul(format: str) -> bytes:
    document = HwpxDocument.new()
    document.paragraphs[0].text = "정부는 다음 달 10일 회의를 연다고 밝혔다."
    return document.to_bytes(format=format)  # type: ignore[arg-type]


def refused(data: bytes, name: str) -> str:
    """The sentence; the time and memory that it took are looked at."""
    tracemalloc.start()
    begun = time.monotonic()
    with pytest.raises(UnreadableInput) as caught:
        list(readers.documents(data, name))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert time.monotonic() - begun < 10
    assert peak < 300 << 20
    said = str(caught.value)
    assert said.startswith(name) and "\n" not in said
    return said


def with_flag(data: bytes, bit: int) -> bytes:
    """The archive with a flag set for all members, in their own headers and in the directory."""
    flagged = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = flagged.find(mark)
        while at >= 0:
            flags = struct.unpack_from("<H", flagged, at + offset)[0]
            struct.pack_into("<H", flagged, at + offset, flags | bit)
            at = flagged.find(mark, at + 4)
    return bytes(flagged)


def understated(data: bytes, size: int) -> bytes:
    """The archive with another unpacked size for its only member."""
    forged = bytearray(data)
    struct.pack_into("<I", forged, forged.find(b"PK\x03\x04") + 22, size)
    struct.pack_into("<I", forged, forged.find(b"PK\x01\x02") + 24, size)
    return bytes(forged)


def body(inner: bytes) -> dict[str, bytes]:
    return {MAIN: b"<w:document " + W.encode() + b"><w:body>" + inner + b"</w:body></w:document>"}


LAUGHS = (
    b"<!DOCTYPE a [<!ENTITY l0 'lol'>"
    + b"".join(b"<!ENTITY l%d '%b'>" % (i, b"&l%d;" % (i - 1) * 10) for i in range(1, 10))
    + b"]>"
)
XML = {
    "laughs": (LAUGHS + b"<a>&l9;</a>", "declares"),
    "laughs in an attribute": (LAUGHS + b"<a b='&l9;'/>", "declares"),
    "an external entity": (b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>", "declares"),
    "an external DTD": (b"<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><a/>", "declares a document type"),
    "a parameter entity": (b"<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/'> %p;]><a/>", "declares"),
    "wide": ("<!DOCTYPE a []><a/>".encode("utf-16"), "declares a document type"),
    "deep": (b"<a>" * 100_000, "too large or too deep"),
    "many attributes": (b"<a " + b" ".join(b"a%d='1'" % i for i in range(1_000_000)) + b"/>", "too large or too deep"),
    "many tags": (b"<a>" + b"<b/>" * 3_000_001 + b"</a>", "too large"),
    "cut off": (b"<a><b>", "broken XML"),
    "no XML": (b"PK", "broken XML"),
    "nothing": (b"", "XML"),
}  # fmt: skip


@pytest.mark.parametrize("name", XML)
def test_hostile_xml(name: str) -> None:
    data, said = XML[name]
    begun = time.monotonic()
    with pytest.raises(UnreadableInput, match=said) as caught:
        parsed(data, "a.xml")
    assert str(caught.value).startswith("a.xml ")
    assert time.monotonic() - begun < 5


ARCHIVES: dict[str, tuple[Callable[[], bytes], str]] = {
    "a bomb": (lambda: packed({MAIN: b" " * (60 << 20)}), "a trap"),
    "a large member": (lambda: packed({MAIN: b" " * (65 << 20)}), "more than 64 MB"),
    "a bomb that tells less": (lambda: understated(packed({MAIN: b" " * (200 << 20)}), 1000), "broken"),
    "many members": (lambda: packed({f"{i}": b"" for i in range(20_001)}, zipfile.ZIP_STORED), "20,000 files"),
    "a name that leads out": (lambda: packed(body(b"") | {"../../evil": b""}), "leads out"),
    "an absolute name": (lambda: packed(body(b"") | {"/etc/passwd": b""}), "leads out"),
    "a drive": (lambda: packed(body(b"") | {"C:\\evil": b""}), "leads out"),
    "encrypted members": (lambda: with_flag(word(), 1), "protected by a password"),
    "another packing": (lambda: packed(body(b""), zipfile.ZIP_BZIP2), "not read"),
    "cut off": (lambda: word()[:-200], "directory is missing"),
    "damaged": (lambda: packed(body(b"<w:p/>"), zipfile.ZIP_STORED).replace(b"<w:p/>", b"<w:q/>", 1), "is broken: word/document.xml"),
    "another archive": (lambda: packed({"a.txt": b"a"}), "is no "),
    "an archive in an archive": (lambda: packed({"word/document.docx": word()}), "is no "),
    "a text": (lambda: "글이다.".encode(), "is no archive"),
    "nothing": (lambda: b"", "is empty"),
    "deep": (lambda: packed(body(b"<w:sdt><w:sdtContent>" * 900 + b"</w:sdtContent></w:sdt>" * 900)), "too deep|broken XML"),
    "entities": (lambda: packed({MAIN: LAUGHS + b"<a>&l9;</a>"}), "declares"),
}  # fmt: skip


@pytest.mark.parametrize("name", ARCHIVES)
def test_hostile_archives(name: str) -> None:
    made, said = ARCHIVES[name]
    data = made()
    assert re.search(said, refused(data, "a.docx"))


def test_members_are_counted_together() -> None:
    archive = opened(packed({f"{i}": b"x" * (50 << 20) for i in range(6)}, zipfile.ZIP_STORED), "a.epub")
    with pytest.raises(UnreadableInput, match="unpacks to more than 256 MB"):
        for member in archive.members:
            archive.read(member)
    assert member == "5"


def test_what_is_asked_for_must_be_there() -> None:
    archive = opened(packed({"a\\b.xml": b"<a/>"}), "a.epub")
    assert archive.members == ("a/b.xml",)
    assert archive.xml("a/b.xml").tag == "a"
    with pytest.raises(UnreadableInput, match=r"^a\.epub holds no c\.xml$"):
        archive.read("c.xml")


def compound(*streams: str) -> bytes:
    return build_compound_file([(stream, b"x" * 5000) for stream in streams])


def locked(flag: int) -> bytes:
    header = FileHeader((5, 1, 1, 0), 1 | flag)
    return build_compound_file([("FileHeader", header.to_bytes()), ("DocInfo", b""), ("BodyText/Section0", b"")])


def swollen(size: int) -> bytes:
    section = zlib.compress(bytes(size), 9)[2:-4]
    header = FileHeader((5, 1, 1, 0), 1)
    return build_compound_file([("FileHeader", header.to_bytes()), ("DocInfo", b"\x03\0"), ("BodyText/Section0", section)])


LOCKED = '<m xmlns="x"><file-entry><encryption-data/></file-entry></m>'


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (compound("EncryptionInfo", "EncryptedPackage"), "a.docx", "is protected by a password: save it without one"),
        (compound("WordDocument", "1Table"), "a.docx", "is a document of Word 97–2003 (.doc): save it as .docx"),
        (compound("Workbook"), "a.docx", "is a compound file (OLE), not an archive of XML"),
        (hangul("hwp"), "a.docx", "is an HWP document: read it as hwpx"),
        (compound("WordDocument"), "a.hwp", "is no HWP document, but a compound file (OLE) of another program"),
        (locked(2), "a.hwp", "is protected by a password: save it without one"),
        (locked(4), "a.hwp", "is a copy for distribution (배포용 문서), whose text is encrypted"),
        (locked(16), "a.hwp", "is encrypted (DRM)"),
        (swollen(9 << 20), "a.hwp", "is too large: its text unpacks to more than 8 MB"),
        (swollen(3 << 20), "a.hwp", "holds text packed more than 60 times smaller, as only a trap is"),
        (hangul("hwp")[:3000], "a.hwp", "is a broken HWP document"),
        (b"HWP Document File V3.00 \x1a\1\2\3\4\5", "a.hwp", "is a document of HWP 3 (before 2000): save it as HWPX"),
        (b"<?xml version='1.0'?><HWPML/>", "a.hwp", "is HWPML: save it as HWPX"),
        (packed({"META-INF/manifest.xml": LOCKED.encode()}), "a.hwpx", "is protected by a password: save it without one"),
        (word(), "a.hwpx", "is no HWPX file: it holds no section"),
        (hangul("hwpx"), "a.docx", "is no DOCX file: it holds no document of Word"),
        (compound("WordDocument"), "a.doc", "is not a text file"),
    ],
)
def test_other_and_locked_files_are_told_apart(data: bytes, name: str, said: str) -> None:
    assert refused(data, name) == f"{name} {said}"


def test_the_bytes_tell_hwp_from_hwpx() -> None:
    for format, name in (("hwpx", "a.hwp"), ("hwp", "a.hwpx")):
        assert readers.read_bytes(hangul(format), name).text == "정부는 다음 달 10일 회의를 연다고 밝혔다."


@pytest.mark.parametrize(("data", "name"), [(word(), "a.docx"), (hangul("hwpx"), "a.hwpx"), (hangul("hwp"), "a.hwp")])
def test_damaged_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    chance = random.Random(7)
    for _ in range(60):
        damaged = bytearray(data)
        for _ in range(chance.choice((1, 5, 50))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        try:
            readers.read_bytes(bytes(damaged[: chance.choice((None, len(data) // 2, -30))]), name)
        except UnreadableInput as error:
            assert "\n" not in str(error)
