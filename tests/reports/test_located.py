"""Where a finding is shown: on the line it rests on, else where its area begins, else on the first line."""

from __future__ import annotations

import pytest

from offercheck.evaluation.evaluate import evaluate
from offercheck.loading import load_checklist, load_offer
from offercheck.reports.located import ATTENTION, located, worst_first

OFFER = b"""\
offercheck: 1
document: {stage: offer_letter}
role: physician

compensation:
  pay: [{per: visit, amount: 42, counts: completed}]
licensure: {patient_states: [TX, GA]}
malpractice:
  paid_by: employer
  states_covered: [TX]
no_show: {pay_per_missed_visit: 0}
"""
PLACES = [
    ("malpractice/states-insured", 7),
    ("malpractice/tail-payer", 9),
    ("no_show/missed-visit-pay", 11),
    ("terms/leaving-notice", 1),
]


@pytest.mark.parametrize(("rule", "line"), PLACES)
def test_the_place_of_a_finding(rule: str, line: int) -> None:
    card = evaluate(load_offer(OFFER, name="offer.yaml"), load_checklist(), today="2026-11-24")
    [found] = [one for one in located([card]) if one.finding and one.finding.rule == rule]
    assert (found.file, found.line) == ("offer.yaml", line)


def test_the_worst_comes_first() -> None:
    card = evaluate(load_offer(OFFER, name="offer.yaml"), load_checklist(), today="2026-11-24")
    outcomes = [one.outcome for one in worst_first(located([card]))]
    assert outcomes == sorted(outcomes, key=ATTENTION.index)
    assert outcomes[0] == "deal_breaker"
