"""``mtaudit init``: a commented configuration for a folder, after looking at its texts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

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
) -> None:
    """Write a commented mtaudit.toml that fits the texts of a folder."""
    with one_sentence():
        from mtaudit.configuration import proposal
        from mtaudit.errors import BadSetting

        where = Path(folder)
        if not where.is_dir():
            raise BadSetting(f"{folder} is no folder")
        target = where / NAME
        if target.exists() and not force and not stdout:
            raise BadSetting(f"{target} is there already; --force writes over it, --stdout prints the new one")
        seen = proposal.seen(_reports(folder))
        with output(None if stdout else str(target)) as out:
            out.writelines(f"{line}\n" for line in proposal.lines(seen))
        if not stdout:
            texts = f"{seen.texts} text{'' if seen.texts == 1 else 's'}"
            complain(f"{target} written after looking at {texts}; next: mtaudit check {folder}")


def _reports(folder: str) -> Iterator[Report]:
    from mtaudit import engine, readers
    from mtaudit.configuration import proposal
    from mtaudit.errors import UnreadableInput

    looked_at = 0
    for path in readers.expand([folder]):
        if isinstance(path, readers.Nothing) or looked_at == proposal.MOST:
            continue
        try:
            document = readers.read_file(path)
        except UnreadableInput:
            continue
        looked_at += 1
        yield engine.audit(document)
