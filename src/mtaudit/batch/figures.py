"""The figures of a batch, added up over its records, one after the other: totals, rules, groups, and the worst documents."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mtaudit.report import SEVERITIES, Score
from mtaudit.scores import mqm

DIMENSIONS = ("outlet", "author", "section", "week")
"""What documents are grouped by, where their metadata tells."""
MOST = 1000
"""So many documents are ranked, so many values of a dimension are told apart, and so many errors are kept."""
OTHERS = "…"
"""Stands for the values of a dimension beyond MOST."""

_SCORE_STEPS = (0, 50, 80, 90, 95, 99, 100)
"""Lower ends of the classes of calibrated scores; the first class holds all that is lower, too."""


@dataclass
class Group:
    """Sums over some documents. ``sums`` are those of the MQM score."""

    documents: int = 0
    failed: int = 0
    findings: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SEVERITIES, 0))
    sums: dict[str, float] = field(default_factory=dict)
    signature: str = ""

    def add(self, record: Mapping[str, Any]) -> None:
        self.documents += 1
        for severity, count in record["severities"].items():
            self.findings[severity] += count
        found = mqm_of(record)
        if found is not None:
            self.failed += found["verdict"] == "fail"
            self.signature = found["signature"]
            for key, value in found["sums"].items():
                self.sums[key] = self.sums.get(key, 0) + value

    @property
    def score(self) -> Score | None:
        """The MQM score of all together; None where there are no words."""
        return mqm.from_sums(self.sums, self.signature) if self.sums.get("words") else None


@dataclass
class RuleFigure:
    """What one rule found: ``findings`` by severity, in how many ``documents``, and one ``example`` of the text."""

    code: str
    name: str
    mqm: str
    findings: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SEVERITIES, 0))
    documents: int = 0
    example: str = ""

    @property
    def total(self) -> int:
        return sum(self.findings.values())


@dataclass
class Figures:
    """The figures of a batch. ``worst`` are (number of the record, record without its text) of the documents to look at first,
    the worst first; ``errors`` the name and the reason of what could not be read, ``unread`` how many there are.
    """

    total: Group = field(default_factory=Group)
    characters: int = 0
    rules: dict[str, RuleFigure] = field(default_factory=dict)
    groups: dict[str, dict[str, Group]] = field(default_factory=lambda: {name: {} for name in DIMENSIONS})
    classes: dict[int, int] = field(default_factory=lambda: dict.fromkeys(_SCORE_STEPS, 0))
    worst: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    errors: list[tuple[str, str]] = field(default_factory=list)
    unread: int = 0

    @property
    def families(self) -> dict[str, dict[str, int]]:
        """Findings by family (``REG``) and severity."""
        out: dict[str, dict[str, int]] = {}
        for code, rule in sorted(self.rules.items()):
            family = out.setdefault(code[:3], dict.fromkeys(SEVERITIES, 0))
            for severity, count in rule.findings.items():
                family[severity] += count
        return out


def figures(records: Iterable[Mapping[str, Any]], most: int = MOST) -> Figures:
    """Adds up records; what is kept of them does not grow with their number."""
    out = Figures()
    heap: list[tuple[tuple[float, ...], dict[str, Any]]] = []
    for number, record in enumerate(records):
        if record["error"] is not None:
            out.unread += 1
            if len(out.errors) < most:
                out.errors.append((record["path"], record["error"]))
            continue
        _add(out, record)
        rank = (*_badness(record), -number)
        if len(heap) < most or rank > heap[0][0]:
            kept = {key: value for key, value in record.items() if key not in ("blocks", "findings")}
            (heapq.heappush if len(heap) < most else heapq.heapreplace)(heap, (rank, kept))
    out.worst = [(int(-rank[-1]), record) for rank, record in sorted(heap, key=lambda pair: pair[0], reverse=True)]
    return out


def mqm_of(record: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The MQM score of a record."""
    return next((score for score in record["scores"] if score["name"] == "mqm"), None)


def calibrated(record: Mapping[str, Any]) -> float | None:
    """The calibrated MQM score of a record; None for a text without words."""
    found = mqm_of(record)
    return found["calibrated"] if found is not None else None


def _badness(record: Mapping[str, Any]) -> tuple[float, ...]:
    """The worst severity first, then the score."""
    severities = record["severities"]
    worst = next((len(SEVERITIES) - i for i, s in enumerate(SEVERITIES) if severities[s]), 0)
    score = calibrated(record)
    return worst, -(100 if score is None else score)


def _add(out: Figures, record: Mapping[str, Any]) -> None:
    out.total.add(record)
    out.characters += record["characters"]
    score = calibrated(record)
    if score is not None:
        out.classes[max((step for step in _SCORE_STEPS if step <= score), default=_SCORE_STEPS[0])] += 1
    seen = set()
    for found in record["findings"]:
        rule = out.rules.setdefault(found["code"], RuleFigure(found["code"], found["rule"], found["mqm"]))
        rule.findings[found["severity"]] += 1
        rule.documents += found["code"] not in seen
        rule.example = rule.example or found["text"]
        seen.add(found["code"])
    for name, groups in out.groups.items():
        value = record["metadata"].get(name)
        if value:
            groups.setdefault(value if value in groups or len(groups) < MOST else OTHERS, Group()).add(record)
