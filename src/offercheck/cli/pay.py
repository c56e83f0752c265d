"""`offercheck pay`: what offers come to for each hour that they really take."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

from offercheck.cli import exit_codes
from offercheck.cli.options import (
    Colour,
    Me,
    Output,
    Paths,
    ReferenceRows,
    Today,
    Width,
    day,
    profile_alone,
    reference_with,
)
from offercheck.cli.streams import coloured, columns, needs_ascii, standard_input, tell, tell_nothing, write_report

if TYPE_CHECKING:
    from offercheck.facts.pay.range import Range
    from offercheck.offer.offer import Offer
    from offercheck.reading.fault import InputError

Assume: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--assume", metavar="NAME=VALUE", help="An input of your own: slots=3, no_shows=10%, premium=4000-8000."
    ),
]


def pay(
    files: Paths,
    assume: Assume = None,
    report_format: Annotated[
        Literal["terminal", "json"], typer.Option("--format", "-f", help="The report.")
    ] = "terminal",
    unfold: Annotated[bool, typer.Option("--all", help="Show every assumption and every term's worth.")] = False,
    output: Output = None,
    me: Me = None,
    reference: ReferenceRows = None,
    today: Today = None,
    color: Colour = "auto",
    width: Width = None,
) -> None:
    """Work out what offers pay for each hour that they really take.

    From the rate that is named to the real one, with every leak on the way, what it takes to reach a target, and what
    single terms are worth. What an offer does not say comes from your profile or a benchmark, and is listed. Income
    tax is left out.
    """
    from offercheck.evaluation.pay import Basis, pay_report
    from offercheck.inputs.inputs import Input, inputs_of, offer_of
    from offercheck.inputs.paths import Nothing
    from offercheck.reading.fault import InputError
    from offercheck.reports.report import Options

    asked = _asked(assume or [])
    profile = profile_alone(me, files)
    basis = Basis(reference_with(reference), int(day(today)[:4]), asked, profile.values if profile else None)
    offers: list[Offer] = []
    unread: list[InputError] = []
    nothing: list[Nothing] = []
    for one in inputs_of(files, standard_input()):
        if isinstance(one, Nothing):
            nothing.append(one)
        if not isinstance(one, Input):
            continue
        try:
            offers.append(offer_of(one))
        except InputError as error:
            unread.append(error)
    options = Options(
        width=columns(width),
        colour=output is None and coloured(color, sys.stdout),
        unfold=unfold,
        ascii=output is None and needs_ascii(sys.stdout),
    )
    _tell(unread, options.width, colour=coloured(color, sys.stderr))
    report = pay_report(offers, basis)
    report.unread = [error.name for error in unread]
    if report_format == "json":
        from offercheck.reports.pay_json import render
    else:
        from offercheck.reports.terminal_pay import render
    write_report(render(report, options), output, inputs=[*files, *(one for one in (reference, me) if one)])
    tell_nothing(nothing)
    raise typer.Exit(exit_codes.exit_code(bad_inputs=bool(unread), gates_failed=False, no_input=bool(nothing)))


def _asked(assume: list[str]) -> dict[str, Range]:
    """The inputs that the reader sets, by name."""
    from offercheck.facts.pay.inputs import asked_value
    from offercheck.offer.values.base import Refused

    asked: dict[str, Range] = {}
    for typed in assume:
        name, equals, text = typed.partition("=")
        name = name.strip().replace("-", "_")
        if not equals:
            raise typer.BadParameter(f"{typed!r}: write NAME=VALUE, as slots=3", param_hint="--assume")
        if name in asked:
            raise typer.BadParameter(f"{name} is assumed twice", param_hint="--assume")
        try:
            asked[name] = asked_value(name, text.strip())
        except Refused as error:
            advice = f"; {error.advice}" if error.advice else ""
            raise typer.BadParameter(f"{error.message}{advice}", param_hint="--assume") from None
    return asked


def _tell(unread: list[InputError], width: int, *, colour: bool) -> None:
    from offercheck.reports.fault_text import fault_text

    for error in unread:
        tell(fault_text(error, width=width, colour=colour) + "\n")
