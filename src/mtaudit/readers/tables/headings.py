"""Which row of a sheet holds its headings: not always the first, and not always one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from mtaudit.readers.lines import stops
from mtaudit.readers.tables.vocabulary import folded, meaning

if TYPE_CHECKING:
    from mtaudit.readers import Columns

_TITLES = 10
"""Headings may stand below a title, in one of the first rows that are not blank."""
_LONGEST = 60


def find(sample: Sequence[Mapping[str, str]], wanted: Columns) -> int | None:
    """The number (from 0) of the row of headings among the first rows of a sheet, or None where there is none.

    It is the first that holds a heading which the user named; else the one of labels with the most known words; else the first row of
    all, where it is made of labels and a column below holds texts that are much longer.
    """
    sample = [{column: cell for column, cell in row.items() if cell.strip()} for row in sample]
    first = sample[:_TITLES]
    named = {folded(name) for name in (wanted.text, wanted.source) if name}
    for i, row in enumerate(first):
        if named & {folded(cell) for cell in row.values()}:
            return i
    known = [_known(row) for row in first]
    if any(known):
        return known.index(max(known))
    return 0 if len(sample) > 1 and _labels(sample) else None


def _known(row: Mapping[str, str]) -> int:
    """How many cells of a row are known words, if it holds nothing but labels and at least half of them are."""
    if not all(map(_is_label, row.values())):
        return 0
    known = sum([any(meaning(cell.strip())) for cell in row.values()])
    return known if 2 * known >= len(row) else 0


def _labels(sample: Sequence[Mapping[str, str]]) -> bool:
    head, below = sample[0], sample[1:]
    cells = [cell.strip() for cell in head.values()]
    if not all(map(_is_label, cells)) or len(set(cells)) < len(cells) or any(len(row) > len(head) for row in below):
        return False
    longer = 0
    for column, cell in head.items():
        lengths = [len(row[column]) for row in below if row.get(column)]
        longer += bool(lengths) and sum(lengths) >= 3 * len(cell.strip()) * len(lengths) and sum(lengths) >= 20 * len(lengths)
    return longer > 0


def _is_label(cell: str) -> bool:
    bare = cell.strip()
    return (
        bool(bare) and len(bare) <= _LONGEST and "\n" not in bare and re.search(r"[^\W\d_]", bare) is not None and not stops(bare)
    )
