"""The register profile."""

from __future__ import annotations

from mtaudit.report import RegisterProfile
from mtaudit.view import DocumentView


def profile(view: DocumentView) -> RegisterProfile | None:
    return None
