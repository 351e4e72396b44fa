"""Facts about Korean: sentences, speech levels, particles, the shape of captions and bylines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtaudit.languages.ko import conjugation, endings, kinds, sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from mtaudit.document import Kind
    from mtaudit.languages import Edges, Ending, Hints


class Korean:
    """What ``mtaudit.languages.Language`` asks, each answered by a module beside this one."""

    code = "ko"

    def sentences(self, text: str) -> list[tuple[int, int]]:
        return sentences.split(text)

    def kind(self, text: str, kind: Kind) -> Kind:
        return kinds.refine(text, kind)

    def ending(self, sentence: str) -> Ending | None:
        return endings.ending(sentence)

    def restyle(self, sentence: str, register: str) -> tuple[int, int, str] | None:
        return conjugation.restyle(sentence, register)

    def hints(self, text: str) -> Hints:
        from mtaudit.languages.ko import narration

        return narration.hints(text)

    def is_turn(self, text: str) -> bool:
        from mtaudit.languages.ko import narration

        return narration.is_turn(text)

    def doubled(self, word: str, again: str, after: str, known: Callable[[str], bool]) -> bool:
        from mtaudit.languages.ko import repetition

        return repetition.doubled(word, again, after, known)

    def edges(self) -> Edges:
        from mtaudit.languages import Edges
        from mtaudit.languages.ko import term_edges

        return Edges(term_edges.begins_word, term_edges.ends_word)

    def spellings(self, name: str) -> tuple[str, ...]:
        from mtaudit.languages.ko import term_edges

        return term_edges.spellings(name)

    def root(self, name: str) -> str:
        from mtaudit.languages.ko import term_edges

        return term_edges.root(name)

    def refit(self, tail: str, before: str, after: str) -> str:
        from mtaudit.languages.ko import particles, term_tail

        noun = after[: max(0, particles.before_gloss(after, len(after)))]
        return term_tail.refit(tail, particles.final_sound(before), particles.final_sound(noun))


def language(code: str) -> Korean:
    return Korean()
