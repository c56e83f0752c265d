"""From the text of an offer to its pay: the worked examples to the cent, and what stands in for silence."""

from __future__ import annotations

from fractions import Fraction

import pytest

from offercheck.facts.pay.estimate import Estimate, Priced, estimate, movers
from offercheck.facts.pay.payroll_tax import contractor_tax, employee_fica, w2_wages_worth
from offercheck.facts.pay.range import Range, as_range
from offercheck.facts.pay.waterfall import waterfall
from offercheck.loading import load_offer
from offercheck.offer.possible import Span
from offercheck.offer.readings import Values, said
from offercheck.reference.reference import Reference

SHIPPED = Reference.shipped()

PER_VISIT = """
role: physician
care: urgent_care
document: {stage: contract}
engagement: {classification: 1099, hours_per_week: 36, weeks_per_year: 46}
technology: {outage_pay: none, equipment_paid_by: clinician}
licensure:
  patient_states: [TX, FL, GA, AZ, NC, OH]
  licence_fees_paid_by: clinician
  dea_paid_by: clinician
  credentialing_paid_by: clinician
malpractice: {paid_by: employer, policy_type: claims_made, tail_paid_by: clinician}
productivity: {slots_per_hour: 4, fill_rate: 85%, unpaid_minutes_per_visit: 3, unpaid_hours_per_week: 2}
no_show: {pay_per_missed_visit: 0, expected_rate: 12%}
compensation: {pay: [{per: visit, amount: 42, counts: completed}]}
"""
COSTS_OF_PER_VISIT = (
    "failed=0.01 licences=1650 dea=1776 registrations=200 credentialing_fees=600 equipment=1080"
    " tail_chance=0.5 premium=6000 tail_multiple=2 tenure=2"
)
HALF_PAID = PER_VISIT.replace("pay_per_missed_visit: 0", "pay_per_missed_visit: half")
HOURLY = """
role: physician
document: {stage: contract}
engagement: {classification: 1099, hours_per_week: 36, weeks_per_year: 46}
technology: {equipment_paid_by: clinician}
licensure:
  patient_states: [TX, FL, GA, AZ, NC, OH]
  licence_fees_paid_by: employer
  dea_paid_by: employer
  credentialing_paid_by: clinician
malpractice: {paid_by: employer, policy_type: occurrence}
productivity: {unpaid_hours_per_week: 3.16}
compensation: {pay: $120/hour}
"""
COSTS_OF_HOURLY = "credentialing_fees=600 tenure=2 equipment=1080"
SALARY = """
role: physician
document: {stage: contract}
engagement: {classification: w2, hours_per_week: 40, weeks_per_year: 46}
technology: {equipment_paid_by: employer}
licensure: {patient_states: [TX, FL, GA, AZ, NC, OH], licence_fees_paid_by: employer, dea_paid_by: employer}
malpractice: {paid_by: employer, policy_type: occurrence}
productivity: {unpaid_hours_per_week: 3}
compensation:
  pay: [{per: year, amount: "$215,000"}]
  benefits: [health, licence_dues]
  retirement_match: 4%
  cme: $4000/year
"""
COSTS_OF_SALARY = "health=7885 dues=3000"
THERAPIST = """
role: therapist
care: therapy
document: {stage: contract}
engagement: {classification: 1099, weeks_per_year: 46}
technology: {outage_pay: none, equipment_paid_by: employer}
licensure: {licence_fees_paid_by: employer}
productivity:
  caseload: 26 sessions/week
  minutes_per_visit: 53
  fill_rate: 100%
  unpaid_minutes_per_visit: 10
  unpaid_hours_per_week: 2
no_show: {pay_per_missed_visit: none, expected_rate: 10%}
compensation: {pay: $78/session}
"""
NURSE = """
role: rn
document: {stage: contract}
engagement: {classification: 1099, hours_per_week: 36, weeks_per_year: 48}
technology: {equipment_paid_by: employer}
licensure: {licence_fees_paid_by: employer}
productivity: {unpaid_hours_per_week: 1}
compensation: {pay: $41/hour}
"""


def reading(text: str) -> Values:
    return said(load_offer(f"offercheck: 1\n{text}\n".encode()))


def assumed(text: str) -> dict[str, Range]:
    """`fill=0.85 tenure=2` as the reader's own inputs."""
    return {name: as_range(Fraction(value)) for name, value in (part.split("=") for part in text.split())}


def estimated(text: str, asked: str = "", year: int = 2026) -> Estimate:
    return estimate(reading(text), SHIPPED, year, assumed(asked))


def priced(text: str, asked: str = "") -> Priced:
    found = estimated(text, asked).priced
    assert found is not None
    return found


def cents(figure: Range | Fraction) -> str:
    value = figure.expected if isinstance(figure, Range) else figure
    return f"{float(round(value, 2)):.2f}"


EXAMPLES = {
    "per visit": (PER_VISIT, COSTS_OF_PER_VISIT, "168.00", "205734.82", "1992.92", "8006.00", "99.22"),
    "hourly": (HOURLY, COSTS_OF_HOURLY, "120.00", "198720.00", "1801.36", "1380.00", "109.55"),
    "salary": (SALARY, COSTS_OF_SALARY, "103.37", "215000.00", "1978.00", "0.00", "127.93"),
    "therapist": (THERAPIST, "failed=0", "88.30", "83959.20", "1327.87", "0.00", "63.23"),
    "nurse": (NURSE, "", "41.00", "70848.00", "1776.00", "0.00", "39.89"),
}


@pytest.mark.parametrize(
    ("text", "asked", "headline", "gross", "hours", "paid", "hourly"), EXAMPLES.values(), ids=EXAMPLES
)
def test_worked_examples(text: str, asked: str, headline: str, gross: str, hours: str, paid: str, hourly: str) -> None:
    found = priced(text, asked)
    assert cents(found.headline.per_hour) == headline
    assert cents(found.year.gross()) == gross
    assert cents(found.year.work.hours()) == hours
    assert cents(found.year.costs) == paid
    assert cents(found.year.per_hour()) == hourly
    assert found.year.per_hour().exact


def test_the_parts_of_the_first_offer() -> None:
    found = priced(PER_VISIT, COSTS_OF_PER_VISIT)
    assert cents(found.year.work.booked()) == "5630.40"
    assert cents(found.year.work.completed()) == "4898.45"
    assert {name: cents(cost) for name, cost in found.costs.items()} == {
        "state licences": "1650.00",
        "DEA registrations": "1776.00",
        "controlled-substance registrations": "200.00",
        "credentialing": "300.00",
        "tail cover": "3000.00",
        "equipment": "1080.00",
    }


def test_the_benefits_of_the_salary() -> None:
    found = priced(SALARY, COSTS_OF_SALARY)
    assert {name: cents(value) for name, value in found.benefits.items()} == {
        "licence and society dues": "3000.00",
        "health insurance": "7885.00",
        "retirement match": "8600.00",
        "education money": "4000.00",
    }
    assert cents(found.year.payroll_tax_paid_for_you()) == "14556.50"


@pytest.mark.parametrize(
    ("text", "target", "completed", "slots"),
    [
        (PER_VISIT, 100, "2.85", "3.86"),
        (HALF_PAID, 100, "2.65", "3.58"),
        (PER_VISIT, 120, "3.52", "4.76"),
        (HALF_PAID, 120, "3.26", "4.40"),
    ],
)
def test_break_even(text: str, target: int, completed: str, slots: str) -> None:
    visits = priced(text, COSTS_OF_PER_VISIT).visits
    assert visits is not None
    assert cents(visits.completed_needed(Fraction(target)) or Fraction(0)) == completed
    assert cents(visits.slots_needed(Fraction(target)) or Fraction(0)) == slots


def test_a_therapist_with_half_the_rate_for_missed_sessions() -> None:
    half = THERAPIST.replace("pay_per_missed_visit: none", "pay_per_missed_visit: 50%")
    assert cents(priced(half, "failed=0").year.per_hour()) == "66.74"


def test_the_net_of_a_contractor_in_wages() -> None:
    found = priced(PER_VISIT, COSTS_OF_PER_VISIT)
    net = found.year.value().expected
    assert cents(net) == "197728.82"
    assert found.rates is not None
    assert round(w2_wages_worth(net, Fraction(30_000), found.rates), -2) == 155_800
    assert round(w2_wages_worth(net, Fraction(0), found.rates), -2) == 183_700


def test_a_bonus_that_the_telehealth_credit_takes() -> None:
    pay = "{kind: bonus, per: wrvu, tier_of: wrvu/year, tiers: [{from: 4000, amount: 45}], tiers_apply_to: above}"
    text = f"""
role: physician
engagement: {{classification: w2, hours_per_week: 32, weeks_per_year: 50}}
productivity: {{slots_per_hour: 2, fill_rate: 100%}}
no_show: {{expected_rate: 0%}}
compensation: {{pay: [{{per: year, amount: 180000}}, {pay}]}}
"""
    asked = "failed=0 wrvu_per_visit=1.3"
    assert cents(priced(text, asked).year.work.completed()) == "3200.00"
    assert cents(priced(text, asked).year.gross()) == "187200.00"
    cut = text.replace("tiers_apply_to: above", "tiers_apply_to: above, telehealth_credit: 80%")
    assert cents(priced(cut, asked).year.gross()) == "180000.00"


@pytest.mark.parametrize(
    ("hired", "own", "taken"),
    [("1099", "29851.25", "-29851.25"), ("w2", "15514.00", "-30578.00")],  # 15,064 of an employee's is the employer's
    ids=["contractor", "employee"],
)
def test_payroll_tax_of_a_quarter_of_a_million(hired: str, own: str, taken: str) -> None:
    text = f"""
role: physician
engagement: {{classification: {hired}}}
technology: {{equipment_paid_by: employer}}
compensation: {{pay: [{{per: year, amount: 250000}}]}}
"""
    found = priced(text)
    assert found.hired == hired
    assert found.rates is not None
    gross = found.year.gross().expected
    assert found.costs == {}
    assert cents(contractor_tax(gross, found.rates) if hired == "1099" else employee_fica(gross, found.rates)) == own
    tax = waterfall(found).payroll_tax
    assert tax is not None
    assert cents(tax.per_year) == taken


def test_what_collaborating_physicians_of_six_states_cost() -> None:
    text = """
role: np
engagement: {classification: w2}
technology: {equipment_paid_by: employer}
licensure: {patient_states: [TX, FL, GA, NC, OH, TN], collaborating_physician_paid_by: clinician}
compensation: {pay: [{per: year, amount: 120000}]}
"""
    assert cents(priced(text, "collaborator_fee=500").costs["collaborating physician"]) == "36000.00"


def test_what_is_not_said_is_assumed_with_its_origin() -> None:
    found = estimated(
        "role: physician\ncare: urgent_care\nno_show: {expected_rate: 10%}\ncompensation: {pay: $40/visit}"
    )
    origins = {one.name: (one.origin, one.unit) for one in found.assumptions}
    assert origins["rate"] == ("offer", "USD/visit")
    assert origins["no_shows"] == ("offer", "share")
    assert origins["slots"] == ("benchmark", "slots/hour")
    assert origins["weeks"] == ("benchmark", "weeks/year")
    assert all(one.source for one in found.assumptions)


def test_the_offer_goes_before_the_profile_and_the_reader_before_both() -> None:
    values = reading("role: physician\ncompensation: {pay: $120/hour}")
    mine = values | {"me.target_hours": Span(20, 20), "me.target_hourly": Span(100, 100)}

    def hours(of: Values, asked: str = "") -> tuple[str, Fraction]:
        found = {one.name: one for one in estimate(of, SHIPPED, 2026, assumed(asked)).assumptions}
        return found["hours"].origin, found["hours"].value.expected

    assert hours(values) == ("benchmark", 36)
    assert hours(mine) == ("profile", 20)
    stated = reading("role: physician\nengagement: {hours_per_week: 30}\ncompensation: {pay: $120/hour}")
    assert hours(mine | stated) == ("offer", 30)
    assert hours(mine | stated, "hours=12") == ("asked", 12)
    assert estimate(mine, SHIPPED, 2026).target == 100


def test_what_moves_the_result_most_comes_first() -> None:
    values = reading(PER_VISIT.replace("slots_per_hour: 4", "slots_per_hour: 2-6"))
    found = estimate(values, SHIPPED, 2026)
    moved = movers(values, SHIPPED, 2026, {}, found)
    assert moved[0].assumption.name == "slots"
    assert len(moved) == 3
    assert moved[0].at_low < moved[0].at_high
    spans = [abs(one.at_high - one.at_low) for one in moved]
    assert spans == sorted(spans, reverse=True)


def test_without_a_wage_base_payroll_tax_is_left_out_and_said_so() -> None:
    found = estimated(SALARY, year=2031)
    assert found.priced is not None
    assert found.priced.year.payroll_tax_paid_for_you().high == 0
    assert any("2031" in one.why for one in found.apart)


@pytest.mark.parametrize(
    "text",
    [
        "no_show: {expected_rate: 100%}",
        "no_show: {expected_rate: 99%}",
        "engagement: {hours_per_week: 0}",
        "engagement: {hours_per_week: 0-40, weeks_per_year: 0-50}",
        "productivity: {slots_per_hour: 0, fill_rate: 0%}",
        "productivity: {minutes_per_visit: 0}",
        "productivity: {caseload: 0 visits/week}",
    ],
)
def test_the_far_ends_of_fields_are_no_trap(text: str) -> None:
    found = priced(f"role: physician\ncompensation: {{pay: $40/visit}}\n{text}")
    one = found.year.per_hour()
    assert one.low <= one.expected <= one.high


LATE = "[{under: 2 hours, pay: full}, {under: 24 hours, pay: half}]"


@pytest.mark.parametrize(
    ("no_show", "missed"),
    [
        ("{}", "0.00"),
        ("{pay_per_missed_visit: half}", "20.00"),
        ("{pay_per_missed_visit: $15}", "15.00"),
        ("{pay_per_missed_visit: full}", "40.00"),
        (f"{{late_cancel: {LATE}}}", "40.00"),
        ("{late_cancel: [{under: 24 hours, pay: $12}]}", "12.00"),
        (f"{{pay_per_missed_visit: none, late_cancel: {LATE}}}", "0.00"),
    ],
)
def test_what_a_missed_visit_pays(no_show: str, missed: str) -> None:
    visit = priced(f"role: physician\ncompensation: {{pay: $40/visit}}\nno_show: {no_show}").terms.visit
    assert visit is not None
    assert cents(visit.missed_pay) == missed


def test_a_caseload_is_hours_where_the_length_of_a_visit_is_known() -> None:
    def week(text: str) -> str:
        text = f"role: therapist\ncompensation: {{pay: $80/session}}\nproductivity: {{{text}}}"
        return cents(priced(text).year.work.scheduled)

    assert week("caseload: 24 sessions/week, minutes_per_visit: 50") == "20.00"
    assert week("minimum_offered: 104 visits/month, slots_per_hour: 2") == "12.00"
    assert week("minimum_offered: 25 hours/week") == "25.00"
    assert week("caseload: 24 sessions/week") == "36.00"
    assert week("caseload: 60 patients, minutes_per_visit: 50") == "36.00"
