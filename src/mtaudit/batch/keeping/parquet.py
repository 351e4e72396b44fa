"""Parquet rows that are kept, in the schema of the table, and those that are dropped, with a column of their reasons."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mtaudit.errors import UnreadableInput
from mtaudit.files import opened

if TYPE_CHECKING:
    from mtaudit.batch.keeping.verdicts import Verdicts

_BATCH = 256
"""Rows that are read at once, as the reader does."""
_GROUP = 1 << 26
"""Bytes of a row group that is written."""


class Sorter:
    """A Parquet file, and the two that its rows go to, a row group at a time."""

    def __init__(self, source: Path, name: str, kept: Path, dropped: Path) -> None:
        import pyarrow as pa
        from pyarrow.parquet import ParquetFile

        with ExitStack() as stack:
            file = stack.enter_context(opened(source))
            self._name = name
            try:
                self._table = ParquetFile(file, pre_buffer=False, buffer_size=1 << 20)
            except Exception as error:  # pyarrow tells a broken file by exceptions of a dozen kinds
                raise UnreadableInput(f"{name} is no readable Parquet: {type(error).__name__}") from error
            schema = self._table.schema_arrow
            column = "reasons"
            while column in schema.names:
                column += "_"
            self._with_reasons = schema.append(pa.field(column, pa.list_(pa.string())))
            self._kept = stack.enter_context(_Groups(kept, schema))
            self._dropped = stack.enter_context(_Groups(dropped, self._with_reasons))
            self._open = stack.pop_all()

    def sort(self, part: tuple[int, int] | None, verdicts: Verdicts) -> None:
        """The rows of some row groups. Raises Changed where they are not those of the records."""
        import pyarrow as pa

        metadata = self._table.metadata
        first, last = part or (0, metadata.num_row_groups)
        number = sum([metadata.row_group(i).num_rows for i in range(first)])
        batches = self._table.iter_batches(_BATCH, row_groups=[*range(first, last)], use_threads=False)
        while (batch := self._next(batches)) is not None:
            why = [verdicts.take(number + i) for i in range(1, batch.num_rows + 1)]
            number += batch.num_rows
            self._kept.add(batch.filter(pa.array([not reasons for reasons in why])))
            dropped = batch.filter(pa.array([bool(reasons) for reasons in why]))
            reasons = pa.array(list(filter(None, why)), pa.list_(pa.string()))
            self._dropped.add(pa.RecordBatch.from_arrays([*dropped.columns, reasons], schema=self._with_reasons))
        verdicts.end()

    def close(self) -> None:
        self._open.close()

    def _next(self, batches: Any) -> Any:
        try:
            return next(batches, None)
        except Exception as error:  # as above
            raise UnreadableInput(f"{self._name} cannot be read to its end: {type(error).__name__}") from error


class _Groups:
    """A Parquet file that is written in row groups of about _GROUP bytes."""

    def __init__(self, path: Path, schema: Any) -> None:
        from pyarrow.parquet import ParquetWriter

        self._writer = ParquetWriter(path, schema)
        self._held: list[Any] = []
        self._size = 0

    def __enter__(self) -> _Groups:
        return self

    def __exit__(self, *_: object) -> None:
        self._flush()
        self._writer.close()

    def add(self, batch: Any) -> None:
        if batch.num_rows:
            self._held.append(batch)
            self._size += batch.nbytes
            if self._size >= _GROUP:
                self._flush()

    def _flush(self) -> None:
        import pyarrow as pa

        if self._held:
            self._writer.write_table(pa.Table.from_batches(self._held))
        self._held, self._size = [], 0
