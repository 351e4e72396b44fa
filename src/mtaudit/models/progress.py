"""Who is told how far a model has come."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Watcher = Callable[[str, int, int], None]
"""Called with the kind of the model, how many texts are done, and how many there are."""

_watcher: ContextVar[Watcher | None] = ContextVar("watcher", default=None)


@contextmanager
def watching(callback: Watcher) -> Iterator[None]:
    """Calls ``callback(kind, done, total)`` after each batch of texts that a model reads inside the block."""
    token = _watcher.set(callback)
    try:
        yield
    finally:
        _watcher.reset(token)


def tell(kind: str, done: int, total: int) -> None:
    watcher = _watcher.get()
    if watcher is not None:
        watcher(kind, done, total)
