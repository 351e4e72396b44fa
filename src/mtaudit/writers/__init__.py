"""Writers print Reports. Each is an iterator of texts that are written one after the other.

A writer takes one report at a time and yields one text for each (it may be empty), at most one before the first, and as
many as it likes after the last; none keeps a Document.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mtaudit.report import Report

FORMATS: Mapping[str, str] = {
    "text": "text",
    "json": "json",
    "jsonl": "json",
    "github": "github",
    "gitlab": "gitlab",
    "sarif": "sarif",
    "rdjson": "rdjson",
    "rdjsonl": "rdjson",
    "junit": "junit",
    "checkstyle": "checkstyle",
    "markdown": "markdown",
    "statistics": "statistics",
}
"""Formats of reports that are plain text, and the module that writes each."""


def write(form: str, reports: Iterable[Report], version: str, ui_lang: str = "en", **more: Any) -> Iterator[str]:
    """The texts of a report in one of FORMATS. ``more`` is what the format's writer takes besides."""
    from importlib import import_module

    module = import_module(f"{__name__}.{FORMATS[form]}")
    if form == "text":
        return ("".join(module.write(report, ui_lang)) for report in reports)
    if form == "jsonl":
        texts: Iterator[str] = module.write_lines(reports, ui_lang)
    elif form == "rdjsonl":
        texts = module.write_lines(reports, version, ui_lang)
    else:
        texts = module.write(reports, version, ui_lang, **more)
    return texts


class Stream:
    """A report in one of FORMATS that is fed a Report at a time, so that several can go over the same Reports in one run."""

    def __init__(self, form: str, version: str, ui_lang: str = "en", **more: Any) -> None:
        self._waiting: deque[Report] = deque()
        self._texts = write(form, self._fed(), version, ui_lang, **more)

    def _fed(self) -> Iterator[Report]:
        while self._waiting:
            yield self._waiting.popleft()

    def add(self, report: Report) -> Iterator[str]:
        """The texts that ``report`` brings; to be exhausted before the next one is added."""
        self._waiting.append(report)
        while self._waiting:
            yield next(self._texts)

    def end(self) -> Iterator[str]:
        """The texts after the last report."""
        yield from self._texts
