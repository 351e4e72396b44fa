"""Which files a command line means: files, folders, patterns."""

from __future__ import annotations

import os
import re
import stat
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mtaudit.errors import UnreadableInput
from mtaudit.files import reason
from mtaudit.readers.formats import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pathspec import GitIgnoreSpec

_MAGIC = frozenset("*?[")
_OURS = re.compile(rb'\{\s*"schema": "mtaudit-batch/')
"""How the manifest of a folder begins that ``mtaudit batch`` wrote."""


class Nothing(UnreadableInput):
    """A folder or a pattern that gives no file; ``path`` is what was asked for."""

    def __init__(self, path: str | Path, why: str) -> None:
        super().__init__(f"{path} {why}")
        self.path = str(path)


def expand(paths: Sequence[str]) -> Iterator[Path | Nothing]:
    """The files that ``paths`` mean, each once, in the order of ``paths``, a folder's sorted by name.

    A folder is searched with all its folders, links to folders left out; what ``.gitignore`` files rule out, ``.git``, and folders
    that hold a report of ``mtaudit batch`` are skipped. A path that does not exist is taken as a pattern (``*``, ``?``, ``[…]``, ``**``). A folder or a pattern
    that gives no file is not raised but yielded, so that the others are still searched; whether a file that was named
    exists is seen when it is read.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _one(path):
            if isinstance(found, Path):
                real = _real(found)
                if real in seen:
                    continue
                seen.add(real)
            yield found


def _real(path: Path) -> str:
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return str(path)


def _one(path: str) -> Iterator[Path | Nothing]:
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError):
        if not _MAGIC.isdisjoint(path):
            yield from _matching(path)
        else:
            yield Path(path)
        return
    if stat.S_ISDIR(mode):
        files = _walk(Path(path))
        first = next(files, None)
        if first is None:
            yield Nothing(path, f"holds no {', '.join(SUFFIXES)} file")
        else:
            yield first
            yield from files
    else:
        yield Path(path)


def _matching(pattern: str) -> Iterator[Path | Nothing]:
    parts = Path(pattern).parts
    magic = next(i for i, part in enumerate(parts) if not _MAGIC.isdisjoint(part))
    base, rest = Path(*parts[:magic]), [*parts[magic:]]
    everything = rest[-1].strip("*") == ""
    if rest[-1] == "**":
        rest.append("*")
    dotted = any(part.startswith(".") for part in rest)
    try:
        found = sorted(p for p in base.glob("/".join(rest)) if dotted or not _hidden(p.relative_to(base)))
    except (OSError, ValueError, NotImplementedError, re.error) as error:
        yield Nothing(pattern, f"is no pattern of files: {error}")
        return
    report = cache(_is_report)
    inside = len(base.parts)
    files = [
        p
        for p in found
        if p.is_file()
        and (not everything or p.suffix.lower() in SUFFIXES)
        and not any(report(f) for f in p.parents if len(f.parts) > inside)
    ]
    if not files:
        yield Nothing(pattern, "matches no file")
    yield from files


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


# Folders


class _Ignored:
    """A ``.gitignore`` file: the folder that its patterns are relative to, and the patterns."""

    def __init__(self, folder: str, spec: GitIgnoreSpec) -> None:
        self.folder = folder
        self.spec = spec

    def says(self, path: str, is_folder: bool) -> bool | None:
        """True if the file rules ``path`` out, False if it lets it in again, None if it is silent."""
        inside = os.path.relpath(path, self.folder).replace(os.sep, "/")
        return self.spec.check_file(inside + "/" if is_folder else inside).include


def _walk(top: Path) -> Iterator[Path | Nothing]:
    above = _above(os.path.realpath(top))
    if _ruled_out(above, os.path.realpath(top), True):
        above = []
    yield from _folder(top, os.path.realpath(top), above)


def _folder(folder: Path, real: str, ignored: list[_Ignored]) -> Iterator[Path | Nothing]:
    try:
        with os.scandir(folder) as entries:
            listing = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield Nothing(folder, f"cannot be opened: {reason(error)}")
        return
    ignored = [*ignored, *_own(real)] if any(entry.name == ".gitignore" for entry in listing) else ignored
    for entry in listing:
        path = f"{real}{os.sep}{entry.name}"
        if _is_folder(entry):
            if entry.name != ".git" and not _ruled_out(ignored, path, True) and not _is_report(Path(path)):
                yield from _folder(folder / entry.name, path, ignored)
        elif entry.name.lower().endswith(SUFFIXES) and _is_file(entry) and not _ruled_out(ignored, path, False):
            yield folder / entry.name


def _is_report(folder: Path) -> bool:
    """Whether ``mtaudit batch`` wrote it: its pages are no texts."""
    try:
        with (folder / "manifest.json").open("rb") as file:
            return _OURS.match(file.read(64)) is not None
    except OSError:
        return False


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:
        return False


def _ruled_out(ignored: Iterable[_Ignored], path: str, is_folder: bool) -> bool:
    """As git has it: the pattern that is nearest to the file decides."""
    for patterns in reversed([*ignored]):
        said = patterns.says(path, is_folder)
        if said is not None:
            return said
    return False


def _above(folder: str) -> list[_Ignored]:
    """The ``.gitignore`` files between a folder and the repository that holds it, from the outermost."""
    parents = [*Path(folder).parents]
    inside = Path(folder, ".git").exists()
    root = None if inside else next((i for i, parent in enumerate(parents) if (parent / ".git").exists()), None)
    return [] if root is None else [spec for parent in reversed(parents[: root + 1]) for spec in _own(str(parent))]


def _own(folder: str) -> list[_Ignored]:
    try:
        lines = Path(folder, ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    from pathspec import GitIgnoreSpec

    try:
        return [_Ignored(folder, GitIgnoreSpec.from_lines(lines))]
    except ValueError:
        return [_Ignored(folder, GitIgnoreSpec.from_lines(filter(_is_pattern, lines)))]


def _is_pattern(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True
