"""What may be said of a name that a text seems to lack: a pronoun or an institution may stand for it."""

from __future__ import annotations

import re
from functools import cache

from mtaudit.rules.universal._source_names import Name
from mtaudit.sources import Pair


@cache
def _offices() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Institutions in Korean and in English."""
    business = "감독|감시|관리|정보|수사|검열|규제|통제|안전|보안|조사|통신|방송|감사|통계|보건|환경|교통|우주|세무|무역|금융|심의"
    return (
        re.compile(
            rf"(?:{business})\s?(?:청|국|원|부|처|기관|기구)|[가-힣](?:위원회|당국|협회|연맹|재단|공사|공단|의회|연구소)|검찰|경찰청|은행"
        ),
        re.compile(
            r"(?i:agenc|ministr|authorit|commission|committee|council|bureau|office|department|board|foundation|associat|federation|institut|union"
            r"|parliament|congress|organi[sz]ation|administration|service|prosecut|police|bank|corporation|compan|assembl|league|body|bodies|laborator)"
        ),
    )


def may_be_office(pair: Pair, name: Name, here: str) -> bool:
    """Whether the text may call an institution by what it does: Roskomnadzor, 언론감독청."""
    if here != "ko" or len(name.words) > 1 or in_place().search(pair.source[: name.start]):
        return False
    ours, theirs = _offices()
    return len(ours.findall(pair.view.text)) > len(theirs.findall(pair.source))


@cache
def in_place() -> re.Pattern[str]:
    """What stands before the name of a place."""
    return re.compile(r"\b(?:in|at|near|around|outside|across|throughout) (?:[a-z]+ )?$")


def may_be_left(pair: Pair, name: Name, here: str) -> bool:
    """Whether a text may leave out what the segment before has named: a pronoun stands for it, or it is said of something (a Volvo car)."""
    if re.match(r" [a-z]{4,}s?\b(?<!ed)", pair.source[name.start + len(name.text) :]):
        return True
    pronouns = {
        "ko": "그는|그가|그의|그를|그에게|그녀|그들|이들|이곳|그곳|당사|이 회사|이 나라|이 도시",
        "ja": "彼|同氏|同社|同国|同市|同紙|この国|この会社",
    }
    return here in pronouns and re.search(rf"(?<![가-힣])(?:{pronouns[here]})", pair.view.text) is not None
