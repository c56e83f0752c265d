"""The ways offers pay: each has a price, or the estimate says exactly what keeps it from one."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest

from offercheck.facts.pay.estimate import Estimate, estimate, movers
from offercheck.facts.pay.range import Range, as_range
from offercheck.loading import load_offer
from offercheck.offer.readings import Values, said
from offercheck.reference.reference import Reference

SHIPPED = Reference.shipped()

WORK = """
engagement: {classification: 1099, hours_per_week: 30, weeks_per_year: 50}
technology: {equipment_paid_by: employer, outage_pay: none}
productivity: {slots_per_hour: 3, fill_rate: 100%, unpaid_minutes_per_visit: 0, unpaid_hours_per_week: 0}
no_show: {expected_rate: 10%, pay_per_missed_visit: none}
"""
"""1,500 hours and 4,500 booked visits, of which 4,050 take place."""


def reading(pay: str, work: str = WORK) -> Values:
    return said(load_offer(f"offercheck: 1\nrole: physician\n{work}\ncompensation:\n  {pay}\n".encode()))


def of(pay: str, work: str = WORK, **asked: int) -> Estimate:
    mine: dict[str, Range] = {"failed": as_range(0)} | {name: as_range(value) for name, value in asked.items()}
    return estimate(reading(f"pay: {pay}", work), SHIPPED, 2026, mine)


def gross(found: Estimate) -> tuple[int, int, int]:
    assert found.priced is not None
    paid = found.priced.year.gross()
    return round(paid.low), round(paid.expected), round(paid.high)


def alone(amount: int) -> tuple[int, int, int]:
    return amount, amount, amount


NIGHTS = "{kind: differential, per: visit, amount: 10, for: {time: [nights, weekends]}}"
STEPS = "tier_of: completed sessions/month, tiers: [{from: 60, amount: 300}, {from: 90, amount: 700}], cap: $700/month"
PRICED = {
    "a range by the hour": ("[{per: hour, amount: 58-66}]", (87_000, 93_000, 99_000)),
    "for a quarter of an hour": ("[{per: 15 minutes, amount: 22}]", alone(132_000)),
    "for a night shift": ("[{per: shift, amount: 1500, for: {time: nights}}]", (187_500, 225_000, 281_250)),
    "a year's sum without an upper end": ('[{per: year, amount: "52,000-190,000+"}]', alone(52_000)),
    "a year's sum for full time, or for part of it": (
        "[{per: year, amount: 40000, pro_rata: partly}]",
        (30_000, 35_000, 40_000),
    ),
    "a year's sum for full time": ("[{per: year, amount: 40000, pro_rata: yes}]", alone(30_000)),
    "a month": ("[{per: month, amount: 9000}]", alone(108_000)),
    "completed visits, more at night": (f"[{{per: visit, amount: 42, counts: completed}}, {NIGHTS}]", alone(170_100)),
    "booked visits": ("[{per: visit, amount: 42, counts: booked}]", alone(189_000)),
    "offered slots": ("[{per: slot, amount: 30, counts: offered}]", alone(135_000)),
    "home visits and video": (
        "[{per: visit, amount: 115, for: {modality: home_visit}}, {per: visit, amount: 80, for: {modality: video}}]",
        (324_000, 394_875, 465_750),
    ),
    "by the patient's state": (
        "[{per: visit, amount: 40, for: {states: [CA]}}, {per: visit, amount: 35, for: {states: [TX, FL]}}]",
        (141_750, 151_875, 162_000),
    ),
    "only visits over three minutes": (
        "[{per: visit, amount: 21, counts: completed, min_minutes: 3}, {per: visit, amount: 0, for: follow-up}]",
        (0, 85_050, 85_050),
    ),
    "cases, and messages beside them": (
        "[{per: message, amount: 5-8}, {per: chart, amount: 12}, {per: case, amount: 20, for: {modality: async}}]",
        alone(90_000),
    ),
    "an hour, with a share on top at night": (
        "[{per: hour, amount: 95}, {kind: differential, share: 15%, of: pay, for: {time: nights}}]",
        alone(142_500),
    ),
    "an hour, with days on call": ("[{per: hour, amount: 95}, {per: day, amount: 200, for: on_call}]", alone(142_500)),
    "sessions by credential with steps and a cap": (
        (
            "[{per: session, amount: 58, for: {credential: licensed}},"
            f" {{per: session, amount: 44, for: {{credential: associate}}}}, {{kind: bonus, per: month, {STEPS}}}]"
        ),
        (186_600, 214_950, 243_300),
    ),
    "a share of collections": (
        (
            "[{per: visit, share: 60%, of: collected, base: 100, paid_after: 60 days,"
            " repay: {if: denial, within: 6 months}}]"
        ),
        alone(243_000),
    ),
    "a salary and wRVU": (
        (
            '[{per: year, amount: "$215,000", lasts: 24 months}, {kind: bonus, per: wrvu, tier_of: wrvu/year,'
            " tiers: [{from: 4000, amount: 45}], tiers_apply_to: above, telehealth_credit: 80%}]"
        ),
        (215_000, 224_540, 312_020),
    ),
    "a guarantee for good": ("[{per: visit, amount: 20}, {kind: floor, per: hour, amount: 80}]", alone(120_000)),
    "a guarantee for half a year": (
        "[{per: visit, amount: 38}, {kind: floor, per: hour, amount: 120, lasts: 6 months}]",
        alone(153_900),
    ),
    "a guarantee alone": ("[{kind: floor, per: year, amount: 180000}]", alone(180_000)),
    "a repayable advance": (
        "[{per: session, amount: 80}, {kind: advance, per: month, amount: 5200, repay: {if: shortfall, of: gross}}]",
        alone(324_000),
    ),
    "a stipend that needs hours that are worked": (
        "[{per: hour, amount: 60}, {kind: stipend, per: month, amount: 600, needs: 100 clinical_hour/month}]",
        alone(97_200),
    ),
    "a stipend that needs more hours than are worked": (
        "[{per: hour, amount: 60}, {kind: stipend, per: month, amount: 600, needs: 140 hours/month}]",
        alone(90_000),
    ),
    "a bonus for quality": (
        "[{per: hour, amount: 60}, {kind: bonus, per: year, amount: 5000, depends_on: quality}]",
        (90_000, 92_500, 95_000),
    ),
    # 4,050 completed visits a year, of which 3,600 do not count.
    "a bonus for each visit above a number of them": (
        (
            "[{per: hour, amount: 60}, {kind: bonus, per: visit, amount: 10, tier_of: visits/month,"
            " tiers: [{from: 300, amount: 10}]}]"
        ),
        alone(94_500),
    ),
    "a bonus for each visit above more than there are": (
        (
            "[{per: hour, amount: 60}, {kind: bonus, per: visit, amount: 10, tier_of: visits/week,"
            " tiers: [{from: 100, amount: 10}]}]"
        ),
        alone(90_000),
    ),
    "an hour and something for each visit": (
        "[{per: hour, amount: 60}, {kind: bonus, per: visit, amount: 5}]",
        alone(110_250),
    ),
    # 4,050 completed visits a year are 337.5 a month.
    "a bonus that needs visits that are completed": (
        "[{per: hour, amount: 60}, {kind: bonus, per: month, amount: 500, needs: 300 visits/month}]",
        alone(96_000),
    ),
    "a bonus that needs more visits than are completed": (
        (
            "[{per: hour, amount: 60},"
            " {kind: bonus, per: month, amount: 500, needs: 350 completed visits/month, depends_on: volume}]"
        ),
        alone(90_000),
    ),
    "a cap": ("[{per: visit, amount: 50, cap: $12000/month}]", alone(144_000)),
    "two currencies": ("[{per: hour, amount: $100}, {kind: bonus, per: month, amount: £500}]", alone(150_000)),
}


@pytest.mark.parametrize(("pay", "expected"), PRICED.values(), ids=PRICED)
def test_what_a_way_of_paying_comes_to(pay: str, expected: tuple[int, int, int]) -> None:
    assert gross(of(pay)) == expected


UNPRICED = {
    "only advertised": ("advertised: [{per: year, amount: up to 340000}]", "advertised, and owed by nobody"),
    "nothing": ("paid_every: two weeks", "no rate is said"),
    "fees of patients, less the platform's": (
        "pay: [{per: visit, of: patient_fee, set_by: clinician}, {kind: fee, share: 15%, of: patient_fee}]",
        "--assume fee_per_visit=",
    ),
    "a subscription": (
        "pay: [{per: session, of: patient_fee, set_by: clinician}, {kind: fee, per: month, amount: 125}]",
        "--assume fee_per_visit=",
    ),
    "a share that is not said": ("pay: [{per: visit, of: collected}]", "the share is not said"),
    "only a sign-on bonus": ("pay: [{kind: bonus, per: once, amount: 25000, for: sign-on}]", "paid once"),
    "only an advance": ("pay: [{kind: advance, per: month, amount: 5200}]", "an advance is earned or repaid"),
    "only a stipend": ("pay: [{kind: stipend, per: month, amount: 600}]", "it comes beside a rate"),
    "supervision": ("pay: [{per: month, amount: 500, for: supervising one np}]", "for supervising one np"),
    "expenses": ("pay: [{kind: expense, per: once, amount: up to 600}]", "it is not pay"),
    "by the patient who stays": (
        "pay: [{per: week, depends_on: patient_stays, for: trial week, holds: withheld}, {per: message, amount: 0}]",
        "paid with nothing",
    ),
    "by the order": ("pay: [{per: signature, amount: 100-200, depends_on: order}]", "how often a signature comes"),
    "by the prescription": ("pay: [{per: patient, depends_on: prescription, holds: withheld}]", "what a patient pays"),
    "a rate that is withheld": ("pay: [{per: visit, holds: withheld, says: per-consult fee}]", "what a visit pays"),
    "another currency": ("pay: [{per: session, amount: £18}]", "GBP 18 a session: currencies are kept apart"),
    "more taken than paid": (
        "pay: [{per: visit, share: 10%, of: collected, base: 90}, {kind: fee, share: 15%, of: collected}]",
        "more is taken from the fee",
    ),
}


@pytest.mark.parametrize(("compensation", "why"), UNPRICED.values(), ids=UNPRICED)
def test_what_keeps_an_offer_from_a_price(compensation: str, why: str) -> None:
    found = estimate(reading(compensation), SHIPPED, 2026)
    assert found.priced is None
    assert any(why in one.why for one in found.apart), found.apart


APART = {
    "a differential": (f"[{{per: visit, amount: 42}}, {NIGHTS}]", "compensation.pay[2]", "work whose share"),
    "short visits": ("[{per: visit, amount: 21, min_minutes: 3}]", "compensation.pay[1]", "too short go unpaid"),
    "a bonus by the visit in steps": (
        (
            "[{per: hour, amount: 60}, {kind: bonus, per: visit, tier_of: visits/month,"
            " tiers: [{from: 200, amount: 5}, {from: 300, amount: 9}]}]"
        ),
        "compensation.pay[2]",
        "above one number",
    ),
    "a bonus for visits and quality": (
        (
            "[{per: hour, amount: 60},"
            " {kind: bonus, per: month, amount: 500, needs: 300 visits/month, depends_on: [volume, quality]}]"
        ),
        "compensation.pay[2]",
        "what it needs is counted",
    ),
    "a bonus for a year's visits": (
        "[{per: hour, amount: 60}, {kind: bonus, per: year, amount: 5000, needs: 3000 visits/year}]",
        "compensation.pay[2]",
        "steps are counted",
    ),
    "messages": ("[{per: visit, amount: 42}, {per: message, amount: 5}]", "compensation.pay[2]", "how often a message"),
    "the same said twice": ("[{per: hour, amount: 60}, {per: year, amount: 90000}]", "compensation.pay[2]", "the same"),
    "pounds": ("[{per: hour, amount: $9}, {per: hour, amount: £9}]", "compensation.pay[2]", "never converted"),
    "no upper end": ("[{per: hour, amount: 60+}]", "compensation.pay[1]", "no upper end"),
    "a cap in visits": ("[{per: visit, amount: 42, cap: 20 visits/week}]", "compensation.pay[1]", "a cap counts"),
    "steps in units offered": (
        (
            "[{per: hour, amount: 50}, {kind: bonus, per: month, tier_of: offered slots/month,"
            " tiers: [{from: 100, amount: 300}]}]"
        ),
        "compensation.pay[2]",
        "steps are counted",
    ),
}


@pytest.mark.parametrize(("pay", "field", "why"), APART.values(), ids=APART)
def test_what_is_kept_out_is_named(pay: str, field: str, why: str) -> None:
    found = of(pay)
    assert found.priced is not None
    assert any(one.field == field and why in one.why for one in found.apart), found.apart


def test_a_fee_of_which_the_patients_pay_the_height() -> None:
    pay = (
        "[{per: visit, of: patient_fee, set_by: clinician}, {kind: fee, share: 15%, of: patient_fee},"
        " {kind: fee, share: 2.9%, of: patient_fee}, {kind: fee, per: transaction, amount: 0.30}]"
    )
    found = of(pay, fee_per_visit=100)
    assert gross(found) == alone(332_505)  # 4,050 visits at 82.1% of 100
    assert found.priced is not None
    assert found.priced.costs["fees taken from you"] == as_range(1_215)
    subscribed = of("[{per: session, of: patient_fee}, {kind: fee, per: month, amount: 125}]", fee_per_visit=100)
    assert subscribed.priced is not None
    assert subscribed.priced.costs["fees taken from you"] == as_range(1_500)


def test_a_rate_that_is_withheld_takes_a_guess() -> None:
    assert of("[{per: visit, holds: withheld}]").priced is None
    assert gross(of("[{per: visit, holds: withheld}]", rate=40)) == alone(162_000)
    assert gross(of("[{per: hour, holds: withheld}]", rate=40)) == alone(60_000)
    assert of("[{per: patient, holds: withheld}]", rate=40).priced is None


def test_the_work_and_its_costs_are_known_without_a_rate() -> None:
    found = of("[{per: visit, holds: withheld}]")
    assert found.work.completed() == as_range(4_050)
    assert found.work.hours() == as_range(1_500)


def test_malpractice_taken_from_the_hour_which_one_may_decline() -> None:
    found = of("[{per: hour, amount: 140-165}, {kind: fee, per: hour, amount: 8, for: malpractice, optional: yes}]")
    assert gross(found) == (210_000, 228_750, 247_500)
    assert found.priced is not None
    cost = found.priced.costs["fees taken from you"]
    assert (cost.low, cost.expected, cost.high) == (0, 12_000, 12_000)


def test_short_encounters_by_their_length() -> None:
    minutes = WORK.replace("slots_per_hour: 3", "minutes_per_visit: 8-12")
    low, expected, high = gross(of("[{per: encounter, amount: 20, says: encounters of 8 to 12 minutes}]", minutes))
    assert (low, high) == (135_000, 202_500)  # five to seven and a half an hour
    assert low < expected < high


def test_a_longest_list_is_worked_out_at_once() -> None:
    bonus = "{kind: bonus, per: month, amount: 7.31, needs: 10 hours/month}"
    many = "[" + ", ".join(["{per: visit, amount: 41.37}", NIGHTS, bonus, "{per: wrvu, amount: 3}"] * 2000) + "]"
    values = reading(f"pay: {many}")
    start = time.process_time()
    found = estimate(values, SHIPPED, 2026)
    movers(values, SHIPPED, 2026, {}, found)
    assert time.process_time() - start < 3
    assert found.priced is not None
    assert any("the first 100 items" in one.why for one in found.apart)


def test_pay_for_time_keeps_unsaid_charting_among_the_unpaid_hours() -> None:
    """A bonus for visits on top of a salary makes no hours that the salary alone does not have."""
    unsaid = WORK.replace("unpaid_minutes_per_visit: 0, ", "")
    bonus = "{kind: bonus, per: visit, amount: 10}"
    alone, beside = of("[{per: year, amount: 150000}]", unsaid), of(f"[{{per: year, amount: 150000}}, {bonus}]", unsaid)
    assert alone.work.hours() == beside.work.hours() == as_range(1_500)
    assert of("[{per: visit, amount: 40}]", unsaid).work.hours().expected > 1_500
    stated = WORK.replace("unpaid_minutes_per_visit: 0", "unpaid_minutes_per_visit: 4")
    assert of(f"[{{per: year, amount: 150000}}, {bonus}]", stated).work.hours() == as_range(1_770)


def test_a_week_is_worked_out_with_the_weeks_of_the_offer() -> None:
    assert gross(of("[{per: week, amount: 3000}]")) == alone(150_000)
    assert Fraction(150_000, 1_500) == 100
