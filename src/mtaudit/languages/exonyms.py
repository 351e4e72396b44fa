"""Where a text names a place that languages call by names which are not each other's sound: Germany, Deutschland, 독일, Đức."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from mtaudit.languages.exonym_table import LANGS as LANGS
from mtaudit.languages.exonym_table import ROWS


class Place(NamedTuple):
    """Where a source names a place, and every name for it in the other language."""

    start: int
    text: str
    renderings: tuple[str, ...]


@cache
def _rows(lang: str, other: str) -> dict[str, tuple[str, ...]]:
    """The names of the column ``lang``, each with those of ``other``."""
    here, there = LANGS.index(lang), LANGS.index(other)
    out: dict[str, tuple[str, ...]] = {}
    for row in ROWS.strip().split("\n"):
        cells = row.split("|")
        if cells[here] and cells[there]:
            # Other Korean names are words as well: 고려, 타이, 조선.
            for name in cells[here].split("/")[: 1 if lang == "ko" else None]:
                if name[0] != "~":
                    out[name] = tuple(cells[there].replace("~", "").split("/"))
    return out


@cache
def _pattern(lang: str, other: str) -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(_rows(lang, other), key=len, reverse=True)))
    if lang in ("ja", "zh"):
        return re.compile(rf"(?<![ァ-ヺー])(?:{names})(?![ァ-ヺー])")
    if lang == "ko":
        return re.compile(rf"(?<![가-힣])(?:{names})")
    if lang == "ru":
        return re.compile(rf"(?<![\w\-])(?:{names})(?:[аеийоуыьюя]|[оеи][йюемв]|а[мх]|ью|ией)?(?![\w\-])")
    # A capital word behind it makes another name: Jordan Peele, Prague Castle. In German it may be any noun.
    another = "" if lang == "de" else "| [A-ZÀ-Ỹ]"
    return re.compile(rf"(?:(?<![\w’'@#/.&\-])|(?<=\b[DLdl][’']))(?:{names})(?:['’]s|s)?(?![\w@&/\-]{another})")


def places(text: str, lang: str, other: str) -> list[Place]:
    """The places that a text in ``lang`` names, each once, with what ``other`` calls them; nothing for languages without a column."""
    if lang == other or lang not in LANGS or other not in LANGS:
        return []
    rows, seen, out = _rows(lang, other), set(), []
    for m in _pattern(lang, other).finditer(text):
        name = m[0] if m[0] in rows else next((n for n in sorted(rows, key=len, reverse=True) if m[0].startswith(n)), "")
        # In Vietnamese a short name behind another word with a capital is part of a name, and at the beginning another word.
        short = (
            len(name) < 4
            and lang == "vi"
            and re.search(r"(?:^|[.!?:]\s+|\b[A-ZĐÀ-Ỹ]\w*\s|tiếng\s|người\s)$", text[: m.start()]) is not None
        )
        if name and rows[name] not in seen and not short and (len(name) > 1 or lang == "vi"):
            seen.add(rows[name])
            out.append(Place(m.start(), m[0], rows[name]))
    return out


def says(text: str, place: Place, lang: str) -> bool:
    """Whether a text in ``lang`` has one of the renderings. A single syllable of Korean stands alone, or in 미·중, 대미, 주한."""
    return any(_has(text, name, lang) for name in place.renderings)


def _has(text: str, name: str, lang: str) -> bool:
    if len(name) > 1 or lang != "ko":
        return name in text
    return re.search(rf"(?:(?<![가-힣])|(?<=[대주방친반탈북남동서]))(?<!\d){name}(?![가-힣](?<!국|군|측))", text) is not None
