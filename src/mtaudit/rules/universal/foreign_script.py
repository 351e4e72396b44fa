"""Letters of another script stand in the prose.

A model that knows many languages falls back into another one in the middle of a sentence, even of a word: ``에ク스터``,
``экспресс 계산대``, Chinese 因为 for 왜냐하면. A letter that only looks Latin (Cyrillic ``а``) is as wrong and cannot be seen.

Not reported: what stands in brackets or quotation marks or after the name of a language or script (일본어, 한자, 러시아어);
hanja as Koreans use them (北, 尹, 美中, titles, older mixed script); Greek letters of formulas; lines without any letter of the
language (see untranslated-line); a lone の, which signboards write (advice).

Source: Unicode scripts; KS X 1001, GB 2312 and code page 932 for Han characters; taxonomy of machine-translated Korean, "foreign
script and mojibake".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.languages import scripts
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.rules._prose import strange
from mtaudit.rules.universal._asides import asides, inside
from mtaudit.view import DocumentView, SegmentView

KO = """본문에 다른 문자가 섞였다.
여러 언어를 배운 모델은 문장이나 단어 한가운데에서 다른 언어로 새기도 한다. 러시아 문자, 가나, 중국어 간체가 우리말 문장에 그대로 남는다."""

_ENDONYMS = "日本語 中文 简体 繁體 简体中文 繁體中文 简体字 繁體字 汉语 漢語 國語 Русский Українська Български Српски Ελληνικά ไทย العربية עברית हिन्दी فارسی"
"""Names of languages as the switch of a web page shows them."""
_LISTED = frozenset({"item", "cell", "caption"})
_PARTICLES = "은는이가을를의에와과로도만께란라인며"


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:일본|중국|광둥|러시아|한국|조선|영|독일|독|프랑스|불|스페인|포르투갈|이탈리아|태국|타이|아랍|히브리|그리스|라틴|산스크리트|힌디|벵골|타밀|페르시아"
        r"|몽골|만주|티베트|미얀마|버마|크메르|라오|우크라이나|벨라루스|불가리아|세르비아|마케도니아|카자흐|조지아|아르메니아|베트남|튀르키예|터키|외국|현지|원)어"
        r"|한글|한자|간체자?|번체자?|간화자|약자|정체자|신자체|구자체|가나|히라가나|가타카나|문자|글자|철자|표기|발음|원제|원문|본명|별칭)[가-힣]{0,3}[ :,‘“'\"「]{0,3}$"
    )


_CHINESE = (
    "但是", "如果", "可以", "不是", "就是", "也是", "還是", "或者", "而且", "我們", "他們", "你們", "這個", "那個",
    "這些", "那些", "這樣", "沒有", "已經", "一些", "今天", "昨天", "時候", "我的", "你的", "他的", "不要", "不能", "不會", "什麽", "怎麽", "爲什",
)  # fmt: skip
"""Chinese function words in characters that Korean has too; none of them is a Korean word of Chinese origin."""


def check(view: DocumentView) -> Iterator[Hit]:
    lang = view.language.code
    if lang == "ko":
        for segment, letters in view.once(strange):
            if _may_be_foreign(segment.text, letters):
                yield from _foreign(segment, lang)
    else:
        for segment in view.segments if lang in ("ja", "zh") else ():
            if segment.kind != "code":
                if lang == "ja":
                    yield from _chinese_in_japanese(segment)
                yield from _foreign(segment, lang)


def _may_be_foreign(text: str, letters: frozenset[str]) -> bool:
    """Whether there is more to these letters than accents, a Greek letter or two and the hanja that Koreans use.

    It saves the large patterns for a text that has a 美 or an é.
    """
    greek = 0
    for c in letters:
        if "\u3400" <= c <= "\u9fff" or "\uf900" <= c <= "\ufaff":
            if not scripts.written_with(c, "euc_kr"):
                return True
        elif "\u0370" <= c <= "\u03ff" or "\u1f00" <= c <= "\u1fff":
            greek += text.count(c)
        elif ("\u0400" <= c < "\uac00" and not "\u1d00" <= c <= "\u1eff") or (c > "\ud7ff" and c != "\ufffd"):
            return True
    return greek > 2 or any(word in text for word in _CHINESE)


def _foreign(view: SegmentView, lang: str) -> Iterator[Hit]:
    text = view.text
    letter, pattern = scripts.suspicious(lang), scripts.foreign(lang)
    if letter is None or pattern is None or not letter.search(text) or not scripts.own(lang).search(text):
        return
    spans = asides(text)
    for m in pattern.finditer(text):
        start, end = m.span()
        run = m[0]
        if (
            inside(spans, start, end)
            or set(run.split()).issubset(_ENDONYMS.split())
            or _label().search(text[max(0, start - 12) : start])
        ):
            continue
        if all(len(c) == 1 for c in run.split()) and not scripts.han().match(run) and not _touches_letters(text, start, end):
            continue  # the arm or the eye of an emoticon
        if view.kind in _LISTED and text[:start].rstrip().endswith((":", "：")):
            continue
        if "\u0400" <= run[0] <= "\u052f" and (_is_latin(text, start - 1) or _is_latin(text, end)):
            yield from _twin(view, start, end)
        elif scripts.han().match(run):
            yield from _han(view, start, end, run)
        elif run == "の" and lang == "ko":
            yield view.hit(start, end, "の stands in Korean", "우리말에 ‘の’가 섞였다", severity="neutral", confidence=0.6)
        else:
            first, last = _word(view, start, end)
            yield view.hit(first, last, f"{run} is not written in this text's script", f"‘{run}’ 자리에 다른 문자가 섞였다")


def _touches_letters(text: str, start: int, end: int) -> bool:
    return (start > 0 and text[start - 1].isalpha()) or (end < len(text) and text[end].isalpha())


def _is_latin(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isascii() and text[at].isalpha()


def _twin(view: SegmentView, start: int, end: int) -> Iterator[Hit]:
    """A word of Latin and Cyrillic letters."""
    text = view.text
    while _is_latin(text, start - 1):
        start -= 1
    while _is_latin(text, end) or "\u0400" <= text[end : end + 1] <= "\u052f":
        end += 1
    plain = text[start:end].translate(scripts.LATIN_TWINS)
    yield view.hit(
        start,
        end,
        "this word mixes Latin letters with Cyrillic ones",
        "한 단어에 라틴 문자와 키릴 문자가 섞였다",
        fix=plain if plain.isascii() else None,
        safe=True,
    )


def _word(view: SegmentView, start: int, end: int) -> tuple[int, int]:
    """The foreign run, with the rest of the word where the scripts change inside it; a particle is no part of the word."""
    text, mine = view.text, scripts.own(view.document.language.code)
    if view.document.language.code != "ko":
        return start, end
    first, last = start, end
    while last < len(text) and mine.match(text, last):
        last += 1
    while first > 0 and mine.match(text, first - 1):
        first -= 1
    return (first, last) if first < start else (start, end if text[end : end + 1] in _PARTICLES else last)


def _han(view: SegmentView, start: int, end: int, run: str) -> Iterator[Hit]:
    """Han characters in Korean: those that no Korean character set has, and Chinese words."""
    if scripts.kana().search(run):
        yield view.hit(start, end, f"{run} is Japanese", f"일본어 ‘{run}’이(가) 그대로 남았다")
        return
    alien = any(not scripts.written_with(c, "euc_kr") and scripts.written_with(c, "gbk") and not c.isspace() for c in run)
    if alien or any(word in run for word in _CHINESE):
        yield view.hit(start, end, f"{run} is not Korean", f"‘{run}’ 부분이 번역되지 않은 채 한자로 남았다")


def _chinese_in_japanese(view: SegmentView) -> Iterator[Hit]:
    try:
        view.text.encode("cp932")
        return
    except UnicodeEncodeError:
        pass
    spans = asides(view.text)
    for i, char in enumerate(view.text):
        if not scripts.han().match(char) or scripts.written_with(char, "cp932") or inside(spans, i, i + 1):
            continue
        if scripts.written_with(char, "gb2312") or scripts.written_with(char, "big5"):
            yield view.hit(i, i + 1, f"{char} is not written in Japanese", f"‘{char}’은(는) 일본어에서 쓰지 않는 한자이다")


CASES = (
    Case("北 김정은과 尹 대통령, 美·中 정상이 만났다. 韓美 동맹과 對日 무역을 論했다."),
    Case("모스크바(러시아어: Москва́)는 “Спасибо”라는 인사로 시작했다. 일본어로 ありがとう라고 한다."),
    Case("소설 『雪国』과 노래 「さくら」, 표어 ‘因为’를 다뤘다. 그는 大統領이 되었다."),
    Case("한국어 English 日本語 简体中文 Русский"),
    Case("좋아요 ヽ(´▽`)ノ 신난다 ٩(๑❛ᴗ❛๑)۶ ツ"),
    Case("- 러시아: Россия\n- 그리스: Ελλάδα", format="markdown"),
    Case("α선과 β선, ΔT, μm 단위를 쓴다. 커피・차・물."),
    Case("東京でラーメンを食べた。Wi-Fiも。（서울）", lang="ja"),
    Case("12개 이하 ⟦экспресс⟧ 계산대에 섰다."),
    Case("⟦에ク스터⟧ 옥스퍼드와 ⟦아льт라이트⟧ 노선"),
    Case("나는 갔다. ⟦因为⟧ 비가 왔다. ⟦但是⟧ 좋았다. ⟦问题⟧가 있다."),
    Case("그는 ⟦カフェ⟧에서 ⟦กาแฟ⟧ 한 잔을 마셨다."),
    Case("⟦Сisco⟧와 ⟦Gооgle⟧이 발표했다.", fixed="Cisco와 Google이 발표했다."),
    Case("⟦그리고⟧天気が良い。ク⟦айл⟧", lang="ja"),
    Case("⟦她⟧は行った。⟦为⟧", lang="ja"),
)

RULE = Rule(
    "UNT001",
    "foreign-script",
    "accuracy/untranslated",
    "major",
    check,
    CASES,
    KO,
    scope="document",
    languages=("ko", "ja", "zh"),
    confidence=0.95,
    yields_to=("mojibake",),
)
