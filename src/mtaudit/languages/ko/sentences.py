"""Where Korean sentences end."""

from __future__ import annotations

from mtaudit.languages.generic import Generic


def split(text: str) -> list[tuple[int, int]]:
    return Generic("ko").sentences(text)
