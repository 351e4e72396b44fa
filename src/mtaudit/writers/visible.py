"""Text of a file, made fit for a terminal: nothing in it is obeyed, and nothing in it is invisible."""

from __future__ import annotations

import re
from functools import cache

_CONTROL_PICTURES = 0x2400


@cache
def _unseen() -> re.Pattern[str]:
    # C0, C1, blanks that look like a space, zero-width characters, bidirectional controls, lone surrogates.
    return re.compile(
        "[\x00-\x1f\x7f-\x9f\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f"
        "\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
    )


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return " " if match[0] in "\t\n" else chr(_CONTROL_PICTURES + code)
    if code == 0x7F:
        return "\u2421"
    if 0xDC80 <= code <= 0xDCFF:
        return f"‹{code - 0xDC00:02X}›"
    if code == 0x200D or 0xFE00 <= code <= 0xFE0F:  # parts of emoji: they show as nothing where they stand
        return ""
    return f"‹U+{code:04X}›"


def visible(text: str) -> str:
    """``text`` on one line, its control and invisible characters as pictures: ESC is ``␛``, a zero-width space ``‹U+200B›``."""
    return _unseen().sub(_shown, text)


LONGEST = 80
"""A longer span is shown by its beginning and its end (code points)."""


def quoted(text: str) -> str:
    """A span on its own: as ``visible``, the blanks at its borders as ``␣``, ``∅`` for nothing, a long one cut in the middle."""
    if len(text) > LONGEST:
        return quoted(text[: LONGEST // 2]) + "…" + quoted(text[-LONGEST // 2 :])
    bare = text.lstrip(" ")
    before = len(text) - len(bare)
    inner = bare.rstrip(" ")
    return "␣" * before + visible(inner) + "␣" * (len(bare) - len(inner)) or "∅"
