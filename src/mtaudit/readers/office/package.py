"""The parts of an Office file and how they refer to each other (ECMA-376 part 2, Open Packaging Conventions)."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from mtaudit.readers.office.archive import local

if TYPE_CHECKING:
    from mtaudit.readers.office.archive import Archive


def related(archive: Archive, part: str) -> dict[str, str]:
    """The members that a part refers to (``""`` for the file itself), by the last word of the relationship's type."""
    folder, base = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{base}.rels")
    found: dict[str, str] = {}
    if relations in archive:
        for relation in archive.xml(relations):
            target, kind = relation.get("Target"), relation.get("Type")
            if target and kind and relation.get("TargetMode") != "External":
                path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                if path in archive:
                    found.setdefault(kind.rpartition("/")[2], path)
    return found


def metadata(archive: Archive) -> dict[str, str]:
    """Title, author and dates, from the core properties.

    The date is the last change: the creation is often that of a template.
    """
    core = related(archive, "").get("core-properties") or "docProps/core.xml"
    if core not in archive:
        return {}
    said = {local(element): " ".join((element.text or "").split()) for element in archive.xml(core)}
    told = {
        "title": said.get("title"),
        "author": said.get("creator"),
        "date": said.get("modified") or said.get("created"),
        "created": said.get("created"),
    }
    return {key: value for key, value in told.items() if value}
