"""Writes ``docs/accuracy.md`` from the JSON of the scoreboard.

    python accuracy.py SCOREBOARD.json

The scoreboard runs ``mtaudit scan --output-format json`` over annotated machine translations and over human text and
compares; this program only sets its figures in tables.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parents[1] / "docs" / "accuracy.md"

HEAD = """# Accuracy

Measured with version {version} on {files} files: {documents} hand-annotated machine translations (older-engine support
pages, product documentation, a course translated by a language model, one news article) and {sentences:,} sentences of
human Korean and Japanese. Written by `python benchmarks/accuracy.py`; how it was measured stands at the end.

- **Recall** (what an annotator marked and the text alone can show; found at severity minor or worse, or as advice where
  advice is the right answer): **{macro:.1%}** as the mean over documents, {micro:.1%} of all {units} things to find.
- **Precision** on the annotated documents: at least **{precision:.1%}** ({touch} of {findings} findings touch an annotation).
- **Alarms on edited human text** (tier A), severity minor or worse, per 1,000 sentences: **{alarms:.1f}**;
  major or worse: {major:.1f}. Each was read; see below.
"""

TAIL = """
## What the alarms on human text are

The annotation records the slips of six of the human documents only. The alarms on the other human texts were read one by
one: nearly all are slips that an editor would correct too (`변화과 진보`, `첫 답변를`, `20%을`, `약 2조억원`, `. .` at the end
of a paragraph, `했습니다.덕분에`), and they are counted as alarms all the same.

## How it was measured

A finding answers an annotation when its code family fits the type of error and it overlaps the span (two code points of
slack). Findings on human text that touch no recorded slip count as alarms. In files of unrelated sentences, findings about
registers, terms and other lines are left out: unrelated sentences mix registers and names. Severity `neutral` is advice and
never an alarm. Recall on corrupted text is kept by `tests/test_corruptions.py`, with a floor per operator.
"""


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    head = list(head)
    lines = [head, ["---"] * len(head), *([str(cell) for cell in row] for row in rows)]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def page(m: dict[str, Any], version: str) -> str:
    groups, genres = m["false_alarms"]["groups"], m["false_alarms"]["genres"]
    edited = [row for name, row in groups.items() if name.startswith("ko A ")]
    total = sum(row["sentences"] for row in edited)
    recall, precision = m["recall"], m["precision"]
    parts = [
        HEAD.format(
            version=version,
            files=m["run"]["files"],
            documents=recall["documents"],
            sentences=sum(row["sentences"] for row in groups.values()),
            macro=recall["macro_by_document"],
            micro=recall["micro"],
            units=recall["units"],
            precision=precision["lower_bound"],
            touch=precision["touch_gold"],
            findings=precision["findings"],
            alarms=1000 * sum(row["alarms"] for row in edited) / total,
            major=1000 * sum(row["major"] + row["critical"] for row in edited) / total,
        ),
        "\n## Recall by type of error\n\n",
        table(
            ("type", "to find", "found", "documents", "mean over documents"),
            ((t, r["units"], r["found"], r["documents"], f"{r['macro_by_document']:.0%}") for t, r in recall["types"].items()),
        ),
        "\n## By rule\n\nFindings at severity minor or worse: on the annotated machine translations, and on human text by group.\n\n",
    ]
    columns = list(groups)
    alarms = m["false_alarms"]["rules"]
    rules = sorted(set(precision["by_rule"]) | set(alarms))
    rows = []
    for code in rules:
        touched = precision["by_rule"].get(code, {"touch_gold": 0, "do_not": 0})
        name = alarms.get(code, {}).get("rule", "")
        rows.append([code, name, touched["touch_gold"], touched["do_not"], *(alarms.get(code, {}).get(c, 0) for c in columns)])
    parts += [
        table(("code", "rule", "touch an annotation", "touch none", *columns), rows),
        "\n## Human text\n\n",
        table(
            ("group", "files", "sentences", "alarms", "per 1,000", "major or worse, per 1,000", "slips found", "advice"),
            (
                (
                    name,
                    r["files"],
                    r["sentences"],
                    r["alarms"],
                    f"{r['per_1000']:.2f}",
                    f"{r['major_per_1000']:.2f}",
                    r["slips_found"],
                    r["advice"],
                )
                for name, r in {**groups, **genres}.items()
            ),
        ),
        "\n## Documents with a register finding\n\n",
        table(
            ("kind", "documents", "with a finding", "advice only"),
            ((k, v["documents"], v["with_register_finding"], v["advice_only"]) for k, v in m["registers"].items()),
        ),
        TAIL,
    ]
    return "".join(parts)


def main() -> None:
    from mtaudit import __version__
    from mtaudit.rules import all_rules

    measured = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    names = {rule.code: rule.name for rule in all_rules()}
    for code in measured["precision"]["by_rule"]:
        measured["false_alarms"]["rules"].setdefault(code, {"rule": names.get(code, "")})
    PAGE.write_text(page(measured, __version__), encoding="utf-8")


if __name__ == "__main__":
    main()
