"""What holds of every offer."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from offercheck.facts.pay.gross import Collections, Pay, PerHour, PerVisit, PerVisitAbove, Salary, Steps, Term, Wrvu
from offercheck.facts.pay.payroll_tax import payroll_rates
from offercheck.facts.pay.range import Range, as_range, between, greater, lesser, over
from offercheck.facts.pay.work import Work
from offercheck.facts.pay.worth import Year
from offercheck.reference.reference import Reference

RATES = payroll_rates(Reference.shipped(), 2026)


def figures(low: int, high: int) -> some.SearchStrategy[Fraction]:
    return some.integers(low * 20, high * 20).map(lambda twentieths: Fraction(twentieths, 20))


@some.composite
def ranges(draw: some.DrawFn, low: int, high: int, parts: int = 1) -> Range:
    """A range within bounds, in `parts` of the unit."""
    one, two, three = sorted(draw(some.tuples(*[some.integers(low * parts, high * parts)] * 3)))
    return between(Fraction(one, parts), Fraction(two, parts), Fraction(three, parts))


WORK = some.builds(
    Work,
    weeks=ranges(1, 52),
    scheduled=ranges(1, 60),
    slots=ranges(0, 8),
    fill=ranges(0, 1, 20),
    missed=ranges(0, 1, 20).map(lambda one: one / 2),
    failed=ranges(0, 1, 20).map(lambda one: one / 4),
    unpaid_minutes=ranges(0, 20),
    inbox=ranges(0, 5),
    meetings=ranges(0, 5),
)
VISITS = some.builds(PerVisit, rate=ranges(0, 200), missed_pay=ranges(0, 50), failed_pay=ranges(0, 50))
TERMS: some.SearchStrategy[Term] = some.one_of(
    VISITS,
    some.builds(PerHour, rate=ranges(0, 300)),
    some.builds(Salary, yearly=ranges(0, 400_000)),
    some.builds(Wrvu, rate=ranges(0, 60), per_visit=ranges(0, 3, 10), credit=ranges(0, 1, 10), threshold=ranges(0, 5_000)),  # noqa: E501
    some.builds(Collections, allowed=ranges(0, 200), collected=ranges(0, 1, 10), split=ranges(0, 1, 10)),
    some.builds(PerVisitAbove, rate=ranges(0, 50), beyond=ranges(0, 4_000)),
    some.just(Steps(steps=((Fraction(60), Fraction(300)), (Fraction(90), Fraction(700))))),
)  # fmt: skip
PAY = some.builds(
    Pay,
    terms=some.lists(TERMS, max_size=3).map(tuple),
    guarantee=some.none() | TERMS,
    cap=some.none() | ranges(0, 300_000),
)
YEARS = some.builds(
    Year,
    work=WORK,
    pay=PAY,
    costs=ranges(0, 30_000),
    benefits=ranges(0, 30_000),
    employed=some.sampled_from([None, RATES]),
    other_wages=some.sampled_from([Fraction(0), Fraction(100_000), Fraction(300_000)]),
)


def pinned(work: Work) -> Work:
    """The same at its expected values."""
    return replace(work, **{name: as_range(getattr(work, name).expected) for name in work.__slots__})


def holds(wide: Range, narrow: Range) -> bool:
    return wide.low <= narrow.low and narrow.high <= wide.high


@settings(max_examples=50)
@given(YEARS, some.booleans(), some.booleans())
def test_ends_enclose_what_the_expected_inputs_come_to(year: Year, costs: bool, benefits: bool) -> None:
    """Of the work, and of what you pay and what is paid for you as well."""
    one = replace(
        year,
        work=pinned(year.work),
        costs=as_range(year.costs.expected) if costs else year.costs,
        benefits=as_range(year.benefits.expected) if benefits else year.benefits,
    )
    for wide, narrow in ((year.gross(), one.gross()), (year.value(), one.value()), (year.per_hour(), one.per_hour())):
        assert holds(wide, narrow)
        assert wide.expected == narrow.expected


@settings(max_examples=50)
@given(YEARS, some.sampled_from(Work.__slots__), some.data())
def test_a_wider_input_never_gives_a_narrower_result(year: Year, name: str, data: some.DataObject) -> None:
    wide: Range = getattr(year.work, name)
    within = some.fractions(0, 1, max_denominator=20)
    low = wide.low + (wide.expected - wide.low) * data.draw(within)
    high = wide.expected + (wide.high - wide.expected) * data.draw(within)
    one = replace(year, work=replace(year.work, **{name: between(low, wide.expected, high)}))
    assert holds(year.gross(), one.gross())
    assert holds(year.per_hour(), one.per_hour())


@given(WORK, VISITS, figures(0, 1))
def test_more_no_shows_never_raise_pay_unless_missed_visits_pay_more(
    work: Work, visits: PerVisit, more: Fraction
) -> None:
    one = pinned(work)
    worse = replace(one, missed=one.missed + (1 - one.missed - one.failed) * more)
    before, after = visits.gross(one), visits.gross(worse)
    if visits.missed_pay.high <= visits.rate.low:
        assert after.expected <= before.expected
        assert after.high <= before.high
    if visits.missed_pay.low >= visits.rate.high:
        assert after.expected >= before.expected


@settings(max_examples=50)
@given(YEARS, some.sampled_from(["unpaid_minutes", "inbox", "meetings"]), figures(0, 20))
def test_more_unpaid_time_never_raises_pay(year: Year, name: str, more: Fraction) -> None:
    worse = replace(year, work=replace(year.work, **{name: getattr(year.work, name) + more}))
    assert worse.gross() == year.gross()
    if year.value().low >= 0:
        assert worse.per_hour().expected <= year.per_hour().expected
        assert worse.per_hour().low <= year.per_hour().low or year.per_hour().low < 0


@given(WORK, ranges(1, 400_000), some.sampled_from([None, RATES]))
def test_a_salary_and_its_hourly_equivalent_agree(work: Work, yearly: Range, employed: object) -> None:
    one = replace(pinned(work), slots=as_range(0))
    hourly = PerHour(rate=yearly / (one.weeks * one.scheduled))
    by_year, by_hour = (
        replace(Year(work=one, pay=Pay(terms=(term,))), employed=employed) for term in (Salary(yearly=yearly), hourly)
    )
    assert by_year.gross() == by_hour.gross()
    assert by_year.per_hour() == by_hour.per_hour()


@given(WORK, VISITS, figures(1, 100))
def test_pay_per_visit_grows_with_the_rate(work: Work, visits: PerVisit, more: Fraction) -> None:
    better = replace(visits, rate=visits.rate + more)
    assert better.gross(work).expected >= visits.gross(work).expected


@given(WORK)
def test_every_booked_visit_is_completed_or_lost(work: Work) -> None:
    one = pinned(work)
    assert one.completed() + one.no_shows() + one.failures() == one.booked()


@given(ranges(-5, 5, 4), ranges(-5, 5, 4), some.integers(0, 2), some.integers(0, 2))
def test_arithmetic_encloses_every_pair(one: Range, two: Range, first: int, second: int) -> None:
    left, right = (one.low, one.expected, one.high)[first], (two.low, two.expected, two.high)[second]
    for wide, exact in (
        (one + two, left + right),
        (one - two, left - right),
        (2 - one, 2 - left),
        (one * two, left * right),
        (greater(one, two), max(left, right)),
        (lesser(one, two), min(left, right)),
    ):
        assert wide.low <= exact <= wide.high
    if two.low > 0 or two.high < 0:
        assert (one / two).low <= left / right <= (one / two).high
    else:
        with pytest.raises(ZeroDivisionError):
            one / two


@given(ranges(1, 9), ranges(1, 9))
def test_ends_one_by_one_are_tighter(one: Range, two: Range) -> None:
    def share(mine: Range, theirs: Range) -> Range:
        return mine / (mine + theirs)

    plain, tight = share(one, two), over(share, one, two)
    assert holds(plain, tight)
    assert tight.low == one.low / (one.low + two.high)
    assert tight.high == one.high / (one.high + two.low)


@pytest.mark.parametrize("ends", [(2, 1, 3), (1, 3, 2)])
def test_ends_out_of_order_are_refused(ends: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="order"):
        between(*ends)


def test_more_visits_lost_than_booked_are_refused() -> None:
    with pytest.raises(ValueError, match="lost"):
        Work(weeks=as_range(1), scheduled=as_range(1), missed=as_range(1), failed=between(0, 0, 1)).completed()


def test_a_higher_step_that_pays_less_is_refused() -> None:
    with pytest.raises(ValueError, match="step"):
        Steps(steps=((Fraction(60), Fraction(300)), (Fraction(90), Fraction(100)))).gross(
            Work(weeks=as_range(1), scheduled=as_range(1))
        )
