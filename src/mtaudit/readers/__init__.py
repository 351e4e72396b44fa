"""Bytes to Documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from mtaudit.document import Document
from mtaudit.errors import UnreadableInput
from mtaudit.readers import markdown, text


def expand(paths: Sequence[str]) -> Iterator[Path | UnreadableInput]:
    yield from map(Path, paths)


def read_bytes(data: bytes, name: str, encoding: str | None = None, format: str | None = None) -> Document:
    return (markdown if name.endswith(".md") else text).read(data.decode(encoding or "utf-8"), name)


def read_file(path: Path, encoding: str | None = None, format: str | None = None) -> Document:
    return read_bytes(path.read_bytes(), str(path), encoding)
