"""How a command ends: exit codes, and one sentence instead of a traceback for what a user or his machine can do."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from mtaudit.errors import MtauditError

FOUND, FAILED, INTERRUPTED, CLOSED_PIPE = 1, 2, 130, 141


def complain(sentence: str) -> None:
    """One line on standard error."""
    from mtaudit.writers.visible import visible

    typer.echo(f"mtaudit: {visible(sentence)}", err=True)


@contextmanager
def one_sentence() -> Iterator[None]:
    """Turns mistakes of the user's, a full disk, Ctrl-C and a closed pipe into an exit code."""
    try:
        yield
        sys.stdout.flush()
    except MtauditError as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None
    except KeyboardInterrupt:
        complain("interrupted")
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        _abandon_stdout()
        raise typer.Exit(CLOSED_PIPE) from None
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EIO, errno.EFBIG, errno.EDQUOT):
            raise
        _abandon_stdout()
        complain(f"cannot write the report: {(error.strerror or 'output error').lower()}")
        raise typer.Exit(FAILED) from None


def _abandon_stdout() -> None:
    """Keeps the interpreter from complaining once more when it flushes what cannot be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
