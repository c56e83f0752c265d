"""The pay of an offer in one line of its scorecard, as plain data: a run that shows none loads nothing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import TypedDict

if TYPE_CHECKING:
    from fractions import Fraction

    from offercheck.offer.readings import Values
    from offercheck.reference.reference import Reference


class PayLine(TypedDict):
    """Dollars an hour: as named (`how` says by what), and for each hour that the work really takes; `assumed` is how
    many inputs of it the offer does not give. `offercheck pay` shows the way from one to the other."""

    named: int | float
    how: str
    low: int | float
    expected: int | float
    high: int | float
    assumed: int


def pay_line(values: Values, reference: Reference, year: int) -> PayLine | None:
    """The line for a reading of an offer; None where what it says has no price. `year` is that of the payroll rates."""
    from offercheck.facts.pay.estimate import estimate

    found = estimate(values, reference, year)
    if found.priced is None:
        return None
    hourly = found.priced.year.per_hour()
    return {
        "named": cents(found.priced.headline.per_hour.expected),
        "how": found.priced.headline.how,
        "low": cents(hourly.low),
        "expected": cents(hourly.expected),
        "high": cents(hourly.high),
        "assumed": sum(one.origin != "offer" for one in found.assumptions),
    }


def cents(amount: Fraction, places: int = 2) -> int | float:
    """Rounded half up, away from nothing; whole numbers without decimals."""
    scale = int(10**places)
    units = (abs(amount.numerator) * scale * 2 + amount.denominator) // (2 * amount.denominator)
    units = -units if amount < 0 else units
    return units / scale if units % scale else units // scale
