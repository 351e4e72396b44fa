"""How far a long run is: a bar on a terminal, otherwise a plain line now and then. Both on standard error."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from rich.progress import Progress as Bar

    from mtaudit.batch.tasks import Item
    from mtaudit.config import Settings
    from mtaudit.report import Message

EVERY = 10.0
"""Seconds between two plain lines."""


class Progress:
    """Counts what is done. ``expected`` is how many bytes there are to read, as far as they are known."""

    def __init__(self, quiet: bool, ui_lang: str, expected: int) -> None:
        self.quiet = quiet
        self.ui_lang = ui_lang
        self.documents = self.known = self.bytes = self.known_bytes = 0
        self.expected = expected
        self._began = self._told = time.monotonic()
        self._bar = _bar(ui_lang) if not quiet and _terminal() else None
        self._task = self._bar.add_task("", total=None, documents=0, rate="") if self._bar is not None else None

    def __enter__(self) -> Progress:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._bar is not None:
            self._show()
            self._bar.stop()

    def done(self, item: Item, documents: int, known: bool) -> None:
        """An item that is finished."""
        self.bytes += item.size
        self.documents += documents
        if known:
            self.known += documents
            self.known_bytes += item.size
            return
        if self._bar is not None:
            self._show()
        elif not self.quiet and time.monotonic() - self._told >= EVERY:
            self._told = time.monotonic()
            typer.echo(f"mtaudit: {self._line().in_language(self.ui_lang)}", err=True)

    @property
    def rate(self) -> float:
        """Documents a second, of this run."""
        return (self.documents - self.known) / max(1e-3, time.monotonic() - self._began)

    def _line(self) -> Message:
        from mtaudit.report import Message

        share = f"{min(100, 100 * self.bytes // self.expected)} %" if self.expected else ""
        en = f"{self.documents:,} documents, {self.rate:,.0f} a second" + (f", {share} of the bytes" if share else "")
        ko = f"문서 {self.documents:,}건, 초당 {self.rate:,.0f}건" + (f", 전체 바이트의 {share}" if share else "")
        return Message(en, ko)

    def _show(self) -> None:
        assert self._bar is not None
        assert self._task is not None
        per_second = f"{self.rate:,.0f}/s"
        total = (max(self.expected, self.bytes) - self.known_bytes) or None  # what is known says nothing of the time that remains
        completed = self.bytes - self.known_bytes
        self._bar.update(self._task, completed=completed, total=total, documents=self.documents, rate=per_second)


@contextmanager
def watched(settings: Settings) -> Iterator[None]:
    """A bar for each model that reads a text inside the block, on a terminal."""
    if not settings.models.kinds or not _terminal():
        yield
        return
    from rich import progress
    from rich.console import Console

    from mtaudit import models

    bar = progress.Progress(
        progress.TextColumn("{task.description}", markup=False), progress.BarColumn(), progress.MofNCompleteColumn(),
        progress.TimeRemainingColumn(), console=Console(stderr=True), transient=True,
    )  # fmt: skip
    tasks: dict[str, progress.TaskID] = {}

    def told(kind: str, done: int, total: int) -> None:
        if kind not in tasks:
            tasks[kind] = bar.add_task(kind, total=total)
        bar.update(tasks[kind], completed=done, total=total)

    with bar, models.watching(told):
        yield


def _terminal() -> bool:
    return sys.stderr.isatty() and os.environ.get("TERM") not in ("dumb", "unknown")


def _bar(ui_lang: str) -> Bar:
    from rich import progress
    from rich.console import Console

    count = "문서 {task.fields[documents]:,}건" if ui_lang == "ko" else "{task.fields[documents]:,} documents"
    texts = (progress.TextColumn(count), progress.TextColumn("{task.fields[rate]}"))
    columns = (progress.BarColumn(), progress.TaskProgressColumn(), *texts, progress.TimeRemainingColumn())
    return progress.Progress(*columns, console=Console(stderr=True), transient=True)
