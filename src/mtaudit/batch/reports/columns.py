"""The columns of the tables of documents and of findings, which CSV and XLSX share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from mtaudit.batch.figures import mqm_of
from mtaudit.report import SEVERITIES, SEVERITY_WORDS, Message, Severity

if TYPE_CHECKING:
    from mtaudit.batch.comparison import Change
    from mtaudit.batch.reports import Material

Value = str | int | float | None
VERDICTS = {"pass": Message("pass", "통과"), "fail": Message("fail", "불합격")}
CHANGES = {
    "new": Message("new", "새 지적"),
    "fixed": Message("fixed", "고침"),
    "unchanged": Message("unchanged", "그대로"),
    "added": Message("added", "추가된 문서"),
    "gone": Message("gone", "없어진 문서"),
}


class Column(NamedTuple):
    """``name`` is for programs, ``title`` for people; ``width`` in characters, ``format`` is that of a number, ``words`` what values are called."""

    name: str
    title: Message
    width: int = 12
    format: str = ""
    words: Mapping[str, Message] | None = None


def _severity(severity: Severity) -> Column:
    return Column(severity, SEVERITY_WORDS[severity], 9)


DOCUMENTS = (
    Column("path", Message("document", "문서"), 48),
    Column("score", Message("score", "점수"), 9, "0.0"),
    Column("verdict", Message("verdict", "판정"), 9, words=VERDICTS),
    *map(_severity, SEVERITIES),
    Column("words", Message("words", "어절"), 9, "#,##0"),
    Column("characters", Message("characters", "글자"), 10, "#,##0"),
    Column("lang", Message("language", "언어"), 9),
    Column("format", Message("format", "형식"), 10),
    Column("register", Message("speech levels", "문체"), 24),
    Column("title", Message("title", "제목"), 32),
    Column("outlet", Message("outlet", "매체"), 16),
    Column("author", Message("author", "작성자"), 16),
    Column("section", Message("section", "섹션"), 12),
    Column("date", Message("date", "날짜"), 12),
    Column("week", Message("week", "주"), 10),
    Column("error", Message("error", "오류"), 40),
)
DOCUMENT_CHANGES = (
    Column("change", Message("change", "변화"), 12, words=CHANGES),
    Column("new", Message("new", "새 지적"), 9),
    Column("fixed", Message("fixed", "고친 지적"), 9),
)
FINDINGS = (
    Column("path", Message("document", "문서"), 40),
    Column("line", Message("line", "행"), 7),
    Column("column", Message("column", "열"), 7),
    Column("segment", Message("segment", "분절"), 10),
    Column("severity", Message("severity", "정도"), 10, words=SEVERITY_WORDS),  # type: ignore[arg-type]
    Column("code", Message("code", "코드"), 9),
    Column("rule", Message("rule", "규칙"), 24),
    Column("mqm", Message("MQM type", "MQM 유형"), 26),
    Column("confidence", Message("confidence", "확신도"), 11, "0.00"),
    Column("message", Message("finding", "지적"), 70),
    Column("text", Message("text", "원문 구절"), 30),
    Column("fix", Message("correction", "고친 글"), 30),
    Column("applicability", Message("how safe", "고침 안전성"), 12),
)
FINDING_CHANGES = (Column("change", Message("change", "변화"), 12, words=CHANGES),)


def document(record: Mapping[str, Any], change: Change | None, ui_lang: str) -> dict[str, Value]:
    """The cells of a document, by the names of the columns."""
    if record["error"] is not None:
        return {"path": record["path"], "format": record["format"], "error": record["error"]}
    score = mqm_of(record) or {}
    profile = record.get("register") or {}
    spoken = profile.get("counts" if ui_lang == "ko" else "registers") or {}
    out: dict[str, Value] = {
        "path": record["path"],
        "lang": record["target_lang"],
        "format": record["format"],
        "words": record["words"],
        "characters": record["characters"],
        "score": score.get("calibrated"),
        "verdict": score.get("verdict"),
        **record["severities"],
        "register": ", ".join([f"{name} {count}" for name, count in spoken.items()]),
    }
    for name in ("title", "outlet", "author", "section", "date", "week"):
        out[name] = record["metadata"].get(name)
    if change is not None:
        out.update(change=None if change.known else "added", new=len(change.new), fixed=len(change.fixed))
    return out


def findings(record: Mapping[str, Any], change: Change | None, ui_lang: str) -> Iterator[dict[str, Value]]:
    """The cells of the findings of a document, those that are fixed last."""
    for number, found in enumerate(record["findings"]):
        is_new = change is not None and number in change.new
        yield {**_finding(found, record["path"], ui_lang), "change": "new" if is_new else "unchanged"}
    for found in change.fixed if change is not None else ():
        yield {**_finding(found, record["path"], ui_lang), "change": "fixed"}


def _finding(found: Mapping[str, Any], path: str, ui_lang: str) -> dict[str, Value]:
    fix = found.get("fix") or {}
    return {
        "path": path,
        "line": found["location"]["line"],
        "column": found["location"]["column"],
        **{key: found.get(key) for key in ("segment", "severity", "code", "rule", "mqm", "confidence", "text")},
        "message": found["messages"][ui_lang],
        "fix": fix.get("text"),
        "applicability": fix.get("applicability"),
    }


def changes(material: Material) -> Callable[[Mapping[str, Any]], Change | None]:
    """What tells how a record has changed."""
    comparison = material.comparison
    return comparison.of if comparison is not None else lambda record: None
