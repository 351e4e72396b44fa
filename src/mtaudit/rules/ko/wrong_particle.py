"""A particle in the form for the other kind of sound: 책를 for 책을, 나토은 for 나토는, SDK을 for SDK를.

Engines choose the form before a name is put in its place, or read Latin letters and digits in no way or in English;
post-editing replaces a word and leaves its particle. The particle belongs to the word before a parenthesis:
도지(Doge)는.

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

from mtaudit.languages.ko import hangul
from mtaudit.languages.ko.particle_lookalikes import EVIDENT_VERBS, looks_like_a_department, reading
from mtaudit.languages.ko.particles import before_gloss, final_sound, particle, right_form
from mtaudit.report import Hit
from mtaudit.rules import PROSE, Case, Rule
from mtaudit.view import DocumentView, SegmentView

KO = """조사가 앞말의 받침과 맞지 않는다.
받침이 있으면 ‘을, 은, 이, 과, 으로’, 없으면 ‘를, 는, 가, 와, 로’를 쓴다. 로마자와 숫자는 한국어로 읽은 소리를 따른다(SDK를, URL을, 3을)."""

_CLOSING = "\"'”’»」』》〉)）\\]】"
_TAILS = {"과": ("의", "는", "도"), "와": ("의", "는", "도"), "로": ("서", "써", "부터", "의", "는", "도", "만", "까지")}
_SAFE = frozenset({"를", "와", "으로", "을"})


@cache
def _candidates() -> re.Pattern[str]:
    """A particle at the end of a word whose form does not fit the syllable before it, or that follows no syllable."""
    codes = range(hangul.BASE, hangul.LAST + 1)
    open_, closed, closed_no_l = [], [], []
    for code in codes:
        final = (code - hangul.BASE) % 28
        (closed if final else open_).append(chr(code))
        if final not in (0, 8):
            closed_no_l.append(chr(code))
    vowel, consonant = "".join(open_), "".join(closed)
    no_verb = "".join(c for c in closed if c not in EVIDENT_VERBS)
    other = rf"[A-Za-z0-9%％℃°㎞㎝㎜㎡㎥㎢ℓ㎖㎏㎎㎍{_CLOSING}]"
    return re.compile(
        r"[을은이과를와는가로](?=(?:의|는|도|서|써|부터|만|까지)?(?![가-힣]))"
        rf"(?:(?<=[{vowel}][을은이과])|(?<=[{consonant}][를와가])|(?<=[{no_verb}]는)|(?<=[{''.join(closed_no_l)}]로)"
        rf"|(?<=[{vowel}갈-깋{''.join(c for c in closed if hangul.final(c) == 'ㄹ')}]으로)|(?<={other}.)|(?<={other}으로))"
    )


def _stem(text: str, end: int) -> str:
    start = end
    floor = max(0, end - 20)
    while start > floor and "가" <= text[start - 1] <= "힣":
        start -= 1
    return text[start:end]


def _words(view: DocumentView) -> frozenset[str]:
    """Every run of Hangul in the document."""
    runs = re.compile("[가-힣]+")
    return frozenset(word for segment in view.segments for word in runs.findall(segment.text))


_AS_NOUN = {True: ("를", "는", "가", "와", "의", "에", "에서", "로"), False: ("을", "은", "이", "과", "의", "에", "에서", "으로")}


def _shown_by_text(view: DocumentView, stem: str, form: str) -> bool:
    """Whether the document uses ``stem`` as a noun with other particles, and never ``stem`` + ``form`` as one."""
    words = view.once(_words)
    is_open = not hangul.final(stem[-1])
    if len(stem) < 2 or not any(stem + other in words for other in _AS_NOUN[is_open]):
        return False
    word = stem + form
    return not any(word + other in words for other in (*_AS_NOUN[not hangul.final(form)], "도", "만", "들"))


_LAST_WORD = re.compile(r"(\S*)\s+\S*$")
_NEXT_WORD = re.compile(r"\s+(\S+)")


def _verdict(view: SegmentView, start: int, stem: str, form: str) -> float:
    """How sure it is that ``form`` at ``start`` is a particle in the wrong form: 0 for not at all."""
    text = view.text
    before = _LAST_WORD.search(text[max(0, start - 40) : start])
    last = before[1] if before else ""
    after = _NEXT_WORD.match(text, start + len(form))
    following = after[1] if after else ""
    if len(stem) == 1:
        if stem == "수" and form in "은이" and last and hangul.final(last[-1]) == "ㄹ":
            return 0.95
        if stem in "그저" and form == "은" and not last.endswith(("을", "를", "도", "로")) and following[:1] not in ("선", "줄", "금", "획", "밑"):
            return 0.8
        digit = start - len(stem) - 1
        if digit >= 0 and text[digit].isdigit() and form not in "가로과":
            return 0.9
        if stem == "등" and form == "가":
            return 0.0 if following.startswith(("교환", "관계", "원리", "회로", "물", "인", "비", "속", "로")) or not last else 0.9
    if form == "가" and text[start + 1 : start + 2] in ("?", "？") and hangul.final(stem[-1]) == "ㄴ":
        return 0.0
    if form == "가" and stem[-1] == "인" and following.startswith(("하", "라", "싶", "보", "봅", "봐", "에", "를", "는")):
        return 0.0
    if form == "로" and (following[:1].isdigit() or following.startswith(("일대", "거리", "변", "인근", "사거리", "네거리", "교차로", "방면", "방향"))):
        return 0.0
    if form == "과" and looks_like_a_department(text, start, last, following):
        return 0.0
    said = reading(stem, form)
    if said == "particle":
        return 0.97 if form in _SAFE else 0.9
    return 0.8 if said == "unsure" and _shown_by_text(view.document, stem, form) else 0.0


def _other(text: str, start: int, form: str) -> tuple[str, float, bool] | None:
    """For a particle after no syllable: the right form, how sure, and whether it is no more than advice."""
    p = particle(form)
    end = start
    inside: str | None = None
    while end > 0 and text[end - 1] in "\"'”’»」』》〉]】":
        end -= 1
    if p is None or end == 0:
        return None
    if text[end - 1] in ")）":
        inside = final_sound(text[: end - 1])
        if text[max(0, end - 3) : end - 1] in ("(주", "(유", "(사", "(재"):
            return None
        end = before_gloss(text, end)
        if end <= 0:
            return None
        while end > 0 and text[end - 1] in "\"'”’»」』》〉]】":
            end -= 1
    before = text[end - 1 : end]
    if before.isdigit() and form in ("과", "가"):
        return None
    if before.isdigit() and form == "로" and re.search(r"[가-힣]\d+$", text[max(0, end - 8) : end]):
        return None
    sound = final_sound(text[:end])
    if sound is None or right_form(p, sound) == form:
        return None
    return right_form(p, sound), 0.85, inside is not None and right_form(p, inside) == form


def check(view: SegmentView) -> Iterator[Hit]:
    text = view.text
    for m in _candidates().finditer(text):
        start, form = m.start(), m[0]
        tail = re.match("[가-힣]*", text[m.end() : m.end() + 3])
        if tail is not None and tail[0] and tail[0] not in _TAILS.get(form, ()):
            continue
        if form == "로" and start and text[start - 1] == "으":
            start, form = start - 1, "으로"
            if start == 0:
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
            found = _other(text, start, form)
            if found is None:
                continue
            right, sure, advice = found
            word = re.search(r"\S*$", text[max(0, start - 40) : start])[0]  # type: ignore[index]
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
        f"‘{word}’ 뒤에는 ‘{form}’이 아니라 ‘{right}’{'를' if not hangul.final(right[-1]) else '을'} 쓴다",
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
    Case("할 ⟦수은⟧ 있어도 ⟦나토은⟧ ⟦책를⟧ 읽고 ⟦일본는⟧ ⟦사과을⟧ 먹었다.", fixed="할 수는 있어도 나토는 책을 읽고 일본은 사과를 먹었다."),
    Case("⟦사람들가⟧ ⟦정부과⟧ ⟦일본로⟧ ⟦책와⟧ ⟦서울으로⟧ 갔다.", fixed="사람들이 정부와 일본으로 책과 서울로 갔다."),
    Case("⟦문제이⟧ 생긴 ⟦Mobile SDK을⟧ 고쳤다.".replace("⟦Mobile SDK", "Mobile ⟦SDK"), fixed="문제가 생긴 Mobile SDK를 고쳤다."),
    Case("⟦20%을⟧ 넘긴 ⟦3를⟧ ⟦“나토”은⟧ 안다.", fixed="20%를 넘긴 3을 “나토”는 안다."),
    Case("⟦나토(NATO)은⟧ 넓다.", fixed="나토(NATO)는 넓다."),
    Case("아이는 캐머런을 만났고 두다이가 왔다. ⟦두다을⟧ 만난 두다는 웃었다.", fixed="아이는 캐머런을 만났고 두다이가 왔다. 두다를 만난 두다는 웃었다."),
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
