"""``scan --show-alignment``: which sentences of a text go with which of its source, to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtaudit.cli.output import output
from mtaudit.cli.outputs import console
from mtaudit.document import Match
from mtaudit.writers.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import IO

    from rich.table import Table

    from mtaudit.cli.outputs import Target
    from mtaudit.document import Document
    from mtaudit.report import Report


def write(reports: Iterable[Report], target: Target, ui_lang: str, color: str) -> None:
    """The alignment of each text: as a table in a terminal, otherwise line by line."""
    with output(target.file) as out:
        for report in reports:
            document = report.document
            if document is None:
                continue
            if target.format == "rich":
                console(out, color).print(_table(document, ui_lang))
            else:
                _lines(document, ui_lang, out)


def _matches(document: Document) -> Iterator[Match]:
    """Those of a text that was aligned; of one whose segments were paired each segment with its source."""
    if document.matches:
        yield from document.matches
        return
    if not any(segment.source for segment in document.segments):
        return
    for number, segment in enumerate(document.segments):
        yield Match((segment.source,) if segment.source else (), ((number, 0, len(segment.target)),) if segment.target else ())


def _evidence(match: Match, document: Document) -> str:
    return f"{match.score:+.1f}" if document.matches and match.sources and match.targets else ""


def _targets(match: Match, document: Document) -> list[str]:
    return [visible(document.segments[number].target[start:end]) for number, start, end in match.targets]


def _lines(document: Document, ui_lang: str, out: IO[str]) -> None:
    out.write(f"{visible(document.name)}: {_summary(document, ui_lang)}\n")
    for match in _matches(document):
        head = f"{len(match.sources)}-{len(match.targets)}  {_evidence(match, document)}".rstrip()
        lines = [*(f"  < {visible(text)}" for text in match.sources), *(f"  > {text}" for text in _targets(match, document))]
        out.write("\n".join(["", head, *lines, ""]))


def _table(document: Document, ui_lang: str) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    heads = ("", "원문", "번역", "근거") if ui_lang == "ko" else ("", "source", "translation", "evidence")
    table = Table(
        title=Text(f"{visible(document.name)}: {_summary(document, ui_lang)}"),
        title_justify="left",
        box=box.SIMPLE,
        show_lines=True,
    )
    for head, ratio in zip(heads, (None, 1, 1, None), strict=True):
        table.add_column(head, ratio=ratio, overflow="fold", justify="right" if head == heads[-1] else "left")
    for match in _matches(document):
        kind = f"{len(match.sources)}-{len(match.targets)}"
        style = "" if kind == "1-1" else "yellow" if match.sources and match.targets else "red"
        texts = ("\n".join(map(visible, match.sources)), "\n".join(_targets(match, document)), _evidence(match, document))
        table.add_row(Text(kind, style), *map(Text, texts))
    return table


def _summary(document: Document, ui_lang: str) -> str:
    matches = list(_matches(document))
    omitted = sum([not match.targets for match in matches])
    added = sum([not match.sources for match in matches])
    if not matches:
        return "원문이 없다" if ui_lang == "ko" else "there is no source"
    if not document.matches:
        return "줄이나 단락끼리 짝지었다" if ui_lang == "ko" else "paired by lines or segments"
    if ui_lang == "ko":
        return f"문장끼리 짝지었다. 빠진 문장 {omitted}개, 덧붙은 문장 {added}개"
    return f"aligned by sentences, {omitted} omitted, {added} added"
