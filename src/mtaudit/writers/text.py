"""One line a finding: ``path:line:column: CODE message``."""

from __future__ import annotations

from collections.abc import Iterator

from mtaudit.report import Report
from mtaudit.writers.visible import quoted, visible


def write(report: Report, ui_lang: str = "en") -> Iterator[str]:
    """The lines of one document, each with its line end."""
    name = visible(report.name)
    for found in report.findings:
        message = visible(found.message.in_language(ui_lang))
        if found.fix is not None:
            message = message.rstrip(".") + f": {quoted(found.place.text)} → {quoted(found.fix.text)}"
        yield f"{name}:{found.place.line}:{found.place.column}: {found.code} {message}\n"
