from __future__ import annotations

from fractions import Fraction

import pytest

from offercheck.offer.possible import Span, Words
from offercheck.offer.values.money import Amount, LimitAmount, Limits, Money

MONEY = Money()
YEARLY = Money(per="year")
AMOUNT = Amount()
LIMITS = Limits()
NOTHING = Span(0, 0, None)


@pytest.mark.parametrize(
    ("kind", "typed", "expected"),
    [
        (MONEY, "$8/hour", Span(8, 8, "USD/hour")),
        (MONEY, "$8 per hour", Span(8, 8, "USD/hour")),
        (MONEY, "$8 an hour", Span(8, 8, "USD/hour")),
        (MONEY, "$8 hourly", Span(8, 8, "USD/hour")),
        (MONEY, "$8/hr", Span(8, 8, "USD/hour")),
        (MONEY, "8 dollars per hour", Span(8, 8, "USD/hour")),
        (MONEY, "USD 8/hour", Span(8, 8, "USD/hour")),
        (MONEY, "US$ 8/hour", Span(8, 8, "USD/hour")),
        (MONEY, "8 usd/hour", Span(8, 8, "USD/hour")),
        (MONEY, "$600 once", Span(600, 600, "USD/once")),
        (MONEY, "$1,500.50 once", Span(Fraction(3001, 2), Fraction(3001, 2), "USD/once")),
        (MONEY, "$250,000/year", Span(250000, 250000, "USD/year")),
        (MONEY, "$250,000 annually", Span(250000, 250000, "USD/year")),
        (MONEY, "$135-$170/hour", Span(135, 170, "USD/hour")),
        (MONEY, "$135/hour to $170/hour", Span(135, 170, "USD/hour")),
        (MONEY, "$135–170/hour", Span(135, 170, "USD/hour")),
        (MONEY, "up to $50/month", Span(0, 50, "USD/month")),
        (MONEY, "$200+/hour", Span(200, None, "USD/hour")),
        (MONEY, "from $200/hour", Span(200, None, "USD/hour")),
        (MONEY, {"low": "$135/hour", "high": "$170/hour"}, Span(135, 170, "USD/hour")),
        (MONEY, {"low": 135, "high": "$170/hour"}, Span(135, 170, "USD/hour")),
        (MONEY, "£18/session", Span(18, 18, "GBP/session")),
        (MONEY, "€90/hour", Span(90, 90, "EUR/hour")),
        (MONEY, "CAD 20/visit", Span(20, 20, "CAD/visit")),
        (MONEY, 0, NOTHING),
        (MONEY, "none", NOTHING),
        (MONEY, "$0", NOTHING),
        (MONEY, "$0.655/mile", Span(Fraction(131, 200), Fraction(131, 200), "USD/mile")),
        (MONEY, "$0 once", Span(0, 0, "USD/once")),
        (YEARLY, "5,000", Span(5000, 5000, "USD/year")),
        (YEARLY, "$5,000", Span(5000, 5000, "USD/year")),
        (YEARLY, "$5,000/year", Span(5000, 5000, "USD/year")),
        (YEARLY, "up to 5000", Span(0, 5000, "USD/year")),
        (YEARLY, "none", NOTHING),
        (AMOUNT, 42, Span(42, 42, "USD")),
        (AMOUNT, "$250,000", Span(250000, 250000, "USD")),
        (AMOUNT, "58-66", Span(58, 66, "USD")),
        (AMOUNT, "$135-$170", Span(135, 170, "USD")),
        (AMOUNT, "52,000-190,000+", Span(52000, None, "USD")),
        (AMOUNT, "up to $50", Span(0, 50, "USD")),
        (AMOUNT, "£18", Span(18, 18, "GBP")),
        (LimitAmount(), "$1M", Span(1000000, 1000000, "USD")),
        (LimitAmount(), "250k", Span(250000, 250000, "USD")),
    ],
)
def test_money_is_understood_with_its_unit(understood, kind, typed, expected):
    assert understood(kind, typed) == {"": expected}


@pytest.mark.parametrize(
    ("kind", "typed", "message", "advice"),
    [
        (MONEY, "$250,000", "per what?", "$250,000/year"),
        (MONEY, "600", "per what?", "$600 once"),
        (MONEY, "8/hour", "in which currency?", "$8/hour"),
        (MONEY, "$25k", "thousands are written out", "$25,000"),
        (MONEY, "$25k/year", "thousands are written out", "$25,000/year"),
        (MONEY, "$1.5M", "millions are written out", "$1,500,000"),
        (MONEY, "$5/fortnight", "`fortnight` is no unit", "one of: minute, hour"),
        (MONEY, "$5/vist", "`vist` is no unit", "visit?"),
        (MONEY, "$8 hour", "not money as written", "$8/hour"),
        (MONEY, "3 months", "not money as written", "such as $600 once"),
        (MONEY, "$8 EUR/hour", "two currencies", "EUR 8"),
        (MONEY, "$5-£8/hour", "two units", "same unit"),
        (MONEY, "$10/hour-$80/day", "two units", "same unit"),
        (MONEY, "12%", "a share where money", "$8/hour"),
        (MONEY, "-$5/hour", "negative", "0 or more"),
        (MONEY, "$170-$135/hour", "low end is above", "smaller"),
        (MONEY, "about $50/hour", "how near", "$40-60/hour"),
        (MONEY, "over $50/hour", "not a figure as written", "$50+/hour"),
        (MONEY, "competitive", "not a figure", "holds: vaguely"),
        (MONEY, "market rate", "not a figure", "holds: vaguely"),
        (MONEY, "$DOE", "not a figure", "holds: vaguely"),
        (MONEY, "≥$300/hour", "not a figure as written", "$300+/hour"),
        (MONEY, "$1 000/hour", "not a figure as written", "$1,000/hour"),
        (MONEY, "$5/hour-8", "8 of which unit?", "$5/hour to $8/hour"),
        (MONEY, "$20 or 50%", "a sum or a share?", "$20, or 50%"),
        (MONEY, "$1B once", "billions are written out", "$1,000,000,000"),
        (MONEY, "$1.200/month", "thousands, or three decimals?", "$1,200/month or $1.20/month?"),
        (MONEY, "€3.500 once", "thousands, or three decimals?", "€3,500 once or €3.50 once?"),
        (YEARLY, "3.500", "thousands, or three decimals?", "3,500 or 3.50?"),
        (AMOUNT, {"low": "1.200", "high": "1.500"}, "thousands, or three decimals?", "1,200 to 1,500 or"),
        (YEARLY, "$400/month", "not per year", "$4,800/year"),
        (YEARLY, "$400 once", "not per year", "$400/year"),
        (AMOUNT, "$40/hour", "its own key", "per: hour, amount: $40"),
        (AMOUNT, "60%", "a share where money", "share: 60%"),
        (LIMITS, "1/3", "or millions?", "$1M/$3M"),
        (LIMITS, "$1M", "per claim and per year", "$1M/$3M"),
        (LIMITS, "$3M/$1M", "more per claim than per year", "$1M/$3M"),
        (LIMITS, "$1M/$2M/$3M", "per claim and per year", "$1M/$3M"),
        (LIMITS, "$1B/$3B", "billions, or millions?", "$1M/$3M"),
        (LIMITS, "$1M aggregate/$1M aggregate", "which is per claim", "per claim first"),
        (LIMITS, "$1M annual aggregate/$3M", "which is per claim", "per claim first"),
        (LIMITS, "$1M/$3M per claim", "which is per claim", "per claim first"),
        (LIMITS, "$1M annual aggregate/$3M per claim", "more per claim than per year", "$1M/$3M"),
        (LIMITS, "up to $3M/$1M", "more per claim than per year", "$1M/$3M"),
        (LIMITS, "$1M/€3M", "two currencies", "$1M/$3M"),
        (LIMITS, {"per_claim": "$1M", "per_year": "€3M"}, "two currencies", "$1M/$3M"),
        (LIMITS, "TBD", "no limit", "holds: vaguely"),
        (LIMITS, {"per_clam": "$1M"}, "`per_clam`", "per_claim?"),
        (LIMITS, {"per_claim": "3M", "per_year": "1M"}, "more per claim", "$1M/$3M"),
        (LIMITS, ["$1M", "$3M"], "a list", "$1M/$3M"),
    ],
)
def test_what_is_no_money_is_refused_with_advice(refused, kind, typed, message, advice):
    fault = refused(kind, typed)[0]
    assert message in fault.message
    assert advice in fault.advice


@pytest.mark.parametrize("typed", ["$25k/year", "8/hour", "about $50/hour", "over $50/hour", "$8 hour"])
def test_the_advised_line_is_understood(understood, refused, typed):
    advice = refused(MONEY, typed)[0].advice
    understood(MONEY, advice.rpartition(": ")[2].partition(", or")[0])


@pytest.mark.parametrize(
    ("typed", "claim", "year"),
    [
        ("$1M/$3M", 1_000_000, 3_000_000),
        ("1M/3M", 1_000_000, 3_000_000),
        ("$1,000,000 / $3,000,000", 1_000_000, 3_000_000),
        ("$500k/$1.5M", 500_000, 1_500_000),
        ("$1 million per claim / $3 million annual aggregate", 1_000_000, 3_000_000),
        ("$1MM/$1MM", 1_000_000, 1_000_000),
        ("$3M annual aggregate/$1M per claim", 1_000_000, 3_000_000),
        ("$1M/$3M aggregate", 1_000_000, 3_000_000),
        ({"per_claim": "$1M", "per_year": "3,000,000"}, 1_000_000, 3_000_000),
    ],
)
def test_limits_are_per_claim_and_per_year(understood, typed, claim, year):
    assert understood(LIMITS, typed) == {
        "": Words(frozenset({"given"})),
        "per_claim": Span(claim, claim, "USD"),
        "per_year": Span(year, year, "USD"),
    }


def test_limits_may_be_given_in_part_or_not_at_all(understood):
    assert understood(LIMITS, {"per_claim": "$1M"}) == {
        "": Words(frozenset({"given"})),
        "per_claim": Span(1_000_000, 1_000_000, "USD"),
    }
    none = {"": Words(frozenset({"none"})), "per_claim": NOTHING, "per_year": NOTHING}
    assert understood(LIMITS, "$0/$0") == understood(LIMITS, {"per_claim": 0, "per_year": "none"}) == none
    assert understood(LIMITS, "none") == understood(LIMITS, "no") == none


@pytest.mark.parametrize(
    ("typed", "claim", "year"),
    [
        ("up to $1M/$3M", Span(0, 1_000_000, "USD"), Span(0, 3_000_000, "USD")),
        ("at least $1M/$3M", Span(1_000_000, None, "USD"), Span(3_000_000, None, "USD")),
        ("$1M/$3M+", Span(1_000_000, None, "USD"), Span(3_000_000, None, "USD")),
        ("$1M-$2M/$3M", Span(1_000_000, 2_000_000, "USD"), Span(3_000_000, 3_000_000, "USD")),
    ],
)
def test_an_open_end_of_one_limit_may_speak_of_both(understood, typed, claim, year):
    assert understood(LIMITS, typed) == {"": Words(frozenset({"given"})), "per_claim": claim, "per_year": year}


def test_silence_leaves_the_unit_open():
    assert MONEY.silence == AMOUNT.silence == Span(0, None, None)
    assert LIMITS.silence == Words(frozenset({"given", "none"}))
    assert LIMITS.parts["per_claim"].silence == Span(0, None, None)
