"""`offercheck validate`: what is wrong in offer files, before anyone judges the offers."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from offercheck.cli import exit_codes
from offercheck.cli.options import Colour, Output, Paths, Width
from offercheck.cli.streams import coloured, columns, standard_input, tell_nothing, write_report

if TYPE_CHECKING:
    from offercheck.inputs.inputs import Input
    from offercheck.inputs.paths import Nothing
    from offercheck.reports.validation import Validated


def validate(
    paths: Paths,
    report_format: Annotated[
        Literal["terminal", "json"], typer.Option("--format", "-f", help="The report.")
    ] = "terminal",
    output: Output = None,
    color: Colour = "auto",
    width: Width = None,
) -> None:
    """Prove offer files right: every fault with its place and what to write instead.

    PATH is a file, a folder (with the folders in it), a pattern such as 'offers/**/*.yaml', or - for standard input.
    """
    from offercheck.inputs.inputs import Input, inputs_of
    from offercheck.inputs.paths import Nothing
    from offercheck.reports.validation import account, closing, render_json

    shown = _Shown(columns(width), output is None and coloured(color, sys.stdout))
    set_aside: list[str] = []
    nothing: list[Nothing] = []
    for one in inputs_of(paths, standard_input()):
        if isinstance(one, Input):
            shown.take(one)
        elif isinstance(one, Nothing):
            nothing.append(one)
        else:
            set_aside.append(one.name)
    found = account(shown.validated)
    if report_format == "json":
        report = render_json(shown.validated, set_aside)
    else:
        report = "".join(shown.texts) + closing(found, len(set_aside))
    write_report(report, output, inputs=paths)
    tell_nothing(nothing)
    code = exit_codes.exit_code(
        bad_inputs=bool(found.unreadable), gates_failed=bool(found.faulty), no_input=bool(nothing)
    )
    raise typer.Exit(code)


class _Shown:
    """What was found so far, and the text of it."""

    def __init__(self, width: int, colour: bool) -> None:
        self.width = width
        self.colour = colour
        self.validated: list[Validated] = []
        self.texts: list[str] = []

    def take(self, source: Input) -> None:
        from offercheck.inputs.inputs import offer_of
        from offercheck.reading.fault import InputError
        from offercheck.reports.fault_text import fault_text
        from offercheck.reports.validation import Validated, refused

        try:
            offer_of(source)
        except InputError as error:
            self.validated.append(refused(source, error))
            self.texts.append(fault_text(error, width=self.width, colour=self.colour) + "\n")
        else:
            self.validated.append(Validated(source.name, source.number, source.line, "valid", []))
