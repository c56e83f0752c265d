"""What the shipped rules cover, and what they may call a deal-breaker."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from offercheck.checklist.lint import HARD_STOPS
from offercheck.checklist.load import load_checklist
from offercheck.checklist.rule import Rule
from offercheck.checklist.shipped import shipped_checklist

ITEMS = yaml.safe_load((Path(__file__).parents[2] / "docs" / "items.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rules() -> list[Rule]:
    return list(load_checklist(shipped_checklist(), examples=False).rules)


def test_every_item_has_a_rule_or_the_reason_why_it_has_none(rules: list[Rule]) -> None:
    judged = {rule.item for rule in rules}
    assert {key for key, entry in ITEMS.items() if key not in judged and not entry.get("reason")} == set()


def test_rules_name_items_that_there_are(rules: list[Rule]) -> None:
    assert {rule.key: rule.item for rule in rules if rule.item not in ITEMS} == {}


def test_there_are_ninety_items_each_with_a_title() -> None:
    assert len(ITEMS) == 90
    assert all(entry["title"] and set(entry) <= {"title", "reason"} for entry in ITEMS.values())


def test_only_the_ten_hard_stops_are_deal_breakers(rules: list[Rule]) -> None:
    stops = {rule.key for rule in rules if any(outcome == "deal_breaker" for outcome, _ in rule.verdicts)}
    assert len(HARD_STOPS) == 10
    assert stops - frozenset().union(*HARD_STOPS.values()) == set()
    without = {key for keys in HARD_STOPS.values() for key in keys - stops}
    assert without == set()


def test_no_deal_breaker_rests_on_a_weak_source(rules: list[Rule]) -> None:
    weak = [rule for rule in rules if rule.basis == "weak"]
    assert weak
    assert [rule.key for rule in weak if any(outcome == "deal_breaker" for outcome, _ in rule.verdicts)] == []
