"""Texts as a tokenizer can read them."""

from __future__ import annotations

import re
from unicodedata import normalize


def readable(text: str) -> str:
    """The text without lone surrogates, which no tokenizer takes; every other character keeps its place."""
    return text if text.isascii() else re.sub("[\ud800-\udfff]", "\ufffd", text)


def composed(text: str) -> str:
    """The text in NFC, for models that are not asked where something stands: few know a syllable of Hangul that is in parts."""
    return text if text.isascii() else normalize("NFC", text)
