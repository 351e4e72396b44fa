"""``mtaudit rules``: what mtaudit knows."""

from __future__ import annotations

from typing import Annotated

import typer

from mtaudit.cli.choices import complete_rule, one_of, ui_language, words
from mtaudit.cli.ending import one_sentence
from mtaudit.cli.output import output


def rules(
    select: Annotated[
        list[str] | None, typer.Option(help="Names, codes or families; several with commas.", autocompletion=complete_rule)
    ] = None,
    output_format: Annotated[str, typer.Option(help="text or json.")] = "text",
    ui_lang: Annotated[str | None, typer.Option(envvar="MTAUDIT_UI_LANG", help="Language of the messages: en or ko.")] = None,
) -> None:
    """List the rules: code, name, severity, and what each finds."""
    with one_sentence(), output(None) as out:
        from mtaudit.rules import all_rules, selected

        one_of(output_format, ("text", "json"), "output format")
        language = ui_language(ui_lang)
        chosen = words(select or ["ALL"])
        selected(chosen, (), "")
        found = [rule for rule in all_rules() if any(map(rule.answers_to, chosen))]
        if output_format == "json":
            import json

            rows = [
                {
                    "code": r.code,
                    "name": r.name,
                    "severity": r.severity,
                    "mqm": r.mqm,
                    "languages": list(r.languages),
                    "needs": r.needs or None,
                    "summary": r.info.summary.in_language(language),
                }
                for r in found
            ]
            out.write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
            return
        wide = max(len(rule.name) for rule in found)
        for rule in found:
            out.write(f"{rule.code}  {rule.name:<{wide}}  {rule.severity:<8}  {rule.info.summary.in_language(language)}\n")
