"""The diagnostic format of reviewdog, as one object (rdjson) or a line a finding (rdjsonl).

Columns count bytes of UTF-8 and the end is exclusive: proto/rdf/reviewdog.proto in https://github.com/reviewdog/reviewdog. reviewdog parses
with protojson, which refuses lone surrogates: no text here has any.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mtaudit.document import Place
from mtaudit.report import Report
from mtaudit.writers.pipeline import (
    LEVELS,
    UNREADABLE,
    JsonItems,
    Level,
    path,
    plain,
    sentence,
    unreadable,
    utf8_columns,
    writable,
)

SOURCE = {"name": "mtaudit"}
SEVERITIES: Mapping[Level, str] = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def write(reports: Iterable[Report], version: str, ui_lang: str = "en") -> Iterator[str]:
    """The parts of one DiagnosticResult."""
    items = JsonItems()
    yield f'{{"source": {json.dumps(SOURCE)}, "diagnostics": ['
    for report in reports:
        yield items.add(_diagnostics(report, ui_lang))
    yield "\n]}\n"


def write_lines(reports: Iterable[Report], version: str, ui_lang: str = "en") -> Iterator[str]:
    """One Diagnostic a line."""
    for report in reports:
        diagnostics = ({**diagnostic, "source": SOURCE} for diagnostic in _diagnostics(report, ui_lang))
        yield "".join(json.dumps(diagnostic, ensure_ascii=False) + "\n" for diagnostic in diagnostics)


def _diagnostics(report: Report, ui_lang: str) -> Iterator[dict[str, Any]]:
    where = path(report.name)
    if report.error is not None:
        yield {
            "message": unreadable(report),
            "location": {"path": where},
            "severity": "ERROR",
            "code": {"value": UNREADABLE},
        }
    for found in report.findings:
        span = _range(found.place, report)
        out: dict[str, Any] = {
            "message": sentence(found, ui_lang),
            "location": {"path": where, "range": span},
            "severity": SEVERITIES[LEVELS[found.severity]],
            "code": {"value": found.code},
        }
        if found.fix is not None and writable(found.fix.text):
            out["suggestions"] = [{"range": span, "text": found.fix.text}]
        if found.related:
            out["related_locations"] = [
                {"message": plain(r.message.in_language(ui_lang)), "location": {"path": where, "range": _range(r.place, report)}}
                for r in found.related
            ]
        yield out


def _range(place: Place, report: Report) -> dict[str, dict[str, int]]:
    assert report.document is not None
    columns = utf8_columns(place, report.document)
    return {
        "start": {"line": place.line, "column": columns.start},
        "end": {"line": place.end_line, "column": columns.end},
    }
