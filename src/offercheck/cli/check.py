"""`offercheck check`: a scorecard for each offer."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from offercheck.cli import exit_codes
from offercheck.cli.options import (
    ChecklistChosen,
    Colour,
    Formats,
    Me,
    Outputs,
    Paths,
    ReferenceRows,
    Today,
    Waivers,
    Width,
    chosen_checklist,
    chosen_profile,
    chosen_waivers,
    day,
    reference_with,
)
from offercheck.cli.reporting import paired, write_reports
from offercheck.cli.streams import coloured, columns, standard_input, tell, tell_nothing

if TYPE_CHECKING:
    from offercheck.checklist.checklist import Checklist
    from offercheck.checklist.waivers import Waiver
    from offercheck.evaluation.scorecard import Scorecard
    from offercheck.inputs.inputs import Input
    from offercheck.profile.profile import Profile
    from offercheck.reference.reference import Reference

FailOn = Annotated[
    Literal["deal_breaker", "red_flag", "caution"] | None,
    typer.Option("--fail-on", help="Exit with 1 when a finding is shown as this or worse."),
]
MinScore = Annotated[
    int | None, typer.Option("--min-score", min=0, max=100, help="Exit with 1 when the low end is below this.")
]


def check(
    files: Paths,
    formats: Formats = None,
    unfold: Annotated[bool, typer.Option("--all", help="Show every rule, not only what needs attention.")] = False,
    outputs: Outputs = None,
    pay: Annotated[
        bool, typer.Option("--pay", help="Work out the pay for other reports than the terminal's, which has it.")
    ] = False,
    fail_on: FailOn = None,
    min_score: MinScore = None,
    me: Me = None,
    waivers: Waivers = None,
    checklist: ChecklistChosen = "telemedicine",
    reference: ReferenceRows = None,
    today: Today = None,
    color: Colour = "auto",
    width: Width = None,
) -> None:
    """Judge job offers, each with a scorecard.

    It says what is good, what is a red flag, what the paper does not say, and what to ask first. PATH is a file, a
    folder with what is below it, a pattern such as 'offers/**/*.yaml', or - for standard input; one file may hold
    many offers.
    """
    from offercheck.inputs.inputs import Input, inputs_of
    from offercheck.inputs.paths import Nothing
    from offercheck.reading.fault import InputError
    from offercheck.reports.report import Options, Result, failed, scorecards

    reports = paired(formats or [], outputs or [])
    judged_by = chosen_checklist(checklist)
    reader = chosen_profile(me, judged_by, files)
    accepted = chosen_waivers(waivers, judged_by, [*files, *([me] if me else [])])
    on = day(today)
    tables = None if reference is None else reference_with(reference)
    with_pay = pay or any(form == "terminal" for form, _ in reports)
    results: list[Result] = []
    errors: list[InputError] = []
    nothing: list[Nothing] = []
    for one in inputs_of(files, standard_input()):
        if isinstance(one, Nothing):
            nothing.append(one)
        if not isinstance(one, Input):
            continue
        try:
            results.append(_scorecard(one, judged_by, on, tables, reader, accepted, pay=with_pay))
        except InputError as error:
            errors.append(error)
            results.append(failed(error))
    if ("terminal", None) in reports or all(output is not None for _, output in reports):
        _show_errors(errors, columns(width), coloured(color, sys.stderr))
    options = Options(width=columns(width), unfold=unfold)
    inputs = [*files, *(one for one in (reference, me, waivers) if one)]
    write_reports(results, reports, options, color=color, inputs=inputs)
    tell_nothing(nothing)
    gates_failed = any(gate_failed(one, fail_on, min_score) for one in scorecards(results))
    raise typer.Exit(exit_codes.exit_code(bad_inputs=bool(errors), gates_failed=gates_failed, no_input=bool(nothing)))


def _scorecard(
    source: Input,
    checklist: Checklist,
    on: str,
    reference: Reference | None,
    profile: Profile | None,
    waivers: Sequence[Waiver],
    *,
    pay: bool,
) -> Scorecard:
    from offercheck.evaluation.evaluate import evaluate
    from offercheck.inputs.inputs import offer_of

    scorecard = evaluate(
        offer_of(source), checklist, today=on, reference=reference, profile=profile, waivers=waivers, pay=pay
    )
    if source.line == 1:
        return scorecard
    from offercheck.evaluation.scorecard import moved

    return moved(scorecard, source.line - 1)


def _show_errors(errors: Sequence[Exception], width: int, colour: bool) -> None:
    from offercheck.reading.fault import InputError
    from offercheck.reports.fault_text import fault_text

    for error in errors:
        if isinstance(error, InputError):
            tell(fault_text(error, width=width, colour=colour) + "\n")


def gate_failed(scorecard: Scorecard, fail_on: str | None, min_score: int | None) -> bool:
    """Whether an offer fails a gate that the user set. Without a score no least score is met; what a
    waiver accepts fails none."""
    if min_score is not None and (scorecard.score is None or scorecard.score.low < min_score):
        return True
    if fail_on is None:
        return False
    from offercheck.evaluation.scorecard import waived_rules

    worse = {"deal_breaker": 1, "red_flag": 2, "caution": 3}[fail_on]
    accepted = waived_rules(scorecard)
    bad = ("deal_breaker", "red_flag", "caution")[:worse]
    return any(one.outcome in bad and one.rule not in accepted for one in scorecard.findings)
