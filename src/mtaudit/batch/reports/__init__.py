"""The reports of a batch for people: a page (HTML), a workbook (XLSX), tables (CSV), and a page for a pull request (Markdown).

Each is a module of this folder with ``write(folder, material, ui_lang)``, which gives the files that it wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any

from mtaudit.configuration.keys import suggestion
from mtaudit.errors import BadSetting
from mtaudit.files import reason

if TYPE_CHECKING:
    from pathlib import Path

    from mtaudit.batch.comparison import Comparison
    from mtaudit.batch.figures import Figures

REPORTS = ("html", "xlsx", "csv", "markdown")
"""The kinds of reports."""


@dataclass(frozen=True)
class Material:
    """What reports are made of. ``records`` gives all records again, one after the other, in the order of the input.

    ``comparison`` is that with an earlier run; ``title`` stands at the top; ``made`` says how the report was made: version,
    command, settings.
    """

    figures: Figures
    records: Callable[[], Iterator[dict[str, Any]]]
    comparison: Comparison | None = None
    title: str = ""
    made: Mapping[str, Any] = field(default_factory=dict)


def chosen(names: Sequence[str] | None) -> tuple[str, ...]:
    """The kinds of reports that are wanted, in the order of REPORTS; None means all, ``none`` alone none. Raises BadSetting."""
    if names is None:
        return REPORTS
    for name in names:
        if name not in (*REPORTS, "none"):
            known = ", ".join((*REPORTS, "none"))
            raise BadSetting(f"there is no report {name!r}{suggestion(name, REPORTS) or f'; there are {known}'}")
    if "none" in names and len(set(names)) > 1:
        raise BadSetting("--report none stands alone")
    return tuple([kind for kind in REPORTS if kind in names])


def write(kind: str, folder: Path, material: Material, ui_lang: str) -> list[Path]:
    """Writes a report of a kind into the folder, and gives its files. Raises BadSetting where the folder cannot hold it."""
    try:
        return import_module(f"{__name__}.{kind}").write(folder, material, ui_lang)  # type: ignore[no-any-return]
    except OSError as error:
        raise BadSetting(f"{folder} cannot hold the {kind} report: {reason(error)}") from None
