"""What two texts that say the same disagree on: a number that has no counterpart, and the one that stands in its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from mtaudit.quantities import units
from mtaudit.quantities.quantity import Quantity

How = Literal["magnitude", "digit", "order", "other", "unit", "missing", "added"]
APART = frozenset(("weekday", "month", "time"))
"""Kinds whose values are no plain numbers."""


_MOST = 60
"""So many numbers without a counterpart are compared; a segment with more is no translation of its source."""


class Difference(NamedTuple):
    """``ours`` (of the translation) stands where ``theirs`` (of the source) should; one of them may be missing.

    ``how`` they are alike: a power of ten (``magnitude``), one digit (``digit``), digits in another order (``order``), the same number
    of another currency (``unit``), or not at all (``other``).
    """

    theirs: Quantity | None
    ours: Quantity | None
    how: How


def differences(source: Sequence[Quantity], target: Sequence[Quantity]) -> list[Difference]:
    """Everything that has no counterpart on the other side, the likely pairs first."""
    asked = [s for s in source if s.digits or s.value > 1]
    coarse = [t for t in target if t.step >= 100]
    lost = [s for s in _unmet(source, target)[:_MOST] if not any(_rounded(s, t) for t in coarse)]
    extra = [
        t for t in _unmet([t for t in target if t.digits], asked)[:_MOST] if t.step < 100 or not any(_rounded(s, t) for s in source)
    ]
    lost = [
        s for s in lost if s.unit not in units.CONVERTED or _unmet([s._replace(also=units.conversions(s.value, s.unit))], target)
    ]
    again, too_many = _counted(asked, target)
    lost, extra = [*lost, *again][:_MOST], [*extra, *too_many][:_MOST]
    lost, extra = [s for s in lost if not _hidden(s, target, extra)], [t for t in extra if not _hidden(t, source, lost)]
    alone = set(_unmet(extra, source))
    extra = [t._replace(sure=t.sure and t in alone) for t in extra]
    out: list[Difference] = []
    pairs = sorted(
        (
            (rank, i, j, how)
            for i, s in enumerate(lost)
            for j, t in enumerate(extra)
            for rank, how in (_likeness(s, t),)
            if rank < _NONE
        )
    )
    done_s: set[int] = set()
    done_t: set[int] = set()
    for _, i, j, how in pairs:
        if i not in done_s and j not in done_t:
            done_s.add(i)
            done_t.add(j)
            if how is not None:
                out.append(Difference(lost[i], extra[j], how))
    out += [
        Difference(s, None, "missing")
        for i, s in enumerate(lost)
        if i not in done_s and s.sure and not _is_second(s, lost, i, source)
    ]
    out += [Difference(None, t, "added") for j, t in enumerate(extra) if j not in done_t and t.sure]
    out += _other_units(source, target)
    return sorted(out, key=lambda d: (d.ours.start if d.ours else 10**9, d.theirs.start if d.theirs else 0))


def _meanings(q: Quantity) -> tuple[str, tuple[float, ...]]:
    """What must be shared with a counterpart: the kind, where its values are no plain numbers, and the values."""
    return (q.kind, q.values) if q.kind in APART else ("", (*q.values, *q.also))


def _unmet(these: Sequence[Quantity], others: Sequence[Quantity]) -> list[Quantity]:
    """Which of these share no value with any of the others. A number may be a month or an hour; a day is none."""
    known: dict[str, set[float]] = {}
    months_and_hours: set[float] = set()
    for q in others:
        kind, values = _meanings(q)
        known.setdefault(kind, set()).update(values)
        if q.kind in ("month", "time"):
            months_and_hours.update(q.also if q.kind == "time" else q.values)
    out = []
    for q in these:
        kind, values = _meanings(q)
        if known.get(kind, set()).isdisjoint(values) and (kind or q.kind == "day" or months_and_hours.isdisjoint(values)):
            out.append(q)
    return out


def _rounded(exact: Quantity, coarse: Quantity) -> bool:
    """Whether one is the other, rounded to the magnitude it is written in: 1,508,000 and 1.51 million."""
    if exact.step >= coarse.step or coarse.step < 100 or coarse.value / coarse.step < 10:
        return False
    return abs(exact.value - coarse.value) < coarse.step


def _counted(source: Sequence[Quantity], target: Sequence[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """Numbers that stand more often in the source than in the translation, and figures that stand more often in the translation.

    Neither is a fault of its own, so none is sure.
    """
    have = Counter((t.kind in APART and t.kind, t.value) for t in target)
    need = Counter((s.kind in APART and s.kind, s.value) for s in source)
    again = {k: s for s in source if need[k := (s.kind in APART and s.kind, s.value)] > have[k] > 0}
    too_many = {k: t for t in target if t.digits and have[k := (t.kind in APART and t.kind, t.value)] > need[k] > 0}
    return [s._replace(sure=False) for s in again.values()], [t._replace(sure=False) for t in too_many.values()]


def _hidden(q: Quantity, others: Sequence[Quantity], left: Sequence[Quantity]) -> bool:
    """Whether a month or a time may be a plain number of the other text, where no month or time of that is left over."""
    if q.kind not in APART or any(other.kind == q.kind for other in left):
        return False
    wanted = set(q.also) if q.kind == "time" else set(q.values)
    return any(not wanted.isdisjoint((*other.values, *other.also)) for other in others if other.kind != q.kind)


_NONE = 99


def _likeness(s: Quantity, t: Quantity) -> tuple[int, How | None]:
    """How likely it is that ``t`` was written for ``s``: a rank, the best first; None for a conversion, which is no fault."""
    if (s.kind in APART or t.kind in APART) and s.kind != t.kind:
        return _NONE, None
    if s.kind in APART:
        return 1, "other"
    if converted(s, t):
        return 0, None
    alike = 0 if s.unit == t.unit and s.kind == t.kind else 1
    ranked: list[tuple[int, How]] = []
    for value in s.values:
        ranked.append(_values(value, t.value))
    rank, how = min(ranked)
    if how != "magnitude" and (not t.sure or (s.value == 1 and not s.digits)):  # "a month" and "6주" are no pair
        return _NONE, None
    return rank * 2 + alike + 1, how


def _values(a: float, b: float) -> tuple[int, How]:
    if a and b:
        ratio = a / b if a > b else b / a
        for power in range(1, 13):
            if abs(ratio / 10**power - 1) < 1e-9:
                return 0, "magnitude"
    mine, other = _significant(a), _significant(b)
    if len(mine) == len(other) and sum(x != y for x, y in zip(mine, other, strict=True)) == 1:
        return 1, "digit"
    if sorted(mine) == sorted(other):
        return 2, "order"
    if len(mine) != len(other) and (_shortened(mine, other) or _shortened(other, mine)):
        return 3, "digit"
    return 5, "other"


def _significant(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".").replace(".", "")


def _shortened(long: str, short: str) -> bool:
    return len(long) == len(short) + 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def converted(s: Quantity, t: Quantity) -> bool:
    """Whether one may be the other in other units: miles and kilometres, dollars and won."""
    if s.unit in units.CURRENCIES and t.unit in units.CURRENCIES and s.unit != t.unit:
        return True
    if s.unit == t.unit:
        return False
    both = [(t.value, c) for c in units.conversions(s.value, s.unit)] + [(s.value, c) for c in units.conversions(t.value, t.unit)]
    return any(abs(a - b) <= 0.15 * max(abs(a), abs(b)) for a, b in both)


def _is_second(s: Quantity, lost: Sequence[Quantity], i: int, source: Sequence[Quantity]) -> bool:
    """Whether the same value was lost before, or a unit in brackets repeats one that was not: 100 meters (328 feet)."""
    if any(s.value == other.value for other in lost[:i]):
        return True
    return any(other is not s and converted(other, s) for other in source)


def _other_units(source: Sequence[Quantity], target: Sequence[Quantity]) -> list[Difference]:
    """Amounts of money that kept the number and changed the currency."""
    out = []
    for s in source:
        if s.unit not in units.CURRENCIES:
            continue
        same = [t for t in target if t.kind == s.kind and t.value == s.value]
        if same and all(t.unit in units.CURRENCIES and t.unit != s.unit for t in same):
            out.append(Difference(s, same[0], "unit"))
    return out
