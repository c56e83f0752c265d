from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offercheck.offer.possible import Span
from offercheck.offer.values.durations import Duration, Quantity, days_in_months

DURATION = Duration()
QUANTITY = Quantity()


@pytest.mark.parametrize(
    ("typed", "low", "high"),
    [
        ("24 hours", 1, 1),
        ("24h", 1, 1),
        ("36 hours", Fraction(3, 2), Fraction(3, 2)),
        ("30 minutes", Fraction(1, 48), Fraction(1, 48)),
        ("60 days", 60, 60),
        ("60-day", 60, 60),
        ("60 calendar days", 60, 60),
        ("90 days' notice", 90, 90),
        ("90 days’ prior written notice", 90, 90),
        ("6 weeks", 42, 42),
        ("1 month", 30, 30),
        ("3 months", 90, 90),
        ("12 months", 365, 365),
        ("18 months", 545, 545),
        ("24 months", 730, 730),
        ("1 year", 365, 365),
        ("2 years", 730, 730),
        ("1.5 years", 545, 545),
        ("1.5 months", 45, 45),
        ("30-60 days", 30, 60),
        ("2 weeks to 3 months", 14, 90),
        ("1-2 hours", Fraction(1, 24), Fraction(1, 12)),
        ("6 months +", 180, None),
        ("at least 6 months", 180, None),
        ("up to 90 days", 0, 90),
        ({"low": "30 days", "high": "2 months"}, 30, 60),
        ({"up_to": "2 years"}, 0, 730),
        ("none", 0, 0),
        (0, 0, 0),
        ("0 days", 0, 0),
        ("at once", 0, 0),
        ("Immediately", 0, 0),
        ("two weeks", 14, 14),
        ("One month", 30, 30),
        ("twelve months", 365, 365),
        ("at least six months", 180, None),
        ("two to three weeks", 14, 21),
        ("one month's notice", 30, 30),
    ],
)
def test_a_duration_is_kept_in_days(understood, typed, low, high):
    assert understood(DURATION, typed) == {"": Span(low, high, "days")}


@pytest.mark.parametrize(
    ("typed", "low", "high", "unit"),
    [
        ("220 visits/month", 220, 220, "visit/month"),
        ("25 slots/week", 25, 25, "slot/week"),
        ("40 hours a week", 40, 40, "hour/week"),
        ("40 hours per week", 40, 40, "hour/week"),
        ("40 hrs weekly", 40, 40, "hour/week"),
        ("20-25 visits per day", 20, 25, "visit/day"),
        ("4,000 wRVUs/year", 4000, 4000, "wrvu/year"),
        ("100 clinical_hour/month", 100, 100, "clinical_hour/month"),
        ("90 completed sessions/month", 90, 90, "completed_session/month"),
        ("up to 2 weekends/month", 0, 2, "weekend/month"),
        ("200+ visits/month", 200, None, "visit/month"),
        ("60 patients", 60, 60, "patient"),
        ("2 facilities", 2, 2, "facility"),
        ({"low": 20, "high": "25 visits/day"}, 20, 25, "visit/day"),
        ("none", 0, 0, None),
        (0, 0, 0, None),
        ("0 visits", 0, 0, None),
    ],
)
def test_a_quantity_has_its_unit_in_the_singular(understood, typed, low, high, unit):
    assert understood(QUANTITY, typed) == {"": Span(low, high, unit)}


@pytest.mark.parametrize(
    ("kind", "typed", "message", "advice"),
    [
        (DURATION, "60", "60 of which unit?", "60 days?"),
        (DURATION, "30-60", "of which unit?", "30 days?"),
        (DURATION, "8 visits", "no stretch of time", "8 days"),
        (DURATION, "$60", "no stretch of time", "60 days"),
        (DURATION, "5 business days", "calendar days", "7 days"),
        (DURATION, "10 working days", "calendar days", "14 days"),
        (DURATION, "within 24 hours", "not a figure as written", "24 hours"),
        (DURATION, "sixty (60) days", "not a figure as written", "60 days"),
        (DURATION, "TBD", "not a figure", "holds: vaguely"),
        (DURATION, "reasonable", "not a figure", "holds: vaguely"),
        (DURATION, "8:30", "a ratio or a time of day", "one figure"),
        (DURATION, "200 years", "out of bounds", "from 0 days"),
        (DURATION, "60-30 days", "low end is above", "smaller"),
        (QUANTITY, "30", "30 of what?", "30 visits/month?"),
        (QUANTITY, "30/week", "30 of what?", "30 visits/week?"),
        (QUANTITY, "60 visits", "in what time?", "60 visits/month?"),
        (QUANTITY, "5 vists/week", "`vists` is no unit", "visit?"),
        (QUANTITY, "5 foos/week", "`foos` is no unit", "one of: minute, hour"),
        (QUANTITY, "5 visits/patient", "`patient` is no time", "5 visits/month"),
        (QUANTITY, "12%", "a share where a quantity", "such as 25 slots/week"),
        (QUANTITY, "80% of slots", "a share where a quantity", "such as 25 slots/week"),
        (QUANTITY, {"low": "20 visits/day", "high": 25}, "25 of which unit?", "20 visits/day to 25 visits/day"),
        (DURATION, "2 months - 60", "60 of which unit?", "2 months to 60 months"),
        (DURATION, "1 hour - 5", "5 of which unit?", "the unit after both"),
        (DURATION, "3 or 4 hours", "not a figure as written", "3-4 hours"),
        (QUANTITY, "20 visits/day - 100 visits/week", "two units", "same unit"),
        (QUANTITY, "full schedule", "not a figure", "digits"),
        (QUANTITY, "25 clients/week", "`clients` is no unit", "25 patients/week"),
        (QUANTITY, "20-25 clients a week", "`clients` is no unit", "20-25 patients a week"),
        (QUANTITY, "60 Clients", "`clients` is no unit", "60 patients"),
        (DURATION, "every 2 years", "not a figure as written", "2 years"),
        (DURATION, "twenty-one days", "`twenty-one days` is not a figure", "digits"),
        (DURATION, "one hundred days", "`one hundred days` is not a figure", "digits"),
        (DURATION, "one and a half years", "`one and a half years` is not a figure", "digits"),
        (DURATION, "two (2) weeks", "`two (2) weeks` is not a figure", "2 weeks"),
        (DURATION, "four visits", "`four visits` is not a figure", "digits"),
    ],
)
def test_what_is_neither_is_refused_with_advice(refused, kind, typed, message, advice):
    fault = refused(kind, typed)[0]
    assert message in fault.message
    assert advice in fault.advice


@given(st.fractions(0, 600), st.fractions(0, 600))
def test_more_months_are_more_days(some, others):
    assert (days_in_months(some) < days_in_months(others)) == (some < others)


def test_silence():
    assert DURATION.silence == Span(0, None, "days")
    assert QUANTITY.silence == Span(0, None, None)
