"""A configuration for the texts of a folder: what they are already like, written down with comments."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from mtaudit.rules.ko import house_date_format

if TYPE_CHECKING:
    from mtaudit.report import Report

MOST = 200
"""So many texts are looked at."""
CLEAR = 0.8
"""The share of the texts from which on a habit counts as the habit of the house."""


class Seen(NamedTuple):
    """What the texts are like: counts of texts by language, format, register, kind of quotation mark, form of date."""

    texts: int
    languages: Counter[str]
    formats: Counter[str]
    registers: Counter[str]
    marks: Counter[str]
    dates: Counter[str]
    failing: int
    minor: tuple[int, ...]


def seen(reports: Iterable[Report]) -> Seen:
    """What audited texts are like; those that could not be read do not count."""
    languages: Counter[str] = Counter()
    formats: Counter[str] = Counter()
    registers: Counter[str] = Counter()
    marks: Counter[str] = Counter()
    dates: Counter[str] = Counter()
    texts = failing = 0
    minor: list[int] = []
    for report in reports:
        if report.document is None:
            continue
        texts += 1
        languages[report.target_lang or ""] += 1
        formats[report.format] += 1
        if report.register is not None and report.register.expected and not report.register.mixed:
            registers[report.register.expected] += 1
        text = report.document.text
        if curly := text.count("“") + text.count("‘"):
            marks["curly" if curly * 2 >= text.count('"') else "straight"] += 1
        elif '"' in text:
            marks["straight"] += 1
        dates.update({form for *_, form in house_date_format.dates(text)} & {"words", "dots", "iso"})
        failing += any(finding.severity in ("critical", "major") for finding in report.findings)
        minor.append(sum(finding.severity == "minor" for finding in report.findings))
    return Seen(texts, languages, formats, registers, marks, dates, failing, tuple(sorted(minor)))


def _habit(counts: Counter[str], of: int) -> str | None:
    """What most texts do, where it is clear."""
    if not counts:
        return None
    word, number = counts.most_common(1)[0]
    return word if number >= max(3, CLEAR * counts.total()) and counts.total() * 5 >= of else None


def lines(seen: Seen) -> Iterator[str]:
    """The lines of ``mtaudit.toml``. What the texts do not decide stands there as a comment."""
    lang = _habit(seen.languages, seen.texts)
    register = _habit(seen.registers, seen.texts) if lang == "ko" else None
    genre = "docs" if seen.formats["markdown"] * 2 > seen.texts else None
    yield "# mtaudit: how the texts in this folder are audited."
    yield f"# Written by `mtaudit init` after looking at {seen.texts} texts. `mtaudit check --show-settings` says what is in force."
    yield ""
    yield from _setting("lang", lang, "ko", f"{_told(seen.languages)}; without this line it is detected for each text")
    yield from _setting("genre", genre, "news", "what the texts are: general, news, docs or blog")
    yield from _setting("glossary", None, ["terms.csv", "diplomacy-ko"], "the terms of the house: files, or glossaries of mtaudit")
    yield from _setting("ignore", None, ["STY"], "rules, codes or families to leave out")
    yield from _setting("exclude", None, ["drafts/"], "files to leave alone, as in .gitignore")
    yield ""
    yield "[style]"
    yield from _setting("register", register, "plain", f"plain (-다) or polite (-습니다, -요); {_told(seen.registers)}")
    marks = _habit(seen.marks, seen.texts)
    yield from _setting("quotation-marks", marks, "curly", f"curly “ ” or straight; {_told(seen.marks)}")
    dates = _habit(seen.dates, seen.texts)
    yield from _setting(
        "date-format", dates, "words", f"words 2024년 1월 5일, dots 2024. 1. 5., iso 2024-01-05; {_told(seen.dates)}"
    )
    yield from _setting("latin-names", None, ["NATO"], "names that may stay in Latin letters")
    yield ""
    yield "# [style.terms]             # renderings of the house: wrong = right"
    yield '# "컨텐츠" = "콘텐츠"'
    yield ""
    yield "[gate]"
    yield f"# {seen.failing} of {seen.texts} texts have a finding of severity major or worse now."
    yield from _setting("fail-on", "major", "major", "a finding this bad fails the check: critical, major, minor, neutral or never")
    usual = seen.minor[int(0.9 * (len(seen.minor) - 1))] if seen.minor else 0
    yield from _setting(
        "max-minor", None, max(usual, 5), f"minor findings in a text; nine tenths of the texts have at most {usual}"
    )
    yield from _setting("min-score", None, 80, "the calibrated MQM score that a text must have")
    yield ""
    yield "# [rules.calque-density]    # what a rule can be told: mtaudit explain calque-density"
    yield '# severity = "minor"'
    yield ""
    yield "# [[overrides]]             # other settings for some files"
    yield '# files = ["docs/**/*.md"]'
    yield '# style.register = "polite"'


def _setting(key: str, value: object, example: object, comment: str) -> Iterator[str]:
    """One line; a comment where there is no value, so that the example can be taken over."""
    written = f"{key} = {json.dumps(example if value is None else value, ensure_ascii=False)}"
    yield f"{written if value is not None else '# ' + written:<34}  # {comment}"


def _told(counts: Counter[str]) -> str:
    return ", ".join(f"{word} in {number}" for word, number in counts.most_common()) or "no text tells"
