"""Findings that somebody knows already: suppressed with a reason, or in a baseline."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mtaudit.cli.ending import complain
from mtaudit.errors import BadSetting, UnreadableInput

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtaudit.baseline import Matching
    from mtaudit.configuration import Decided
    from mtaudit.document import Document
    from mtaudit.report import Report
    from mtaudit.suppressions.sidecar import Sidecar

BASELINE = "mtaudit-baseline.json"

Baseline = Annotated[str | None, typer.Option(help="Leave out the findings that this file knows; else the configuration's.")]
WriteBaseline = Annotated[
    bool,
    typer.Option("--write-baseline", help=f"Write all findings into the baseline ({BASELINE}); one that is there cannot grow."),
]
AllowGrowth = Annotated[bool, typer.Option("--allow-growth", help="Let --write-baseline add findings to a baseline that is there.")]
Prune = Annotated[bool, typer.Option("--prune", help="Take out of the baseline what is no more; for a run over all texts.")]


class Known:
    """What is known in one run, a report after the other. ``end`` tells what is wrong with suppressions, and writes baselines."""

    def __init__(
        self,
        ui_lang: str,
        baseline: str | None = None,
        use_baseline: bool = True,
        write: bool = False,
        prune: bool = False,
        told: set[str] | None = None,
    ) -> None:
        self.ui_lang = ui_lang
        self.write = write
        self.prune = prune
        self._given = Path(baseline) if baseline is not None else None
        self._use_baseline = use_baseline
        self._baselines: dict[Path, Matching] = {}
        self._sidecars: dict[Path, Sidecar | None] = {}
        self.told = told if told is not None else set()

    def audit(self, document: Document, decided: Decided) -> Report:
        """An audit of a document without what is known."""
        from mtaudit import engine

        return self.unknown(engine.audit(document, decided.settings), decided)

    def unknown(self, report: Report, decided: Decided) -> Report:
        """The report without what is known, and with the MQM score of the rest."""
        from mtaudit import engine

        shown = self._without_suppressed(report, decided)
        baseline = self._baseline(decided)
        if baseline is not None:
            shown = baseline.unknown(shown)
        return engine.with_findings(report, shown.findings, decided.settings)

    def _without_suppressed(self, report: Report, decided: Decided) -> Report:
        sidecar = self._sidecar(decided)
        if report.document is None or (sidecar is None and "mtaudit-" not in report.document.text):
            return report
        from mtaudit.rules import names
        from mtaudit.suppressions import suppressed

        shown, _, problems = suppressed(report, names(), sidecar)
        for problem in problems:
            self._tell(problem.name, problem.line, problem.message.in_language(self.ui_lang))
        return shown

    def _sidecar(self, decided: Decided) -> Sidecar | None:
        from mtaudit.rules import names
        from mtaudit.suppressions.sidecar import NAME, read

        told = decided.values.get("suppressions")
        file = decided.folder / (told or NAME)
        if file not in self._sidecars:
            with _of_the_run(file):
                self._sidecars[file] = read(str(file), names()) if told or file.is_file() else None
        return self._sidecars[file]

    def _baseline(self, decided: Decided) -> Matching | None:
        if not self._use_baseline:
            return None
        told = decided.values.get("baseline")
        if self._given is None and told is None and not (self.write or self.prune):
            return None
        file = self._given or decided.folder / (told or BASELINE)
        if file not in self._baselines:
            from mtaudit import baseline

            with _of_the_run(file):
                entries = baseline.read(file) if file.exists() or not self.write else ()
            self._baselines[file] = baseline.Matching(entries, file.parent)
        return self._baselines[file]

    def _tell(self, name: str, line: int, sentence: str) -> None:
        said = f"{name}:{line}: {sentence}"
        if said not in self.told:
            self.told.add(said)
            complain(said)

    def end(self, allow_growth: bool = False) -> None:
        """Raises BadSetting where a baseline would grow and may not."""
        for sidecar in self._sidecars.values():
            for problem in sidecar.astray() if sidecar is not None else ():
                self._tell(problem.name, problem.line, problem.message.in_language(self.ui_lang))
        if not (self.write or self.prune):
            return
        from mtaudit import baseline
        from mtaudit.cli.output import output

        for file, matching in self._baselines.items():
            if self.write and file.exists() and matching.added and not allow_growth:
                raise BadSetting(baseline.refusal(matching.added, file))
            entries = matching.renewed(grow=self.write)
            with output(os.path.realpath(file)) as out:
                out.writelines(baseline.written(entries))
            number = sum(entry.findings for entry in entries)
            complain(f"{file} holds {number:,} finding{'' if number == 1 else 's'}")


@contextmanager
def _of_the_run(file: Path) -> Iterator[None]:
    """What is wrong with a file that all texts need ends the run, and is no fault of a text."""
    if file.is_char_device():
        raise BadSetting(f"{file} is a device, not a file")
    try:
        yield
    except UnreadableInput as error:
        raise BadSetting(str(error)) from None
