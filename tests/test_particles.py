"""Particles take the form that the reading of the word before them asks for."""

from __future__ import annotations

import pytest

from mtaudit import engine
from mtaudit.config import Settings
from mtaudit.languages.ko import messages, particles
from mtaudit.languages.ko.particle_lookalikes import reading
from mtaudit.readers import text


@pytest.mark.parametrize(
    ("word", "sound"),
    [
        ("나토", ""),
        ("서울", "ㄹ"),
        ("책”", "ㄱ"),
        ("SDK", ""),
        ("Mobile SDK", ""),
        ("API", ""),
        ("PC", ""),
        ("GPT", ""),
        ("USB", ""),
        ("IOC", ""),
        ("URL", "ㄹ"),
        ("HTML", "ㄹ"),
        ("LLM", "ㅁ"),
        ("ASEAN", "ㄴ"),
        ("NATO", ""),
        ("OPEC", None),
        ("VR", None),
        ("R", None),
        ("n", "ㄴ"),
        ("Google", "ㄹ"),
        ("Facebook", "ㄱ"),
        ("GitHub", None),
        ("LaTeX", None),
        ("C#", None),
        ("1", "ㄹ"),
        ("3", "ㅁ"),
        ("6", "ㄱ"),
        ("9", ""),
        ("10", "ㅂ"),
        ("100", "ㄱ"),
        ("1,000", "ㄴ"),
        ("10000", "ㄴ"),
        ("2.5", ""),
        ("0", None),
        ("1/2", None),
        ("$200", None),
        ("COVID-19", None),
        ("Windows 11", "ㄴ"),
        ("MP3", None),
        ("5km", ""),
        ("10kg", None),
        ("3g", "ㅁ"),
        ("20%", ""),
        ("%", None),
        ("25℃", ""),
        ("", None),
        ("\ufffc", None),
        ("あ", None),
    ],
)
def test_the_final_sound_is_that_of_the_korean_reading(word: str, sound: str | None) -> None:
    assert particles.final_sound(word) == sound


@pytest.mark.parametrize(
    ("word", "form", "joined"),
    [
        ("나토", "은", "나토는"),
        ("일본", "로", "일본으로"),
        ("서울", "으로", "서울로"),
        ("서울", "로부터", "서울로부터"),
        ("책", "와", "책과"),
        ("URL", "를", "URL을"),
        ("도지(Doge)", "은", "도지(Doge)는"),
        ("말 뒤집기(flip-flop)", "을", "말 뒤집기(flip-flop)를"),
        ("책", "라는", "책이라는"),
        ("나토", "에서", "나토에서"),
        ("VR", "을", "VR을"),
    ],
)
def test_a_particle_joins_a_word_in_its_right_form(word: str, form: str, joined: str) -> None:
    assert particles.attach(word, form) == joined


@pytest.mark.parametrize("p", particles.PARTICLES)
def test_every_form_leads_to_its_particle(p: particles.Particle) -> None:
    for form in p:
        assert particles.particle(form) == p
    assert particles.right_form(p, "") == p.after_vowel
    assert particles.right_form(p, "ㄱ") == p.after_consonant


@pytest.mark.parametrize(
    "words",
    [
        "마을 가을 노을 고을 지을 이을 나을 부을 모을 결정지을 퍼부을 끌어모을 저녁노을 초가을",
        "가은 지은 이은 나은 부은 뒤이은 퍼부은 수은 염화수은 산화은",
        "아이 나이 사이 차이 누이 오이 새로이 가까이 자유로이 하와이 스파이 카우보이 템플스테이 에프비아이 갈비구이 넝마주이",
        "효과 결과 사과 교과 초과 내과 소아과 무화과 햇사과 니카라과",
        "먹는 잡아먹는 뛰어넘는 가로막는 붙잡는 껴안는 살아남는 닦는 있는 재밌는 머금는 손꼽는",
        "작가 국가 평가 증가 전문가 소설가 은행가 식당가 분양가 찬송가 누군가 언젠가 무엇인가 좋은가 어떨가 동맹국가 정책평가 소비자물가",
        "종로 대학로 감염경로 비상통로 연장근로 산책로",
    ],
)
def test_words_that_end_like_a_particle_are_words(words: str) -> None:
    for word in words.split():
        assert reading(word[:-1], word[-1]) != "particle", word


def test_a_safe_fix_leaves_nothing_to_find() -> None:
    bad = "사과을 먹고 책를 읽고 나토으로 책와 SDK 를 20%을 세 번 보았다. 확인 을 눌렀다."
    settings = Settings(lang="ko", select=("PRT", "SPC"))
    document = text.read(bad, "x")
    mended = engine.fix(document, engine.audit(document, settings))
    assert [f for f in engine.audit(text.read(mended, "x"), settings).findings if f.fix and f.fix.safe] == []
    assert mended.startswith("사과를 먹고 책을 읽고 나토로 책과 SDK를")


@pytest.mark.parametrize(
    "hostile", ["가 " * 20_000, "(가)은 " * 10_000, "(" * 50_000 + ")은", '그는"' * 20_000, " " * 100_000, "하 여" * 20_000]
)
def test_no_text_is_too_much(hostile: str) -> None:
    engine.audit(text.read(hostile, "x"), Settings(lang="ko", select=("PRT", "SPC")))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("‘나토’은(는) 이름이다", "‘나토’는 이름이다"),
        ("‘동맹’(으)로 통일한다", "‘동맹’으로 통일한다"),
        ("‘노조의.’은(는) 문장이 아니다", "‘노조의.’는 문장이 아니다"),
        ("‘서울’(으)로 쓴다", "‘서울’로 쓴다"),
        ("‘SDK’을(를) 쓴다", "‘SDK’를 쓴다"),
        ("‘Xqzt’이(가) 남았다", "‘Xqzt’이(가) 남았다"),
        ("이중 조사 ‘을(를)’ 대신", "이중 조사 ‘을(를)’ 대신"),
    ],
)
def test_our_own_messages_have_the_right_particle(written: str, meant: str) -> None:
    assert messages.settled(written) == meant
