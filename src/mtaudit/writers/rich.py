"""The report that an editor reads in a terminal.

Each finding stands in its line with the span underlined, so that it can be read without colour; the colours are the
terminal's own sixteen, so that they fit a light background as well as a dark one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from mtaudit.report import SEVERITIES, SEVERITY_WORDS, Finding, Message, RegisterProfile, Report, Score, Severity
from mtaudit.writers.visible import quoted, visible

if TYPE_CHECKING:
    from collections.abc import Iterable

STYLES: dict[Severity, str] = {"critical": "bold red", "major": "red", "minor": "yellow", "neutral": "cyan"}
REGISTER_WORDS = {"plain": Message("plain", "해라체"), "polite": Message("polite", "높임"), "": Message("neither", "기타")}
REGISTER_MARKS = {"plain": "o", "polite": "#", "": "."}
LEFT = 2
"""Columns of indentation."""
FLUSH = 200
"""Rows that are printed together."""


class Terminal:
    """Writes reports to one console, in one language, and adds up what it wrote."""

    def __init__(self, console: Console, ui_lang: str = "en", quiet: bool = False) -> None:
        self.console = console
        self.ui_lang = ui_lang
        self.quiet = quiet
        self._rows: list[Text] = []
        self.documents = 0
        self.severities: dict[Severity, int] = dict.fromkeys(SEVERITIES, 0)

    def say(self, en: str, ko: str) -> str:
        return ko if self.ui_lang == "ko" else en

    def line(self, text: Text | str = "", indent: int = 0) -> None:
        """One line, cut at the width of the console rather than wrapped."""
        shown = text if isinstance(text, Text) else Text(text)
        shown.truncate(max(self.console.width - indent, 10), overflow="ellipsis")
        self._put(shown, indent)

    def paragraph(self, text: Text, indent: int = LEFT) -> None:
        """Wrapped text, every line indented."""
        width = max(self.console.width - indent, 20)
        for row in [text] if text.cell_len <= width else text.wrap(self.console, width):
            self._put(row, indent)

    def _put(self, row: Text, indent: int) -> None:
        self._rows.append(Text(" " * indent).append_text(row) if indent else row)
        if len(self._rows) >= FLUSH:
            self.flush()

    def flush(self) -> None:
        """Prints the rows that wait: a call of ``print`` costs Rich more than a row."""
        if self._rows:
            self.console.print(Text("\n").join(self._rows), no_wrap=True, overflow="ignore", crop=False, highlight=False)
            self._rows.clear()

    def add(self, report: Report) -> None:
        """Everything about one document."""
        self.documents += 1
        for found in report.findings:
            self.severities[found.severity] += 1
        self._heading(report)
        if report.error is not None:
            self.paragraph(Text(visible(report.error), "red"))
        if not self.quiet:
            for found in report.findings:
                self._finding(report, found)
            if report.findings:
                self._summary(report)
            if report.register is not None and report.register.counts:
                self._register(report.register)
        for score in report.scores:
            if score.value is not None:
                self._score(score)
        if report.models:
            said = ", ".join(visible(model.part()) for model in report.models)
            self.paragraph(Text(self.say(f"asked: {said}", f"모형: {said}"), "dim"))
        self.line()
        self.flush()

    def end(self) -> None:
        """The last line: how many findings in how many documents."""
        total: int = sum(self.severities.values())
        words = {severity: word.in_language(self.ui_lang) for severity, word in SEVERITY_WORDS.items()}
        parts = [self.say(f"{n} {words[s]}", f"{words[s]} {n}") for s, n in self.severities.items() if n]
        said = self.say(
            f"{_count(total, 'finding')} in {_count(self.documents, 'document')}", f"문서 {self.documents}건, 지적 {total}건"
        )
        self.line(Text(said + (": " + ", ".join(parts) if parts else ""), "bold"))
        self.flush()

    def _heading(self, report: Report) -> None:
        facts = [report.target_lang or ""]
        for score in report.scores:
            if "words" in score.sums:
                facts.append(self.say(_count(int(score.sums["words"]), "word"), f"{int(score.sums['words'])}어절"))
        if report.error is None:
            facts.append(self.say(_count(len(report.findings), "finding"), f"지적 {len(report.findings)}건"))
        self.line(Text.assemble((visible(report.name), "bold"), ("  " + " · ".join(filter(None, facts)), "dim")))
        self.line(Text("─" * min(self.console.width, 100), "dim"))

    def _finding(self, report: Report, found: Finding) -> None:
        style = STYLES[found.severity]
        severity = SEVERITY_WORDS[found.severity].in_language(self.ui_lang)
        where = f"{found.place.line}:{found.place.column}"
        self.line(Text.assemble((where, "bold"), "  ", (severity, style), "  ", (f"{found.code} {found.rule}", "dim")))
        before, marked, after = self._context(report, found)
        shown = Text.assemble(before, (marked, style), after)
        self._put(shown, LEFT)
        width = max(cell_len(marked), 1)
        self.line(Text(" " * cell_len(before) + "^" * width, style), LEFT)
        self.paragraph(Text(visible(found.message.in_language(self.ui_lang))))
        if found.fix is not None:
            note = "" if found.fix.safe else self.say("  (check before you accept it)", "  (확인 후 적용)")
            change = (quoted(found.place.text), "strike red"), " → ", (quoted(found.fix.text), "green")
            self.paragraph(Text.assemble(*change, (note, "dim")))
        if found.related:
            self._related(found)
        self.line()

    def _related(self, found: Finding) -> None:
        places = [f"{r.place.line}:{r.place.column} {visible(r.place.text)}" for r in found.related[:12]]
        more = len(found.related) - len(places)
        rest = self.say(f" and {more} more", f" 외 {more}곳") if more > 0 else ""
        self.paragraph(Text(self.say("also ", "그 밖에 ") + ", ".join(places) + rest, "dim"))

    def _context(self, report: Report, found: Finding) -> tuple[str, str, str]:
        """The finding's line, cut to the console: before the span, the span, after it."""
        place = found.place
        line = report.document.line(place.line) if report.document is not None else place.text
        first = place.column - 1
        last = place.end_column - 1 if place.end_line == place.line else len(line)
        room = max(self.console.width - LEFT - 1, 20)
        marked = _cut(quoted(line[first:last]) if last > first else "‸", room * 2 // 3, "middle")
        room -= cell_len(marked)
        rest = visible(line[last : last + room])
        before = _cut(visible(line[max(first - room, 0) : first]), max(room // 2, room - cell_len(rest)), "start", first > room)
        room -= cell_len(before)
        return before, marked, _cut(rest, room, "end", len(line) > last + room)

    def _summary(self, report: Report) -> None:
        counts: dict[str, list[Finding]] = {}
        for found in report.findings:
            counts.setdefault(found.code, []).append(found)
        self.line(Text(self.say("By rule", "규칙별"), "bold"))
        ranked = sorted(counts.items(), key=lambda item: (SEVERITIES.index(item[1][0].severity), -len(item[1]), item[0]))
        wide = max(len(found[0].rule) for _, found in ranked)
        for code, group in ranked:
            severity = SEVERITY_WORDS[group[0].severity].in_language(self.ui_lang)
            gap = " " * (9 - cell_len(severity))
            info = report.rules.get(code)
            what = info.summary.in_language(self.ui_lang) if info is not None else ""
            row = Text.assemble(
                f"{len(group):>4}  ", (severity, STYLES[group[0].severity]), gap, f"{code} {group[0].rule:<{wide}}  "
            )
            self.line(row.append(what, "dim"), LEFT)

    def _register(self, profile: RegisterProfile) -> None:
        names = ((r, REGISTER_WORDS[r].in_language(self.ui_lang)) for r in ("polite", "plain", ""))
        legend = [f"{REGISTER_MARKS[r]} {name} {profile.registers.get(r, 0)}" for r, name in names if profile.registers.get(r)]
        levels = ", ".join(f"{level} {n}" for level, n in sorted(profile.counts.items(), key=lambda item: (-item[1], item[0])))
        self.line(Text.assemble((self.say("Register", "문체"), "bold"), "  ", "   ".join(legend), (f"   ({levels})", "dim")))
        picture = "".join(REGISTER_MARKS.get(mark, " ") for mark in profile.sequence)
        self.paragraph(Text(picture))
        inside, between = profile.switches_inside, profile.switches_between
        if inside or between:
            en = f"{_count(inside + between, 'switch', 'switches')}: {inside} inside paragraphs, {between} at their borders"
            self.paragraph(
                Text(
                    self.say(en, f"전환 {inside + between}회: 문단 안 {inside}, 문단 사이 {between}"),
                    "dim" if not profile.mixed else "",
                )
            )

    def _score(self, score: Score) -> None:
        assert score.value is not None
        parts: list[str | tuple[str, str]] = [(score.name.upper(), "bold"), f"  {score.shown}"]
        calibrated = score.details.get("calibrated")
        if calibrated is not None:
            parts.append(self.say(f"  calibrated {calibrated:.1f}", f"  보정 {calibrated:.1f}"))
        if score.verdict is not None:
            word = self.say(score.verdict, "통과" if score.verdict == "pass" else "불합격")
            parts += ["  ", (word, "bold green" if score.verdict == "pass" else "bold red")]
        if score.details.get("small_sample"):
            parts.append((f"  {self._small(score)}", "dim"))
        if score.name == "terms":
            met, demanded = int(score.sums["rendered"]), int(score.sums["demanded"])
            en = f"  {met} of {demanded} as the glossary wants"
            parts.append((self.say(en, f"  {demanded}곳 가운데 {met}곳이 용어집대로"), "dim"))
        self.line(Text.assemble(*parts))

    def _small(self, score: Score) -> str:
        if "words" not in score.sums:
            number = int(score.sums["segments"])
            return self.say(f"small sample: {_count(number, 'segment')}", f"표본이 작음: 분절 {number}개")
        words = int(score.sums["words"])
        return self.say(
            f"small sample: {_count(words, 'word')}, steady from 1,000", f"표본이 작음: {words}어절 (1,000어절부터 안정)"
        )


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _cut(text: str, room: int, at: Literal["start", "middle", "end"], cut_already: bool = False) -> str:
    """``text`` in at most ``room`` columns, with an ellipsis where something was left out."""
    if cell_len(text) <= room and not cut_already:
        return text
    kept = list(text)
    while kept and cell_len("".join(kept)) > max(room - 1, 0):
        over = cell_len("".join(kept)) - max(room - 1, 0)
        step = max(over // 2, 1)
        if at == "start":
            del kept[:step]
        elif at == "end":
            del kept[-step:]
        else:
            middle = max((len(kept) - step) // 2, 0)
            del kept[middle : middle + step]
    if room < 1:
        return ""
    if at == "middle":
        return "".join([*kept[: len(kept) // 2], "…", *kept[len(kept) // 2 :]])
    return "…" + "".join(kept) if at == "start" else "".join(kept) + "…"


def write(reports: Iterable[Report], console: Console, ui_lang: str = "en", quiet: bool = False) -> None:
    """Every document, then the line that adds them up."""
    terminal = Terminal(console, ui_lang, quiet)
    for report in reports:
        terminal.add(report)
    terminal.end()
