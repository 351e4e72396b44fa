"""What the rules about numbers and dates share: the differences between each segment and its source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from mtaudit import sources
from mtaudit.quantities import LANGUAGES, Kind, quantities
from mtaudit.quantities.differences import Difference, differences

if TYPE_CHECKING:
    from mtaudit.report import Hit
    from mtaudit.sources import Pair
    from mtaudit.view import DocumentView

DATES: frozenset[Kind] = frozenset(("year", "decade", "century", "month", "day", "weekday", "time"))


class Found(NamedTuple):
    pair: Pair
    lang: str
    difference: Difference

    @property
    def is_date(self) -> bool:
        """Whether the difference is one of dates: a bare 1200 is a year only where something like a year answers it."""
        theirs, ours, _ = self.difference
        kinds = {q.kind for q in (theirs, ours) if q is not None}
        return kinds <= DATES

    def theirs(self) -> str:
        return self._text(self.pair.source, 0)

    def ours(self) -> str:
        return self._text(self.pair.view.text, 1)

    def _text(self, text: str, which: int) -> str:
        q = self.difference[which]
        return "" if q is None or isinstance(q, str) else text[q.start : q.end].strip()

    def hit(self, en: str, ko: str, **more: object) -> Hit:
        """A hit on the number in the translation, or on the sentence that should hold it."""
        theirs, ours = self.difference.theirs, self.difference.ours
        if ours is not None:
            return self.pair.view.hit(ours.start, ours.end, en, ko, **more)  # type: ignore[arg-type]
        start, end = sources.sentence_at(self.pair, self.lang, theirs.start if theirs else 0)
        return self.pair.view.hit(start, end, en, ko, **more)  # type: ignore[arg-type]


def found(view: DocumentView) -> tuple[Found, ...]:
    """Every difference between a segment and its source, in two languages whose numbers are known."""
    pairs = view.once(sources.pairs)
    if not pairs:
        return ()
    ours, theirs = view.language.code, view.once(sources.source_language)
    if ours not in LANGUAGES or theirs not in LANGUAGES:
        return ()
    return tuple(_compared(pairs, ours, theirs))


def _compared(pairs: tuple[Pair, ...], ours: str, theirs: str) -> Iterator[Found]:
    for pair in pairs:
        for difference in differences(quantities(pair.source, theirs), quantities(pair.view.text, ours)):
            yield Found(pair, theirs, difference)
