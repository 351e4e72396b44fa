"""GitLab Code Quality: a JSON array that a merge request shows (artifacts:reports:codequality).

Fields: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. GitLab takes findings of equal fingerprints for one, so that
the path is part of the fingerprint; the line is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import Any

from mtaudit.report import Report, Severity, fingerprints
from mtaudit.writers.pipeline import UNREADABLE, JsonItems, path, sentence, unreadable

SEVERITIES: Mapping[Severity, str] = {"critical": "critical", "major": "major", "minor": "minor", "neutral": "info"}


def write(reports: Iterable[Report], version: str, ui_lang: str = "en") -> Iterator[str]:
    """The parts of one array; columns count code points."""
    items = JsonItems()
    yield "["
    for report in reports:
        yield items.add(_issues(report, ui_lang))
    yield "\n]\n"


def _issues(report: Report, ui_lang: str) -> Iterator[dict[str, Any]]:
    where = path(report.name)

    def fingerprint(of: str) -> str:
        return blake2b(f"{where}\0{of}".encode(), digest_size=16).hexdigest()

    if report.error is not None:
        yield {
            "description": unreadable(report),
            "check_name": UNREADABLE,
            "fingerprint": fingerprint(UNREADABLE),
            "severity": "blocker",
            "location": {"path": where, "lines": {"begin": 1}},
        }
    for found, of in zip(report.findings, fingerprints(report), strict=True):
        place = found.place
        yield {
            "description": f"{found.code} {sentence(found, ui_lang)}",
            "check_name": found.rule,
            "fingerprint": fingerprint(of),
            "severity": SEVERITIES[found.severity],
            "location": {
                "path": where,
                "positions": {
                    "begin": {"line": place.line, "column": place.column},
                    "end": {"line": place.end_line, "column": place.end_column},
                },
            },
        }
