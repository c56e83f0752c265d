"""What a year of work is paid, in dollars, by the way an offer pays."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Protocol

from offercheck.facts.pay.range import Range, greater, lesser, over
from offercheck.facts.pay.work import NONE, WHOLE, Quantity, Work
from offercheck.record import record

MONTHS_A_YEAR = 12


class Term(Protocol):
    """One way in which money comes. `bent` says that it does not follow the work in a straight line."""

    @property
    def bent(self) -> bool: ...

    def gross(self, work: Work) -> Range: ...


@record(frozen=True)
class PerVisit:
    """Pay per visit, session, encounter or case."""

    bent = False
    rate: Annotated[Range, Quantity("p", "USD/visit", "pay for a completed visit")]
    missed_pay: Annotated[Range, Quantity("q", "USD/visit", "pay when the patient does not come")] = NONE
    failed_pay: Annotated[Range, Quantity("r", "USD/visit", "pay when the technology ends the visit")] = NONE

    def gross(self, work: Work) -> Range:
        """Pay per visit.

        gross = completed * p + booked * n * q + booked * t * r
        """

        def paid(missed: Range, failed: Range) -> Range:
            each = (1 - missed - failed) * self.rate + missed * self.missed_pay + failed * self.failed_pay
            return work.booked() * each

        return over(paid, work.missed, work.failed)


@record(frozen=True)
class PerHour:
    """Pay per hour. Fewer hours may be paid than are scheduled: unpaid breaks, an unpaid first quarter of an hour."""

    bent = False
    rate: Annotated[Range, Quantity("R", "USD/hour", "pay for an hour")]
    paid_share: Annotated[Range, Quantity("k", "share of scheduled", "scheduled hours that are paid")] = WHOLE

    def gross(self, work: Work) -> Range:
        """Pay per hour.

        gross = W * H * k * R
        """
        return work.weeks * work.scheduled * self.paid_share * self.rate


@record(frozen=True)
class Salary:
    """Pay for the year, whatever is done: salaries, stipends, and bonuses by the share that they have paid before."""

    bent = False
    yearly: Annotated[Range, Quantity("S", "USD/year", "pay for a year; leave is paid in it")]
    expected_share: Annotated[Range, Quantity("e", "share", "what of a bonus has been paid before")] = WHOLE

    def gross(self, work: Work) -> Range:  # noqa: ARG002 - paid whatever is done
        """Pay per year.

        gross = S * e
        """
        return self.yearly * self.expected_share


@record(frozen=True)
class Wrvu:
    """Pay per work RVU above a threshold."""

    bent = True
    rate: Annotated[Range, Quantity("CF", "USD/wRVU", "conversion factor")]
    per_visit: Annotated[Range, Quantity("w", "wRVU/visit", "wRVU of an average visit")]
    credit: Annotated[Range, Quantity("c", "share", "credit that a telehealth visit gets")] = WHOLE
    threshold: Annotated[Range, Quantity("h", "wRVU/year", "wRVU before the rate pays")] = NONE

    def wrvus(self, completed: Range) -> Range:
        """Work RVUs that are credited in a year.

        wrvu = completed * w * c
        """
        return completed * self.per_visit * self.credit

    def gross(self, work: Work) -> Range:
        """Pay per work RVU.

        gross = max(0, wrvu - h) * CF
        """
        return greater(0, self.wrvus(work.completed()) - self.threshold) * self.rate


@record(frozen=True)
class Collections:
    """A share of what is collected."""

    bent = False
    allowed: Annotated[Range, Quantity("a", "USD/visit", "what payers allow, or patients are charged")]
    collected: Annotated[Range, Quantity("g", "share", "of that, what is collected after denials")]
    split: Annotated[Range, Quantity("s", "share", "of that, what is yours")]
    lag_days: Annotated[Range, Quantity("L", "days", "from the visit to the pay")] = NONE

    def gross(self, work: Work) -> Range:
        """Share of collections.

        gross = completed * a * g * s
        """
        return work.completed() * self.allowed * self.collected * self.split

    def first_year(self, work: Work) -> Range:
        """What of it arrives within the first year.

        first_year = gross * (1 - L / 365)
        """
        return self.gross(work) * (1 - lesser(self.lag_days / 365, 1))


@record(frozen=True)
class Steps:
    """A bonus that grows with the visits completed in a month: the highest step reached is paid."""

    bent = True
    steps: tuple[tuple[Fraction, Fraction], ...]

    def gross(self, work: Work) -> Range:
        """Stepped bonus, from an even month.

        gross = 12 * step(completed / 12)

        Raises ValueError where a higher step pays less.
        """
        if list(self.steps) != sorted(self.steps) or [pay for _, pay in self.steps] != sorted(p for _, p in self.steps):
            raise ValueError("a step that is higher pays more")
        return MONTHS_A_YEAR * (work.completed() / MONTHS_A_YEAR).through(self._paid)

    def _paid(self, visits: Fraction) -> Fraction:
        return max((pay for start, pay in self.steps if visits >= start), default=Fraction(0))


@record(frozen=True)
class PerVisitAbove:
    """A bonus for each visit beyond a number of them, from even months."""

    bent = True
    rate: Annotated[Range, Quantity("b", "USD/visit", "bonus for a completed visit")]
    beyond: Annotated[Range, Quantity("m", "visits/year", "visits before it pays")] = NONE

    def gross(self, work: Work) -> Range:
        """Bonus per visit above a number of visits.

        gross = max(0, completed - m) * b
        """
        return greater(0, work.completed() - self.beyond) * self.rate


@record(frozen=True)
class Capped:
    """A term that stops at a sum of its own."""

    bent = True
    term: Term
    most: Annotated[Range, Quantity("K", "USD/year", "the most that a term pays")]

    def gross(self, work: Work) -> Range:
        """A term with a cap of its own.

        gross = min(K, gross of the term)
        """
        return lesser(self.most, self.term.gross(work))


@record(frozen=True)
class Pay:
    """All that one offer pays: its terms together, no less than a guarantee and no more than a cap."""

    terms: tuple[Term, ...]
    guarantee: Term | None = None
    cap: Range | None = None

    def gross(self, work: Work) -> Range:
        """Pay of all terms.

        gross = min(cap, max(guarantee, sum of the terms))
        """
        paid = sum((term.gross(work) for term in self.terms), start=NONE)
        if self.guarantee is not None:
            paid = greater(self.guarantee.gross(work), paid)
        return paid if self.cap is None else lesser(self.cap, paid)


def pro_rated(yearly: Range, days_a_week: Range, full_time_days: int = 5) -> Range:
    """A full-time yearly figure for fewer days.

    S = full_time * days / 5
    """
    return yearly * days_a_week / full_time_days
