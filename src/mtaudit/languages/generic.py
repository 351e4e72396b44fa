"""What holds for a language that has no module of its own: where sentences end, and nothing more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtaudit.languages import Edges, Hints

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mtaudit.document import Kind
    from mtaudit.languages import Ending

_END = re.compile(r"""[.!?…。！？]+["'”’»」』)\]]*(?=\s|$)|[。！？]+[」』”’）]*""")

_INSIDE = "-&.'’@"
"""Between two letters or digits these make one word: alcohol-based, R&D, node.js."""
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

    def edges(self) -> Edges:
        return Edges(self._begins, self._ends)

    def _begins(self, text: str, start: int) -> bool:
        if not start:
            return True
        before = text[start - 1]
        if before in _INSIDE:
            return start < 2 or not text[start - 2].isalnum()
        return before != "_" and not self.go_on(before, text[start])

    def _ends(self, text: str, start: int, end: int, is_name: bool) -> bool:
        after = text[end : end + 2]
        if not after:
            return True
        if after[0] in _INSIDE:
            return not after[1:].isalnum() or (after[0] in "'’" and after[1] in "sS" and not text[end + 2 : end + 3].isalnum())
        return after[0] != "_" and not self.go_on(text[end - 1], after[0])

    def go_on(self, char: str, after: str) -> bool:
        """Whether two neighbours belong to one word, as far as the script tells: Han characters do not say."""
        return char.isalnum() and after.isalnum() and not (_is_han(char) or _is_han(after) or _is_kana(char) or _is_kana(after))

    def spellings(self, name: str) -> tuple[str, ...]:
        if self.code != "en":
            return (name,)
        from mtaudit.languages import english

        return (name, *english.plurals(name))

    def root(self, name: str) -> str:
        return name

    def refit(self, tail: str, before: str, after: str) -> str:
        return tail


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff"


def _is_kana(char: str) -> bool:
    return "\u3041" <= char <= "\u30ff"


def language(code: str) -> Generic:
    return Generic(code)
