"""A workbook, by openpyxl, written row by row: ``report.xlsx`` with a summary, rules, groups, documents, findings and errors.

Every text is a text, whatever it begins with, and no link; what a cell cannot hold is left out, and a text that is longer is cut.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any

from mtaudit.batch.cells import fit
from mtaudit.batch.figures import DIMENSIONS, OTHERS
from mtaudit.batch.reports import columns
from mtaudit.batch.reports.columns import CHANGES, VERDICTS, Column, Value
from mtaudit.report import SEVERITIES, SEVERITY_WORDS, Message, Score

if TYPE_CHECKING:
    from pathlib import Path

    from mtaudit.batch.comparison import Comparison
    from mtaudit.batch.figures import Figures
    from mtaudit.batch.reports import Material

NAME = "report.xlsx"
ROWS = 1 << 20
"""Rows of a sheet, its headings too (Excel's limit)."""
_LONGEST = 32_767
"""UTF-16 units in a cell (Excel's limit)."""
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What would be taken for an escaped character (ECMA-376, part 1, ST_Xstring)."""
_COLOURS = {"critical": ("9C0006", "FFC7CE"), "major": ("7F4A00", "FFE2B8"), "minor": ("665C00", "FFF7C2")}
"""Of letters and of the cell."""
_DIMENSIONS = {column.name: column.title for column in columns.DOCUMENTS if column.name in DIMENSIONS}
_COUNTED = [Column(s, SEVERITY_WORDS[s], 10, "#,##0") for s in SEVERITIES]
_CHANGED = [Column(key, CHANGES[key], 12, "#,##0") for key in ("new", "fixed", "unchanged")]
_RULES = (
    Column("code", Message("code", "코드"), 10),
    Column("rule", Message("rule", "규칙"), 30),
    Column("mqm", Message("MQM type", "MQM 유형"), 30),
    Column("findings", Message("findings", "지적"), 10, "#,##0"),
    Column("documents", Message("documents", "문서"), 10, "#,##0"),
    *_COUNTED,
    Column("example", Message("example", "예"), 50),
)
_GROUPS = (
    Column("dimension", Message("grouped by", "구분"), 12, words=_DIMENSIONS),
    Column("value", Message("group", "값"), 30),
    Column("documents", Message("documents", "문서"), 10, "#,##0"),
    Column("failed", Message("failed", "불합격"), 10, "#,##0"),
    Column("share", Message("failed share", "불합격 비율"), 12, "0.0%"),
    Column("score", Message("score", "점수"), 10, "0.0"),
    Column("words", Message("words", "어절"), 12, "#,##0"),
    *_COUNTED,
)


def write(folder: Path, report: Material, ui_lang: str) -> list[Path]:
    """Writes the workbook, whole or not at all."""
    path = folder / NAME
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with closing(_Book(ui_lang)) as book:
            book.fill(report)
            book.save(beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return [path]


class _Book:
    def __init__(self, ui_lang: str) -> None:
        from openpyxl import Workbook

        self.book = Workbook(write_only=True)
        self.ui_lang = ui_lang

    def fill(self, report: Material) -> None:
        """All sheets, in one pass over the records."""
        summary = self._sheet("Summary", "요약", (Column("", Message("", ""), 30), Column("", Message("", ""), 60)), headed=False)
        self._rules(report.figures)
        self._groups(report.figures)
        long = self._texts(report)
        self._errors(report.figures)
        if report.comparison is not None:
            self._comparison(report.comparison)
        for label, value, form in self._summary(report):
            summary.add([label, value], ["", form])
        for sheet in long:
            if sheet.left_out:
                summary.add([sheet.title, self._left_out(sheet)])

    def save(self, path: Path) -> None:
        self.book.save(path)

    def close(self) -> None:
        """Ends what was not saved: sheets are files that are open."""
        for sheet in self.book.worksheets:
            if not sheet.closed:
                sheet.close()

    def say(self, en: str, ko: str) -> str:
        return ko if self.ui_lang == "ko" else en

    def _sheet(self, en: str, ko: str, wanted: Sequence[Column], headed: bool = True) -> _Sheet:
        return _Sheet(self.book, self.say(en, ko), wanted, self.ui_lang, headed)

    def _summary(self, report: Material) -> Iterable[tuple[str, Value, str]]:
        total, say = report.figures.total, self.say
        score = total.score
        yield report.title or "mtaudit", None, ""
        yield say("documents", "문서"), total.documents, "#,##0"
        yield say("failed", "불합격"), total.failed, "#,##0"
        yield say("could not be read", "읽지 못함"), report.figures.unread, "#,##0"
        yield say("MQM score of all", "전체 MQM 점수"), _calibrated(score), "0.0"
        if score is not None and score.verdict is not None:
            yield say("verdict of all", "전체 판정"), VERDICTS[score.verdict].in_language(self.ui_lang), ""
        for severity in SEVERITIES:
            yield SEVERITY_WORDS[severity].in_language(self.ui_lang), total.findings[severity], "#,##0"
        yield say("words", "어절"), int(total.sums.get("words", 0)), "#,##0"
        yield say("characters", "글자"), report.figures.characters, "#,##0"
        if score is not None:
            yield say("signature", "산출 방식"), score.signature, ""
        for key, value in report.made.items():
            yield key, str(value), ""

    def _left_out(self, sheet: _Sheet) -> str:
        return self.say(
            f"The first {ROWS - 1:,} of {ROWS - 1 + sheet.left_out:,} rows: a sheet holds no more. All of them are in the CSV report.",
            f"전체 {ROWS - 1 + sheet.left_out:,}행 가운데 처음 {ROWS - 1:,}행만 있다(시트의 한계). 전체는 CSV 보고서에 있다.",
        )

    def _rules(self, figures: Figures) -> None:
        sheet = self._sheet("Rules", "규칙", _RULES)
        for rule in sorted(figures.rules.values(), key=lambda rule: (-rule.total, rule.code)):
            counts = {"findings": rule.total, "documents": rule.documents, **rule.findings}
            sheet.row({"code": rule.code, "rule": rule.name, "mqm": rule.mqm, **counts, "example": rule.example})
        sheet.end()

    def _groups(self, figures: Figures) -> None:
        sheet = self._sheet("Groups", "집계", _GROUPS)
        for dimension, groups in figures.groups.items():
            for value, group in sorted(groups.items(), key=lambda pair: (pair[0] == OTHERS, pair[0])):
                cells: dict[str, Value] = {
                    "value": value,
                    "documents": group.documents,
                    "failed": group.failed,
                    "share": group.failed / group.documents,
                }
                words = int(group.sums.get("words", 0))
                sheet.row({"dimension": dimension, **cells, "score": _calibrated(group.score), "words": words, **group.findings})
        sheet.end()

    def _texts(self, report: Material) -> tuple[_Sheet, _Sheet]:
        """Documents and findings, in one pass over the records."""
        change_of = columns.changes(report)
        compared = report.comparison is not None
        documents = self._sheet("Documents", "문서", columns.DOCUMENTS + (columns.DOCUMENT_CHANGES if compared else ()))
        findings = self._sheet("Findings", "지적", columns.FINDINGS + (columns.FINDING_CHANGES if compared else ()))
        for record in report.records():
            change = change_of(record)
            documents.row(columns.document(record, change, self.ui_lang))
            for cells in columns.findings(record, change, self.ui_lang):
                findings.row(cells)
        documents.end()
        findings.end()
        return documents, findings

    def _errors(self, figures: Figures) -> None:
        columns = (Column("path", Message("document", "문서"), 50), Column("error", Message("error", "오류"), 90))
        sheet = self._sheet("Errors", "오류", columns)
        for path, error in figures.errors:
            sheet.row({"path": path, "error": error})
        if figures.unread > len(figures.errors):
            more = figures.unread - len(figures.errors)
            sheet.row(
                {"path": OTHERS, "error": self.say(f"{more:,} more: see the documents", f"그 밖에 {more:,}건: 문서 시트 참조")}
            )
        sheet.end()

    def _comparison(self, comparison: Comparison) -> None:
        totals, say = comparison.totals, self.say
        columns = (Column("what", Message("", ""), 30), *_CHANGED, Column("said", Message("", ""), 70))
        sheet = self._sheet("Comparison", "비교", columns)

        def counted(what: str, counts: Any) -> None:
            sheet.row({"what": what, "new": counts.new, "fixed": counts.fixed, "unchanged": counts.unchanged})

        counted(say("all findings", "전체 지적"), totals)
        for severity in SEVERITIES:
            counted(SEVERITY_WORDS[severity].in_language(self.ui_lang), totals.severities[severity])
        for code, counts in sorted(totals.rules.items()):
            counted(f"{code} {totals.names[code]}", counts)
        added = say(f"findings: {totals.new_in_added:,}", f"지적 {totals.new_in_added:,}건")
        gone = say(f"findings: {totals.gone_findings:,}", f"지적 {totals.gone_findings:,}건")
        sheet.row({"what": say("documents added", "추가된 문서"), "new": totals.added, "said": added})
        sheet.row({"what": say("documents gone", "없어진 문서"), "fixed": totals.gone, "said": gone})
        for note in comparison.notes:
            sheet.row({"said": note.in_language(self.ui_lang)})
        for name in comparison.gone():
            sheet.row({"what": CHANGES["gone"].in_language(self.ui_lang), "said": name})
        sheet.end()


class _Sheet:
    """A sheet that is written row by row. ``left_out`` counts the rows that it has no room for."""

    def __init__(self, book: Any, title: str, wanted: Sequence[Column], ui_lang: str, headed: bool) -> None:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Font
        from openpyxl.utils import get_column_letter

        self.title, self._columns, self._ui_lang = title, wanted, ui_lang
        self._cell = WriteOnlyCell
        self._sheet = book.create_sheet(title)
        self._letters = [get_column_letter(i) for i in range(1, len(wanted) + 1)]
        for letter, column in zip(self._letters, wanted, strict=True):
            self._sheet.column_dimensions[letter].width = column.width
        self._rows = 0
        self.left_out = 0
        if headed:
            self._sheet.freeze_panes = "B2"
            cells = [WriteOnlyCell(self._sheet, column.title.in_language(ui_lang)) for column in wanted]
            for cell in cells:
                cell.font, cell.alignment = Font(bold=True), Alignment(vertical="top", wrap_text=True)
            self._sheet.append(cells)
            self._rows = 1

    def row(self, cells: dict[str, Value]) -> None:
        """A row by the names of the columns; values that have words are shown by them."""
        values = []
        for column in self._columns:
            value = cells.get(column.name)
            if column.words is not None and value in column.words:
                value = column.words[str(value)].in_language(self._ui_lang)
            values.append(value)
        self.add(values, [column.format for column in self._columns])

    def add(self, values: Sequence[Value], formats: Sequence[str] = ()) -> None:
        if self._rows >= ROWS:
            self.left_out += 1
            return
        self._rows += 1
        out: list[Any] = []
        for i, value in enumerate(values):
            if isinstance(value, str):
                out.append(self._text(value) if value else None)
            elif value is not None and i < len(formats) and formats[i]:
                cell = self._cell(self._sheet, value)
                cell.number_format = formats[i]
                out.append(cell)
            else:
                out.append(value)
        self._sheet.append(out)

    def end(self) -> None:
        """Filters, and colours for the severities."""
        from openpyxl.formatting.rule import CellIsRule
        from openpyxl.styles import Font, PatternFill

        self._sheet.auto_filter.ref = f"A1:{self._letters[-1]}{max(self._rows, 1)}"
        for severity, (dark, light) in _COLOURS.items():
            style = {"font": Font(color=dark), "fill": PatternFill("solid", start_color=light, end_color=light)}
            for letter, column in zip(self._letters, self._columns, strict=True):
                if column.name == "severity":
                    word = SEVERITY_WORDS[severity].in_language(self._ui_lang)  # type: ignore[index]
                    rule = CellIsRule(operator="equal", formula=[f'"{word}"'], **style)
                elif column.name == severity:
                    rule = CellIsRule(operator="greaterThan", formula=["0"], **style)
                else:
                    continue
                self._sheet.conditional_formatting.add(f"{letter}2:{letter}{max(self._rows, 2)}", rule)

    def _text(self, text: str) -> Any:
        """A text as it is, or as a cell where openpyxl would take it for a formula or an error."""
        held = _held(text)
        if not held.startswith(("=", "#")):
            return held
        cell = self._cell(self._sheet, held)
        cell.data_type = "s"
        return cell


def _held(text: str) -> str:
    """As much of a text as a cell can hold."""
    safe = _ESCAPE.sub("_x005F_", fit(text))
    if len(safe) > _LONGEST // 2:
        safe = safe.encode("utf-16-le")[: 2 * _LONGEST].decode("utf-16-le", "ignore")
    return safe


def _calibrated(score: Score | None) -> float | None:
    return score.details["calibrated"] if score is not None else None
