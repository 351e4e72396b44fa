"""Workflow commands of GitHub Actions, which become annotations of a commit.

GitHub shows ten errors and ten warnings of a step, so that the worst are printed and the rest is counted. Escapes:
packages/core/src/command.ts in https://github.com/actions/toolkit. The runner drops the columns of a span over several
lines (ValidateLinesAndColumns in https://github.com/actions/runner), so that it gets none; it says of no unit what
columns count, and pages mark whole lines: columns here count code points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mtaudit.report import SEVERITIES, Finding, Report
from mtaudit.writers.pipeline import LEVELS, Level, Worst, path, sentence, unreadable

COMMANDS: Mapping[Level, str] = {"error": "error", "warning": "warning", "note": "notice"}
MOST = 10
"""Annotations of a kind that GitHub shows of one step."""


def write(reports: Iterable[Report], version: str, ui_lang: str = "en") -> Iterator[str]:
    """The commands, the worst first, and a line that counts what is not shown."""
    kept: dict[str, Worst[str]] = {command: Worst(MOST) for command in COMMANDS.values()}
    for report in reports:
        if report.error is not None:
            kept["error"].add(-1, _command("error", unreadable(report), file=path(report.name), title="mtaudit"))
        for found in report.findings:
            command = COMMANDS[LEVELS[found.severity]]
            kept[command].add(SEVERITIES.index(found.severity), _annotation(command, report.name, found, ui_lang))
        yield ""
    for worst in kept.values():
        yield from worst
    more = {command: worst.left_out for command, worst in kept.items() if worst.left_out}
    if more:
        counts = ", ".join(f"{command} {n}" for command, n in more.items())
        yield f"그 밖의 지적: {counts}\n" if ui_lang == "ko" else f"not shown here: {counts}\n"


def _annotation(command: str, name: str, found: Finding, ui_lang: str) -> str:
    place = found.place
    where: dict[str, object] = {"file": path(name), "line": place.line, "endLine": place.end_line}
    if place.line == place.end_line:
        where.update(col=place.column, endColumn=place.end_column)
    return _command(command, sentence(found, ui_lang), **where, title=f"mtaudit {found.code} {found.rule}")


def _command(command: str, message: str, **properties: object) -> str:
    shown = ",".join(f"{key}={_escaped(str(value)).replace(':', '%3A').replace(',', '%2C')}" for key, value in properties.items())
    return f"::{command} {shown}::{_escaped(message)}\n"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
