"""Texts of files in the cells of a spreadsheet: nothing is a formula, and nothing is there that a cell cannot hold."""

from __future__ import annotations

import re

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Controls, lone surrogates and noncharacters, without the tab and the ends of lines."""
_FORMULA = re.compile("[=+@\t\r\n\uff1d\uff0b\uff0d\uff20-]")
"""What a formula begins with (OWASP, CSV Injection), the full-width signs of East Asian programs too."""


def fit(text: str) -> str:
    """``text`` without what neither XML nor a cell can hold."""
    return _UNFIT.sub("", text)


def guarded(text: str) -> str:
    """``text`` for a cell of delimited text: an apostrophe stands before what would be a formula."""
    bare = fit(text)
    return f"'{bare}" if _FORMULA.match(bare) else bare
