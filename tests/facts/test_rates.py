"""Rates beside the reader's target: what is stated alone, and its ends."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offercheck.facts import FACTS
from offercheck.loading import load_offer
from offercheck.offer.possible import Number, Span
from offercheck.offer.readings import Values, firm, said


def span(path: str, text: str, target: int | None = 110) -> Span:
    values = said(load_offer(f"offercheck: 1\n{text}".encode()))
    return found(path, with_target(values, target))


def with_target(values: Values, target: int | None) -> Values:
    return values | ({"me.target_hourly": Span(target, target, "USD/hour")} if target is not None else {})


def found(path: str, values: Values) -> Span:
    value = FACTS[path].derive(values)
    assert isinstance(value, Span)
    return value


HOURS = "engagement: {hours_per_week: 30}\nproductivity: "
HOURLY: list[tuple[str, Number, Number | None]] = [
    # Unpaid time that is not said can only take away from the hour.
    ("compensation: {pay: [{per: hour, amount: 90}]}", 0, 90),
    ("compensation: {pay: [{per: minute, amount: 2}]}", 0, 120),
    ("compensation: {pay: [{per: 15 minutes, amount: 22}]}", 0, 88),
    ("compensation: {pay: [{per: hour, amount: 80-100}]}", 0, 100),
    ("compensation: {pay: [{per: hour, amount: 80+}]}", 0, None),
    (
        "compensation: {pay: [{per: hour, amount: 80, for: {states: [TX]}}, {per: hour, amount: 95}]}",
        0,
        95,
    ),
    (f"compensation: {{pay: [{{per: hour, amount: 100}}]}}\n{HOURS}{{unpaid_hours_per_week: 10}}", 0, 75),
    (
        (
            f"compensation: {{pay: [{{per: hour, amount: 100}}]}}\n{HOURS}"
            "{unpaid_hours_per_week: 6, unpaid_minutes_per_visit: 0}"
        ),
        Fraction(100 * 30, 36),
        Fraction(100 * 30, 36),
    ),
    # Three visits an hour, each with four minutes of charting: an hour on duty takes 72 minutes.
    (
        (
            f"compensation: {{pay: [{{per: hour, amount: 120}}]}}\n{HOURS}"
            "{unpaid_hours_per_week: none, unpaid_minutes_per_visit: 4, slots_per_hour: 3, fill_rate: 100%}\n"
            "no_show: {expected_rate: 0%}"
        ),
        100,
        100,
    ),
    # A year without its weeks may have any number of them.
    ("compensation: {pay: [{per: year, amount: 150000}]}\nengagement: {hours_per_week: 40}", 0, None),
    (
        "compensation: {pay: [{per: year, amount: 150000}]}\nengagement: {hours_per_week: 40, weeks_per_year: 50}",
        0,
        75,
    ),
    ("compensation: {pay: [{per: week, amount: 4000}]}\nengagement: {hours_per_week: 40}", 0, 100),
    # What is no sum for one unit says nothing here.
    ("compensation: {pay: [{per: hour, amount: £90}]}", 0, None),
    ("compensation: {pay: [{per: visit, amount: 40}]}", 0, None),
    ("compensation: {pay: [{per: hour, amount: 60}, {per: visit, amount: 20}]}", 0, None),
    ("compensation: {pay: [{share: 60%, of: collected}]}", 0, None),
    ("compensation: {pay: [{per: year, amount: 200000, pro_rata: yes}]}", 0, None),
    ("title: x", 0, None),
]


@pytest.mark.parametrize(("text", "low", "high"), HOURLY)
def test_an_hour_of_all_the_work(text: str, low: Number, high: Number | None) -> None:
    assert span("facts.pay_per_hour", text) == Span(low, high, "USD/hour")


def test_the_share_of_the_target() -> None:
    text = "compensation: {pay: [{per: hour, amount: 88}]}"
    assert span("facts.share_of_target", text) == Span(0, Fraction(4, 5))
    assert span("facts.share_of_target", text, None).high is None


def test_a_rate_that_is_not_firm_leaves_the_hour_open() -> None:
    offer = load_offer(b"""
offercheck: 1
document: {stage: contract}
compensation: {pay: [{per: hour, amount: 120, source: email}]}
""")
    assert found("facts.pay_per_hour", said(offer)).high == 120
    assert found("facts.pay_per_hour", firm(offer)).high is None


VISITS = "compensation: {pay: [{per: visit, amount: 44}]}\n"
WHOLE = "engagement: {hours_per_week: 30}\nproductivity: {unpaid_hours_per_week: 0, fill_rate: 100%, "
SLOTS: list[tuple[str, Number, Number | None]] = [
    # The least that may do: every slot filled, everybody comes, nothing is unpaid.
    (VISITS, Fraction(110, 44), None),
    (f"{VISITS}productivity: {{fill_rate: 50%}}", 5, None),
    (f"{VISITS}no_show: {{expected_rate: 20%, pay_per_missed_visit: none}}", Fraction(110 * 100, 44 * 80), None),
    (f"{VISITS}no_show: {{expected_rate: 20%, pay_per_missed_visit: full}}", Fraction(110, 44), None),
    (f"{VISITS}no_show: {{expected_rate: 20%, pay_per_missed_visit: $22}}", Fraction(1100, 396), None),
    (f"{VISITS}{WHOLE}unpaid_minutes_per_visit: 0}}\nno_show: {{expected_rate: 0%}}", Fraction(5, 2), Fraction(5, 2)),
    # 44 dollars for a visit less 6 minutes at 110 dollars an hour.
    (f"{VISITS}{WHOLE}unpaid_minutes_per_visit: 6}}\nno_show: {{expected_rate: 0%}}", Fraction(10, 3), Fraction(10, 3)),
    # Charting alone costs more than a visit brings: no pace reaches the target.
    (f"{VISITS}productivity: {{unpaid_minutes_per_visit: 30}}\nno_show: {{expected_rate: 0%}}", 61, None),
    ("compensation: {pay: [{per: hour, amount: 90}]}", 0, None),
    # A case has no appointment that somebody could miss.
    (f"compensation: {{pay: [{{per: case, amount: 22}}]}}\n{WHOLE}unpaid_minutes_per_visit: 0}}", 5, 5),
    ("compensation: {pay: [{per: wrvu, amount: 45}]}", 0, None),
]


@pytest.mark.parametrize(("text", "low", "high"), SLOTS)
def test_slots_that_reach_the_target(text: str, low: Number, high: Number | None) -> None:
    assert span("facts.slots_to_target", text) == Span(low, high)


def test_the_paper_s_pace_beside_the_one_needed() -> None:
    assert span("facts.share_of_pace", f"{VISITS}productivity: {{slots_per_hour: 2}}").high == Fraction(4, 5)
    assert span("facts.share_of_pace", VISITS).high is None


FIELDS = {
    "productivity.slots_per_hour": st.integers(0, 8),
    "productivity.fill_rate": st.fractions(0, 1, max_denominator=10),
    "no_show.expected_rate": st.fractions(0, 1, max_denominator=10),
    "productivity.unpaid_minutes_per_visit": st.integers(0, 30),
    "productivity.unpaid_hours_per_week": st.integers(0, 20),
    "engagement.hours_per_week": st.integers(0, 60),
    "engagement.weeks_per_year": st.integers(0, 53),
    "me.target_hourly": st.integers(0, 300),
}
OFFERS = [
    said(load_offer(f"offercheck: 1\ncompensation: {{pay: [{{per: {per}, amount: {paid}}}]}}".encode()))
    for per, paid in (("hour", "100"), ("year", "100000-200000"), ("visit", "30-50"), ("month", "9000"))
]


@st.composite
def narrowed(draw: st.DrawFn) -> tuple[Values, Values]:
    """A reading, and the same with stretches narrowed and silences filled."""
    before = dict(draw(st.sampled_from(OFFERS)))
    later = dict(before)
    for path, numbers in FIELDS.items():
        ends = sorted(draw(st.lists(numbers, min_size=4, max_size=4)))
        if draw(st.booleans()):
            before[path] = Span(ends[0], ends[3])
        later[path] = Span(ends[1], ends[2])
    return before, later


@given(narrowed())
@pytest.mark.parametrize(
    "path", ["facts.pay_per_hour", "facts.share_of_target", "facts.slots_to_target", "facts.share_of_pace"]
)
def test_what_is_learnt_narrows(path: str, pair: tuple[Values, Values]) -> None:
    before, later = (found(path, values) for values in pair)
    assert before.low <= later.low
    assert before.high is None or (later.high is not None and later.low <= later.high <= before.high)
