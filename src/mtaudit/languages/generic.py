"""What holds for a language that has no module of its own: where sentences end, and nothing more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtaudit.languages import Hints

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mtaudit.document import Kind
    from mtaudit.languages import Ending

_END = re.compile(r"""[.!?…。！？]+["'”’»」』)\]]*(?=\s|$)|[。！？]+[」』”’）]*""")

_NEVER_TWICE = frozenset({"the", "and", "of", "with", "from"})
"""English words that no sentence doubles; other languages written in Latin letters do not have them."""


def split_at(text: str, ends: Iterable[int]) -> list[tuple[int, int]]:
    """The spans between ``ends``, without the blanks around them; none for what is nothing but blanks."""
    out: list[tuple[int, int]] = []
    start = 0
    for end in (*ends, len(text)):
        chunk = text[start:end]
        bare = chunk.strip()
        if bare:
            first = start + len(chunk) - len(chunk.lstrip())
            out.append((first, first + len(bare)))
        start = end
    return out


class Generic:
    """Sentence ends of any script; no speech levels, no captions."""

    def __init__(self, code: str) -> None:
        self.code = code

    def sentences(self, text: str) -> list[tuple[int, int]]:
        return split_at(text, (m.end() for m in _END.finditer(text)))

    def kind(self, text: str, kind: Kind) -> Kind:
        return kind

    def ending(self, sentence: str) -> Ending | None:
        return None

    def restyle(self, sentence: str, register: str) -> tuple[int, int, str] | None:
        return None

    def hints(self, text: str) -> Hints:
        return Hints()

    def is_turn(self, text: str) -> bool:
        told = self.hints(text)
        return told.speakers > 0 or told.step

    def doubled(self, word: str, again: str, after: str, known: Callable[[str], bool]) -> bool:
        return word == again and word in _NEVER_TWICE


def language(code: str) -> Generic:
    return Generic(code)
