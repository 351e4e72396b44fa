"""A record as its article in the report: the text with its marks, the notes beside each paragraph, and its row of the ranking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from mtaudit.batch.figures import mqm_of
from mtaudit.batch.reports.html.marks import Mark, Piece, pieces
from mtaudit.batch.reports.html.plots import Strip, strip
from mtaudit.batch.reports.html.words import SEVERITY_CLASSES, language
from mtaudit.report import SEVERITIES
from mtaudit.writers.visible import quoted

if TYPE_CHECKING:
    from mtaudit.batch.comparison import Change

NOTES = 300
"""So many findings of one text are shown, the worst; the others are in the spreadsheet."""
RELATED = 6
TITLE = 160
"""A longer title is cut (code points)."""


class Note(NamedTuple):
    """A finding. ``number`` is from 1 in its text; ``before`` is shown where there is a fix, or no text beside."""

    number: int
    kind: str
    severity: str
    code: str
    rule: str
    mqm: str
    confidence: float
    message: str
    place: str
    before: str
    after: str | None
    safe: bool
    related: tuple[tuple[str, str], ...]
    more_related: int
    new: bool
    placed: bool


class Paragraph(NamedTuple):
    """A block with its notes; ``kind`` is empty for a place where paragraphs were left out."""

    kind: str
    level: int
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]


class Article(NamedTuple):
    """What the template shows of a record. ``loose`` are findings that stand in no paragraph."""

    number: int
    title: str
    path: str
    lang: str
    metadata: tuple[tuple[str, str], ...]
    url: str
    verdict: str | None
    score: float | None
    small: bool
    words: int
    counts: tuple[int, ...]
    register: Mapping[str, Any] | None
    strip: Strip | None
    paragraphs: tuple[Paragraph, ...]
    loose: tuple[Note, ...]
    left_out: int
    change: Change | None
    fixed: tuple[Mapping[str, Any], ...]


class Row(NamedTuple):
    """What the ranking says of a record."""

    number: int
    title: str
    path: str
    lang: str
    metadata: Mapping[str, str]
    verdict: str | None
    score: float | None
    small: bool
    words: int
    counts: tuple[int, ...]
    register: Mapping[str, Any] | None
    rules: str
    new: int | None
    fixed: int | None


_SHOWN = ("outlet", "author", "section", "date")


def row(number: int, record: Mapping[str, Any], change: Change | None) -> Row:
    """The row of record ``number``."""
    score = mqm_of(record)
    return Row(
        number,
        title(record),
        record["path"],
        language(record["target_lang"]),
        {key: record["metadata"][key] for key in (*_SHOWN, "week") if record["metadata"].get(key)},
        score["verdict"] if score else None,
        score["calibrated"] if score else None,
        bool(score and score["small_sample"]),
        record["words"],
        tuple(record["severities"][severity] for severity in SEVERITIES),
        record.get("register"),
        " ".join(sorted({found["code"] for found in record["findings"]})),
        None if change is None else len(change.new),
        None if change is None else len(change.fixed),
    )


def article(number: int, record: Mapping[str, Any], change: Change | None, ui_lang: str) -> Article:
    """The article of record ``number``."""
    score = mqm_of(record)
    shown = set(_worst(record["findings"]))
    new = change.new if change is not None and change.known else frozenset()
    blocks = _without_title(record)
    placed = {mark[2] for block in blocks if block is not None for mark in block[4]} & shown
    notes = {n: _note(n, found, ui_lang, n in new, n in placed) for n, found in enumerate(record["findings"]) if n in shown}
    paragraphs = tuple(_paragraphs(blocks, record["findings"], notes))
    register = record.get("register")
    metadata = record["metadata"]
    url = metadata.get("url", "")
    return Article(
        number,
        title(record),
        record["path"],
        language(record["target_lang"]),
        tuple((key, metadata[key]) for key in _SHOWN if metadata.get(key)),
        url if url.lower().startswith(("https://", "http://")) else "",
        score["verdict"] if score else None,
        score["calibrated"] if score else None,
        bool(score and score["small_sample"]),
        record["words"],
        tuple(record["severities"][severity] for severity in SEVERITIES),
        register,
        strip(register["sequence"]) if register and register["sequence"] else None,
        paragraphs,
        tuple(note for n, note in notes.items() if n not in placed),
        len(record["findings"]) - len(shown),
        change,
        tuple(change.fixed) if change is not None else (),
    )


def title(record: Mapping[str, Any]) -> str:
    """What its file or its first heading calls it, else the name of the file."""
    found: str = record["metadata"].get("title", "")
    if not found:
        headings = (block[3] for block in record.get("blocks") or () if block is not None and block[1] == "heading")
        found = next((" ".join(text.split()) for text in headings if text.strip()), "")
    found = found or record["path"].replace("\\", "/").rstrip("/").rpartition("/")[2] or record["path"]
    return found if len(found) <= TITLE else found[: TITLE - 1] + "…"


def _without_title(record: Mapping[str, Any]) -> list[Any]:
    """The blocks, without a heading that stands as the title already."""
    blocks = record.get("blocks") or []
    first = blocks[0] if blocks else None
    if first is not None and first[1] == "heading" and not first[4] and " ".join(first[3].split()) == title(record):
        return blocks[1:]
    return blocks


def _worst(findings: list[dict[str, Any]]) -> list[int]:
    """The numbers of the findings that are shown."""
    if len(findings) <= NOTES:
        return list(range(len(findings)))
    return sorted(range(len(findings)), key=lambda n: SEVERITIES.index(findings[n]["severity"]))[:NOTES]


def _note(number: int, found: Mapping[str, Any], ui_lang: str, new: bool, placed: bool) -> Note:
    fix = found.get("fix")
    related = found.get("related", ())
    return Note(
        number + 1,
        SEVERITY_CLASSES[found["severity"]],
        found["severity"],
        found["code"],
        found["rule"],
        found["mqm"],
        found["confidence"],
        found["messages"][ui_lang],
        f"{found['location']['line']}:{found['location']['column']}",
        quoted(found["text"]) if fix is not None or not placed else "",
        quoted(fix["text"]) if fix is not None else None,
        fix is not None and fix["applicability"] == "safe",
        tuple((f"{r['location']['line']}:{r['location']['column']}", quoted(r["text"])) for r in related[:RELATED]),
        max(len(related) - RELATED, 0),
        new,
        placed,
    )


def _paragraphs(blocks: list[Any], findings: list[dict[str, Any]], notes: Mapping[int, Note]) -> Iterator[Paragraph]:
    """The blocks; a note stands beside the first that its finding touches."""
    told: set[int] = set()
    begun: set[int] = set()
    for block in blocks:
        if block is None:
            yield Paragraph("", 0, (), ())
            continue
        _, kind, level, text, marks = block
        here = [Mark(s, e, n + 1, SEVERITIES.index(findings[n]["severity"])) for s, e, n in marks if n in notes]
        own = tuple(notes[n] for n in dict.fromkeys(mark[2] for mark in marks) if n in notes and n not in told)
        told.update(note.number - 1 for note in own)
        yield Paragraph(kind, level, tuple(pieces(text, here, begun)), own)
