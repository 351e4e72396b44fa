"""Findings that somebody has decided to live with, each with a reason: by a comment in the text, or in a file beside it.

A suppression names a rule as the command line does (``garbled-date``, ``DAT001``, ``DAT``, ``ALL``). One that suppresses nothing,
has expired or cannot be understood is told as a Problem.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from mtaudit.report import Message

if TYPE_CHECKING:
    from mtaudit.document import Span
    from mtaudit.report import Finding, Report
    from mtaudit.suppressions.sidecar import Entry, Sidecar


class Problem(NamedTuple):
    """What is wrong with a suppression in line ``line`` of the file ``name``."""

    name: str
    line: int
    kind: Literal["unused", "expired", "malformed"]
    message: Message


class Suppressed(NamedTuple):
    """A finding that is not shown, and why; the suppression stands in line ``line`` of the file ``name``."""

    finding: Finding
    reason: str
    name: str
    line: int
    owner: str = ""


class Scope(NamedTuple):
    """Where a comment suppresses the findings of a rule, in offsets of the document's text; both ends belong to it."""

    rule: str
    reason: str
    line: int
    span: Span


def means(word: str, code: str, name: str) -> bool:
    """Whether a word means the rule: its name, its code, the beginning of its code, or ``ALL``."""
    return word in (name, "ALL") or (bool(word) and code.startswith(word))


def stranger(word: str, rules: Mapping[str, str]) -> Message | None:
    """What is wrong with a word that means no rule; ``rules`` are the names of all rules by their codes."""
    if any(means(word, code, name) for code, name in rules.items()):
        return None
    from difflib import get_close_matches

    known = [*rules, *rules.values()]
    near = get_close_matches(word, known, 1) or get_close_matches(word.upper(), known, 1)
    en, ko = (f"; did you mean {near[0]!r}?", f". {near[0]!r}인가?") if near else ("", "")
    return Message(f"no rule is called {word!r}{en}", f"{word!r}라는 규칙이 없다{ko}")


def suppressed(
    report: Report, rules: Mapping[str, str], sidecar: Sidecar | None = None, today: date | None = None
) -> tuple[Report, list[Suppressed], list[Problem]]:
    """The report without the findings that are suppressed, those findings, and what is wrong with the suppressions.

    ``rules`` are the names of all rules by their codes; ``today`` decides what has expired. A suppression of a rule that
    was not asked is not unused. Scores are left as they are.
    """
    from mtaudit.suppressions.comments import scopes

    if report.document is None:
        return report, [], []
    commented, problems = scopes(report.document, rules)
    entries = sidecar.of(report.name) if sidecar is not None else ()
    if not commented and not entries:
        return report, [], problems
    found: list[Suppressed | None] = [None] * len(report.findings)
    _by_comments(report, commented, found, problems)
    if sidecar is not None:
        _by_entries(report, sidecar.file, entries, today or date.today(), found, problems)
    kept = tuple([finding for finding, why in zip(report.findings, found, strict=True) if why is None])
    return report._replace(findings=kept), [why for why in found if why is not None], sorted(problems)


def _by_comments(report: Report, scopes: Sequence[Scope], found: list[Suppressed | None], problems: list[Problem]) -> None:
    used: set[Scope] = set()
    waiting = sorted(scopes, key=lambda scope: scope.span.start, reverse=True)
    active: dict[str, Scope] = {}  # of each word the one that holds longest
    for number in sorted(range(len(found)), key=lambda n: report.findings[n].place.start):
        finding = report.findings[number]
        at = finding.place.start
        while waiting and waiting[-1].span.start <= at:
            scope = waiting.pop()
            if scope.rule not in active or active[scope.rule].span.end < scope.span.end:
                active[scope.rule] = scope
        for scope in active.values():
            if scope.span.end >= at and means(scope.rule, finding.code, finding.rule):
                used.add(scope)
                found[number] = Suppressed(finding, scope.reason, report.name, scope.line)
                break
    problems += [_unused(report.name, s.line, s.rule) for s in scopes if s not in used and _was_asked(s.rule, report)]


def _by_entries(
    report: Report, file: str, entries: Sequence[Entry], today: date, found: list[Suppressed | None], problems: list[Problem]
) -> None:
    from mtaudit.passage import Passages

    assert report.document is not None
    passages = Passages(report.document, report.target_lang)
    by_sentence: dict[str, list[Entry]] = {}
    for entry in entries:
        by_sentence.setdefault(entry.sentence, []).append(entry)
    used: set[Entry] = set()
    for number, finding in enumerate(report.findings):
        if found[number] is None and by_sentence:
            said = by_sentence.get(passages.of(finding.place).sentence, ())
            fitting = [entry for entry in said if means(entry.rule, finding.code, finding.rule)]
            used.update(fitting)
            valid = next((entry for entry in fitting if not entry.has_expired(today)), None)
            if valid is not None:
                found[number] = Suppressed(finding, valid.reason, file, valid.line, valid.owner)
    for entry in entries:
        if entry in used and entry.has_expired(today):
            problems.append(_expired(file, entry))
        elif entry not in used and _was_asked(entry.rule, report):
            problems.append(_unused(file, entry.line, entry.rule))


def _was_asked(word: str, report: Report) -> bool:
    return any(means(word, rule.code, rule.name) for rule in report.rules.values())


def _unused(name: str, line: int, word: str) -> Problem:
    return Problem(name, line, "unused", Message(f"the suppression of {word} suppresses nothing", f"{word} 예외가 쓰이지 않는다"))


def _expired(name: str, entry: Entry) -> Problem:
    said = Message(f"the suppression of {entry.rule} expired on {entry.until}", f"{entry.rule} 예외가 {entry.until}에 만료되었다")
    return Problem(name, entry.line, "expired", said)
