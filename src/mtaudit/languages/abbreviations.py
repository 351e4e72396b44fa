"""Where sentences end in texts of other languages, which have titles, initials and abbreviations: after none of these."""

from __future__ import annotations

import re
from functools import cache

from mtaudit import languages


@cache
def _no_end(lang: str) -> re.Pattern[str]:
    ordinal = r"|\d{1,2}" if lang == "de" else ""  # am 3. Mai
    return re.compile(
        r"(?:^|[\s(“\"'‘«„])(?:Mr|Mrs|Ms|Mx|Dr|St|Jr|Sr|Prof|Gen|Gov|Sen|Rep|Lt|Col|Capt|Sgt|Rev|Hon|No|vs|etc|Inc|Ltd|Co|Corp|Fig|Vol|Mt|ca|cf|al"
        rf"|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Nr|Hr|Fr|bzw|usw|evtl|ggf|gemeins|sog|ie|eg|resp|Mme|Sra?|Dra|(?:[^\W\d_]\.[ \u00a0]?)*[^\W\d_]{ordinal})\.$"
    )


def sentences(text: str, lang: str) -> list[tuple[int, int]]:
    """Spans of the sentences of ``text``. A line break ends one."""
    out: list[tuple[int, int]] = []
    at = 0
    for line in text.splitlines(keepends=True):
        begun: int | None = None
        for first, last in languages.get(lang).sentences(line):
            begun = at + first if begun is None else begun
            if lang in ("ko", "ja", "zh") or not line[last:].strip() or _no_end(lang).search(text[begun : at + last]) is None:
                out.append((begun, at + last))
                begun = None
        at += len(line)
    return out
