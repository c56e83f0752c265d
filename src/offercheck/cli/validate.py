"""`offercheck validate`: what is wrong in offer files, before anyone judges the offers."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from offercheck.cli import exit_codes
from offercheck.cli.options import ChecklistChosen, Colour, Output, Paths, Today, Width, chosen_checklist, day
from offercheck.cli.streams import coloured, columns, standard_input, tell_nothing, write_report

if TYPE_CHECKING:
    from offercheck.checklist.checklist import Checklist
    from offercheck.evaluation.scorecard import Scorecard
    from offercheck.inputs.inputs import Input
    from offercheck.inputs.paths import Nothing
    from offercheck.offer.offer import Offer
    from offercheck.reports.validation import Validated


Required = Annotated[
    int | None,
    typer.Option("--require-answered", min=0, max=100, help="Exit with 1 when a valid offer answers less, in percent."),
]
Questions = Annotated[
    int | None,
    typer.Option(
        "--questions",
        min=0,
        help="What candidates will ask first, so many of each offer; by default 5 of a single one.",
    ),
]
OF_A_SINGLE_ONE = 5


def validate(
    paths: Paths,
    report_format: Annotated[
        Literal["terminal", "json"], typer.Option("--format", "-f", help="The report.")
    ] = "terminal",
    output: Output = None,
    require_answered: Required = None,
    questions: Questions = None,
    checklist: ChecklistChosen = "telemedicine",
    today: Today = None,
    color: Colour = "auto",
    width: Width = None,
) -> None:
    """Prove offer files right: every fault with its place and what to write instead.

    Then doubts, which fail nothing, and how complete an offer is: what candidates will ask. PATH is a file, a folder
    (with the folders in it), a pattern such as 'offers/**/*.yaml', or - for standard input.
    """
    from offercheck.inputs.inputs import Input, inputs_of
    from offercheck.inputs.paths import Nothing
    from offercheck.reports.validation import account, closing, render_json

    judging = require_answered is not None or questions is not None or report_format == "json"
    required = require_answered or 0
    judge = _judge(checklist, day(today))
    shown = _Shown(columns(width), output is None and coloured(color, sys.stdout), judge if judging else None)
    set_aside: list[str] = []
    nothing: list[Nothing] = []
    for one in inputs_of(paths, standard_input()):
        if isinstance(one, Input):
            shown.take(one, questions or 0, required)
        elif isinstance(one, Nothing):
            nothing.append(one)
        else:
            set_aside.append(one.name)
    if not judging:
        shown.complete_single(judge)
    found = account(shown.validated, required)
    if report_format == "json":
        report = render_json(shown.validated, set_aside, required)
    else:
        report = "".join(shown.texts) + closing(found, len(set_aside))
    write_report(report, output, inputs=paths)
    tell_nothing(nothing)
    code = exit_codes.exit_code(
        bad_inputs=bool(found.unreadable), gates_failed=bool(found.faulty or found.short), no_input=bool(nothing)
    )
    raise typer.Exit(code)


def _judge(checklist: str, on: str) -> Callable[[Offer], Scorecard]:
    """What judges an offer by a checklist, which is loaded when the first one comes."""

    @cache
    def loaded() -> Checklist:
        return chosen_checklist(checklist)

    def judge(offer: Offer) -> Scorecard:
        from offercheck.evaluation.evaluate import evaluate

        return evaluate(offer, loaded(), today=on)

    return judge


class _Shown:
    """What was found so far, and the text of it."""

    def __init__(self, width: int, colour: bool, judge: Callable[[Offer], Scorecard] | None) -> None:
        self.width = width
        self.colour = colour
        self.judge = judge
        self.validated: list[Validated] = []
        self.texts: list[str] = []
        self.first: tuple[Input, Offer] | None = None

    def take(self, source: Input, questions: int, required: int) -> None:
        from offercheck.inputs.inputs import offer_of
        from offercheck.offer.doubts import doubts_of
        from offercheck.reading.fault import InputError
        from offercheck.reports.fault_text import doubt_text, fault_text
        from offercheck.reports.validation import completeness_text, falls_short, refused, valid

        try:
            offer = offer_of(source)
        except InputError as error:
            self.validated.append(refused(source, error))
            self.texts.append(fault_text(error, width=self.width, colour=self.colour) + "\n")
            return
        doubted = InputError(source.name, doubts_of(offer), offer.document.text).moved(source.line - 1)
        one = valid(source, doubted.faults, self.judge and self.judge(offer))
        self.validated.append(one)
        self.first = self.first or (source, offer)
        if doubted.faults:
            self.texts.append(doubt_text(doubted, width=self.width, colour=self.colour) + "\n")
        if questions or falls_short(one, required):
            self.texts.append(completeness_text(one, questions, required, self.width) + "\n")

    def complete_single(self, judge: Callable[[Offer], Scorecard]) -> None:
        """Say how complete the one offer is, where there was one."""
        from offercheck.reports.validation import completeness, completeness_text

        if self.first is not None and len(self.validated) == 1:
            one = self.validated[0]
            one.completeness = completeness(judge(self.first[1]))
            self.texts.append(completeness_text(one, OF_A_SINGLE_ONE, 0, self.width) + "\n")
