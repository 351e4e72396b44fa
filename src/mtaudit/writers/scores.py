"""The figures of ``mtaudit score`` for programs (JSON), spreadsheets (CSV) and documents (Markdown).

A table has one row a text, one for all texts together, and one a segment where segments were asked for; one column a figure.
A cell of a spreadsheet that would be a formula gets an apostrophe before it; Markdown in a file's name is escaped.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import IO

from mtaudit.report import Report, Score
from mtaudit.writers.json import document
from mtaudit.writers.visible import visible

SCHEMA = "mtaudit-scores/1"
LABELS = {
    "mqm": "MQM",
    "terms": "Terms",
    "terms-window": "Windows",
    "chrf": "chrF2",
    "chrf++": "chrF2++",
    "bleu": "BLEU",
    "ter": "TER",
}
KEYS = ("path", "format", "target_lang", "source_lang", "signature", "scores", "models", "error")

Row = dict[str, str | float]


def label(score: Score) -> str:
    return LABELS.get(score.name, score.name)


def write_json(reports: Sequence[Report], total: Sequence[Score], version: str) -> Iterator[str]:
    """The parts of one JSON object. A score has the shape that it has in the report (see docs/report-1.schema.json)."""
    yield f'{{"schema": {json.dumps(SCHEMA)}, "version": {json.dumps(version)}, "documents": ['
    for i, report in enumerate(reports):
        whole = document(report)
        yield ("," if i else "") + "\n" + json.dumps({key: whole[key] for key in KEYS if key in whole}, ensure_ascii=False)
    scores = document(Report("", scores=tuple(total)))["scores"]
    yield f'\n], "total": {json.dumps({"documents": len(reports), "scores": scores}, ensure_ascii=False)}}}\n'


def rows(reports: Iterable[Report], total: Iterable[Score], every: bool = True) -> Iterator[Row]:
    """The rows of the table by column; ``every`` figure, or those that fit a page."""
    for report in reports:
        head: Row = {"document": report.name, "language": report.target_lang or ""}
        row: Row = {**head, **_figures(report.scores, every)}
        yield {**row, "error": report.error} if report.error is not None else row
        yield from [{**head, **row} for row in _segments(report.scores)]
    groups: list[dict[str, Score]] = []  # a score that was made in two ways has two totals
    for score in total:
        group = next((group for group in groups if score.name not in group), None)
        if group is None:
            groups.append(group := {})
        group[score.name] = score
    for group in groups:
        yield {"document": "TOTAL", **_figures(group.values(), every)}


def _figures(scores: Iterable[Score], every: bool) -> Row:
    out: Row = {}
    several = list(scores)
    for score in several:
        out.update({name: value for name, value in _of(score, every).items() if value is not None})
    if every:
        out["signatures"] = " ; ".join(score.signature for score in several)
    return out


def _of(score: Score, every: bool) -> dict[str, str | float | None]:
    name, details = label(score), score.details
    out: dict[str, str | float | None] = {}
    if "words" in score.sums:
        out["words"] = score.sums["words"]
    out[name] = score.value
    for key in ("calibrated", "per_segment", "exact", "consistency"):
        out[f"{name} {key.replace('_', ' ')}"] = details.get(key)
    out[f"{name} verdict"] = score.verdict
    if details.get("small_sample") and score.value is not None:
        out[f"{name} small sample"] = "yes"
    if interval := details.get("interval"):
        out[f"{name} low"] = interval["mean"] - interval["half_width"]
        out[f"{name} high"] = interval["mean"] + interval["half_width"]
    if compared := details.get("comparison"):
        for key in ("baseline", "difference", "p_value", "better"):
            out[f"{name} {key.replace('_', '-')}"] = compared.get(key)
    if every:
        for dimension, penalty in details.get("dimensions", {}).items():
            out[f"{name} {dimension}"] = penalty
    return out


def _segments(scores: Iterable[Score]) -> Iterator[Row]:
    by_segment: dict[tuple[str, int], Row] = {}
    for score in scores:
        name = "MQM penalty" if score.name == "mqm" else label(score)
        for figure in score.details.get("segments", ()):
            head: Row = {"segment": figure["segment"], "line": figure["line"]}
            row = by_segment.setdefault((figure["segment"], figure["line"]), head)
            row[name] = figure["value"]
    yield from by_segment.values()


def _columns(table: Sequence[Row]) -> list[str]:
    """All columns: what a row is about, the figures score by score, then signatures and errors."""
    found = dict.fromkeys(column for row in table for column in row)
    first = [column for column in ("document", "language", "segment", "line", "words") if column in found]
    last = [column for column in ("signatures", "error") if column in found]
    figures = [column for column in found if column not in (*first, *last)]
    names = list(dict.fromkeys(column.split(" ")[0] for column in figures))
    return [*first, *sorted(figures, key=lambda column: names.index(column.split(" ")[0])), *last]


def write_csv(reports: Iterable[Report], total: Iterable[Score], out: IO[str]) -> None:
    table = list(rows(reports, total))
    columns = _columns(table)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in table:
        writer.writerow([_cell(row.get(column, "")) for column in columns])


def _cell(value: str | float) -> str | float:
    if not isinstance(value, str):
        return round(value, 4)
    shown = visible(value)
    return "'" + shown if shown.startswith(("=", "+", "-", "@")) else shown


def write_markdown(reports: Sequence[Report], total: Sequence[Score]) -> Iterator[str]:
    """A table, and below it how each figure was made."""
    table = list(rows(reports, total, every=False))
    columns = _columns(table)
    text = {"document", "language", "segment", "error"}
    yield "| " + " | ".join(columns) + " |\n"
    yield "|" + "|".join(" --- " if column in text else " ---: " for column in columns) + "|\n"
    for row in table:
        yield "| " + " | ".join(_escaped(row.get(column, "")) for column in columns) + " |\n"
    made = dict.fromkeys(f"- {label(score)}: `{visible(score.signature)}`\n" for score in _all(reports, total))
    if made:
        yield "\n"
        yield from made


def _all(reports: Iterable[Report], total: Iterable[Score]) -> Iterator[Score]:
    yield from total
    for report in reports:
        yield from report.scores


def _escaped(value: str | float) -> str:
    if not isinstance(value, str):
        return str(round(value, 2 if abs(value) >= 1 else 4))
    return re.sub(r"([\\`*_\[\]<>|~&])", r"\\\1", visible(value))
