"""`offercheck diff`: rounds of a negotiation."""

from __future__ import annotations

from typing import Annotated

import typer

from offercheck.cli.completion import offer_files, rounds_formats
from offercheck.cli.judging import read_offer
from offercheck.cli.options import (
    ChecklistChosen,
    Colour,
    Me,
    Outputs,
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
from offercheck.cli.streams import STANDARD_INPUT, columns
from offercheck.reports import ROUNDS_FORMATS

Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="|".join(ROUNDS_FORMATS),
        help="The report, terminal by default; several, each with its --output.",
        autocompletion=rounds_formats,
    ),
]


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
    formats: Formats = None,
    unfold: Annotated[bool, typer.Option("--all", help="Show every rule that moved.")] = False,
    outputs: Outputs = None,
    me: Me = None,
    waivers: Waivers = None,
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
    from offercheck.reports import render_rounds
    from offercheck.reports.report import Options
    from offercheck.rounds.follow import follow

    reports = paired(formats or [], outputs or [], ROUNDS_FORMATS)
    judged_by = chosen_checklist(checklist)
    reader = chosen_profile(me, judged_by, files)
    accepted = chosen_waivers(waivers, judged_by, [*files, *([me] if me else [])])
    on = day(today)
    tables = None if reference is None else reference_with(reference)
    offers = [read_offer(one) for one in files]
    rounds = follow(offers, judged_by, today=on, reference=tables, profile=reader, waivers=accepted, asked=asked)
    inputs = [*files, *(one for one in (reference, me, waivers) if one)]
    options = Options(width=columns(width), unfold=unfold)
    write_rendered(lambda form: render_rounds(form, rounds, options), reports, options, color=color, inputs=inputs)
