"""SARIF 2.1.0, as GitHub code scanning reads it.

Standard: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. What GitHub reads of it, and its limits:
https://docs.github.com/en/code-security/reference/code-scanning/sarif-files. Columns count code points, as
``columnKind`` says. A finding keeps its alert when lines move: the fingerprint is that of the report, not of a line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mtaudit.document import Place
from mtaudit.report import SEVERITIES, Finding, Message, Report, RuleInfo, fingerprints
from mtaudit.writers.pipeline import LEVELS, Worst, plain, relative, sentence, unreadable, writable

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST = 25_000
"""Results in a run; GitHub refuses a run with more."""
PRECISIONS = ((0.95, "very-high"), (0.85, "high"), (0.7, "medium"), (0.0, "low"))
"""The least confidence for what SARIF's readers call the precision of a rule."""
PROBLEMS = {"error": "error", "warning": "warning", "note": "recommendation"}


def write(reports: Iterable[Report], version: str, ui_lang: str = "en") -> Iterator[str]:
    """The parts of one log: results, the worst first, then the rules that they name and the files that could not be read."""
    head = {"$schema": SCHEMA, "version": "2.1.0"}
    units = {"columnKind": "unicodeCodePoints", "newlineSequences": ["\r\n", "\n", "\r"]}
    results: Worst[str] = Worst(MOST)
    rules = _Rules()
    notifications: list[dict[str, Any]] = []
    yield json.dumps(head)[:-1] + ', "runs": [' + json.dumps(units)[:-1] + ', "results": ['
    for report in reports:
        if report.error is not None:
            notifications.append(_notification(report))
        for found, fingerprint in zip(report.findings, fingerprints(report), strict=True):
            result = _result(report, found, fingerprint, rules.index(report, found), ui_lang)
            results.add(SEVERITIES.index(found.severity), json.dumps(result, ensure_ascii=False))
        yield ""
    before = "\n"
    for row in results:
        yield before + row
        before = ",\n"
    driver = {"name": "mtaudit", "semanticVersion": version, "rules": rules.described(ui_lang)}
    invocation = {"executionSuccessful": not notifications, "toolExecutionNotifications": notifications}
    if results.left_out:
        said = f"{results.left_out:,} milder findings are not in this log, which holds {MOST:,}."
        notifications.append({"level": "warning", "message": {"text": said}})
    tail = {"tool": {"driver": driver}, "invocations": [invocation]}
    yield "\n], " + json.dumps(tail, ensure_ascii=False)[1:] + "]}\n"


def _result(report: Report, found: Finding, fingerprint: str, rule: int, ui_lang: str) -> dict[str, Any]:
    where = {"uri": uri(report.name)}

    def location(place: Place) -> dict[str, Any]:
        return {"physicalLocation": {"artifactLocation": where, "region": _region(place)}}

    out: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": LEVELS[found.severity],
        "message": {"text": _text(sentence(found, ui_lang))},
        "locations": [location(found.place)],
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
    }
    if found.related:
        out["relatedLocations"] = [
            {"id": i, **location(related.place), "message": {"text": _text(plain(related.message.in_language(ui_lang)))}}
            for i, related in enumerate(found.related, 1)
        ]
    if found.fix is not None and writable(found.fix.text):
        replacement: dict[str, Any] = {"deletedRegion": _region(found.place)}
        if found.fix.text:
            replacement["insertedContent"] = {"text": found.fix.text}
        sure = "safe correction" if found.fix.safe else "unsafe correction"
        change = {"artifactLocation": where, "replacements": [replacement]}
        out["fixes"] = [{"description": {"text": sure}, "artifactChanges": [change]}]
    return out


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


class _Rules:
    """The rules that results name, in the order of their first result, with the least confidence seen of each."""

    def __init__(self) -> None:
        self._seen: dict[str, tuple[int, RuleInfo]] = {}
        self._confidence: dict[str, float] = {}

    def index(self, report: Report, found: Finding) -> int:
        if found.code not in self._seen:
            name = Message(found.rule, found.rule)
            info = report.rules.get(found.code) or RuleInfo(found.code, found.rule, found.mqm, found.severity, name)
            self._seen[found.code] = (len(self._seen), info)
        self._confidence[found.code] = min(found.confidence, self._confidence.get(found.code, 1.0))
        return self._seen[found.code][0]

    def described(self, ui_lang: str) -> list[dict[str, Any]]:
        return [self._described(info, ui_lang) for _, info in self._seen.values()]

    def _described(self, info: RuleInfo, ui_lang: str) -> dict[str, Any]:
        summary = info.summary.in_language(ui_lang)
        error_type, examples = ("MQM 오류 유형", "예") if ui_lang == "ko" else ("MQM error type", "Examples")
        more = f"{error_type}: {info.mqm}. {examples}: mtaudit explain {info.name}"
        level = LEVELS[info.severity]
        return {
            "id": info.code,
            "name": info.name,
            "shortDescription": {"text": _text(summary)},
            "fullDescription": {"text": _text(f"{summary}. {more}")},
            "help": {"text": _text(f"{summary}. {more}"), "markdown": f"{summary}.\n\n{more}\n"},
            "defaultConfiguration": {"level": level},
            "properties": {
                "tags": ["translation", info.mqm.split("/")[0], info.mqm],
                "precision": next(word for least, word in PRECISIONS if self._confidence[info.code] >= least),
                "problem.severity": PROBLEMS[level],
            },
        }


def _notification(report: Report) -> dict[str, Any]:
    where = {"physicalLocation": {"artifactLocation": {"uri": uri(report.name)}}}
    return {"level": "error", "message": {"text": _text(unreadable(report))}, "locations": [where]}


def uri(name: str) -> str:
    """A URI reference: relative to the current folder, or ``file:`` for what lies elsewhere. A byte of a name is a byte of the URI."""
    found = relative(name)
    escaped = quote(found.encode("utf-8", "surrogateescape"))
    return "file://" + escaped if Path(found).is_absolute() else escaped


def _text(text: str) -> str:
    """A message string: ``[text](target)`` would be a link (section 3.11.6)."""
    return re.sub(r"\[(?=[^\]]*\]\()", r"\\[", text)
