"""The commands. Their modules are light: what a command needs is imported when it runs."""

from __future__ import annotations

import typer

from offercheck.cli import exit_codes
from offercheck.cli.check import check
from offercheck.cli.checklist import checklist
from offercheck.cli.command import LightCommand, LightGroup
from offercheck.cli.explain import explain
from offercheck.cli.new import new
from offercheck.cli.reference import reference
from offercheck.cli.rules import rules
from offercheck.cli.schema import schema

EXIT_CODES_HELP = "\b\nExit codes:\n" + "\n".join(f"{code:>5}  {meaning}" for code, meaning in exit_codes.table())

app = typer.Typer(
    name="offercheck",
    cls=LightGroup,
    help="Runs a telemedicine job offer through the checklist that careful clinicians use. "
    "It is decision support, not legal or tax advice.",
    epilog=EXIT_CODES_HELP,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(cls=LightCommand, epilog=EXIT_CODES_HELP)(check)
app.command(cls=LightCommand)(new)
app.command(cls=LightCommand)(schema)
app.command(cls=LightCommand)(reference)
app.command(cls=LightCommand)(rules)
app.command(cls=LightCommand)(explain)
app.add_typer(checklist)


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", help="Print the version and exit.", is_eager=True),  # noqa: FBT003
) -> None:
    if version:
        from offercheck.version import __version__

        typer.echo(f"offercheck {__version__}")
        raise typer.Exit
