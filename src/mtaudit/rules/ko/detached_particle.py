"""A space before a particle: 저장 을 선택합니다, FAQ 를 참조하세요.

Engines translate what stands between tags by itself and set a blank at its border; the particle is left behind it.

After a Latin word it is no more than advice outside documentation: people often write so there.

Not reported: 이, 가, 의, 도, 만, 에, which may be words of their own; 까지, 부터, 에서 after a Hangul word, where careful people
slip too (지금 까지), unless markup ends there; #hashtags, @names and bare URLs, which must stand free; 은 (silver), 과 (department), 와
(come); a document that sets every particle so; percent signs; a particle at the beginning of a line.

Source: 한글 맞춤법 제41항 (particles join the word before); taxonomy, "spacing": 50 in 1,000 sentences of product documentation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.languages.ko import hangul, particles
from mtaudit.report import Hit
from mtaudit.rules import PROSE, Case, Rule
from mtaudit.view import OPAQUE, DocumentView, SegmentView

KO = """조사가 앞말과 떨어져 있다.
번역 엔진이 태그 경계에 넣은 빈칸이 남은 것이다. ‘저장 을’은 ‘저장을’로, ‘FAQ 를’은 ‘FAQ를’로 붙여 쓴다(한글 맞춤법 제41항)."""

_ANYWHERE = frozenset(("을", "를", "는", "은", "으로"))
_AFTER_LATIN = _ANYWHERE | {"에서", "로", "에게"}
_AT_BORDER = _AFTER_LATIN | {"과", "와", "까지", "부터", "에", "의"}
_SILVER = (
    "동",
    "메달",
    "보석",
    "광",
    "수저",
    "제품",
    "값",
    "가격",
    "시세",
    "반지",
    "목걸이",
    "세공",
    "화",
    "도금",
    "함량",
    "나노",
    "으로 만든",
    "장신구",
)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(r" (을|를|은|는|에서|으로|에게|과|와|로|까지|부터|에|의)(?=[ .,)]|$)")


_H = "[^\\W0-9A-Za-z_]"
"""A letter of Hangul, or of another script than Latin: much faster to compile than the range of the syllables."""


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(rf"[을를은는에으로와과](?<=[A-Za-z)”’\"'].)(?:(?<=에)[서게]|(?<=으)로|(?<![에으]))(?!{_H})")


@cache
def _apart() -> re.Pattern[str]:
    return re.compile(rf" (?<=[A-Za-z)”’\"'] )(?:을|를|은|는|에서|으로|에게|로|와|과)(?!{_H})")


def _joins(view: DocumentView) -> bool:
    """Whether the document as a rule joins particles to Latin words and brackets."""
    apart = sum(len(_apart().findall(s.text)) for s in view.anchored[RULE.name])
    joined = 0
    for segment in view.segments if apart > 1 else ():
        joined += len(_joined().findall(segment.text))
        if joined >= 2 * apart:
            return True
    return apart < 2


def is_documentation(view: DocumentView) -> bool:
    """Whether the text is written in a format, or for a house, where Latin terms follow one style."""
    return view.settings.genre == "docs" or view.document.format in ("markdown", "po", "xliff", "tmx")


def check(view: DocumentView) -> Iterator[Hit]:
    for segment in view.anchored[RULE.name]:
        if segment.kind in PROSE:
            yield from _in_segment(segment)


def _in_segment(view: SegmentView) -> Iterator[Hit]:
    text = view.text
    for m in _pattern().finditer(text):
        at, particle = m.start(), m[1]
        if at == 0:
            continue
        before = text[at - 1]
        border = view.to_raw(at, at + 1).start > view.to_raw(at - 1, at).end
        word = text[text.rfind(" ", 0, at) + 1 : at]
        if word.startswith(("#", "@")) or not word:
            continue
        if before == OPAQUE:
            border = view.segment.target[view.to_raw(at, at + 1).start - 1] in "`>"
            if not border:
                continue
        advice = False
        if border:
            sure = particle in _AT_BORDER and (
                hangul.is_syllable(before) or before.isalnum() or before in "])>" or before == OPAQUE
            )
            sure = sure and not _is_word_here(particle, word, text, m.end(), border=True)
        elif hangul.is_syllable(before):
            sure = particle in _ANYWHERE and not _is_word_here(particle, word, text, m.end(), border=False)
        else:
            sure = before.isascii() and before.isalpha() and particle in _AFTER_LATIN and view.document.once(_joins)
            advice = not is_documentation(view.document)
        if sure:
            yield view.hit(
                at,
                m.end(),
                f"the particle {particle} belongs to the word before it",
                f"조사 ‘{particle}’{'은' if hangul.final(particle[-1]) else '는'} 앞말에 붙여 쓴다",
                fix=particles.attach(text[max(0, at - 80) : at], particle)[min(at, 80) :],
                safe=True,
                severity="neutral" if advice else None,
            )


def _is_word_here(particle: str, word: str, text: str, end: int, border: bool) -> bool:
    """Whether the syllable may be a word (은 silver, 와 come) or the word before is none that takes a particle."""
    following = text[end : end + 8].lstrip()
    last = word[-1]
    if particle == "은":
        if len(word) < 2 or following.startswith(_SILVER) or following[:1] in (",", ".") or hangul.final(last) == "":
            return True
        return not border and hangul.final(last) in ("ㄴ", "ㄹ")
    if particle in ("과", "와", "에", "의", "로"):
        return not border or following.startswith(("있", "닿", "보", "서", "주"))
    if not border and particle in ("을", "를", "는"):
        if word in ("을", "를", "은", "는", "이", "가", "또는", "및", "와", "과", "조사", "토씨", "어미"):
            return True
        return particle == "을" and (hangul.final(last) == "" or word in ("갑", "병"))
    return False


CASES = (
    Case("#다이키리 를 마시고 @hong 은 금 은 동을 모았다. 지금 까지 두 시간 까지 세계 에서 왔다."),
    Case("작은 은 반지와 하는 은 행, 피부에 와 닿는 갑 을 관계, 조사 를 붙인다."),
    Case("- 를 사용합니다."),
    Case("**저장**⟦ 을⟧ 선택하고 [장치 FAQ⟦ 를⟧ 참조하세요](https://example.org).", format="markdown"),
    Case("**송장**⟦ 에서⟧ `id`⟦ 는⟧ 같습니다.", format="markdown", fixed="**송장**에서 `id`는 같습니다."),
    Case(
        "확인 단추에서 옵션⟦ 을⟧ 고르고 SDK⟦ 를⟧ 설치하면 API를 쓰고 URL을 연다.",
        fixed="확인 단추에서 옵션을 고르고 SDK를 설치하면 API를 쓰고 URL을 연다.",
    ),
    Case("https://example.org/ 를 열고 [안내](https://example.org)⟦ 를⟧ 본다.", format="markdown"),
)

RULE = Rule(
    "SPC003",
    "detached-particle",
    "linguistic-conventions/whitespace",
    "minor",
    check,
    CASES,
    KO,
    scope="document",
    anchors=(" 을", " 를", " 은 ", " 는", " 에서 ", " 으로 ", " 에게", " 과 ", " 와 ", " 로 ", " 까지 ", " 부터 ", " 에 ", " 의 "),
    languages=("ko",),
    confidence=0.9,
)
