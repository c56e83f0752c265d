"""`offercheck checklist`: whether a checklist is well formed, whether its examples hold, and what is in it."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from offercheck.checklist.shipped import checklist_folder
from offercheck.cli import exit_codes
from offercheck.cli.command import LightCommand, LightGroup
from offercheck.cli.options import Today, day
from offercheck.cli.streams import coloured, tell, write_report

checklist = typer.Typer(
    name="checklist",
    cls=LightGroup,
    help="Look after a checklist: prove it well formed, run its examples, show what is in it.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Chosen = Annotated[str, typer.Argument(metavar="NAME|FOLDER", help="A shipped checklist, or the folder of your own.")]


@checklist.command(cls=LightCommand)
def lint(chosen: Chosen = "telemedicine") -> None:
    """Prove a checklist well formed, or print all that is wrong in it and exit with 4."""
    from offercheck.checklist.lint import lint as faults_of
    from offercheck.checklist.shipped import shipped_names
    from offercheck.reading.text import visible
    from offercheck.reports.fault_text import fault_text

    errors = faults_of(checklist_folder(chosen), shipped=chosen in shipped_names())
    for error in errors:
        tell(fault_text(error, colour=coloured("auto", sys.stderr)) + "\n")
    if errors:
        raise typer.Exit(exit_codes.BAD_INPUT)
    write_report(f"{visible(chosen)}: well formed\n", None)


@checklist.command("test", cls=LightCommand)
def run_all_examples(chosen: Chosen = "telemedicine", today: Today = None) -> None:
    """Run every example of every rule; where one fails, print it with its place and exit with 1."""
    from offercheck.checklist.load import load_checklist
    from offercheck.evaluation.example_run import run_examples
    from offercheck.reading.text import visible

    done = run_examples(load_checklist(checklist_folder(chosen)), today=day(today))
    lines = [visible(f"{one.file}:{one.line}: {one.rule}: {one.message}") for one in done.failed]
    lines.append(f"{done.count} examples, {len(done.failed)} failed")
    write_report("\n".join(lines) + "\n", None)
    raise typer.Exit(exit_codes.exit_code(bad_inputs=False, gates_failed=bool(done.failed)))


@checklist.command(cls=LightCommand)
def show(chosen: Chosen = "telemedicine") -> None:
    """Print what is in a checklist: its areas with their rules, its weights, its fingerprint."""
    from offercheck.checklist.load import load_checklist
    from offercheck.reports.checklist_text import checklist_as_text

    write_report(checklist_as_text(load_checklist(checklist_folder(chosen))), None)
