"""Correcting a text: audit and fix, again and again, until there is nothing left to fix.

A fix that brings up a new fault is not made: the text must not get worse by being corrected.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from mtaudit import engine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from mtaudit.document import Document
    from mtaudit.report import Finding, Report

ROUNDS = 100
"""So often a text is audited and fixed at most; what needs more would never settle."""


class Fixed(NamedTuple):
    """A corrected text.

    ``report`` is its audit; ``report.document`` holds the text. ``applied`` are the findings that were fixed, each with its
    place in the text of its round. ``refused`` are those of ``report`` whose fix would have made a new finding, or no end.
    """

    report: Report
    applied: tuple[Finding, ...] = ()
    refused: tuple[Finding, ...] = ()


def fixed(report: Report, audit: Callable[[Document], Report], read: Callable[[str], Document], unsafe: bool = False) -> Fixed:
    """The text of a report with its safe fixes made, or with all of them, and with those that come up then.

    ``audit`` is how the report was made, ``read`` makes the Document of a corrected text. Of fixes that overlap the first
    in the text is made; the next round sees whether the others still hold. No fix is made that brings up a finding which
    is more than advice.
    """
    applied: list[Finding] = []
    seen = {_document(report).text}
    culprits: set[tuple[str, ...]] = set()
    for _ in range(ROUNDS):
        made = _Round(report, audit, read, culprits).made(fixable(report.findings, unsafe))
        if not made.applied or _document(made.report).text in seen:
            break
        report = made.report
        applied += made.applied
        seen.add(_document(report).text)
    return Fixed(report, tuple(applied), tuple(fixable(report.findings, unsafe)))


def fixable(findings: Iterable[Finding], unsafe: bool) -> list[Finding]:
    """The findings that have a safe fix, or any."""
    return [f for f in findings if f.fix is not None and (f.fix.safe or unsafe)]


def apart(findings: Iterable[Finding]) -> list[Finding]:
    """Findings that do not overlap, in the order of the text; of two that overlap the first."""
    out: list[Finding] = []
    done = 0
    for finding in sorted(findings, key=lambda f: (f.place.start, f.place.end)):
        start, end = finding.place.start, finding.place.end
        if start >= done:
            out.append(finding)
            done = max(end, start + 1)  # one insertion at a place
    return out


class _Round:
    """The fixes of one report. ``culprits`` are known to bring up something new, and grow."""

    def __init__(
        self, report: Report, audit: Callable[[Document], Report], read: Callable[[str], Document], culprits: set[tuple[str, ...]]
    ) -> None:
        self.before = self.after = report
        self.audit = audit
        self.read = read
        self.culprits = culprits

    def made(self, candidates: list[Finding]) -> Fixed:
        """As many of the fixes as bring up nothing new."""
        while chosen := apart(f for f in candidates if _name(f) not in self.culprits):
            if kept := self._harmless([], chosen):
                return Fixed(self.after, tuple(kept))
        return Fixed(self.before)

    def _harmless(self, kept: list[Finding], more: Sequence[Finding]) -> list[Finding]:
        """``kept`` and those of ``more`` that can be fixed with it; culprits are found by halving."""
        both = [*kept, *more]
        text = engine.fix(_document(self.before), self.before._replace(findings=tuple(both)), unsafe=True)
        after = self.audit(self.read(text))
        if not _worse(self.before, after):
            self.after = after
            return both
        if len(more) == 1:
            self.culprits.add(_name(more[0]))
            return kept
        half = len(more) // 2
        return self._harmless(self._harmless(kept, more[:half]), more[half:])


def _name(finding: Finding) -> tuple[str, ...]:
    """What a fix is called in all rounds, whatever else changes before it."""
    assert finding.fix is not None
    return finding.code, finding.place.segment, finding.place.text, finding.fix.text


def _worse(before: Report, after: Report) -> bool:
    """Whether a rule has more findings than before, advice aside; a rule of documents may name another place."""

    def counted(report: Report) -> Counter[str]:
        return Counter(finding.code for finding in report.findings if finding.severity != "neutral")

    return bool(counted(after) - counted(before))


def _document(report: Report) -> Document:
    assert report.document is not None, "only a text that was read can be fixed"
    return report.document
