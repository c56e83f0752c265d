"""`offercheck new`: a template to fill in."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from offercheck.cli.options import Output
from offercheck.cli.streams import write_report


def new(
    of: Annotated[Literal["offer", "me"], typer.Argument(help="An offer file, or your own profile.")] = "offer",
    full: Annotated[
        bool, typer.Option("--full", help="Every field of an offer, not only the newcomer's fifty.")
    ] = False,
    output: Output = None,
) -> None:
    """Print a template to fill in, of an offer or of your profile.

    Every field stands with its meaning; an offer's in the order in which one reads a contract.
    """
    if of == "me":
        if full:
            raise typer.BadParameter("a profile has one template, and it is full", param_hint="--full")
        from offercheck.profile.template import profile_template

        write_report(profile_template(), output, replace=False)
        return
    from offercheck.offer.template import template

    write_report(template(full=full), output, replace=False)
