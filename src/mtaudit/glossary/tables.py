"""Rows of a table into entries, and entries into rows; ``columns`` says what the columns are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from mtaudit.errors import UnreadableInput
from mtaudit.glossary import MATCHES, STATUSES, Entry, Glossary, Problem, Status, Term, cleaning, tag, vocabulary
from mtaudit.glossary.columns import DETAILS, FIELDS, SOURCE, TARGET, Columns, Names, is_tag, recognised
from mtaudit.languages import detect
from mtaudit.languages.scripts import own

_OWN = re.compile(r"(?<!\\)\|")
_FOREIGN = re.compile(r"(?<!\\)\||;| / | : ")
_SAMPLE = 300
"""So many rows are looked at to find the language of a column."""


class Row(NamedTuple):
    """The cells of a record, and the line or row of the file where it begins."""

    line: int
    cells: Sequence[str]


def entries(rows: Iterable[Row], where: str, languages: tuple[str, str] | None) -> tuple[list[Entry], list[Problem]]:
    """The entries of a table, and what was noticed. ``languages``: of the source and the target, where no header says it.

    Raises UnreadableInput, with the line, for a table without a language and for a row that does not fit.
    """
    records: Iterator[Row] = (row for row in rows if any(cell.strip() for cell in row.cells))
    first = next(records, None)
    if first is None:
        raise UnreadableInput(f"{where} is empty")
    second = next(records, None)
    records = chain([] if second is None else [second], records)
    columns = None if second is not None and _languages_repeat(first, second) else recognised(first.cells)
    if columns is None:
        columns = _without_header(first, where)
        records = chain([first], records)
    elif columns.twice:
        raise UnreadableInput(f"{where}:{first.line}: two columns are called {columns.twice!r}")
    remarks = [Problem(first.line, "warning", "ignored-column", f"the column {name!r} is not read") for name in columns.ignored]
    sample = list(islice(records, _SAMPLE))
    if not sample:
        return [], remarks
    remarks += _name_languages(columns, first.line, sample, where, languages)
    reader = _Reader(columns, where, remarks)
    return [reader.entry(row) for row in chain(sample, records)], remarks


def _languages_repeat(first: Row, second: Row) -> bool:
    """Whether two rows are DeepL's: source, target, and the same two languages again."""
    here = first.cells[2:4]
    return len(first.cells) in (4, 5) and here == second.cells[2:4] and all(is_tag(cell.strip()) for cell in here)


def _without_header(first: Row, where: str) -> Columns:
    """Source and target, and perhaps their languages: the tables of DeepL, and Google's for one direction."""
    width = len(first.cells)
    columns = Columns(width, sides={SOURCE: Names({"": [0]}), TARGET: Names({"": [1]})}, single=True)
    if width in (4, 5) and all(is_tag(cell.strip()) for cell in first.cells[2:4]):
        columns.tags = {SOURCE: 2, TARGET: 3}
    elif width != 2:
        raise UnreadableInput(
            f"{where}:{first.line}: no column is a language; call the columns by languages (en, ko) or source and target"
        )
    return columns


def _name_languages(columns: Columns, line: int, sample: Sequence[Row], where: str, given: tuple[str, str] | None) -> list[Problem]:
    """Puts languages in place of source and target: those given, else those of the letters in the columns."""
    remarks = []
    for number, side in enumerate((SOURCE, TARGET)):
        names = columns.sides.get(side)
        if names is None or side in columns.tags:
            continue
        if "" not in names.lists:
            raise UnreadableInput(f"{where}:{line}: say of which language the names are, as in ko:forbidden")
        cells = [row.cells[names.lists[""][0]] for row in sample if len(row.cells) == columns.width]
        lang = given[number] if given else _of_letters(". ".join(cells))
        if not lang or lang in columns.sides:
            raise UnreadableInput(f"{where}:{line}: the languages cannot be told; say them, as in --languages en,ko")
        if lang == "en" and not given:
            what = "a column in Latin letters is taken for English; if it is not, say --languages"
            remarks.append(Problem(line, "warning", "guessed-language", what))
        columns.sides = {lang if known == side else known: held for known, held in columns.sides.items()}
    return remarks


def _of_letters(text: str) -> str:
    """Korean, Japanese or Chinese by the letters of most names, English for Latin letters, else ``""``."""
    if own("ko").search(text) or own("ja").search(text):
        lang = detect(text)
        if lang in ("ko", "ja", "zh"):
            return lang
    return "en" if own("en").search(text) else ""


class _Reader:
    """Makes entries of rows; what it notices goes into ``remarks``."""

    def __init__(self, columns: Columns, where: str, remarks: list[Problem]) -> None:
        self._columns = columns
        self._where = where
        self._remarks = remarks
        self._separator = _OWN if columns.own else _FOREIGN
        self._lists: dict[str, list[tuple[Status, int]]] = {
            side: [(status, n) for status in STATUSES for n in names.lists.get("" if status == "preferred" else status, ())]
            for side, names in columns.sides.items()
        }

    def entry(self, row: Row) -> Entry:
        columns = self._columns
        if len(row.cells) < columns.width or any(cell.strip() for cell in row.cells[columns.width :]):
            raise self._wrong(row, f"the row has {len(row.cells)} columns, the first has {columns.width}")
        values = {name: cleaning.text(row.cells[number]) for name, number in columns.fields.items()}
        terms: dict[str, tuple[Term, ...]] = {}
        for side, names in columns.sides.items():
            found = self._terms(row, names, values.get("pos", ""), side)
            if found:
                lang = self._language(row, side) if side in columns.tags else side
                terms[lang] = cleaning.ranked([*terms.get(lang, ()), *found])
        keep = values.get("keep", "")
        kept = vocabulary.yes(keep) if keep else False
        if kept is None:
            raise self._wrong(row, f"keep is yes or no, not {keep!r}")
        texts = {name: values.get(name, "") for name in ("key", "domain", "definition", "note", "reference")}
        return Entry(terms=terms, keep=kept, line=row.line, **texts)

    def _language(self, row: Row, side: str) -> str:
        given = row.cells[self._columns.tags[side]].strip()
        if not is_tag(given, keyed=True):
            raise self._wrong(row, f"{given!r} is no language")
        return tag(given)

    def _terms(self, row: Row, names: Names, pos: str, side: str) -> tuple[Term, ...]:
        found: list[Term] = []
        for status, number in self._lists[side]:
            if row.cells[number]:
                listed = self._names(row, number)
                if status == "preferred" and listed[0]:
                    found.append(Term(listed[0], "preferred", pos))
                others: Status = "admitted" if status == "preferred" else status
                found += [Term(name, others, pos) for name in (listed[1:] if status == "preferred" else listed) if name]
        if names.details:
            found = self._described(row, names, found)
        if self._columns.status is not None and side == next(reversed(self._columns.sides)):
            found = self._ranked(row, self._columns.status, found)
        return tuple(found)

    def _names(self, row: Row, number: int) -> list[str]:
        cell = row.cells[number]
        unseen = cleaning.hidden(cell)
        if unseen:
            what = f"invisible characters were removed from {cleaning.name(cell)!r}: {', '.join(unseen)}"
            self._remarks.append(Problem(row.line, "warning", "invisible-character", what))
        if self._columns.single or (self._columns.own and "|" not in cell):
            return [cleaning.name(cell)]
        return [cleaning.name(part.replace("\\|", "|")) for part in self._separator.split(cell)]

    def _described(self, row: Row, names: Names, terms: list[Term]) -> list[Term]:
        for what, number in names.details.items():
            if not row.cells[number]:
                continue
            cell = row.cells[number]
            parts = [part.replace("\\|", "|") for part in _OWN.split(cell)] if "|" in cell else [cell]
            values = [cleaning.text(part) for part in parts]
            if values == [""]:
                continue
            if len(values) == 1:
                values = values * len(terms) if what != "first" else [*values, *[""] * (len(terms) - 1)]
            if len(values) != len(terms):
                raise self._wrong(row, f"there are {len(terms)} names and {len(values)} values of {what!r}")
            terms = [self._with(row, term, what, value) if value else term for term, value in zip(terms, values, strict=True)]
        return terms

    def _with(self, row: Row, term: Term, what: str, value: str) -> Term:
        if what == "case":
            case = vocabulary.yes(value)
            if case is None:
                raise self._wrong(row, f"case is yes or no, not {value!r}")
            return term._replace(case=case)
        if what == "match":
            match = next((m for m in MATCHES if m == value), None)
            if match is None:
                raise self._wrong(row, f"there is no match {value!r}; there are {', '.join(MATCHES)}")
            return term._replace(match=match)
        if what == "pos":
            return term._replace(pos=value)
        return term._replace(first=value) if what == "first" else term._replace(note=value)

    def _ranked(self, row: Row, number: int, terms: list[Term]) -> list[Term]:
        given = row.cells[number].strip()
        status = vocabulary.status(given) if given else "preferred"
        if status is None:
            raise self._wrong(row, f"there is no status {given!r}; there are {', '.join(STATUSES)}")
        return terms if status == "preferred" else [term._replace(status=status) for term in terms]

    def _wrong(self, row: Row, what: str) -> UnreadableInput:
        return UnreadableInput(f"{self._where}:{row.line}: {what}")


def rows(glossary: Glossary) -> Iterator[list[str]]:
    """The header and the rows of mtaudit's own table. An entry has at most one preferred name in a language."""
    details = [(lang, what) for lang in glossary.languages for what in DETAILS]
    texts = [_texts(entry, glossary.languages) for entry in glossary.entries]
    wanted = ["key"]
    for lang in glossary.languages:
        wanted += [lang, f"{lang}:superseded", f"{lang}:forbidden", *[f"{lang}:{what}" for known, what in details if known == lang]]
    wanted += [name for name in FIELDS if name != "key"]
    used = {name for row in texts for name, value in row.items() if value} | {"key", *glossary.languages}
    header = [name for name in wanted if name in used]
    yield header
    for row in texts:
        yield [row.get(name, "") for name in header]


def _texts(entry: Entry, languages: tuple[str, ...]) -> dict[str, str]:
    row = {name: getattr(entry, name) for name in ("key", "domain", "definition", "note", "reference")}
    row["keep"] = "yes" if entry.keep else ""
    kinds = {term.pos for terms in entry.terms.values() for term in terms}
    row["pos"] = kinds.pop() if len(kinds) == 1 else ""
    for lang in languages:
        terms = entry.terms.get(lang, ())
        preferred = [term.text for term in terms if term.status == "preferred"] or [""]
        row[lang] = _listed([*preferred, *[term.text for term in terms if term.status == "admitted"]])
        for status in ("superseded", "forbidden"):
            row[f"{lang}:{status}"] = _listed([term.text for term in terms if term.status == status])
        row[f"{lang}:first"] = (
            _listed([term.first for term in terms]) if any(t.first for t in terms[1:]) else _listed([t.first for t in terms[:1]])
        )
        row[f"{lang}:pos"] = "" if row["pos"] else _shared([term.pos for term in terms])
        row[f"{lang}:case"] = _shared([{True: "yes", False: "no", None: ""}[term.case] for term in terms])
        row[f"{lang}:match"] = _shared(["" if term.match == "word" else term.match for term in terms])
        row[f"{lang}:note"] = _shared([term.note for term in terms])
    return row


def _listed(names: Sequence[str]) -> str:
    return " | ".join([name.replace("|", "\\|") for name in names]).strip()


def _shared(values: Sequence[str]) -> str:
    """One value where all have the same, else one for each."""
    return _listed(values[:1] if len(set(values)) == 1 else values)
