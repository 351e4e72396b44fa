"""mtaudit finds what a careful editor would mark in red in machine-translated text.

    >>> import mtaudit
    >>> report = mtaudit.audit(mtaudit.read_text("1년 2023월에 왔다."))
    >>> report.findings[0].fix.text
    '2023년 1월'

The names below are loaded when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

_HOME = {
    "audit": "engine",
    "fix": "engine",
    "read": "readers",
    "read_text": "readers",
    "Document": "document",
    "Segment": "document",
    "Place": "document",
    "Settings": "config",
    "Report": "report",
    "Finding": "report",
    "MtauditError": "errors",
}
__all__ = [*_HOME, "__version__"]

if TYPE_CHECKING:
    from mtaudit.config import Settings as Settings
    from mtaudit.document import Document as Document
    from mtaudit.document import Place as Place
    from mtaudit.document import Segment as Segment
    from mtaudit.engine import audit as audit
    from mtaudit.engine import fix as fix
    from mtaudit.errors import MtauditError as MtauditError
    from mtaudit.readers import read as read
    from mtaudit.readers import read_text as read_text
    from mtaudit.report import Finding as Finding
    from mtaudit.report import Report as Report


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'mtaudit' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"mtaudit.{_HOME[name]}"), name)
