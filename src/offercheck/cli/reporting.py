"""Several reports of one run: which format goes where, and all of them written or none begun."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from offercheck.cli.streams import STANDARD_INPUT, coloured, needs_ascii, refuse_output, write_report
from offercheck.reports import FORMATS, render

if TYPE_CHECKING:
    from offercheck.reports.report import Options, Result

STANDARD_OUTPUT = STANDARD_INPUT


def paired(
    formats: Sequence[str], outputs: Sequence[str], known: Collection[str] = FORMATS
) -> list[tuple[str, Path | None]]:
    """Each format with its file, None being standard output, which takes one report. Raises BadParameter."""
    for name in formats:
        if name not in known:
            raise typer.BadParameter(f"{name!r} is none of {', '.join(known)}", param_hint="--format")
    if len(formats) > 1 and len(formats) != len(outputs):
        found = f"{len(formats)} formats and {len(outputs)} outputs"
        raise typer.BadParameter(
            f"{found}: give each --format an --output; - is standard output", param_hint="--output"
        )
    if len(outputs) > 1 and len(formats) != len(outputs):
        raise typer.BadParameter(f"{len(outputs)} outputs and no format for each", param_hint="--output")
    if "" in outputs:
        raise typer.BadParameter("an output has no name; - is standard output", param_hint="--output")
    files = [None if one == STANDARD_OUTPUT else Path(one) for one in outputs] or [None]
    if len(set(files)) < len(files):
        raise typer.BadParameter("two reports cannot share one output", param_hint="--output")
    return list(zip(formats or ["terminal"], files, strict=True))


def write_reports(
    results: Sequence[Result],
    reports: Sequence[tuple[str, Path | None]],
    options: Options,
    *,
    color: str,
    inputs: Sequence[str],
) -> None:
    """Render all the reports of some results, then write them."""
    write_rendered(lambda form: render(form, results, options), reports, options, color=color, inputs=inputs)


def write_rendered(
    rendered: Callable[[str], str],
    reports: Sequence[tuple[str, Path | None]],
    options: Options,
    *,
    color: str,
    inputs: Sequence[str],
) -> None:
    """Render all the reports by their formats, then write them, files first: what ends early leaves none half-written.

    `rendered` reads the `options`, in which colours and characters are set here for each output.
    """
    for _, output in reports:
        refuse_output(output, inputs=inputs)
    texts = []
    for form, output in reports:
        options.colour = output is None and coloured(color, sys.stdout)
        options.ascii = output is None and needs_ascii(sys.stdout)
        texts.append((rendered(form), output, form == "github"))
    for text, output, commands in sorted(texts, key=lambda one: one[1] is None):
        write_report(text, output, inputs=inputs, commands=commands)
