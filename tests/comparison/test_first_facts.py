"""The cells that people compare first."""

from __future__ import annotations

import pytest

from offercheck.comparison.compare import compare
from offercheck.comparison.comparison import FactRow
from offercheck.loading import load_checklist, load_offer

WELL_PAID = "offercheck: 1\nrole: physician\ncompensation: {pay: [{per: hour, amount: 200}]}\n"
BADLY_PAID = "offercheck: 1\nrole: physician\ncompensation: {pay: [{per: hour, amount: 20}]}\n"
UNPRICED = "offercheck: 1\nrole: physician\ncompensation: {pay: [{per: visit}]}\n"
OFFICE = "offercheck: 1\nrole: coordinator\n"


def row(fact: str, *texts: str) -> FactRow:
    offers = [load_offer(text.encode(), name=f"{at}.yaml") for at, text in enumerate(texts)]
    shown = compare(offers, load_checklist(), today="2026-11-24")
    return next(one for one in shown.facts if one.fact == fact)


def test_the_better_hour_is_marked_unless_one_beside_it_is_unknown() -> None:
    assert row("real_hour", BADLY_PAID, WELL_PAID).best == [1]
    assert row("real_hour", BADLY_PAID, WELL_PAID, UNPRICED).best == []
    assert row("real_hour", WELL_PAID, UNPRICED).cells[1] == "cannot be worked out"


EXACT = """
offercheck: 1
role: rn
engagement: {{classification: 1099, hours_per_week: 30, weeks_per_year: 50}}
technology: {{equipment_paid_by: employer}}
licensure: {{licence_fees_paid_by: employer, dea_paid_by: employer}}
productivity: {{unpaid_hours_per_week: 0, unpaid_minutes_per_visit: 0}}
compensation: {{pay: [{{per: hour, amount: {}}}]}}
"""


@pytest.mark.parametrize(("second", "best"), [(104, []), (105, []), (106, [1]), (96, []), (94, [0])])
def test_hours_within_five_percent_are_a_tie(second: int, best: list[int]) -> None:
    hours = row("real_hour", EXACT.format(100), EXACT.format(second))
    assert hours.cells == ["$100", f"${second}"]
    assert hours.best == best


def test_the_real_hour_has_numbers_too() -> None:
    hour, unknown = row("real_hour", WELL_PAID, UNPRICED).amounts
    assert unknown is None
    assert hour is not None
    assert (hour.unit, hour.currency) == ("hour", "USD")
    assert 0 < hour.low <= hour.expected <= hour.high <= 200
    assert row("notice", WELL_PAID, UNPRICED).amounts == []


def test_an_hour_in_another_currency_is_not_called_dollars() -> None:
    francs = WELL_PAID.replace("amount: 200", "amount: 200 CHF")
    shown = row("real_hour", WELL_PAID, francs)
    assert (shown.cells[1], shown.amounts[1], shown.best) == ("cannot be worked out", None, [])


def test_pay_in_another_currency_is_said_to_be_left_out_and_leaves_the_best_open() -> None:
    both = WELL_PAID.replace("[{per: hour, amount: 200}]", "[{per: hour, amount: 20}, {per: hour, amount: 90 EUR}]")
    shown = row("real_hour", both, WELL_PAID)
    assert shown.cells[0].endswith("; the pay in EUR is not counted")
    assert shown.best == []


def test_what_cannot_arise_in_a_job_is_no_silence() -> None:
    clinical, office = row("insured", WELL_PAID, OFFICE).cells
    assert (clinical, office) == ("not said; where is not settled", "does not apply")
    assert row("tail", WELL_PAID, OFFICE).cells == ["not said; tail: not said", "does not apply"]
