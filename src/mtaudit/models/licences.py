"""The licence of a model: what its card says, as SPDX spells it, and whether it forbids commercial use.

A model card is a ``README.md`` whose YAML front matter has ``license`` (an identifier of the Hugging Face hub),
``license_name`` and ``license_link`` (where ``license`` is ``other``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

NOT_STATED = "not stated"

SPDX = {
    name.lower(): name
    for name in (
        "AFL-3.0 AGPL-3.0 Apache-2.0 Artistic-2.0 BSD-2-Clause BSD-3-Clause BSD-3-Clause-Clear BSL-1.0 CDLA-Permissive-1.0 "
        "CDLA-Permissive-2.0 CDLA-Sharing-1.0 ECL-2.0 EPL-1.0 EPL-2.0 EUPL-1.1 EUPL-1.2 GFDL-1.3 GPL-2.0 GPL-3.0 ISC LGPL-2.1 LGPL-3.0 "
        "LPPL-1.3c MIT MPL-2.0 MS-PL NCSA OFL-1.1 OSL-3.0 PostgreSQL Unlicense WTFPL Zlib"
    ).split()
} | {"bsd": "BSD", "gpl": "GPL", "lgpl": "LGPL", "odbl": "ODbL-1.0", "odc-by": "ODC-By-1.0", "pddl": "PDDL-1.0"}

NON_COMMERCIAL = (
    r"(?:^|[^a-z])nc(?:[^a-z]|$)|non[-_ ]?commercial|non[-_ ]?production|research|academic"
    r"|\bmnpl\b|\bmrl\b|\bamlr\b|exaone|nscl|deepfloyd|\bopt-license\b"
)
"""What the names of licences hold that allow research or private use only.

Creative Commons NC; licences called non-commercial, non-production, research or academic (FAIR, Intel, Qwen, Stability,
Tongyi); and by name Mistral's MNPL and MRL, Apple's AMLR, LG's EXAONE, NVIDIA's source code licence, DeepFloyd's, OPT's.
"""
NON_COMMERCIAL_LINK = r"by-nc|non-?commercial"


def front_matter(card: str) -> Mapping[str, Any]:
    """The YAML between the two ``---`` that begin a model card; empty where there is none that can be read."""
    import yaml

    block = re.match(r"\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", card, re.S | re.M)
    if block is None:
        return {}
    try:
        facts = yaml.safe_load(block[1])
    except (yaml.YAMLError, ValueError):
        return {}
    return facts if isinstance(facts, dict) else {}


def licence(facts: Mapping[str, Any]) -> tuple[str, bool]:
    """The licence that a card's front matter states, and whether it is non-commercial."""
    stated = _words(facts.get("license"))
    names = _words(facts.get("license_name"))
    links = _words(facts.get("license_link"))
    shown = [word for word in stated if word.lower() not in ("other", "unknown")] or names or links
    forbids = any(re.search(NON_COMMERCIAL, word.lower()) for word in (*stated, *names))
    forbids = forbids or any(re.search(NON_COMMERCIAL_LINK, link.lower()) for link in links)
    return ", ".join(map(spelled, shown)) or NOT_STATED, forbids


def spelled(name: str | None) -> str:
    """A licence's name as SPDX writes it where SPDX has it, otherwise as it stands."""
    word = " ".join((name or "").split()).replace("(", "[").replace(")", "]")
    if re.fullmatch(r"(?i)cc(?:0|-by(?:-nc)?(?:-sa|-nd)?)-\d\.\d", word):
        return word.upper()
    return SPDX.get(word.lower(), word) or NOT_STATED


def _words(value: Any) -> list[str]:
    return [str(item).strip() for item in (value if isinstance(value, list) else [value]) if item is not None and str(item).strip()]
