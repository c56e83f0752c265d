"""What `offercheck pay` says of offers. The field names are those of its JSON (`offercheck schema pay`).

Sums are dollars, rounded half up to the cent; numbers of visits and hours to two places, shares to four.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from offercheck.record import record

Rounded: TypeAlias = int | float


@record
class Figure:
    """A figure with its lowest, expected and highest value."""

    low: Rounded
    expected: Rounded
    high: Rounded


@record
class HeadlineShown:
    """The pay for an hour that the offer names, or lets one think of; `how` says which. Dollars an hour."""

    per_hour: Figure
    how: str


@record
class StepShown:
    """What is lost (below 0) or gained on the way, in dollars a year and for each hour worked."""

    name: str
    per_year: Rounded
    per_hour: Rounded


@record
class AssumptionShown:
    """An input, its value and where it comes from: `asked` of the reader, `offer`, `profile`, `tables`, `benchmark`.

    `confidence` is that of a benchmark: high, medium, low, or judgement.
    """

    name: str
    meaning: str
    value: Figure
    unit: str
    origin: Literal["asked", "offer", "profile", "tables", "benchmark"]
    source: str
    confidence: str


@record
class MoverShown:
    """An input that is not known exactly, and what an hour comes to at either of its ends, all else as expected."""

    name: str
    meaning: str
    value: Figure
    unit: str
    at_low: Rounded
    at_high: Rounded


@record
class ReachShown:
    """What reaches `target` dollars for each hour worked: visits completed, or slots offered, for each scheduled hour,
    the slots if missed visits were paid with half the rate, or a rate of `rate` (`rate_unit`) at the expected pace.
    `repaying_visits` are those of a year that do no more than repay your costs. Null where nothing does, or no visit
    is paid."""

    target: Rounded
    completed: Rounded | None
    slots: Rounded | None
    slots_half_paid: Rounded | None
    rate: Rounded | None
    rate_unit: str
    repaying_visits: Rounded | None


@record
class OwedShown:
    """What of a payment is owed on leaving after so many months."""

    month: int
    amount: Rounded


@record
class ExposureShown:
    """A sum that may fall due at once; null where the paper does not let one be said."""

    name: str
    amount: Figure | None
    why: str
    field: str
    schedule: list[OwedShown]


@record
class ApartShown:
    """What is not in the price, and why."""

    field: str
    why: str


@record
class PriceShown:
    """The price of an offer.

    `hired` is `w2` or `1099`, as stated or as taken; `wages_worth` the W-2 wages without benefits that come to as much
    as a contractor's net; `payroll_tax` what it then takes, of an employee both halves.
    """

    headline: HeadlineShown
    per_hour: Figure
    value: Figure
    gross: Figure
    hired: str
    waterfall: list[StepShown]
    payroll_tax: StepShown | None
    wages_worth: Rounded | None
    reach: list[ReachShown]
    levers: list[StepShown]
    movers: list[MoverShown]


@record
class OfferPay:
    """One offer: its price or null, the hours and costs that are known without one, and what is kept apart."""

    file: str
    title: str | None
    employer: str | None
    role: str | None
    stage: str
    price: PriceShown | None
    hours: Figure
    completed_visits: Figure
    costs: list[StepShown]
    assumptions: list[AssumptionShown]
    exposure: list[ExposureShown]
    apart: list[ApartShown]


@record
class Placed:
    """An offer among others, by what an hour of it comes to; `offer` is its place in `offers`, from 0.

    `rate_to_match` is the rate (`rate_unit`) with which it would come to as much as the first; null for the first, and
    where no rate does.
    """

    offer: int
    file: str
    per_hour: Figure
    tied_with_first: bool
    rate_to_match: Rounded | None
    rate_unit: str


@record
class Turn:
    """An input of an offer, and the end of it that, all else as expected, puts the second offer before the first.

    `offer` is its place in `offers`, from 0.
    """

    offer: int
    file: str
    name: str
    meaning: str
    at: Rounded
    unit: str


@record
class PayReport:
    """The offers in the order given, and those with a price by what an hour of them comes to.

    `year` is that of the payroll rates; `unread` are inputs that could not be read, or are invalid.
    """

    schema: Literal["offercheck.pay/1"]
    year: int
    income_tax: Literal["left out"]
    offers: list[OfferPay]
    order: list[Placed]
    turns: list[Turn]
    unread: list[str]
