"""A placeholder or a double particle was never filled in.

Software texts carry ``{0}``, ``%s`` or ``${name}``, and Korean ones ``을(를)``, because the word that comes before the particle is
not yet known. Engines trained on such texts write ``을(를)`` after plain words; content systems leave ``[ad_1]``, which the
machine then translates (``[광고_2]``).

Not reported: blanks that somebody is to fill in (``OOO은(는)``, ``{name}을(를)``, a particle set apart from a word as on a form),
text about grammar (‘을(를)’, ``-(으)로``), code, formulas, wiki links of Markdown. A shortcode of WordPress is advice: people leave
them as often as machines.

Source: ICU MessageFormat, Python and C format strings; taxonomy of machine-translated Korean, "markup, entity, placeholder".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import OPAQUE, SegmentView

KO = """빈칸을 채우지 않은 자리 표시자나 이중 조사가 남아 있다.
‘{0}’, ‘%s’ 같은 변수나 ‘을(를)’처럼 앞말을 모를 때 쓰는 조사를 번역기가 본문에 그대로 둔 것이다. ‘[광고_2]’는 게시 프로그램의 자리 표시자를 옮긴 것이다."""

_AFTER_FINAL = {
    "을(를)": "을를",
    "를(을)": "을를",
    "은(는)": "은는",
    "는(은)": "은는",
    "이(가)": "이가",
    "가(이)": "이가",
    "과(와)": "과와",
    "와(과)": "과와",
}
"""What follows a final consonant, then what follows a vowel."""
_BLANKS = frozenset("○●◯□■△▲◇◆_~…-—*×〇ㅇ}$%>")
_TAKEN_FORMATS = frozenset({"text", "markdown", "html", "docx", "hwpx", "srt", "vtt"})
"""Formats of running text. In resource files (PO, XLIFF, JSON …) a placeholder is where it belongs."""


@cache
def _particle() -> re.Pattern[str]:
    return re.compile(r"[을를은는이가과와]\([을를은는이가과와]\)|\(으\)로(?:서|써|부터)?|\(이\)(?=[라나며든여란])")


@cache
def _variable() -> re.Pattern[str]:
    return re.compile(
        r"\$\{[\w.\-]{1,60}\}|#\{[\w.\-]{1,60}\}|\{\{[^{}\n]{0,60}\}\}|\{%[^{}\n]{1,80}%\}"
        r"|(?<![\w^\\}{])\{(?:\d{1,2}|[A-Za-z][A-Za-z_.\-]{1,40}\d{0,2})\}(?!\})"
        r"|(?<![\w%])%(?:\d\$)?(?:s|d|@|ld|lu|\.\d+f)(?![A-Za-z])|(?<![\w$])\$[A-Z][A-Z_]{3,40}\$|(?<!\w)__[A-Z][A-Z0-9_]{1,40}__(?!\w)"
        r"|<(?:placeholder|[/]?(?:ph|bpt|ept|mrk)\b[^<>\n]{0,80}|[/]?[xg] id=[^<>\n]{0,60})/?>|<%=?[^<>%\n]{1,80}%>"
    )


@cache
def _system() -> re.Pattern[str]:
    return re.compile(r"\[(?:광고|배너|애드|삽입|Ads?|ADS?|ads?|banner|embed|widget|insert)_?\d{1,3}\]|\[\[[^\[\]\n]{0,80}\]\]")


@cache
def _shortcode() -> re.Pattern[str]:
    return re.compile(
        r"\[/?(?:caption|gallery|embed|audio|video|playlist|youtube|vimeo|vc_\w+|et_pb_\w+|su_\w+|fusion_\w+|contact-form(?:-7)?)"
        r"(?: [^\[\]\n]{0,300})?\]|\[[a-z][a-z0-9_\-]{1,30}(?: [a-z_\-]{1,30}=(?:\"[^\"\[\]\n]{0,200}\"|[\w.\-]{1,60})){1,12} ?/?\]"
    )


def check(view: SegmentView) -> Iterator[Hit]:
    if "(" in view.text:
        yield from _particles(view)
    if view.document.document.format not in _TAKEN_FORMATS:
        return
    text = view.text
    for m in _variable().finditer(text) if any(c in text for c in "{%$<_") else ():
        if view.document.document.format == "markdown" and m[0].startswith("__"):
            continue
        if not _spoken_of(text, *m.span()):
            yield view.hit(*m.span(), f"the placeholder {m[0]} was not filled in", f"자리 표시자 {m[0]}에 들어갈 말이 없다")
    if "[" in text:
        yield from _leftovers(view)
    if text.strip() in {"원천", "원천:"} and view.kind == "body":
        yield view.hit(
            0,
            len(text),
            "‘Source’ on a line of its own is 출처 in Korean",
            "출처를 밝히는 자리라면 ‘원천’이 아니라 ‘출처’로 쓴다",
            fix="출처",
        )


def _leftovers(view: SegmentView) -> Iterator[Hit]:
    text = view.text
    for m in _system().finditer(text):
        if m[0].startswith("[[") and (view.document.document.format == "markdown" or _headline_tag(m[0])):
            continue
        yield view.hit(
            *m.span(), f"{m[0]} is left over from the publishing system", f"게시 프로그램이 쓰는 {m[0]} 표시가 남아 있다", fix=""
        )
    for m in _shortcode().finditer(text):
        yield view.hit(
            *m.span(),
            "this shortcode of the publishing system is not meant for readers",
            "게시 프로그램의 단축 코드가 본문에 남아 있다",
            severity="neutral",
        )


def _headline_tag(text: str) -> bool:
    return re.fullmatch(r"\[\[[가-힣 ]{1,12}\]\]", text) is not None


def _spoken_of(text: str, start: int, end: int) -> bool:
    return start > 0 and text[start - 1 : start] + text[end : end + 1] in {"''", '""', "``", "‘’", "“”", "「」"}


def _particles(view: SegmentView) -> Iterator[Hit]:
    text = view.text
    for m in _particle().finditer(text):
        word = _before(text, m.start())
        if word.endswith(OPAQUE) and view.document.document.format not in _TAKEN_FORMATS:
            continue  # a variable of the software
        orphan = text[: m.start()].endswith(" ") and m[0].startswith("(으)로") and text[m.end() : m.end() + 1] == " "
        if not word and not orphan:
            continue
        right = "" if orphan else _right(word, m[0])
        yield view.hit(
            *m.span(),
            f"the double particle {m[0]} is for words that are not known yet" + (f"; write {right}" if right else ""),
            f"앞말이 정해졌으므로 이중 조사 ‘{m[0]}’ 대신 {f'‘{right}’(으)로' if right else '한 가지 조사로'} 쓴다"
            if word
            else f"‘{m[0]}’ 앞에 와야 할 말이 없다",
            fix=right or None,
            safe=True,
        )


def _before(text: str, start: int) -> str:
    """The word that the particle follows, or ``""`` where it follows none or a blank to be filled in."""
    head = text[max(0, start - 40) : start]
    head = re.sub(r"[*_]*(?:&[#\w]{1,10};)?[*_]*$", "", head)
    closing = head[-1:]
    if closing in {"'", '"', "’", "”", "」", "』", "》", "〉", ")", "]"}:
        head = head[:-1]
        if closing == "]" and re.search(r"\[[가-힣 ]{1,12}$", head):
            return ""  # [이름]은(는): a letter to be filled in
    last = head[-1:]
    if last == OPAQUE:
        return head
    return head if last.isalnum() and last not in _BLANKS and not re.search(r"(?:^|[^A-Za-z])[OXox]{2,4}$", head) else ""


def _right(word: str, particle: str) -> str:
    """The particle that fits, where the reading of the word is known."""
    from mtaudit.languages.ko import particles

    final = particles.final_sound(word)
    if final is None:
        return ""
    if particle in _AFTER_FINAL:
        return _AFTER_FINAL[particle][0 if final else 1]
    if particle.startswith("(으)로"):
        return ("으" if final and final != "ㄹ" else "") + particle[3:]
    return particle[1] if final else ""


CASES = (
    Case("성명 은(는) 한글로 적는다. OOO은(는) 갑이라 하고, ○○○을(를) 을이라 한다."),
    Case("조사 ‘을(를)’과 '-(으)로'의 쓰임을 배운다."),
    Case("[이름]은(는) 초대받았습니다. 50%는 찬성했다. 값은 $100이다."),
    Case("[[단독]] 정부가 발표했다."),
    Case("「제1조(목적)」와 표_1, [그림_1], [앵커], {가}를 보라."),
    Case("파이썬의 `%s`와 `{0}`은 자리 표시자다.", format="markdown"),
    Case("[[위키 문서]]를 보라.", format="markdown"),
    Case("Target⟦이(가)⟧ 규칙을 만든다."),
    Case("`app.py`⟦을(를)⟧ 열고 SDK⟦을(를)⟧ 쓴다.", format="markdown"),
    Case("파일⟦을(를)⟧ 열고 폴더⟦은(는)⟧ 닫은 뒤 서울⟦(으)로⟧ 간다.", fixed="파일을 열고 폴더는 닫은 뒤 서울로 간다."),
    Case("새 기능 그룹(베타)⟦을(를)⟧ 선택한다."),
    Case("위원장⟦(이)⟧라고 불렀다.", fixed="위원장이라고 불렀다."),
    Case("메뉴로 이동하거나 바로 ⟦(으)로⟧ 이동한다."),
    Case("⟦{0}⟧ 파일을 찾을 수 없고 ⟦%s⟧ 폴더도 없다. ⟦${name}⟧ 씨, ⟦{{ title }}⟧, ⟦$NAME$⟧, ⟦__VAR__⟧, ⟦<placeholder>⟧."),
    Case("⟦[광고_2]⟧\n⟦원천⟧", fixed="\n출처"),
    Case("⟦[ad_1]⟧ 본문 ⟦[[파일:1.png]]⟧"),
    Case('⟦[caption id="1" width="500"]⟧서울역⟦[/caption]⟧'),
)

RULE = Rule(
    "MRK002",
    "placeholder",
    "design-and-markup/markup-tag",
    "major",
    check,
    CASES,
    KO,
    anchors=(
        *(f"({c})" for c in "을를은는이가과와으"),
        "{", "[", "__", "<%", "<p", "</p", "<b", "</b", "<x ", "<g ", "</g", "<m", "<e", "</e", "</m", "</x",
        "%s", "%d", "%@", "%l", "%.", "$s", "$d", "$@", "$", "원천",
    ),
    confidence=0.95,
)  # fmt: skip
