"""The labels of a classifier, and the severities of errors among them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from mtaudit.report import Severity

NO_ERROR = "o"


def label_names(config: Mapping[str, Any]) -> list[str]:
    """The labels in the order of the outputs, as transformers reads a ``config.json``: two where it does not tell."""
    named = config.get("id2label")
    if isinstance(named, dict):
        return [str(label) for _, label in sorted(named.items(), key=lambda item: int(item[0]))]
    return [f"LABEL_{number}" for number in range(int(config.get("num_labels") or 2))]


def severities(labels: Sequence[str]) -> tuple[tuple[Severity | None, bool], ...] | None:
    """For each label its severity (None for ``O``) and whether it begins a span (``B-``); None where a label is something else."""
    found: list[tuple[Severity | None, bool]] = []
    for label in labels:
        word = re.sub("^[bies][-_]", "", label.lower())
        severity = next((name for name in get_args(Severity) if name == word), None)
        if severity is None and word != NO_ERROR:
            return None
        found.append((severity, label[:2].lower() in ("b-", "b_")))
    return tuple(found) if {severity for severity, _ in found} - {None} and (None, False) in found else None
