"""Traps in the arithmetic of pay, each named after what a naive sum would get wrong."""

from __future__ import annotations

from fractions import Fraction

import pytest

from offercheck.facts.pay.estimate import Estimate, Priced, estimate
from offercheck.facts.pay.range import Range, as_range
from offercheck.loading import load_offer
from offercheck.offer.readings import said
from offercheck.reference.reference import Reference

SHIPPED = Reference.shipped()

EMPLOYEE = """
role: physician
document: {{stage: contract}}
engagement: {{classification: w2, hours_per_week: {hours}, weeks_per_year: 45}}
technology: {{equipment_paid_by: employer}}
licensure: {{licence_fees_paid_by: employer, dea_paid_by: employer, credentialing_paid_by: employer}}
malpractice: {{paid_by: employer, policy_type: occurrence}}
productivity: {{unpaid_hours_per_week: {unpaid}}}
compensation: {{pay: [{{per: year, amount: 207000}}], benefits: [health, nothing_else]{leave}}}
"""
BY_THE_HOUR = """
role: rn
document: {{stage: contract}}
engagement: {{classification: 1099, hours_per_week: 40, weeks_per_year: 50}}
technology: {{equipment_paid_by: employer}}
licensure: {{licence_fees_paid_by: employer}}
productivity: {{unpaid_hours_per_week: 0}}
schedule: {{set_by: {decides}}}
compensation: {{pay: [{{per: hour, amount: 40}}{premium}, nothing_else]}}
"""


def estimated(text: str, **asked: int) -> Estimate:
    mine: dict[str, Range] = {name: as_range(value) for name, value in asked.items()}
    return estimate(said(load_offer(f"offercheck: 1\n{text}\n".encode())), SHIPPED, 2026, mine)


def priced(text: str, **asked: int) -> Priced:
    found = estimated(text, **asked).priced
    assert found is not None
    return found


def employee(*, hours: int = 40, unpaid: int = 0, leave: str = "") -> Priced:
    return priced(EMPLOYEE.format(hours=hours, unpaid=unpaid, leave=leave), health=8000, tenure=2)


def test_the_hours_are_those_of_the_contract_and_not_2080() -> None:
    work = employee().year.work
    assert work.hours() == as_range(1800)
    assert employee().year.gross() == as_range(207_000)


def test_unpaid_administration_comes_on_top_of_the_clinical_hours() -> None:
    without, beside = employee(), employee(unpaid=4)
    assert beside.year.work.hours() == as_range(1980)
    assert beside.year.value() == without.year.value()
    assert beside.year.per_hour().high < without.year.per_hour().low


@pytest.mark.parametrize("days", [0, 25, 60])
def test_paid_leave_is_counted_once_in_the_weeks_and_not_again_as_a_benefit(days: int) -> None:
    said_nothing, said_days = employee(), employee(leave=f", leave_days: {days}")
    assert said_days.year.benefits == said_nothing.year.benefits == as_range(8000)
    assert said_days.year.value() == said_nothing.year.value()
    assert said_days.year.work.weeks == said_nothing.year.work.weeks


PREMIUMS = [
    "{kind: differential, per: hour, amount: 20, for: {time: [nights, weekends]}}",
    "{kind: differential, per: hour, amount: 20, needs: 40 hours/week}",
]


@pytest.mark.parametrize("premium", PREMIUMS)
@pytest.mark.parametrize("decides", ["employer", "clinician"])
def test_a_premium_for_hours_that_nobody_promises_you_is_not_in_the_hour(premium: str, decides: str) -> None:
    plain = priced(BY_THE_HOUR.format(decides=decides, premium=""))
    found = estimated(BY_THE_HOUR.format(decides=decides, premium=f", {premium}"))
    assert found.priced is not None
    assert found.priced.year.gross() == plain.year.gross() == as_range(80_000)
    assert any("whose share of the hours is not said" in one.why for one in found.apart), found.apart


@pytest.mark.parametrize(("care", "expected"), [("urgent_care", 5), ("primary_care", 12), ("therapy", 17)])
def test_missed_visits_are_not_assumed_to_be_rarer_or_commoner_by_video_everywhere(care: str, expected: int) -> None:
    found = estimated(f"role: physician\ncare: {care}\ncompensation: {{pay: $40/visit}}")
    [missed] = [one for one in found.assumptions if one.name == "no_shows"]
    assert missed.origin == "benchmark"
    assert missed.value.expected == Fraction(expected, 100)
    assert missed.value.low < missed.value.expected < missed.value.high


def test_a_benefit_that_is_not_written_is_worth_nothing() -> None:
    silent = priced("role: np\nengagement: {classification: w2}\ncompensation: {pay: [{per: year, amount: 120000}]}")
    assert silent.year.benefits == as_range(0)
