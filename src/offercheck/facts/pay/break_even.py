"""How many visits it takes to reach a target for each real hour, in plain numbers."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from offercheck.facts.pay.range import Range
from offercheck.facts.pay.work import Work
from offercheck.record import record


@record(frozen=True)
class VisitPay:
    """Dollars a visit (`rate`, `missed_pay`), shares of booked (`missed`, `failed`), of slots (`fill`), and minutes."""

    rate: Fraction
    missed_pay: Fraction
    missed: Fraction
    failed: Fraction
    fill: Fraction
    unpaid_minutes: Fraction
    unpaid_per_scheduled: Fraction

    @classmethod
    def expected(cls, work: Work, rate: Range, missed_pay: Range) -> VisitPay:
        """At the expected values of a year of work."""
        return cls(
            rate=rate.expected,
            missed_pay=missed_pay.expected,
            missed=work.missed.expected,
            failed=work.failed.expected,
            fill=work.fill.expected,
            unpaid_minutes=work.unpaid_minutes.expected,
            unpaid_per_scheduled=work.unpaid_per_scheduled().expected,
        )

    def per_completed(self) -> Fraction:
        """Average pay for a completed visit, in dollars, counting what missed ones pay.

        p' = p + q * n / (1 - n - t)
        """
        return self.rate + self.missed_pay * self.missed / (1 - self.missed - self.failed)

    def completed_needed(self, target: Fraction) -> Fraction | None:
        """Completed visits for each scheduled hour that reach `target` dollars for each real hour.

        c = T * (1 + u) / (p' - T * d / 60)

        None, where no number does: the unpaid charting of a visit costs more than the visit pays.
        """
        if self.missed + self.failed >= 1:
            return None  # no visit takes place
        left = self.per_completed() - target * self.unpaid_minutes / 60
        return target * (1 + self.unpaid_per_scheduled) / left if left > 0 else None

    def slots_needed(self, target: Fraction) -> Fraction | None:
        """Slots that you must be offered for each hour to reach `target`.

        slots = c / ((1 - n - t) * f)
        """
        completed = self.completed_needed(target)
        return (
            completed / ((1 - self.missed - self.failed) * self.fill) if completed is not None and self.fill else None
        )

    def half_paid(self) -> VisitPay:
        """The same if missed visits were paid with half the rate, where they are paid with less."""
        return replace(self, missed_pay=max(self.missed_pay, self.rate / 2))

    def visits_that_repay(self, costs: Fraction, target: Fraction, slots: Fraction) -> Fraction | None:
        """Visits in a year, at full slots, that do no more than repay what you pay yourself.

        fixed = C / (p' - T * (60 / v + d) / 60)

        No number does where a visit never earns more than its time is worth at `target`.
        """
        left = self.per_completed() - target * (Fraction(60) / slots + self.unpaid_minutes) / 60
        return costs / left if left > 0 else None
