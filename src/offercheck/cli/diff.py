"""`offercheck diff`: rounds of a negotiation."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from offercheck.cli.completion import offer_files
from offercheck.cli.judging import read_offer
from offercheck.cli.options import (
    ChecklistChosen,
    Colour,
    Me,
    Output,
    ReferenceRows,
    Today,
    Width,
    chosen_checklist,
    chosen_profile,
    day,
    reference_with,
)
from offercheck.cli.streams import STANDARD_INPUT, coloured, columns, needs_ascii, write_report


def diff(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="OLD NEW...", help="Offer files, the oldest first; - is standard input.", autocompletion=offer_files
        ),
    ],
    asked: Annotated[
        int, typer.Option("--top", min=0, help="So many questions of each paper were asked, as in `ask --top`.")
    ] = 10,
    report_format: Annotated[Literal["terminal", "json"], typer.Option("--format", "-f")] = "terminal",
    unfold: Annotated[bool, typer.Option("--all", help="Show every rule that moved.")] = False,
    output: Output = None,
    me: Me = None,
    checklist: ChecklistChosen = "telemedicine",
    reference: ReferenceRows = None,
    today: Today = None,
    color: Colour = "auto",
    width: Width = None,
) -> None:
    """Follow a negotiation: what each paper gives, takes back, and does not answer.

    Terms are compared by what they mean, so that their order and spelling do not matter. It also says what stands in a
    weaker place than before, such as an email instead of the contract.
    """
    if len(files) < 2:
        raise typer.BadParameter("it takes two papers, the older first", param_hint="OLD NEW")
    if files.count(STANDARD_INPUT) > 1:
        raise typer.BadParameter("standard input is read once", param_hint="OLD NEW")
    from offercheck.rounds.follow import follow

    judged_by = chosen_checklist(checklist)
    reader = chosen_profile(me, judged_by, files)
    on = day(today)
    tables = None if reference is None else reference_with(reference)
    offers = [read_offer(one) for one in files]
    rounds = follow(offers, judged_by, today=on, reference=tables, profile=reader, asked=asked)
    inputs = [*files, *(one for one in (reference, me) if one)]
    if report_format == "json":
        from offercheck.reports.rounds_json import render as as_json

        write_report(as_json(rounds), output, inputs=inputs)
        return
    from offercheck.reports.report import Options
    from offercheck.reports.terminal_rounds import render

    plain = output is not None
    options = Options(
        width=columns(width),
        colour=not plain and coloured(color, sys.stdout),
        unfold=unfold,
        ascii=not plain and needs_ascii(sys.stdout),
    )
    write_report(render(rounds, options), output, inputs=inputs)
