"""A run: what is not in the journal yet is audited and put there."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from mtaudit.batch import worker
from mtaudit.batch.engines import Lost
from mtaudit.batch.tasks import Item, tasks

if TYPE_CHECKING:
    from mtaudit.batch.journal import Journal

Placed = tuple[tuple[int, Item], ...]
Answers = list[worker.Answer]
Engine = Callable[[Callable[[Placed], Answers], Iterable[Placed]], Generator[tuple[Placed, Answers | Lost], None, None]]
"""Hands tasks to a function, somewhere, and gives the answers in the order of the tasks."""
Observer = Callable[[Item, int, bool], None]
"""Is told each item that is finished, how many documents it holds, and whether an earlier run did it."""


def run(journal: Journal, orders: bytes, items: Iterable[Item], engine: Engine, observe: Observer) -> None:
    """Audits the items that the journal does not know. ``orders`` are pickled ``worker.Orders``.

    The journal is left in the order of the items; a run that is not finished can be taken up by another.
    """

    def unknown() -> Iterator[tuple[int, Item]]:
        for place, item in enumerate(items):
            count = journal.knows(item, place)
            if count is None:
                yield place, item
            else:
                observe(item, count, True)

    function = partial(_audited, orders)
    with closing(engine(function, tasks(unknown()))) as done:
        for task, answer in done:
            answers = _one_by_one(function, task, engine, answer) if isinstance(answer, Lost) else zip(task, answer, strict=True)
            for (place, item), found in answers:
                journal.add(item, place, found)
                observe(item, found.documents, False)
    journal.finish()


def _one_by_one(
    function: Callable[[Placed], Answers], task: Placed, engine: Engine, lost: Lost
) -> Iterator[tuple[tuple[int, Item], worker.Answer]]:
    """The items of a task that killed its worker, each alone, so that the others are saved."""
    alone = [(placed,) for placed in task]
    for (placed,), answer in engine(function, alone) if len(task) > 1 else [(task, lost)]:
        item = placed[1]
        yield placed, worker.failed(item, f"{item.name}: {answer}") if isinstance(answer, Lost) else answer[0]


def _audited(orders: bytes, task: Placed) -> Answers:
    return worker.audited(orders, tuple([item for _, item in task]))
