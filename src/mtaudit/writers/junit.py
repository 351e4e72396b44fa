"""JUnit's XML, for servers that show test results: a suite for each text, a failing case for each finding.

Advice (neutral) is a passing case, for it never fails a check; a text without findings has one passing case, so that it is seen to be checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mtaudit.report import Finding, Report
from mtaudit.writers.pipeline import UNREADABLE, XmlParts, path, sentence, unreadable


def write(reports: Iterable[Report], version: str, ui_lang: str = "en") -> Iterator[str]:
    """The parts of one document."""
    xml = XmlParts()
    xml.start("testsuites", name="mtaudit")
    yield xml.take()
    for report in reports:
        _suite(xml, report, ui_lang)
        yield xml.take()
    xml.end("testsuites")
    yield xml.take()


def _suite(xml: XmlParts, report: Report, ui_lang: str) -> None:
    name = path(report.name)
    errors = int(report.error is not None)
    failures = sum(found.severity != "neutral" for found in report.findings)
    cases = len(report.findings) + errors or 1
    with xml.element("testsuite", name=name, tests=cases, failures=failures, errors=errors):
        if report.error is not None:
            with (
                xml.element("testcase", name=UNREADABLE, classname=name, file=name),
                xml.element("error", type=UNREADABLE, message=unreadable(report)),
            ):
                pass
        for found in report.findings:
            _case(xml, name, found, ui_lang)
        if not report.findings and not errors:
            with xml.element("testcase", name="mtaudit", classname=name, file=name):
                pass


def _case(xml: XmlParts, name: str, found: Finding, ui_lang: str) -> None:
    place = found.place
    title = f"{found.code} {found.rule} {place.line}:{place.column}"
    message = sentence(found, ui_lang)
    with xml.element("testcase", name=title, classname=name, file=name, line=place.line):
        if found.severity == "neutral":
            with xml.element("system-out"):
                xml.text(message)
        else:
            with xml.element("failure", type=found.severity, message=message):
                xml.text(f"{name}:{place.line}:{place.column}: {found.code} {message}")
