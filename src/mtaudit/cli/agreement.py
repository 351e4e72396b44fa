"""The part of ``mtaudit score`` that compares texts with references and with the output of another system."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mtaudit.cli.companions import Companions
from mtaudit.errors import UnreadableInput

if TYPE_CHECKING:
    from pathlib import Path

    from mtaudit.config import Settings
    from mtaudit.document import Document, Segment
    from mtaudit.report import Report, Score
    from mtaudit.scores.references import Texts

    Rows = list[Any]
    """sacrebleu's statistics, segment by segment."""


class Wanted(NamedTuple):
    """What is compared, and how: ``resamples`` for intervals (0: none), ``test`` for a comparison with a baseline."""

    metrics: tuple[str, ...]
    references: Companions
    baselines: Companions | None = None
    tokenize: str | None = None
    resamples: int = 0
    test: str = "ar"
    segments: bool = False
    encoding: str | None = None


class Agreement:
    """Scores of one text after another, and what the scores of all together need."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self._seen: dict[tuple[str, str], list[tuple[Rows, Rows]]] = {}

    def scores(self, report: Report, document: Document, settings: Settings) -> tuple[Document, tuple[Score, ...]]:
        """The scores of an audited text, and the text as it was compared: with a segment for each line that it leaves empty.

        Raises UnreadableInput where it cannot be paired with its reference.
        """
        from mtaudit.scores.references import interval, measured

        document, texts = self._texts(report, document)
        out, seen = [], []
        for metric in self.wanted.metrics:
            found = measured(metric, texts, self.wanted.tokenize)
            details, others = dict(found.score.details), []
            if self.wanted.resamples:
                details["interval"] = interval(metric, found.rows, self.wanted.resamples)
            if self.wanted.baselines is not None:
                baseline = measured(metric, texts._replace(candidate=texts.baseline), self.wanted.tokenize)
                value, other, others = found.score.value or 0, baseline.score.value or 0, baseline.rows
                details["comparison"] = {"baseline": other, "difference": value - other}
            if self.wanted.segments:
                pairs = zip(segments_of(document), found.segments, strict=True)
                details["segments"] = [figure(document, segment, value) for segment, value in pairs]
            out.append(found.score._replace(details=details))
            seen.append(((metric, found.score.signature), (found.rows, others)))
        windows = self._windows(document, texts, settings)
        for key, rows in seen:  # only now: a text that cannot be compared is no part of the whole
            self._seen.setdefault(key, []).append(rows)
        return document, (*out, *windows)

    def _windows(self, document: Document, texts: Texts, settings: Settings) -> tuple[Score, ...]:
        """The words round the terms of the glossary, where the text has a source that demands them."""
        if settings.glossary is None or not any(segment.source for segment in document.segments):
            return ()
        from mtaudit import languages
        from mtaudit.scores import term_windows
        from mtaudit.view import DocumentView

        view = DocumentView(document, languages.get(texts.lang), settings)
        said = zip(segments_of(document), zip(*texts.references, strict=True), strict=True)
        return (term_windows.score(view, settings.glossary, {segment.number: there for segment, there in said}),)

    def of_all(self, total: Score) -> Score:
        """A score that was merged from those of all texts, with its interval and its comparison with the baseline."""
        from mtaudit.scores.references import interval
        from mtaudit.scores.significance import comparison

        seen = self._seen.get((total.name, total.signature))
        if seen is None:
            return total
        details = dict(total.details)
        ours, theirs = [[row for rows in side for row in rows] for side in zip(*seen, strict=True)]
        if self.wanted.resamples:
            details["interval"] = interval(total.name, ours, self.wanted.resamples)
        if self.wanted.baselines is not None:
            details["comparison"] = comparison(total.name, ours, theirs, self.wanted.test)
        return total._replace(details=details)

    def _texts(self, report: Report, document: Document) -> tuple[Document, Texts]:
        from mtaudit.readers.pairs import completed, paired, prose
        from mtaudit.scores.references import texts

        references = [self._read(path) for path in self.wanted.references.of(report.name)]
        baselines: list[Document] = []
        if self.wanted.baselines is not None:
            path, *more = self.wanted.baselines.of(report.name)
            if more:
                raise UnreadableInput(f"{report.name} has more than one baseline: {path} and {more[0]}")
            baselines = [self._read(path)]
        document = completed(document, [*references, *baselines])

        def beside(other: Document) -> list[str]:
            """What another file says for each segment that is compared."""
            there = zip(document.segments, paired(document, other), strict=True)
            return [text for segment, text in there if segment.kind != "code"]

        compared = map(prose, segments_of(document))
        baseline = [text for other in baselines for text in beside(other)]
        return document, texts(report.name, report.target_lang or "und", compared, map(beside, references), baseline)

    def _read(self, path: Path) -> Document:
        from mtaudit import readers

        return readers.read_file(path, self.wanted.encoding)


def segments_of(document: Document) -> list[Segment]:
    """What is compared: everything but code."""
    return [segment for segment in document.segments if segment.kind != "code"]


def figure(document: Document, segment: Segment, value: float) -> dict[str, str | float]:
    """A figure of one segment, with the line where the segment begins."""
    return {"segment": segment.key, "line": document.place(segment, 0, 0).line, "value": value}
