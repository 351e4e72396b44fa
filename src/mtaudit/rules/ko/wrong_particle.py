"""A particle in the form for the other kind of sound: 책를 for 책을, 나토은 for 나토는, SDK을 for SDK를.

Engines choose the form before a name is put in its place, or read Latin letters and digits in no way or in English;
post-editing replaces a word and leaves its particle. The particle belongs to the word before a parenthesis:
도지(Doge)는.

After a Latin word it is no more than advice outside documentation, and wherever only the spelling tells the reading.

Not reported: words that merely end like a particle (작가, 아이, 마을, 사과, 종로, verbs in -는, -ㄴ가 questions), unless
the text itself shows that the ending is a particle; readings that differ from speaker to speaker (VR, OPEC, COVID-19,
C#); a particle that fits what stands inside the parenthesis is no more than advice; titles after 와 and 과 in numbers
(2과), numbered streets (종로2가); 라고 and 이라는 after a vowel.

Source: 한글 맞춤법 and 표준어 규정 (forms of particles); taxonomy of machine-translated Korean, "wrong josa".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.languages.ko import hangul, particle_agreement
from mtaudit.languages.ko.particles import (
    INVARIANT,
    Particle,
    before_gloss,
    final_sound,
    is_guess,
    particle,
    right_form,
)
from mtaudit.report import Hit
from mtaudit.rules import PROSE, Case, Rule
from mtaudit.view import DocumentView, SegmentView

KO = """조사가 앞말의 받침과 맞지 않는다.
받침이 있으면 ‘을, 은, 이, 과, 으로’, 없으면 ‘를, 는, 가, 와, 로’를 쓴다. 로마자와 숫자는 한국어로 읽은 소리를 따른다(SDK를, URL을, 3을)."""

_SAFE = frozenset({"를", "와", "으로", "을"})


def _stem(text: str, end: int) -> str:
    start = end
    floor = max(0, end - 20)
    while start > floor and "가" <= text[start - 1] <= "힣":
        start -= 1
    return text[start:end]


_REACH = 200_000
"""Code points of a document in which other uses of a word are looked for."""


def _words(view: DocumentView) -> frozenset[str]:
    """The words of the document's beginning, as far as they are Hangul."""
    text = "\n".join([segment.text for segment in view.segments])[:_REACH]
    return frozenset(re.findall(particle_agreement.LETTER + "+", text))


_AS_NOUN = {True: ("를", "는", "가", "와", "의", "에", "에서", "로"), False: ("을", "은", "이", "과", "의", "에", "에서", "으로")}


def _shown_by_text(view: DocumentView, stem: str, form: str) -> bool:
    """Whether the document uses ``stem`` as a noun with other particles, and never ``stem`` + ``form`` as one."""
    if len(stem) < 2:
        return False
    words, word = view.once(_words), stem + form
    return any(stem + other in words for other in _AS_NOUN[not hangul.final(stem[-1])]) and not any(
        word + other in words for other in (*_AS_NOUN[not hangul.final(form)], "도", "만", "들")
    )


def _last_word(text: str, start: int) -> str:
    """The word before the one that holds ``start``."""
    words = text[max(0, start - 40) : start + 1].split()
    return words[-2] if len(words) > 1 else ""


def _next_word(text: str, end: int) -> str:
    words = text[end : end + 24].split(None, 1) if text[end : end + 1].isspace() else []
    return words[0] if words else ""


@cache
def _lines() -> re.Pattern[str]:
    return re.compile(r"(?:선|줄|금|획|밑줄)(?:[을이은과의,]|$)")


@cache
def _house_number() -> re.Pattern[str]:
    return re.compile(r"\d+(?:[-~]\d+)?(?:[,.)]|번|길|가|$)")


_STREET_WORDS = frozenset(("일대", "거리", "변", "변에", "변의", "인근", "사거리", "네거리", "교차로", "방면"))
_LIKENESS = ("같은", "같이", "함께", "동시에", "관련", "비슷", "유사", "달리", "반대", "마찬가지", "다른", "더불어", "맞")
_COUNTED = frozenset("명건권편곳종척석장통쌍원점분일년월층급등팀대개배차세회도위선단항호구기시공골")
_AFTER_VERB = ("수", "것", "거", "만", "때", "줄", "예정", "차", "계획", "뿐", "듯", "후계", "씨", "감독", "기자", "교수")
_PRONOUNS = frozenset("이그저바나너")


def _single(view: SegmentView, start: int, stem: str, form: str, last: str, following: str) -> float | None:
    """For a stem of one syllable, what the words around it say; None where they say nothing."""
    text = view.text
    final = hangul.final(last[-1:]) if last else ""
    if start >= 2 and text[start - 2].isdigit():
        return 0.9 if stem in _COUNTED and not (form == "로" and stem == "번") and form != "과" else 0.0
    if form in "은이과" and stem in "수자바데거해시이" and final in ("ㄴ", "ㄹ") and last and hangul.is_syllable(last[-1]):
        return 0.9 if stem not in "이시해" or form == "과" else None
    if stem == "수" and form in "은이" and last.endswith(("의", "자", "원", "인", "객", "량", "횟", "가구")):
        return 0.85
    if form in "은을" and stem in "그이저":
        joined = last.endswith(("을", "를") if stem != "이" else ("을", "를", "에", "와", "과", "로"))
        return 0.0 if joined or _lines().match(following) or following.startswith(_AFTER_VERB) else 0.8
    if form == "이" and stem == "내":
        return 0.0 if following.startswith(("염", "신경", "도", "의")) else 0.8
    if form == "과" and stem in _PRONOUNS:
        return 0.9 if following.startswith(_LIKENESS) else 0.0
    if form == "가" and stem == "등":
        known = following.startswith(("교환", "관계", "원리", "회로", "물", "인", "비", "속", "로"))
        return 0.0 if known or not last else 0.9
    return None


def _verdict(view: SegmentView, start: int, stem: str, form: str) -> float:
    """How sure it is that ``form`` at ``start`` is a particle in the wrong form: 0 for not at all."""
    from mtaudit.languages.ko.particle_lookalikes import looks_like_a_department, reading

    text = view.text
    last, following = _last_word(text, start), _next_word(text, start + len(form))
    if len(stem) == 1:
        said = _single(view, start, stem, form, last, following)
        if said is not None:
            return said
    if form == "이" and (stem in INVARIANT or following in ("한", "두", "세", "네", "같은")):
        return 0.0
    if (
        form == "가"
        and hangul.final(stem[-1]) == "ㄴ"
        and (text[start + 1 : start + 2] in ("?", "？") or (stem[-1] == "인" and following.startswith(_AFTER_QUESTION)))
    ):
        return 0.0
    if form == "로" and (_house_number().match(following) or following in _STREET_WORDS):
        return 0.0
    if form == "과" and looks_like_a_department(text, start, last, following):
        return 0.0
    read = reading(stem, form)
    if read == "particle":
        return 0.97 if form in _SAFE else 0.9
    return 0.8 if read == "unsure" and _shown_by_text(view.document, stem, form) else 0.0


_AFTER_QUESTION = ("하", "라", "싶", "보", "봅", "봐", "에", "를", "는", "의")


@cache
def _note() -> re.Pattern[str]:
    return re.compile(r"(?:\[(?:주\s?)?\d{1,3}\])+$")


@cache
def _placeholder() -> re.Pattern[str]:
    return re.compile(r"[(（](?:[주유사재으이을를은는가와과로]|으로)[)）]$")


@cache
def _alternative() -> re.Pattern[str]:
    return re.compile(r"[(（](?:을|를|은|는|이|가|와|과|로|으로)[)）]")


def _note_before(text: str, end: int) -> re.Match[str] | None:
    return _note().search(text[max(0, end - 24) : end]) if text[end - 1] == "]" else None


def _unquoted(text: str, end: int) -> int:
    while end > 0 and text[end - 1] in "\"'”’»」』》〉]】" and _note_before(text, end) is None:
        end -= 1
    return end


def _is_documentation(view: DocumentView) -> bool:
    return view.settings.genre == "docs" or view.document.format in ("markdown", "po", "xliff", "tmx")


_BACK = 81
"""Code points before a particle that tell how the word is read."""


def _fits(p: Particle, form: str, word: str) -> bool:
    sound = final_sound(word)
    return sound is not None and right_form(p, sound) == form


def _other(text: str, start: int, form: str, documentation: bool) -> tuple[str, float, bool] | None:
    """For a particle after no syllable: the right form, how sure, and whether it is no more than advice."""
    p = particle(form)
    end = start
    inside: str | None = None
    end = _unquoted(text, end)
    if p is None or end == 0:
        return None
    note = _note_before(text, end)
    if note:
        end -= len(note[0])
    if text[end - 1] in ")）":
        inside = text[max(0, end - _BACK) : end - 1]
        if _placeholder().search(text[max(0, end - 4) : end]):
            return None
        end = before_gloss(text, end)
        if end <= 0:
            return None
        end = _unquoted(text, end)
    before = text[end - 1 : end]
    if before.isdigit() and form in ("과", "가"):
        return None
    if before.isdigit() and form == "로" and re.search(r"[가-힣]\d+$", text[max(0, end - 24) : end]):
        return None
    word = text[max(0, end - _BACK) : end]
    sound = final_sound(word)
    if sound is None or right_form(p, sound) == form:
        return None
    latin = before.isascii() and before.isalpha() and not word[:-1].rstrip("kKmMcCwWgGhHzZ")[-1:].isdigit()
    advice = (latin and not documentation) or is_guess(word) or (inside is not None and _fits(p, form, inside))
    return right_form(p, sound), 0.85, advice


def check(view: SegmentView) -> Iterator[Hit]:
    text = view.text
    for start, form in particle_agreement.doubtful(text):
        if text[start + len(form) : start + len(form) + 1] in ("(", "（") and _alternative().match(text, start + len(form)):
            continue
        advice = False
        if "가" <= text[start - 1] <= "힣":
            stem = _stem(text, start)
            sure = _verdict(view, start, stem, form) if form != "으로" else 0.97
            p = particle(form)
            if not sure or p is None:
                continue
            word, right = stem, right_form(p, hangul.final(stem[-1]))
        else:
            found = _other(text, start, form, _is_documentation(view.document))
            if found is None:
                continue
            right, sure, advice = found
            word = text[max(0, start - 40) : start].split()[-1]
        yield _hit(view, start, form, word, right, sure, advice)


def _hit(view: SegmentView, start: int, form: str, word: str, right: str, sure: float, advice: bool) -> Hit:
    end, first = start + len(form), start - len(word)
    raw = view.to_raw(first, end)
    if raw.end - raw.start != end - first:
        first, word_fix = start, ""
    else:
        word_fix = word
    return view.hit(
        first,
        end,
        f"after ‘{word}’ the particle is {right}, not {form}",
        f"‘{word}’ 뒤에는 ‘{form}’{'이' if hangul.final(form[-1]) else '가'} 아니라 ‘{right}’{'을' if hangul.final(right[-1]) else '를'} 쓴다",
        fix=word_fix + right,
        safe=not advice and form in _SAFE and sure > 0.9,
        confidence=0.5 if advice else sure,
        severity="neutral" if advice else None,
    )


CASES = (
    Case("가은이는 아이와 마을을 지나 노을을 보는 작가가 됐다. 높은 산, 작은 나무, 더 나은 삶을 찾는 국가였다."),
    Case("누군가 언젠가 좋은가 물었다. 정책평가 결과, 종로 2가, 사무라이 나이 차이, 하와이 앞바다, 책을 짓는 사람."),
    Case("도지(Doge)는 나토(NATO)를 URL로, SDK를 PC와 3과 6으로, 10으로, 20%를 API가 서울로 보냈다."),
    Case("VR을, VR를, C#은, C#는, iOS 17을, COVID-19를, COVID-19을 썼다. 5km를 걸어 ‘책’을 샀다."),
    Case("총무과 직원이 장미과 식물을 심었다. 선을 그은 사람이 짓는 집, 이름 지을 때."),
    Case(
        "할 ⟦수은⟧ 있어도 ⟦나토은⟧ ⟦책를⟧ 읽고 ⟦일본는⟧ ⟦사과을⟧ 먹었다.",
        fixed="할 수는 있어도 나토는 책을 읽고 일본은 사과를 먹었다.",
    ),
    Case("⟦사람들가⟧ ⟦정부과⟧ ⟦일본로⟧ ⟦책와⟧ ⟦서울으로⟧ 갔다.", fixed="사람들이 정부와 일본으로 책과 서울로 갔다."),
    Case("⟦문제이⟧ 생긴 Mobile ⟦SDK을⟧ 고쳤다.", fixed="문제가 생긴 Mobile SDK를 고쳤다.", format="markdown"),
    Case("⟦20%을⟧ 넘긴 ⟦3를⟧ ⟦“나토”은⟧ 안다.", fixed="20%를 넘긴 3을 “나토”는 안다."),
    Case("⟦나토(NATO)은⟧ 넓다.", fixed="나토(NATO)는 넓다."),
    Case(
        "아이는 캐머런을 만났고 두다이가 왔다. ⟦두다을⟧ 만난 두다는 웃었다.",
        fixed="아이는 캐머런을 만났고 두다이가 왔다. 두다를 만난 두다는 웃었다.",
    ),
)

RULE = Rule(
    "PRT001",
    "wrong-particle",
    "linguistic-conventions/grammar",
    "minor",
    check,
    CASES,
    KO,
    kinds=PROSE,
    languages=("ko",),
)
