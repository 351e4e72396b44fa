"""One instruction in several styles: 참조하세요, 참조하십시오 and 참조합니다 in one document.

A machine decides sentence by sentence how to render an English imperative; a style guide decides once.

Not reported: different verbs in different styles; statements (서버가 값을 반환합니다: a sentence with a subject); documents in which
one style is as common as the other and the verb occurs only twice. All of it is advice (neutral): every style is correct.

Source: taxonomy of machine-translated Korean, "instruction style"; guides of Korean software documentation ask for one style.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from mtaudit.document import Kind
from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import DocumentView, SegmentView

KO = """같은 동작을 여러 문체로 지시한다.
‘참조하세요’, ‘참조하십시오’, ‘참조합니다’처럼 한 문서 안에서 지시문의 문체가 갈린다. 어느 것이나 맞지만 하나로 통일하는 것이 좋다."""

_STYLES = {"하세요": "하세요", "하십시오": "하십시오", "합니다": "합니다", "하시오": "하시오", "하시기 바랍니다": "하시기 바랍니다", "해 주세요": "해 주세요", "해주세요": "해 주세요",
           "해 주십시오": "해 주십시오", "해주십시오": "해 주십시오"}  # fmt: skip

_KINDS: tuple[Kind, ...] = ("body", "item", "cell")


class _Order(NamedTuple):
    view: SegmentView
    start: int
    end: int
    root: str
    style: str


@cache
def _pattern() -> re.Pattern[str]:
    """The end of an instruction, with what is before it in its sentence."""
    return re.compile(
        "(?:하(?:세요|십시오|시오|시기 바랍니다)|합니다|해 ?주(?:세요|십시오))"
        r"(?=[\])*\"'”’]{0,3}(?:[.!]|\s*$))"
    )


@cache
def _verbs() -> frozenset[str]:
    """What software and manuals tell their readers to do."""
    return frozenset(
        "참조 참고 클릭 선택 입력 확인 사용 검토 설정 실행 설치 저장 삭제 추가 변경 이동 문의 복사 다운로드 업로드 업데이트 등록 제출 방문 검색 시작 종료 로그인 로그아웃 활성화 비활성화"
        " 구성 연결 해제 생성 작성 수정 편집 제거 적용 취소 닫기 준비 점검 주의 유의 기억 고려 수행 완료 테스트 검사 탭 터치 드래그 더블클릭 지정 조정 전환 복원 백업 재시작 새로고침".split()
    )


def _orders(view: DocumentView) -> list[_Order]:
    """All orders; none where 합니다 is the only style, which the anchors say of most texts."""
    asked = [segment for segment in view.anchored.get("instruction-style", ()) if segment.kind in _KINDS]
    if all(order.style == "합니다" for order in _found(asked)):
        return []
    ids = set(map(id, asked))
    return _found([segment for segment in view.of_kind(*_KINDS) if id(segment) in ids or "합니다" in segment.text])


def _found(segments: list[SegmentView]) -> list[_Order]:
    out: list[_Order] = []
    for segment in segments:
        text = segment.text
        for m in _pattern().finditer(text):
            at = m.start()
            first = at
            while first and "가" <= text[first - 1] <= "힣":
                first -= 1
            root = text[first:at]
            style = _STYLES[m[0]]
            if root in _verbs() and (style != "합니다" or not _is_statement(text, first)):
                out.append(_Order(segment, first, m.end(), root, style))
    return out


def _is_statement(text: str, first: int) -> bool:
    """Whether somebody else does it: a subject before the verb in its sentence, or no object at all."""
    full_stop = text.rfind(". ", max(0, first - 160), first)
    before = text[full_stop + 2 if full_stop >= 0 else max(0, first - 160) : first]
    return _subject().search(before) is not None or re.search(r"[을를]\s", before) is None


@cache
def _subject() -> re.Pattern[str]:
    """A subject, or a topic that is no heading of a reference (자세한 내용은 …)."""
    return re.compile(r"[\w)](?:이|가)\s|(?<!내용)(?<!정보)(?<!방법)(?<!사항)(?<!설명)(?:은|는)\s")


def check(view: DocumentView) -> Iterator[Hit]:
    orders = _orders(view)
    by_root: dict[str, Counter[str]] = {}
    for order in orders:
        by_root.setdefault(order.root, Counter())[order.style] += 1
    overall = Counter(order.style for order in orders)
    for order in orders:
        styles = by_root[order.root]
        if len(styles) < 2:
            continue
        best = max(styles, key=lambda s: (styles[s], overall[s], s))
        if order.style != best and sum(styles.values()) + overall[best] > 3:
            yield order.view.hit(
                order.start,
                order.end,
                f"this instruction is {order.root}{order.style}, elsewhere it is {order.root}{best}",
                f"지시문이 다른 곳에서는 ‘{order.root}{best}’이다",
                fix=order.root + best,
            )


CASES = (
    Case("자세한 내용은 설명서를 참조하세요.\n\n값을 입력하십시오.\n\n[저장]을 클릭합니다.\n\n오류는 기록을 확인하세요."),
    Case("자세한 내용은 설명서를 참조하세요.\n\n이 모듈은 다른 모듈을 참조합니다.\n\n도움말을 참조하세요.\n\n목록을 참조하세요."),
    Case(
        "자세한 내용은 설명서를 참조하세요.\n\n제한은 이 표를 참조하세요.\n\n값은 목록을 ⟦참조하십시오⟧.\n\n복구 방법은 도움말을 ⟦참조합니다⟧.",
        fixed="자세한 내용은 설명서를 참조하세요.\n\n제한은 이 표를 참조하세요.\n\n값은 목록을 참조하세요.\n\n복구 방법은 도움말을 참조하세요.",
    ),
)

RULE = Rule(
    "REG002", "instruction-style", "style/inconsistent-style", "neutral", check, CASES, KO, scope="document", languages=("ko",),
    anchors=("하세요", "하십시오", "하시오", "바랍니다", "주세요", "주십시오"), confidence=0.6,
)  # fmt: skip
