"""`offercheck compare`: several offers side by side."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from offercheck.cli import exit_codes
from offercheck.cli.completion import comparison_formats
from offercheck.cli.options import (
    ChecklistChosen,
    Colour,
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
from offercheck.cli.reporting import paired, write_rendered
from offercheck.cli.streams import coloured, columns, standard_input, tell, tell_nothing
from offercheck.reports import COMPARISON_FORMATS

if TYPE_CHECKING:
    from offercheck.inputs.paths import Nothing
    from offercheck.offer.offer import Offer
    from offercheck.reading.fault import InputError

Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="|".join(COMPARISON_FORMATS),
        help="The report, terminal by default; several, each with its --output.",
        autocompletion=comparison_formats,
    ),
]


def compare(
    files: Paths,
    sensitivity: Annotated[
        bool, typer.Option("--sensitivity", help="Try the order under other weights of the areas.")
    ] = False,
    formats: Formats = None,
    unfold: Annotated[bool, typer.Option("--all", help="Show every pair, every reason and every question.")] = False,
    outputs: Outputs = None,
    me: Me = None,
    waivers: Waivers = None,
    checklist: ChecklistChosen = "telemedicine",
    reference: ReferenceRows = None,
    today: Today = None,
    color: Colour = "auto",
    width: Width = None,
) -> None:
    """Set offers side by side: which is ahead and why, or what to ask to tell.

    Up to eight stand in columns with the facts that people compare first; more are ranked in a list.
    """
    from offercheck.comparison.compare import compare as compared
    from offercheck.reports import render_comparison
    from offercheck.reports.report import Options

    reports = paired(formats or [], outputs or [], COMPARISON_FORMATS)
    judged_by = chosen_checklist(checklist)
    reader = chosen_profile(me, judged_by, files)
    accepted = chosen_waivers(waivers, judged_by, [*files, *([me] if me else [])])
    on = day(today)
    tables = None if reference is None else reference_with(reference)
    offers, errors, nothing = _offers(files)
    _tell_errors(errors, columns(width), coloured(color, sys.stderr))
    tell_nothing(nothing)
    ends_with = exit_codes.exit_code(bad_inputs=bool(errors), gates_failed=False, no_input=bool(nothing))
    if len(offers) < 2:
        tell(f"offercheck: it takes two offers to compare, and {len(offers) or 'none'} can be judged\n")
        raise typer.Exit(ends_with or exit_codes.USAGE)
    found = compared(
        offers,
        judged_by,
        today=on,
        reference=tables,
        profile=reader,
        waivers=accepted,
        sensitivity=sensitivity,
    )
    options = Options(width=columns(width), unfold=unfold)
    inputs = [*files, *(one for one in (reference, me, waivers) if one)]
    write_rendered(lambda form: render_comparison(form, found, options), reports, options, color=color, inputs=inputs)
    raise typer.Exit(ends_with)


def _offers(files: Sequence[str]) -> tuple[list[Offer], list[InputError], list[Nothing]]:
    """The offers that can be read, why others cannot, and what held none."""
    from offercheck.inputs.inputs import Input, inputs_of, offer_of
    from offercheck.inputs.paths import Nothing
    from offercheck.reading.fault import InputError

    offers: list[Offer] = []
    errors: list[InputError] = []
    nothing: list[Nothing] = []
    for one in inputs_of(files, standard_input()):
        if isinstance(one, Nothing):
            nothing.append(one)
        if isinstance(one, Input):
            try:
                offers.append(offer_of(one))
            except InputError as error:
                errors.append(error)
    return offers, errors, nothing


def _tell_errors(errors: Sequence[InputError], width: int, colour: bool) -> None:
    if errors:
        from offercheck.reports.fault_text import fault_text

        for error in errors:
            tell(fault_text(error, width=width, colour=colour) + "\n")
