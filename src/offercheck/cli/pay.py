"""`offercheck pay`: what offers come to for each hour that they really take."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

from offercheck.cli import exit_codes
from offercheck.cli.options import (
    Colour,
    Files,
    Me,
    Output,
    ReferenceRows,
    Today,
    Width,
    day,
    profile_alone,
    reference_with,
)
from offercheck.cli.streams import STANDARD_INPUT, coloured, columns, needs_ascii, read_input, tell, write_report

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
    files: Files,
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
    from offercheck.reading.fault import InputError
    from offercheck.reports.report import Options

    asked = _asked(assume or [])
    profile = profile_alone(me, files)
    basis = Basis(reference_with(reference), int(day(today)[:4]), asked, profile.values if profile else None)
    offers: list[Offer] = []
    unread: list[InputError] = []
    for name in files:
        try:
            offers.append(_offer(name))
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
    raise typer.Exit(exit_codes.exit_code(bad_inputs=bool(unread), gates_failed=False))


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


def _offer(name: str) -> Offer:
    from offercheck.offer.build import build_offer
    from offercheck.reading.load import read_document

    return build_offer(read_document("standard input" if name == STANDARD_INPUT else name, read_input(name)))


def _tell(unread: list[InputError], width: int, *, colour: bool) -> None:
    from offercheck.reports.fault_text import fault_text

    for error in unread:
        tell(fault_text(error, width=width, colour=colour) + "\n")
