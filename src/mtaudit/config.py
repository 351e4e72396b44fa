"""What an audit is asked to do: Settings, and the presets that publishers start from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from mtaudit.report import NOTHING, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mtaudit.glossary import Glossary

Genre = Literal["general", "news", "docs", "blog"]
Demand = Literal["sure", "all"]
RegisterChoice = Literal["auto", "plain", "polite"]


class Gate(NamedTuple):
    """What stops a document from being published; None and absent are no limit.

    ``fail_on``: a finding this bad or worse. ``max_minor``: more minor findings than this. ``min_score``: a calibrated MQM score
    below this. ``limits``: more findings than this of a rule, a code or a family.
    """

    fail_on: Severity | None = "major"
    max_minor: int | None = None
    min_score: float | None = None
    limits: Mapping[str, int] = NOTHING


class Models(NamedTuple):
    """Which models give a second opinion: each a local folder, a hub id or ``id@revision``; None is no model.

    ``device`` is ``auto`` or what PyTorch calls it. A model whose licence forbids commercial use is loaded only when allowed.
    """

    similarity: str | None = None
    fluency: str | None = None
    qe: str | None = None
    spans: str | None = None
    device: str = "auto"
    allow_noncommercial: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of which there is a model."""
        return tuple([kind for kind in self._fields[:4] if getattr(self, kind) is not None])


class Settings(NamedTuple):
    """What is wanted of an audit.

    ``select`` and ``ignore`` hold rule codes, names, prefixes of codes (``REG``) or ``ALL``. ``register`` is the
    register of the house; ``auto`` takes the majority of the text. ``passing`` (PT) and ``acceptable`` (APP, penalty
    points per 1,000 words) are the thresholds of the calibrated MQM score. ``glossary`` holds the house terms;
    ``demand``: whether only ``sure`` ones of them are demanded of a translation, or also single common words whose entry does
    not call them nouns, and which the source may use in another sense.
    ``weighting`` (``mqm`` or ``wmt``), ``multipliers`` by severity and ``weights`` by dimension say what a finding costs.
    ``gate`` decides whether a text may be published. ``severities`` and ``options`` are those of single rules, by name.
    ``quotation_marks`` and ``date_format`` are the house style; ``latin_names`` may stay in Latin letters.
    ``models`` are the optional ones; none is needed.
    """

    lang: str | None = None
    source_lang: str | None = None
    register: RegisterChoice = "auto"
    genre: Genre = "general"
    select: tuple[str, ...] = ("ALL",)
    ignore: tuple[str, ...] = ()
    min_confidence: float = 0.0
    passing: float = 95.0
    acceptable: float = 10.0
    glossary: Glossary | None = None
    demand: Demand = "sure"
    weighting: str = "mqm"
    multipliers: Mapping[str, float] = NOTHING
    weights: Mapping[str, float] = NOTHING
    gate: Gate = Gate()
    severities: Mapping[str, Severity] = NOTHING
    options: Mapping[str, Mapping[str, Any]] = NOTHING
    quotation_marks: Literal["any", "curly", "straight"] = "any"
    date_format: Literal["any", "words", "dots", "iso"] = "any"
    latin_names: tuple[str, ...] = ()
    models: Models = Models()


PRESETS: dict[str, dict[str, Any]] = {
    "news-ko": {"lang": "ko", "register": "plain", "genre": "news"},
    "docs-ko": {"lang": "ko", "register": "polite", "genre": "docs"},
    "blog-ko": {"lang": "ko", "genre": "blog"},
}
