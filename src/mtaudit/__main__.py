"""Runs the command line."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Runs the command that the arguments name, and leaves the process with its exit code.

    Most of what a scan makes lives until its end: the collector looks at it rarely, and the interpreter does not take it
    apart at the end, which would cost a quarter of the time of a short run.
    """
    gc.set_threshold(100_000, 20, 100)
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115, PTH123 - closed: what is said is lost, what is done is done
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115, PTH123
    try:
        from mtaudit.cli import app

        app()
    except KeyboardInterrupt:  # before a command could begin
        os._exit(130)
    except SystemExit as end:
        code = end.code
        if not isinstance(code, int) and code is not None:
            raise
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code or 0)


if __name__ == "__main__":
    main()
