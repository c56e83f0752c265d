"""The work that the pay is for: visits booked, completed and lost, and every hour that they take."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from offercheck.facts.pay.range import Range, as_range
from offercheck.record import record

NONE = as_range(0)
WHOLE = as_range(1)


@record(frozen=True)
class Quantity:
    """What an input of the model is: its symbol in the formulas, its unit, and its meaning."""

    symbol: str
    unit: str
    meaning: str


@record(frozen=True)
class Work:
    """A year of work."""

    weeks: Annotated[Range, Quantity("W", "weeks/year", "weeks worked: 52 less leave and holidays")]
    scheduled: Annotated[
        Range, Quantity("H", "hours/week", "scheduled hours; waiting that you must stay for is among them")
    ]
    slots: Annotated[Range, Quantity("v", "slots/hour", "visits, sessions or cases with room")] = NONE
    fill: Annotated[Range, Quantity("f", "share of slots", "slots that are booked")] = WHOLE
    missed: Annotated[Range, Quantity("n", "share of booked", "patients who do not come")] = NONE
    failed: Annotated[Range, Quantity("t", "share of booked", "visits that the technology ends")] = NONE
    unpaid_minutes: Annotated[Range, Quantity("d", "minutes/visit", "unpaid charting after a visit")] = NONE
    inbox: Annotated[Range, Quantity("I", "hours/week", "unpaid inbox, refills and results")] = NONE
    meetings: Annotated[Range, Quantity("M", "hours/week", "unpaid meetings, training and credentialing")] = NONE

    def booked(self) -> Range:
        """Visits booked in a year.

        booked = W * H * v * f
        """
        return self.weeks * self.scheduled * self.slots * self.fill

    def completed(self) -> Range:
        """Visits completed in a year.

        completed = booked * (1 - n - t)

        Raises ValueError where more visits are lost than booked.
        """
        if self.missed.high + self.failed.high > 1:
            raise ValueError("more visits are lost than are booked")
        return self.booked() * (1 - self.missed - self.failed)

    def no_shows(self) -> Range:
        """Visits in a year for which the patient does not come.

        no_shows = booked * n
        """
        return self.booked() * self.missed

    def failures(self) -> Range:
        """Visits in a year that the technology ends.

        failures = booked * t
        """
        return self.booked() * self.failed

    def charting(self) -> Range:
        """Unpaid hours of charting in a year.

        charting = completed * d / 60
        """
        return self.completed() * self.unpaid_minutes / 60

    def hours(self) -> Range:
        """Hours in a year, paid or not.

        hours = W * (H + I + M) + charting
        """
        return self.weeks * (self.scheduled + self.inbox + self.meetings) + self.charting()

    def unpaid_per_scheduled(self) -> Range:
        """Unpaid hours, charting apart, for each scheduled hour.

        u = (I + M) / H
        """
        return (self.inbox + self.meetings) / self.scheduled


def with_recontacts(work: Work, rate: Range, minutes: Range) -> Work:
    """Work on cases of which some come back: `rate` of them, each for so many unpaid minutes.

    d = d + recontacts * minutes
    """
    return replace(work, unpaid_minutes=work.unpaid_minutes + rate * minutes)
