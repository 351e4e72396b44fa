"""Which rows of a table are kept: its records, and the rows that they stand for, in step."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any

from mtaudit.errors import UnreadableInput

if TYPE_CHECKING:
    from mtaudit.batch.condition import Condition

_NUMBER = re.compile(r":(\d+): ")
"""How the error of a row that cannot be read goes on behind the name of its file."""


class Changed(UnreadableInput):
    """A table that is not what was audited."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} has changed since it was audited: run batch again")


class Verdicts:
    """The verdicts on the rows of a table, or of a part of it, which is called ``name``; ``kept`` and ``dropped`` count them.

    ``records`` are those of the part: one for each row, in their order, and where reading ended before the end, one for the
    file, whose error is that of all rows that follow.
    """

    def __init__(self, name: str, records: Iterator[dict[str, Any]], condition: Condition, ui_lang: str) -> None:
        self.name, self._condition, self._ui_lang = name, condition, ui_lang
        self.kept = self.dropped = 0
        errors: deque[dict[str, Any]] = deque()
        read: list[dict[str, Any]] = []
        for record in records:
            if record["error"] is None:
                read.append(record)
                break
            errors.append(record)
        self.are_rows = bool(read or errors) and (read or errors)[0]["path"] != name
        """Whether there is anything to be said of rows: else all is one text, or nothing can be read of it."""
        self._records = chain(errors, read, records)
        self._at_hand = next(self._records, None)
        self._error: str | None = None

    def all_records(self) -> Iterator[dict[str, Any]]:
        """All records, where they are not those of rows."""
        while self._at_hand is not None:
            record, self._at_hand = self._at_hand, next(self._records, None)
            yield record

    @property
    def first(self) -> int | None:
        """The number of the row that comes next, where its record tells it."""
        return self._number(self._at_hand) if self._at_hand is not None else None

    def take(self, *numbers: int) -> list[str]:
        """Why the next row is dropped; nothing where it is kept. ``numbers`` are those that its record may give it.

        Raises Changed where the record is that of another row.
        """
        record = self._at_hand
        if record is not None and record["path"] == self.name:
            self._error = record["error"]
            record = self._at_hand = next(self._records, None)
        if record is None:
            if self._error is None:
                raise Changed(self.name)
            self.dropped += 1
            return [self._error]
        self._at_hand = next(self._records, None)
        number = self._number(record)
        if number is not None and number not in numbers:
            raise Changed(self.name)
        why = [message.in_language(self._ui_lang) for message in self._condition.reasons(record)]
        self.dropped += bool(why)
        self.kept += not why
        return why

    @property
    def ended(self) -> bool:
        """Whether the records of rows are used up: reading had ended here."""
        return self._at_hand is None or self._at_hand["path"] == self.name

    def end(self) -> None:
        """To be called when there are no more rows. Raises Changed where there are more records."""
        if any(record["path"] != self.name for record in self.all_records()):
            raise Changed(self.name)

    def _number(self, record: Mapping[str, Any]) -> int | None:
        if row := record.get("metadata", {}).get("row"):
            return int(row)
        error = record["error"] or ""
        found = _NUMBER.match(error, len(self.name)) if error.startswith(self.name) else None
        return int(found[1]) if found else None
