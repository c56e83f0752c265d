"""Every rule's own examples: each offer must show the outcome under which it stands."""

from __future__ import annotations

import pytest

from offercheck.checklist.examples import Example, rule_examples
from offercheck.checklist.load import load_checklist
from offercheck.checklist.shipped import shipped_checklist, shipped_names
from offercheck.evaluation.evaluate import evaluate
from offercheck.offer.build import build_offer

CHECKLISTS = {name: load_checklist(shipped_checklist(name)) for name in shipped_names()}
CASES = [
    pytest.param(name, rule.key, example, id=f"{name}-{rule.key}-{example.outcome}-{number}")
    for name, checklist in CHECKLISTS.items()
    for rule in checklist.rules
    for number, example in enumerate(rule_examples(rule))
]


@pytest.mark.parametrize(("name", "key", "example"), CASES)
def test_shows_what_it_says(name: str, key: str, example: Example) -> None:
    checklist = CHECKLISTS[name]
    scorecard = evaluate(build_offer(example.document), checklist, today="2026-11-24")
    [finding] = [one for one in scorecard.findings if one.rule == key]
    if example.outcome == "silent":
        [rule] = [one for one in checklist.rules if one.key == key]
        assert not finding.decided
        at_best_a_caution = "caution" if "good" not in finding.possible else "ask"
        assert finding.outcome in ("ask", rule.silent, at_best_a_caution)
    else:
        assert (finding.outcome, finding.silent) == (example.outcome, False), finding.message
