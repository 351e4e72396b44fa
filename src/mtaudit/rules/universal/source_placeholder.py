"""A placeholder, tag or address of the source is lost, changed or made up.

Machines translate the name inside ``{name}``, drop one of two ``%s``, or write an address anew. A program that fills in such a text
shows nonsense or stops.

Not reported: another order (``%2$s``), an address in its localised form (``/en/`` and ``/ko/``), addresses of the same
domain; a per cent sign before a word; words in angle brackets that are no tag (``<file>``), which are translated; in one of several
plural forms a missing number; line breaks and ``<br>``, which follow the text; formats whose tags are not part of the text.

Source: MQM 2.0, Accuracy: do not translate; GNU gettext 0.22, ``msgfmt --check-format``; XLIFF 1.2, inline elements.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar

from mtaudit import sources
from mtaudit.document import Segment
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.sources import Pair
from mtaudit.view import DocumentView

KO = """원문의 자리 표시자, 태그, 주소가 번역문에서 빠지거나 바뀌거나 새로 생겼다.
기계는 ‘{name}’ 속의 이름을 옮기거나, 둘 있던 ‘%s’를 하나로 줄이거나, 주소를 지어낸다. 순서가 달라진 것과 같은 누리집의 한국어 주소는 알리지 않는다."""

_TAGS = (
    "a abbr b big blockquote button cite code del div dfn em font h[1-6] i img ins kbd label li link mark ol option p pre q s samp select small span"
    " strike strong sub sup table tbody td th thead tr tt u ul var g x bx ex ph bpt ept it mrk pc sc ec"
)


@cache
def _item() -> re.Pattern[str]:
    tags = _TAGS.replace(" ", "|")
    return re.compile(
        r"(?P<url>(?:https?|ftp)://[^\s<>\"'“”‘’「」『』()\[\]{}가-힣ぁ-んァ-ヶ一-龥]+)"
        r"|(?P<mail>[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+)"
        rf"|(?P<tag></?(?:{tags}|\d{{1,3}})(?=[\s/>])[^<>\n]{{0,300}}>)"
        r"|(?P<slot>\$\{[^{}\n]{1,60}\}|#\{[^{}\n]{1,60}\}|%\{[^{}\n]{1,60}\}|\{\{[^{}\n]{1,60}\}\}|\{%[^{}\n]{1,80}%\}"
        r"|(?<![\w^\\}{])\{(?:\d{0,2}|[^\W\d][\w.\-]{0,40})(?:[:!][^{}\s]{1,20})?\}"
        r"|(?<![\w%])%\([\w. \-]{1,40}\)[#0\-+]?\d*(?:\.\d+)?[diouxXeEfgGcrsa]"
        r"|(?<![\w%])%(?:\d\$)?[#0\-+]?\d{0,3}(?:\.\d+)?(?:hh|h|ll|l|z|j|t|L)?[diuxXfgsc@](?![A-Za-z])"
        r"|(?<![\w$])\$[A-Z][A-Z_]{3,40}\$|(?<!\w)__[A-Z][A-Z0-9_]{1,40}__(?!\w))"
    )


_SIGNS = ("%", "{", "<", "@", "://", "$", "__")
_ONE_FORM = ("ko", "ja", "zh", "vi", "th", "id")
"""Languages in which a message has no plural forms: all placeholders must be in the one."""
_WORDS = {
    "url": ("address", "주소"),
    "mail": ("e-mail address", "전자우편 주소"),
    "tag": ("tag", "태그"),
    "slot": ("placeholder", "자리 표시자"),
}


def check(view: DocumentView) -> Iterator[Hit]:
    for pair in view.once(sources.pairs):
        if any(sign in pair.source or sign in pair.view.segment.target for sign in _SIGNS):
            yield from _differences(pair, view.language.code)


def _differences(pair: Pair, lang: str) -> Iterator[Hit]:
    ours, theirs = _items(_visible(pair.view.segment)), _items(pair.source)
    shown = pair.view.segment.prose
    for kind, (en, ko) in _WORDS.items():
        here = [(key, span, what) for k, key, span, what in ours if k == kind]
        there = [(key, what) for k, key, _, what in theirs if k == kind]
        lost = _without(there, Counter(key for key, _, _ in here))
        new = _without(here, Counter(key for key, _ in there))
        lost = [(key, what) for key, what in lost if kind in ("slot", "tag") or what not in shown]
        if kind in ("url", "mail"):
            if {_host(key) for key, _ in lost} == {_host(key) for key, _, _ in new}:
                continue  # nothing, or the same site in another language
            new = [] if not lost else new
        if kind == "slot" and pair.view.segment.key.endswith("]") and lang not in _ONE_FORM:
            lost = []
        for (_, what), (_, span, mine) in zip(lost, new, strict=False):
            yield pair.view.hit_raw(
                span[0], span[1], f"the source has the {en} {what}, this is {mine}", f"원문의 {ko}는 {what}인데 여기는 {mine}이다"
            )
        for _, what in lost[len(new) :]:
            size = len(pair.view.text)
            yield pair.view.hit(0, size, f"the {en} {what} of the source is missing", f"원문에 있는 {ko} {what}이 빠졌다")
        for _, span, mine in new[len(lost) :]:
            yield pair.view.hit_raw(span[0], span[1], f"the source has no {en} {mine}", f"원문에는 {ko} {mine}이 없다")


def _visible(segment: Segment) -> str:
    """The target with blanks where it holds markup, so that offsets stay true."""
    text = segment.target
    for start, end in segment.hidden:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


Item = tuple[str, str, tuple[int, int], str]
T = TypeVar("T", bound=tuple[Any, ...])


def _items(text: str) -> list[Item]:
    """Each item: its kind, what must be the same on both sides, its span, and what is written."""
    out = []
    for m in _item().finditer(text):
        kind, what, (start, end) = m.lastgroup or "", m[0], m.span()
        if kind == "url":
            what = what.rstrip(".,;:!?*_")
            end = start + len(what)
        key = what.rstrip("/").casefold() if kind in ("url", "mail") else what
        if kind == "tag":
            key = (
                re.sub(r"[\s/>].*|>", "", what[:2] + what[2:].lower(), flags=re.S) if what[1] != "/" else what.rstrip("> ").lower()
            )
        elif what[0] == "%" and "$" in what:
            key = "%" + what.partition("$")[2]
        out.append((kind, key, (start, end), what))
    return out


def _without(items: list[T], others: Counter[str]) -> list[T]:
    """The items that are more than the others have of them."""
    left = Counter(others)
    out = []
    for item in items:
        if left[item[0]] > 0:
            left[item[0]] -= 1
        else:
            out.append(item)
    return out


def _host(address: str) -> str:
    """The domain of an address without its language or its machine: ``en.example.org`` gives ``example.org``."""
    host = re.sub(r"^[a-z]+://|^[^@/]*@", "", address).partition("/")[0]
    return ".".join(host.split(".")[-2:])


CASES = (
    Case("{name} 님이 %2$s에서 %1$s개를 받았다.", source="{name} received %1$s items from %2$s."),
    Case("<b>저장</b>을 누른다.", source="Press <b>Save</b>."),
    Case("자세한 내용: https://example.org/ko/help", source="More: https://example.org/en/help."),
    Case("50% 할인, 100% 무료", source="50% discount, 100% free"),
    Case("<파일>을 연다.", source="Open <file>."),
    Case("문의: help@example.org", source="Contact: help@example.org"),
    Case("⟦파일 두 개를 지웠다.⟧", source="Deleted %d files."),
    Case("⟦{이름}⟧ 님, 어서 오세요.", source="Welcome, {name}."),
    Case("⟦<b>저장을 누른다.⟧", source="Press <b>Save</b>."),
    Case("문의: ⟦hepl@example.com⟧", source="Contact: help@example.org"),
    Case("⟦자세한 내용은 누리집에 있다.⟧", source="See https://example.org/en/help for more."),
    Case("%s 파일 ⟦%s⟧", source="%s file"),
)

RULE = Rule(
    "SRC004",
    "source-placeholder",
    "accuracy/do-not-translate",
    "major",
    check,
    CASES,
    KO,
    scope="document",
    confidence=0.95,
)
