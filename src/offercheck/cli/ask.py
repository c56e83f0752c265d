"""`offercheck ask`: the letter with the questions worth asking."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from offercheck.cli.completion import offer_files
from offercheck.cli.judging import judged
from offercheck.cli.options import ChecklistChosen, Me, Output, ReferenceRows, Today, Waivers, Width
from offercheck.cli.streams import columns, tell, write_report


def ask(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="An offer file; - is standard input.", autocompletion=offer_files)
    ],
    top: Annotated[int, typer.Option("--top", min=1, help="Ask this many questions at the most.")] = 10,
    report_format: Annotated[Literal["text", "markdown", "json"], typer.Option("--format", "-f")] = "text",
    answers: Annotated[
        bool, typer.Option("--answers", help="Write the questions as a file to fill in, for `offercheck answer`.")
    ] = False,
    with_fallbacks: Annotated[
        bool, typer.Option("--with-fallbacks", help="Say in the letter what you would settle for.")
    ] = False,
    output: Output = None,
    me: Me = None,
    waivers: Waivers = None,
    checklist: ChecklistChosen = "telemedicine",
    reference: ReferenceRows = None,
    today: Today = None,
    width: Width = None,
) -> None:
    """Write a letter with the questions worth asking, by area, and the terms to talk about.

    The letter goes to standard output. What is at stake in each question, and what to settle for, is told beside it on
    standard error, and stays with you.
    """
    from offercheck.letter.letter import letter
    from offercheck.reports.json_report import as_json
    from offercheck.reports.letter_markdown import letter_as_markdown
    from offercheck.reports.letter_text import letter_as_text, stakes_as_text

    if answers and (report_format != "text" or with_fallbacks):
        raise typer.BadParameter("the answers are one form, and no letter", param_hint="--answers")
    offer, scorecard = judged(file, checklist=checklist, me=me, waivers=waivers, reference=reference, today=today)
    written = letter(scorecard, most=top, mentions_fallbacks=with_fallbacks)
    inputs = [one for one in (file, me, waivers, reference) if one]
    if answers:
        from offercheck.reports.answers_form import answers_form

        write_report(answers_form(written, offer), output, inputs=inputs, replace=False)
        return
    if report_format == "json":
        write_report(as_json(written), output, inputs=inputs)
        return
    markdown = report_format == "markdown"
    text = letter_as_markdown(written) if markdown else letter_as_text(written, columns(width))
    write_report(text, output, inputs=inputs)
    stakes = stakes_as_text(written, columns(width))
    tell(f"\n{stakes}" if output is None else stakes)
