"""The keys of a document's segments: what the file calls them, each once."""

from __future__ import annotations

from collections import Counter


class Keys:
    """Gives out keys. What a file uses twice gets a number from the second time on: ``12``, ``12 (2)``."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._times: Counter[str] = Counter()

    def unique(self, key: str) -> str:
        """``key`` where nothing has it yet, otherwise ``key`` with the next free number."""
        found = key
        while found in self._given:
            self._times[key] += 1
            found = f"{key} ({self._times[key] + 1})"
        self._given.add(found)
        return found
