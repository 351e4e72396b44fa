"""Our own sentences in Korean: the particle after a word that is known only when the sentence is made."""

from __future__ import annotations

import re
from functools import cache

from mtaudit.languages.ko.particles import before_gloss, final_sound, particle, right_form

_ALTERNATIONS = {"은(는)": "은", "이(가)": "이", "을(를)": "을", "와(과)": "와", "(으)로": "으로"}


@cache
def _after_quotation() -> re.Pattern[str]:
    return re.compile("‘([^‘’]+)’(" + "|".join(map(re.escape, _ALTERNATIONS)) + ")")


def settled(message: str) -> str:
    """A sentence of ours in which ``‘나토’은(는)`` has become ``‘나토’는``, wherever the reading of the quoted word is sure."""

    def right(m: re.Match[str]) -> str:
        word = m[1].rstrip(" .,!?")
        end = before_gloss(word, len(word))
        sound = final_sound(word[:end]) if end > 0 else None
        p = particle(_ALTERNATIONS[m[2]])
        return m[0] if sound is None or p is None else f"‘{m[1]}’{right_form(p, sound)}"

    return _after_quotation().sub(right, message)
