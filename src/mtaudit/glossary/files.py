"""Glossary files: CSV, TSV, XLSX, JSON, TBX, and the CSV of DeepL and of Google, read and written.

Every format is read into the same normal form (``cleaning``), and what a format cannot hold is named when it is written
(``losses``). A hundred thousand entries load in seconds; nothing in a file is run, fetched or followed.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from mtaudit.encoding import decode
from mtaudit.errors import BadSetting, UnreadableInput
from mtaudit.files import content
from mtaudit.glossary import Glossary, Problem, cleaning, delimited, plainjson, primary, tables, tbx, tbx_output, workbook
from mtaudit.glossary.losses import Holds, equivalents, held, pairs, sentences

_PAIR = Holds(frozenset({"keep"}), "order", nameless=False)


class Format(NamedTuple):
    """What a format is called in messages, its suffixes, and what it holds."""

    title: str
    suffixes: tuple[str, ...]
    holds: Holds


FORMATS = {
    "csv": Format("CSV", (".csv",), Holds(statuses="one")),
    "tsv": Format("TSV", (".tsv", ".tab"), Holds(statuses="one")),
    "xlsx": Format("XLSX", (".xlsx",), Holds(statuses="one")),
    "json": Format("JSON", (".json",), Holds()),
    "tbx-basic": Format("TBX-Basic", (".tbx",), Holds(breaks=False, nameless=False)),
    "tbx-core": Format("TBX-Core", (), Holds(frozenset({"key"}), "order", breaks=False, nameless=False, ids=True)),
    "tbx-v2": Format("TBX-Basic of version 2", (), Holds(breaks=False, nameless=False)),
    "deepl": Format("DeepL’s CSV", (), _PAIR),
    "google": Format("Google’s CSV", (), Holds(frozenset({"keep", "definition", "pos"}), "single", nameless=False)),
}
"""The formats that can be written, by the name that ``convert --format`` takes."""

_BINARY = {b"\xd0\xcf\x11\xe0": "an old workbook (XLS); save it as XLSX", b"%PDF": "a PDF", b"\x1f\x8b": "packed by gzip"}


def load(path: str | Path, *, languages: tuple[str, str] | None = None, encoding: str | None = None) -> Glossary:
    """The glossary in a file, its format by content and suffix.

    ``languages``: source and target of a table whose header does not say them. Raises UnreadableInput with one sentence,
    and the line where there is one.
    """
    where, name = str(path), Path(path).name
    data = content(path)
    what = next((what for mark, what in _BINARY.items() if data.startswith(mark)), None)
    if what is not None:
        raise UnreadableInput(f"{where} is {what}")
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise UnreadableInput(f"{where} is empty")
    suffix = Path(path).suffix.lower()
    if data.startswith(b"PK\x03\x04") or suffix in (".xlsx", ".xlsm"):
        found, remarks = tables.entries(workbook.read(data, where), where, languages)
        return _unless_empty(Glossary(name, tuple(found), tuple(remarks)))
    if suffix in (".tbx", ".xml") or data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<?xml", b"<tbx", b"<martif")):
        return _unless_empty(Glossary(name, tuple(tbx.read(data, where, encoding))))
    text, used = decode(data, where, encoding)
    text = cleaning.all_decoded(text, where, used)
    if suffix == ".json":
        named, found, remarks = plainjson.read(text, where, languages)
        return _unless_empty(Glossary(named or name, tuple(found), tuple(remarks)))
    delimiter = "\t" if suffix in (".tsv", ".tab") else None
    found, remarks = tables.entries(delimited.read(text, where, delimiter), where, languages)
    return _unless_empty(Glossary(name, tuple(found), tuple(remarks)))


def _unless_empty(glossary: Glossary) -> Glossary:
    if glossary.entries:
        return glossary
    remark = Problem(0, "warning", "empty", "there is no entry")
    return Glossary(glossary.name, (), (*glossary.remarks, remark))


def dump(glossary: Glossary, form: str, *, languages: tuple[str, str] | None = None) -> tuple[bytes, list[str]]:
    """The bytes of a file in a format of ``FORMATS``, and a sentence for each kind of thing that it cannot hold.

    ``languages``: source and target, where the format takes two and the glossary has more. Raises BadSetting where
    nothing would be left to write.
    """
    chosen = FORMATS[form]
    kept, lost = held(glossary, chosen.holds)
    if form == "deepl":
        languages = _two(glossary, languages)
        kept = pairs(kept, languages, lost)
    elif form == "google":
        kept = equivalents(kept, lost)
    if form != "json" and not kept.languages:
        raise BadSetting(f"{glossary.name} has no entry that {chosen.title} can hold")
    if form == "xlsx":
        data = workbook.write(kept)
    elif form == "json":
        data = plainjson.write(kept)
    elif form.startswith("tbx"):
        data = tbx_output.write(kept, form.removeprefix("tbx-"))
    elif form == "google":
        data = delimited.write_google(kept)
    elif form == "deepl" and languages is not None:
        data = delimited.write_deepl(kept, languages)
    else:
        data = delimited.write(kept, "\t" if form == "tsv" else ",")
    return data, sentences(lost, chosen.title)


def _two(glossary: Glossary, languages: tuple[str, str] | None) -> tuple[str, str]:
    known = [primary(lang) for lang in glossary.languages]
    if languages is None and len(known) == 2:
        return glossary.languages[0], glossary.languages[1]
    if languages is None or not {primary(lang) for lang in languages} <= set(known):
        raise BadSetting(f"say source and target with --languages; {glossary.name} has {', '.join(glossary.languages)}")
    return languages


def by_suffix(path: str) -> str | None:
    """The format that a file of this name is written in, or None where the suffix does not tell."""
    suffix = Path(path).suffix.lower()
    return next((name for name, form in FORMATS.items() if suffix in form.suffixes), None)
