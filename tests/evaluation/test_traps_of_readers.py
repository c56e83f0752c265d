"""Traps that depend on who reads, on the day, and on what only sounds like a fact."""

from __future__ import annotations

import pytest

from offercheck.checklist.load import load_checklist
from offercheck.checklist.shipped import shipped_checklist
from offercheck.evaluation.evaluate import evaluate
from offercheck.evaluation.scorecard import Finding, Scorecard
from offercheck.loading import load_offer, load_profile

CHECKLIST = load_checklist(shipped_checklist(), examples=False)


def judged(text: str, me: str = "", today: str = "2026-11-24") -> Scorecard:
    paper = f"offercheck: 1\ndocument: {{stage: contract}}\n{text}\n"
    profile = load_profile(f"offercheck_me: 1\n{me}\n".encode(), CHECKLIST) if me else None
    return evaluate(load_offer(paper.encode()), CHECKLIST, today=today, profile=profile)


def shown(rule: str, scorecard: Scorecard) -> Finding | None:
    return next((one for one in scorecard.findings if one.rule == rule), None)


def outcome(rule: str, text: str, me: str = "", today: str = "2026-11-24") -> str:
    finding = shown(rule, judged(text, me, today))
    return finding.outcome if finding is not None else "set aside"


@pytest.mark.parametrize(
    ("law", "me", "expected"),
    [
        ("TX", "home_state: MN", "caution"),
        ("the State of Minnesota", "home_state: MN", "good"),
        ("clinician_residence", "home_state: MN", "good"),
        ("abroad", "home_state: MN", "caution"),
        ("TX", "years: 4", "ask"),
        ("TX", "", "set aside"),
    ],
)
def test_the_law_that_governs_need_not_be_that_of_the_state_you_live_in(law: str, me: str, expected: str) -> None:
    assert outcome("terms/governing-law", f"role: physician\nterms: {{law: {law}}}", me) == expected


EXCEPTION = (
    "role: physician\ncompliance: {controlled_substances: main, controlled_policy: lawful, controlled_plan: yes}"
)


@pytest.mark.parametrize(("today", "expected"), [("2026-12-31", "good"), ("2027-01-01", "ask")])
def test_a_law_with_a_last_day_is_no_answer_after_it(today: str, expected: str) -> None:
    assert outcome("compliance/controlled-exception", EXCEPTION, today=today) == expected


def test_a_non_compete_law_counts_from_the_day_it_is_in_force() -> None:
    terms = "role: physician\nterms: {non_compete: {lasts: 12 months}}"
    before, after = (
        outcome("licensure/noncompete-at-home", terms, "home_state: TX\nrole: physician", day)
        for day in ("2025-08-31", "2025-09-01")
    )
    assert (before, after) == ("ask", "caution")


def test_to_call_a_contract_standard_or_final_changes_nothing() -> None:
    claims = "notes: This is our standard contract. It is not negotiable, and everyone signs it."
    plain, claimed = judged("role: physician"), judged(f"role: physician\n{claims}")
    assert claimed.score == plain.score
    assert [one.outcome for one in claimed.findings] == [one.outcome for one in plain.findings]


def test_the_companys_licences_are_not_yours() -> None:
    boast = "role: physician\nnotes: We are licensed in all fifty states.\nlicensure: {patient_states: [TX, GA]}"
    assert outcome("licensure/states-you-hold", boast, "licences: [TX]") == "caution"
    assert outcome("licensure/states-you-hold", boast, "licences: [TX, GA]") == "good"
    assert outcome("licensure/states-you-hold", boast) == "set aside"


@pytest.mark.parametrize(
    ("licensure", "patients", "seat"),
    [("{patient_states: [TX]}", "good", "ask"), ("{work_from: [TX]}", "red_flag", "good")],
)
def test_where_patients_are_and_where_you_sit_are_two_questions(licensure: str, patients: str, seat: str) -> None:
    paper = f"role: physician\nlicensure: {licensure}"
    assert outcome("licensure/patient-states", paper) == patients
    assert outcome("licensure/work-location", paper) == seat


HALF = "role: physician\ncompensation: {pay: [{per: visit, amount: 42}, nothing_else]}\n"
HALF += "licensure: {legal_basis: state_licence, patient_states: [TX, FL], share_of_visits: {TX: 30%, FL: 70%}}"


def test_the_volume_promised_is_that_of_all_the_states() -> None:
    assert outcome("licensure/volume-you-reach", HALF, "licences: [TX]") == "red_flag"
    assert outcome("licensure/volume-you-reach", HALF, "licences: [TX, FL]") == "good"


def test_your_states_decide_whether_an_offer_has_them() -> None:
    paper = "role: np\nlicensure: {patient_states: [TX], legal_basis: state_licence, until_licensed: sees_patients}"
    assert outcome("licensure/states-you-hold", paper, "licences: [TX]") == "good"
    assert outcome("licensure/states-you-hold", paper, "licences: [FL]") == "red_flag"


def test_one_readers_priorities_are_not_anothers() -> None:
    paper = "role: physician\ncompensation: {pay: [{per: visit, amount: 42}]}\nterms: {notice_from_clinician: 30 days}"
    even, mine = (judged(paper, f"years: 4{priorities}").score for priorities in ("", "\npriorities: {growth: 90}"))
    assert even is not None
    assert mine is not None
    assert mine.low < even.low


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        ("role: physician\ncare: urgent_care\nscope: {duties: [diagnose, prescribe]}", "ask"),
        (
            "role: physician\ncare: urgent_care\nquality: {measures: [{measures: prescribing, wanted: more}]}",
            "red_flag",
        ),
    ],
)
def test_to_prescribe_much_is_evidence_only_with_pay_or_pressure(paper: str, expected: str) -> None:
    assert outcome("quality/prescribing-measure", paper) == expected
    assert outcome("compliance/pay-per-prescription", paper) == "ask"
