"""What the promised hours hold."""

from __future__ import annotations

from fractions import Fraction

import pytest

from offercheck.facts import FACTS
from offercheck.loading import load_offer
from offercheck.offer.possible import Number, Span, Words
from offercheck.offer.readings import said

BONUS = "kind: bonus, per: month, amount: 500"
THRESHOLDS = [
    # 20 hours a week are at most 88.6 in a month of 31 days: 265.7 visits at three an hour.
    (f"{{{BONUS}, needs: 300 visits/month}}", "20", "3", "yes"),
    (f"{{{BONUS}, needs: 260 visits/month}}", "20", "3", "yes no"),
    (f"{{{BONUS}, needs: 100 hours/month}}", "20", "3", "yes"),
    (f"{{{BONUS}, needs: 60 hours/month}}", "20", "3", "no"),
    (f"{{{BONUS}, needs: 30 hours/week}}", "20-40", "3", "yes no"),
    (f"{{{BONUS}, needs: 4000 visits/year}}", "20", "3", "yes"),
    (
        f"{{{BONUS}, tier_of: sessions/month, tiers: [{{from: 400, amount: 900}}, {{from: 270, amount: 300}}]}}",
        "20",
        "3",
        "yes",
    ),
    (
        f"{{{BONUS}, tier_of: sessions/month, tiers: [{{from: 400, amount: 900}}, {{from: 90, amount: 300}}]}}",
        "20",
        "3",
        "yes no",
    ),
    (f"{{{BONUS}, needs: 4800 wrvu/year}}", "20", "3", "yes no"),
    (f"{{{BONUS}, needs: 300 visits/month}}", "", "3", "yes no"),
    (f"{{{BONUS}, needs: 300 visits/month}}", "20", "", "yes no"),
    # A bonus that hangs on volume has a threshold, whether or not it is said.
    (f"{{{BONUS}, depends_on: volume}}", "20", "3", "yes no"),
    (f"{{{BONUS}, depends_on: quality}}", "20", "3", "no"),
    ("{kind: bonus, per: once, amount: 5000}", "20", "3", "no"),
    ("{kind: stipend, per: month, amount: 200}", "20", "3", "no"),
]


@pytest.mark.parametrize(("item", "hours", "slots", "may"), THRESHOLDS)
def test_a_threshold_beside_the_promised_hours(item: str, hours: str, slots: str, may: str) -> None:
    assert out_of_reach(f"[{{per: visit, amount: 40}}, {item}, nothing_else]", hours, slots) == Words(
        frozenset(may.split())
    )


def out_of_reach(pay: str, hours: str = "20", slots: str = "3") -> object:
    text = f"""
offercheck: 1
compensation: {{pay: {pay}}}
engagement: {{hours_per_week: {hours}, weeks_per_year: 46}}
productivity: {{slots_per_hour: {slots}}}
"""
    return FACTS["facts.bonus_out_of_reach"].derive(said(load_offer(text.encode())))


def test_a_list_that_is_open_may_hold_another_bonus() -> None:
    assert out_of_reach("[{per: visit, amount: 40}, nothing_else]") == Words(frozenset({"no"}))
    assert out_of_reach("[{per: visit, amount: 40}]") == Words(frozenset({"yes", "no"}))
    beyond = f"[{{per: visit, amount: 40}}, {{{BONUS}, needs: 300 visits/month}}]"
    assert out_of_reach(beyond) == Words(frozenset({"yes"}))


HOURS: list[tuple[str, int | None, Number, Number | None]] = [
    ("30", 36, Fraction(5, 6), Fraction(5, 6)),
    ("24-36", 36, Fraction(2, 3), 1),
    ("", 36, 0, None),
    ("30", None, 0, None),
]


@pytest.mark.parametrize(("stated", "wanted", "low", "high"), HOURS)
def test_hours_beside_those_wanted(stated: str, wanted: int | None, low: Number, high: Number | None) -> None:
    values = said(load_offer(f"offercheck: 1\nengagement: {{hours_per_week: {stated}}}".encode()))
    mine = {"me.target_hours": Span(wanted, wanted)} if wanted is not None else {}
    assert FACTS["facts.share_of_your_hours"].derive(values | mine) == Span(low, high)
