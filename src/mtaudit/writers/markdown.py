"""GitHub's Markdown, for a comment on a pull request or the summary of a step.

Nothing in a name or a text is obeyed: Markdown and HTML are escaped, and a zero-width space keeps ``@name`` from calling
somebody and ``#1`` from linking.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from mtaudit.report import SEVERITIES, SEVERITY_WORDS, Finding, Message, Report, Severity
from mtaudit.writers.pipeline import Worst, plain, relative, sentence, unreadable

COMMENT = 65_536
"""What a comment may hold, in characters: no text of so many bytes has more."""
SUMMARY = 1_048_576
"""What the summary of a step may hold, in bytes."""
SHORTEST = 32
"""No row of a table has fewer bytes."""
LONGEST = 1_000
"""A longer message is cut (code points)."""


class _Row(NamedTuple):
    document: int
    number: int
    text: str


def write(
    reports: Iterable[Report],
    version: str,
    ui_lang: str = "en",
    verdict: Callable[[], Message] | None = None,
    limit: int = COMMENT,
) -> Iterator[str]:
    """The verdict, the counts, and a table for each document that has findings, in at most ``limit`` bytes of UTF-8.

    The mildest findings are left out, whole rows of them, where there is no room. ``verdict`` is asked when all reports have gone by.
    """
    korean = ui_lang == "ko"
    rows: Worst[_Row] = Worst(limit // SHORTEST)
    severities: dict[Severity, int] = dict.fromkeys(SEVERITIES, 0)
    names: list[str] = []
    failed = 0
    for number, report in enumerate(reports):
        names.append(report.name if report.findings or report.error is not None else "")
        if report.error is not None:
            failed += 1
            word = "읽지 못함" if korean else "not read"
            rows.add(-1, _Row(number, 0, _row("", word, "", unreadable(report))))
        for i, found in enumerate(report.findings):
            severities[found.severity] += 1
            rows.add(SEVERITIES.index(found.severity), _Row(number, i, _finding(found, ui_lang)))
        yield ""
    top = _heading(verdict().in_language(ui_lang) if verdict is not None else "", len(names), failed, severities, ui_lang)
    room = limit - _size(top) - _size(_left_out(10**12, ui_lang))
    kept = sorted(_fitting(rows, names, ui_lang, room))
    yield top
    last = -1
    for row in kept:
        if row.document != last:
            yield _table(names[row.document], ui_lang)
        yield row.text
        last = row.document
    missing = sum(severities.values()) + failed - len(kept)
    if missing:
        yield _left_out(missing, ui_lang)


def _fitting(rows: Iterable[_Row], names: list[str], ui_lang: str, room: int) -> Iterator[_Row]:
    """The first rows that fit, with the headings of their tables."""
    headed: set[int] = set()
    for row in rows:
        size = _size(row.text) + (0 if row.document in headed else _size(_table(names[row.document], ui_lang)))
        if size > room:
            return
        room -= size
        headed.add(row.document)
        yield row


def _heading(verdict: str, documents: int, failed: int, severities: dict[Severity, int], ui_lang: str) -> str:
    total = sum(severities.values())
    words = {severity: word.in_language(ui_lang) for severity, word in SEVERITY_WORDS.items()}
    if ui_lang == "ko":
        counts = [f"{words[s]} {n:,}" for s, n in severities.items() if n] + ([f"읽지 못한 파일 {failed:,}"] if failed else [])
        said = f"문서 {documents:,}건, 지적 {total:,}건"
    else:
        counts = [f"{n:,} {words[s]}" for s, n in severities.items() if n] + ([f"{failed:,} not read"] if failed else [])
        said = f"{_count(total, 'finding')} in {_count(documents, 'document')}"
    said += ": " + ", ".join(counts) if counts else ""
    return (f"**{escaped(verdict)}**\n\n" if verdict else "") + f"{said}\n"


def _table(name: str, ui_lang: str) -> str:
    columns = ("위치", "정도", "규칙", "지적") if ui_lang == "ko" else ("place", "severity", "rule", "finding")
    return f"\n#### {escaped(plain(relative(name)))}\n\n| {' | '.join(columns)} |\n| ---: | --- | --- | --- |\n"


def _finding(found: Finding, ui_lang: str) -> str:
    severity = SEVERITY_WORDS[found.severity].in_language(ui_lang)
    where = f"{found.place.line}:{found.place.column}"
    return _row(where, severity, f"{found.code} {found.rule}", sentence(found, ui_lang))


def _row(*cells: str) -> str:
    *first, message = cells
    cut = message if len(message) <= LONGEST else message[: LONGEST - 1] + "…"
    return "| " + " | ".join([*first, escaped(cut)]) + " |\n"


def _left_out(number: int, ui_lang: str) -> str:
    if ui_lang == "ko":
        return f"\n그 밖에 지적 {number:,}건이 더 있다.\n"
    return f"\n{_count(number, 'more finding')} not shown here.\n"


def escaped(text: str) -> str:
    """One line of ``text`` that GitHub shows as it stands."""
    return _marks().sub(lambda mark: f"\\{mark[0]}" + ("&#8203;" if mark[0] in "@#-" else ""), text)


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"[\\`*_{}\[\]<>|~&$!@#]|:(?=//)|(?<=\bGH)-|(?<=www)\.", re.IGNORECASE)


def _count(number: int, one: str) -> str:
    return f"{number:,} {one if number == 1 else one + 's'}"


def _size(text: str) -> int:
    return len(text.encode())
