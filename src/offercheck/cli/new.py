"""`offercheck new`: a template to fill in."""

from __future__ import annotations

from typing import Annotated

import typer

from offercheck.cli.options import Output
from offercheck.cli.streams import write_report


def new(
    full: Annotated[bool, typer.Option("--full", help="Every field, not only the newcomer's fifty.")] = False,
    output: Output = None,
) -> None:
    """Print an offer template to fill in.

    Every field stands with its meaning, in the order in which one reads a contract.
    """
    from offercheck.offer.template import template

    write_report(template(full=full), output, replace=False)
