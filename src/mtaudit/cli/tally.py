"""The summary of ``mtaudit fix``."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mtaudit.report import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtaudit.document import Document
    from mtaudit.fixing import Fixed


class Tally:
    """What was done to the texts that went by. ``unreadable`` are those that could not be read or written."""

    def __init__(self) -> None:
        self.texts = self.changed = self.unreadable = self.refused = 0
        self.corrected: Counter[str] = Counter()
        self.unsafe: Counter[str] = Counter()

    def add(self, before: Document, done: Fixed, unsafe: bool) -> None:
        self.texts += 1
        self.changed += done.report.document is not None and done.report.document.text != before.text
        self.refused += len(done.refused)
        self.corrected.update(f"{finding.code} {finding.rule}" for finding in done.applied)
        if not unsafe:
            left = (f for f in done.report.findings if f.fix is not None and not f.fix.safe)
            self.unsafe.update(f"{finding.code} {finding.rule}" for finding in left)

    def lines(self, written: bool, ui_lang: str) -> Iterator[str]:
        """How many findings were corrected and how many are left for ``--unsafe-fixes``, in all and by rule."""
        if not self.texts:
            return
        yield self._total(written).in_language(ui_lang)
        for rule, number in self.corrected.most_common():
            yield f"{number:>6}  {rule}"
        for rule, number in self.unsafe.most_common():
            yield f"{number:>6}  {rule}  (--unsafe-fixes)"
        if self.refused:
            n = self.refused
            said = Message(
                f"left alone, because correcting them would bring up another finding: {n}",
                f"고치면 다른 지적이 생겨 그대로 둔 지적: {n}건",
            )
            yield said.in_language(ui_lang)

    def _total(self, written: bool) -> Message:
        n, files, texts = self.corrected.total(), self.changed, self.texts
        more = self.unsafe.total()
        if n:
            en = f"{_count(n, 'finding')} {'corrected' if written else 'can be corrected'} in {files:,} of {_count(texts, 'text')}"
            ko = f"글 {texts}건 가운데 {files}건에서 지적 {n}건을 {'고쳤음' if written else '고칠 수 있음'}"
        else:
            en, ko = (
                f"nothing {'corrected' if written else 'to correct'} in {_count(texts, 'text')}",
                f"글 {texts}건에 고친 것이 없음" if written else f"글 {texts}건에 고칠 것이 없음",
            )
        if more:
            en, ko = f"{en}, {more:,} more with --unsafe-fixes", f"{ko}, --unsafe-fixes를 쓰면 {more:,}건 더"
        return Message(en, ko)


def _count(number: int, one: str) -> str:
    return f"{number:,} {one if number == 1 else one + 's'}"
