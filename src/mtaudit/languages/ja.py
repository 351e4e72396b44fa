"""Facts about Japanese: where sentences end, and whether they end in です・ます or in だ・である.

The last kana decide. A sentence that ends in a noun (体言止め), in a quotation or in a question belongs to neither style.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtaudit.languages import Ending, Hints
from mtaudit.languages.generic import Generic, split_at

if TYPE_CHECKING:
    from collections.abc import Callable


POLITE, PLAIN = "です・ます体", "だ・である体"

_STOPS = "。．.！？!?…"
_STRIP = _STOPS + " \t\n\r\u3000\u00a0、,，"
_CLOSERS = "」』”’\"'）)］]】》〉"


class _Patterns(NamedTuple):
    end: re.Pattern[str]
    polite: re.Pattern[str]
    plain: re.Pattern[str]
    aside: re.Pattern[str]
    word: re.Pattern[str]
    goes_on: re.Pattern[str]
    chat: re.Pattern[str]
    notice: re.Pattern[str]
    speaker: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    return _Patterns(
        end=re.compile(r"[。！？!?．][。！？!?．…」』”’）)】]*|[\n\r\u2028\u2029]+"),
        polite=re.compile(
            r"(?:です|ます|でした|ました|ません|ませんでした|でしょう|ましょう|ください|下さい|ございます|まして|ませ)(?:か|ね|よ|よね|が|けど|けれど|から|ので|わ|かね|かな|っけ)?$"
        ),
        plain=re.compile(
            r"(?:である|であった|であろう|だろう|だった|なかった|かった|ない|たい|しい|らしい|[っしいきちりみびじぎえけせてねべめれげでに]た|[んい]だ"
            r"|[\u4e00-\u9fff]た|[ぁ-ん]る|[\u4e00-\u9fff]る|[言思行買使払向違願従扱伴担習\u3042-\u3093]う|[\u4e00-\u9fff](?:く|す|つ|む|ぶ|ぐ|ぬ)|[かがさざないえおれめべげこ](?:く|す|つ|む)"
            r"|[高多少長短強弱深浅広狭大小良悪早速遅近遠低安重軽若古暗明暑寒熱厚薄固硬痛辛甘苦濃淡太細荒粗無][ききしさ]?い|ず|ぬ|まい|べし|[\u4e00-\u9fffァ-ヶー々」』あ-そち-ぽむ-ん]だ)$"
        ),
        aside=re.compile(r"[（(][^（）()]{0,120}[）)]$"),
        word=re.compile(r"[\u3041-\u3096]+$"),
        goes_on=re.compile(r"[」』”][ぁ-ん、]"),
        chat=re.compile(
            r"ありがとう|こんにち[はわ]|はじめまして|よろしく|(?:です|ます)[ねよ]|私|僕|みなさん|皆さん|[ｗw笑]$|[♪☆★]|\(\^|（笑）|！！|〜|:\)"
        ),
        notice=re.compile(
            r"この(?:記事|ページ|文書|項目|節|作品)[はにをが]|転載|著作権|お問い合わせ|利用規約|出典|編集部|ありがとうございま|よろしくお願い"
        ),
        speaker=re.compile(r"(?m)^\s*(?:[―ー—]{1,2}|[^\W\d_a-z]{1,8}[:：])"),
    )


_TO_POLITE = (
    ("であった", "でした"), ("である", "です"), ("だった", "でした"), ("だろう", "でしょう"), ("ていない", "ていません"), ("ではない", "ではありません"), ("できない", "できません"),
    ("できる", "できます"), ("できた", "できました"), ("している", "しています"), ("していた", "していました"), ("ている", "ています"), ("ていた", "ていました"), ("でいる", "でいます"), ("でいた", "でいました"),
    ("される", "されます"), ("された", "されました"), ("られる", "られます"), ("られた", "られました"), ("する", "します"), ("した", "しました"), ("なる", "なります"),
    ("なった", "なりました"), ("ある", "あります"), ("あった", "ありました"), ("いる", "います"), ("いた", "いました"), ("という", "といいます"), ("かった", "かったです"), ("ない", "ないです"),
    ("しい", "しいです"), ("んだ", ""), ("いだ", ""), ("だ", "です"),
)  # fmt: skip
_TO_PLAIN = (
    ("ではありませんでした", "ではなかった"), ("ではありません", "ではない"), ("かったです", "かった"), ("ないです", "ない"), ("しいです", "しい"), ("でしょう", "だろう"), ("できません", "できない"),
    ("できます", "できる"), ("できました", "できた"), ("ていません", "ていない"), ("ています", "ている"), ("でいます", "でいる"), ("でいました", "でいた"), ("ていました", "ていた"), ("されます", "される"), ("されました", "された"),
    ("られます", "られる"), ("られました", "られた"), ("なります", "なる"), ("なりました", "なった"), ("ありません", "ない"), ("あります", "ある"), ("ありました", "あった"),
    ("しました", "した"), ("します", "する"), ("でした", "だった"), ("いです", ""), ("です", "である"),
)  # fmt: skip
"""Ends and what takes their place, the longest first; an empty text stands for no sure answer."""


class Japanese(Generic):
    """What ``mtaudit.languages.Language`` asks."""

    def __init__(self) -> None:
        super().__init__("ja")

    def sentences(self, text: str) -> list[tuple[int, int]]:
        patterns = _patterns()
        ends = (m.end() for m in patterns.end.finditer(text))
        return split_at(text, (end for end in ends if end == len(text) or not patterns.goes_on.match(text, end - 1)))

    def ending(self, sentence: str) -> Ending | None:
        """By the last kana. A plain ending counts only before a full stop: headings and lists end so, too."""
        patterns = _patterns()
        bare = sentence.rstrip(_STRIP)
        quoted = False
        while bare and bare[-1] in _CLOSERS:
            aside = patterns.aside.search(bare, max(0, len(bare) - 130))
            if aside and aside.start():
                bare = bare[: aside.start()].rstrip(_STRIP)
            else:
                quoted = quoted or bare[-1] in "」』”’"
                bare = bare[:-1].rstrip(_STRIP)
        tail = bare[-12:]
        word = patterns.word.search(tail)
        if word is None:
            return None
        start = len(bare) - len(tail) + word.start()
        question = sentence.rstrip()[-1:] in "？?" or tail.endswith("か")
        if patterns.polite.search(tail):
            return Ending(POLITE, "" if quoted else "polite", start, len(bare))
        if patterns.plain.search(tail) and any(stop in sentence[len(bare) :] for stop in _STOPS):
            return Ending(PLAIN, "" if quoted or question else "plain", start, len(bare))
        return None

    def restyle(self, sentence: str, register: str) -> tuple[int, int, str] | None:
        """Only the endings whose conjugation is certain."""
        found = self.ending(sentence)
        if found is None or found.register in ("", register):
            return None
        for old, new in _TO_POLITE if register == "polite" else _TO_PLAIN:
            if sentence.endswith(old, 0, found.end):
                return (found.end - len(old), found.end, new) if new else None
        return None

    def hints(self, text: str) -> Hints:
        patterns = _patterns()
        return Hints(
            speakers=len(patterns.speaker.findall(text)),
            notice=patterns.notice.search(text) is not None,
            chat=len(patterns.chat.findall(text)),
        )

    def doubled(self, word: str, again: str, after: str, known: Callable[[str], bool]) -> bool:
        return False

    def go_on(self, char: str, after: str) -> bool:
        """Runs of Latin letters, of katakana and of Han characters are one word each; kana after them inflect it."""
        return _script(char) == _script(after) != ""


def _script(char: str) -> str:
    if "ァ" <= char <= "ヿ":
        return "katakana"
    if "\u3400" <= char <= "\u9fff" or char == "々":
        return "han"
    return "" if "ぁ" <= char <= "ゖ" or not char.isalnum() else "latin"


def language(code: str) -> Japanese:
    return Japanese()
