"""A unified diff that ``patch -p1`` and ``git apply`` take, and a terminal can show.

What could command a terminal (escapes, control characters, changes of direction) and bytes that could not be decoded are
written as pictures. A diff of lines that hold such characters can be read, and ``patch`` refuses it.
"""

from __future__ import annotations

import os
import re
from difflib import SequenceMatcher
from functools import cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Literal

from mtaudit.writers.pipeline import relative
from mtaudit.writers.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.text import Text

STYLES = {"-": "red", "+": "green", "@": "cyan"}
NO_END = "\\ No newline at end of file\n"

Change = tuple[Literal["replace", "delete", "insert", "equal"], int, int, int, int]


def write(old: str, new: str, name: str) -> Iterator[str]:
    """The lines of the diff, each with its end; none where nothing differs. Lines of a file with CRLF end in CRLF."""
    if old == new:
        return
    a, b = _lines(old), _lines(new)
    path = relative(name).lstrip("/")
    yield f"--- {_name(f'a/{path}')}\n"
    yield f"+++ {_name(f'b/{path}')}\n"
    for hunk in _Matcher(a, b).get_grouped_opcodes():
        yield f"@@ -{_range(hunk[0][1], hunk[-1][2])} +{_range(hunk[0][3], hunk[-1][4])} @@\n"
        for kind, start, end, there, until in hunk:
            if kind == "equal":
                yield from _marked(" ", a[start:end])
            else:
                yield from _marked("-", a[start:end])
                yield from _marked("+", b[there:until])


class _Matcher(SequenceMatcher[str]):
    """Matches texts with equally many lines line by line: corrections rarely change where a line ends.

    ``SequenceMatcher`` takes minutes where a long text has many changes.
    """

    def __init__(self, a: Sequence[str], b: Sequence[str]) -> None:
        super().__init__(None, a, b)
        self._pair = a, b

    def get_opcodes(self) -> list[Change]:
        a, b = self._pair
        if len(a) != len(b):
            return super().get_opcodes()
        runs: list[Change] = []
        for same, lines in groupby(range(len(a)), lambda i: a[i] == b[i]):
            start, *more = lines
            end = more[-1] + 1 if more else start + 1
            runs.append(("equal" if same else "replace", start, end, start, end))
        return runs


def _range(start: int, end: int) -> str:
    return f"{start + 1 if end > start else start},{end - start}"


def _marked(mark: str, lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield mark + line if line.endswith("\n") else f"{mark}{line}\n{NO_END}"


def styled(lines: Iterable[str]) -> Iterator[Text]:
    """The lines for a terminal: coloured, the words that differ reversed, what cannot be seen as pictures."""
    from rich.text import Text

    rows = [row[0] + visible(row[1:]) for row in "".join(lines).splitlines()]
    for head in rows[:2]:
        yield Text(head, "bold")
    blocks = [[Text(row, STYLES.get(mark, "")) for row in block] for mark, block in groupby(rows[2:], lambda row: row[0])]
    for block, following in pairwise(blocks):
        if block[0].plain[0] + following[0].plain[0] == "-+" and len(block) == len(following):
            for old, new in zip(block, following, strict=True):
                _point_out(old, new)
    for block in blocks:
        yield from block


def _point_out(old: Text, new: Text) -> None:
    """Reverses the words of two lines that differ."""
    a, b = _words(old.plain), _words(new.plain)
    matcher = SequenceMatcher(None, [m[0] for m in a], [m[0] for m in b], autojunk=False)
    for kind, start, end, there, until in matcher.get_opcodes():
        for line, words in ((old, a[start:end]), (new, b[there:until])):
            if kind != "equal" and words:
                line.stylize("reverse", words[0].start(), words[-1].end())


def _words(row: str) -> list[re.Match[str]]:
    """The words of a row of the diff and the blanks between them, without its mark."""
    return [*re.compile(r"\s+|\S+").finditer(row, 1)]


def _lines(text: str) -> list[str]:
    """The physical lines with their ends, harmless; the end of a line that CR alone ends is a picture and LF."""
    return [_harmless(line) for line in re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)]


@cache
def _commands() -> re.Pattern[str]:
    return re.compile("\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def _harmless(line: str) -> str:
    shown = _commands().sub(lambda match: visible(match[0]), line)
    return shown + "\n" if line.endswith("\r") else shown


def _name(path: str) -> str:
    """As git writes a name: between quotation marks with octal escapes where it could be misread."""
    if visible(path) == path and not set('"\\') & set(path):
        return f"{path}\t" if " " in path else path
    octal = (chr(byte) if 32 <= byte < 127 and chr(byte) not in '"\\' else f"\\{byte:03o}" for byte in os.fsencode(path))
    return f'"{"".join(octal)}"'
