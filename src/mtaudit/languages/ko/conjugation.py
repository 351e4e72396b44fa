"""A Korean predicate in another speech level."""

from __future__ import annotations


def restyle(sentence: str, register: str) -> tuple[int, int, str] | None:
    return None
