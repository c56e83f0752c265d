"""The questions of a letter as a file to fill in: an offer of its own that says nothing yet."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING

from offercheck.letter.answers import prefilled
from offercheck.offer.schema import AREA_OF, FIELDS, FORMAT, sentence
from offercheck.offer.template import EXAMPLES
from offercheck.reading.text import visible
from offercheck.reports.offer_yaml import fields_as_yaml

if TYPE_CHECKING:
    from offercheck.letter.letter import Letter, Point
    from offercheck.offer.offer import Offer

_WIDTH = 96

_HEADER = (
    "Answers to your questions. Fill in what was answered, as it was said, and leave the rest empty. Then"
    " `offercheck answer` with your offer's file and this one writes the offer with the answers in it."
)
_SOURCE = (
    "Where the answers are written: an email is not yet a term of the contract. Write contract once they stand there;"
    " an answer with a place of its own gets a line of its own."
)


def answers_form(letter: Letter, offer: Offer) -> str:
    """A YAML file with every field that the letter asks for, each under its question. Filled in, it is what
    `offercheck.letter.answers` fills into the offer."""
    points = [point for group in letter.groups for point in group.points]
    lines = [*_comment(_HEADER, ""), "", f"offercheck: {FORMAT}"]
    for area in AREA_OF:
        fields = [(point, path) for point in points for path in point.fields if path.rpartition(".")[0] == area]
        if fields:
            lines += ["", *([f"{area}:"] if area else []), *_area(fields, offer, "  " if area else "")]
    lines += ["", *_comment(_SOURCE, ""), "evidence:", "  - {field: all, source: email}"]
    return "\n".join(lines) + "\n"


def _area(fields: list[tuple[Point, str]], offer: Offer, indent: str) -> Iterator[str]:
    asked = 0
    for point, path in fields:
        if point.number != asked:
            yield from _comment(f"{point.number}. {visible(point.ask)}", indent)
            asked = point.number
        field = FIELDS[path]
        said = prefilled(path, offer)
        known = "" if said is None else " As it stands; complete it:"
        yield from _comment(f"{sentence(field.meaning)} ({field.type.describe()}){known}", f"{indent}  ")
        if said is None:
            yield f"{indent}{field.name}:  # e.g. {EXAMPLES.get(path, field.type.example)}"
        else:
            yield from fields_as_yaml({field.name: said}, indent)


def _comment(text: str, indent: str) -> list[str]:
    lead = f"{indent}# "
    return wrap(text, _WIDTH, initial_indent=lead, subsequent_indent=lead, break_on_hyphens=False)
