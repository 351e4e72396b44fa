"""Spelled-out numbers: seventy-five, fünfundsiebzig, soixante-quinze, bảy mươi lăm, 일흔다섯, 七十五."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from mtaudit.quantities import units
from mtaudit.quantities.characters import han, korean
from mtaudit.quantities.quantity import Kind, Quantity, Taken
from mtaudit.quantities.tables import vocabulary
from mtaudit.quantities.vocabulary import CJK, Vocabulary


def words(text: str, lang: str, taken: Taken) -> list[Quantity]:
    """All spelled-out numbers of ``text`` that are not ``taken`` yet."""
    known = vocabulary(lang)
    if lang in CJK:
        found = korean(text) if lang == "ko" else han(text)
    elif known is not None:
        found = _spelled(text, lang, known)
    else:
        return []
    return [q for q in found if taken.is_free(q.start, q.end)]


class _Token(NamedTuple):
    text: str
    start: int
    end: int


@cache
def _letters() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


def _spelled(text: str, lang: str, known: Vocabulary) -> Iterator[Quantity]:
    tokens = [_Token(m[0].lower(), *m.span()) for m in _letters().finditer(text)]
    i = 0
    while i < len(tokens):
        vague = known.vague.get(tokens[i].text) or (
            known.vague.get(f"{tokens[i].text} {tokens[i + 1].text}") if i + 1 < len(tokens) else None
        )
        number = _number(text, tokens, i, lang, known)
        if vague is not None and (number is None or number[1] == i + 1):
            yield _vaguely(vague, tokens[i])
        if number is None:
            i += 1
            continue
        quantity, i = _and_more(text, tokens, *number) if lang == "en" else number
        unit, _ = units.unit(text, quantity.start, quantity.end)
        yield quantity._replace(unit=unit) if unit in units.CONVERTED else quantity


def _and_more(text: str, tokens: list[_Token], number: Quantity, i: int) -> tuple[Quantity, int]:
    """*two and a half* and *two dozen* as one number; translators round both."""
    after = [token.text for token in tokens[i : i + 3]]
    if after == ["and", "a", "half"] and text[number.end : tokens[i].start] == " ":
        return number._replace(values=(number.value + 0.5,), also=(number.value,), end=tokens[i + 2].end, sure=False), i + 3
    if after[:1] == ["dozen"] and number.value < 12 and text[number.end : tokens[i].start] == " ":
        return number._replace(values=(number.value * 12,), end=tokens[i].end, sure=False), i + 1
    return number, i


def _vaguely(values: tuple[float, ...], token: _Token) -> Quantity:
    return Quantity("number", values, token.start, token.end, sure=False, digits=False)


def _number(text: str, tokens: list[_Token], i: int, lang: str, known: Vocabulary) -> tuple[Quantity, int] | None:
    """The spelled-out number that begins at token ``i``, and the token behind it."""
    total, current, first, bare = 0.0, 0.0, i, False
    least = 10.0**15
    kind: Kind = "number"
    if tokens[i].text in known.halves:
        j = i + 1 + (i + 1 < len(tokens) and tokens[i + 1].text in ("a", "of"))
        scale = known.magnitudes.get(tokens[j].text, 0) if j < len(tokens) else 0
        return (_made(tokens, i, j, scale / 2, True), j + 1) if scale > 100 else None
    while i < len(tokens) and (i == first or _close(text, tokens[i - 1], tokens[i])):
        word = tokens[i].text
        if word in known.joins and i > first and (total or current):
            after = i + 1
            if (
                after < len(tokens)
                and _close(text, tokens[i], tokens[after])
                and _fits(_worth(tokens[after].text, lang, known), total, current, lang)
            ):
                i += 1
                continue
            break
        big = known.magnitudes.get(word, 0)
        if big >= 1000 and big < least and (current or i == first) and (len(word) > 2 or lang == "vi"):
            bare = not current
            total, current, least = total + (current or 1) * big, 0, big
        elif word in known.ordinals and _fits(known.ordinals[word], total, current, lang):
            current, kind, i = current + known.ordinals[word], "ordinal", i + 1
            break
        else:
            worth = _worth(word, lang, known)
            if word == "năm" and (current or _is_year(text, tokens[i])):
                break
            if not _fits(worth, total, current, lang):
                if lang == "en" and 10 < current < 21 and worth >= 20 and not total:  # nineteen eighty-four
                    kind = "year"
                break
            bare = bare or (worth == 100 and not current)
            multiplies = current and (
                (worth == 100 and current < 100)
                or (lang == "vi" and worth == 10)
                or (lang == "fr" and current == 4 and worth == 20)
            )
            current = current * worth if multiplies else current + worth
        i += 1
    if i == first:
        return None
    value = total + current
    sure = (
        value >= 11
        and kind != "year"
        and not (bare and value in (100, 1000, 10**6, 10**9))
        and not (kind == "ordinal" and value < 13)
    )
    if (
        lang == "en"
        and kind == "number"
        and 3 <= value <= 12
        and text[tokens[first].start].islower()
        and text[tokens[i - 1].end : tokens[i - 1].end + 1] == " "
    ):
        sure = True
    return _made(tokens, first, i - 1, value, sure, kind), i


def _made(tokens: list[_Token], first: int, last: int, value: float, sure: bool, kind: Kind = "number") -> Quantity:
    return Quantity("number" if kind == "year" else kind, (value,), tokens[first].start, tokens[last].end, sure=sure, digits=False)


def _is_year(text: str, token: _Token) -> bool:
    """Whether năm means year here, not five."""
    return any(c.isdigit() for c in text[max(0, token.start - 2) : token.start] + text[token.end : token.end + 2])


def _close(text: str, left: _Token, right: _Token) -> bool:
    return text[left.end : right.start] in (" ", "-", "\u00a0", "‑")


def _worth(word: str, lang: str, known: Vocabulary) -> float:
    """What a word adds; 0 for a word that is no number."""
    found = known.numbers.get(word, 0)
    return found or (_german(word) if lang == "de" and len(word) > 6 else 0)


def _fits(worth: float, total: float, current: float, lang: str) -> bool:
    """Whether a word of this worth may go on a number."""
    if not worth:
        return False
    if lang == "vi" and worth in (10, 100) and current:
        return current < worth if worth == 100 else 1 < current % 100 < 10
    if lang == "fr":
        if current == 4 and worth == 20:
            return True
        if current % 100 in (60, 80) and worth < 20:
            return True
        if current % 100 in (10, 70, 90) and 7 <= worth <= 9:
            return True
    if worth == 100:
        return current < 100 if lang not in ("es", "ru") else not current
    if worth > 100:
        return not current
    if worth >= 10:
        return current % 100 == 0
    return (current % 10 == 0 and current % 100 != 10) or (lang == "vi" and current % 10 == 0)


@cache
def _german(word: str) -> int:
    """The worth of a German compound: zweihundertfünfundsiebzig is 275; 0 for any other word."""
    known = vocabulary("de")
    simple = known.numbers if known else {}

    def below_hundred(part: str) -> int | None:
        if not part:
            return 0
        if part in simple:
            return simple[part]
        one, und, ten = part.rpartition("und")
        if und and simple.get(one, 10) < 10 and simple.get(ten, 0) in range(20, 100, 10):
            return simple[one] + simple[ten]
        return None

    def below_thousand(part: str) -> int | None:
        head, hundred, tail = part.partition("hundert")
        if not hundred:
            return below_hundred(part)
        factor, rest = (
            (simple.get(head) if head else 1),
            below_hundred(tail.removeprefix("und") if tail.startswith("undein") else tail),
        )
        return factor * 100 + rest if factor and rest is not None else None

    head, thousand, tail = word.partition("tausend")
    if not thousand:
        return below_thousand(word) or 0
    factor, rest = (below_thousand(head) if head else 1), below_thousand(tail)
    return factor * 1000 + rest if factor and rest is not None else 0
