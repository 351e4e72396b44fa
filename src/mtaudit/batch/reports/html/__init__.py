"""The report as a page for a browser, which needs no network: figures, ranking, and each text with its findings marked.

``report.html`` holds everything while it is small enough; otherwise the texts go to ``articles-001.html`` and so on, which link
to it and back. Nothing in a text is obeyed: the templates escape all data, characters that act on their own become pictures,
and the policy of the page allows its own style and script only, by their hashes. No more than one record is held at a time:
the articles wait in a temporary file until their order is known.
"""

from __future__ import annotations

import os
import tempfile
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from mtaudit.batch.figures import DIMENSIONS, OTHERS, Group
from mtaudit.batch.reports.html import plots
from mtaudit.batch.reports.html.articles import Article, Row, article, row
from mtaudit.batch.reports.html.marks import CARET
from mtaudit.batch.reports.html.words import SEVERITY_CLASSES, Words, clean, number, percent
from mtaudit.report import SEVERITIES
from mtaudit.writers.visible import quoted

if TYPE_CHECKING:
    from jinja2 import Environment

    from mtaudit.batch.reports import Material

REPORT = "report.html"
WHOLE = 14_000_000
"""Texts that take more bytes than this are put into files of their own."""
PART = 7_500_000
"""Such a file holds about so many bytes."""
TEXTS = 20_000
"""Of more documents only the texts of those in the ranking are shown."""
GONE = 200

_HERE = Path(__file__).parent
_PAGE = _HERE / "page"


class _Stored(NamedTuple):
    """Where the article of a record waits, in bytes."""

    number: int
    start: int
    size: int


def write(folder: Path, report: Material, ui_lang: str) -> list[Path]:
    """Writes ``report.html``, and ``articles-001.html`` … where they are needed; older such files are removed."""
    words = Words(ui_lang)
    pages = _environment(words, report.title or words.say("Translated texts", "번역문"))
    ranked = {number: rank for rank, (number, _) in enumerate(report.figures.worst)}
    rows: dict[int, Row] = {}
    with tempfile.TemporaryFile(dir=folder) as store:
        stored = list(_store(store, pages, report, ranked, rows, words))
        stored.sort(key=lambda found: (ranked.get(found.number, len(ranked)), found.number))
        parts = [stored] if sum(found.size for found in stored) <= WHOLE else list(_parts(stored))
        names = [f"articles-{which:03}.html" for which in range(1, len(parts) + 1)] if len(parts) > 1 else []
        written = []
        for which, name in enumerate(names):
            more = {"which": which + 1, "of": len(parts), "home": REPORT}
            more["before"] = names[which - 1] if which else ""
            more["after"] = names[which + 1] if which + 1 < len(names) else ""
            fragments = _fragments(store, parts[which])
            written.append(_written(folder / name, pages.get_template("articles.html").generate(fragments=fragments, **more)))
        file_of = {found.number: name for name, part in zip(names, parts, strict=False) for found in part}
        shown = _shown(report, words, [rows[number] for number in ranked if number in rows])
        shown["parts"] = [(name, len(part)) for name, part in zip(names, parts, strict=False)]
        shown["fragments"] = () if names else _fragments(store, stored)
        shown["shown_texts"] = len(stored)
        shown["link"] = lambda number: f"{file_of.get(number, '')}#d{number}"
        written.insert(0, _written(folder / REPORT, pages.get_template("report.html").generate(**shown)))
    for old in folder.glob("articles-[0-9][0-9][0-9].html"):
        if old.name not in names:
            old.unlink()
    return written


def _environment(words: Words, title: str) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    pages = Environment(loader=FileSystemLoader(_PAGE), autoescape=True, undefined=StrictUndefined, finalize=clean)
    style, script = ((_PAGE / name).read_text(encoding="utf-8") for name in ("style.css", "script.js"))
    pages.globals.update(
        w=words,
        title=title,
        style=Markup(style),  # our own
        script=Markup(script),
        policy=_policy(style, script),
        severities=SEVERITIES,
        number=number,
        percent=percent,
        quoted=quoted,
        density=_density,
        caret=CARET,
        clean=clean,
        strip_label=lambda shown: _strip_label(shown, words),
        severity_class=SEVERITY_CLASSES.__getitem__,
    )
    return pages


def _policy(style: str, script: str) -> str:
    hashes = [b64encode(sha256(text.encode()).digest()).decode() for text in (style, script)]
    own = f"style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'"
    return f"default-src 'none'; {own}; img-src data:; base-uri 'none'; form-action 'none'"


def _store(
    store: IO[bytes],
    pages: Environment,
    report: Material,
    ranked: dict[int, int],
    rows: dict[int, Row],
    words: Words,
) -> Iterator[_Stored]:
    """Writes the articles one after the other, and fills in the rows of the ranking."""
    template = pages.get_template("article.html")
    every = report.figures.total.documents <= max(TEXTS, len(ranked))
    for which, record in enumerate(report.records()):
        if record["error"] is not None or not (every or which in ranked):
            continue
        change = report.comparison.of(record) if report.comparison is not None else None
        if which in ranked:
            rows[which] = row(which, record, change)
        start = store.tell()
        store.write(template.render(a=article(which, record, change, words.ui_lang)).encode())
        yield _Stored(which, start, store.tell() - start)


def _parts(stored: list[_Stored]) -> Iterator[list[_Stored]]:
    part: list[_Stored] = []
    size = 0
    for found in stored:
        if part and size + found.size > PART:
            yield part
            part, size = [], 0
        part.append(found)
        size += found.size
    yield part


def _fragments(store: IO[bytes], stored: list[_Stored]) -> Iterator[str]:
    from markupsafe import Markup

    for found in stored:
        store.seek(found.start)
        yield Markup(store.read(found.size).decode())  # what the template made


def _written(path: Path, texts: Iterable[str]) -> Path:
    """A whole file, or none."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(texts)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return path


def _shown(report: Material, words: Words, rows: list[Row]) -> dict[str, Any]:
    """What the template of the report is shown."""
    figures, total = report.figures, report.figures.total
    passing = _passing(total)
    families = sorted(figures.families.items(), key=lambda item: -sum(item[1].values()))
    rules = sorted(figures.rules.values(), key=lambda rule: (-rule.total, rule.code))
    longest = plots.most(rule.findings for rule in rules), plots.most(counts for _, counts in families)
    compared = report.comparison
    return {
        "figures": figures,
        "passing": passing,
        "overall": plots.calibrated(total),
        "words": int(total.sums.get("words", 0)),
        "headline": _headline(total, words),
        "classes": plots.distribution(figures.classes, passing),
        "families": [(code, sum(counts.values()), plots.stacked(counts, longest[1])) for code, counts in families],
        "rules": [(rule, plots.stacked(rule.findings, longest[0])) for rule in rules],
        "trend": plots.trend(figures.groups["week"], passing),
        "groups": [(name, _group_rows(name, figures.groups[name])) for name in DIMENSIONS if figures.groups[name]],
        "dimensions": [name for name in DIMENSIONS if figures.groups[name]],
        "others": OTHERS,
        "rows": rows,
        "comparison": compared,
        "changed": _changed(compared.totals) if compared is not None else [],
        "gone": list(islice(compared.gone(), GONE)) if compared is not None else [],
        "made": [(key, str(value)) for key, value in report.made.items()],
    }


def _headline(total: Group, words: Words) -> str:
    if not total.documents:
        return words.say("There is no text to judge.", "판정할 글이 없다.")
    if not total.failed:
        return words.say("All texts pass.", "모든 글이 통과했다.")
    if total.failed == total.documents:
        return words.say("No text passes.", "통과한 글이 없다.")
    verb = "fails" if total.failed == 1 else "fail"
    return words.say(
        f"{total.failed:,} of {total.documents:,} texts {verb}.", f"{total.documents:,}건 가운데 {total.failed:,}건이 불합격이다."
    )


def _passing(group: Group) -> float:
    """The passing threshold that the signature of the score tells."""
    told = dict(part.partition(":")[::2] for part in group.signature.split("|"))
    return float(told.get("PT", 95))


def _density(group: Group) -> float | None:
    """Findings per 1,000 words, without advice."""
    words = group.sums.get("words", 0)
    return 1000 * sum(group.findings[severity] for severity in SEVERITIES[:-1]) / words if words else None


def _group_rows(name: str, groups: dict[str, Group]) -> list[tuple[str, Group, float | None]]:
    """Weeks in their order, everything else from the worst up; what stands for all others is the last."""
    found = [(value, group, plots.calibrated(group)) for value, group in groups.items()]
    if name == "week":
        return sorted(found, key=lambda item: item[0], reverse=True)
    return sorted(found, key=lambda item: (item[0] == OTHERS, item[2] is None, item[2] or 0.0, item[0]))


def _changed(totals: Any) -> list[tuple[str, str, Any]]:
    """Rules with findings that are new or fixed, those with the most first."""
    found = [(code, totals.names[code], counts) for code, counts in totals.rules.items() if counts.new or counts.fixed]
    return sorted(found, key=lambda item: (-item[2].new - item[2].fixed, item[0]))


def _strip_label(shown: Article, words: Words) -> str:
    """The register strip in words."""
    registers = (shown.register or {}).get("registers", {})
    counts = [f"{words.register(name)} {number(registers[name])}" for name in ("polite", "plain", "") if registers.get(name)]
    return words.say("Register of the sentences in their order: ", "문장의 순서대로 본 문체: ") + ", ".join(counts)
