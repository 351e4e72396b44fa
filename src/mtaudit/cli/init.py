"""``mtaudit init``: a commented configuration for a folder, after looking at its texts."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mtaudit.cli.audits import UiLang
from mtaudit.cli.choices import ui_language
from mtaudit.cli.ending import complain, one_sentence
from mtaudit.cli.output import output

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtaudit.report import Report

NAME = "mtaudit.toml"


def init(
    folder: Annotated[str, typer.Argument(help="The folder whose texts are looked at, and where the file is written.")] = ".",
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    stdout: Annotated[bool, typer.Option("--stdout", help="Print the configuration and write nothing.")] = False,
    ui_lang: UiLang = None,
) -> None:
    """Write a commented mtaudit.toml that fits the texts of a folder."""
    with one_sentence():
        from mtaudit.configuration import proposal
        from mtaudit.errors import BadSetting
        from mtaudit.report import Message

        language = ui_language(ui_lang)
        where = Path(folder)
        if not folder or not where.is_dir():
            raise BadSetting(f"{folder or 'an empty name'} is no folder")
        target = where / NAME
        if os.path.lexists(target) and not force and not stdout:
            raise BadSetting(f"{target} is there already; --force writes over it, --stdout prints the new one")
        seen = proposal.seen(_reports(folder))
        with output(None if stdout else str(target)) as out:
            out.writelines(f"{line}\n" for line in proposal.lines(seen))
        if not stdout:
            again = f"mtaudit check {shlex.quote(folder)}"
            en = f"{target} written after looking at {seen.texts} text{'' if seen.texts == 1 else 's'}; next: {again}"
            complain(Message(en, f"글 {seen.texts}편을 살펴보고 {target} 파일을 썼습니다. 다음: {again}").in_language(language))


def _reports(folder: str) -> Iterator[Report]:
    from mtaudit import engine, readers
    from mtaudit.configuration import proposal
    from mtaudit.errors import UnreadableInput

    looked_at = 0
    for path in readers.expand([folder]):
        if looked_at == proposal.MOST:
            return
        if isinstance(path, readers.Nothing):
            continue
        try:
            document = readers.read_file(path)
        except UnreadableInput:
            continue
        looked_at += 1
        yield engine.audit(document)
