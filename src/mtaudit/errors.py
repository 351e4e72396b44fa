"""What a user can do wrong. Each error is one clear sentence; the command line prints it and exits with code 2."""

from __future__ import annotations


class MtauditError(Exception):
    """A mistake of the user's, told in one sentence."""


def sentence(name: str, error: Exception) -> str:
    """What is said of a text called ``name`` that an error kept from its audit: a user's mistake in its words, else a fault of ours."""
    if isinstance(error, MtauditError):
        return str(error)
    return f"{name}: internal error, please report it with the text ({type(error).__name__}: {error})"


class UnreadableInput(MtauditError):
    """A file that cannot be opened or decoded, or is no text."""


class BadSetting(MtauditError):
    """An option, preset or rule name that does not exist, or a value outside its range."""
