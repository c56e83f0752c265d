"""What the shipped rules cover, and what they may call a deal-breaker."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from offercheck.checklist.load import load_checklist
from offercheck.checklist.rule import Rule
from offercheck.checklist.shipped import shipped_checklist, shipped_names

ITEMS = yaml.safe_load((Path(__file__).parents[2] / "docs" / "items.yaml").read_text(encoding="utf-8"))

ON_THE_READER = "training or a visa forbids the work"
"""The one stop that depends on the reader's own licence and visa, which the offer does not have."""

HARD_STOPS = {
    "practice without a licence": {"licensure/until-licensed"},
    "no cover, or none where the patients are": {"malpractice/payer", "malpractice/states-insured"},
    "the main service is not covered": {"malpractice/main-service"},
    "pay for prescriptions, or signing orders made out beforehand": {
        "compliance/pay-per-prescription",
        "compliance/patient-contact",
    },
    "prescribing outside the law, or tools without a privacy agreement": {
        "compliance/controlled-policy",
        "compliance/privacy-agreement",
    },
    "patients in danger without a path to emergency care": {"scope/emergency-path"},
    ON_THE_READER: {"eligibility/training-licence"},
    "wages that can be taken back": {"compensation/wages-repayable"},
    "no right to leave": {"terms/exit-right"},
    "no right to report": {"compliance/free-to-report"},
}


@pytest.fixture(scope="module")
def rules() -> list[Rule]:
    return [rule for name in shipped_names() for rule in load_checklist(shipped_checklist(name), examples=False).rules]


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
    assert stops <= set().union(*HARD_STOPS.values())
    assert [name for name, keys in HARD_STOPS.items() if not keys <= stops] in ([], [ON_THE_READER])


def test_no_deal_breaker_rests_on_a_weak_source(rules: list[Rule]) -> None:
    weak = [rule for rule in rules if rule.basis == "weak"]
    assert weak
    assert [rule.key for rule in weak if any(outcome == "deal_breaker" for outcome, _ in rule.verdicts)] == []
