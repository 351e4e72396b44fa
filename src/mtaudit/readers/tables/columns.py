"""Which column of a table is the text, which its source, and what the others say of it.

What the user names counts. Otherwise the headings tell (see ``vocabulary``), and where they do not, the cells: the
column with by far the most prose. Where two could be meant, nobody guesses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from mtaudit.errors import UnreadableInput
from mtaudit.readers.tables.rows import letter
from mtaudit.readers.tables.vocabulary import Meaning, folded, language, meaning

if TYPE_CHECKING:
    from mtaudit.readers import Columns

METADATA = ("title", "author", "outlet", "date", "id", "url")
_LETTER = re.compile(r"[^\W\d_]")
_JOINED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Hangul, kana and Han: prose of these may have no blank."""
_BY_FAR = 4
_BEGINNING, _SHOWN = 2000, 20
"""Code points of a cell that are looked at, and columns that a message names."""


class NoText(UnreadableInput):
    """A table, or one of its sheets, in which no column is a text."""


class Roles(NamedTuple):
    """The columns (by the keys of ``Row.cells``) of the text, its source and the metadata, and the languages of the first two.

    ``lang`` and ``source_lang_column`` are columns that name the languages row by row.
    """

    text: str
    source: str | None = None
    target_lang: str | None = None
    source_lang: str | None = None
    metadata: Mapping[str, str] = {}
    lang: str | None = None
    source_lang_column: str | None = None

    def languages(self, cells: Mapping[str, str]) -> tuple[str | None, str | None]:
        """The languages of the text and of its source in a row."""
        target = language(cells.get(self.lang or "", "")) or self.target_lang
        return target, language(cells.get(self.source_lang_column or "", "")) or self.source_lang


def find(
    headings: Mapping[str, str], sample: Sequence[Mapping[str, str]], wanted: Columns, where: str, hidden: Iterable[str] = ()
) -> Roles:
    """The roles of the columns whose headings these are.

    ``sample`` are rows from the beginning, ``where`` is what a message calls the table. A ``hidden`` column is nobody's text
    unless its heading or the user says so. Raises NoText where there is none, UnreadableInput where two could be meant.
    """
    return _Finder(headings, sample, wanted, where, frozenset(hidden)).roles()


class _Finder:
    def __init__(
        self, headings: Mapping[str, str], sample: Sequence[Mapping[str, str]], wanted: Columns, where: str, hidden: frozenset[str]
    ) -> None:
        self.headings, self.sample, self.where, self.hidden, self.wanted = headings, sample, where, hidden, wanted
        self.meanings: dict[str, Meaning] = {column: meaning(heading) for column, heading in headings.items()}
        self._letters: dict[str, int] = {}

    def _cells(self, column: str) -> list[str]:
        return [row[column][:_BEGINNING] for row in self.sample if row.get(column)]

    def letters(self, column: str) -> int:
        """How many there are in the cells of a column."""
        if column not in self._letters:
            self._letters[column] = sum([len(_LETTER.findall(cell)) for cell in self._cells(column)])
        return self._letters[column]

    def roles(self) -> Roles:
        source = self._named(self.wanted.source)
        text = self._named(self.wanted.text) or self._text(source)
        source = source or self._source(text)
        metadata: dict[str, str] = {}
        for column, (role, _) in self.meanings.items():
            if column not in (text, source):
                metadata.setdefault("outlet" if role == "source" else role, column)
        return Roles(
            text,
            source,
            self.meanings[text].lang or None,
            (self.meanings[source].lang or None) if source else None,
            {role: metadata[role] for role in METADATA if role in metadata},
            lang=metadata.get("lang"),
            source_lang_column=metadata.get("sourcelang"),
        )

    def _named(self, name: str | None) -> str | None:
        """The column that an option names: by its heading, or by its letter or number."""
        if name is None:
            return None
        for exactly in (lambda word: word, folded):
            found = [column for column, heading in self.headings.items() if exactly(heading) == exactly(name)]
            if found:
                return found[0]
        for column in (name.upper(), letter(int(name) - 1) if name.isdecimal() else ""):
            if column in self.headings:
                return column
        raise NoText(f"{self.where} has no column {name!r}; it has {self._listed(self.headings)}")

    def _text(self, source: str | None) -> str:
        others = [column for column in self.headings if column != source]
        languages = [c for c in others if self.meanings[c].lang and self.meanings[c].role in ("", "text")]
        for candidates in (self._of("target", others), languages, self._of("text", others)):
            found = [column for column in candidates if self.letters(column)] or (candidates if not self.sample else [])
            if found:
                return self._korean(found) if candidates is languages else self._dominant(found)
        plain = [c for c in others if self.meanings[c].role in ("", "source") and c not in self.hidden] or self._of("title", others)
        prose = [column for column in plain if self._prose(column)]
        if not prose:
            raise NoText(f"{self.where} has no column of text{self._among(others)}; name one with --text-column")
        return self._dominant(prose)

    def _of(self, role: str, columns: Iterable[str]) -> list[str]:
        return [column for column in columns if self.meanings[column].role == role]

    def _dominant(self, columns: list[str]) -> str:
        """The only column, or the one with by far the most prose."""
        ranked = sorted(columns, key=lambda column: -self._prose(column))
        if len(ranked) == 1 or self._prose(ranked[0]) > _BY_FAR * self._prose(ranked[1]):
            return ranked[0]
        raise self._ambiguous(columns)

    def _korean(self, columns: list[str]) -> str:
        """Of columns of languages, Korean; of two others the one that is not English."""
        langs = [self.meanings[column].lang for column in columns]
        for chosen in ([c for c, lang in zip(columns, langs, strict=True) if lang == "ko"], columns):
            if len(chosen) == 1:
                return chosen[0]
        foreign = [column for column in columns if self.meanings[column].lang != "en"]
        if len(columns) == 2 and len(foreign) == 1:
            return foreign[0]
        raise self._ambiguous(columns)

    def _prose(self, column: str) -> int:
        """Letters in the cells that are prose: words, not names of files, numbers or addresses.

        A syllable or an ideograph counts as three: a translation is as long as its source.
        """
        total = 0
        for cell in self._cells(column):
            letters = len(_LETTER.findall(cell))
            words = " " in cell.strip() or _JOINED.search(cell) is not None
            if letters > 1 and words and 3 * letters > len(cell) and "://" not in cell[:12]:
                total += letters + 2 * len(_JOINED.findall(cell))
        return total

    def _source(self, text: str) -> str | None:
        """The column of the source: one called so, unless it holds labels; else that of another language, English before others."""
        lang = self.meanings[text].lang
        for column in self._of("source", self.headings):
            if column != text and not self._labels(column, text):
                return column
        others = [c for c, (role, other) in self.meanings.items() if other and role in ("", "text") and c != text and other != lang]
        english = [column for column in others if self.meanings[column].lang == "en"]
        return next((found[0] for found in (english, others) if len(found) == 1), None)

    def _labels(self, column: str, text: str) -> bool:
        """Whether a column called ``source`` says where texts come from: few words beside the text, or the same again and again."""
        cells = self._cells(column)
        return 10 * self.letters(column) < self.letters(text) or (len(cells) > 4 and 4 * len(set(cells)) < len(cells))

    def _ambiguous(self, columns: Iterable[str]) -> UnreadableInput:
        return UnreadableInput(
            f"{self.where} has more than one column that may be the text: {self._listed(columns)}; say which with --text-column"
        )

    def _among(self, columns: list[str]) -> str:
        return f" among {self._listed(columns)}" if columns else ""

    def _listed(self, columns: Iterable[str]) -> str:
        names = [repr(self.headings[column][:40]) for column in columns]
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        return ", ".join(names[:_SHOWN]) + more
