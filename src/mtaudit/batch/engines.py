"""Who does the work: this process, processes beside it, or a cluster. The answers come in the order of the tasks, whoever does them.

Each engine is handed a function and tasks as they are wanted, a few ahead of the answers, so that memory holds a window of them
and never all. A task whose worker dies is done again by another; one that kills its worker each time is given up and said so.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from functools import partial
from importlib import import_module
from multiprocessing import resource_tracker
from threading import Thread
from typing import Any, TypeVar

from mtaudit.errors import BadSetting

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 4
"""Tasks for each worker that are handed out before they are wanted."""
_LOOK = 16
"""After so many answers a cluster is asked how many workers it has now."""


def processors() -> int:
    """How many processors this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return min(os.cpu_count() or 1, 60)  # Windows cannot wait for more


class Lost(Exception):
    """Stands for the answer to a task whose worker died each time."""


def here(function: Callable[[T], R], tasks: Iterable[T]) -> Generator[tuple[T, R | Lost], None, None]:
    """In this process, one after the other."""
    for task in tasks:
        yield task, function(task)


def processes(function: Callable[[T], R], tasks: Iterable[T], jobs: int) -> Generator[tuple[T, R | Lost], None, None]:
    """In ``jobs`` processes. When one dies, the pool is made anew and what is not answered is done again.

    The task that did it is not known then: those that were handed out are done one at a time until it is found.
    """
    waiting: deque[T] = deque()
    running: deque[tuple[T, Future[R]]] = deque()
    source = iter(tasks)
    suspects = 0
    done = False
    pool = _pool(jobs)
    try:
        while True:
            ahead = 1 if suspects else AHEAD * jobs
            while len(running) < ahead:
                task = waiting.popleft() if waiting else next(source, None)
                if task is None:
                    break
                running.append((task, _submitted(pool, function, task)))
            if not running:
                done = True
                return
            task, future = running[0]
            try:
                answer: R | Lost = future.result()
            except BrokenProcessPool:
                alone = suspects > 0
                pool.shutdown(wait=False, cancel_futures=True)
                pool = _pool(jobs)
                if not alone:
                    waiting.extendleft(reversed([task for task, _ in running]))
                    suspects = len(running)
                    running.clear()
                    continue
                answer = Lost("its worker died")
            running.popleft()
            suspects = max(0, suspects - 1)
            yield task, answer
    finally:
        _stop(pool, done)


@contextmanager
def cluster(
    address: str, jobs: int
) -> Iterator[Callable[[Callable[[T], R], Iterable[T]], Generator[tuple[T, R | Lost], None, None]]]:
    """An engine on a cluster of Dask: ``address`` is its scheduler's, or ``local`` for ``jobs`` processes of this machine.

    A lost worker's tasks are done again by the scheduler, on another. Workers must have mtaudit, and see the files by the same
    paths. Raises BadSetting where there is no such cluster.
    """
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        raise BadSetting("a cluster needs Dask: pip install 'mtaudit[cluster]'") from None
    for name in [name for name in logging.root.manager.loggerDict if name.startswith("distributed")]:
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what goes wrong is told in one sentence
    with ExitStack() as stack:
        try:
            where: Any = address
            if address == "local":
                own = {"n_workers": jobs, "threads_per_worker": 1, "host": "127.0.0.1", "dashboard_address": None}
                with _unheard():
                    where = stack.enter_context(distributed.LocalCluster(**own))
            client = stack.enter_context(distributed.Client(where, timeout=10, set_as_default=False))
        except (OSError, ValueError, TimeoutError) as error:
            raise BadSetting(f"the cluster at {address} cannot be reached: {error}") from None
        yield partial(_on_cluster, client)


def _on_cluster(client: Any, function: Callable[[T], R], tasks: Iterable[T]) -> Generator[tuple[T, R | Lost], None, None]:
    from distributed import KilledWorker

    running: deque[tuple[T, Any]] = deque()
    source = iter(tasks)
    answered = ahead = 0
    while True:
        if answered % _LOOK == 0:
            ahead = AHEAD * max(1, sum(client.nthreads().values()))
        while len(running) < ahead and (task := next(source, None)) is not None:
            running.append((task, client.submit(function, task, pure=False)))
        if not running:
            return
        task, future = running.popleft()
        try:
            answer: R | Lost = future.result()
        except KilledWorker:
            answer = Lost("its worker died")
        except Exception as error:  # its scheduler is gone, its workers have another mtaudit, …
            raise BadSetting(f"the cluster failed ({type(error).__name__}: {error}); the same command goes on") from None
        answered += 1
        yield task, answer


def _pool(jobs: int) -> ProcessPoolExecutor:
    # a process that is forked would inherit whatever threads hold here
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _begun)


def _submitted(pool: ProcessPoolExecutor, function: Callable[[T], R], task: T) -> Future[R]:
    """The answer to come. Where a worker has died since the last task, it says so as those of the others do."""
    try:
        with _unheard():
            return pool.submit(function, task)
    except BrokenProcessPool as error:
        broken: Future[R] = Future()
        broken.set_exception(error)
        return broken


@contextmanager
def _unheard() -> Iterator[None]:
    """Ctrl-C waits: a process that is started here, as submitting may do, never hears it, not even before it has begun."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # its start would end the waiting
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begun() -> None:
    """Ctrl-C reaches all processes of the terminal; the first alone says what is to be done. When that is killed, the others end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _stop(pool: ProcessPoolExecutor, done: bool) -> None:
    if not done:  # they would finish what they have
        for worker in multiprocessing.active_children():
            worker.terminate()
    pool.shutdown(cancel_futures=True)
