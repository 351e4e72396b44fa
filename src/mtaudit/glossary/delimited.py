"""CSV and TSV: mtaudit's own table, others by their headers, and the glossaries of DeepL and Google.

DeepL's CSV has no header: source, target and, optionally, their languages (and in some exports a fifth column), RFC 4180
quoting. Google's has a header of language codes, ``pos`` and ``description``, one name a language (both: the vendors'
documentation of glossaries, 2026).

A cell that a spreadsheet would take for a formula is written with an apostrophe before it, which is taken away on reading.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from itertools import islice

from mtaudit.errors import UnreadableInput
from mtaudit.glossary import Glossary, primary
from mtaudit.glossary.tables import Row, rows

_FORMULA = re.compile("'*[=+@-]")
_GUARDED = re.compile("'+[=+@-]")
_TOLD = re.compile(r'"?sep=([,;\t|])"?(?:\r\n|\r|\n)', re.IGNORECASE)
"""A first line that tells Excel the delimiter."""
_SAMPLE, _RECORDS = 1 << 14, 20
"""So many code points and records are looked at to find the delimiter."""


def read(text: str, where: str, delimiter: str | None) -> Iterator[Row]:
    """The records of a delimited text. Without a delimiter, it is found.

    Raises UnreadableInput, with the line, where the quotation marks do not fit.
    """
    told = _TOLD.match(text)
    if told is not None:
        text, delimiter = text[told.end() :], told[1]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or _delimiter(text), strict=True)
    line = first = 1 if told is None else 2
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise UnreadableInput(f"{where}:{line}: {_sentence(error)}") from None
        yield Row(line, [cell[1:] if cell.startswith("'") and _GUARDED.match(cell) else cell for cell in cells])
        line = first + reader.line_num


def _sentence(error: csv.Error) -> str:
    if "limit" in str(error):
        return f"a cell is longer than {csv.field_size_limit():,} characters; perhaps a quotation mark is not closed"
    return "a quotation mark is not closed" if "end of data" in str(error) else str(error)


def _delimiter(text: str) -> str:
    """The first that cuts the first records into the same number of cells, two or more; else the first that cuts."""
    lines = text[:_SAMPLE].splitlines(keepends=True)
    widths = {char: [len(row) for row in islice(csv.reader(lines, delimiter=char), _RECORDS) if row] for char in ",\t;"}
    cutting = [char for char, found in widths.items() if found and found[0] > 1]
    return next((char for char in cutting if len(set(widths[char])) == 1), cutting[0] if cutting else ",")


def write(glossary: Glossary, delimiter: str) -> bytes:
    """mtaudit's own table."""
    return _written(rows(glossary), delimiter, _FORMULA)


def write_deepl(glossary: Glossary, languages: tuple[str, str]) -> bytes:
    """Four columns: source, target and their languages. The entries have one name in each language."""
    source, target = languages
    pairs = [(entry.names(source), entry.names(target)) for entry in glossary.entries]
    return _written(([a[0].text, b[0].text, primary(source), primary(target)] for a, b in pairs))


def write_google(glossary: Glossary) -> bytes:
    """A set of equivalent terms. The entries have one name in each language, of one part of speech."""
    table = [[*glossary.languages, "pos", "description"]]
    for entry in glossary.entries:
        names = [entry.terms[lang][0].text if lang in entry.terms else "" for lang in glossary.languages]
        kind = next((term.pos for terms in entry.terms.values() for term in terms), "")
        table.append([*names, kind, entry.definition])
    return _written(table)


def _written(table: Iterable[Iterable[str]], delimiter: str = ",", guarded: re.Pattern[str] = _GUARDED) -> bytes:
    out = io.StringIO(newline="")
    cells = ([f"'{cell}" if guarded.match(cell) else cell for cell in row] for row in table)
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(cells)
    return out.getvalue().encode("utf-8")
