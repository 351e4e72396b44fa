"""Where a model comes from: a folder or the hub, with its revision and its licence, and what it is made for.

All that can be refused is refused here, before any weights are fetched or loaded.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from mtaudit.errors import BadSetting
from mtaudit.models.hub import PICKLED, SAFE, SMALL, HubModel
from mtaudit.models.labels import label_names, severities
from mtaudit.models.licences import front_matter, licence
from mtaudit.report import ModelInfo

WANTED = {
    "fluency": ("a causal or masked language model", r"ForCausalLM$|LMHeadModel$|ForMaskedLM$|^BertForPreTraining$"),
    "qe": ("a regression model (one label)", r"ForSequenceClassification$"),
    "spans": ("a token classifier with the labels O, minor, major, critical", r"ForTokenClassification$"),
}
"""By kind what is wanted, and how the class is called that a configuration names in ``architectures``."""


COMET = ": COMET checkpoints need the package unbabel-comet, which cannot share an environment with transformers 5"


class Origin(NamedTuple):
    """A model that may be loaded. ``architecture`` is its class; ``languages`` are those that its card names (ISO 639-1)."""

    info: ModelInfo
    folder: Path
    architecture: str
    languages: frozenset[str]


class _Folder:
    """A model that lies in a folder. Its revision is a hash of all that is loaded from there, so that it reads the weights once more."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.resolve().name

    @property
    def revision(self) -> str:
        from hashlib import blake2b

        digest = blake2b(digest_size=6)
        names = {path for pattern in (*SMALL, "1_Pooling/*.json", SAFE, PICKLED) for path in self.path.glob(pattern)}
        for path in sorted(names - {self.path / "README.md"}):
            digest.update(f"{path.name}\0{path.stat().st_size}\0".encode())
            with path.open("rb") as file:
                while block := file.read(1 << 20):
                    digest.update(block)
        return digest.hexdigest()

    def with_weights(self) -> Path:
        return self.path


def find(kind: str, spec: str, allow_noncommercial: bool) -> Origin:
    """The model that ``spec`` means: a folder, ``org/name`` or ``org/name@revision``. Raises BadSetting."""
    source = _source(spec)
    try:
        facts = front_matter(_text(source.path / "README.md") or "")
        config = _text(source.path / "config.json")
        if config is None:
            more = COMET if (source.path / "hparams.yaml").exists() else ""
            raise BadSetting(f"{spec} is no model for transformers: it has no config.json{more}")
        words, forbids = licence(facts)
        if forbids and not allow_noncommercial:
            flag = "--allow-noncommercial-models"
            raise BadSetting(f"the licence of {source.name} forbids commercial use ({words}): {flag} loads it nevertheless")
        architecture = _architecture(kind, source.name, config)
        folder = source.with_weights()
        return Origin(ModelInfo(kind, source.name, source.revision, words), folder, architecture, _languages(facts))
    except OSError as error:
        raise BadSetting(f"{spec} cannot be read: {error.strerror or error}") from None


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else None


def _source(spec: str) -> _Folder | HubModel:
    path = Path(spec).expanduser()
    try:
        if spec and path.is_dir():
            return _Folder(path)
    except (OSError, ValueError):
        pass
    name, _, revision = spec.partition("@")
    if not re.fullmatch(r"[\w-][\w.-]*/[\w-][\w.-]*", name, re.A) or (not revision and "@" in spec):
        raise BadSetting(f"there is no folder {spec!r}, and a model of the hub is org/name or org/name@revision")
    if re.match(r"(?i)unbabel/.*comet", name):
        raise BadSetting(f"{name} cannot be loaded{COMET}")
    return HubModel(name, revision or None)


def _architecture(kind: str, name: str, text: str) -> str:
    try:
        config = json.loads(text)
        classes = [str(word) for word in config.get("architectures") or ()]
    except (ValueError, AttributeError, TypeError):
        raise BadSetting(f"{name} has a config.json that cannot be read") from None
    if kind not in WANTED:
        return classes[0] if classes else ""
    what, pattern = WANTED[kind]
    found = next((word for word in classes if re.search(pattern, word)), None)
    labels = label_names(config)
    if found is None:
        raise BadSetting(f"{kind} needs {what}; {name} is {', '.join(classes) or 'of no stated architecture'}")
    if kind == "qe" and len(labels) != 1:
        raise BadSetting(f"{kind} needs {what}; {name} has {len(labels)} labels")
    if kind == "spans" and severities(labels) is None:
        raise BadSetting(f"{kind} needs {what}; {name} has {', '.join(labels)}")
    return found


def _languages(facts: Mapping[str, Any]) -> frozenset[str]:
    stated = facts.get("language")
    words = stated if isinstance(stated, list) else [stated]
    return frozenset(tag for word in words if re.fullmatch("[a-z]{2}", tag := str(word).lower().split("-")[0].split("_")[0]))
