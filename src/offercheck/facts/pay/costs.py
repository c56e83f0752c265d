"""What you pay yourself, spread over the years that it serves, in dollars a year."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Annotated

from offercheck.facts.pay.range import Range, as_range, between
from offercheck.facts.pay.work import NONE, Quantity, Work
from offercheck.record import record

TWO_YEARS, SIX_YEARS = as_range(2), as_range(6)
TAIL_MULTIPLE = between(Fraction(3, 2), 2, Fraction(5, 2))
"""Tail premium over the last yearly premium (reference tables: tail_premium_multiple_low and _high)."""


@record(frozen=True)
class Licence:
    """A licence in one state."""

    initial_fee: Annotated[Range, Quantity("initial_fee", "USD", "fee of the first application")]
    renewal_fee: Annotated[Range, Quantity("renewal_fee", "USD", "fee of a renewal")]
    renewal_years: Annotated[Range, Quantity("renewal_years", "years", "from one renewal to the next")] = TWO_YEARS
    years_held: Annotated[Range, Quantity("years_held", "years", "how long you expect to keep it")] = SIX_YEARS

    def yearly(self) -> Range:
        """A licence.

        licence = initial_fee / years_held + renewal_fee / renewal_years
        """
        return self.initial_fee / self.years_held + self.renewal_fee / self.renewal_years


def licences(held: Iterable[Licence]) -> Range:
    """All licences.

    licences = sum of licence over the states
    """
    return sum((one.yearly() for one in held), start=NONE)


def dea(fee: Range, term_years: Range, states: Range) -> Range:
    """DEA registrations, one for each state that needs its own.

    dea = fee / term_years * states
    """
    return fee / term_years * states


def controlled_substance(yearly_fees: Iterable[Range]) -> Range:
    """State controlled-substance registrations.

    csr = sum of the yearly fees over the states
    """
    return sum(yearly_fees, start=NONE)


def credentialing(fees: Range, hours: Range, hourly: Range, tenure_years: Range) -> Range:
    """Credentialing, paid and worked for once.

    cred = (fees + hours * T) / tenure_years
    """
    return (fees + hours * hourly) / tenure_years


def malpractice_deduction(per_hour: Range, work: Work) -> Range:
    """Malpractice cover taken off the pay by the hour. A premium that you pay yourself counts as it is.

    malprac = deduction * W * H
    """
    return per_hour * work.weeks * work.scheduled


def tail(chance: Range, final_premium: Range, tenure_years: Range, multiple: Range = TAIL_MULTIPLE) -> Range:
    """Tail cover, by the chance that you come to owe it.

    tail = chance * multiple * final_premium / tenure_years
    """
    return chance * multiple * final_premium / tenure_years


def equipment(purchase: Range, life_years: Range, monthly: Range) -> Range:
    """Equipment and subscriptions.

    equip = purchase / life_years + monthly * 12
    """
    return purchase / life_years + monthly * 12


def collaborators(monthly_fees: Iterable[Range]) -> Range:
    """Collaborating physicians of a nurse practitioner or physician assistant.

    collab = sum of monthly_fee * 12 over the states
    """
    return sum((fee * 12 for fee in monthly_fees), start=NONE)
