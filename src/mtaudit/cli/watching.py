"""``check --watch``: the same again whenever a text changes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from mtaudit.cli.output import BESIDE
from mtaudit.errors import BadSetting, MtauditError


def again(paths: list[str], written: Iterable[str], run: Callable[[], object]) -> None:
    """Calls ``run``, and once more after every change below ``paths``, until Ctrl-C; ``written`` are the files that it writes itself.

    Raises BadSetting where nothing can be watched. What is wrong at first is raised, what goes wrong later only said.
    """
    try:
        from watchfiles import Change, DefaultFilter, watch
    except ImportError:
        raise BadSetting("--watch needs watchfiles: pip install 'mtaudit[watch]'") from None
    from mtaudit.cli.ending import complain

    if "-" in paths:
        raise BadSetting("--watch watches files, not standard input")
    ordinary = DefaultFilter()
    ours = {os.path.realpath(file) for file in written}

    def meant(change: Change, path: str) -> bool:
        return ordinary(change, path) and not Path(path).name.startswith(BESIDE) and os.path.realpath(path) not in ours

    run()
    sys.stdout.flush()
    complain("watching; Ctrl-C ends it")
    below = not all(Path(path).is_file() for path in paths)
    for _ in watch(*sorted({_folder(path) for path in paths}), watch_filter=meant, recursive=below, raise_interrupt=True):
        sys.stdout.write("\n")
        try:
            run()
        except MtauditError as error:
            complain(str(error))
        sys.stdout.flush()


def _folder(path: str) -> Path:
    """The folder of a file, for an editor may replace the file; that which a glob begins with; what is there of one that is not."""
    place = Path(path)
    while not place.is_dir():
        place = place.parent
    return place
