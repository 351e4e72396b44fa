"""Two words say the same thing.

The machine translates both words of a pair that Korean says in one: ``거의 25% 가까이``, ``만들거나 또는``, ``작은지 아니면 큰지
여부``, ``필요한 필수 조건``.

Not reported: 약 … 정도 and a plain -는지 여부, which are ordinary Korean; 매주 …마다; 친구의 친구. Advice only: people write
such things too.

Source: taxonomy of machine-translated Korean, "redundancy"; about 3 per 1,000 sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.view import SegmentView

KO = """뜻이 같은 말을 겹쳐 썼다.
‘거의 25% 가까이’, ‘만들거나 또는’, ‘필요한 필수 조건’처럼 한쪽만으로 충분하다. 사람도 흔히 쓰므로 조언으로만 알린다."""


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"거의 (?:[\d,.]+[^\s\d]*|[가-힣]{1,4}) 가까이"
        r"|(?<=[가-힣])거나 또는 "
        r"|[가-힣]+지 (?:아니면|또는|혹은) [가-힣]+지 여부"
        r"|필요한 필수[가-힣]*|필수적으로 필요한|꼭 필요한 필수[가-힣]*"
        r"|사전에 미리|미리 사전에|서로 상호|상호 서로|다시 재(?:시작|개|부팅|시도|확인)[가-힣]*|함께 동반[가-힣]*|가장 최(?:고|초|신|대|소|적)[가-힣]*"
        r"|과반수 이상"
    )


def check(view: SegmentView) -> Iterator[Hit]:
    for m in _pattern().finditer(view.text):
        said = m[0].rstrip()
        yield view.hit(m.start(), m.start() + len(said), f"“{said}” says the same thing twice", f"‘{said}’ 같은 뜻을 겹쳐 썼다")


CASES = (
    Case("약 10W 정도를 썼는지 여부를 조사한다. 친구의 친구를 만나 거의 다 왔다."),
    Case("값은 ⟦거의 25% 가까이⟧ 올랐고, 새로 만들⟦거나 또는⟧ 고친다."),
    Case("⟦작은지 아니면 큰지 여부⟧와 ⟦필요한 필수⟧ 조건을 본다."),
)

RULE = Rule(
    "STY003",
    "redundant-words",
    "style/awkward-style",
    "neutral",
    check,
    CASES,
    KO,
    anchors=(
        "거의 ", "거나 또는", "지 여부", "필요한 필수", "필수적으로 필요한", "사전에 미리", "미리 사전에", "서로 상호", "상호 서로", "다시 재", "함께 동반",
        "가장 최", "과반수 이상",
    ),
    languages=("ko",),
    confidence=0.6,
)  # fmt: skip
