"""What a single term is worth: the sentence to negotiate with. Dollars, a year where not said otherwise."""

from __future__ import annotations

from fractions import Fraction

from offercheck.facts.pay.range import Range, greater
from offercheck.facts.pay.work import Work


def unpaid_no_shows(work: Work, rate: Range, missed_pay: Range) -> Range:
    """What missed visits cost you, as against being paid for them in full.

    price = booked * n * (p - q)
    """
    return work.no_shows() * (rate - missed_pay)


def unpaid_minutes(completed: Range, minutes: Range, target: Range) -> Range:
    """What unpaid minutes after each visit cost you at your target for an hour.

    price = completed * minutes / 60 * T
    """
    return completed * minutes / 60 * target


def tail_premium(premium: Range, multiple: Range) -> Range:
    """What tail cover costs, once, in dollars.

    price = multiple * premium
    """
    return multiple * premium


def sign_on_net(amount: Fraction, withheld: Fraction) -> Fraction:
    """What arrives of a sign-on bonus, once, in dollars.

    net = amount * (1 - withheld)
    """
    return amount * (1 - withheld)


def sign_on_repaid_gross(amount: Fraction, withheld: Fraction) -> Fraction:
    """What repaying a bonus before tax costs beyond what you had of it, once, in dollars.

    price = amount - net
    """
    return amount - sign_on_net(amount, withheld)


def sign_on_owed(amount: Fraction, month: Fraction, months: Fraction) -> Fraction:
    """What is owed of a bonus that falls month by month, on leaving in a given month, in dollars.

    owed = amount * (1 - month / months)
    """
    return amount * max(1 - month / months, Fraction(0))


def months_without_pay(yearly: Range, months: Range) -> Range:
    """What a wait costs, once: for credentialing, or between two jobs, in dollars.

    price = yearly / 12 * months
    """
    return yearly / 12 * months


def notice_shortfall_months(months_to_next_job: Range, notice_months: Range) -> Range:
    """How many months lie between the end of the notice and the next job.

    months = max(0, months_to_next_job - notice_months)
    """
    return greater(0, months_to_next_job - notice_months)
