"""The shape of Korean captions and bylines.

What a newspaper prints round an article: who took the picture, who wrote the text, who owns it. Such lines end as no
sentence does and speak in no register, so rules must not take them for narration.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtaudit.document import Kind

_LONGEST = 200
"""Captions and bylines are shorter (code points); most paragraphs of an article are longer."""

_UNFINISHED = ("을", "를", "에서", "위해", "위하여", "하여", "하고", "하며", "으며", "지만", "는데", "으로", "면서", "대한", "통해")
"""No name ends so; a last line that does is a sentence that was cut off."""


_WHAT = r"(?:자료\s?사진|사진|영상|이미지|그래픽|일러스트|삽화|자료|표)(?:\s?(?:제공|출처|자료|캡처|갈무리))?"
_WHATS = ("자료", "사진", "영상", "이미지", "그래픽", "일러스트", "삽화", "표")
_ROLES = ("기자", "특파원", "논설위원", "통신원", "편집위원", "앵커", "아나운서", "PD", "@", "\ufffc", "저작권", "무단", "제보")
_WORKS = tuple("글 취재 정리 번역 촬영 편집 사진 ⓒ © (c) (C) Copyright [리포트 [인터뷰 [녹취 [자막".split())
"""Literals of the patterns below: a byline holds a role or begins with a work."""


def _is_caption(bare: str) -> bool:
    """Whether a line is a credit, ends in one, or begins as only captions do.

    ``사진=연합뉴스``, ``/사진: 홍길동``, ``(사진 제공: 서울시)``, ``[사진]``, ``▲ …``, ``[caption …``, ``ⓒ AFP``.
    """
    head = bare[0] in "▲△[<【ⓒ©" or "ⓒ" in bare or "©" in bare or bare.lstrip("([<【").lstrip().startswith((*_WHATS, "출처"))
    if head and _caption_head().search(bare):
        return True
    return ("=" in bare or ":" in bare or "：" in bare) and _credit_at_end().search(bare) is not None


@cache
def _caption_head() -> re.Pattern[str]:
    return re.compile(
        rf"^[(\[<【]?\s*{_WHAT}\s*[=:：|]"
        rf"|^[\[<【]\s*{_WHAT}[^\]>】]{{0,20}}[\]>】]"
        r"|^[▲△](?!\s*\d)[^▲△]*$"
        r"|^\[caption\b"
        r"|^\s*(?:출처|[ⓒ©])\s*[:=：]?\s*\S[^.!?]{0,60}$"
        r"|[ⓒ©]\s?[^.!?ⓒ©]{1,30}[)\]]?\s*$"
    )


@cache
def _credit_at_end() -> re.Pattern[str]:
    """What follows the credit is a name, so it is short and holds no sentence."""
    return re.compile(rf"(?:[\s./(\[<|…\"'”’)]){_WHAT}\s*[=:：]\s*[^=:：.!?]{{1,40}}(?:\.[a-zA-Z]{{2,4}})*[)\]>]?\s*$")


def _is_byline(bare: str) -> bool:
    may_be = bare.startswith(_WORKS) or any(literal in bare for literal in _ROLES)
    return may_be and _byline().search(bare) is not None


@cache
def _byline() -> re.Pattern[str]:
    """A reporter with or without address, a notice of ownership, an appeal to readers.

    A dateline before a paragraph (``(서울=연합뉴스) 홍길동 기자 = …``) leaves the paragraph what it is.
    """
    reporter = r"(?:[가-힣]{2,4}|[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2})"
    role = r"(?:[가-힣]{0,8}\s?(?:선임|수습|인턴|객원|전문)?기자|[가-힣]{0,8}\s?특파원|논설위원|통신원|편집위원|앵커|아나운서|PD)"
    address = r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+|\ufffc"
    return re.compile(
        rf"^[(\[]?[^()\[\]]{{0,20}}[=)\]]?\s*[)\]]?\s*(?:글|사진|취재|정리|영상|번역|그래픽|글[·∙ㆍ/,]\s?사진)?\s*[=:]?\s*"
        rf"{reporter}(?:[·∙ㆍ,]\s?{reporter}){{0,4}}\s{role}(?:\s*[=/]\s*)?\s*[(<\[]?(?:{address})?[)>\]]?\s*$"
        rf"|^(?:글|취재|정리|번역|촬영|편집|글[·∙ㆍ/,]\s?사진|사진[·∙ㆍ/,]\s?글)\s*[=:]?\s*{reporter}(?:[·∙ㆍ,]\s?{reporter}){{0,4}}"
        rf"(?:\s{role})?\s*$"
        rf"|^[(<\[]?\s*(?:{reporter}\s*)?[(<\[]?(?:{address})[)>\]]?\s*$"
        r"|저작권자?\s*[(\[]?\s?(?:ⓒ|©|\([cC]\))|무단\s?(?:전재|복제|배포|사용)[^.]{0,40}(?:금지|금합니다|금함)[)\]>.\s]*$"
        r"|제보[는를]?\s.{0,60}(?:세요|바랍니다|받습니다|기다립니다|십시오|\ufffc|\d)[)\]>.\s]*$"
        r"|^(?:[ⓒ©]|\([cC]\)|Copyright\b)[^.!?]{1,60}\.?(?:\s?[^.!?]{1,60}\.)?$(?<!다\.)"
        r"|^\[(?:앵커|기자|리포트|인터뷰|녹취|자막|아나운서)[^\]]{0,12}\]\s*$"
    )


def refine(text: str, kind: Kind) -> Kind:
    """The kind of a paragraph: ``kind``, or ``caption`` or ``byline`` where it has that shape."""
    if len(text) > _LONGEST or not text:
        return kind
    last = text[-1]
    if last <= " " or last == "\u00a0":
        last = text.rstrip()[-1:]
    if last in ".?!" and text[0] not in "▲△[<ⓒ©" and "제보" not in text and "무단" not in text and "저작권" not in text:
        return kind
    if kind == "byline":
        return "body" if text.rstrip().endswith(_UNFINISHED) else kind
    if kind not in ("body", "heading", "item") or not _has_clue(text):
        return kind
    bare = text.strip()
    if _is_byline(bare):
        return "byline"
    return "caption" if _is_caption(bare) else kind


def _has_clue(text: str) -> bool:
    return (
        text[0] in "▲△[<"
        or "사진" in text
        or "기자" in text
        or "ⓒ" in text
        or "©" in text
        or "@" in text
        or "\ufffc" in text
        or "자료" in text
        or "그래픽" in text
        or "출처" in text
        or "특파원" in text
        or "제보" in text
        or "무단" in text
        or "저작권" in text
        or "(c)" in text
        or text.startswith(("글", "취재", "번역", "정리", "Copyright"))
    )
