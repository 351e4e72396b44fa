"""Reads translations and what humans think of them: MQM errors in the layout of WMT, or tables of scores."""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from mtaudit import encoding
from mtaudit.errors import BadSetting, UnreadableInput

MQM = ("system", "doc", "seg_id", "rater", "source", "target", "category", "severity")
PLAIN = ("source", "target", "score")
OPTIONAL = ("reference", "system", "document", "segment")
COSTS = {"major": 5.0, "critical": 5.0, "minor": 1.0, "neutral": 0.0, "no-error": 0.0}
"""Freitag et al. 2021, who know nothing critical."""


class Judged(NamedTuple):
    """A translation and what humans think of it, higher is better. ``segment`` is what translations of one source share."""

    document: str
    segment: str
    source: str
    target: str
    system: str
    human: float
    reference: str | None = None


Row = tuple[int, Mapping[str, str]]


def _objects(text: str, path: Path) -> Iterator[Row]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if not isinstance(row, dict):
            raise UnreadableInput(f"{path}, line {number} is no JSON object")
        yield number, {key: str(value) for key, value in row.items() if value is not None}


def _cells(text: str, path: Path) -> Iterator[Row]:
    delimiter = "," if path.suffix == ".csv" else "\t"
    first = text[: text.find("\n")].rstrip("\r").split(delimiter)
    # MQM files are not quoted: a quotation mark is one of the text's.
    reader = csv.reader(
        io.StringIO(text, ""), delimiter=delimiter, quoting=csv.QUOTE_NONE if _of_errors(first) else csv.QUOTE_MINIMAL
    )
    try:
        header = next(reader, [])
        for row in reader:
            if len(row) != len(header):
                raise UnreadableInput(f"{path}, line {reader.line_num} has {len(row)} columns, the header has {len(header)}")
            yield reader.line_num, dict(zip(header, row, strict=True))
    except csv.Error as error:
        raise UnreadableInput(f"{path}, line {reader.line_num} cannot be read: {error}") from None


def _of_errors(columns: Iterable[str]) -> bool:
    return {"category", "severity"} <= set(columns)


def _checked(found: Iterable[Row], columns: Mapping[str, str], path: Path) -> Iterator[Row]:
    """The rows with our names; what a renamed column hides is left out. Raises UnreadableInput for a row without what it needs."""
    own = {theirs: ours for ours, theirs in columns.items()}
    for number, row in found:
        named = {own.get(key, key): value for key, value in row.items() if key in own or key not in columns}
        if missing := [name for name in (MQM if _of_errors(named) else PLAIN) if name not in named]:
            raise UnreadableInput(f"{path}, line {number} has no {', '.join(missing)}; it has {', '.join(row) or 'nothing'}")
        yield number, named


def read(
    path: Path, columns: Mapping[str, str], lower_is_better: bool, reference: str | None, without: Iterable[str]
) -> list[Judged]:
    """The judged translations of a file, each once. Raises UnreadableInput, and BadSetting for a system that there is not."""
    try:
        text, _ = encoding.decode(path.read_bytes(), str(path))
    except OSError as error:
        raise UnreadableInput(f"{path}: {error.strerror}") from None
    found = list(_checked((_objects if path.suffix == ".jsonl" else _cells)(text, path), columns, path))
    if not found:
        raise UnreadableInput(f"{path} has no rows")
    items = list(_from_errors(found, path) if _of_errors(found[0][1]) else _from_scores(found, path, lower_is_better))
    systems = {item.system for item in items}
    for system in (*without, *([reference] if reference else [])):
        if system not in systems:
            raise BadSetting(f"{path} has no system {system!r}; it has {', '.join(sorted(systems))}")
    if reference:
        human = {item.segment: item.target for item in items if item.system == reference}
        items = [item._replace(reference=human.get(item.segment)) for item in items if item.system != reference]
    return [item for item in items if item.system not in set(without)]


def _from_errors(found: Iterable[Row], path: Path) -> Iterator[Judged]:
    """Minus the penalty of a translation, as the mean of its raters."""
    given: dict[tuple[str, str, str], dict[str, float]] = {}
    said: dict[tuple[str, str, str], tuple[str, str]] = {}
    for number, row in found:
        key = (row["doc"], row["seg_id"], row["system"])
        by_rater = given.setdefault(key, {})
        by_rater[row["rater"]] = by_rater.get(row["rater"], 0.0) + _cost(row["category"], row["severity"], f"{path}, line {number}")
        said.setdefault(key, (_unmarked(row["source"]), _unmarked(row["target"])))
    for (doc, segment, system), penalties in given.items():
        yield Judged(doc, f"{path}:{doc}:{segment}", *said[doc, segment, system], system, -fmean(penalties.values()))


def _unmarked(text: str) -> str:
    """Without the marks round an error; they stand in the source where something was left out."""
    return re.sub("</?v>", "", text)


def _cost(category: str, severity: str, where: str) -> float:
    """The penalty points of an error."""
    kind, degree = category.strip().lower(), severity.strip().lower().replace("_", "-")
    if degree not in COSTS:
        raise UnreadableInput(f"{where}: there is no severity {severity!r}; there are {', '.join(COSTS)}")
    if kind.startswith("non-translation"):
        return 25.0
    return 0.1 if degree == "minor" and kind == "fluency/punctuation" else COSTS[degree]


def _from_scores(found: Iterable[Row], path: Path, lower_is_better: bool) -> Iterator[Judged]:
    """The mean of the scores of a translation. What has no document is one by itself."""
    given: dict[tuple[str, ...], list[float]] = {}
    for number, row in found:
        told = [row.get(name, "").strip() for name in ("source", "target", *OPTIONAL)]
        try:
            score = float(row["score"])
        except ValueError:
            score = math.nan
        if not math.isfinite(score):
            raise UnreadableInput(f"{path}, line {number}: the score {row['score']!r} is no number")
        given.setdefault(tuple(told), []).append(-score if lower_is_better else score)
    for number, ((source, target, reference, system, document, segment), scores) in enumerate(given.items()):
        where = f"{path}:{document}"
        shared = f"{where}:{segment or source}"
        yield Judged(document or f"{where}{number}", shared, source, target, system, fmean(scores), reference or None)
