"""`offercheck explain`: everything that a rule is, and how it decided on an offer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from offercheck.cli.completion import offer_files, rule_ids
from offercheck.cli.options import ChecklistChosen, Me, Output, Today, Width, chosen_profile, day
from offercheck.cli.streams import columns, read_input, write_report

if TYPE_CHECKING:
    from offercheck.checklist.checklist import Checklist
    from offercheck.checklist.rule import Rule
    from offercheck.evaluation.explanation import Decision
    from offercheck.profile.profile import Profile


def explain(
    rule: Annotated[
        str,
        typer.Argument(
            metavar="RULE", help="The rule: malpractice/tail-payer, or tail-payer.", autocompletion=rule_ids
        ),
    ],
    file: Annotated[
        str | None,
        typer.Argument(metavar="FILE", help="An offer file; - is standard input.", autocompletion=offer_files),
    ] = None,
    report_format: Annotated[
        Literal["terminal", "json"], typer.Option("--format", "-f", help="The report.")
    ] = "terminal",
    output: Output = None,
    me: Me = None,
    checklist: ChecklistChosen = "telemedicine",
    today: Today = None,
    width: Width = None,
) -> None:
    """Show everything that a rule is: its conditions, thresholds, words, sources and examples.

    With an offer it shows how the rule decided there, condition by condition.
    """
    from offercheck.checklist.load import load_checklist
    from offercheck.checklist.lookup import find_rule, rule_advice
    from offercheck.checklist.shipped import checklist_folder
    from offercheck.reading.text import visible
    from offercheck.reports import rule_report, rule_text

    on = day(today)
    read = load_checklist(checklist_folder(checklist))
    found = find_rule(rule, read.rules)
    if found is None:
        message = visible(f"{read.name} has no rule {rule}; {rule_advice(rule, read.rules)}")
        raise typer.BadParameter(message, param_hint="RULE")
    decision = None if file is None else _decision(found, file, read, on, chosen_profile(me, read, [file]))
    shown = rule_report.rule_shown(found, read, decision)
    text = rule_report.as_json(shown) if report_format == "json" else rule_text.rule_as_text(shown, columns(width))
    write_report(text, output, inputs=[one for one in (file, me) if one])


def _decision(rule: Rule, name: str, checklist: Checklist, on: str, profile: Profile | None) -> Decision:
    from offercheck.evaluation.explanation import decide
    from offercheck.offer.build import build_offer
    from offercheck.reading.load import read_document

    shown = "standard input" if name == "-" else name
    offer = build_offer(read_document(shown, read_input(name)))
    return decide(rule, offer, checklist, today=on, profile=profile)
