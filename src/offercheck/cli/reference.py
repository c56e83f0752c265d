"""`offercheck reference`: the tables that fees, compacts and statutes are looked up in."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import typer

from offercheck.cli.completion import tables
from offercheck.cli.options import Output, ReferenceRows, Today, Width, day, reference_with
from offercheck.cli.streams import columns, write_report


def reference(
    table: Annotated[
        str | None, typer.Argument(metavar="TABLE", help="Show the rows of this table.", autocompletion=tables)
    ] = None,
    state: Annotated[str | None, typer.Option("--state", metavar="XX", help="Only the rows of this state.")] = None,
    report_format: Annotated[Literal["terminal", "json"], typer.Option("--format", help="What to print.")] = "terminal",
    rows: ReferenceRows = None,
    today: Today = None,
    width: Width = None,
    output: Output = None,
) -> None:
    """List the reference tables, how old they are, and where each row comes from.

    What is not in a table is unknown, not no.
    """
    import json

    from offercheck.reference.table import TABLES
    from offercheck.reports import reference_text as shown

    if table is not None and table not in TABLES:
        raise typer.BadParameter(f"{table!r} is no table; tables: {', '.join(TABLES)}", param_hint="TABLE")
    asked = date.fromisoformat(day(today))
    found = reference_with(rows)
    if table is None and state is None:
        overview = shown.overview(found, asked)
        text = shown.overview_text(found, asked, columns(width))
    else:
        chosen = shown.chosen_rows(found, [table] if table else list(TABLES), _state(state, table))
        overview = shown.rows_json(chosen, asked)
        text = shown.rows_text(chosen, asked, columns(width))
    if report_format == "json":
        text = json.dumps(overview, indent=2, ensure_ascii=False) + "\n"
    write_report(text, output, inputs=[rows] if rows else [])


def _state(state: str | None, table: str | None) -> str | None:
    """The two letters of a state, where the table is by state."""
    if state is None:
        return None
    from offercheck.offer.values.state_words import NAMES
    from offercheck.reference.table import TABLES

    if table is not None and "jurisdiction" not in TABLES[table].key:
        raise typer.BadParameter(f"{table} is not by state", param_hint="--state")
    if state.upper() not in NAMES:
        raise typer.BadParameter(f"{state!r} is no state; write its two letters", param_hint="--state")
    return state.upper()
