"""Bytes were read in the wrong encoding.

A text passes through many programs on its way through a translation system. One that takes UTF-8 for another encoding makes
``í•œêµ­`` of 한국; one that cannot show a character writes U+FFFD, ``占쏙옙`` or a question mark in its place. A machine then
translates round the rubbish.

Not reported: letters with accents in names (São Paulo, Nguyễn); question marks after a question that a particle follows
(가능하지?라는); a single question mark between words.

Source: the code pages of Python's ``codecs`` (every repair is proved by decoding the bytes again); taxonomy of machine-translated
Korean, "foreign script and mojibake".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.rules._prose import SOUP, holding, strange
from mtaudit.view import DocumentView, SegmentView

KO = """글자가 깨졌다.
UTF-8로 쓴 글을 다른 인코딩으로 읽으면 ‘한국’이 ‘í•œêµ­’처럼 되고, 나타낼 수 없는 글자는 U+FFFD나 ‘占쏙옙’, 물음표로 바뀐다."""

_HANJA = (
    "運隕雲韻蔚鬱亐熊雄元原員圓園垣媛嫄寃怨愿援沅洹湲源爰猿瑗苑袁轅濡猶猷琉瑜由留癒硫紐維臾萸裕誘諛"
    "諭踰蹂遊逾遺酉釉鍮類六堉戮毓肉議醫二以伊利吏夷姨履已弛彛怡易李梨泥爾珥理異痍痢移罹而耳肄苡荑"
)
"""The 93 hanja at EA, EB and EC A1 to BF of code page 949, which is how the first two bytes of most Hangul syllables look."""
_SOUP = SOUP[:-4]
_CP1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_EUC_LEADS = "ÀÁÂÃÄÅÆÇ"


@cache
def _utf8_as_latin() -> re.Pattern[str]:
    # A first byte of UTF-8 (C2 to F4) and at least one that continues it (80 to BF), each as Latin-1 or Windows-1252 shows it.
    return re.compile(f"(?:[Â-ô][\x80-\xbf{_CP1252}]{{1,3}})+")


@cache
def _utf8_as_thai() -> re.Pattern[str]:
    # The first bytes EA to ED of Hangul are the Thai signs U+0E4A to U+0E4D, which never begin a word in Thai.
    return re.compile(f"(?:[\u0e4a-\u0e4d][\x80-\xff\u0e01-\u0e5b{_CP1252}]{{1,2}})+")


@cache
def _korean_as_latin() -> re.Pattern[str]:
    return re.compile("[\xa1-\xfe](?:[\xa1-\xfe ]{2,}[\xa1-\xfe])")


@cache
def _lost() -> re.Pattern[str]:
    return re.compile(
        "[\ufffd?]*\ufffd[\ufffd?]*|(?:占쏙옙|占쎌|占싸|癤풷|癤|嚥|蹂댁|쨘혻|혻)+|[‚]?[ÄÔ][ôúùîìï]|äôs\\b|[\x80-\x9f]+"
    )


@cache
def _cp949_soup() -> re.Pattern[str]:
    return re.compile("[\u3130-\u318f\u3400-\u9fff\uf900-\ufaff가-힣?·!\"'.,A-Za-z0-9]{2,}")


@cache
def _suspicious() -> frozenset[str]:
    thai, latin = range(0x0E4A, 0x0E4E), (*range(0x80, 0xA0), *range(0xC0, 0x100))
    return frozenset([*map(chr, (*latin, *thai)), "\ufffd", *_HANJA, *SOUP])


@cache
def _marks_between() -> re.Pattern[str]:
    return re.compile(r"(?<=[가-힣])\?(?=[가-힣])")


_ASKING = frozenset("까나가니냐지요죠래야어아데고자네게오유여다해뭐왜걸군랴은는도엔")
"""Syllables that a Korean question can end in, whole or cut short (맛은? 값은?)."""


@cache
def _quoting() -> re.Pattern[str]:
    """A particle or verb that quotes a question: 가능하지?라는, 무엇입니까?를."""
    return re.compile(
        r"이?라[고는며면도던니서]|이?란|하[고는며면던]|했|한다|며|듯|(?:[를을는은에의와과로도인만가이]|부터|까지|에서|에는|에도|이냐)(?![가-힣])"
    )


def _bytes(text: str) -> bytes | None:
    """The bytes that a reader of Latin-1, Windows-1252 or Windows-874 showed as ``text``."""
    out = bytearray()
    for char in text:
        code = ord(char)
        if code < 0x100:
            out.append(code)
        elif 0xE01 <= code <= 0xE5B:
            out.append(code - 0xE00 + 0xA0)
        else:
            try:
                out += char.encode("cp1252")
            except UnicodeEncodeError:
                return None
    return bytes(out)


def _decoded(text: str, encoding: str) -> str | None:
    raw = _bytes(text)
    try:
        return None if raw is None else raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def check(view: DocumentView) -> Iterator[Hit]:
    for segment in holding(view, ("?", r"(?<=[^\W\d_].)(?=[^\W\d_])")):
        yield from _question_marks(segment)
    if view.language.code == "ko":
        suspects = [segment for segment, chars in view.once(strange) if not chars.isdisjoint(_suspicious())]
    else:
        suspects = [s for s in view.segments if s.kind != "code" and not s.text.isascii() and not _suspicious().isdisjoint(s.text)]
    for segment in suspects:
        yield from _broken(segment)


def _broken(view: SegmentView) -> Iterator[Hit]:
    text = view.text
    taken = bytearray(len(text))
    for start, end, repaired in _repairs(text):
        if 1 in taken[start:end]:
            continue
        taken[start:end] = b"\1" * (end - start)
        known = f"; it was {repaired}" if repaired else ""
        yield view.hit(
            start,
            end,
            f"text read in the wrong encoding{known}",
            f"인코딩이 틀려 글자가 깨졌다{f'. 원래 글자는 ‘{repaired}’이다' if repaired else ''}",
            fix=repaired or None,
            safe=_harmless(repaired),
        )


def _harmless(repaired: str) -> bool:
    """Whether a repair brings back words of Hangul or Latin letters; a lone quotation mark may still lack its other half."""
    return any(c.isalpha() for c in repaired) and all("가" <= c <= "힣" or c < "\u0250" or not c.isalpha() for c in repaired)


def _repairs(text: str) -> Iterator[tuple[int, int, str]]:
    """Broken spans, with the text they were where it can be proved."""
    if any(c in _EUC_LEADS for c in text):
        for m in _korean_as_latin().finditer(text):
            plain = _decoded(m[0], "cp949") if any(c in _EUC_LEADS for c in m[0]) else None
            if plain is not None and len(plain) >= 2 and all("가" <= c <= "힣" or c == " " for c in plain):
                yield *m.span(), plain
    for m in _utf8_as_latin().finditer(text):
        plain = _decoded(m[0], "utf-8")
        if plain is None:
            start, end = m.span()
            if end - start >= 4:
                yield start, end, ""
        elif _likely(m[0], plain):
            yield *m.span(), plain.replace("\xa0", " ")
    if any("\u0e4a" <= c <= "\u0e4d" for c in text):
        for m in _utf8_as_thai().finditer(text):
            plain = _decoded(m[0], "utf-8")
            if plain is not None and any("가" <= c <= "힣" for c in plain):
                yield *m.span(), plain
            elif m.start() == 0 or not "\u0e01" <= text[m.start() - 1] <= "\u0e5b":
                yield *m.span(), ""
    for m in _lost().finditer(text):
        yield *m.span(), ""
    if any(c in _HANJA or c in _SOUP for c in text):
        for m in _cp949_soup().finditer(text):
            yield from _from_cp949(m[0], m.start())


def _likely(broken: str, plain: str) -> bool:
    """Whether a text that decodes was broken: a letter before a closing mark (“Spaß”) is two bytes of UTF-8 by chance."""
    if plain == broken or (len(broken) == 2 and broken[0] not in "ÂÃ" and broken[1] in "‘’“”•–—…™"):
        return False
    return all(c < "\u0250" or "\u0400" <= c < "\u0500" or "\u2010" <= c < "\u2100" or c >= "\u3000" for c in plain)


def _from_cp949(word: str, offset: int) -> Iterator[tuple[int, int, str]]:
    """The span of ``word`` if it is UTF-8 read as code page 949: proved by Hangul that comes out of the same bytes."""
    odd = [i for i, c in enumerate(word) if c in _HANJA or c in _SOUP]
    if not odd:
        return
    try:
        plain = word.encode("cp949").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        if len(odd) > 1 and any(c in _SOUP for c in word):
            yield offset + odd[0], offset + odd[-1] + 1, ""
        return
    if any("가" <= c <= "힣" for c in plain):
        yield offset, offset + len(word), plain


def _question_marks(view: SegmentView) -> Iterator[Hit]:
    """Blanks that were no-break spaces and became question marks: two in a paragraph, one of them after no question."""
    text = view.text
    places = [m.start() for m in _marks_between().finditer(text) if not _quoting().match(text, m.end())]
    if len(places) < 2 or all(text[i - 1] in _ASKING for i in places):
        return
    for i in places:
        yield view.hit(i, i + 1, "a question mark stands where a space was", "띄어쓰기 자리가 물음표로 깨졌다", fix=" ")


CASES = (
    Case("São Paulo의 Nguyễn Văn Ất 씨와 Beyoncé, Ångström, naïve."),
    Case("‘가능하지?라는’ 말과 ‘무엇입니까?를’이 나왔다."),
    Case("왜 그랬을까?그는 답하지 않았다. 어디로 갔나?아무도 모른다."),
    Case("李 대통령은 雲峴宮과 元曉路를 지나 日·中 회담에 갔다."),
    Case("“Spaß”와 “Beyoncé”, 3×“4”, À la carte…"),
    Case("차례···· 3쪽. 온도는 20°C±1°C, 값은 ½·¼이다. «인용» §3 ¶2"),
    Case("태국어로 กุ้ง은 새우다. น้ำ은 물이다."),
    Case("⟦í•œêµ\xad⟧ 정부", fixed="한국 정부"),
    Case("그는 ⟦â€œ⟧간다⟦â€\x9d⟧고 했다. caf⟦Ã©⟧", fixed="그는 “간다”고 했다. café"),
    Case("⟦ํŒจ์…˜⟧ 업계", fixed="패션 업계"),
    Case("⟦湲곗궗⟧", fixed="기사"),
    Case("⟦占쏙옙占쏙옙⟧ 정부는 ⟦\ufffd\ufffd⟧ 발표했다."),
    Case("⟦¾È³çÇÏ¼¼¿ä⟧ 여러분", fixed="안녕하세요 여러분"),
    Case("확진자 두⟦?⟧달⟦?⟧만에⟦?⟧최저", fixed="확진자 두 달 만에 최저"),
    Case("짐바브웨 ⟦äôs⟧ 정부"),
)

RULE = Rule(
    "MRK004",
    "mojibake",
    "linguistic-conventions/character-encoding",
    "major",
    check,
    CASES,
    KO,
    scope="document",
    confidence=0.95,
)
