"""Where a finding is shown: on the line it rests on, else where its area begins, else on the first line."""

from __future__ import annotations

from pathlib import Path

import pytest

from offercheck.checklist.waivers import Waiver
from offercheck.evaluation.evaluate import evaluate
from offercheck.evaluation.scorecard import Scorecard
from offercheck.loading import load_checklist, load_offer
from offercheck.reports.located import ATTENTION, located, worst_first
from offercheck.reports.report import ErrorShown, FailedInput, Result

EXAMPLES = Path(__file__).parents[2] / "examples"

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


CARD = evaluate(load_offer(OFFER, name="offer.yaml"), load_checklist(), today="2026-11-24")
MILL = evaluate(load_offer(EXAMPLES / "prescription-mill.yaml"), load_checklist(), today="2026-11-24")


def flags_shown(results: list[Result]) -> list[tuple[str, str]]:
    return [
        (one.file, one.finding.rule)
        for one in worst_first(results)
        if one.finding is not None and one.outcome in ("deal_breaker", "red_flag")
    ]


@pytest.mark.parametrize("card", [CARD, MILL], ids=lambda card: card.file)
def test_flags_come_in_the_order_of_the_scorecard(card: Scorecard) -> None:
    assert [rule for _, rule in flags_shown([card])] == card.flags


def test_the_worst_of_several_offers_comes_first_and_each_keeps_its_order() -> None:
    fault = FailedInput("offercheck.report/1", "broken.yaml", [ErrorShown(2, 3, "no", "")])
    found = worst_first([CARD, MILL, fault])
    outcomes = [one.outcome for one in found]
    assert outcomes == sorted(outcomes, key=ATTENTION.index)
    assert outcomes[:2] == ["fault", "deal_breaker"]
    shown = flags_shown([CARD, MILL, fault])
    for card in (CARD, MILL):
        assert [rule for file, rule in shown if file == card.file] == card.flags
    said = [one.finding.impact for one in found if one.outcome == "red_flag" and one.finding and not one.finding.silent]
    assert said.index("high") > said.index("critical")


def test_what_is_waived_comes_last() -> None:
    rule = "malpractice/states-insured"
    accepted = [Waiver(rule, "deal_breaker", "because", "2027-01-01")]
    card = evaluate(load_offer(OFFER, name="offer.yaml"), load_checklist(), today="2026-11-24", waivers=accepted)
    assert flags_shown([card, MILL])[-1] == ("offer.yaml", rule)
