"""The shape of Korean captions and bylines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtaudit.document import Kind


def refine(text: str, kind: Kind) -> Kind:
    return kind
