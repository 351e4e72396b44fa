"""``mtaudit ignore FINGERPRINT``: a finding that stays, with the reason, for texts that can hold no comment."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mtaudit.cli import audits
from mtaudit.cli.ending import one_sentence
from mtaudit.cli.output import output_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mtaudit.cli.audits import Audited
    from mtaudit.report import Finding
    from mtaudit.suppressions.sidecar import Entry

SHORTEST = 8
"""So many characters of a fingerprint must be given."""


def ignore(
    fingerprint: Annotated[str, typer.Argument(help="As --output-format json shows it; its first 8 characters may do.")],
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH...]", help="Where to look for it; else this folder.")] = None,
    reason: Annotated[str, typer.Option(help="Why the finding may stay.")] = "",
    owner: Annotated[str, typer.Option(help="Who answers for that.")] = "",
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="The last day on which it may stay.")
    ] = None,
    file: Annotated[str | None, typer.Option(help="The file of the suppressions; else the configuration's.")] = None,
    lang: audits.Lang = None,
    register: audits.Register = None,
    preset: audits.Preset = None,
    glossary: audits.Glossary = None,
    source: audits.Source = None,
    source_lang: audits.SourceLang = None,
    demand: audits.Demand = None,
    config: audits.Config = None,
    isolated: audits.Isolated = False,
    encoding: audits.Encoding = None,
) -> None:
    """Suppress a finding with a reason, in mtaudit-ignore.toml beside the texts.

    Texts in Markdown and HTML can say it themselves: <!-- mtaudit-ignore RULE: reason -->.
    """
    with one_sentence():
        from mtaudit.errors import BadSetting
        from mtaudit.suppressions.sidecar import NAME

        if not reason.strip():
            raise BadSetting("a suppression needs a reason: --reason TEXT")
        if until is not None and until.date() < date.today():
            raise BadSetting(f"--until {until.date()} is past")
        configuration = audits.configuration(
            preset=preset,
            register=register,
            glossary=glossary,
            config=config,
            isolated=isolated,
            lang=lang,
            source_lang=source_lang,
            demand=demand,
        )
        by_file: dict[Path, list[Entry]] = {}
        for found, finding in _found(
            audits.audited(paths or ["."], configuration, audits.reading(encoding), None, source), fingerprint
        ):
            assert found.decided is not None
            where = Path(file) if file is not None else found.decided.folder / found.decided.values.get("suppressions", NAME)
            entry = _entry(found, finding, where)._replace(
                reason=reason.strip(), owner=owner.strip(), until=until.date() if until else None
            )
            if entry not in by_file.setdefault(where, []):
                by_file[where].append(entry)
        for where, entries in by_file.items():
            _append(where, entries)


def _entry(found: Audited, finding: Finding, file: Path) -> Entry:
    from mtaudit.passage import Passages, portable
    from mtaudit.suppressions.sidecar import Entry

    assert found.report.document is not None
    sentence = Passages(found.report.document, found.report.target_lang).of(finding.place).sentence
    return Entry(finding.rule, portable(found.report.name, file.parent), sentence, "")


def _found(several: Iterable[Audited], wanted: str) -> Iterator[tuple[Audited, Finding]]:
    """The findings with that fingerprint: equal ones in several texts have the same."""
    from mtaudit.errors import BadSetting
    from mtaudit.report import fingerprints

    if len(wanted) < SHORTEST:
        raise BadSetting(f"{SHORTEST} characters of a fingerprint are needed, not {len(wanted)}")
    seen: set[str] = set()
    for one in several:
        for finding, fingerprint in zip(one.report.findings, fingerprints(one.report), strict=True):
            if fingerprint.startswith(wanted):
                seen.add(fingerprint)
                yield one, finding
    if not seen:
        raise BadSetting(f"no finding has the fingerprint {wanted}; look where it was found, with the same options")
    if len(seen) > 1:
        raise BadSetting(f"{len(seen)} fingerprints begin with {wanted}")


def _append(file: Path, entries: list[Entry]) -> None:
    """Writes what is not there yet. Raises BadSetting where one of them is."""
    from mtaudit.errors import BadSetting
    from mtaudit.files import content
    from mtaudit.rules import names
    from mtaudit.suppressions.sidecar import appended, parsed
    from mtaudit.writers.visible import visible

    rules = names()
    old = content(file) if file.exists() else b""
    present = {(e.rule, e.path, e.sentence): e for several in parsed(old, str(file), rules).entries.values() for e in several}
    for entry in entries:
        same = present.get(entry[:3])
        if same is not None:
            until = f" until {same.until}" if same.until else ""
            raise BadSetting(f"{file}:{same.line} suppresses {entry.rule} there already{until}: {same.reason}")
    data = appended(old, entries)
    parsed(data, str(file), rules)
    output_bytes(os.path.realpath(file), data)
    for entry in entries:
        typer.echo(visible(f"{file}: {entry.rule} in {entry.path}: {entry.sentence}"))
