"""`offercheck answer`: the answers to a letter, filled into the offer."""

from __future__ import annotations

from typing import Annotated

import typer

from offercheck.cli.completion import offer_files
from offercheck.cli.judging import read_offer
from offercheck.cli.options import Output
from offercheck.cli.streams import STANDARD_INPUT, tell, write_report


def answer(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="An offer file; - is standard input.", autocompletion=offer_files)
    ],
    answers: Annotated[
        str,
        typer.Argument(
            metavar="ANSWERS", help="The file that `ask --answers` wrote, filled in.", autocompletion=offer_files
        ),
    ],
    output: Output = None,
) -> None:
    """Write the offer with the answers to your questions in it.

    The offer's own file stays as it is; in the new one its comments are left out, and what is answered stands with the
    place where the answer is written. What was filled in is told on standard error.
    """
    from offercheck.letter.answers import filled_in
    from offercheck.offer.build import build_offer
    from offercheck.reading.load import read_document
    from offercheck.reports.offer_yaml import offer_as_yaml

    if file == answers == STANDARD_INPUT:
        raise typer.BadParameter("standard input is read once: it holds the offer or the answers")
    filled = filled_in(read_offer(file), read_offer(answers))
    text = offer_as_yaml(filled.offer)
    build_offer(read_document(f"{file} with {answers}", text.encode(), json=False))
    write_report(text, output, inputs=[file, answers])
    tell(f"Filled in: {', '.join(filled.fields)}.\n" if filled.fields else "There is no answer to fill in.\n")
