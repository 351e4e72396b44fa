"""A page for a pull request or a wiki, in GitHub's Markdown: ``report.md``. Nothing in a name or a text is obeyed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from mtaudit.batch import journal
from mtaudit.batch.figures import OTHERS, calibrated, mqm_of
from mtaudit.batch.reports.columns import VERDICTS
from mtaudit.report import SEVERITIES, SEVERITY_WORDS
from mtaudit.writers.markdown import escaped
from mtaudit.writers.pipeline import plain

if TYPE_CHECKING:
    from pathlib import Path

    from mtaudit.batch.comparison import Comparison
    from mtaudit.batch.reports import Material
    from mtaudit.report import Score

NAME = "report.md"
MOST = 20
"""So many rules, documents, errors and values of a group are shown."""
LONGEST = 120
"""A longer cell is cut (code points)."""
Cell = str | int | float | None


def write(folder: Path, report: Material, ui_lang: str) -> list[Path]:
    """Writes the page, whole or not at all."""
    path = folder / NAME
    journal.write(path, "".join(_Page(report, ui_lang).parts()).encode("utf-8"))
    return [path]


class _Page:
    def __init__(self, report: Material, ui_lang: str) -> None:
        self.report, self.ui_lang = report, ui_lang
        self.words = [SEVERITY_WORDS[severity].in_language(ui_lang) for severity in SEVERITIES]

    def say(self, en: str, ko: str) -> str:
        return ko if self.ui_lang == "ko" else en

    def parts(self) -> Iterator[str]:
        figures, say = self.report.figures, self.say
        yield f"# {_text(self.report.title or 'mtaudit')}\n\n**{self._verdict()}**\n"
        rows: list[list[Cell]] = [[say("findings", "지적"), sum(figures.total.findings.values())]]
        rows += [[word, figures.total.findings[severity]] for word, severity in zip(self.words, SEVERITIES, strict=True)]
        rows += [
            [say("words", "어절"), int(figures.total.sums.get("words", 0))],
            [say("characters", "글자"), figures.characters],
            [say("MQM score of all", "전체 MQM 점수"), _points(figures.total.score)],
        ]
        yield from self._table(say("Totals", "합계"), ["", ""], rows, 1)
        if self.report.comparison is not None:
            yield from self._comparison(self.report.comparison)
        yield from self._rules()
        yield from self._worst()
        for name, en, ko in (("outlet", "By outlet", "매체별"), ("section", "By section", "섹션별"), ("week", "By week", "주별")):
            yield from self._group(name, say(en, ko))
        yield from self._errors()
        yield from self._made()

    def _verdict(self) -> str:
        total, unread = self.report.figures.total, self.report.figures.unread
        n, failed = total.documents, total.failed
        if failed:
            out = self.say(f"{failed:,} of {n:,} documents fail", f"문서 {n:,}건 가운데 {failed:,}건 불합격")
        elif n:
            out = self.say(f"all {n:,} documents pass" if n > 1 else "the document passes", f"문서 {n:,}건 모두 통과")
        else:
            out = self.say("no documents", "문서 없음")
        if unread:
            out += self.say(f"; {unread:,} could not be read", f", 읽지 못한 것 {unread:,}건")
        return out[:1].upper() + out[1:] + "."

    def _comparison(self, comparison: Comparison) -> Iterator[str]:
        totals, say = comparison.totals, self.say
        rows: list[list[Cell]] = [[say("all", "전체"), totals.new, totals.fixed, totals.unchanged]]
        for word, severity in zip(self.words, SEVERITIES, strict=True):
            counts = totals.severities[severity]
            rows.append([word, counts.new, counts.fixed, counts.unchanged])
        head = ["", say("new", "새 지적"), say("fixed", "고침"), say("unchanged", "그대로")]
        yield from self._table(say("Since the earlier report", "이전 보고서와 비교"), head, rows, 1)
        if totals.added or totals.gone:
            yield say(
                f"\nDocuments added: {totals.added:,} (new findings in them: {totals.new_in_added:,}); "
                f"gone: {totals.gone:,} (findings in them: {totals.gone_findings:,}, not counted as fixed).\n",
                f"\n추가된 문서 {totals.added:,}건(새 지적 가운데 {totals.new_in_added:,}건), "
                f"없어진 문서 {totals.gone:,}건(지적 {totals.gone_findings:,}건, 고친 것으로 세지 않음).\n",
            )
        for note in comparison.notes:
            yield f"\n{_text(note.in_language(self.ui_lang), 1000)}\n"

    def _rules(self) -> Iterator[str]:
        say = self.say
        rules = sorted(self.report.figures.rules.values(), key=lambda rule: (-rule.total, rule.code))
        head = [say("rule", "규칙"), say("findings", "지적"), say("documents", "문서"), *self.words]
        rows: list[list[Cell]] = [[f"{r.code} {r.name}", r.total, r.documents, *r.findings.values()] for r in rules[:MOST]]
        yield from self._table(say("Rules", "규칙"), head, rows, 1, len(rules))

    def _worst(self) -> Iterator[str]:
        say = self.say
        rows: list[list[Cell]] = []
        found = [record for _, record in self.report.figures.worst if any(record["severities"].values())]
        for record in found[:MOST]:
            verdict = (mqm_of(record) or {}).get("verdict")
            shown = VERDICTS[verdict].in_language(self.ui_lang) if verdict else ""
            name = record["metadata"].get("title")
            path = f"{record['path']}: {name}" if name else record["path"]
            rows.append([path, calibrated(record), shown, *[record["severities"][severity] for severity in SEVERITIES]])
        head = [say("document", "문서"), say("score", "점수"), say("verdict", "판정"), *self.words]
        yield from self._table(say("Documents to look at first", "먼저 볼 문서"), head, rows, 1)

    def _group(self, name: str, title: str) -> Iterator[str]:
        say = self.say
        found = self.report.figures.groups[name]
        kept = [pair for pair in found.items() if pair[0] != OTHERS]
        # weeks in their order, the last ones; of others those with the most documents
        ordered = sorted(kept)[-MOST:] if name == "week" else sorted(kept, key=lambda pair: (-pair[1].documents, pair[0]))[:MOST]
        rows: list[list[Cell]] = [
            [value, group.documents, group.failed, _points(group.score), *[group.findings[s] for s in SEVERITIES]]
            for value, group in ordered
        ]
        head = ["", say("documents", "문서"), say("failed", "불합격"), say("score", "점수"), *self.words]
        yield from self._table(title, head, rows, 1, len(kept))

    def _errors(self) -> Iterator[str]:
        figures = self.report.figures
        rows: list[list[Cell]] = [[path, error] for path, error in figures.errors[:MOST]]
        head = [self.say("document", "문서"), self.say("error", "오류")]
        yield from self._table(self.say("Not read", "읽지 못함"), head, rows, 2, figures.unread)

    def _made(self) -> Iterator[str]:
        score = self.report.figures.total.score
        made = [f"{key}: {value}" for key, value in self.report.made.items()]
        for line in [*([score.signature] if score is not None else []), *made]:
            yield f"\n{_text(line, 1000)}\n"

    def _table(self, title: str, head: list[str], rows: list[list[Cell]], texts: int, total: int = 0) -> Iterator[str]:
        """A table whose first columns are texts; nothing without rows. ``total`` is how many rows there would be."""
        if not rows:
            return
        yield f"\n## {title}\n\n"
        yield _row(head)
        yield _row(["---" if i < texts else "---:" for i in range(len(head))])
        for row in rows:
            yield _row([_cell(cell) for cell in row])
        if total > len(rows):
            more = total - len(rows)
            yield self.say(f"\nand {more:,} more\n", f"\n그 밖에 {more:,}건\n")


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _cell(value: Cell) -> str:
    if isinstance(value, str):
        return _text(value)
    if value is None:
        return "–"
    return f"{value:.1f}" if isinstance(value, float) else f"{value:,}"


def _text(text: str, longest: int = LONGEST) -> str:
    shown = plain(text)
    return escaped(shown if len(shown) <= longest else shown[: longest - 1] + "…")


def _points(score: Score | None) -> float | None:
    return score.details["calibrated"] if score is not None else None
