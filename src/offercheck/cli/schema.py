"""`offercheck schema`: JSON Schemas, for editors and for tools that read the report."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from offercheck.cli.options import Output
from offercheck.cli.streams import write_report


def schema(
    of: Annotated[
        Literal["offer", "me", "report", "pay", "comparison", "rounds"],
        typer.Argument(help="The offer file, your profile, or the JSON of check, pay, compare or diff."),
    ],
    output: Output = None,
) -> None:
    """Print a JSON Schema, of offer files, profiles or the report."""
    import json

    if of == "offer":
        from offercheck.offer.json_schema import offer_schema as schema_of
    elif of == "me":
        from offercheck.profile.json_schema import profile_schema as schema_of
    elif of == "pay":
        from offercheck.reports.pay_json import pay_schema as schema_of
    elif of == "comparison":
        from offercheck.reports.comparison_json import comparison_schema as schema_of
    elif of == "rounds":
        from offercheck.reports.rounds_json import rounds_schema as schema_of
    else:
        from offercheck.reports.json_report import report_schema as schema_of
    write_report(json.dumps(schema_of(), indent=2, ensure_ascii=False) + "\n", output)
