"""The two verbs: ``audit`` shows a Document to the rules, ``fix`` applies what they propose. Both are pure."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from mtaudit import __version__, languages, register, rules
from mtaudit.config import Settings
from mtaudit.report import Finding, Report
from mtaudit.scores import mqm
from mtaudit.scores.merging import glossary_part
from mtaudit.view import DocumentView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mtaudit.document import Document, Kind, Place
    from mtaudit.report import Hit, ModelInfo, RuleInfo, Score, Severity
    from mtaudit.rules import Rule


def audit(document: Document, settings: Settings | None = None) -> Report:
    """Everything that the selected rules and scores say of a document.

    Raises BadSetting where ``settings`` name a rule that does not exist.
    """
    settings = settings or Settings()
    lang = settings.lang or document.target_lang or languages.detect(document.prose)
    kinds = settings.models.kinds
    chosen = rules.with_models(rules.selected(settings.select, settings.ignore, lang), kinds, settings.select)
    view = DocumentView(document, languages.get(lang), settings)
    found = [_finding(rule, hit, settings.severities) for rule, hit in _hits(view, chosen)]
    findings = _sorted(_arbitrated(_allowed(_confident(found, settings.min_confidence), settings.latin_names), chosen))
    words = sum([len(segment.text.split()) for segment in view.segments if segment.kind != "code"])
    opinions, infos = _second(view) if kinds else ((), ())
    return Report(
        name=document.name,
        format=document.format,
        document=document,
        target_lang=lang,
        source_lang=settings.source_lang or document.source_lang,
        findings=tuple(findings),
        scores=(_mqm(findings, words, document, settings), *_adherence(view), *opinions),
        register=register.profile(view),
        signature="|".join([_signature(lang, chosen, settings), *[f"model:{info.part()}" for info in infos]]),
        rules=_infos(chosen),
        models=infos,
    )


def with_findings(report: Report, findings: Iterable[Finding], settings: Settings) -> Report:
    """The report with some of its findings only, and the MQM score of these."""
    kept = tuple(findings)
    if report.document is None or len(kept) == len(report.findings):
        return report
    words = next((int(score.sums["words"]) for score in report.scores if score.name == "mqm"), 0)
    anew = _mqm(kept, words, report.document, settings)
    return report._replace(findings=kept, scores=tuple([anew if score.name == "mqm" else score for score in report.scores]))


def _mqm(findings: Iterable[Finding], words: int, document: Document, settings: Settings) -> Score:
    weighting = mqm.weighting(settings.weighting, settings.multipliers, settings.weights)
    return mqm.score(findings, words, settings.passing, settings.acceptable, weighting, document.segments)


def _adherence(view: DocumentView) -> tuple[Score, ...]:
    if view.settings.glossary is None:
        return ()
    from mtaudit.scores import terms

    return (terms.score(view, view.settings.glossary),)


def _second(view: DocumentView) -> tuple[tuple[Score, ...], tuple[ModelInfo, ...]]:
    """The scores of models, and which models were asked."""
    from mtaudit import opinions
    from mtaudit.scores import models as scores

    return tuple(scores.scores(view)), view.once(opinions.infos)


def fix(document: Document, report: Report, unsafe: bool = False) -> str:
    """The document's text with the fixes of its report applied: the safe ones, or all.

    Of fixes that overlap the first in the text wins; audit the result again for the others.
    """
    out: list[str] = []
    done = 0
    for finding in sorted(report.findings, key=lambda f: (f.place.start, f.place.end)):
        if finding.fix is None or not (finding.fix.safe or unsafe) or finding.place.start < done:
            continue
        out += [document.text[done : finding.place.start], finding.fix.text]
        done = finding.place.end
    return "".join([*out, document.text[done:]])


def _signature(lang: str, chosen: tuple[Rule, ...], settings: Settings) -> str:
    """What made this report: two reports with the same signature can be compared."""
    which = "all" if settings.select == ("ALL",) and not settings.ignore else ",".join(rule.code for rule in chosen)
    glossary = glossary_part(settings.glossary) if settings.glossary else "glossary:none"
    return f"mtaudit:{__version__}|lang:{lang}|rules:{which}|{glossary}|register:{settings.register}|genre:{settings.genre}"


class _Plan:
    """Which rule is shown which segment: one pass of Aho-Corasick over a segment serves all anchored rules."""

    def __init__(self, chosen: tuple[Rule, ...]) -> None:
        self.documents = [rule for rule in chosen if rule.scope == "document"]
        segments = [rule for rule in chosen if rule.scope == "segment"]
        self.anchored = [rule for rule in segments if rule.anchors]
        self.waiting = [rule for rule in self.documents if rule.anchors]
        kinds: frozenset[Kind] = frozenset().union(*(rule.kinds for rule in segments)) if segments else frozenset()
        self.always: dict[Kind, list[Rule]] = {
            kind: [rule for rule in segments if kind in rule.kinds and not rule.anchors] for kind in kinds
        }
        owners: dict[str, list[Rule]] = {}
        for rule in (*self.anchored, *self.waiting):
            for literal in rule.anchors:
                owners.setdefault(literal, []).append(rule)
        self.owners = list(owners.values())
        self.automaton = None
        if owners:
            from daachorse import CharwiseDoubleArrayAhoCorasick

            self.automaton = CharwiseDoubleArrayAhoCorasick(list(owners))

    def asked(self, text: str) -> list[Rule]:
        """The rules with an anchor in ``text``, each once."""
        if self.automaton is None:
            return []
        seen: dict[str, Rule] = {}
        for which in {match[2] for match in self.automaton.find_overlapping(text)}:
            for rule in self.owners[which]:
                seen[rule.code] = rule
        return list(seen.values())


@lru_cache(maxsize=16)
def _infos(chosen: tuple[Rule, ...]) -> Mapping[str, RuleInfo]:
    return {rule.code: rule.info for rule in chosen}


@lru_cache(maxsize=16)
def _plan(chosen: tuple[Rule, ...]) -> _Plan:
    return _Plan(chosen)


def _hits(view: DocumentView, chosen: tuple[Rule, ...]) -> Iterator[tuple[Rule, Hit]]:
    plan = _plan(chosen)
    wanted = {rule.code for rule in plan.documents if not rule.anchors}
    for segment in view.segments:
        for rule in plan.always.get(segment.kind, ()):
            for hit in rule.check(segment):
                yield rule, hit
        for rule in plan.asked(segment.text):
            if rule.scope == "document":
                wanted.add(rule.code)
                view.anchored.setdefault(rule.name, []).append(segment)
            elif segment.kind in rule.kinds:
                for hit in rule.check(segment):
                    yield rule, hit
    for rule in plan.documents:
        if rule.code in wanted:
            for hit in rule.check(view):
                yield rule, hit


def _finding(rule: Rule, hit: Hit, severities: Mapping[str, Severity]) -> Finding:
    return Finding(
        rule.code,
        rule.name,
        rule.mqm,
        severities.get(rule.name) or hit.severity or rule.severity,
        rule.confidence if hit.confidence is None else hit.confidence,
        hit.place,
        hit.message,
        hit.fix,
        hit.related,
    )


# The filters, each of findings to findings.


def _confident(findings: list[Finding], least: float) -> list[Finding]:
    return [f for f in findings if f.confidence >= least]


_ABOUT_LATIN = frozenset(("latin-name", "half-translated", "mixed-rendering", "mixed-casing"))


def _allowed(findings: list[Finding], names: tuple[str, ...]) -> list[Finding]:
    """Without findings that ask for a name in Hangul which the house writes in Latin letters."""
    return [f for f in findings if f.rule not in _ABOUT_LATIN or not f.place.text.startswith(names)] if names else findings


def _arbitrated(findings: list[Finding], chosen: tuple[Rule, ...]) -> list[Finding]:
    """Without those whose rule yields to another rule that reports the same place, and without exact repeats."""
    yields = {rule.name: rule.yields_to for rule in chosen if rule.yields_to}
    stronger = {name for names in yields.values() for name in names}
    taken = {name: _Spans([f.place for f in findings if f.rule == name]) for name in stronger & {f.rule for f in findings}}
    out: dict[tuple[str, int, int], Finding] = {}
    for f in findings:
        if not any(name in taken and taken[name].touch(f.place) for name in yields.get(f.rule, ())):
            out.setdefault((f.code, f.place.start, f.place.end), f)
    return list(out.values())


class _Spans:
    """Places of one rule, to be asked whether any overlaps another place."""

    def __init__(self, places: list[Place]) -> None:
        ordered = sorted((p.start, p.end) for p in places)
        self.starts = [start for start, _ in ordered]
        self.furthest = list(accumulate((end for _, end in ordered), max))

    def touch(self, place: Place) -> bool:
        before = bisect_left(self.starts, place.end)
        return before > 0 and self.furthest[before - 1] > place.start


def _sorted(findings: list[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: (f.place.start, f.place.end, f.code))
