"""An acronym whose letters are not those of the words beside it.

A machine that does not know the acronym makes up an expansion for it, or permutes its words: ``(Market Access Service, SAM)``.
Either the expansion or the acronym is wrong, often both.

Not reported: letters from inside words (XML, DDoS, TB), acronyms with small letters or digits, acronyms in the order of French
or Spanish (ISO, UTC, FIFA and its sisters), words beside an acronym that are no expansion of it (CEO(Tim Cook)): at least all letters but
one must answer to initials.

Source: glosses in translated product documentation and news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.rules._prose import holding
from mtaudit.view import DocumentView, SegmentView

KO = """약어의 글자가 곁에 적힌 본말의 머리글자와 맞지 않는다.
모르는 약어의 본말을 지어내거나 낱말의 순서를 바꾸어 옮긴 것이다(‘Market Access Service, SAM’). 어느 한쪽이 틀렸다."""

_CONNECTIVES = "of and the for in on to a an at by with de la le du des et der die das und von y e del per or from as"

_ROMANCE = (
    "ISO UTC UT TAI SI UE UA ONU OTAN OMS OMC OIT OIE OIM OMI OIF OEA OUA FMI BM PIB PNB ADN ARN VIH ONG CEE UEM OACI AIEA OCDE RDC RCA"
    " RU CICR COI CIO AIE CPI CIJ TPI BCE BEI UIT OHI SECAM MSF CCITT CIE CIPM BIPM UIC UCI"
)
"""Acronyms in the order of French, Spanish or a compromise, which stand beside English names."""
_ORGANISED = ("federation", "union", "confederation")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = r"[A-Z][A-Za-z'’]*(?:[ \-–/]+(?:&|[A-Za-z][A-Za-z'’]*)){1,8}"
    short = r"[A-Z]{2,7}"
    return (
        re.compile(rf"[(（] ?(?P<words>{words})(?:, ?|; ?|: ?| ?[·/|] ?| - )(?P<short>{short}) ?[)）]"),
        re.compile(rf"[(（] ?(?P<short>{short})(?:, ?|; ?|: ?| ?[·/|] ?| - )(?P<words>{words}) ?[)）]"),
        re.compile(rf"(?<![A-Za-z0-9\-])(?P<short>{short}) ?[(（] ?(?P<words>{words}) ?[)）]"),
        re.compile(rf"(?<![A-Za-z0-9\-] )(?<![A-Za-z0-9\-])(?P<words>{words}) ?[(（] ?(?P<short>{short}) ?[)）]"),
    )


_INSIDE = r"(?: ?[A-Z][A-Za-z]*[^A-Za-z)）]|(?:(?<=[A-Za-z&'’].)|(?<=[A-Za-z&'’] .)) ?[A-Z]{2,7} ?[)）])"
"""Brackets that hold more than one word, or an acronym after a word of Latin letters."""


def check(view: DocumentView) -> Iterator[Hit]:
    for segment in holding(view, ("(", _INSIDE), ("（", _INSIDE)):
        yield from _mismatches(segment)


def _mismatches(view: SegmentView) -> Iterator[Hit]:
    for number, pattern in enumerate(_patterns()):
        for m in pattern.finditer(view.text):
            certainty = _disagreement(m["short"], m["words"], together=number < 2)
            if certainty:
                start, end = min(m.start("short"), m.start("words")), max(m.end("short"), m.end("words"))
                yield view.hit(
                    start,
                    end + (view.text[end : end + 1] in ")）" and number > 1),
                    f"{m['short']} does not abbreviate “{m['words']}”",
                    f"‘{m['short']}’은(는) ‘{m['words']}’의 약어가 아니다",
                    confidence=certainty,
                )


def _disagreement(short: str, words: str, together: bool) -> float:
    """How surely the acronym belongs to other words, 0 where it may belong to these.

    ``together``: both stand in one pair of brackets, so that the words are an expansion and nothing else.
    """
    parts = [w for w in re.split(r"[ \-–/]+", words) if w and w != "&"]
    connectives = _CONNECTIVES.split()
    strong = [w for w in parts if w.lower() not in connectives]
    if len(strong) < 2 or short in _ROMANCE.split() or short in parts:
        return 0
    initials = "".join(w[0] for w in strong).upper()
    everything = "".join(w[0] for w in parts).upper()
    if _runs_through(short, initials) or _runs_through(short, everything):
        return 0
    if short[0] in "FUC" and not strong[0].upper().startswith(short[0]) and any(name in words.lower() for name in _ORGANISED):
        return 0  # Fédération internationale …
    if sorted(short) in (sorted(initials), sorted(everything)):
        return 0.9 if len(short) > 2 or together else 0
    if _runs_through(short, "".join(parts).upper()) or "X" in short or len(short) < 3:
        return 0
    from collections import Counter

    common = sum((Counter(short) & Counter(everything)).values())
    if len(short) > 3 and common >= len(short) - 1 and len(short) - len(everything) <= 1:
        return 0.8
    same = sum(a == b for a, b in zip(short, initials, strict=False))
    if len(short) == len(initials) and same == len(short) - 1 and (together or len(short) > 3):
        return 0.6
    return 0


def _runs_through(short: str, letters: str) -> bool:
    """Whether the letters of ``short`` occur in this order."""
    rest = iter(letters)
    return all(letter in rest for letter in short)


CASES = (
    Case("세계보건기구(World Health Organization, WHO)와 북대서양조약기구(NATO)가 만났다."),
    Case("미국 질병관리본부(The US Centers for Disease Control and Prevention, CDC)는 발표했다."),
    Case("XML(Extensible Markup Language), DDoS(Distributed Denial of Service), TB(Tuberculosis Bacillus)를 다룬다."),
    Case("국제표준화기구(International Organization for Standardization, ISO), UTC(Coordinated Universal Time)이다."),
    Case("국제스키연맹(International Ski Federation, FIS), 국제축구연맹(International Association Football Federation, FIFA)이다."),
    Case("CEO(Tim Cook), NBA(Golden State Warriors), IBM(New York), LA(Atlantic League)가 있다."),
    Case("암호화 모듈 확장(Encrypted Media Extensions, EME)과 XSS(Cross Site Scripting), CAR(Car Assisted Reporting)이다."),
    Case("AT&T(American Telephone & Telegraph), R&D(Research and Development), GIS(Geographic Information System)이다."),
    Case("시장 접근 서비스(⟦Market Access Service, SAM⟧)를 계산한다."),
    Case("세계보건기구(⟦Health World Organization, WHO⟧)는 발표했다."),
    Case("인공지능(⟦Intelligence Artificial, AI⟧)을 쓴다."),
    Case("⟦GIS(System Geographic Information)⟧를 배운다."),
    Case("⟦World Trade Organization(WOT)⟧에 가입했다."),
    Case("파트너 기록(⟦CPOR, Record of Partner⟧)을 요구한다."),
)

RULE = Rule(
    "CON001",
    "acronym-mismatch",
    "accuracy/mistranslation/entity",
    "major",
    check,
    CASES,
    KO,
    scope="document",
    confidence=0.8,
)
