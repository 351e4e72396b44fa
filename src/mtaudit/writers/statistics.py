"""How often each rule was hit, and in how many documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from mtaudit.report import SEVERITIES, Report, RuleInfo


def write(reports: Iterable[Report], version: str, ui_lang: str = "en") -> Iterator[str]:
    """One line a rule, the most frequent first; nothing where nothing was found."""
    findings: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    rules: dict[str, RuleInfo] = {}
    for report in reports:
        found = Counter(finding.code for finding in report.findings)
        findings.update(found)
        documents.update(found.keys())
        rules.update({code: report.rules[code] for code in found if code in report.rules and code not in rules})
        yield ""
    order = sorted(findings, key=lambda code: (-findings[code], code))
    wide = max((len(rules[code].name) for code in order if code in rules), default=0)
    for code in order:
        info = rules.get(code)
        name = info.name if info else ""
        severity = info.severity if info else SEVERITIES[-1]
        summary = info.summary.in_language(ui_lang) if info else ""
        yield f"{findings[code]:>6} in {documents[code]:>5}  {code}  {name:<{wide}}  {severity:<8}  {summary}\n"
