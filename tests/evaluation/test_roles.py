"""What is asked of whom: what does not apply to a role says why, and nobody is asked for what they cannot have."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from offercheck.checklist.load import load_checklist
from offercheck.checklist.shipped import shipped_checklist
from offercheck.evaluation.evaluate import evaluate
from offercheck.evaluation.scorecard import Finding
from offercheck.loading import load_offer

EXAMPLES = Path(__file__).parents[2] / "examples"
CHECKLIST = load_checklist(shipped_checklist(), examples=False)
ROLES = ["physician", "np", "pa", "rn", "lpn", "psychologist", "therapist", "pharmacist", "informatics", "coordinator"]
NO_PATIENTS = ("informatics", "coordinator")
PRESCRIBERS = ("physician", "np", "pa")


def judged(text: bytes | Path) -> dict[str, Finding]:
    scorecard = evaluate(load_offer(text), CHECKLIST, today="2026-11-24")
    return {one.rule: one for one in scorecard.findings}


@cache
def bare_contract(role: str) -> dict[str, Finding]:
    return judged(f"offercheck: 1\nrole: {role}\ndocument: {{stage: contract}}\n".encode())


def in_areas(*areas: str) -> set[str]:
    return {rule.key for rule in CHECKLIST.rules if rule.area in areas}


DEA = {"licensure/dea-fees", "licensure/dea-states"}
PRESCRIBING = {"technology/e-prescribing", "compliance/controlled-policy", "compliance/prefilled-orders"}
PRESCRIBING |= {"compliance/patient-contact", "compliance/owned-pharmacy", "compliance/signature-fee"}
OF_PATIENTS = in_areas("scope", "malpractice", "no_show") | {"productivity/pace", "productivity/visit-length"}
SUPERVISION = {"scope/supervision-load", "scope/supervision-cover"}
COLLABORATION = {"licensure/collaborator", "licensure/collaborator-fees"}

CASES = [
    *((role, OF_PATIENTS) for role in NO_PATIENTS),
    *((role, DEA) for role in ROLES if role not in PRESCRIBERS),
    *((role, PRESCRIBING) for role in ROLES if role not in PRESCRIBERS),
    *((role, SUPERVISION) for role in ROLES if role != "physician"),
    *((role, COLLABORATION) for role in ROLES if role not in ("np", "pa")),
    *((role, {"quality/prescribing-measure"}) for role in ("rn", "lpn", "psychologist", "therapist", *NO_PATIENTS)),
    *((role, {"compliance/pay-per-prescription"}) for role in ("psychologist", "therapist", *NO_PATIENTS)),
]


@pytest.mark.parametrize(("role", "rules"), CASES)
def test_what_does_not_apply_to_a_role_says_why(role: str, rules: set[str]) -> None:
    findings = bare_contract(role)
    assert {key for key in rules if findings[key].outcome != "not_applicable"} == set()
    assert {key for key in rules if len(findings[key].message) < 20} == set()


@pytest.mark.parametrize("role", PRESCRIBERS)
def test_prescribers_are_asked(role: str) -> None:
    findings = bare_contract(role)
    assert {key for key in DEA | PRESCRIBING if findings[key].outcome == "not_applicable"} == set()


@pytest.mark.parametrize("role", [role for role in ROLES if role not in NO_PATIENTS])
def test_everyone_with_patients_is_asked_about_cover_and_pace(role: str) -> None:
    findings = bare_contract(role)
    for key in ("malpractice/payer", "malpractice/states-insured", "productivity/pace", "licensure/patient-states"):
        assert findings[key].outcome != "not_applicable", key


def test_a_salary_makes_missed_visits_no_matter_of_money_but_of_targets() -> None:
    salary = b"offercheck: 1\nrole: physician\nengagement: {classification: w2}\ncompensation: {pay: [{per: year, amount: 215000}]}\n"  # noqa: E501
    findings = judged(salary)
    assert findings["no_show/missed-visit-pay"].outcome == "not_applicable"
    assert findings["no_show/counts-against"].outcome != "not_applicable"


@pytest.mark.parametrize("name", ["federal-psychiatrist", "informatics-nurse"])
def test_a_fair_offer_of_an_unusual_kind_raises_no_red_flag(name: str) -> None:
    findings = judged(EXAMPLES / f"{name}.yaml")
    assert [one.rule for one in findings.values() if one.outcome in ("deal_breaker", "red_flag")] == []


def test_a_statute_stands_in_for_a_policy_and_its_tail() -> None:
    findings = judged(EXAMPLES / "federal-psychiatrist.yaml")
    assert {findings[key].outcome for key in ("malpractice/payer", "malpractice/tail-payer")} == {"good"}
    assert findings["malpractice/states-insured"].outcome == "good"


def test_an_informatics_nurse_is_not_asked_about_patients() -> None:
    findings = judged(EXAMPLES / "informatics-nurse.yaml")
    assert {key for key in OF_PATIENTS | DEA if findings[key].outcome != "not_applicable"} == set()
