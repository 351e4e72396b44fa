"""Punctuation marks that cancel each other: a full stop too many, a comma beside a full stop.

A source sentence that ended in a quotation, a footnote or a link leaves its own full stop behind (``습니다. .``); a machine that
joins clauses keeps both marks (``다.,``); English ellipses come back as two stops.

Not reported: ellipses of any kind (``...``, ``. . .``, ``…``), two stops where the writer uses them for an ellipsis or writes
informally (ㅋㅋ, ㅠㅠ, ^^), file names and versions (``. .pst``, ``.NET``), dates, initials, emoticons, a comma after a Latin
abbreviation.

Source: taxonomy of machine-translated Korean, "Stray punctuation"; standard orthography of Korean, appendix on punctuation (2014).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.report import Hit
from mtaudit.rules import RUNNING, Case, Rule
from mtaudit.view import DocumentView, SegmentView

KO = """문장 부호가 겹쳤다.
원문의 마침표가 따로 남거나(‘습니다. .’) 쉼표와 마침표가 함께 옮겨진(‘다.,’) 것이다."""

_CLOSING = frozenset("\"'”’」』)]")


@cache
def _patterns() -> re.Pattern[str]:
    """. .   ..   .,   ,.   ,,   wherever they stand: what is before and behind them is looked at afterwards."""
    return re.compile(
        r"\.(?:(?P<apart>[ \u00a0]{1,2}\.)(?![ \u00a0]?\.)|(?P<two>\.,?)(?![.,\w/])|(?P<comma>[ \u00a0]?,))"
        r"|,(?:(?P<stop>[ \u00a0]?\.)(?!\.| \.)|(?P<commas>[ \u00a0]?,)(?![,.]))"
    )


@cache
def _doubled() -> re.Pattern[str]:
    return re.compile("(?:。[。.．]|、、)(?![。.、．])(?<![。、]..)")


_CHAT = ("ㅋㅋ", "ㅎㅎ", "ㅠㅠ", "ㅜㅜ", "ㅠ.ㅠ", "^^")


@cache
def _ellipses() -> re.Pattern[str]:
    return re.compile(r"\.\.(?![.\w/])(?<=[가-힣]\.\.)(?<![다요죠함음임]\.\.)|,,(?!,)(?<=[가-힣],,)")


def check(view: SegmentView) -> Iterator[Hit]:
    text = view.text
    for m in _patterns().finditer(text):
        kind = m.lastgroup
        if not _in_place(m, text) or (kind in ("two", "commas") and not _by_mistake(view, text[m.start() - 1])):
            continue
        yield _hit(view, m, _right(m, text))
    if "。" in text or "、、" in text:
        for m in _doubled().finditer(text):
            yield _hit(view, m, m[0][0])


def _hit(view: SegmentView, m: re.Match[str], right: str) -> Hit:
    return view.hit(
        *m.span(),
        f"“{m[0]}” is a punctuation mark too many",
        f"문장 부호 ‘{m[0]}’이(가) 겹쳐 있다",
        fix=right,
        safe=m.lastgroup != "stop",
        severity="minor" if m.lastgroup in ("two", "commas", None) else None,
    )


def _in_place(m: re.Match[str], text: str) -> bool:
    """Whether the marks stand after a letter of the text's own script, and before a blank where they must."""
    at, end = m.span()
    behind = text[end : end + 1]
    if m.lastgroup != "two" and behind and not behind.isspace() and (m.lastgroup == "commas" or behind not in _CLOSING):
        return False
    if text[at] == "." and at > 1 and text[at - 1] in _CLOSING:
        at -= 1
    return at > 0 and _is_letter(text[at - 1])


def _is_letter(char: str) -> bool:
    """Hangul, kana or a Chinese character."""
    return "가" <= char <= "힣" or "ぁ" <= char <= "ん" or "ァ" <= char <= "ヶ" or "一" <= char <= "龥"


def _by_mistake(view: SegmentView, before: str) -> bool:
    """Whether two stops or commas are no ellipsis here: after 다 in a long text that has hardly any, else in one without."""
    ellipses = view.document.once(ellipses_of_two)
    if before in "다음함임":
        return ellipses == 0 or (ellipses < 3 and len(view.document.prose) > 2000)
    return ellipses == 0 and before in "요죠"


def ellipses_of_two(view: DocumentView) -> int:
    """How often the document has two stops or commas where no sentence ends; chat (ㅋㅋ, ㅠㅠ, ^^) counts for many."""
    if any(sign in view.prose for sign in _CHAT):
        return 99
    return sum(len(_ellipses().findall(segment.text)) for segment in view.segments)


def _right(m: re.Match[str], text: str) -> str:
    if m.lastgroup == "commas":
        return ","
    if m.lastgroup == "comma":
        return "." if text[m.start() - 1] in "다요죠까" else ","
    return "."


CASES = (
    Case("그는 떠났다. . . 그리고 돌아오지 않았다."),
    Case("그는 떠났다... 그리고 돌아오지 않았다...."),
    Case("정말 그렇다.. 그런데.. 모르겠다.."),
    Case("아쉽다.. ㅠㅠ 다음에 오겠다."),
    Case("메일을 가져올 수 있습니다. .pst 파일을 선택하세요. .NET도 됩니다."),
    Case("2013. 10. 2., J.D. 밴스, Apple Inc., 등등. ./run을 실행한다."),
    Case("변화를 목격했습니다⟦. .⟧ 이러한 기구가 필요합니다⟦. .⟧", fixed="변화를 목격했습니다. 이러한 기구가 필요합니다."),
    Case("그 회사의 자회사입니다⟦..⟧ 본사는 서울에 있습니다.", fixed="그 회사의 자회사입니다. 본사는 서울에 있습니다."),
    Case("이름이 언급되었습니다⟦.,⟧ 보고서에 나온다.", fixed="이름이 언급되었습니다. 보고서에 나온다."),
    Case("그렇게 말했다⟦,.⟧ 다음 날에도 그랬다.", fixed="그렇게 말했다. 다음 날에도 그랬다."),
    Case("그は帰った⟦。。⟧次の日も来た。", fixed="그は帰った。次の日も来た。", lang="ja"),
)

RULE = Rule(
    "PUN001",
    "stray-punctuation",
    "linguistic-conventions/punctuation",
    "major",
    check,
    CASES,
    KO,
    kinds=RUNNING,
    anchors=(". .", ".\u00a0.", ".  .", "..", ".,", ". ,", ",.", ", .", ",,", ", ,", "。。", "。.", "。．", "、、"),
    confidence=0.95,
)
