"""What is made of a price: the way to it, what single terms are worth, what reaches a target, what may fall due."""

from __future__ import annotations

from fractions import Fraction

import pytest

from offercheck.facts.pay.estimate import Estimate, Priced, estimate
from offercheck.facts.pay.exposure import Exposure, exposures, owed_at
from offercheck.facts.pay.inputs import Inputs
from offercheck.facts.pay.levers import levers
from offercheck.facts.pay.range import Range, as_range
from offercheck.facts.pay.targets import rate_needed, reach, round_targets
from offercheck.facts.pay.waterfall import waterfall
from offercheck.loading import load_offer
from offercheck.offer.readings import Values, said
from offercheck.reference.reference import Reference

SHIPPED = Reference.shipped()

PER_VISIT = """
role: physician
care: urgent_care
engagement: {classification: 1099, hours_per_week: 36, weeks_per_year: 46}
technology: {outage_pay: none, equipment_paid_by: clinician}
malpractice: {paid_by: employer, policy_type: claims_made, tail_paid_by: clinician}
productivity: {slots_per_hour: 4, fill_rate: 85%, unpaid_minutes_per_visit: 3, unpaid_hours_per_week: 2}
no_show: {pay_per_missed_visit: 0, expected_rate: 12%}
compensation: {pay: [{per: visit, amount: 42, counts: completed}]}
"""
COSTS = "failed=0.01 licences=1650 dea=1776 registrations=200 credentialing_fees=600 tail_chance=0.5 tail_multiple=2"
COSTS += " premium=6000 tenure=2 equipment=1080"
SALARY = """
role: physician
engagement: {classification: w2, hours_per_week: 40, weeks_per_year: 46}
technology: {equipment_paid_by: employer}
productivity: {unpaid_hours_per_week: 3}
compensation:
  pay: [{per: year, amount: "$215,000"}, {kind: bonus, per: year, amount: 5000, depends_on: quality}]
  benefits: [health, licence_dues]
  retirement_match: 4%
  cme: $4000/year
"""
HOURLY = """
role: physician
engagement: {classification: 1099, hours_per_week: 36, weeks_per_year: 46}
technology: {equipment_paid_by: employer}
productivity: {unpaid_hours_per_week: 3.16}
compensation: {pay: $120/hour}
"""
COLLECTED = """
role: therapist
engagement: {classification: 1099, hours_per_week: 30, weeks_per_year: 50}
productivity: {slots_per_hour: 1}
compensation: {pay: [{per: visit, share: 60%, of: collected, base: 144.27, paid_after: 73 days}]}
"""
WRVU = "role: physician\ncompensation: {pay: [{per: wrvu, amount: 45}]}"


def reading(text: str) -> Values:
    return said(load_offer(f"offercheck: 1\n{text}\n".encode()))


def assumed(text: str) -> dict[str, Range]:
    return {name: as_range(Fraction(value)) for name, value in (part.split("=") for part in text.split())}


def of(text: str, asked: str = "") -> tuple[Estimate, Priced]:
    found = estimate(reading(text), SHIPPED, 2026, assumed(asked))
    assert found.priced is not None
    return found, found.priced


@pytest.mark.parametrize(
    "text", [PER_VISIT, SALARY, HOURLY, COLLECTED, WRVU], ids=["visit", "salary", "hour", "share", "wrvu"]
)
def test_the_steps_lead_from_the_named_hour_to_the_real_one(text: str) -> None:
    _, priced = of(text)
    way = waterfall(priced)
    assert way.headline == priced.headline.per_hour.expected
    assert way.headline + sum(step.per_hour for step in way.steps) == way.real
    assert way.real == priced.year.value().expected / priced.year.work.hours().expected
    assert all(step.per_year / priced.year.work.hours().expected == step.per_hour for step in way.steps)


def test_each_leak_of_the_offer_by_the_visit() -> None:
    way = waterfall(of(PER_VISIT, COSTS)[1])
    assert {step.name: round(step.per_year) for step in way.steps} == {
        "unpaid charting": -41_147,
        "unpaid inbox and meetings": -15_456,
        "empty slots": -41_731,
        "patients who do not come": -28_377,
        "visits that the technology ends": -2_365,
        "state licences": -1_650,
        "DEA registrations": -1_776,
        "controlled-substance registrations": -200,
        "credentialing": -300,
        "tail cover": -3_000,
        "equipment": -1_080,
    }
    assert way.payroll_tax is not None
    assert round(way.payroll_tax.per_year) == -27_938


def test_each_step_of_the_salary() -> None:
    way = waterfall(of(SALARY, "health=7885 dues=3000 bonus_share=0.5")[1])
    assert {step.name: round(step.per_year) for step in way.steps} == {
        "unpaid inbox and meetings": -14_264,
        "leave, and hours other than 2,080": 24_808,
        "other pay": 2_500,
        "licence and society dues": 3_000,
        "health insurance": 7_885,
        "retirement match": 8_700,
        "education money": 4_000,
        "the employer's half of the payroll tax": 14_593,
    }


def test_what_single_terms_are_worth() -> None:
    worth = {one.name: round(one.per_year) for one in levers(of(PER_VISIT, COSTS)[1], Fraction(100))}
    assert worth["half the rate for patients who do not come"] == 14_189
    assert worth["5 more unpaid minutes a visit"] == -40_820  # 4,898.448 visits
    assert worth["licences and registrations that the employer pays"] == 3_626
    assert worth["tail cover that the employer pays"] == 3_000
    assert worth["1 dollar more a visit"] == 4_898
    amounts = [abs(one.per_year) for one in levers(of(PER_VISIT, COSTS)[1])]
    assert amounts == sorted(amounts, reverse=True)


def test_terms_that_are_granted_are_worth_nothing_more() -> None:
    granted = PER_VISIT.replace("pay_per_missed_visit: 0", "pay_per_missed_visit: half").replace(
        "outage_pay: none", "outage_pay: full"
    )
    names = {one.name for one in levers(of(granted)[1])}
    assert not {name for name in names if "do not come" in name or "technology" in name}


def reached(text: str, target: int, asked: str = "") -> Fraction | None:
    found, _ = of(text, asked)
    return reach(Fraction(target), reading(text), SHIPPED, 2026, assumed(asked), found).rate


def test_the_rate_that_reaches_a_target() -> None:
    """With the rate that is found the hour comes to the target, whatever bends on the way."""
    for text, target in ((PER_VISIT, 100), (HOURLY, 128), (SALARY, 150), (COLLECTED, 60)):
        rate = reached(text, target)
        if text is COLLECTED:
            assert rate is None  # the share and the fee are what it hangs on
            continue
        assert rate is not None
        _, priced = of(text, f"rate={rate}")
        assert abs(priced.year.per_hour().expected - target) < Fraction(1, 100)


def test_what_the_hourly_offer_must_pay_to_match_the_salary() -> None:
    rate = reached(HOURLY.replace("equipment_paid_by: employer", "equipment_paid_by: clinician"), 128, "equipment=1380")
    assert rate is not None
    assert round(rate) == 140


def test_no_rate_reaches_what_a_rate_does_not_move() -> None:
    assert rate_needed(lambda _: Fraction(80), Fraction(40), Fraction(100)) is None
    assert rate_needed(lambda rate: rate, Fraction(0), Fraction(100)) == 100


def test_round_targets_lie_above_what_there_is() -> None:
    assert round_targets(of(PER_VISIT, COSTS)[1]) == (100, 120)
    assert all(target > 0 for target in round_targets(of("role: rn\ncompensation: {pay: $1/visit}")[1]))


def exposed(text: str, asked: str = "") -> dict[str, Exposure]:
    found = estimate(reading(text), SHIPPED, 2026, assumed(asked))
    return {one.name: one for one in exposures(Inputs(reading(text), assumed(asked)), found.priced).found}


def test_the_tail_is_shown_beside_the_pay() -> None:
    tail = exposed(PER_VISIT, "premium=6000")["tail cover"].amount
    assert tail is not None
    assert (tail.low, tail.high) == (9_000, 15_000)
    assert "tail cover" not in exposed(PER_VISIT.replace("claims_made", "occurrence"))
    assert "tail cover" not in exposed(PER_VISIT.replace("tail_paid_by: clinician", "tail_paid_by: employer"))


SIGN_ON = "kind: bonus, per: once, amount: 25000, for: sign-on"
REPAID = f"role: physician\ncompensation: {{pay: [{{{SIGN_ON}, repay: {{if: leave, within: 24 months, falls: monthly, of: gross}}}}]}}"  # noqa: E501


def test_what_is_owed_of_a_sign_on_bonus() -> None:
    assert round(owed_at(Fraction(25_000), 8, 24, "monthly")) == 16_667
    assert owed_at(Fraction(25_000), 8, 24, "yearly") == 25_000
    assert owed_at(Fraction(25_000), 13, 24, "yearly") == 12_500
    assert owed_at(Fraction(25_000), 23, 24, "at_end") == 25_000
    assert owed_at(Fraction(25_000), 24, 24, "at_end") == 0
    assert owed_at(Fraction(25_000), 30, 24, "monthly") == 0


def test_a_repayable_bonus_with_its_schedule_and_what_it_costs_before_tax() -> None:
    one = exposed(REPAID)["sign-on"]
    assert one.amount == as_range(25_000)
    assert [(owed.month, owed.amount) for owed in one.schedule] == [
        (0, 25_000),
        (6, 18_750),
        (12, 12_500),
        (18, 6_250),
        (24, 0),
    ]
    assert "$7,412 more than arrived" in one.why


def test_notice_that_is_shorter_than_the_way_to_the_next_job() -> None:
    found = exposed(f"{PER_VISIT}\nterms: {{notice_from_employer: 30 days}}", f"{COSTS} next_job=4")
    short = found["short notice"].amount
    assert short is not None
    assert round(short.expected) == 51_434  # three months of 205,735
    assert "short notice" not in exposed(f"{PER_VISIT}\nterms: {{notice_from_employer: 1 year}}")
    assert "short notice" not in exposed(PER_VISIT)


def test_the_wait_for_a_first_day() -> None:
    waits = "licensure: {start_waits_for: [licences, payer_enrolment]}"
    wait = exposed(f"{PER_VISIT}\n{waits}", f"{COSTS} start_wait=2")["wait for the first day"].amount
    assert wait is not None
    assert round(wait.expected) == 34_289
    assert "wait for the first day" not in exposed(f"{PER_VISIT}\n{waits[:-1]}, paid_while_waiting: yes}}")


def test_pay_that_comes_after_the_first_year() -> None:
    late = exposed(COLLECTED)["pay that comes late"].amount
    assert late is not None
    assert late.expected == of(COLLECTED)[1].year.gross().expected / 5


@pytest.mark.parametrize(
    ("item", "why"),
    [
        ("{kind: advance, per: month, amount: 5200, repay: {if: shortfall, of: gross}}", "what was paid by the month"),
        ("{kind: bonus, per: once, amount: £9000, for: relocation, repay: {if: leave}}", "not said in dollars"),
        ("{kind: bonus, per: once, holds: withheld, for: relocation, repay: {if: leave}}", "not said in dollars"),
    ],
)
def test_repayments_without_a_sum(item: str, why: str) -> None:
    [one] = exposed(f"role: physician\ncompensation: {{pay: [{item}]}}").values()
    assert one.amount is None
    assert why in one.why


def test_exposure_never_enters_the_pay() -> None:
    with_it = f"{PER_VISIT}\nterms: {{notice_from_employer: 30 days, exit_cost: $20000}}"
    assert of(with_it)[1].year.per_hour() == of(PER_VISIT)[1].year.per_hour()
    assert exposed(with_it)["penalty for leaving early"].amount == as_range(20_000)
