"""The baseline: findings that a house knows and lives with, so that only new ones stop it.

An entry holds the file, the rule, the sentence and digests of its neighbours, and no line: what is inserted elsewhere
does not matter. Sentences of a file are known in that file; those of a file that is gone are known wherever they turn
up, because it may have been renamed. A sentence that is changed is looked at anew. Of several findings of a rule in equal
sentences as many are known as the baseline has, and the neighbours decide which.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mtaudit.errors import UnreadableInput
from mtaudit.files import content
from mtaudit.passage import Passage, Passages, portable

if TYPE_CHECKING:
    from mtaudit.report import Report

SCHEMA = "mtaudit-baseline/1"


class Entry(NamedTuple):
    """``findings`` of the rule with code ``rule`` in a sentence of ``path`` (from the baseline's folder on, with slashes).

    ``sentence`` is normalised, ``before`` and ``after`` are digests of its neighbours (see ``Passage``).
    """

    path: str
    rule: str
    sentence: str
    before: str
    after: str
    findings: int = 1


def read(file: str | Path) -> tuple[Entry, ...]:
    """The entries of a baseline. Raises UnreadableInput, with one sentence that says where it is damaged."""
    try:
        data = json.loads(content(file).decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UnreadableInput(f"{file} is no baseline: it is not in UTF-8") from None
    except json.JSONDecodeError as error:
        raise UnreadableInput(f"{file}:{error.lineno}:{error.colno}: no baseline: {error.msg.lower()}") from None
    except RecursionError:
        raise UnreadableInput(f"{file} is no baseline: it is nested too deeply") from None
    schema = data.get("schema") if isinstance(data, dict) else None
    if schema != SCHEMA:
        other = isinstance(schema, str) and schema.startswith(SCHEMA.split("/")[0])
        raise UnreadableInput(f"{file} is " + (f"a baseline of another version: {schema}" if other else "no baseline of mtaudit"))
    entries = data.get("entries")
    if not isinstance(entries, list):
        raise UnreadableInput(f"{file} is a damaged baseline: it has no list of entries")
    return tuple([_entry(row, number, file) for number, row in enumerate(entries, 1)])


def _entry(row: Any, number: int, file: str | Path) -> Entry:
    try:
        entry = Entry(**row)
    except TypeError:
        raise UnreadableInput(f"{file} is a damaged baseline: entry {number} has not the keys {', '.join(Entry._fields)}") from None
    *texts, findings = entry
    if not all(isinstance(text, str) for text in texts) or type(findings) is not int or findings < 1:
        raise UnreadableInput(f"{file} is a damaged baseline: entry {number} holds a value of the wrong kind")
    return entry


def written(entries: Iterable[Entry]) -> Iterator[str]:
    """A baseline as text: an entry a line, sorted, equal ones as one."""
    counts: Counter[Entry] = Counter()
    for entry in entries:
        counts[entry._replace(findings=1)] += entry.findings
    yield f'{{\n"schema": {json.dumps(SCHEMA)},\n"entries": ['
    comma = "\n"
    for entry in sorted(counts):
        yield comma + json.dumps(entry._replace(findings=counts[entry])._asdict(), ensure_ascii=False)
        comma = ",\n"
    yield "\n]\n}\n"


def refusal(added: list[Entry], file: str | Path) -> str:
    """Why a baseline is not written that would grow, in one sentence."""
    first = added[0]
    number = f"{len(added):,} finding{'s' if len(added) > 1 else ''}"
    what = f"{first.rule} in {first.path}: {first.sentence}"
    return f"{file} would grow by {number} ({'first ' if len(added) > 1 else ''}{what}); --allow-growth lets it grow"


class _Slot:
    """What is left of an entry."""

    __slots__ = ("entry", "left")

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.left = entry.findings


_Key = tuple[str, str]
"""A rule's code and a sentence."""
_Neighbours = tuple[str | None, str | None]


class _Pool:
    """Entries of one rule and sentence, to be taken by their neighbours: both, one, or whatever they are."""

    def __init__(self) -> None:
        self.slots: list[_Slot] = []

    @cached_property
    def _waiting(self) -> dict[_Neighbours, list[_Slot]]:
        waiting: dict[_Neighbours, list[_Slot]] = {}
        for slot in self.slots:
            for neighbours in _by_closeness(slot.entry.before, slot.entry.after):
                waiting.setdefault(neighbours, []).append(slot)
        return waiting

    def take(self, neighbours: _Neighbours) -> bool:
        waiting = self._waiting.get(neighbours, [])
        while waiting and not waiting[-1].left:
            waiting.pop()
        if waiting:
            waiting[-1].left -= 1
        return bool(waiting)


def _by_closeness(before: str, after: str) -> tuple[_Neighbours, ...]:
    return (before, after), (before, None), (None, after), (None, None)


class Matching:
    """One run against a baseline, a report after the other. Time grows with findings and entries, not with their product.

    ``folder`` is the baseline's. ``known`` counts findings that the baseline has; ``added`` are entries for those that it has not.
    """

    def __init__(self, entries: Iterable[Entry], folder: Path) -> None:
        self.known = 0
        self.added: list[Entry] = []
        self._folder = folder
        self._kept: list[Entry] = []
        self._stale = 0
        self._own: dict[str, list[_Slot]] = {}
        for entry in entries:
            self._own.setdefault(entry.path, []).append(_Slot(entry))
        gone = [path for path in self._own if path != "-" and not (folder / path).exists()]
        self._homeless = [slot for path in gone for slot in self._own.pop(path)]
        self._pools = _pools(self._homeless)

    def unknown(self, report: Report) -> Report:
        """The report without the findings that the baseline has. Scores are left as they are."""
        if report.document is None:
            return report
        path = portable(report.name, self._folder)
        passages = Passages(report.document, report.target_lang)
        groups: dict[_Key, list[tuple[int, Passage]]] = {}
        for number, finding in enumerate(report.findings):
            passage = passages.of(finding.place)
            groups.setdefault((finding.code, passage.sentence), []).append((number, passage))
        slots = self._own.pop(path, [])
        own = _pools(slots)
        new: set[int] = set()
        for key, found in groups.items():
            left = {number for number, _ in _left(found, [pools[key] for pools in (own, self._pools) if key in pools])}
            for number, passage in found:
                (self.added if number in left else self._kept).append(Entry(path, key[0], *passage))
            new |= left
        self.known += len(report.findings) - len(new)
        self._retire(slots, report)
        return report._replace(findings=tuple([f for number, f in enumerate(report.findings) if number in new]))

    def _retire(self, slots: list[_Slot], report: Report) -> None:
        """Entries of rules that were not asked stay as they are; the others have had their chance."""
        for slot in slots:
            if slot.left and slot.entry.rule in report.rules:
                self._stale += slot.left
            elif slot.left:
                self._kept.append(slot.entry._replace(findings=slot.left))

    @property
    def stale(self) -> int:
        """After the run: how many findings of the baseline are no more, where they could have been found or their file is gone."""
        return self._stale + sum(slot.left for slot in self._homeless)

    def renewed(self, grow: bool = False) -> list[Entry]:
        """The baseline after the run: without what is stale, and with ``added`` only if it may ``grow``.

        What the run could not see stays: entries of files that were not audited, and of rules that were not asked.
        """
        unseen = [slot.entry for slots in self._own.values() for slot in slots]
        return [*self._kept, *unseen, *(self.added if grow else ())]


def _pools(slots: Iterable[_Slot]) -> dict[_Key, _Pool]:
    pools: dict[_Key, _Pool] = {}
    for slot in slots:
        pools.setdefault((slot.entry.rule, slot.entry.sentence), _Pool()).slots.append(slot)
    return pools


def _left(found: list[tuple[int, Passage]], pools: list[_Pool]) -> list[tuple[int, Passage]]:
    """The findings for which no entry is left."""
    for pool in pools:
        for level in range(4):
            found = [(n, p) for n, p in found if not pool.take(_by_closeness(p.before, p.after)[level])]
    return found
