"""One word cut into pieces by spaces: 사용 하 여, 에 대 한, 고객에 게, 테 넌 트.

Older engines wrote a space between the units they translated with, and a unit could end in the middle of a word: before
an ending, inside a particle, or after every syllable of a loanword.

Not reported: spaces between whole words, where people differ (할수 있다, 지금 까지, 요청 하는); syllables that are words
(한 대 한 대, 그 한 사람, 떠난 지 만 하루, 안 할 수 없다); nouns in 하 before the late somebody (이하 고 김 씨);
letters that a designer spaced out (목 차) or a name (홍 길 동).

Source: taxonomy of machine-translated Korean, "spacing": 134 in 1,000 sentences of one engine, none in 36,000 of people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.languages.ko import hangul
from mtaudit.report import Hit
from mtaudit.rules import PROSE, Case, Rule
from mtaudit.view import DocumentView, SegmentView

KO = """한 낱말이 띄어쓰기로 쪼개졌다.
옛 번역 엔진이 번역 단위 사이에 빈칸을 넣은 자국이다. ‘사용 하 여’는 ‘사용하여’로, ‘테 넌 트’는 ‘테넌트’로 붙여 쓴다."""

_NOUNS_IN_HA = frozenset(
    (
        "이하",
        "지하",
        "산하",
        "전하",
        "인하",
        "부하",
        "신하",
        "귀하",
        "휘하",
        "폐하",
        "저하",
        "강하",
        "투하",
        "낙하",
        "치하",
        "비하",
        "영하",
        "수하",
        "각하",
        "슬하",
        "막하",
        "시하",
        "예하",
    )
)
"""Nouns after which 고 (the late) or 면 may be a word."""

_CUTS: dict[str, str] = {
    "하 여": r"하( )여(?:서|야|도)?",
    "하 고": r"하( )고",
    "하 는": r"하( )는(?:데|지)?",
    "하 며": r"하( )며",
    "하 면": r"하( )면(?:서)?",
    "하 지 만": r"하( )지( )만",
    "하 십시오": r"하( )십시오",
    "하 세요": r"하( )세요",
    "하 려": r"하( )려(?:면|고|는)",
    "하 도록": r"하( )도록",
    "하 거나": r"하( )거나",
    "되 어": r"(?<![한두몇세네])(?:(?<=H)|(?<=H ))되( )어(?:서|야)?",
    "되 는": r"(?:(?<=H)|(?<=H ))되( )는",
    "되 며": r"되( )며",
    "대 한": r"(?<=에 )대( )한",
    "대 해": r"(?<=에 )대( )해(?:서)?",
    "대 하": r"(?<=에 )대( )하(?: ?여)",
    "위 한": r"(?<=[을를] )위( )한",
    "위 해": r"(?<=[을를] )위( )해(?:서)?",
    "위 하": r"(?<=[을를] )위( )하(?: ?여)",
    "통 해": r"(?<=[을를] )통( )해(?:서)?",
    "통 하": r"(?<=[을를] )통( )하(?: ?여)",
    "의 해": r"(?<=에 )의( )해(?:서)?",
    "따 라": r"(?<=에 )따( )라(?:서)?",
    "에 게": r"(?<=H)에( )게(?:는|도|서|만)?",
    "까 지": r"(?<=H)까( )지(?:는|도|의|만)?",
    "부 터": r"(?<=H)부( )터(?:는|의)?",
    "으 로": r"(?<=H)으( )로(?:부터|서|써|는|도)?",
    "기 때 문": r"기 때( )문(?:에|이다|입니다)",
    " 니다": r"(?<=H)( )니다",
    " 습니다": r"(?<=H)( )습니다",
    " 었습니다": r"(?<=H)( )었습니다",
    " 렸습니다": r"(?<=H)( )렸습니다",
    " 겠습니다": r"(?<=H)( )겠습니다",
    "지 만": r"(?<=[렸았었겠했됐였있없])지( )만",
    "그 러": r"(?<!H)그( )러(?:나|므로|면|한)",
    "그 리고": r"(?<!H)그( )리고",
}
"""A literal of each cut, and the pattern; the groups are the spaces too many, ``H`` a Hangul letter."""

_ONLY_IN_LOANWORDS = frozenset("트크프드브츠텐딩켓팅닝밍핑킹케페웨젝렉맵캡랩팝탭챗넷릿킷템럼렘뮤큐튜듀퓨슈쿠퀴퀘웹셜셋쳐")
"""Syllables that hardly ever are a word or a syllable of a native word."""
_WORDS = frozenset("새그한두세네각첫더안못잘또및등수것몇꼭왜할볼될좀알줄때")
"""Syllables that are words of their own: a run that holds one is hardly one word."""
_TAIL = r"(?:을|를|은|는|이|가|의|에|에서|에게|로|으로|와|과|도|만|까지|부터|입니다)?"


_MIDDLE = (
    "가거고그글기나너네노누느니닉다더덕데덴도돌드디딩라래랙러럭레렉로루류르리린마매머메멘모무뮤미밀바백버베벤보부브블비사새샌서세센셔소쇼수슈스시"
    "신실씨아안애액어언에엔엘오온와우워웨유이인일임자재저전제조주즈지차채처체추츠치카칼캐컨컬커케코콘쿠퀴크클키킹타태탠터테텐템토트티파판팔패퍼페포폰폼"
    "푸퓨프플피필하해핸허헤호화후휴히룸통널델랜론럼칸롬컴란롤림랫싱립링럴렛탈텔톨팩릭밸렌넌픽셉콜펜틴핑틸튜벨븐젤헨밍랍킨톡캠댄젠뷸딩턴던션슨튼섬랑"
)
"""Syllables inside loanwords: between blanks on both sides they may be part of one that was spelled out."""


_H = "[^\\W0-9A-Za-z_]"
"""A letter of Hangul, or of another script than Latin: much faster to compile than the range of the syllables."""


_LONG = 50_000
"""Code points of a document from which on a pattern for all literals is worth the time to compile it (2 ms)."""


@cache
def _any_literal() -> re.Pattern[str]:
    parts = [(literal, literal.partition(" ")[2]) for literal in _CUTS]
    first = "".join(dict.fromkeys(rest[0] for _, rest in parts))
    return re.compile(f" (?=[{first}])(?:{'|'.join(f'{rest}(?<={literal})' for literal, rest in parts)})")


@cache
def _cut(literal: str) -> re.Pattern[str]:
    return re.compile(f"(?:{_CUTS[literal]})(?!H)".replace("H", _H))


@cache
def _run() -> re.Pattern[str]:
    """Three syllables or more that each stand alone; the last may carry a particle."""
    return re.compile(f"H(?: H)+ H{_TAIL}(?!H)".replace("H", _H))


@cache
def _in_run() -> re.Pattern[str]:
    """Two syllables of such a run after its first; found fast, since the pattern begins with a blank."""
    return re.compile(f" H H(?<=H \\w \\w)(?<!HH \\w \\w){_TAIL}(?!H)".replace("H", _H))


@cache
def _long_word() -> re.Pattern[str]:
    return re.compile(_H + "{2,}")


def _is_loanword(word: str) -> bool:
    from mtaudit.languages.ko.loanwords import settled

    return word in settled()


def check(view: DocumentView) -> Iterator[Hit]:
    literal, pair = _any_literal() if len(view.document.text) > _LONG else None, _in_run()
    for segment in view.anchored[RULE.name]:
        text = segment.text
        if segment.kind in PROSE:
            if literal is None or literal.search(text):
                yield from _cuts(segment)
            if pair.search(text):
                for start, end in _spelled(text):
                    yield _hit(segment, start, end, text[start:end].replace(" ", ""))


def _cuts(view: SegmentView) -> Iterator[Hit]:
    text = view.text
    done: list[tuple[int, int]] = []
    for literal in _CUTS:
        if literal not in text:
            continue
        pattern = _cut(literal)
        for m in pattern.finditer(text):
            start, end = m.span()
            while start and "가" <= text[start - 1] <= "힣":
                start -= 1
            if (literal in ("하 고", "하 면") and text[start : m.start(1)] in _NOUNS_IN_HA) or any(
                s < end and start < e for s, e in done[-4:]
            ):
                continue
            done.append((start, end))
            gaps = {m.start(i) for i in range(1, pattern.groups + 1)}
            yield _hit(view, start, end, "".join(char for i, char in enumerate(text[start:end], start) if i not in gaps))


def _spelled(text: str) -> Iterator[tuple[int, int]]:
    """Spans of loanwords written syllable by syllable."""
    done = 0
    for found in _in_run().finditer(text):
        m = _run().match(text, found.start() - 1) if found.start() >= done else None
        if m is None or not all(map(hangul.is_syllable, m[0].replace(" ", ""))):
            continue
        done = m.end()
        around = text[max(0, m.start() - 100) : m.start()] + text[m.end() : m.end() + 100]
        words = len(_long_word().findall(around))
        pieces = m[0].split(" ")[:40]
        first = 0
        while words and first <= len(pieces) - 3:
            size = _longest(pieces[first:], words > 1)
            if size:
                start = m.start() + 2 * first
                yield start, start + len(" ".join(pieces[first : first + size]))
            first += size or 1


def _longest(pieces: list[str], guess: bool) -> int:
    """How many of the ``pieces`` from the first on are one loanword; 0 for none. ``guess`` by its syllables too."""
    word = "".join(piece[0] for piece in pieces)
    for size in range(min(len(pieces), 8), 2, -1):
        if _is_loanword(word[:size]):
            return size
    foreign = sum(syllable in _ONLY_IN_LOANWORDS for syllable in word)
    return len(pieces) if guess and len(word) < 7 and foreign * 3 >= len(word) and not _WORDS & set(word) else 0


def _hit(view: SegmentView, start: int, end: int, fixed: str) -> Hit:
    return view.hit(
        start, end, f"one word is cut in pieces: write ‘{fixed}’", f"한 낱말이 쪼개졌다: ‘{fixed}’", fix=fixed, safe=True
    )


CASES = (
    Case("한 대 한 대 살펴보는 그 한 사람이 두 시간 까지 기다린 지 만 하루가 지났다."),
    Case("안 할 수 없어 너 나 할 것 없이 한 번 더 해 보는 그 때 그 곳을 찾았다."),
    Case("길에 서 있는 이하 고 김 씨는 지하 면 단위 시설을 보았다."),
    Case("목 차"),
    Case("기자 홍 길 동 씨가 사무실에서 말했다."),
    Case(
        "도구를 사용 ⟦하 여⟧ 제품에 ⟦대 한⟧ 정보를 ⟦고객에 게⟧ 보냅니다.",
        fixed="도구를 사용 하여 제품에 대한 정보를 고객에게 보냅니다.",
    ),
    Case("도구를 ⟦사용하 여⟧ 31⟦일까 지⟧ 보내 ⟦드립 니다⟧.", fixed="도구를 사용하여 31일까지 보내 드립니다."),
    Case(
        "관리자는 새 ⟦테 넌 트⟧를 만들고 ⟦온 보 딩을⟧ 마칩니다.".replace("트⟧를", "트를⟧"),
        fixed="관리자는 새 테넌트를 만들고 온보딩을 마칩니다.",
    ),
    Case("여러분의 ⟦시 스 템에⟧ 있는 파일을 모두 살펴보십시오.", fixed="여러분의 시스템에 있는 파일을 모두 살펴보십시오."),
)

RULE = Rule(
    "SPC001",
    "split-word",
    "linguistic-conventions/whitespace",
    "minor",
    check,
    CASES,
    KO,
    scope="document",
    anchors=(*_CUTS, *(f" {syllable} " for syllable in _MIDDLE)),
    languages=("ko",),
    confidence=0.95,
)
