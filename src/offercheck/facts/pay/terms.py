"""What is paid, as the terms of the model; caps, and sums for a year."""

from __future__ import annotations

from offercheck.facts.pay.gross import MONTHS_A_YEAR, Capped, PerVisit, Term
from offercheck.facts.pay.inputs import Inputs, range_of
from offercheck.facts.pay.items import Apart, Item
from offercheck.facts.pay.range import Range

PER_YEAR = {"month": MONTHS_A_YEAR, "quarter": 4, "year": 1}


class Terms:
    """What is paid: the terms, a guarantee, what is kept out; the main pay; how visits are paid, if they are.

    `yearly` is the year's sum for the hours of this job, `full_time` as it is named; `unit` what the main rate is for.
    `by_visit` says that pay follows the number of visits; `by_piece` that these are cases without appointments.
    """

    def __init__(self, apart: list[Apart]) -> None:
        self.apart = apart
        self.terms: list[Term] = []
        self.guarantee: Term | None = None
        self.visit: PerVisit | None = None
        self.hourly: Range | None = None
        self.yearly: Range | None = None
        self.full_time: Range | None = None
        self.unit = ""
        self.by_visit = False
        self.by_piece = False


def capped(term: Term, items: list[Item], found: Terms) -> Term:
    """A term with the cap of the one item that it is made of; a cap among several items is kept out."""
    caps = [item for item in items if item.span("cap") is not None]
    if not caps:
        return term
    most = cap_of_year(caps[0]) if len(items) == 1 else None
    if most is None:
        found.apart.append(Apart(places(caps), "a cap counts where it is a sum for a month, a quarter or a year"))
        return term
    return Capped(term=term, most=most)


def cap_of_year(item: Item) -> Range | None:
    cap = item.span("cap")
    currency, _, period = (cap.unit or "").partition("/") if cap is not None else ("", "", "")
    most = range_of(cap)
    return most * PER_YEAR[period] if most is not None and currency == "USD" and period in PER_YEAR else None


def for_a_year(amount: Range, per: str, inputs: Inputs) -> Range:
    return amount * inputs.need("weeks") if per == "week" else amount * PER_YEAR[per]


def places(items: list[Item]) -> str:
    return ", ".join(item.place for item in items)
