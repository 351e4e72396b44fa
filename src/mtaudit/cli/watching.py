"""``check --watch``: the same again whenever a text changes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from mtaudit.errors import BadSetting, MtauditError


def again(paths: list[str], run: Callable[[], object]) -> None:
    """Calls ``run`` after every change below ``paths``, until Ctrl-C. Raises BadSetting where nothing can be watched."""
    try:
        from watchfiles import watch
    except ImportError:
        raise BadSetting("--watch needs watchfiles: pip install 'mtaudit[watch]'") from None
    from mtaudit.cli.ending import complain

    places = {Path(path) if Path(path).exists() else _base(path) for path in paths if path != "-"}
    if not places:
        raise BadSetting("--watch watches files, not standard input")
    complain("watching; Ctrl-C ends it")
    for _ in watch(*sorted(places), raise_interrupt=True):
        sys.stdout.write("\n")
        try:
            run()
        except MtauditError as error:
            complain(str(error))
        sys.stdout.flush()


def _base(pattern: str) -> Path:
    """The folder that a glob begins with."""
    parts = Path(pattern).parts
    whole = next((i for i, part in enumerate(parts) if set(part) & set("*?[")), len(parts))
    return Path(*parts[:whole]) if whole else Path()
