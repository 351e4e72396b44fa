"""Parts of a text that its other side does not say, found by taking them out and asking a model whether what is left fits better."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from mtaudit import opinions, sources
from mtaudit.rules.universal._lengths import norm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mtaudit.view import DocumentView

_OFF = 0.25
"""Logarithm of how much shorter or longer than usual a translation is before its parts are tried."""
_WORTH = 0.3
"""What a unit of that logarithm is worth beside a cosine."""
_SURE, _DOUBTFUL = 0.2, 0.12
"""Weights from which a part is said to be missing, and from which it may be."""
_MOST = 2_000
"""Code points of a text whose parts are tried."""
_PARTS = 10
"""Boundaries inside a text; of more, every second, third … counts."""
_DENSE = frozenset("zh ja".split())
"""Languages whose words are not told by blanks."""

_JOINTS = {
    "en": "and but because although while which who that when after before since as if where or so with",
    "de": "und aber weil obwohl während der die das nachdem bevor da wenn wo oder sodass denn",
    "fr": "et mais parce bien tandis qui que quand après avant puisque comme si où ou donc",
    "es": "y pero porque aunque mientras que quien cuando después antes como si donde o",
    "ru": "и но потому хотя пока который которая которые что когда после перед если где или",
}
"""Words that begin a clause."""


class Part(NamedTuple):
    """A part of the source (``omitted``) or of the text that the other side seems not to say; ``sure`` or only perhaps."""

    pair: sources.Pair
    start: int
    end: int
    omitted: bool
    sure: bool


@cache
def _borders(lang: str) -> re.Pattern[str]:
    """What stands between two clauses."""
    marks = r"(?<=[,;:.!?…)]) | (?=[–—(])|(?<=[，、；：。！？])"
    if lang == "ko":
        return re.compile(marks + "|(?:(?<=[가-힣][고며서만데나자면해여])|(?<=도록)|(?<=니까)) ")
    words = "|".join(_JOINTS.get(lang, "").split())
    return re.compile(marks + (rf"| (?=(?:{words})\b)" if words else ""))


def parts(text: str, lang: str) -> list[tuple[int, int]]:
    """Spans between two borders of clauses that are long enough to be missed and short enough to leave something."""
    inside = [m.start() for m in _borders(lang).finditer(text)]
    inside = inside[:: len(inside) // _PARTS + 1]
    return [
        (start, end)
        for start, end in combinations([0, *inside, len(text)], 2)
        if end - start <= 0.8 * len(text) and (end - start >= 6 if lang in _DENSE else len(text[start:end].split()) >= 3)
    ]


def found(view: DocumentView) -> Mapping[int, Part]:
    """The part of each segment, by its number; none where no model compares."""
    compared, model, usual = view.once(opinions.compared), view.once(opinions.similar), view.once(norm)
    out: dict[int, Part] = {}
    scale = view.once(opinions.scale)
    if not compared or model is None or usual is None or scale is None:
        return out
    theirs = view.once(sources.source_language)
    for pair, cosine in compared:
        source, text = pair.source, opinions.plain(pair.view.text)
        off = usual.off(source, text)
        if abs(off) < _OFF or not text.strip() or max(len(source), len(text)) > _MOST:
            continue
        whole, other, lang = (source, text, theirs) if off < 0 else (text, source, view.language.code)
        tried = parts(whole, lang)
        if not tried:
            continue
        left = [f"{whole[:start]} {whole[end:]}".strip(" ,;:") for start, end in tried]
        gain, (start, end) = max(zip(model.cosines(left, [other] * len(left)), tried, strict=True))
        weight = scale.likeness(gain) - scale.likeness(cosine) + _WORTH * abs(off)
        if gain > cosine and weight >= _DOUBTFUL:
            out[pair.view.segment.number] = Part(pair, start, end, off < 0, weight >= _SURE)
    return out
