"""Faults of machine translation put into clean text, with the place of each: recall without annotation.

An operator yields every copy of a text that it can make, with the span of the fault after the corruption. Places inside
quotations are left alone. The texts in ``tests/texts`` were written for this.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

BASE = 0xAC00


class Copy(NamedTuple):
    """A corrupted text; the fault stands at ``text[start:end]``."""

    text: str
    start: int
    end: int


Operator = Callable[[str], Iterator[Copy]]


def quoted(text: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer("“[^”]*”|\\([^)]*\\)", text)]


def edit(text: str, start: int, end: int, new: str, left: int = 0, right: int = 0) -> Copy:
    """The copy with ``new`` at ``start:end``; the span is the new text, widened by ``left`` and ``right``."""
    return Copy(text[:start] + new + text[end:], start - left, start + len(new) + right)


def replace(pattern: str, new: str | Callable[[re.Match[str]], str], inside: bool = False) -> Operator:
    """Every match of ``pattern`` outside quotations, replaced."""

    def operator(text: str) -> Iterator[Copy]:
        apart = quoted(text)
        for m in re.finditer(pattern, text):
            if inside or not any(s < m.end() and m.start() < e for s, e in apart):
                yield edit(text, *m.span(), m.expand(new) if isinstance(new, str) else new(m))

    return operator


def final(char: str) -> int:
    """Number of the final consonant of a syllable; 0 for an open one."""
    return (ord(char) - BASE) % 28


def polite(word: str) -> str:
    """A plain predicate (했다, 이다, 한다, 먹는다, 좋다) as a polite one."""
    stem = word[:-1]
    if stem.endswith("는") and len(stem) > 1:
        return stem[:-1] + "습니다"
    last = stem[-1]
    if final(last) == 4 and stem != "안":
        return stem[:-1] + chr(ord(last) + 13) + "니다"  # ㄴ to ㅂ
    if final(last) == 0:
        return stem[:-1] + chr(ord(last) + 17) + "니다"
    return stem + "습니다"


IRREGULAR = {"않습니다": "않는다", "좋습니다": "좋다", "같습니다": "같다", "봅니다": "본다", "엽니다": "연다", "됩니다": "된다"}


def plain(word: str) -> str:
    """A polite predicate of a verb (합니다, 있습니다, 했습니다, 입니다) as a plain one."""
    for polite_form, plain_form in IRREGULAR.items():
        if word.endswith(polite_form):
            return word.removesuffix(polite_form) + plain_form
    if word.endswith("필요합니다"):
        return word[:-3] + "하다"
    if word.endswith("입니다"):
        return word[:-3] + "이다"
    if word.endswith("습니다"):
        return word[:-3] + ("다" if final(word[-4]) in (18, 20) else "는다")
    last = word[-3]
    return word[:-3] + chr(ord(last) - 13) + "다"


END = re.compile(r"(?<=[\s])[가-힣]+다(?=\.(?:\s|$))")


def turn(text: str, which: Callable[[int, re.Match[str]], bool]) -> Copy:
    """The sentence ends that ``which`` (paragraph, match) chooses, in the other register."""
    apart = quoted(text)
    out, at, first, last = [], 0, -1, 0
    for m in END.finditer(text):
        if any(s < m.end() and m.start() < e for s, e in apart) or not which(text.count("\n\n", 0, m.start()), m):
            continue
        word = m[0]
        out += [text[at : m.start()], plain(word) if word.endswith("니다") and word != "아니다" else polite(word)]
        at = m.end()
        size = sum(map(len, out))
        first, last = (size - len(out[-1]) if first < 0 else first), size
    return Copy("".join(out) + text[at:], first, last)


def paragraphs(text: str) -> Iterator[Copy]:
    """C01, C02: one whole paragraph, two, or half of them, in the other register."""
    number = text.count("\n\n") + 1
    for size in {1, 2, number // 2}:
        for start in range(1, number - size + 1):
            yield turn(text, lambda paragraph, _, s=start, n=size: s <= paragraph < s + n)  # type: ignore[misc]


def sentences(text: str) -> Iterator[Copy]:
    """C03: a tenth to a third of the sentences, anywhere."""
    for seed in range(6):
        choose = Random(seed)
        share = (0.12, 0.2, 0.3)[seed % 3]
        chosen = {m.start() for m in END.finditer(text) if choose.random() < share}
        if len(chosen) >= 2:
            yield turn(text, lambda _, m, c=chosen: m.start() in c)  # type: ignore[misc]


LATIN = ("SharePoint", "Windows", "Azure Active Directory", "Power BI", "Kubernetes", "PostgreSQL")


def displaced(text: str) -> Iterator[Copy]:
    """C17: the 수 of -ㄹ 수 있다 gives way to a product name."""
    for i, m in enumerate(re.finditer(r"[가-힣]+ 수 (?=있습니다|없습니다|있다|없다)", text)):
        yield edit(text, *m.span(), m[0][:-2] + LATIN[i % len(LATIN)] + " ", right=2)


def lost_predicate(text: str) -> Iterator[Copy]:
    """C16: the end of a sentence after its object is a product name."""
    for i, m in enumerate(re.finditer(r"(?<=[을를] )[가-힣]+(?: 수 [가-힣]+)?\.(?=\s|$)", text)):
        yield edit(text, *m.span(), LATIN[i % len(LATIN)] + ".", left=3)


def orphan(text: str) -> Iterator[Copy]:
    """C15: ``X의`` leaves its sentence and stands alone behind it."""
    for m in re.finditer(r"(?<=[\s])([가-힣]{2,}의) ([^.\n]*?[다]\.)(?= )", text):
        copy = text[: m.start()] + m[2] + " " + m[1] + "." + text[m.end() :]
        at = m.start() + len(m[2]) + 1
        yield Copy(copy, at, at + len(m[1]) + 1)


def line_split(text: str) -> Iterator[Copy]:
    """C18: the rest of a sentence becomes a noun phrase of its own."""
    nouns = r"(?<=\. )((?:[가-힣]+ )?[가-힣]*(?:하는|있는|위한|새|쉬운|지킬|되찾을) [가-힣]{2,}?)[은는이가을를] [^.\n]*\."
    for m in re.finditer(nouns, text):
        yield edit(text, *m.span(), m[1] + ".")


def doubled_word(text: str) -> Iterator[Copy]:
    """C21: a noun or a verb of three syllables or more twice."""
    apart = quoted(text)
    for m in re.finditer(r"(?<=\s)[가-힣]{2,}(?:을|를|의|은|는|에서|으로)(?= [가-힣])", text):
        if len(m[0]) >= 3 and not any(s < m.end() and m.start() < e for s, e in apart):
            yield edit(text, m.end(), m.end(), " " + m[0], left=len(m[0]))


def doubled_phrase(text: str) -> Iterator[Copy]:
    """C20: three words twice."""
    for m in re.finditer(r"(?<=\. )[가-힣]+ [가-힣]+ [가-힣]+(?= [가-힣]+ [가-힣])", text):
        yield edit(text, m.end(), m.end(), " " + m[0], left=len(m[0]))


def gloss_again(text: str) -> Iterator[Copy]:
    """C22: the gloss stands at a later mention too."""
    for gloss in re.finditer(r"([가-힣]+)(\([A-Z][A-Za-z]+\))", text):
        for m in re.finditer(f"(?<=\\s){gloss[1]}(?=[은는이가의도])", text[gloss.end() :]):
            at = gloss.end() + m.end()
            yield edit(text, at, at, gloss[2], left=len(gloss[1]))


def back_to_latin(text: str) -> Iterator[Copy]:
    """C29: a later mention of a glossed name in Latin, while another stays in Hangul."""
    for gloss in re.finditer(r"([가-힣]+)\(([A-Z][A-Za-z]+)\)", text):
        later = [gloss.end() + m.start() for m in re.finditer(f"(?<=\\s){gloss[1]}(?=[은는이가의도])", text[gloss.end() :])]
        for at in later if len(later) > 1 else ():
            yield edit(text, at, at + len(gloss[1]), gloss[2])


PARTICLES = {"을": "를", "를": "을", "은": "는", "는": "은", "와": "과", "과": "와"}
NOUNS = [
    "도서관",
    "부두",
    "국제해사기구",
    "재단",
    "건물",
    "방문객",
    "공연장",
    "놀이터",
    "노선",
    "주차장",
    "협정",
    "노르웨이",
    "어획량",
    "초안",
    "유럽연합",
    "정부",
    "보상금",
    "감시선",
    "해역",
    "조업",
    "배터리",
    "창고",
    "연구원",
    "요금",
    "과일",
    "볼보",
    "디스크",
    "사진",
    "프로그램",
    "품질",
    "화면",
    "암호",
    "표시",
    "일정",
    "백업",
    "전시",
    "해설",
    "도자기",
    "무늬",
    "모형",
    "그릇",
    "유네스코",
    "행사",
    "공유기",
    "신호",
    "전원",
    "이름",
    "속도",
    "무선",
    "기기",
    "알림",
]


def wrong_particle(text: str) -> Iterator[Copy]:
    """C23: the other form of a particle, after words that stand in the texts as nouns."""
    apart = quoted(text)
    for m in re.finditer(f"(?<=\\s)({'|'.join(NOUNS)})([을를은는와과])(?=\\s)", text):
        if not any(s < m.end() and m.start() < e for s, e in apart):
            yield edit(text, m.start(2), m.end(2), PARTICLES[m[2]], left=len(m[1]))


def respelled(text: str) -> Iterator[Copy]:
    """C28: one vowel of a foreign name, at one of its mentions."""
    vowels = {1: 5, 5: 1, 0: 4, 4: 0, 8: 4}  # ㅐ ㅔ, ㅏ ㅓ, ㅗ ㅓ
    for name in ("쇠렌센", "할보르센", "유네스코", "유럽연합", "아이슬란드", "노르웨이", "국제해사기구", "세계자연기금"):
        found = list(re.finditer(name, text))
        for at, char in enumerate(name if len(found) > 2 else ""):
            code = ord(char) - BASE
            if code % 588 // 28 in vowels and name not in ("유럽연합", "국제해사기구", "세계자연기금"):
                other = chr(BASE + code - code % 588 + vowels[code % 588 // 28] * 28 + code % 28)
                yield edit(text, *found[-1].span(), name[:at] + other + name[at + 1 :])


def unclosed(text: str) -> Iterator[Copy]:
    """C35: the closing half of a pair is lost."""
    for m in re.finditer(r"[“(]([^”)]*)[”)]", text):
        yield Copy(text[: m.end() - 1] + text[m.end() :], m.start(), m.start() + 1)


def mojibake(text: str) -> Iterator[Copy]:
    """C36: a phrase of UTF-8 read as Latin-1, CP1252 or TIS-620."""
    for i, m in enumerate(re.finditer(r"(?<=\. )[가-힣]{2,} [가-힣]{2,}", text)):
        yield edit(text, *m.span(), m[0].encode().decode(("latin-1", "cp1252", "tis-620")[i % 3], "replace"))


FOREIGN = ("экспресс", "ngày", "因为", "ความ", "сегодня")


def foreign(text: str) -> Iterator[Copy]:
    """C32: a word in another script, or a syllable of one."""
    for i, m in enumerate(re.finditer(r"(?<=\s)[가-힣]{2,}(?=[을를은는이가] )", text)):
        word = FOREIGN[i % len(FOREIGN)]
        if word != "ngày":
            yield edit(text, *m.span(), word)
        yield edit(text, *m.span(), m[0][0] + "クд"[i % 2] + m[0][1:])


LINES = (
    "The library will open its doors to the public next spring.",
    "Please restart the program before you connect the disk again.",
    "Các bộ trưởng sẽ gặp nhau vào tháng tới để thảo luận.",
    "Министр объявил о новых мерах в понедельник утром.",
)


def untranslated(text: str) -> Iterator[Copy]:
    """C33: a whole paragraph in another language."""
    for i, m in enumerate(re.finditer(r"\n\n", text)):
        line = LINES[i % len(LINES)]
        yield edit(text, *m.span(), f"\n\n{line}\n\n")


OPERATORS: dict[str, tuple[str, float, Operator]] = {
    # id: families that may answer, floor of recall, operator
    "C01-C02 paragraphs": ("REG", 0.95, paragraphs),
    "C03 sentences": ("REG", 0.85, sentences),
    "C04 date": ("DAT", 0.98, replace(r"(\d{4})년 (\d{1,2})월", r"\2년 \1월")),
    "C05 month": ("DAT", 1.0, replace(r"\b\d{1,2}월 (1[3-9]|2\d|3[01])일", lambda m: f"{m[1]}월 5일")),
    "C06 spaced date": ("SPC DAT NUM", 0.9, replace(r"(\d{1,2})월 (\d{1,2})일", r"\1 월 \2 일")),
    "C07 decade": ("DAT", 0.9, replace(r"(\d{4})년대", r"\1년-70년대")),
    "C08 hour": ("DAT", 1.0, replace(r"오후 ([3-9])시", r"오후 1\1시")),
    "C08 impossible hour": ("DAT", 1.0, replace(r"오후 (\d)시", "오전 25시")),
    "C09 range": ("DAT NUM", 1.0, replace(r"(\d+)~(\d+)일", r"\1\2일")),
    "C10 arithmetic": ("CON NUM", 0.6, replace(r"250만 명으로 25%", "250만 명으로 85%")),
    "C11 magnitude": ("NUM", 0.8, replace(r"2조 3000억|3억8천만", lambda m: {"2": "23000억", "3": "3.8억만"}[m[0][0]])),
    "C13 stray stop": ("PUN", 0.98, replace(r"(?<=다)\.(?= )", ". .")),
    "C13 doubled stop": ("PUN", 0.98, replace(r"(?<=다)\.(?= )", "..")),
    "C13 stop and comma": ("PUN", 0.98, replace(r"(?<=다)\.(?= )", ".,")),
    "C14 glued": ("SPC PUN", 0.95, replace(r"(?<=다)\. (?=[가-힣])", ".")),
    "C15 orphan": ("FRG PUN", 0.8, orphan),
    "C16 lost predicate": ("FRG PUN PRT", 0.85, lost_predicate),
    "C17 displaced": ("FRG", 0.98, displaced),
    "C18 line split": ("FRG PUN", 0.8, line_split),
    "C19 operand": ("DUP", 0.85, replace(r"노르웨이와 러시아 간의", "노르웨이와 노르웨이 간의")),
    "C20 phrase": ("DUP", 0.85, doubled_phrase),
    "C21 word": ("DUP", 0.85, doubled_word),
    "C22 gloss": ("DUP TRM", 0.85, gloss_again),
    "C23 particle": ("PRT", 0.95, wrong_particle),
    "C24 alternation": ("MRK PRT", 0.98, replace(r"(?<=[가-힣]{2})([을를])(?= )", "을(를)")),
    "C25 detached": ("SPC PRT MRK", 0.7, replace(r"(?<=[가-힣]{2})(?=(?:을|를|은|는) [가-힣])", " ")),
    "C26 split": ("SPC", 0.98, replace(r"(?<=[가-힣])하여(?= )|(?<= )대한(?= )|(?<=[가-힣])에게(?= )|(?<=[가-힣])까지(?= )", lambda m: f"{m[0][0]} {m[0][1]}")),
    "C28 respelled": ("TRM", 0.7, respelled),
    "C29 Latin again": ("TRM UNT", 0.7, back_to_latin),
    "C32 foreign": ("UNT MRK", 0.98, foreign),
    "C33 line": ("UNT", 0.9, untranslated),
    "C34 entity": ("MRK", 0.98, replace(r"(?<=[가-힣])(?=[을를은는] )", "&#x200B;")),
    "C34 quote entity": ("MRK", 0.98, replace("“", "&quot;", inside=True)),
    "C35 unclosed": ("PUN", 0.95, unclosed),
    "C36 mojibake": ("MRK UNT", 0.98, mojibake),
    "C37 symbol": ("FRG PUN", 0.8, replace(r"\n\n", "\n\n💖 입니다.\n\n")),
    "C38 acronym": ("CON TRM", 0.6, replace(r"\(WWF\)", "(World Wildlife Fund, WFW)", inside=True)),
    "C40 double space": ("SPC", 0.9, replace(r"(?<=[가-힣,]) (?=[가-힣])", "  ")),
    "C41 loop": ("DUP", 0.98, replace(r"(?<=\. )([가-힣]{2,6})(?= )", lambda m: (m[1] + "·") * 6)),
    "C42 leftover": ("MRK UNT", 0.9, replace(r"\n\n", "\n\n[광고_2]\n\n")),
    "C42 placeholder": ("MRK UNT", 0.9, replace(r"(?<= )\d+(?=[명점개장])", "{0}")),
}  # fmt: skip


SILENT: dict[str, tuple[str, Operator]] = {
    # what must not fire: id, families that must stay silent, operator
    "C03b 해요": ("REG", replace(r"합니다(?=\.)", "해요")),
    "C39 pronoun": ("STY DUP TRM", replace(r"(?<=\. )(?=[가-힣])", "당신의 ")),
    "N2 intensifier": ("DUP", replace(r"(?<=\. )(?=[가-힣])", "정말 정말 ")),
    "N3 generic pair": ("DUP", replace(r"노르웨이와 러시아 간의", "기업과 기업 간의")),
    "N4 numbers": ("DAT NUM CON", replace(r"(?<=\. )(?=[가-힣])", "참가자는 1만9천106명이다. ")),
    "N4 short date": ("DAT NUM", replace(r"(\d{1,2})월 (\d{1,2})일", r"\1월\2일")),
    "N4 dotted date": ("DAT NUM PUN SPC", replace(r"(\d{4})년 (\d{1,2})월 (\d{1,2})일", r"\1. \2. \3.")),
    "N8 short form": ("TRM", replace(r"국제해사기구(?=는)", "국제해사기구")),
    "N9 dotted names": (
        "PUN SPC FRG",
        replace(r"(?<=\. )(?=[가-힣])", "파일은 .pst 형식이고 J.D. 밴스가 U.S. 법률을 따라 만들었다. "),
    ),
    "N13 right arithmetic": ("CON NUM", replace(r"250만 명으로 25%", "300만 명으로 50%")),
    "N7 dateline": ("PUN FRG UNT", replace(r"\n\n(?=[가-힣])", "\n\n(목포=우리통신) 김서연 기자 = ")),
}
