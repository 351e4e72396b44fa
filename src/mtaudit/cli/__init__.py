"""The command line: one file per command."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.callback()
def callback() -> None:
    """Audits machine-translated text."""


@app.command()
def scan(
    paths: list[Path],
    output_format: Annotated[str, typer.Option()] = "json",
    exit_zero: Annotated[bool, typer.Option()] = False,
    lang: Annotated[str | None, typer.Option()] = None,
    select: Annotated[str, typer.Option()] = "ALL",
) -> None:
    from mtaudit import engine
    from mtaudit.config import Settings
    from mtaudit.readers import markdown, text
    from mtaudit.writers import json

    settings = Settings(lang=lang, select=tuple(select.split(",")))

    def reports():  # type: ignore[no-untyped-def]
        for p in paths:
            reader = markdown if p.suffix == ".md" else text
            yield engine.audit(reader.read(p.read_bytes().decode("utf-8"), str(p)), settings)

    if output_format == "text":
        for r in reports():  # type: ignore[no-untyped-call]
            for f in r.findings:
                print(f"{r.name}:{f.place.line}:{f.place.column}: {f.code} {f.severity} [{f.place.text}] {f.message.en}")
        return
    sys.stdout.writelines(json.write(reports(), "0.1.0"))  # type: ignore[no-untyped-call]


def run() -> None:
    app()
