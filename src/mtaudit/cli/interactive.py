"""``mtaudit fix --interactive``: an editor goes through the corrections one by one."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from rich.console import Console
from rich.prompt import InvalidResponse, PromptBase
from rich.text import Text

from mtaudit import engine, fixing
from mtaudit.fixing import Fixed
from mtaudit.report import Fix, Message
from mtaudit.writers.rich import Terminal
from mtaudit.writers.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mtaudit.document import Document
    from mtaudit.report import Finding, Report

KEYS = {
    "y": Message("accept", "고침"),
    "n": Message("leave as it is", "그대로 둠"),
    "e": Message("type another text", "다른 말로 고침"),
    "a": Message("accept all of this rule, in the other texts too", "이 규칙의 것은 모두 고침(다른 글에서도)"),
    "q": Message("quit", "그만함"),
    "?": Message("this help", "도움말"),
}
HANGUL = {"ㅛ": "y", "ㅜ": "n", "ㄷ": "e", "ㅁ": "a", "ㅂ": "q"}
"""What the keys give while the keyboard is set to Hangul (KS X 5002)."""


class _Key(PromptBase[str]):
    """One of the keys, in either case and on either keyboard."""

    prompt_suffix = " "

    def process_response(self, value: str) -> str:
        key = value.strip().lower()
        key = HANGUL.get(key, key)
        if key not in (self.choices or ()):
            raise InvalidResponse(Text("/".join(self.choices or ()), "red"))
        return key


class Walk(Terminal):
    """Asks at each correction of one text after another. ``stopped``: the editor has quit."""

    def __init__(self, ui_lang: str, color: str) -> None:
        super().__init__(Console(no_color=color == "never" or None), ui_lang)
        self.stopped = False
        self._headed = False
        self._always: set[str] = set()

    def through(self, report: Report, audit: Callable[[Document], Report], read: Callable[[str], Document], unsafe: bool) -> Fixed:
        """The text with the corrections that were accepted, and with those that came up then and were accepted too.

        An editor who quits is asked whether to keep what was accepted.
        """
        self._headed = False
        before = report
        applied: list[Finding] = []
        declined: set[tuple[str, int]] = set()
        for _ in range(fixing.ROUNDS):
            open_ = [f for f in fixing.candidates(report, unsafe) if (f.code, f.place.start) not in declined]
            accepted = self._ask_all(report, open_, declined)
            if not accepted:
                break
            applied += accepted
            text = engine.fix(_document(report), report._replace(findings=tuple(accepted)), unsafe=True)
            declined = {(code, _moved(start, accepted)) for code, start in declined}
            report = audit(read(text))
            if self.stopped:
                break
        if self.stopped and applied and not self._keeps(before.name, len(applied)):
            return Fixed(before)
        return Fixed(report, tuple(applied))

    def _ask_all(self, report: Report, candidates: list[Finding], declined: set[tuple[str, int]]) -> list[Finding]:
        """The findings that are to be fixed, with the text that they are to have. What is ``declined`` is not asked about again."""
        accepted: list[Finding] = []
        done = 0
        for number, finding in enumerate(candidates, 1):
            start, end = finding.place.start, finding.place.end
            if start < done:
                continue
            fix = finding.fix if finding.code in self._always else self._ask(report, finding, f"{number}/{len(candidates)}")
            if self.stopped:
                break
            if fix != finding.fix:
                declined.add((finding.code, start))
            if fix is not None:
                accepted.append(finding._replace(fix=fix))
                done = max(end, start + 1)
        return accepted

    def _ask(self, report: Report, finding: Finding, count: str) -> Fix | None:
        """What the finding is to be replaced with, or nothing."""
        if not self._headed:
            self._heading(report)
            self._headed = True
        self._finding(report, finding)
        self.flush()
        while True:
            key = self._key(self.say("Correct it?", "고칠까요?") + f" {count}", KEYS)
            if key == "y":
                return finding.fix
            if key == "n":
                return None
            if key == "a":
                self._always.add(finding.code)
                return finding.fix
            if key == "q":
                self.stopped = True
                return None
            if key == "?":
                self._help()
            elif written := self._typed():
                return Fix(written, True)

    def _key(self, question: str, keys: Iterable[str]) -> str:
        try:
            return _Key.ask(Text(question, "bold"), console=self.console, choices=[*keys])
        except EOFError:
            self.line()
            self.flush()
            return "q"

    def _typed(self) -> str:
        """Another text; nothing where it was left empty or cannot stand in a text."""
        try:
            typed = self.console.input(Text(self.say("Instead (empty: back): ", "고칠 말(비우면 돌아감): ")))
        except EOFError:
            return ""
        if any(unicodedata.category(char) in ("Cc", "Cs") for char in typed):
            self.line(Text(self.say("That holds a control character.", "제어 문자가 들어 있습니다."), "red"))
            self.flush()
            return ""
        return typed

    def _help(self) -> None:
        for key, meaning in KEYS.items():
            self.line(Text.assemble((key, "bold"), "  ", meaning.in_language(self.ui_lang)), 2)
        self.flush()

    def _keeps(self, name: str, number: int) -> bool:
        en = f"Write what you accepted ({number}) to {visible(name)}?"
        return self._key(self.say(en, f"고친 {number}곳을 {visible(name)}에 쓸까요?"), "yn") == "y"


def _moved(start: int, accepted: list[Finding]) -> int:
    """Where a place begins after corrections."""
    return start + sum(len(f.fix.text) - len(f.place.text) for f in accepted if f.fix is not None and f.place.end <= start)


def _document(report: Report) -> Document:
    assert report.document is not None
    return report.document
