"""What holds of every offer as it is written, from its terms to the hour, and of every way to pay that was met."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as some

from offercheck.facts.pay.estimate import Estimate, estimate
from offercheck.facts.pay.exposure import exposures
from offercheck.facts.pay.inputs import Inputs
from offercheck.facts.pay.range import Range, as_range
from offercheck.loading import load_offer
from offercheck.offer.possible import Entries, Span
from offercheck.offer.readings import Values, said
from offercheck.reference.reference import Reference

SHIPPED = Reference.shipped()
PAY = "compensation.pay"
SHAPES: dict[str, list[dict[str, object]] | None] = yaml.safe_load(
    (Path(__file__).parents[2] / "offer" / "values" / "pay_shapes.yaml").read_text(encoding="utf-8")
)
ADVERTISED = "advertised: [{per: year, amount: up to 340000, by: employer}, {per: hour, amount: 200+, by: third_party}]"


def reading(compensation: object, **areas: object) -> Values:
    typed = {"offercheck": 1, "role": "physician", "compensation": compensation, **areas}
    return said(load_offer(yaml.safe_dump(typed, allow_unicode=True).encode()))


def result(values: Values) -> tuple[object, ...]:
    """All that a list of pay comes to, a fee of the patients' brought by the reader: pay, costs, what is beside it."""
    found = estimate(values, SHIPPED, 2026, {"fee_per_visit": as_range(100)})
    exposed = exposures(Inputs(values, {}), found.priced).found
    pay = found.priced.year.gross() if found.priced is not None else None
    return pay, sum(found.costs.values(), start=as_range(0)), [(one.name, one.amount, one.why) for one in exposed]


@pytest.mark.parametrize("name", [name for name, items in SHAPES.items() if items])
def test_each_item_of_a_way_to_pay_counts_or_is_named_with_what_keeps_it_out(name: str) -> None:
    values = reading({"pay": SHAPES[name]})
    pay = values[PAY]
    assert isinstance(pay, Entries)
    found = estimate(values, SHIPPED, 2026)
    assert found.priced is not None or found.apart
    named = {field for one in found.apart for field in one.field.split(", ")}
    assert all(one.why for one in found.apart)
    for item in pay.sure:
        if f"{PAY}[{item.index + 1}]" in named:
            continue
        rest = replace(pay, sure=tuple(one for one in pay.sure if one is not item))
        assert result(values) != result(values | {PAY: rest}), f"item {item.index + 1} neither counts nor is named"


def test_what_is_only_advertised_has_no_price_and_says_why() -> None:
    assert SHAPES["advertised_only"] is None
    found = estimate(reading(yaml.safe_load(f"{{{ADVERTISED}}}")), SHIPPED, 2026)
    assert found.priced is None
    assert any("owed by nobody" in one.why for one in found.apart)


PRICED = {name: reading({"pay": items}) for name, items in SHAPES.items() if items}
PRICED = {name: values for name, values in PRICED.items() if estimate(values, SHIPPED, 2026).priced is not None}
BOUNDS = {
    "engagement.weeks_per_year": (20, 52, 1),
    "engagement.hours_per_week": (8, 60, 1),
    "productivity.slots_per_hour": (1, 8, 1),
    "productivity.fill_rate": (10, 20, 20),
    "no_show.expected_rate": (0, 10, 20),
    "productivity.unpaid_minutes_per_visit": (0, 20, 1),
    "productivity.unpaid_hours_per_week": (0, 10, 1),
}
"""Of each field the least, the most, and the parts of its unit."""


@some.composite
def offers(draw: some.DrawFn) -> Values:
    """A way to pay with some of the work said, each figure or a stretch of it."""
    values = dict(draw(some.sampled_from(list(PRICED.values()))))
    for path in draw(some.sets(some.sampled_from(sorted(BOUNDS)))):
        values[path] = draw(stretches(path))
    return values


def stretches(path: str) -> some.SearchStrategy[Span]:
    low, high, parts = BOUNDS[path]
    ends = some.tuples(some.integers(low, high), some.integers(low, high)).map(sorted)
    return ends.map(lambda pair: Span(Fraction(pair[0], parts), Fraction(pair[1], parts)))


def hour(values: Values, **asked: Range) -> Range:
    found = estimate(values, SHIPPED, 2026, asked)
    assert found.priced is not None
    return found.priced.year.per_hour()


def pay(values: Values) -> Range:
    found: Estimate = estimate(values, SHIPPED, 2026)
    assert found.priced is not None
    return found.priced.year.gross()


@settings(max_examples=50)
@given(offers(), some.integers(0, 9), some.integers(1, 10))
def test_more_patients_who_do_not_come_never_raise_the_pay(values: Values, rate: int, more: int) -> None:
    """No shipped way to pay gives more for a missed visit than for one that takes place."""
    fewer, worse = (
        values | {"no_show.expected_rate": Span(Fraction(share, 20), Fraction(share, 20))}
        for share in (rate, rate + more)
    )
    before, after = pay(fewer), pay(worse)
    assert (after.low, after.expected, after.high) <= (before.low, before.expected, before.high)
    assert after.expected <= before.expected
    assert after.high <= before.high


@settings(max_examples=50)
@given(offers(), some.sampled_from(["minutes_per_visit", "hours_per_week"]), some.integers(0, 9), some.integers(1, 9))
def test_more_unpaid_time_never_raises_the_hour(values: Values, unit: str, some_time: int, more: int) -> None:
    path = f"productivity.unpaid_{unit}"
    before, after = (hour(values | {path: Span(time, time)}) for time in (some_time, some_time + more))
    if before.low > 0:
        assert after.low <= before.low
        assert after.expected <= before.expected
        assert after.high <= before.high


@settings(max_examples=50)
@given(offers(), some.sampled_from(sorted(BOUNDS)), some.data())
def test_a_wider_figure_never_gives_a_narrower_hour(values: Values, path: str, data: some.DataObject) -> None:
    wide = data.draw(stretches(path))
    assert wide.high is not None
    within = some.fractions(0, 1, max_denominator=10)
    start, end = sorted(wide.low + (wide.high - wide.low) * data.draw(within) for _ in range(2))
    around, inside = hour(values | {path: wide}), hour(values | {path: Span(start, end)})
    assert around.low <= inside.low
    assert inside.high <= around.high


@settings(max_examples=30)
@given(some.integers(20_000, 400_000), some.integers(8, 60), some.integers(20, 52), some.sampled_from(["w2", "1099"]))
def test_a_salary_and_its_equivalents_agree(yearly: int, hours: int, weeks: int, hired: str) -> None:
    engagement = {"classification": hired, "hours_per_week": hours, "weeks_per_year": weeks}
    values = reading({"pay": [{"per": "year", "amount": 1}]}, engagement=engagement)
    found = []
    for per, count in (("year", 1), ("month", 12), ("week", weeks), ("hour", weeks * hours)):
        said_of_year = values[PAY]
        assert isinstance(said_of_year, Entries)
        [item] = said_of_year.sure
        amount = Fraction(yearly, count)
        unit = reading({"pay": [{"per": per, "amount": 1}]})[PAY]
        assert isinstance(unit, Entries)
        entry = replace(unit.sure[0], values=unit.sure[0].values | {"amount": Span(amount, amount, "USD")})
        assert item.index == entry.index
        found.append(hour(values | {PAY: replace(unit, sure=(entry,))}))
    assert len({(one.low, one.expected, one.high) for one in found}) == 1
