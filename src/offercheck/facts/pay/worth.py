"""What an offer comes to for a year and for each hour that it takes, before payroll and income tax."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from offercheck.facts.pay.gross import Pay, Term
from offercheck.facts.pay.payroll_tax import PayrollRates, employer_fica
from offercheck.facts.pay.range import Range, as_range, greater, lesser, over
from offercheck.facts.pay.work import NONE, Work
from offercheck.record import record

TIE = Fraction(5, 100)
FULL_TIME_HOURS = 2080


@record(frozen=True)
class Year:
    """A year of an offer: `costs` are what you pay yourself, `benefits` what is paid for you, in dollars.

    `employed` is None for a contractor, and the payroll rates for an employee, whose employer pays half of the tax.
    """

    work: Work
    pay: Pay
    costs: Range = NONE
    benefits: Range = NONE
    employed: PayrollRates | None = None
    other_wages: Fraction = Fraction(0)

    def gross(self) -> Range:
        """What is paid in a year."""
        return self.pay.gross(self.work)

    def payroll_tax_paid_for_you(self) -> Range:
        """The employer's half of the payroll tax; nothing for a contractor."""
        rates = self.employed
        if rates is None:
            return NONE
        return self.gross().through(lambda wages: employer_fica(wages, rates, self.other_wages))

    def value(self) -> Range:
        """A year, in dollars.

        value = gross + employer_FICA(gross) + B - C
        """
        return self.gross() + self.payroll_tax_paid_for_you() + self.benefits - self.costs

    def per_hour(self) -> Range:
        """For each hour that the work takes, in dollars.

        effective_hourly = value / hours
        """
        if self.employed is None:
            return self._clamped(self._straight(Fraction(1), NONE))
        rates = self.employed
        room = max(rates.wage_base - self.other_wages, Fraction(0))
        social, medicare = rates.employer_social_security, rates.employer_medicare
        # The employer's part of Social Security stops at the wage base: the lesser of two straight lines.
        below = self._clamped(self._straight(1 + social + medicare, NONE))
        above = self._clamped(self._straight(1 + medicare, as_range(social * room)))
        return lesser(below, above)

    def _clamped(self, hourly: Callable[[tuple[Term, ...], Range], Range]) -> Range:
        """The guarantee and the cap, each against the terms, for an hour."""
        found = hourly(self.pay.terms, NONE)
        if self.pay.guarantee is not None:
            found = greater(hourly((self.pay.guarantee,), NONE), found)
        return found if self.pay.cap is None else lesser(hourly((), self.pay.cap), found)

    def _straight(self, factor: Fraction, constant: Range) -> Callable[[tuple[Term, ...], Range], Range]:
        """The value per hour where gross counts `factor` times, tight where the same input moves pay and hours.

        Terms that bend are taken at their widest, since they need not have their ends where the inputs do.
        """
        fixed = constant + self.benefits - self.costs

        def hourly(terms: tuple[Term, ...], more: Range) -> Range:
            bent = sum((term.gross(self.work) for term in terms if term.bent), start=more)
            straight = [term for term in terms if not term.bent]

            def at(weeks: Range, scheduled: Range, booked: Range, missed: Range, failed: Range) -> Range:
                work = Work(
                    weeks=weeks,
                    scheduled=scheduled,
                    slots=booked,
                    missed=missed,
                    failed=failed,
                    unpaid_minutes=self.work.unpaid_minutes,
                    inbox=self.work.inbox,
                    meetings=self.work.meetings,
                )
                paid = sum((term.gross(work) for term in straight), start=bent)
                return (paid * factor + fixed) / work.hours()

            work = self.work
            return over(at, work.weeks, work.scheduled, work.slots * work.fill, work.missed, work.failed)

        return hourly


def headline_gap(effective_hourly: Fraction, headline: Fraction) -> Fraction:
    """How far the pay for a real hour lies below the one that is named, as a share.

    headline_gap = 1 - effective_hourly / headline
    """
    return 1 - effective_hourly / headline


def tied(first: Range, second: Range) -> bool:
    """Whether two offers are too close to call: within 5% of the greater at the expected value."""
    return close(first.expected, second.expected)


def close(one: Fraction, two: Fraction) -> bool:
    """Whether two amounts lie within 5% of the greater."""
    return abs(one - two) <= TIE * max(abs(one), abs(two))
