"""Which file belongs to which: the reference, the baseline or the source of a text, by name."""

from __future__ import annotations

import re
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from mtaudit.errors import BadSetting, UnreadableInput
from mtaudit.files import reason

if TYPE_CHECKING:
    from collections.abc import Sequence


class Companions:
    """The files that were given for the texts of ``paths``; ``what`` they are is said in errors (``reference``).

    One text alone, standard input too, takes every file that is given. Otherwise a text takes the file of its name from each
    argument, or else the one whose name differs in the language and the format only (``a.ko.txt`` and ``a.en.md``). Of files
    of one name in several folders it takes the one whose folders are called like its own.
    """

    def __init__(self, paths: Sequence[str], given: Sequence[str], what: str) -> None:
        from mtaudit.readers import Nothing, expand

        self.what = what
        self.alone = len(paths) == 1 and (paths[0] == "-" or next(expand(paths)) == Path(paths[0]))
        self.groups: list[_Group] = []
        for argument in given:
            if not argument:
                raise BadSetting(f"the {what} has no name")
            files: list[Path] = []
            for found in expand([argument]):
                if isinstance(found, Nothing):
                    raise found
                try:
                    found.stat()
                except (OSError, ValueError) as error:
                    raise UnreadableInput(f"{found} cannot be read: {reason(error)}") from None
                files.append(found)
            self.groups.append(_Group(files))

    def of(self, name: str) -> list[Path]:
        """The files for one text. Raises UnreadableInput where there is none, or a choice."""
        chosen = [file for group in self.groups for file in self._from(group, Path(name))]
        if not chosen:
            raise UnreadableInput(f"{name} has no {self.what}: none of the files given for it has its name")
        return chosen

    def _from(self, group: _Group, text: Path) -> list[Path]:
        if self.alone and len(group.files) == 1:
            return group.files
        same = group.by_name.get(text.name) or group.by_bare_name.get(_bare(text.name), [])
        if len(same) > 1:
            alike = [_shared_tail(f, text) for f in same]
            same = [f for f, n in zip(same, alike, strict=True) if n == max(alike)]
        if len(same) > 1:
            more = f" and {len(same) - 2} more" if len(same) > 2 else ""
            raise UnreadableInput(f"{text} has more than one {self.what}: {same[0]}, {same[1]}{more}")
        return same


class _Group:
    """The files of one argument, and those of each name."""

    def __init__(self, files: list[Path]) -> None:
        self.files = files
        self.by_name: dict[str, list[Path]] = {}
        self.by_bare_name: dict[str, list[Path]] = {}
        for file in files:
            self.by_name.setdefault(file.name, []).append(file)
            self.by_bare_name.setdefault(_bare(file.name), []).append(file)


def _bare(name: str) -> str:
    """A file's name without its suffix and its language: ``a`` of ``a.ko.txt``."""
    return re.sub(r"\.[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*$", "", Path(name).stem)


def _shared_tail(one: Path, other: Path) -> int:
    """How many of the last folders of two files are called the same."""
    folders = zip(reversed(one.parent.parts), reversed(other.parent.parts), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], folders))
