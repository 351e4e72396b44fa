"""What there is to do: the files, and the parts of tables too big for one job."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from mtaudit.errors import UnreadableInput
from mtaudit.readers import FORMATS, Nothing, format_of
from mtaudit.readers.tables import parts

TOGETHER = 1 << 16
"""Small files share a job until they have so many bytes, so that handing out jobs costs little beside them."""
AT_MOST = 64
PART = 1 << 22
"""A table is cut into parts of about so many bytes."""


class Item(NamedTuple):
    """A file, or a part of a table.

    ``name`` is what its user calls it, ``path`` where it is, from the root. ``stamp`` begins with the size of the file and changes when the file does. ``error`` says
    why there is nothing to audit.
    """

    name: str
    path: str
    part: tuple[int, int] | None = None
    stamp: str = ""
    source: str | None = None
    error: str | None = None

    @property
    def size(self) -> int:
        """Bytes, as far as they are known; of a part about as many as there are."""
        if self.part is None:
            return int(self.stamp.split(".")[0] or 0)
        return PART

    @property
    def key(self) -> bytes:
        """What the journal calls it."""
        return blake2b(f"{self.name}\0{self.part}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


def items(found: Iterable[Path | Nothing], whole: bool = False) -> Iterator[Item]:
    """The items of the files, in their order. ``whole``: tables are not cut, because each is one text."""
    for path in found:
        if isinstance(path, Nothing):
            yield Item(path.path, path.path, error=str(path))
            continue
        name, real = str(path), str(path.absolute())
        form = format_of(name)
        try:
            info = path.stat()
        except (OSError, ValueError):
            yield Item(name, real)  # reading it says what is wrong
            continue
        stamp = f"{info.st_size}.{info.st_mtime_ns}"
        if FORMATS[form].shape == "rows":
            try:
                for part in [None] if whole else parts(path, form, PART):
                    yield Item(name, real, part, stamp)
            except UnreadableInput as error:
                yield Item(name, real, error=str(error))
        else:
            yield Item(name, real, None, stamp)


def tasks(items: Iterable[tuple[int, Item]]) -> Iterator[tuple[tuple[int, Item], ...]]:
    """Items, each with its place in the input, in jobs: a part of a table alone, small files together."""
    waiting: list[tuple[int, Item]] = []
    size = 0
    for place, item in items:
        own = item.size
        if waiting and (size + own > TOGETHER or len(waiting) >= AT_MOST):
            yield tuple(waiting)
            waiting, size = [], 0
        waiting.append((place, item))
        size += own
    if waiting:
        yield tuple(waiting)
