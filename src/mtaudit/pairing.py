"""A text and its source in two files: paired by lines or segments where these go one by one, otherwise aligned by sentences."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mtaudit import readers
from mtaudit.readers.pairs import NotPaired

if TYPE_CHECKING:
    from mtaudit.config import Settings
    from mtaudit.document import Document


def with_source(document: Document, source: Document, settings: Settings) -> Document:
    """``document`` with what each of its segments translates.

    Sentences are aligned with the help of the settings' languages and their model of similarity, where there are any. Raises
    UnreadableInput where the two have nothing in common.
    """
    try:
        return readers.with_source(document, source)
    except NotPaired:
        from mtaudit import alignment, opinions

    done = alignment.aligned(
        replace(document, target_lang=settings.lang or document.target_lang),
        replace(source, target_lang=settings.source_lang or source.target_lang),
        opinions.model("similarity", settings.models) if settings.models.similarity else None,
    )
    return replace(done, target_lang=document.target_lang)
