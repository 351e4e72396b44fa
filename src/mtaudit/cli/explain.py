"""``mtaudit explain RULE``: why a rule exists, what it leaves alone, and examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mtaudit.cli.choices import complete_rule, ui_language
from mtaudit.cli.ending import one_sentence
from mtaudit.cli.output import output

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtaudit.rules import Case, Rule


def explain(
    name: Annotated[str, typer.Argument(metavar="RULE", help="A name or a code.", autocompletion=complete_rule)],
    ui_lang: Annotated[str | None, typer.Option(envvar="MTAUDIT_UI_LANG", help="Language of the messages: en or ko.")] = None,
) -> None:
    """Say what a rule finds, why a machine makes that mistake, what is not reported, with examples."""
    with one_sentence(), output(None) as out:
        from mtaudit.rules import all_rules, selected

        language = ui_language(ui_lang)
        selected((name,), (), "")
        for rule in all_rules():
            if rule.answers_to(name):
                out.writelines(line + "\n" for line in explanation(rule, language))


def explanation(rule: Rule, ui_lang: str) -> Iterator[str]:
    """The lines that explain a rule."""
    severity = rule.severity
    needs = f", with --model {rule.needs}" if rule.needs else ""
    yield f"{rule.code} {rule.name}  ({severity}, {rule.mqm}, {', '.join(rule.languages) or 'any language'}{needs})"
    yield ""
    yield from (rule.ko.strip() if ui_lang == "ko" else rule.doc).split("\n")
    yield ""
    for case in rule.cases:
        yield from _shown(case)
    yield ""


def _shown(case: Case) -> Iterator[str]:
    mark = "✗" if "⟦" in case.text else "✓"
    for i, line in enumerate((case.source or "").strip("\n").split("\n") if case.source else ()):
        yield f"  {'<' if not i else ' '} {line}"
    for i, line in enumerate(case.text.strip("\n").split("\n")):
        yield f"  {mark if not i else ' '} {line}"
    if case.fixed is not None:
        for i, line in enumerate(case.fixed.strip("\n").split("\n")):
            yield f"  {'→' if not i else ' '} {line}"
