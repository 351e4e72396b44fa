"""Parquet by pyarrow (``pip install 'mtaudit[parquet]'``): a few rows at a time, so that memory does not grow with the table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mtaudit.errors import UnreadableInput
from mtaudit.files import opened
from mtaudit.readers.tables.rows import LONGEST, SAMPLE, Row, flattened

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

_BATCH = 256
"""Rows that are in memory at once."""


def rows(file: BinaryIO, name: str, encoding: str | None, part: tuple[int, int] | None = None) -> Iterator[Row]:
    """The rows of some row groups, or of all. Columns that hold no texts, numbers or dates are left out.

    Raises UnreadableInput for what is no Parquet, and where pyarrow is not installed.
    """
    table = _opened(file, name)
    first, last = part or (0, table.num_row_groups)
    try:
        columns = _columns(table.schema_arrow)
        if part:
            for number, cells in zip(range(1, SAMPLE + 1), _read(table, range(table.num_row_groups), columns), strict=False):
                yield Row(number, cells, outside=True)
        before = sum([table.metadata.row_group(i).num_rows for i in range(first)])
        for number, cells in enumerate(_read(table, range(first, last), columns), before + 1):
            too_long = any(len(cell) > LONGEST for cell in cells.values())
            yield Row(number, {}, error=f"a text is longer than {LONGEST:,} characters") if too_long else Row(number, cells)
    except Exception as error:  # pyarrow tells a broken file by exceptions of a dozen kinds
        raise _broken(name, error) from error


def parts(path: str | Path, size: int) -> list[tuple[int, int] | None]:
    """Ranges of row groups, each of about ``size`` bytes when unpacked."""
    found: list[tuple[int, int] | None] = []
    with opened(path) as file:
        if file.seek(0, 2) <= size:
            return [None]
        file.seek(0)
        metadata = _opened(file, str(path)).metadata
        first = held = 0
        for i in range(metadata.num_row_groups):
            held += metadata.row_group(i).total_byte_size
            if held >= size or i + 1 == metadata.num_row_groups:
                found.append((first, i + 1))
                first, held = i + 1, 0
    return found if len(found) > 1 else [None]


def _opened(file: BinaryIO, name: str) -> Any:
    try:
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise UnreadableInput(f"{name} needs pyarrow to be read: pip install 'mtaudit[parquet]'") from None
    try:
        return ParquetFile(file, pre_buffer=False, buffer_size=1 << 20)
    except Exception as error:
        raise _broken(name, error) from error


def _broken(name: str, error: Exception) -> UnreadableInput:
    why = (str(error).splitlines() or [""])[0]
    return UnreadableInput(f"{name} is no readable Parquet: {type(error).__name__}{': ' if why else ''}{why[:200]}")


def _columns(schema: Any) -> list[str]:
    """The names of the columns that can be cells. Older writers leave out that bytes are text: they count where nothing else is text."""
    from pyarrow import types

    def holds(kind: Any) -> bool:
        if types.is_list(kind) or types.is_large_list(kind):
            return bool(types.is_string(kind.value_type) or types.is_large_string(kind.value_type))
        return not (types.is_binary(kind) or types.is_large_binary(kind) or types.is_fixed_size_list(kind) or types.is_map(kind))

    named = [field for field in schema if holds(field.type)]
    if not any(types.is_string(field.type) or types.is_large_string(field.type) or types.is_nested(field.type) for field in named):
        named += [field for field in schema if types.is_binary(field.type) or types.is_large_binary(field.type)]
    return [field.name for field in named]


def _read(table: Any, groups: range, columns: list[str]) -> Iterator[dict[str, str]]:
    for batch in table.iter_batches(batch_size=_BATCH, row_groups=[*groups], columns=columns, use_threads=False):
        held = {name: _values(column) for name, column in zip(batch.schema.names, batch.columns, strict=True)}
        for i in range(batch.num_rows):
            yield flattened({name: values[i] for name, values in held.items()})


def _values(column: Any) -> list[Any]:
    """What stands in a column: texts, and what ``flattened`` makes texts of."""
    from pyarrow import binary, large_binary, string, types

    kind = column.type
    if types.is_dictionary(kind):
        column = column.dictionary_decode()
        kind = column.type
    if types.is_timestamp(kind) or types.is_date(kind):
        column = column.cast(string())
    elif types.is_binary(kind) or types.is_large_binary(kind):
        return [_text(value) for value in column.to_pylist()]
    try:
        return column.to_pylist()  # type: ignore[no-any-return]
    except UnicodeDecodeError:
        large = types.is_large_string(kind)
        return [_text(value) for value in column.cast(large_binary() if large else binary()).to_pylist()]


def _text(value: bytes | None) -> str | None:
    return None if value is None else value.decode("utf-8", "surrogateescape")
