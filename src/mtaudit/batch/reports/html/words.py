"""What the report calls things, in English and in Korean, and how it writes figures and the characters of a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from mtaudit.report import SEVERITIES, SEVERITY_WORDS, Message
from mtaudit.writers.visible import visible

DIMENSION_WORDS: Mapping[str, Message] = {
    "outlet": Message("outlet", "매체"),
    "author": Message("author", "기자·번역자"),
    "section": Message("section", "지면"),
    "week": Message("week", "주"),
    "date": Message("date", "날짜"),
}
REGISTER_WORDS: Mapping[str, Message] = {
    "polite": Message("polite", "높임"),
    "plain": Message("plain", "해라체"),
    "": Message("neither", "기타"),
}
FAMILY_WORDS: Mapping[str, Message] = {
    "CON": Message("contradictions", "앞뒤가 안 맞음"),
    "DAT": Message("dates and times", "날짜·시각"),
    "DUP": Message("repetition", "되풀이"),
    "FRG": Message("broken sentences", "끊긴 문장"),
    "MRK": Message("markup and characters", "마크업·깨진 글자"),
    "NUM": Message("numbers and units", "숫자·단위"),
    "PRT": Message("particles", "조사"),
    "PUN": Message("punctuation", "문장 부호"),
    "REG": Message("register", "문체·높임"),
    "SPC": Message("spacing", "띄어쓰기·빈칸"),
    "SRC": Message("disagreement with the source", "원문과 다름"),
    "STY": Message("style", "번역투"),
    "TRM": Message("terms and names", "용어·이름"),
    "UNT": Message("left untranslated", "옮기지 않은 말"),
}
SEVERITY_CLASSES: Mapping[str, str] = {severity: f"s{number}" for number, severity in enumerate(SEVERITIES)}

_OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e0fff]"
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def clean(value: Any) -> Any:
    """A text with pictures for control characters, for those that turn its direction, and for what UTF-8 cannot hold.

    Whatever else, and markup of our own, is given back as it is. Every expression of the templates goes through it.
    """
    return _OBEYED.sub(lambda found: visible(found[0]), value) if type(value) is str else value


def marked(text: str) -> str:
    """The text of a mark: nothing in it is invisible."""
    if text and not text.strip(" \n"):
        return text.replace(" ", "␣").replace("\n", "⏎\n")
    return "\n".join(map(visible, text.split("\n")))


def number(value: float | None, digits: int = 0) -> str:
    """``−1,234.5``; an en dash for None."""
    return "–" if value is None else f"{value:,.{digits}f}".replace("-", "−")


def percent(part: float, whole: float) -> str:
    """A share; one that is not 0 % or 100 % is not written so."""
    if not whole:
        return "–"
    share = 100 * part / whole
    if 0 < share < 1:
        return "<1%"
    return ">99%" if 99 < share < 100 else f"{share:.0f}%"


def language(tag: str | None) -> str:
    """A language tag that a browser knows; empty where there is none."""
    found = (tag or "").replace("_", "-")
    return found if _LANGUAGE.fullmatch(found) else ""


class Words:
    """The words in one language."""

    def __init__(self, ui_lang: str) -> None:
        self.ui_lang = "ko" if ui_lang == "ko" else "en"

    def say(self, en: str, ko: str) -> str:
        return ko if self.ui_lang == "ko" else en

    def count(self, value: int, one: str, ko: str, many: str = "") -> str:
        """``1,234 findings``, or the Korean sentence with ``{}`` for the figure."""
        return self.say(f"{value:,} {one if value == 1 else many or one + 's'}", ko.format(f"{value:,}"))

    def severity(self, name: str) -> str:
        return next((word.in_language(self.ui_lang) for key, word in SEVERITY_WORDS.items() if key == name), name)

    def dimension(self, name: str) -> str:
        return DIMENSION_WORDS[name].in_language(self.ui_lang)

    def family(self, code: str) -> str:
        return FAMILY_WORDS[code].in_language(self.ui_lang) if code in FAMILY_WORDS else code

    def register(self, name: str) -> str:
        return REGISTER_WORDS[name].in_language(self.ui_lang) if name in REGISTER_WORDS else name

    def verdict(self, name: str | None) -> str:
        return {"pass": self.say("passes", "통과"), "fail": self.say("fails", "불합격")}.get(name or "", "–")
