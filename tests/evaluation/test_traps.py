"""Traps for a checker that reads too little or too much into an offer, each named after what it would get wrong."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from offercheck.checklist.load import load_checklist
from offercheck.checklist.shipped import shipped_checklist
from offercheck.evaluation.evaluate import evaluate
from offercheck.evaluation.scorecard import Finding, Scorecard
from offercheck.loading import load_offer
from offercheck.reading.fault import InputError

CHECKLIST = load_checklist(shipped_checklist(), examples=False)


def judged(text: str) -> Scorecard:
    start = "offercheck: 1\n"
    for key, line in (("role:", "role: physician\n"), ("document:", "document: {stage: contract}\n")):
        if not text.startswith(key) and f"\n{key}" not in text:
            start += line
    return evaluate(load_offer((start + text).encode()), CHECKLIST, today="2026-11-24")


def found(text: str, rule: str) -> Finding:
    [finding] = [one for one in judged(text).findings if one.rule == rule]
    return finding


@dataclass(frozen=True)
class Trap:
    """What an offer says, and what one rule must show for it."""

    name: str
    offer: str
    rule: str
    outcome: str
    silent: bool = False


PER_VISIT = "compensation: {pay: [{per: visit, amount: 42}]}"
SALARY = "compensation: {pay: [{per: year, amount: 215000}]}"
CLAIMS_MADE = "malpractice: {paid_by: employer, policy_type: claims_made"

TRAPS = [
    Trap("silence about missed visits is harmless on a salary", SALARY, "no_show/missed-visit-pay", "not_applicable"),
    Trap("and a red flag on pay by the visit", PER_VISIT, "no_show/missed-visit-pay", "red_flag", silent=True),
    Trap("'malpractice provided' leaves the type open", "malpractice: {paid_by: employer}", "malpractice/policy-type",
         "red_flag", silent=True),
    Trap("and the tail", "malpractice: {paid_by: employer}", "malpractice/tail-payer", "red_flag", silent=True),
    Trap("and the states", "malpractice: {paid_by: employer}", "malpractice/states-insured", "red_flag", silent=True),
    Trap("and whether telehealth is named", "malpractice: {paid_by: employer}", "malpractice/telehealth-named",
         "red_flag", silent=True),
    Trap("and whose limits they are", "malpractice: {paid_by: employer}", "malpractice/shared-limits", "ask"),
    Trap("a tail with a vesting condition is no tail for leavers", CLAIMS_MADE + ", tail_paid_by: employer_if_vested}",
         "malpractice/tail-payer", "caution"),
    Trap("an occurrence policy needs no tail, whatever a clause says",
         "malpractice: {paid_by: employer, policy_type: occurrence, tail_paid_by: clinician}", "malpractice/tail-payer",
         "good"),
    Trap("limits of unknown kind are not individual", "malpractice: {paid_by: employer, limits: $1M/$3M}",
         "malpractice/shared-limits", "ask"),
    Trap("three lists: treated and insured are compared",
         "licensure: {patient_states: [TX, GA]}\nmalpractice: {paid_by: employer, states_covered: [TX]}",
         "malpractice/states-insured", "deal_breaker"),
    Trap("cover where the patients are is the best clause there is",
         "licensure: {patient_states: [TX, GA]}\nmalpractice: {paid_by: employer, states_covered: patient_states}",
         "malpractice/states-insured", "good"),
    Trap("'others as required' are not known to be insured",
         "licensure: {patient_states: [TX, any_one]}\nmalpractice: {paid_by: employer, states_covered: [TX]}",
         "malpractice/states-insured", "ask"),
    Trap("the same open-ended word on both sides proves nothing",
         "licensure: {patient_states: [TX, any_one]}\nmalpractice: {paid_by: employer, states_covered: [TX, any_one]}",
         "malpractice/states-insured", "ask"),
    Trap("a compact is no licence for a physician", "licensure: {legal_basis: compact}", "licensure/legal-basis",
         "caution"),
    Trap("and is one for a nurse", "role: rn\nlicensure: {legal_basis: compact}", "licensure/legal-basis", "good"),
    Trap("a waiver is no licence", "licensure: {legal_basis: waiver}", "licensure/legal-basis", "red_flag"),
    Trap("seeing patients before the licence is there is unlicensed", "licensure: {until_licensed: sees_patients}",
         "licensure/until-licensed", "deal_breaker"),
    Trap("missed visits count against salaried people too",
         SALARY + "\nno_show: {counts_against: yes}\nproductivity: {minimum_completed: 220 visits/month}",
         "no_show/counts-against", "red_flag"),
    Trap("cover that leaves out the main service is none",
         "scope: {modalities: [async]}\n" + CLAIMS_MADE + ", excludes: [async]}", "malpractice/main-service",
         "deal_breaker"),
    Trap("telehealth excluded is no cover for telehealth", CLAIMS_MADE + ", excludes: [telehealth]}",
         "malpractice/main-service", "deal_breaker"),
    Trap("defence costs inside the limits", "malpractice: {paid_by: employer, defence_costs: inside_limits}",
         "malpractice/defence-costs", "red_flag"),
    Trap("a former employer that settles over your head",
         "malpractice: {paid_by: employer, settlement_consent: employer}", "malpractice/consent-to-settle", "caution"),
    Trap("a benefit that is not written is not given", SALARY + "\nengagement: {classification: w2}",
         "compensation/disability-cover", "ask"),
    Trap("no cover at all", "malpractice: {paid_by: nobody}", "malpractice/payer", "deal_breaker"),
    Trap("a statute stands in for a policy at a federal employer",
         "employer_kind: federal\nmalpractice: {paid_by: statute}", "malpractice/payer", "good"),
    Trap("and is asked for no tail",
         "employer_kind: federal\nmalpractice: {paid_by: statute}", "malpractice/tail-payer",
         "good"),
    Trap("a nurse has no DEA registration", "role: rn", "licensure/dea-fees", "not_applicable"),
    Trap("a therapist prescribes nothing", "role: therapist", "technology/e-prescribing", "not_applicable"),
    Trap("a physician needs no collaborator", "", "licensure/collaborator", "not_applicable"),
    Trap("a nurse practitioner does", "role: np", "licensure/collaborator", "red_flag", silent=True),
    Trap("a payer's own three months for a claim are no trap",
         "compensation: {pay: [{per: session, amount: 70}]}\n"
         "productivity: {unpaid_when: note_late, note_deadline: 90 days}", "productivity/forfeited-pay", "caution"),
    Trap("nobody misses the reading of an image",
         "care: radiology\ncompensation: {pay: [{per: wrvu, amount: 38}]}", "no_show/missed-visit-pay", "ask"),
    Trap("but wRVUs for visits are lost with them",
         "care: psychiatry\ncompensation: {pay: [{per: wrvu, amount: 38}]}", "no_show/missed-visit-pay", "red_flag",
         silent=True),
    Trap("calls an hour that decide about the job hurry the call that needs longer",
         "role: rn\nquality: {measures: [{name: calls an hour, measures: speed, used_for: dismissal}]}",
         "quality/pace-measure", "red_flag"),
    Trap("ratings that decide over shifts reward prescriptions",
         "quality: {measures: [{name: stars, measures: satisfaction, used_for: shifts}]}", "quality/patient-ratings",
         "red_flag"),
    Trap("conversion as a measure of success", "quality: {measures: [{name: starts, measures: conversion}]}",
         "quality/prescribing-measure", "red_flag"),
    Trap("a high-risk service without a path to emergency care",
         "care: psychiatry\nscope: {escalation_protocol: no}", "scope/emergency-path", "deal_breaker"),
    Trap("a benefit for leavers only said on the phone is not in the contract",
         CLAIMS_MADE + ", tail_paid_by: employer}\nevidence: [{field: malpractice.tail_paid_by, source: verbal}]",
         "malpractice/tail-payer", "caution"),
    Trap("a bad term said on the phone is bad news all the same",
         CLAIMS_MADE + ", tail_paid_by: clinician}\nevidence: [{field: malpractice.tail_paid_by, source: verbal}]",
         "malpractice/tail-payer", "red_flag"),
    Trap("a recruiter's whole email is unconfirmed",
         "malpractice: {paid_by: employer, telehealth_named: yes}\nevidence: [{field: all, source: email}]",
         "malpractice/telehealth-named", "caution"),
]  # fmt: skip


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.name)
def test_trap(trap: Trap) -> None:
    finding = found(trap.offer, trap.rule)
    assert (finding.outcome, finding.silent) == (trap.outcome, trap.silent), finding.message


REFUSED = [
    ("'competitive' is no number", "compensation: {pay: [{per: hour, amount: competitive}]}"),
    ("a figure without its unit is not guessed", "compensation: {cme: 3500 dollars per}"),
    ("a duration without its unit is not guessed", "terms: {notice_from_employer: 90}"),
    ("a ratio is no number", "productivity: {slots_per_hour: 1:4}"),
    ("'multi-state' names no state", "licensure: {patient_states: multi-state}"),
    ("'no' pays for no tail", "malpractice: {tail_paid_by: no}"),
]


@pytest.mark.parametrize("text", [row[1] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_is_refused_rather_than_guessed(text: str) -> None:
    with pytest.raises(InputError) as caught:
        judged(text)
    [fault] = caught.value.faults
    assert fault.line > 0
    assert fault.advice


def test_a_weighted_average_hides_no_deal_breaker() -> None:
    scorecard = judged("care: psychiatry\nscope: {escalation_protocol: no}\nmalpractice: {paid_by: statute}\n" + SALARY)
    assert scorecard.verdict == "walk_away"
    assert scorecard.score is not None
    assert scorecard.score.high == 39
    assert scorecard.score.high_cap is not None
    assert scorecard.score.high_cap.rule == "scope/emergency-path"


def test_up_to_is_not_the_figure_it_names() -> None:
    low, high = (judged(f"care: urgent_care\nproductivity: {{slots_per_hour: {rate}}}") for rate in ("3", "up to 7"))
    pace = [next(one for one in card.findings if one.rule == "productivity/pace") for card in (low, high)]
    assert pace[0].decided
    assert not pace[1].decided
