"""The part of ``mtaudit score`` that compares texts with references and with the output of another system."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mtaudit.cli.companions import Companions
from mtaudit.errors import UnreadableInput

if TYPE_CHECKING:
    from pathlib import Path

    from mtaudit.config import Settings
    from mtaudit.document import Document, Segment
    from mtaudit.report import Report, Score
    from mtaudit.scores.references import Measured, Texts


class Wanted(NamedTuple):
    """What is compared, and how: ``resamples`` for intervals (0: none), ``test`` for a comparison with a baseline."""

    settings: Settings
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
        self._seen: dict[tuple[str, str], list[tuple[Texts, Measured]]] = {}

    def scores(self, report: Report) -> tuple[Score, ...]:
        """The scores of an audited text. Raises UnreadableInput where it cannot be paired with its reference."""
        from mtaudit.scores.references import interval, measured

        assert report.document is not None
        texts = self._texts(report, report.document)
        out = []
        for metric in self.wanted.metrics:
            found = measured(metric, texts, self.wanted.tokenize)
            self._seen.setdefault((metric, found.score.signature), []).append((texts, found))
            details = dict(found.score.details)
            if self.wanted.resamples:
                details["interval"] = interval(metric, found.rows, self.wanted.resamples)
            if self.wanted.baselines is not None:
                other = texts._replace(candidate=texts.baseline)
                baseline = measured(metric, other, self.wanted.tokenize).score.value
                details["comparison"] = {"baseline": baseline, "difference": (found.score.value or 0) - (baseline or 0)}
            if self.wanted.segments:
                pairs = zip(segments_of(report.document), found.segments, strict=True)
                details["segments"] = [figure(report.document, segment, value) for segment, value in pairs]
            out.append(found.score._replace(details=details))
        return (*out, *self._windows(report.document, texts))

    def _windows(self, document: Document, texts: Texts) -> tuple[Score, ...]:
        """The words round the terms of the glossary, where the text has a source that demands them."""
        settings = self.wanted.settings
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
        from mtaudit.scores.references import interval, joined
        from mtaudit.scores.significance import comparison

        seen = self._seen.get((total.name, total.signature))
        if seen is None:
            return total
        details = dict(total.details)
        if self.wanted.resamples:
            rows = [row for _, found in seen for row in found.rows]
            details["interval"] = interval(total.name, rows, self.wanted.resamples)
        if self.wanted.baselines is not None:
            texts = joined([texts for texts, _ in seen])
            details["comparison"] = comparison(total.name, texts, self.wanted.tokenize, self.wanted.test)
        return total._replace(details=details)

    def _texts(self, report: Report, document: Document) -> Texts:
        from mtaudit.readers.pairs import prose
        from mtaudit.scores.references import texts

        compared = segments_of(document)
        references = [self._beside(document, path) for path in self.wanted.references.of(report.name)]
        baseline: list[str] = []
        if self.wanted.baselines is not None:
            path, *more = self.wanted.baselines.of(report.name)
            if more:
                raise UnreadableInput(f"{report.name} has more than one baseline: {path} and {more[0]}")
            baseline = self._beside(document, path)
        return texts(report.name, report.target_lang or "und", map(prose, compared), references, baseline)

    def _beside(self, document: Document, path: Path) -> list[str]:
        """What another file says for each segment that is compared."""
        from mtaudit import readers
        from mtaudit.readers.pairs import paired

        there = paired(document, readers.read_file(path, self.wanted.encoding))
        return [text for segment, text in zip(document.segments, there, strict=True) if segment.kind != "code"]


def segments_of(document: Document) -> list[Segment]:
    """What is compared: everything but code."""
    return [segment for segment in document.segments if segment.kind != "code"]


def figure(document: Document, segment: Segment, value: float) -> dict[str, str | float]:
    """A figure of one segment, with the line where the segment begins."""
    return {"segment": segment.key, "line": document.place(segment, 0, 0).line, "value": value}
