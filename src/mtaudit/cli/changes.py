"""What changed against a git revision: files and lines, as git says."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mtaudit.errors import BadSetting

if TYPE_CHECKING:
    from mtaudit.report import Finding

_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.M)


class Changes:
    """The lines that changed since a revision, in the working tree; a file that git does not know is new as a whole.

    Raises BadSetting where the folder is no work tree of git or the revision does not exist.
    """

    def __init__(self, ref: str) -> None:
        self.ref = ref
        self.root = Path(_git("rev-parse", "--show-toplevel").strip())
        _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}", sentence=f"git knows no revision {ref!r}")
        self.files = set(_names("diff", "--name-only", "--no-renames", "--diff-filter=d", "-z", ref, "--", cwd=self.root))
        self.new = set(_names("ls-files", "--others", "--exclude-standard", "-z", cwd=self.root))

    def _name(self, path: Path) -> str | None:
        try:
            return path.resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            return None

    def touched(self, path: Path) -> bool:
        """Whether anything of a file changed."""
        name = self._name(path)
        return name in self.files or name in self.new

    def concerns(self, path: Path, finding: Finding) -> bool:
        """Whether a finding stands in a line that changed, or one of its related places does."""
        name = self._name(path)
        if name is None or name in self.new:
            return True
        lines = _changed(self.root, self.ref, name)
        places = [finding.place, *[related.place for related in finding.related]]
        return any(first <= place.end_line and place.line <= last for place in places for first, last in lines)


@cache
def _changed(root: Path, ref: str, name: str) -> tuple[tuple[int, int], ...]:
    """First and last line of each stretch of a file that is new or other than it was."""
    diff = _git("diff", "--no-ext-diff", "--no-color", "--no-renames", "--unified=0", ref, "--", f":(top,literal){name}", cwd=root)
    spans = ((int(m[1]), int(m[2] or 1)) for m in _HUNK.finditer(diff))
    return tuple((first, first + count - 1) for first, count in spans if count)


def _names(*arguments: str, cwd: Path) -> list[str]:
    return [name for name in _git(*arguments, cwd=cwd).split("\0") if name]


def _git(*arguments: str, cwd: Path | None = None, sentence: str = "") -> str:
    try:
        done = subprocess.run(["git", *arguments], cwd=cwd, capture_output=True, check=False)
    except FileNotFoundError:
        raise BadSetting("--changed needs git, which is not installed") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise BadSetting(sentence or f"--changed: git says {said[-1] if said else 'no'}")
    return done.stdout.decode("utf-8", "surrogateescape")
