"""Which column of a table is what, by its header.

The table that mtaudit writes has these columns, all optional but one language:

- ``key``, ``keep`` (``yes``: do not translate), ``domain``, ``definition``, ``note``, ``reference``, ``pos`` (of all its terms);
- ``LANG`` (a BCP 47 tag: ``en``, ``ko``, ``zh-Hant``): the names in that language in order of preference, separated by
  ``|``; the first is preferred, the others are admitted; an empty first one says that none is preferred. A ``|`` inside a name is written ``\\|``;
- ``LANG:superseded``, ``LANG:forbidden``: names with that status;
- ``LANG:first``: how the first name is written at its first mention;
- ``LANG:pos``, ``LANG:case`` (``yes``, ``no``), ``LANG:match`` (``word``, ``prefix``, ``suffix``, ``part``), ``LANG:note``:
  one value for all names of the language, or as many as there are names (preferred, admitted, superseded, forbidden).

Other tables are recognised by the words of ``vocabulary``; their alternatives may also be separated by ``;``, `` / `` or
`` : ``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mtaudit.glossary import tag
from mtaudit.glossary.vocabulary import HEADERS, LANGUAGES, folded

_TAG = re.compile(r"(?P<main>[a-z]{2,3})(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?(?P<more>(?:[-_][a-z\d]{5,8})*)", re.IGNORECASE)
"""Tags as they occur in headers: language, script, region, variants (RFC 5646, section 2.1)."""
FIELDS = ("key", "keep", "domain", "definition", "note", "reference", "pos")
"""Columns of the whole entry."""
DETAILS = ("first", "pos", "case", "match", "note")
"""Columns of a language's names."""
SOURCE, TARGET = "source", "target"
"""Stand for a language that no header names."""


@dataclass
class Names:
    """The columns with one language's names, by their numbers: names by status, and what is said of them."""

    lists: dict[str, list[int]] = field(default_factory=dict)
    details: dict[str, int] = field(default_factory=dict)


@dataclass
class Columns:
    """What the columns of a table hold, by their numbers. ``own``: only ``|`` separates names; ``single``: nothing does."""

    width: int
    fields: dict[str, int] = field(default_factory=dict)
    sides: dict[str, Names] = field(default_factory=dict)
    tags: dict[str, int] = field(default_factory=dict)
    status: int | None = None
    ignored: list[str] = field(default_factory=list)
    twice: str = ""
    own: bool = True
    single: bool = False

    def side(self, lang: str) -> Names:
        return self.sides.setdefault(lang, Names())


def recognised(header: Sequence[str]) -> Columns | None:
    """The columns of a header, or None for a row that is none: it names no language, or little else that is known."""
    columns = Columns(len(header))
    keyed = "key" in [cell.strip().casefold() for cell in header]
    plain: list[tuple[int, str]] = []
    for number, cell in enumerate(header):
        if cell.strip() and not _of_language(columns, number, cell.strip(), keyed):
            plain.append((number, cell.strip()))
    words = {number: HEADERS.get(folded(cell), "") for number, cell in plain}
    meant = set(words.values())
    for number, cell in plain:
        word = words[number]
        if word == "source" and columns.sides and "target" not in meant:
            word = "reference"
        elif word == "term":
            word = TARGET if "source" in meant and "target" not in meant else SOURCE
        columns.own &= word in FIELDS and cell.casefold() in (*FIELDS, "description")
        _put(columns, word, number, cell)
    if len(header) in (4, 5) and list(words) in ([0, 1], [0, 1, 4]) and not any(words.values()):
        return None  # a row of DeepL's: source, target, their languages, relevance
    named = sum("" in side.lists for side in columns.sides.values())
    return columns if named >= 2 or (named and not columns.ignored) else None


def well_formed(word: str) -> bool:
    """Whether a word has the shape of a language tag, of any kind (RFC 5646, section 2.1)."""
    return re.fullmatch(r"[A-Za-z]{1,8}(?:[-_][A-Za-z\d]{1,8})*", word) is not None


def is_tag(word: str, keyed: bool = False) -> bool:
    """Whether a header is a language tag. ``id``, ``no`` and words of three letters are only where ``key`` is a column."""
    found = _TAG.fullmatch(word)
    if found is None or (word.casefold() in (*FIELDS, *DETAILS, "match")):
        return False
    return keyed or len(word) > 3 or (len(word) == 2 and word.casefold() not in ("id", "no"))


def _of_language(columns: Columns, number: int, cell: str, keyed: bool) -> bool:
    """Puts a column of a language into its place, or says that it is none."""
    base, _, kind = cell.partition(":")
    lang = LANGUAGES.get(folded(base), "") or (tag(base) if is_tag(base, keyed) else "")
    kind = kind.strip().casefold()
    if not lang or kind not in ("", "admitted", "superseded", "forbidden", *DETAILS):
        return False
    side = columns.side(lang)
    if kind in DETAILS:
        _once(columns, side.details, kind, number, cell)
    elif kind == "" and "" in side.lists:
        columns.twice = columns.twice or cell
    else:
        side.lists.setdefault(kind, []).append(number)
    columns.own &= folded(base) not in LANGUAGES
    return True


def _put(columns: Columns, word: str, number: int, cell: str) -> None:
    """Puts a column that is of no language by its header: of the entry, of the source or of the target."""
    target = TARGET if TARGET in columns.sides or len(columns.sides) != 2 else list(columns.sides)[1]
    if word in (SOURCE, TARGET):
        columns.side(word).lists.setdefault("", []).append(number)
    elif word in ("forbidden", "superseded", "admitted"):
        columns.side(target).lists.setdefault(word, []).append(number)
    elif word in ("first", "case", "match"):
        _once(columns, columns.side(target).details, word, number, cell)
    elif word in ("sourcelang", "targetlang"):
        _once(columns, columns.tags, word.removesuffix("lang"), number, cell)
    elif word in FIELDS:
        _once(columns, columns.fields, word, number, cell)
    elif word == "status":
        columns.status = number
    else:
        columns.ignored.append(cell)


def _once(columns: Columns, where: dict[str, int], what: str, number: int, cell: str) -> None:
    if what in where:
        columns.twice = columns.twice or cell
    where[what] = number
