"""``mtaudit fix``: correct. A diff by default; ``--write`` writes, ``--interactive`` asks."""

from __future__ import annotations

import os
import sys
from codecs import BOM_UTF8
from collections import Counter
from dataclasses import replace
from functools import partial
from typing import IO, TYPE_CHECKING, Annotated, Literal, TextIO, cast

import typer

from mtaudit.cli import audits, rewriting
from mtaudit.cli.choices import one_of, ui_language
from mtaudit.cli.ending import FAILED, FOUND, complain, one_sentence
from mtaudit.cli.output import output
from mtaudit.report import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mtaudit.document import Document
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
        from mtaudit import engine

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
        )
        walk = None
        if how == "ask":
            from mtaudit.cli.interactive import Walk

            walk = Walk(language, color)
        tally = Tally()
        with output(output_file) as out:
            page = _Page(out, output_file is None and sys.stdout.isatty(), color)
            for report, decided in audits.audited(paths, configuration, encoding, stdin_filename, source):
                if decided is None:
                    tally.unread()
                    continue
                _spare(report.name, output_file)
                audit = partial(engine.audit, settings=decided.settings)
                try:
                    rewriting.writable(_document(report))
                    if walk is not None:
                        done = walk.through(report, audit, rereading(report), unsafe_fixes)
                    else:
                        done = fixed(report, audit, unsafe_fixes)
                    _deliver(how, _document(report), _document(done.report).text, page, paths == ["-"])
                    tally.add(report, done, unsafe_fixes)
                except rewriting.NotWritten as error:
                    complain(str(error))
                    tally.unread()
                except OSError:  # of the output: it ends the run
                    raise
                except Exception as error:
                    audits.failure(report.name, error)
                    tally.unread()
                if walk is not None and walk.stopped:
                    break
            if not quiet:
                said = "".join(f"{line}\n" for line in tally.lines(how in ("write", "ask"), language))
                (out if how == "write" else sys.stderr).write(said)
    if tally.unreadable:
        raise typer.Exit(FAILED)
    if how == "diff" and tally.changed and not exit_zero:
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
        if len(segments) == len(before.segments):
            segments = tuple(s._replace(source=b.source) for s, b in zip(segments, before.segments, strict=True))
        else:
            sources = {segment.target: segment.source for segment in before.segments}
            segments = tuple(s._replace(source=sources.get(s.target)) for s in segments)
        return replace(
            document,
            segments=segments,
            encoding=before.encoding,
            target_lang=report.target_lang,
            source_lang=before.source_lang,
        )

    return read


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


def _spare(name: str, output_file: str | None) -> None:
    """Raises BadSetting where a text would be replaced by its own diff."""
    from mtaudit.errors import BadSetting

    if output_file is not None and os.path.realpath(name) == os.path.realpath(output_file):
        raise BadSetting(f"{output_file} is one of the texts: --output-file is for what is printed, --write corrects a text")


def _document(report: Report) -> Document:
    assert report.document is not None
    return report.document


def _deliver(how: How, document: Document, text: str, page: _Page, piped: bool) -> None:
    """Writes a corrected text, or prints it or what changes. Raises NotWritten. ``piped``: it came from standard input."""
    if how == "print":
        page.bytes(rewriting.encoded(document, text, document.encoding))
    elif text == document.text:
        return
    elif how == "diff":
        before = b"" if piped else rewriting.contents(document, text)[0]
        page.diff(document, text, before.startswith(BOM_UTF8))
    else:
        rewriting.rewrite(document, text)


class _Page:
    """Where a diff or a corrected text is printed: for a person at a terminal, or for a program."""

    def __init__(self, out: IO[str], terminal: bool, color: str) -> None:
        self.out = out
        self.console = None
        if terminal or color == "always":
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


class Tally:
    """What was done to the texts that went by."""

    def __init__(self) -> None:
        self.texts = self.changed = self.unreadable = self.refused = 0
        self.corrected: Counter[str] = Counter()
        self.unsafe: Counter[str] = Counter()

    def unread(self) -> None:
        """A text that could not be read or written."""
        self.unreadable += 1

    def add(self, report: Report, done: Fixed, unsafe: bool) -> None:
        self.texts += 1
        self.changed += _document(report).text != _document(done.report).text
        self.refused += len(done.refused)
        self.corrected.update(f"{finding.code} {finding.rule}" for finding in done.applied)
        if not unsafe:
            left = (f for f in done.report.findings if f.fix is not None and not f.fix.safe)
            self.unsafe.update(f"{finding.code} {finding.rule}" for finding in left)

    def lines(self, written: bool, ui_lang: str) -> Iterator[str]:
        """How many findings were corrected and how many are left for ``--unsafe-fixes``, in all and by rule."""
        yield self._total(written).in_language(ui_lang)
        for rule, number in self.corrected.most_common():
            yield f"{number:>6}  {rule}"
        for rule, number in self.unsafe.most_common():
            yield f"{number:>6}  {rule}  (--unsafe-fixes)"
        if self.refused:
            n = self.refused
            said = Message(
                f"left alone, because correcting them would bring up another finding: {n}",
                f"고치면 다른 지적이 생겨 그대로 둔 지적: {n}건",
            )
            yield said.in_language(ui_lang)

    def _total(self, written: bool) -> Message:
        n, files, texts = self.corrected.total(), self.changed, self.texts
        more = self.unsafe.total()
        if n:
            en = f"{_count(n, 'finding')} {'corrected' if written else 'can be corrected'} in {files} of {_count(texts, 'text')}"
            ko = f"글 {texts}건 가운데 {files}건에서 지적 {n}건을 {'고쳤음' if written else '고칠 수 있음'}"
        else:
            en, ko = (
                f"nothing {'corrected' if written else 'to correct'} in {_count(texts, 'text')}",
                f"글 {texts}건에 고친 것이 없음" if written else f"글 {texts}건에 고칠 것이 없음",
            )
        if more:
            en, ko = f"{en}, {more} more with --unsafe-fixes", f"{ko}, --unsafe-fixes를 쓰면 {more}건 더"
        return Message(en, ko)


def _count(number: int, one: str) -> str:
    return f"{number:,} {one if number == 1 else one + 's'}"
