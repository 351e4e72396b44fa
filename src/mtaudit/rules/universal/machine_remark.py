"""The machine speaks itself, or its prompt stayed in the text.

A language model that is asked for a translation often answers as in a conversation: it announces the translation, offers more
help, or refuses. What belongs to the prompt or to the model's vocabulary (``<|im_end|>``, ``▁``, ``@@``) must never be printed.

Not reported: an honest notice that a text was translated by machine (advice only where it names nothing else), the credit of a
translator (번역: 홍길동), a headline that marks a translated article ([번역] …), remarks inside quotation marks.

Source: formats of chat prompts (ChatML, Llama), SentencePiece, Moses and subword-nmt; taxonomy of machine-translated Korean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtaudit.report import Hit
from mtaudit.rules import Case, Rule
from mtaudit.rules.universal._asides import BRACKETS, asides, inside
from mtaudit.view import SegmentView

KO = """번역기나 언어 모델이 한 말이 본문에 섞였다.
번역을 시키면 언어 모델은 ‘다음은 번역입니다’처럼 대화하듯 답하기도 하고, 지시문이나 모델 내부의 기호(‘<|im_end|>’, ‘▁’)가 남기도 한다."""


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(
        r"<\|[a-z_/]{2,30}\|>|\[/?INST\]|<</?SYS>>|</?s>(?![a-z])|<(?:unk|pad|eos|bos|mask)>|\[(?:UNK|PAD|MASK|SEP|CLS)\]|[▁⁇]+|@-@|@@(?= )"
    )


@cache
def _openings() -> re.Pattern[str]:
    """Remarks that fill a sentence or a line of their own, from its beginning."""
    text = r"(?:텍스트|글|문장|내용|문서|기사|본문|원문|단락|게시물)"
    target = r"(?:한국어|한글|국문|우리말|영어|영문|일본어|중국어|베트남어|러시아어)"
    return re.compile(
        # 다음은 (요청하신 / 제공된 텍스트의 / 한국어) 번역(문)입니다:
        rf"(?:물론(?:입니다|이죠|이에요)?|네|예|알겠습니다|좋습니다)[!.,] {{0,2}}(?:다음은|아래는|여기|번역|요청하신|해당)[^\n]{{0,60}}번역[^\n]{{0,30}}$"
        rf"|(?:다음은|아래는|이는|여기) (?:[가-힣]{{1,8}} ){{0,4}}(?:{target}|자연스러운|요청하신|제공(?:된|하신)|주어진|해당|입력된) ?(?:[가-힣]{{1,8}} ){{0,4}}?번역(?:본|문|\s결과|한 {text}|된 {text})?(?:은 다음과 같)?(?:입니다|이에요|예요|습니다|있습니다)[.:!]?$"
        rf"|(?:{target} )?번역(?:된)? ?(?:결과|문|본|{text})(?:은 다음과 같습니다)? ?[::.](?=\s|$)"
        rf"|(?:#{{2,4}} ?|# )(?:{target} )?(?:번역|번역문|원문|번역 결과|지시 ?사항|응답|답변|입력|출력|Translation|Instruction|Response|Input|Output|Source|Target)(?= *:? *(?:\n|$))"
        rf"|\[(?:번역|번역 결과|번역문|번역 시작|번역 끝|Translation)\] ?:?$"
        rf"|(?:제공(?:된|하신)|주어진|입력(?:된|하신)) {text}[^\n]{{0,40}}번역[^\n]{{0,40}}(?:습니다|입니다|주세요|주십시오)[.:!]?$"
        rf"|(?:요청하신 대로[^\n]{{0,20}} )?번역해 ?(?:드리겠습니다|드릴게요|드렸습니다|보겠습니다)[.:!]?"
        rf"|번역할 {text}(?:이|가|을|를|은|는)[^\n]{{0,30}}(?:주세요|주십시오|없습니다|않았습니다)"
        rf"|(?:죄송하지만|죄송합니다)[^\n]{{0,60}}번역[^\n]{{0,20}}(?:수 없습니다|못했습니다|어렵습니다)"
        rf"|(?:추가로|더|다른) [^\n]{{0,20}}번역[^\n]{{0,30}}(?:말씀해|알려|문의해|요청해) ?(?:주세요|주십시오)"
        rf"|이 번역이 도움이 [^\n]{{0,30}}[.!]"
        rf"|\(?(?:역자|번역자|옮긴이)? ?주: ?(?:AI|인공지능|기계|자동) ?번역[^\n]{{0,80}}"
        r"|(?:저는 )?(?:AI|인공지능)(?: 언어)? ?(?:모델|어시스턴트|비서)(?:로서|이므로|이기 때문에)[^\n]{0,60}(?:저는|제가|저의|드릴 수|도와드|답변할 수|제공할 수)[^\n]{0,60}"
        r"|(?:Sure|Certainly|Of course|Okay)[!,.]? ?(?:[Hh]ere(?:'|’)?s?[^\n]{0,60}|$)"
        r"|[Hh]ere(?:'s|’s| is)(?: (?:the|your|a))?(?: [A-Za-z]+){0,3} translat(?:ion|ed)[^\n]{0,60}"
        r"|(?:Korean |English )?(?:Translation|Translated text|Translated version) ?:"
        r"|(?:Translated (?:by|with|from)|Translation by) (?:Google|DeepL|ChatGPT|GPT|Papago|Microsoft|AI|machine)[^\n]{0,60}"
        r"|As an? (?:AI|artificial intelligence)(?: language)? (?:model|assistant)[^\n]{0,80}"
        r"|I(?:'m| am) sorry, (?:but )?I can(?:not|'t|’t)[^\n]{0,80}|I can(?:not|'t|’t) translate[^\n]{0,80}"
        r"|(?:Note: )?(?:This|The) translation (?:is|was|may|has|keeps|maintains|preserves)[^\n]{0,80}"
        r"|(?:Let me know|Please let me know) if you(?:'d| would| need| have)[^\n]{0,80}"
    )


@cache
def _notice() -> re.Pattern[str]:
    return re.compile(
        r"\(?(?:기계|자동|AI|인공지능) ?번역(?:됨|됐음|되었음|본|한 글|된 (?:글|문서|기사|내용|페이지))(?:입니다)?\.?\)?"
    )


def check(view: SegmentView) -> Iterator[Hit]:
    text = view.text
    for m in _tokens().finditer(text):
        yield view.hit(
            *m.span(),
            f"{m[0]} belongs to the model, not to the text",
            f"{m[0]} 표시는 번역 모델이 쓰는 기호이므로 지운다",
            fix="",
            severity="major",
        )
    spans: list[tuple[int, int]] | None = None
    for start, end, sentence in [(0, len(text), text), *view.sentences]:
        lead = len(sentence) - len(sentence.lstrip(" \t*_\"'"))
        said = _openings().match(sentence.rstrip(), lead)
        if said is None:
            continue
        if said[0].rstrip(" :：.").endswith(("번역문", "번역본", "번역")) and "원문" in view.document.prose:
            continue  # a text and its translation side by side
        spans = asides(text) if spans is None else spans
        aside = inside(spans, start + lead, start + said.end())
        if aside is not None and text[aside[0]] not in BRACKETS:
            continue
        yield view.hit(
            start + lead,
            start + said.end(),
            "this is a remark of the machine, not part of the text",
            "본문이 아니라 번역기나 언어 모델이 한 말이다",
        )
        if start == 0 and end == len(text):
            return
    notice = _notice().fullmatch(text.strip())
    if notice:
        at = text.index(notice[0])
        yield view.hit(
            at,
            at + len(notice[0]),
            "a notice of machine translation",
            "기계 번역임을 알리는 문구이다",
            severity="neutral",
            confidence=0.6,
        )


CASES = (
    Case("번역: 홍길동 #번역 #영어"),
    Case("[번역] 자바스크립트의 오늘과 내일"),
    Case("이 글은 지난해 나온 책을 번역한 것입니다. 번역 결과가 좋았다."),
    Case("원문: I go.\n번역문: 나는 간다."),
    Case("AI 언어 모델로서 지피티는 널리 쓰인다."),
    Case("다음은 대통령 연설의 전문입니다."),
    Case("그는 “다음은 요청하신 번역입니다:”라는 답을 받았다."),
    Case("이 문서는 AI 번역 서비스를 사용하여 번역되었습니다. 자동 번역에는 오류가 있을 수 있습니다."),
    Case("⟦다음은 요청하신 한국어 번역입니다:⟧"),
    Case("⟦물론입니다! 다음은 기사를 번역한 내용입니다.⟧"),
    Case("⟦번역 결과:⟧ 정부는 13일 발표했다."),
    Case("⟦Here is the Korean translation of the article:⟧"),
    Case("정부는 13일 발표했다.⟦<|im_end|>⟧", fixed="정부는 13일 발표했다."),
    Case("⟦### 번역⟧\n정부는 ⟦▁⟧13일 발표했다."),
    Case("⟦AI 언어 모델로서 저는 의견을 말할 수 없습니다.⟧"),
    Case("⟦(역자 주: AI 번역이 다듬은 문장임)⟧"),
)

RULE = Rule(
    "MRK005",
    "machine-remark",
    "accuracy/addition",
    "major",
    check,
    CASES,
    KO,
    anchors=(
        "번역", "모델로서", "모델이", "비서로서", "비서이", "어시스턴트", "###", "<|", "[INST", "[/INST", "<<", "<s>", "</s>", "<unk", "<pad", "<eos", "<bos", "<mask",
        "[UNK", "[PAD", "[MASK", "[SEP", "[CLS", "▁", "⁇", "@-@", "@@ ", "ranslat", "Sure", "Certainly", "Of course", "Okay",
        "As an AI", "As a AI", "As an art", "sorry", "et me know",
    ),
    confidence=0.95,
)  # fmt: skip
