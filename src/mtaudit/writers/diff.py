"""A unified diff that ``patch -p1`` and ``git apply`` take, and a terminal can show.

What could command a terminal (escapes, control characters, changes of direction) and bytes that could not be decoded are
written as pictures. A diff of lines that hold such characters can be read, and ``patch`` refuses it.
"""

from __future__ import annotations

import os
import re
from functools import cache
from typing import TYPE_CHECKING

from mtaudit.writers.pipeline import relative
from mtaudit.writers.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

STYLES = {"-": "red", "+": "green", "@": "cyan"}
NO_END = "\\ No newline at end of file\n"


def write(old: str, new: str, name: str) -> Iterator[str]:
    """The lines of the diff, each with its end; none where nothing differs. Lines of a file with CRLF end in CRLF."""
    from difflib import unified_diff

    if old == new:
        return
    path = relative(name).lstrip("/")
    for line in unified_diff(_lines(old), _lines(new), _name(f"a/{path}"), _name(f"b/{path}")):
        yield line if line.endswith("\n") else f"{line}\n{NO_END}"


def styled(lines: Iterator[str]) -> Iterator[Text]:
    """The lines for a terminal: coloured, with every character that cannot be seen as a picture."""
    from rich.text import Text

    for number, line in enumerate(lines):
        style = "bold" if number < 2 else STYLES.get(line[0], "")
        yield Text(line[0] + visible(line[1:].rstrip("\r\n")), style)


def _lines(text: str) -> list[str]:
    """The physical lines with their ends, harmless; the end of a line that CR alone ends is a picture and LF."""
    whole = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)
    return [_harmless(line) for line in whole]


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
