"""The commands by name. Their modules are light: what a command needs is imported when it runs."""

from __future__ import annotations

import typer

from offercheck.cli import exit_codes
from offercheck.cli.command import Home, LateGroup

EXIT_CODES_HELP = "\b\nExit codes:\n" + "\n".join(f"{code:>5}  {meaning}" for code, meaning in exit_codes.table())


class _Commands(LateGroup):
    homes = {  # noqa: RUF012  # the same for all
        "check": Home("offercheck.cli.check", EXIT_CODES_HELP),
        "validate": Home("offercheck.cli.validate", EXIT_CODES_HELP),
        "batch": Home("offercheck.cli.batch", EXIT_CODES_HELP),
        "pay": Home("offercheck.cli.pay", EXIT_CODES_HELP),
        "ask": Home("offercheck.cli.ask", EXIT_CODES_HELP),
        "compare": Home("offercheck.cli.compare", EXIT_CODES_HELP),
        "answer": Home("offercheck.cli.answer", EXIT_CODES_HELP),
        "diff": Home("offercheck.cli.diff", EXIT_CODES_HELP),
        "new": Home("offercheck.cli.new"),
        "schema": Home("offercheck.cli.schema"),
        "reference": Home("offercheck.cli.reference"),
        "rules": Home("offercheck.cli.rules"),
        "explain": Home("offercheck.cli.explain"),
        "checklist": Home("offercheck.cli.checklist"),
    }


app = typer.Typer(
    name="offercheck",
    cls=_Commands,
    help="Runs a telemedicine job offer through the checklist that careful clinicians use. "
    "It is decision support, not legal or tax advice.",
    epilog=EXIT_CODES_HELP,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", help="Print the version and exit.", is_eager=True),  # noqa: FBT003
) -> None:
    if version:
        from offercheck.version import __version__

        typer.echo(f"offercheck {__version__}")
        raise typer.Exit
