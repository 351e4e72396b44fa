"""Where a report goes: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from mtaudit.errors import BadSetting

# A lone surrogate (a byte that could not be decoded) is written as \udcXX, which is also its escape in JSON.
ERRORS = "backslashreplace"


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
    from tempfile import NamedTemporaryFile

    target = Path(path)
    try:
        if target.exists() and not target.is_file():  # a device or a pipe; a folder says so itself
            with target.open("w", encoding="utf-8", errors=ERRORS) as stream:
                yield stream
            return
        beside = NamedTemporaryFile("w", encoding="utf-8", errors=ERRORS, dir=target.parent, prefix=".mtaudit-", delete=False)  # noqa: SIM115
    except (FileNotFoundError, PermissionError, IsADirectoryError, NotADirectoryError) as error:
        raise BadSetting(f"cannot write {path}: {(error.strerror or str(error)).lower()}") from None
    try:
        with beside:
            yield beside
        mask = os.umask(0)
        os.umask(mask)
        Path(beside.name).chmod(0o666 & ~mask)
        Path(beside.name).replace(target)
    except BaseException:
        Path(beside.name).unlink(missing_ok=True)
        raise
