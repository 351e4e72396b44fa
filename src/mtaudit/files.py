"""The bytes of a file, or one sentence that says why they cannot be had."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mtaudit.errors import UnreadableInput

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO


def content(path: str | Path) -> bytes:
    """All bytes of a file. Raises UnreadableInput, with one sentence that says which file and why."""
    with _told(path):
        return Path(path).read_bytes()


def opened(path: str | Path) -> BinaryIO:
    """A file, open to read its bytes. Raises UnreadableInput as ``content`` does."""
    with _told(path):
        return Path(path).open("rb")


@contextmanager
def _told(path: str | Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise UnreadableInput(f"{path} does not exist") from None
    except IsADirectoryError:
        raise UnreadableInput(f"{path} is a folder, not a file") from None
    except PermissionError:
        raise UnreadableInput(f"{path} may not be read: permission denied") from None
    except (OSError, ValueError) as error:
        raise UnreadableInput(f"{path} cannot be read: {reason(error)}") from error


def reason(error: OSError | ValueError) -> str:
    """The system's words for an error."""
    return (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)
