"""The speech level of a Korean sentence, by its last syllables."""

from __future__ import annotations

from mtaudit.languages import Ending


def ending(sentence: str) -> Ending | None:
    return None
