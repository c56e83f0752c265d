"""The checklist that is shipped loads, and keeps the promises that its format cannot check by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from offercheck.checklist.checklist import Checklist
from offercheck.checklist.examples import rule_examples
from offercheck.checklist.load import load_checklist
from offercheck.checklist.rule import Rule
from offercheck.checklist.shipped import shipped_checklist


@pytest.fixture(scope="module")
def checklist() -> Checklist:
    return load_checklist(shipped_checklist())


def test_a_checkout_ships_its_own_folder() -> None:
    assert shipped_checklist() == Path(__file__).resolve().parents[2] / "checklists" / "telemedicine"


def test_the_header(checklist: Checklist) -> None:
    assert (checklist.name, checklist.version) == ("telemedicine", "2026.11")
    assert checklist.weights == {"critical": 10, "high": 5, "medium": 2, "low": 1}


def faults_of_style(rule: Rule) -> list[str]:
    """What the checklist's own guide asks of a rule beyond its shape."""
    found = []
    if rule.id.startswith(("no-", "not-")):
        found.append("an id says what is looked at, not what is missing")
    if len(rule.question) >= 70:
        found.append("a question is shorter than 70 characters")
    if any(len(text) >= 110 for text in rule.message.values()):
        found.append("a message is shorter than 110 characters")
    if rule.when is not None and "not_applicable" not in rule.examples:
        found.append("a rule with `when` has an example of not_applicable")
    if not rule.fallback or not rule.sources:
        found.append("a rule has a fallback and a source")
    return found


def test_rules_keep_the_style(checklist: Checklist) -> None:
    found = {rule.key: faults for rule in checklist.rules if (faults := faults_of_style(rule))}
    assert found == {}


def test_every_rule_has_examples(checklist: Checklist) -> None:
    for rule in checklist.rules:
        outcomes = {example.outcome for example in rule_examples(rule)}
        assert outcomes >= {verdict for verdict, _ in rule.verdicts} | {"silent"}
