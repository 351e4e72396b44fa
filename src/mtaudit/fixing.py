"""Correcting a text: audit and fix, again and again, until there is nothing left to fix.

A fix that brings up a new fault is not made: no text gets worse by being corrected.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from mtaudit import engine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mtaudit.document import Document
    from mtaudit.report import Finding, Report

ROUNDS = 100
"""So often a text is audited and fixed at most; what needs more would never settle."""

STRIKES = 3
"""So many fixes of a rule that bring up a finding in another segment are found in a round; then the rest are left alone as well."""


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
    in the text is made; the next round sees whether the others still hold. A fix of a name is made at all its places at once. In the end no rule has more findings than
    before that are more than advice: a fix may bring up a finding only if that can be fixed too.
    """
    hopeful = _settled(report, audit, read, unsafe, hopeful=True)
    return hopeful if not _risen(report, hopeful.report) else _settled(report, audit, read, unsafe, hopeful=False)


def _settled(
    report: Report, audit: Callable[[Document], Report], read: Callable[[str], Document], unsafe: bool, hopeful: bool
) -> Fixed:
    """Rounds of fixes until nothing changes. ``hopeful``: what comes up and has a fix is left to the next round."""
    applied: list[Finding] = []
    seen = {_document(report).text}
    culprits: set[tuple[str, ...]] = set()
    for _ in range(ROUNDS):
        made = _Round(report, audit, read, unsafe, hopeful, culprits).made()
        if not made.applied or _document(made.report).text in seen:
            break
        report = made.report
        applied += made.applied
        seen.add(_document(report).text)
    return Fixed(report, tuple(applied), tuple(fixable(report.findings, unsafe)))


def fixable(findings: Iterable[Finding], unsafe: bool) -> list[Finding]:
    """The findings that have a safe fix, or any."""
    return [finding for finding in findings if _has_fix(finding, unsafe)]


def candidates(report: Report, unsafe: bool) -> list[Finding]:
    """The findings that can be fixed, and one for every other place that such a fix is for, in the order of the text.

    Rules about a whole text name the first place of a fault and relate the others: what is related, stands further on and
    reads the same is the same fault. A particle may have to change with the word before it, so a fix that was not proposed
    before a letter is made before none.
    """
    text = _document(report).text
    out: list[Finding] = []
    for finding in fixable(report.findings, unsafe):
        first = finding.place
        out.append(finding)
        for place, _ in finding.related:
            same = place.start >= first.end and place.text == first.text
            if same and text[place.end : place.end + 1].isalpha() <= text[first.end : first.end + 1].isalpha():
                out.append(finding._replace(place=place))
    return sorted(out, key=lambda f: (f.place.start, f.place.end))


def _has_fix(finding: Finding, unsafe: bool) -> bool:
    return finding.fix is not None and (finding.fix.safe or unsafe)


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
        self,
        report: Report,
        audit: Callable[[Document], Report],
        read: Callable[[str], Document],
        unsafe: bool,
        hopeful: bool,
        culprits: set[tuple[str, ...]],
    ) -> None:
        self.before = self.after = report
        self.audit = audit
        self.read = read
        self.unsafe = unsafe
        self.hopeful = hopeful
        self.culprits = culprits
        self.afar: Counter[str] = Counter()

    def made(self) -> Fixed:
        """As many of the fixes as bring up nothing new."""
        possible = candidates(self.before, self.unsafe)
        while chosen := apart(f for f in possible if _name(f) not in self.culprits):
            if kept := self._harmless([], chosen):
                return Fixed(self.after, tuple(kept))
        return Fixed(self.before)

    def _harmless(self, kept: list[Finding], more: list[Finding]) -> list[Finding]:
        """``kept`` and those of ``more`` that can be fixed with it; culprits are found by their segments, else by halving.

        Culprits that do harm afar are not looked for one by one in the end: a text may have so many endings of one kind that
        one more of them makes a rule speak, and then each of a thousand fixes is one too many.
        """
        both = [*kept, *more]
        text = engine.fix(_document(self.before), self.before._replace(findings=tuple(both)), unsafe=True)
        after = self.audit(self.read(text))
        judged = after
        if self.hopeful:
            judged = after._replace(findings=tuple(f for f in after.findings if not _has_fix(f, self.unsafe)))
        risen = _risen(self.before, judged)
        if not risen:
            self.after = after
            return both
        near = [f for f in more if f.place.segment in risen]
        far = [f for f in more if f.place.segment not in risen]
        in_segments = Counter(f.place.segment for f in near)
        codes = [*{f.code: f for f in more}]
        each_alone = not far and len(in_segments) == len(near)
        too_many = not near and len(codes) == 1 and self.afar[codes[0]] >= STRIKES
        if len(more) == 1 or each_alone or too_many:
            self.culprits.update(map(_name, more))
            self.afar.update(() if near else codes)
            return kept
        if not near and len(codes) > 1:
            later = codes[len(codes) // 2 :]
            near, far = [f for f in more if f.code in later], [f for f in more if f.code not in later]
        elif not near:
            near, far = more[len(more) // 2 :], more[: len(more) // 2]
        elif not far:
            near, far = _halves(near, in_segments)
        return self._harmless(self._harmless(kept, far), near)


def _halves(findings: list[Finding], in_segments: Counter[str]) -> tuple[list[Finding], list[Finding]]:
    """The later and the earlier half of what stands in each segment; of one that stands alone the later half is it."""
    passed: Counter[str] = Counter()
    halves: tuple[list[Finding], list[Finding]] = ([], [])
    for finding in findings:
        segment = finding.place.segment
        halves[passed[segment] < in_segments[segment] // 2].append(finding)
        passed[segment] += 1
    return halves


def _name(finding: Finding) -> tuple[str, ...]:
    """What a fix is called in all rounds, whatever else changes before it."""
    assert finding.fix is not None
    return finding.code, finding.place.segment, finding.place.text, finding.fix.text


def _risen(before: Report, after: Report) -> set[str]:
    """Where rules have more findings than before, advice aside: the segments.

    Only rules with more findings in the whole text count: a rule of documents names another place when the first is fixed.
    """

    def counted(report: Report) -> Counter[str]:
        return Counter(f.code for f in report.findings if f.severity != "neutral")

    def by_segment(report: Report) -> Counter[tuple[str, str]]:
        return Counter((f.code, f.place.segment) for f in report.findings if f.code in risen)

    risen = counted(after) - counted(before)
    return {segment for _, segment in by_segment(after) - by_segment(before)}


def _document(report: Report) -> Document:
    assert report.document is not None, "only a text that was read can be fixed"
    return report.document
