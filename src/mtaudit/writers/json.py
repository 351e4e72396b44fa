"""The JSON report, version 1: one object, or one line a document (see docs/report-1.schema.json)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from mtaudit.document import Place
from mtaudit.report import SEVERITIES, Finding, Report, fingerprints

SCHEMA = "mtaudit-report/1"


def location(place: Place) -> dict[str, dict[str, int]]:
    return {
        "location": {"line": place.line, "column": place.column},
        "end_location": {"line": place.end_line, "column": place.end_column},
    }


def finding(found: Finding, fingerprint: str, ui_lang: str) -> dict[str, Any]:
    out: dict[str, Any] = {
        "code": found.code,
        "rule": found.rule,
        "mqm": found.mqm,
        "severity": found.severity,
        "confidence": found.confidence,
        "message": found.message.in_language(ui_lang),
        **location(found.place),
        "segment": found.place.segment,
        "text": found.place.text,
    }
    if found.fix is not None:
        out["fix"] = {"text": found.fix.text, "applicability": "safe" if found.fix.safe else "unsafe"}
    if found.related:
        out["related"] = [
            {**location(r.place), "text": r.place.text, "message": r.message.in_language(ui_lang)} for r in found.related
        ]
    out["fingerprint"] = fingerprint
    return out


def document(report: Report, ui_lang: str = "en") -> dict[str, Any]:
    """One document of the report."""
    out: dict[str, Any] = {
        "path": report.name,
        "format": report.format,
        "target_lang": report.target_lang,
        "source_lang": report.source_lang,
        "signature": report.signature,
        "findings": [finding(f, p, ui_lang) for f, p in zip(report.findings, fingerprints(report), strict=True)],
        "scores": [
            {"name": s.name, "value": s.value, "verdict": s.verdict, "signature": s.signature, "sums": dict(s.sums), **s.details}
            for s in report.scores
        ],
        "error": report.error,
    }
    if report.models:
        out["models"] = [model._asdict() for model in report.models]
    if report.register is not None:
        profile = report.register
        out["register"] = {
            "counts": dict(profile.counts),
            "registers": dict(profile.registers),
            "expected": profile.expected,
            "mixed": profile.mixed,
            "switches": {"inside_paragraphs": profile.switches_inside, "between_paragraphs": profile.switches_between},
        }
    return out


def write(reports: Iterable[Report], version: str, ui_lang: str = "en") -> Iterator[str]:
    """The parts of one JSON object, a document at a time, so that no more than one is held."""
    yield f'{{"schema": {json.dumps(SCHEMA)}, "version": {json.dumps(version)}, "documents": ['
    count, severities = 0, dict.fromkeys(SEVERITIES, 0)
    for report in reports:
        yield ("," if count else "") + "\n" + json.dumps(document(report, ui_lang), ensure_ascii=False)
        count += 1
        for f in report.findings:
            severities[f.severity] += 1
    summary = {"documents": count, "findings": sum(severities.values()), "by_severity": severities}
    yield f'\n], "summary": {json.dumps(summary)}}}\n'


def write_lines(reports: Iterable[Report], ui_lang: str = "en") -> Iterator[str]:
    """One line a document."""
    for report in reports:
        yield json.dumps(document(report, ui_lang), ensure_ascii=False) + "\n"
