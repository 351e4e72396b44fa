"""A bracket or quotation mark has no partner.

A machine that translates sentence by sentence loses the closing mark when it moves a clause, or keeps one whose partner stood in
another sentence.

Not reported: a quotation that runs over several paragraphs (closed in a later one, or opened anew in each), enumerators (``1)``,
``가)``, ``①)``, ``예)``), footnote numbers, emoticons, apostrophes (’16년, don't), inches and feet, texts cut into single sentences, where many quotations end in
another line; lines of code. A straight mark that closes a curly one (“…") is advice.

Source: taxonomy of machine-translated Korean, "Stray punctuation".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView, SegmentView

KO = """괄호나 따옴표의 짝이 없다.
문장 단위로 옮기면서 닫는 부호가 사라졌거나, 다른 문장에 있던 부호만 남은 것이다."""

_PAIRS = {
    "(": ")", "[": "]", "「": "」", "『": "』", "《": "》", "〈": "〉", "【": "】", "“": "”", "‘": "’", '"': '"', "'": "'",
}  # fmt: skip
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items() if opener != closer}
_HALF_WIDTH = {"（": "(", "）": ")"}
_QUOTES = frozenset("“‘\"'「『")
_FAR = 6
"""How many segments later a quotation may be closed; a bracket only when its line is cut (hard-wrapped text, table columns)."""


_ART = 12
"""More marks without a partner in one paragraph are a drawing or code."""


class Lone(NamedTuple):
    """A mark without a partner in its segment: where, which, and whether it opens."""

    segment: int
    at: int
    opener: str
    opens: bool


@cache
def _marks() -> re.Pattern[str]:
    return re.compile("[()（）\\[\\]「」『』《》〈〉【】“”‘’\"']")


@cache
def _innocent_brackets() -> re.Pattern[str]:
    """What looks like half a pair of brackets and is none: enumerators, footnote numbers, emoticons."""
    return re.compile(
        r"(?<![가-힣A-Za-z0-9(])(?:\d{1,3}|예시?|단|주|답|문|참고|출처|[가나다라마바사아자차카타파하]|[A-Za-z]|[ivxIVX]{1,5}|[①-⑳ㄱ-ㅎ]|제?\d{1,2}(?:[.-]\d{1,2})+)\)"
        r"|(?<=[가-힣])\d{1,2}\)"
        r"|[:;=8xX]['’]?-?[()\[\]]+(?![가-힣A-Za-z0-9])|[\^ㅋㅎㅠㅜ~!?♡]+[)(](?![가-힣A-Za-z])|\([\^:;]"
    )


@cache
def _innocent_quotes() -> re.Pattern[str]:
    """What looks like a quotation mark and is none: attributes of a tag, apostrophes, inches and feet."""
    return re.compile(
        r"(?<==)\"[^\"]*\"?"
        r"|(?<=[A-Za-z0-9])['’‘](?=[A-Za-z])|(?<=s)['’](?=\s)|['‘’](?=\d\d(?:[년학.∼~\-–,\s)]|$))|['’](?=(?:n|em|til|cause|tis|twas)\b)"
        r"|(?<=\d)[\"”'’′″](?![가-힣]|\s*(?:라고|라는|이라))|(?<=\d)['’]\s?\d{1,2}[\"”]"
    )


def _innocent(text: str, marks: list[tuple[int, str]]) -> set[int]:
    """Offsets of the marks that are no half of a pair."""
    found: set[int] = set()
    if not _balanced([mark for _, mark in marks if mark in "()[]"]):
        found = {at for m in _innocent_brackets().finditer(text) for at in range(*m.span())}
    match = _innocent_quotes().match
    for at, mark in marks:
        m = match(text, at) if mark in "\"'“”‘’" and at not in found else None
        if m:
            found.update(range(*m.span()))
    return found


@cache
def _complete() -> re.Pattern[str]:
    return re.compile(r"[.!?][\"”’)]*(?:\[[^\[\]\s]{1,6}\])*\s*$")


def lone_marks(view: SegmentView, index: int) -> list[Lone]:
    """Marks without a partner in one segment; the straight ones only where their number is odd."""
    text = view.text
    marks = [(m.start(), _HALF_WIDTH.get(m[0], m[0])) for m in _marks().finditer(text)]
    skip = _innocent(text, marks)
    out: list[Lone] = []
    stacks: dict[str, list[int]] = {}
    straight: dict[str, list[int]] = {'"': [], "'": []}
    for at, mark in marks:
        if mark in straight:
            straight[mark].append(at)
        elif mark in _CLOSERS:
            stack = stacks.get(_CLOSERS[mark])
            if stack:
                stack.pop()
            elif at not in skip:
                out.append(Lone(index, at, _CLOSERS[mark], False))
        elif at not in skip:
            stacks.setdefault(mark, []).append(at)
    out += [Lone(index, at, opener, True) for opener, stack in stacks.items() for at in stack]
    for mark, places in straight.items():
        places = [at for at in places if at not in skip]
        if len(places) % 2:
            out.append(_odd(text, places, mark, index))
    return sorted(out, key=lambda lone: lone.at) if len(out) <= _ART else []


def _balanced(marks: list[str]) -> bool:
    expected: list[str] = []
    for mark in marks:
        if expected and mark == expected[-1]:
            expected.pop()
        elif mark in _PAIRS:
            expected.append(_PAIRS[mark])
        else:
            return False
    return not expected


def _odd(text: str, places: list[int], mark: str, index: int) -> Lone:
    """Of an odd number of straight marks the one that opens twice or closes nothing; else the last."""
    opened: int | None = None
    for at in places:
        opens = (
            (at == 0 or text[at - 1].isspace() or text[at - 1] in "([“‘,·…") and at + 1 < len(text) and not text[at + 1].isspace()
        )
        if opened is None:
            at_end = not text[at + 1 :].strip() and at > 0
            if at_end or (not opens and at and not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()):
                return Lone(index, at, mark, False)
            opened = at
        elif opens:
            return Lone(index, opened, mark, True)
        else:
            opened = None
    return Lone(index, places[-1] if opened is None else opened, mark, True)


def check(view: DocumentView) -> Iterator[Hit]:
    whole = view.prose
    pairs = [pair for pair in (*_PAIRS.items(), ("（", "）")) if pair[0] in whole or pair[1] in whole]
    found: list[Lone] = []
    for segment in view.segments:
        text = segment.text
        for opener, closer in pairs:
            if (opener in text or closer in text) and _is_doubtful(text, opener, closer):
                if segment.kind != "code":
                    found += lone_marks(segment, segment.segment.number)
                break
    if not found:
        return
    broken = {lone.segment for lone in found if lone.opener in _QUOTES}
    cut_up = len(broken) > 5 and len(broken) * 12 > _quoting(view)
    mixed = _mixed_pairs(found)
    for first, last in mixed:
        yield _mixed(view, first, last)
    paired = {lone for pair in mixed for lone in pair}
    found = [lone for lone in found if lone not in paired]
    lonely = _without_partner(view, found)
    for lone in lonely:
        if not (cut_up and lone.opener in _QUOTES):
            yield _hit(view, lone)


def _is_doubtful(text: str, opener: str, closer: str) -> bool:
    """The quick answer for the many segments in which every mark has its partner: not one closer after each opener."""
    if opener == closer:
        return text.count(opener) % 2 == 1
    first, *rest = text.split(opener)
    return closer in first or any(part.count(closer) != 1 for part in rest)


def _quoting(view: DocumentView) -> int:
    """How many segments hold a quotation mark."""
    marks = [mark for mark in _QUOTES if mark in view.prose]
    return sum([segment.kind != "code" and any(mark in segment.text for mark in marks) for segment in view.segments])


def _mixed_pairs(found: list[Lone]) -> list[tuple[Lone, Lone]]:
    """A curly mark and a straight one of the same segment that make a pair: the curly one opens it from the left or closes it."""
    out: list[tuple[Lone, Lone]] = []
    for curly, straight in (("“", '"'), ("‘", "'")):
        left = {lone.segment: lone for lone in found if lone.opener == curly}
        for lone in found:
            other = left.get(lone.segment)
            if lone.opener == straight and other is not None and other.opens == (other.at < lone.at):
                del left[lone.segment]
                out.append((other, lone) if other.opens else (lone, other))
    return out


def _without_partner(view: DocumentView, found: list[Lone]) -> list[Lone]:
    """Those that no later segment closes."""
    out: list[Lone] = []
    waiting: dict[str, list[Lone]] = {}
    for lone in found:
        stack = waiting.setdefault(lone.opener, [])
        if stack and not lone.opens and _reaches(view, stack[-1], lone.segment):
            stack.pop()
        elif stack and lone.opens and lone.opener in _QUOTES and _first(view, stack[-1]) and _first(view, lone):
            stack[-1] = lone
        elif lone.opens:
            stack.append(lone)
        else:
            out.append(lone)
    out += [lone for stack in waiting.values() for lone in stack if not _opened_anew(view, lone)]
    return sorted(out)


def _reaches(view: DocumentView, opened: Lone, index: int) -> bool:
    if opened.opener in _QUOTES:
        return opened.segment < index <= opened.segment + _FAR
    return opened.segment < index <= opened.segment + 12 and _complete().search(view.segments[opened.segment].text) is None


def _first(view: DocumentView, lone: Lone) -> bool:
    return not view.segments[lone.segment].text[: lone.at].strip()


def _opened_anew(view: DocumentView, lone: Lone) -> bool:
    """A quotation of several paragraphs has an opening mark before each and one closing mark at its end."""
    following = view.segments[lone.segment + 1].text.lstrip()[:1] if lone.segment + 1 < len(view.segments) else ""
    return lone.opener in '“"「『' and lone.opens and following == lone.opener


def _hit(view: DocumentView, lone: Lone) -> Hit:
    segment = view.segments[lone.segment]
    mark = segment.text[lone.at]
    straight = mark in "\"'"
    what = ("is not closed", "닫히지 않았다") if lone.opens else ("was never opened", "여는 짝이 없다")
    return segment.hit(
        lone.at, lone.at + 1, f"{mark} {what[0]}", f"‘{mark}’ 부호가 {what[1]}" if lone.opens else f"‘{mark}’ 부호의 {what[1]}",
        confidence=0.6 if mark == "'" else 0.8 if straight else None, severity="neutral" if mark == "'" else None,
    )  # fmt: skip


def _mixed(view: DocumentView, first: Lone, last: Lone) -> Hit:
    segment = view.segments[first.segment]
    text = segment.text
    a, b = text[first.at], text[last.at]
    curly = first.opener if first.opener in _PAIRS and first.opener not in "\"'" else last.opener
    right = _PAIRS[curly] if a == curly else curly
    wrong = last.at if a == curly else first.at
    return segment.hit(
        wrong, wrong + 1, f"{a} and {b} are different kinds of quotation mark", f"따옴표 {a} 와 {b} 의 모양이 다르다",
        fix=right, safe=True, severity="neutral",
    )  # fmt: skip


CASES = (
    Case("그는 “간다.”라고 말했다. (사진 제공: 서울시) '나토'와 \"미국\"은 ‘동맹’이다."),
    Case("1) 첫째 2) 둘째 가) 셋째 a) 넷째 ①) 다섯째"),
    Case("반가웠어요 :) 다음에 또 봐요 ;) ㅎㅎ) ^^)"),
    Case("’16년에 7' 8\" 화면을 샀다. 27\" 모니터이다. Don't say it's Moses' book."),
    Case("“첫 문단이다.\n\n“둘째 문단이다.\n\n“셋째 문단이다.”라고 했다."),
    Case("그는 말했다. “이 일은 오래 걸린다.\n\n그래도 한다.”\n\n그리고 떠났다."),
    Case("그는 ⟦“⟧간다고 말했다. 그리고 “온다.”라고 했다."),
    Case("예산을 이해합니다. 더 많은 가치를 받을 수 있습니다.⟦)⟧ 그래서 좋습니다."),
    Case("나토⟦(⟧NATO의 사무총장은 도쿄를 방문했다."),
    Case('그는 ⟦"⟧간다고 말했다. 모두가 놀랐다.'),
    Case("그의 책 ⟦『⟧총, 균, 쇠는 널리 읽혔다."),
    Case('서울시는 “코드포서울⟦"⟧ 모임을 열었다.', fixed="서울시는 “코드포서울” 모임을 열었다."),
)

RULE = Rule(
    "PUN003",
    "unbalanced-marks",
    "linguistic-conventions/punctuation",
    "minor",
    check,
    CASES,
    KO,
    scope="document",
    confidence=0.9,
)
