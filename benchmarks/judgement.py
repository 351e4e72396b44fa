"""Correlates every score of mtaudit with human judgement.

    python benchmarks/judgement.py FILE... --source-lang zh --target-lang en [--reference refB] [--without ref]
        [--columns source=en_source,target=ko_target,score=total] [--lower-is-better] [--glossary FILE]
        [--model KIND[=ID]]... [--allow-noncommercial-models] [--resamples N] [--markdown | --json]

A file is a table of MQM errors as in google/wmt-mqm-human-evaluation (TSV; recognised by its columns ``category`` and
``severity``), or TSV, CSV or JSONL with one judged translation a row: ``source``, ``target``, ``score``, and where known
``reference``, ``system``, ``document``, ``segment``. Several ratings of a translation are averaged. docs/judgement.md says what
came out, and what it means.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean, median
from typing import Any

from correlation import SEED, Agreement, Figure, agreement
from judged import COSTS, OPTIONAL, PLAIN, Judged, read
from mtaudit import __version__, engine, models
from mtaudit.config import Settings
from mtaudit.document import Document, Segment
from mtaudit.errors import BadSetting, MtauditError, UnreadableInput
from mtaudit.glossary.files import load
from mtaudit.scores import mqm
from mtaudit.scores.references import METRICS, measured, texts
from mtaudit.writers.visible import visible

PENALTY = "MQM penalty of the rules"
Values = Sequence[float | None]


def audited(items: Sequence[Judged], settings: Settings) -> dict[str, Values]:
    """What the rules find in each translation, as the costs of WMT and as a number. Segments of a document are shown together."""
    documents: dict[tuple[str, str], list[int]] = {}
    for number, item in enumerate(items):
        documents.setdefault((item.system, item.document), []).append(number)
    weighting = mqm.weighting("wmt")
    penalties, numbers, words = ([0.0] * len(items) for _ in range(3))
    terms: list[float | None] = [None] * len(items)
    for members in documents.values():
        document = _document(items, members)
        findings = engine.audit(document, settings).findings
        for number, segment in zip(members, document.segments, strict=True):
            own = [finding for finding in findings if finding.place.segment == segment.key]
            words[number] = len(segment.target.split())
            penalties[number] = mqm.score(own, int(words[number]), weighting=weighting, segments=(segment,)).sums["penalty"]
            numbers[number] = len(own)
            if settings.glossary is not None:
                alone = engine.audit(_document(items, [number]), settings)
                terms[number] = next(score.value for score in alone.scores if score.name == "terms")
    out: dict[str, Values] = {
        PENALTY: [-penalty for penalty in penalties],
        "the same per word": [-penalty / max(count, 1) for penalty, count in zip(penalties, words, strict=True)],
        "number of findings": [-number for number in numbers],
    }
    return out | ({"terms": terms} if settings.glossary is not None else {})


def _document(items: Sequence[Judged], members: Sequence[int]) -> Document:
    segments, start = [], 0
    for place, number in enumerate(members):
        item = items[number]
        segments.append(Segment(place, item.target, start=start, key=str(place), source=item.source))
        start += len(item.target) + 2
    return Document(tuple(segments), items[members[0]].document, "\n\n".join([segment.target for segment in segments]))


def compared(items: Sequence[Judged], lang: str) -> tuple[dict[str, Values], list[str]]:
    """Agreement with the reference, where there is one, and the signatures."""
    held = [number for number, item in enumerate(items) if item.reference]
    out: dict[str, Values] = {}
    signatures = []
    for metric in METRICS if held else ():
        given = texts("the translations", lang, (items[n].target for n in held), [[items[n].reference or "" for n in held]])
        result = measured(metric, given)
        of = dict(zip(held, result.segments, strict=True))
        sign = -1 if metric == "ter" else 1
        out[metric] = [sign * of[n] if n in of else None for n in range(len(items))]
        signatures.append(result.score.signature.replace("|eff:no", "|eff:yes"))  # of BLEU of single segments
    return out, signatures


def asked(
    items: Sequence[Judged], wanted: Sequence[str], langs: tuple[str, str], noncommercial: bool
) -> tuple[dict[str, Values], list[str]]:
    """What models say, and which they were. Raises BadSetting for a model that cannot be had or does not know the languages."""
    pairs = [(item.source, item.target) for item in items]
    sources, targets = [item.source for item in items], [item.target for item in items]
    out: dict[str, Values] = {}
    parts = []
    for kind, _, given in (each.partition("=") for each in wanted):
        if kind not in models.KINDS:
            raise BadSetting(f"there is no kind of model {kind!r}; there are {', '.join(models.KINDS)}")
        spec = given or models.DEFAULTS.get(kind)
        if spec is None:
            raise BadSetting(f"say which model: --model {kind}=ID")
        model: Any = getattr(models, kind)(spec, allow_noncommercial=noncommercial)
        if kind == "similarity":
            if unknown := [lang for lang in langs if not model.knows(lang)]:
                raise BadSetting(f"the model {spec} does not know {', '.join(unknown)}")
            out[kind] = model.cosines(sources, targets)
        elif kind == "fluency":
            out[kind] = [-fmean(token.nats for token in tokens) if tokens else None for tokens in model.surprisals(targets)]
        elif kind == "qe":
            out[kind] = model.scores(pairs)
        else:
            out["error spans"] = [-sum(COSTS[span.severity] for span in found) for found in model.spans(pairs)]
        parts.append(model.info.part())
    return out, parts


def baselines(items: Sequence[Judged]) -> dict[str, Values]:
    """What knows nothing of translation: a score is worth something where it does better."""
    ratios = [math.log(max(len(item.target), 1) / max(len(item.source), 1)) for item in items]
    middle = median(ratios)
    return {
        "short source": [-len(item.source) for item in items],
        "usual length ratio": [-abs(ratio - middle) for ratio in ratios],
    }


def correlated(items: Sequence[Judged], values: Values, resamples: int) -> Agreement | None:
    """None for a score that says something of fewer than three translations."""
    told = [(value, item) for value, item in zip(values, items, strict=True) if value is not None]
    if len(told) < 3:
        return None
    held = [item for _, item in told]
    columns = ([item.human for item in held], [item.segment for item in held], [item.system for item in held])
    return agreement([value for value, _ in told], *columns, resamples)


def alarms(items: Sequence[Judged], penalties: Values) -> str:
    """What humans think of the translations in which the rules find something, and of the others: means."""
    found = [item.human for item, penalty in zip(items, penalties, strict=True) if penalty]
    rest = [item.human for item, penalty in zip(items, penalties, strict=True) if not penalty]
    means = [f"{fmean(group):.2f}" if group else "none" for group in (found, rest)]
    return f"{len(found):,} translations, mean judgement {means[0]}; the other {len(rest):,}: {means[1]}"


HEAD = ("score", "n", "Spearman's rho", "Kendall's tau-b", "pairs of a source", "systems")


def cells(name: str, result: Agreement | None) -> tuple[str, ...]:
    if result is None:
        return (name, "0", "–", "–", "–", "–")
    pairs = f"{_told(result.accuracy)} of {result.pairs:,}" if result.pairs else "–"
    systems = "–" if result.system_rho is None else f"{result.system_rho:.2f} of {result.systems}"
    return (name, f"{result.n:,}", _told(result.rho), _told(result.tau), pairs, systems)


def _told(figure: Figure) -> str:
    if figure.value is None:
        return "constant"
    return f"{figure.value:.2f}" + (f" ({figure.low:.2f} to {figure.high:.2f})" if figure.low is not None else "")


def table(lines: Sequence[Sequence[str]], markdown: bool) -> str:
    if markdown:
        marked = [lines[0], ["---"] * len(HEAD), *lines[1:]]
        return "".join("| " + " | ".join(line) + " |\n" for line in marked)
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    return "".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() + "\n" for line in lines)


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Correlates every score of mtaudit with human judgement.")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="MQM errors (TSV), or scores (TSV, CSV, JSONL)")
    parser.add_argument("--source-lang", required=True)
    parser.add_argument("--target-lang", required=True)
    parser.add_argument("--reference", metavar="SYSTEM", help="whose translations are references, and not judged")
    parser.add_argument("--without", action="append", default=[], metavar="SYSTEM", help="leave a system out; repeatable")
    parser.add_argument("--columns", default="", metavar="OURS=THEIRS,...", help="other names of the columns of a table of scores")
    parser.add_argument("--lower-is-better", action="store_true", help="the scores are penalties")
    parser.add_argument("--glossary", type=Path)
    parser.add_argument(
        "--model", action="append", default=[], metavar="KIND[=ID]", help="similarity, fluency, qe or spans; repeatable"
    )
    parser.add_argument("--allow-noncommercial-models", action="store_true")
    parser.add_argument("--resamples", type=int, default=1000, help="of the bootstrap; 0 for no intervals")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--markdown", action="store_true")
    form.add_argument("--json", action="store_true")
    return parser.parse_args(given)


def renamed(given: str) -> dict[str, str]:
    """What ``--columns`` says. Raises BadSetting for a column that there is not."""
    pairs = [part.partition("=") for part in given.split(",") if part]
    for ours, equals, theirs in pairs:
        if ours not in (*PLAIN, *OPTIONAL) or not equals or not theirs:
            raise BadSetting(f"--columns has {ours}{equals}{theirs}; it takes NAME=COLUMN for {', '.join((*PLAIN, *OPTIONAL))}")
    return {ours: theirs for ours, _, theirs in pairs}


def run(options: argparse.Namespace) -> str:
    columns = renamed(options.columns)
    items = [
        item for path in options.files for item in read(path, columns, options.lower_is_better, options.reference, options.without)
    ]
    if len({item.human for item in items}) < 2:
        raise UnreadableInput("there are no two different judgements: nothing can be compared with them")
    glossary = load(options.glossary) if options.glossary else None
    settings = Settings(lang=options.target_lang, source_lang=options.source_lang, glossary=glossary)
    langs = (options.source_lang, options.target_lang)
    said, parts = asked(items, options.model, langs, options.allow_noncommercial_models)
    agreed, signatures = compared(items, options.target_lang)
    values = audited(items, settings) | agreed | said | baselines(items)
    results = {name: correlated(items, each, options.resamples) for name, each in values.items()}
    made = {
        "mtaudit": __version__,
        "languages": "-".join(langs),
        "judged": len(items),
        "sources": len({item.segment for item in items}),
        "systems": len({item.system for item in items}),
        "faults of severity minor or worse in": alarms(items, values[PENALTY]),
        "models": parts,
        "signatures": signatures,
        "bootstrap": f"{options.resamples} resamples of sources, seed {SEED}",
    }
    if options.json:
        # A figure is an object, too.
        return json.dumps({**made, "scores": {name: result and plain(result) for name, result in results.items()}}, indent=2) + "\n"
    lines = [HEAD, *(cells(name, result) for name, result in results.items())]
    told = [f"{key}: {', '.join(value) or 'none' if isinstance(value, list) else value}" for key, value in made.items()]
    return f"{table(lines, options.markdown)}\n" + "".join(f"{'- ' * options.markdown}{each}\n" for each in told)


def plain(result: Agreement) -> dict[str, Any]:
    return {key: value._asdict() if isinstance(value, Figure) else value for key, value in result._asdict().items()}


def main(given: Sequence[str] | None = None) -> int:
    options = arguments(given)
    try:
        sys.stdout.write(run(options))
    except MtauditError as error:
        print(f"error: {visible(str(error))}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
