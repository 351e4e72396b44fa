"""The figures of ``mtaudit score`` for a terminal: a table for each text and one for all, each figure with its signature.

Every row can be read without colour. A signature stands below the first table that needs it, once, and is never broken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from mtaudit.report import Report, Score
from mtaudit.writers.scores import label
from mtaudit.writers.visible import visible

MOST_TERMS = 20
"""So many terms that were missed are listed for a text."""
VERDICTS = {"pass": ("통과", "bold green"), "fail": ("불합격", "bold red")}


def write(reports: Iterable[Report], total: Sequence[Score], console: Console, ui_lang: str = "en") -> None:
    """Every text, then all together where there are several."""
    writer = _Tables(console, ui_lang)
    several = list(reports)
    for report in several:
        writer.report(report)
    if len(several) > 1:
        writer.heading(writer.say(f"All {len(several)} documents", f"문서 {len(several)}건 전체"), "")
        writer.scores(total)


class _Tables:
    def __init__(self, console: Console, ui_lang: str) -> None:
        self.console = console
        self.ui_lang = ui_lang
        self.signed: set[str] = set()

    def say(self, en: str, ko: str) -> str:
        return ko if self.ui_lang == "ko" else en

    def report(self, report: Report) -> None:
        self.heading(visible(report.name), report.target_lang or "")
        if report.error is not None:
            self.line(Text(visible(report.error), "red"))
            self.console.print()
        else:
            self.scores(report.scores)

    def heading(self, name: str, fact: str) -> None:
        self.console.print(Text.assemble((name, "bold"), (f"  {fact}" if fact else "", "dim")), overflow="fold", highlight=False)
        self.console.print(Text("─" * min(self.console.width, 100), "dim"))

    def line(self, text: Text) -> None:
        self.console.print(Padding(text, (0, 0, 0, 2), expand=False), highlight=False)

    def scores(self, scores: Sequence[Score]) -> None:
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
        table.add_column(no_wrap=True)
        table.add_column(justify="right", no_wrap=True)
        table.add_column(overflow="fold")
        for score in scores:
            table.add_row(Text(label(score), "bold"), Text(score.shown), self.notes(score))
        self.console.print(Padding(table, (0, 0, 0, 2), expand=False))
        self.terms(scores)
        self.segments(scores)
        for score in scores:
            if score.signature not in self.signed:
                self.signed.add(score.signature)
                self.console.print(Text(f"  {visible(score.signature)}", "dim"), soft_wrap=True, highlight=False)
        self.console.print()

    def notes(self, score: Score) -> Text:
        """What stands beside a figure."""
        parts: list[Text] = []
        details = score.details
        if details.get("calibrated") is not None:
            parts.append(Text(self.say(f"calibrated {details['calibrated']:.1f}", f"보정 {details['calibrated']:.1f}")))
        if score.verdict is not None:
            ko, style = VERDICTS[score.verdict]
            parts.append(Text(self.say(score.verdict, ko), style))
        if details.get("per_segment") is not None:
            per_segment = f"{details['per_segment']:.2f}"
            parts.append(Text(self.say(f"{per_segment} penalty points per segment", f"분절당 벌점 {per_segment}")))
        if interval := details.get("interval"):
            mean, half = interval["mean"], interval["half_width"]
            parts.append(Text(f"95 % {mean - half:.1f}–{mean + half:.1f}"))
        if compared := details.get("comparison"):
            parts.append(self.compared(compared))
        if details.get("lower_is_better"):
            parts.append(Text(self.say("lower is better", "낮을수록 좋음"), "dim"))
        if details.get("small_sample") and score.value is not None:
            parts.append(Text(self.small_sample(score), "dim"))
        if details.get("consistency") is not None:
            parts.append(Text(self.say(f"consistency {details['consistency']:.1f}", f"일관성 {details['consistency']:.1f}")))
        if score.name == "terms":
            parts += self.adherence(score)
        elif score.name == "terms-window":
            shown = f"{int(score.sums['matched'])}/{int(score.sums['words'])}"
            parts.append(
                Text(self.say(f"{shown} words round terms as in the reference", f"용어 곁의 낱말 {shown}이 참조와 같음"), "dim")
            )
        if better := details.get("better_tokenizer"):
            parts.append(Text(self.tokenizer(details["tokenizer"], better), "yellow"))
        if dimensions := details.get("dimensions"):
            costs = ", ".join(f"{name} {points:,.10g}" for name, points in dimensions.items())
            parts.append(Text(self.say(f"penalty: {costs}", f"벌점: {costs}"), "dim"))
        return Text("; ").join(parts)

    def adherence(self, score: Score) -> Iterator[Text]:
        sums, exact = score.sums, score.details["exact"]
        met, demanded, unsure = int(sums["rendered"]), int(sums["demanded"]), int(sums["unsure"])
        if demanded:
            yield Text(self.say(f"{met} of {demanded} as the glossary wants", f"{demanded}곳 가운데 {met}곳이 용어집대로"))
        else:
            yield Text(self.say("no term of the glossary to count", "셀 용어가 없음"), "dim")
        if exact is not None:
            yield Text(self.say(f"letter by letter {exact:.1f}", f"글자 그대로 {exact:.1f}"), "dim")
        if unsure:
            yield Text(self.say(f"{unsure} unsure, not counted", f"{unsure}곳은 불확실하여 세지 않음"), "dim")

    def terms(self, scores: Sequence[Score]) -> None:
        """The terms that were not always rendered as the glossary wants, those that were missed most first."""
        for score in scores:
            missed = [term for term in score.details.get("terms", ()) if term["rendered"] < term["demanded"]]
            missed.sort(key=lambda term: (term["rendered"] - term["demanded"], term["term"]))
            for term in missed[:MOST_TERMS]:
                forms = ", ".join(f"{form} {int(number)}" for form, number in term["as"].items())
                counts = f"{int(term['rendered'])}/{int(term['demanded'])}"
                self.line(Text(visible(f"{counts}  {term['term']}" + (f"  ({forms})" if forms else "")), "dim"))
            if len(missed) > MOST_TERMS:
                more = len(missed) - MOST_TERMS
                self.line(Text(self.say(f"and {more} terms more: see JSON", f"그 밖의 용어 {more}개는 JSON에 있음"), "dim"))

    def compared(self, compared: dict[str, Any]) -> Text:
        shown = self.say(
            f"baseline {compared['baseline']:.1f}, difference {compared['difference']:+.1f}",
            f"기준 {compared['baseline']:.1f}, 차이 {compared['difference']:+.1f}",
        )
        if "p_value" not in compared:
            return Text(shown)
        who = {
            "candidate": self.say("better than the baseline", "기준보다 나음"),
            "baseline": self.say("worse than the baseline", "기준보다 못함"),
            None: self.say("may be chance", "우연일 수 있음"),
        }[compared["better"]]
        return Text.assemble(f"{shown}, p = {compared['p_value']:.4f}: ", (who, "bold"))

    def small_sample(self, score: Score) -> str:
        if "words" in score.sums:
            words = f"{int(score.sums['words']):,}"
            return self.say(f"small sample: {words} words, steady from 1,000", f"표본이 작음: {words}어절 (1,000어절부터 안정)")
        number = int(score.sums.get("segments", 0))
        return self.say(f"small sample: {number} segments", f"표본이 작음: 분절 {number}개")

    def tokenizer(self, used: str, better: str) -> str:
        command = f"pip install 'mtaudit[{better[:2]}]'"
        return self.say(
            f"tokenised by {used}, not by {better}, which knows this language: {command}",
            f"이 언어용 {better} 대신 {used} 토크나이저를 씀: {command}",
        )

    def segments(self, scores: Sequence[Score]) -> None:
        """One row a segment, where segments were asked for."""
        measured = [score for score in scores if score.details.get("segments")]
        if not measured:
            return
        table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
        for name in (self.say("segment", "분절"), self.say("line", "행")):
            table.add_column(Text(name), justify="right")
        for score in measured:
            penalty = self.say("MQM penalty", "MQM 벌점")
            table.add_column(Text(penalty if score.name == "mqm" else label(score)), justify="right")
        rows: dict[tuple[str, int], dict[str, str]] = {}
        for score in measured:
            for figure in score.details["segments"]:
                shown = score._replace(value=figure["value"]).shown
                rows.setdefault((figure["segment"], figure["line"]), {})[score.name] = shown
        for (key, line), figures in rows.items():
            table.add_row(Text(visible(key)), str(line), *[figures.get(score.name, "–") for score in measured])
        self.console.print(Padding(table, (1, 0, 1, 2), expand=False))
