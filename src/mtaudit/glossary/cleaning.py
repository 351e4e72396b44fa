"""The normal form of what stands in a glossary: what nobody sees and nobody meant is taken away.

A name is in NFC, without blanks at its ends, runs of blanks, or invisible characters; line breaks and tabs stay, for the
check to complain of. Any other text is one line.
"""

from __future__ import annotations

import re
import unicodedata

from mtaudit.errors import UnreadableInput
from mtaudit.glossary import STATUSES, Term

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 forbids or discourages in a text (section 2.2), lone surrogates among it."""

_INVISIBLE = re.compile(
    "[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u3164]"
    "|(?<![\u0590-\u109f\u1780-\u17ff\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])[\u200c\u200d]"
)
"""Format characters without width. Joiners stay in the scripts that need them (Unicode, section 23.2) and in emoji."""

_PLAIN = re.compile("[ !-~가-힣一-鿿ぁ-ヶ]*")
"""Texts that hold nothing to be taken away; most do."""


def text(raw: str) -> str:
    """A definition, note or other text, on one line."""
    return " ".join(_CONTROLS.sub("", raw).split()) if raw else raw


def name(raw: str) -> str:
    """A name in its normal form; it may be empty."""
    if _PLAIN.fullmatch(raw) and "  " not in raw:
        return raw.strip()
    shown = _INVISIBLE.sub("", _CONTROLS.sub("", raw.replace("\r\n", "\n").replace("\r", "\n")))
    return re.sub(" {2,}", " ", unicodedata.normalize("NFC", shown)).strip()


def one_line(raw: str) -> str:
    """A name for a format that has no line breaks and tabs."""
    return name(re.sub(r"[\t\n\r]+", " ", raw))


def hidden(raw: str) -> list[str]:
    """The invisible characters of a name, each once, as ``U+200B``."""
    if _PLAIN.fullmatch(raw):
        return []
    found = {*_CONTROLS.findall(raw), *_INVISIBLE.findall(raw)}
    return sorted(f"U+{ord(char):04X}" for char in found)


def ranked(terms: list[Term]) -> tuple[Term, ...]:
    """Preferred, admitted, superseded, forbidden; otherwise in the order given."""
    return tuple(sorted(terms, key=lambda term: STATUSES.index(term.status)))


def all_decoded(content: str, where: str, encoding: str) -> str:
    """``content``, in which every byte could be decoded. Raises UnreadableInput, with the line of one that could not."""
    bad = re.search("[\ud800-\udfff]", content)
    if bad is not None:
        line = content.count("\n", 0, bad.start()) + 1
        raise UnreadableInput(f"{where}:{line}: a byte is no {encoding}; save the file as UTF-8 or say which --encoding it has")
    return content
