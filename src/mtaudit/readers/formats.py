"""The formats that can be read: by which module of this folder, and by which suffix of the file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Shape = Literal["text", "file", "rows"]
"""What a format's module offers.

``text``: ``read(text, name, encoding) -> Document`` of the whole decoded file, whose offsets are the file's.
``file``: ``read(data, name) -> Document`` of the bytes of a container, shown as lines (see ``Document``).
``rows``: ``rows(file, name, encoding, part) -> Iterator[Row]`` of an open binary file; ``tables`` makes Documents of them.
"""


class Format(NamedTuple):
    """``in_folders`` tells whether a folder is searched for it: a table there may be anything."""

    module: str
    suffixes: tuple[str, ...]
    shape: Shape = "text"
    in_folders: bool = True


FORMATS: Mapping[str, Format] = {
    "text": Format("text", (".txt",)),
    "markdown": Format("markdown", (".md", ".markdown")),
    "html": Format("html", (".html", ".htm", ".xhtml")),
    "srt": Format("subtitles.srt", (".srt",)),
    "vtt": Format("subtitles.vtt", (".vtt",)),
    "po": Format("bilingual.po", (".po", ".pot")),
    "xliff": Format("bilingual.xliff", (".xlf", ".xliff")),
    "tmx": Format("bilingual.tmx", (".tmx",), in_folders=False),
    "docx": Format("office.docx", (".docx", ".docm"), "file"),
    "hwpx": Format("office.hwpx", (".hwpx", ".hwp"), "file"),
    "epub": Format("office.epub", (".epub",), "file"),
    "csv": Format("tables.csv", (".csv",), "rows", in_folders=False),
    "tsv": Format("tables.tsv", (".tsv", ".tab"), "rows", in_folders=False),
    "xlsx": Format("tables.xlsx", (".xlsx", ".xlsm"), "rows", in_folders=False),
    "jsonl": Format("tables.jsonl", (".jsonl", ".ndjson"), "rows", in_folders=False),
    "parquet": Format("tables.parquet", (".parquet",), "rows", in_folders=False),
}

SUFFIXES = tuple(suffix for format in FORMATS.values() if format.in_folders for suffix in format.suffixes)
"""What is read in a folder. A file that is named is read whatever its suffix."""


def format_of(name: str) -> str:
    """The format that a file's name tells; ``text`` where its suffix is none of a format."""
    lower = name.lower()
    return next((key for key, format in FORMATS.items() if lower.endswith(format.suffixes)), "text")
