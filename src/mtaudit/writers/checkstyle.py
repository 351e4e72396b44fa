"""Checkstyle's XML, version 4.3, which most servers and editors read. The format has no end; columns count code points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mtaudit.report import Report
from mtaudit.writers.pipeline import LEVELS, UNREADABLE, Level, XmlParts, path, sentence, unreadable

SEVERITIES: Mapping[Level, str] = {"error": "error", "warning": "warning", "note": "info"}


def write(reports: Iterable[Report], version: str, ui_lang: str = "en") -> Iterator[str]:
    """The parts of one document: a ``file`` for each text, also for one without findings."""
    xml = XmlParts()
    xml.start("checkstyle", version="4.3")
    yield xml.take()
    for report in reports:
        with xml.element("file", name=path(report.name)):
            if report.error is not None:
                _error(xml, "error", unreadable(report), UNREADABLE, line=1)
            for found in report.findings:
                severity = SEVERITIES[LEVELS[found.severity]]
                _error(xml, severity, sentence(found, ui_lang), found.code, line=found.place.line, column=found.place.column)
        yield xml.take()
    xml.end("checkstyle")
    yield xml.take()


def _error(xml: XmlParts, severity: str, message: str, code: str, **where: int) -> None:
    with xml.element("error", **where, severity=severity, message=message, source=f"mtaudit.{code}"):
        pass
