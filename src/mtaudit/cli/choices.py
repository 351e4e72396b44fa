"""What several commands offer: values, their completion, and the language of the messages."""

from __future__ import annotations

import os
from collections.abc import Iterable


def words(given: Iterable[str]) -> tuple[str, ...]:
    """``["A,B", "C"]`` as ``("A", "B", "C")``."""
    return tuple(word.strip() for part in given for word in part.split(",") if word.strip())


def ui_language(given: str | None) -> str:
    """``en`` or ``ko``: what was given, else the locale's."""
    from mtaudit.errors import BadSetting

    if given not in (None, "en", "ko"):
        raise BadSetting(f"messages exist in en and ko, not in {given!r}")
    if given is not None:
        return given
    locale = next((v for v in map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG")) if v), "")
    return "ko" if locale.startswith("ko") else "en"


def complete_rule(incomplete: str) -> list[str]:
    """Names and codes of rules for the shell."""
    from mtaudit.rules import all_rules

    return [word for rule in all_rules() for word in (rule.name, rule.code) if word.startswith(incomplete)]


def one_of(value: str, allowed: Iterable[str], what: str) -> str:
    """``value`` if it is allowed. Raises BadSetting with a suggestion."""
    from mtaudit.errors import BadSetting

    known = list(allowed)
    if value in known:
        return value
    from difflib import get_close_matches

    near = get_close_matches(value, known, 1)
    raise BadSetting(
        f"there is no {what} {value!r}; " + (f"did you mean {near[0]!r}?" if near else f"there are {', '.join(known)}")
    )
