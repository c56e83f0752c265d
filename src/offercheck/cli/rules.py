"""`offercheck rules`: what a checklist asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from offercheck.cli.completion import areas
from offercheck.cli.options import ChecklistChosen, Output, Width, chosen_checklist
from offercheck.cli.streams import columns, write_report

if TYPE_CHECKING:
    from offercheck.checklist.checklist import Checklist
    from offercheck.checklist.rule import Rule


def rules(
    area: Annotated[
        str | None, typer.Option("--area", help="Only the rules of this area.", autocompletion=areas)
    ] = None,
    role: Annotated[str | None, typer.Option("--role", help="Only rules that can apply to this role: np, RN.")] = None,
    impact: Annotated[
        Literal["critical", "high", "medium", "low"] | None, typer.Option("--impact", help="Only rules of this impact.")
    ] = None,
    outcome: Annotated[
        Literal["deal_breaker", "red_flag", "caution", "good"] | None,
        typer.Option("--outcome", help="Only rules with a condition for this."),
    ] = None,
    report_format: Annotated[
        Literal["terminal", "json", "markdown"], typer.Option("--format", "-f", help="The report.")
    ] = "terminal",
    output: Output = None,
    checklist: ChecklistChosen = "telemedicine",
    width: Width = None,
) -> None:
    """List the rules of a checklist, all or some.

    `offercheck explain RULE` shows everything that one of them is.
    """
    from offercheck.reports import rule_report, rule_text

    read = chosen_checklist(checklist)
    chosen = [rule for rule in read.rules if impact in (None, rule.impact)]
    if outcome is not None:
        chosen = [rule for rule in chosen if outcome in dict(rule.verdicts)]
    if area is not None:
        _check_area(area, read)
        chosen = [rule for rule in chosen if rule.area == area]
    if role is not None:
        chosen = _for_role(role, chosen)
    shown = rule_report.rule_list(chosen, read)
    if report_format == "json":
        text = rule_report.as_json(shown)
    elif report_format == "markdown":
        text = rule_report.list_as_markdown(shown)
    else:
        text = rule_text.list_as_text(shown, columns(width))
    write_report(text, output)


def _check_area(area: str, checklist: Checklist) -> None:
    from offercheck.offer.schema import nearest
    from offercheck.reading.text import visible

    names = [name for name, _ in checklist.areas]
    if area not in names:
        near = nearest(area, names)
        advice = f"did you mean {near}?" if near else f"it has {', '.join(names)}"
        raise typer.BadParameter(visible(f"the checklist has no area {area}; {advice}"), param_hint="--area")


def _for_role(role: str, rules: list[Rule]) -> list[Rule]:
    """The rules that may apply to an offer of which nothing but the role is known."""
    from offercheck.evaluation.explanation import may_apply
    from offercheck.offer.build import build_offer
    from offercheck.reading.fault import InputError
    from offercheck.reading.node import Document, node_of
    from offercheck.reading.text import visible

    try:
        offer = build_offer(Document("--role", "", node_of({"offercheck": "1", "role": role}), ""))
    except InputError as error:
        fault = error.faults[0]
        advice = f"; {fault.advice}" if fault.advice else ""
        raise typer.BadParameter(visible(fault.message + advice), param_hint="--role") from None
    return [rule for rule in rules if may_apply(rule, offer)]
