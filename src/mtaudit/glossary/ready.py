"""The glossaries that come with mtaudit: ``names``, ``path``, and ``named``, which takes a file just as well."""

from __future__ import annotations

from pathlib import Path

from mtaudit.errors import BadSetting
from mtaudit.glossary import Glossary


def _folder() -> Path:
    """Beside this package where mtaudit is installed, at the top of the repository where it is developed."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "glossaries"
    return installed if installed.is_dir() else package.parents[1] / "glossaries"


def names() -> tuple[str, ...]:
    """The names of the glossaries, sorted: ``diplomacy-ko``."""
    return tuple(sorted(file.stem for file in _folder().glob("*.csv")))


def path(name: str) -> Path:
    """The file of a glossary by its name. Raises BadSetting with a suggestion where there is none."""
    known = names()
    if name in known:
        return _folder() / f"{name}.csv"
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    what = (
        f"did you mean {near[0]!r}?"
        if near
        else f"glossaries of mtaudit are {', '.join(known)}"
        if known
        else "mtaudit comes with none"
    )
    raise BadSetting(f"there is no file and no glossary {name!r}; {what}")


def named(name: str, *, languages: tuple[str, str] | None = None, encoding: str | None = None) -> Glossary:
    """The glossary in a file, if there is one of that name, else the one that comes with mtaudit.

    Raises BadSetting for an unknown name, UnreadableInput for a file that cannot be read.
    """
    from mtaudit.glossary.files import load

    file = Path(name)
    looks_like_file = file.exists() or file.suffix or file.name != name
    return load(file if looks_like_file else path(name), languages=languages, encoding=encoding)
