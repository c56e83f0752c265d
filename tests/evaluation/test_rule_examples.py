"""Every rule's own examples: each offer must show the outcome under which it stands."""

from __future__ import annotations

import pytest

from offercheck.checklist.examples import Example, rule_examples
from offercheck.checklist.load import Checklist, load_checklist
from offercheck.checklist.shipped import shipped_checklist
from offercheck.evaluation.evaluate import evaluate
from offercheck.offer.build import build_offer

CHECKLIST = load_checklist(shipped_checklist())
CASES = [
    pytest.param(rule.key, example, id=f"{rule.key}-{example.outcome}-{number}")
    for rule in CHECKLIST.rules
    for number, example in enumerate(rule_examples(rule))
]


@pytest.fixture(scope="module")
def checklist() -> Checklist:
    return CHECKLIST


@pytest.mark.parametrize(("key", "example"), CASES)
def test_shows_what_it_says(key: str, example: Example, checklist: Checklist) -> None:
    scorecard = evaluate(build_offer(example.document), checklist, today="2026-11-24")
    [finding] = [one for one in scorecard.findings if one.rule == key]
    if example.outcome == "silent":
        [rule] = [one for one in checklist.rules if one.key == key]
        shown = "silent" if finding.outcome == "ask" or finding.silent else finding.outcome
        assert shown == "silent"
        assert finding.outcome in ("ask", rule.silent)
    else:
        assert (finding.outcome, finding.silent) == (example.outcome, False), finding.message
