"""Bold type or a link begins or ends in the wrong place.

Older engines translate the words of a sentence and put the markup back by position. Korean has another word order, so the bold
type slides off the name of a button onto a particle or the verb (``저장을 **클릭합니다.**``), and a link swallows half a phrase and
the full stop.

Not reported: names, labels and lead-ins in bold, whole sentences in bold or as a link, single words that somebody stresses, a
particle inside bold type or a link (people write that too) unless the document has shifted marks that nobody writes.

Source: CommonMark, sections "Emphasis" and "Links"; taxonomy of machine-translated Korean, "markup, entity, placeholder".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.document import Mark, Span
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView, SegmentView

KO = """굵은 글씨나 링크의 경계가 어긋났다.
번역기가 표시를 자리 번호로 되살리면 어순이 다른 우리말에서는 단추 이름이 아니라 조사나 서술어가 굵어지고(‘저장을 **클릭합니다.**’), 링크가 구의 절반과 마침표를 삼킨다."""

_KINDS = frozenset({"strong", "emphasis", "link"})
_WITH_MARKS = frozenset({"markdown", "html"})
"""Formats that mark words; elsewhere the marks of Markdown are residue."""
_LONGEST = 300
"""Characters of the longest mark that is looked at: what is longer is a paragraph."""
_ACT = "(?:클릭|선택|입력|검색|누르|눌러|탭|체크|참조|참고|로그인|이동)"


@cache
def _text_marks() -> re.Pattern[str]:
    return re.compile(r"\*\*([^*\n]{1,200})\*\*|(?<!!)\[([^\[\]\n]{1,200})\]\([^\s()]{1,500}\)")


@cache
def _markup() -> re.Pattern[str]:
    return re.compile(r"\*\*|__|\]\([^\s()]*\)|[\[`]|</?[A-Za-z][^<>]{0,2000}>")


@cache
def _particle_first() -> re.Pattern[str]:
    return re.compile(r" ?(?:을|를|는|에서|으로|에게|부터|까지) ")


@cache
def _detached() -> re.Pattern[str]:
    return re.compile(r"[가-힣A-Za-z0-9)] (?:을|를|은|는) " + _ACT)


@cache
def _cut_clause() -> re.Pattern[str]:
    return re.compile(rf"(?:을|를|에|에서|로) {_ACT}(?:하여|하고|한|할|하면|해|고)$")


@cache
def _bare_act() -> re.Pattern[str]:
    return re.compile(rf"^{_ACT}(?:합니다|하세요|하십시오|한다|하여|하고|하면|르세요|릅니다|르십시오)\.?$")


@cache
def _bare_predicate() -> re.Pattern[str]:
    return re.compile(r"^(?:[가-힣]{1,6}(?:합니다|하세요|하십시오|십시오|세요|됩니다)|[가-힣]{0,5}[있없]습니다|수 [있없]습니다)\.$")


@cache
def _full_stop() -> re.Pattern[str]:
    return re.compile(r"(?:니다|세요|시오)\.$")


@cache
def _object() -> re.Pattern[str]:
    return re.compile(r"[가-힣A-Za-z0-9)](?:을|를|에서|에|으로|로)$")


@cache
def _next_word() -> re.Pattern[str]:
    return re.compile(
        r"(?!에서|에게|에는|에도|으로|까지|부터|이라|입니다|이다|이며|이고|보다|처럼|만큼|라고|라는|하는|하고|하여|하면|했|합|한다|들|만|도|조차|마저|뿐|와|과|의)[가-힣]{2,}"
    )


def _strong(kind: str, before: str, inner: str, after: str) -> bool:
    """Borders that nobody sets by hand."""
    if _particle_first().match(inner) and before.rstrip()[-1:].isalnum():
        return True
    started = bool(before.strip()) and before.rstrip()[-1] not in ".!?:…|"
    for opening, closing in ("()", "[]"):
        if inner.count(opening) != inner.count(closing) and (
            closing in after if inner.count(opening) > inner.count(closing) else opening in before
        ):
            return True
    if inner.count('"') % 2 and (before.count('"') + after.count('"')) % 2:
        return True
    if re.search(r"[^\s>] ?>\s*$", inner) and re.match(r"\s*[가-힣]", after):
        return True
    if re.search(r"(?:에서|으로|을|를)$", inner) and re.match(r"\s?>", after):
        return True
    if started and _detached().search(inner):
        return True
    if started and _cut_clause().search(inner.rstrip()) and re.match(r"\s+[가-힣]", after):
        return True
    if _object().search(before.rstrip()) and (
        _bare_act().match(inner.strip()) if kind != "link" else _bare_predicate().match(inner.strip())
    ):
        return True
    if kind == "link" and started and re.fullmatch(r"(?:수 )?[있없]습니다\.", inner.strip()):
        return True
    if kind == "link" and _object().search(inner) and _next_word().match(after):
        return True
    return bool(
        re.search(r"[가-힣](?: [^ ]+){2,}$", inner)
        and re.search(r"[할될볼을]$", inner)
        and re.match(r" 수 [있없]", after)
        and not started
    )


def _weak(kind: str, before: str, inner: str, after: str) -> bool:
    """Borders that people set too, but seldom."""
    started = bool(before.strip()) and before.rstrip()[-1] not in ".!?:…|"
    if kind == "link":
        return bool(
            (started and _full_stop().search(inner))
            or (re.search("[가-힣A-Za-z0-9]$", inner) and _next_word().match(after) and re.match("[가-힣]{3,}", after))
            or (
                re.search(r"[가-힣A-Za-z0-9)](?:을|를|의|은|는|에서|에는|에|하여|하는)$", inner)
                and re.match(r" [가-힣A-Za-z]", after)
            )
        )
    return bool(
        (_object().search(inner) and re.match(rf" (?:[가-힣]+[을를] )?{_ACT}", after))
        or (started and re.search(rf"(?:을|를) (?:{_ACT}하고 )?{_ACT}[가-힣]*\.?$", inner))
        or (re.search(r"[할될볼을는]$", inner) and re.match(r" 수 [있없]", after))
        or _bare_act().match(inner.strip())
    )


def check(view: DocumentView) -> Iterator[Hit]:
    plain = view.document.format not in _WITH_MARKS
    text = view.document.text
    if plain and "**" not in text and "](" not in text and not any(segment.marks for segment in view.segments):
        return
    weak: list[tuple[SegmentView, Mark]] = []
    strong = 0
    for segment in view.segments:
        raw = segment.segment.target
        if segment.kind == "code" or not (segment.marks or (plain and ("**" in raw or "](" in raw))):
            continue
        for mark in _marks(segment):
            if mark.kind not in _KINDS or mark.inner.end - mark.inner.start > _LONGEST:
                continue
            inner = _markup().sub("", raw[mark.inner.start : mark.inner.end])
            before = _markup().sub("", raw[max(0, mark.outer.start - 160) : mark.outer.start])
            after = _markup().sub("", raw[mark.outer.end : mark.outer.end + 160])
            if not inner.strip() or not (before.strip() or after.strip()) or not re.search("[가-힣]", before + inner + after):
                continue
            if _strong(mark.kind, before, inner, after):
                strong += 1
                yield _hit(segment, mark, None)
            elif _weak(mark.kind, before, inner, after):
                weak.append((segment, mark))
    if strong:
        for segment, mark in weak:
            yield _hit(segment, mark, 0.6)


def _marks(segment: SegmentView) -> Iterator[Mark]:
    """The marks that the reader found, or, where they mean nothing, those that were left in the text."""
    if segment.marks:
        yield from segment.marks
    elif segment.document.document.format not in _WITH_MARKS:
        raw = segment.segment.target
        if "**" in raw or "](" in raw:
            for m in _text_marks().finditer(raw):
                group = 1 if m[1] is not None else 2
                yield Mark("strong" if group == 1 else "link", Span(*m.span()), Span(*m.span(group)))


def _hit(segment: SegmentView, mark: Mark, confidence: float | None) -> Hit:
    link = mark.kind == "link"
    end = min(mark.inner.end + 1, mark.outer.end) if link else mark.outer.end
    return segment.hit_raw(
        mark.outer.start,
        end,
        f"{'this link' if link else 'the bold type'} begins or ends in the wrong place",
        f"{'링크' if link else '굵은 글씨'}의 시작이나 끝이 어긋났다",
        confidence=confidence,
    )


CASES = (
    Case("**저장**을 클릭합니다. **참고:** [문서](https://a.kr)를 참조하세요.", format="markdown"),
    Case("**데이터를** 모으는 일이 **가장 중요합니다.** 절대 **하지 마세요.**", format="markdown"),
    Case("**설정을 바꾸려면 관리자 권한이 필요합니다.** [설치 안내를 읽어 보세요.](https://a.kr)", format="markdown"),
    Case("자세한 내용은 [설치 문서를 참고하세요.](https://a.kr) **왜 그럴까요?**", format="markdown"),
    Case(
        "[위키백과](https://a.kr)에서 [이 글](https://b.kr)을 읽었다. **+ 만들기**를 선택합니다. **파일** > **저장**",
        format="markdown",
    ),
    Case("새 이름을 입력한 다음 저장을 ⟦**클릭합니다.**⟧ 사용자 ⟦**속성을**⟧ 클릭합니다.", format="markdown"),
    Case("이름 추가 ⟦**를 클릭합니다.**⟧", format="markdown"),
    Case("사용자 ⟦**계정을 클릭한**⟧ 다음 계정 ⟦**유형 변경 을 클릭합니다.**⟧", format="markdown"),
    Case("이 문서를 ⟦[참조하세요.]⟧(https://a.kr) 이름을 바꾸는 ⟦[방법을 참조합니다.]⟧(https://a.kr)", format="markdown"),
    Case("자세한 내용은 ⟦[Azure AD를]⟧(https://a.kr)구성하는 글을 보라.", format="markdown"),
    Case("⟦**조직이 앱을 소유하는 경우(응용**⟧ 프로그램 등록이 있는 경우)", format="markdown"),
)

RULE = Rule(
    "MRK006",
    "shifted-markup",
    "design-and-markup/markup-tag",
    "minor",
    check,
    CASES,
    KO,
    scope="document",
    languages=("ko",),
    confidence=0.8,
)
