"""What in a Korean paragraph shows that it is not the narration of the text, or that a person is chatting.

Speakers of transcripts, notices of publishers and wikis, steps of instructions; and the marks of letters, blogs and posts,
in which people mix speech levels on purpose.
"""

from __future__ import annotations

import re
from functools import cache

from mtaudit.languages import Hints


@cache
def _speaker() -> re.Pattern[str]:
    """Every alternative begins with a literal: the search engine then skips to the few places where one can begin.

    ``[^\\W\\d_]`` stands for a syllable: the compiler needs a millisecond for each ``[가-힣]``.
    """
    return re.compile(
        r"\n[ \t]*(?:[\[<【](?:앵커|기자|리포트|인터뷰|녹취|아나운서|진행자?|사회자?|질문|답변|문|답|내레이션|자막|해설|현장음)[^\]>】\n]{0,12}[\]>】]"
        r"|[^\W\d_]{2,4}\s?(?:기자|앵커|아나운서|특파원|교수|의원|위원|박사|대표|변호사|PD|작가)\s*[:：>]"
        r"|(?:진행자|사회자|기자|앵커|질문|답변|문|답|의장|위원장|Q|A)\s?\d{0,2}\s*[:：.>)]\s"
        r"|[^\W\d_]{2,4}\s?[:：>]\s)"
    )


@cache
def _step() -> re.Pattern[str]:
    return re.compile(r"\s*(?:#\s?\d|\d{1,2}\s?단계|Step\s?\d|[-•*◦·▶■□○●※▲]\s)", re.I)


@cache
def _notice() -> re.Pattern[str]:
    return re.compile(
        r"이 (?:문단|문서|항목|절|단락|부분|글|기사|번역|페이지|자료|보고서|칼럼|원고|콘텐츠)(?:의 내용)?[은는이에을를도]"
        r"|본 (?:글|문서|기사|자료|콘텐츠|칼럼|저작물)[은는이을를]|해당 (?:글|문서|기사|자료|콘텐츠)[은는이을를]"
        r"|출처가 (?:분명|불분명)|저작권|무단\s?(?:전재|복제|배포)|재배포|라이선스|All rights|ⓒ|©"
        r"|제보[는를하]|구독|문의[는하]|홈페이지|웹사이트|누리집|사이트에서|뉴스레터|팟캐스트|유튜브|VOA"
        r"|뉴스(?:이었|였)?습니다|뉴스[^.,]{0,6}입니다|기자[^.,]{0,6}(?:입|였습|이었습)니다|특파원[^.,]{0,6}(?:입|였습|이었습)니다|앵커[^.,]{0,6}(?:입|였습|이었습)니다"
        r"|감사합니다|고맙습니다|안녕하십니까|안녕하세요|바랍니다|부탁드립니다|드리겠습니다|편집자\s?주|옮긴이|필자[는의]|글쓴이"
    )


@cache
def _chat() -> re.Pattern[str]:
    return re.compile(
        r"저(?:는|도|희|의|에게|한테)(?<![^\W\d_]저.)(?<![^\W\d_]저..)(?![^\W\d_]{3})|제가(?<![^\W\d_]제가)(?![^\W\d_])|여러분"
        r"|안녕하세요|안녕하십니까|반갑습니다|감사합니다|감사드립니다|고맙습니다|드립니다|드려요|드릴게요|답니다|랍니다"
        r"|님(?:은|이|을|께|들|과|의|도)(?<=[^\W\d_]님.)(?![^\W\d_]{2})|ㅋㅋ|ㅎㅎ|ㅠ|ㅜ|\^\^|:-?[)(DP](?![A-Za-z])|;-?[)(D](?![A-Za-z])|~[~!]|!!|다~|요~"
    )


def hints(text: str) -> Hints:
    """What a paragraph, or a whole text, is besides narration."""
    return Hints(
        speakers=len(_speaker().findall("\n" + text)),
        step=_step().match(text) is not None,
        notice=_notice().search(text) is not None,
        chat=len(_chat().findall(text)),
    )


def is_turn(text: str) -> bool:
    """Whether a paragraph is a speaker's turn or a step of an instruction."""
    return _step().match(text) is not None or _speaker().search("\n" + text) is not None
