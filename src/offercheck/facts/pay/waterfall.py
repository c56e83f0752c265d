"""The way from the pay that is named to the pay that is had, for an hour: each leak and each gain on it.

All the hours that the work takes are first taken at the named rate. What unpaid hours, lost visits and your own costs
take off that, and what benefits put on it, adds up to the value of the year; nothing hangs on the order.
"""

from __future__ import annotations

from fractions import Fraction

from offercheck.facts.pay.estimate import Priced
from offercheck.facts.pay.payroll_tax import contractor_tax, employee_fica, employer_fica
from offercheck.record import record


@record(frozen=True)
class Step:
    """What is lost (below 0) or gained, in dollars a year and for each hour that the work takes."""

    name: str
    per_year: Fraction
    per_hour: Fraction


@record(frozen=True)
class Waterfall:
    """From `headline` by way of `steps` to `real`, in dollars an hour, at expected values.

    `payroll_tax` is what payroll tax then takes: all of a contractor's, both halves of an employee's; None without the
    rates of the year.
    """

    headline: Fraction
    steps: tuple[Step, ...]
    real: Fraction
    payroll_tax: Step | None


def waterfall(priced: Priced) -> Waterfall:
    """The steps of a year, those that change nothing left out.

    headline * hours = value + all that leaks - all that is gained
    """
    hours = priced.year.work.hours().expected
    named = priced.headline.per_hour.expected
    amounts = {
        **_unpaid_time(priced, named),
        **_lost_pay(priced, named),
        **{name: -cost.expected for name, cost in priced.costs.items()},
        **{name: value.expected for name, value in priced.benefits.items()},
        "the employer's half of the payroll tax": priced.year.payroll_tax_paid_for_you().expected,
    }
    steps = tuple(Step(name, amount, amount / hours) for name, amount in amounts.items() if amount)
    tax = payroll_tax(priced)
    taken = None if tax is None else Step("payroll tax", -tax, -tax / hours)
    return Waterfall(named, steps, named + sum((step.per_hour for step in steps), start=Fraction(0)), taken)


def _unpaid_time(priced: Priced, named: Fraction) -> dict[str, Fraction]:
    """Hours beyond the scheduled ones, each worth what an hour is said to be paid."""
    work = priced.year.work
    return {
        "unpaid charting": -named * work.charting().expected,
        "unpaid inbox and meetings": -named * (work.weeks * (work.inbox + work.meetings)).expected,
    }


def _lost_pay(priced: Priced, named: Fraction) -> dict[str, Fraction]:
    """What of the named pay for the scheduled hours does not come, and what comes on top of it."""
    work, visit = priced.year.work, priced.terms.visit
    gross = priced.year.gross().expected
    scheduled = named * (work.weeks * work.scheduled).expected
    if priced.headline.basis == "year" and priced.terms.yearly is not None:
        paid = priced.terms.yearly.expected
        return {"leave, and hours other than 2,080": paid - scheduled, "other pay": gross - paid}
    if priced.headline.basis != "visit" or visit is None:
        return {"other pay": gross - scheduled}
    booked = (visit.rate * work.booked()).expected
    missed = work.no_shows().expected * (visit.rate - visit.missed_pay).expected
    failed = work.failures().expected * (visit.rate - visit.failed_pay).expected
    return {
        "empty slots": booked - scheduled,
        "patients who do not come": -missed,
        "visits that the technology ends": -failed,
        "other pay": gross - (booked - missed - failed),
    }


def payroll_tax(priced: Priced) -> Fraction | None:
    """All payroll tax of the year, in dollars, at expected values; of an employee both halves."""
    rates, year = priced.rates, priced.year
    if rates is None:
        return None
    gross, elsewhere = year.gross().expected, year.other_wages
    if priced.hired == "w2":
        return employer_fica(gross, rates, elsewhere) + employee_fica(gross, rates, elsewhere)
    return contractor_tax(gross - year.costs.expected, rates, elsewhere)
