"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

from offercheck.cli.completion import checklists, formats, offer_files
from offercheck.cli.streams import NARROWEST, STANDARD_INPUT, WIDEST, read_input
from offercheck.reports import FORMATS

if TYPE_CHECKING:
    from offercheck.checklist.checklist import Checklist
    from offercheck.checklist.waivers import Waiver
    from offercheck.profile.profile import Profile
    from offercheck.reference.reference import Reference

Files: TypeAlias = Annotated[
    list[str],
    typer.Argument(metavar="FILE...", help="Offer files; - is standard input.", autocompletion=offer_files),
]
Paths: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...", help="Files, folders, patterns; - is standard input.", autocompletion=offer_files
    ),
]
Output: TypeAlias = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write the report to this file instead of the terminal.")
]
Formats: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="|".join(FORMATS),
        help="The report, terminal by default; several, each with its --output.",
        autocompletion=formats,
    ),
]
Outputs: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write the report to this file; - is the terminal. With several formats, one for each, in their order.",
    ),
]
Colour: TypeAlias = Annotated[
    Literal["auto", "always", "never"],
    typer.Option("--color", help="Colours: auto heeds NO_COLOR, FORCE_COLOR and whether a terminal is there."),
]
Width: TypeAlias = Annotated[
    int | None,
    typer.Option("--width", min=NARROWEST, max=WIDEST, help="Columns to fill; by default the terminal's, else 80."),
]
ChecklistChosen: TypeAlias = Annotated[
    str,
    typer.Option(
        "--checklist",
        metavar="NAME|FOLDER",
        help="Judge by this: telemedicine, or a folder of your own.",
        autocompletion=checklists,
    ),
]
Today: TypeAlias = Annotated[
    str | None, typer.Option("--today", metavar="YYYY-MM-DD", help="The date to judge by; by default today's.")
]
ReferenceRows: TypeAlias = Annotated[
    str | None,
    typer.Option("--reference", metavar="FILE", help="Rows of your own (CSV) in place of the reference tables'."),
]

Me: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--me",
        metavar="FILE",
        envvar="OFFERCHECK_ME",
        help="Your profile, as `offercheck new me` prints it.",
        autocompletion=offer_files,
    ),
]


Waivers: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--waivers",
        metavar="FILE",
        help="Flags that you accept, each with a reason and a last day.",
        autocompletion=offer_files,
    ),
]


def day(asked: str | None) -> str:
    """The date to judge by, as ISO text. This is where the clock is read."""
    if asked is None:
        return date.today().isoformat()  # noqa: DTZ011  # the reader's own day is meant
    try:
        found = date.fromisoformat(asked).isoformat()
    except ValueError:
        found = ""
    if found != asked:
        raise typer.BadParameter(f"{asked!r} is no date; write 2026-03-31", param_hint="--today")
    return found


def chosen_checklist(chosen: str) -> Checklist:
    """A shipped checklist by its name, or one's own by its folder. The examples of a shipped one are not read."""
    from offercheck.checklist.load import load_checklist
    from offercheck.checklist.shipped import checklist_folder, shipped_names

    return load_checklist(checklist_folder(chosen), examples=chosen not in shipped_names())


def chosen_profile(file: str | None, checklist: Checklist, offers: Sequence[str]) -> Profile | None:
    """The reader's profile, for judging offers by a checklist. Raises InputError."""
    if file is None:
        return None
    if file == STANDARD_INPUT and STANDARD_INPUT in offers:
        raise typer.BadParameter("standard input is read once: it holds the offer or the profile", param_hint="--me")
    from offercheck.checklist.personal import read_profile
    from offercheck.reading.load import read_document

    shown = "standard input" if file == STANDARD_INPUT else file
    return read_profile(read_document(shown, read_input(file)), checklist)


def chosen_waivers(file: str | None, checklist: Checklist, others: Sequence[str]) -> list[Waiver]:
    """The reader's waivers, for judging offers by a checklist; `others` are read too. Raises InputError."""
    if file is None:
        return []
    if file == STANDARD_INPUT and STANDARD_INPUT in others:
        raise typer.BadParameter("standard input is read once", param_hint="--waivers")
    from offercheck.checklist.waivers import read_waivers
    from offercheck.reading.load import read_document

    shown = "standard input" if file == STANDARD_INPUT else file
    return read_waivers(read_document(shown, read_input(file)), checklist)


def profile_alone(file: str | None, offers: Sequence[str]) -> Profile | None:
    """The reader's profile where no checklist is at hand to hold it against. Raises InputError."""
    if file is None:
        return None
    if file == STANDARD_INPUT and STANDARD_INPUT in offers:
        raise typer.BadParameter("standard input is read once: it holds the offer or the profile", param_hint="--me")
    from offercheck.profile.profile import build_profile
    from offercheck.reading.load import read_document

    return build_profile(read_document("standard input" if file == STANDARD_INPUT else file, read_input(file)))


def reference_with(file: str | None) -> Reference:
    """The shipped reference tables, with the rows of one's own file in place of theirs. Raises InputError."""
    from offercheck.reference.reference import Reference

    if file is None:
        return Reference.shipped()
    from offercheck.reference.overrides import read_overrides

    return Reference.shipped().with_rows(read_overrides(file, read_input(file)))
