"""The words of glossary files for one thing: headers of columns, names of languages, statuses, yes and no.

Sources: ISO 12620 and ISO 30042 (data categories); the headers of the terminologies of TICO-19, of Google's and DeepL's
glossaries, and of tables that Korean publishers keep.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from mtaudit.glossary import Status

_HEADERS = """
source: source sourcestring sourceterm sourcetext original 원어 원문 원문용어 원어용어 출발어 외국어
target: target targetstring targetterm targettext translation rendering 번역 번역어 번역문 번역용어 역어 대역어 도착어
term: term 용어 표제어
forbidden: forbidden deprecated donotuse 금지어 금칙어 금지용어 금지
superseded: superseded obsolete 옛용어 구용어
admitted: admitted synonym synonyms alternatives variants 동의어 유의어 허용어
sourcelang: sourcelang sourcelanguage srclang
targetlang: targetlang targetlanguage tgtlang trglang
key: key id stringid termid entryid conceptid number no 번호 순번 연번
keep: keep dnt donottranslate 번역금지 번역안함
domain: domain subject subjectfield category field 분야 전문분야 분류
definition: definition description 정의 뜻 뜻풀이 설명
note: note notes comment comments remark remarks 비고 참고 메모
reference: reference references ref 출처 출전 근거
pos: pos partofspeech 품사
case: case casesensitive 대소문자 대소문자구분
match: match
first: first firstmention 첫언급 처음표기
status: status 상태
"""

_LANGUAGES = """
en: english eng 영어 영문 영어명 영문명 영어용어 영문용어
ko: korean kor 한국어 국문 국어 한글 우리말 한국어명 국문명 한글명 한국어용어 국문용어 한글용어
ja: japanese jpn 일본어 일어 日本語
zh: chinese 중국어 中文
de: german 독일어
fr: french 프랑스어 불어
es: spanish 스페인어
ru: russian 러시아어
"""

_STATUSES = """
preferred: preferred approved recommended standard standardized legal regulated 권장 표준
admitted: admitted allowed accepted 허용
superseded: superseded obsolete outdated 구용어
forbidden: forbidden deprecated prohibited rejected notrecommended donotuse 금지
"""

_YES = {"yes": True, "y": True, "true": True, "1": True, "o": True, "예": True, "no": False, "n": False, "false": False, "0": False,
        "x": False, "아니요": False}  # fmt: skip


def _inverted(lines: str) -> dict[str, str]:
    groups = [line.split(": ") for line in lines.strip().splitlines()]
    return {word: meaning for meaning, words in groups for word in words.split()}


HEADERS = _inverted(_HEADERS)
LANGUAGES = _inverted(_LANGUAGES)
STATUS_WORDS: dict[str, Status] = _inverted(_STATUSES)  # type: ignore[assignment]


def folded(word: str) -> str:
    """A header or value without capitals, blanks and the signs that join words: ``Part of speech`` as ``partofspeech``."""
    return re.sub(r"[\s_.\-]+", "", normalize("NFC", word)).casefold()


def status(word: str) -> Status | None:
    """The status that a word of a file means: ``preferredTerm-admn-sts``, ``deprecated``, ``금지``; None for another word."""
    bare = folded(word).removesuffix("admnsts")
    return STATUS_WORDS.get(bare) or STATUS_WORDS.get(bare.removesuffix("term"))


def yes(word: str) -> bool | None:
    """Whether a word of a file means yes, or None where it means neither yes nor no."""
    return _YES.get(folded(word))
