"""What changed against a git revision: files and lines, as git says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mtaudit.errors import BadSetting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtaudit.report import Finding

    Spans = tuple[tuple[int, int], ...]

_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.M)
_NO_LINES = re.compile(r"^Binary files ", re.M)
_AS_TOLD = ("--no-ext-diff", "--no-textconv", "--no-color", "--find-renames", "--unified=0", "--inter-hunk-context=0")
"""A diff as git makes it, whatever is configured."""


class Changes:
    """The lines that changed since a revision, in the working tree; a file that git does not know is new as a whole.

    A file that was renamed is compared with what it was. Files of a submodule are not looked at: another repository has their history.
    Raises BadSetting where the folder is no work tree of git or the revision does not exist.
    """

    def __init__(self, ref: str) -> None:
        self.ref = ref
        self.root = Path(_git("rev-parse", "--show-toplevel").removesuffix("\n")).resolve()
        if _run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}").returncode:
            shallow = _git("rev-parse", "--is-shallow-repository").strip() == "true"
            raise BadSetting(f"git knows no revision {ref!r}" + ("; this clone is shallow: fetch its history" if shallow else ""))
        self._before = dict(self._names())
        self._known = frozenset(_git("ls-files", "--recurse-submodules", "-z", cwd=self.root).split("\0"))
        self._lines: dict[str, Spans] = {}

    def _names(self) -> Iterator[tuple[str, str]]:
        """The names of the files that changed, now and before."""
        said = iter(
            _git("diff", "--name-status", "--find-renames", "--diff-filter=d", "-z", self.ref, "--", cwd=self.root).split("\0")
        )
        for status in said:
            if status:
                before = next(said)
                yield next(said) if status.startswith("R") else before, before

    def _name(self, path: Path) -> str | None:
        try:
            return path.resolve().relative_to(self.root).as_posix()
        except ValueError:
            return None

    def touched(self, path: Path) -> bool:
        """Whether anything of a file changed."""
        name = self._name(path)
        return name in self._before or name not in self._known

    def concerns(self, path: Path, finding: Finding) -> bool:
        """Whether a finding stands in a line that changed, or one of its related places does."""
        name = self._name(path)
        if name is None or name not in self._before:
            return True
        if name not in self._lines:
            self._lines[name] = self._changed(name)
        places = [finding.place, *[related.place for related in finding.related]]
        return any(first <= place.end_line and place.line <= last for place in places for first, last in self._lines[name])

    def _changed(self, name: str) -> Spans:
        """First and last line of each stretch of a file that is new or other than it was; all of what git takes for binary, as UTF-16."""
        names = (f":(top,literal){name}" for name in {self._before[name], name})
        diff = _git("diff", *_AS_TOLD, self.ref, "--", *names, cwd=self.root)
        if _NO_LINES.search(diff):
            return ((1, sys.maxsize),)
        spans = ((int(m[1]), int(m[2] or 1)) for m in _HUNK.finditer(diff))
        return tuple((first, first + count - 1) for first, count in spans if count)


def _git(*arguments: str, cwd: Path | None = None) -> str:
    done = _run(*arguments, cwd=cwd)
    if done.returncode:
        said = done.stderr.decode(errors="replace").splitlines()
        why = next((line for line in said if line.startswith("fatal: ")), "".join(said[-1:]))
        raise BadSetting(f"--changed: git says {why.removeprefix('fatal: ') or 'no'}")
    return done.stdout.decode("utf-8", "surrogateescape")


def _run(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], cwd=cwd, capture_output=True, check=False)
    except FileNotFoundError:
        raise BadSetting("--changed needs git, which is not installed") from None
