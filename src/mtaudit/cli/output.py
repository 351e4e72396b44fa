"""Where a report goes: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from errno import EISDIR
from pathlib import Path
from typing import IO, TextIO, TypeVar, cast

from mtaudit.errors import BadSetting

# A lone surrogate (a byte that could not be decoded) is written as \udcXX, which is also its escape in JSON.
ERRORS = "backslashreplace"
BESIDE = ".mtaudit-"
"""How the name of a file begins that is not whole yet."""

T = TypeVar("T")


@contextmanager
def output(path: str | None) -> Iterator[IO[str]]:
    """A text stream in UTF-8. A file is written beside its place and moved there when all is written.

    Raises BadSetting where no file can be made.
    """
    if path is None or path == "-":
        reconfigure = getattr(sys.stdout, "reconfigure", None)
        if reconfigure is not None:  # a captured stream of a test has none
            reconfigure(encoding="utf-8", errors=ERRORS)
        yield sys.stdout
        return
    target = Path(path)
    if target.exists() and not target.is_file() and not target.is_dir():  # a device or a pipe
        with _opened(path, lambda: target.open("w", encoding="utf-8", errors=ERRORS)) as stream:
            yield stream
        return
    beside = None
    try:
        beside = _opened(path, lambda: _temporary(target))
        with beside:
            yield beside
        mask = os.umask(0)
        os.umask(mask)
        Path(beside.name).chmod(0o666 & ~mask)
        Path(beside.name).replace(target)
    except BaseException:
        if beside is not None:
            Path(beside.name).unlink(missing_ok=True)
        raise


def output_bytes(path: str | None, data: bytes) -> None:
    """Writes bytes to where ``output`` would write text, and as ``output`` does."""
    with output(path) as stream:
        stream.flush()
        cast(TextIO, stream).buffer.write(data)


def _temporary(target: Path) -> IO[str]:
    from tempfile import NamedTemporaryFile

    if target.is_dir():
        raise IsADirectoryError(EISDIR, "it is a folder")
    return NamedTemporaryFile("w", encoding="utf-8", errors=ERRORS, dir=target.parent, prefix=BESIDE, delete=False)


def _opened(path: str, opening: Callable[[], T]) -> T:
    try:
        return opening()
    except OSError as error:
        raise BadSetting(f"cannot write {path}: {(error.strerror or str(error)).lower()}") from None
