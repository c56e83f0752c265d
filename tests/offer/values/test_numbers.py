from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offercheck.offer.possible import Span
from offercheck.offer.values.numbers import Number, Share
from offercheck.reading.fault import Faults
from offercheck.reading.load import read_document

COUNT = Number(0, 500_000)
MINUTES = Number(0, 240, "minutes")
PER_VISIT = Number(0, 480, "minutes/visit")
WEEKLY = Number(1, 120, "hours/week")
PACE = Number(0, 20, "slots/hour")
YEARS = Number(0, 60, "years")
SHARE = Share()


def span(low: int | Fraction, high: int | Fraction | None) -> Span:
    return Span(low, high, "")


UNDERSTOOD = [
    (COUNT, 4, span(4, 4)),
    (COUNT, "1,500", span(1500, 1500)),
    (COUNT, "0", span(0, 0)),
    (COUNT, "none", span(0, 0)),
    (COUNT, "None", span(0, 0)),
    (COUNT, "0.5", span(Fraction(1, 2), Fraction(1, 2))),
    (COUNT, ".5", span(Fraction(1, 2), Fraction(1, 2))),
    (COUNT, "12.0", span(12, 12)),
    (COUNT, "10-12", span(10, 12)),
    (COUNT, "10 - 12", span(10, 12)),
    (COUNT, "10–12", span(10, 12)),
    (COUNT, "10\xa0to\xa012", span(10, 12)),
    (COUNT, "87035-187460", span(87035, 187460)),
    (COUNT, "87,035 to 187,460", span(87035, 187460)),
    (COUNT, "between 3 and 5", span(3, 5)),
    (COUNT, "from 3 to 5", span(3, 5)),
    (COUNT, "up to 90", span(0, 90)),
    (COUNT, "at most 90", span(0, 90)),
    (COUNT, "90 or less", span(0, 90)),
    (COUNT, "40+", span(40, None)),
    (COUNT, "40 +", span(40, None)),
    (COUNT, "at least 40", span(40, None)),
    (COUNT, "40 or more", span(40, None)),
    (COUNT, "from 3", span(3, None)),
    (COUNT, "52,000-190,000+", span(52000, None)),
    (COUNT, {"low": 85000, "high": 120000}, span(85000, 120000)),
    (COUNT, {"low": "85,000", "high": "120,000"}, span(85000, 120000)),
    (COUNT, {"up_to": 90}, span(0, 90)),
    (COUNT, {"from": 200}, span(200, None)),
    (COUNT, {"low": "none", "high": 4}, span(0, 4)),
    (COUNT, {"low": None, "high": 4}, span(0, 4)),
    (MINUTES, "60 min", span(60, 60)),
    (MINUTES, "60 mins.", span(60, 60)),
    (MINUTES, "15min", span(15, 15)),
    (MINUTES, "1 hour", span(60, 60)),
    (MINUTES, "1.5 h", span(90, 90)),
    (MINUTES, "15-30 min", span(15, 30)),
    (MINUTES, "15 min to 1 hour", span(15, 60)),
    (MINUTES, "10-minute", span(10, 10)),
    (MINUTES, {"low": "15", "high": "30 minutes"}, span(15, 30)),
    (PER_VISIT, "20", span(20, 20)),
    (PER_VISIT, "20 minutes", span(20, 20)),
    (PER_VISIT, "20 minutes per visit", span(20, 20)),
    (WEEKLY, "36 hours", span(36, 36)),
    (WEEKLY, "36 h/week", span(36, 36)),
    (WEEKLY, "36 hours a week", span(36, 36)),
    (WEEKLY, "36/week", span(36, 36)),
    (WEEKLY, "36 weekly", span(36, 36)),
    (WEEKLY, "up to 40", span(1, 40)),
    (PACE, "4 per hour", span(4, 4)),
    (PACE, "3-4 slots/hour", span(3, 4)),
    (YEARS, "6 months +", span(Fraction(1, 2), None)),
    (YEARS, "2+ years", span(2, None)),
    (YEARS, "18 months", span(Fraction(3, 2), Fraction(3, 2))),
    (SHARE, "12%", span(Fraction(3, 25), Fraction(3, 25))),
    (SHARE, "2.9 %", span(Fraction(29, 1000), Fraction(29, 1000))),
    (SHARE, "12 percent", span(Fraction(3, 25), Fraction(3, 25))),
    (SHARE, "0", span(0, 0)),
    (SHARE, "0%", span(0, 0)),
    (SHARE, "none", span(0, 0)),
    (SHARE, "half", span(Fraction(1, 2), Fraction(1, 2))),
    (SHARE, "One half", span(Fraction(1, 2), Fraction(1, 2))),
    (SHARE, "10-15%", span(Fraction(1, 10), Fraction(3, 20))),
    (SHARE, "10%-15", span(Fraction(1, 10), Fraction(3, 20))),
    (SHARE, "10%-15%", span(Fraction(1, 10), Fraction(3, 20))),
    (SHARE, "up to 20%", span(0, Fraction(1, 5))),
    (SHARE, "80%+", span(Fraction(4, 5), 1)),
    (SHARE, {"low": 10, "high": "15%"}, span(Fraction(1, 10), Fraction(3, 20))),
    (Share(greatest=2), "150%", span(Fraction(3, 2), Fraction(3, 2))),
]


@pytest.mark.parametrize(("kind", "typed", "expected"), UNDERSTOOD)
def test_a_number_is_understood(understood, kind, typed, expected):
    found = understood(kind, typed)
    assert found == {"": expected}
    assert {type(end) for end in (found[""].low, found[""].high)} <= {int, Fraction, type(None)}


@pytest.mark.parametrize(
    ("kind", "typed", "message", "advice"),
    [
        (COUNT, "1:4", "a ratio or a time of day", "one figure"),
        (COUNT, "8:30", "a ratio or a time of day", "one figure"),
        (COUNT, "1:30:00", "more than two figures", "one figure"),
        (COUNT, "010", "begins with 0", "10"),
        (COUNT, "007.5", "begins with 0", "7.5"),
        (COUNT, "1e3", "not a figure as written", "1,000"),
        (COUNT, "1e400", "not a figure as written", "one figure"),
        (COUNT, "1e-3", "not a number as written", "in full"),
        (COUNT, ".inf", "is not a figure", "digits"),
        (COUNT, "-.inf", "is not a figure", "digits"),
        (COUNT, ".nan", "is not a figure", "digits"),
        (COUNT, "nan", "is not a figure", "digits"),
        (COUNT, "0x1F", "not a figure as written", "tens"),
        (COUNT, "1_000", "not a figure as written", "1,000"),
        (COUNT, "1 000", "not a figure as written", "1,000"),
        (COUNT, "90k", "thousands are written out", "90,000"),
        (COUNT, "90k-120k", "thousands are written out", "90,000-120,000"),
        (COUNT, "1,5", "not a number as written", "1.5 or 15?"),
        (COUNT, "0,5", "not a number as written", "0.5"),
        (COUNT, "1.500,00", "not a number as written", "1,500.50"),
        (COUNT, "12-10", "low end is above the high end", "smaller figure first"),
        (COUNT, "10--12", "not a figure as written", "the figure alone"),
        (COUNT, "10-12-14", "more than two figures", "range"),
        (COUNT, "3 or 4", "not a figure as written", "3-4"),
        (COUNT, "-5", "negative", "0 or more"),
        (COUNT, "+5", "not a figure as written", "5"),
        (COUNT, "600000", "out of bounds", "from 0 to 500,000"),
        (COUNT, "9" * 30, "more digits", "fewer"),
        (COUNT, "full-time", "is not a figure", "basis: full_time"),
        (COUNT, "part time", "is not a figure", "basis: part_time"),
        (COUNT, "no minimum", "is not a figure", "0+"),
        (COUNT, "at-will", "is not a figure", "dismissal_causes: none_needed"),
        (COUNT, "TBD", "is not a figure", "leave it out, or say it in evidence with holds: vaguely"),
        (COUNT, "multi-state", "is not a figure", "holds: vaguely"),
        (COUNT, "competitive", "is not a figure", "holds: vaguely"),
        (COUNT, "Negotiable", "is not a figure", "holds: vaguely"),
        (COUNT, "DOE", "is not a figure", "holds: vaguely"),
        (COUNT, "depends on experience", "is not a figure", "holds: vaguely"),
        (COUNT, "unknown", "is not a figure", "leave it out"),
        (COUNT, "sixty", "is not a figure", "digits"),
        (COUNT, "twelve (12)", "not a figure as written", "12"),
        (COUNT, "about 12", "how near is not said", "10-14"),
        (COUNT, "~ 12", "how near is not said", "10-14"),
        (COUNT, "over 40", "not a figure as written", "40+"),
        (COUNT, "less than 40", "not a figure as written", "up to 40"),
        (COUNT, "up to 10-12", "not a figure as written", "range"),
        (COUNT, "at least 10-12", "not a figure as written", "range"),
        (COUNT, "at least 10 or less", "both ends", "10+ or up to 10"),
        (COUNT, "$5", "money or a share", "5"),
        (COUNT, "5%", "money or a share", "5"),
        (COUNT, "no", "is not a figure", "0, where"),
        (COUNT, "the clinician is expected to see about 4 patients an hour, and " * 3, "a sentence", "figure alone"),
        (COUNT, ["4"], "a list where", "for example"),
        (COUNT, {"lo": 5}, "`lo` is no end of a range", "low?"),
        (COUNT, {"low": 5, "from": 6}, "stands twice", "{low: 10, high: 12}"),
        (COUNT, {"low": None}, "without an end", "{low: 10, high: 12}"),
        (COUNT, {"low": [1]}, "one figure", "{low: 10, high: 12}"),
        (COUNT, {"low": 5, "high": 4}, "low end is above", "smaller figure first"),
        (COUNT, {"up_to": "40+"}, "both ends", "40"),
        (COUNT, "²", "is not a figure", "digits"),
        (COUNT, ">= 300", "not a figure as written", "300+"),
        (COUNT, "≥ 300", "not a figure as written", "300+"),
        (COUNT, "min 300", "not a figure as written", "300+"),
        (COUNT, "≤ 300", "not a figure as written", "up to 300"),
        (YEARS, "6 months - 17", "17 of which unit?", "6 months to 17 months"),
        (YEARS, {"low": "6 months", "high": 17}, "17 of which unit?", "the unit after both"),
        (MINUTES, "2 days", "not in minutes", "the figure in minutes"),
        (MINUTES, "10 patients", "not in minutes", "the figure in minutes"),
        (MINUTES, "10 per week", "per another time", "the figure in minutes"),
        (WEEKLY, "36 hours/month", "per another time", "the figure in hours/week"),
        (WEEKLY, "none", "out of bounds", "from 1 to 120"),
        (YEARS, "30 days", "not in years", "the figure in years"),
        (SHARE, "0.12", "12% or 0.12%?", "12% or 0.12%"),
        (SHARE, "12", "without a percent sign", "12%"),
        (SHARE, "10-15", "without a percent sign", "10-15%"),
        (SHARE, "120%", "out of bounds", "from 0% to 100%"),
        (SHARE, "$5", "money where a share is expected", "12%"),
        (SHARE, "10% of pay", "is not a share", "10%"),
    ],
)
def test_what_is_no_number_is_refused_with_advice(refused, kind, typed, message, advice):
    fault = refused(kind, typed)[0]
    assert message in fault.message
    assert advice in fault.advice


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (COUNT, "90k"),
        (COUNT, "90k-120k"),
        (COUNT, "1_000"),
        (COUNT, "010"),
        (COUNT, "1e3"),
        (COUNT, "over 40"),
        (COUNT, "≥ 300"),
        (COUNT, "min 300"),
        (COUNT, "≤ 300"),
        (COUNT, "less than 40"),
        (COUNT, "3 or 4"),
        (COUNT, "twelve (12)"),
        (SHARE, "12"),
        (SHARE, "10-15"),
    ],
)
def test_the_advised_line_is_understood_as_it_stands(understood, refused, kind, typed):
    understood(kind, refused(kind, typed)[0].advice)


@pytest.mark.parametrize("typed", ["{low: 85,000, high: 120,000}", "{low: 85,000}"])
def test_a_comma_inside_a_range_in_braces_is_explained(typed):
    faults = Faults()
    document = read_document("offer.yaml", f"amount: {typed}".encode())
    assert isinstance(document.root.content, dict)
    assert COUNT.read(document.root.content["amount"], faults) is None
    assert [(fault.column, fault.advice) for fault in faults] == [(15, 'low: 85000, or in quotes low: "85,000"')]
    assert "a comma inside {...}" in faults[0].message


@given(st.integers(0, 10**9), st.integers(0, 4))
def test_decimals_are_exact(understood, digits, places):
    text = f"{digits:0{places + 1}d}"
    typed = f"{text[:-places]}.{text[-places:]}" if places else text
    found = understood(Number(0, None), typed)[""]
    assert found.low == found.high == Fraction(digits, 10**places)


@given(st.integers(0, 500_000))
def test_commas_part_thousands(understood, number):
    assert understood(COUNT, f"{number:,}")[""].low == number


def test_silence_spans_the_field():
    assert WEEKLY.silence == Span(1, None, "")
    assert SHARE.silence == Span(0, 1, "")
