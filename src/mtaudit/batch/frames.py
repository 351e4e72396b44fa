"""A data frame in, a data frame out: what Dask (``map_partitions``), Spark (``mapInPandas``) and Ray (``map_batches``) ask for.

The function is pure and takes no file: rows go to whatever workers the engine has. docs/batch.md shows the three.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mtaudit import engine, readers
from mtaudit.batch.figures import calibrated
from mtaudit.batch.records import record
from mtaudit.report import SEVERITIES, Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas

    from mtaudit.config import Settings

_COUNTS: dict[str, str] = dict.fromkeys(SEVERITIES, "int64")
COLUMNS = {"id": "string", "score": "float64", **_COUNTS, "report": "string", "error": "string"}
"""The columns of the result and their types: what ``meta`` of Dask is made of."""


def audit_frame(frame: pandas.DataFrame, settings: Settings | None = None) -> pandas.DataFrame:
    """One row for each row of ``frame``, with the same index and the COLUMNS.

    ``frame`` has a column ``text`` and may have ``id`` (else its index is the id). ``score`` is the calibrated MQM score, NaN for a
    text without words; ``report`` is the record as JSON (see ``records``), without the text. A row that cannot be audited, such
    as one without a text, has an ``error``. Raises KeyError where there is no column ``text``.
    """
    import pandas

    ids = frame.get("id", frame.index)
    rows = [_row(str(name), text, settings) for name, text in zip(ids, frame["text"], strict=True)]
    result = pandas.DataFrame(rows, columns=[*COLUMNS], index=frame.index)
    return result.astype(COLUMNS)


def empty() -> pandas.DataFrame:
    """A result of no rows, for engines that want to know its columns beforehand."""
    import pandas

    return pandas.DataFrame({name: pandas.Series(dtype=kind) for name, kind in COLUMNS.items()})


def frames(parts: Iterator[pandas.DataFrame], settings: Settings | None = None) -> Iterator[pandas.DataFrame]:
    """``audit_frame`` of one frame after the other, as ``mapInPandas`` of Spark calls it."""
    for frame in parts:
        yield audit_frame(frame, settings).reset_index(drop=True)


def _row(name: str, text: object, settings: Settings | None) -> tuple[Any, ...]:
    if not isinstance(text, str):
        return (name, None, 0, 0, 0, 0, None, f"{name} has no text")
    try:
        found = record(engine.audit(readers.read_text(text, name), settings), with_text=False)
    except Exception as error:  # a fault of ours must not cost the user his other rows
        found = record(Report(name, error=f"{name}: {type(error).__name__}: {error}"), with_text=False)
    score = calibrated(found) if found["error"] is None else None
    counts = [found["severities"][severity] for severity in SEVERITIES]
    return (name, score, *counts, json.dumps(found, ensure_ascii=False), found["error"])
