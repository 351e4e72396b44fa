"""Writes the pages that come from the rules themselves, and the picture in the README: ``make docs``."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

from mtaudit.cli.explain import explanation
from mtaudit.rules import Rule, all_rules

HERE = Path(__file__).parent
INTRODUCTIONS = {
    "en": "# What mtaudit finds\n\nWritten from the rules themselves by `make docs`. `mtaudit explain RULE` prints the same.\n"
    "✗ marks an example with what is found between ⟦ and ⟧, ✓ one where nothing is said, → the text with the correction.\n",
    "ko": "# mtaudit이 찾는 것\n\n규칙 파일에서 `make docs`로 만든 문서다. `mtaudit explain 규칙`도 같은 내용을 보여 준다.\n"
    "✗는 ⟦ ⟧ 안을 지적하는 예, ✓는 아무것도 지적하지 않는 예, →는 고친 글이다.\n",
}


def pages() -> Iterator[tuple[Path, str]]:
    """Path and content of each page."""
    yield HERE / "rules.md", page("en")
    yield HERE / "rules.ko.md", page("ko")


def page(ui_lang: str) -> str:
    parts = [INTRODUCTIONS[ui_lang], "\n| code | name | severity | |\n|---|---|---|---|\n"]
    for rule in all_rules():
        summary = rule.info.summary.in_language(ui_lang).replace("|", "\\|")
        parts.append(f"| [{rule.code}](#{rule.code.lower()}-{rule.name}) | {rule.name} | {rule.severity} | {summary} |\n")
    parts += [section(rule, ui_lang) for rule in all_rules()]
    return "".join(parts)


def section(rule: Rule, ui_lang: str) -> str:
    head, _, *said = explanation(rule, ui_lang)
    examples = next((i for i, line in enumerate(said) if line.startswith(("  ✗", "  ✓"))), len(said))
    prose = "\n".join(said[:examples]).strip()
    cases = "\n".join(line[2:] for line in said[examples:]).strip()
    shown = f"\n````text\n{cases}\n````\n" if cases else ""
    return f"\n## {rule.code} {rule.name}\n\n*{head.partition('  (')[2].rstrip(')')}*\n\n{prose}\n{shown}"


def picture() -> str:
    """The report on an example, as Rich draws it."""
    from rich.console import Console

    from mtaudit import engine, readers
    from mtaudit.writers import rich

    article = HERE.parent / "examples" / "ferry.ko.txt"
    console = Console(record=True, width=100, file=io.StringIO(), force_terminal=True)
    document = readers.read_bytes(article.read_bytes(), "examples/ferry.ko.txt")
    rich.write([engine.audit(document)], console)
    return _widened(console.export_svg(title="mtaudit scan examples/ferry.ko.txt", unique_id="report"))


def _widened(svg: str) -> str:
    """Rich squeezes Hangul into the width of as many Latin letters; a syllable is two columns wide."""
    from html import unescape

    from rich.cells import cell_len

    def lengthen(m: re.Match[str]) -> str:
        text = unescape(m[4])
        return f"{m[1]}{float(m[2]) * cell_len(text) / len(text):g}{m[3]}{m[4]}<"

    return re.sub(r'(<text [^>]*textLength=")([\d.]+)("[^>]*>)([^<]+)<', lengthen, svg)


def main() -> None:
    for path, content in pages():
        path.write_text(content, encoding="utf-8")
    (HERE / "report.svg").write_text(picture(), encoding="utf-8")


if __name__ == "__main__":
    main()
