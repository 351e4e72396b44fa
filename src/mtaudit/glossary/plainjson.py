"""JSON, which loses nothing::

    {"schema": "mtaudit-glossary/1", "name": "diplomacy",
     "entries": [{"key": "nato", "domain": "security",
                  "terms": {"en": [{"text": "NATO"}],
                            "ko": [{"text": "나토", "first": "북대서양조약기구(NATO·나토)"},
                                   {"text": "북약", "status": "forbidden"}]}}]}

An entry has ``key``, ``keep``, ``domain``, ``definition``, ``note``, ``reference`` and ``terms``; a term has ``text``,
``status``, ``pos``, ``case``, ``match``, ``first`` and ``note``. What is left out has the value of ``Entry`` and ``Term``.

Also read: an object of sources and targets (``{"NATO": "나토"}``, a list for several targets), and a list of objects that
are rows of a table (``[{"source": "NATO", "target": "나토"}]``).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from mtaudit.errors import UnreadableInput
from mtaudit.glossary import MATCHES, STATUSES, Entry, Glossary, Problem, Term, cleaning, tag
from mtaudit.glossary.columns import well_formed
from mtaudit.glossary.tables import Row, entries

SCHEMA = "mtaudit-glossary/1"
_TERM = Term("")
_TEXTS = ("key", "domain", "definition", "note", "reference")


def read(text: str, where: str, languages: tuple[str, str] | None) -> tuple[str, list[Entry], list[Problem]]:
    """Name, entries and what was noticed. Raises UnreadableInput, with the line, for what is neither of the three shapes."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            twice = next(name for name, n in Counter(name for name, _ in pairs).items() if n > 1)
            raise UnreadableInput(f"{where}: {twice!r} stands twice in an object, where only one would count")
        return found

    try:
        given = json.loads(text, object_pairs_hook=once)
    except json.JSONDecodeError as error:
        raise UnreadableInput(f"{where}:{error.lineno}: {error.msg[:1].lower()}{error.msg[1:]}") from None
    except RecursionError:
        raise UnreadableInput(f"{where} is nested too deeply for a glossary") from None
    except ValueError:  # Python refuses to convert it
        raise UnreadableInput(f"{where} has a number of thousands of digits") from None
    if isinstance(given, dict) and "entries" in given:
        if given.get("schema") != SCHEMA:
            raise UnreadableInput(f"{where} is a glossary of the schema {given.get('schema')!r}; {SCHEMA!r} is read")
        objects = given["entries"]
        if not isinstance(objects, list):
            raise UnreadableInput(f"{where}: entries must be a list")
        lines = _lines(text, re.search(r'(?<!\\)"entries"\s*:\s*\[', text), objects)
        found = [_entry(given, f"{where}:{line}", line) for given, line in zip(objects, lines, strict=True)]
        return cleaning.text(str(given.get("name") or "")), found, []
    return ("", *entries(_table(given, text, where), where, languages))


def _lines(text: str, begin: re.Match[str] | None, objects: list[Any]) -> list[int]:
    """The line on which each element of a list begins, which the library does not tell."""
    scan = json.JSONDecoder().raw_decode
    gap = re.compile(r"[\s,]*")
    lines, line, at, last = [], 1, begin.end() if begin else 0, 0
    try:
        for element in objects:
            found = gap.match(text, at)
            start = found.end() if found else at
            line += text.count("\n", last, start)
            last = start
            value, at = scan(text, start)
            if value != element:
                raise ValueError
            lines.append(line)
    except ValueError:  # another list was found
        return [0] * len(objects)
    return lines


def _table(given: Any, text: str, where: str) -> Iterator[Row]:
    """The rows of the two simple shapes, with a header."""
    if isinstance(given, dict):
        yield Row(1, ["source", "target"])
        for source, target in given.items():
            targets = target if isinstance(target, list) else [target]
            if not all(isinstance(name, str) for name in targets):
                raise UnreadableInput(f"{where}: {source!r} has a target that is no text")
            yield Row(0, [_escaped(source), " | ".join(map(_escaped, targets))])
    elif isinstance(given, list) and all(isinstance(row, dict) for row in given):
        names = list(dict.fromkeys(str(name) for row in given for name in row))
        yield Row(1, names)
        for row, line in zip(given, _lines(text, re.search(r"\[", text), given), strict=True):
            yield Row(line, ["" if row.get(name) is None else str(row[name]) for name in names])
    else:
        raise UnreadableInput(
            f"{where} is no glossary: neither {SCHEMA}, nor an object of sources and targets, nor a list of objects"
        )


def _escaped(name: str) -> str:
    return name.replace("|", "\\|")


def _entry(given: Any, where: str, line: int) -> Entry:
    _known(given, {*_TEXTS, "keep", "terms"}, where)
    texts = {name: cleaning.text(_of_type(given, name, str, "", where)) for name in _TEXTS}
    terms = _of_type(given, "terms", dict, {}, where)
    wrong = next((lang for lang in terms if not well_formed(lang)), None)
    if wrong is not None:
        raise UnreadableInput(f"{where}: {wrong!r} is no language")
    found = {tag(lang): cleaning.ranked([_term(term, where) for term in _of_type(terms, lang, list, [], where)]) for lang in terms}
    named = {lang: tuple(term for term in held if term.text) for lang, held in found.items()}
    return Entry(
        terms={lang: held for lang, held in named.items() if held},
        keep=_of_type(given, "keep", bool, False, where),
        line=line,
        **texts,
    )


def _term(given: Any, where: str) -> Term:
    _known(given, set(Term._fields), where)
    values = {name: _of_type(given, name, str, getattr(_TERM, name), where) for name in Term._fields if name != "case"}
    for name, allowed in (("status", STATUSES), ("match", MATCHES)):
        if values[name] not in allowed:
            raise UnreadableInput(f"{where}: there is no {name} {values[name]!r}; there are {', '.join(allowed)}")
    texts = {name: cleaning.text(values[name]) for name in ("pos", "first", "note")}
    case = None if given.get("case") is None else _of_type(given, "case", bool, None, where)
    name = cleaning.name(values["text"])
    return Term(name, values["status"], case=case, match=values["match"], **texts)


def _known(given: Any, names: set[str], where: str) -> None:
    if not isinstance(given, dict):
        raise UnreadableInput(f"{where}: {json.dumps(given, ensure_ascii=False)[:40]} stands where an object should")
    unknown = next((name for name in given if name not in names), None)
    if unknown is not None:
        raise UnreadableInput(f"{where}: there is no {unknown!r}; there are {', '.join(sorted(names))}")


def _of_type(given: dict[str, Any], name: str, kind: type, otherwise: Any, where: str) -> Any:
    value = given.get(name, otherwise)
    if not isinstance(value, kind):
        raise UnreadableInput(f"{where}: {name!r} must be {_KINDS[kind]}")
    return value


_KINDS = {str: "a text", bool: "true or false", dict: "an object", list: "a list"}


def write(glossary: Glossary) -> bytes:
    """The whole glossary, an entry a line."""
    lines = [json.dumps(as_object(entry), ensure_ascii=False) for entry in glossary.entries]
    head = f'{{"schema": {json.dumps(SCHEMA)}, "name": {json.dumps(glossary.name, ensure_ascii=False)},\n "entries": [\n'
    return (head + ",\n".join(lines) + "\n]}\n").encode("utf-8")


def as_object(entry: Entry) -> dict[str, Any]:
    """An entry in the shape of the file."""
    values = {name: value for name, value in entry._asdict().items() if name not in ("terms", "line") and value}
    terms = {lang: [_unusual(term) for term in terms] for lang, terms in entry.terms.items()}
    return {**values, "terms": terms}


def _unusual(term: Term) -> dict[str, Any]:
    """What differs from the usual, the name first."""
    return {"text": term.text} | {n: v for n, v in term._asdict().items() if v != getattr(_TERM, n)}
