"""What an audit says: Findings with their Fixes, Scores, and the Report that carries them to a writer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from mtaudit.document import Document, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

Severity = Literal["critical", "major", "minor", "neutral"]
SEVERITIES: tuple[Severity, ...] = ("critical", "major", "minor", "neutral")
"""From the worst down. ``neutral`` is advice: it costs nothing and never fails a check."""


NOTHING: Mapping[str, Any] = {}
"""Empty, and never written to."""


class Message(NamedTuple):
    """One sentence for the reader, in English and in Korean."""

    en: str
    ko: str

    def in_language(self, ui_lang: str) -> str:
        return self.ko if ui_lang == "ko" else self.en


SEVERITY_WORDS: Mapping[Severity, Message] = {
    "critical": Message("critical", "치명"),
    "major": Message("major", "중대"),
    "minor": Message("minor", "경미"),
    "neutral": Message("advice", "조언"),
}
"""What the severities are called."""


class Fix(NamedTuple):
    """Other text for the finding's span. ``safe`` means that no meaning can change."""

    text: str
    safe: bool = False


class Related(NamedTuple):
    """Another place that belongs to the same finding. Where it is further on and its text is that of the finding, it is the same fault."""

    place: Place
    message: Message


class Hit(NamedTuple):
    """What and where, as a rule says it. ``None`` leaves severity and confidence to the rule's own."""

    place: Place
    message: Message
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    confidence: float | None = None
    severity: Severity | None = None


class Finding(NamedTuple):
    """A hit, and who said it and how bad it is. ``confidence`` is between 0 and 1."""

    code: str
    rule: str
    mqm: str
    severity: Severity
    confidence: float
    place: Place
    message: Message
    fix: Fix | None = None
    related: tuple[Related, ...] = ()


class RuleInfo(NamedTuple):
    """What a writer may say of a rule."""

    code: str
    name: str
    mqm: str
    severity: Severity
    summary: Message


class ModelInfo(NamedTuple):
    """A model that had a say: what for, its hub id or folder, the revision of what was loaded, and the licence of its weights."""

    kind: str
    name: str
    revision: str
    licence: str

    def part(self) -> str:
        """What a signature says of it: ``similarity=use-multilingual-v3@0.2.1 (Apache-2.0)``; no ``|``, no control character."""
        import re

        said = f"{self.kind}={self.name}@{self.revision} ({self.licence})"
        return re.sub(r"[|\x00-\x1f\x7f-\x9f]", "_", said)


class Score(NamedTuple):
    """A figure, how it was made, and the sums that it was made from: sums of shards add up, values do not."""

    name: str
    value: float | None
    signature: str
    sums: Mapping[str, float]
    verdict: Literal["pass", "fail"] | None = None
    details: Mapping[str, Any] = NOTHING

    @property
    def shown(self) -> str:
        """The figure for people: one decimal of a score up to 100, three of a model's, whose scale is often from 0 to 1."""
        return "–" if self.value is None else f"{self.value:.{3 if 'millionths' in self.sums else 1}f}"


PARAGRAPH = "|"
"""Stands between paragraphs in the sequence of a RegisterProfile."""


class RegisterProfile(NamedTuple):
    """How a document speaks: the speech level of each narrated sentence, in the order of the text.

    ``sequence`` holds the register of each narrated sentence, and PARAGRAPH where a new paragraph begins.
    ``expected`` is the register that the house wants or the majority has. ``switches_inside`` and
    ``switches_between`` count changes of register inside paragraphs and at their borders.
    """

    counts: Mapping[str, int]
    registers: Mapping[str, int]
    expected: str | None
    mixed: bool
    switches_inside: int
    switches_between: int
    sequence: tuple[str, ...]


class Report(NamedTuple):
    """All that a writer needs to print one audited document. ``error`` is set where it could not be read."""

    name: str
    format: str = "text"
    document: Document | None = None
    target_lang: str | None = None
    source_lang: str | None = None
    findings: tuple[Finding, ...] = ()
    scores: tuple[Score, ...] = ()
    register: RegisterProfile | None = None
    rules: Mapping[str, RuleInfo] = NOTHING
    signature: str = ""
    error: str | None = None
    models: tuple[ModelInfo, ...] = ()


def fingerprints(report: Report) -> Iterator[str]:
    """One stable name for each finding, in order: the rule, what it marks and its paragraph, not its line.

    Equal findings in equal paragraphs are told apart by their number.
    """
    from hashlib import blake2b

    def digest(*parts: str) -> str:
        return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

    wanted = {finding.place.segment for finding in report.findings}
    segments = report.document.segments if report.document is not None else ()
    around = {s.key: digest(" ".join(s.target.split())) for s in segments if s.key in wanted}
    seen: dict[tuple[str, ...], int] = {}
    for finding in report.findings:
        what = (finding.code, finding.place.text, around.get(finding.place.segment, ""))
        seen[what] = seen.get(what, 0) + 1
        yield digest(*what, str(seen[what]))
