"""The language of ``--keep``: which texts are kept, by what their records say.

``score >= 90 and no critical``: comparisons (``<`` ``<=`` ``>`` ``>=`` ``==`` ``!=``) of names, numbers and texts in quotes, joined
by ``and``, ``or``, ``not`` and parentheses; ``no critical`` means ``critical == 0``. Names are

- ``score`` (the calibrated MQM score), ``words``, ``characters``;
- ``critical``, ``major``, ``minor``, ``advice`` (or ``neutral``), ``findings``: numbers of findings; also a rule by its name
  or code, and a family (``mixed-register``, ``REG001``, ``REG``);
- ``lang``, ``format``, ``outlet``, ``author``, ``section``, ``week``, ``date``, ``title``: texts. Dates in ISO 8601 are
  compared as days, other texts by their code points.

What is not known of a text is the empty text for ``==`` and ``!=``; no other comparison of it holds, be it negated or not. A text
that could not be read is kept by no condition, and neither is one without words.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from mtaudit.batch.figures import calibrated
from mtaudit.configuration.keys import suggestion
from mtaudit.errors import BadSetting
from mtaudit.report import SEVERITIES, Message
from mtaudit.rules import all_rules

Value = float | str | None

_TOKEN = re.compile(
    r"""\s*(?:(?P<number>-?(?:\d+(?:\.\d+)?|\.\d+)(?![\w.,%]))|(?P<name>[^\W\d_][\w-]*)|(?P<text>'[^']*'|"[^"]*")|(?P<sign>[<>=!]=|[<>()]))"""
)
_COMPARISONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "==": operator.eq, "!=": operator.ne,
}  # fmt: skip
_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_COUNTS = (*SEVERITIES, "advice", "findings")
_NUMBERS = ("score", "words", "characters")
_TEXTS = ("lang", "format", "outlet", "author", "section", "week", "date", "title")
_WORDS = ("and", "or", "not", "no")
_DEEPEST = 50
"""Parentheses in parentheses."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=$|[T ])")


class Operand(NamedTuple):
    """One side of a comparison: a name, or a number or a text as it stands there."""

    name: str
    constant: float | str | None = None

    @property
    def is_text(self) -> bool:
        return isinstance(self.constant, str) if self.constant is not None else self.name in _TEXTS


class Clause(NamedTuple):
    """A comparison."""

    left: Operand
    sign: str
    right: Operand

    def failures(self, record: Mapping[str, Any]) -> list[Message]:
        """Why it does not hold; nothing where it does."""
        left, right = _value(self.left, record), _value(self.right, record)
        if self.sign in ("==", "!=") and self.left.is_text:
            left, right = left or "", right or ""
        unknown = left is None or right is None
        if not unknown and _COMPARISONS[self.sign](left, right):
            return []
        if self.right.constant is None:
            return [_said(f"{self.left.name} {_shown(left)}", f"{self.sign} {self.right.name} {_shown(right)}")]
        if unknown or left == "":
            name = self.left.name
            return [Message(f"{name} is not known", f"{name} 알 수 없음")]
        if self.sign == "==" and right == 0 and self.left.name not in _NUMBERS:
            return [Message(f"{_shown(left)} {self.left.name}", f"{self.left.name} {_shown(left)}건")]
        return [_said(f"{self.left.name} {self._told(left, right)}", f"{self.sign} {_shown(right)}")]

    def _told(self, left: Value, right: Value) -> str:
        """The left side, a number with as many digits as tell it from the right."""
        if isinstance(left, float):
            for digits in range(1, 15):
                rounded = f"{left:.{digits}f}"
                if not _COMPARISONS[self.sign](float(rounded), right):
                    return rounded
        return _shown(left)


class Joined(NamedTuple):
    """Parts of which all (``and``) or any (``or``) must hold."""

    word: str
    parts: tuple[Clause | Joined, ...]

    def failures(self, record: Mapping[str, Any]) -> list[Message]:
        """Why it does not hold; nothing where it does. That of alternatives is one sentence."""
        found = [part.failures(record) for part in self.parts]
        if self.word == "and":
            return [*chain.from_iterable(found)]
        if not all(found):
            return []
        every = [*dict.fromkeys(chain.from_iterable(found))]
        return [Message(" and ".join([why.en for why in every]), ", ".join([why.ko for why in every]))]


class Condition(NamedTuple):
    """A condition that was read, and its text."""

    text: str
    tree: Clause | Joined

    def keeps(self, record: Mapping[str, Any]) -> bool:
        return not self.reasons(record)

    def reasons(self, record: Mapping[str, Any]) -> list[Message]:
        """Why a text is dropped: its error, or the clauses that do not hold; nothing where it is kept."""
        if record["error"] is not None:
            return [Message(record["error"], record["error"])]
        if not record["words"]:
            return [Message("no text", "글 없음")]
        return list(dict.fromkeys(self.tree.failures(record)))


def parsed(text: str) -> Condition:
    """Raises BadSetting, with one sentence that says where what is wrong."""
    return Condition(text, _Parser(text).condition())


def _said(what: str, wanted: str) -> Message:
    return Message(f"{what} is not {wanted}", f"{what} (조건: {wanted})")


def _shown(value: Value) -> str:
    return f"{value:.10g}" if isinstance(value, (int, float)) else "(unknown)" if value is None else repr(value)


def _value(operand: Operand, record: Mapping[str, Any]) -> Value:
    name = operand.name
    if operand.constant is not None:
        return operand.constant
    if name == "score":
        return calibrated(record)
    if name in ("words", "characters"):
        return int(record[name])
    if name in ("lang", "format"):
        return str(record["target_lang"] or "") if name == "lang" else str(record["format"])
    if name in _TEXTS:
        text: str | None = record["metadata"].get(name)
        day = _DAY.match(text) if name == "date" and text else None
        return str(day[0]) if day else text
    if name == "findings":
        return int(sum(record["severities"].values()))
    if name in _COUNTS:
        return int(record["severities"]["neutral" if name == "advice" else name])
    return sum([name in (found["code"], found["rule"], found["code"][:3]) for found in record["findings"]])


class _Token(NamedTuple):
    kind: str
    text: str
    column: int


class _Parser:
    """Recursive descent; ``not`` is carried down to the comparisons."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.rules = [word for rule in all_rules() for word in (rule.name, rule.code)]
        self.rules += dict.fromkeys([rule.code[:3] for rule in all_rules()])
        self.tokens = [*self._tokens(), _Token("end", "", len(text) + 1)]
        self.at = self.depth = 0

    def condition(self) -> Clause | Joined:
        found = self._joined("or")
        if self._token.kind != "end":
            raise self._wrong(f"{self._token.text!r} is not expected: join conditions by and, or")
        return found

    def _tokens(self) -> Iterator[_Token]:
        end = len(self.text.rstrip())
        at = 0
        while at < end:
            found = _TOKEN.match(self.text, at)
            if found is None:
                raise self._unreadable(at)
            kind = str(found.lastgroup)
            yield _Token(kind, found[kind], found.start(kind) + 1)
            at = found.end()

    def _unreadable(self, at: int) -> BadSetting:
        at += len(self.text[at:]) - len(self.text[at:].lstrip())
        rest = self.text[at:]
        if rest[0] in "'\"":
            why = "a quotation mark is not closed"
        elif rest[0] == "=":
            why = "'is equal to' is written =="
        elif number := re.match(r"-?[\d.,]+[%\w]*", rest):
            why = f"{number[0]!r} is no number: numbers are written as 90 or 0.5"
        else:
            why = f"{rest[0]!r} means nothing here"
        return self._wrong(why, at + 1)

    def _wrong(self, why: str, column: int | None = None) -> BadSetting:
        return BadSetting(f"--keep {self.text!r}, column {column or self._token.column}: {why}")

    @property
    def _token(self) -> _Token:
        return self.tokens[self.at]

    def _takes(self, *words: str) -> bool:
        token = self._token
        if token.kind in ("name", "sign") and token.text.lower() in words:
            self.at += 1
            return True
        return False

    def _joined(self, word: str, negated: bool = False) -> Clause | Joined:
        def part() -> Clause | Joined:
            return self._joined("and", negated) if word == "or" else self._part(negated)

        parts = [part()]
        while self._takes(word):
            parts.append(part())
        if len(parts) == 1:
            return parts[0]
        return Joined({"and": "or", "or": "and"}[word] if negated else word, tuple(parts))

    def _part(self, negated: bool) -> Clause | Joined:
        while self._takes("not"):
            negated = not negated
        if self._takes("("):
            self.depth += 1
            if self.depth > _DEEPEST:
                raise self._wrong(f"more than {_DEEPEST} parentheses in one another")
            found = self._joined("or", negated)
            if not self._takes(")"):
                raise self._wrong("a parenthesis is not closed")
            self.depth -= 1
            return found
        if self._takes("no"):
            what = self._token
            left, sign, right = self._operand(), "==", Operand("", 0)
            if left.constant is not None or left.is_text or left.name in _NUMBERS:
                raise self._wrong(f"no {what.text} means nothing: after no stands what is counted, such as critical", what.column)
        else:
            left, sign, right = self._comparison()
        return Clause(left, _OPPOSITE[sign] if negated else sign, right)

    def _comparison(self) -> tuple[Operand, str, Operand]:
        first = self._token
        left = self._operand()
        sign = self._token.text
        if sign not in _COMPARISONS:
            if self._token.kind in ("number", "text") or left.constant is not None:
                raise self._wrong("a comparison is missing: < <= > >= == !=")
            hint = f"{first.text} == '…'" if left.is_text else f"{first.text} > 0"
            raise self._wrong(f"{first.text} is compared with nothing: write {hint}", first.column)
        self.at += 1
        second = self._token
        right = self._operand()
        if left.constant is not None and right.constant is not None:
            raise self._wrong(f"{first.text} {sign} {second.text} says nothing of a text", first.column)
        if left.is_text != right.is_text:
            number, other = (second, first) if left.is_text else (first, second)
            hint = f"'{number.text}'" if number.kind == "number" else "two texts or two numbers"
            raise self._wrong(f"{other.text} is a text and {number.text} a number: compare with {hint}", number.column)
        return (right, _MIRRORED.get(sign, sign), left) if left.constant is not None else (left, sign, right)

    def _operand(self) -> Operand:
        token = self._token
        self.at += 1
        if token.kind == "number":
            return Operand(token.text, float(token.text))
        if token.kind == "text":
            return Operand(token.text, token.text[1:-1])
        if token.kind == "name" and token.text.lower() not in _WORDS:
            return Operand(self._name(token))
        raise self._wrong(
            f"{token.text!r} stands where a name or a value is wanted" if token.text else "it ends too soon", token.column
        )

    def _name(self, token: _Token) -> str:
        known = [*_NUMBERS, *_COUNTS, *_TEXTS, *self.rules]
        for word in (token.text, token.text.lower(), token.text.upper()):
            if word in known:
                return word
        likely = self.at > 1 and self.tokens[self.at - 2].text in _COMPARISONS
        hint = f": texts stand in quotes, {token.text!r}" if likely else suggestion(token.text, known)
        raise self._wrong(
            f"there is no {token.text!r}{hint or '; there are score, critical, findings, words, lang …'}", token.column
        )
