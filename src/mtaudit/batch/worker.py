"""What a worker does: texts in, records out. The same function for one process, many, and a cluster."""

from __future__ import annotations

import pickle
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mtaudit import __version__, engine, opinions, pairing, readers
from mtaudit.batch.records import line, record
from mtaudit.errors import UnreadableInput, sentence
from mtaudit.report import Report
from mtaudit.rules import names
from mtaudit.scores.merging import glossary_part
from mtaudit.suppressions import suppressed
from mtaudit.suppressions.sidecar import NAME, Sidecar
from mtaudit.suppressions.sidecar import read as read_sidecar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mtaudit.batch.tasks import Item
    from mtaudit.config import Settings
    from mtaudit.configuration import Configuration, Decided
    from mtaudit.document import Document
    from mtaudit.readers.tables import BadRow


class Orders(NamedTuple):
    """What a worker must know, beside the items.

    ``texts`` tells whether the prose is kept; None keeps it but of tables that are read in parts. ``paths`` is the pattern of paths that tells metadata.
    ``home`` is the folder that the run was started in, from which a worker elsewhere may not have been.
    """

    configuration: Configuration
    encoding: str | None = None
    columns: readers.Columns = readers.Columns()
    texts: bool | None = None
    ui_lang: str = "en"
    paths: str | None = None
    home: Path = Path()

    def sidecar(self, decided: Decided) -> str:
        """The file of the suppressions that hold for a text."""
        return str(self.home / decided.folder / (decided.values.get("suppressions") or NAME))


def stamped(orders: Orders, items: Iterable[Item]) -> Iterator[Item]:
    """Items with stamps that also change with all that decides their records: settings, glossaries, suppressions, sources.

    Raises BadSetting where the configuration of one is wrong.
    """
    digests: dict[int, str] = {}  # what is decided for a text is, by identity, the same for all that it holds for
    for item in items:
        if item.error is not None:
            yield item
            continue
        decided = orders.configuration.of(Path(item.path))
        digest = digests.get(id(decided))
        if digest is None:
            digest = digests[id(decided)] = _digest(orders, decided)
        source = f".{_stamp(item.source)}" if item.source is not None else ""
        yield item._replace(stamp=f"{item.stamp}.{digest}{source}")


def _digest(orders: Orders, decided: Decided) -> str:
    values = sorted((key, repr(value)) for key, value in decided.values.items())
    glossary = glossary_part(decided.settings.glossary) if decided.settings.glossary else ""
    said = (orders.encoding, orders.columns, orders.texts, orders.ui_lang, orders.paths)
    models = opinions.loaded(decided.settings.models) if decided.settings.models.kinds else ()
    parts = (__version__, values, glossary, said, _stamp(orders.sidecar(decided)), models)
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _stamp(path: str) -> str:
    try:
        info = Path(path).stat()
    except (OSError, ValueError):
        return "-"
    return f"{info.st_size}.{info.st_mtime_ns}"


class Answer(NamedTuple):
    """What came of an item: how many ``documents`` it holds, their records as ``lines``, and whether it was ``read`` to its end."""

    documents: int
    lines: bytes
    read: bool = True


def audited(orders: bytes, items: tuple[Item, ...]) -> list[Answer]:
    """The answer for each item; a fault becomes a record with an error.

    ``orders`` are pickled Orders: they are read once a process.
    """
    return [_answer(_orders(orders), item) for item in items]


def _answer(orders: Orders, item: Item) -> Answer:
    lines: list[bytes] = []
    try:
        lines.extend(line(found) for found in _records(orders, item))
    except Exception as error:
        why = sentence(item.name, error).replace(item.path, item.name, 1)  # it is read by its path from the root
        return failed(item, why, lines)
    return Answer(len(lines), b"".join(lines))


def failed(item: Item, why: str, lines: Sequence[bytes] = ()) -> Answer:
    """The answer for an item of which nothing, or nothing after some ``lines``, can be said."""
    last = line(record(Report(item.name, readers.format_of(item.name), error=why)))
    return Answer(len(lines) + 1, b"".join([*lines, last]), read=False)


@lru_cache(maxsize=4)
def _orders(pickled: bytes) -> Orders:
    orders = pickle.loads(pickled)
    assert isinstance(orders, Orders)
    return orders


def _records(orders: Orders, item: Item) -> Iterator[dict[str, Any]]:
    if item.error is not None:
        raise UnreadableInput(item.error)
    texts = orders.texts if orders.texts is not None else item.part is None
    decided = orders.configuration.of(Path(item.path))
    for document in _documents(orders, item, decided.settings):
        if isinstance(document, UnreadableInput):
            yield record(Report(document.name, readers.format_of(item.name), error=str(document)))
            continue
        try:
            report = _audit(orders, document, decided, item.path + document.name.removeprefix(item.name))
        except Exception as error:  # a fault of ours must not cost the user his other texts
            yield record(Report(document.name, document.format, error=sentence(document.name, error)))
            continue
        yield record(report, texts, orders.ui_lang, orders.paths)


def _documents(orders: Orders, item: Item, settings: Settings) -> Iterator[Document | BadRow]:
    reading = readers.Reading(orders.encoding, None, orders.columns, item.part)
    for document in readers.documents(item.path, item.name, reading):
        if item.source is None or isinstance(document, UnreadableInput):
            yield document
        else:
            yield pairing.with_source(document, readers.read_file(item.source, orders.encoding), settings)


def _audit(orders: Orders, document: Document, decided: Decided, path: str) -> Report:
    report = engine.audit(document, decided.settings)
    sidecar = _sidecar(orders.sidecar(decided), decided.values.get("suppressions") is not None)
    if sidecar is None and "mtaudit-" not in document.text:
        return report
    shown, _, _ = suppressed(report._replace(name=path), names(), sidecar)
    return engine.with_findings(report, shown.findings, decided.settings)


@lru_cache(maxsize=64)
def _sidecar(file: str, wanted: bool) -> Sidecar | None:
    return read_sidecar(file, names()) if wanted or Path(file).is_file() else None
