"""The cells that people compare first."""

from __future__ import annotations

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


def test_what_cannot_arise_in_a_job_is_no_silence() -> None:
    clinical, office = row("insured", WELL_PAID, OFFICE).cells
    assert (clinical, office) == ("not said; where is not settled", "does not apply")
    assert row("tail", WELL_PAID, OFFICE).cells == ["not said; tail: not said", "does not apply"]
