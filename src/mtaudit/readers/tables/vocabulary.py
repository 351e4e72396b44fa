"""The words of tables for one thing: what newsrooms, corpora and translation tools write over their columns.

Sources: the columns of public corpora and their tools (OPUS, WMT, NLLB, Hugging Face's ``translation`` records), exports of
content management systems, and tables that Korean, Japanese and Chinese publishers keep.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import normalize

_ROLES = """
target: target targettext targetsentence tgt tgttext trg translation translated translatedtext mt mttext mtoutput hyp hypothesis output
  prediction machinetranslation 번역 번역문 번역본 번역결과 번역문장 번역본문 역문 대역문 기계번역 기계번역문 도착어 訳文 翻訳 翻訳文 译文 譯文 翻译 翻譯
source: source sourcetext sourcesentence src srctext original originaltext input 원문 원본 원문장 원문텍스트 출발어 原文 源文 原稿
text: text body bodytext content contents article articlebody articletext fulltext maintext story sentence paragraph 본문 내용
  기사 기사본문 기사내용 본문내용 글 텍스트 문장 문단 本文 記事 記事本文 内容 內容 正文 文本 文章 全文 文
title: title headline heading subject 제목 기사제목 헤드라인 표제 題名 タイトル 見出し 标题 標題 題目 题目
author: author authors byline writer reporter journalist creator 기자 기자명 작성자 저자 글쓴이 필자 지은이 著者 記者 筆者 作者 记者
outlet: outlet publisher publication press media newspaper provider site sitename 매체 매체명 언론사 언론사명 신문사 신문 발행처
  출처 媒体 媒體 掲載紙 新聞 报社 來源 来源 出典
date: date pubdate published publishedat publicationdate datepublished publishdate issued created createdat timestamp time 날짜 일자
  일시 발행일 발행일자 게재일 게시일 작성일 입력일 보도일 등록일 日付 日期 発行日 公開日 掲載日 发布日期 發布日期 时间 時間
id: id uid uuid guid docid documentid articleid newsid recordid key stringid no number index 번호 순번 연번 아이디 식별자 기사번호 기사id
  文書id 番号 编号 編號 序号 序號
url: url uri link href permalink sourceurl 링크 주소 웹주소 기사주소 リンク 链接 鏈接 網址 网址
lang: lang language targetlang targetlanguage tgtlang 언어 言語 语言 語言
sourcelang: sourcelang sourcelanguage srclang 원문언어
"""
_LANGUAGES = """
en: english eng 영어 영문 英語 英语 英文
ko: korean kor 한국어 국문 한글 우리말 국어 韓国語 韓語 韩语 韩文
ja: japanese jpn 일본어 일어 일문 日本語 日语 日文
zh: chinese zho chi cmn 중국어 중문 中国語 中文 汉语 漢語
de: german deu ger 독일어
fr: french fra fre 프랑스어 불어
es: spanish spa 스페인어
ru: russian rus 러시아어
vi: vietnamese vie 베트남어
"""
_CODES = frozenset(
    "en ko ja zh de fr es ru vi pt it nl pl cs uk sv da fi el tr ar he fa hi bn th ms my km mn kk uz hu ro bg".split()
)
"""ISO 639-1, without those that are words of headings in English (id, no, is, to)."""


class Meaning(NamedTuple):
    """What a heading says of its column: its role, its language; either may be empty."""

    role: str
    lang: str = ""


@cache
def _words() -> tuple[dict[str, str], dict[str, str]]:
    found = []
    for lines in (_ROLES, _LANGUAGES):
        groups = [line.split(": ") for line in lines.strip().replace("\n  ", " ").split("\n")]
        found.append({word: meaning for meaning, words in groups for word in words.split()})
    return found[0], found[1]


def folded(heading: str) -> str:
    """A heading without capitals, blanks and the signs that join words: ``Published at`` as ``publishedat``."""
    return re.sub(r"[\s_.\-:/()\[\]（）]+", "", normalize("NFC", heading)).casefold()


@lru_cache(1024)
def meaning(heading: str) -> Meaning:
    """What a heading says: ``article.body``, ``target_text``, ``번역문``, ``ko-KR``, ``title (Korean)``, ``eng_Latn``."""
    last = heading.rsplit(".", 1)[-1] if " " not in heading else heading
    roles, _ = _words()
    for name in (heading, last):
        if role := roles.get(folded(name)):
            return Meaning(role)
    if lang := language(last):
        return Meaning("", lang)
    parts = [part for part in re.split(r"[\s_.\-:/()\[\]（）]+", last) if part]
    for i, part in enumerate(parts):
        rest = folded("".join([*parts[:i], *parts[i + 1 :]]))
        if (lang := language(part)) and rest in roles:
            return Meaning(roles[rest], lang)
    return Meaning("")


@lru_cache(1024)
def language(word: str) -> str:
    """The language (ISO 639-1) that a name or a tag means: ``Korean``, ``ko_KR``, ``kor_Hang``, ``한국어``; or nothing."""
    names = _words()[1]
    if name := names.get(folded(word)):
        return name
    tag = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?", word.strip())
    main = tag[1].lower() if tag else ""
    return main if main in _CODES else names.get(main, "")
