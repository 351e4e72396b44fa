"""``mtaudit fix``: correct. A diff by default; ``--write`` writes, ``--interactive`` asks."""

from __future__ import annotations

import os
import sys
from codecs import BOM_UTF8
from dataclasses import replace
from functools import partial
from typing import IO, TYPE_CHECKING, Annotated, Literal, TextIO, cast

import typer

from mtaudit.cli import audits, rewriting
from mtaudit.cli.choices import one_of, ui_language
from mtaudit.cli.ending import FAILED, FOUND, complain, one_sentence
from mtaudit.cli.known import Known
from mtaudit.cli.output import output
from mtaudit.cli.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mtaudit.cli.interactive import Walk
    from mtaudit.configuration import Decided
    from mtaudit.document import Document, Match, Segment
    from mtaudit.fixing import Fixed
    from mtaudit.report import Report

How = Literal["diff", "write", "ask", "print"]


def fix(
    paths: audits.Paths,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would change, and write nothing: so it is unless told.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Write the corrected texts into their files.")] = False,
    interactive: Annotated[bool, typer.Option("--interactive", help="Ask at every correction, and write what you accept.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="Also corrections that may change the meaning, such as another register.")
    ] = False,
    lang: audits.Lang = None,
    register: audits.Register = None,
    preset: audits.Preset = None,
    select: audits.Select = None,
    ignore: audits.Ignore = None,
    glossary: audits.Glossary = None,
    source: audits.Source = None,
    source_lang: audits.SourceLang = None,
    demand: audits.Demand = None,
    min_confidence: audits.MinConfidence = None,
    config: audits.Config = None,
    isolated: audits.Isolated = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 also where a diff was shown.")] = False,
    output_file: Annotated[str | None, typer.Option("--output-file", "-o", help="Write what is printed to a file.")] = None,
    encoding: audits.Encoding = None,
    stdin_filename: audits.StdinFilename = None,
    ui_lang: audits.UiLang = None,
    color: audits.Color = "auto",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No summary.")] = False,
) -> None:
    """Correct texts: a diff of the safe corrections, unless told to write them.

    A text from standard input is printed corrected.
    """
    with one_sentence():
        language = ui_language(ui_lang)
        one_of(color, ("auto", "always", "never"), "choice of color")
        how = _how(paths, diff, write, interactive)
        configuration = audits.configuration(
            preset=preset,
            register=register,
            select=select,
            ignore=ignore,
            glossary=glossary,
            config=config,
            isolated=isolated,
            lang=lang,
            source_lang=source_lang,
            demand=demand,
            min_confidence=min_confidence,
            model=["similarity=none", "fluency=none", "qe=none", "spans=none"],  # no finding of theirs has a correction
        )
        known = Known(language, use_baseline=False)
        piped = _kept() if "-" in paths else None
        found = audits.audited(paths, configuration, audits.reading(encoding), stdin_filename, source, known=known, stdin=piped)
        with output(output_file) as out:
            run = _Run(how, piped, unsafe_fixes, _Page(out, output_file, color), known)
            if how == "ask":
                from mtaudit.cli.interactive import Walk

                run.walk = Walk(language, color)
            for report, decided in found:
                _spare(report.name, output_file)
                run.text(report, decided)
                if run.ended:
                    break
            if run.tally.unreadable and how == "print":
                raise typer.Exit(FAILED)
            if not quiet:
                said = "".join(f"{line}\n" for line in run.tally.lines(how in ("write", "ask"), language))
                (out if how == "write" else sys.stderr).write(said)
    if run.tally.unreadable:
        raise typer.Exit(FAILED)
    if how == "diff" and run.tally.changed and not exit_zero:
        raise typer.Exit(FOUND)


def fixed(report: Report, audit: Callable[[Document], Report], unsafe: bool = False) -> Fixed:
    """The text of a report corrected, see ``fixing.fixed``; ``audit`` is how the report was made."""
    from mtaudit import fixing

    return fixing.fixed(report, audit, rereading(report), unsafe)


def rereading(report: Report) -> Callable[[str], Document]:
    """Makes the Document of a corrected text: of the same file and language, with the sources of the segments that it had."""
    from mtaudit import readers

    before = _document(report)

    def read(text: str) -> Document:
        document = readers.read_text(text, before.name, before.format)
        segments = document.segments
        matches: tuple[Match, ...] = ()
        if len(segments) == len(before.segments):
            matches = _moved(before, segments)
            segments = tuple(s._replace(source=b.source) for s, b in zip(segments, before.segments, strict=True))
        else:
            sources = {segment.target: segment.source for segment in before.segments}
            segments = tuple(s._replace(source=s.source or sources.get(s.target)) for s in segments)
        return replace(
            document,
            segments=segments,
            encoding=before.encoding,
            target_lang=report.target_lang,
            source_lang=before.source_lang,
            matches=matches,
        )

    return read


def _moved(before: Document, segments: Sequence[Segment]) -> tuple[Match, ...]:
    """The matches of a Document with the places that their sentences have in the same segments after a correction."""
    from difflib import SequenceMatcher

    changed: dict[int, list[tuple[int, int, int]]] = {}
    for number, (old, new) in enumerate(zip(before.segments, segments, strict=True)) if before.matches else ():
        if old.target != new.target:
            blocks = SequenceMatcher(None, old.target, new.target, autojunk=False).get_matching_blocks()
            changed[number] = [(block.a, block.b, block.size) for block in blocks]

    def moved(number: int, offset: int) -> int:
        blocks = changed.get(number, [(offset, offset, 0)])
        return next(b + max(0, offset - a) for a, b, size in blocks if offset <= a + size)

    return tuple(
        match._replace(targets=tuple([(n, moved(n, start), moved(n, end)) for n, start, end in match.targets]))
        for match in before.matches
    )


def _how(paths: list[str], diff: bool, write: bool, interactive: bool) -> How:
    from mtaudit.errors import BadSetting

    if diff + write + interactive > 1:
        raise BadSetting("--diff shows, --write writes, --interactive asks: give one of them")
    if "-" in paths and len(set(paths)) > 1:
        raise BadSetting("standard input is corrected alone: correct the files in another run")
    if interactive and ("-" in paths or not (sys.stdin.isatty() and sys.stdout.isatty())):
        raise BadSetting("--interactive asks you: it needs a terminal, and files")
    if interactive:
        return "ask"
    if "-" in paths:
        return "diff" if diff else "print"
    return "write" if write else "diff"


def _kept() -> bytes:
    """What standard input gives: a text goes back as the bytes that it came in."""
    from mtaudit.errors import UnreadableInput

    if sys.stdin is None:
        raise UnreadableInput("standard input is closed")
    return sys.stdin.buffer.read()


def _spare(name: str, output_file: str | None) -> None:
    """Raises BadSetting where a text would be replaced by its own diff."""
    from mtaudit.errors import BadSetting

    if output_file is not None and os.path.realpath(name) == os.path.realpath(output_file):
        raise BadSetting(f"{output_file} is one of the texts: --output-file is for what is printed, --write corrects a text")


def _document(report: Report) -> Document:
    assert report.document is not None
    return report.document


class _Run:
    """Corrects one text after another. ``piped`` is what standard input gave, where the text comes from it."""

    def __init__(self, how: How, piped: bytes | None, unsafe: bool, page: _Page, known: Known) -> None:
        self.how = how
        self.piped = piped
        self.unsafe = unsafe
        self.page = page
        self.known = known
        self.walk: Walk | None = None
        self.refused = ""
        self.tally = Tally()

    @property
    def ended(self) -> bool:
        return self.walk is not None and self.walk.stopped

    def text(self, report: Report, decided: Decided | None) -> None:
        """Corrects the text of a report; what cannot be corrected is said, and does not stop the others."""
        if decided is None:
            self.tally.unreadable += 1
            return
        try:
            done = self._corrected(report, decided)
            self._deliver(_document(report), _document(done.report).text)
            self.tally.add(_document(report), done, self.unsafe)
        except rewriting.NotWritten as error:
            if str(error) != self.refused:  # once for all rows of a table
                self.refused = str(error)
                complain(self.refused)
                self.tally.unreadable += 1
        except OSError:  # of the output: it ends the run
            raise
        except Exception as error:
            audits.failure(report.name, error)
            self.tally.unreadable += 1

    def _corrected(self, report: Report, decided: Decided) -> Fixed:
        rewriting.writable(_document(report))
        audit = partial(self.known.audit, decided=decided)
        if self.walk is not None:
            return self.walk.through(report, audit, rereading(report), self.unsafe)
        return fixed(report, audit, self.unsafe)

    def _deliver(self, document: Document, text: str) -> None:
        """Writes a corrected text, or prints it or what changes. Raises NotWritten."""
        if text == document.text:
            if self.how == "print" and self.piped is not None:
                self.page.bytes(self.piped)
        elif self.how in ("write", "ask"):
            rewriting.rewrite(document, text)
        else:
            before, after = rewriting.contents(document, text, self.piped)
            if self.how == "print":
                self.page.bytes(after)
            else:
                self.page.diff(document, text, before.startswith(BOM_UTF8))


class _Page:
    """Where a diff or a corrected text is printed: for a person at a terminal, or for a program."""

    def __init__(self, out: IO[str], file: str | None, color: str) -> None:
        self.out = out
        self.console = None
        if color == "always" or (file is None and sys.stdout.isatty()):
            from rich.console import Console

            forced = {"auto": None, "always": True, "never": None}[color]
            self.console = Console(file=out, force_terminal=forced, no_color=color == "never" or None)

    def bytes(self, data: bytes) -> None:
        self.out.flush()
        cast(TextIO, self.out).buffer.write(data)

    def diff(self, document: Document, text: str, marked: bool) -> None:
        """For a program in the encoding of the file and with its byte order mark, so that the diff can be applied to it."""
        from mtaudit.writers import diff

        if self.console is not None:
            for line in diff.styled(diff.write(document.text, text, document.name)):
                self.console.print(line, soft_wrap=True, highlight=False)
            return
        mark = "\ufeff" if marked or document.encoding == "utf-8-sig" else ""
        lines = "".join(diff.write(mark + document.text, mark + text, document.name))
        by_line = "\n".encode(document.encoding) == b"\n"  # not so in UTF-16
        self.bytes(lines.encode(document.encoding if by_line else "utf-8", "backslashreplace"))
