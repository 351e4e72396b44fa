"""Whether texts may be published: the gate of the configuration, and a verdict in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from mtaudit.report import SEVERITIES, SEVERITY_WORDS, Message

if TYPE_CHECKING:
    from mtaudit.config import Gate
    from mtaudit.report import Report


class Reason(NamedTuple):
    """Why a document fails: ``key`` is that of the configuration (``gate.fail-on``)."""

    key: str
    message: Message


def reasons(report: Report, gate: Gate) -> tuple[Reason, ...]:
    """Everything for which the gate stops a document; nothing where it may pass."""
    return tuple(_reasons(report, gate))


def _reasons(report: Report, gate: Gate) -> Iterator[Reason]:
    counts = Counter(finding.severity for finding in report.findings)
    if gate.fail_on is not None:
        bad = sum(counts[s] for s in SEVERITIES[: SEVERITIES.index(gate.fail_on) + 1])
        if bad:
            en, ko = SEVERITY_WORDS[gate.fail_on]
            worse = gate.fail_on != "critical"
            said = f"{_count(bad, 'finding')} of severity {en}" + (" or worse" if worse else "")
            yield Reason("gate.fail-on", Message(said, f"{ko}{' 이상' if worse else ''} 지적 {bad}건"))
    if gate.max_minor is not None and counts["minor"] > gate.max_minor:
        n, most = counts["minor"], gate.max_minor
        yield Reason(
            "gate.max-minor", Message(f"{_count(n, 'minor finding')}, allowed {most}", f"경미한 지적 {n}건(허용 {most}건)")
        )
    if gate.min_score is not None:
        yield from _by_score(report, gate.min_score)
    for word, most in gate.limits.items():
        n = sum(word in ("ALL", finding.rule) or finding.code.startswith(word) for finding in report.findings)
        if n > most:
            said = f"{_count(n, 'finding')} of {word}, allowed {most}"
            yield Reason(f"gate.max.{word}", Message(said, f"{word} 지적 {n}건(허용 {most}건)"))


def _by_score(report: Report, least: float) -> Iterator[Reason]:
    for score in report.scores:
        calibrated = score.details.get("calibrated")
        if score.name == "mqm" and calibrated is not None and calibrated < least:
            shown = _below(calibrated, least)
            yield Reason("gate.min-score", Message(f"MQM {shown} is below {least:g}", f"MQM 점수 {shown}점(기준 {least:g}점)"))


class Verdict:
    """The verdict on many documents, one after the other; it keeps counts and no documents."""

    def __init__(self) -> None:
        self.documents = self.failed = self.unreadable = 0
        self._why: dict[str, int] = {}
        self._alone: tuple[Reason, ...] = ()

    def add(self, report: Report, gate: Gate) -> tuple[Reason, ...]:
        """Takes a report into the verdict, and says why its document fails."""
        self.documents += 1
        why = reasons(report, gate)
        if why:
            self.failed += 1
            self._alone = why
            for reason in why:
                self._why[reason.key] = self._why.get(reason.key, 0) + 1
        return why

    def unread(self) -> None:
        """Takes a file into the verdict that could not be read."""
        self.documents += 1
        self.unreadable += 1

    @property
    def passed(self) -> bool:
        return not self.failed and not self.unreadable

    def sentence(self) -> Message:
        """The verdict in one sentence."""
        if self.unreadable:
            en = f"No verdict: {_count(self.unreadable, 'file')} could not be read"
            ko = f"판정할 수 없음: 파일 {self.unreadable}건을 읽지 못함"
            if self.failed:
                return Message(
                    f"{en}, and {self.failed} of {self.documents} fail.", f"{ko}, {self.documents}건 가운데 {self.failed}건 불합격."
                )
            return Message(f"{en}.", f"{ko}.")
        if not self.failed:
            return Message(f"Ready: {_count(self.documents, 'document')} passed.", f"통과: 문서 {self.documents}건.")
        if self.documents == 1:
            en = "; ".join(reason.message.en for reason in self._alone)
            ko = "; ".join(reason.message.ko for reason in self._alone)
            return Message(f"Not ready: {en}.", f"불합격: {ko}.")
        why = ", ".join(f"{key} {n}" for key, n in self._why.items())
        return Message(
            f"Not ready: {self.failed} of {self.documents} documents fail ({why}).",
            f"불합격: 문서 {self.documents}건 가운데 {self.failed}건({why}).",
        )


def _below(value: float, least: float) -> str:
    """A figure that is less than another, with as many digits as show it."""
    return next((shown for digits in (1, 2, 3) if float(shown := f"{value:.{digits}f}") < least), repr(value))


def _count(number: int, one: str) -> str:
    return f"{number:,} {one if number == 1 else one + 's'}"
