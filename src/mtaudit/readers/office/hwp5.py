"""HWP 5, Hancom's binary format: its parts as HWPX has them, by python-hwpx."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from mtaudit.errors import UnreadableInput
from mtaudit.readers.office.archive import Parts

if TYPE_CHECKING:
    from hwpx.hwp5.cfb import CompoundFile

_UNPACKED = 1 << 23
"""Bytes of all texts of a document, about 10,000 a page. The converter takes 250 times as much memory at worst."""
_RATIO = 60
"""How many times smaller these texts may be packed; documents are packed 4 to 20 times smaller."""
_SMALL = 1 << 20
"""Bytes of texts whose ratio does no harm."""
_REASONS = {
    "hwp5-password": "is protected by a password: save it without one",
    "hwp5-distribution": "is a copy for distribution (배포용 문서), whose text is encrypted",
    "hwp5-drm": "is encrypted (DRM)",
    "hwp5-limit-exceeded": "is too large",
}


def parts(data: bytes, name: str) -> Parts:
    """The members that an HWPX file of the same document would have. Raises UnreadableInput."""
    from hwpx.errors import Hwp5Error
    from hwpx.hwp5.cfb import CompoundFile
    from hwpx.hwp5.package import convert

    try:
        compound = CompoundFile(data)
        if not compound.has_stream("FileHeader"):
            raise UnreadableInput(f"{name} is no HWP document, but a compound file (OLE) of another program")
        packed, unpacked = _sizes(compound)
        if unpacked > _UNPACKED:
            raise UnreadableInput(f"{name} is too large: its text unpacks to more than {_UNPACKED >> 20} MB")
        if unpacked > max(_SMALL, _RATIO * packed):
            raise UnreadableInput(f"{name} holds text packed more than {_RATIO} times smaller, as only a trap is")
        return Parts(convert(data).files, name)
    except Hwp5Error as error:
        raise UnreadableInput(f"{name} {_REASONS.get(error.code, 'is a broken HWP document')}") from error
    except (UnreadableInput, RecursionError, MemoryError):
        raise
    except Exception as error:  # what a broken record makes of the converter is an exception of any kind
        raise UnreadableInput(f"{name} is a broken HWP document") from error


def _sizes(compound: CompoundFile) -> tuple[int, int]:
    """Bytes of the document's texts, packed and unpacked, the latter only a little farther than the limit."""
    packed = unpacked = 0
    for path in compound.stream_paths():
        if path == "DocInfo" or path.startswith(("BodyText/", "ViewText/")):
            data = compound.read(path)
            packed += len(data)
            try:
                unpacked += len(zlib.decompressobj(-15).decompress(data, _UNPACKED + 1))
            except zlib.error:  # not packed, or broken: the converter tells which
                unpacked += len(data)
            if unpacked > _UNPACKED:
                break
    return packed, unpacked
