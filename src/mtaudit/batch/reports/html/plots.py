"""The geometry of the plots. Their labels are text of the page, so that they stay readable at any width."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from mtaudit.batch.figures import Group
from mtaudit.report import PARAGRAPH, SEVERITIES

HEIGHT = 100.0
WIDTH = 100.0
PER_ROW = 60
"""So many sentences stand in a row of a register strip."""
SENTENCES = 1200
"""Of a longer text the strip shows the beginning."""


class Bar(NamedTuple):
    """A part of a bar: where it begins and how long it is, in hundredths of the whole width, and its class."""

    start: float
    length: float
    kind: str


class Column(NamedTuple):
    """A class of scores: its label, how many texts are in it, its height in hundredths, and whether they fail by their score."""

    label: str
    texts: int
    height: float
    fails: bool


class Trend(NamedTuple):
    """Weeks: the line of their scores (an SVG path), the columns of texts and of those that failed."""

    weeks: tuple[str, ...]
    line: str
    dots: str
    threshold: float | None
    top: float
    bottom: float
    columns: tuple[tuple[float, float, float, float, str], ...]
    most: int


class Strip(NamedTuple):
    """A register strip: an SVG path for each register, to be drawn five pixels wide, and its size in pixels."""

    paths: Mapping[str, str]
    width: int
    height: int
    cut: bool


def stacked(counts: Mapping[str, int], most: int) -> tuple[Bar, ...]:
    """A bar of findings by severity; ``most`` fills the width."""
    out, start = [], 0.0
    for which, severity in enumerate(SEVERITIES):
        length = WIDTH * counts.get(severity, 0) / most if most else 0.0
        if length:
            out.append(Bar(round(start, 2), round(length, 2), f"s{which}"))
            start += length
    return tuple(out)


def distribution(classes: Mapping[int, int], passing: float) -> tuple[Column, ...]:
    """The classes of calibrated scores, from the lowest up. A class fails where all its scores are below ``passing``."""
    most = max(classes.values(), default=0)
    steps = sorted(classes)
    out = []
    for low, high in pairwise([*steps, None]):
        assert low is not None
        label = f"<{high}" if low == steps[0] and high is not None else str(low) if high is None else f"{low}–{high}"
        height = round(HEIGHT * classes[low] / most, 2) if most else 0.0
        out.append(Column(label, classes[low], height, high is not None and high <= passing))
    return tuple(out)


def trend(groups: Mapping[str, Group], passing: float) -> Trend | None:
    """The scores over the weeks, or None where there are fewer than two."""
    weeks = sorted(week for week in groups if week[:1].isdigit())[-104:]
    if len(weeks) < 2:
        return None
    step = WIDTH / len(weeks)
    scores = [calibrated(groups[week]) for week in weeks]
    known = [max(score, 0.0) for score in scores if score is not None]
    bottom = min([*known, passing])
    bottom = max(0.0, bottom - (100 - bottom) * 0.1 - 1)
    parts, dots, is_open = [], [], False
    for i, score in enumerate(scores):
        if score is None:
            is_open = False
            continue
        x, y = (i + 0.5) * step, HEIGHT * (100 - max(score, 0.0)) / (100 - bottom)
        parts.append(f"{'L' if is_open else 'M'}{x:.2f} {y:.2f}")
        dots.append(f"M{x:.2f} {y:.2f}h0")
        is_open = True
    most = max(groups[week].documents for week in weeks)
    columns = []
    for i, week in enumerate(weeks):
        group = groups[week]
        full, failed = HEIGHT * group.documents / most, HEIGHT * group.failed / most
        columns.append((round((i + 0.15) * step, 2), round(0.7 * step, 2), round(full, 2), round(failed, 2), week))
    at = HEIGHT * (100 - passing) / (100 - bottom)
    return Trend(tuple(weeks), "".join(parts), "".join(dots), round(at, 2), 100.0, round(bottom, 1), tuple(columns), most)


def calibrated(group: Group) -> float | None:
    """The calibrated MQM score of a group."""
    score = group.score
    return None if score is None else score.details["calibrated"]


_SHAPES = {"polite": (0, 12), "plain": (6, 6), "": (5, 2)}
"""Top and height of a sentence in the strip, in pixels: what is polite stands taller."""


def strip(sequence: Sequence[str]) -> Strip:
    """Sentences as small columns, a gap between paragraphs."""
    paths: dict[str, list[str]] = {register: [] for register in _SHAPES}
    x, y, widest = 3, 0, 0
    for mark in sequence[:SENTENCES]:
        if mark == PARAGRAPH:
            x += 4
            continue
        if x >= PER_ROW * 6:
            x, y = 3, y + 17
        top, height = _SHAPES.get(mark, _SHAPES[""])
        paths[mark if mark in paths else ""].append(f"M{x} {y + top}v{height}")
        x += 6
        widest = max(widest, x)
    drawn = {register: "".join(parts) for register, parts in paths.items() if parts}
    return Strip(drawn, widest, y + 12, len(sequence) > SENTENCES)


def most(counts: Iterable[Mapping[str, int]]) -> int:
    """The longest of some bars."""
    return max((sum(count.values()) for count in counts), default=0)
